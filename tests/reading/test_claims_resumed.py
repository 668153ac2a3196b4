"""Quotations that go on after the words that say whose they are, signed ones, and turns of a conversation."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "''Hopefully,'' the mayor said, ''this hall can help us talk to each other.''",
            ["Hopefully,", "this hall can help us talk to each other."],
        ),
        (
            '"Riga is a hard place," said Tom Hask, a builder in Riga, who sent Mr. Abols to his bank. "But when you '
            'see such patience, people lean forward."',
            ["Riga is a hard place,", "But when you see such patience, people lean forward."],
        ),
        (
            "“Nobody,” Mrs. Abols said, “listens to the harbour.”",
            ["Nobody,", "listens to the harbour."],
        ),
    ],
)
def test_it_goes_on(text: str, parts: list[str]) -> None:
    (claim,) = onrecord.read_text(text).claims
    assert [text[start:end] for start, end in claim.content] == parts


def test_each_signed_quotation_is_its_own() -> None:
    text = (
        "“The ferry never came. We waited.” ― Ilze Ozola.\n\n“I am tired. How did it come to this?”\xa0― "
        "Jānis Krūms\xa0\n“Nobody asked us.” ― Marta Liepa\n"
    )
    found = [(text[slice(*c.source[0])], [text[a:b] for a, b in c.content]) for c in onrecord.read_text(text).claims]
    assert found == [
        ("Ilze Ozola", ["The ferry never came. We waited."]),
        ("Jānis Krūms", ["I am tired. How did it come to this?"]),
        ("Marta Liepa", ["Nobody asked us."]),
    ]


TURNS = """OZOLA: Will the bridge be open by May?

KRŪMS, deputy mayor: It will. I promise.

OZOLA: Thank you.

KRŪMS: Thank you."""


def test_turns_of_a_conversation_are_claims_word_for_word() -> None:
    claims = [c for c in onrecord.read_text(TURNS).claims if c.parent is None]
    assert [TURNS[slice(*c.source[0])] for c in claims] == ["OZOLA", "KRŪMS, deputy mayor", "OZOLA", "KRŪMS"]
    assert TURNS[slice(*claims[1].content[0])] == "It will. I promise."
    assert {c.manner for c in claims} == {"direct"}


def test_a_dateline_is_no_turn() -> None:
    text = "RIGA: The bridge opened on Monday.\n\nNOTE: Trams do not run.\n\nRIGA: The mayor was not there."
    assert onrecord.read_text(text).claims == ()
    assert onrecord.read_text(text + "\n\nNOTE: Nobody else was.").claims == ()


@pytest.mark.parametrize(
    "dateline", ["VENTSPILS, March 3 (Amber Wire) - ", "VENTSPILS (Amber Wire) — ", "Ventspils, Oct. 12 - ", "RIGA — "]
)
def test_a_dateline_is_no_part_of_what_was_said(dateline: str) -> None:
    text = dateline + "Dockers voted on Tuesday to extend their strike, the union said."
    (claim,) = onrecord.read_text(text).claims
    assert text[slice(*claim.content[0])] == "Dockers voted on Tuesday to extend their strike"
