"""Verbs by their forms."""

import pytest

from onrecord.knowledge import plover_forms


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("expelled", "expel"),
        ("sued", "sue"),
        ("freed", "free"),
        ("sharing", "share"),
        ("met", "meet"),
        ("withdrawn", "withdraw"),
        ("ratifies", "ratify"),
        ("condemning", "condemn"),
        ("banana", None),
    ],
)
def test_forms(word: str, verb: str | None) -> None:
    assert plover_forms.lemma(word) == verb
