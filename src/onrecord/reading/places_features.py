"""What speaks for each meaning of a place name: how well known it is, what stands beside it, what else is named."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.knowledge.gazetteer import KINDS, Gazetteer
from onrecord.reading.places_candidates import Candidate
from onrecord.reading.places_home import Home, kilometres, unit

GROUPS = ("country", "state", "county", "capital", "city", "quarter", "wide", "nature")
_GROUP = {"continent": "wide", "region": "wide", "disputed": "wide", **{kind: kind for kind in GROUPS[:6]}}
NAMES = (
    *(f"is {group}" for group in GROUPS),
    *(f"people {group}" for group in GROUPS),
    "first name", "exact", "areal", "largest", "share", "beside inside", "beside outside", "country named",
    "country's people named", "state named", "holds others", "named county", "near 25", "near 100", "near 400",
    "same state",
    "same country", "near share", "home near", "home region", "home country", "home far", "only one", "people",
    "below largest", "namesake of an area", "wide text", "wide text small", "home state", "capital's country named",
)  # fmt: skip
_AREAL = ("state", "county", "region")
_WIDE = ("country", "state", "capital", "continent", "region", "sea", "disputed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name of the text, once for all its places there: its candidates, how often it stands, and the areas that
    stand beside it ("Paris, Texas"), as row numbers of states and as countries' codes.
    """

    key: str
    candidates: tuple[Candidate, ...]
    count: int
    states: frozenset[int]
    countries: frozenset[str]
    counties: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the whole text says: how often each country is named and each people, which states; the share of its names
    that are countries, states and the like (`wide`); the outlet's home.
    """

    countries: Mapping[str, int]
    peoples: Mapping[str, int]
    states: Mapping[int, int]
    wide: float
    home: Home | None


def context(named: Sequence[Named], home: Home | None) -> Context:
    """The context that the names of a text make together."""
    lands: Counter[str] = Counter()
    peoples: Counter[str] = Counter()
    states: Counter[int] = Counter()
    for one in named:
        found = [c for c in one.candidates if c.row.kind == "country"]
        if found and (len(one.candidates) == len(found) or found[0] is one.candidates[0]):
            (peoples if found[0].people else lands)[found[0].row.country or ""] += one.count
        for candidate in one.candidates[:3]:
            if candidate.row.kind == "state":
                states[candidate.row.index] += one.count
    wide = sum(bool(one.candidates) and one.candidates[0].row.kind in _WIDE for one in named)
    return Context(countries=lands, peoples=peoples, states=states, wide=wide / max(1, len(named)), home=home)


def matrix(one: Named, around: Context, support: np.ndarray | None) -> np.ndarray:
    """A row of NAMES for each candidate of a name. `support` has a row of six for each candidate: see `support_of`."""
    table = np.zeros((len(one.candidates), len(NAMES)))
    most = max((c.row.population for c in one.candidates), default=0)
    total = sum(c.row.population + 100 for c in one.candidates) or 1
    for number, candidate in enumerate(one.candidates):
        table[number] = _plain(candidate, one, around, most, total)
    if support is not None:
        start = NAMES.index("near 25")
        table[:, start : start + 5] = np.log1p(support[:, :5])
        near = support[:, 1] + support[:, 3]
        table[:, start + 5] = near / max(near.max(initial=0.0), 1e-9)
    _add_home(table, one, around.home)
    return table


def _plain(candidate: Candidate, one: Named, around: Context, most: int, total: int) -> np.ndarray:
    row, cells = candidate.row, np.zeros(len(NAMES))
    group = GROUPS.index(_GROUP.get(row.kind, "nature"))
    cells[group] = 1.0
    cells[len(GROUPS) + group] = math.log10(row.population + 10) / 4
    beside = one.states or one.countries or one.counties
    inside = (
        (row.state in one.states and row.index not in one.states)
        or (row.kind != "country" and row.country in one.countries)
        or (row.county in one.counties and row.county is not None)
    )
    values = (
        candidate.first, candidate.exact and not candidate.people, candidate.areal and row.kind in _AREAL,
        row.population == most, (row.population + 100) / total, inside, bool(beside) and not inside,
        row.kind != "country" and around.countries.get(row.country or "", 0) > 0,
        row.kind != "country" and around.peoples.get(row.country or "", 0) > 0,
        row.state is not None and around.states.get(row.state, 0) > 0, 0.0, row.kind == "county" and "count" in one.key,
    )  # fmt: skip
    start = 2 * len(GROUPS)
    cells[start : start + len(values)] = values
    cells[NAMES.index("only one")] = len(one.candidates) == 1
    cells[NAMES.index("people")] = candidate.people
    _add_fame(cells, candidate, one, around, most)
    return cells


def _add_fame(cells: np.ndarray, candidate: Candidate, one: Named, around: Context, most: int) -> None:
    row = candidate.row
    cells[NAMES.index("below largest")] = math.log10(most + 100) - math.log10(row.population + 100)
    if row.kind not in ("country", "state", "continent"):
        cells[NAMES.index("namesake of an area")] = any(
            c.first and c.row.kind in ("country", "state", "continent") and c.row.index != row.state
            for c in one.candidates
        )
        cells[NAMES.index("wide text")] = around.wide
        cells[NAMES.index("wide text small")] = around.wide * max(0.0, 6.0 - math.log10(row.population + 10))
    if row.kind == "capital":
        named = row.country in around.countries or row.country in around.peoples
        cells[NAMES.index("capital's country named")] = named


def _add_home(table: np.ndarray, one: Named, home: Home | None) -> None:
    if home is None or not one.candidates:
        return
    shares = dict(home.countries)
    at = {name: NAMES.index(name) for name in ("home near", "home region", "home country", "home far", "home state")}
    states = dict(home.states)
    for number, candidate in enumerate(one.candidates):
        if candidate.row.kind != "country":
            table[number, at["home country"]] = shares.get(candidate.row.country or "", 0.0)
            table[number, at["home state"]] = states.get(candidate.row.state or candidate.row.index, 0.0)
    if home.lat is None or home.lon is None:
        return
    points = np.array([unit(c.row.lat, c.row.lon) for c in one.candidates])
    far = kilometres(points @ np.array(unit(home.lat, home.lon)))
    small = np.array([c.row.kind not in ("country", "continent") for c in one.candidates])
    table[:, at["home near"]] = small * home.strength * np.exp(-far / 50.0)
    table[:, at["home region"]] = small * home.strength * np.exp(-far / 250.0)
    table[:, at["home far"]] = small * home.strength * np.log1p(far / 50.0)


def support_of(named: Sequence[Named], chances: Sequence[np.ndarray], gazetteer: Gazetteer) -> list[np.ndarray]:
    """How much the other names speak for each candidate, by their own chances: near within 25, 100, 400 km (kernels),
    in the same state, in the same country; five columns and a spare one for each candidate of each name.
    """
    del gazetteer
    sizes = [len(one.candidates) for one in named]
    rows = [c.row for one in named for c in one.candidates]
    if not rows:
        return [np.zeros((0, 6)) for _ in named]
    points = np.array([unit(row.lat, row.lon) for row in rows])
    owner = np.repeat(np.arange(len(named)), sizes)
    weight = np.concatenate(list(chances))
    wide = np.array([row.kind in ("country", "continent", "region", "sea") for row in rows])
    far = kilometres(points @ points.T)
    states = np.array([row.index if row.kind == "state" else row.state or -1 for row in rows])
    lands = np.array([KINDS.index(row.kind) * -1 - 1 if row.country is None else _code(row.country) for row in rows])
    local = np.where(wide, 0.0, weight)
    columns = [np.exp(-far / reach) * local[None, :] for reach in (25.0, 100.0, 400.0)]
    columns.append(((states[:, None] == states[None, :]) & (states[:, None] >= 0)) * weight[None, :])
    columns.append(((lands[:, None] == lands[None, :]) & (lands[:, None] >= 0)) * weight[None, :])
    ends = np.cumsum([0, *sizes])
    support = np.zeros((len(rows), 6))
    for column, one in enumerate(columns):
        best = np.stack([one[:, a:b].max(axis=1) if b > a else np.zeros(len(rows)) for a, b in pairwise(ends)], axis=1)
        best[np.arange(len(rows)), owner] = 0.0
        support[:, column] = best.sum(axis=1)
    return [support[a:b] for a, b in pairwise(ends)]


def _code(code: str) -> int:
    return (ord(code[0]) * 128 + ord(code[1])) * 128 + ord(code[2])
