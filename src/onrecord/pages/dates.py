"""Dates of publication: ISO in and out, dates in words, dates in addresses."""

import re
from datetime import UTC, date, datetime, timedelta

from onrecord.errors import DateError

FIRST_YEAR = 1980
WEST, EAST = 12, 14  # hours that time zones lie behind and before UTC
MONTHS = "january february march april may june july august september october november december".split()
MONTH_NUMBER = {name[:n]: i for i, name in enumerate(MONTHS, 1) for n in (3, len(name))} | {"sept": 9}
_MONTH = r"(?P<month>" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = (
    r"(?:[\s,|•·–-]{1,4}(?:at\s)?\s?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?m\.?)?)?"
)
_WORDS = (
    re.compile(rf"\b{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}{_TIME}", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s{{0,3}}(?:of\s)?{_MONTH},?\s{{1,3}}{_YEAR}{_TIME}", re.IGNORECASE),
    re.compile(rf"\b{_DAY}[-/ ]{_MONTH}[-/ ]{_YEAR}{_TIME}", re.IGNORECASE),
    re.compile(rf"\b{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)\b{_TIME}", re.IGNORECASE),
)
_NUMBERS = re.compile(r"\b(?P<first>[0-3]?\d)[./](?P<second>[0-3]?\d)[./](?P<year>(?:19|20)\d\d)\b")
_ISO = re.compile(
    r"(?P<date>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    r"(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)\s?(?P<zone>Z|UTC|GMT|[+-][01]\d:?\d\d)?)?"
)
_URL = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3})[/-](?P<day>[0-3]?\d)(?=[/_.-]|$)", re.I),
    re.compile(r"[/_-](?P<year>20\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?=[/_.-]|$)"),
)


def iso(value: str) -> str:
    """A date or date-time that a caller gave, in ISO form. Raises DateError."""
    text = value.strip()
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        raise DateError(f"published: {value!r} is no ISO date; write it as 2025-03-11 or 2025-03-11T17:42") from None


def of_machine(value: str | None) -> str | None:
    """A date as machines write it in meta tags, JSON-LD and time tags, in ISO form; None if it is none.

    The day and the time of day stay those that the page gives, with its zone.
    """
    text = (value or "").strip()[:64]
    match = _ISO.search(text)
    if match is None:
        return of_epoch(text) or of_digits(text) or of_words(text)
    day = _valid(match["date"])
    if day is None or match["time"] is None:
        return day
    zone = (match["zone"] or "").replace("UTC", "+00:00").replace("GMT", "+00:00").replace("Z", "+00:00")
    return _with_time(day, match["time"].partition(".")[0], zone)


def of_epoch(text: str) -> str | None:
    """Seconds or milliseconds since 1970, as some sites write; None if it is none."""
    if not re.fullmatch(r"1\d{9}(\d{3})?", text):
        return None
    return datetime.fromtimestamp(int(text[:10]), tz=UTC).isoformat()


def of_digits(text: str) -> str | None:
    """A day in eight digits, "20240512"; None if it is none."""
    return _valid(f"{text[:4]}-{text[4:6]}-{text[6:]}") if re.fullmatch(r"(?:19|20)\d{6}", text) else None


def of_words(text: str) -> str | None:
    """The first whole date in a visible line ("Published 12 May 2024, 10:41"); None where none is whole.

    Numbers alone ("03/04/2024") count only where one order of day and month is possible.
    """
    found = [m for pattern in _WORDS for m in [pattern.search(text)] if m]
    if found:
        first = min(found, key=lambda m: m.start())
        return _of_match(first)
    match = _NUMBERS.search(text)
    if match is None:
        return None
    first_number, second = int(match["first"]), int(match["second"])
    if first_number <= 12 and second <= 12 and first_number != second:
        return None
    day, month = (first_number, second) if second <= 12 else (second, first_number)
    return _valid(f"{match['year']}-{month:02}-{day:02}")


def of_url(url: str | None) -> str | None:
    """The date in an address ("/2024/05/12/"); None where there is none."""
    path = re.sub(r"^https?://[^/]*", "", url or "").partition("?")[0]
    match = next((m for p in _URL for m in [p.search(path)] if m), None)
    return _of_match(match) if match else None


def same_moment(value: str, day: str) -> bool:
    """Whether a time of day in UTC falls on `day`, the day before or after, in some time zone of the world."""
    if not value.endswith("+00:00") or "T00:00:00" in value:
        return False
    moment = datetime.fromisoformat(value)
    apart = (date.fromisoformat(day) - moment.date()).days
    return (apart == -1 and moment.hour < WEST) or (apart == 1 and moment.hour >= 24 - EAST)


def _of_match(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = groups["month"].lower()
    number = MONTH_NUMBER.get(month) or (int(month) if month.isdigit() else 0)
    day = _valid(f"{groups['year']}-{number:02}-{int(groups['day']):02}")
    if day is None or groups.get("hour") is None:
        return day
    hour, half = int(groups["hour"]), (groups["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return day
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return _with_time(day, f"{hour:02}:{groups['minute']}", "")


def _with_time(day: str, clock: str, zone: str) -> str:
    try:
        return datetime.fromisoformat(f"{day}T{clock}{zone}").isoformat()
    except ValueError:
        return day


def _valid(text: str) -> str | None:
    """`text` if it is a day between FIRST_YEAR and tomorrow."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    latest = datetime.now(UTC).date() + timedelta(days=2)
    return text if day.year >= FIRST_YEAR and day <= latest else None
