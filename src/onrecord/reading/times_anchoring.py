"""Hangs each meaning on the day of publication or on an earlier time of the text."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading import times_cycles
from onrecord.reading.times_meanings import Beside, Fixed, Held, Meaning, Moved, Named, Point, Within
from onrecord.reading.times_periods import OPEN, SEASON_NAMES, Period, Unit
from onrecord.reading.times_tense import Tense

_FINER: dict[Unit, tuple[Unit, ...]] = {
    "day": ("day",), "weekend": ("weekend", "day"), "week": ("week", "weekend", "day"), "month": ("month", "day"),
    "season": ("season", "month", "day"), "quarter": ("quarter",), "half": ("half", "quarter"),
    "year": ("year", "half", "quarter", "season", "month", "week", "weekend", "day"),
    "decade": ("decade", "year"), "century": ("century", "decade", "year"),
}  # fmt: skip
COMPARED = "counted from the time before it"


class Hung(NamedTuple):
    """A point of the calendar, found or open: `anchor` is "published", a time's id, or None for a fixed one."""

    period: Period | None
    value: str | None
    anchor: str | None = None
    why: str | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A time of the text that later ones can hang on.

    `reporting` marks the day on which somebody spoke, `compared` a time that was itself counted from another
    ("a year earlier"): neither is where a story goes on from.
    """

    id: str
    span: Span
    period: Period
    sentence: int
    reporting: bool
    compared: bool


class Fiscal(NamedTuple):
    """A quarter, or the year of some months, that results are told of: its id and its sentence."""

    id: str
    period: Period
    sentence: int


@dataclass(slots=True)
class Ledger:
    """What has been settled so far, in text order. `published` is None where the day is not known."""

    published: date | None
    seen: list[Seen] = field(default_factory=list)
    days: list[Seen] = field(default_factory=list)
    fiscal: Fiscal | None = None
    quarter: Fiscal | None = None

    def hang(self, point: Point, tense: Callable[[], Tense | None], sentence: int) -> Hung:
        """The period that a point means in this place of the text."""
        if isinstance(point, Fixed):
            return Hung(point.period, point.period.value)
        if isinstance(point, Moved):
            return self._from_text(point, sentence) if point.origin == "text" else self._from_today(point, sentence)
        if isinstance(point, Held):
            return self._held(point, sentence)
        if isinstance(point, Named):
            return self._named(point, tense, sentence)
        return self._derived(point, tense, sentence)

    def add(self, seen: Seen) -> None:
        """Keep a settled time for those that follow."""
        self.seen.append(seen)
        if seen.period.unit == "day":
            self.days.append(seen)
        if seen.period.unit in ("quarter", "half") and not seen.compared and not self._long_past(seen.period):
            self.fiscal = Fiscal(seen.id, seen.period, seen.sentence)
            self.quarter = self.fiscal if seen.period.unit == "quarter" else self.quarter

    def _long_past(self, period: Period) -> bool:
        """Whether a quarter or half is one that others are compared with: of the year before or earlier."""
        return self.published is not None and (self.published - period.last).days > 300

    def add_months(self, name: str, sentence: int) -> None:
        """Keep that results of some months are told, which are compared with the year before."""
        if self.published is not None:
            self.fiscal = Fiscal(name, Period.of(self.published, "year"), sentence)

    def before(self, unit: Unit, sentence: int, *, compared: bool = True) -> Seen | None:
        """The time that "the next day" counts from: of the same sentence, else the last that is no day of speech."""
        fit = [seen for seen in self.seen[-12:] if seen.period.unit in _FINER[unit] and (compared or not seen.compared)]
        close = [seen for seen in fit if seen.sentence == sentence]
        told = [seen for seen in fit if not seen.reporting]
        return next((group[-1] for group in (close, told, fit) if group), None)

    def day_near(self, span: Span, sentence: int) -> Seen | None:
        """The day of the same sentence that stands nearest to a span, on either side."""
        at = bisect_right(self.days, span[0], key=lambda seen: seen.span[0])
        days = [seen for seen in self.days[max(0, at - 1) : at + 1] if seen.sentence == sentence]
        return min(days, key=lambda seen: min(abs(seen.span[0] - span[1]), abs(span[0] - seen.span[1])), default=None)

    def day_before(self, sentence: int) -> Seen | None:
        """The last day of the sentence before, told as the day of what happened."""
        days = [seen for seen in self.days if seen.sentence == sentence - 1 and not seen.reporting]
        return days[-1] if days else None

    # ------------------------------------------------------------ each kind of point

    def _from_today(self, point: Moved, sentence: int) -> Hung:
        if point.ago and (compared := self._compared(sentence)):
            return _counted(_moved(compared.period, point), compared.id, COMPARED)
        if self.published is None:
            return Hung(None, OPEN[point.unit], gap="no day of publication")
        period = Period.of(self.published, point.unit).moved(point.count)
        return _counted(period, "published", "counted from publication")

    def _from_text(self, point: Moved, sentence: int) -> Hung:
        origin: Seen | Fiscal | None = None
        if point.exact and point.unit == "year":
            origin = self._compared(sentence) or self.before("year", sentence, compared=False)
        else:
            origin = self.before(point.unit, sentence)
        if origin is None and point.exact and point.unit == "year" and point.count == -1:
            return self._from_today(point, sentence)
        if origin is None:
            return Hung(None, OPEN[point.unit], gap="it hangs on an event")
        return _counted(_moved(origin.period, point), origin.id, COMPARED)

    def _compared(self, sentence: int) -> Fiscal | None:
        """What "a year earlier" is compared with: the quarter or the months of this sentence or the two before."""
        return self.fiscal if self.fiscal is not None and sentence - self.fiscal.sentence <= 2 else None

    def _held(self, point: Held, sentence: int) -> Hung:
        origin: Seen | Fiscal | None = self.before(point.unit, sentence)
        published = Period.of(self.published, point.unit) if self.published is not None else None
        if point.unit == "quarter":
            origin = self.quarter
        if origin is not None and (point.back or point.unit == "quarter" or published is None):
            return _counted(origin.period.within(point.unit), origin.id, "the time before it")
        if published is None:
            return Hung(None, OPEN[point.unit], gap="no day of publication")
        ended = published.moved(-1) if point.unit == "quarter" else published
        return _counted(ended, "published", "the day of publication")

    def _named(self, point: Named, tense: Callable[[], Tense | None], sentence: int) -> Hung:
        if point.what == "quarter" and not point.number:
            return self._quarter_of(point, tense, sentence)
        if point.year is not None:
            return self._in_year(point, self.hang(point.year, tense, sentence))
        if point.relation in ("previous", "following") and (origin := self.before("day", sentence)):
            period, why = times_cycles.around(point, origin.period.first, lambda: None)
            return _counted(period, origin.id, why)
        if self.published is None:
            return Hung(None, open_value(point), gap="no day of publication")
        period, why = times_cycles.around(point, self.published, tense)
        return _counted(period, "published", why)

    def _in_year(self, point: Named, year: Hung) -> Hung:
        if year.period is None:
            return Hung(None, open_value(point), gap=year.gap)
        period = times_cycles.in_year(point, year.period.first.year)
        return _counted(period, year.anchor, year.why)

    def _quarter_of(self, point: Named, tense: Callable[[], Tense | None], sentence: int) -> Hung:
        """ "the 1988 quarter": the quarter spoken of, in that year."""
        year = self.hang(point.year, tense, sentence) if point.year else Hung(None, None)
        origin = self._compared(sentence)
        if origin is None or origin.period.unit != "quarter" or year.period is None:
            return year
        number = year.period.number * 4 + origin.period.number % 4
        return _counted(Period.checked("quarter", number), origin.id, "the quarter before it")

    def _derived(self, point: Beside | Within, tense: Callable[[], Tense | None], sentence: int) -> Hung:
        hung = self.hang(point.point, tense, sentence)
        if hung.period is None:
            return hung
        period = hung.period.moved(point.count) if isinstance(point, Beside) else hung.period.within(point.unit)
        return _counted(period, hung.anchor, hung.why)


def _counted(period: Period | None, anchor: str | None, why: str | None) -> Hung:
    if period is None or Period.checked(period.unit, period.number) is None:
        return Hung(None, None, anchor, why, gap="no such day")
    return Hung(period, period.value, anchor, why)


def _moved(origin: Period, point: Moved) -> Period | None:
    if point.unit == "year" and origin.unit in ("quarter", "half"):
        return origin.moved(point.count * (4 if origin.unit == "quarter" else 2))
    return origin.within(point.unit).moved(point.count)


def open_value(point: Named) -> str:
    """The value of a name of which neither year nor week is known."""
    if point.what == "weekday":
        return f"XXXX-WXX-{point.number}"
    if point.what == "month":
        return f"XXXX-{point.number:02}"
    if point.what == "date":
        return f"XXXX-{point.number:02}-{point.day:02}"
    if point.what == "season":
        return f"XXXX-{SEASON_NAMES[point.number]}"
    if point.what in ("quarter", "half"):
        return f"XXXX-{point.what[0].upper()}{point.number or 'X'}"
    return _open_named(point) if point.what == "named" else OPEN["weekend"]


def _open_named(point: Named) -> str:
    one, other = times_cycles.in_year(point, 2001), times_cycles.in_year(point, 2002)
    fixed = one is not None and other is not None and one.value[5:] == other.value[5:]
    return f"XXXX-{one.value[5:]}" if fixed and one is not None else OPEN["day"]


def extent(meaning: Meaning, published: date) -> tuple[str, str] | None:
    """The first and last day of a length that ends or begins on the day of publication; None for other lengths."""
    if not meaning.reach or not meaning.steps:
        return None
    far = _far(published, meaning.unit, meaning.reach * meaning.steps)
    if far is None:
        return None
    first, last = sorted((far, published))
    return first.isoformat(), last.isoformat()


def _far(day: date, unit: str, count: int) -> date | None:
    try:
        if unit in ("day", "week", "night", "weekend"):
            return day + timedelta(days=count * (7 if unit in ("week", "weekend") else 1))
        months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12}[unit]
        return _month_day(months, day.day)
    except (KeyError, ValueError, OverflowError):
        return None


def _month_day(months: int, day: int) -> date:
    """The day of that month, or the month's last one where it is shorter."""
    last = date((months + 1) // 12, (months + 1) % 12 + 1, 1) - timedelta(days=1)
    return last.replace(day=min(day, last.day))
