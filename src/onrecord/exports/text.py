"""A record as plain text, to be mailed or put beside notes: article, claims, events, timeline, places, gaps."""

from collections.abc import Iterator
from textwrap import wrap

from onrecord.exports import dates, views
from onrecord.exports.letters import flat, shown
from onrecord.exports.shapes import ClaimView, EventView, RecordView
from onrecord.model import Record

WIDTH = 88
INTO = " ▸ "
Lines = Iterator[str]


def plain(record: Record) -> str:
    """The record as text, lines of WIDTH letters at most where words allow it."""
    view = views.of(record)
    parts = (_head, _article, _claims, _events, _times, _places, _gaps)
    return "\n".join(line for part in parts for line in part(view)).rstrip() + "\n"


def _head(view: RecordView) -> Lines:
    article = view.article
    yield flat(article.headline or "No headline")
    by = "By " + ", ".join(map(flat, article.bylines)) if article.bylines else ""
    published = article.published and (dates.of_value(article.published) or flat(article.published))
    known = (by, article.site, article.section, published or "no date found")
    yield " · ".join(flat(part) for part in known if part)
    if article.url:
        yield flat(article.url)


def _article(view: RecordView) -> Lines:
    for paragraph in view.paragraphs:
        if not paragraph.headline:
            yield ""
            for line in "".join(piece.text for piece in paragraph.pieces).split("\n"):
                yield from wrap(shown(line), WIDTH) or [""]


def _claims(view: RecordView) -> Lines:
    yield from _title("Claims", view.claims)
    for claim in view.claims:
        yield from _claim(claim, "")


def _claim(claim: ClaimView, indent: str) -> Lines:
    chain = INTO.join((*claim.above, claim.speaker))
    yield from _wrapped(f"{chain} · {claim.stance}, {claim.manner}", indent)
    words = f"“{claim.words}”" if claim.quoted else claim.words
    yield from _wrapped(words or "(its words are not marked)", indent + "    ")
    for inner in claim.inner:
        yield from _claim(inner, indent + "  ")


def _events(view: RecordView) -> Lines:
    yield from _title("Events", view.events)
    for event in view.events:
        kind = " · ".join((event.type, *event.details))
        yield from _wrapped(f"{event.status}: {kind} “{event.words}”", "")
        for line in _about(event):
            yield from _wrapped(line, "    ")


def _about(event: EventView) -> Lines:
    sides = [", ".join(party.name for party in side) for side in (event.actors, event.recipients)]
    if sides[1]:
        yield f"{sides[0] or '(not named)'} → {sides[1]}"
    elif sides[0]:
        yield sides[0]
    if about := " · ".join(link.words for link in (event.time, event.place) if link):
        yield about
    yield ", ".join(f"{by} {link.words}" for by, link in event.word) or "the article itself says so"


def _times(view: RecordView) -> Lines:
    if view.times:
        yield from _title("Times", view.times)
    for time in view.times:
        yield from _wrapped(f"“{time.words}”: {time.date or time.value or 'open'}", "")


def _places(view: RecordView) -> Lines:
    for title, places in view.places:
        yield from _title(f"Places. {title}", places)
        for place in places:
            where = ", ".join(part for part in (place.name, place.within, place.where) if part)
            yield from _wrapped(where, "")


def _gaps(view: RecordView) -> Lines:
    if view.gaps:
        yield from _title("Gaps", view.gaps)
    for gap in view.gaps:
        yield from _wrapped(f"{gap.stage}: {gap.reason}", "")
        for detail, link in gap.found:
            words = f"“{link.words}”" if link else ""
            yield from _wrapped(" ".join(part for part in (words, detail) if part), "    ")


def _title(title: str, found: tuple[object, ...]) -> Lines:
    yield from ("", title.upper(), "")
    if not found:
        yield "None found."


def _wrapped(words: str, indent: str) -> Lines:
    return iter(wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent + "  "))
