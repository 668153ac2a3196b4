"""A record as a page shows it: each part with its words, its names, and where it is linked to and from."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.exports import dates, timeline, worldmap
from onrecord.exports.letters import anchor, flat
from onrecord.exports.marks import Paragraph, paragraphs
from onrecord.exports.naming import Names
from onrecord.exports.wording import BY, MANNERS, STATUSES, TYPES, USES
from onrecord.knowledge import countries
from onrecord.model import Article, Claim, Entity, Event, Gap, Manner, Place, Record, Span, Stance, Status, Time

DEEPEST_TREE = 8
QUOTES = "“”\"‘’'«„"
MOST_LINKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to an anchor."""

    to: str
    words: str
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim: `above` are the speakers through whom it came, the outermost first."""

    to: str
    above: tuple[str, ...]
    speaker: str
    named: bool
    called: str
    stance: Stance
    manner: Manner
    manner_words: str
    cue: str
    words: str
    quoted: bool
    score: float | None
    events: tuple[Link, ...] = ()
    inner: tuple["ClaimView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side of an event; `code` is a country's ISO 3166-1 alpha-3, `country` its name."""

    name: str
    code: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event, with on whose word it stands, the nearest first; nobody where the article says so itself."""

    to: str
    status: Status
    status_words: str
    type: str
    details: tuple[str, ...]
    words: str
    also: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: Link | None
    place: Link | None
    word: tuple[tuple[str, Link], ...]
    disputed: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """One time expression: `date` is None where it is not settled."""

    to: str
    words: str
    date: str | None
    value: str | None
    type: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """The same place wherever it is named: `links` lead to the words."""

    to: str
    name: str
    within: str
    where: str
    links: tuple[Link, ...]
    others: tuple[str, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """One real thing and how often it is named."""

    to: str
    name: str
    kind: str
    role: str
    country: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """What was seen and not settled, of one kind: (detail, link to its words or None)."""

    stage: str
    reason: str
    found: tuple[tuple[str, Link | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """All of a page."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[ClaimView, ...]
    events: tuple[EventView, ...]
    times: tuple[TimeView, ...]
    places: tuple[tuple[str, tuple[PlaceView, ...]], ...]
    names: tuple[NameView, ...]
    gaps: tuple[GapView, ...]
    timeline: timeline.Timeline | None
    map: worldmap.Map | None
    counts: dict[str, int] = field(default_factory=dict)


