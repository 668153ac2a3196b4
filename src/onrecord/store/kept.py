"""What the store tells of the pages that it keeps."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model import Span, Spans

Outcome = Literal["new", "changed", "reread", "unchanged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One version of a kept page. `id` is short enough to type; `key` is its URL, path or text's digest.

    `version` counts from 1; `added` is when this version came (ISO, UTC); `claims` and `events` are
    how many the record has. None where the page does not say.
    """

    id: str
    key: str
    version: int
    added: str
    headline: str | None
    site: str | None
    published: str | None
    url: str | None
    claims: int
    events: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a record did.

    "new": the first of its page. "changed": the text differs, and this is a new version. "reread": the
    text is the same and its record differs (another date given, a newer onrecord), also a new version.
    "unchanged": nothing was written.
    """

    kept: Kept
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A page that holds the words looked for, and the best place in it.

    `snippet` is that place's text and `marks` are spans of the words within the snippet. `claim` is the
    id of the claim whose speaker or content they stand in, `speaker` its speaker's name; both None where
    the words stand in no one claim. `span` is the place in `article.text`, None where it is not in it.
    """

    kept: Kept
    snippet: str
    marks: Spans
    claim: str | None = None
    speaker: str | None = None
    span: Span | None = None
