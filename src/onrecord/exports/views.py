"""A record as a page shows it: everything in it, in the order in which it is read."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from onrecord.exports import dates, timeline, worldmap
from onrecord.exports.letters import anchor, flat
from onrecord.exports.marks import paragraphs
from onrecord.exports.naming import Names
from onrecord.exports.shapes import GapView, Link, NameView, PlaceView, RecordView, TimeView
from onrecord.exports.statements import claims, event, within_of
from onrecord.exports.wording import USES
from onrecord.knowledge import countries
from onrecord.model import Entity, Gap, Place, Record, Span, Time

MOST_LINKS = 12
MOST_OTHERS = 2


def of(record: Record, found_at: Span | None = None) -> RecordView:
    """The view of a record, whatever it holds; words at `found_at` are marked as what was looked for."""
    names = Names(record)
    return RecordView(
        article=record.article,
        paragraphs=paragraphs(record, found_at),
        claims=claims(names),
        events=tuple(event(names, one) for one in sorted(record.events, key=lambda e: e.trigger)),
        times=tuple(_time(names, time) for time in sorted(record.times, key=lambda t: t.span)),
        places=tuple(_places(names)),
        names=_names(record),
        gaps=tuple(_gaps(names)),
        timeline=timeline.of(record),
        map=worldmap.of(record),
        counts={
            "claims": len(record.claims),
            "events": len(record.events),
            "times": len(record.times),
            "places": len(record.places),
            "names": len(record.entities),
        },
    )


# ---------------------------------------------------------------- times, places, names, gaps


def _time(names: Names, time: Time) -> TimeView:
    hangs = names.times.get(time.anchor or "")
    on = f"hangs on “{names.words(hangs.span)}”" if hangs else ""
    on = on or ("hangs on the day of publication" if time.anchor == "published" else "")
    return TimeView(
        to=anchor("time", time.id),
        words=names.words(time.span),
        date=dates.in_words(time),
        value=flat(time.value) if time.value else None,
        type=time.type.lower(),
        why="; ".join(part for part in (on, flat(time.why or "")) if part),
    )


def _places(names: Names) -> Iterator[tuple[str, tuple[PlaceView, ...]]]:
    for use, title in USES.items():
        groups: dict[tuple[object, ...], list[Place]] = defaultdict(list)
        for place in sorted(names.record.places, key=lambda place: place.span):
            if place.use == use:
                groups[place.name, place.geonames, place.lat, place.lon].append(place)
        if groups:
            yield title, tuple(_place(names, same) for same in groups.values())


def _place(names: Names, same: list[Place]) -> PlaceView:
    place = same[0]
    return PlaceView(
        to=anchor("place", place.id),
        more=tuple(anchor("place", other.id) for other in same[1:]),
        name=flat(place.name),
        within=within_of(place),
        where=_where(place),
        links=tuple(Link(to=anchor("place", one.id), words=names.words(one.span)) for one in same[:MOST_LINKS]),
        others=tuple(_others(place))[:MOST_OTHERS],
    )


def _others(place: Place) -> Iterator[str]:
    """What else the name might mean, as far as words can tell it apart from the place."""
    for other in place.runners_up:
        if (other.name, other.country) != (place.name, place.country):
            yield flat(f"{other.name}, {other.country}" if other.country else other.name)


def _where(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return "not found in the gazetteer"
    return "" if worldmap.is_country(place) else degrees(place.lat, place.lon)


def degrees(lat: float, lon: float) -> str:
    """WGS84 degrees as they are read: "42.87° N, 74.59° E"."""
    return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"


def _names(record: Record) -> tuple[NameView, ...]:
    counts = Counter(mention.entity for mention in record.mentions)
    return tuple(_name(entity, counts[entity.id]) for entity in record.entities)


def _name(entity: Entity, count: int) -> NameView:
    country = countries.by_code(entity.country or "")
    return NameView(
        to=anchor("name", entity.id),
        name=flat(entity.name),
        kind=entity.kind,
        role=flat(entity.role or ""),
        country=country.name if country else flat(entity.country or ""),
        count=count,
    )


def _gaps(names: Names) -> Iterator[GapView]:
    alike: dict[tuple[str, str], list[tuple[int, Gap]]] = defaultdict(list)
    for number, gap in enumerate(names.record.gaps):
        alike[gap.stage, gap.reason].append((number, gap))
    for (stage, reason), found in alike.items():
        rows = tuple((flat(gap.detail or ""), _gap_link(names, number, gap)) for number, gap in found)
        yield GapView(stage=flat(stage), reason=flat(reason), found=rows)


def _gap_link(names: Names, number: int, gap: Gap) -> Link | None:
    if gap.span is None or not (words := names.words(gap.span)):
        return None
    return Link(to=f"gap-{number}", words=flat(words, 80))
