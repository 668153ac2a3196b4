"""The rows of the classifier's second pass: the answers of the first, around each line and in its elements."""

from collections.abc import Sequence
from itertools import accumulate

from onrecord.pages.blocks import Context
from onrecord.pages.debris_first import WORDS
from onrecord.pages.debris_markup import Key, key_of_group, key_of_parent
from onrecord.pages.lines import Line, Row

AROUND = 5
WIDE = 12
LIKELY = 0.5
FAR_AWAY = 60.0  # lines
SHARES = (0.95, 0.8, 0.6, 0.4)
UPWARD = 5


def rows(lines: Sequence[Line], own: Sequence[Row], chances: Sequence[float], shut: Sequence[bool]) -> list[Row]:
    """The chances around each line, with what was known of it (`own`); empty for lines that are `shut`."""
    masses = [row[WORDS] * chance for row, chance in zip(own, chances)]
    total = sum(masses) or 1.0
    groups = _means(lines, key_of_group, own, chances)
    parents = _means(lines, key_of_parent, own, chances)
    trunks = _trunks(lines, masses)
    above, below = _reach(chances), _reach(chances[::-1])[::-1]
    sums = [0.0, *accumulate(masses)]
    padded = [-1.0] * AROUND + list(chances) + [-1.0] * AROUND
    out: list[Row] = []
    for i, row in enumerate(own):
        if shut[i]:
            out.append([])
            continue
        window = padded[i : i + 2 * AROUND + 1]
        before, after = sums[i], total - sums[i] - masses[i]
        up, down = before - sums[max(0, i - WIDE)], sums[min(len(masses), i + 1 + WIDE)] - sums[i + 1]
        left, right = window[:AROUND], window[AROUND + 1 :]
        out.append(
            [
                *window, sum(left), sum(right), up, down, before / total, after / total, before, after,
                *groups[i], *parents[i], max(left), max(right), above[i], below[i], *trunks[i], *row,
            ]
        )  # fmt: skip
    return out


def _reach(chances: Sequence[float]) -> list[float]:
    """How many lines above each line the last likely one stands, at most FAR_AWAY."""
    out, since = [], FAR_AWAY
    for chance in chances:
        out.append(since)
        since = 0.0 if chance >= LIKELY else min(since + 1.0, FAR_AWAY)
    return out


def _trunks(lines: Sequence[Line], masses: Sequence[float]) -> list[Row]:
    """How each block stands to the elements that hold most of the likely text; empty without markup.

    For each of SHARES: how many levels the block lies below the deepest element that holds this share of the likely
    words (-1 outside). Then the shares that its own element and the next three above it hold.
    """
    if not lines or lines[0].block is None:
        return [[] for _ in lines]
    contexts = [line.block.context for line in lines if line.block is not None]
    held = _held(contexts, masses)
    total = sum(masses) or 1.0
    trunks = [_deepest(held, share * total) for share in SHARES]
    known_rows: dict[int, Row] = {}
    out = []
    for context in contexts:
        row = known_rows.get(id(context))
        if row is None:
            row = known_rows[id(context)] = _trunk_row(context, trunks, held, total)
        out.append(row)
    return out


def _held(contexts: Sequence[Context], masses: Sequence[float]) -> dict[int, tuple[Context, float]]:
    """The likely words that each element holds, by identity."""
    own: dict[int, tuple[Context, float]] = {}
    for context, mass in zip(contexts, masses):
        own[id(context)] = (context, own[id(context)][1] + mass if id(context) in own else mass)
    held: dict[int, tuple[Context, float]] = {}
    for context, mass in own.values():
        at: Context | None = context
        while at is not None:
            held[id(at)] = (at, held[id(at)][1] + mass if id(at) in held else mass)
            at = at.parent
    return held


def _deepest(held: dict[int, tuple[Context, float]], least: float) -> Context | None:
    found = [context for context, mass in held.values() if mass >= least]
    return max(found, key=lambda context: context.depth, default=None)


def _trunk_row(
    context: Context, trunks: Sequence[Context | None], held: dict[int, tuple[Context, float]], total: float
) -> Row:
    path: list[Context] = []
    at: Context | None = context
    while at is not None:
        path.append(at)
        at = at.parent
    levels = {id(step): float(level) for level, step in enumerate(path)}
    inside = [levels.get(id(trunk), -1.0) if trunk is not None else -1.0 for trunk in trunks]
    shares = [held[id(step)][1] / total for step in path[:UPWARD]]
    return [*inside, *shares, *[1.0] * (UPWARD - len(shares))]


def _means(lines: Sequence[Line], key: Key, own: Sequence[Row], chances: Sequence[float]) -> list[Row]:
    """The mean chance, by lines and by words, of the group that each line is in; empty without markup."""
    if not lines or lines[0].block is None:
        return [[] for _ in lines]
    keys = [key(line.block) for line in lines if line.block is not None]
    sums: dict[object, list[float]] = {}
    for name, row, chance in zip(keys, own, chances):
        found = sums.setdefault(name, [0.0, 0.0, 0.0, 0.0])
        found[0] += 1
        found[1] += chance
        found[2] += row[WORDS]
        found[3] += row[WORDS] * chance
    means = {k: [s[1] / s[0], s[3] / (s[2] or 1.0), s[3]] for k, s in sums.items()}
    return [means[k] for k in keys]
