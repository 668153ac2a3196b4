"""States whose names the encoder passes over are found by their names."""

from onrecord.language import missed, tokens
from onrecord.model import Name, Token


def proper(text: str) -> list[Token]:
    return [
        Token(span=t.span, text=t.text, tag="PROPN" if t.text[0].isupper() else "NOUN")
        for t in tokens.find(text, (0, len(text)))
    ]


def found(text: str, names: list[Name] | None = None) -> list[str]:
    return [text[slice(*name.span)] for name in missed.states(proper(text), names or [])]


def test_states_are_found_by_their_names() -> None:
    assert found("two diplomats said Hungary and South Korea had refused") == ["Hungary", "South Korea"]


def test_what_the_encoder_named_is_left_alone() -> None:
    text = "the Bank of Ghana said"
    assert found(text) == ["Ghana"]
    assert found(text, [Name(span=(4, 17), kind="organisation")]) == []


def test_what_tells_a_currency_is_no_place() -> None:
    assert found("a ferry of US$5 million") == []
    assert found("paid $5 million to the US in May") == ["US"]


def test_names_that_persons_bear_too_are_not_taken() -> None:
    assert found("then Jordan and Chad said") == []
    assert found("they told us") == []
