"""The article's text cut where marks begin and end, each piece with all that stands on it.

Marks overlap and nest as they like; a piece lies wholly inside each of its marks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from onrecord.exports.letters import anchor, shown
from onrecord.exports.naming import Names
from onrecord.model import Event, Record, Span, Spans

Kind = Literal["event", "time", "place", "who", "cue", "claim", "name", "gap", "found"]
# Which of the marks on a piece its link leads to: the finest first.
FINENESS: dict[Kind, int] = {k: i for i, k in enumerate(("event", "time", "place", "cue", "who", "claim", "name"))}  # type: ignore[misc]
DEEPEST = 4
# A hostile record may heap thousands of marks on one word.
MOST_ON_A_PIECE = 24
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words that belong to one part of the record; `to` is that part's anchor, `look` a class for its style.

    `begins` says that the part's words are taken to begin here; `deep` is how many claims it stands inside.
    """

    kind: Kind
    to: str
    span: Span
    look: str = ""
    begins: bool = False
    deep: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Letters with the same marks: `to` is where their link leads, `others` where else it could.

    `begins` are the anchors whose words begin here, `inside` all anchors on it, `looks` style classes.
    """

    text: str
    to: str | None = None
    others: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    glyph: str | None = None

    @property
    def classes(self) -> str:
        """Everything by which the style finds the piece."""
        return " ".join([*self.looks, *(f"in-{one}" for one in self.inside)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Pieces in order. `headline` says that it is the article's."""

    pieces: tuple[Piece, ...]
    headline: bool = False


def paragraphs(record: Record, found_at: Span | None = None) -> tuple[Paragraph, ...]:
    """The whole text, blank lines between paragraphs apart; `found_at` is marked too, under "found"."""
    text, headline = record.article.text, record.article.headline
    marks = [*marks_of(record), *_found(record, found_at)]
    waiting = _begun_once(sorted(marks, key=lambda mark: mark.span[0]))[::-1]
    open_: list[Mark] = []
    found: list[Paragraph] = []
    for start, end in _paragraph_spans(text):
        while waiting and waiting[-1].span[0] < end:
            open_.append(waiting.pop())
        open_ = [mark for mark in open_ if mark.span[1] > start]
        is_headline = not found and bool(headline) and text[start:end] == headline
        found.append(Paragraph(pieces=tuple(_pieces(text, (start, end), open_)), headline=is_headline))
    return tuple(found)


def _begun_once(marks: list[Mark]) -> list[Mark]:
    """Only the first mark that leads to an anchor is where its words begin."""
    seen: set[str] = set()
    found = []
    for mark in marks:
        found.append(replace(mark, begins=mark.begins and mark.to not in seen))
        seen |= {mark.to} if mark.begins else set()
    return found


def _paragraph_spans(text: str) -> Iterator[Span]:
    start = len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    for blank in BLANK_LINES.finditer(text, start, stop):
        yield start, blank.start()
        start = blank.end()
    if start < stop:
        yield start, stop


def _pieces(text: str, inside: Span, marks: list[Mark]) -> Iterator[Piece]:
    edges = sorted({*inside, *(edge for mark in marks for edge in mark.span if inside[0] < edge < inside[1])})
    begin: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begin[max(inside[0], mark.span[0])].append(mark)
    active: list[Mark] = []
    for start, end in pairwise(edges):
        active = [mark for mark in active if mark.span[1] > start] + begin[start]
        yield _piece(text, (start, end), active)


def _piece(text: str, span: Span, active: list[Mark]) -> Piece:
    finest = sorted(active, key=lambda mark: (FINENESS.get(mark.kind, 9), -mark.deep))[:MOST_ON_A_PIECE]
    links = tuple(dict.fromkeys(mark.to for mark in finest if mark.kind in FINENESS))
    starting = [mark for mark in active if mark.span[0] == span[0]]
    return Piece(
        text=shown(text[span[0] : span[1]]),
        to=links[0] if links else None,
        others=links[1:],
        begins=tuple(dict.fromkeys(mark.to for mark in starting if mark.begins)),
        inside=tuple(dict.fromkeys(mark.to for mark in finest)),
        looks=tuple(_looks(finest)),
        glyph=next((mark.look for mark in starting if mark.kind == "event" and mark.begins), None),
    )


def _looks(marks: list[Mark]) -> Iterator[str]:
    kinds = dict.fromkeys(mark.kind for mark in marks)
    yield from (f"k-{kind}" for kind in kinds)
    yield from dict.fromkeys(f"s-{mark.look}" for mark in marks if mark.kind == "event")
    if deep := [mark.deep for mark in marks if mark.kind == "claim"]:
        yield f"deep-{min(max(deep), DEEPEST)}"
    told = {"claim" if kind in {"who", "cue"} else kind for kind in kinds}
    if len(told) == 1:
        yield f"only-{told.pop()}"


# ---------------------------------------------------------------- what is marked


def marks_of(record: Record) -> Iterator[Mark]:
    """Every mark of a record, cut to the text."""
    names = Names(record)
    yield from _claims(names)
    for event in record.events:
        yield from _event(names, event)
    for time in record.times:
        yield from _spans(names, "time", anchor("time", time.id), (time.span,))
    for place in record.places:
        yield from _spans(names, "place", anchor("place", place.id), (place.span,), look=place.use)
    for mention in record.mentions:
        if mention.entity is not None:
            yield from _spans(names, "name", anchor("name", mention.entity), (mention.span,))
    for number, gap in enumerate(record.gaps):
        if gap.span is not None:
            yield from _spans(names, "gap", f"gap-{number}", (gap.span,))


def _found(record: Record, span: Span | None) -> Iterator[Mark]:
    if span is not None:
        yield from _spans(Names(record), "found", "found", (span,))


def _claims(names: Names) -> Iterator[Mark]:
    for claim in names.record.claims:
        to, deep = anchor("claim", claim.id), len(names.above(claim)) + 1
        content = claim.content or claim.cue or claim.source
        yield from _spans(names, "claim", to, content, deep=deep)
        for kind, spans in (("who", claim.source), ("cue", claim.cue)):
            for span in names.clipped(spans):
                yield Mark(kind=kind, to=to, span=span, deep=deep)  # type: ignore[arg-type]


def _event(names: Names, event: Event) -> Iterator[Mark]:
    to = anchor("event", event.id)
    yield from _spans(names, "event", to, (event.trigger,), look=event.status)
    for span in names.clipped(event.also):
        yield Mark(kind="event", to=to, span=span, look=event.status)


def _spans(  # noqa: PLR0913  the parts of a mark
    names: Names, kind: Kind, to: str, spans: Spans, *, look: str = "", deep: int = 0
) -> Iterator[Mark]:
    for number, span in enumerate(names.clipped(spans)):
        yield Mark(kind=kind, to=to, span=span, look=look, begins=number == 0, deep=deep)
