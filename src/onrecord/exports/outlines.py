"""The outlines of countries that are shipped with onrecord: Natural Earth, public domain.

Coarse (1:110m) for the world, fine (1:50m) for a region. Made by training/outlines.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain
from typing import Literal

Level = Literal["coarse", "fine"]
Point = tuple[float, float]
HUNDREDTH = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """One closed line: (longitude, latitude) in WGS84 degrees, and what it lies within.

    `code` is ISO 3166-1 alpha-3, None where the ring has none. Longitudes go on beyond 180.
    """

    code: str | None
    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@cache
def rings(level: Level) -> tuple[Ring, ...]:
    """All rings of a level, those of one country one after another."""
    packed = files("onrecord.exports").joinpath("outlines.txt.gz").read_bytes()
    lines = gzip.decompress(packed).decode("ascii").splitlines()
    return tuple(_ring(line) for line in lines if line.startswith(level))


def _ring(line: str) -> Ring:
    _, code, *numbers = line.split(" ")
    steps = [int(number) for number in numbers]
    xs = [x * HUNDREDTH for x in accumulate(steps[::2])]
    ys = [y * HUNDREDTH for y in accumulate(steps[1::2])]
    return Ring(
        code=None if code == "-" else code,
        points=tuple(zip(xs, ys, strict=True)),
        west=min(xs),
        south=min(ys),
        east=max(xs),
        north=max(ys),
    )


def clipped(points: tuple[Point, ...], box: tuple[float, float, float, float]) -> list[Point]:
    """The part of a filled ring that lies in a box (west, south, east, north); Sutherland and Hodgman 1974."""
    west, south, east, north = box
    kept = list(points)
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept = list(_side(kept, axis, bound, sign))
    return kept


def _side(points: list[Point], axis: int, bound: float, sign: int) -> Iterator[Point]:
    for before, after in zip(chain(points[-1:], points), points):
        inside = [(point[axis] - bound) * sign >= 0 for point in (before, after)]
        if inside[0] != inside[1]:
            share = (bound - before[axis]) / (after[axis] - before[axis])
            other = before[1 - axis] + share * (after[1 - axis] - before[1 - axis])
            yield (bound, other) if axis == 0 else (other, bound)
        if inside[1]:
            yield after
