"""Tag scores to spans of words: the best path of BIOES tags for names, of BIO tags for parts of claims and triggers."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Tagged = tuple[int, int, int, float]  # first word, word after the last, kind, probability
FORBIDDEN = -1e4
SURE = 6.0  # how far O must lead for a word to be outside without a search


def probabilities(scores: Floats) -> Floats:
    """Softmax over the last axis."""
    grown = np.exp(scores - scores.max(-1, keepdims=True))
    found: Floats = grown / grown.sum(-1, keepdims=True)
    return found


@cache
def bioes_steps(kinds: int) -> Floats:
    """Which BIOES tag may follow which, for tags O, then B I E S of each kind: 0 or FORBIDDEN."""
    count = 1 + 4 * kinds
    steps = np.full((count, count), FORBIDDEN, dtype=np.float32)
    opening = [0, *(1 + 4 * k for k in range(kinds)), *(4 + 4 * k for k in range(kinds))]
    closing = [0, *(3 + 4 * k for k in range(kinds)), *(4 + 4 * k for k in range(kinds))]
    steps[np.ix_(closing, opening)] = 0
    for k in range(kinds):
        b, i, e = 1 + 4 * k, 2 + 4 * k, 3 + 4 * k
        steps[b, [i, e]] = 0
        steps[i, [i, e]] = 0
    return steps


@cache
def bio_steps(kinds: int) -> Floats:
    """The same for BIO tags: O, then B and I of each kind."""
    count = 1 + 2 * kinds
    steps = np.zeros((count, count), dtype=np.float32)
    for k in range(kinds):
        inside = 2 + 2 * k
        steps[:, inside] = FORBIDDEN
        steps[[inside - 1, inside], inside] = 0
    return steps


def path(emissions: Floats, steps: Floats) -> NDArray[np.int64]:
    """The best tag of each word [N] under emissions [N, T] and steps [T, T] (Viterbi)."""
    if not len(emissions):
        return np.zeros(0, dtype=np.int64)
    into = steps.T.tolist()
    best, *rows = emissions.tolist()
    back = []
    for row in rows:
        moved = [[sum(pair) for pair in zip(best, column)] for column in into]
        tops = [max(reach) for reach in moved]
        back.append([reach.index(top) for reach, top in zip(moved, tops)])
        best = [sum(pair) for pair in zip(tops, row)]
    found = [best.index(max(best))]
    for picked in reversed(back):
        found.append(picked[found[-1]])
    return np.array(found[::-1], dtype=np.int64)


def _is_legal(tags: NDArray[np.int64], steps: Floats) -> bool:
    return bool((steps[tags[:-1], tags[1:]] > FORBIDDEN / 2).all())


def names(scores: Floats, kinds: int) -> Iterator[Tagged]:
    """The spans of BIOES scores [N, 1 + 4 x kinds]; only stretches where something is seen are searched."""
    steps = bioes_steps(kinds)
    logs = np.log(probabilities(scores) + 1e-9)
    done = 0
    for first, last in stretches(scores.argmax(1) != 0):
        low, high = max(done, first - 1), min(len(scores), last + 1)
        part = logs[low:high].copy()
        part[0, steps[0] < 0] = FORBIDDEN
        part[-1, steps[:, 0] < 0] = FORBIDDEN
        tags = part.argmax(1)
        for found in _bioes_spans(tags if _is_legal(tags, steps) else path(part, steps), part, low):
            done = found[1]
            yield found


def _bioes_spans(tags: NDArray[np.int64], logs: Floats, base: int) -> Iterator[Tagged]:
    start = 0
    for i, tag in enumerate(tags.tolist()):
        part, kind = (tag - 1) % 4, (tag - 1) // 4
        if tag and part in (0, 3):
            start = i
        if tag and part in (2, 3):
            share = float(np.exp(logs[np.arange(start, i + 1), tags[start : i + 1]].mean()))
            yield base + start, base + i + 1, kind, share


def bio(scores: Floats, steps: Floats) -> Iterator[Tagged]:
    """The spans of BIO scores [N, 1 + 2 x kinds] under `steps`; an I without B opens a span.

    Only stretches where O is not far ahead are searched.
    """
    free = not steps[steps > FORBIDDEN / 2].any()  # each word's best tag is the best path's where that path is allowed
    near = scores[:, 0] - scores[:, 1:].max(1) < SURE
    near[:-1] |= near[1:]
    near[1:] |= near[:-1]
    for first, last in stretches(near):
        part = scores[first:last].copy()
        part[0] += steps[0] if first else 0
        part[-1] += steps[:, 0] if last < len(scores) else 0
        tags = part.argmax(1)
        found = tags if free and _is_legal(tags, steps) else path(part, steps)
        yield from _bio_spans(found, scores[first:last], first)


def _bio_spans(tags: NDArray[np.int64], scores: Floats, base: int) -> Iterator[Tagged]:
    shares = probabilities(scores)[:, 0]
    start, kind = -1, 0
    for i, tag in enumerate([*tags.tolist(), 0]):
        goes_on = start >= 0 and tag == 2 + 2 * kind
        if start >= 0 and not goes_on:
            yield base + start, base + i, kind, float(1 - shares[start:i].mean())
            start = -1
        if tag and not goes_on:
            start, kind = i, (tag - 1) // 2


def stretches(seen: NDArray[np.bool_] | Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs [first, last) of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(seen, dtype=np.int8), [0]))))
    yield from ((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2]))
