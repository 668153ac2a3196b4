"""Times that share a year with their neighbour: "from March to May 2009", "between June 2010 and August"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Span
from onrecord.reading.times_meanings import Fixed, Meaning, Named
from onrecord.reading.times_periods import Period

_JOINT = re.compile(r"\s*(?:,|(?:,\s*)?(?:to|through|until|till|and|or|[-–—])(?:\s+the)?)\s*")
_RANGE = re.compile(r"\s*(?:to|through|until|till|[-–—])\s*")
_IN_YEAR = ("month", "date", "season", "quarter")


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression before it is settled: its span and its meaning."""

    span: Span
    meaning: Meaning


def share(text: str, found: Sequence[Found]) -> list[Found]:
    """The expressions with the years that their neighbours lend them, and weekdays of a range in order."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        shared[at] = _lent(shared[at], shared[at + 1], _between(text, shared[at], shared[at + 1]), -1)
    for at in range(1, len(shared)):
        shared[at] = _lent(shared[at], shared[at - 1], _between(text, shared[at - 1], shared[at]), 1)
    return shared


def _between(text: str, one: Found, other: Found) -> str:
    return text[one.span[1] : min(other.span[0], one.span[1] + 20)]


def _lent(taker: Found, giver: Found, joint: str, side: int) -> Found:
    """The taker with the giver's year; `side` is 1 where the taker follows, -1 where it goes before."""
    mine, theirs = taker.meaning.point, giver.meaning.point
    if not isinstance(mine, Named) or not isinstance(theirs, Named) or mine.year or mine.relation:
        return taker
    if mine.what == theirs.what == "weekday":
        ordered = side == 1 and bool(_RANGE.fullmatch(joint))
        return _with(taker, replace(mine, relation="following")) if ordered else taker
    if mine.what not in _IN_YEAR or not isinstance(theirs.year, Fixed) or not _JOINT.fullmatch(joint):
        return taker
    year = _year(mine, theirs, theirs.year.period, side)
    return _with(taker, replace(mine, year=Fixed(period=year))) if year else taker


def _year(mine: Named, theirs: Named, year: Period, side: int) -> Period | None:
    """The giver's year, or the one beside it where the order of the two would else be wrong."""
    wrong = (theirs.number, theirs.day) < (mine.number, mine.day) if side < 0 else mine.number < theirs.number
    return year.moved(side) if wrong and mine.what == theirs.what else year


def _with(found: Found, point: Named) -> Found:
    return Found(found.span, replace(found.meaning, point=point))
