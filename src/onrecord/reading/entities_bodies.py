"""Which named body "the company", "the agency" or "the bloc" means: one told of just before, if any fits."""

from bisect import bisect_left, bisect_right

from onrecord.knowledge import actors, organisations
from onrecord.model import Analysis
from onrecord.reading.entities_phrases import Phrase
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

# nouns that any firm is called by, and those of one trade
_ANY = frozenset("company corporation firm".split())
_TRADES = frozenset(
    """
    airline automaker bank brewer carmaker carrier chipmaker conglomerate contractor drugmaker exporter insurer lender
    manufacturer operator planemaker producer refiner retailer shipbuilder shipper steelmaker supplier
    """.split()
)
_PRESS = frozenset("broadcaster channel daily network newspaper paper tabloid".split())
# the sectors of the bodies that a noun can mean
_SECTORS = {
    **dict.fromkeys(_ANY | _TRADES, frozenset(["BUS"])),
    **dict.fromkeys(_PRESS, frozenset(["MED"])),
    **dict.fromkeys(["organisation", "organization"], frozenset(["IGO", "NGO"])),
    "agency": frozenset(["IGO", "GOV", "MED"]),
    "charity": frozenset(["NGO"]),
    "group": frozenset(["NGO", "REB"]),
    "bloc": frozenset(["IGO"]),
}
_NEAR_ONLY = _TRADES | {"group"}
_SUBJECTS = ("nsubj", "nsubj:pass", "root")
_BREATH = 1  # sentences back


class Bodies:
    """The bodies that one text names, by the words that name them."""

    def __init__(self, analysis: Analysis, parties: Parties, tree: Tree) -> None:
        self.tree = tree
        self.parties = parties
        self.firsts = [sentence.first for sentence in analysis.sentences]
        found = {p.word: p.thing for p in parties.pointers.values() if p.form == "name" and p.word is not None}
        self.named = {word: t for word, t in found.items() if t is not None and t.kind == "organisation"}
        self.order = sorted(self.named)

    def meant(self, phrase: Phrase, called: Thing | None) -> Thing | None:
        """The body that a phrase with "the" means; `called` is what was called so before. None where none is sure."""
        sectors = _SECTORS.get(phrase.noun)
        if sectors is None or phrase.plural or phrase.modifiers or phrase.owner is not None or phrase.country:
            return called
        near = self._near(phrase.index, sectors)
        subjects = [self.named[w] for w in near if self.tree.relation(w) in _SUBJECTS]
        found = subjects or [self.named[w] for w in near]
        last = self.tree.tokens[near[-1]].span[0] if near else -1
        if len({id(t) for t in found}) == 1 and (called is None or called.before(phrase.span[0]) <= last):
            return found[0]
        return called or (self._only(phrase.index, sectors) if phrase.noun not in _NEAR_ONLY else None)

    def holder(self, phrase: Phrase) -> Thing | None:
        """ "The minister": the person who is the subject of the sentence before, where no office is told of him."""
        number = bisect_right(self.firsts, phrase.index) - 1
        if phrase.kind != "person" or phrase.plural or number < 1 or phrase.index - self.firsts[number] > 1:
            return None
        before = range(self.firsts[number - 1], self.firsts[number])
        roots = [i for i in before if self.tree.head(i) is None]
        subjects = [k for root in roots for k in self.tree.kids(root, "nsubj")]
        thing = self.parties.words.get(subjects[0]) if len(subjects) == 1 else None
        return thing if thing is not None and thing.kind == "person" and thing.heads <= {"counterpart"} else None

    def _near(self, index: int, sectors: frozenset[str]) -> list[int]:
        """The words that name a fitting body in the sentence and the one before."""
        number = max(bisect_right(self.firsts, index) - 1 - _BREATH, 0)
        low, high = bisect_left(self.order, self.firsts[number]), bisect_left(self.order, index)
        return [w for w in self.order[low:high] if _fits(self.named[w], sectors)]

    def _only(self, index: int, sectors: frozenset[str]) -> Thing | None:
        """The only fitting body named so far."""
        before = self.order[: bisect_left(self.order, index)]
        found = {id(t): t for w in before if _fits(t := self.named[w], sectors)}
        return next(iter(found.values())) if len(found) == 1 else None


def _fits(thing: Thing, sectors: frozenset[str]) -> bool:
    """Whether a body is of one of the sectors; unknown bodies may be firms, known ones of no sector are the press."""
    known = frozenset(actors.sector(thing.name))
    if not known:
        known = frozenset(["MED" if organisations.by_name(thing.name) else "BUS"])
    return bool(known & sectors)
