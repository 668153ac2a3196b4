"""Where the recipients of an event stand: the places that the table of triggers names."""

from onrecord.knowledge import calendar
from onrecord.knowledge.plover import Trigger
from onrecord.reading.events_kinds import Kinds
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_tree import Tree

# what somebody answers, and verbs of answering
_ANSWERED = frozenset(["REQUEST", "AGREE"])
_ANSWERS = frozenset(
    "accept approve block consider decline deny dismiss grant ignore reject refuse spurn veto weigh".split()
)
# verbs whose object is what somebody gets or loses, not who
_MOVING = frozenset(
    """
    buy deliver deploy dispatch donate export give hire import lend provide pull recall sell send supply withdraw
    """.split()
)
_DAYS = frozenset([*calendar.WEEKDAYS, *calendar.MONTHS]) - calendar.SHORT_NAMES
_PARTS_OF_DAYS = frozenset("afternoon evening morning night weekend".split())


class Recipients:
    """Finds what stands behind prepositions and clauses, and who among it receives the event."""

    def __init__(self, tree: Tree, kinds: Kinds, slots: Slots) -> None:
        self.tree = tree
        self.kinds = kinds
        self.slots = slots

    def prepositional(self, index: int, case: str) -> list[int]:
        """Noun phrases behind a preposition on the word, on its object, or on the verb that carries it."""
        slots = self.slots
        if case == "on" and self._is_blamed(index):
            return []
        carriers = [index, *([] if not self.tree.verbal(index) else slots.objects(index))]
        light = slots.light(index) if not self.tree.verbal(index) else None
        if light is not None:
            carriers.append(light)
        found = [k for c in carriers for k in slots.obliques(c) if self.tree.case(k) == case and not self._when(k)]
        return [j for k in found for j in self.tree.joined(k)]

    def _is_blamed(self, noun: int) -> bool:
        """Whether the noun is laid to somebody: those behind "on" in "blamed the attack on rebels" do not suffer it."""
        verb = self.tree.head(noun)
        return verb is not None and self.tree.relation(noun) == "obj" and self.tree.lemma(verb) in ("blame", "pin")

    def _when(self, index: int) -> bool:
        """Whether the phrase tells a day, so that "on Monday" is no target."""
        return self.tree.low(index) in _DAYS | _PARTS_OF_DAYS

    def complements(self, index: int, *, infinitive: bool = False) -> list[int]:
        """The verbs of the clauses that complete a verb."""
        tree = self.tree
        found = tree.kids(index, "xcomp", "ccomp", "acl", "advcl") if infinitive else tree.kids(index, "xcomp", "ccomp")
        return [k for k in found if not infinitive or any(tree.low(m) == "to" for m in tree.kids(k, "mark", "aux"))]

    def of(self, index: int, trigger: Trigger) -> list[int]:
        for place in trigger.recipients:
            things = place.endswith("~")
            heads = self._place(index, place.rstrip("~@"))
            found = [h for h in heads if things or (self.kinds.is_party(h) and not self.kinds.is_thing(h))]
            if found:
                return found
        return self._answering(index) if not trigger.verb and trigger.type in _ANSWERED else []

    def _answering(self, noun: int) -> list[int]:
        """Who answers a request or an offer: the subject of "rejected Serbia's request"."""
        verb = self.tree.head(noun)
        if (
            verb is None
            or self.tree.relation(noun) not in ("obj", "nsubj:pass")
            or self.tree.lemma(verb) not in _ANSWERS
        ):
            return []
        return [a for a in self.slots.actors(verb) if self.kinds.is_party(a)]

    def _place(self, index: int, place: str) -> list[int]:
        first, _, rest = place.partition(".")
        if first == "obj" and not rest:
            if not self.tree.verbal(index):
                return self.prepositional(index, "of")
            return [*self.tree.kids(index, "iobj"), *self.slots.objects(index)]
        if first == "obj":
            return [h for o in self.slots.objects(index) for h in self._of_object(o, rest)]
        if first == "comp":
            return [
                h
                for c in self.complements(index, infinitive=True) or self.complements(index)
                for h in self._of_clause(c, rest)
            ]
        if first == "iobj":
            return self.slots.receivers(index)
        if first == "poss":
            return self.tree.kids(index, "nmod:poss")
        return self.prepositional(index, first)

    def _of_object(self, noun: int, place: str) -> list[int]:
        tree = self.tree
        if place == "poss":
            before = [k for k in tree.kids(noun, "compound", "amod") if self.slots.acts(k)]
            return tree.kids(noun, "nmod:poss") or before
        found = [j for k in self.slots.obliques(noun) if tree.case(k) == place for j in tree.joined(k)]
        if place == "by":  # "a plan drawn up by the union"
            found += [a for k in tree.kids(noun, "acl") if self.slots.passive(k) for a in self.slots.actors(k)]
        return found

    def _of_clause(self, verb: int, place: str) -> list[int]:
        if place == "subj":
            return self.tree.kids(verb, "nsubj")  # not who "be replaced": nobody asks that of him
        if place == "obj":
            return self.slots.objects(verb) if self.tree.lemma(verb) not in _MOVING else []
        return self.prepositional(verb, place)
