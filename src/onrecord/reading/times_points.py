"""Points of the calendar from words: days, months, seasons, quarters, and units beside today."""

from dataclasses import replace
from typing import cast

from onrecord.knowledge import calendar
from onrecord.reading.times_lengths import unit_of
from onrecord.reading.times_meanings import Beside, Fixed, Held, Moved, Named, Origin, Point, Relation, What
from onrecord.reading.times_periods import Period, Unit
from onrecord.reading.times_words import Words, ordinal, said_year, year

_RELATIONS: dict[str, Relation] = {
    "last": "last", "past": "last", "next": "next", "coming": "next", "prev": "previous", "following": "following",
}  # fmt: skip
_COUNTS: dict[Relation, int] = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0}
_CALENDAR_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}


def relation(words: Words) -> Relation | None:
    """How "last", "next", "this", "the following" turn what they stand before."""
    for name, found in _RELATIONS.items():
        if words.has(name):
            return found
    return "this" if words.has("this") else None


def fixed_year(number: int | None) -> Fixed | None:
    """The year, if it is one of the calendar."""
    period = Period.checked("year", number) if number is not None else None
    return Fixed(period=period) if period else None


def day(words: Words) -> Point | None:
    """The day that the words name; None where there is none such (31 February)."""
    if words.has("iso"):
        return _iso(words.one("iso"))
    if words.has("slashed"):
        return _slashed(words.one("slashed"), words.atoms.day_first)
    if words.has("month"):
        return _date(words)
    if words.has("named"):
        return _named_day(words)
    if words.has("deictic"):
        return Moved(unit="day", count=_DEICTIC[words.one("deictic")])
    if words.has("tonight"):
        return Moved(unit="day", count=-1 if words.one("tonight") == "overnight" else 0)
    if words.has("weekday"):
        number = calendar.weekday_number(words.one("weekday"))
        return Named(what="weekday", number=number, relation=relation(words))
    return None


def _iso(word: str) -> Fixed | None:
    """A date in digits; "9/11" is the one of 2001."""
    if word == "9/11":
        word = "2001-09-11"
    period = Period.day_of(int(word[:4]), int(word[5:7]), int(word[8:10]))
    return Fixed(period=period) if period else None


def _slashed(word: str, day_first: bool | None) -> Point | None:
    """13/5/2012 and 5/13/2012 tell themselves; 5/6/2012 needs the text's own way of writing dates."""
    one, two, last = (int(digits) for digits in word.replace(".", "/").split("/"))
    written = last if last > 99 else last + (2000 if last < 50 else 1900)
    if "." in word or one > 12 or (day_first and two <= 12):
        one, two = two, one
    elif two <= 12 and one != two and day_first is None:
        return None
    period = Period.day_of(written, one, two)
    return Fixed(period=period) if period else None


def _date(words: Words) -> Point | None:
    month, number = calendar.month_number(words.one("month")), day_number(words)
    year_point = year_of(words)
    if year_point is None and (month, number) == (9, 11) and words.after() in _ATTACKS:
        year_point = fixed_year(2001)
    named = date_of(words, number, year_point) if number is not None else None
    return replace(named, relation=_of_year(words)) if named else None


def date_of(words: Words, number: int, year_point: Point | None) -> Named | None:
    """That day of the month among the words; None where the month has no such day."""
    month = calendar.month_number(words.one("month"))
    if not 1 <= number <= _LONGEST[month - 1]:
        return None
    return Named(what="date", number=month, day=number, year=year_point)


_ATTACKS = frozenset("attack attacks terror terrorist terrorists hijackers hijackings atrocities hijacking".split())


def short_quarter(words: Words) -> Point | None:
    """ "Q3 2010", "3Q", "FY2010"."""
    if fiscal := words.one("fiscalyear"):
        digits = fiscal.removeprefix("fy").strip()
        return fixed_year(int(digits) if len(digits) == 4 else 2000 + int(digits))
    number = int(words.one("shortq").strip("q"))
    return Named(what="quarter", number=number, year=year_of(words))


def impossible(words: Words) -> bool:
    """Whether the words are a date, but one that no calendar has: 31 February, 99th of May."""
    if words.has("slashed"):
        return True
    number = day_number(words) if words.has("month") else None
    return number is not None and (words.has("ord") or number <= 31)


def ambiguous(words: Words) -> bool:
    """Whether the words are a date that the British and the Americans read otherwise: 5/6/2012."""
    if not words.has("slashed") or "." in words.one("slashed"):
        return False
    one, two = words.one("slashed").split("/")[:2]
    return 0 < int(one) <= 12 and 0 < int(two) <= 12 and words.atoms.day_first is None


