"""Who is named beside a noun: "Shoigu, the defence minister", "the daily El Norte", "Nigeria, its neighbour"."""

from bisect import bisect_left

from onrecord.knowledge import countries, roles
from onrecord.model import Analysis, Span
from onrecord.reading.entities_phrases import Phrase
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

NAME_PARTS = ("compound", "flat", "nmod:desc", "flat:name", "appos")

# what a state is called by
_STATES = frozenset("ally backer country donor member nation neighbour neighbor partner power republic rival".split())


class Beside:
    """Looks around the nouns of one text for names that are known."""

    def __init__(self, analysis: Analysis, parties: Parties, tree: Tree) -> None:
        self.words = analysis.tokens
        self.tree = tree
        self.starts = [t.span[0] for t in analysis.tokens]
        self.parties = parties

    def named(self, span: Span, index: int) -> Thing | None:
        """The thing whose name heads the source, or is in apposition to its head."""
        last = bisect_left(self.starts, span[1])
        if (ending := self._name_at_end(index, last)) is not None:
            return ending
        found = self.parties.words.get(index)
        if self._joint(index, last):
            return None
        if found is not None:
            return found
        first, last = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        for kid in self.tree.kids(index, *NAME_PARTS):
            thing = self.parties.words.get(kid)
            near = self.tree.relation(kid) != "compound" or kid > index
            if thing is not None and first <= kid < last and near and thing.kind in ("person", "organisation"):
                return thing
        return self.after_comma(first, last)

    def _name_at_end(self, index: int, last: int) -> Thing | None:
        """ "Geologist Tamar Javakhi", "the daily El Norte": who is named right behind the noun, whatever the parser
        makes of it."""
        first = last
        while first > index + 1 and self.parties.words.get(first - 1) is not None:
            first -= 1
        thing = self.parties.words.get(last - 1)
        known = roles.role(self.tree.low(first - 1))
        if thing is None or known is None or known.plural or self.parties.words.get(first) is not thing:
            return None
        between = any(self.tree.tag(i) in ("ADP", "PUNCT", "CCONJ", "PART") for i in range(index, first))
        return thing if known.kind == thing.kind and not between else None

    def after_comma(self, first: int, last: int) -> Thing | None:
        """ "the commissioner, Lucía Barragán": the person that follows the comma."""
        for comma in range(first + 1, last - 1):
            if self.words[comma].text != ",":
                continue
            thing = self.parties.words.get(self._past_titles(comma + 1, last - 1))
            return thing if thing is not None and thing.kind == "person" else None
        return None

    def _past_titles(self, at: int, last: int) -> int:
        """The index of the name in "Portuguese lawmaker Ana Figueira", past what stands before it."""
        while at < last and at not in self.parties.words and self._before_name(at):
            at += 1
        return at

    def _before_name(self, index: int) -> bool:
        word = self.words[index].text
        known = roles.role(word)
        person = known is not None and known.kind == "person" and not known.plural
        return roles.is_title(word) or person or countries.by_demonym(word) is not None

    def _joint(self, index: int, last: int) -> bool:
        """Whether somebody else is joined to the noun, or with "and" to the name behind it."""
        tree = self.tree
        named = (j for k in tree.kids(index, "appos", "flat") for j in tree.kids(k, "conj") if j < last)
        others = any(tree.nominal(j) and tree.kids(j, "cc") for j in named)
        return others or any(tree.nominal(k) for k in tree.kids(index, "conj"))

    def apposed(self, phrase: Phrase) -> Thing | None:
        """The person or body named beside the noun: "Shoigu, the defence minister", "Captain Shoigu"."""
        tree, words = self.tree, self.parties.words
        if any(tree.low(k) == "whose" for k in tree.kids(phrase.index, "nmod:poss")):  # "Braithwaite, whose wife"
            return None
        near = tree.kids(phrase.index, "appos", "flat", "nmod:desc")
        near += [j for k in near for j in tree.kids(k, "appos", "flat", "nmod:desc")]  # "its rival, the group Andrade"
        if (
            tree.relation(phrase.index) in ("appos", "flat", "nmod:desc")
            and (above := tree.head(phrase.index)) is not None
        ):
            near = [*near, above]
        near += self._said_again(phrase.index)
        if phrase.kind == "person":  # "a spokesman for the Kremlin, Denis Vorontsov"
            near = [*near, *(far for k in tree.kids(phrase.index, "nmod") for far in self._persons_beside(k))]
        start, end = tree.core(phrase.index)
        near = [*near, *(i for i in self._across_commas(start, end) if i is not None)]
        for index in near:
            thing = words.get(index)
            if thing is not None and thing.kind != "person" and phrase.definite and phrase.noun in _STATES:
                return thing
            if thing is None or (phrase.kind not in (thing.kind, None) and not self._is_trade(phrase, thing)):
                continue
            if thing.kind == "person" or (thing.kind == "organisation" and phrase.definite):
                return thing
        return None

    def _said_again(self, index: int) -> list[int]:
        """The name before a comma where a parser takes what is said of it for another: "Nigeria, its neighbour"."""
        tree, before = self.tree, self.tree.core(index)[0] - 1
        above = tree.head(index)
        joined = tree.relation(index) == "conj" and not tree.kids(index, "cc") and tree.low(before) == ","
        return [above] if joined and above is not None and above == before - 1 else []

    def _persons_beside(self, index: int) -> list[int]:
        things = self.parties.words
        return [k for k in self.tree.kids(index, "appos") if k in things and things[k].kind == "person"]

    def _is_trade(self, phrase: Phrase, thing: Thing) -> bool:
        """Whether a noun that may be a firm's is a person's here: "Ilse Brandt, a crane operator"."""
        single = not phrase.plural and not phrase.definite
        return thing.kind == "person" and single and phrase.noun.endswith(("er", "or"))

    def _across_commas(self, start: int, end: int) -> list[int | None]:
        """The words just outside commas on both sides, past titles."""
        found: list[int | None] = []
        if start > 1 and self.words[start - 1].text == ",":
            before = self.parties.words.get(start - 2)
            found.append(start - 2 if before is not None and before.kind == "person" else None)
        if end + 1 < len(self.words) and self.words[end].text == ",":
            at = self._past_titles(end + 1, len(self.words) - 1)
            after = self.parties.words.get(at)
            found.append(at if after is not None and after.kind == "person" else None)
        return found
