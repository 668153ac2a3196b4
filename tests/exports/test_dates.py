"""Times as a person reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import dates
from onrecord.model import Time


def time(**parts: str) -> Time:
    return Time(id="t", span=(0, 1), type="DATE", **parts)


@pytest.mark.parametrize(
    ("value", "words", "short"),
    [
        ("2023-11-27", "Monday 27 November 2023", "27 Nov 2023"),
        ("2023-11-21TNI", "Tuesday 21 November 2023, night", "21 Nov 2023"),
        ("2023-11-21T14:30", "Tuesday 21 November 2023, 14:30", "21 Nov 2023"),
        ("2023-11", "November 2023", "Nov 2023"),
        ("2023", "2023", "2023"),
        ("199", "1990s", "1990s"),
        ("2023-W46", "the week of 13 November 2023", "13–19 Nov 2023"),
        ("2023-W48", "the week of 27 November 2023", "27 Nov–3 Dec 2023"),
        ("2023-W46-WE", "the weekend of 18 November 2023", "18–19 Nov 2023"),
        ("2023-Q3", "third quarter of 2023", "Q3 2023"),
        ("2023-SP", "spring 2023", "spring 2023"),
        ("20", "21st century", "21st century"),
        ("18XX", "19th century", "19th century"),
        ("PRESENT_REF", "now", "now"),
    ],
)
def test_a_value_in_words(value: str, words: str, short: str) -> None:
    assert dates.in_words(time(value=value)) == words
    assert dates.in_words(time(value=value), short=True) == short


@pytest.mark.parametrize(
    ("value", "words"),
    [("P9D", "9 days"), ("P1Y", "1 year"), ("PT2H", "2 hours"), ("P2M", "2 months"), ("PXW", "PXW"), ("P2S", "P2S")],
)
def test_a_length_in_words(value: str, words: str) -> None:
    assert dates.in_words(Time(id="t", span=(0, 1), type="DURATION", value=value)) == words


@pytest.mark.parametrize("value", ["2023-02-31", "2023-13", "2023-W99", "XXXX-WXX-1", "P3D", "", "0000-00-00"])
def test_what_is_no_date_is_not_made_one(value: str) -> None:
    assert dates.of_value(value) is None


def test_bounds_tell_where_there_is_no_value() -> None:
    assert (
        dates.in_words(time(earliest="2023-05-06", latest="2023-05-08")) == "Saturday 6 May 2023 to Monday 8 May 2023"
    )
    assert dates.in_words(time(earliest="2023-05-06", latest="2023-05-06")) == "Saturday 6 May 2023"
    assert dates.in_words(time()) is None


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("2023-W46", "2023-11-13"),
        ("2023-Q2", "2023-04"),
        ("2023", "2023"),
        ("PRESENT_REF", None),
        ("2023-W99", None),
        ("", None),
    ],
)
def test_where_a_time_goes_in_the_order(value: str, start: str | None) -> None:
    assert dates.start(time(value=value)) == start


@given(st.text(max_size=20))
def test_any_value(value: str) -> None:
    dates.in_words(time(value=value))
    dates.start(time(value=value))
