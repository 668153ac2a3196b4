"""Things while they are being found: an entity that grows, and words that point at it."""

from dataclasses import dataclass, field

from onrecord.model import EntityKind, Form, Span


@dataclass(slots=True, kw_only=True, eq=False)
class Thing:
    """An entity in the making. `heads` are nouns that it was called by ("minister"), `plural` and `woman`
    are None where nothing told; `first` is where the text first speaks of it.
    """

    name: str
    kind: EntityKind
    first: int
    country: str | None = None
    role: str | None = None
    plural: bool | None = None
    woman: bool | None = None
    heads: set[str] = field(default_factory=set)


@dataclass(slots=True, kw_only=True, eq=False)
class Pointer:
    """Words that stand for a thing; None where that was not settled. `weight` tells a claim's source (2) and a
    subject (1) from the rest (0), for pronouns look for those first.
    """

    span: Span
    form: Form
    kind: EntityKind
    thing: Thing | None
