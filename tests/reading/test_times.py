"""Times: which words, what value, which bounds, hung on what."""

import time as clock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading import times
from tests.reading.bare import bare
from tests.reading.dated import find, one, told

# Everything below is published on Wednesday, 16 March 2011, where nothing else is said.
DATES = [
    ("The mayor resigned on 4 May 2009.", "4 May 2009", "2009-05-04"),
    ("The mayor resigned on May 4, 2009.", "May 4, 2009", "2009-05-04"),
    ("The mayor resigned on Monday, May 4, 2009.", "Monday, May 4, 2009", "2009-05-04"),
    ("The mayor resigned on the 4th of May 2009.", "the 4th of May 2009", "2009-05-04"),
    ("The log ends at 2009-05-04 for good.", "2009-05-04", "2009-05-04"),
    ("The mayor resigned on 24/5/2009.", "24/5/2009", "2009-05-24"),
    ("The mayor resigned in May 2009.", "May 2009", "2009-05"),
    ("The mayor resigned in 2009.", "2009", "2009"),
    ("The bridge was built in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("Lisbon grew in the late 1990s.", "the late 1990s", "199"),
    ("Lisbon grew in the '80s.", "the '80s", "198"),
    ("Lisbon grew in the 17th century.", "the 17th century", "16"),
    ("The mayor resigned on Tuesday.", "Tuesday", "2011-03-15"),
    ("The mayor will resign on Tuesday.", "Tuesday", "2011-03-22"),
    ("The mayor resigned last Wednesday.", "last Wednesday", "2011-03-09"),
    ("The mayor will resign next Wednesday.", "next Wednesday", "2011-03-23"),
    ("The mayor will resign on Friday week.", "Friday week", "2011-03-25"),
    ("The mayor resigned in January.", "January", "2011-01"),
    ("The mayor will resign in July.", "July", "2011-07"),
    ("The mayor resigned last July.", "last July", "2010-07"),
    ("The mayor resigned in June last year.", "June last year", "2010-06"),
    ("The mayor resigned on March 3.", "March 3", "2011-03-03"),
    ("The vote is due on April 2.", "April 2", "2011-04-02"),
    ("The mayor resigned on Dec. 20.", "Dec. 20", "2010-12-20"),
    ("The mayor resigned yesterday.", "yesterday", "2011-03-15"),
    ("The mayor resigns today.", "today", "2011-03-16"),
    ("The mayor resigned the day before yesterday.", "the day before yesterday", "2011-03-14"),
    ("The mayor resigned last week.", "last week", "2011-W10"),
    ("The mayor resigned earlier this month.", "earlier this month", "2011-03"),
    ("The mayor will resign early next year.", "early next year", "2012"),
    ("The mayor will resign by the end of the month.", "the end of the month", "2011-03"),
    ("The mayor resigned three weeks ago.", "three weeks ago", "2011-W08"),
    ("The mayor resigned ten days ago.", "ten days ago", "2011-03-06"),
    ("The mayor resigned nearly four years ago.", "nearly four years ago", "2007"),
    ("The mayor resigned a decade ago.", "a decade ago", "2001"),
    ("The mayor resigned over the weekend.", "the weekend", "2011-W10-WE"),
    ("The mayor will resign at the weekend.", "the weekend", "2011-W11-WE"),
    ("The mayor will resign in the autumn.", "the autumn", "2011-FA"),
    ("The mayor resigned last summer.", "last summer", "2010-SU"),
    ("The snow came in the winter of 2009.", "the winter of 2009", "2009-WI"),
    ("Sales fell in the fourth quarter.", "the fourth quarter", "2010-Q4"),
    ("Sales fell in the second quarter of 2009.", "the second quarter of 2009", "2009-Q2"),
    ("Sales fell in Q3 2009.", "Q3 2009", "2009-Q3"),
    ("Sales fell in the first half of 2010.", "the first half of 2010", "2010-H1"),
    ("Sales fell in fiscal 2009.", "fiscal 2009", "2009"),
    ("Sales will fall in the second half of the year.", "the second half of the year", "2011-H2"),
    ("Sales fell in the latter half of 2010.", "the latter half of 2010", "2010-H2"),
    ("The fair was held in the month of May 2009.", "the month of May 2009", "2009-05"),
    ("Sales fell in the same month last year.", "the same month last year", "2010-03"),
    ("The town burnt down half a century ago.", "half a century ago", "1961"),
    ("The licence ends Sept. 10.", "Sept. 10", "2011-09-10"),
    ("The shop shut on Christmas Eve.", "Christmas Eve", "2010-12-24"),
    ("The shop shut on Good Friday 2010.", "Good Friday 2010", "2010-04-02"),
    ("The shop shut on Thanksgiving 2009.", "Thanksgiving 2009", "2009-11-26"),
    ("The 9/11 attacks changed the airport.", "9/11", "2001-09-11"),
    ("The Sept. 11 attacks changed the airport.", "Sept. 11", "2001-09-11"),
]
OTHERS = [
    ("The siren went at 9:30 p.m. on Tuesday.", "9:30 p.m. on Tuesday", "TIME", "2011-03-15T21:30"),
    ("The siren went on Tuesday at 7 a.m. sharp.", "Tuesday at 7 a.m.", "TIME", "2011-03-15T07:00"),
    ("The siren went at noon on Tuesday.", "noon on Tuesday", "TIME", "2011-03-15T12:00"),
    ("The siren went on Tuesday night.", "Tuesday night", "TIME", "2011-03-15TNI"),
    ("The siren went late last night.", "late last night", "TIME", "2011-03-15TNI"),
    ("The siren went this morning.", "this morning", "TIME", "2011-03-16TMO"),
    ("The siren went yesterday afternoon.", "yesterday afternoon", "TIME", "2011-03-15TAF"),
    ("The siren went on the evening of 3 March.", "the evening of 3 March", "TIME", "2011-03-03TEV"),
    ("The siren ran for more than two hours.", "more than two hours", "DURATION", "PT2H"),
    ("The siren ran for half an hour.", "half an hour", "DURATION", "PT30M"),
    ("He was jailed for two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
    ("He was ill for three-and-a-half years.", "three-and-a-half years", "DURATION", "P3Y6M"),
    ("He was jailed for 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
    ("He was jailed for at least twenty-five years.", "at least twenty-five years", "DURATION", "P25Y"),
    ("A three-day strike shut the port.", "three-day", "DURATION", "P3D"),
    ("The port was shut for weeks.", "weeks", "DURATION", "PXW"),
    ("The port was shut for a few days.", "a few days", "DURATION", "PXD"),
    ("The port was shut for a fortnight.", "a fortnight", "DURATION", "P2W"),
    ("The port was shut for two decades.", "two decades", "DURATION", "P20Y"),
    ("The port shuts every Sunday.", "every Sunday", "SET", "XXXX-WXX-7"),
    ("The port shuts on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
    ("The port shuts every other week.", "every other week", "SET", "P2W"),
    ("The port shuts each year.", "each year", "SET", "P1Y"),
    ("The port sees nine ships a day.", "a day", "SET", "P1D"),
    ("The port is shut now.", "now", "DATE", "PRESENT_REF"),
    ("The port was recently shut.", "recently", "DATE", "PAST_REF"),
    ("The port was shut in the past.", "the past", "DATE", "PAST_REF"),
]
NONE = [
    "A 34-year-old man and his 8-month-old son were hurt.",
    "The woman is 52 years old.",
    "He may march on, and the rest may fall.",
    "The firm cut 2000 jobs and moved 1999 people.",
    "The flat costs 1950 euros.",
    "A quarter of the voters stayed at home, and three quarters of the seats were empty.",
    "He came second, in a second boat.",
    "He is in his 40s.",
    "June Okafor met April Lindqvist.",
    "Hundreds march for peace.",
    "The Sunday Times and the Mail on Sunday asked USA Today.",
    "The Winter Olympics and the Good Friday Agreement were named.",
    "He ran on Super Tuesday and fell in the fall of Baghdad.",
    "The ratio was 3:1.",
    "Call 555-2011 or pay $2011.",
    "Police held a man, 32, of 1119 Eighth St., and one of 1909 Ash Grove Drive.",
    "The screen has 1080 pixels by 1920 pixels.",
    "Smoke is a part of winter season.",
    "They met at 1600 Harbour View Avenue.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), DATES)
def test_date(text: str, words: str, value: str) -> None:
    assert told(text) == [(words, value)]
    assert one(text).type == "DATE"


@pytest.mark.parametrize(("text", "words", "kind", "value"), OTHERS)
def test_time_length_set_reference(text: str, words: str, kind: str, value: str) -> None:
    assert told(text) == [(words, value)]
    assert one(text).type == kind


def test_a_year_before_the_name_of_a_street_that_it_does_not_number() -> None:
    assert told("In 1909 Ash Grove Drive was paved.") == [("1909", "1909")]


@pytest.mark.parametrize("text", NONE)
def test_no_time(text: str) -> None:
    assert told(text) == []


# ---------------------------------------------------------------- ranges and neighbours


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks ran from 3 to 5 May 2010.", [("3", "2010-05-03"), ("5 May 2010", "2010-05-05")]),
        ("Talks ran between 3 and 5 May 2010.", [("3", "2010-05-03"), ("5 May 2010", "2010-05-05")]),
        ("Talks ran May 3-5, 2010.", [("May 3", "2010-05-03"), ("5, 2010", "2010-05-05")]),
        ("Talks ran from March to May 2010.", [("March", "2010-03"), ("May 2010", "2010-05")]),
        ("Talks ran from November to May 2010.", [("November", "2009-11"), ("May 2010", "2010-05")]),
        ("Talks ran from June 2009 to August.", [("June 2009", "2009-06"), ("August", "2009-08")]),
        ("The 2009-10 season was short.", [("2009", "2009"), ("10", "2010")]),
        ("Talks ran between 1994 and 1997.", [("1994", "1994"), ("1997", "1997")]),
        (
            "In March 2009 he left. The following month he came back.",
            [("March 2009", "2009-03"), ("The following month", "2009-04")],
        ),
        (
            "He left on 30 December 2009 and returned the next day.",
            [("30 December 2009", "2009-12-30"), ("the next day", "2009-12-31")],
        ),
        (
            "He left in 2005. Two years later he came back.",
            [("2005", "2005"), ("Two years later", "2007")],
        ),
        (
            "He left on 3 May 2005. Later that year he came back.",
            [("3 May 2005", "2005-05-03"), ("Later that year", "2005")],
        ),
    ],
)
def test_times_that_lean_on_each_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    text = "The siren went at 6 a.m. (0500 GMT) on Monday."
    assert told(text)[0] == ("6 a.m.", "2011-03-14T06:00")
    assert find(text)[0][0].anchor == "t3"


def test_a_year_earlier_is_the_same_quarter() -> None:
    text = "Profit rose in the third quarter of 2010. It was 5 million euros a year earlier."
    assert told(text)[1] == ("a year earlier", "2009-Q3")


def test_a_dateline() -> None:
    assert told("TALLINN, Sept 4 (Baltic Wire) - Two ships left.", "2023-09-05") == [("Sept 4", "2023-09-04")]


# ---------------------------------------------------------------- bounds, anchors, reasons


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("He left last week.", "2011-03-07", "2011-03-13"),
        ("He left last month.", "2011-02-01", "2011-02-28"),
        ("He left in 2004.", "2004-01-01", "2004-12-31"),
        ("He left last winter.", "2010-12-01", "2011-02-28"),
        ("He left on Tuesday.", "2011-03-15", "2011-03-15"),
        ("He left on Tuesday night.", "2011-03-15", "2011-03-16"),
        ("He left at 9 p.m. on Tuesday.", "2011-03-15T21:00", "2011-03-15T21:00"),
        ("He left at 9 p.m. EST on Tuesday.", "2011-03-15T21:00-05:00", "2011-03-15T21:00-05:00"),
        ("He was ill over the past two months.", "2011-01-16", "2011-03-16"),
        ("He will be away for the next three weeks.", "2011-03-16", "2011-04-06"),
        ("He was ill for two months.", None, None),
        ("He is ill now.", None, None),
    ],
)
def test_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    time = one(text)
    assert (time.earliest, time.latest) == (earliest, latest)


def test_what_a_time_hangs_on_and_why() -> None:
    first, second, third = find("He left on Friday. In 2005 he had married; two years later he moved.")[0]
    assert (first.anchor, first.why) == ("published", "past tense")
    assert (second.anchor, second.why) == (None, None)
    assert third.anchor == "t2"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Friday.", "XXXX-WXX-5"),
        ("He left in May.", "XXXX-05"),
        ("He left on May 4.", "XXXX-05-04"),
        ("He left last year.", "XXXX"),
        ("He left last week.", "XXXX-WXX"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left on Christmas Day.", "XXXX-12-25"),
        ("He left on Easter Monday.", "XXXX-XX-XX"),
        ("He left on Friday night.", "XXXX-WXX-5TNI"),
    ],
)
@pytest.mark.parametrize("published", [None, "", "soon", "2011-99-99"])
def test_without_a_day_of_publication_nothing_is_guessed(text: str, value: str, published: str | None) -> None:
    time = one(text, published)
    assert (time.value, time.earliest, time.latest, time.anchor) == (value, None, None, None)
    assert [gap.reason for gap in find(text, published)[1]] == ["no day of publication"]


