"""Documents to train on: words with their layout and what gold data says of each; unknown labels are UNKNOWN."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.language import labels, traits

UNKNOWN = -100
Labels = NDArray[np.int64]


@dataclass(slots=True, kw_only=True)
class Links:
    """Pointers between words: `rows` are (from, to) word indices, `to` -1 for "none"; other words say nothing."""

    kind: int
    rows: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Document:
    """Words of one text. `paragraphs` and `units` are first-word indices of paragraphs, and of paragraphs and
    sentences.

    `labels` maps a head's name to one number a word ("claim": words x layers); `heads` are absolute word indices,
    a root's head being itself.
    """

    source: str
    words: list[str]
    spaced: list[bool]
    paragraphs: list[int]
    units: list[int]
    labels: dict[str, Labels] = field(default_factory=dict)
    links: list[Links] = field(default_factory=list)
    pairs: list[tuple[int, int, int]] = field(default_factory=list)

    def marks(self) -> list[int]:
        """The traits.marks of all words."""
        found: list[int] = []
        edges = [*self.paragraphs, len(self.words)]
        for first, last in pairwise(edges):
            found += traits.marks(self.words[first:last], self.spaced[first:last], first=first == 0)
        return found


def index(names: Sequence[str]) -> dict[str, int]:
    """Numbers by name."""
    return {name: number for number, name in enumerate(names)}


def bio(length: int, spans: Sequence[tuple[int, int]], kinds: Sequence[int] | None = None) -> Labels:
    """BIO numbers for word spans [first, last): 0 outside, 1 + 2k for a first word of kind k, 2 + 2k inside."""
    found = np.zeros(length, dtype=np.int64)
    for number, (first, last) in enumerate(spans):
        kind = kinds[number] if kinds else 0
        found[first:last] = 2 + 2 * kind
        found[first] = 1 + 2 * kind
    return found


def no_claims(length: int) -> Labels:
    """Labels of all claim layers, all unknown."""
    return np.full((length, len(labels.LAYERS)), UNKNOWN, dtype=np.int64)
