"""Lengths and sets of time from words: "two and a half years" is P2Y6M, "every other week" P2W."""

from onrecord.knowledge import calendar
from onrecord.reading.times_words import Words, number, ordinal

SHORT: dict[str, str] = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE", "night": "NI",
}  # fmt: skip
_CLOCK = ("second", "minute", "hour", "night")
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


def unit_of(words: Words) -> str:
    """The unit that the words count, singular; "" if none."""
    word = words.one("one", "many", "quarter", "quarters", "weekend", "weekends")
    return calendar.UNITS.get(word) or calendar.UNITS.get(word.removesuffix("s"), "")


def count_of(words: Words) -> float | None:
    """How many units; None for "a few", "several" and for a range."""
    if words.has("few") and not words.has("num", "numword"):
        return None
    if words.has("couple"):
        return 2
    numbers = words.all("num", "numword", "large", "year")
    if not numbers:
        return None if words.has("many", "quarters", "weekends") else 1 + _half(words)
    counted = number(numbers)
    return None if counted is None else counted + _half(words)


def _half(words: Words) -> float:
    if not words.has("half"):
        return 0
    return 0.5 if words.has("and") else -0.5


def written(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X where the number is not known."""
    if unit in _YEARS and count is not None:
        count, unit = count * _YEARS[unit], "year"
    if unit == "fortnight":
        count, unit = (None if count is None else 2 * count), "week"
    if count is None:
        return f"P{'T' if unit in _CLOCK else ''}X{SHORT[unit]}"
    return _exact(count, unit)


def _exact(count: float, unit: str) -> str:
    clock = "T" if unit in _CLOCK else ""
    if count == int(count):
        return f"P{clock}{int(count)}{SHORT[unit]}"
    small, per = _SMALLER.get(unit, ("", 0))
    rest = (count - int(count)) * per
    if not per or abs(rest - round(rest)) > 1e-9:
        return f"P{clock}{count:g}{SHORT[unit]}"
    whole = f"{int(count)}{SHORT[unit]}" if count >= 1 else ""
    joint = "T" if small in _CLOCK and not clock and small else ""
    return f"P{clock}{whole}{joint}{round(rest)}{SHORT[small]}"


def set_value(words: Words) -> str | None:
    """The value of "every …": a length, or the name left open ("XXXX-WXX-1"); None where it says neither."""
    part = calendar.PARTS.get(words.one("part", "parts"), "")
    if weekday := words.one("weekday", "weekdays"):
        return f"XXXX-WXX-{calendar.weekday_number(weekday)}{part}"
    if month := words.one("month"):
        return f"XXXX-{calendar.month_number(month):02}"
    if season := words.one("season", "seasons"):
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[calendar.SEASONS[season.removesuffix('s')]]}"
    if part:
        return f"XXXX-XX-XX{part}"
    unit = unit_of(words)
    if unit == "weekend":
        return "XXXX-WXX-WE"
    return written(_period(words), unit) if unit else None


def _period(words: Words) -> float | None:
    if words.has("other"):
        return 2
    if words.has("ord"):
        return ordinal(words.one("ord"))
    return count_of(words)
