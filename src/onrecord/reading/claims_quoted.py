"""Which words say who spoke a quotation: those before it, those behind it, or those of the one that it goes on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Analysis, Gap, Span, Token
from onrecord.reading import claims_direct
from onrecord.reading.claims_drafts import Draft
from onrecord.reading.quotes import Quote


def spoken(analysis: Analysis, found: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotations that are something said."""
    text = analysis.text
    starts = [analysis.paragraphs[_block(analysis, quote.span[0])][0] for quote in found]
    return tuple(q for q, start in zip(found, starts) if claims_direct.is_utterance(text, q, text[start : q.span[0]]))


def _block(analysis: Analysis, position: int) -> int:
    """The number of the paragraph that holds a position."""
    return bisect_right(analysis.paragraphs, position, key=lambda b: b[0]) - 1


def attribute(analysis: Analysis, spoken: Sequence[Quote]) -> tuple[list[Draft], list[Span], tuple[Gap, ...]]:
    """Drafts of the spoken quotations, the text that their attributions took, and gaps for those that nobody said."""
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
    block = _block(analysis, start)
    floor = analysis.paragraphs[block][0]
    if start == floor and block and analysis.text[slice(*analysis.paragraphs[block - 1])].rstrip().endswith(":"):
        floor = analysis.paragraphs[block - 1][0]  # "He added:" has a paragraph to itself
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
    ceiling = analysis.paragraphs[_block(analysis, end - 1)][1]
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
