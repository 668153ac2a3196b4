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


def test_a_signature_ends_with_its_line() -> None:
    text = "”Fear. It only grew.” ― Edwin G. Lund\n“He shows no respect, about nothing.”― Sara Egle\nThe votes are in."
    found = [(text[slice(*c.source[0])], [text[a:b] for a, b in c.content]) for c in onrecord.read_text(text).claims]
    assert found == [
        ("Edwin G. Lund", ["Fear. It only grew."]),
        ("Sara Egle", ["He shows no respect, about nothing."]),
    ]


def test_turns_may_each_open_with_a_quote_mark() -> None:
    text = (
        'A talk\n\n"OZOLA: Will he go?\n\n"BERZ: Well, look, he may. We shall see.\n\n'
        '"OZOLA: When?\n\n"BERZ: In May, I think.'
    )
    found = [(text[slice(*c.source[0])], text[slice(*c.content[0])]) for c in onrecord.read_text(text).claims]
    assert found[:3] == [("OZOLA", "Will he go?"), ("BERZ", "Well, look, he may. We shall see."), ("OZOLA", "When?")]


def test_who_says_it_may_stand_in_the_paragraph_before() -> None:
    text = 'The ports are closed.\n\nMr. Berz added:\n\n"Nobody works here. We have to bring back order."\n\nIt rained.'
    (claim,) = onrecord.read_text(text).claims
    assert text[slice(*claim.source[0])] == "Mr. Berz"
    assert text[slice(*claim.content[0])].startswith("Nobody works here.")


@pytest.mark.parametrize(
    ("text", "source", "parts"),
    [
        (
            "Though that move was smooth, Mr. Berz said, replacing the chief would be harder.",
            "Mr. Berz",
            ["Though that move was smooth", "replacing the chief would be harder"],
        ),
        ("Ilze Ozola left the hall at noon, saying that the ports would stay closed.", "Ilze Ozola", None),
    ],
)
def test_the_rest_of_a_claim_and_its_source_are_found(text: str, source: str, parts: list[str] | None) -> None:
    (claim,) = onrecord.read_text(text).claims
    assert text[slice(*claim.source[0])] == source
    assert parts is None or [text[a:b] for a, b in claim.content] == parts
