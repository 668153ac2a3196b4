"""The line classifier, and the phrases that it knows."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge import debris as known
from onrecord.knowledge.debris import Trees
from onrecord.pages import debris, debris_first, debris_second, traits
from onrecord.pages.blocks import segment
from onrecord.pages.lines import Line
from tests.pages.pages import PARAGRAPHS, page, tree


def html_lines(text: str) -> list[Line]:
    return [Line(block.text, block) for block in segment(tree(text))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Receive free War in Ukraine updates", "newsletter"),
        ("Related Articles", "related"),
        ("Leave a Reply", "comments"),
        ("Your email address will not be published. Required fields are marked *", "comments"),
        ("Back to top button", "navigation"),
        ("Adblocker Detected", "adblock"),
        ("Advertisement", "advertisement"),
        ("Share on Facebook", "share"),
        ("© 2024 Baltic Tide. All rights reserved.", "copyright"),
        ("Published on 12 May 2024", "date"),
        ("By Ebba Lindqvist", "byline"),
        ("Cranes at the harbour (Photo: Jo Berg)", "caption"),
        ("Skip to main content", "navigation"),
    ],
)
def test_sure_phrases(line: str, reason: str) -> None:
    found = known.phrase(line)
    assert found is not None
    assert (found.reason, found.sure) == (reason, True)


@pytest.mark.parametrize(
    "line",
    [
        *PARAGRAPHS,
        "The minister said the advertisement had been withdrawn on Tuesday.",
        "Comments by the minister angered fishermen in Kiruna and beyond.",
        "A photo of the harbour was shared by thousands before police took the post down.",
        "",
    ],
)
def test_sentences_are_no_sure_phrases(line: str) -> None:
    found = known.phrase(line)
    assert found is None or not found.sure


def test_every_phrase_has_a_reason_that_the_classifier_knows() -> None:
    patterns, _ = known._patterns()
    assert {p.phrase.reason for p in patterns} <= set(known.REASONS)


def test_a_line_that_a_sure_phrase_tells_never_stays() -> None:
    lines = [Line("Back to top button"), Line(PARAGRAPHS[0])]
    assert debris.settled(lines, [0.99, 0.99]) == [0.0, 0.99]


@pytest.mark.parametrize("text", ["* * *", "\u200b", "%", "…"])
def test_a_line_without_a_letter_or_number_never_stays(text: str) -> None:
    assert debris.settled([Line(text)], [0.99]) == [0.0]


def test_trees_add_up() -> None:
    # One split on column 1 at 0.5: log-odds 2 to the left, -1 to the right, over a start of 0.5.
    trees = Trees(start=0.5, roots=(0,), feature=(1, -1, -1), value=(0.5, 2.0, -1.0), left=(1, 0, 0), right=(2, 0, 0))
    assert debris.probability(trees, [9.0, 0.5]) == pytest.approx(1 / (1 + math.exp(-2.5)))
    assert debris.probability(trees, [9.0, 0.6]) == pytest.approx(1 / (1 + math.exp(0.5)))


def test_rows_fit_the_shipped_trees() -> None:
    weights = known.weights()
    for kind, lines in (("html", html_lines(page(body="<h1>Ferry halted</h1>"))), ("pasted", [*map(Line, PARAGRAPHS)])):
        own, shut = debris_first.rows(lines, None, weights)
        second = debris_second.rows(lines, own, [0.5] * len(lines), shut)
        for number, rows in (("1", own), ("2", second)):
            (width,) = {len(row) for row, gone in zip(rows, shut) if not gone}
            assert max(weights.trees[f"{kind} {number}"].feature) < width


def test_traits_have_a_name_each() -> None:
    assert len(traits.of_line("A line.")) == len(traits.brief("A line.")) == len(traits.NAMES)


@settings(deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), max_size=12), st.one_of(st.none(), st.text(max_size=40)))
def test_chances_are_chances(texts: list[str], title: str | None) -> None:
    found = debris.chances([Line(text) for text in texts], title)
    assert len(found) == len(texts)
    assert all(0.0 <= chance <= 1.0 for chance in found)
