"""What a page says of its article: headline, bylines, section, site, date, language, each with where it was read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.model import Basis, Metadata
from onrecord.pages import bylines, dates, json_ld, sections, titles, visible
from onrecord.pages.around import MOST_ABOVE, Around
from onrecord.pages.json_ld import Node

DATE_METAS = tuple(
    "article:published_time datepublished article:published og:article:published_time og:published_time"
    " parsely-pub-date sailthru.date publishdate publish-date publish_date pubdate pub_date publication_date"
    " publicationdate published_time published_date published-date date.published dc.date.issued dcterms.created"
    " dcterms.date dc.date dc.date.created originalpublicationdate citation_publication_date citation_date"
    " article.published article_date_original cxenseparse:recs:publishtime cre.publishdate rnews:datepublished"
    " displaydate ptime pdate date created article.created timestamp".split()
)
AUTHOR_METAS = tuple(
    "author article:author article:author_name parsely-author sailthru.author sailthru.byline_name byl byline"
    " dc.creator dcterms.creator dc.creator.name citation_author authors cxenseparse:author rbauthors creator".split()
)
SECTION_METAS = tuple(
    "article:section parsely-section section og:section sailthru.section cxenseparse:recs:category dc.subject".split()
)
TITLE_METAS = tuple("og:title twitter:title parsely-title sailthru.title dc.title title headline".split())
LONGEST_SECTION = 80
LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page's own words about itself: meta values by name, JSON-LD objects, the article's one among them."""

    tree: HtmlElement
    url: str | None
    metas: dict[str, list[str]]
    nodes: list[Node]
    article: Node
    around: Around

    @property
    def host(self) -> str:
        """The page's host without www; "" where it names no address."""
        return (urlsplit(self.url or "").hostname or "").removeprefix("www.")


def from_html(tree: HtmlElement, url: str | None, around: Around) -> Metadata:
    """The metadata of an HTML page. `around`: the visible lines around the body, the last resort."""
    metas = _metas(tree)
    nodes = json_ld.nodes(tree)
    addresses = [url or "", *metas.get("og:url", []), *_canonical(tree)]
    article = json_ld.article(nodes, addresses)
    page = _Page(tree=tree, url=url or next((a for a in addresses if a), None), metas=metas, nodes=nodes,
                 article=article, around=around)  # fmt: skip
    site, site_basis = _site(page)
    headline, headline_basis = _headline(page, site)
    writers, writers_basis = _bylines(page, site)
    section, section_basis = _section(page, headline)
    published, published_basis = _published(page)
    return Metadata(
        headline=headline, headline_basis=headline_basis, bylines=writers, bylines_basis=writers_basis,
        section=section, section_basis=section_basis, site=site, site_basis=site_basis,
        published=published, published_basis=published_basis, language=_language(page),
    )  # fmt: skip


def from_lines(around: Around, headline: str | None) -> Metadata:
    """The byline, date and section that a pasted text shows around its body; all else None."""
    near = around.nearest_first
    writers = _opening_by(near, None)
    published = visible.day(near)
    section = sections.above_headline(around.before(headline, MOST_ABOVE))
    return Metadata(
        headline=headline, headline_basis="text" if headline else None,
        bylines=writers, bylines_basis="text" if writers else None,
        published=published, published_basis="text" if published else None,
        section=section, section_basis="text" if section else None,
    )  # fmt: skip


