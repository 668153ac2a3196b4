"""An outlet's home: where the articles of one site mostly happen, learned from their places."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from onrecord.knowledge import countries

REACH_KM = 80.0
MOST_ARTICLES = 60
MOST_POINTS = 600
SOFTER = 0.4
STATE_DRAWS = 0.6
COUNTRY_DRAWS = 0.3
_RADIUS = 6371.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where a site is at home. `strength` (0 to 1) is the share of its articles that name a place near `lat`, `lon`.

    `countries` and `states` give the share of each country (ISO alpha-3) and each first-level area (row number of the
    gazetteer) in what the articles name, the largest first. None and () where nothing is known.
    """

    lat: float | None = None
    lon: float | None = None
    strength: float = 0.0
    countries: tuple[tuple[str, float], ...] = ()
    states: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Vote:
    """One meaning of one name in one article: how likely it is, and the areas that hold it. `area` is whether it is
    itself a country, state or the like, which tells no point.
    """

    name: str
    lat: float
    lon: float
    country: str | None
    state: int | None
    area: bool
    weight: float


def of_votes(articles: Iterable[Sequence[Vote]]) -> Home | None:
    """The home of a site from the votes of its articles, newest first; None without any.

    Meanings that were rejected vote too, so that a name read wrongly everywhere is put right by its neighbours.
    """
    kept = [list(one) for _, one in zip(range(MOST_ARTICLES), articles)]
    kept = [one for one in kept if one]
    if not kept:
        return None
    lands, states = _shares(kept, lambda vote: vote.country), _shares(kept, lambda vote: vote.state)
    local = [[vote for vote in one if not vote.area] for one in kept]
    if not any(local):
        return Home(countries=tuple(lands.items()), states=tuple(states.items()))
    lat, lon, strength = _densest(local, lands, states)
    return Home(lat=lat, lon=lon, strength=strength, countries=tuple(lands.items()), states=tuple(states.items()))


def _shares(articles: Sequence[Sequence[Vote]], area: Callable[[Vote], Any]) -> dict[Any, float]:
    """The mean share of each area in the articles that name any; the eight largest."""
    total: dict[Any, float] = defaultdict(float)
    for one in articles:
        mine: dict[Any, float] = defaultdict(float)
        for vote in one:
            if area(vote) is not None:
                mine[area(vote)] += vote.weight
        whole = sum(mine.values())
        for key, weight in mine.items():
            total[key] += weight / whole / len(articles)
    return dict(sorted(total.items(), key=lambda item: -item[1])[:8])


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
    return np.asarray(_RADIUS * np.arccos(np.clip(cosines, -1.0, 1.0)))


def _densest(
    articles: Sequence[Sequence[Vote]], lands: Mapping[str, float], states: Mapping[int, float]
) -> tuple[float, float, float]:
    """The point near which most articles name a place, and the share of them that do. Areas that the articles name
    draw it to themselves: of two Londons, the one whose province they name.
    """
    flat = [(number, vote) for number, one in enumerate(articles) for vote in one]
    flat = sorted(flat, key=lambda item: -item[1].weight)[:MOST_POINTS]
    points = np.array([unit(vote.lat, vote.lon) for _, vote in flat])
    weights = np.array([vote.weight**SOFTER for _, vote in flat])
    near = np.exp(-((kilometres(points @ points.T) / REACH_KM) ** 2)) * weights[None, :]
    total = np.zeros(len(flat))
    numbers = np.array([number for number, _ in flat])
    for number in range(len(articles)):
        mine = numbers == number
        if mine.any():
            total += 1.0 - np.prod(1.0 - np.clip(near[:, mine], 0.0, 0.95), axis=1)
    drawn = [
        STATE_DRAWS * states.get(v.state or -1, 0.0) + COUNTRY_DRAWS * lands.get(v.country or "", 0.0) for _, v in flat
    ]
    best = int((total / len(articles) + np.array(drawn)).argmax())
    return flat[best][1].lat, flat[best][1].lon, float(total[best] / len(articles))
