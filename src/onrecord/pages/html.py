"""HTML to a draft of the article: blocks, the classifier's choice among them, JSON-LD's text where it fails."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from onrecord.model import Metadata
from onrecord.pages import debris, json_ld, metadata, orphans, reasons
from onrecord.pages.around import around
from onrecord.pages.blocks import Block, segment
from onrecord.pages.drafts import Draft
from onrecord.pages.lines import Line

TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|article|main|section|table|p|span|h1)\b", re.I)
CLOSED = re.compile(r"</(?:p|div|span|a|h[1-6]|li|ul|body|html|title|article|td)\s*>", re.IGNORECASE)
CLOSED_TAGS = 3
HEAD = 20_000
LEAST = 0.5  # chance from which a block is of the article
FEW_WORDS = 60  # below this JSON-LD's text is weighed
FEWEST_TOLD = 30  # words of JSON-LD's text: a shorter one is a teaser
CARRIES_ON = re.compile(r"[a-z,;“‘(]")


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: it opens with a tag or closes several."""
    head = text[:HEAD]
    if TAG.match(head.lstrip("\ufeff \t\r\n")):
        return True
    return TAG.search(head) is not None and len(CLOSED.findall(text[: HEAD * 5])) >= CLOSED_TAGS


def draft(text: str, url: str | None) -> Draft:
    """The article of an HTML page; without paragraphs where there is none."""
    tree = parse(text)
    if tree is None:
        return Draft(metadata=Metadata(), paragraphs=(), removed=())
    blocks = segment(tree)
    lines = [Line(block.text, block) for block in blocks]
    named = title(tree, blocks)
    kept = [chance >= LEAST for chance in debris.chances(lines, named)]
    kept = orphans.without([block.text for block in blocks], kept)
    found = metadata.from_html(tree, url, around([block.text for block in blocks], kept))
    found = found if found.headline else _with_title(found, named)
    kept = _without_headline(lines, kept, found.headline)
    paragraphs = _joined([block for block, keep in zip(blocks, kept) if keep])
    paragraphs = _or_told(paragraphs, tree)
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


def _or_told(own: list[str], tree: HtmlElement) -> list[str]:
    """Our paragraphs; JSON-LD's where ours have few words and it has twice as many."""
    words = sum(len(p.split()) for p in own)
    if words >= FEW_WORDS:
        return own
    told = json_ld.body(tree)
    return told if sum(len(p.split()) for p in told) >= max(2 * words, FEWEST_TOLD) else own
