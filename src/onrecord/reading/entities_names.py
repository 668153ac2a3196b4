"""Proper names to things: states and their capitals, known bodies, persons under their shorter names."""

from collections.abc import Sequence

from onrecord.knowledge import countries, organisations, persons, roles
from onrecord.language import lexicon
from onrecord.language.words import LOCATIVE, MOTION, OWNERS
from onrecord.model import Analysis, EntityKind, Name, Span
from onrecord.reading.claims_phrases import Words, low
from onrecord.reading.entities_phrases import country, read
from onrecord.reading.mentions import Parties, Thing

BEFORE_PERSON = 6


class Names:
    """The named things of one text, found in text order."""

    def __init__(self, analysis: Analysis, parties: Parties) -> None:
        self.words: Words = analysis.tokens
        self.starts = {t.span[0]: i for i, t in enumerate(analysis.tokens)}
        self.ends = {t.span[1]: i + 1 for i, t in enumerate(analysis.tokens)}
        self.text = analysis.text
        self.parties = parties
        self.things = parties.things
        self._by_key: dict[str, Thing] = {}
        self._persons: dict[str, list[Thing]] = {}
        self._speaking: frozenset[int] = frozenset()
        self._titled: set[str] = set()
        self._european = any(mark in analysis.text for mark in ("European Union", "European Commission", "EU "))

    def read(self, names: Sequence[Name], sources: Sequence[Span]) -> None:
        """Points every name that can be told at its thing. Names of several words go first, so that a
        headline's short form finds the full name below it."""
        self._titled = {self.text[slice(*n.span)] for n in names if n.kind == "person"}
        self._speaking = frozenset(start for start, _ in sources) | frozenset(end for _, end in sources)
        for name in sorted(names, key=lambda n: (" " not in self.text[slice(*n.span)], n.span)):
            thing = self._thing(name)
            if thing is not None:
                self.parties.point(name.span, "name", thing.kind, thing)

    def _thing(self, name: Name) -> Thing | None:
        text = self.text[slice(*name.span)]
        first, last = self.starts[name.span[0]], self.ends[name.span[1]]
        if countries.by_demonym(text) and not countries.by_name(text) and low(self.words, first - 1) != "the":
            return None
        return (
            self._state(text, first, last, name)
            or self._body(text, name)
            or self._known_person(text, first)
            or self._new(text, first, last, name)
        )

    def _state(self, text: str, first: int, last: int, name: Name) -> Thing | None:
        """A state by its name, by its capital where that stands for the government, by its people."""
        country = countries.by_name(text)
        if country is None and (capital := countries.by_capital(text)):
            if self._is_location(first, last):
                return self._keep(text, "place", name.span[0])
            if text == "Brussels":
                return self._body("European Union", name) if self._european else None
            country = capital
        if country is None and low(self.words, first - 1) == "the" and text.endswith("s"):
            country = countries.by_demonym(text) or countries.by_demonym(text[:-1])
        if country is None:
            return None
        code = country.code
        thing = self._by_key.get(code)
        if thing is None:
            thing = self._add(Thing(name=text, kind="place", first=name.span[0], country=code), code)
        elif countries.by_name(text) and not countries.by_name(thing.name):
            thing.name = text
        return thing

    def _is_location(self, first: int, last: int) -> bool:
        before = low(self.words, first - 1)
        return (
            before in LOCATIVE
            or (low(self.words, last) == "," and before in LOCATIVE)
            or (before == "to" and low(self.words, first - 2) in MOTION)
        )

    def _body(self, text: str, name: Name) -> Thing | None:
        known = organisations.by_name(text)
        if known is None:
            return None
        key = known.name
        return self._by_key.get(key) or self._add(
            Thing(name=known.name, kind="organisation", first=name.span[0], country=known.country), key
        )

    def _keep(self, text: str, kind: EntityKind, at: int) -> Thing:
        return self._by_key.get(text) or self._add(Thing(name=text, kind=kind, first=at), text)

    def _add(self, thing: Thing, key: str) -> Thing:
        self._by_key[key] = thing
        self.things.append(thing)
        return thing

    def _known_person(self, text: str, first: int) -> Thing | None:
        """Someone already named in full whose last (or, alone, first) name this is."""
        words = text.split()
        found = self._persons.get(words[-1], []) if len(words) <= 2 else []
        found = [t for t in found if set(words) <= set(t.name.split())]
        if len(found) != 1:
            return self._by_key.get(text) if not found else None
        self._describe(found[0], first, first + len(words))
        return found[0]

    def _new(self, text: str, first: int, last: int, name: Name) -> Thing | None:
        acronym = self._acronym(text, first)
        if acronym is not None:
            self._by_key[text] = acronym
            return acronym
        kind = name.kind or self._kind(text, first, last)
        if kind is None:
            if " " in text and not text.isupper():
                self.parties.nameless.append(name.span)
            return None
        thing = self._add(Thing(name=text, kind=kind, first=name.span[0]), text)
        if kind == "person":
            for word in text.split():
                self._persons.setdefault(word, []).append(thing)
            self._describe(thing, first, last)
        elif kind == "organisation":
            self._set_state(thing, first, last)
        return thing

    def _acronym(self, text: str, first: int) -> Thing | None:
        """A thing whose capitals spell this name."""
        text = text.replace(".", "")
        if not (text.isupper() and 2 <= len(text) <= 7):
            return None
        for thing in self.things:
            initials = "".join(w[0] for w in thing.name.split() if w[0].isupper())
            if initials == text and len(initials) > 1 and thing.kind != "person":
                return thing
        return None

    def _kind(self, text: str, first: int, last: int) -> EntityKind | None:
        before = roles.role(low(self.words, first - 1))
        if before is not None and before.kind in ("person", "organisation") and not before.plural:
            return before.kind
        if self._has_person_words(text, first, last):
            return "person"
        if low(self.words, first - 1) in LOCATIVE:
            return "place"
        if self._speaks(first, last) and (low(self.words, first - 1) == "the" or text.replace(".", "").isupper()):
            return "organisation"
        return None

    def _speaks(self, first: int, last: int) -> bool:
        edges = {self.words[first].span[0], self.words[last - 1].span[1]}
        if first and low(self.words, first - 1) == "the":
            edges.add(self.words[first - 1].span[0])
        return bool(edges & self._speaking)

    def _has_person_words(self, text: str, first: int, last: int) -> bool:
        """A given name, a role beside it, a speaker of two or three words that are no words of English."""
        words = text.split()
        if len(words) > 4 or (text.isupper() and len(text) < 6):
            return False
        if words[-1] in self._titled:
            return True
        if low(self.words, first - 1) == "," and self._role_in(max(0, first - 1 - BEFORE_PERSON), first - 1, -1):
            return True
        if len(words) > 1 and persons.is_given_name(words[0]):
            return True
        speaks = self._speaks(first, last) and low(self.words, first - 1) != "the"
        foreign = not any(lexicon.classes(w)[:1] in ("N", "J", "D", "I") for w in words)
        if low(self.words, last) == "," and self._role_in(last + 1, min(len(self.words), last + 8)):
            return True
        if low(self.words, last) == "," and speaks:
            return len(words) > 1
        return len(words) in (2, 3) and speaks and foreign

    def _role_in(self, first: int, last: int, step: int = 1) -> bool:
        """Whether a noun for a person stands there, looking on from the name until a mark."""
        for index in range(first, last) if step > 0 else range(last - 1, first - 1, -1):
            if self.words[index].text in (",", ".", ";"):
                return False
            known = roles.role(low(self.words, index))
            if known is not None and known.kind == "person":
                return low(self.words, index + 1) not in OWNERS
        return False

    def _describe(self, thing: Thing, first: int, last: int) -> None:
        """Role, country and sex from the title before a person and the apposition around."""
        start = first
        while start > 0 and first - start < 7 and self._is_title_word(start - 1):
            start -= 1
        if start < first:
            self._take(thing, start, first)
        if self.words[first - 1].text == "," if first else False:
            self._take_before(thing, first - 1)
        if last < len(self.words) and self.words[last].text == ",":
            self._take_after(thing, last + 1)
        before = low(self.words, first - 1)
        if before in ("mr", "mr.", "sir", "lord"):
            thing.woman = False
        elif before in ("mrs", "ms", "miss", "mrs.", "ms.", "dame", "lady"):
            thing.woman = True

    def _is_title_word(self, index: int) -> bool:
        word = self.words[index].text
        if not (word[0].isalpha()) or low(self.words, index) in (
            "and",
            "but",
            "said",
            "of",
            "in",
            "by",
            "with",
        ):
            return False
        return bool(
            roles.is_title(word) or roles.role(word) or word[0].isupper() or lexicon.classes(word)[:1] in ("J", "N")
        )

    def _take(self, thing: Thing, first: int, last: int) -> None:
        """A phrase that ends in a role becomes the person's role."""
        while first < last and roles.role(low(self.words, last - 1)) is None:
            last -= 1
        phrase = read(self.words[first:last]) if first < last else None
        if phrase is None or phrase.kind != "person":
            return
        self.parties.call(thing, phrase.head)
        thing.country = thing.country or phrase.country
        thing.role = thing.role or phrase.text
        if phrase.head.endswith("woman"):
            thing.woman = True
        elif phrase.head.endswith("man") and phrase.head != "woman":
            thing.woman = False

    def _take_before(self, thing: Thing, comma: int) -> None:
        start = comma
        while (start > 0 and comma - start < 10 and self.words[start - 1].text[0].isalnum()) or (
            start > 0 and self.words[start - 1].text in OWNERS
        ):
            start -= 1
            if low(self.words, start) in ("the", "a", "an", "its", "his", "her", "their"):
                break
        self._take(thing, start, comma)

    def _take_after(self, thing: Thing, start: int) -> None:
        if low(self.words, start) not in ("the", "a", "an", "its", "his", "her", "their") and not (
            roles.role(low(self.words, start)) or self._owned(start)
        ):
            return
        end = start
        while end < len(self.words) and end - start < 20 and self.words[end].text not in (",", ".", ";", "”", "“", ":"):
            end += 1
        phrase = read(self.words[start:end])
        if phrase is None or phrase.kind != "person":
            return
        self.parties.call(thing, phrase.head)
        thing.country = thing.country or country(self.words[start:end], phrase.head)
        text = self.text[self.words[start].span[0] : self.words[end - 1].span[1]]
        bare = text.split(" ", 1)
        thing.role = thing.role or (bare[1] if bare[0].lower() in ("the", "a", "an") and len(bare) > 1 else text)
        if phrase.head.endswith("woman"):
            thing.woman = True

    def _owned(self, start: int) -> bool:
        return any(w.text in OWNERS for w in self.words[start : start + 4])

    def _set_state(self, thing: Thing, first: int, last: int) -> None:
        """ "the Russian Defence Ministry": the state of a body from a demonym in or before its name."""
        for index in range(max(0, first - 1), last):
            word = self.words[index].text
            if word[0].isupper() and (country := countries.by_demonym(word)):
                thing.country = country.code
                return
