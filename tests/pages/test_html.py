"""HTML pages to their article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.pages import html
from onrecord.pages.drafts import Draft
from tests.pages.pages import PARAGRAPHS, URL, json_ld, page


def draft(text: str) -> Draft:
    return html.draft(text, URL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!doctype html><p>x", True),
        ("  <html>", True),
        ("\ufeff<div>x</div>", True),
        ("Some words <p>one</p><p>two</p><p>three</p>", True),
        ("Some words with a < b and <p> once", False),
        ("Headline\n\nA story about <b>tags</b>.", False),
        ("", False),
    ],
)
def test_what_looks_like_html(text: str, expected: bool) -> None:
    assert html.looks_like_html(text) is expected


def test_the_story_alone_is_left() -> None:
    body = (
        '<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header><h1>Rosala ferry halted over cracks</h1>'  # noqa: E501
        '<figure><img src="f.jpg"><figcaption>The ferry at its quay (Photo: Jo Berg)</figcaption></figure>'
        '<div class="share"><a href="#">Share on Facebook</a></div>'
    )
    after = (
        '<aside class="related"><h3>Related articles</h3><ul><li><a href="/1">Turku yard wins order</a></li></ul></aside>'  # noqa: E501
        '<section id="comments"><h2>Leave a Reply</h2><p>Your email address will not be published.</p></section>'
        "<footer><p>© 2024 Baltic Tide. All rights reserved.</p></footer>"
    )
    text = page(json_ld(headline="Rosala ferry halted over cracks"), body).replace("</main>", after + "</main>")
    found = draft(text)
    assert found.paragraphs == PARAGRAPHS
    assert found.metadata.headline == "Rosala ferry halted over cracks"
    reasons = {r.line: r.reason for r in found.removed}
    assert reasons["The ferry at its quay (Photo: Jo Berg)"] == "caption"
    assert reasons["Related articles"] == "related"
    assert reasons["Leave a Reply"] == "comments"
    assert reasons["Rosala ferry halted over cracks"] == "duplicate headline"


def test_every_line_is_kept_or_removed() -> None:
    text = page(body="<h1>Rosala ferry halted</h1><p>By Jo Berg</p>")
    found = draft(text)
    lines = [*found.paragraphs, *(r.line for r in found.removed)]
    assert sorted(lines) == sorted([*PARAGRAPHS, "Rosala ferry halted", "By Jo Berg"])


def test_paragraphs_cut_by_line_breaks_are_joined_in_mid_sentence_only() -> None:
    first, second = PARAGRAPHS[0].split(" after ")
    text = page().replace(f"<p>{PARAGRAPHS[0]}</p>", f"<div>{first}<br>after {second}<br>{PARAGRAPHS[1]}</div>", 1)
    text = text.replace(f"<p>{PARAGRAPHS[1]}</p>", "")
    assert draft(text).paragraphs == PARAGRAPHS


@pytest.mark.parametrize("text", ["<", "<html>", "<html></html>", "<!-- -->", "<p></p>", "<script>x</script>"])
def test_a_page_without_text_gives_an_empty_draft(text: str) -> None:
    assert draft(text).paragraphs == ()


def test_where_we_find_little_the_text_in_json_ld_is_taken() -> None:
    told = "\n".join(PARAGRAPHS)
    text = "<html><head>" + json_ld(articleBody=told) + "</head><body><div id='app'><p>Loading…</p></div></body></html>"
    assert draft(text).paragraphs == PARAGRAPHS


def test_a_teaser_in_json_ld_takes_no_storys_place() -> None:
    assert draft(page(json_ld(articleBody="The ferry was halted."))).paragraphs == PARAGRAPHS


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="<>/pdivah1 ulbr=\"'xyzé.,&;!-“”\n", max_size=400))
def test_no_markup_crashes(text: str) -> None:
    found = draft("<html>" + text)
    assert all(p == " ".join(p.split()) for p in found.paragraphs)
