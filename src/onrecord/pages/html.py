"""HTML to a draft of the article: blocks, the classifier's choice among them, other engines where it fails."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.model import Metadata
from onrecord.pages import debris, engines, metadata, orphans, reasons
from onrecord.pages.around import around
from onrecord.pages.blocks import Block, segment
from onrecord.pages.drafts import Draft
from onrecord.pages.lines import Line

TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|article|main|section|table|p|span|h1)\b", re.I)
CLOSED = re.compile(r"</(?:p|div|span|a|h[1-6]|li|ul|body|html|title|article|td)\s*>", re.IGNORECASE)
CLOSED_TAGS = 3
HEAD = 20_000
LEAST = 0.5  # chance from which a block is of the article
FEW_WORDS = 60  # below this other engines are asked
CARRIES_ON = re.compile(r"[a-z,;“‘(]")


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: it opens with a tag or closes several."""
    head = text[:HEAD]
    if TAG.match(head.lstrip("\ufeff \t\r\n")):
        return True
    return TAG.search(head) is not None and len(CLOSED.findall(text[: HEAD * 5])) >= CLOSED_TAGS


def draft(text: str, url: str | None, deadline: float) -> Draft:
    """The article of an HTML page; without paragraphs where there is none. `deadline` on the monotonic clock."""
    tree = parse(text)
    if tree is None:
        return Draft(metadata=Metadata(), paragraphs=(), removed=())
    blocks = segment(tree)
    lines = [Line(block.text, block) for block in blocks]
    named = title(tree, blocks)

    def ask() -> str:
        return "\n".join(engines.trafilatura_body(text, blocks)) if time.monotonic() < deadline else ""

    kept = [chance >= LEAST for chance in debris.chances(lines, named, ask)]
    kept = orphans.without([block.text for block in blocks], kept)
    found = metadata.from_html(tree, url, around([block.text for block in blocks], kept))
    found = found if found.headline else _with_title(found, named)
    kept = _without_headline(lines, kept, found.headline)
    paragraphs = _joined([block for block, keep in zip(blocks, kept) if keep])
    if sum(len(p.split()) for p in paragraphs) < FEW_WORDS and time.monotonic() < deadline:
        paragraphs = _other_engines(text, tree, blocks, paragraphs)
    there = set(paragraphs)
    removed = tuple(r for r in reasons.of_lines(lines, kept, found.headline) if r.line not in there)
    return Draft(metadata=found, paragraphs=tuple(paragraphs), removed=removed)


def parse(text: str) -> HtmlElement | None:
    """The tree of a page; None where nothing can be made of it."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def title(tree: HtmlElement, blocks: Sequence[Block]) -> str | None:
    """What the page calls itself: og:title, else its first h1, else its title element."""
    for element in tree.iter("meta"):
        if element.get("property") == "og:title" and (element.get("content") or "").strip():
            return " ".join(element.get("content", "").split())[:500]
    first = next((b.text for b in blocks if b.context.tag == "h1"), None)
    return (first or " ".join((tree.findtext(".//title") or "").split()))[:500] or None


def _with_title(found: Metadata, named: str | None) -> Metadata:
    return replace(found, headline=named, headline_basis="text" if named else None)


def _without_headline(lines: Sequence[Line], kept: Sequence[bool], headline: str | None) -> list[bool]:
    named = reasons.fold(headline or "")
    return [k and not (named and reasons.fold(line.text) == named) for k, line in zip(kept, lines)]


def _joined(blocks: Sequence[Block]) -> list[str]:
    """The paragraphs; what only a line break cut in mid sentence is one again."""
    out: list[str] = []
    for i, block in enumerate(blocks):
        same = i > 0 and block.broken and block.context is blocks[i - 1].context
        if same and CARRIES_ON.match(block.text) and not out[-1].endswith((".", "!", "?", ":", "”", '"')):
            out[-1] += " " + block.text
        else:
            out.append(block.text)
    return out


def _other_engines(text: str, tree: HtmlElement, blocks: Sequence[Block], own: Sequence[str]) -> list[str]:
    """The longest of our paragraphs, JSON-LD's and trafilatura's; ours unless another has twice as much."""
    words = sum(len(p.split()) for p in own)
    best = list(own)
    for other in (engines.json_ld_body(tree), engines.trafilatura_body(text, blocks)):
        count = sum(len(p.split()) for p in other)
        if count >= max(2 * words, 30):
            best, words = other, count
    return best
