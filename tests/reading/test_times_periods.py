"""Stretches of the calendar: values, bounds, and no step out of it."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.times_periods import Period, Unit

UNITS = list(get_args(Unit))
DAYS = st.dates(date(110, 1, 1), date(9700, 1, 1))


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        ("day", "1998-03-01", "1998-03-01", "1998-03-01"),
        ("week", "1998-W09", "1998-02-23", "1998-03-01"),
        ("weekend", "1998-W09-WE", "1998-02-28", "1998-03-01"),
        ("month", "1998-03", "1998-03-01", "1998-03-31"),
        ("quarter", "1998-Q1", "1998-01-01", "1998-03-31"),
        ("half", "1998-H1", "1998-01-01", "1998-06-30"),
        ("season", "1998-SP", "1998-03-01", "1998-05-31"),
        ("year", "1998", "1998-01-01", "1998-12-31"),
        ("decade", "199", "1990-01-01", "1999-12-31"),
        ("century", "19", "1900-01-01", "1999-12-31"),
    ],
)
def test_around_a_day(unit: Unit, value: str, first: str, last: str) -> None:
    period = Period.of(date(1998, 3, 1), unit)
    assert (period.value, period.first.isoformat(), period.last.isoformat()) == (value, first, last)


@given(DAYS, st.sampled_from(UNITS))
def test_neighbours_touch_and_hold_their_days(day: date, unit: Unit) -> None:
    period = Period.of(day, unit)
    after = period.moved(1)
    assert after is not None
    if unit == "weekend":
        assert after.first - period.first == timedelta(days=7)
    else:
        assert period.first <= day <= period.last
        assert after.first == period.last + timedelta(days=1)
    assert Period.of(period.first, unit) == period == Period.of(period.last, unit)


@given(st.sampled_from(UNITS), st.integers(-(10**9), 10**9))
def test_outside_the_calendar_is_none(unit: Unit, count: int) -> None:
    moved = Period.of(date(2011, 3, 16), unit).moved(count)
    assert moved is None or 1 <= moved.first.year <= moved.last.year <= 9999


def test_no_thirtieth_of_february() -> None:
    assert Period.day_of(2011, 2, 30) is None
    assert Period.day_of(0, 1, 1) is None
