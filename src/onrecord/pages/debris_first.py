"""The rows of the classifier's first pass: what each line, its markup, its place and its neighbours say."""

from collections.abc import Sequence

from onrecord.knowledge import debris as known
from onrecord.knowledge.debris import Weights
from onrecord.pages import debris_markup, traits
from onrecord.pages.lines import Line, Row

REASON_NUMBER = {reason: float(place) for place, reason in enumerate(known.REASONS, 1)}
TRAITS = len(traits.NAMES)
WORDS, ENDS, SHORT = 0, 2, 20  # places in a line's row
TERMS, SURE = TRAITS, TRAITS + 1
PLACES = 8
LINKED = TRAITS + 5 + PLACES
NEAR, FAR = LINKED + 2, LINKED + 3
BESIDE = {"html": (WORDS, ENDS, TERMS, SURE, LINKED, NEAR), "pasted": (WORDS, ENDS, SHORT, TERMS, SURE)}
REACH = 2
NO_NEIGHBOUR = -9.0
LONG_WORDS = 20
GATE = -1.5  # scores of words and class names below which a block goes at once: 60 % of blocks, 0.1 % of story words
LONGEST_SHUT = 80  # characters of a line that is matched with phrases though it goes: its neighbours look at it


def rows(lines: Sequence[Line], title: str | None, weights: Weights) -> tuple[list[Row], list[bool]]:
    """A row for each line, and which lines go at once; the rows of those are cut short."""
    texts = [line.text for line in lines]
    blocks = [line.block for line in lines if line.block is not None]
    bags = [_terms(text, weights) for text in texts]
    marks = [debris_markup.links_and_names(block, weights) for block in blocks]
    shut = [sum(bag) + m[2] + 0.5 * m[3] < GATE for bag, m in zip(bags, marks)] if marks else [False] * len(lines)
    own = [_own(text, bag, closed) for text, bag, closed in zip(texts, bags, shut)]
    placed = _places(texts, own, title, shut)
    found = [a + b for a, b in zip(own, placed)]
    if marks:
        rest = debris_markup.of_blocks(blocks, [r[WORDS] for r in own], [r[ENDS] for r in own], shut)
        found = [a + b + c for a, b, c in zip(found, marks, rest)]
    columns = BESIDE["html" if marks else "pasted"]
    near = [[row[c] for c in columns] for row in found]
    nothing = [NO_NEIGHBOUR] * len(columns)
    padded = [nothing] * REACH + near + [nothing] * REACH
    beside = [padded[i] + padded[i + 1] + padded[i + 3] + padded[i + 4] for i in range(len(found))]
    return [row if closed else row + more for row, closed, more in zip(found, shut, beside)], shut


def _terms(text: str, weights: Weights) -> Row:
    words = weights.words
    return [words[t] for t in traits.terms(text) if t in words]


def _own(text: str, bag: Row, shut: bool) -> Row:
    """What a line says of itself; only what its neighbours look at, where it goes at once."""
    phrase = known.phrase(text) if not shut or len(text) <= LONGEST_SHUT else None
    head = traits.of_line(text) if not shut else traits.brief(text)
    return [
        *head,
        sum(bag),
        float(phrase is not None and phrase.sure),
        float(phrase is not None and not phrase.sure),
        REASON_NUMBER[phrase.reason] if phrase else 0.0,
        min(bag, default=0.0),
    ]


def _places(texts: Sequence[str], own: Sequence[Row], title: str | None, shut: Sequence[bool]) -> list[Row]:
    """Where each line stands among the others, how often, and how near it is to the title's words."""
    total = sum(row[WORDS] for row in own) or 1.0
    named = set(traits.WORD.findall((title or "").lower()))
    long = [row[WORDS] >= LONG_WORDS and row[ENDS] > 0 for row in own]
    long_total = float(sum(long)) or 1.0
    found, before, long_before = [], 0.0, 0.0
    for i, (text, count) in enumerate(zip(texts, traits.repeats(texts))):
        alike = _alike(text, named) if named and not shut[i] else 0.0
        found.append(
            [i / len(texts), before / total, float(count), alike, min(i, 60.0), long_before / long_total,
             min(long_before, 10.0), min(long_total - long_before, 10.0)]
        )  # fmt: skip
        before += own[i][WORDS]
        long_before += long[i]
    return found


def _alike(text: str, named: set[str]) -> float:
    """The share of words that a short line has in common with the title."""
    if len(text) >= 300:
        return 0.0
    words = set(traits.WORD.findall(text.lower()))
    return len(words & named) / len(words | named) if words else 0.0
