"""How the article presents an event: happened, ongoing, planned, possible, negated, or no event at all."""

from collections.abc import Mapping
from typing import Literal

from onrecord.knowledge import plover
from onrecord.knowledge.plover import Effect
from onrecord.model import EventType, Stance, Status
from onrecord.reading import events_effects as effects
from onrecord.reading.events_forms import PRESENT, Forms
from onrecord.reading.events_lasting import Lasting
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_tree import Tree

_STOPPING: frozenset[Stance] = frozenset(["asserts", "denies", "alleges"])
_HAPPENING = frozenset("begin start resume continue happen occur erupt proceed open rage go take convene".split())
_LASTING = frozenset("hold last materialise materialize".split())  # what a truce that fails does not do
# what people come together for
_PURPOSES = frozenset("demand denounce meet protest sign support urge welcome condemn".split())
# deeds of words, which are done before anybody considers them
_SAID = frozenset("accusation allegation appeal apology complaint demand offer pledge promise request threat".split())
# what is done by voting for it
_VOTED: frozenset[EventType] = frozenset(["REJECT", "SUPPORT"])
# what is vowed for an event is an answer to it
_VOWING = frozenset("promise pledge swear threaten vow".split())
_COUNTERS = frozenset("round series spate string wave week".split())
DEEPEST = 8


