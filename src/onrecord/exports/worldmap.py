"""The places of a record on a small map: what a drawing needs, worked out offline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, floor, radians

from onrecord.exports.letters import anchor, flat
from onrecord.exports.outlines import Level, Ring, clipped, rings
from onrecord.knowledge import countries
from onrecord.model import Place, Record

WIDTH, HEIGHT = 480.0, 300.0
# Degrees: nothing nearer is shown, so that a single town is seen with the lands around it.
LEAST_WIDE, LEAST_HIGH = 14.0, 9.0
ROOM = 0.22
COARSE_FROM = 70.0
NORTH, SOUTH = 84.0, -60.0
LETTER, LINE = 5.9, 13.0
DOT = 4.5
# A land that is drawn smaller than this needs a dot to be seen.
LEAST_LAND = 16.0
MOST_LABELS = 24
LONGEST_LABEL = 24

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """One country as an SVG path; `named` says that the article names it as a place.

    `size` is how wide or high the largest part of it is drawn.
    """

    path: str
    size: float
    code: str | None
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place at x, y with its name beside it; `label` is None where there is no room for it.

    `area` says that it stands for a whole country, which is shaded.
    """

    name: str
    to: str
    x: float
    y: float
    area: bool
    label: Point | None = None
    end: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A drawing of WIDTH by HEIGHT."""

    lands: tuple[Land, ...]
    dots: tuple[Dot, ...]
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which part of the world is drawn: equirectangular, true to scale at its middle latitude."""

    west: float
    south: float
    east: float
    north: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a point is drawn; the longitude is taken round the world to where the view is."""
        lon = self.west + (lon - self.west) % 360
        return self.plain(lon, lat)

    def plain(self, lon: float, lat: float) -> Point:
        """Where a point is drawn whose longitude counts as the view's do."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - lat) / (self.north - self.south) * HEIGHT
        return x, y


def of(record: Record) -> Map | None:
    """The map of the places whose position is known; None where there are none.

    Only names that stand for a location are shown: no government, no team.
    """
    places = [place for place in record.places if place.use == "location" and _position(place) is not None]
    if not places:
        return None
    view = _view([position for place in places if (position := _position(place))])
    areas = {place.country for place in places if is_country(place)}
    lands = tuple(_lands(view, areas))
    large = {land.code for land in lands if land.named and land.size >= LEAST_LAND}
    return Map(lands=lands, dots=tuple(_labelled(_dots(view, places, large))))


def is_country(place: Place) -> bool:
    """Whether a place is a whole country."""
    country = countries.by_code(place.country or "")
    if country is None:
        return False
    return place.geonames == country.geonames or countries.by_name(place.name) == country


def _position(place: Place) -> Point | None:
    if place.lat is None or place.lon is None or not (-90 <= place.lat <= 90 and -540 <= place.lon <= 540):
        return None
    return place.lon, place.lat


# ---------------------------------------------------------------- which part of the world


def _view(points: list[Point]) -> View:
    west, east = _longitudes([lon for lon, _ in points])
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    middle = (south + north) / 2
    wide = max((east - west) * (1 + 2 * ROOM), LEAST_WIDE)
    high = max((north - south) * (1 + 2 * ROOM), LEAST_HIGH)
    # The picture's shape is given; whichever way is the tighter decides the scale.
    stretch = max(cos(radians(min(abs(middle), 75.0))), 0.25)
    wide = max(wide, high * WIDTH / HEIGHT / stretch)
    if wide >= 300:
        return View(west=(west + east) / 2 - 180, east=(west + east) / 2 + 180, south=-90 + 4, north=90 + 4)
    high = wide * stretch * HEIGHT / WIDTH
    middle = min(max(middle, SOUTH + high / 2), NORTH - high / 2) if high < NORTH - SOUTH else middle
    centre = (west + east) / 2
    return View(west=centre - wide / 2, east=centre + wide / 2, south=middle - high / 2, north=middle + high / 2)


def _longitudes(lons: list[float]) -> tuple[float, float]:
    """The shortest stretch that holds them all, also over 180 degrees."""
    turned = sorted({lon % 360 for lon in lons})
    gaps = [(after - before, after) for before, after in pairwise([*turned, turned[0] + 360])]
    gap, west = max(gaps)
    west = west % 360
    west = west - 360 if west > 180 else west
    return west, west + 360 - gap


