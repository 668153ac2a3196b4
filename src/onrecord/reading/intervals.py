"""Spans looked up by where they lie, so that time grows with the text and no faster."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from onrecord.model import Span


class Intervals:
    """Spans that may overlap; quick as long as none of them covers most of the others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        numbered = sorted((span, number) for number, span in enumerate(spans))
        self._spans = [span for span, _ in numbered]
        self._numbers = [number for _, number in numbered]
        self._starts = [start for start, _ in self._spans]
        self._furthest = list(accumulate((end for _, end in self._spans), max))

    def over(self, start: int, end: int) -> list[int]:
        """The numbers, counted from 0 as the spans were given, of those that share a letter with [start, end)."""
        found = []
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._furthest[index] > start:
            if self._spans[index][1] > start:
                found.append(self._numbers[index])
            index -= 1
        return sorted(found)


def holders(spans: Sequence[tuple[Span, int]], positions: Iterable[int]) -> dict[int, frozenset[int]]:
    """For each position the owners of the spans that it lies in; `spans` are (span, owner)."""
    waiting = sorted(spans, reverse=True)
    active: list[tuple[int, int]] = []
    found: dict[int, frozenset[int]] = {}
    for position in sorted(set(positions)):
        while waiting and waiting[-1][0][0] <= position:
            (_, end), owner = waiting.pop()
            active.append((end, owner))
        active = [(end, owner) for end, owner in active if end > position]
        found[position] = frozenset(owner for _, owner in active)
    return found