class Statuses:
    """Reads the status of the events of one text. `cues` tells the stance of each claim by its cue's words."""

    def __init__(self, tree: Tree, slots: Slots, cues: Mapping[int, Stance]) -> None:
        self.tree = tree
        self.slots = slots
        self.forms = Forms(tree)
        self.lasting = Lasting(tree, self.forms, slots)
        self.cues = cues

    def told(self, index: int, kind: EventType) -> Status | None:
        """The status of an event of that type: a deed in the present goes on, a word in the present is said."""
        found, head = self.of(index), self.tree.head(index)
        if found == "planned" and kind in _VOTED and head is not None and self.tree.lemma(head) == "vote":
            return "happened"
        if found == "happened" and not self._is_noun(index) and self.lasting.deed(index, kind):
            return "ongoing"
        return found

    def of(self, index: int, depth: int = 0) -> Status | None:
        """The status of what a word tells; None where it is merely wanted, asked or commanded."""
        if depth > DEEPEST:
            return "happened"
        noun = self._is_noun(index)
        found = self._noun(index, depth) if noun else self._verb(index, depth)
        if found == "happened" and depth == 0 and self.lasting.verb(index) and not noun:
            return "ongoing"
        return "possible" if found == "planned" and self._conditional(index) else found

    def _is_noun(self, index: int) -> bool:
        return self.tree.tag(index) in ("NOUN", "PROPN", "PRON", "NUM")

    # ------------------------------------------------------------ verbs

    def _verb(self, index: int, depth: int) -> Status | None:
        own = "ongoing" if self._backshifted(index) else self.forms.finite(index)
        own = "planned" if effects.due(self.tree, index) else own
        above = self._above(index, depth)
        if above == "none":
            return None
        if own is None or own == "negated":
            return own or above
        if above in ("possible", "planned") and own in ("happened", "ongoing", "planned"):
            return above if above == "possible" or own != "planned" else own
        return "negated" if above == "negated" else own

    def _backshifted(self, index: int) -> bool:
        """ "Said that it was massing tanks": a past that reports somebody's present."""
        tree = self.tree
        head = tree.head(index)
        return (
            head is not None
            and self.cues.get(head) in _STOPPING
            and tree.relation(index) == "ccomp"
            and self.forms.underway(index)
        )

    # ------------------------------------------------------------ what stands above

    def _above(self, index: int, depth: int) -> Status | Literal["none"] | None:
        """What the words above make of it; None where they say nothing."""
        tree = self.tree
        head, relation = tree.head(index), tree.relation(index)
        if head is None:
            return "planned" if self.forms.infinitive(index) else None
        if relation == "conj":
            return self._above(head, depth) if self.forms.finite(index) is None or tree.verbal(head) else None
        if relation.startswith("advcl"):
            return self._adverbial(index, head, depth)
        if relation in ("parataxis", "acl:relcl", "root", "dep"):
            return None
        if relation == "acl" and not self.forms.infinitive(index) and not self._is_clause(index):
            barring = effects.barring(tree, self.slots, index, head)
            return None if barring is None else self._under(index, barring, depth)
        return self._under(index, head, depth)

    def _is_clause(self, index: int) -> bool:
        return any(self.tree.low(k) == "that" for k in self.tree.kids(index, "mark"))

    def _adverbial(self, index: int, head: int, depth: int) -> Status | Literal["none"] | None:
        tree = self.tree
        marks = {tree.low(k) for k in tree.kids(index, "mark", "advmod", "case")}
        if "than" in marks:
            return "none"
        if marks & {"if", "unless", "lest"} or (marks & {"until", "once"} and self.forms.awaited(index, head)):
            return "possible"
        if self.forms.infinitive(index):
            # "launched a mission to free": the aim of what is launched
            effect = self._effect(head)
            if effect in ("planned", "possible") or (effect == "same" and not tree.kids(head, "obj")):
                return self._under(index, head, depth)
            return (self.of(head, depth + 1) or "none") if tree.lemma(index) in _PURPOSES else "none"
        if "before" in marks and self.forms.finite(index) == "happened" and tree.low(index) == tree.lemma(index):
            return "possible"
        if marks & {"of", "for", "from", "in", "by", "about", "without"}:
            if "without" in marks:
                return "negated"
            # "accused police of attacking": what a claim is about, however loosely a parser hangs it
            told = self._effect(head) in ("negated", "stopped", "none", "possible") or (
                "of" in marks and head in self.cues
            )
            return self._under(index, head, depth) if told else None
        return None

    def _under(self, index: int, head: int, depth: int) -> Status | Literal["none"] | None:
        """What the word that governs a clause or a noun makes of it."""
        tree = self.tree
        if tree.lemma(head) == "be" and self.forms.infinitive(index):
            return self.forms.to_be(index, head)
        undoing = self._effect(head) in ("negated", "stopped") and tree.low(index).endswith("ing")
        stance = None if undoing else self.cues.get(head)
        if stance != "asks" and any(tree.low(k) == "whether" for k in tree.kids(index, "mark")):
            return "possible"
        if stance in _STOPPING and self.forms.infinitive(index) and tree.kids(index, "nsubj", "nsubj:pass"):
            return "planned"
        if stance in _STOPPING:
            return self._said(index, head)
        if stance in ("wants", "asks", "declines"):
            return "none"
        return self._governed(index, head, depth)

    def _governed(self, index: int, head: int, depth: int) -> Status | Literal["none"] | None:
        """What a word of the table makes of a clause below it; where it stands in none, its own status counts."""
        tree = self.tree
        effect = self._effect(head)
        # "Dockers to strike": a headline that a parser takes for a noun
        if effect is None and tree.relation(index) == "acl" and tree.head(head) is None and self._is_noun(head):
            return "planned" if self.forms.infinitive(index) else None
        if effect is None:
            return self._inherited(index, head, depth)
        if effect == "none":
            return "none"
        if effect == "stopped":
            effect = "negated"
        if effect == "same" and self.lasting.begun(head):
            return "ongoing"
        # a clause with "that" under "agreed", "decided", "promised" keeps its own tense
        return effects.combine(effect, self.of(head, depth + 1))

    def _said(self, index: int, head: int) -> Status | None:
        """Under a word of saying a clause with a tense keeps it; "denied giving", "claims to have sold" happened."""
        if self._is_noun(index) or self.forms.finite(index) is not None:
            return None
        ahead = self.forms.infinitive(index) and self.tree.lemma(head) in ("threaten", "warn", "offer")
        return "planned" if ahead else "happened"

    def _inherited(self, index: int, head: int, depth: int) -> Status | Literal["none"] | None:
        if self.forms.finite(index) is not None or self._is_noun(index):
            return None
        if self.tree.tag(head) == "ADJ" and self.forms.infinitive(index):
            return "none"
        return self.of(head, depth + 1) or "none"

    def _effect(self, head: int) -> Effect | None:
        return effects.of(self.tree, self.slots, head)

    def _conditional(self, index: int) -> bool:
        """Whether "if …" hangs on the verb or on the verb of planning above it."""
        tree = self.tree
        over = (head for _, relation, head in tree.above(index) if relation in ("xcomp", "acl", "obj", "ccomp"))
        heads = [index, *over]
        return any(
            tree.low(m) in ("if", "unless", "provided")
            for h in heads[:3]
            for k in tree.kids(h, "advcl", "ccomp")
            for m in tree.kids(k, "mark")
        )

    # ------------------------------------------------------------ nouns

    def _noun(self, index: int, depth: int) -> Status | None:
        tree = self.tree
        if self.forms.no(index):
            return "negated"
        modified = self._modified(index)
        if modified is not None:
            return modified
        head, relation = tree.head(index), tree.relation(index)
        if tree.case(index) in ("in", "under", "on") and any(
            tree.low(k) in PRESENT for k in tree.kids(index, "cop", "aux")
        ):
            return "ongoing"
        if relation == "conj" and head is not None:
            return self.of(head, depth + 1) if self._is_noun(head) else "happened"
        if any(self.lasting.goes_on(k) for k in tree.kids(index, "acl:relcl")):
            return "ongoing"
        if head is None:
            return "happened"
        if relation == "nmod" and tree.case(index) == "of" and tree.lemma(head) in _COUNTERS:
            return self.of(head, depth + 1)
        if relation in ("obj", "nsubj:pass", "xcomp"):
            return self._object(index, head, depth)
        if relation == "nsubj":
            return self._subject(index, head, depth)
        return self._oblique(index, head, depth)

    def _modified(self, index: int) -> Status | None:
        """From a word beside the noun: "a planned visit", "talks due on Friday", "the cancelled summit"."""
        tree = self.tree
        if any(tree.low(k) == "next" for owner in tree.kids(index, "nmod:poss") for k in tree.kids(owner, "amod")):
            return "planned"
        for kid in tree.kids(index, "amod", "acl", "compound", "acl:relcl"):
            for form in ("m", "a"):
                if form == "a" and kid < index:
                    continue
                found = plover.governors(tree.low(kid), "m" if form == "m" else "a")
                if found and found[0].effect in ("planned", "possible", "negated", "ongoing"):
                    effect = found[0].effect
                    return effect if effect not in ("same", "none") else None
        return None

    def _object(self, index: int, head: int, depth: int) -> Status | None:
        tree = self.tree
        if not tree.verbal(head):
            return "happened"
        stance = self.cues.get(head)
        if stance in _STOPPING and self.slots.governor(head) is None:
            return "happened"
        effect = self._effect(head)
        if effect is None or (tree.lemma(index) in _SAID and effect != "same"):
            return "happened"
        if effect == "none":
            return None
        found = effects.combine(effect, self.of(head, depth + 1))
        return "ongoing" if found == "happened" and self.lasting.begun(head) else found

    def _subject(self, index: int, head: int, depth: int) -> Status | None:
        tree = self.tree
        if effects.supposed(tree, index, head):
            return "possible"
        if tree.lemma(head) in _LASTING and tree.verbal(head) and self.forms.negative(head):
            return "negated"
        if tree.low(head) in _HAPPENING and effects.due(tree, head):
            return "planned"
        if tree.verbal(head) and (tree.lemma(head) in _HAPPENING or tree.kids(head, "aux:pass")):
            found = self.of(head, depth + 1)
            return "ongoing" if found == "happened" and self.lasting.begun(head) else found
        if tree.verbal(head) and self.lasting.goes_on(head):
            return "ongoing"
        effect = self._effect(head) if tree.tag(head) == "ADJ" else None
        return "happened" if effect in (None, "none") else effects.combine(effect, "happened")

    def _oblique(self, index: int, head: int, depth: int) -> Status | None:
        tree = self.tree
        case = tree.case(index)
        verb = tree.core(index)[0] - 1
        # "offered to host talks", "approved the purchase": objects that a parser hung on the verb above, or loosely
        if not case and tree.verbal(verb) and head in (verb, tree.head(verb)):
            return self._object(index, verb, depth)
        first = {tree.low(k) for k in tree.kids(index, "case")}
        if "ahead" in first or (tree.low(tree.core(index)[0] - 2) == "ahead" and case == "of") or case == "before":
            return "planned"
        effect = self._effect(head)
        if case in ("for", "of", "on", "to", "about", "over", "at") and effect is not None:
            if effect == "none":
                return None
            if not self._is_noun(head) and case in ("for", "over") and tree.lemma(head) in _VOWING:
                return "happened"
            if case in ("for", "of", "to") or self._is_noun(head) or effects.takes(self.slots, head, case):
                return effects.combine(effect, self.of(head, depth + 1))
        if case == "without":
            return "negated"
        if case == "in" and effect == "stopped":
            return effects.combine(effect, self.of(head, depth + 1))
        if case == "in" and self.forms.infinitive(head) and self.of(head, depth + 1) is None:
            return None  # "asked it to help in their release"
        ahead = case == "on" and effects.agreed(tree, self.slots, head)
        ahead = ahead or (case in ("at", "during") and tree.verbal(head) and self.of(head, depth + 1) == "planned")
        return "planned" if ahead and effects.open_(tree, index) else "happened"
