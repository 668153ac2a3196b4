"""Things while they are being found: entities that grow, and the words that point at them."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model import Entity, EntityKind, Form, Gap, Mention, Span


@dataclass(slots=True, kw_only=True, eq=False)
class Thing:
    """An entity in the making. `heads` are nouns that it was called by ("minister"), `modifiers` what stood before
    them; `plural` and `woman` are None where nothing told; `first` is where the text first speaks of it, `places`
    where at all.
    """

    name: str
    kind: EntityKind
    first: int
    country: str | None = None
    role: str | None = None
    plural: bool | None = None
    woman: bool | None = None
    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)

    def before(self, position: int) -> int:
        """Where it was last spoken of before a position; -1 where nowhere."""
        index = bisect_left(self.places, position)
        return self.places[index - 1] if index else -1


@dataclass(slots=True, kw_only=True, eq=False)
class Pointer:
    """Words that stand for a thing; None where that was not settled. `word` is their head's number."""

    span: Span
    form: Form
    kind: EntityKind
    thing: Thing | None
    word: int | None = None


class Parties:
    """All things and pointers of one text; `nameless` are names of a kind that nothing told."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self.nameless: list[Span] = []
        self.pointers: dict[Span, Pointer] = {}
        self.words: dict[int, Thing] = {}
        self._by_head: dict[str, list[Thing]] = {}

    def add(self, thing: Thing) -> Thing:
        """Takes in a new thing."""
        self.things.append(thing)
        return thing

    def point(
        self,
        span: Span,
        form: Form,
        kind: EntityKind,
        thing: Thing | None,
        words: Iterable[int] = (),
    ) -> None:
        """Lets words stand for a thing, the last of `words` being the head; what was said first stays."""
        numbers = list(words)
        if span in self.pointers:
            return
        head = numbers[-1] if numbers else None
        kind = thing.kind if thing else kind
        self.pointers[span] = Pointer(span=span, form=form, kind=kind, thing=thing, word=head)
        if thing is not None:
            thing.first = min(thing.first, span[0])
            insort(thing.places, span[0])
            for number in numbers:
                self.words.setdefault(number, thing)

    def merge(self, one: Thing, two: Thing) -> None:
        """Makes the first the second: its words, and what is known of it, go over."""
        for span, pointer in self.pointers.items():
            if pointer.thing is one:
                pointer.thing, pointer.kind = two, two.kind
                insort(two.places, span[0])
        self.words = {word: two if thing is one else thing for word, thing in self.words.items()}
        self.things = [thing for thing in self.things if thing is not one]
        for head in one.heads:
            self._by_head[head] = [thing for thing in self._by_head[head] if thing is not one]
            self.call(two, head, one.modifiers)
        two.first = min(one.first, two.first)
        two.country, two.role = two.country or one.country, two.role or one.role
        two.woman = one.woman if two.woman is None else two.woman

    def call(self, thing: Thing, head: str, modifiers: Iterable[str] = ()) -> None:
        """Remembers that a thing was called by a noun."""
        thing.modifiers.update(modifiers)
        if head not in thing.heads:
            thing.heads.add(head)
            self._by_head.setdefault(head, []).append(thing)

    def called(self, head: str) -> list[Thing]:
        """The things that were called by a noun, the latest hundred."""
        return self._by_head.get(head, [])[-100:]

    def at(self, span: Span) -> Thing | None:
        """What these words stand for."""
        pointer = self.pointers.get(span)
        return pointer.thing if pointer is not None else None

    def numbered(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Gap, ...]]:
        """Entities by first mention, mentions in text order, a gap for each party that was not settled."""
        ids: dict[int, str] = {}
        entities: list[Entity] = []
        mentions: list[Mention] = []
        ordered = sorted(self.pointers.values(), key=lambda p: p.span)
        for number, pointer in enumerate(ordered, start=1):
            thing = pointer.thing
            if thing is not None and id(thing) not in ids:
                ids[id(thing)] = f"n{len(ids) + 1}"
                entities.append(_entity(ids[id(thing)], thing))
            entity = ids[id(thing)] if thing is not None else None
            kind = thing.kind if thing is not None else pointer.kind
            mentions.append(Mention(id=f"m{number}", span=pointer.span, kind=kind, form=pointer.form, entity=entity))
        unsettled = [p.span for p in ordered if p.thing is None]
        gaps = tuple(Gap(stage="entities", reason="party not settled", span=span) for span in unsettled)
        return tuple(entities), tuple(mentions), gaps


def _entity(identifier: str, thing: Thing) -> Entity:
    return Entity(id=identifier, name=thing.name, kind=thing.kind, country=thing.country, role=thing.role)