_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(words: Words) -> int | None:
    """The number of a day in digits or as an ordinal; None if there is none."""
    if words.has("num"):
        number = words.one("num")
        return int(number) if number.isdigit() else None
    return ordinal(words.one("ord")) if words.has("ord") else None


def _of_year(words: Words) -> Relation | None:
    """ "last May 3" turns the date; "May 3 last year" turns the year."""
    return None if words.has("one") else relation(words)


def _named_day(words: Words) -> Named:
    name = " ".join(words.one("named").replace("’", "'").split())
    return Named(what="named", name=name, year=year_of(words), relation=_of_year(words))


def year_of(words: Words) -> Point | None:
    """The year that the words give a month, season or quarter: "1998", "last year", "this fiscal year"."""
    number = year(words)
    if number is not None:
        return fixed_year(number)
    if words.one("one") != "year":
        return None
    found = relation(words)
    origin: Origin = "text" if found in ("previous", "following") else "published"
    return Moved(unit="year", count=_COUNTS.get(found or "this", 0), origin=origin)


def month(words: Words) -> Named:
    """A month, of a year if one is given."""
    number = calendar.month_number(words.one("month"))
    return Named(what="month", number=number, year=year_of(words), relation=_of_year(words))


def season(words: Words) -> Named:
    """A season, of a year if one is given."""
    number = calendar.SEASONS[words.one("season")]
    return Named(what="season", number=number, year=year_of(words), relation=_of_year(words))


def nth(words: Words, what: What) -> Named | None:
    """The third quarter, the second half; None where there are not so many in a year."""
    most = 4 if what == "quarter" else 2
    number = ordinal(words.one("ord")) if words.has("ord") else most
    if number is None or not 1 <= number <= most:
        return None
    return Named(what=what, number=number, year=year_of(words), relation=_of_year(words))


def decade(words: Words) -> Point | None:
    """ "the 1990s", "the '90s", "the nineties": of the last century but for the years after 2000."""
    if words.has("decadeword"):
        number = 190 + calendar.DECADES[words.one("decadeword")]
    else:
        digits = "".join(sign for sign in words.one("decade") if sign.isdigit())
        short = int(digits[:1])
        number = int(digits[:3]) if len(digits) == 4 else 190 + short if short >= 2 else 200 + short
    period = Period.checked("decade", number)
    return Fixed(period=period) if period else None


def century(words: Words) -> Point | None:
    """The 20th century, value 19."""
    number = ordinal(words.one("ord"))
    period = Period.checked("century", number - 1) if number and unit_of(words) == "century" else None
    return Fixed(period=period) if period else None


def said_or_written(words: Words) -> Point | None:
    """A year alone."""
    return fixed_year(int(words.one("year")) if words.has("year") else said_year(words.all("numword", "large")))


def calendar_unit(words: Words) -> Unit | None:
    """The unit of the words if it is one of the calendar; hours and nights are none."""
    return calendar_unit_named(unit_of(words))


def calendar_unit_named(unit: str) -> Unit | None:
    """The unit if it is one of the calendar."""
    return cast(Unit, unit) if unit in _CALENDAR_UNITS else None


def quarter_number(words: Words) -> int:
    """1 to 4 for "the third quarter"; 0 where there is no such quarter."""
    number = ordinal(words.one("ord")) or 0
    return number if number <= 4 else 0


def beside(words: Words) -> Point | None:
    """A unit beside today or beside the text's last time: "last week", "the following day", "that year"."""
    unit = calendar_unit(words)
    if unit is None:
        return None
    if words.has("that", "same"):
        return Held(unit=unit, back=True)
    found = relation(words)
    if found in ("previous", "following") or (found == "next" and words.has("the")):
        return Moved(unit=unit, count=-1 if found == "previous" else 1, origin="text")
    if found is None and not words.has("current"):
        return Held(unit=unit)
    return Moved(unit=unit, count=_COUNTS.get(found or "this", 0))


def day_beside(words: Words) -> Point | None:
    """ "the day before yesterday", "the week after next Monday"."""
    unit, sign = calendar_unit(words.part(0, 2)), -1 if words.has("before") else 1
    cut = max(words.codes.find("B"), words.codes.find("G")) + 1
    rest = words.part(cut, len(words.codes))
    point = day(rest) or (beside(rest) if rest.has("one") else None)
    return Beside(point=point, count=sign) if point and unit == "day" else None
