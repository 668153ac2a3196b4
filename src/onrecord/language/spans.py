"""Tag scores to spans of words: the best path of BIOES tags for names, of BIO tags for parts of claims and triggers."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Tagged = tuple[int, int, int, float]  # first word, word after the last, kind, probability
FORBIDDEN = -1e4


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
    length, count = emissions.shape
    if not length:
        return np.zeros(0, dtype=np.int64)
    back = np.zeros((length, count), dtype=np.int64)
    best = emissions[0]
    for t in range(1, length):
        moved = best[:, None] + steps
        back[t] = moved.argmax(0)
        best = moved[back[t], np.arange(count)] + emissions[t]
    found = np.zeros(length, dtype=np.int64)
    found[-1] = int(best.argmax())
    for t in range(length - 1, 0, -1):
        found[t - 1] = back[t, found[t]]
    return found


def names(scores: Floats, kinds: int) -> Iterator[Tagged]:
    """The spans of BIOES scores [N, 1 + 4 x kinds]; only stretches where something is seen are searched."""
    logs = np.log(probabilities(scores) + 1e-9)
    for first, last in stretches(scores.argmax(1) != 0):
        low, high = max(0, first - 1), min(len(scores), last + 1)
        part = logs[low:high].copy()
        part[0, [*range(2, part.shape[1], 4), *range(3, part.shape[1], 4)]] = FORBIDDEN
        part[-1, [*range(1, part.shape[1], 4), *range(2, part.shape[1], 4)]] = FORBIDDEN
        yield from _bioes_spans(path(part, bioes_steps(kinds)), part, low)


def _bioes_spans(tags: NDArray[np.int64], logs: Floats, base: int) -> Iterator[Tagged]:
    start = 0
    for i, tag in enumerate(tags):
        part, kind = (int(tag) - 1) % 4, (int(tag) - 1) // 4
        if tag and part in (0, 3):
            start = i
        if tag and part in (2, 3):
            share = float(np.exp(logs[np.arange(start, i + 1), tags[start : i + 1]].mean()))
            yield base + start, base + i + 1, kind, share


def bio(scores: Floats, steps: Floats) -> Iterator[Tagged]:
    """The spans of BIO scores [N, 1 + 2 x kinds] under `steps`; an I without B opens a span."""
    shares = probabilities(scores)
    tags = path(scores, steps)
    start, kind = -1, 0
    for i in range(len(tags) + 1):
        tag = int(tags[i]) if i < len(tags) else 0
        goes_on = start >= 0 and tag == 2 + 2 * kind
        if start >= 0 and not goes_on:
            yield start, i, kind, float(1 - shares[start:i, 0].mean())
            start = -1
        if tag and not goes_on:
            start, kind = i, (tag - 1) // 2


def stretches(seen: NDArray[np.bool_] | Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs [first, last) of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], np.asarray(seen, dtype=np.int8), [0]))))
    yield from ((int(a), int(b)) for a, b in zip(edges[::2], edges[1::2]))
