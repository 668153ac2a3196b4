"""Spans looked up by where they lie, against looking at each of them."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.intervals import Intervals, holders

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=12)


@given(SPANS, st.integers(0, 40), st.integers(1, 9))
def test_the_spans_over_a_stretch(spans: list[tuple[int, int]], start: int, length: int) -> None:
    end = start + length
    assert Intervals(spans).over(start, end) == [n for n, (s, e) in enumerate(spans) if s < end and start < e]


@given(SPANS, st.lists(st.integers(0, 40)))
def test_who_holds_a_position(spans: list[tuple[int, int]], positions: list[int]) -> None:
    owned = [(span, number % 3) for number, span in enumerate(spans)]
    for position, owners in holders(owned, positions).items():
        assert owners == {owner for (start, end), owner in owned if start <= position < end}
