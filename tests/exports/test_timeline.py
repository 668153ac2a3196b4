"""The timeline: in order, past and planned told apart, what has no date apart from both."""

from dataclasses import replace
from itertools import pairwise

import pytest

from onrecord.exports import html, timeline
from onrecord.model import Article, Event, Made, Record, Status, Time
from tests.exports.records import chained
from tests.golden_pages import IDS, gold_record

STATUSES: list[Status] = ["happened", "ongoing", "planned", "possible", "negated"]


def dated(*values: str | None, published: str | None = "2031-05-06") -> Record:
    text = "The mayor spoke. " * len(values)
    times = tuple(Time(id=f"t{n}", span=(n * 17, n * 17 + 3), type="DATE", value=v) for n, v in enumerate(values))
    events = tuple(
        Event(id=f"e{n}", trigger=(n * 17 + 10, n * 17 + 15), type="AID", status=STATUSES[n % 5], time=f"t{n}")
        for n in range(len(values))
    )
    return Record(
        article=Article(id="x", text=text, published=published), times=times, events=events, made=Made(onrecord="0")
    )


def test_from_the_past_to_what_is_planned() -> None:
    line = timeline.of(dated("2031-05-09", "1999", "2031-W19", "2031-Q1", "2031-05-04"))
    assert line is not None
    assert [row.date for row in line.dated] == ["1999", "Q1 2031", "4 May 2031", "5–11 May 2031", "9 May 2031"]
    assert [row.ahead for row in line.dated] == [False, False, False, False, True]
    assert [row.y for row in line.dated] == sorted(row.y for row in line.dated)
    assert line.published is not None
    assert line.dated[-2].y < line.published < line.dated[-1].y


def test_what_has_no_date_stands_apart() -> None:
    line = timeline.of(dated("2031-05-01", None, "P3D"))
    assert line is not None
    assert [row.to for row in line.dated] == ["event-e0"]
    assert [row.to for row in line.undated] == ["event-e1", "event-e2"]
    assert line.undated[0].y > line.axis_end


def test_without_a_day_of_publication_nothing_lies_ahead() -> None:
    line = timeline.of(dated("2031-05-09", "1999", published=None))
    assert line is not None
    assert line.published is None
    assert not any(row.ahead for row in line.dated)


def test_a_date_is_told_once_for_all_that_happened_then() -> None:
    record = dated("2031-05-01", "2031-05-01", "2031-05-02")
    line = timeline.of(record)
    assert line is not None
    assert [row.date for row in line.dated] == ["1 May 2031", "", "2 May 2031"]


def test_nothing_dated_and_nothing_happening_is_no_timeline() -> None:
    assert timeline.of(replace(chained(), times=(), events=())) is None


def test_a_date_without_an_event_is_told_by_the_words_around_it() -> None:
    line = timeline.of(replace(chained(), events=()))
    assert line is not None
    assert "Monday" in line.dated[0].what


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_a_shape_and_a_colour_of_its_own(status: Status) -> None:
    page = html.page(dated("2031-05-01", "2031-05-02", "2031-05-03", "2031-05-04", "2031-05-05"))
    shapes = [part.partition("</symbol>")[0] for part in page.split("<symbol id=")[1:]]
    assert len({shape.partition(">")[2] for shape in shapes}) == len(shapes) == 6
    picture = page.partition('class="timeline"')[2].partition("</svg>\n</section>")[0]
    assert f'href="#s-{status}"' in picture
    assert f'class="glyph s-{status}"' in picture


@pytest.mark.parametrize("page_id", IDS)
def test_all_events_are_on_it_and_no_row_lies_on_another(page_id: str) -> None:
    record = gold_record(page_id)
    line = timeline.of(record)
    assert line is not None
    rows = (*line.dated, *line.undated)
    assert {row.to for row in rows if row.status} == {f"event-{event.id}" for event in record.events}
    assert all(one.y + one.high / 2 <= other.y - other.high / 2 + 0.01 for one, other in pairwise(rows))
    assert line.height > rows[-1].y


def test_no_date_is_too_long_for_its_column() -> None:
    record = dated("2031-W18", "2031-05-01")
    span = replace(record.times[1], value=None, earliest="2031-05-01", latest="2031-08-30")
    line = timeline.of(replace(record, times=(record.times[0], span)))
    assert line is not None
    assert [row.date for row in line.dated] == ["28 Apr–4 May 2031", "from 1 May 2031"]
    assert all(len(row.date) * 6.2 <= line.axis - 16 for row in line.dated)
