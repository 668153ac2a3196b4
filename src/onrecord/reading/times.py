"""Times of a text: every time expression as TIMEX3, hung on the day of publication or on one another.

TimeML 1.2.1: DATE, TIME, DURATION and SET with their values (ISO 8601 with its extensions).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.model import Analysis, Gap, Span, Time
from onrecord.reading import times_anchoring, times_atoms, times_grammar, times_readings
from onrecord.reading.times_anchoring import COMPARED, Hung, Ledger, Seen
from onrecord.reading.times_atoms import Atoms
from onrecord.reading.times_direction import Tenses
from onrecord.reading.times_doubts import doubtful
from onrecord.reading.times_meanings import Meaning, Named
from onrecord.reading.times_periods import OPEN, Period
from onrecord.reading.times_ranges import Found, share
from onrecord.reading.times_words import Words

_SPOKE = frozenset("said told reported announced says wrote added confirmed reporters tweeted declared".split())


def find(analysis: Analysis, published: str | None) -> tuple[tuple[Time, ...], tuple[Gap, ...]]:
    """The times of a text in text order, and a gap for each that stays open.

    `published` is an ISO date or date-time; without it (or with one that is no date) relative times keep an
    underspecified value ("XXXX-WXX-1") and have no bounds. Takes time linear in the length of the text.
    """
    atoms = times_atoms.find(analysis.text)
    return _Settling(analysis, _day(published)).settle(share(analysis.text, list(_expressions(atoms))))


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


# ---------------------------------------------------------------- finding


def _expressions(atoms: Atoms) -> Iterator[Found]:
    """The longest readings that do not overlap, in text order."""
    ranked = sorted(times_grammar.matches(atoms), key=lambda match: (match.first - match.last, match.first))
    taken = bytearray(len(atoms.codes))
    chosen: list[times_readings.Reading] = []
    for match in ranked:
        if any(taken[match.first : match.last]) or doubtful(Words(atoms, match.first, match.last), match.rule):
            continue
        readings = times_readings.read(atoms, match)
        if readings:
            taken[match.first : match.last] = b"\1" * (match.last - match.first)
            chosen.extend(readings)
    for first, last, meaning in sorted(chosen, key=lambda reading: reading.first):
        yield Found((atoms.items[first].start, atoms.items[last - 1].end), meaning)


# ---------------------------------------------------------------- settling


class _Settling:
    """Settles the expressions of one text, one after another."""

    def __init__(self, analysis: Analysis, published: date | None) -> None:
        self._analysis = analysis
        self._tenses = Tenses(analysis)
        self._ledger = Ledger(published)
        self._gaps: list[Gap] = []
        self._habits: set[int] = set()  # sentences that tell of something done again and again

    def settle(self, found: list[Found]) -> tuple[tuple[Time, ...], tuple[Gap, ...]]:
        """All in order; a time of the day without its day waits until the days of its sentence are known."""
        found = list(self._possible(found))
        self._habits = {self._tenses.sentence_of(one.span[0]) for one in found if one.meaning.type == "SET"}
        names = [f"t{number}" for number in range(1, len(found) + 1)]
        times = {name: self._one(name, one) for name, one in zip(names, found) if not _dayless(one.meaning)}
        times |= {name: self._of_a_day(name, one) for name, one in zip(names, found) if name not in times}
        self._gaps.sort(key=lambda gap: gap.span or (0, 0))
        return tuple(times[name] for name in names), tuple(self._gaps)

    def _possible(self, found: list[Found]) -> Iterator[Found]:
        """Those that mean something; a gap for each of the others."""
        for one in found:
            if one.meaning.open and one.meaning.value is None:
                self._gaps.append(Gap(stage="times", reason=one.meaning.open, span=one.span))
            else:
                yield one

    def _one(self, name: str, found: Found) -> Time:
        if found.meaning.value is not None or found.meaning.point is None:
            return self._valued(name, found)
        sentence = self._tenses.sentence_of(found.span[0])
        point = found.meaning.point
        hung = self._elsewhere(found, sentence) or self._ledger.hang(
            point, lambda: self._tenses.of(found.span), sentence
        )
        if hung.period is not None:
            compared = hung.why == COMPARED
            self._ledger.add(Seen(name, found.span, hung.period, sentence, self._reporting(found.span), compared))
        return self._time(name, found, hung)

    def _elsewhere(self, found: Found, sentence: int) -> Hung | None:
        """ "at 18:17 UTC on Thursday (07:17 on Friday, local time)": one moment, told twice."""
        point, near = found.meaning.point, self._ledger.day_near(found.span, sentence)
        if not isinstance(point, Named) or not found.meaning.clock or near is None:
            return None
        if point.what != "weekday" or point.relation or self._analysis.text[found.span[0] - 1 :][:1] != "(":
            return None
        days = (near.period.moved(count) for count in (-1, 0, 1))
        day = next((day for day in days if day and day.first.isoweekday() == point.number), None)
        return Hung(day, day.value, near.id, "the same moment elsewhere") if day else None

    def _of_a_day(self, name: str, found: Found) -> Time:
        """ "at 9 a.m.", "the morning": of the nearest day of its sentence, else of the day of publication."""
        sentence = self._tenses.sentence_of(found.span[0])
        if sentence in self._habits:
            return self._time(name, found, Hung(None, OPEN["day"], why="told of every such day"))
        near = self._ledger.day_near(found.span, sentence)
        if near is None and ":" not in found.meaning.clock:
            near = self._ledger.day_before(sentence)
        if near is not None:
            return self._time(name, found, Hung(near.period, near.period.value, near.id, "the day beside it"))
        published = self._ledger.published
        if published is None:
            return self._time(name, found, Hung(None, OPEN["day"], gap="no day of publication"))
        period = Period.of(published, "day")
        return self._time(name, found, Hung(period, period.value, "published", "the day of publication"))

    def _time(self, name: str, found: Found, hung: Hung) -> Time:
        meaning = found.meaning
        if hung.gap:
            self._gaps.append(Gap(stage="times", reason=hung.gap, span=found.span))
        earliest, latest = _bounds(hung.period, meaning)
        return Time(
            id=name, span=found.span, type=meaning.type, value=f"{hung.value}{meaning.clock}" if hung.value else None,
            earliest=earliest, latest=latest, anchor=hung.anchor, why=hung.why,
        )  # fmt: skip

    def _valued(self, name: str, found: Found) -> Time:
        meaning, published = found.meaning, self._ledger.published
        extent = times_anchoring.extent(meaning, published) if published is not None else None
        if meaning.fiscal:
            self._ledger.add_months(name, self._tenses.sentence_of(found.span[0]))
        if meaning.open:
            self._gaps.append(Gap(stage="times", reason=meaning.open, span=found.span))
        earliest, latest = extent or (None, None)
        why = None if extent is None else "ends at publication" if meaning.reach < 0 else "begins at publication"
        return Time(
            id=name, span=found.span, type=meaning.type, value=meaning.value, earliest=earliest, latest=latest,
            anchor="published" if extent else None, why=why,
        )  # fmt: skip

    def _reporting(self, span: Span) -> bool:
        """Whether somebody "said Friday": such a day is seldom the one that a story goes on from."""
        at = self._tenses.token_at(span[0])
        words = {token.text.lower() for token in self._analysis.tokens[max(0, at - 2) : at]}
        return not _SPOKE.isdisjoint(words)


def _dayless(meaning: Meaning) -> bool:
    return meaning.type == "TIME" and meaning.point is None and meaning.value is None


def _bounds(period: Period | None, meaning: Meaning) -> tuple[str | None, str | None]:
    """ISO dates; date-times for a time on the clock; a night may end on the next day."""
    if period is None:
        return None, None
    first, last = period.first, period.last
    if meaning.clock in ("TNI", "T24:00") and last < date.max:
        last += timedelta(days=1)
    if ":" not in meaning.clock or meaning.clock == "T24:00":
        return first.isoformat(), last.isoformat()
    moment = f"{first.isoformat()}{meaning.clock}{_zone(meaning.zone)}"
    return moment, moment


def _zone(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"
