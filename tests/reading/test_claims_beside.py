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


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The judge warned spectators that she would clear the room.", "The judge", "she would clear the room"),
        ("In the book he claims that the order came from above.", "he", "the order came from above"),
        (
            "Norway and Chile have offered to send nurses, and the city said it was ready.",
            "Norway and Chile",
            "to send nurses",
        ),
        ("The council has pledged to double its spending.", "The council", "to double its spending"),
        ("The Red Cross appealed for blankets and tents.", "The Red Cross", "blankets and tents"),
        ("The mayor called the plan “a bad joke.”", "The mayor", "the plan “a bad joke.”"),
    ],
)
def test_source_and_content_are_whole_and_no_more(text: str, source: str, content: str) -> None:
    found = of(text)[0]
    assert (found.source, found.content if "”" in content else found.content.strip(".")) == (source, content)


def test_who_is_cited_after_the_cue_speaks_inside() -> None:
    outer, inner = of("Interfax reported, citing the ministry, that two ships had left Odesa.")
    assert (outer.source, inner.source) == ("Interfax", "the ministry")
    assert outer.content == inner.content
    assert inner.parent == outer.content


def test_what_is_reportedly_told_is_a_claim_in_a_claim() -> None:
    told = next(c for c in of("The minister reportedly told the board that the ferry was lost.") if c.cue == "told")
    assert told.source == "The minister"
    assert told.parent is not None


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The opposition has long claimed that the contracts were dear.", "The opposition", "the contracts were dear"),
        (
            "He said he would listen, but that the dam would be built.",
            "He",
            "he would listen, but that the dam would be built",
        ),
        ("She told analysts on a call that the firm was sound.", "She", "the firm was sound"),
    ],
)
def test_adverbs_and_hearers_do_not_mislead(text: str, source: str, content: str) -> None:
    found = of(text)[0]
    assert (found.source, found.content.strip(".")) == (source, content)


def test_who_is_cited_last_speaks_inside() -> None:
    outer, inner = of("The Ledger reported that the voice was his, citing two experts.")
    assert (outer.source, inner.source, inner.parent) == ("The Ledger", "two experts", outer.content)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“It will drown,” the report quotes a farmer as saying.", "a farmer", "It will drown,"),
        ("The letter, which was signed by Ilse Brandt, demanded an answer.", "The letter", "an answer"),
        ("Two clerks, who asked not to be named, told the Courier that it was so.", "Two clerks", "it was so"),
    ],
)
def test_the_words_around_a_cue_are_told_apart(text: str, source: str, content: str) -> None:
    assert (source, content) in [(c.source, c.content.strip(".")) for c in of(text)]


def test_to_say_little_is_no_claim() -> None:
    assert of("Vietnam has said little in public.") == []


def test_what_nobody_said_is_no_claim() -> None:
    (claim,) = of("The pilot told the court that nobody had warned him that the engine was cracked.")
    assert claim.source == "The pilot"
