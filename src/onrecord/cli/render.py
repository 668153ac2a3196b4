"""A record as an analyst reads it in a terminal: article, claims, events, timeline, places, gaps."""

import re
from collections.abc import Iterator

from onrecord.cli.layout import FAINT, Block, address, empty, flat, heading, line, safe
from onrecord.cli.render_claims import claims
from onrecord.cli.render_events import events
from onrecord.cli.render_times import gaps, places, timeline
from onrecord.exports.wording import BASES
from onrecord.model import Article, Record, Removed

BLANK_LINES = re.compile(r"\n\s*\n")
GUTTER = 7


def record_blocks(record: Record) -> Iterator[Block]:
    """All of a record."""
    yield from header(record.article)
    yield from body(record.article)
    yield from claims(record)
    yield from events(record)
    yield from timeline(record)
    yield from places(record)
    yield from gaps(record)


def header(article: Article) -> Iterator[Block]:
    """The headline, and the line of byline, site, section and date with the basis of the date."""
    yield line((flat(article.headline or "(no headline)"), "bold"))
    by = "By " + ", ".join(map(flat, article.bylines)) if article.bylines else ""
    known = [by, *(flat(part) for part in (article.site, article.section) if part)]
    if credit := " · ".join(part for part in known if part):
        yield line(credit)
    yield line(*_date(article))
    if article.url:
        yield address(article.url)


def _date(article: Article) -> list[str | tuple[str, str]]:
    if article.published is None:
        return [
            ("No date found. ", "yellow"),
            ("Relative dates stay open; give one with --published DATE.", FAINT),
        ]
    basis = f"  ({BASES[article.published_basis]})" if article.published_basis else ""
    return [flat(article.published).replace("T", " "), (basis, FAINT)]


def body(article: Article) -> Iterator[Block]:
    """The paragraphs after the headline, each behind the offset where it begins."""
    headline = article.headline or ""
    begin = len(headline) if headline and article.text.startswith(headline) else 0
    for start, paragraph in _paragraphs(article.text, begin):
        yield empty()
        yield line(safe(paragraph), indent=f"{start:>{GUTTER - 2}}  ", rest=" " * GUTTER)


def _paragraphs(text: str, begin: int) -> Iterator[tuple[int, str]]:
    ends = [(found.start(), found.end()) for found in BLANK_LINES.finditer(text, begin)]
    starts = [begin, *(end for _, end in ends)]
    for start, end in zip(starts, [*(start for start, _ in ends), len(text)]):
        if paragraph := text[start:end].strip():
            yield text.index(paragraph, start), paragraph


def removed_blocks(removed: tuple[Removed, ...]) -> Iterator[Block]:
    """The lines that went from the page, each with its reason."""
    yield from heading("Removed", f"{len(removed)} lines of the page that are not of the article")
    wide = max((len(flat(one.reason)) for one in removed), default=0) + 2
    for one in removed:
        yield line(flat(one.line), indent=f"  {flat(one.reason):<{wide}}", rest=" " * (wide + 2))
    if not removed:
        yield line(("  Nothing.", FAINT))
