"""Lengths, sets and references from a rule's words: "for weeks", "every Monday", "three years ago", "now"."""

from onrecord.reading import times_lengths, times_points
from onrecord.reading.times_atoms import CODES
from onrecord.reading.times_meanings import Meaning, Moved, Origin
from onrecord.reading.times_words import Words

_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "right now": "PRESENT_REF", "present": "PRESENT_REF", "current": "PRESENT_REF", "these": "PRESENT_REF",
    "recently": "PAST_REF", "recent": "PAST_REF", "previously": "PAST_REF", "past": "PAST_REF",
    "soon": "FUTURE_REF", "someday": "FUTURE_REF", "future": "FUTURE_REF", "coming": "FUTURE_REF",
}  # fmt: skip
_SETS = {
    "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
    "hourly": "PT1H", "fortnightly": "P2W", "biweekly": "P2W",
}  # fmt: skip
_FINE = ("second", "minute", "hour", "night")


def duration(value: str) -> Meaning:
    return Meaning(type="DURATION", value=value)


def _reference(value: str) -> Meaning:
    return Meaning(type="DATE", value=value)


def ago(words: Words) -> Meaning | None:
    unit, count = times_lengths.unit_of(words), times_lengths.count_of(words)
    behind = words.has("ago") or words.one("comp") == "earlier"
    anchored = words.has("comp")
    if unit in _FINE or (anchored and count is None):
        return _loose(words, unit, count, behind=behind)
    if count is None:
        return _reference("PAST_REF" if behind else "FUTURE_REF")
    steps, unit = _steps(count, unit)
    calendar_unit = times_points.calendar_unit_named(unit)
    if steps is None or calendar_unit is None:
        return None
    sign = -1 if behind else 1
    origin: Origin = "text" if anchored else "published"
    yearly = unit == "year" and steps == 1
    point = Moved(unit=calendar_unit, count=sign * steps, origin=origin, exact=anchored, ago=yearly)
    return Meaning(type="DATE", point=point)


def _loose(words: Words, unit: str, count: float | None, *, behind: bool) -> Meaning:
    """ "two hours ago", "a few days later": a length, of which nothing says where it begins."""
    if not words.has("comp"):
        return _reference("PAST_REF" if behind else "FUTURE_REF")
    return Meaning(type="DURATION", value=times_lengths.written(count, unit), open="it hangs on an event")


def _steps(count: float, unit: str) -> tuple[int | None, str]:
    """Whole steps of a unit that the calendar moves by."""
    per, smaller = {
        "decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"), "fortnight": (2, "week"),
    }.get(unit, (1, unit))  # fmt: skip
    count, unit = count * per, smaller
    if count != int(count) and unit == "year":
        count, unit = count * 12, "month"
    return (int(count) if count == int(count) else None), unit


def rate_or_length(words: Words) -> Meaning | None:
    """ "flights a week" is a set, "for a week" a length."""
    unit = times_lengths.unit_of(words)
    before = words.before()
    many = before.endswith("s") and len(before) > 3 and before not in _NOT_PLURAL
    if before in _RATE_WORDS or many or before.isdigit() or before.endswith("%"):
        return Meaning(type="SET", value=times_lengths.written(1, unit))
    return duration(times_lengths.written(1, unit))


_RATE_WORDS = frozenset(
    "once twice times thrice percent cents people million billion thousand visit meal pounds".split()
)
_NOT_PLURAL = frozenset(
    "was has this is its his as lasts takes across us unless less spends plus towards perhaps versus always besides "
    "means does gets".split()
)


def length(words: Words) -> Meaning | None:
    unit = times_lengths.unit_of(words)
    if not unit:
        return None
    if words.find("#-U"):
        return duration("P25Y") if words.has("one") and words.one("one") == "century" else None
    if words.codes == "aU":
        return rate_or_length(words)
    count = None if _two_counts(words) else times_lengths.count_of(words)
    if words.text == "one day" and words.before() in ("will", "would", "could", "might", "may", "'ll"):
        return _reference("FUTURE_REF")
    return duration(times_lengths.written(count, unit))


def _two_counts(words: Words) -> bool:
    return words.has("to", "or") or words.find("[nzF6]-[nF6]|z-F") is not None


def reach(words: Words) -> Meaning | None:
    """A length that ends or begins now: "the past two months", "the next few days"."""
    unit = times_lengths.unit_of(words)
    count = None if _two_counts(words) else times_lengths.count_of(words)
    found = times_points.relation(words)
    if not unit:
        return None
    ahead = found == "next" or words.has("ahead")
    reach = 1 if ahead else -1 if found == "last" else 0
    steps, whole = _steps(count, unit) if count else (None, unit)
    return Meaning(
        type="DURATION",
        value=times_lengths.written(count, unit),
        reach=reach if steps else 0,
        unit=whole,
        steps=steps or 0,
    )


def first_units(words: Words) -> Meaning | None:
    if not words.has("many", "quarters", "weekends"):
        return None
    if words.has("ord") and not words.one("ord").isalpha():
        return None
    unit, count = times_lengths.unit_of(words), times_lengths.count_of(words)
    return Meaning(type="DURATION", value=times_lengths.written(count, unit), fiscal=unit == "month")


def vague_units(words: Words) -> Meaning | None:
    unit = times_lengths.unit_of(words)
    if words.has("recent") and unit in ("week", "month", "quarter") and not words.has("and"):
        return duration(times_lengths.written(None, unit))
    for name in ("recent", "past", "coming", "future"):
        if words.has(name):
            return _reference(_REFERENCES[words.one(name)] if name != "coming" else "FUTURE_REF")
    return None


def bare_units(words: Words) -> Meaning | None:
    return duration(times_lengths.written(None, times_lengths.unit_of(words)))


def every(words: Words) -> Meaning | None:
    value = times_lengths.set_value(words)
    return Meaning(type="SET", value=value) if value else None


def _word(words: Words) -> Meaning | None:
    word = words.one("now", "recent", "current", "past", "future", "this")
    if word in _SETS:
        return Meaning(type="SET", value=_SETS[word])
    return _reference(_REFERENCES[word]) if word in _REFERENCES else None


def reference(words: Words) -> Meaning | None:
    if words.has("at") and words.one("current") != "present":
        return None
    if words.codes == CODES["current"] and words.one("current") == "present":
        return None
    if words.has("this"):
        return _reference("PRESENT_REF") if words.text.lower() == "these days" else None
    return _word(words)
