"""Quotations: over paragraphs, nested, with marks lost; every repair is a gap."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from onrecord.language.analysis import analyse
from onrecord.model import Gap
from onrecord.reading import quotes


def found(text: str) -> tuple[list[list[str]], tuple[Gap, ...]]:
    """The words of each quotation, part by part, and the gaps."""
    kept, gaps = quotes.find(analyse(text, headline=None))
    return [[text[start:end] for start, end in quote.inner] for quote in kept], gaps


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We are ready,” she said.", [["We are ready,"]]),
        ('"We are ready," she said.', [["We are ready,"]]),
        ("He said «we go» and went.", [["we go"]]),
        ("‘We are ready,’ she said.", [["We are ready,"]]),
        ("The farmers’ market isn’t open.", []),
        ("“One,” she said. “Two.”", [["One,"], ["Two."]]),
        ("“We are ready.\n\n“It is late.”", [["We are ready.", "It is late."]]),
        ("”We are ready.” ― Ana Kask", [["We are ready."]]),
        ("“They call it “hell” here.” She left.", [["They call it “hell” here."]]),
    ],
)
def test_what_stands_in_marks(text: str, words: list[list[str]]) -> None:
    assert found(text) == (words, ())


def test_a_lost_closing_mark_is_told() -> None:
    kept, gaps = found("“We are ready, said Kask. She left at noon.")
    assert gaps
    assert all(gap.stage for gap in gaps)
    assert not kept or "She left at noon" not in kept[0][0]


@hypothesis_settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.sampled_from("aB .,“”\"'’‘«»\n`"), max_size=120))
def test_any_text_gives_quotations_that_lie_in_it(text: str) -> None:
    kept, _ = quotes.find(analyse(text, headline=None))
    for quote in kept:
        assert 0 <= quote.span[0] < quote.span[1] <= len(text)
        # A part that is nothing but its marks has no words.
        assert 0 < len(quote.inner) <= len(quote.outer)
        for start, end in quote.inner:
            assert any(left <= start < end <= right for left, right in quote.outer)
    spans = [quote.span for quote in kept]
    assert spans == sorted(spans)
