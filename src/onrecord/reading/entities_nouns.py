"""Described parties: "the general", "Sudan’s army", "two officials", and whom they mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.knowledge import actors, countries, roles
from onrecord.language.words import OWNERS, POSSESSIVES, PRONOUNS
from onrecord.model import Analysis, EntityKind, Span
from onrecord.reading.entities_beside import Beside
from onrecord.reading.entities_bodies import Bodies
from onrecord.reading.entities_phrases import Phrase, Phrases, joined, plain, set_phrase, woman
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

# nouns that say too little to be a party unless somebody speaks or acts under them
_VAGUE = frozenset(
    "people percent per cent member members source sources side sides man men party parties head".split()
)
# what names no body where it stands alone: "use force", "in hospital"
_BARE = frozenset("church college court force hospital office prison radio school service television".split())
_OFFICES = frozenset("GOV LEG MIL COP SPY JUD".split())
_OTHER = frozenset("another other others second third fourth different separate new".split())


class Nouns:
    """Reads the described parties of one text, after its names are known."""

    def __init__(self, analysis: Analysis, parties: Parties, tree: Tree) -> None:
        self.analysis = analysis
        self.words = analysis.tokens
        self.tree = tree
        self.phrases = Phrases(tree)
        self.starts = [t.span[0] for t in analysis.tokens]
        self.parties = parties
        self.headline_end = analysis.headline_end
        self.beside = Beside(analysis, parties, tree)
        self.bodies = Bodies(analysis, parties, tree)

    def read(self, sources: Sequence[Span], wanted: Sequence[tuple[Span, Span]]) -> None:
        """Points sources, the parties of events and other described parties at their things, in text order."""
        spans = {span: self.head(span) for span in sources}
        asked = {self.index(head): span for span, head in wanted}
        heads = {head: span for span, head in spans.items() if head is not None}
        for index in range(len(self.words)):
            if index in heads:
                self._source(heads[index], index)
            elif index in asked and index not in self.parties.words:
                self._party(asked[index], index, asked=True)
            elif self._is_noun(index):
                self._party(None, index, asked=False)

    def index(self, span: Span) -> int:
        """The number of the word that begins there."""
        return bisect_right(self.starts, span[0]) - 1

    def head(self, span: Span) -> int | None:
        """The word that heads a source; None where it holds no word."""
        first, last = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        inside = range(first, last)
        tops = [i for i in inside if self._above(i) not in inside]
        nominal = [i for i in tops if self.tree.nominal(i) and self.tree.low(i) not in OWNERS]
        nominal = [i for i in nominal if self.tree.low(i + 1) not in OWNERS or i + 1 >= last - 1] or nominal
        nominal = [i for i in nominal if self.tree.tag(i) != "DET"] or nominal
        found = next(iter(nominal or tops), None)
        return last - 1 if found is not None and self._ends_in_role(found, last - 1) else found

    def _ends_in_role(self, index: int, end: int) -> bool:
        """Whether a name only stands before the noun that ends the source: "a Nordvik spokeswoman"."""
        known = roles.role(self.tree.low(end))
        between = range(index + 1, end)
        simple = not any(self.tree.tag(i) in ("ADP", "PUNCT", "CCONJ", "PART") for i in between)
        named = index < end and self.tree.tag(index) == "PROPN"
        return named and simple and known is not None and known.kind == "person"

    def _above(self, index: int) -> int:
        head = self.tree.head(index)
        return -1 if head is None else head

    def _is_noun(self, index: int) -> bool:
        """Whether a noun that the table knows stands there, in no name and not before another noun."""
        tree = self.tree
        if tree.tag(index) not in ("NOUN", "PROPN") or index in self.parties.words:
            return False
        if tree.relation(index) in ("compound", "flat", "nmod:desc", "amod", "fixed"):
            return False
        if set_phrase(tree.low(index - 1), tree.low(index)) or (index and tree.low(index - 1) == "-"):
            return False
        known = roles.role(tree.low(index)) or roles.role(tree.lemma(index))
        if known is None or tree.low(index) in _VAGUE or (tree.low(index) in _BARE and not tree.core(index)[0] < index):
            return False
        return known.kind != "work" or (tree.low(index) == tree.lemma(index) and bool(tree.kids(index, "det")))

    # ------------------------------------------------------------ sources

    def _source(self, span: Span, index: int) -> None:
        text = self.analysis.text[slice(*span)]
        if text.lower() in PRONOUNS | POSSESSIVES or (self.tree.tag(index) == "PRON" and " " not in text):
            return
        if self._nobody(index):
            self.parties.point(span, "noun", "group", None, [index])
            return
        named = self.beside.named(span, index)
        if named is not None:
            if named.kind == "person" and index not in self.parties.words:
                self._call(named, self.phrases.read(index))
            self.parties.point(span, "name", named.kind, named, [index])
            return
        phrase = self.phrases.read(index)
        state = countries.by_demonym(text) or countries.by_demonym(text.removeprefix("the ").removeprefix("The "))
        if state is not None:
            self.parties.point(span, "noun", "place", self._state(state.name, state.code, span[0]), [index])
            return
        thing = self._apposed(phrase) or self._same(phrase, span[0]) or self._new(phrase, span[0], span)
        self.parties.point(span, "noun", thing.kind, thing, [index])

    def _state(self, name: str, code: str, at: int) -> Thing:
        for thing in self.parties.things:
            if thing.country == code and thing.kind == "place":
                return thing
        return self.parties.add(Thing(name=name, kind="place", first=at, country=code))

    # ------------------------------------------------------------ other parties

    def _party(self, span: Span | None, index: int, *, asked: bool) -> None:
        if self.tree.tag(index) == "PRON" or index in self.parties.words:
            return
        phrase = self.phrases.read(index, alone=True)
        if (phrase.kind is None and not asked) or self._nobody(index):
            return
        span = span or phrase.span
        state = countries.by_demonym(self.words[index].text) if span == self.words[index].span else None
        if state is not None and phrase.kind is None:  # "Qatari mediation"
            self.parties.point(span, "noun", "place", self._state(state.name, state.code, span[0]), [index])
            return
        if span in self.parties.pointers:
            return
        thing = self._apposed(phrase) or self._named_inside(span, phrase)
        thing = thing or self._same(phrase, span[0]) or self._new(phrase, span[0], span)
        self.parties.point(span, "noun", thing.kind, thing, [index])

    def _nobody(self, index: int) -> bool:
        """Whether the phrase says that there is none: "no group"."""
        return any(self.tree.low(k) == "no" for k in self.tree.kids(index, "det"))

    def _named_inside(self, span: Span, phrase: Phrase) -> Thing | None:
        """The person whom a phrase names after its comma: "the head of the port, Ilse Brandt"."""
        if phrase.kind != "person":
            return None
        thing = self.beside.after_comma(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))
        if thing is not None:
            self._call(thing, phrase)
        return thing

    def _apposed(self, phrase: Phrase) -> Thing | None:
        thing = self.beside.apposed(phrase)
        if thing is not None:
            self._call(thing, phrase)
        return thing

    def _call(self, thing: Thing, phrase: Phrase) -> None:
        self.parties.call(thing, phrase.noun, phrase.modifiers)
        thing.country = thing.country or phrase.country
        if thing.kind == "person" and thing.role is None:
            thing.role = _without(phrase.text, thing.name)
        if thing.woman is None:
            thing.woman = woman(phrase.noun)

    # ------------------------------------------------------------ whom they mean

    def _same(self, phrase: Phrase, at: int) -> Thing | None:
        """Who was called so before: "the official" again; in a headline, who will be."""
        headline = at < self.headline_end
        if not headline and (not phrase.definite or self._is_own(phrase)):
            return None
        found = [t for t in self.parties.called(phrase.noun) if self._agree(t, phrase)]
        found = [t for t in found if t.first < at]
        called = max(found, key=lambda t: t.before(at), default=None)
        meant = called if headline else self.bodies.meant(phrase, called)
        if meant is None and not headline and not phrase.modifiers:
            meant = self.bodies.holder(phrase)
        if meant is not None:
            self.parties.call(meant, phrase.noun)
        return meant

    def _is_own(self, phrase: Phrase) -> bool:
        """ "her son", "the minister's wife": told apart from others by an owner who is no state."""
        return phrase.owner is not None and phrase.country is None

    def _agree(self, thing: Thing, phrase: Phrase) -> bool:
        """Whether a thing called by the same noun can be meant: number, state and modifiers do not speak against."""
        if phrase.country and thing.country and phrase.country != thing.country:
            return False
        if thing.plural is not None and thing.plural != phrase.plural:
            return False
        if phrase.modifiers & _OTHER:
            return False
        if not phrase.modifiers:
            return True
        said = thing.modifiers | set((thing.role or "").lower().split()) | set(thing.name.lower().split())
        return phrase.modifiers <= said or not thing.modifiers

    def _new(self, phrase: Phrase, at: int, span: Span) -> Thing:
        end = span[1]
        first, last = bisect_left(self.starts, span[0]), bisect_left(self.starts, end)
        words = self.words[first:last]
        text = phrase.text if len(words) > 12 or not words else joined(plain(words))
        person = phrase.kind == "person"
        owner = self.parties.words.get(phrase.owner) if phrase.owner is not None else None
        serves = owner is not None and actors.noun(phrase.noun) in _OFFICES
        thing = Thing(
            name=text,
            kind=phrase.kind or self._one_of(phrase) or ("group" if phrase.plural else "thing"),
            first=at,
            country=phrase.country or (owner.country if owner is not None and serves else None),
            plural=phrase.plural,
            role=phrase.text if person else None,
            woman=woman(phrase.noun),
        )
        self.parties.call(thing, phrase.noun, phrase.modifiers)
        return self.parties.add(thing)

    def _one_of(self, phrase: Phrase) -> EntityKind | None:
        """What "one of the officials" is: one of such."""
        several = next((k for k in self.tree.kids(phrase.index, "nmod") if self.tree.case(k) == "of"), None)
        if phrase.head not in ("one", "another") or several is None:
            return None
        if self.tree.low(several) in ("them", "us"):
            return "person"
        among = roles.role(self.tree.low(several))
        return None if among is None else "person" if among.kind == "group" else among.kind


def _without(role: str, name: str) -> str:
    """The words of a role without the name, and its title, that ends them."""
    return role.rpartition(",")[0] or role if role.endswith(name) else role
