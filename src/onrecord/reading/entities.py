"""Finds who is who: names, described parties and pronouns, one entity for each real thing."""

from collections.abc import Sequence

from onrecord.knowledge import countries, roles
from onrecord.model import Analysis, Claim, Entity, EntityKind, Gap, Mention, Span
from onrecord.reading.claims_phrases import OWNERS, POSSESSIVES, Words, low
from onrecord.reading.entities_names import Names
from onrecord.reading.entities_phrases import Phrase, core_end, read
from onrecord.reading.mentions import Pointer, Thing

HE = frozenset(["he", "his", "him"])
SHE = frozenset(["she", "her"])
THEY = frozenset(["they", "their", "them"])
IT = frozenset(["it", "its"])
I = frozenset(["i", "my"])  # noqa: E741
PRONOUNS = (
    HE | SHE | THEY | IT | I | {"we", "our", "who", "which", "others", "some", "one", "this", "you", "that"}
)


def find(
    analysis: Analysis, claims: Sequence[Claim]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Gap, ...]]:
    """Entities (ids n1, … by first mention), mentions (ids m1, … in text order) and gaps.

    Every claim's source is a mention, with `entity` None and a gap where it was not settled.
    """
    sources = sorted({c.source[0] for c in claims if c.source})
    reading = _Reading(analysis, claims, sources)
    reading.names.read(analysis.names, sources)
    reading.pointers.extend(reading.names.pointers)
    reading.described()
    for source in sources:
        reading.source(source)
    return _numbered(reading)


class _Reading:
    """The things and pointers of one text while its parties are worked out."""

    def __init__(self, analysis: Analysis, claims: Sequence[Claim], sources: Sequence[Span]) -> None:
        self.analysis = analysis
        self.words: Words = analysis.tokens
        self.claims = claims
        self.names = Names(analysis)
        self.pointers: list[Pointer] = []
        self.things = self.names.things
        self.sources = sources
        self.headline_end = analysis.paragraphs[0][1] if analysis.has_headline else 0

    # ------------------------------------------------------------ described parties

    def described(self) -> None:
        """ "the general", "North Korea’s leader" anywhere, where someone named before bears that role."""
        taken = [p.span for p in self.pointers]
        for index, word in enumerate(self.words):
            known = roles.role(word.text)
            if known is None or known.kind != "person" or known.plural:
                continue
            first = self._definite_start(index)
            if first is None:
                continue
            span = self.words[first].span[0], word.span[1]
            if any(s <= span[0] < e for s, e in taken if e - s > 1) and low(self.words, first) == "the":
                continue
            if (
                low(self.words, index + 1) in ("of", "for")
                or self.words[index + 1 : index + 2]
                and (self.words[index + 1].text[0].isupper() or self.words[index + 1].text in (*OWNERS, "-"))
            ):
                continue
            phrase = read(self.words[first : index + 1])
            if phrase is not None and span not in self.sources:
                thing = self._bearer(phrase, span[0])
                if thing is not None:
                    self.pointers.append(Pointer(span=span, form="noun", kind="person", thing=thing))

    def _definite_start(self, head: int) -> int | None:
        for first in range(head - 1, max(-1, head - 5), -1):
            text = self.words[first].text
            if text.lower() == "the":
                return first
            if text in OWNERS and first and self.words[first - 1].text[0].isupper():
                start = first - 1
                while start and self.words[start - 1].text[0].isupper():
                    start -= 1
                return start
            if not text[0].isalpha():
                return None
        return None

    def _bearer(self, phrase: Phrase, at: int) -> Thing | None:
        """The latest thing before `at` that was called by this head; states must agree."""
        found = [
            t for t in self.things
            if phrase.head in t.heads and (t.first < at or at < self.headline_end)
            and (phrase.country is None or t.country is None or phrase.country == t.country)
        ]  # fmt: skip
        if not found:
            return None
        if at < self.headline_end:
            return min(found, key=lambda t: t.first)
        return max(found, key=lambda t: self._latest(t, at))

    def _latest(self, thing: Thing, at: int) -> int:
        return max((p.span[0] for p in self.pointers if p.thing is thing and p.span[0] < at), default=-1)

    # ------------------------------------------------------------ sources

    def source(self, span: Span) -> None:
        """Points a claim's source at its thing."""
        words = self._words(span)
        if not words:
            return
        bare = words[:-1] if words[-1].text in OWNERS and len(words) > 1 else words
        if len(words) == 1 and low(words, 0) in PRONOUNS:
            thing = self._pronoun(low(words, 0), span)
            kind: EntityKind = (
                thing.kind if thing else ("person" if low(words, 0) in HE | SHE | I else "group")
            )
            self._point(span, "pronoun", kind, thing)
            return
        named = self._named(span, bare)
        if named is not None:
            self._point(span, "name", named.kind, named)
            return
        self._noun_source(span, bare)

    def _point(self, span: Span, form: str, kind: EntityKind, thing: Thing | None) -> None:
        for pointer in self.pointers:
            if pointer.span == span:
                return
        made = Pointer(span=span, form="name", kind=kind, thing=thing)
        made.form = "pronoun" if form == "pronoun" else "noun" if form == "noun" else "name"
        self.pointers.append(made)

    def _words(self, span: Span) -> Words:
        names = self.names
        first = names.starts.get(span[0])
        last = names.ends.get(span[1])
        return self.words[first:last] if first is not None and last is not None else ()

    def _named(self, span: Span, words: Words) -> Thing | None:
        """The thing whose name heads the phrase: its last words, or those before or after a comma."""
        inside = [p for p in self.names.pointers if span[0] <= p.span[0] and p.span[1] <= span[1]]
        if not inside:
            return None
        end = words[core_end(words) - 1].span[1]
        joint = any(w.text == "and" for w in words[: core_end(words)])
        if joint and not any(p.span[1] - p.span[0] >= end - span[0] - 4 for p in inside):
            return None
        heads = [p for p in inside if p.span[1] == end]
        if not heads and words[core_end(words) - 1 :][1:2] and words[core_end(words)].text == ",":
            start = words[core_end(words) + 1].span[0] if core_end(words) + 1 < len(words) else -1
            heads = [p for p in inside if p.span[0] == start and p.kind == "person"]
        if not heads and inside[0].span == (words[0].span[0], words[-1].span[1]):
            heads = inside[:1]
        if not heads and inside[0].span[0] in (span[0], span[0] + 4) and inside[0].span[1] >= end:
            heads = inside[:1]
        return heads[0].thing if heads else None

    def _noun_source(self, span: Span, words: Words) -> None:
        code = countries.by_demonym(words[0].text) if len(words) == 1 else None
        if code is not None:
            state = next((t for t in self.things if t.country == code and t.kind == "place"), None)
            if state is None:
                state = Thing(name=words[0].text, kind="place", first=span[0], country=code)
                self.things.append(state)
            self._point(span, "noun", "place", state)
            return
        phrase = read(words)
        if phrase is None:
            return
        if phrase.kind is None:
            self._point(span, "noun", "thing", None)
            return
        thing = self._same(phrase, words, span[0]) or self._described(phrase, words, span[0])
        self._point(span, "noun", thing.kind, thing)

    def _same(self, phrase: Phrase, words: Words, at: int) -> Thing | None:
        """A described party met before: "the official" again, a headline's bare "ministry"."""
        if at < self.headline_end or phrase.definite:
            return self._bearer(phrase, at)
        return None

    def _described(self, phrase: Phrase, words: Words, at: int) -> Thing:
        kind = phrase.kind or "thing"
        thing = Thing(
            name=phrase.text, kind=kind, first=at, country=phrase.country, plural=phrase.plural,
            role=phrase.head if kind == "person" else None, heads={phrase.head},
        )  # fmt: skip
        if phrase.head.endswith("woman"):
            thing.woman = True
        elif phrase.head.endswith("man"):
            thing.woman = False
        self.things.append(thing)
        return thing

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, word: str, span: Span) -> Thing | None:
        claim = next(c for c in self.claims if c.source and c.source[0] == span)
        if word in ("who", "which"):
            return self._before(span[0], lambda p: span[0] - p.span[1] <= 3)
        if word in I:
            return self._owner_of_quote(claim)
        if word in ("we", "our", "others", "some", "one", "this", "you", "that"):
            return None
        above = self._above(claim)
        if above is not None and _fits(word, above):
            return above
        return self._recent_source(word, span[0]) or self._before(
            span[0], lambda p: p.thing is not None and _fits(word, p.thing) and self._near(p.span[0], span[0])
        )

    def _near(self, one: int, other: int) -> bool:
        return "\n\n" not in self.analysis.text[one:other]

    def _owner_of_quote(self, claim: Claim) -> Thing | None:
        return self._above(claim)

    def _above(self, claim: Claim) -> Thing | None:
        """The source of the claim in which this one stands."""
        parent = next((c for c in self.claims if c.id == claim.parent), None)
        if parent is None or not parent.source:
            return None
        found = [p.thing for p in self.pointers if p.span == parent.source[0]]
        return found[0] if found else None

    def _recent_source(self, word: str, at: int) -> Thing | None:
        """The latest speaker who fits, in this paragraph or the one before."""
        sources = set(self.sources)
        fitting = [
            p for p in self.pointers
            if p.span in sources and p.span[1] <= at and p.thing is not None and _fits(word, p.thing)
            and self.analysis.text.count("\n\n", p.span[1], at) <= 2
        ]  # fmt: skip
        return max(fitting, key=lambda p: p.span[0]).thing if fitting else None

    def _before(self, at: int, test: object) -> Thing | None:
        assert callable(test)  # noqa: S101
        found = [p for p in self.pointers if p.span[1] <= at and test(p)]
        return max(found, key=lambda p: p.span[0]).thing if found else None


