"""What page debris looks like: phrases with their reasons, and the weights of the line classifier."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

LONGEST = 420  # characters; a longer line is matched in no phrase
KEY = 4  # letters by which a line may hold a floating pattern's word
WORD = re.compile(r"[a-z]{2,}")
LITERAL = re.compile(r"(?<![\\a-z])[a-z]{2,}|(?<=\\b)[a-z]{2,}")
SMALL = frozenset(
    "all any at by er ers for in ing like ly new of off on our per the these to up what when you your".split()
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """The patterns of one reason and strength: those that begin with their words, and those that float in the line."""

    phrase: Phrase
    opening: re.Pattern[str] | None
    floating: re.Pattern[str] | None


@cache
def _patterns() -> tuple[tuple[_Patterns, ...], frozenset[str]]:
    """All patterns, the sure ones first, in the order of the table; and the beginnings of the floating ones' words."""
    rows: dict[tuple[str, str], list[str]] = {}
    for line in files(FOLDER).joinpath("debris_phrases.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            reason, strength, pattern = line.split("\t")
            rows.setdefault((strength, reason), []).append(pattern)
    ordered = sorted(rows.items(), key=lambda row: row[0][0] != "sure")
    floating = " ".join(p for found in rows.values() for p in found if p.startswith("."))
    keys = frozenset(word[:KEY] for word in LITERAL.findall(floating) if word not in SMALL)
    return tuple(_of_rows(strength, reason, found) for (strength, reason), found in ordered), keys


def _of_rows(strength: str, reason: str, found: list[str]) -> _Patterns:
    floats = [p for p in found if p.startswith(".")]
    opens = [p for p in found if not p.startswith(".")]
    return _Patterns(phrase=Phrase(reason=reason, sure=strength == "sure"), opening=_any(opens), floating=_any(floats))


def _any(patterns: list[str]) -> re.Pattern[str] | None:
    return re.compile(f"(?:{'|'.join(patterns)})", re.IGNORECASE) if patterns else None


REASONS: Final = (
    "newsletter", "related", "comments", "share", "advertisement", "adblock", "cookie", "promo", "caption",
    "byline", "date", "tags", "navigation", "copyright", "notice",
)  # fmt: skip


@lru_cache(maxsize=4096)
def phrase(line: str) -> Phrase | None:
    """The first phrase that the whole line is; None where there is none."""
    if len(line) > LONGEST:
        return None
    patterns, keys = _patterns()
    floats = any(sign in line for sign in "©(") or any(w[:KEY] in keys for w in WORD.findall(line.lower()))
    for found in patterns:
        if found.opening and found.opening.fullmatch(line):
            return found.phrase
        if floats and found.floating and found.floating.fullmatch(line):
            return found.phrase
    return None


@cache
def weights() -> Weights:
    """The shipped weights, read once."""
    return of_json(json.loads(files(FOLDER).joinpath("debris.json").read_text("utf-8")))


def of_json(data: dict[str, Any]) -> Weights:
    """Weights as training wrote them."""
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
