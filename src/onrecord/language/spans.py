"""Tag scores to spans of words: the best path of BIOES tags for names, of BIO tags for parts of claims and triggers."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

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
    if len(steps) == 3:
        return np.array(_path_of_three(emissions.tolist(), steps.tolist()), dtype=np.int64)
    columns, column_of = _columns(steps.tobytes(), len(steps))
    best, *rows = emissions.tolist()
    back = []
    for row in rows:
        tops, picks = [], []
        for tags, costs in columns:
            reach = [best[tag] + cost for tag, cost in zip(tags, costs)]
            top = max(reach)
            tops.append(top)
            picks.append(tags[reach.index(top)])
        back.append(picks)
        best = [tops[column] + own for column, own in zip(column_of, row)]
    found = [best.index(max(best))]
    for picks in reversed(back):
        found.append(picks[column_of[found[-1]]])
    return np.array(found[::-1], dtype=np.int64)


def _path_of_three(emissions: list[list[float]], steps: list[list[float]]) -> list[int]:
    """`path` for three tags without inner lists, many times as fast: most words of a text that are searched are."""
    (oo, ob, oi), (bo, bb, bi), (io, ib, ii) = steps
    (o, b, i), *rows = emissions
    back = []
    for own_o, own_b, own_i in rows:
        into_o, into_b, into_i = o + oo, o + ob, o + oi
        from_o = from_b = from_i = 0
        if b + bo > into_o:
            into_o, from_o = b + bo, 1
        if i + io > into_o:
            into_o, from_o = i + io, 2
        if b + bb > into_b:
            into_b, from_b = b + bb, 1
        if i + ib > into_b:
            into_b, from_b = i + ib, 2
        if b + bi > into_i:
            into_i, from_i = b + bi, 1
        if i + ii > into_i:
            into_i, from_i = i + ii, 2
        back.append((from_o, from_b, from_i))
        o, b, i = into_o + own_o, into_b + own_b, into_i + own_i
    last = (o, b, i)
    found = [last.index(max(last))]
    for picks in reversed(back):
        found.append(picks[found[-1]])
    return found[::-1]


@lru_cache(maxsize=64)
def _columns(steps: bytes, count: int) -> tuple[list[tuple[list[int], list[float]]], list[int]]:
    """The different ways into a tag, each the tags before it that are allowed with their scores, and each tag's way."""
    table = np.frombuffer(steps, dtype=np.float32).reshape(count, count).T
    ways, way_of = np.unique(table, axis=0, return_inverse=True)
    allowed = [np.flatnonzero(way > FORBIDDEN / 2) for way in ways]
    return [(tags.tolist(), way[tags].tolist()) for tags, way in zip(allowed, ways)], way_of.ravel().tolist()


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
