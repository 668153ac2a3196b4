"""How far back a pronoun means somebody: what stands nearer and has no mention ends the search, some are gone past."""

from bisect import bisect_right
from collections.abc import Set

from onrecord.knowledge import roles
from onrecord.model import Analysis, Span
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

HE = frozenset("he his him himself".split())
SHE = frozenset("she her hers herself".split())
THEY = frozenset("they their them themselves".split())
IT = frozenset("it its itself".split())
FIRST = frozenset("i me my we us our myself ourselves".split())
_OF_PAPERS = frozenset("adopt approve attend publish repeal sign veto".split())
SUBJECTS = ("nsubj", "nsubj:pass")
_WHERE = frozenset("at from in near to".split())
# verbs whose object is what was said, written or done, not who
_OF_WORDS = frozenset(
    """
    accept adopt announce approve attend condemn confirm criticise criticize denounce deny describe discuss dismiss
    publish reject repeal sign veto
    """.split()
)


class Reach:
    """Looks around the pronouns of one text."""

    def __init__(self, analysis: Analysis, parties: Parties, tree: Tree, sources: Set[Span]) -> None:
        self.words = analysis.tokens
        self.tree = tree
        self.parties = parties
        self.sources = sources
        self.firsts = [sentence.first for sentence in analysis.sentences]

    def is_deed(self, index: int) -> bool:
        """Whether "it" is what happened: "It was the army's fourth launch"."""
        head = self.tree.head(index)
        told = head is not None and self.tree.tag(head) == "NOUN" and bool(self.tree.kids(head, "cop"))
        return told and head is not None and roles.role(self.tree.low(head)) is None

    def threatened(self, index: int) -> bool:
        """Whether the pronoun stands in the condition of a threat, whose subject is not who threatens: "will sue if it
        stays"."""
        tree = self.tree
        clause = next((w for w, relation, _ in tree.above(index) if relation.startswith("advcl")), None)
        if clause is None or not any(tree.low(k) in ("if", "unless") for k in tree.kids(clause, "mark")):
            return False
        return any(tree.lemma(head) in ("threaten", "warn") for _, _, head in tree.above(clause))

    def shadowed(self, index: int) -> bool:
        """Whether the verb before the pronoun's, joined to it, has a thing without a mention as its subject: "that the
        boat had strayed and that it had been expelled"."""
        tree = self.tree
        verb = tree.head(index)
        before = tree.head(verb) if verb is not None and tree.relation(verb) == "conj" else None
        if before is None or tree.relation(index) not in SUBJECTS:
            return False
        return any(tree.tag(k) == "NOUN" and k not in self.parties.words for k in tree.kids(before, *SUBJECTS))

    def passes(self, thing: Thing, head: int, index: int, back: int) -> bool:
        """Whether "it" goes past a town that only tells where, and a thing that is far off, speaks or threatens."""
        if self.tree.low(index) in THEY:
            return self._said(index, _OF_PAPERS) and thing.kind not in ("thing", "work")
        if thing.kind == "place" and self.tree.case(head) in _WHERE:
            return back > 0 or self.tree.low(index) == "it"
        if self._said(index, _OF_WORDS):
            return thing.kind not in ("thing", "work")  # "the ministry condemned it"
        if thing.kind in ("thing", "work") and self._serves(index):
            return True
        far = back > 1 if thing.kind == "thing" else thing.kind == "work" and back > 2
        return far or (thing.kind == "thing" and self.words[index].span in self.sources)

    def _serves(self, index: int) -> bool:
        """Whether somebody is told by an office under the pronoun: "its chief executive"."""
        head = self.tree.head(index)
        known = roles.role(self.tree.low(head)) if head is not None else None
        return self.tree.relation(index) == "nmod:poss" and known is not None and known.kind == "person"

    def _said(self, index: int, verbs: Set[str]) -> bool:
        head = self.tree.head(index)
        return self.tree.relation(index) == "obj" and head is not None and self.tree.lemma(head) in verbs

    def least(self, word: str, index: int) -> int:
        """The word before which nobody is meant by "they" or "it": what stands nearer has no mention of its own."""
        own = bisect_right(self.firsts, index) - 1
        first = self.firsts[own]
        if word not in THEY | IT or own == 0:
            return 0
        before = self.firsts[own - 1]
        if word in THEY and (pair := self._pair(first, index) or self._pair(before, first)):
            return pair
        opens = index - first < 2 and self.words[index].span not in self.sources
        return first if opens and self._thing_acted(word, before, first) else 0

    def _pair(self, first: int, last: int) -> int:
        """The first of two people or states that stand together there, joined or as subject and object; 0 where none
        do."""
        for index in range(first, last):
            relation = self.tree.relation(index)
            if relation.split(":")[0] not in ("nsubj", "obl") or (one := self._single(index)) is None:
                continue
            verb = self.tree.head(index)
            beside = self.tree.kids(index, "conj")
            if verb is not None and relation in SUBJECTS:
                beside = [*beside, *self.tree.kids(verb, "obj", "obl")]
            if any((two := self._single(k)) is not None and two is not one for k in beside if k < last):
                return index
        return 0

    def _single(self, index: int) -> Thing | None:
        thing = self.parties.words.get(index)
        return thing if thing is not None and thing.kind in ("person", "place") and not thing.plural else None

    def _thing_acted(self, word: str, first: int, last: int) -> bool:
        """Whether the subject of a sentence is a thing, or things, that no mention stands for: "The lorries left"."""
        for index in range(first, last):
            verb = self.tree.head(index)
            subject = self.tree.relation(index) in SUBJECTS and verb is not None and self.tree.head(verb) is None
            if subject or (verb is None and self._leads(index)):
                plural = self.words[index].penn == "NNS" or self.tree.low(index) != self.tree.lemma(index)
                noun = self.tree.tag(index) == "NOUN" and index not in self.parties.words
                return noun and plural is (word in THEY)
        return False

    def _leads(self, index: int) -> bool:
        """Whether a noun that a parser takes for the whole sentence has a verb that tells what it did: "The lorries
        crossed the border"."""
        told = self.tree.kids(index, "acl")
        return any(self.words[k].penn == "VBD" or self.tree.kids(k, "obj") for k in told if k > index)
