"""Described parties: "the general", "Sudan’s army", "two officials", and whom they mean."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.knowledge import countries, roles
from onrecord.language import lexicon
from onrecord.language.words import ANYBODY, DETERMINERS, OWN, OWNERS, POSSESSIVES, PRONOUNS
from onrecord.model import Analysis, Span
from onrecord.reading.claims_phrases import Words, is_verb, low
from onrecord.reading.entities_phrases import Phrase, core_end, read
from onrecord.reading.mentions import Parties, Thing

LONGEST = 6


class Nouns:
    """Reads the described parties of one text, after its names are known."""

    def __init__(self, analysis: Analysis, parties: Parties) -> None:
        self.words: Words = analysis.tokens
        self.starts = {t.span[0]: i for i, t in enumerate(analysis.tokens)}
        self.ends = {t.span[1]: i + 1 for i, t in enumerate(analysis.tokens)}
        self.parties = parties
        self.headline_end = analysis.paragraphs[0][1] if analysis.has_headline else 0
        self.names = sorted(span for span in parties.pointers)

    def read(self, sources: Sequence[Span]) -> None:
        """Points sources and other described parties at their things, in text order."""
        spans = dict.fromkeys(self._described(sources), True) | dict.fromkeys(sources, False)
        for span in sorted(spans):
            words = self._words(span)
            if not words or (len(words) == 1 and low(words, 0) in PRONOUNS | POSSESSIVES):
                continue
            bare = words[:-1] if words[-1].text in OWNERS and len(words) > 1 else words
            if spans[span]:
                self._mention(span, bare)
            else:
                self._source(span, bare)

    def _words(self, span: Span) -> Words:
        first, last = self.starts.get(span[0]), self.ends.get(span[1])
        return self.words[first:last] if first is not None and last is not None else ()

    # ------------------------------------------------------------ where they stand

    def _described(self, sources: Sequence[Span]) -> list[Span]:
        """Phrases headed by a known noun that are neither in a name nor in a source."""
        found = []
        for index, word in enumerate(self.words):
            known = roles.role(word.text)
            if known is None or known.kind == "work" or word.text[0].isupper() or self._modifies(index):
                continue
            first = self._begin(index)
            span = self.words[first].span[0], word.span[1]
            if (first < index or known.kind == "group") and not self._inside(span, sources):
                found.append(span)
        return found

    def _modifies(self, index: int) -> bool:
        """Whether the noun only stands before another noun or a name ("police officers", "army chief")."""
        after = low(self.words, index + 1)
        if index + 1 < len(self.words) and self.words[index + 1].text[0].isupper() and after not in ("“",):
            return True
        return roles.role(after) is not None or (
            lexicon.classes(after)[:1] == "N" and not is_verb(self.words, index + 1)
        )

    def _begin(self, head: int) -> int:
        first = head
        while first > 0 and head - first < LONGEST:
            word = self.words[first - 1]
            lower = word.text.lower()
            if lower in DETERMINERS | POSSESSIVES - {"that", "this"}:
                return first - 1
            if word.text in OWNERS and first > 1 and self.words[first - 2].text[0].isupper():
                first -= 2
                while first > 0 and self.words[first - 1].text[0].isupper():
                    first -= 1
                return first
            if not self._qualifies(first - 1):
                break
            first -= 1
        return first

    def _qualifies(self, index: int) -> bool:
        text = self.words[index].text
        if text[0].isupper() and index:
            return self._of_state(index) or roles.role(text) is not None
        known = lexicon.classes(text)
        return (
            text.replace("-", "").isalpha()
            and (known[:1] in ("J", "N", "P") or (not known and not self.words[index + 1].text[0].isupper()))
            and not is_verb(self.words, index)
        )

    def _of_state(self, index: int) -> bool:
        text, pair = self.words[index].text, f"{self.words[index - 1].text} {self.words[index].text}"
        after = f"{text} {self.words[index + 1].text}" if index + 1 < len(self.words) else text
        return any(countries.by_demonym(t) or countries.by_name(t) for t in (text, pair, after))

    def _inside(self, span: Span, sources: Sequence[Span]) -> bool:
        index = bisect_left(sources, (span[0] + 1,)) - 1
        return index >= 0 and sources[index][0] <= span[0] and span[1] <= sources[index][1]

    # ------------------------------------------------------------ whom they mean

    def _mention(self, span: Span, words: Words) -> None:
        phrase = read(words)
        if phrase is None or phrase.kind is None or phrase.head in ANYBODY or low(words, 0) in OWN:
            return
        thing = self._apposed(span, phrase) or self._same(phrase, span[0])
        if thing is None and phrase.kind == "person" and phrase.country is None:
            return
        if thing is None and phrase.kind == "organisation" and not (phrase.definite or phrase.country):
            return
        thing = thing or self._new(phrase, span[0])
        self.parties.point(span, "noun", thing.kind, thing)

    def _source(self, span: Span, words: Words) -> None:
        named = self._named(span, words)
        if named is not None:
            self.parties.call(named, low(words, core_end(words) - 1)) if named.kind == "person" else None
            self.parties.point(span, "name", named.kind, named)
            return
        country = countries.by_demonym(words[0].text) if len(words) == 1 else None
        if country is not None:
            self.parties.point(span, "noun", "place", self._state(words[0].text, country.code, span[0]))
            return
        phrase = read(words)
        if phrase is None:
            return
        if phrase.kind is None:
            self.parties.point(span, "noun", "thing", None)
            return
        thing = self._same(phrase, span[0]) or self._new(phrase, span[0])
        self.parties.point(span, "noun", thing.kind, thing)

    def _state(self, name: str, code: str, at: int) -> Thing:
        for thing in self.parties.things:
            if thing.country == code and thing.kind == "place":
                return thing
        return self.parties.add(Thing(name=name, kind="place", first=at, country=code))

    def _named(self, span: Span, words: Words) -> Thing | None:
        """The thing whose name heads the phrase: its last words, or the person after its comma."""
        low_at = bisect_left(self.names, (span[0],))
        inside = []
        while low_at < len(self.names) and self.names[low_at][1] <= span[1]:
            inside.append(self.names[low_at])
            low_at += 1
        if not inside:
            return None
        core = core_end(words)
        end = words[core - 1].span[1]
        joint = any(w.text == "and" for w in words[:core])
        heads = [s for s in inside if s[1] == end and (not joint or s[1] - s[0] >= end - span[0] - 4)]
        heads = heads or [s for s in inside if s[0] - span[0] in (0, 4) and s[1] >= end]
        heads = heads or [s for s in inside if self._is_person(s) and self._after_comma(s)]
        return self.parties.at(heads[0]) if heads else None

    def _is_person(self, span: Span) -> bool:
        thing = self.parties.at(span)
        return thing is not None and thing.kind == "person"

    def _after_comma(self, span: Span) -> bool:
        index = self.starts.get(span[0], 0)
        while index and (roles.is_title(self.words[index - 1].text)):
            index -= 1
        return index > 0 and self.words[index - 1].text == ","

    def _apposed(self, span: Span, phrase: Phrase) -> Thing | None:
        """The person named just before or after a comma: "Shoigu, the defence minister"."""
        if phrase.kind not in ("person", "organisation"):
            return None
        first, last = self.starts[span[0]], self.ends[span[1]]
        if first > 1 and self.words[first - 1].text == ",":
            for name in self._names_ending(self.words[first - 2].span[1]):
                thing = self.parties.at(name)
                if thing is not None and thing.kind == phrase.kind:
                    return thing
        if last + 1 < len(self.words) and self.words[last].text == ",":
            thing = next((self.parties.at(n) for n in self._names_starting(self.words[last + 1].span[0])), None)
            if thing is not None and thing.kind == phrase.kind == "person":
                return thing
        return None

    def _names_ending(self, end: int) -> list[Span]:
        index = bisect_left(self.names, (end,))
        return [s for s in self.names[max(0, index - 3) : index] if s[1] == end]

    def _names_starting(self, start: int) -> list[Span]:
        index = bisect_left(self.names, (start,))
        return [s for s in self.names[index : index + 1] if s[0] == start]

    def _same(self, phrase: Phrase, at: int) -> Thing | None:
        """Who was called so before: "the official" again; in a headline, who will be."""
        if at >= self.headline_end and not phrase.definite:
            return None
        found = [t for t in self.parties.called(phrase.head) if _agree(t, phrase)]
        if at < self.headline_end:
            return min(found, key=lambda t: t.first, default=None)
        found = [t for t in found if t.first < at]
        return max(found, key=lambda t: t.before(at), default=None)

    def _new(self, phrase: Phrase, at: int) -> Thing:
        thing = Thing(
            name=phrase.text, kind=phrase.kind or "thing", first=at, country=phrase.country,
            plural=phrase.plural,
            role=phrase.head if phrase.kind == "person" else None,
        )  # fmt: skip
        if phrase.head.endswith("woman"):
            thing.woman = True
        elif phrase.head.endswith("man"):
            thing.woman = False
        self.parties.call(thing, phrase.head)
        return self.parties.add(thing)


def _agree(thing: Thing, phrase: Phrase) -> bool:
    """Whether a thing called by the same noun can be meant: no other state, no other adjectives."""
    if phrase.country and thing.country and phrase.country != thing.country:
        return False
    if thing.kind in ("organisation", "group"):
        own, other = set(thing.name.lower().split()), set(phrase.text.lower().split())
        return own <= other or other <= own
    return True
