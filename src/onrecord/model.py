"""Every record that flows through onrecord, frozen.

All offsets count Unicode code points of `Article.text`, start included, end excluded.
A part that can be broken (a quote interrupted by "he said") is a tuple of spans in text order.
Unknown is None or an empty tuple, never a stand-in value.
What each field means to a user stands in docs/record.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Self

from onrecord import codec

SCHEMA = "onrecord.record/1"

Span = tuple[int, int]
Spans = tuple[Span, ...]

Basis = Literal["given", "json-ld", "meta", "time-tag", "url", "text"]
Form = Literal["name", "noun", "pronoun"]
EntityKind = Literal["person", "organisation", "place", "group", "work", "event", "thing"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Use = Literal["location", "government", "other"]
Manner = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "alleges", "believes", "intends", "wants", "asks", "declines"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "possible", "negated"]


# ---------------------------------------------------------------- pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was found: bytes, or text that somebody pasted.

    `source` is what the caller named (a path, a URL, "-"); `url` the address it came from, after
    redirects; `published` a date the caller gave (ISO), which wins over the page's own.
    """

    source: str
    data: bytes | str
    url: str | None = None
    published: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says of its article, each with where it was read; None and () where it says nothing.

    `published` is an ISO date or date-time, `language` an ISO 639-1 code.
    """

    headline: str | None = None
    headline_basis: Basis | None = None
    bylines: tuple[str, ...] = ()
    bylines_basis: Basis | None = None
    section: str | None = None
    section_basis: Basis | None = None
    site: str | None = None
    site_basis: Basis | None = None
    published: str | None = None
    published_basis: Basis | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The clean article. `text` is the headline, a blank line, then paragraphs between blank lines.

    `published` is an ISO date or date-time; each `*_basis` tells where the value was read
    and is None where the value is unknown.
    """

    id: str
    url: str | None = None
    site: str | None = None
    site_basis: Basis | None = None
    headline: str | None = None
    headline_basis: Basis | None = None
    bylines: tuple[str, ...] = ()
    bylines_basis: Basis | None = None
    section: str | None = None
    section_basis: Basis | None = None
    published: str | None = None
    published_basis: Basis | None = None
    language: str | None = None
    text: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line of the page that is not of the article, and why it went. In page order."""

    line: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something seen and not settled, or mended: which stage, why, and where in the text if anywhere."""

    stage: str
    reason: str
    detail: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What came out of a page: its article, the lines that went, and what stayed unsettled."""

    article: Article
    removed: tuple[Removed, ...] = ()
    gaps: tuple[Gap, ...] = ()


# ---------------------------------------------------------------- language


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark. Grammar is None where no parser has read it.

    `tag` is its universal part of speech, `penn` its Penn tag, `relation` that of Universal Dependencies to `head`,
    which indexes Analysis.tokens; a sentence's root is its own head.
    """

    span: Span
    text: str
    lemma: str | None = None
    tag: str | None = None
    penn: str | None = None
    head: int | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its span, its tokens as the index range [first, last) and its paragraph's number."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name in the text; `kind` is None where nothing tells.

    `tag` is the finer class that the encoder gave (Person, Organization, Location, Facility, NORP, Product, Date,
    Money, Misc), `score` its probability; both None where rules found the name.
    """

    span: Span
    kind: EntityKind | None
    tag: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words that the encoder took for a part of a claim: tokens [first, last), how deep the claim stands in others.

    `link` indexes Analysis.parts: a content's cue, a cue's source; None for none. `stances` are the cue's
    stances by falling probability.
    """

    role: Literal["source", "cue", "content"]
    level: int
    first: int
    last: int
    score: float
    link: int | None = None
    link_score: float | None = None
    stances: tuple[tuple[Stance, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that the encoder took for an event: tokens [first, last), its type and statuses by falling probability.

    `actors` and `recipients` are (token, probability): the last word of a party's nearest mention.
    """

    first: int
    last: int
    type: EventType
    score: float
    statuses: tuple[tuple[Status, float], ...]
    actors: tuple[tuple[int, float], ...] = ()
    recipients: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the language core saw in one article's text. `paragraphs` are spans without the blank lines.

    `has_headline` says that paragraph 0 is the headline. `parts` and `triggers` are what the encoder's heads for claims
    and events suggest, in text order; the stages decide.
    """

    text: str
    has_headline: bool
    paragraphs: Spans
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    parts: tuple[Part, ...] = ()
    triggers: tuple[Trigger, ...] = ()

    @property
    def headline_end(self) -> int:
        """Where the headline's text ends; 0 where there is none."""
        return self.paragraphs[0][1] if self.has_headline and self.paragraphs else 0


# ---------------------------------------------------------------- the record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One real thing. `country` is ISO 3166-1 alpha-3; `ids` are identifiers elsewhere, by scheme."""

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    role: str | None = None
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an entity (its id; None where it was not settled)."""

    id: str
    span: Span
    kind: EntityKind
    form: Form
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression: TIMEX3 type and value, ISO bounds, what it hangs on and why it points there."""

    id: str
    span: Span
    type: TimeType
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A gazetteer row that a place name might also mean."""

    name: str
    geonames: int | None
    country: str | None
    lat: float
    lon: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name, what it stands for there, and its gazetteer row in WGS84 degrees, if settled."""

    id: str
    span: Span
    use: Use
    name: str
    kind: str | None = None
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    score: float | None = None
    runners_up: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Content put into a source's mouth or mind. `speaker` is an entity id, `parent` a claim id."""

    id: str
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    manner: Manner = "indirect"
    stance: Stance = "asserts"
    speaker: str | None = None
    parent: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening. Parties are mention ids; `time`, `place`, `claim` are ids or None."""

    id: str
    trigger: Span
    type: EventType
    status: Status
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    claim: str | None = None
    score: float | None = None
    also: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Which software, model and gazetteer (name@version) made a record; `gazetteer` is None for the shipped one."""

    onrecord: str
    model: str | None = None
    gazetteer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one page puts on record."""

    schema: str = SCHEMA
    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    gaps: tuple[Gap, ...] = ()
    made: Made

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON values, every field present, in the order of docs/record.md."""
        plain: dict[str, Any] = codec.encode(self)
        return plain

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The record that `to_dict` wrote; keys of a later version are passed over.

        Raises RecordError naming the field that does not fit.
        """
        return codec.decode(cls, data, known_schema=SCHEMA)
