"""Other engines: JSON-LD's articleBody and trafilatura, under bounds."""

from onrecord.pages import blocks, engines
from tests.pages.pages import PARAGRAPHS, json_ld, page, tree


def test_the_body_in_json_ld() -> None:
    found = engines.json_ld_body(tree(page(json_ld(articleBody="<p>One.</p>\n\nTwo  words."))))
    assert found == ["One.", "Two words."]


def test_no_body_in_json_ld() -> None:
    assert engines.json_ld_body(tree(page(json_ld(headline="One")))) == []
    assert engines.json_ld_body(tree(page('<script type="application/ld+json">{"articleBody": </script>'))) == []


def test_trafilatura_finds_the_story() -> None:
    text = page()
    assert set(engines.trafilatura_body(text, blocks.segment(tree(text)))) == set(PARAGRAPHS)


def test_pages_beyond_the_bounds_are_not_handed_on() -> None:
    deep = page(body="<div>" * (engines.DEEPEST + 5))
    assert engines.trafilatura_body(deep, blocks.segment(tree(deep))) == []
    assert engines.trafilatura_body("x" * (engines.LARGEST_PAGE + 1), []) == []
