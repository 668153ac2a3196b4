"""Claims: who, in what stance, which words, inside whose claim; and what is none."""

import time

import pytest

import onrecord
from onrecord.language.analysis import analyse
from onrecord.reading.claims import find
from tests.golden_pages import IDS, gold
from tests.reading.told import Told, claims

LEAD = "The river rose all night\n\n"
EDGES = ".,!? “”"


def of(text: str) -> list[Told]:
    """The claims of a sentence in the body of an article."""
    return claims(LEAD + text)


@pytest.mark.parametrize(
    ("text", "source", "stance", "manner", "content"),
    [
        ("“The bridge is closed,” said Ilse Brandt.", "Ilse Brandt", "asserts", "direct", "The bridge is closed"),
        ("Ilse Brandt said the bridge was closed.", "Ilse Brandt", "asserts", "indirect", "the bridge was closed"),
        (
            "According to the ministry, two ships left Odesa.",
            "the ministry",
            "asserts",
            "indirect",
            "two ships left Odesa",
        ),
        (
            "The army denied that it had fired on the convoy.",
            "The army",
            "denies",
            "indirect",
            "it had fired on the convoy",
        ),
        ("The company declined to comment.", "The company", "declines", "indirect", "to comment"),
        ("Rebels accused the army of theft.", "Rebels", "alleges", "indirect", "the army of theft"),
        ("Unions urged the city to reopen it.", "Unions", "wants", "indirect", "the city to reopen it"),
        ("The minister plans to visit Riga.", "The minister", "intends", "indirect", "to visit Riga"),
        ("It was reported that the bridge had fallen.", "", "asserts", "indirect", "the bridge had fallen"),
        ("The mayor asked whether it would hold.", "The mayor", "asks", "indirect", "whether it would hold"),
        ("Officials fear that the river will rise.", "Officials", "believes", "indirect", "the river will rise"),
    ],
)
def test_a_claim_has_its_parts(text: str, source: str, stance: str, manner: str, content: str) -> None:
    (claim,) = of(text)
    assert (claim.source, claim.stance, claim.manner) == (source, stance, manner)
    assert claim.content.strip(EDGES) == content


def test_the_source_is_the_whole_phrase() -> None:
    (claim,) = of("“It holds,” said Ilse Brandt, the mayor of Passau.")
    assert claim.source == "Ilse Brandt, the mayor of Passau"


def test_an_interrupted_quote_is_one_claim() -> None:
    (claim,) = of("“The bridge,” Brandt said, “will stay closed until May.”")
    assert [part.strip(EDGES) for part in claim.content.split(" … ")] == ["The bridge", "will stay closed until May"]
    assert claim.manner == "direct"


def test_a_quote_that_runs_over_paragraphs_is_one_claim() -> None:
    (claim,) = of("“We are ready.\n\n“The ships leave at noon,” said Captain Ana Reis.")
    assert [part.strip(EDGES) for part in claim.content.split(" … ")] == ["We are ready", "The ships leave at noon"]


def test_what_stands_inside_a_claim_has_it_as_its_parent() -> None:
    outer, inner = of("The Courier reported that officials believed the dam was cracked.")
    assert (outer.source, outer.stance, outer.parent) == ("The Courier", "asserts", None)
    assert (inner.source, inner.stance, inner.parent) == ("officials", "believes", outer.content)
    assert inner.content == "the dam was cracked"


def test_a_relay_is_two_claims_of_the_same_words() -> None:
    outer, inner = of("Interfax, citing the defence ministry, said a base had been hit.")
    assert (outer.source, inner.source) == ("Interfax", "the defence ministry")
    assert outer.content == inner.content == inner.parent


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “green wall” is 40 kilometres long.",
        "The harbour opened in 1911 and closed in 1974.",
        "Her novel “The Long Ferry” won two prizes.",
        "The said bridge was built by monks.",
    ],
)
def test_what_nobody_says_is_no_claim(text: str) -> None:
    assert of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“" * 300 + "said Kask.",
        "”" * 300,
        "“We are ready, said Kask. She left. “It is late” and so on",
        "« Ready » said Kask",
        "said said said said that that that",
        "\u202e“ready”\u202c said Kask \U0001f600",
        "A" * 5000,
        "“" + "we are ready " * 400,
    ],
)
def test_hostile_texts_give_sound_claims(text: str) -> None:
    for claim in onrecord.read_text(text).claims:
        assert claim.content
        for start, end in (*claim.source, *claim.cue, *claim.content):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("page_id", IDS)
def test_a_parent_holds_its_claim_and_comes_before_no_circle(page_id: str) -> None:
    record = onrecord.read_text(gold(page_id)["text"])
    by_id = {claim.id: claim for claim in record.claims}
    for claim in record.claims:
        seen = {claim.id}
        while claim.parent is not None:
            assert claim.parent not in seen
            seen.add(claim.parent)
            parent = by_id[claim.parent]
            assert parent.content[0][0] <= claim.content[0][0]
            assert claim.content[-1][1] <= parent.content[-1][1]
            claim = parent  # noqa: PLW2901  up the chain


def test_time_grows_with_the_text_and_no_faster() -> None:
    paragraph = "“We are ready,” said Ilse Brandt. The army denied that it had fired. He plans to go to Riga.\n\n"

    def seconds(times: int) -> float:
        analysis = analyse(LEAD + paragraph * times, headline=None)
        begun = time.process_time()
        assert len(find(analysis)[0]) >= times
        return time.process_time() - begun

    seconds(2)
    assert seconds(80) < 20 * max(seconds(10), 0.01)


def test_marks_that_never_close_take_no_longer() -> None:
    def seconds(times: int) -> float:
        analysis = analyse(LEAD + "“The “big “house " * times, headline=None)
        begun = time.process_time()
        find(analysis)
        return time.process_time() - begun

    seconds(2)
    assert seconds(3200) < 40 * max(seconds(400), 0.05)
