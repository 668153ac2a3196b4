"""Pasted text to its article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pages import pasted
from tests.pages.pages import PARAGRAPHS

HEADLINE = "Rosala ferry halted over cracks in its hull"


def text_of(*parts: str) -> str:
    return "\n\n".join(parts)


def test_story_headline_section_byline_and_date_out_of_a_pasted_page() -> None:
    found = pasted.draft(
        text_of(
            "Skip to content", "World", HEADLINE, "By Jo Berg", "12 May 2024", "Share on Facebook",
            *PARAGRAPHS[:2], "Sign up for our daily newsletter", *PARAGRAPHS[2:],
            "Related Articles", "Leave a Reply", "Your email address will not be published. Required fields are marked *",  # noqa: E501
            "Back to top button",
        )
    )  # fmt: skip
    assert found.paragraphs == PARAGRAPHS
    assert found.metadata.headline == HEADLINE
    assert found.metadata.section == "World"
    assert found.metadata.bylines == ("Jo Berg",)
    assert found.metadata.published == "2024-05-12"
    reasons = {r.line: r.reason for r in found.removed}
    assert reasons["Sign up for our daily newsletter"] == "newsletter"
    assert reasons["Leave a Reply"] == "comments"
    assert HEADLINE not in reasons


def test_a_clean_text_stays_whole() -> None:
    found = pasted.draft(text_of(HEADLINE, *PARAGRAPHS))
    assert (found.metadata.headline, found.paragraphs, found.removed) == (HEADLINE, PARAGRAPHS, ())


def test_lines_are_folded_and_wrapped_ones_joined() -> None:
    assert pasted.lines(" one  two \n\n\tthree\r\n") == ["one two", "three"]
    words = " ".join(PARAGRAPHS).split()
    wrapped: list[str] = [""]
    for word in words:
        if len(wrapped[-1]) + len(word) > 70:
            wrapped.append("")
        wrapped[-1] = f"{wrapped[-1]} {word}".strip()
    assert pasted.lines("\n".join(wrapped)) == [" ".join(words)]


def test_single_line_breaks_between_paragraphs_stay() -> None:
    assert pasted.lines("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_too_many_lines_are_cut_and_told() -> None:
    found = pasted.draft("\n".join(["A line of no story at all."] * (pasted.MOST_LINES + 1)))
    assert [(gap.stage, gap.reason) for gap in found.gaps] == [("pages", "cut")]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=80), max_size=12))
def test_every_line_is_headline_kept_or_removed(parts: list[str]) -> None:
    text = "\n".join(parts)
    found = pasted.draft(text)
    headline = [found.metadata.headline] if found.metadata.headline else []
    assert sorted([*headline, *found.paragraphs, *(r.line for r in found.removed)]) == sorted(pasted.lines(text))
