"""Lemmas: irregular forms from the table, the rest by spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import labels, lemmas


@pytest.mark.parametrize(
    ("word", "penn", "lemma"),
    [
        *[("said", "VBD", "say"), ("went", "VBD", "go"), ("taken", "VBN", "take"), ("is", "VBZ", "be")],
        *[("stopped", "VBD", "stop"), ("denied", "VBD", "deny"), ("moved", "VBN", "move"), ("talked", "VBD", "talk")],
        *[("running", "VBG", "run"), ("making", "VBG", "make"), ("telling", "VBG", "tell")],
        *[("cities", "NNS", "city"), ("men", "NNS", "man"), ("watches", "NNS", "watch"), ("ferries", "NNS", "ferry")],
        *[("bigger", "JJR", "big"), ("earliest", "JJS", "early"), ("Ferry", "NN", "ferry"), ("Kasks", "NNPS", "Kasks")],
        *[("Riga", "NNP", "Riga"), ("says", "VBZ", "say")],
    ],
)
def test_lemmas(word: str, penn: str, lemma: str) -> None:
    assert lemmas.lemma(word, penn) == lemma


@given(st.text(min_size=1, max_size=20), st.sampled_from(labels.PENN))
def test_every_word_has_a_lemma(word: str, penn: str) -> None:
    assert lemmas.lemma(word, penn)
