"""What tells that an event goes on: "the strike entered its third day", "has begun to withdraw", "supports"."""

from onrecord.model import EventType
from onrecord.reading.events_forms import PRESENT, Forms
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_tree import Tree

_BEGINNING = frozenset("begin start open launch resume".split())
_CONTINUING = frozenset("continue keep persist".split())
_GOING_ON = frozenset("continue persist rage drag grow spread last intensify linger smoulder loom".split())
_SPELLS = frozenset("day night week month year".split())
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
# verbs that tell a state even in a headline
_STATES = frozenset("besiege hold house occupy patrol shelter stand".split())
# what is done once by saying it
_SAID: frozenset[EventType] = frozenset(["ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE", "CONSULT", "CONCEDE"])


class Lasting:
    """Reads what the words around an event tell of its end."""

    def __init__(self, tree: Tree, forms: Forms, slots: Slots) -> None:
        self.tree = tree
        self.forms = forms
        self.slots = slots

    def begun(self, verb: int) -> bool:
        """Whether a verb of beginning or going on leaves open that what began is over: "has begun", "resumes"."""
        tree = self.tree
        lemma = tree.lemma(verb)
        if lemma in _CONTINUING:
            return True
        if lemma not in _BEGINNING:
            return False
        aux = {tree.low(k) for k in tree.kids(verb, "aux", "aux:pass")}
        reported = "had" in aux and tree.relation(verb) == "ccomp"
        return lemma == "resume" or reported or bool(aux & PRESENT) or self._in_headline(verb)

    def goes_on(self, verb: int) -> bool:
        """Whether the verb says of its subject that it goes on: "rages", "has held for a week", "entered its third
        day"."""
        tree = self.tree
        if self.forms.negative(verb) or self.forms.finite(verb) not in ("happened", "ongoing"):
            return False
        if tree.lemma(verb) in _GOING_ON:
            return True
        if tree.lemma(verb) == "hold":
            return any(tree.case(k) in ("for", "since") for k in self.slots.obliques(verb))
        return tree.lemma(verb) == "enter" and any(
            tree.lemma(k) in _SPELLS for k in tree.kids(verb, "obj", "obl:unmarked")
        )

    def verb(self, verb: int) -> bool:
        """Whether the verb's own times say that it goes on: "have camped there since May", "for a third day"."""
        tree = self.tree
        perfect = any(tree.low(k) in ("has", "have") for k in tree.kids(verb, "aux"))
        counted = any(tree.kids(k, "nummod") for k in tree.kids(verb, "obj", "obl:unmarked"))
        for kid in self.slots.obliques(verb):
            if tree.case(kid) == "since" and perfect and not counted:
                return True
            words = {tree.low(i) for i in range(*tree.core(kid))}
            if tree.case(kid) == "for" and tree.lemma(kid) in _SPELLS and words & _ORDINALS:
                return True
        return False

    def deed(self, verb: int, kind: EventType) -> bool:
        """Whether the verb tells a deed in the plain present, outside a headline: "shares its data"."""
        tree = self.tree
        if kind in _SAID or not tree.verbal(verb) or tree.kids(verb, "aux", "aux:pass"):
            return False
        if self._in_headline(verb) and tree.lemma(verb) not in _STATES:
            return False
        return self.forms.present(verb) and bool(self.slots.subjects(verb))

    def _in_headline(self, verb: int) -> bool:
        """Whether the word stands in a headline, or in a line without a full stop that reads like one."""
        tree = self.tree
        if tree.tokens[verb].span[0] < tree.analysis.headline_end:
            return True
        first, last = tree.sentence(verb)
        return not any(tree.low(i) in (".", "?", "!", "…", ":", ";") for i in range(max(first, last - 3), last))
