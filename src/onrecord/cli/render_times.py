"""The timeline, the places and the gaps of a record."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.cli.layout import FAINT, Block, empty, flat, heading, line, where
from onrecord.cli.render_events import STATUSES, date_of, parties_of, word_of
from onrecord.exports import dates
from onrecord.exports.naming import Names
from onrecord.model import Event, Gap, Place, Record, Span, Time

NARROW, WIDE = 10, 16  # of the column of dates: a day, a day with its hour
ADVICE = "give the day of publication with --published DATE"
CONTEXT = 60


def timeline(record: Record) -> Iterator[Block]:
    """What the article dates, in order; then the events without a date, and the times still open."""
    if not record.times and not record.events:
        return
    names = Names(record)
    dated, undated, still_open = _sorted(record)
    yield from heading("Timeline", "what the article dates, in order")
    longest = max((len(date_of(time) or "") for time, _ in dated), default=NARROW)
    for time, happened in dated:
        yield from _entry(names, time, happened, min(max(longest, NARROW), WIDE))
    if not dated:
        yield line(("  Nothing in the article has a settled date.", FAINT))
    if undated:
        yield from (empty(), line(("  Not dated", "bold")))
        for event in sorted(undated, key=lambda event: event.trigger):
            yield line(*_event(names, event), indent=" " * 4, rest=" " * 8)
    if still_open:
        advice = "" if record.article.published else f": {ADVICE}"
        yield from (empty(), line(("  Not resolved", "bold yellow"), (advice, FAINT)))
        yield _list(names, still_open)


def _sorted(record: Record) -> tuple[list[tuple[Time, list[Event]]], list[Event], list[Span]]:
    at: dict[str | None, list[Event]] = defaultdict(list)
    for event in record.events:
        at[event.time].append(event)
    dated = [(dates.start(time), time) for time in record.times]
    ordered = sorted(((s, t) for s, t in dated if s is not None), key=lambda pair: (pair[0], pair[1].span))
    known = {time.id for _, time in ordered}
    undated = [event for event in record.events if event.time not in known]
    still_open = [t.span for s, t in dated if s is None and t.type in {"DATE", "TIME"} and not _vague(t)]
    return [(time, at[time.id]) for _, time in ordered], undated, still_open


def _vague(time: Time) -> bool:
    """Now, once, some day: no date in any light."""
    return (time.value or "").endswith("_REF")


def _entry(names: Names, time: Time, happened: list[Event], width: int) -> Iterator[Block]:
    shown = date_of(time) or ""
    words = names.words(time.span)
    said = (("" if words == shown else f"  “{words}”") + where(time.span), FAINT)
    # What is longer than the column begins the text instead.
    fits = len(shown) <= width
    indent, begin = (f"  {shown:<{width}}  ", "") if fits else ("  ", f"{shown}  ")
    rest = " " * (width + 4)
    for event in happened:
        yield line(begin, *_event(names, event), said, indent=indent, rest=rest)
    if not happened:
        yield line(begin, (_around(names, time.span), FAINT), said, indent=indent, rest=rest)


def _event(names: Names, event: Event) -> list[str | tuple[str, str]]:
    symbol, colour = STATUSES[event.status]
    parties = parties_of(names, event)
    word: list[str | tuple[str, str]] = [" · ", word_of(names, event)]
    return [
        (f"{symbol} {event.status}", colour),
        f" {event.type} “{names.words(event.trigger)}”",
        f"  {flat(parties, CONTEXT)}" if parties else "",
        *(word if event.claim in names.claims else []),
    ]


def _around(names: Names, span: Span) -> str:
    """A few words before and after, inside the paragraph."""
    before = names.text[max(0, span[0] - CONTEXT) : span[0]].rpartition("\n")[2]
    after = names.text[span[1] : span[1] + CONTEXT // 2].partition("\n")[0]
    if span[0] > CONTEXT and len(before) == CONTEXT:
        before = "…" + before.partition(" ")[2]
    if len(after) == CONTEXT // 2:
        after = after.rpartition(" ")[0] + " …"
    return flat(before + names.text[slice(*span)] + after)


def _list(names: Names, spans: list[Span]) -> Block:
    parts: list[str | tuple[str, str]] = []
    for span in spans:
        parts += [", " if parts else "", f"“{names.words(span)}”", (where(span), FAINT)]
    return line(*parts, indent=" " * 4, rest=" " * 4)


# ---------------------------------------------------------------- places


def places(record: Record) -> Iterator[Block]:
    """Each place once, with its country and degrees; names that stand for governments apart."""
    if not record.places:
        return
    yield from heading("Places", "names of places, and where they are")
    for use, title in (
        ("location", ""),
        ("government", "Standing for a government"),
        ("other", "In other names"),
    ):
        grouped = _grouped([place for place in record.places if place.use == use])
        if grouped and title:
            yield line(("  " + title, FAINT))
        for same in grouped:
            yield _place(same)


def _grouped(found: list[Place]) -> list[list[Place]]:
    groups: dict[tuple[str, int | None, float | None, float | None], list[Place]] = defaultdict(list)
    for place in found:
        groups[place.name, place.geonames, place.lat, place.lon].append(place)
    return list(groups.values())


def _place(same: list[Place]) -> Block:
    place = same[0]
    parts = dict.fromkeys(flat(part) for part in (place.name, place.admin1, place.country) if part)
    settled = place.lat is not None and place.lon is not None
    degrees = f"  {place.lat:.2f}, {place.lon:.2f}" if settled else ""
    own = f"{place.name}, {place.country}"
    others = [flat(one) for one in dict.fromkeys(f"{c.name}, {c.country}" for c in place.runners_up[:2]) if one != own]
    return line(
        ", ".join(parts),
        (degrees, FAINT) if settled else ("  not found in the gazetteer", "yellow"),
        (f"  (else {' or '.join(others)})" if others else "", FAINT),
        (where(*(one.span for one in same)), FAINT),
        indent="    ",
        rest=" " * 8,
    )


# ---------------------------------------------------------------- gaps


def gaps(record: Record) -> Iterator[Block]:
    """What was seen and not settled, the same reasons together."""
    if not record.gaps:
        return
    yield from heading(f"Gaps {len(record.gaps)}", "seen and not settled, or mended")
    names = Names(record)
    alike: dict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in record.gaps:
        alike[gap.stage, gap.reason].append(gap)
    for (stage, reason), found in alike.items():
        yield line((flat(stage), "bold"), f": {flat(reason)}", indent="  ", rest=" " * 4)
        yield from _details(names, found)


def _details(names: Names, found: list[Gap]) -> Iterator[Block]:
    bare = [gap.span for gap in found if gap.span is not None and not gap.detail]
    if bare:
        yield _list(names, bare)
    for gap in found:
        if gap.detail:
            spans = () if gap.span is None else (gap.span,)
            yield line(flat(gap.detail), (where(*spans), FAINT), indent=" " * 4)
