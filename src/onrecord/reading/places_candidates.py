"""What a place name may mean: rows of the gazetteer, by the name as it stands or without the words around it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer import Gazetteer, Row, fold

MOST = 40
_SIDES = (
    r"north|south|east|west|northern|southern|eastern|western|central|centre|center|northeast|northwest|"
    r"southeast|southwest|"
    r"northeastern|northwestern|southeastern|southwestern|north-east|north-west|south-east|south-west|north-eastern|"
    r"north-western|south-eastern|south-western|upper|lower|greater|downtown|inner|outer|mainland|metropolitan|metro|"
    r"rural|suburban|old|mid|near|far"
)
_AREA_WORDS = (
    r"region|province|state|county|district|oblast|governorate|prefecture|territory|municipality|"
    r"republic|department|area|"
    r"city|town|village|metropolitan area|raion|canton|emirate|division|borough"
)
_BEFORE = re.compile(
    rf"^(?:(?:the|a)\s+)?(?:(?:{_SIDES})(?:\s+and\s+(?:{_SIDES}))?[\s-]+(?:of\s+)?|"
    r"(?:city|town|village|state|province|region|island|county|port|republic|kingdom|municipality|borough|district)\s+of\s+)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:[\s-]+(?:{_AREA_WORDS}))$|(?:['’]s?)$", re.IGNORECASE)
_PEOPLES = {
    form: area
    for word, area in (
        ("African", "Africa"), ("European", "Europe"), ("Asian", "Asia"), ("Texan", "Texas"),
        ("Californian", "California"),
        ("Ontarian", "Ontario"), ("Albertan", "Alberta"), ("Quebecer", "Quebec"), ("Londoner", "London"),
        ("Scottish", "Scotland"), ("Scot", "Scotland"), ("Welsh", "Wales"), ("English", "England"),
        ("Chechen", "Chechnya"),
        ("Dagestani", "Dagestan"), ("Ohioan", "Ohio"), ("Iowan", "Iowa"), ("Gazan", "Gaza"), ("Siberian", "Siberia"),
        ("Kashmiri", "Kashmir"), ("Latin American", "Latin America"), ("New Yorker", "New York City"),
        ("Parisian", "Paris"), ("Catalan", "Catalonia"), ("Bavarian", "Bavaria"), ("Sicilian", "Sicily"),
        ("Crimean", "Crimea"), ("Abkhaz", "Abkhazia"), ("South Ossetian", "South Ossetia"), ("Darfuri", "Darfur"),
        ("Tibetan", "Tibet"), ("Punjabi", "Punjab"), ("Hawaiian", "Hawaii"), ("Floridian", "Florida"),
    )
    for form in (word, word + "s")
}  # fmt: skip
_MEANT = {"Korea": "South Korea", "KOREA": "South Korea"}
_AREAL = frozenset(["region", "province", "state", "oblast", "governorate", "prefecture", "territory", "department"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that the name may mean. `first` is whether the row's first name says so, `exact` whether the whole name
    does (not one with words taken off), `areal` whether the words taken off ask for an area, `people` whether the
    name is an adjective or a people and the row its country.
    """

    row: Row
    first: bool = True
    exact: bool = True
    areal: bool = False
    people: bool = False


def of(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """The candidates of a name, most people first; () where it means no place that is known."""
    return _of(gazetteer, " ".join(name.split())[:200])


@lru_cache(maxsize=20_000)
def _of(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    return (*_people(gazetteer, name), *_direct(gazetteer, name)) or _without(gazetteer, name)


def _people(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """The country of an adjective or a people."""
    country = countries.by_demonym(name)
    if country is None:
        area = _PEOPLES.get(name)
        return tuple(Candidate(row, people=True) for row, _ in _rows(gazetteer, area)[:1]) if area else ()
    return tuple(
        Candidate(row, people=True)
        for row, _ in _rows(gazetteer, country.name)
        if row.kind == "country" and row.geonames == country.geonames
    )


def _direct(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(row, first) for row, first in _rows(gazetteer, _MEANT.get(name, name)))


def _rows(gazetteer: Gazetteer, name: str) -> tuple[tuple[Row, bool], ...]:
    return tuple((gazetteer.row(number), first) for number, first in gazetteer.find_folded(fold(name)))


def _without(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """Of "northern Mali", "Donetsk region", "city of Lyon": the place within."""
    after = _AFTER.search(name)
    areal = bool(after and after.group().strip(" -").lower() in _AREAL)
    short = _AFTER.sub("", name) if after else name
    for core in dict.fromkeys([short, _BEFORE.sub("", name), _BEFORE.sub("", short)]):
        if core and core != name and (found := _rows(gazetteer, core)):
            return tuple(Candidate(row, first, exact=False, areal=areal) for row, first in found)
    head, comma, rest = name.partition(",")
    if comma and rest.strip() and head.strip() != name:
        return tuple(Candidate(c.row, c.first, exact=False) for c in _of(gazetteer, head.strip()))
    return ()