def test_a_time_of_day_of_publication_is_no_hindrance() -> None:
    assert told("He left yesterday.", "2011-03-16T08:15:00+02:00") == [("yesterday", "2011-03-15")]


def test_what_hangs_on_an_event_stays_open() -> None:
    times_found, gaps = find("Two days later the siren went.")
    assert [(time.value, time.earliest) for time in times_found] == [("XXXX-XX-XX", None)]
    assert [(gap.stage, gap.reason) for gap in gaps] == [("times", "it hangs on an event")]


# ---------------------------------------------------------------- hostile texts


@pytest.mark.parametrize("text", ["He left on 31 February 2010.", "He left on 31 April.", "It was the 99th of May."])
def test_an_impossible_day_is_a_gap(text: str) -> None:
    found, gaps = find(text)
    assert found == ()
    assert [gap.reason for gap in gaps] == ["no such day"]


@pytest.mark.parametrize("text", ["He left at 25:99.", "He left at 13 a.m.", "He left at 24:30 GMT."])
def test_an_impossible_clock_is_no_time(text: str) -> None:
    assert told(text) == []


def test_a_date_that_two_continents_read_otherwise_is_a_gap() -> None:
    found, gaps = find("He left on 4/5/2010.")
    assert found == ()
    assert [gap.reason for gap in gaps] == ["day and month could be either"]
    assert told("He left on 4/5/2010 and wrote on 3 June 2010.")[0] == ("4/5/2010", "2010-05-04")
    assert told("He left on 4/5/2010 and wrote on June 3, 2010.")[0] == ("4/5/2010", "2010-04-05")


