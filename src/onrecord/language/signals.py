"""What the heads for claims and events say of a text: parts of claims with their links, triggers with their parties."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from onrecord.language import labels, spans
from onrecord.language.encoder import Floats
from onrecord.model import Part, Trigger

CONTENT_CUE, CUE_SOURCE, TRIGGER_ACTOR, TRIGGER_RECIPIENT = range(len(labels.POINTERS))
SOFTENED = 2.0  # what pointer scores are divided by, in training too
# What a link's score loses with distance, times log(1 + words between), and what any end has before "none"; tuned on
# PolNeAR dev.
FARTHER = {CONTENT_CUE: 3.0, CUE_SOURCE: 3.0}
AHEAD = {CONTENT_CUE: 2.0, CUE_SOURCE: 4.0}
OPENS = 1.5  # what the step into a part of an outer claim gains: the best path leaves out too many; from PolNeAR dev
REACH = 300  # words that a link may span
LEAST_STATUS = 0.01
Label = TypeVar("Label", bound=str)


class Pointers:
    """Scores words as ends of links; `askers`, `answers` [N, pointers x width], `none` [N, pointers]."""

    def __init__(self, askers: Floats, answers: Floats, none: Floats) -> None:
        self.count = none.shape[1]
        self.width = askers.shape[1] // self.count
        self._askers = askers.reshape(-1, self.count, self.width)
        self._answers = answers.reshape(-1, self.count, self.width)
        self._none = none

    def shares(
        self, kind: int, word: int, candidates: Sequence[int], less: NDArray[np.float64] | float = 0.0
    ) -> NDArray[np.float64]:
        """Probabilities of "none" and of each candidate as the end of the link that starts at `word`.

        `less` is taken off the candidates' scores.
        """
        ends = self._answers[np.asarray(candidates, dtype=np.int64), kind]
        reach = ends @ self._askers[word, kind] / SOFTENED - less
        scores = np.concatenate((self._none[word, kind : kind + 1], reach)).astype(np.float64)
        grown = np.exp(scores - scores.max())
        found: NDArray[np.float64] = grown / grown.sum()
        return found

    def above_none(self, kind: int, word: int, candidates: Sequence[int]) -> tuple[tuple[int, float], ...]:
        """Every candidate that scores above "none", with its probability against "none" alone."""
        shares = self.shares(kind, word, candidates)
        above = np.flatnonzero(shares[1:] > shares[0])
        return tuple((candidates[int(i)], float(shares[i + 1] / (shares[i + 1] + shares[0]))) for i in above)


def parts(claim: Floats, stance: Floats, steps: Floats, pointers: Pointers) -> tuple[Part, ...]:
    """Parts of claims in text order, outer levels first where two begin together.

    `claim` [N, layers x 3], `stance` [N, stances], `steps` [layers, 3, 3].
    """
    layers = claim.reshape(len(claim), len(labels.LAYERS), len(labels.BIO))
    found = [p for number in range(len(labels.LAYERS)) for p in _layer(layers[:, number], steps[number], number)]
    found.sort(key=lambda p: (p.first, p.level, -p.last))
    linked = _linked(found, pointers)
    return tuple(replace(p, stances=_ranked(stance[p.first], labels.STANCES)) if p.role == "cue" else p for p in linked)


def _layer(scores: Floats, steps: Floats, number: int) -> Iterator[Part]:
    level, role = divmod(number, len(labels.ROLES))
    steps = steps + spans.bio_steps(1)
    if not level:
        steps[0, 1] += OPENS
    for first, last, _, share in spans.bio(scores, steps):
        yield Part(role=labels.ROLES[role], level=level, first=first, last=last, score=share)


def _linked(found: Sequence[Part], pointers: Pointers) -> list[Part]:
    places: dict[tuple[str, int], list[int]] = {}
    for number, part in enumerate(found):
        places.setdefault((part.role, part.level), []).append(number)
    kinds = {"content": (CONTENT_CUE, "cue"), "cue": (CUE_SOURCE, "source")}
    return [
        _link(p, kinds[p.role][0], places.get((kinds[p.role][1], p.level), ()), found, pointers)
        if p.role in kinds
        else p
        for p in found
    ]


def _link(part: Part, kind: int, numbers: Sequence[int], found: Sequence[Part], pointers: Pointers) -> Part:
    low = bisect_left(numbers, part.first - REACH, key=lambda n: found[n].first)
    high = bisect_left(numbers, part.first + REACH, key=lambda n: found[n].first)
    near = numbers[low:high]
    gaps = np.array([_gap(part, found[n]) for n in near], dtype=np.float64)
    less = FARTHER[kind] * np.log1p(gaps) - AHEAD[kind]
    shares = pointers.shares(kind, part.first, [found[n].first for n in near], less)
    best = int(shares.argmax())
    return replace(part, link=near[best - 1] if best else None, link_score=float(shares[best]))


def _gap(one: Part, other: Part) -> int:
    """How many words stand between two parts."""
    return max(0, other.first - one.last, one.first - other.last)


def _ranked(scores: Floats, names: Sequence[Label]) -> tuple[tuple[Label, float], ...]:
    shares = spans.probabilities(scores)
    order = np.argsort(-shares)
    return tuple((names[i], round(float(shares[i]), 4)) for i in order if shares[i] >= LEAST_STATUS)


def triggers(scores: Floats, status: Floats, pointers: Pointers, candidates: Sequence[int]) -> tuple[Trigger, ...]:
    """Events that the encoder sees, in text order; `candidates` are the words that may end a party's mention."""
    found = []
    for first, last, kind, share in spans.bio(scores, spans.bio_steps(len(labels.EVENT_TYPES))):
        near = candidates[bisect_left(candidates, first - REACH) : bisect_left(candidates, first + REACH)]
        found.append(
            Trigger(
                first=first,
                last=last,
                type=labels.EVENT_TYPES[kind],
                score=share,
                statuses=_ranked(status[first], labels.STATUSES),
                actors=pointers.above_none(TRIGGER_ACTOR, first, near),
                recipients=pointers.above_none(TRIGGER_RECIPIENT, first, near),
            )
        )
    return tuple(found)
