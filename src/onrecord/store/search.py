"""Finds the pages that hold some words, and in each of them the best place to show."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, text

from onrecord.model import Spans
from onrecord.store.index import CLOSE, OPEN
from onrecord.store.kept import Hit, Kept
from onrecord.store.words import query

SNIPPET = 240

# A word counts once in the text, two more in a claim, eight more in the headline: set by hand, not measured.
RANK = "bm25(words, 8.0, 1.0, 2.0)"
PAGES = text(f"""
    WITH found AS (SELECT rowid AS page, {RANK} AS rank FROM words WHERE words MATCH :query)
    SELECT page FROM found
    WHERE :after IS NULL OR (rank, page) > (SELECT rank, page FROM found WHERE page = :after)
    ORDER BY rank, page LIMIT :limit
""")  # noqa: S608  RANK is the constant above
TEXTS = text(
    "SELECT rowid AS page, highlight(words, 0, :open, :close) AS headline,"
    " highlight(words, 1, :open, :close) AS text"
    " FROM words WHERE words MATCH :query AND rowid IN :pages"
).bindparams(bindparam("pages", expanding=True))
CLAIMS = text(
    "SELECT claims.page, claims.claim, claims.speaker, claims.start, claims.stop,"
    " highlight(claim_words, 1, :open, :close) AS content, bm25(claim_words) AS rank"
    " FROM claim_words JOIN claims ON claims.number = claim_words.rowid"
    " WHERE claim_words MATCH :query AND claims.page IN :pages ORDER BY rank DESC, claims.number DESC"
).bindparams(bindparam("pages", expanding=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The best place in one page, by the page's number."""

    page: int
    snippet: str
    marks: Spans
    claim: str | None = None
    speaker: str | None = None
    span: tuple[int, int] | None = None

    def hit(self, kept: Kept) -> Hit:
        """The place with what is known of its page."""
        return Hit(
            kept=kept,
            snippet=self.snippet,
            marks=self.marks,
            claim=self.claim,
            speaker=self.speaker,
            span=self.span,
        )


def find(connection: Connection, words: str, *, limit: int, after: int | None) -> tuple[Place, ...]:
    """The places, the best page first; a claim that holds all of the words goes before the bare text."""
    wanted = query(words)
    if wanted is None:
        return ()
    ranked = connection.execute(PAGES, {"query": wanted, "after": after, "limit": limit}).scalars().all()
    if not ranked:
        return ()
    asked = {"query": wanted, "pages": ranked, "open": OPEN, "close": CLOSE}
    texts = {row.page: _in_text(row.page, row.headline, row.text) for row in connection.execute(TEXTS, asked)}
    claims = {}
    for row in connection.execute(CLAIMS, asked):
        snippet, marks = unmark(row.content)
        place = Place(page=row.page, snippet=snippet, marks=marks, claim=row.claim, speaker=row.speaker or None)
        claims[row.page] = replace(place, span=(row.start, row.stop))
    return tuple(claims.get(page, texts[page]) for page in ranked)


def _in_text(page: int, headline: str, marked: str) -> Place:
    whole, marks = unmark(marked)
    if not marks:
        snippet, marks = unmark(headline)
        return Place(page=page, snippet=snippet, marks=marks)
    start, end = window(whole, marks)
    inside = tuple((s - start, e - start) for s, e in marks if start <= s and e <= end)
    return Place(page=page, snippet=whole[start:end], marks=inside, span=(start, end))


def unmark(marked: str) -> tuple[str, Spans]:
    """The text without the marks, and the spans that they enclosed."""
    before, *parts = marked.split(OPEN)
    plain, spans, at = [before], [], len(before)
    for part in parts:
        word, _, rest = part.partition(CLOSE)
        spans.append((at, at + len(word)))
        plain += [word, rest]
        at += len(word) + len(rest)
    return "".join(plain), tuple(spans)


def window(whole: str, marks: Spans) -> tuple[int, int]:
    """The stretch with the most marks, from its first one back to the paragraph's or the blank before."""
    best = max(range(len(marks)), key=lambda i: (_within(marks, i), -i))
    first = marks[best][0]
    paragraph = whole.rfind("\n", 0, first) + 1
    start = max(paragraph, first - SNIPPET // 3)
    if start > paragraph:
        start = min(whole.find(" ", start, first) + 1 or first, first)
    end = whole.find("\n", marks[best][1])
    end = min(len(whole) if end < 0 else end, start + SNIPPET)
    if end < len(whole) and not whole[end].isspace():
        end = max(whole.rfind(" ", marks[best][1], end), marks[best][1])
    return start, end


def _within(marks: Spans, first: int) -> int:
    count = 0
    for _, end in marks[first:]:
        if end - marks[first][0] > SNIPPET * 2 // 3:
            break
        count += 1
    return count
