"""Times of the day from words: "9.30 p.m. EST" is T21:30 five hours west of Greenwich."""

import re
from dataclasses import dataclass

from onrecord.knowledge import calendar
from onrecord.reading.times_words import Words, number

_MILITARY = re.compile(r"(\d\d)(\d\d)(?!\d)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s?(?:([ap])\.?\s?m)?")
_LATE = ("TAF", "TEV", "TNI")


@dataclass(frozen=True, slots=True)
class Clock:
    """What follows the day in a TIMEX3 value ("T21:30", "TNI"), and its zone in minutes east of Greenwich."""

    value: str
    zone: int | None = None


def part(words: Words) -> str:
    """The value of a part of the day: "TMO", "TAF", "TEV", "TNI"; "" where none is named."""
    if words.has("tonight"):
        return "TNI"
    return calendar.PARTS.get(words.one("part", "parts"), "")


def read(words: Words) -> Clock | None:
    """The time on the clock; None where there is none such (25:99)."""
    zone = calendar.ZONES.get(words.one("zone")) if words.has("zone") else None
    if words.has("noon"):
        return Clock(calendar.CLOCK_WORDS[words.one("noon")], zone)
    if words.has("clock"):
        return _written(words.one("clock"), part(words), zone)
    if words.has("zone"):
        return _military(words, zone)
    hour = number(words.all("num", "numword"))
    return _on_clock(int(hour), 0, part(words), zone, twelve=True) if hour is not None and hour == int(hour) else None


def _written(word: str, half: str, zone: int | None) -> Clock | None:
    if military := _MILITARY.match(word):
        return _on_clock(int(military[1]), int(military[2]), "", zone, twelve=False)
    match = _CLOCK.match(word)
    if match is None:
        return None
    hour, minute, second, letter = match.groups()
    named = {"a": "TMO", "p": "TEV"}.get(letter or "", "")
    clock = _on_clock(int(hour), int(minute or 0), named or half, zone, twelve=bool(letter))
    if clock is None or second is None:
        return clock
    return Clock(f"{clock.value}:{second}", zone) if int(second) < 60 else None


def _military(words: Words, zone: int | None) -> Clock | None:
    """ "1500 GMT", "1830 GMT"; also "15 GMT"."""
    at = words.codes.find("Z")
    digits = words.atoms.items[words.first + at - 1].word
    if not digits.isdigit():
        return None
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    return _on_clock(hour, minute, "", zone, twelve=False)


def _on_clock(hour: int, minute: int, half: str, zone: int | None, *, twelve: bool) -> Clock | None:
    if minute > 59 or hour > (12 if twelve else 24) or (twelve and hour == 0):
        return None
    if twelve and hour == 12 and half == "TMO":
        hour = 0
    elif half in _LATE and hour < 12 and not (half == "TNI" and hour < 5):
        hour += 12
    return Clock(f"T{hour:02}:{minute:02}", zone) if hour < 24 or minute == 0 else None
