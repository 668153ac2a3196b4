"""The words of a page, put where the search looks for them, in the caller's transaction."""

import re

from sqlalchemy import Connection, delete, insert, text

from onrecord.model import Claim, Record
from onrecord.store.schema import CLAIMS

# Two private letters mark the words found; they, NUL and half surrogates are blanked one for one.
OPEN, CLOSE = "\ue000", "\ue001"
UNWANTED = re.compile(f"[\0\ud800-\udfff{OPEN}{CLOSE}]")
BETWEEN = " … "

FORGET = text("DELETE FROM words WHERE rowid = :page")
PUT = text("INSERT INTO words (rowid, headline, text, claims) VALUES (:page, :headline, :text, :claims)")


def plain(words: str) -> str:
    """The words with what SQLite cannot hold or the search needs for itself blanked; offsets stay."""
    return UNWANTED.sub(" ", words)


def put(connection: Connection, page: int, record: Record) -> None:
    """Makes this record the one by which the page is found."""
    connection.execute(delete(CLAIMS).where(CLAIMS.c.page == page))
    connection.execute(FORGET, {"page": page})
    rows = [_row(page, claim, record) for claim in record.claims if claim.content]
    if rows:
        connection.execute(insert(CLAIMS), rows)
    words = {
        "headline": plain(record.article.headline or ""),
        "text": plain(record.article.text),
        "claims": "\n".join(f"{row['speaker']}: {row['content']}" for row in rows),
    }
    connection.execute(PUT, {"page": page, **words})


def _row(page: int, claim: Claim, record: Record) -> dict[str, str | int]:
    text = record.article.text
    return {
        "page": page,
        "claim": plain(claim.id),
        "speaker": plain(_speaker(claim, record)),
        "content": plain(BETWEEN.join(text[start:end] for start, end in claim.content)),
        "start": claim.content[0][0],
        "stop": claim.content[-1][1],
    }


def _speaker(claim: Claim, record: Record) -> str:
    named = next((entity.name for entity in record.entities if entity.id == claim.speaker), None)
    return named or " ".join(record.article.text[start:end] for start, end in claim.source)
