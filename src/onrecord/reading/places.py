"""Place names of a text, found, told from people and bodies, and resolved to rows of the gazetteer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.knowledge import gazetteer
from onrecord.knowledge.gazetteer import Gazetteer, Row
from onrecord.model import Analysis, Candidate, Gap, Place, Span, Use
from onrecord.reading import places_detection, places_home, places_naming, places_ranking, places_use
from onrecord.reading.places_detection import Found
from onrecord.reading.places_home import Home, Vote
from onrecord.reading.places_ranking import Ranked

LEAST = 0.15  # below this chance the best meaning is not given out as settled
RUNNERS_UP = 3
TOWNS, AREAS = ("city", "quarter", "place"), ("state", "county")
# GeoNames has new codes for the provinces of 2025 there, and the old ones still at most of the places.
RECODED = frozenset(["VNM"])
LEAST_RUNNER_UP = 0.01


def find(
    analysis: Analysis, *, home: Home | None = None, places: Gazetteer | None = None
) -> tuple[tuple[Place, ...], tuple[Gap, ...]]:
    """The places of an article in text order, and a gap for each name that was not settled.

    `home` is the home of the article's site (see `home_of`), where known; `places` another gazetteer than the
    current one. A place's `score` is the chance that the name is a place and is this one.
    """
    places = places or gazetteer.current()
    found = places_detection.find(analysis, places)
    ranked = rank(analysis.text, [one.span for one in found], places, home)
    ranked = [_in_its_area(analysis, *pair) for pair in zip(found, ranked, [*found[1:], None], [*ranked[1:], None])]
    bodies = places_use.in_bodies(analysis, found)
    result, gaps = [], []
    before: Found | None = None
    for number, (one, meaning) in enumerate(zip(found, ranked), 1):
        row = meaning.candidates[0].row if meaning.candidates else None
        use = places_use.of(analysis, one, row, before, bodies)
        place = place_of(f"p{number}", analysis.text, one.span, meaning, places, use=use, sure=one.score)
        result.append(place)
        if place.lat is None:
            reason = "several places bear the name" if meaning.candidates else "not in the gazetteer"
            gaps.append(Gap(stage="places", reason=reason, detail=analysis.text[slice(*one.span)], span=one.span))
        before = one
    return tuple(result), tuple(gaps)


def _in_its_area(analysis: Analysis, one: Found, meaning: Ranked, after: Found | None, area: Ranked | None) -> Ranked:
    """A town without its meanings in other countries than the state that stands right after it: "Xyz, Logar"."""
    if after is None or area is None or not meaning.candidates or not area.candidates:
        return meaning
    town, state = meaning.candidates[0].row, area.candidates[0].row
    beside = analysis.text[one.span[1] : after.span[0]] == ", " and town.kind in TOWNS and state.kind in AREAS
    return meaning if not beside or town.country == state.country else replace(meaning, candidates=(), chances=())


def rank(text: str, spans: Sequence[Span], places: Gazetteer, home: Home | None) -> list[Ranked]:
    """What the name at each span may mean, ranked in the context of all of them."""
    named, keys = places_naming.of(text, spans, places)
    by_key = {one.key: one for one in places_ranking.rank(named, places, home)}
    return [by_key[key] for key in keys]


def place_of(  # noqa: PLR0913
    identifier: str,
    text: str,
    span: Span,
    ranked: Ranked,
    places: Gazetteer,
    *,
    use: Use = "location",
    sure: float = 1.0,
) -> Place:
    """The place at a span; without coordinates where no meaning is likely enough."""
    surface = text[slice(*span)]
    settled = bool(ranked.candidates) and ranked.chances[0] >= LEAST
    rest = list(zip(ranked.candidates, ranked.chances))[1 if settled else 0 :][:RUNNERS_UP]
    others = tuple(_candidate(candidate.row, chance * sure) for candidate, chance in rest if chance >= LEAST_RUNNER_UP)
    if not settled:
        return Place(id=identifier, span=span, use=use, name=surface, runners_up=others)
    row = ranked.candidates[0].row
    return Place(
        id=identifier,
        span=span,
        use=use,
        name=row.name,
        kind=row.kind,
        geonames=row.geonames,
        country=row.country,
        admin1=_state(row, places),
        lat=row.lat,
        lon=row.lon,
        score=round(ranked.chances[0] * sure, 4),
        runners_up=others,
    )


def home_of(articles: Iterable[Sequence[Place]], places: Gazetteer | None = None) -> Home | None:
    """The home of a site from the places of its articles, newest first; None where they tell none.

    Pure: what is kept of a site's articles is enough. Give all of the site's articles but the one to be read.
    """
    places = places or gazetteer.current()
    return places_home.of_votes([list(_votes(one, places)) for one in articles])


def _votes(found: Sequence[Place], places: Gazetteer) -> Iterator[Vote]:
    seen = set()
    for place in found:
        if place.lat is None or place.lon is None or place.name in seen or place.kind in ("continent", "sea"):
            continue
        seen.add(place.name)
        state = _state_number(place.name if place.kind == "state" else place.admin1, place.country, places)
        area = place.kind in ("country", "state", "region")
        yield Vote(place.name, place.lat, place.lon, place.country, state, area, place.score or 0.5)
        for other in place.runners_up:
            yield Vote(place.name, other.lat, other.lon, other.country, None, False, other.score)


def _state_number(name: str | None, country: str | None, places: Gazetteer) -> int | None:
    rows = (places.row(number) for number, _ in places.find(name or ""))
    return next((row.index for row in rows if row.kind == "state" and row.country == country), None)


def _state(row: Row, places: Gazetteer) -> str | None:
    if row.kind == "state":
        return row.name
    if row.state is None or row.country in RECODED:
        return None
    return places.row(row.state).name


def _candidate(row: Row, score: float) -> Candidate:
    return Candidate(
        name=row.name, geonames=row.geonames, country=row.country, lat=row.lat, lon=row.lon, score=round(score, 4)
    )