# ---------------------------------------------------------------- land


def _lands(view: View, areas: set[str | None]) -> Iterator[Land]:
    level: Level = "coarse" if view.east - view.west >= COARSE_FROM else "fine"
    paths: dict[str | None, list[tuple[str, float]]] = defaultdict(list)
    for ring in rings(level):
        paths[ring.code] += _paths(view, ring)
    for code, parts in paths.items():
        if parts:
            path, size = "".join(path for path, _ in parts), max(size for _, size in parts)
            yield Land(path=path, size=size, code=code, named=code is not None and code in areas)


def _paths(view: View, ring: Ring) -> Iterator[tuple[str, float]]:
    if ring.north < view.south or ring.south > view.north:
        return
    margin = (view.east - view.west) * 0.01
    box = (view.west - margin, view.south - margin, view.east + margin, view.north + margin)
    first = floor((box[0] - ring.east) / 360) + 1
    last = floor((box[2] - ring.west) / 360)
    for turns in range(first, last + 1):
        points = tuple((lon + turns * 360, lat) for lon, lat in ring.points)
        drawn = _drawn(view, clipped(points, box))
        if len(drawn) > 2:
            yield _path(drawn), max(max(along) - min(along) for along in zip(*drawn)) / 2


def _drawn(view: View, points: list[Point]) -> list[tuple[int, int]]:
    """In half units of the picture; points that fall on the same place are drawn once."""
    drawn: list[tuple[int, int]] = []
    for lon, lat in points:
        x, y = view.plain(lon, lat)
        rounded = (round(x * 2), round(y * 2))
        if not drawn or rounded != drawn[-1]:
            drawn.append(rounded)
    return drawn


def _path(drawn: list[tuple[int, int]]) -> str:
    (x, y), *_ = drawn
    steps = (f"l{_half(b[0] - a[0])} {_half(b[1] - a[1])}" for a, b in pairwise(drawn))
    return f"M{_half(x)} {_half(y)}{''.join(steps)}z"


def _half(number: int) -> str:
    return f"{number / 2:g}"


# ---------------------------------------------------------------- places and their names


def _dots(view: View, places: list[Place], large: set[str | None]) -> list[Dot]:
    dots: dict[tuple[str, float, float], Dot] = {}
    for place in places:
        lon, lat = _position(place) or (0.0, 0.0)
        x, y = view.at(lon, lat)
        key = (flat(place.name), round(x), round(y))
        if key not in dots:
            area = is_country(place) and place.country in large
            dots[key] = Dot(name=flat(place.name), to=anchor("place", place.id), x=x, y=y, area=area)
    return list(dots.values())


def _labelled(dots: list[Dot]) -> Iterator[Dot]:
    """Each dot with its name where the first free room beside it is."""
    taken: list[Box] = [(dot.x - DOT, dot.y - DOT, dot.x + DOT, dot.y + DOT) for dot in dots if not dot.area]
    for number, dot in enumerate(dots):
        wide = min(len(dot.name), LONGEST_LABEL) * LETTER
        for x, y, end in _tries(dot) if number < MOST_LABELS else ():
            left = {"start": x, "middle": x - wide / 2, "end": x - wide}[end]
            box = (left, y - LINE + 3, left + wide, y + 3)
            if _inside(box) and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield Dot(name=dot.name, to=dot.to, x=dot.x, y=dot.y, area=dot.area, label=(x, y), end=end)
                break
        else:
            yield dot


def _tries(dot: Dot) -> Iterable[tuple[float, float, str]]:
    beside = DOT + 3
    if dot.area:
        yield dot.x, dot.y + 4, "middle"
    yield dot.x + beside, dot.y + 4, "start"
    yield dot.x - beside, dot.y + 4, "end"
    yield dot.x, dot.y - beside, "middle"
    yield dot.x, dot.y + beside + 9, "middle"
    yield dot.x + beside, dot.y - beside, "start"
    yield dot.x + beside, dot.y + beside + 9, "start"
    yield dot.x - beside, dot.y - beside, "end"
    yield dot.x - beside, dot.y + beside + 9, "end"


def _inside(box: Box) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= WIDTH - 2 and box[3] <= HEIGHT - 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
