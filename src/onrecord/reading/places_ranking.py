"""Settles what each place name of a text means: a log-linear ranking of its candidates, in two rounds."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import numpy as np

from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.reading import places_features
from onrecord.reading.places_candidates import MOST, Candidate
from onrecord.reading.places_features import NAMES, Context, Named
from onrecord.reading.places_home import Home, Vote

MOST_NAMES = 60
VOTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights of the features, of the first round (each name by itself) and of the second (with its neighbours)."""

    first: np.ndarray
    second: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """The candidates of a name, best first, with their chances; what they lack to 1 is the chance of none of them."""

    key: str
    candidates: tuple[Candidate, ...]
    chances: tuple[float, ...]


@cache
def weights() -> Weights:
    """The shipped weights (see the file for how they were measured)."""
    data = json.loads(files("onrecord.knowledge.gazetteer").joinpath("ranking.json").read_text("utf-8"))
    first, second = (np.array([data[part].get(name, 0.0) for name in NAMES]) for part in ("first", "second"))
    return Weights(first=first, second=second)


def rank(named: Sequence[Named], gazetteer: Gazetteer, home: Home | None, by: Weights | None = None) -> list[Ranked]:
    """The candidates of every name, ranked together. Beyond MOST_NAMES names the rest follow the first ones' lead."""
    by = by or weights()
    kept = [narrowed(one, home) for one in named]
    around = places_features.context(kept, home)
    ranked: list[Ranked] = []
    lead = kept[:MOST_NAMES]
    ranked += _together(lead, around, gazetteer, by)
    for at in range(MOST_NAMES, len(kept), MOST_NAMES):
        both = [*lead[: MOST_NAMES // 2], *kept[at : at + MOST_NAMES]]
        ranked += _together(both, around, gazetteer, by)[len(lead[: MOST_NAMES // 2]) :]
    return ranked


def tables(named: Sequence[Named], around: Context, gazetteer: Gazetteer, first: np.ndarray) -> list[np.ndarray]:
    """The second round's features of every name, after a first round with the given weights."""
    chances = [softmax(places_features.matrix(one, around, None) @ first) for one in named]
    support = places_features.support_of(named, chances, gazetteer)
    return [places_features.matrix(one, around, near) for one, near in zip(named, support)]


def narrowed(one: Named, home: Home | None) -> Named:
    """The name with MOST candidates: the largest, and those that something speaks for."""
    if len(one.candidates) <= MOST:
        return one
    lands = {code for code, share in home.countries if share > 0.2} if home else set()

    def spoken_for(candidate: Candidate) -> bool:
        row = candidate.row
        return row.state in one.states or row.country in one.countries or row.country in lands

    top = one.candidates[: MOST // 2]
    rest = [c for c in one.candidates[MOST // 2 :] if spoken_for(c)][: MOST - len(top)]
    return replace(one, candidates=(*top, *rest))


def votes(ranked: Ranked) -> list[Vote]:
    """What a name says of the home of the article's site."""
    found = []
    for candidate, chance in zip(ranked.candidates[:VOTES], ranked.chances):
        row = candidate.row
        if row.kind not in ("continent", "sea") and not candidate.people:
            state = row.index if row.kind == "state" else row.state
            area = row.kind in ("country", "state", "region")
            found.append(Vote(ranked.key, row.lat, row.lon, row.country, state, area, chance))
    return found


def softmax(scores: np.ndarray) -> np.ndarray:
    """The chances of candidates, beside one more answer of score 0: that the name means none of them."""
    powers = np.exp(scores - max(0.0, scores.max(initial=0.0)))
    return np.asarray(powers / (powers.sum() + np.exp(-max(0.0, scores.max(initial=0.0)))))


def _together(named: Sequence[Named], around: Context, gazetteer: Gazetteer, by: Weights) -> list[Ranked]:
    ranked = []
    for one, table in zip(named, tables(named, around, gazetteer, by.first)):
        chances = softmax(table @ by.second)
        order = np.argsort(-chances, kind="stable")
        ranked.append(
            Ranked(
                key=one.key,
                candidates=tuple(one.candidates[i] for i in order),
                chances=tuple(float(chances[i]) for i in order),
            )
        )
    return ranked
