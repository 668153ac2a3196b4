"""Decides which names of a text are places, by weighing the evidence for each."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.model import Analysis, Name, Span
from onrecord.reading import places_candidates, places_evidence, places_spans
from onrecord.reading.places_spans import Spot

ENOUGH = 0.5
SURE_NAME = 0.6
_SHIPS = ("MV", "M/V", "MT", "MS", "SS", "RMS", "USS", "HMS", "INS", "HMAS", "HMCS", "USNS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place name: its span, its tokens [first, last) and how sure it is that it is one (0 to 1)."""

    span: Span
    first: int
    last: int
    score: float


@cache
def weights() -> np.ndarray:
    """The shipped weights (see the file for how they were measured)."""
    data = json.loads(files("onrecord.knowledge.gazetteer").joinpath("detection.json").read_text("utf-8"))
    return np.array([data["weights"].get(name, 0.0) for name in places_evidence.NAMES])


def find(analysis: Analysis, gazetteer: Gazetteer, by: np.ndarray | None = None) -> list[Found]:
    """The place names of a text in order, none over another; linear in its length."""
    spots = places_spans.find(analysis, gazetteer)
    chosen = []
    if spots:
        scores = 1.0 / (1.0 + np.exp(-evidence(analysis, spots) @ (weights() if by is None else by)))
        chosen = _whole([(spot, float(score)) for spot, score in zip(spots, scores) if score >= ENOUGH])
    found = [_found(analysis, spot.first, spot.last, score) for spot, score in chosen]
    taken = {token for spot in spots for token in range(spot.first, spot.last)}
    found += _only_named(analysis, taken, gazetteer)
    return sorted(found, key=lambda one: one.span)


def _whole(chosen: list[tuple[Spot, float]]) -> list[tuple[Spot, float]]:
    """Without the halves of a longer name that is no place as a whole ("Inis" and "Mór"); "Paris Texas" are two."""
    chosen = [
        pair for pair, other in zip(chosen, [None, *chosen]) if other is None or not _is_namesake(other[0], pair[0])
    ]
    halves = {
        number
        for number, ((one, _), (other, _)) in enumerate(pairwise(chosen))
        if one.last == other.first and one.run == other.run and not _is_area(one) and not _is_area(other)
    }
    return [pair for number, pair in enumerate(chosen) if number not in halves and number - 1 not in halves]


def _is_namesake(one: Spot, other: Spot) -> bool:
    """Whether a smaller place's name right after a country's or a capital's only adds to it: "the Hanoi Hilton"."""
    return one.last == other.first and one.run == other.run and _is_area(one) and not _is_area(other)


def _is_area(spot: Spot) -> bool:
    return any(c.row.kind in ("country", "state", "capital") for c in spot.candidates)


def evidence(analysis: Analysis, spots: list[Spot]) -> np.ndarray:
    """A row of evidence for each spot."""
    around = places_evidence.surroundings(analysis, spots)
    rows, before = [], None
    for spot in spots:
        if before is not None and before.sentence != spot.sentence:
            before = None
        rows.append(places_evidence.row(analysis, spot, before, around))
        before = spot
    return np.stack(rows)


def _found(analysis: Analysis, first: int, last: int, score: float) -> Found:
    span = analysis.tokens[first].span[0], analysis.tokens[last - 1].span[1]
    return Found(span=span, first=first, last=last, score=score)


def _only_named(analysis: Analysis, taken: set[int], gazetteer: Gazetteer) -> list[Found]:
    """Names that the encoder is sure are places, and the gazetteer does not know as they stand."""
    found, at = [], 0
    others = _names_of_others(analysis)
    for name in analysis.names:
        while at < len(analysis.tokens) and analysis.tokens[at].span[0] < name.span[0]:
            at += 1
        last = at
        while last < len(analysis.tokens) and analysis.tokens[last].span[1] <= name.span[1]:
            last += 1
        if last == at or not taken.isdisjoint(range(at, last)):
            continue
        if _is_sure(analysis, name, gazetteer) and not _is_another(analysis, at, last, others):
            found.append(_found(analysis, at, last, name.score or SURE_NAME))
    return found


def _is_sure(analysis: Analysis, name: Name, gazetteer: Gazetteer) -> bool:
    surface = analysis.text[slice(*name.span)]
    if name.tag != "Location" or (name.score or 0.0) < SURE_NAME or countries.by_demonym(surface):
        return False
    return not any(c.people for c in places_candidates.of(gazetteer, surface))


def _names_of_others(analysis: Analysis) -> frozenset[str]:
    """Names of bodies in the text, and the last names of its people."""
    text = analysis.text
    bodies = (text[slice(*n.span)] for n in analysis.names if n.kind == "organisation")
    people = (text[slice(*n.span)].split() for n in analysis.names if n.kind == "person")
    return frozenset([*bodies, *(words[-1] for words in people if len(words) > 1)])


def _is_another(analysis: Analysis, first: int, last: int, others: frozenset[str]) -> bool:
    """Whether one word is the name of another thing: a person's or a body's, initials, a planet, "a Travelodge"."""
    surface = analysis.text[analysis.tokens[first].span[0] : analysis.tokens[last - 1].span[1]]
    if surface.split()[0] in _SHIPS or any(f"{ship} {surface}" in analysis.text for ship in _SHIPS):
        return True
    if last - first > 1:
        return False
    word, before = analysis.tokens[first].text, analysis.tokens[first - 1].text.lower() if first else ""
    initials = word.isupper() and places_spans.SHORTEST_INITIALS <= len(word) <= places_spans.LONGEST_INITIALS
    return initials or word in others or before in ("a", "an") or places_spans.is_heavenly(analysis.tokens, first)
