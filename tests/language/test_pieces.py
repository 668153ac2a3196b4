"""Pieces: cut greedily from the left, folded, bounded, and the marks apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import encoder
from onrecord.language.pieces import MOST_PIECES, Vocabulary, fold

SPELLINGS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "port", "##s", "sea", "##port", "##p", "-", "u", ".", "s"]
SMALL = Vocabulary(SPELLINGS)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("port", "port"),
        ("Ports", "port ##s"),
        ("SEAPORTS", "sea ##port ##s"),
        ("pórt", "port"),
        ("sea-port", "sea - port"),
        ("U.S.", "u . s ."),
        ("quay", "[UNK]"),
        ("portx", "[UNK]"),
        ("", "[UNK]"),
    ],
)
def test_words_are_cut_into_the_longest_pieces_from_the_left(word: str, pieces: str) -> None:
    assert [SPELLINGS[n] for n in SMALL.cut(word)] == pieces.split()


@given(st.text(max_size=40))
def test_every_word_has_a_piece_and_not_too_many(word: str) -> None:
    vocabulary = encoder.model().vocabulary
    assert 1 <= len(vocabulary.cut(word)) <= MOST_PIECES
    assert vocabulary.cut(word) == vocabulary.cut(word)


def test_accents_fall_and_letters_of_other_scripts_stay() -> None:
    assert (fold("Łódź"), fold("Čačak"), fold("Рига")) == ("łodz", "cacak", "рига")
