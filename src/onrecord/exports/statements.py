"""Claims as trees and events with on whose word they stand, as a page shows them."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.exports import dates
from onrecord.exports.letters import anchor, flat
from onrecord.exports.naming import Names
from onrecord.exports.shapes import ClaimView, EventView, Link, Party
from onrecord.exports.wording import BY, MANNERS, STATUSES, TYPES
from onrecord.knowledge import countries
from onrecord.model import Claim, Event, Place, Stance

DEEPEST_TREE = 8
LONGEST_CHAIN = 8
QUOTES = "“”\"‘’'«„"


# ---------------------------------------------------------------- claims


def claims(names: Names) -> tuple[ClaimView, ...]:
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
        above=tuple(names.speaker(one) if one else "…" for one in _shortened(names.above(claim))),
        speaker=speaker,
        named=bool(claim.source or claim.speaker),
        called="" if called.lower() == speaker.lower() else called,
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


def _shortened(chain: tuple[Claim, ...]) -> tuple[Claim | None, ...]:
    """A chain that is too long to be read, its middle left out: None."""
    if len(chain) <= LONGEST_CHAIN:
        return chain
    return (*chain[: LONGEST_CHAIN // 2], None, *chain[-LONGEST_CHAIN // 2 :])


def _event_link(names: Names, event: Event) -> Link:
    return Link(to=anchor("event", event.id), words=names.words(event.trigger), look=event.status)


# ---------------------------------------------------------------- events


def event(names: Names, event: Event) -> EventView:
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
        for one in _shortened((*names.above(claim), claim))[::-1]:
            if one:
                yield BY[one.stance], Link(to=anchor("claim", one.id), words=names.by(one))


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
    within = within_of(place)
    return Link(to=anchor("place", place.id), words=flat(place.name) + (f", {within}" if within else ""))


def within_of(place: Place) -> str:
    """The area and the country of a place, in words; empty where they are not known."""
    country = countries.by_code(place.country or "")
    named = country.name if country else place.country
    parts = [flat(part) for part in (place.admin1, named) if part and part != place.name]
    return ", ".join(dict.fromkeys(parts))
