"""Persons by name: full and shorter names, what titles and appositions say of them."""

from collections import defaultdict

from onrecord.knowledge import persons, roles
from onrecord.language.words import OWNERS
from onrecord.model import Analysis, EntityKind
from onrecord.reading.claims_phrases import Words, low
from onrecord.reading.entities_phrases import Phrases, joined, plain, woman
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

_MEN = frozenset("mr mr. sir lord king prince".split())
_WOMEN = frozenset("mrs mrs. ms ms. miss mme dame lady queen princess".split())
_PLAIN = _MEN | _WOMEN | frozenset("dr dr. prof prof. rev rev. st hon".split())
_LONGEST_ROLE = 14  # words


class Persons:
    """The persons that one text names."""

    def __init__(self, analysis: Analysis, parties: Parties, tree: Tree) -> None:
        self.words: Words = analysis.tokens
        self.text = analysis.text
        self.tree = tree
        self.phrases = Phrases(tree)
        self.parties = parties
        self._by_word: dict[str, list[Thing]] = defaultdict(list)
        self._parts: dict[int, frozenset[str]] = {}

    def is_surely(self, first: int, last: int) -> bool:
        """Whether a title or role stands before the name, or a role beside it."""
        before = self.words[first - 1].text if first else ""
        known = roles.role(before)
        if before and (before.lower() in _PLAIN or (known is not None and known.title and known.kind == "person")):
            return True
        return last - first > 1 and (roles.is_title(self.words[first].text) or self._is_apposed(first, last))

    def _is_apposed(self, first: int, last: int) -> bool:
        """Whether a name of several words names the one before it: "the chief executive of Hanil, Park Joon-ho"."""
        tree = self.tree
        top = next((i for i in range(first, last) if (h := tree.head(i)) is None or not first <= h < last), first)
        above = tree.head(top)
        if above is None or tree.relation(top) != "appos" or above >= first or low(self.words, first - 1) != ",":
            return False
        near = [above, *(h for _, relation, h in tree.above(above) if relation == "nmod")][:3]
        return any((known := roles.role(tree.low(i))) and known.kind == "person" and not known.plural for i in near)

    def known(self, text: str, first: int, last: int, kind: EntityKind | None) -> Thing | None:
        """Someone already named in full whose last name, first name or shorter name this is."""
        first = self._past_titles(first, last)
        words = [w.text.casefold() for w in self.words[first:last]]
        if kind not in ("person", None) and len(words) == 1 and self._kept_apart(first, last):
            return None
        near = self._by_word.get(words[-1], [])[-50:] if words else []
        found = [t for t in near if self._parts[id(t)].issuperset(words)]
        sex = self._title_sex(first)
        found = [t for t in found if sex is None or t.woman in (None, sex)]
        found = [t for t in found if sex is not None and t.woman is sex] or found
        if not found:
            return None
        at = self.words[first].span[0]
        thing = found[0] if len(found) == 1 else max(found, key=lambda t: t.before(at))
        self._describe(thing, first, last)
        return thing

    def _kept_apart(self, first: int, last: int) -> bool:
        """A place or body of the same word ("in Washington" in a text about George Washington)."""
        return low(self.words, first - 1) in ("in", "at", "near", "the", "from", "to")

    def new(self, text: str, first: int, last: int) -> Thing:
        """A person of whom the text has not spoken."""
        first = self._past_titles(first, last)
        name = joined(self.words[first:last])
        if name.isupper() and len(name) > 5:
            name = name.title()
        thing = self.parties.add(Thing(name=name, kind="person", first=self.words[first].span[0], plural=False))
        parts = [w.text.casefold() for w in self.words[first:last]]
        self._parts[id(thing)] = frozenset(parts)
        for part in set(parts):
            self._by_word[part].append(thing)
        thing.woman = persons.sex(self.words[first].text)
        self._describe(thing, first, last)
        return thing

    def _past_titles(self, first: int, last: int) -> int:
        while first + 1 < last and roles.is_title(self.words[first].text):
            first += 1
        return first

    def _title_sex(self, first: int) -> bool | None:
        before = low(self.words, first - 1)
        return True if before in _WOMEN else False if before in _MEN else None

    # ------------------------------------------------------------ roles

    def _describe(self, thing: Thing, first: int, last: int) -> None:
        """Role, country and sex from the title before a person and the apposition around."""
        sex = self._title_sex(first)
        thing.woman = sex if sex is not None else thing.woman
        for index in self._nouns_beside(first, last):
            self._take(thing, index, first, last)

    def _nouns_beside(self, first: int, last: int) -> list[int]:
        """Nouns for persons that grammar or a comma joins to the name."""
        tree = self.tree
        top = next((i for i in range(first, last) if (h := tree.head(i)) is None or not first <= h < last), first)
        near = [k for k in tree.kids(top, "appos", "compound", "nmod:desc", "flat") if not first <= k < last]
        near = [k for k in near if not tree.kids(k, "cc")]  # "and her Mexican counterpart"
        above = tree.head(top)
        if above is not None and tree.relation(top) in ("appos", "flat", "nmod:desc"):
            near.append(above)
        if above is not None and tree.relation(top) == "compound" and above < first:
            near.append(above)
        if first and low(self.words, first - 1) not in _PLAIN:
            near.append(first - 1)
        if last < len(self.words) and self.words[last].text == ",":
            near += self._after(last + 1)
        if first > 1 and self.words[first - 1].text == ",":
            near += [first - 2]
        return [i for i in dict.fromkeys(near) if self._is_role(i)]

    def _is_role(self, index: int) -> bool:
        known = roles.role(self.tree.low(index))
        if known is not None:
            return known.kind == "person" and not known.plural
        return self.tree.tag(index) == "NOUN" and self.phrases.read(index).kind == "person"

    def _after(self, start: int) -> list[int]:
        """The head of the noun phrase that a comma joins to a name."""
        tree = self.tree
        if low(self.words, start) == "and":
            return []
        opened = low(self.words, start) in ("the", "a", "an", "its", "his", "her", "their", "then", "now", "once")
        for index in range(start, min(start + 8, len(self.words))):
            if self.words[index].text in (",", ".", ";", ":", "“", "”") or tree.tag(index) in ("VERB", "AUX"):
                return []
            inside = tree.relation(index) in ("compound", "amod", "nmod:poss") and tree.head(index) not in (None, index)
            if self._is_role(index) and not inside and (opened or tree.relation(index) in ("appos", "conj", "nmod")):
                return [index]
        return []

    def _take(self, thing: Thing, index: int, first: int, last: int) -> None:
        """A noun beside the name becomes the person's role, with what belongs to it."""
        phrase = self.phrases.read(index)
        self.parties.call(thing, phrase.noun, phrase.modifiers)
        thing.country = thing.country or phrase.country
        if thing.woman is None:
            thing.woman = woman(phrase.noun)
        if thing.role is None:
            thing.role = self._role(index, first, last)

    def _role(self, index: int, first: int, last: int) -> str:
        """The words of a role: a phrase that stops before the name, or goes on to the next comma after it."""
        tree = self.tree
        start, end = tree.core(index)
        if index < first:
            end = min(end, index + 1) if end > first else end
            while start and self._belongs(start - 1, start, last):
                start -= 1
            words = self.words[start:end]
        else:
            start = max(start, last)
            end = index + 1
            while end < len(self.words) and end - start < _LONGEST_ROLE and self._goes_on(end):
                end += 1
            words = self.words[start:end]
        return joined(plain(words)) if words else self.words[index].text

    def _belongs(self, index: int, first: int, last: int) -> bool:
        """Whether a word before a title is a part of it ("Deputy Treasury" Secretary), wherever the parser hangs it."""
        tree = self.tree
        near = tree.relation(index) in ("compound", "nmod:desc", "amod", "flat") and tree.low(index + 1) not in OWNERS
        return near and tree.head(index) in range(first, last) and self.words[index].text[0].isalpha()

    def _goes_on(self, index: int) -> bool:
        word = self.words[index].text
        if word in (",", ".", ";", ":", "“", "”", '"', "(", ")", "—", "–") or word.lower() in ("who", "that", "which"):
            return False
        return self.tree.tag(index) not in ("VERB", "AUX", "SCONJ", "CCONJ") or word.lower() == "and"
