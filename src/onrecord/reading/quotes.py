"""Finds what stands in quote marks, over paragraphs and with marks lost; every repair is a gap."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.model import Analysis, Gap, Span

_MARK = re.compile(r'["“”„«»]|\'\'|``|(?<![\w.,!?…])‘(?=\w)')
_DOUBLE = re.compile("[“”]")
_OPENING = frozenset(["“", "„", "«", "``"])
_EITHER = frozenset(['"', "''"])
_SINGLE_CLOSE = re.compile(r"’(?!\w)")
_CLOSES = re.compile(r"[.,!?…]?[\"”’]")
_SAID_INSIDE = re.compile(r",\s+(?:said|says|wrote|added|asked)\s+[A-Zath]")
_EDGES = "\"“”„«»‘’'`"
FULL_STOPS = ",.?!…—–-;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quote marks: spans of the words themselves, one a paragraph, and the same with the marks.

    `broken` says that a mark was missing and the end that it would show was worked out.
    """

    inner: tuple[Span, ...]
    outer: tuple[Span, ...]
    broken: bool

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return self.outer[0][0], self.outer[-1][1]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A quotation within one paragraph; `opened` and `closed` tell which marks were there."""

    start: int
    end: int
    opened: bool
    closed: bool
    runs_on: bool = False


def balanced(text: str, span: Span) -> Span:
    """A span that cuts a pair of quote marks, with the mark just outside it taken in."""
    start, end = span
    for opening, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        lacks = _lacking(text[start:end], opening, closing)
        if lacks == closing and (match := _CLOSES.match(text, end)) and match.group().endswith(closing):
            return start, match.end()
        if lacks == opening and start and text[start - 1] == opening:
            return start - 1, end
    return span


def _lacking(words: str, opening: str, closing: str) -> str | None:
    """The mark of a pair that is not there while the other is."""
    if opening == closing:
        at = words.find(opening)
        odd = words.count(opening) == 1
        return None if not odd else closing if at == 0 or words[at - 1].isspace() else opening
    opened = words.count(opening)
    closed = len(_SINGLE_CLOSE.findall(words)) if closing == "’" else words.count(closing)
    if opened == closed or (not opened and closing == "’"):
        return None
    return closing if opened > closed else opening


def find(analysis: Analysis) -> tuple[tuple[Quote, ...], tuple[Gap, ...]]:
    """Quotations in text order, and a gap for each lost mark. Single marks count where they open before
    a word; a quotation that stays open runs on while the next paragraph opens with a mark."""
    text = analysis.text
    pieces = [list(_pieces(text, block)) for block in analysis.paragraphs]
    quotes: list[Quote] = []
    gaps: list[Gap] = []
    chain: list[_Piece] = []
    for number, found in enumerate(pieces):
        for piece in found:
            chain.append(piece)
            if piece.closed or not _runs_on(text, piece, pieces, number, analysis.paragraphs):
                quote = _quote(text, chain, analysis)
                if quote is not None:
                    quotes.append(quote)
                    gaps.extend(_gaps(quote, chain))
                chain = []
    return tuple(sorted(quotes, key=lambda quote: quote.span)), tuple(gaps)


def _runs_on(text: str, piece: _Piece, pieces: Sequence[list[_Piece]], number: int, blocks: Sequence[Span]) -> bool:
    """Whether an open quotation goes on: it fills its paragraph and the next one opens with a mark."""
    if piece.end < blocks[number][1] or number + 1 >= len(pieces) or not pieces[number + 1]:
        return False
    follower = pieces[number + 1][0]
    return follower.opened and follower.start == blocks[number + 1][0]


def _pieces(text: str, block: Span) -> Iterator[_Piece]:
    """The quotations of one paragraph."""
    opened: int | None = None
    position = block[0]
    while match := _MARK.search(text, position, block[1]):
        at, mark = match.start(), match.group()
        position = match.end()
        if mark == "‘":
            if opened is None and (end := _single_end(text, at, block[1])) is not None:
                yield _Piece(at, end, True, True)
                position = end
        elif opened is not None and mark == "“" and (end := _nested_end(text, position, block[1])) is not None:
            position = end
        elif _opens(text, at, mark, block, opened):
            if opened is not None:
                yield _Piece(opened, at, True, False)
            opened = at
        else:
            yield _Piece(block[0] if opened is None else opened, position, opened is not None, True)
            opened = None
    if opened is not None:
        yield _Piece(opened, block[1], True, False)


def _nested_end(text: str, start: int, limit: int) -> int | None:
    """Where a quotation in a quotation with the same marks ends: “They call it “hell” here.”"""
    marks = list(islice(_DOUBLE.finditer(text, start, limit), 2))
    return marks[0].end() if [m.group() for m in marks] == ["”", "”"] else None


def _single_end(text: str, start: int, limit: int) -> int | None:
    """Where a quotation in single marks ends: the first closing mark that is no apostrophe within reach."""
    match = _SINGLE_CLOSE.search(text, start + 2, min(limit, start + 1000))
    if match is None or any(mark in text[start : match.start()] for mark in '“”"'):
        return None
    return match.end()


def _opens(text: str, at: int, mark: str, block: Span, opened: int | None) -> bool:
    if mark == "”" and opened is None:  # the wrong way round: ”We shall see.”
        return (at == block[0] or text[at - 1].isspace()) and text[at + 1 : at + 2].isalnum()
    if mark not in _EITHER:
        return mark in _OPENING
    if opened is not None:
        return False
    return at == block[0] or text[at - 1].isspace() or text[at - 1] in "([—–-"


def _quote(text: str, chain: Sequence[_Piece], analysis: Analysis) -> Quote | None:
    outer = []
    for piece in chain:
        start, end = piece.start, piece.end
        if not piece.opened:
            start = _sentence_start(analysis, end - 1, start)
        if not piece.closed and piece is chain[-1]:
            end = _lost_end(text, start, end)
        outer.append((start, end))
    inner = tuple(span for span in (_inner(text, span) for span in outer) if span[0] < span[1])
    broken = not chain[0].opened or not chain[-1].closed
    return Quote(inner=inner, outer=tuple(outer), broken=broken) if inner else None


def _sentence_start(analysis: Analysis, position: int, floor: int) -> int:
    """Start of the sentence that holds a position, no earlier than `floor`."""
    index = bisect_right(analysis.sentences, position, key=lambda s: s.span[0]) - 1
    return max(floor, analysis.sentences[index].span[0]) if index >= 0 else floor


def _lost_end(text: str, start: int, end: int) -> int:
    """Where a quotation without its closing mark ends: before ", said X", else with its first sentence."""
    said = _SAID_INSIDE.search(text, start, end)
    return said.start() + 1 if said else end


def _inner(text: str, span: Span) -> Span:
    """The words without the marks and white space around them."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    return start, end


def _gaps(quote: Quote, chain: Sequence[_Piece]) -> Iterator[Gap]:
    if not chain[0].opened:
        yield Gap(stage="claims", reason="opening quote mark lost", span=quote.span)
    if not chain[-1].closed:
        yield Gap(stage="claims", reason="closing quote mark lost", span=quote.span)
