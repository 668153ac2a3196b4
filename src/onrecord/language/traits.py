"""What the encoder is told of a word beside its pieces: its shape, and its place in quotation and layout."""

from collections.abc import Sequence
from functools import lru_cache

SHAPES = 8
MARKS = 18
OUTSIDE, INSIDE, MARK = range(3)
_OPENING = frozenset(["“", "«", "„", "``"])
_CLOSING = frozenset(["”", "»"])
_EITHER = frozenset(['"', "''"])


@lru_cache(maxsize=100_000)
def shape(word: str) -> int:
    """One of SHAPES: 0 mark, 1 lower case, 2 Capital, 3 CAPITALS, 4 mIxed, 5 one capital, 6 digits, 7 digits and
    more."""
    if any(c.isdigit() for c in word):
        return 6 if all(c.isdigit() or c in ".,:/-–" for c in word) else 7
    if not any(c.isalpha() for c in word):
        return 0
    if not any(c.isupper() for c in word):
        return 1
    if len(word) == 1:
        return 5
    if word.isupper():
        return 3
    return 2 if word[0].isupper() and not any(c.isupper() for c in word[1:]) else 4


def quotation(words: Sequence[str]) -> list[int]:
    """For each word of one paragraph: OUTSIDE double quote marks, INSIDE them, or itself the MARK.

    A quotation left open runs to the paragraph's end; a closing mark without an opening one opens nothing.
    """
    states: list[int] = []
    inside = False
    for word in words:
        if word in _OPENING or word in _CLOSING or word in _EITHER:
            inside = word in _OPENING or (word in _EITHER and not inside)
            states.append(MARK)
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states


def marks(words: Sequence[str], spaced: Sequence[bool], *, first: bool) -> list[int]:
    """One of MARKS for each word of one paragraph: quotation, whether white space stands before it, and whether it
    opens the paragraph or (`first`) the whole text."""
    opening = [2 if first else 1, *[0] * (len(words) - 1)]
    return [(q * 3 + o) * 2 + s for q, o, s in zip(quotation(words), opening, spaced)]
