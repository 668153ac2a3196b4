"""Parts that the encoder marks become claims."""

import pytest

import onrecord
from onrecord.language import tokens
from onrecord.model import Analysis, Part, Sentence, Token
from onrecord.reading import claims_learned
from tests.reading.told import claims

TEXT = "The mayor mused that the ferry was late, and the harbour agreed to pay."


def analysis(*parts: Part) -> Analysis:
    words = tuple(
        Token(span=t.span, text=t.text, lemma={"agreed": "agree"}.get(t.text, t.text.lower()), relation="mark")
        for t in tokens.find(TEXT, (0, len(TEXT)))
    )
    sentence = Sentence(span=(0, len(TEXT)), first=0, last=len(words), paragraph=0)
    return Analysis(
        text=TEXT,
        has_headline=False,
        paragraphs=((0, len(TEXT)),),
        sentences=(sentence,),
        tokens=words,
        names=(),
        parts=parts,
    )


def part(role: str, first: int, last: int, *, link: int | None = None, score: float = 0.9) -> Part:
    return Part(role=role, level=0, first=first, last=last, score=score, link=link, link_score=0.9)  # type: ignore[arg-type]


def test_linked_parts_are_a_claim_and_that_stays_outside() -> None:
    found = claims_learned.drafts(
        analysis(part("source", 0, 2), part("cue", 2, 3, link=0), part("content", 3, 8, link=1))
    )
    assert [TEXT[slice(*d.source[0])] for d in found] == ["The mayor"]
    assert [TEXT[slice(*d.content[0])] for d in found] == ["the ferry was late"]


def test_the_weakest_part_gives_the_score() -> None:
    parts = (part("source", 0, 2, score=0.4), part("cue", 2, 3, link=0), part("content", 3, 8, link=1))
    (found,) = claims_learned.drafts(analysis(*parts))
    assert found.score is not None
    assert found.score < 0.4


def test_a_content_without_a_cue_and_a_deed_are_no_claims() -> None:
    assert claims_learned.drafts(analysis(part("content", 3, 8))) == []
    agreed = [t.text for t in analysis().tokens].index("agreed")
    parts = (part("cue", agreed, agreed + 1), part("content", agreed + 1, agreed + 3, link=0))
    assert claims_learned.drafts(analysis(*parts)) == []


def test_of_stances_the_verb_of_the_table_comes_first() -> None:
    parts = (part("cue", 2, 3), part("content", 3, 8, link=0))
    (found,) = claims_learned.drafts(analysis(*parts))
    assert found.stance == "asserts"


def test_a_question_asks_and_a_particle_counts_only_where_it_stands() -> None:
    text = "The judge, in black, asked the guard why he had run, and her clerk insisted that he had not."
    stances = {c.cue: c.stance for c in claims(f"The river rose all night\n\n{text}")}
    assert stances == {"asked": "asks", "insisted": "asserts"}


def test_a_deed_that_looks_like_saying_is_none() -> None:
    found = claims("The river rose all night\n\nThe king, who has written a memoir, thinks for a long time.")
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["Inspectors found no evidence that the reactor was running.", "Ilze Ozola saw no sign that the crew had lied."],
)
def test_what_was_not_found_is_not_asserted(text: str) -> None:
    for claim in onrecord.read_text(text).claims:
        assert text[slice(*claim.content[0])].startswith("no ")


def test_what_is_ruled_out_is_denied() -> None:
    (claim,) = onrecord.read_text("The Latvian government has ruled out sabotage in the latest crash.").claims
    assert claim.stance == "denies"
