"""Dates of publication, from machines, from words, from addresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DateError
from onrecord.pages import dates


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-12", "2024-05-12"),
        ("2024-05-12T10:41:00Z", "2024-05-12T10:41:00+00:00"),
        ("2024-05-12T10:41:00.123Z", "2024-05-12T10:41:00+00:00"),
        ("2024-05-12 10:41:00", "2024-05-12T10:41:00"),
        ("2024-05-12T10:41-0500", "2024-05-12T10:41:00-05:00"),
        ("20240512", "2024-05-12"),
        ("1715510460", "2024-05-12T10:41:00+00:00"),
        ("1715510460000", "2024-05-12T10:41:00+00:00"),
        ("Sun, 12 May 2024 10:41:00 GMT", "2024-05-12T10:41:00"),
        ("May 12, 2024", "2024-05-12"),
        ("2024-13-40", None),
        ("1066-10-14", None),
        ("2999-01-01", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_of_machine(value: str | None, expected: str | None) -> None:
    assert dates.of_machine(value) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 12 May 2024, 10:41", "2024-05-12T10:41:00"),
        ("May 12th, 2024 at 3:05 pm", "2024-05-12T15:05:00"),
        ("Sunday, 12 May 2024 12:10 a.m.", "2024-05-12T00:10:00"),
        ("12-May-2024", "2024-05-12"),
        ("2024/05/12", "2024-05-12"),
        ("Sept. 3, 2023", "2023-09-03"),
        ("27.10.2022", "2022-10-27"),
        ("10/27/2022", "2022-10-27"),
        ("03/04/2024", None),
        ("04/04/2024", "2024-04-04"),
        ("31 June 2024", None),
        ("May 2024", None),
        ("It was 12 May when she came", None),
    ],
)
def test_of_words(line: str, expected: str | None) -> None:
    assert dates.of_words(line) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://paper.example/2024/05/12/talks/", "2024-05-12"),
        ("https://paper.example/world/2024/aug/22/who-team", "2024-08-22"),
        ("https://paper.example/world/belarus-sudan-2024-10-15", "2024-10-15"),
        ("https://paper.example/2024/05/talks", None),
        ("https://paper.example/talks?date=2024-05-12", None),
        ("https://2024-05-12.example/talks", None),
        (None, None),
    ],
)
def test_of_url(url: str | None, expected: str | None) -> None:
    assert dates.of_url(url) == expected


@pytest.mark.parametrize(
    ("value", "day", "expected"),
    [
        ("2023-12-23T01:48:19+00:00", "2023-12-22", True),
        ("2023-12-23T13:48:19+00:00", "2023-12-22", False),
        ("2023-12-23T22:00:00+00:00", "2023-12-24", True),
        ("2023-12-23T02:00:00+00:00", "2023-12-24", False),
        ("2023-12-23T01:48:19-05:00", "2023-12-22", False),
        ("2023-12-23T00:00:00+00:00", "2023-12-22", False),
        ("2023-12-23", "2023-12-22", False),
        ("2023-12-23T01:48:19+00:00", "2023-12-20", False),
    ],
)
def test_same_moment(value: str, day: str, expected: bool) -> None:
    assert dates.same_moment(value, day) is expected


@pytest.mark.parametrize("value", ["2025-03-11", "2025-03-11T17:42:00", " 2025-03-11 "])
def test_iso_takes_iso(value: str) -> None:
    assert dates.iso(value).startswith("2025-03-11")


@pytest.mark.parametrize("value", ["11 March 2025", "2025-02-30", "", "yesterday"])
def test_iso_refuses_anything_else(value: str) -> None:
    with pytest.raises(DateError, match="2025-03-11"):
        dates.iso(value)


@given(st.dates(date(1990, 1, 1), date(2024, 1, 1)))
def test_days_survive_words_and_addresses(day: date) -> None:
    assert dates.of_words(f"{day:%d %B %Y}") == day.isoformat()
    assert dates.of_words(f"{day:%B %d, %Y}") == day.isoformat()
    assert dates.of_url(f"https://paper.example/{day:%Y/%m/%d}/story") == day.isoformat()


@given(st.text(max_size=120))
def test_nothing_crashes(text: str) -> None:
    for read in (dates.of_machine, dates.of_words, dates.of_url):
        found = read(text)
        assert found is None or date.fromisoformat(found[:10])
