"""Countries and territories: what news calls them, their peoples, capitals and seats of government."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A row of knowledge/countries.tsv (ISO 3166-1; GeoNames, CC BY 4.0).

    `code` is alpha-3, `alpha2` alpha-2, `geonames` the country's own GeoNames id. `lat`, `lon` is its centre in
    WGS84 degrees. `names` begins with `name`. `demonyms` are adjectives and peoples, singular or plural as listed.
    `capital` is None where there is none; `seats` are other cities or houses that stand for the government
    ("The Hague", "Kremlin").
    """

    code: str
    alpha2: str
    geonames: int
    name: str
    lat: float
    lon: float
    population: int
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    seats: tuple[str, ...]


@cache
def every() -> tuple[Country, ...]:
    """All countries and territories, in the order of their alpha-3 codes."""
    lines = files("onrecord.knowledge").joinpath("countries.tsv").read_text("utf-8").splitlines()
    return tuple(_country(line.split("\t")) for line in lines if line and not line.startswith("#"))


def by_name(text: str) -> Country | None:
    """The country of that name, with or without "the"; None where none is called so. Capitals matter, but
    "FRANCE" is France. A name that is something else too ("Georgia", "Jordan") still gives the country.
    """
    return _names().get(_plain(text))


def by_demonym(text: str) -> Country | None:
    """The country whose people or adjective the word is: "Malian", "Turks". Where two share it ("Congolese"), the
    one with more people. Capitals matter.
    """
    return _demonyms().get(_plain(text))


def by_capital(text: str) -> Country | None:
    """The country whose capital or other seat of government the name is: "Bamako", "The Hague", "Kremlin"."""
    return _capitals().get(_plain(text))


def by_code(code: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-3 or alpha-2 code, in capitals."""
    return _codes().get(code)


def by_geonames(identifier: int) -> Country | None:
    """The country whose own GeoNames id that is; ids of places within a country give None."""
    return _ids().get(identifier)


def _country(cells: list[str]) -> Country:
    code, alpha2, geonames, name, lat, lon, population, names, demonyms, capital, seats = cells
    return Country(
        code=code,
        alpha2=alpha2,
        geonames=int(geonames),
        name=name,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        names=(name, *_list(names)),
        demonyms=_list(demonyms),
        capital=capital or None,
        seats=_list(seats),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _plain(name: str) -> str:
    name = name.replace("'", "’").strip()
    return name[4:] if name[:4] in ("The ", "the ", "THE ") else name


def _table(spellings: Callable[[Country], Iterable[str]]) -> dict[str, Country]:
    """By spelling; where two countries share one, the one with more people."""
    table: dict[str, Country] = {}
    for country in sorted(every(), key=lambda c: -c.population):
        for spelling in spellings(country):
            plain = _plain(spelling)
            table.setdefault(plain, country)
            if len(plain) > 3:
                table.setdefault(plain.upper(), country)
    return table


@cache
def _names() -> dict[str, Country]:
    return _table(lambda country: country.names)


@cache
def _demonyms() -> dict[str, Country]:
    return _table(lambda country: (form for word in country.demonyms for form in (word, _plural(word))))


@cache
def _capitals() -> dict[str, Country]:
    return _table(lambda country: (*((country.capital,) if country.capital else ()), *country.seats))


@cache
def _codes() -> dict[str, Country]:
    return {code: country for country in every() for code in (country.code, country.alpha2)}


@cache
def _ids() -> dict[int, Country]:
    return {country.geonames: country for country in every()}


def _plural(demonym: str) -> str:
    """The people of an adjective that takes an s ("Malians"); others ("Chinese", "French") stay as they are."""
    return demonym if demonym.endswith(("s", "ese", "sh", "ch", "men", "man", "woman")) else demonym + "s"
