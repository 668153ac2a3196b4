"""Five folds in which no sentence, nor one much like it, stands on both sides."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

FOLDS = 5
LIKE = 0.5  # shared three-word runs over those of the shorter sentence


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words, in lower case; of fewer words, the words."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(words, words[1:], words[2:])) or frozenset([tuple(words)])


def groups(texts: Sequence[str]) -> list[int]:
    """A number for each text; texts that are alike, directly or through others, share one."""
    all_runs = [runs(text) for text in texts]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    above = list(range(len(texts)))

    def root(n: int) -> int:
        while above[n] != n:
            n = above[n]
        return n

    for n, own in enumerate(all_runs):
        shared = Counter(other for run in own for other in where[run])
        for other, count in shared.items():
            if count >= LIKE * min(len(own), len(all_runs[other])):
                above[root(n)] = root(other)
        for run in own:
            where[run].append(n)
    return [root(n) for n in range(len(texts))]


def assign(groups_: Sequence[int], kinds: Sequence[str], seed: int = 0) -> list[int]:
    """A fold for each text: whole groups, each type spread evenly; groups with rare types choose first."""
    members: dict[int, list[int]] = defaultdict(list)
    for n, group in enumerate(groups_):
        members[group].append(n)
    often = Counter(kinds)
    order = sorted(members)
    random.Random(seed).shuffle(order)
    order.sort(key=lambda g: (often[kinds[members[g][0]]], -len(members[g])))
    held: list[Counter[str]] = [Counter() for _ in range(FOLDS)]
    found = [0] * len(kinds)
    for group in order:
        kind = kinds[members[group][0]]
        fold = min(range(FOLDS), key=lambda f: (held[f][kind], held[f].total()))
        for n in members[group]:
            found[n] = fold
            held[fold][kinds[n]] += 1
    return found
