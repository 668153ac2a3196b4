"""Cuts a text's words into windows that the encoder reads at once, each with some words before it as context."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

MOST_PIECES = 160
CONTEXT_PIECES = 12  # more, up to 40, helped no head on the dev parts, and is read twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word indices: [start, first) are context, [first, stop) are the words that this window answers for."""

    start: int
    first: int
    stop: int


def cut(
    sizes: Sequence[int], units: Sequence[int], most: int = MOST_PIECES, context: int = CONTEXT_PIECES
) -> Iterator[Window]:
    """Windows over words of `sizes` pieces. `units` are the first words of paragraphs and likely sentences, in order
    from 0: a window begins at one of them, and holds as many whole units as fit into `most` pieces with its context.

    A unit that alone is larger than a window is cut where the window is full.
    """
    edges = [*units, len(sizes)]
    before = [0, *accumulate(sizes)]  # pieces before each word
    number = 0
    at = 0
    while at < len(sizes):
        start = _context(before, at, edges[max(0, number - 12) : number + 1], context)
        while number + 1 < len(edges) and edges[number + 1] <= at:
            number += 1
        stop, number = _fill(before, edges, number, at, before[start] + most)
        yield Window(start=start, first=at, stop=stop)
        at = stop


def _context(before: Sequence[int], at: int, edges: Sequence[int], context: int) -> int:
    """Where the context before `at` starts: at one of the edges if it can."""
    start = bisect_left(before, before[at] - context, 0, at)
    return next((e for e in edges if start <= e < at), start)


def _fill(before: Sequence[int], edges: Sequence[int], number: int, at: int, limit: int) -> tuple[int, int]:
    """Where a window that begins at `at` stops, and the number of the unit that the next one begins in."""
    stop = at
    while number + 1 < len(edges) and before[edges[number + 1]] <= limit:
        number += 1
        stop = edges[number]
    if stop > at:
        return stop, number
    return max(bisect_right(before, limit) - 1, at + 1), number
