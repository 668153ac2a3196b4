"""Tells the article's lines from page debris: passes of boosted trees over what lines and markup say."""

from collections.abc import Callable, Sequence
from math import exp

from onrecord.knowledge import debris as known
from onrecord.knowledge.debris import Trees
from onrecord.pages import debris_first, debris_second, traits
from onrecord.pages.lines import Line, Row

UNSURE = 0.08  # share of doubtful words from which another engine is asked; tuned on folds of the gold pages
FEW_WORDS = 60

Ask = Callable[[], str]


def chances(lines: Sequence[Line], title: str | None = None, ask: Ask | None = None) -> list[float]:
    """For each line of one page, how likely it is of the article (0 to 1).

    `title` helps where known. `ask` gives the text that another engine finds; it is called only where we are in doubt.
    """
    if not lines:
        return []
    weights = known.weights()
    kind = "pasted" if lines[0].block is None else "html"
    own, shut = debris_first.rows(lines, title, weights)
    first = _pass(weights.trees[f"{kind} 1"], own, shut)
    second = _pass(weights.trees[f"{kind} 2"], debris_second.rows(lines, own, first, shut), shut)
    opinion = ask() if ask is not None and unsure([line.text for line in lines], second) else ""
    if not opinion:
        return second
    rows = debris_second.rows(lines, own, second, shut)
    return _pass(weights.trees[f"{kind} 3"], debris_second.with_opinion(rows, lines, opinion, shut), shut)


def unsure(texts: Sequence[str], found: Sequence[float]) -> bool:
    """Whether many words are neither clearly of the article nor clearly not, or hardly any are of it."""
    sizes = [traits.size(text) for text in texts]
    mass = sum(size * chance for size, chance in zip(sizes, found))
    doubt = sum(size * min(chance, 1 - chance) for size, chance in zip(sizes, found))
    return mass < FEW_WORDS or doubt >= UNSURE * mass


def _pass(trees: Trees, rows: Sequence[Row], shut: Sequence[bool]) -> list[float]:
    return [0.0 if closed else probability(trees, row) for row, closed in zip(rows, shut)]


def probability(trees: Trees, row: Row) -> float:
    """The trees' answer for one row."""
    feature, value, left, right = trees.feature, trees.value, trees.left, trees.right
    total = trees.start
    for node in trees.roots:
        place = node
        while (column := feature[place]) >= 0:
            place = left[place] if row[column] <= value[place] else right[place]
        total += value[place]
    return 1 / (1 + exp(-total)) if total > -500 else 0.0
