"""An outlet's home: where the articles of one site mostly happen, learned from their places."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import numpy as np

from onrecord.knowledge import countries
from onrecord.model import Place

REACH_KM = 80.0
MOST_ARTICLES = 60
MOST_POINTS = 600
_RADIUS = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a site is at home. `strength` (0 to 1) is the share of its articles that name a place near `lat`, `lon`.

    `countries` gives each country's share (ISO alpha-3) of what the articles name. None and {} where nothing is known.
    """

    lat: float | None = None
    lon: float | None = None
    strength: float = 0.0
    countries: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One meaning of one name in one article, and how likely it is."""

    name: str
    lat: float
    lon: float
    country: str | None
    weight: float


def learn(articles: Iterable[Sequence[Place]]) -> Home | None:
    """The home of a site from the places of its articles, newest first; None without any.

    Countries, continents and the like tell the country, not the point. Rejected meanings (`runners_up`) vote too,
    by their scores, so that a name read wrongly everywhere can be put right by its neighbours.
    """
    return of_votes(list(votes(places)) for places in articles)


def votes(places: Sequence[Place]) -> Iterable[Vote]:
    """What the places of one article say of the site's home."""
    for place in places:
        if place.lat is not None and place.lon is not None and place.kind not in ("country", "continent", "region", "sea"):
            yield Vote(place.name, place.lat, place.lon, place.country, place.score or 0.5)
            for other in place.runners_up:
                yield Vote(place.name, other.lat, other.lon, other.country, other.score)


def of_votes(articles: Iterable[Sequence[Vote]]) -> Home | None:
    """As `learn`, from votes."""
    kept = [[vote for vote in one if vote.weight > 0.001] for _, one in zip(range(MOST_ARTICLES), articles)]
    kept = [one for one in kept if one]
    if not kept:
        return None
    shares: dict[str, float] = defaultdict(float)
    for one in kept:
        for vote in one:
            if vote.country:
                shares[vote.country] += vote.weight / len(one)
    total = sum(shares.values()) or 1.0
    lat, lon, strength = _densest(kept)
    top = sorted(((code, share / total) for code, share in shares.items()), key=lambda item: -item[1])[:8]
    return Home(lat=lat, lon=lon, strength=strength, countries=tuple(top))


def of_address(url: str | None) -> Home | None:
    """What an address alone tells: the country of a national domain (".ie", ".co.uk")."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2].upper()
    country = countries.by_code("GB" if ending == "UK" else ending) if len(ending) == 2 else None
    if country is None or ending in ("TV", "IO", "CO", "ME", "AI", "FM", "LY", "TO"):
        return None
    return Home(countries=((country.code, 0.8),))


def unit(lat: float, lon: float) -> tuple[float, float, float]:
    """The point on the unit sphere."""
    a, b = math.radians(lat), math.radians(lon)
    return math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)


def kilometres(cosines: np.ndarray) -> np.ndarray:
    """Great-circle distances from the inner products of unit vectors."""
    return _RADIUS * np.arccos(np.clip(cosines, -1.0, 1.0))


def _densest(articles: Sequence[Sequence[Vote]]) -> tuple[float, float, float]:
    """The point near which most articles name a place, and the share of them that do."""
    flat = [(number, vote) for number, one in enumerate(articles) for vote in one]
    flat = sorted(flat, key=lambda item: -item[1].weight)[:MOST_POINTS]
    points = np.array([unit(vote.lat, vote.lon) for _, vote in flat])
    weights = np.array([vote.weight for _, vote in flat])
    near = np.exp(-((kilometres(points @ points.T) / REACH_KM) ** 2)) * weights[None, :]
    total = np.zeros(len(flat))
    numbers = np.array([number for number, _ in flat])
    for number in range(len(articles)):
        mine = numbers == number
        if mine.any():
            total += 1.0 - np.prod(1.0 - np.clip(near[:, mine], 0.0, 0.95), axis=1)
    best = int(total.argmax())
    return flat[best][1].lat, flat[best][1].lon, float(total[best] / len(articles))
