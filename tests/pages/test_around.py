"""The lines around a body."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.around import MOST_ABOVE, MOST_BELOW, Around, around


def test_lines_above_and_below() -> None:
    found = around(["a", "b", "story", "c", "story", "d"], [False, False, True, False, True, False])
    assert found == Around(above=("a", "b"), below=("d",))
    assert found.nearest_first == ("b", "a", "d")


def test_before_the_headline() -> None:
    found = Around(above=("menu", "World", "Headline", "By Jo Berg"))
    assert found.before("Headline") == ("World", "menu")
    assert found.before("Headline", 1) == ("World",)
    assert found.before("Another") == found.before(None) == ()


@given(st.lists(st.tuples(st.text(max_size=3), st.booleans()), max_size=120))
def test_no_kept_line_is_above_or_below(lines: list[tuple[str, bool]]) -> None:
    texts = [f"{i}{text}" for i, (text, _) in enumerate(lines)]
    kept = [keep for _, keep in lines]
    found = around(texts, kept)
    assert not {t for t, k in zip(texts, kept) if k} & {*found.above, *found.below}
    assert len(found.above) <= MOST_ABOVE
    assert len(found.below) <= MOST_BELOW
