"""From a rule's match to its meaning; what cannot be a time there has none."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from onrecord.reading import times_amounts, times_clocks, times_points
from onrecord.reading.times_atoms import Atoms
from onrecord.reading.times_doubts import COUNTED
from onrecord.reading.times_grammar import Match
from onrecord.reading.times_meanings import Beside, Fixed, Held, Meaning, Moved, Named, Point, Within
from onrecord.reading.times_words import Words


class Reading(NamedTuple):
    """A meaning and the atoms [first, last) that carry it."""

    first: int
    last: int
    meaning: Meaning


def read(atoms: Atoms, match: Match) -> list[Reading]:
    """What a match means: nothing, one time, or the two ends of a range."""
    words = Words(atoms, match.first, match.last)
    if match.rule in _RANGES:
        return _RANGES[match.rule](words)
    meaning = _RULES[match.rule](words)
    if meaning is None:
        return []
    last = words.last - 1 if meaning.open and words.codes.endswith("r") else words.last
    return [Reading(words.first + _loose_start(words, match.rule), last, meaning)]


def _loose_start(words: Words, rule: str) -> int:
    """1 where the first word belongs to others: "around Wednesday", "the late-November trip"."""
    if words.codes.startswith("~") and rule in ("day", "part", "clock"):
        return int(" " in words.one("approx") or (rule == "day" and not words.has("month")))
    return int(rule in ("month", "season", "quarter", "half") and words.codes[:1] == "d" and words.has("hyphen"))


def _date(point: Point | None) -> Meaning | None:
    return Meaning(type="DATE", point=point) if point else None


def _day(words: Words) -> Meaning | None:
    point = times_points.day(words)
    if point is None and times_points.ambiguous(words):
        return Meaning(type="DATE", open="day and month could be either")
    if point is None and times_points.impossible(words):
        return Meaning(type="DATE", open="no such day")
    return _date(point)


def _weekday_week(words: Words) -> Meaning | None:
    point = times_points.day(words)
    if not isinstance(point, Named) or words.one("one") != "week":
        return None
    return _date(Named(what="weekday", number=point.number, relation="week after"))


def _clock(words: Words) -> Meaning | None:
    clock = times_clocks.read(words)
    if clock is None:
        return None
    hour = words.find("~?(?:CZ?|[nY]Z|NZ?|[nz]1dP)")
    rest = words if hour is None else _without(words, hour)
    point = (times_points.day(rest) or _last_night(rest)) if rest is not None else None
    if point is None and rest is not None and rest.has("month", "weekday", "iso", "slashed"):
        return None
    return Meaning(type="TIME", point=point, clock=clock.value, zone=clock.zone)


def _last_night(words: Words) -> Point | None:
    """ "9 p.m. last night"."""
    return _part_beside(words) if words.has("last") and words.has("part") else None


def _without(words: Words, hour: Words) -> Words | None:
    """What is left before or behind the clock time."""
    before, after = hour.first - words.first, words.last - hour.last
    if before >= after:
        return words.part(0, before) if before else None
    return words.part(hour.last - words.first, len(words.codes))


def _part(words: Words) -> Meaning | None:
    value = times_clocks.part(words)
    if not value:
        return None
    point = times_points.day(words) or _part_beside(words)
    if point is None and words.has("month", "iso", "slashed"):
        return None
    return Meaning(type="TIME", point=point, clock=value)


def _part_beside(words: Words) -> Point | None:
    if words.has("that", "same"):
        return Held(unit="day", back=True)
    found = times_points.relation(words)
    if found in ("following", "previous", "next"):
        return Moved(unit="day", count=-1 if found == "previous" else 1, origin="text")
    if found is None:
        return None
    return Moved(unit="day", count=-1 if found == "last" else 0)


def _unit(words: Words) -> Meaning | None:
    unit = times_points.calendar_unit(words)
    if words.has("past", "coming") and not words.has("this") and unit and unit != "weekend":
        return times_amounts.reach(words)
    if words.has("latest"):
        return _date(Moved(unit=unit, count=-1 if unit == "quarter" else 0)) if unit else None
    return _date(times_points.beside(words))


def _held(words: Words) -> Meaning | None:
    unit, edge = times_points.calendar_unit(words), words.has("edge", "comp", "early")
    if unit is None or (unit in ("day", "decade", "century") and not edge):
        return None
    if words.has("own") and not words.has("fiscal"):
        return None
    if words.after() in ("ended", "ending") and unit == "year":
        return times_amounts.duration("P1Y")
    if unit == "weekend":
        return _date(Named(what="weekend"))
    return _date(Moved(unit=unit, count=0) if edge else Held(unit=unit))


def _month(words: Words) -> Meaning | None:
    if words.has("of") and words.codes.startswith("dUO") and words.one("one") != "month":
        return None
    return _date(times_points.month(words))


def _week_of(words: Words) -> Meaning | None:
    """ "the week of March 6", "Easter week", "Labor Day weekend"."""
    unit = times_points.calendar_unit(words)
    cut = words.codes.find("O") + 1
    point = times_points.day(words.part(cut, len(words.codes)))
    if words.has("named") and not cut:
        if unit not in ("week", "weekend"):
            return None
        if unit == "weekend" and point:
            point = Beside(point=point, count=-2)  # a Monday's or Tuesday's weekend is the one before it
    return _date(Within(point=point, unit=unit)) if unit and point else None


def _year_end(words: Words) -> Meaning | None:
    if words.has("one"):
        return _date(Moved(unit="year", count=0)) if words.one("one") == "year" and words.one("edge") == "end" else None
    return _date(times_points.said_or_written(words)) if words.one("edge") == "end" else None


def _bare_quarter(words: Words) -> Meaning | None:
    year = times_points.year_of(words)
    return _date(Named(what="quarter", year=year)) if year else None


_IN_YEAR = {"month": 12, "week": 52}


def _year_earlier(words: Words) -> Meaning | None:
    if words.one("one") in _IN_YEAR and words.has("same") and words.has("last", "ago"):
        unit = times_points.calendar_unit(words)
        return _date(Moved(unit=unit, count=-_IN_YEAR[words.one("one")])) if unit else None
    if words.one("one") not in ("year", "") and not words.has("period"):
        return None
    if words.has("year"):
        return _date(Named(what="quarter", year=times_points.year_of(words)))
    if words.has("ord"):
        return _date(
            Named(what="quarter", number=times_points.quarter_number(words), year=Moved(unit="year", count=-1))
        )
    if words.has("ago", "comp", "last"):
        return _date(Moved(unit="year", count=-1, origin="text", exact=True))
    return _date(Held(unit="quarter")) if words.has("quarter", "period") else None


_RULES: Mapping[str, Callable[[Words], Meaning | None]] = {
    "day": _day, "weekday week": _weekday_week, "day after": lambda words: _date(times_points.day_beside(words)),
    "clock": _clock, "part": _part, "month": _month,
    "year": lambda words: _date(times_points.said_or_written(words)),
    "decade": lambda words: _date(times_points.decade(words)),
    "century": lambda words: _date(times_points.century(words)),
    "season": lambda words: _date(times_points.season(words)),
    "unit": _unit, "held": _held, "week of": _week_of, "year end": _year_end,
    "quarter": lambda words: _date(times_points.nth(words, "quarter")), "bare quarter": _bare_quarter,
    "short quarter": lambda words: _date(times_points.short_quarter(words)),
    "half": lambda words: _date(times_points.nth(words, "half")),
    "ago": times_amounts.ago, "year-earlier": _year_earlier,
    "period": lambda words: _date(Moved(unit="quarter", count=-1)),
    "length": times_amounts.length, "reach": times_amounts.reach, "first units": times_amounts.first_units,
    "vague units": times_amounts.vague_units,
    "bare units": times_amounts.bare_units, "set": times_amounts.every, "weekdays": times_amounts.every,
    "rate": times_amounts.rate_or_length, "set word": times_amounts.reference,
    "reference": times_amounts.reference,
}  # fmt: skip


def _years(words: Words) -> list[Reading]:
    """ "2019-21", "2012/13", "1999-2003": two years, the second perhaps short."""
    first, second = words.atoms.items[words.first].word, words.atoms.items[words.last - 1].word
    later = int(second) if len(second) == 4 else int(first[:2] + second) if len(second) == 2 and second.isdigit() else 0
    one, two = times_points.fixed_year(int(first)), times_points.fixed_year(later)
    if one is None or two is None or later <= int(first):
        return []
    ends: tuple[tuple[int, int, Fixed], ...] = ((words.first, words.first + 1, one), (words.last - 1, words.last, two))
    return [Reading(begin, end, Meaning(type="DATE", point=point)) for begin, end, point in ends]


def _days(words: Words) -> list[Reading]:
    """ "May 3-5", "between 3 and 5 May": two days of one month."""
    days = [at for at, code in enumerate(words.codes) if code in "no"][:2]
    month_first = words.codes.startswith("M")
    numbers = [times_points.day_number(words.part(at, at + 1)) for at in days]
    if None in numbers or not 1 <= (numbers[0] or 0) < (numbers[1] or 0) <= 31 or words.after() in COUNTED:
        return []
    month = words.codes.index("M")
    first = words.part(0, days[0] + 1) if month_first else words.part(days[0], days[0] + 1)
    second = words.part(days[1], len(words.codes))
    year = times_points.year_of(words)
    found = []
    for part, number in ((first, numbers[0]), (second, numbers[1])):
        point = times_points.date_of(words.part(month, month + 1), number or 0, year)
        if point is None:
            return []
        found.append(Reading(part.first, part.last, Meaning(type="DATE", point=point)))
    return found


_RANGES: Mapping[str, Callable[[Words], list[Reading]]] = {"years": _years, "range": _days}
