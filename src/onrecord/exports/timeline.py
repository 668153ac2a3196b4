"""The timeline of a record as a picture: what a drawing needs, from the past to what is planned."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.exports import dates
from onrecord.exports.letters import anchor, flat
from onrecord.exports.naming import Names
from onrecord.exports.wording import BY, TYPES
from onrecord.model import Event, Record, Span, Status, Time

WIDTH = 432.0
AXIS = 124.0
LONGEST_LABEL = 18
ROW, LOW_ROW, HEAD, FOOT = 40.0, 26.0, 14.0, 10.0
LONGEST_LINE = 44
CONTEXT = 40
# Far dates stand further apart: so many units for a month, a year, more.
APART = ((31, 0.0), (366, 6.0), (3660, 12.0), (10**9, 18.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing on the line. `date` is told once a date; `status` is None where it is a date only.

    `far` is the room before it; `y` its height; `ahead` says that it lies after the day of publication.
    """

    to: str
    date: str = ""
    status: Status | None = None
    what: str = ""
    who: str = ""
    y: float = 0.0
    far: float = 0.0
    ahead: bool = False

    @property
    def high(self) -> float:
        """Its height."""
        return ROW if self.who else LOW_ROW


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Rows from top to bottom; `published` is where the day of publication crosses the line, None if unknown."""

    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    published: float | None
    published_on: str
    axis_end: float
    undated_at: float
    width: float = WIDTH
    height: float = 0.0
    axis: float = AXIS


def of(record: Record) -> Timeline | None:
    """The timeline; None where the article dates nothing and nothing happens in it."""
    names = Names(record)
    ordered = _ordered(record)
    known = {time.id for _, time in ordered}
    undated = [_event_row(names, e) for e in _in_text_order(record.events) if e.time not in known]
    if not ordered and not undated:
        return None
    published = (record.article.published or "")[:10]
    return _drawn(list(_dated(names, ordered, published)), undated, published)


def _ordered(record: Record) -> list[tuple[str, Time]]:
    found = [(start, time) for time in record.times if (start := dates.start(time)) is not None]
    return sorted(found, key=lambda pair: (pair[0], pair[1].span))


def _in_text_order(events: tuple[Event, ...] | list[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.trigger)


def _dated(names: Names, ordered: list[tuple[str, Time]], published: str) -> Iterator[Row]:
    at: dict[str | None, list[Event]] = defaultdict(list)
    for event in names.record.events:
        at[event.time].append(event)
    told, before = "", ""
    for start, time in ordered:
        label = dates.in_words(time, short=True) or start
        if len(label) > LONGEST_LABEL:
            label = flat("from " + (dates.of_value(start, short=True) or start))[:LONGEST_LABEL]
        ahead = bool(published) and start[:10] > published[: len(start)]
        rows = [_event_row(names, event) for event in _in_text_order(at[time.id])] or [_time_row(names, time)]
        for row in rows:
            shown = "" if label == told else label
            yield replace(row, date=shown, ahead=ahead, far=_apart(before, start))
            told, before = label, start


def _event_row(names: Names, event: Event) -> Row:
    kind = TYPES[event.type] + (f" · {flat(event.mode)}" if event.mode else "")
    what = flat(f"{kind}  “{names.words(event.trigger)}”", LONGEST_LINE)
    return Row(
        to=anchor("event", event.id),
        status=event.status,
        what=what,
        who=flat(_who(names, event), LONGEST_LINE + 2),
    )


def _who(names: Names, event: Event) -> str:
    sides = [", ".join(name for name, _ in names.parties(ids)) for ids in (event.actors, event.recipients)]
    if parties := f"{sides[0] or '(not named)'} → {sides[1]}" if sides[1] else sides[0]:
        return parties
    claim = names.claims.get(event.claim or "")
    return f"{BY[claim.stance]} {names.by(claim)}" if claim else ""


def _time_row(names: Names, time: Time) -> Row:
    return Row(to=anchor("time", time.id), what=_around(names.text, time.span))


def _around(text: str, span: Span) -> str:
    """A few words before and after, inside the paragraph."""
    start, end = max(0, span[0]), min(len(text), span[1])
    after = text[end : end + CONTEXT].partition("\n")[0]
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    room = max(CONTEXT - (end - start), 0)
    if len(after) < room // 2 and len(before) > room - len(after):
        before = "… " + before[-(room - len(after)) :].partition(" ")[2]
    elif len(before) > room // 2:
        before = "… " + before[-(room // 2) :].partition(" ")[2]
    return flat(before + text[start:end] + after, LONGEST_LINE)


# ---------------------------------------------------------------- where each row stands


def _drawn(dated: list[Row], undated: list[Row], published: str) -> Timeline:
    y, crossing = HEAD, None
    placed = []
    for row in dated:
        if published and crossing is None and row.ahead:
            crossing = y + 10
            y += 26
        y += row.far
        placed.append(replace(row, y=y + row.high / 2))
        y += row.high
    if published and crossing is None and dated:
        crossing = y + 10
        y += 22
    axis_end = y
    apart = y + 24 if dated else y
    y = apart + 12 if undated else y
    loose = []
    for row in undated:
        loose.append(replace(row, y=y + row.high / 2))
        y += row.high
    return Timeline(
        dated=tuple(placed),
        undated=tuple(loose),
        published=crossing,
        published_on=dates.of_value(published, short=True) or flat(published),
        axis_end=axis_end,
        undated_at=apart,
        height=y + FOOT,
    )


def _apart(before: str, after: str) -> float:
    one, other = _day(before), _day(after)
    if one is None or other is None:
        return 0.0
    return next(room for days, room in APART if abs(other - one) <= days)


def _day(start: str) -> int | None:
    parts = (start[:10] + "-01-01")[:10]
    try:
        return date.fromisoformat(parts).toordinal()
    except ValueError:
        return None
