"""The names of a text as the ranking wants them: each once, with the areas that stand beside it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.knowledge.gazetteer import Gazetteer, fold
from onrecord.model import Span
from onrecord.reading import places_candidates
from onrecord.reading.places_candidates import Candidate
from onrecord.reading.places_features import Named

# "Paris, Texas", "Paris (Texas)", "Lyon in France", "Goma, in eastern Congo"
_BESIDE = re.compile(
    r"(?:\s*,\s*|\s*\(\s*|\s+in\s+(?:the\s+)?|\s*,\s*in\s+(?:the\s+)?)"
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western)[\w-]*\s+)?"
    r"((?:[A-Z][\w’'.-]*)(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*){0,3})"
)
_WIDEST = 70
# "Clarke, Oconee and Van Buren counties"
_NAME = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,2}"
_COUNTIES = re.compile(rf"(?:\s*,\s*(?:and\s+)?{_NAME}|\s+and\s+{_NAME}){{0,7}}\s+[Cc]ounties\b")


@dataclass(slots=True)
class _Growing:
    candidates: tuple[Candidate, ...]
    count: int = 0
    states: set[int] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    counties: set[int] = field(default_factory=set)


def of(text: str, spans: Iterable[Span], gazetteer: Gazetteer) -> tuple[list[Named], list[str]]:
    """The names at the spans, each once, and for each span the key of its name."""
    growing: dict[str, _Growing] = {}
    keys = []
    for start, end in spans:
        surface = text[start:end]
        if _COUNTIES.match(text, end, end + 2 * _WIDEST) and gazetteer.find(f"{surface} County"):
            surface += " County"
        areas = list(beside(text, end, gazetteer))
        key = fold(surface)
        if key not in growing:
            growing[key] = _Growing(places_candidates.of(gazetteer, surface))
        _add(growing[key], areas)
        keys.append(key)
    named = [
        Named(
            key=key,
            candidates=one.candidates,
            count=one.count,
            states=frozenset(one.states),
            countries=frozenset(one.countries),
            counties=frozenset(one.counties),
        )
        for key, one in growing.items()
    ]
    return named, keys


def _add(one: _Growing, areas: Sequence[Candidate]) -> None:
    one.count += 1
    own = {c.row.index for c in one.candidates}
    for area in areas:
        row = area.row
        if row.index in own and len(own) < 2:
            continue
        if row.kind == "state" and any(c.row.state == row.index for c in one.candidates):
            one.states.add(row.index)
        elif row.kind == "country" and any(c.row.country == row.country and c.row is not row for c in one.candidates):
            one.countries.add(row.country or "")
        elif row.kind == "county" and any(c.row.county == row.index for c in one.candidates):
            one.counties.add(row.index)


def beside(text: str, end: int, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Candidates for the area named right after a name."""
    match = _BESIDE.match(text, end, end + _WIDEST)
    if match is None:
        return
    words = match.group(1).split()
    for width in range(len(words), 0, -1):
        name = " ".join(words[:width]).rstrip(",")
        found = [c for c in places_candidates.of(gazetteer, name) if c.row.kind in ("state", "country", "county")]
        if found:
            yield from found
            return
