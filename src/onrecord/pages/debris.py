"""Tells the article's lines from page debris: passes of boosted trees over what lines and markup say."""

from collections.abc import Sequence
from math import exp

from onrecord.knowledge import debris as known
from onrecord.knowledge.debris import Trees
from onrecord.pages import debris_first, debris_second
from onrecord.pages.lines import Line, Row

LONGEST_TOLD = 120  # characters; of such lines with a sure phrase 0.5 % are of the article in the gold pages


def chances(lines: Sequence[Line], title: str | None = None) -> list[float]:
    """For each line of one page, how likely it is of the article (0 to 1). `title` helps where known."""
    if not lines:
        return []
    weights = known.weights()
    kind = "pasted" if lines[0].block is None else "html"
    own, shut = debris_first.rows(lines, title, weights)
    first = _pass(weights.trees[f"{kind} 1"], own, shut)
    second = _pass(weights.trees[f"{kind} 2"], debris_second.rows(lines, own, first, shut), shut)
    return settled(lines, second)


def settled(lines: Sequence[Line], found: Sequence[float]) -> list[float]:
    """The chances with 0 for short lines that a sure phrase tells, and for lines without a letter or number: "Back to
    top" and "* * *" are of no article."""
    return [0.0 if chance >= 0.1 and _is_told(line.text) else chance for line, chance in zip(lines, found)]


def _is_told(text: str) -> bool:
    if not any(letter.isalnum() or letter == "_" for letter in text):  # agencies part their stories by "___"
        return True
    phrase = known.phrase(text) if len(text) <= LONGEST_TOLD else None
    return phrase is not None and phrase.sure


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
