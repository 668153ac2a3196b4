"""What the gazetteer tells of one place."""

from dataclasses import dataclass

KINDS = (
    "country", "state", "county", "capital", "city", "quarter", "continent", "region", "disputed", "sea", "lake",
    "river",    "mountain", "desert", "island", "peninsula", "base", "place",
)  # fmt: skip
# those that hold other places of the gazetteer
AREAS = frozenset(["country", "state", "county", "continent", "region", "disputed"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place. `index` is its row number; `geonames` is None for what GeoNames' own extracts do not number.

    `lat`, `lon` are WGS84 degrees, of an area its middle. `country` is ISO 3166-1 alpha-3, None where it lies in
    none or in several. `state` and `county` are the row numbers of the areas that hold it. `population` is people,
    for what has none a weight of the same order that says how well known it is.
    """

    index: int
    name: str
    kind: str
    geonames: int | None
    country: str | None
    state: int | None
    county: int | None
    lat: float
    lon: float
    population: int
