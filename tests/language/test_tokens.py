"""Words and marks: where they are cut, and that nothing is lost or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import tokens

ODD = "aB1.,’'“”\"-–—$£%()/:;!?…@&# \u00a0\u200b\n\té漢\U0001f600"


def cut(text: str) -> list[str]:
    return [token.text for token in tokens.find(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She didn’t go.", "She did n’t go ."),
        ("Kask's aide can't agree", "Kask 's aide ca n't agree"),
        ("Gen. Ana Reis left the U.S. at 10:30 a.m.", "Gen. Ana Reis left the U.S. at 10:30 a.m."),
        ("It cost $3.5bn, or 3,000.50 each", "It cost $ 3.5bn , or 3,000.50 each"),
        ("a long-term deal", "a long - term deal"),
        ("The “green wall” (of 1974) – gone", "The “ green wall ” ( of 1974 ) – gone"),
        ("write to ana@example.org.", "write to ana@example.org ."),
        ("Why not?", "Why not ?"),
        ("cannot", "can not"),
    ],
)
def test_words_are_cut_as_universal_dependencies_cuts_them(text: str, words: str) -> None:
    assert cut(text) == words.split()


@given(st.text(alphabet=st.sampled_from(ODD), max_size=120))
def test_every_letter_belongs_to_one_word_and_stands_where_it_stood(text: str) -> None:
    found = tokens.find(text, (0, len(text)))
    at = 0
    for token in found:
        start, end = token.span
        assert at <= start < end <= len(text)
        assert token.text == text[start:end]
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(st.text(max_size=60), st.text(max_size=60))
def test_only_what_is_asked_for_is_cut(before: str, text: str) -> None:
    whole = before + "\n" + text
    found = tokens.find(whole, (len(before) + 1, len(whole)))
    assert all(token.span[0] > len(before) for token in found)
