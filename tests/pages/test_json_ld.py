"""JSON-LD objects of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import json_ld
from tests.pages.pages import json_ld as script
from tests.pages.pages import page, tree


def nodes(*scripts: str) -> list[json_ld.Node]:
    return json_ld.nodes(
        tree("".join(f'<script type="application/ld+json">{s}</script>' for s in scripts) + "<p>x</p>")
    )


def test_outer_before_inner_and_lists_last() -> None:
    found = nodes('{"@type": "A", "hasPart": [{"@type": "C"}], "author": {"@type": "B"}}', '{"@type": "D"}')
    assert [json_ld.types(n) for n in found] == [("A",), ("B",), ("D",), ("C",)]


def test_other_scripts_are_not_read() -> None:
    assert json_ld.nodes(tree('<script>{"@type": "A"}</script><p>x</p>')) == []


def test_deep_nesting_ends() -> None:
    assert nodes("[" * 100_000 + "]" * 100_000) == []


def test_the_article_without_address_is_the_first_that_tells_anything() -> None:
    found = nodes(
        '{"@type": "NewsArticle"}',
        '{"@type": "BlogPosting", "headline": "One"}',
        '{"@type": "Article", "headline": "Two"}',
    )
    assert json_ld.article(found, [])["headline"] == "One"
    assert json_ld.article(nodes('{"@type": "Person", "name": "Jo Berg"}'), []) == {}


def test_addresses_are_compared_without_their_dress() -> None:
    assert json_ld.address_key("https://www.paper.example/a/?x=1#y") == json_ld.address_key("http://paper.example/a")


def test_the_body_that_the_page_tells() -> None:
    assert json_ld.body(tree(page(script(articleBody="<p>One.</p>\n\nTwo  words.")))) == ["One.", "Two words."]


@pytest.mark.parametrize("told", [script(headline="One"), script(articleBody=" "), script(articleBody=["One."])])
def test_no_body_is_told(told: str) -> None:
    assert json_ld.body(tree(page(told))) == []


@given(st.text(max_size=200))
def test_no_script_crashes(text: str) -> None:
    found = nodes(text.replace("<", ""))
    assert json_ld.article(found, [text]) is not None
