"""The section above a headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import sections


@pytest.mark.parametrize(
    ("nearest_first", "expected"),
    [
        (["UK News"], "UK News"),
        (["World", "Skip to content"], "World"),
        (["Home / Politics"], "Politics"),
        (["Home > World > Africa"], "Africa"),
        (["Kenya"], "Kenya"),
        (["Exclusive", "Business"], "Business"),
        (["Politics", "Home/Politics", "Opinion", "Sports", "Business"], "Politics"),  # menu above, then the section
        (["Opinion", "Sports", "Business", "World", "Home"], None),  # only a menu
        (["Subscribe now", "World"], None),
        (["A long line that opens the page and is no section"], None),
        (["Share"], None),
        ([], None),
    ],
)
def test_sections(nearest_first: list[str], expected: str | None) -> None:
    assert sections.above_headline(nearest_first) == expected


@given(st.lists(st.text(max_size=40), max_size=8))
def test_a_section_is_a_part_of_a_line(lines: list[str]) -> None:
    found = sections.above_headline(lines)
    assert found is None or any(found in line for line in lines)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("investing", "Investing"),
        ("ai", "AI"),
        ("iPhone", "iPhone"),
        ("Food &amp; Drink, News", "Food & Drink"),
        ("game,news,slider", "Game"),
        ("news|world", "World"),
        ("News / Harbour & Coast", "Harbour & Coast"),
        ("Cup 2024 on B/R", "Cup 2024 on B/R"),
        ("News - News", "News"),
        ("Front Page", None),
        ("Front Page, Fisheries", "Fisheries"),
        ("post", None),
        ("gizmo.com", None),
        ("", None),
    ],
)
def test_a_declared_section_is_told_as_a_reader_would(given: str, told: str | None) -> None:
    assert sections.told(given) == told
