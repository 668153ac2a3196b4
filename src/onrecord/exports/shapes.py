"""What a page shows of a record, part by part: words, names, and where each is linked to and from."""

from dataclasses import dataclass, field

from onrecord.exports import timeline, worldmap
from onrecord.exports.marks import Paragraph
from onrecord.model import Article, Manner, Stance, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to an anchor."""

    to: str
    words: str
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim: `above` are the speakers through whom it came, the outermost first."""

    to: str
    above: tuple[str, ...]
    speaker: str
    named: bool
    called: str
    stance: Stance
    manner: Manner
    manner_words: str
    cue: str
    words: str
    quoted: bool
    score: float | None
    events: tuple[Link, ...] = ()
    inner: tuple["ClaimView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A side of an event; `code` is a country's ISO 3166-1 alpha-3, `country` its name."""

    name: str
    code: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event, with on whose word it stands, the nearest first; nobody where the article says so itself."""

    to: str
    status: Status
    status_words: str
    type: str
    details: tuple[str, ...]
    words: str
    also: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: Link | None
    place: Link | None
    word: tuple[tuple[str, Link], ...]
    disputed: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """One time expression: `date` is None where it is not settled."""

    to: str
    words: str
    date: str | None
    value: str | None
    type: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """The same place wherever it is named: `links` lead to the words."""

    to: str
    name: str
    within: str
    where: str
    links: tuple[Link, ...]
    others: tuple[str, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """One real thing and how often it is named."""

    to: str
    name: str
    kind: str
    role: str
    country: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """What was seen and not settled, of one kind: (detail, link to its words or None)."""

    stage: str
    reason: str
    found: tuple[tuple[str, Link | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """All of a page."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[ClaimView, ...]
    events: tuple[EventView, ...]
    times: tuple[TimeView, ...]
    places: tuple[tuple[str, tuple[PlaceView, ...]], ...]
    names: tuple[NameView, ...]
    gaps: tuple[GapView, ...]
    timeline: timeline.Timeline | None
    map: worldmap.Map | None
    counts: dict[str, int] = field(default_factory=dict)
