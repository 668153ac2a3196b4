"""Makes a gazetteer of a user's full GeoNames extract (allCountries.zip), with the shipped regions, seas and bases."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import GazetteerError
from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer.layout import Draft, write
from onrecord.knowledge.gazetteer.opening import Gazetteer, shipped
from onrecord.knowledge.gazetteer.rows import KINDS

OWN = frozenset(KINDS) - {
    "state",
    "county",
    "capital",
    "city",
    "quarter",
    "lake",
    "river",
    "mountain",
    "island",
    "place",
}
FEATURES = {
    "PPLC": "capital", "PPLX": "quarter", "LK": "lake", "LKS": "lake", "STM": "river", "MT": "mountain",
    "MTS": "mountain",    "ISL": "island", "ISLS": "island", "DSRT": "desert", "PEN": "peninsula",
    "SEA": "sea", "STRT": "sea", "GULF": "sea",
    "BAY": "sea", "AIRB": "base", "INSM": "base", "NVB": "base", "AIRP": "place", "RGN": "region",
}  # fmt: skip
MOST_HOLDERS = 65_000
CELLS = 19


@dataclass(frozen=True, slots=True)
class _Line:
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


def import_geonames(source: Path, target: Path, *, smallest: int = 1) -> int:
    """Writes the gazetteer to `target` and gives its number of places.

    `source` is allCountries.zip or .txt of download.geonames.org/export/dump, or one country's. Populated places
    with fewer than `smallest` people are left out unless they are a seat of government. Memory: about 1 KB for each
    place that is kept. Raises GazetteerError.
    """
    try:
        with _lines(source) as lines:
            kept = [line for line in _parsed(lines) if _is_kept(line, smallest)]
    except OSError as error:
        raise GazetteerError(f"{source}: cannot be read: {error.strerror or error}") from error
    except (ValueError, zipfile.BadZipFile, KeyError) as error:
        raise GazetteerError(f"{source}: not a GeoNames extract (tab-separated, 19 columns): {error}") from error
    if not kept:
        raise GazetteerError(f"{source}: holds no place that could be kept")
    drafts = _drafts(kept, shipped())
    target.parent.mkdir(parents=True, exist_ok=True)
    sources = [f"GeoNames (CC BY 4.0), {source.name}", *shipped().about["sources"]]
    write(target, drafts, {"name": _name(source, smallest), "sources": sources})
    return len(drafts)


def _name(source: Path, smallest: int) -> str:
    """What a record's `made` calls it: the file, and a digest of what was in it and of what was left out."""
    with source.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    digest.update(str(smallest).encode())
    return f"{source.name}@{digest.hexdigest()[:12]}"


@contextmanager
def _lines(source: Path) -> Iterator[Iterable[str]]:
    if source.suffix.lower() != ".zip":
        with source.open(encoding="utf-8") as plain:
            yield plain
        return
    with zipfile.ZipFile(source) as archive:
        name = max(
            (one for one in archive.namelist() if one.endswith(".txt") and "readme" not in one.lower()),
            key=lambda one: archive.getinfo(one).file_size,
        )
        with archive.open(name) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8")


def _parsed(lines: Iterable[str]) -> Iterator[_Line]:
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) != CELLS:
            raise ValueError(f"a line of {len(cells)} cells")
        if cells[8] and (cells[6] in "PA" or cells[7] in FEATURES):
            yield _Line(
                int(cells[0]), cells[1], tuple(one for one in cells[3].split(",") if _is_latin(one)),
                float(cells[4]), float(cells[5]), cells[7], cells[8], cells[10], cells[11], max(0, int(cells[14] or 0)),
            )  # fmt: skip


def _is_latin(name: str) -> bool:
    return len(name) > 3 and name[0].isupper() and all(ord(c) < 0x250 or c in "’‘ʻʼ" for c in name)


def _is_kept(line: _Line, smallest: int) -> bool:
    if line.feature in ("ADM1", "ADM2") or line.feature in FEATURES or line.feature in ("PPLA", "PPLA2"):
        return True
    return line.feature.startswith("PPL") and line.population >= smallest


def _drafts(kept: list[_Line], known: Gazetteer) -> list[Draft]:
    """Countries and own areas first, then the areas that hold others, then the rest."""
    drafts = _own(known)
    states: dict[str, int] = {}
    counties: dict[str, int] = {}
    for level, numbers in (("ADM1", states), ("ADM2", counties)):
        for line in kept:
            if line.feature == level and len(drafts) < MOST_HOLDERS:
                numbers[_code(line, level)] = len(drafts)
                kind = "state" if level == "ADM1" else "county"
                drafts.append(_draft(line, kind, states.get(_code(line, "ADM1")) if level == "ADM2" else None, None))
    for line in kept:
        if not line.feature.startswith("ADM"):
            kind = FEATURES.get(line.feature, "city")
            drafts.append(_draft(line, kind, states.get(_code(line, "ADM1")), counties.get(_code(line, "ADM2"))))
    return drafts


def _own(known: Gazetteer) -> list[Draft]:
    """What the shipped gazetteer has and GeoNames has not, or calls otherwise."""
    names = known.other_names(OWN)
    drafts = []
    for number in sorted(names):
        row = known.row(number)
        country = countries.by_code(row.country) if row.country else None
        drafts.append(
            Draft(
                name=row.name,
                kind=row.kind,
                lat=row.lat,
                lon=row.lon,
                population=row.population,
                country=country.alpha2 if country else "",
                geonames=row.geonames or 0,
                other_names=tuple(names[number]),
            )
        )
    return drafts


def _code(line: _Line, level: str) -> str:
    first = f"{line.country}.{line.admin1}"
    return first if level == "ADM1" else f"{first}.{line.admin2}"


def _draft(line: _Line, kind: str, state: int | None, county: int | None) -> Draft:
    known = countries.by_code(line.country)
    return Draft(
        name=line.name, kind=kind, lat=line.lat, lon=line.lon, population=line.population,
        country=line.country if known else "", geonames=line.geonames, state=state, county=county,
        other_names=line.other_names[:60],
    )  # fmt: skip
