"""Names that come round: which Friday, which May, which third quarter, seen from a day."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from onrecord.knowledge import calendar
from onrecord.reading.times_meanings import Named
from onrecord.reading.times_periods import Period, Unit
from onrecord.reading.times_tense import Tense

Chosen = tuple[Period | None, str]
"""A period (None outside the calendar) and why it was chosen."""
_CYCLES: dict[str, tuple[Unit, int]] = {
    "weekday": ("day", 7), "month": ("month", 12), "quarter": ("quarter", 4), "season": ("season", 4),
    "half": ("half", 2), "weekend": ("weekend", 1),
}  # fmt: skip
_FIRST = {"weekday": 0, "month": -1, "quarter": -1, "half": -1, "season": 0, "weekend": 0}
FAR = 3
"""A date without a year is the nearest one, whatever the tense says, where the other is so many times as far."""

FAR_MONTHS = 4


def in_year(name: Named, year: int) -> Period | None:
    """The named month, date, season, quarter, half or day of that year; None where there is none such."""
    if name.what == "date":
        return Period.day_of(year, name.number, name.day)
    if name.what == "named":
        day = calendar.named_days()[name.name].on(year)
        return Period.of(day, "day") if day else None
    unit, cycle = _CYCLES[name.what]
    return Period.checked(unit, year * cycle + name.number + _FIRST[name.what])


def around(name: Named, today: date, tense: Callable[[], Tense | None]) -> Chosen:
    """The one that is meant, seen from `today`: by the words, else by the tense, else the nearest."""
    step = _by_year(name, today) if name.what in ("date", "named") else _by_cycle(name, today)
    here = Period.of(today, "day" if name.what in ("date", "named") else _CYCLES[name.what][0])
    if name.relation is not None:
        return _related(name, here, step)
    if name.what in ("date", "named"):
        return _nearest_date(here, step, tense)
    return _by_tense(name, here, step, tense())


Step = Callable[[int], Period | None]
"""The period at or before today (0), the one after it (1), the one before (-1), and so on."""


def _by_cycle(name: Named, today: date) -> Step:
    unit, cycle = _CYCLES[name.what]
    here = Period.of(today, unit).number
    last = here - (here - name.number - _FIRST[name.what]) % cycle if cycle > 1 else here
    return lambda count: Period.checked(unit, last + count * cycle)


def _by_year(name: Named, today: date) -> Step:
    found = _years_around(name, today.year)
    last = bisect_right(found, Period("day", today.toordinal())) - 1

    def step(count: int) -> Period | None:
        return found[last + count] if 0 <= last + count < len(found) else None

    return step


@lru_cache(maxsize=1024)
def _years_around(name: Named, year: int) -> tuple[Period, ...]:
    """The date or named day of each year from nine before to nine after, in order."""
    return tuple(period for near in range(year - 9, year + 10) if (period := in_year(name, near)))


def _related(name: Named, here: Period, step: Step) -> Chosen:
    last, relation = step(0), name.relation
    same = last is not None and last == here
    if relation in ("last", "previous"):
        return step(-1 if same else 0), f'the word "{relation}"'
    if relation in ("next", "following"):
        return step(1), f'the word "{relation}"'
    if relation == "week after":
        ahead = step(1)
        return (ahead.moved(7) if ahead else None), "a week after the next"
    return _this(name, here, step), 'the word "this"'


def _this(name: Named, here: Period, step: Step) -> Period | None:
    """This Friday is the one of the week or the next; this May the one of the year."""
    last = step(0)
    if name.what == "weekday":
        return last if last == here else step(1)
    if name.what == "weekend":
        return here
    return in_year(name, here.first.year)


def _by_tense(name: Named, here: Period, step: Step, tense: Tense | None) -> Chosen:
    last = step(0)
    if name.what == "weekend":
        return _weekend(here, tense)
    if name.what == "quarter" and last is not None and here.number - last.number <= 1:
        return last, "the quarter that ended or runs"
    if name.what == "month" and (near := _near(step, here)):
        return near, "the nearest"
    if tense == "future":
        same = last is not None and last == here
        return (last if same else step(1)), "future tense"
    if tense == "present" and name.what == "weekday" and last != here:
        return step(1), "present tense"
    return last, f"{tense} tense" if tense else "no tense seen: the last one"


def _near(step: Step, here: Period) -> Period | None:
    """The month that is so much nearer than its other one that the tense cannot tell otherwise."""
    last, ahead = step(0), step(1)
    if last is None or ahead is None:
        return None
    behind, before = here.number - last.number, ahead.number - here.number
    return last if behind * FAR_MONTHS < before else ahead if before * FAR_MONTHS < behind else None


def _weekend(here: Period, tense: Tense | None) -> Chosen:
    """The weekend of the week in the future tense; the one before it otherwise. `here` is this week's."""
    if tense in ("future", "present"):
        return here, f"{tense} tense"
    return here.moved(-1), f"{tense} tense" if tense else "no tense seen: the last one"


def _nearest_date(here: Period, step: Step, seen: Callable[[], Tense | None]) -> Chosen:
    last, ahead = step(0), step(1)
    if last is None or ahead is None:
        return last or ahead, "the only one"
    behind_days, ahead_days = here.number - last.number, ahead.number - here.number
    nearest = ahead if ahead_days < behind_days else last
    far = max(behind_days, ahead_days) > FAR * min(behind_days, ahead_days)
    tense = None if far else seen()
    if tense is None:
        return nearest, "the nearest"
    return (last if tense == "past" else ahead), f"{tense} tense"
