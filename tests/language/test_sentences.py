"""Paragraphs and sentences: where they end, and that they hold every word."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import sentences as rules
from onrecord.language import tokens
from onrecord.language.analysis import analyse


def sentences(text: str) -> list[str]:
    return [text[slice(*sentence.span)] for sentence in analyse(text, headline=None).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["The ferry left at noon.", "It was full."],
        ["“We are ready,” said Gen. Ana Reis.", "She left the U.S. in May."],
        ["The bridge is 3.5 km long.", "Dr. Kask built it."],
        ["Who cut the cable?", "Nobody knows."],
        ["“Go!” he said."],
        ["He said: “It is late. We go.” Then he left."],
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(parts: list[str]) -> None:
    text = " ".join(parts)
    found = sentences(text)
    assert " ".join(found) == text
    # Where a quotation of several sentences is cut is a matter of taste.
    if "late. We" not in text:
        assert found == parts


def test_a_sentence_never_crosses_a_paragraph() -> None:
    assert sentences("A headline without a stop\n\nThe ferry left at noon") == [
        "A headline without a stop",
        "The ferry left at noon",
    ]


def ended(text: str, score: float) -> list[str]:
    """The parts of a text where each word but a paragraph's last has the same score of an end."""
    words = tokens.find(text, (0, len(text)))
    stops = rules.ends(words, np.full(len(words), score, dtype=np.float32), [0])
    return [text[words[a].span[0] : words[b - 1].span[1]] for a, b in zip([0, *stops], stops)]


@pytest.mark.parametrize(
    ("text", "score", "parts"),
    [
        ("It left. Nobody saw it", -0.5, ["It left.", "Nobody saw it"]),
        ("It left. nobody saw", -0.5, ["It left. nobody saw"]),
        ("“It left.” Nobody saw it", -0.5, ["“It left.”", "Nobody saw it"]),
        ("Kask left Riga", 0.5, ["Kask left", "Riga"]),
        ("left soon , too . )", 9, ["left", "soon ,", "too . )"]),
        ("Kask/Reis", 9, ["Kask/Reis"]),
        ("It left. [12] He saw", -0.5, ["It left. [12]", "He saw"]),
        ("It left. [see] He saw", -0.5, ["It left.", "[see] He saw"]),
    ],
)
def test_a_score_counts_by_what_stands_around_it(text: str, score: float, parts: list[str]) -> None:
    assert ended(text, score) == parts


def test_a_paragraph_ends_its_sentence() -> None:
    words = tokens.find("a b c d e", (0, 9))
    assert rules.ends(words, np.array([-9, 9, -9, -9, -9], dtype=np.float32), [0, 4]) == [2, 4, 5]
    assert rules.ends([], np.zeros(0, dtype=np.float32), [0]) == []


@pytest.mark.parametrize(("headline", "known"), [("Ferry leaves", True), ("Another one", False), (None, False)])
def test_the_headline_is_known_where_the_text_begins_with_it(headline: str | None, known: bool) -> None:
    analysis = analyse("Ferry leaves\n\nThe ferry left at noon.", headline=headline)
    assert analysis.has_headline is known


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.sampled_from('aB1.,’“”"-!? \n\té漢'), max_size=200))
def test_every_word_is_in_one_sentence_of_its_paragraph(text: str) -> None:
    analysis = analyse(text, headline=None)
    at = 0
    for sentence in analysis.sentences:
        assert sentence.first == at < sentence.last
        at = sentence.last
        start, end = analysis.paragraphs[sentence.paragraph]
        assert start <= sentence.span[0] < sentence.span[1] <= end
        words = analysis.tokens[sentence.first : sentence.last]
        assert sentence.span == (words[0].span[0], words[-1].span[1])
    assert at == len(analysis.tokens)
    for token in analysis.tokens:
        assert token.head is None or 0 <= token.head < len(analysis.tokens)


@settings(deadline=None, max_examples=30)
@given(st.text(alphabet=st.sampled_from("Kask of the Riga Port said U.S. é. “”\n"), max_size=150))
def test_names_hold_words_and_stand_apart(text: str) -> None:
    at = 0
    for name in analyse(text, headline=None).names:
        start, end = name.span
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        at = end
