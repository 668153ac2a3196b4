"""Events with their status, parties, time, place and on whose word they stand."""

import re
from collections.abc import Iterator

from onrecord.cli.layout import FAINT, Block, empty, flat, heading, line, where
from onrecord.exports import dates
from onrecord.exports.naming import Names
from onrecord.exports.wording import BY
from onrecord.model import Event, Place, Record, Time

STATUSES = {
    "happened": ("✓", "green"),
    "ongoing": ("▶", "cyan"),
    "planned": ("○", "blue"),
    "possible": ("?", "yellow"),
    "negated": ("✗", "red"),
}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T.+)?)?)?")
PART_OF_DAY = re.compile(f"T({'|'.join(dates.HOURS)})$")
CLOCK = re.compile(r"(?<=\d)T(?=\d)")
INDENT = "  "
UNDER = "      "


def events(record: Record) -> Iterator[Block]:
    """The events with their heading."""
    if not record.events:
        yield from heading("Events")
        yield line(("  None found.", FAINT))
        return
    yield from heading(f"Events {len(record.events)}", "what happened, is planned, may happen, did not happen")
    names = Names(record)
    times = {time.id: time for time in record.times}
    places = {place.id: place for place in record.places}
    for number, event in enumerate(sorted(record.events, key=lambda event: event.trigger)):
        if number:
            yield empty()
        yield _what(names, event)
        if parties := parties_of(names, event):
            yield line(parties, indent=UNDER)
        if about := _about(names, times.get(event.time or ""), places.get(event.place or "")):
            yield line(about, indent=UNDER)
        yield line(word_of(names, event), indent=UNDER)


def _what(names: Names, event: Event) -> Block:
    symbol, colour = STATUSES[event.status]
    kind = " · ".join([event.type, *(flat(part) for part in (event.mode, *event.contexts) if part)])
    trigger = f"  “{names.words(event.trigger)}”"
    also = f" also{where(*event.also)}" if event.also else ""
    return line(
        (f"{symbol} {event.status:<8}", f"bold {colour}"),
        ("  " + kind, "bold"),
        trigger,
        (where(event.trigger) + also, FAINT),
        indent=INDENT,
        rest=UNDER,
    )


def parties_of(names: Names, event: Event) -> str:
    """ "A (EST), B → C (LVA)"; empty where the article names neither side."""
    actors, recipients = _side(names, event.actors), _side(names, event.recipients)
    if not recipients:
        return actors
    return f"{actors or '(not named)'} → {recipients}"


def _side(names: Names, mention_ids: tuple[str, ...]) -> str:
    return ", ".join(name + (f" ({code})" if code else "") for name, code in names.parties(mention_ids))


def _about(names: Names, time: Time | None, place: Place | None) -> str:
    parts = []
    if time is not None:
        words, settled = names.words(time.span), date_of(time) or "date open"
        parts.append(words if words == settled else f"{words} ({settled})")
    if place is not None:
        parts.append(flat(place.name) + (f" ({flat(place.country)})" if place.country else ""))
    return " · ".join(parts)


def date_of(time: Time) -> str | None:
    """The date or range that a time stands for, ISO where it is a day, a month or a year; None where it is open."""
    if time.value and not ISO.fullmatch(time.value):
        return dates.of_value(time.value, short=True) or flat(time.value)
    if time.value:
        shown = CLOCK.sub(" ", flat(time.value))
        return PART_OF_DAY.sub(lambda found: " " + dates.HOURS[found[1]], shown)
    bounds = dict.fromkeys(CLOCK.sub(" ", flat(bound)) for bound in (time.earliest, time.latest) if bound)
    return " to ".join(bounds) or None


def word_of(names: Names, event: Event) -> tuple[str, str]:
    """On whose word the event stands, the nearest first, and its style: what is denied stands out."""
    claim = names.claims.get(event.claim or "")
    if claim is None:
        return "the article itself says so", FAINT
    chain = [*names.above(claim), claim][::-1]
    words = ", ".join(f"{BY[one.stance]} {names.by(one)}" for one in chain)
    stances = {one.stance for one in chain}
    return words, "bold red" if "denies" in stances else "yellow" if "alleges" in stances else ""
