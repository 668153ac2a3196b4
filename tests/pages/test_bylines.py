"""Names of writers out of bylines; no offices, no agencies, no places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import bylines


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ebba Lindqvist", ("Ebba Lindqvist",)),
        ("By Ebba Lindqvist", ("Ebba Lindqvist",)),
        ("ByEbba Lindqvist", ("Ebba Lindqvist",)),
        ("Words by Ebba Lindqvist", ("Ebba Lindqvist",)),
        ("By EBBA LINDQVIST", ("Ebba Lindqvist",)),
        ("EBBA O'NEIL MCCABE", ("Ebba O'Neil McCabe",)),
        ("ebba van der lind", ("Ebba van der Lind",)),
        ("By Ebba Lindqvist and Jo Berg", ("Ebba Lindqvist", "Jo Berg")),
        ("Ebba Lindqvist, Jo Berg & Ana Roe", ("Ebba Lindqvist", "Jo Berg", "Ana Roe")),
        ("By Ebba Lindqvist in Rosala and Jo Berg in Turku", ("Ebba Lindqvist", "Jo Berg")),
        ("By Ebba Lindqvist, Senior Reporter", ("Ebba Lindqvist",)),
        ("Ebba Lindqvist Senior Writer", ("Ebba Lindqvist",)),
        ("Ebba Lindqvist The Associated Press", ("Ebba Lindqvist",)),
        ("Ebba Lindqvist Associated Press", ("Ebba Lindqvist",)),
        ("By Ebba Lindqvist | Tide Advance Media", ("Ebba Lindqvist",)),
        ("Ebba Lindqvist. Baltic Tide", ("Ebba Lindqvist",)),
        ("Ebba Maria Lindqvist The Baltic Tide", ("Ebba Maria Lindqvist",)),
        ("Ebba Lindqvist and Jo Berg Monday", ("Ebba Lindqvist", "Jo Berg")),
        ("Ebba LindqvistMonday", ("Ebba Lindqvist",)),
        ("About Ebba Lindqvist", ("Ebba Lindqvist",)),
        ("Ebba Friday", ("Ebba Friday",)),
        ("Ebba Lindqvist (ebba@tide.example)", ("Ebba Lindqvist",)),
        ("Dr. Ebba Lindqvist, PhD", ("Ebba Lindqvist",)),
        ("Nelson C.J.", ("Nelson C.J.",)),
        ("James O&#039;Neil", ("James O'Neil",)),
        ("Ebba Lindqvist; ebba lindqvist", ("Ebba Lindqvist",)),
        ("Baltic Tide", ()),
        ("The Baltic Tide", ()),
        ("Reuters", ()),
        ("News desk", ()),
        ("Baltic Tide staff", ()),
        ("baltictide.example.com", ()),
        ("University of Turku", ()),
        ("12 May 2024", ()),
        ("", ()),
    ],
)
def test_names(value: str, expected: tuple[str, ...]) -> None:
    assert bylines.names([value], "Baltic Tide") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ebba Lindqvist, Turku Courier", ("Ebba Lindqvist",)),
        ("By Ebba Lindqvist | 12 May 2024", ("Ebba Lindqvist",)),
        ("By Ebba Lindqvist • 5 minutes", ("Ebba Lindqvist",)),
        ("By Ebba Lindqvist, Jo Berg and Ana Roe", ("Ebba Lindqvist", "Jo Berg", "Ana Roe")),
    ],
)
def test_a_visible_line_names_its_writer_and_no_place(line: str, expected: tuple[str, ...]) -> None:
    assert bylines.names([line], strict=True) == expected


def test_single_words_count_only_where_the_page_declares_a_person() -> None:
    assert bylines.names(["Mimmi"]) == ()
    assert bylines.names(["Mimmi"], loose=True) == ("Mimmi",)
    assert bylines.names(["Ebba Lindqvist, Head"], loose=True) == ("Ebba Lindqvist",)


@given(
    st.lists(st.text(max_size=200), max_size=4),
    st.one_of(st.none(), st.text(max_size=20)),
    st.booleans(),
    st.booleans(),
)
def test_names_are_short_clean_and_each_once(values: list[str], site: str | None, loose: bool, strict: bool) -> None:
    found = bylines.names(values, site, loose=loose, strict=strict)
    assert len(found) <= bylines.MOST_NAMES
    assert len({bylines.fold(name) for name in found}) == len(found)
    assert all(name == " ".join(name.split()) and 0 < len(name) <= 60 for name in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Reporting by Ebba Lindqvist and Jo Berg; Editing by Ana Roe)", ("Ebba Lindqvist", "Jo Berg")),
        ("By Ebba LindqvistStaff Writer", ("Ebba Lindqvist",)),
        ("by Ebba Lindqvist December 6, 2017", ("Ebba Lindqvist",)),
        ("By Ebba Lindqvist on Monday, 6 May", ("Ebba Lindqvist",)),
    ],
)
def test_what_follows_a_writer_in_one_line(line: str, expected: tuple[str, ...]) -> None:
    assert bylines.names([line], strict=True) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jo Berg", True),
        ("Photos and story by Jo Berg", True),
        ("Photo by Jo Berg", False),
        ("Byways of Turku", False),
        ("By sharing what she knows, Jo Berg", False),
    ],
)
def test_lines_that_open_as_bylines_do(line: str, expected: bool) -> None:
    assert bylines.opens(line) is expected
