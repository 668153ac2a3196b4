"""Pronouns that are sources: "he", "they", "who", "I" within a quotation."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.language.words import POSSESSIVES, PRONOUNS
from onrecord.model import Analysis, Claim, EntityKind, Span
from onrecord.reading.claims_phrases import Words, low, subject
from onrecord.reading.entities_phrases import read
from onrecord.reading.mentions import Parties, Thing

HE = frozenset(["he", "his", "him"])
SHE = frozenset(["she", "her"])
THEY = frozenset(["they", "their", "them"])
FIRST = frozenset(["i", "my"])
OPEN = frozenset(["we", "our", "others", "some", "one", "this", "you", "that", "many", "both"])
REACH = 2


class Pronouns:
    """Reads the pronoun sources of one text, after names and described parties are known."""

    def __init__(self, analysis: Analysis, parties: Parties, claims: Sequence[Claim]) -> None:
        self.text = analysis.text
        self.words: Words = analysis.tokens
        self.starts = {t.span[0]: i for i, t in enumerate(analysis.tokens)}
        self.parties = parties
        self.breaks = [block[0] for block in analysis.paragraphs]
        self.by_source = {c.source[0]: c for c in reversed(claims) if c.source}
        self.by_id = {c.id: c for c in claims}
        self.ordered = sorted(parties.pointers)

    def read(self, sources: Sequence[Span]) -> None:
        """Points each pronoun source at its thing; None where nobody fits."""
        spoken: list[Span] = []
        for span in sources:
            word = self.text[slice(*span)].lower()
            if word in PRONOUNS | POSSESSIVES and span not in self.parties.pointers:
                self._settle(word, span, spoken)
            spoken.append(span)

    def _settle(self, word: str, span: Span, spoken: Sequence[Span]) -> None:
        thing = self._thing(word, span, spoken)
        kind: EntityKind = "person" if word in HE | SHE | FIRST else "group"
        self.parties.point(span, "pronoun", kind, thing)

    def _thing(self, word: str, span: Span, spoken: Sequence[Span]) -> Thing | None:
        if word in ("who", "which"):
            return self._antecedent(span)
        above = self._above(span)
        if word in FIRST:
            return above if above is not None and above.kind == "person" else None
        if word in OPEN:
            return None
        if above is not None and fits(word, above):
            return above
        return self._recent_speaker(word, span, spoken) or self._recent(word, span) or self._unknown(word, span)

    def _above(self, span: Span) -> Thing | None:
        """The source of the claim in which this one stands."""
        claim = self.by_source.get(span)
        parent = self.by_id.get((claim.parent if claim is not None else None) or "")
        if parent is None or not parent.source:
            return None
        source = parent.source[0]
        word = self.text[slice(*source)].lower()
        if source not in self.parties.pointers and word in PRONOUNS and source != span and word not in FIRST:
            self._settle(word, source, [s for s in self.by_source if s[1] <= source[0]][-8:])
        return self.parties.at(source)

    def _antecedent(self, span: Span) -> Thing | None:
        """Whom "who" follows."""
        at = self.starts[span[0]]
        end = at - 1 if low(self.words, at - 1) == "," else at
        close = self.words[end - 1].span[1] if end else 0
        index = bisect_left(self.ordered, (span[0],))
        for pointer in reversed(self.ordered[max(0, index - 6) : index]):
            if pointer[1] == close:
                return self.parties.at(pointer)
        found = subject(self.words[max(0, end - 40) : end], min(end, 40), 0)
        phrase = read(self.words[max(0, end - 40) : end][slice(*found)]) if found else None
        if phrase is None or phrase.kind is None or phrase.kind == "work":
            return None
        first = self.words[max(0, end - 40) + (found or (0, 0))[0]].span[0]
        thing = Thing(name=phrase.text, kind=phrase.kind, first=first, country=phrase.country, plural=phrase.plural)
        self.parties.call(thing, phrase.head)
        self.parties.add(thing)
        self.parties.point((first, close), "noun", thing.kind, thing)
        return thing

    def _paragraph(self, position: int) -> int:
        return bisect_left(self.breaks, position + 1)

    def _recent_speaker(self, word: str, span: Span, spoken: Sequence[Span]) -> Thing | None:
        """The latest speaker who fits, in this paragraph or the two before."""
        for source in reversed(spoken):
            if self._paragraph(span[0]) - self._paragraph(source[0]) > REACH:
                return None
            thing = self.parties.at(source)
            if thing is not None and fits(word, thing):
                return thing
        return None

    def _recent(self, word: str, span: Span) -> Thing | None:
        """The first of this sentence's or paragraph's parties who fits, else the latest before."""
        index = bisect_left(self.ordered, (span[0],))
        for pointer in reversed(self.ordered[max(0, index - 12) : index]):
            if self._paragraph(span[0]) - self._paragraph(pointer[0]) > 1:
                return None
            thing = self.parties.at(pointer)
            if thing is not None and fits(word, thing):
                return thing
        return None

    def _unknown(self, word: str, span: Span) -> Thing | None:
        """A name of unknown kind just before: "he" makes it a person's."""
        near = [
            s
            for s in self.parties.nameless
            if s[1] <= span[0] and self._paragraph(span[0]) - self._paragraph(s[0]) <= 1
        ]
        if word not in HE | SHE or len({self.text[slice(*s)] for s in near}) != 1:
            return None
        thing = self.parties.add(Thing(name=self.text[slice(*near[0])], kind="person", first=near[0][0]))
        for name in near:
            self.parties.point(name, "name", "person", thing)
        return thing


def fits(word: str, thing: Thing) -> bool:
    """Whether a pronoun can stand for a thing, as far as number, kind and sex are known."""
    if word in HE:
        return thing.kind == "person" and thing.woman is not True
    if word in SHE:
        return thing.kind == "person" and thing.woman is not False
    if word in THEY:
        return thing.kind in ("group", "organisation")
    return thing.kind in ("organisation", "place", "work")
