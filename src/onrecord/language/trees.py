"""Head scores to well-formed dependency trees: greedy, and Chu-Liu/Edmonds where greedy heads make no tree."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Heads = NDArray[np.int64]
ROOTS = 8


def heads(scores: Floats) -> Heads:
    """The head of each word of one sentence, a single root's head being itself.

    `scores` [n, n]: row a word, column its head, the diagonal the score of being the root.
    """
    found: Heads = np.argmax(scores, axis=1)
    if is_tree(found):
        return found
    return _one_root(scores)


def is_tree(found: Heads) -> bool:
    """Whether there is one root and every word reaches it."""
    own = np.arange(len(found))
    if int((found == own).sum()) != 1:
        return False
    reached = found
    for _ in range(max(1, len(found).bit_length())):
        reached = reached[reached]
    return bool((found[reached] == reached).all())


def _one_root(scores: Floats) -> Heads:
    """The best tree with one root. Roots are tried by the most that a tree under them could score, until none can
    win, or ROOTS were tried: only what is no sentence has more that might."""
    inner = scores.copy()
    np.fill_diagonal(inner, -np.inf)
    bounds = np.diagonal(scores) - inner.max(1)
    best, found = -np.inf, np.arange(len(scores))
    for root in np.argsort(-bounds)[:ROOTS]:
        if bounds[root] + inner.max(1).sum() <= best:
            break
        tree = _below(scores, int(root))
        total = float(scores[np.arange(len(tree)), tree].sum())
        if total > best:
            best, found = total, tree
    return found


def _below(scores: Floats, root: int) -> Heads:
    """The best tree under a given root (Chu and Liu 1965, Edmonds 1967)."""
    weights = scores.astype(np.float64).copy()
    np.fill_diagonal(weights, -np.inf)
    found = _arborescence(weights, root)
    found[root] = root
    return found


def _arborescence(weights: NDArray[np.float64], root: int) -> Heads:
    found: Heads = np.argmax(weights, axis=1)
    found[root] = root
    cycle = _cycle(found, root)
    if cycle is None:
        return found
    return _expanded(weights, root, found, cycle)


def _cycle(found: Heads, root: int) -> list[int] | None:
    state = np.zeros(len(found), dtype=np.int8)
    state[root] = 2
    for start in range(len(found)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(found[word])
        if state[word] == 1:
            return path[path.index(word) :]
        state[path] = 2
    return None


def _expanded(weights: NDArray[np.float64], root: int, found: Heads, cycle: list[int]) -> Heads:
    """Contracts a cycle to one node, solves the rest, and opens the cycle where the best arc enters it."""
    inside = np.array(cycle)
    outside = np.delete(np.arange(len(weights)), inside)
    node = len(outside)
    small = np.full((node + 1, node + 1), -np.inf)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    leaving = weights[np.ix_(outside, inside)]
    small[:-1, -1] = leaving.max(1)
    entering = weights[np.ix_(inside, outside)] - weights[inside, found[inside]][:, None]
    small[-1, :-1] = entering.max(0)
    solved = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    result = found.copy()
    result[outside] = np.where(solved[:-1] == node, inside[leaving.argmax(1)], np.append(outside, -1)[solved[:-1]])
    result[root] = root
    entry = int(solved[node])
    result[inside[int(np.argmax(entering[:, entry]))]] = outside[entry]
    return result
