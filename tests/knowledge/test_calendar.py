"""Named days fall where the almanac has them."""

from datetime import date

import pytest

from onrecord.knowledge import calendar


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("christmas eve", date(2012, 12, 24)),
        ("thanksgiving", date(2012, 11, 22)),
        ("black friday", date(2012, 11, 23)),
        ("memorial day", date(2013, 5, 27)),
        ("labor day", date(2013, 9, 2)),
        ("good friday", date(2013, 3, 29)),
        ("easter monday", date(2000, 4, 24)),
        ("martin luther king jr. day", date(2013, 1, 21)),
        ("remembrance sunday", date(2013, 11, 10)),
    ],
)
def test_a_named_day(name: str, day: date) -> None:
    assert calendar.named_days()[name].on(day.year) == day


@pytest.mark.parametrize("year", [0, -5, 10_000])
def test_no_day_outside_the_calendar(year: int) -> None:
    assert {day.on(year) for day in calendar.named_days().values()} == {None}


def test_every_named_day_is_found_by_its_name() -> None:
    for name in calendar.named_days():
        match = calendar.named_day_pattern().match(name.replace("'", "’"))
        assert match is not None
        assert match.group().replace("’", "'") == name


@pytest.mark.parametrize(("word", "number"), [("sept.", 9), ("may", 5), ("december", 12)])
def test_month_number(word: str, number: int) -> None:
    assert calendar.month_number(word) == number


@pytest.mark.parametrize(("word", "number"), [("tues.", 2), ("sundays", 7), ("friday", 5)])
def test_weekday_number(word: str, number: int) -> None:
    assert calendar.weekday_number(word) == number
