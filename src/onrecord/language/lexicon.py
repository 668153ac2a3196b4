"""Which word classes an English word takes, most usual first, from counts over treebanks."""

from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, str]:
    lines = files("onrecord.language").joinpath("lexicon.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def classes(word: str) -> str:
    """Letters of the word's classes, by falling count (N noun, V verb, J adjective, R adverb, P name,
    X auxiliary, I adposition, D determiner, O pronoun, C and S conjunctions, U number, T particle,
    H interjection); "" for a word that the counts do not know. Case is ignored.
    """
    return _classes().get(word.lower(), "")
