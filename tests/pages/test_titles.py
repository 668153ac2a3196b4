"""Headlines without their site's name; the site in a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import titles
from onrecord.pages.titles import Title

TITLE = "Rosala ferry halted over cracks"


@pytest.mark.parametrize(
    ("text", "sites", "others", "expected"),
    [
        (f"{TITLE} | Baltic Tide", ["Baltic Tide"], [], TITLE),
        (f"{TITLE} | The Baltic Tide", ["Baltic Tide"], [], TITLE),
        (f"Baltic Tide | {TITLE}", ["Baltic Tide"], [], TITLE),
        (f"{TITLE} | Islands | Baltic Tide", [], [TITLE], TITLE),
        (f"{TITLE} – baltictide.example", ["baltictide.example"], [], TITLE),
        (f"{TITLE} | Analysis", [], [], TITLE),
        (f"{TITLE} - and what comes next", ["Baltic Tide"], [], f"{TITLE} - and what comes next"),
        ("Baltic Tide", ["Baltic Tide"], [], "Baltic Tide"),
    ],
)
def test_without_site(text: str, sites: list[str], others: list[str], expected: str) -> None:
    assert titles.without_site(text, sites, others) == expected


@pytest.mark.parametrize(
    ("title", "host", "headline", "expected"),
    [
        (f"{TITLE} - Baltic Tide", "", TITLE, "Baltic Tide"),
        (f"{TITLE} | Baltic Tide", "baltictide.example", None, "Baltic Tide"),
        (f"Baltic Tide: {TITLE}", "baltictide.example", None, "Baltic Tide"),
        (f"{TITLE} - a long and winding tale of the sea", "", TITLE, None),
        ("Rosala: ferry halted", "baltictide.example", None, None),
        ("", "baltictide.example", None, None),
    ],
)
def test_site_in_a_title(title: str, host: str, headline: str | None, expected: str | None) -> None:
    assert titles.site_in(title, host, headline) == expected


def test_best_takes_the_heading_that_agrees() -> None:
    heading = Title(text="Rosala ferry halted over cracks in hull", basis="text", heading=True)
    other = Title(text=TITLE, basis="meta")
    assert titles.best([Title(text="Baltic Tide", basis="text", heading=True), heading, other]) == heading
    assert titles.best([Title(text="Baltic Tide", basis="text", heading=True), other]) == other
    assert titles.best([]) is None


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=3), st.lists(st.text(max_size=60), max_size=3))
def test_a_headline_is_always_a_part_of_the_title(text: str, sites: list[str], others: list[str]) -> None:
    assert titles.without_site(text, sites, others) in " ".join(text.split())
    site = titles.site_in(text, "".join(sites), others[0] if others else None)
    assert site is None or site in text
