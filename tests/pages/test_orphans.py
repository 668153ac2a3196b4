"""Kept lines that belong to what went."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import orphans

STORY = "“We could not let it sail another day,” said Ebba Lindqvist, the harbour master."


def without(*lines: tuple[str, bool]) -> list[bool]:
    return orphans.without([text for text, _ in lines], [keep for _, keep in lines])


def test_a_pull_quote_goes_and_the_quotation_stays() -> None:
    assert without(("“We could not let it sail another day”", True), (STORY, True)) == [False, True]
    assert without(("We could not let it sail", True), (STORY.replace("“", '"').replace("”", '"'), True)) == [
        False,
        True,
    ]


def test_what_the_story_says_once_stays() -> None:
    assert without((STORY, True), ("“We will sail again in three weeks”", True)) == [True, True]
    assert without((STORY, True), (STORY, True)) == [True, True]


def test_a_heading_goes_with_its_newsletter_box_only() -> None:
    assert without(("The Pipeline", True), ("Sign up for our weekly letter", False), (STORY, True)) == [
        False,
        False,
        True,
    ]
    assert without(("The repair", True), (STORY, True)) == [True, True]
    assert without(("The repair", True), ("Advertisement", False), (STORY, True)) == [True, False, True]


def test_a_line_between_two_lines_of_a_box_goes() -> None:
    box = [("Get the Baltic newsletter", False), ("The region in five minutes.", True), ("Sign up now", False)]
    assert without(*box, (STORY, True)) == [False, False, False, True]
    assert without(box[0], box[1], (STORY, True)) == [False, True, True]


@given(st.lists(st.tuples(st.text(alphabet='ab “”".', max_size=30), st.booleans()), max_size=8))
def test_nothing_comes_back(lines: list[tuple[str, bool]]) -> None:
    assert all(keep or not after for (_, keep), after in zip(lines, without(*lines)))
