"""Finds who said what: quotations first, then the article's own words, then which claim stands in which."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.knowledge import cues
from onrecord.model import Analysis, Claim, Gap, Manner, Span, Token
from onrecord.reading import (
    claims_beside,
    claims_indirect,
    claims_learned,
    claims_merge,
    claims_quoted,
    claims_turns,
    quotes,
)
from onrecord.reading import claims_scores as scores
from onrecord.reading.claims_clauses import Clauses
from onrecord.reading.claims_datelines import Datelines
from onrecord.reading.claims_drafts import Draft, Segment
from onrecord.reading.intervals import Intervals, holders
from onrecord.reading.quotes import Quote

LEAST_SCORE = 0.5


def find(analysis: Analysis) -> tuple[tuple[Claim, ...], tuple[Gap, ...]]:
    """The claims of a text in text order (ids c1, c2, …), speakers not yet known, parents set; and gaps for
    quote marks that were lost and quotations whose speaker no words tell.

    Patterns and the encoder’s heads see them side by side. `score` is the share of claims found in the same way that
    were right when measured, None where it was not measured.
    """
    found, gaps = quotes.find(analysis)
    drafts, lost = sketch(analysis, found)
    clauses = Clauses(analysis)
    strong = [d for d in drafts if d.content and cues.scores().get(d.pattern, 1.0) >= LEAST_SCORE]
    strong = [d for d in strong if not clauses.is_misread(d)]
    ended = _relinked(strong, [clauses.inside(clauses.ended(clauses.named(d))) for d in strong])
    seen = [d for d in claims_learned.drafts(analysis) if not clauses.is_misread(d)]
    learned = [clauses.inside(clauses.gathered(clauses.sourced(d))) for d in seen]
    joined = claims_merge.joined(ended, learned, analysis.text)
    datelines = Datelines(analysis)
    apart = claims_beside.apart(joined, analysis.tokens)
    whole = claims_beside.in_order(_relinked(joined, [_bounded(d, analysis.text, datelines) for d in apart]))
    return _claims(analysis, whole, found), (*gaps, *_unsaid(lost, whole))


def _relinked(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """The drafts of `after`; a relayed one stands under what its relayer in `before` became."""
    number = {id(draft): n for n, draft in enumerate(before)}
    done: dict[int, Draft] = {}

    def renewed(n: int) -> Draft:
        if n not in done:
            above = number.get(id(after[n].above))
            done[n] = after[n] if above is None else replace(after[n], above=renewed(above))
        return done[n]

    return [renewed(n) for n in range(len(after))]


def _bounded(draft: Draft, text: str, datelines: Datelines) -> Draft:
    """The claim without a dateline, and with both quote marks of words that its content quotes."""
    content = tuple(quotes.balanced(text, datelines.without(span)) for span in draft.content)
    source = tuple(datelines.without(span) for span in draft.source)
    same = content == draft.content and source == draft.source
    return draft if same else replace(draft, content=content, source=source)


def _unsaid(lost: Sequence[Gap], drafts: Sequence[Draft]) -> tuple[Gap, ...]:
    """The quotations that no claim holds after all."""
    held = Intervals(span for draft in drafts for span in draft.content)
    return tuple(gap for gap in lost if gap.span is None or not held.over(*gap.span))


def sketch(analysis: Analysis, found: Sequence[Quote]) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """Every claim that a pattern saw, also by patterns too weak to count, in text order; and the
    quotations that nobody said."""
    spoken = claims_quoted.spoken(analysis, found)
    drafts, taken, lost = claims_quoted.attribute(analysis, spoken)
    unspoken = frozenset(gap.span for gap in lost)
    unsaid = frozenset(n for n, quote in enumerate(spoken) if quote.span in unspoken)
    known = Intervals(taken)
    for segment in _segments(analysis, spoken):
        if segment.quote not in unsaid:
            here = known.over(segment.words[0].span[0], segment.words[-1].span[1])
            drafts.extend(_outside(segment, [taken[number] for number in here]))
    return tuple(_joined([*claims_turns.find(analysis), *drafts])), lost


# ---------------------------------------------------------------- the article's own words


def _segments(analysis: Analysis, spoken: Sequence[Quote]) -> Iterator[Segment]:
    """Each sentence, cut where a quotation begins or ends."""
    outer = [(span, n) for n, quote in enumerate(spoken) for span in quote.outer]
    starts = [span[0] for span, _ in outer]
    for sentence in analysis.sentences:
        words: list[Token] = []
        current: int | None = None
        for token in analysis.tokens[sentence.first : sentence.last]:
            at = bisect_right(starts, token.span[0]) - 1
            quote = outer[at][1] if at >= 0 and token.span[0] < outer[at][0][1] else None
            if quote != current and words:
                yield _segment(analysis, words, current, sentence.paragraph)
                words = []
            current = quote
            words.append(token)
        if words:
            yield _segment(analysis, words, current, sentence.paragraph)


def _segment(analysis: Analysis, words: list[Token], quote: int | None, paragraph: int) -> Segment:
    opening = analysis.text[slice(*analysis.paragraphs[0])].rstrip()
    headline = paragraph == 0 and (analysis.has_headline or not opening.endswith((".", "”", '"', "?", "!", ":", "’")))
    return Segment(words=tuple(words), quote=quote, paragraph=paragraph, headline=headline)


def _outside(segment: Segment, taken: Sequence[Span]) -> Iterator[Draft]:
    """The claims of a segment but those whose cue already attributes a quotation."""
    floor = 0
    for start, end in taken:
        inside = [i for i, w in enumerate(segment.words) if start <= w.span[0] < end]
        if inside:
            floor = max(floor, inside[-1] + 1)
    if floor and floor < len(segment.words):
        yield from claims_indirect.read(segment, floor)
    elif not floor:
        yield from claims_indirect.read(segment)


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """In text order, without doubles: of two drafts on one cue the first found stays."""
    kept: dict[Span, Draft] = {}
    for draft in drafts:
        kept.setdefault(draft.cue[0], draft)
    return sorted(kept.values(), key=lambda d: (_hull(d)[0], -_hull(d)[1]))


def _hull(draft: Draft) -> Span:
    spans = (*draft.source, *draft.cue, *draft.content)
    return min(s for s, _ in spans), max(e for _, e in spans)


# ---------------------------------------------------------------- claims


def _claims(analysis: Analysis, drafts: Sequence[Draft], found: Sequence[Quote]) -> tuple[Claim, ...]:
    order = {id(d): f"c{n}" for n, d in enumerate(drafts, start=1)}
    quoted = Intervals(quote.span for quote in found)
    claims = []
    for draft, holder in zip(drafts, parents(drafts), strict=True):
        above = draft.above or holder
        near = [found[n] for n in quoted.over(draft.content[0][0], draft.content[-1][1])]
        claims.append(
            Claim(
                id=order[id(draft)],
                source=draft.source,
                cue=draft.cue,
                content=draft.content,
                manner=_manner(draft, near, analysis.text, above),
                stance=draft.stance,
                parent=order.get(id(above)) if above is not None else None,
                score=scores.of(draft),
            )
        )
    return tuple(claims)


def parents(drafts: Sequence[Draft]) -> list[Draft | None]:
    """For each claim the smallest one whose content holds its cue and its content from start to end."""
    spans = [(span, number) for number, draft in enumerate(drafts) for span in draft.content]
    held = holders(spans, [at for draft in drafts for at in _points(draft)])
    found: list[Draft | None] = []
    for number, draft in enumerate(drafts):
        around = sorted(frozenset.intersection(*(held[at] for at in _points(draft))) - {number})
        smallest = min(around, key=lambda n: sum(e - s for s, e in drafts[n].content), default=None)
        found.append(None if smallest is None else drafts[smallest])
    return found


def _points(draft: Draft) -> tuple[int, int, int]:
    return draft.cue[0][0], draft.content[0][0], draft.content[-1][1] - 1


def _manner(draft: Draft, found: Sequence[Quote], text: str, above: Draft | None) -> Manner:
    """Direct where all words stand in the claim's own quote marks, mixed where some do, else indirect; a turn of a
    printed conversation is direct."""
    if draft.pattern == claims_turns.PATTERN:
        return "direct"
    own = [q for q in found if not (above is not None and _around(q, draft))]
    inside = 0
    for start, end in draft.content:
        for quote in own:
            for first, last in quote.inner:
                inside += len(text[max(start, first) : max(start, first, min(end, last))].split())
    total = sum(len(text[s:e].split()) for s, e in draft.content)
    if not inside:
        return "indirect"
    return "direct" if inside >= total else "mixed"


def _around(quote: Quote, draft: Draft) -> bool:
    """Whether a quotation also holds the claim's cue, so that its marks are not the claim's own."""
    return any(s <= draft.cue[0][0] < e for s, e in quote.outer)
