"""Shapes of words, and their place in quotation and layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import traits
from onrecord.language.traits import INSIDE, MARK, OUTSIDE


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        *[(",", 0), ("ferry", 1), ("Kask", 2), ("NATO", 3), ("McAdam", 4), ("eBay", 4), ("A", 5)],
        *[("2026", 6), ("3,000.5", 6), ("5th", 7), ("F-16", 7), ("n’t", 1), ("U.S.", 3)],
    ],
)
def test_shapes(word: str, shape: int) -> None:
    assert traits.shape(word) == shape


def test_words_between_marks_are_quoted() -> None:
    assert traits.quotation("“ We go , ” she said .".split()) == [MARK, *[INSIDE] * 3, MARK, *[OUTSIDE] * 3]
    assert traits.quotation('" Go " , " now'.split()) == [MARK, INSIDE, MARK, OUTSIDE, MARK, INSIDE]
    assert traits.quotation(["over", "”", "and"]) == [OUTSIDE, MARK, OUTSIDE]


@given(st.lists(st.sampled_from(["“", "”", '"', "word", "Kask", "7"]), min_size=1, max_size=20), st.booleans())
def test_marks_are_numbers_that_the_encoder_knows(words: list[str], first: bool) -> None:
    found = traits.marks(words, [True] * len(words), first=first)
    assert len(found) == len(words)
    assert all(0 <= mark < traits.MARKS for mark in found)
    assert all(0 <= traits.shape(word) < traits.SHAPES for word in words)
