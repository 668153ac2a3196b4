"""From a page to its clean article: golden pages, errors, the assembled text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tested
from hypothesis import strategies as st

from onrecord.errors import NoArticle, NotText, PageError, TooLarge
from onrecord.model import Extract, Page
from onrecord.pages.article import extract
from onrecord.settings import Settings
from tests.golden_pages import GOLDEN, IDS, gold
from tests.pages.pages import PARAGRAPHS, URL, json_ld, page

HEADLINE = "Rosala ferry halted over cracks in its hull"
EXAMPLES = Path(__file__).parents[2] / "examples"


def of(data: bytes | str, **values: str) -> Extract:
    return extract(Page(source="page.html", data=data, **values), Settings())


def golden(name: str, file: str) -> list[str]:
    """The paragraphs of a golden page as it is read."""
    return of((GOLDEN / name / file).read_bytes()).article.text.split("\n\n")


@pytest.mark.parametrize("file", ["page.html", "pasted.txt"])
@pytest.mark.parametrize("name", IDS)
def test_nothing_of_a_golden_story_is_lost_and_hardly_any_debris_left(name: str, file: str) -> None:
    marked, found = gold(name)["text"].split("\n\n"), golden(name, file)
    assert [p for p in found if p in set(marked)] == marked
    assert len(found) <= len(marked) + 1


@pytest.mark.parametrize("file", ["page.html", "pasted.txt"])
def test_most_golden_stories_are_exact(file: str) -> None:
    exact = sum("\n\n".join(golden(name, file)) == gold(name)["text"] for name in IDS)
    assert exact >= 0.75 * len(IDS)


@pytest.mark.parametrize("name", IDS)
def test_metadata_of_golden_pages(name: str) -> None:
    marked = gold(name)
    found = of((GOLDEN / name / "page.html").read_bytes(), url=marked["url"]).article
    assert found.headline == marked["headline"]
    assert (found.published or "")[:10] == marked["published"][:10]
    assert set(found.bylines) <= {b.split(" in ")[0] for b in marked["bylines"]}
    assert found.site in (marked["site"], None)
    assert found.language == "en" or found.language is None


def test_the_text_is_headline_and_paragraphs_between_blank_lines() -> None:
    found = of(page(json_ld(headline=HEADLINE), f"<h1>{HEADLINE}</h1>"), url=URL).article
    assert found.text == "\n\n".join([HEADLINE, *PARAGRAPHS])
    assert (found.url, found.headline) == (URL, HEADLINE)


def test_a_given_date_wins() -> None:
    text = page(json_ld(headline=HEADLINE, datePublished="2024-05-12"))
    assert of(text).article.published == "2024-05-12"
    found = of(text, published="2024-06-01").article
    assert (found.published, found.published_basis) == ("2024-06-01", "given")


def test_a_repair_is_a_gap_on_the_inserted_mark() -> None:
    lost = "Nobody asked us about the ferry,” said Marta Kvist, who runs the island’s only shop."
    found = of(page(json_ld(headline=HEADLINE)).replace(PARAGRAPHS[2], lost))
    (gap,) = [g for g in found.gaps if g.reason == "repaired"]
    assert gap.span is not None
    assert found.article.text[gap.span[0] :].startswith("“Nobody asked us")
    assert gap.span[1] == gap.span[0] + 1


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", NoArticle, "empty"),
        ("   \n", NoArticle, "empty"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", NoArticle, "no article found"),
        ("Home\nWorld\nSport", NoArticle, "no article found"),
        (b"%PDF-1.7", NotText, "PDF"),
        (b"a" * (8 * 1024 * 1024 + 1), TooLarge, "MAX_BYTES"),
    ],
)
def test_pages_without_an_article_are_one_clear_line(data: bytes | str, error: type[PageError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        of(data)
    assert "\n" not in str(caught.value)


def test_plain_text_is_pasted_text_whatever_it_holds() -> None:
    text = "\n\n".join(
        [HEADLINE, *PARAGRAPHS, "They wrote <p> and </p> and <div> on the wall of the office, police said."]
    )
    assert of(text.encode(), content_type="text/plain").article.text == text


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.html")), ids=lambda p: p.name)
def test_examples_are_read_without_debris(path: Path) -> None:
    found = of(path.read_bytes())
    text = found.article.text.casefold()
    assert found.article.headline
    assert len(found.article.text.split()) > 100
    assert not any(
        words in text for words in ("newsletter", "cookie", "leave a reply", "all rights reserved", "share on")
    )


@tested(deadline=None, max_examples=40)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300)),
    st.sampled_from([None, "text/html", "text/plain; charset=x"]),
)
def test_nothing_crashes(data: bytes | str, content_type: str | None) -> None:
    try:
        found = extract(Page(source="x", data=data, content_type=content_type), Settings())
    except PageError as error:
        assert "\n" not in str(error)
        return
    text = found.article.text
    assert all(gap.span is None or 0 <= gap.span[0] < gap.span[1] <= len(text) for gap in found.gaps)


def test_a_short_text_is_sent_to_the_way_that_takes_it_whole() -> None:
    with pytest.raises(NoArticle, match="--text"):
        extract(Page(source="-", data="Ferries stop"), Settings())
