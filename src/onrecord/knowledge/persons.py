"""Given names, to tell a person from a place where nothing else does."""

from functools import cache
from importlib.resources import files


@cache
def _given() -> frozenset[str]:
    lines = files("onrecord.knowledge").joinpath("persons.tsv").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_given_name(word: str) -> bool:
    """Whether the word is known as a given name; False says nothing. Capitals matter."""
    return word in _given()
