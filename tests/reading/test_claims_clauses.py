"""What grammar adds to claims: whose words they are, and where they end."""

import pytest

from tests.reading.told import claims


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It was the third time the union said it had met the owners of the mine.", "the union"),
        ("The files were once public ― Ozols boasted, “I have seen them all.”", "Ozols"),
        ("Ilze Ozola left the hall at noon, saying that the ports would stay closed.", "Ilze Ozola"),
    ],
)
def test_a_source_is_the_subject_of_its_cue(text: str, source: str) -> None:
    (claim,) = claims(text)
    assert claim.source == source


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The police denied firing live rounds and put the number of injured at 14.",
            "The police",
            "firing live rounds",
        ),
        ("The reports raise serious fears that the dam will break.", "", "the dam will break"),
        ("Contrary to his claim that the port was open, no ship came in.", "his", "the port was open"),
    ],
)
def test_a_claim_has_no_words_of_another_part(text: str, source: str, content: str) -> None:
    (claim,) = claims("The river rose all night\n\n" + text)
    assert (claim.source, claim.content.strip(".")) == (source, content)


def test_a_question_of_the_text_is_no_claim() -> None:
    found = claims("The court sat again on Monday.\n\nWhat did the prosecutors say?\n\nThey said the files were lost.")
    assert [c.source for c in found] == ["They"]


def test_who_offers_no_evidence_says_nothing() -> None:
    assert claims("The river rose all night\n\nThe ministry offered no evidence for the claim.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Did a minister admit that the vote was rigged?",
        "The vote was not stolen. He said so.\n\nThe clip, posted on Monday by a shop, shows Danilov at a table.",
        "The ministry gave no reason. A clerk, who asked not to be named, left.",
    ],
)
def test_what_is_asked_or_shown_is_no_claim(text: str) -> None:
    found = claims("The river rose all night\n\n" + text)
    assert all(c.source not in ("a minister", "Danilov", "who", "The clip") for c in found)


def test_according_to_behind_a_colon_covers_what_follows() -> None:
    (claim,) = claims("His party is split: according to a person close to its board, three members support the loan.")
    assert (claim.source, claim.content) == ("a person close to its board", "three members support the loan")


def test_a_content_does_not_reach_back_over_a_closed_quotation() -> None:
    text = (
        "The boats\n\n“They took the boats,” said Asante, pointing at the beach. “Now they take the fish.”\n\n"
        "Ghana’s commission believes that trawlers caught it all, according to a report seen by this newspaper."
    )
    assert not any("\n" in c.content for c in claims(text))


def test_not_everyone_is_nobody() -> None:
    assert claims("The nets are empty.\n\nNot everyone on the beach blames the trawlers.") == []


def test_where_something_was_said_is_not_what_was_said() -> None:
    text = "The port\n\nThe port was “pulled into the war,” chief Tomas Kalk said in a fireside chat."
    (claim,) = claims(text)
    assert "fireside" not in claim.content
