"""Stretches of the calendar: from a century to a day, each with its TIMEX3 value and its bounds."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}
SEASON_NAMES = ("SP", "SU", "FA", "WI")
SEASON_START = 2  # spring begins with the third month (index 2); winter runs into the next year
OPEN: dict[Unit, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
"""The TIMEX3 value of a unit of which nothing else is known."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One unit of the calendar by its number: days and weeks since year 1, months since year 0, and so on."""

    unit: Unit
    number: int

    @classmethod
    def of(cls, day: date, unit: Unit) -> Self:
        """The period of that unit that holds the day."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit in ("week", "weekend"):
            return cls(unit, (day.toordinal() - 1) // 7)
        months = day.year * 12 + day.month - 1
        if unit == "season":
            return cls(unit, (months - SEASON_START) // 3)
        return cls(unit, day.year // 100 if unit == "century" else months // MONTHS_IN[unit])

    @classmethod
    def checked(cls, unit: Unit, number: int) -> Self | None:
        """The period, or None where it leaves the years 1 to 9998."""
        period = cls(unit, number)
        try:
            first, last = period.first, period.last
        except (ValueError, OverflowError):
            return None
        return period if first.year >= 1 and last.year <= 9998 else None

    @classmethod
    def day_of(cls, year: int, month: int, day: int) -> Self | None:
        """The day, or None where there is none such."""
        try:
            return cls("day", date(year, month, day).toordinal())
        except (ValueError, OverflowError):
            return None

    def moved(self, count: int) -> "Period | None":
        """The period `count` units later; None outside the calendar."""
        return Period.checked(self.unit, self.number + count)

    def within(self, unit: Unit) -> "Period":
        """The period of the larger unit that holds this one's first day."""
        return Period.of(self.first, unit)

    @property
    def first(self) -> date:
        """Its first day. Raises ValueError or OverflowError outside the calendar."""
        if self.unit == "day":
            return date.fromordinal(self.number)
        if self.unit == "week":
            return date.fromordinal(self.number * 7 + 1)
        if self.unit == "weekend":
            return date.fromordinal(self.number * 7 + 6)
        return _month_start(self._first_month)

    @property
    def last(self) -> date:
        """Its last day. Raises as `first` does."""
        if self.unit == "day":
            return self.first
        if self.unit in ("week", "weekend"):
            return date.fromordinal(self.number * 7 + 7)
        return _month_start(self._first_month + self._months) - timedelta(days=1)

    @property
    def _months(self) -> int:
        return 1200 if self.unit == "century" else MONTHS_IN[self.unit]

    @property
    def _first_month(self) -> int:
        return self.number * self._months + (SEASON_START if self.unit == "season" else 0)

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        unit, number = self.unit, self.number
        if unit == "day":
            return self.first.isoformat()
        if unit in ("week", "weekend"):
            year, week, _ = self.first.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "weekend" else "")
        if unit in ("year", "decade", "century"):
            return f"{number:0{ {'year': 4, 'decade': 3, 'century': 2}[unit] }}"
        if unit == "month":
            return f"{number // 12:04}-{number % 12 + 1:02}"
        if unit == "season":
            return f"{number // 4:04}-{SEASON_NAMES[number % 4]}"
        per = {"quarter": 4, "half": 2}[unit]
        return f"{number // per:04}-{unit[0].upper()}{number % per + 1}"


def _month_start(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
