"""Proper names to things: states and their capitals, known bodies, persons under their shorter names."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.knowledge import actors, countries, organisations, persons, roles
from onrecord.language.words import LOCATIVE, MOTION, ORGANISATION_WORDS
from onrecord.model import Analysis, EntityKind, Name, Place, Span
from onrecord.reading.claims_phrases import Words, low
from onrecord.reading.entities_persons import Persons
from onrecord.reading.entities_phrases import Phrases
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

_PARTS = ("flat", "compound", "nmod:desc", "appos")
_OWNED = frozenset("shares stock board shareholders profits headquarters".split())  # what companies have
_SURE = 0.6  # probability above which the encoder's class of a name stands against a bare table


class Names:
    """The named things of one text, found in text order."""

    def __init__(self, analysis: Analysis, parties: Parties, tree: Tree, places: Sequence[Place]) -> None:
        self.words: Words = analysis.tokens
        self.tree = tree
        self.phrases = Phrases(tree)
        self.starts = [t.span[0] for t in analysis.tokens]
        self.text = analysis.text
        self.parties = parties
        self.places = {place.span: place for place in places}
        self.persons = Persons(analysis, parties, tree)
        self._by_key: dict[str, Thing] = {}
        self._shorter: dict[str, list[Thing]] = defaultdict(list)
        self._initials: dict[str, Thing] = {}
        self._kinds: dict[str, EntityKind] = {}
        self._speaking: frozenset[int] = frozenset()

    def read(self, names: Sequence[Name], sources: Sequence[Span]) -> None:
        """Points every name that can be told at its thing. Names of several words go first, so that a
        headline's short form finds the full name below it."""
        self._speaking = frozenset(start for start, _ in sources) | frozenset(end for _, end in sources)
        found = [(*self._range(self._widened(name.span)), name) for name in names]
        self._vote(found)
        for first, last, name in sorted(found, key=lambda n: (n[1] - n[0] == 1, n[0])):
            if first >= last:
                continue
            thing = self._thing(first, last, name)
            if thing is not None:
                span = self.words[first].span[0], self.words[last - 1].span[1]
                self.parties.point(span, "name", thing.kind, thing, self._numbers(first, last))
        self.parties.nameless.sort()

    def _widened(self, span: Span) -> Span:
        """The whole place name where the encoder saw but a part ("Dar" of "Dar es Salaam")."""
        wide = next((p for p in self.places if p[0] <= span[0] < p[1] and p[1] > span[1]), None)
        return wide if wide is not None and wide[0] == span[0] else span

    def _range(self, span: Span) -> tuple[int, int]:
        first, last = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        counted = last - first > 1 and self.words[first].text.isdigit()  # "the 27 EU states"
        return first + counted, last

    def _vote(self, names: Sequence[tuple[int, int, Name]]) -> None:
        """One kind for all names of the same words: the likeliest over the text."""
        votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
        for first, last, name in names:
            if first < last and self._names_body(first, last):
                votes[fold(self._text(first, last))]["organisation"] += 2
            if name.kind is not None and first < last:
                place = self.places.get(name.span)
                votes[fold(self._text(first, last))][name.kind] += name.score or 1  # type: ignore[assignment]
                if place is not None and not self.persons.is_surely(first, last):
                    votes[fold(self._text(first, last))]["place"] += place.score or 0.5  # type: ignore[assignment]
        for text, kinds in list(votes.items()):
            if " " in text and max(kinds.values()) < _SURE:
                words = text.split()
                for short in (words[0], words[-1]):
                    kinds.update(votes.get(short, Counter()))
        self._kinds = {text: max(kinds, key=lambda k: kinds[k]) for text, kinds in votes.items()}

    def _names_body(self, first: int, last: int) -> bool:
        """Whether the words beside a name make it a body's: "energy group Nordvik", "a Nordvik spokeswoman"."""
        before, after = roles.role(low(self.words, first - 1)), low(self.words, last)
        if before is not None and before.kind == "organisation" and not before.plural and before.title is False:
            above, below = self.tree.head(first - 1), self.tree.head(first)
            beside = (above is not None and first <= above < last) or below == first - 1
            return beside and self.words[first - 1].text.islower()
        if after in ("'s", "’s"):
            return low(self.words, last + 1) in _OWNED or low(self.words, last + 2) in ("executive", "shareholder")
        seated = after == "has" and low(self.words, last + 1) == "its" and low(self.words, last + 2) in _OWNED
        return seated or (after.startswith("spokes") and last - first < 4)

    def _text(self, first: int, last: int) -> str:
        return " ".join(self.text[self.words[first].span[0] : self.words[last - 1].span[1]].split())

    def _numbers(self, first: int, last: int) -> list[int]:
        """The words of a name with the title that heads it, the head last."""
        inside = range(first, last)
        top = next((i for i in inside if (h := self.tree.head(i)) is None or h not in inside), first)
        numbers = [i for i in inside if i != top] + [top]
        above = self.tree.head(top)
        title = above is not None and above < first and self.tree.relation(top) in ("flat", "nmod:desc", "compound")
        if above is not None and title and roles.is_title(self.words[above].text):
            numbers.append(above)
        return numbers

    def _thing(self, first: int, last: int, name: Name) -> Thing | None:
        text = self._text(first, last)
        if countries.by_demonym(text) and not countries.by_name(text):
            return self._people(text, first, last)
        known = roles.role(text)
        if name.kind == "group" and known is not None and known.kind == "person" and not known.plural:
            return None  # "the Taoiseach"
        if name.tag == "NORP" and not countries.by_name(text) and self._qualifies(first, last):
            return None
        return (
            self._state(text, first, last)
            or self._body(text, first)
            or self.persons.known(text, first, last, name.kind)
            or self._new(text, first, last, name)
        )

    def _qualifies(self, first: int, last: int) -> bool:
        """Whether the name only stands before a noun ("Maasai elders")."""
        head = self.tree.head(last - 1)
        return self.tree.tag(last - 1) == "ADJ" or (
            head is not None and head >= last and self.tree.relation(last - 1) in ("amod", "compound")
        )

    # ------------------------------------------------------------ states and bodies

    def _people(self, text: str, first: int, last: int) -> Thing | None:
        """ "the Russians" for their government; a people by its name ("Americans"); an adjective is no party."""
        country = countries.by_demonym(text)
        if country is None or self._qualifies(first, last) or not text.endswith(("s", "ese", "sh", "ch")):
            return None
        if low(self.words, first - 1) == "the":
            return self._of_state(country.code, country.name, first)
        thing = Thing(name=text, kind="group", first=first, country=country.code, plural=True)
        return self._by_key.get(fold(text)) or self._add(thing, fold(text))

    def _state(self, text: str, first: int, last: int) -> Thing | None:
        """A state by its name, by its capital where that stands for the government."""
        country = countries.by_name(text)
        if country is None and (half := self._half(text, first)):
            return half
        if country is None and (capital := countries.by_capital(text)):
            if self._is_location(first, last, text):
                return self._place(text, first, last)
            if text == "Brussels":
                return self._body("European Union", first)
            country = capital
        return self._of_state(country.code, country.name, first) if country is not None else None

    def _half(self, text: str, first: int) -> Thing | None:
        """ "The North" for North Korea, where the text tells of it."""
        if text not in ("North", "South") or low(self.words, first - 1) != "the":
            return None
        found = [t for t in self.parties.things if t.kind == "place" and t.country and t.name.startswith(f"{text} ")]
        return found[0] if len(found) == 1 and countries.by_name(found[0].name) else None

    def _of_state(self, code: str, name: str, first: int) -> Thing:
        at = self.words[first].span[0]
        return self._by_key.get(code) or self._add(Thing(name=name, kind="place", first=at, country=code), code)

    def _is_location(self, first: int, last: int, text: str) -> bool:
        place = self.places.get((self.words[first].span[0], self.words[last - 1].span[1]))
        before = low(self.words, first - 1)
        if before == "for" and low(self.words, first - 2) in ("bound", "headed", "heading", "left", "leaving"):
            return True
        if place is not None and place.use == "government":
            return False
        subject = self.tree.relation(first) in ("nsubj", "nsubj:pass") or self._speaks(first, last)
        located = before in LOCATIVE or (before == "to" and low(self.words, first - 2) in MOTION)
        if text.isupper() and len(text) > 3 and low(self.words, last) in (",", "(", "—", "–", "-"):
            return True
        return located or (place is not None and place.use == "location" and not subject)

    def _place(self, text: str, first: int, last: int) -> Thing:
        place = self.places.get((self.words[first].span[0], self.words[last - 1].span[1]))
        country = place.country if place is not None else None
        found = self._by_key.get(fold(text))
        if found is None:
            name = text.title() if text.isupper() and len(text) > 3 else text
            found = self._add(
                Thing(name=name, kind="place", first=self.words[first].span[0], country=country), fold(text)
            )
        found.country = found.country or country
        if found.name.isupper() and not text.isupper():
            found.name = text
        return found

    def _body(self, text: str, first: int) -> Thing | None:
        known = organisations.by_name(text)
        wider = actors.body(text) if known is None else None
        if known is None and wider is None:
            return None
        name, country = (known.name, known.country) if known else (wider.name, wider.country) if wider else ("", None)
        at = self.words[first].span[0]
        return self._by_key.get(name) or self._add(
            Thing(name=name, kind="organisation", first=at, country=country), name
        )

    def _add(self, thing: Thing, key: str) -> Thing:
        self._by_key[key] = thing
        self.parties.add(thing)
        if thing.kind == "organisation":
            words = thing.name.split()
            self._shorter[fold(words[0])].append(thing)
            self.parties.call(thing, words[-1].lower())
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(initials) > 1:
                self._initials.setdefault(initials, thing)
        return thing

    # ------------------------------------------------------------ other names

    def _new(self, text: str, first: int, last: int, name: Name) -> Thing | None:
        known = self._by_key.get(fold(text)) or self._acronym(text) or self._shortened(text, first)
        if known is not None:
            if known.name.isupper() and len(known.name) > 5 and not text.isupper():
                known.name = text
            return known
        kind = self._kind(text, first, last, name)
        if kind is None:
            if last - first > 1 and not text.isupper():
                self.parties.nameless.append(name.span)
            return None
        if kind == "person":
            return self.persons.new(text, first, last)
        if kind == "place":
            return self._place(text, first, last)
        country = self.phrases.country(self._numbers(first, last)[-1]) if kind in ("organisation", "group") else None
        country = country or self._own_state(first, last)
        thing = Thing(name=text, kind=kind, first=self.words[first].span[0], country=country)
        thing.plural = True if kind == "group" else None
        return self._add(thing, fold(text))

    def _acronym(self, text: str) -> Thing | None:
        """A thing whose capitals spell this name."""
        bare = text.replace(".", "")
        return self._initials.get(bare) if bare.isupper() and 2 <= len(bare) <= 7 else None

    def _shortened(self, text: str, first: int) -> Thing | None:
        """A body already named in full of which this is the first word ("Tamarind" for Tamarind Foods)."""
        if " " in text or countries.by_demonym(text):
            return None
        found = [t for t in self._shorter.get(fold(text), []) if t.name != text]
        return found[0] if len(found) == 1 and self.tree.relation(first) != "compound" else None

    def _own_state(self, first: int, last: int) -> str | None:
        """ "the Russian Defence Ministry": the state of a body from a demonym in or before its name."""
        for index in range(max(0, first - 1), last):
            word = self.words[index].text
            if word[0].isupper() and (country := countries.by_demonym(word)):
                return country.code
        return None

    def _kind(self, text: str, first: int, last: int, name: Name) -> EntityKind | None:
        kind = self._kinds.get(fold(text), name.kind)
        edges = (self.words[first].text.lower(), self.words[last - 1].text.lower())
        if last - first > 1 and ORGANISATION_WORDS.intersection(edges) and kind != "group":
            return "organisation"
        if kind == "person" or (kind != "organisation" and (name.score or 1) < _SURE and self._is_person(first, last)):
            return "person"
        if kind is None and self._is_person(first, last):
            return "person"
        if kind == "place" and self._speaks(first, last) and self.places.get(name.span) is None:
            return "person" if self._is_person(first, last) else "organisation"
        if kind is None and self._speaks(first, last) and text.replace(".", "").isupper():
            return "organisation"
        return kind

    def _is_person(self, first: int, last: int) -> bool:
        return self.persons.is_surely(first, last) or (
            last - first > 1 and persons.is_given_name(self.words[first].text)
        )

    def _speaks(self, first: int, last: int) -> bool:
        edges = {self.words[first].span[0], self.words[last - 1].span[1]}
        if first and low(self.words, first - 1) == "the":
            edges.add(self.words[first - 1].span[0])
        return bool(edges & self._speaking)


def fold(text: str) -> str:
    """A name without its case and full stops, to tell equal ones."""
    return text.replace(".", "").removeprefix("the ").removeprefix("The ").casefold()
