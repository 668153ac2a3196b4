"""What page debris looks like: phrases with their reasons, and the weights of the line classifier."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

LONGEST = 420  # characters; a longer line is matched in no phrase
FOLDER: Final = "onrecord.knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A debris phrase: why a line goes, and whether the phrase alone is enough."""

    reason: str
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """Boosted regression trees as flat columns; a node whose feature is negative is a leaf.

    The sum of `start` and one leaf of every tree is a log-odds. `roots` are the trees' first nodes.
    """

    start: float
    roots: tuple[int, ...]
    feature: tuple[int, ...]
    value: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """All weights of the classifier: of words, of class names near and far, and the trees of two passes."""

    words: dict[str, float]
    near: dict[str, float]
    far: dict[str, float]
    trees: dict[str, Trees]


@cache
def _patterns() -> tuple[tuple[Phrase, re.Pattern[str]], ...]:
    """One pattern for each reason and strength, the sure ones first, in the order of the table."""
    rows: dict[tuple[str, str], list[str]] = {}
    for line in files(FOLDER).joinpath("debris_phrases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            reason, strength, pattern = line.split("\t")
            rows.setdefault((strength, reason), []).append(pattern)
    ordered = sorted(rows.items(), key=lambda row: row[0][0] != "sure")
    return tuple(
        (Phrase(reason=reason, sure=strength == "sure"), re.compile(f"(?:{'|'.join(found)})", re.IGNORECASE))
        for (strength, reason), found in ordered
    )


REASONS: Final = (
    "newsletter", "related", "comments", "share", "advertisement", "adblock", "cookie", "promo", "caption",
    "byline", "date", "tags", "navigation", "copyright", "notice",
)  # fmt: skip


def phrase(line: str) -> Phrase | None:
    """The first phrase that the whole line is; None where there is none."""
    if len(line) > LONGEST:
        return None
    return next((found for found, pattern in _patterns() if pattern.fullmatch(line)), None)


@cache
def weights() -> Weights:
    """The shipped weights, read once."""
    return _weights(json.loads(files(FOLDER).joinpath("debris.json").read_text("utf-8")))


def _weights(data: dict[str, Any]) -> Weights:
    trees = {name: _trees(columns) for name, columns in data["trees"].items()}
    return Weights(words=data["words"], near=data["near"], far=data["far"], trees=trees)


def _trees(columns: dict[str, Any]) -> Trees:
    return Trees(
        start=columns["start"],
        roots=tuple(columns["roots"]),
        feature=tuple(columns["feature"]),
        value=tuple(columns["value"]),
        left=tuple(columns["left"]),
        right=tuple(columns["right"]),
    )
