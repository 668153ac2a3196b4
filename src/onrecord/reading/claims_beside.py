"""Claims that one source makes side by side in one sentence: each ends where the next begins."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Spans, Token
from onrecord.reading.claims_drafts import Draft, trimmed

JOINS = frozenset(["and", "but", "while", "though", "although", "also", "then", "later"])
MODALS = frozenset(["would", "could", "might", "may", "can", "will", "should", "must", "shall"])
FEWEST = 2  # words that a content keeps


def apart(drafts: Sequence[Draft], words: Sequence[Token]) -> list[Draft]:
    """The claims, cut before the next thing that the same words say: "said P and vowed Q", "told them P but warned Q".

    What stands inside a content has its source there or none; a cue whose source is the claim's own stands beside it.
    """
    by_source: dict[Span, list[Draft]] = defaultdict(list)
    starts = {token.span[0]: number for number, token in enumerate(words)}
    for draft in drafts:
        if draft.source and draft.above is None and not _is_modal(draft, words, starts):
            by_source[draft.source[0]].append(draft)
    return [
        _cut(draft, by_source.get(draft.source[0], []), words, starts) if draft.source else draft for draft in drafts
    ]


def in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """The claims in the same order, but where the same words say several side by side, those by their cues."""
    places: dict[Span, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        if draft.source and not any(a <= draft.source[0][0] < b for a, b in draft.content):
            places[draft.source[0]].append(number)
    found = list(drafts)
    for numbers in places.values():
        for place, number in zip(numbers, sorted(numbers, key=lambda n: drafts[n].cue)):
            found[place] = drafts[number]
    return found


def _is_modal(draft: Draft, words: Sequence[Token], starts: dict[int, int]) -> bool:
    """Whether the cue is one like "might ask", which goes on with what is said."""
    at = starts.get(draft.cue[0][0])
    return at is not None and words[at].text.lower() in MODALS


def _cut(draft: Draft, others: Sequence[Draft], words: Sequence[Token], starts: dict[int, int]) -> Draft:
    own = draft.source[0]
    if any(a <= own[0] < b for a, b in draft.content):
        return draft
    behind = [other.cue[0][0] for other in others if other is not draft and other.cue[0][0] > draft.cue[0][0]]
    inside = [at for at in behind if any(a < at < b for a, b in draft.content)]
    if not inside:
        return draft
    kept = tuple(_before(span, min(inside), words, starts) for span in draft.content if span[0] < min(inside))
    content: Spans = tuple(span for span in kept if span is not None)
    return replace(draft, content=content) if content else draft


def _before(span: Span, limit: int, words: Sequence[Token], starts: dict[int, int]) -> Span | None:
    """The part of a span before a letter, without the conjunction that joins on what follows."""
    if span[1] <= limit:
        return span
    first, last = starts.get(span[0]), starts.get(limit)
    if first is None or last is None:
        return span
    first, last = trimmed(words, first, last)
    while last > first and words[last - 1].text.lower() in JOINS:
        first, last = trimmed(words, first, last - 1)
    return (span[0], words[last - 1].span[1]) if last - first >= FEWEST else None
