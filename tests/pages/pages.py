"""Pages for tests, put together from their parts; all invented."""

import json

from lxml.html import HtmlElement

from onrecord.model import Metadata
from onrecord.pages import html, metadata
from onrecord.pages.around import Around

URL = "https://www.baltictide.example/news/rosala-ferry"
PARAGRAPHS = (
    "The ferry to Rosala was halted on Monday after inspectors found cracks in its hull, the harbour office said.",
    "“We could not let it sail another day,” said Ebba Lindqvist, the harbour master, who ordered the inspection.",
    "About 140 people live on the island all year. The next ship that could take cars is in a yard in Turku.",
    "The owner, Norrskär Lines, denied that it had known of the cracks, and said repairs would take three weeks.",
    "Fishermen offered to carry food and post until then. A doctor will fly in twice a week, the region promised.",
)


def page(head: str = "", body: str = "", *, lang: str = "en") -> str:
    """A page with a story of five paragraphs under whatever stands in `body`."""
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><main>{body}'
        f'<div class="article-body">{story}</div></main></body></html>'
    )


def json_ld(**values: object) -> str:
    """A JSON-LD script of a news article."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(**values: str) -> str:
    """Meta elements; a double underscore stands for a colon."""
    return "".join(f'<meta property="{k.replace("__", ":")}" content="{v}">' for k, v in values.items())


def tree(text: str) -> HtmlElement:
    """The parsed page."""
    found = html.parse(text)
    assert found is not None
    return found


def metadata_of(head: str = "", body: str = "", *, url: str | None = URL, above: tuple[str, ...] = ()) -> Metadata:
    """The metadata of such a page; `above` are the lines above its body."""
    return metadata.from_html(tree(page(head, body)), url, Around(above=above))