def of(record: Record, found_at: Span | None = None) -> RecordView:
    """The view of a record, whatever it holds; words at `found_at` are marked as what was looked for."""
    names = Names(record)
    return RecordView(
        article=record.article,
        paragraphs=paragraphs(record, found_at),
        claims=_claims(names),
        events=tuple(_event(names, event) for event in sorted(record.events, key=lambda e: e.trigger)),
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


# ---------------------------------------------------------------- claims


def _claims(names: Names) -> tuple[ClaimView, ...]:
    under: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in names.record.claims:
        above = names.above(claim)[:DEEPEST_TREE]
        under[above[-1].id if above else None].append(claim)
    events: dict[str | None, list[Event]] = defaultdict(list)
    for event in sorted(names.record.events, key=lambda event: event.trigger):
        events[event.claim].append(event)
    return tuple(_siblings(names, under, events, None))


def _siblings(
    names: Names,
    under: dict[str | None, list[Claim]],
    events: dict[str | None, list[Event]],
    parent: str | None,
) -> Iterator[ClaimView]:
    # Taken out, so that two claims of one id cannot hang under each other for ever.
    for claim in sorted(under.pop(parent, []), key=lambda c: (c.content or c.cue or ((0, 0),))[0]):
        inner = tuple(_siblings(names, under, events, claim.id))
        yield _claim(names, claim, inner, tuple(_event_link(names, event) for event in events[claim.id]))


def _claim(names: Names, claim: Claim, inner: tuple[ClaimView, ...], events: tuple[Link, ...]) -> ClaimView:
    words, speaker, called = names.words(*claim.content), names.speaker(claim), names.words(*claim.source)
    return ClaimView(
        to=anchor("claim", claim.id),
        above=tuple(names.speaker(one) for one in names.above(claim)),
        speaker=speaker,
        named=bool(claim.source or claim.speaker),
        called="" if called == speaker else called,
        stance=claim.stance,
        manner=claim.manner,
        manner_words=MANNERS[claim.manner],
        cue=names.words(*claim.cue),
        words=words,
        quoted=claim.manner == "direct" and words[:1] not in QUOTES,
        score=claim.score,
        events=events,
        inner=inner,
    )


def _event_link(names: Names, event: Event) -> Link:
    return Link(to=anchor("event", event.id), words=names.words(event.trigger), look=event.status)


# ---------------------------------------------------------------- events


def _event(names: Names, event: Event) -> EventView:
    word = tuple(_word(names, event))
    stances = {names.claims[event.claim].stance, *_stances_above(names, event)} if word and event.claim else set()
    return EventView(
        to=anchor("event", event.id),
        status=event.status,
        status_words=STATUSES[event.status],
        type=TYPES[event.type],
        details=tuple(flat(part) for part in (event.mode, *event.contexts) if part),
        words=names.words(event.trigger),
        also=tuple(names.words(span) for span in event.also),
        actors=_parties(names, event.actors),
        recipients=_parties(names, event.recipients),
        time=_time_link(names, event),
        place=_place_link(names, event),
        word=word,
        disputed=next((stance for stance in ("denies", "alleges") if stance in stances), ""),
        score=event.score,
    )


def _word(names: Names, event: Event) -> Iterator[tuple[str, Link]]:
    claim = names.claims.get(event.claim or "")
    if claim is not None:
        for one in (*names.above(claim), claim)[::-1]:
            yield BY[one.stance], Link(to=anchor("claim", one.id), words=names.speaker(one))


def _stances_above(names: Names, event: Event) -> Iterator[Stance]:
    yield from (one.stance for one in names.above(names.claims[event.claim or ""]))


def _parties(names: Names, mention_ids: tuple[str, ...]) -> tuple[Party, ...]:
    return tuple(_party(name, code) for name, code in names.parties(mention_ids))


def _party(name: str, code: str | None) -> Party:
    country = countries.by_code(code or "")
    # A state needs no country beside it.
    own = country is not None and name in country.names
    return Party(name=name, code=None if own else code, country=country.name if country else None)


def _time_link(names: Names, event: Event) -> Link | None:
    time = names.times.get(event.time or "")
    if time is None:
        return None
    words, settled = names.words(time.span), dates.in_words(time)
    day, _, rest = (settled or "date open").partition(" ")
    # "Friday (17 November 2023)", not "Friday (Friday 17 …".
    settled = rest if settled and day in words and rest else settled
    shown = words if words == settled else f"{words} ({settled or 'date open'})"
    return Link(to=anchor("time", time.id), words=shown)


def _place_link(names: Names, event: Event) -> Link | None:
    place = names.places.get(event.place or "")
    if place is None:
        return None
    within = _within(place)
    return Link(to=anchor("place", place.id), words=flat(place.name) + (f", {within}" if within else ""))


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
        within=_within(place),
        where=_where(place),
        links=tuple(Link(to=anchor("place", one.id), words=names.words(one.span)) for one in same[:MOST_LINKS]),
        others=tuple(flat(f"{c.name}, {c.country}" if c.country else c.name) for c in place.runners_up[:2]),
    )


def _where(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return "not found in the gazetteer"
    return "" if worldmap.is_country(place) else degrees(place.lat, place.lon)


def _within(place: Place) -> str:
    country = countries.by_code(place.country or "")
    named = country.name if country else place.country
    parts = [flat(part) for part in (place.admin1, named) if part and part != place.name]
    return ", ".join(dict.fromkeys(parts))


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