def _fits(word: str, thing: Thing) -> bool:
    """Whether a pronoun can stand for a thing, as far as number, kind and sex are known."""
    if word in HE:
        return thing.kind == "person" and thing.woman is not True
    if word in SHE:
        return thing.kind == "person" and thing.woman is not False
    if word in THEY:
        return thing.kind in ("group", "organisation")
    return thing.kind in ("organisation", "place", "work")


def _numbered(reading: _Reading) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Gap, ...]]:
    pointers = sorted(reading.pointers, key=lambda p: (p.span[0], -p.span[1]))
    ids: dict[int, str] = {}
    entities: list[Entity] = []
    mentions: list[Mention] = []
    gaps: list[Gap] = []
    for number, pointer in enumerate(pointers, start=1):
        thing = pointer.thing
        if thing is not None and id(thing) not in ids:
            ids[id(thing)] = f"n{len(ids) + 1}"
            entities.append(
                Entity(
                    id=ids[id(thing)],
                    name=thing.name,
                    kind=thing.kind,
                    country=thing.country,
                    role=thing.role,
                )
            )
        entity = ids[id(thing)] if thing is not None else None
        kind = thing.kind if thing is not None else pointer.kind
        mentions.append(
            Mention(id=f"m{number}", span=pointer.span, kind=kind, form=pointer.form, entity=entity)
        )
        if thing is None:
            gaps.append(Gap(stage="entities", reason="party not settled", span=pointer.span))
    return tuple(entities), tuple(mentions), tuple(gaps)
