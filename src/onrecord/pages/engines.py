"""Other ways to an article where our own finds too little: JSON-LD's articleBody, trafilatura; bounded."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from onrecord.pages.blocks import Block

LARGEST_JSON = 1_000_000
LARGEST_PAGE = 2_000_000  # characters
MOST_BLOCKS = 6_000
DEEPEST = 200  # trafilatura walks trees by recursion
TAGS = re.compile(r"<[^<>]{1,200}>")


def json_ld_body(tree: HtmlElement) -> list[str]:
    """The paragraphs of JSON-LD's articleBody; none where the page has none."""
    for element in tree.iter("script"):
        text = element.text or ""
        if "ld+json" not in (element.get("type") or "") or '"articleBody"' not in text[:LARGEST_JSON]:
            continue
        try:
            data = json.loads(text[:LARGEST_JSON], strict=False)
        except (ValueError, RecursionError):
            continue
        body = next(_bodies(data), "")
        if body:
            return _paragraphs(TAGS.sub(" ", body))
    return []


def _bodies(data: Any) -> Iterator[str]:
    todo = [data]
    while todo:
        at = todo.pop()
        if isinstance(at, dict):
            if isinstance(at.get("articleBody"), str):
                yield at["articleBody"]
            todo += at.values()
        elif isinstance(at, list):
            todo += at


def trafilatura_body(text: str, blocks: Sequence[Block]) -> list[str]:
    """The paragraphs that trafilatura finds; none where it finds none or the page is beyond its bounds."""
    if len(text) > LARGEST_PAGE or len(blocks) > MOST_BLOCKS:
        return []
    if max((block.context.depth for block in blocks), default=0) > DEEPEST:
        return []
    from trafilatura import extract  # noqa: PLC0415  most pages never need it, and it is slow to import

    found = extract(text, fast=True, include_comments=False, include_tables=True, deduplicate=False)
    return _paragraphs(found or "")


def _paragraphs(text: str) -> list[str]:
    folded = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in folded if line]
