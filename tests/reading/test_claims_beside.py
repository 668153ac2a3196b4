"""Claims of one source side by side: each ends where the next begins."""

import pytest

from tests.reading.told import Told, claims

LEAD = "The river rose all night\n\n"


def of(text: str) -> list[Told]:
    """The claims of a sentence in the body of an article."""
    return claims(LEAD + text)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Ilse Brandt told reporters that the bridge was safe but warned that the river would rise.",
            ["the bridge was safe", "the river would rise"],
        ),
        (
            "The mayor said the dam was sound and accused the ministry of spreading fear.",
            ["the dam was sound", "the ministry of spreading fear"],
        ),
        (
            "The union claimed the port had lost as much as a tenth of its trade and called for an inquiry.",
            ["the port had lost as much as a tenth of its trade", "an inquiry"],
        ),
    ],
)
def test_what_the_same_source_says_next_is_outside(text: str, contents: list[str]) -> None:
    found = of(text)
    assert [c.content.strip(".") for c in found] == contents
    assert {c.parent for c in found} == {None}
    assert len({c.source for c in found}) == 1


def test_what_another_says_inside_stays_inside() -> None:
    found = of("The mayor said the union wanted a new bridge and that the city was poor.")
    assert found[0].content.strip(".") == "the union wanted a new bridge and that the city was poor"