SIZE = 60_000
HOSTILE = [
    "1", "1.1", "May ", "May 1 ", "two ", "twenty-", "the first ", "Monday, ", "early the end of ", "every ",
    "a few more ", "x", "1999-", "12:", "\n", "the ", "at 9 p.m. ", "a year earlier ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_text_of_one_thing_takes_linear_time(piece: str) -> None:
    analysis = bare(piece * (SIZE // len(piece)))
    begun = clock.process_time()
    times.find(analysis, "2011-03-16")
    assert clock.process_time() - begun < 12


@pytest.mark.parametrize("piece", ["1", "x"])
def test_a_megabyte_without_a_space(piece: str) -> None:
    assert times.find(bare(piece * 1_000_000), "2011-03-16") == ((), ())


WORDS = st.sampled_from(
    "the a last next this that May March 1 31 99 2011 1999 Monday Sept. , - – / and of to in on at two twenty hundred "
    "year years week quarter third first half ago earlier later early end 9:30 p.m. 25:99 GMT night morning noon "
    "Christmas 1990s '80s every few couple fiscal Q3 FY2010 now recent past weekend spring of . \n\n old".split(" ")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["2011-03-16", "0001-01-01", "9999-12-31", None]))
def test_any_words_give_sound_times(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found, gaps = times.find(bare(text), published)
    assert [time.id for time in found] == [f"t{number}" for number in range(1, len(found) + 1)]
    edges = [edge for time in found for edge in time.span]
    assert edges == sorted(edges)
    for time in found:
        assert text[slice(*time.span)] == text[slice(*time.span)].strip() != ""
        assert time.value or gaps
        assert (time.earliest is None) == (time.latest is None)
        assert (time.earliest or "") <= (time.latest or "")
        assert time.anchor in {None, "published"} | {other.id for other in found if other.id != time.id}
    assert all(gap.stage == "times" and gap.span for gap in gaps)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    times.find(bare(text), "2011-03-16")


def test_a_clock_time_of_every_day_is_of_no_one_day() -> None:
    text = "The curfew runs from 8 p.m. to 5 a.m. every night."
    assert told(text)[:2] == [("8 p.m.", "XXXX-XX-XXT20:00"), ("5 a.m.", "XXXX-XX-XXT05:00")]
    assert {time.earliest for time in find(text)[0]} == {None}


def test_a_unit_that_leaves_the_calendar_is_a_gap() -> None:
    found, gaps = times.find(bare("the year"), "9999-12-31")
    assert [(time.earliest, gap.reason) for time, gap in zip(found, gaps)] == [(None, "no such day")]
