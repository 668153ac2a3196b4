"""What a page says of its article, and where each value was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Metadata
from onrecord.pages import metadata
from onrecord.pages.around import Around
from tests.pages.pages import json_ld, meta, metadata_of, page, tree

TITLE = "Rosala ferry halted over cracks in hull"


def test_a_page_that_says_nothing_gives_nothing() -> None:
    assert metadata.from_html(tree("<p>Words.</p>"), None, Around()) == Metadata()


def test_json_ld_comes_first() -> None:
    found = metadata_of(
        json_ld(
            headline=TITLE,
            author={"@type": "Person", "name": "Ebba Lindqvist"},
            datePublished="2024-05-12T10:41:00+03:00",
            dateModified="2024-05-13T10:41:00+03:00",
            articleSection="Islands",
            publisher={"@type": "Organization", "name": "Baltic Tide"},
        )
        + meta(og__title="Other", article__published_time="2020-01-01", article__section="News", og__site_name="BT")
    )
    assert (found.headline, found.headline_basis) == (TITLE, "json-ld")
    assert (found.bylines, found.bylines_basis) == (("Ebba Lindqvist",), "json-ld")
    assert (found.published, found.published_basis) == ("2024-05-12T10:41:00+03:00", "json-ld")
    assert (found.section, found.section_basis) == ("Islands", "json-ld")
    assert (found.site, found.site_basis) == ("Baltic Tide", "json-ld")
    assert found.language == "en"


def test_meta_elements_come_next() -> None:
    found = metadata_of(
        meta(og__title=f"{TITLE} | Baltic Tide", og__site_name="Baltic Tide", article__section="Islands")
        + meta(article__published_time="2024-05-12T10:41:00Z", author="Ebba Lindqvist")
    )
    assert (found.headline, found.headline_basis) == (TITLE, "meta")
    assert (found.bylines, found.bylines_basis) == (("Ebba Lindqvist",), "meta")
    assert (found.published, found.published_basis) == ("2024-05-12T10:41:00+00:00", "meta")
    assert (found.section, found.section_basis) == ("Islands", "meta")
    assert (found.site, found.site_basis) == ("Baltic Tide", "meta")


# ---------------------------------------------------------------- JSON-LD in its forms


def test_a_graph_with_references_is_followed() -> None:
    head = json_ld(
        **{
            "@graph": [
                {"@type": "WebSite", "name": "Baltic Tide"},
                {"@type": "Article", "headline": TITLE, "author": {"@id": "#ebba"}, "datePublished": "2024-05-12"},
                {"@type": "Person", "@id": "#ebba", "name": "Ebba Lindqvist"},
            ]
        }
    )
    found = metadata_of(head)
    assert found.bylines == ("Ebba Lindqvist",)
    assert (found.site, found.published) == ("Baltic Tide", "2024-05-12")


def test_the_article_of_this_address_is_taken_among_several() -> None:
    other = json_ld(
        headline="Another story", url="https://www.baltictide.example/news/other", datePublished="2020-01-01"
    )
    mine = json_ld(headline=TITLE, mainEntityOfPage={"@id": "http://baltictide.example/news/rosala-ferry/?ref=home"})
    assert metadata_of(other + mine).headline == TITLE


def test_articles_in_lists_of_related_ones_are_not_the_pages() -> None:
    listed = json_ld(
        **{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another story"}]}
    )
    assert metadata_of(listed + json_ld(headline=TITLE)).headline == TITLE


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry halted at Rosala",}</script>',
        '<script type="application/ld+json"><!-- {"@type": "NewsArticle", "headline": "Ferry halted at Rosala"} --></script>',  # noqa: E501
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "headline": "Ferry\nhalted at Rosala"};</script>',  # noqa: E501
        '<script type="application/ld+json">{"@type": "http://schema.org/NewsArticle", "headline": "Ferry halted at Rosala"}'  # noqa: E501
        "</script>",
    ],
)
def test_slightly_broken_json_is_read(script: str) -> None:
    assert metadata_of(script).headline == "Ferry halted at Rosala"


@pytest.mark.parametrize(
    "script", ["{", "[[[[[", "null", '"text"', "{'single': 1}", '{"@type": 3, "author": [1, null]}']
)
def test_broken_json_is_passed_over(script: str) -> None:
    found = metadata_of(f'<script type="application/ld+json">{script}</script>' + meta(og__title=TITLE))
    assert (found.headline, found.headline_basis) == (TITLE, "meta")


# ---------------------------------------------------------------- headline


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | Baltic Tide", f"{TITLE} - Baltic Tide", f"{TITLE} – The Baltic Tide", f"Baltic Tide: {TITLE}",
        f"{TITLE} | baltictide.example", f"{TITLE} » Baltic Tide", f"{TITLE} | Opinion | Baltic Tide", TITLE,
    ],
)  # fmt: skip
def test_the_sites_name_goes(title: str) -> None:
    found = metadata_of(f"<title>{title}</title>" + meta(og__site_name="Baltic Tide"))
    assert found.headline == TITLE


@pytest.mark.parametrize(
    "title", ["Rosala: a ferry and its cracks", "Win - lose - draw on Rosala", "Cracks | what cracks?"]
)
def test_dashes_and_colons_of_the_headline_itself_stay(title: str) -> None:
    assert metadata_of(f"<title>{title}</title>" + meta(og__site_name="Baltic Tide")).headline == title


def test_the_heading_that_agrees_with_another_title_wins() -> None:
    found = metadata_of(
        meta(og__title="Ferry to Rosala halted over cracks in its hull, harbour says"),
        f"<h1>Baltic Tide</h1><h1>{TITLE}</h1>",
    )
    assert (found.headline, found.headline_basis) == (TITLE, "text")


def test_a_heading_of_another_kind_does_not_win() -> None:
    found = metadata_of(json_ld(headline=TITLE), "<h1>Baltic Tide</h1>")
    assert found.headline == TITLE


def test_an_only_heading_right_above_the_body_is_the_headline() -> None:
    title = "The crack that stopped an island"
    found = metadata_of(meta(og__title=TITLE), f"<h1>{title}</h1>", above=(title,))
    assert found.headline == title


# ---------------------------------------------------------------- bylines


@pytest.mark.parametrize(
    "author", ["Baltic Tide", "The Baltic Tide", "Baltic Tide staff", "Reuters", "Newsroom", "admin"]
)
def test_offices_and_agencies_are_no_writers(author: str) -> None:
    found = metadata_of(
        json_ld(author={"@type": "Person", "name": author}, publisher={"name": "Baltic Tide"}) + meta(author=author)
    )
    assert (found.bylines, found.bylines_basis) == ((), None)


def test_organisations_are_no_writers() -> None:
    assert metadata_of(json_ld(author={"@type": "Organization", "name": "Norrskär Lines"})).bylines == ()


@pytest.mark.parametrize(
    "body",
    [
        '<p class="byline">By Ebba Lindqvist and Jo Berg</p>',
        '<div class="article__author"><a href="/authors/ebba">Ebba Lindqvist</a> and <a href="/authors/jo">Jo Berg</a></div>',  # noqa: E501
        '<address>By <a rel="author" href="/e">Ebba Lindqvist</a> and Jo Berg</address><p>By Ebba Lindqvist and Jo Berg</p>',  # noqa: E501
        '<span itemprop="author">Ebba Lindqvist &amp; Jo Berg</span>',
    ],
)
def test_a_byline_that_the_page_shows(body: str) -> None:
    above = ("By Ebba Lindqvist and Jo Berg", "Ebba Lindqvist and Jo Berg", "Ebba Lindqvist & Jo Berg")
    found = metadata_of("", body, above=above)
    assert found.bylines[0] == "Ebba Lindqvist"
    assert found.bylines_basis == "text"


def test_a_byline_elsewhere_on_the_page_is_not_the_articles() -> None:
    body = (
        '<aside><p class="byline">By Jo Berg</p></aside><div class="comment"><span class="author">Jo Berg</span></div>'
    )
    assert metadata_of("", body, above=("By nobody",)).bylines == ()


def test_the_shown_byline_wins_over_a_declared_one_with_more_names() -> None:
    head = json_ld(author=[{"name": "Ebba Lindqvist"}, {"name": "Per Editor Strand"}, {"name": "Jo Berg"}])
    body = '<p class="byline">By <a href="/authors/ebba">Ebba Lindqvist</a></p>'
    found = metadata_of(head, body, above=("By Ebba Lindqvist",))
    assert (found.bylines, found.bylines_basis) == (("Ebba Lindqvist",), "text")


def test_the_declared_byline_wins_over_another_that_is_shown() -> None:
    found = metadata_of(json_ld(author={"name": "Ebba Lindqvist"}), above=("By Jo Berg",))
    assert (found.bylines, found.bylines_basis) == (("Ebba Lindqvist",), "json-ld")


# ---------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("head", "body", "url", "above", "expected"),
    [
        (meta(datePublished="2024-05-12"), "", None, (), ("2024-05-12", "meta")),
        ("", '<time datetime="2024-05-12">12 May</time>', None, ("12 May",), ("2024-05-12", "time-tag")),
        ("", '<time datetime="2020-01-01">Old story</time>', None, ("By Jo Berg",), (None, None)),
        ("", "", "https://paper.example/2024/05/12/ferry", (), ("2024-05-12", "url")),
        ("", "", None, ("12 May 2024", "By Jo Berg"), ("2024-05-12", "text")),
        ("", "", None, ("Updated 13 May 2024", "Published 12 May 2024"), ("2024-05-12", "text")),
        ("", "", None, ("Monday, 1 April 2024", TITLE, "12 May 2024"), ("2024-05-12", "text")),
    ],
)
def test_the_date_and_its_basis(
    head: str, body: str, url: str | None, above: tuple[str, ...], expected: tuple[str | None, str | None]
) -> None:
    found = metadata_of(head, body, url=url, above=above)
    assert (found.published, found.published_basis) == expected


def test_the_papers_own_day_wins_over_the_day_in_utc() -> None:
    head = json_ld(datePublished="2023-12-23T01:48:19Z")
    found = metadata_of(head, url="https://paper.example/2023/12/22/ferry")
    assert (found.published, found.published_basis) == ("2023-12-22", "url")
    found = metadata_of(head, url=None, above=("December 22, 2023 at 8:48 p.m.",))
    assert (found.published, found.published_basis) == ("2023-12-22", "text")


def test_a_date_in_the_future_is_none() -> None:
    assert metadata_of(json_ld(datePublished="2999-01-01")).published is None


# ---------------------------------------------------------------- site, section, language


def test_the_site_from_the_title_where_nothing_else_names_it() -> None:
    found = metadata_of(f"<title>{TITLE} - Baltic Tide</title>" + meta(og__title=TITLE))
    assert (found.site, found.site_basis) == ("Baltic Tide", "text")


@pytest.mark.parametrize(
    ("publisher", "named", "site"),
    [
        ("Associated Press", "Baltic Tide", "Baltic Tide"),
        ("BT News Service", "@baltictide", "baltictide"),
        ("U.S.", "Baltic Tide | Ships and harbours", "Baltic Tide"),
        ("https://baltictide.example", "Baltic Tide", "Baltic Tide"),
        ("Tide Media", "Tidal Flats", "Tide Media"),
    ],
)
def test_the_site_is_the_one_of_the_address(publisher: str, named: str, site: str) -> None:
    text = json_ld(headline=TITLE, publisher={"name": publisher}) + meta(og__site_name=named)
    assert metadata.from_html(tree(page(head=text)), "https://www.baltictide.example/1", Around()).site == site


def test_a_part_of_the_headline_is_no_site() -> None:
    assert metadata_of("<title>Ferry - cracks and all</title>").site is None


def test_the_section_above_the_headline() -> None:
    found = metadata_of(f"<title>{TITLE}</title>", above=("Skip to content", "Environment", TITLE, "By Jo Berg"))
    assert (found.section, found.section_basis) == ("Environment", "text")


@pytest.mark.parametrize(
    ("lang", "expected"), [("en-GB", "en"), ("DE", "de"), ("pt_BR", "pt"), ("", None), ("x", None), ("english", "en")]
)
def test_language(lang: str, expected: str | None) -> None:
    assert metadata.from_html(tree(page(lang=lang)), None, Around()).language == expected


# ---------------------------------------------------------------- pasted lines


def test_lines_of_a_pasted_text() -> None:
    above = ("Baltic Tide", "World", TITLE, "By Ebba Lindqvist in Rosala", "12 May 2024")
    found = metadata.from_lines(Around(above=above), TITLE)
    assert (found.headline, found.headline_basis) == (TITLE, "text")
    assert (found.bylines, found.bylines_basis) == (("Ebba Lindqvist",), "text")
    assert (found.published, found.published_basis) == ("2024-05-12", "text")
    assert (found.section, found.section_basis) == ("World", "text")


def test_lines_that_say_nothing() -> None:
    assert metadata.from_lines(Around(above=("Share", "47")), None) == Metadata()


# ---------------------------------------------------------------- properties


@given(st.text(max_size=300), st.text(max_size=80), st.lists(st.text(max_size=60), max_size=6))
def test_nothing_crashes(script: str, value: str, above: list[str]) -> None:
    head = f'<script type="application/ld+json">{script}</script>' + meta(author=value, og__title=value)
    document = f"<html><head>{head}<title>{value}</title></head><body><h1>{value}</h1></body></html>"
    found = metadata.from_html(tree(document), value, Around(above=tuple(above)))
    assert (found.headline is None) == (found.headline_basis is None)
    assert bool(found.bylines) == (found.bylines_basis is not None)
    assert (found.published is None) == (found.published_basis is None)


@given(st.recursive(st.one_of(st.none(), st.text(max_size=20), st.integers()), lambda inner: st.one_of(
    st.lists(inner, max_size=3),
    st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "author", "name", "headline", "datePublished", "publisher"]),  # noqa: E501
                    inner, max_size=4)), max_leaves=12))  # fmt: skip
def test_no_json_ld_crashes(data: object) -> None:
    metadata_of(
        json_ld(article=data, author=data, headline=data, publisher=data, datePublished=data, articleSection=data)
    )
