"""What a time expression means before it is hung on a day: points of the calendar, lengths, sets, references."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model import TimeType
from onrecord.reading.times_periods import Period, Unit

Relation = Literal["last", "next", "this", "previous", "following", "week after"]
What = Literal["weekday", "weekend", "month", "date", "season", "quarter", "half", "named"]
Origin = Literal["published", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A period that needs nothing else: "1989", "May 2012"."""

    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """So many units from a day: "last year", "two weeks ago" (from publication), "a day later" (from the text).

    With `exact`, a quarter is compared with a quarter ("a year earlier"), and with `ago` as well ("a year ago").
    """

    unit: Unit
    count: int
    origin: Origin = "published"
    exact: bool = False
    ago: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A unit that the text has already spoken of ("that year", with `back`) or that is today's ("the week")."""

    unit: Unit
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A part of a larger unit by its name: "Friday", "May", "May 13", "the third quarter", "Easter".

    `number` is ISO (Monday 1, January 1, first quarter 1, spring 0); a date's is its month, with `day`. `name`
    is the key of a named day. `year` is the year it lies in, where the words give it ("May last year").
    """

    what: What
    number: int = 0
    day: int = 0
    name: str = ""
    relation: Relation | None = None
    year: "Point | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """So many of its own units after another point: "the day before yesterday" is -1."""

    point: "Point"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The larger unit around another point: "the week of March 6"."""

    point: "Point"
    unit: Unit


Point = Fixed | Moved | Held | Named | Beside | Within


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A time expression's words, understood.

    DATE and TIME have a `point` (None for a clock time or part of the day alone) or, for references, a
    `value` ("PRESENT_REF"). DURATION and SET have a `value`. `clock` is what follows the day's value ("T15:00",
    "TNI"), `zone` its minutes east of Greenwich. `reach` says that a length ends (-1) or begins (+1) at the day of
    publication, with `steps` units of `unit`; `fiscal` that
    it may be a stretch of a business year ("the nine months"). `open` says why nothing can settle it.
    """

    type: TimeType
    point: Point | None = None
    value: str | None = None
    clock: str = ""
    zone: int | None = None
    reach: int = 0
    unit: str = ""
    steps: int = 0
    fiscal: bool = False
    open: str | None = None
