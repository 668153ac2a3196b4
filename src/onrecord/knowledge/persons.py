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


def sex(word: str) -> bool | None:
    """True where the given name is a woman's, False where a man's; None where it is either's or not known."""
    return _sexes().get(word)


@cache
def _sexes() -> dict[str, bool]:
    text = files("onrecord.knowledge").joinpath("persons_sex.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {name: sex == "woman" for sex, names in rows for name in names.split()}
