"""JSON-LD of a page: its objects, and the one that describes the article (schema.org)."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

LARGEST = 1_000_000  # characters of one script
MOST_NODES = 4_000
ARTICLE = re.compile(r"(?:Article|Posting|BlogPost|Report|Review)$")
LISTS = frozenset(("itemListElement", "comment", "relatedLink", "hasPart", "mentions", "citation", "review", "about"))
WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
TAGS = re.compile(r"<[^<>]{1,200}>")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")

Node = Mapping[str, Any]


def nodes(tree: HtmlElement) -> list[Node]:
    """Every JSON-LD object of the page, outer before inner; what stands in lists of other pages comes last.

    References by "@id" are not followed; `resolved` does that.
    """
    found: list[Node] = []
    later: list[Node] = []
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        for node, listed in _walk(_parsed(element.text_content() or "")):
            (later if listed else found).append(node)
            if len(found) + len(later) >= MOST_NODES:
                return found + later
    return found + later


def _parsed(text: str) -> Any:
    text = WRAPPED.sub("", text[:LARGEST]).strip().rstrip(";")
    for attempt in (text, TRAILING_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(data: Any) -> Iterator[tuple[Node, bool]]:
    todo: list[tuple[Any, bool]] = [(data, False)]
    while todo:
        at, listed = todo.pop(0)
        if isinstance(at, dict):
            yield at, listed
            todo += [(value, listed or key in LISTS) for key, value in at.items() if isinstance(value, (dict, list))]
        elif isinstance(at, list):
            todo += [(value, listed) for value in at]


def types(node: Node) -> tuple[str, ...]:
    """The types of a node without their namespace."""
    return tuple(str(t).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for t in as_list(node.get("@type")))


def as_list(value: Any) -> list[Any]:
    """A value that may be one or many, as many."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def article(found: Sequence[Node], addresses: Sequence[str]) -> Node:
    """The node of the page's article: the one that names this page's address, else the first; empty if none."""
    mine = [node for node in found if any(ARTICLE.search(t) for t in types(node)) and _tells(node)]
    wanted = {address_key(a) for a in addresses if a}
    here = (node for node in mine if wanted & {address_key(a) for a in _addresses(node)})
    return next(here, mine[0] if mine else {})


def _tells(node: Node) -> bool:
    return any(node.get(key) for key in ("headline", "name", "datePublished", "author"))


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in as_list(node.get(key)):
            if isinstance(value, str):
                yield value
            elif isinstance(value, dict):
                yield from (value[k] for k in ("@id", "url") if isinstance(value.get(k), str))


def address_key(address: str) -> str:
    """An address without scheme, www, query, fragment and last slash, to tell whether two are of one page."""
    plain = re.sub(r"^[a-z]+://(?:www\.)?", "", address.strip().lower())
    return re.split(r"[?#]", plain)[0].rstrip("/")


def resolved(value: Any, found: Sequence[Node]) -> list[Any]:
    """The values of a property; a bare reference {"@id": …} is replaced with the node that it names."""
    out: list[Any] = []
    for one in as_list(value):
        bare = isinstance(one, dict) and "name" not in one and isinstance(one.get("@id"), str)
        named = next((n for n in found if n.get("@id") == one["@id"] and n.get("name")), one) if bare else one
        out.append(named)
    return out


def body(tree: HtmlElement) -> list[str]:
    """The paragraphs of the first articleBody; none where the page tells none."""
    told = (node.get("articleBody") for node in nodes(tree))
    text = next((t for t in told if isinstance(t, str) and t.strip()), "")
    folded = (" ".join(line.split()) for line in TAGS.sub(" ", text).splitlines())
    return [line for line in folded if line]
