"""Which claim holds an event, and what stance the cues around it give."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import Analysis, Claim, Span, Stance
from onrecord.reading.events_tree import Tree


class Holders:
    """Finds the innermost claim at a place; claims are kept by paragraph, so that long texts stay quick."""

    def __init__(self, analysis: Analysis, claims: Sequence[Claim]) -> None:
        self._blocks = [start for start, _ in analysis.paragraphs]
        self._claims: dict[int, list[tuple[int, int, Claim]]] = defaultdict(list)
        for number, claim in enumerate(claims):
            size = sum(end - start for start, end in claim.content)
            for start, end in claim.content:
                for block in range(self._block(start), self._block(end) + 1):
                    self._claims[block].append((size, -number, claim))

    def innermost(self, span: Span) -> str | None:
        """The id of the shortest claim whose content holds the words; None where the article itself speaks."""
        holding = [
            (size, number, claim.id)
            for size, number, claim in self._claims.get(self._block(span[0]), ())
            if any(start <= span[0] and span[1] <= end for start, end in claim.content)
        ]
        return min(holding)[2] if holding else None

    def _block(self, position: int) -> int:
        return bisect_right(self._blocks, position) - 1


def sources(tree: Tree, claims: Sequence[Claim]) -> dict[int, Span]:
    """The source's words by each word of its claim's cue: who accuses, demands, promises there."""
    starts = [token.span[0] for token in tree.tokens]
    found: dict[int, Span] = {}
    for claim in claims:
        for start, end in claim.cue if claim.source else ():
            first = max(bisect_right(starts, start) - 1, 0)
            found.update((i, claim.source[0]) for i in range(first, bisect_left(starts, end)))
    return found


def cues(tree: Tree, claims: Sequence[Claim]) -> dict[int, Stance]:
    """The stance of the claim by each word of its cue."""
    starts = [token.span[0] for token in tree.tokens]
    found: dict[int, Stance] = {}
    for claim in claims:
        for start, end in claim.cue:
            index = max(bisect_right(starts, start) - 1, 0)
            while index < len(starts) and starts[index] < end:
                found[index] = claim.stance
                index += 1
    return found
