"""Finds who said what: quotations first, then the article's own words, then which claim stands in which."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.knowledge import cues
from onrecord.model import Analysis, Claim, Gap, Manner, Span, Token
from onrecord.reading import (
    claims_beside,
    claims_direct,
    claims_indirect,
    claims_learned,
    claims_merge,
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
    ended = _relinked(strong, [clauses.inside(clauses.ended(d)) for d in strong])
    learned = [clauses.inside(clauses.sourced(d)) for d in claims_learned.drafts(analysis)]
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
    spoken = tuple(q for q in found if _is_utterance(analysis, q))
    drafts, taken, lost = _attribute(analysis, spoken)
    unsaid = frozenset(n for n, quote in enumerate(spoken) if any(gap.span == quote.span for gap in lost))
    known = Intervals(taken)
    for segment in _segments(analysis, spoken):
        if segment.quote not in unsaid:
            here = known.over(segment.words[0].span[0], segment.words[-1].span[1])
            drafts.extend(_outside(segment, [taken[number] for number in here]))
    return tuple(_joined([*claims_turns.find(analysis), *drafts])), lost


def _is_utterance(analysis: Analysis, quote: Quote) -> bool:
    paragraph = _block(analysis, quote.span[0])
    before = analysis.text[paragraph[0] : quote.span[0]]
    return claims_direct.is_utterance(analysis.text, quote, before)


def _block(analysis: Analysis, position: int) -> Span:
    return analysis.paragraphs[bisect_right(analysis.paragraphs, position, key=lambda b: b[0]) - 1]


# ---------------------------------------------------------------- quotations


def _attribute(analysis: Analysis, spoken: Sequence[Quote]) -> tuple[list[Draft], list[Span], tuple[Gap, ...]]:
    """Drafts of the quotations, the text that their attributions took, and gaps."""
    drafts: list[Draft] = []
    taken: list[Span] = []
    gaps: list[Gap] = []
    open_end: int | None = None
    for index, quote in enumerate(spoken):
        attribution = _of(analysis, spoken, index, taken)
        if attribution is not None:
            drafts.append(claims_direct.draft(attribution, quote, analysis.text))
            taken.append(attribution.span)
            open_end = max(attribution.span[1], quote.span[1])
        elif drafts and open_end is not None and _goes_on(analysis, open_end, quote):
            drafts[-1] = replace(drafts[-1], content=tuple(sorted((*drafts[-1].content, *quote.inner))))
            open_end = quote.span[1]
        else:
            gaps.append(Gap(stage="claims", reason="quotation without a speaker", span=quote.span))
            open_end = None
    return drafts, taken, tuple(gaps)


def _of(
    analysis: Analysis, spoken: Sequence[Quote], index: int, taken: Sequence[Span]
) -> claims_direct.Attribution | None:
    leading = _leading(analysis, spoken, index)
    found = claims_direct.before(leading, glued=False) if leading else None
    if found is None or any(found.span[0] < t[1] and t[0] < found.span[1] for t in taken):
        found = None
    if found is None or found.pattern == "X: quote":
        following, alone = _following(analysis, spoken, index)
        behind = claims_direct.after(following, alone=alone) if following else None
        found = behind or found
    return found


def _leading(analysis: Analysis, spoken: Sequence[Quote], index: int) -> tuple[Token, ...]:
    """The words of the same sentence before a quotation."""
    start = spoken[index].span[0]
    floor = _block(analysis, start)[0]
    if index and spoken[index - 1].span[1] > floor:
        floor = spoken[index - 1].span[1]
    sentence = bisect_left(analysis.sentences, start, key=lambda s: s.span[0])
    begins_here = sentence < len(analysis.sentences) and analysis.sentences[sentence].span[0] == start
    own = analysis.sentences[sentence - 1].span if sentence else (0, 0)
    if begins_here and not analysis.text[floor:start].rstrip().endswith((":", ",")):
        return ()
    return _tokens(analysis, max(floor, own[0]), start)


def _following(analysis: Analysis, spoken: Sequence[Quote], index: int) -> tuple[tuple[Token, ...], bool]:
    """The words after a quotation to the end of their sentence, and whether they open a new one."""
    end = spoken[index].span[1]
    ceiling = _block(analysis, end - 1)[1]
    if index + 1 < len(spoken):
        ceiling = min(ceiling, spoken[index + 1].span[0])
    if analysis.text[end:ceiling].lstrip()[:1] in claims_direct.DASHES:  # “…” ― Name: it ends with its line
        line = analysis.text[end:ceiling].rstrip().partition("\n")[0]
        return _tokens(analysis, end, end + len(line)), False
    sentence = bisect_right(analysis.sentences, end, key=lambda s: s.span[0]) - 1
    own = analysis.sentences[max(sentence, 0)].span
    alone = False
    if own[1] <= end and sentence + 1 < len(analysis.sentences):
        if analysis.text[spoken[index].inner[-1][1] - 1] not in "?!…,—":
            return (), False
        own, alone = analysis.sentences[sentence + 1].span, True
    return _tokens(analysis, end, min(ceiling, own[1])), alone


def _tokens(analysis: Analysis, start: int, end: int) -> tuple[Token, ...]:
    first = bisect_left(analysis.tokens, start, key=lambda t: t.span[0])
    last = bisect_left(analysis.tokens, end, key=lambda t: t.span[0])
    return analysis.tokens[first:last]


def _goes_on(analysis: Analysis, last_end: int, quote: Quote) -> bool:
    """Whether nothing but the end of the attributing sentence stands between two quotations."""
    between = analysis.text[last_end : quote.span[0]]
    if "\n" in between.strip() or len(between) > 300:
        return False
    following = bisect_left(analysis.sentences, last_end, key=lambda s: s.span[0])
    return following == len(analysis.sentences) or analysis.sentences[following].span[0] >= quote.span[0]


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
    alone = len(analysis.paragraphs) == 1 and not analysis.text.rstrip().endswith((".", "”", '"', "?", "!"))
    headline = paragraph == 0 and (analysis.has_headline or alone)
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