def _metas(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _canonical(tree: HtmlElement) -> list[str]:
    return [e.get("href") or "" for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"]


def _first(page: _Page, names: Sequence[str]) -> str | None:
    return next((" ".join(page.metas[n][0].split()) for n in names if n in page.metas), None)


def _text(value: object) -> str:
    """A JSON-LD value as one line: a text, or the name of an object."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, str)), "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _site(page: _Page) -> tuple[str | None, Basis | None]:
    found = [(name.partition(" | ")[0].strip(" @"), basis) for name, basis in _sites(page) if name and "//" not in name]
    first = next((one for one in found if _is_of_host(one[0], page.host)), found[0] if found else None)
    if first is None:
        return None, None
    name, basis = first
    return (name[:1].upper() + name[1:] if name.startswith("the ") else name), basis


def _is_of_host(name: str, host: str) -> bool:
    """Whether a site's name is told by its address: a word of it, or the first letters of all."""
    address = re.sub(r"\W", "", host.rpartition(".")[0])
    words = [word for word in re.findall(r"\w+", name.lower()) if word != "the"]
    initials = "".join(word[0] for word in words)
    return any(len(word) > 3 and word in address for word in words) or (len(words) > 1 and initials in address)


def _sites(page: _Page) -> Iterator[tuple[str | None, Basis]]:
    """What the page calls its site, the best first."""
    publishers = json_ld.resolved(page.article.get("publisher"), page.nodes)
    yield next((n for n in map(_text, publishers) if n), None), "json-ld"
    yield _first(page, ("og:site_name",)), "meta"
    yield next((_text(n) for n in page.nodes if "WebSite" in json_ld.types(n) and _text(n)), None), "json-ld"
    yield _first(page, ("application-name", "apple-mobile-web-app-title", "dc.publisher")), "meta"
    yield (
        titles.site_in(_title(page), page.host, _first(page, TITLE_METAS) or _text(page.article.get("headline"))),
        "text",
    )


def _title(page: _Page) -> str:
    return " ".join((page.tree.findtext(".//title") or "").split())


def _headline(page: _Page, site: str | None) -> tuple[str | None, Basis | None]:
    found = [t for t in _titles(page) if t.text]
    sites = [s for s in (site, *page.metas.get("og:site_name", []), page.host, page.host.split(".")[0]) if s]
    texts = [t.text for t in found]
    plain = [
        titles.Title(
            text=titles.without_site(t.text, sites, [o for o in texts if o != t.text]), basis=t.basis, heading=t.heading
        )
        for t in found
    ]
    best = titles.best([t for t in plain if t.text], page.around.nearest_first)
    return (best.text, best.basis) if best else (None, None)


def _titles(page: _Page) -> Iterator[titles.Title]:
    for element in page.tree.iter("h1"):
        yield titles.Title(text=" ".join(element.text_content().split()), basis="text", heading=True)
    for key in ("headline", "name"):
        yield titles.Title(text=_text(page.article.get(key)), basis="json-ld")
    for name in TITLE_METAS:
        if name in page.metas:
            yield titles.Title(text=" ".join(page.metas[name][0].split()), basis="meta")
    yield titles.Title(text=_title(page), basis="text")


def _bylines(page: _Page, site: str | None) -> tuple[tuple[str, ...], Basis | None]:
    """Who is declared; where the page shows some of them only, or more, those whom it shows."""
    given = [v for name in AUTHOR_METAS for v in page.metas.get(name, []) if not v.startswith("http")]
    in_metas = next((found for found in (bylines.names([v], site) for v in given) if found), ())
    declared = json_ld.resolved(page.article.get("author"), page.nodes)
    persons = [_text(a) for a in declared if not (isinstance(a, dict) and "Organization" in json_ld.types(a))]
    found: tuple[str, ...] = bylines.names(persons, site, loose=True)
    basis: Basis = "json-ld"
    if not found or _beyond(in_metas, found):
        found, basis = in_metas, "meta"
    shown = visible.writers(page.tree, (*page.around.above, *page.around.below), site)
    names = shown.names or _opening_by(page.around.nearest_first, site)
    fewer = _beyond(found, names) and not (shown.more and {*found} <= {*shown.more})
    if names and (not found or fewer or (shown.sure and _beyond(names, found))):
        return names, "text"
    return found, basis if found else None


def _beyond(more: Sequence[str], fewer: Sequence[str]) -> bool:
    """Whether one byline has all names of another and others."""
    return {bylines.fold(n) for n in more} > {bylines.fold(n) for n in fewer}


def _opening_by(lines: Sequence[str], site: str | None) -> tuple[str, ...]:
    """The names in the first line that opens with "By"."""
    told = [line for line in lines if len(line) < 160 and bylines.opens(line)]
    return next((found for found in (bylines.names([line], site, strict=True) for line in told) if found), ())


def _section(page: _Page, headline: str | None) -> tuple[str | None, Basis | None]:
    declared = sections.told(_text(page.article.get("articleSection"))[:LONGEST_SECTION])
    if declared:
        return declared, "json-ld"
    declared = sections.told((_first(page, SECTION_METAS) or "")[:LONGEST_SECTION])
    if declared:
        return declared, "meta"
    shown = sections.above_headline(page.around.before(headline, MOST_ABOVE))
    return (shown, "text") if shown else (None, None)


def _published(page: _Page) -> tuple[str | None, Basis | None]:
    for value, basis in _dates(page):
        if value:
            return _local_day(value, basis, page)
    return None, None


def _dates(page: _Page) -> Iterator[tuple[str | None, Basis]]:
    """The dates of publication that a page gives, the best first."""
    for node in (page.article, *page.nodes):
        yield dates.of_machine(_text(node.get("datePublished"))), "json-ld"
    for name in DATE_METAS:
        yield next((d for d in map(dates.of_machine, page.metas.get(name, [])) if d), None), "meta"
    tagged, in_url = visible.date(page.tree, page.around.nearest_first), dates.of_url(page.url)
    agreed = tagged if tagged and (in_url is None or tagged[:7] == in_url[:7]) else None
    yield agreed, "time-tag"  # another page's time tag is likelier than a wrong address
    yield in_url, "url"
    yield visible.day(page.around.nearest_first), "text"


def _local_day(value: str, basis: Basis, page: _Page) -> tuple[str, Basis]:
    """The page's own day where `value` is a time of day in UTC and the page shows the day beside it."""
    in_url, shown = dates.of_url(page.url), visible.day(page.around.nearest_first)
    if in_url:
        return (in_url, "url") if dates.same_moment(value, in_url) else (value, basis)
    if shown and shown[:10] < value[:10] and dates.same_moment(value, shown[:10]):
        return shown[:10], "text"
    return value, basis


def _language(page: _Page) -> str | None:
    html = page.tree if page.tree.tag == "html" else page.tree.getroottree().getroot()
    given = (html.get("lang") or html.get("xml:lang") or _text(page.article.get("inLanguage"))
             or (page.metas.get("og:locale") or [""])[0])  # fmt: skip
    match = LANGUAGE.match(given.strip().lower())
    return match[0] if match else None
