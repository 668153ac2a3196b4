"""Windows: every word answered for once, within bounds, from the edges of units where that can be."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import windows

SIZES = st.lists(st.integers(1, 12), min_size=1, max_size=300)


@given(SIZES, st.sets(st.integers(1, 299)), st.sampled_from([46, 94, 158]), st.sampled_from([0, 24, 40]))
def test_every_word_is_answered_for_once_and_windows_are_bounded(
    sizes: list[int], edges: set[int], most: int, context: int
) -> None:
    if context >= most - 12:
        context = 0
    units = sorted({0, *(e for e in edges if e < len(sizes))})
    at = 0
    for window in windows.cut(sizes, units, most, context):
        assert window.start <= window.first == at < window.stop <= len(sizes)
        assert sum(sizes[window.start : window.stop]) <= most
        assert sum(sizes[window.start : window.first]) <= context
        at = window.stop
    assert at == len(sizes)


def test_whole_units_are_kept_together() -> None:
    found = list(windows.cut([1] * 30, [0, 8, 16, 24], most=20, context=0))
    assert [(w.first, w.stop) for w in found] == [(0, 16), (16, 30)]


def test_a_unit_larger_than_a_window_is_cut_where_it_is_full() -> None:
    found = list(windows.cut([2] * 25, [0], most=20, context=0))
    assert [(w.first, w.stop) for w in found] == [(0, 10), (10, 20), (20, 25)]


def test_context_begins_with_a_unit_where_one_is_near() -> None:
    _, second = windows.cut([1] * 40, [0, 20, 25, 30], most=30, context=8)
    assert (second.start, second.first, second.stop) == (25, 30, 40)


def test_no_words_make_no_windows() -> None:
    assert not list(windows.cut([], []))
