"""Words of the calendar: months, weekdays, seasons, units, parts of the day, numbers, named days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun",
    "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS = (
    "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
    "friday fri", "saturday sat", "sunday sun",
)  # fmt: skip

MONTHS: Mapping[str, int] = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
WEEKDAYS: Mapping[str, int] = {word: n for n, words in enumerate(_WEEKDAYS, 1) for word in words.split()}
SHORT_NAMES = frozenset(word for word in (*MONTHS, *WEEKDAYS) if len(word) < 6) - {
    "march", "april", "may", "june", "july",
}  # fmt: skip
"""Month and weekday abbreviations, which may carry a full stop."""

SEASONS: Mapping[str, int] = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}

UNITS: Mapping[str, str] = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour",
    "day": "day", "night": "night", "week": "week", "wk": "week", "fortnight": "fortnight", "weekend": "weekend",
    "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade",
    "century": "century", "centurie": "century", "millennium": "millennium",
}  # fmt: skip
"""Unit by its singular word; plurals add "s"."""

PARTS: Mapping[str, str] = {
    "morning": "TMO", "mornings": "TMO", "afternoon": "TAF", "afternoons": "TAF", "evening": "TEV",
    "evenings": "TEV", "night": "TNI", "nights": "TNI", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO",
    "dusk": "TEV", "nightfall": "TEV", "sunset": "TEV", "lunchtime": "TMI", "daytime": "TDT",
}  # fmt: skip
CLOCK_WORDS: Mapping[str, str] = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}

ZONES: Mapping[str, int | None] = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "est": -300, "edt": -240, "et": None, "cdt": -300,
    "cst": None, "ct": None, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "pt": None, "jst": 540, "ist": None,
    "aest": 600, "aedt": 660, "msk": 180, "eet": 120, "eest": 180, "wat": 60, "hkt": 480, "sgt": 480, "nzst": 720,
}  # fmt: skip
"""Minutes east of Greenwich; None where the letters mean several zones or hide summer time."""

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS: Mapping[str, int] = {
    **{word: n for n, word in enumerate((_ONES + " seventeen eighteen nineteen").split())},
    **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_ORDINALS.split(), 1)},
    "thirtieth": 30,
}
DECADES: Mapping[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip


def month_number(word: str) -> int:
    """1 to 12 for a lower-case month, whole or abbreviated. Raises KeyError for another word."""
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 for a lower-case weekday, also plural or abbreviated. Raises KeyError for another word."""
    return WEEKDAYS[word.removesuffix("s") if word.endswith("days") else word.rstrip(".")]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day with a name; `on` gives its date in a year."""

    name: str
    rule: str

    def on(self, year: int) -> date | None:
        """The day in that year; None outside the calendar's years 1 to 9999."""
        try:
            return _apply(self.rule, year)
        except (ValueError, OverflowError):
            return None


@cache
def named_days() -> Mapping[str, NamedDay]:
    """Every named day by its lower-case name with straight apostrophes."""
    lines = files("onrecord.knowledge").joinpath("calendar.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: NamedDay(name=name, rule=rule) for name, rule in rows}


@cache
def named_day_pattern() -> re.Pattern[str]:
    """One pattern for all named days, longest first, any kind of apostrophe."""
    names = sorted(named_days(), key=len, reverse=True)
    spelled = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in names)
    return re.compile(rf"(?:{spelled})\b", re.IGNORECASE)


@cache
def named_day_starts() -> frozenset[str]:
    """The first word of each named day, to look no further where none can begin."""
    return frozenset(re.split(r"[\s'.]", name)[0] for name in named_days())


def _apply(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if ":" not in rule:
        month, day = rule.split("-")
        return date(year, int(month), int(day))
    month, weekday, rest = rule.split(":")
    count, _, more = rest.partition("+")
    return _nth(year, int(month), int(weekday), int(count)) + timedelta(days=int(more or 0))


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, as in Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
