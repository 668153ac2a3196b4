"""Times as a person reads them: "Monday 27 November 2023", "the week of 13 November 2023"."""

import re
from datetime import date

from onrecord.exports.letters import flat
from onrecord.model import Time

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$")
MONTH = re.compile(r"(\d{4})-(\d\d)$")
YEAR = re.compile(r"\d{4}$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
DECADE = re.compile(r"(\d{3})X?$")
CENTURY = re.compile(r"(\d\d)(?:XX)?$")
ORDINALS = {"1": "st", "2": "nd", "3": "rd"}
OPEN = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
LENGTH = re.compile(r"P(T)?(\d+(?:\.\d+)?)(?(1)[HMS]|[YMWD])$")
CLOCK = re.compile(r"(\d\d):?(\d\d)")
PART_MONTHS = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS = {
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
    "H1": "first half of", "H2": "second half of", "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}  # fmt: skip
HOURS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}


def start(time: Time) -> str | None:
    """Where a time goes in an order of ISO dates; None for lengths, repeated and open times."""
    if time.type not in {"DATE", "TIME"}:
        return None
    if time.earliest:
        return time.earliest
    value = time.value or ""
    if week := WEEK.match(value):
        monday = _monday(int(week[1]), int(week[2]))
        return monday.isoformat() if monday else None
    if part := PART.match(value):
        return f"{part[1]}-{PART_MONTHS[part[2]]:02}"
    return value if re.match(r"\d{4}", value) else None


def in_words(time: Time, *, short: bool = False) -> str | None:
    """The date, or the range, that a time stands for; None where it is not settled. `short` leaves out
    the day of the week and the hour."""
    if time.value and (words := of_value(time.value, short=short)):
        return words
    if time.type == "DURATION" and (found := LENGTH.match(time.value or "")):
        return _length(found)
    bounds = dict.fromkeys(of_value(b, short=short) or b for b in (time.earliest, time.latest) if b)
    if bounds:
        return flat(" to ".join(bounds))
    return flat(time.value) if time.value and not short else None


def _length(found: re.Match[str]) -> str:
    unit = UNITS[(found[1] or "") + found[0][-1]]
    return f"{found[2]} {unit}{'' if found[2] == '1' else 's'}"


def of_value(value: str, *, short: bool = False) -> str | None:
    """A TIMEX3 or ISO date in words; None where it is none of a known form."""
    if found := DAY.match(value):
        return _day(found, short=short)
    if (found := MONTH.match(value)) and 1 <= int(found[2]) <= 12:
        return f"{_month(int(found[2]), short=short)} {found[1]}"
    if YEAR.match(value):
        return value
    if found := WEEK.match(value):
        return _week(found, short=short)
    if found := PART.match(value):
        part = found[2] if short and found[2][0] in "QH" else PARTS[found[2]]
        return f"{part} {found[1]}"
    if found := DECADE.match(value):
        return f"{found[1]}0s"
    if found := CENTURY.match(value):
        return _century(int(found[1]) + 1)
    return OPEN.get(value)


def _century(number: int) -> str:
    ending = "th" if 10 < number < 20 else ORDINALS.get(str(number)[-1], "th")
    return f"{number}{ending} century"


def _day(found: re.Match[str], *, short: bool) -> str | None:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    weekday = "" if short else f"{DAYS[day.weekday()]} "
    return f"{weekday}{day.day} {_month(day.month, short=short)} {found[1]}{'' if short else _hour(found[4] or '')}"


def _hour(clock: str) -> str:
    if part := HOURS.get(clock[:2]):
        return f", {part}"
    found = CLOCK.match(clock)
    return f", {found[1]}:{found[2]}" if found else ""


def _week(found: re.Match[str], *, short: bool) -> str | None:
    monday = _monday(int(found[1]), int(found[2]))
    if monday is None:
        return None
    first, last = (5, 6) if found[3] else (0, 6)
    begin, end = (date.fromordinal(monday.toordinal() + later) for later in (first, last))
    if short:
        return _range(begin, end)
    what = "the weekend of" if found[3] else "the week of"
    return f"{what} {begin.day} {_month(begin.month, short=False)} {begin.year}"


def _range(begin: date, end: date) -> str:
    month = "" if begin.month == end.month else f" {_month(begin.month, short=True)}"
    return f"{begin.day}{month}–{end.day} {_month(end.month, short=True)} {end.year}"


def _monday(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def _month(number: int, *, short: bool) -> str:
    return MONTHS[number - 1][:3] if short else MONTHS[number - 1]
