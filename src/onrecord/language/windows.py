"""Cuts a text's words into windows that the encoder reads at once, each with some words before it as context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_PIECES = 160
CONTEXT_PIECES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Word indices: [start, first) are context, [first, stop) are the words that this window answers for."""

    start: int
    first: int
    stop: int


def cut(
    sizes: Sequence[int], units: Sequence[int], most: int = MOST_PIECES, context: int = CONTEXT_PIECES
) -> Iterator[Window]:
    """Windows over words of `sizes` pieces. `units` are the first words of paragraphs and likely sentences, in order from 0:
    a window begins at one of them, and holds as many whole units as fit into `most` pieces with its context.

    A unit that alone is larger than a window is cut where the window is full.
    """
    edges = [*units, len(sizes)]
    number = 0
    at = 0
    while at < len(sizes):
        start, room = _context(sizes, at, edges, number, context, most)
        while number + 1 < len(edges) and edges[number + 1] <= at:
            number += 1
        stop, number = _fill(sizes, edges, number, at, room)
        yield Window(start=start, first=at, stop=stop)
        at = stop


def _context(
    sizes: Sequence[int], at: int, edges: Sequence[int], number: int, context: int, most: int
) -> tuple[int, int]:
    """Where the context before `at` starts, and how many pieces are left for the window's own words."""
    used, start, word = 0, at, at
    while word > 0 and used + sizes[word - 1] <= context:
        word -= 1
        used += sizes[word]
        start = word
    whole = next((e for e in edges[max(0, number - 12) : number + 1] if start <= e < at), None)
    if whole is not None:
        used -= sum(sizes[start:whole])
        start = whole
    return start, most - used


def _fill(sizes: Sequence[int], edges: Sequence[int], number: int, at: int, room: int) -> tuple[int, int]:
    """Where a window that begins at `at` stops, and the number of the unit that the next one begins in."""
    stop, used = at, 0
    while number + 1 < len(edges):
        size = sum(sizes[stop : edges[number + 1]])
        if used + size > room:
            break
        used += size
        number += 1
        stop = edges[number]
    if stop > at:
        return stop, number
    while stop < len(sizes) and used + sizes[stop] <= room:
        used += sizes[stop]
        stop += 1
    return max(stop, at + 1), number
