"""Words of a text that may tell an event, with type, mode, parties and a score: by the table of triggers."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.knowledge import plover
from onrecord.knowledge.plover import Trigger
from onrecord.model import EventType, Span, Status
from onrecord.reading import events_repeats as repeats
from onrecord.reading.events_kinds import Kinds, is_paper
from onrecord.reading.events_recipients import Recipients
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_sport import Sport
from onrecord.reading.events_tree import Tree

_PREPOSITIONS = frozenset("with to on against at from for of into between over towards by about in toward upon".split())

# kinds of subject that make the event and must not be left out
_SELF = frozenset("he i it she they we".split())
# words before a noun that do not say what happens
_ORDER = frozenset(
    """
    another big biggest brief early earlier final first further fresh last latest long major more new next only previous
    recent second several small such third whole other initial additional
    """.split()
)
_TELLING = frozenset(["force", "mil", "people", "work"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A possible event.

    `index` is its trigger's head, `actors` and `recipients` heads of noun phrases, all indices of `Analysis.tokens`;
    `light` the verb that carries a noun; `score` between 0 and 1; `statuses` what the encoder makes of it, the
    likeliest first, () where it said nothing.
    """

    index: int
    span: Span
    type: EventType
    mode: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    light: int | None
    score: float
    statuses: tuple[tuple[Status, float], ...] = ()


class Triggers:
    """Matches the table against one text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.kinds = Kinds(tree)
        self.slots = Slots(tree, self.kinds)
        self.places = Recipients(tree, self.kinds, self.slots)
        self.sport = Sport(tree)
        self.denied: set[int] = set()

    def find(self) -> Iterator[Draft]:
        """The drafts in text order, at most one for a word; `denied` are then the words that the table says tell
        none."""
        told: dict[int, EventType] = {}
        for index in range(len(self.tree.tokens)):
            best = self._best(index)
            if best is None or best.type is None:
                continue
            if repeats.ranked(self.tree, index, best, told):
                self.denied.add(index)
            elif not self._sent(index, best) and not repeats.same(self.tree, index, best, told):
                told[index] = best.type
                yield self._draft(index, best)

    def _sent(self, index: int, trigger: Trigger) -> bool:
        """Whether a participle only says who sent the arms that do the deed: "drones launched by rebels hit"."""
        tree = self.tree
        arms = tree.head(index)
        if tree.relation(index) != "acl" or arms is None or tree.relation(arms) != "nsubj":
            return False
        verb = tree.head(arms)
        deed = self._best(verb) if verb is not None and tree.verbal(verb) else None
        return deed is not None and deed.type == trigger.type

    def _best(self, index: int) -> Trigger | None:
        tree = self.tree
        if (tree.relation(index) == "amod" and tree.tag(index) != "NOUN") or self._qualifies(index):
            return None
        if self.sport.plays(index):
            self.denied.add(index)
            return None
        verb = tree.verbal(index) or (tree.tag(index) == "ADJ" and tree.relation(index) in ("acl", "root", "conj"))
        if not verb and tree.tag(index) != "NOUN" and not (tree.tag(index) == "PROPN" and self._in_headline(index)):
            return None
        words = dict.fromkeys((tree.low(index), tree.lemma(index))) if not verb else (tree.lemma(index),)
        found = [t for word in words for t in plover.triggers(word, verb=verb) if self._fits(index, t)]
        if any(t.type is None for t in found):
            self.denied.add(index)
        if not found or index in self.denied:
            return None
        return max(found, key=lambda t: (bool(t.particle), t.score))

    def _qualifies(self, index: int) -> bool:
        """Whether a noun only tells what kind of thing the next is: "riot police", "a ceasefire proposal"."""
        tree = self.tree
        head = tree.head(index)
        if tree.relation(index) != "compound" or head is None or head <= index or tree.tag(index) != "NOUN":
            return False
        return not any(plover.triggers(w, verb=False) for w in (tree.low(head), tree.lemma(head)))

    def _in_headline(self, index: int) -> bool:
        """Whether the word stands in a headline, whose capitals make no names."""
        return self.tree.tokens[index].span[0] < self.tree.analysis.headline_end

    def _fits(self, index: int, trigger: Trigger) -> bool:
        tree = self.tree
        if not self.slots.particle(index, trigger.particle):
            return False
        if trigger.verb and not trigger.particle and tree.kids(index, "compound:prt"):
            return False
        before = [tree.low(index - n) for n in range(len(trigger.before), 0, -1)]
        if tuple(before) != trigger.before:
            return False
        return all(self.holds(index, need, trigger) for need in trigger.needs)

    # ------------------------------------------------------------ needs

    def holds(self, index: int, need: str, trigger: Trigger) -> bool:
        """Whether what the table asks for stands around the word."""
        key, _, value = need.partition("=")
        options = frozenset(value.split(",")) if value else frozenset()
        name, at, kind = key.partition("@")
        if name == "obj":
            heads = self.slots.objects(index)
            return self._has(heads if options else [*heads, *self.tree.kids(index, "iobj")], at, kind, options)
        if name == "subj":
            actors = self.slots.actors(index) if trigger.verb else self.slots.noun_actors(index)
            # a passive may leave its agent out
            unsaid = not options and not actors and kind not in _TELLING and self._agentless(index)
            return self._has(actors, at, kind, options) or unsaid
        if name == "act":
            return self._has(self.slots.actors(index), at, kind, options)
        if name == "party":
            return self._party(index, trigger, options)
        if name in _PREPOSITIONS:
            return self._has(self.places.prepositional(index, name), at or "", kind, options)
        if name == "iobj":
            return self._has(self.slots.receivers(index), at, kind, options)
        return self._other(index, name, value, at, options)

    def _agentless(self, verb: int) -> bool:
        """Whether the verb is a passive that leaves open by whom or what."""
        said = [k for k in self.tree.kids(verb, "obl:agent") if self.tree.tag(k) == "NOUN"]
        return self.slots.passive(verb) and not said

    def _other(self, index: int, name: str, value: str, at: str, options: frozenset[str]) -> bool:
        tree = self.tree
        if name.startswith("to:"):
            wanted = frozenset(x for x in name[3:].split(",") if x)
            return any(not wanted or tree.lemma(k) in wanted for k in self.places.complements(index, infinitive=True))
        if name == "prep":
            case, _, nouns = value.partition("=")
            case, party, kind = case.partition("@")
            return self._has(self.places.prepositional(index, case), party, kind, frozenset(nouns.split(",")) - {""})
        if name == "that":
            return any(tree.low(a) in options for k in tree.kids(index, "ccomp") for a in tree.kids(k, "aux"))
        if name == "mod":
            return bool(self._before(index) & options)
        if name == "case":
            return tree.case(index) in options
        if name == "light":
            verb = tree.head(index) if tree.relation(index) in ("obj", "nsubj:pass") else None
            return verb is not None and tree.lemma(verb) in options
        if name == "pass":
            return self.slots.passive(index)
        if name == "plural":
            actors = self.slots.actors(index)
            return len(actors) > 1 or any(tree.low(a) in ("they", "we", "both", "two", "negotiators") for a in actors)
        if name == "no:obj":
            return not self.slots.objects(index)
        return self._special(index, name)

    def _special(self, index: int, name: str) -> bool:
        if name == "work":
            words = {w for k in self.slots.noun_actors(index) for w in self.kinds.tags(k)}
            near = {self.tree.low(k) for k in self.tree.kids(index, "compound", "amod")}
            return "work" in words or bool(
                near & {"bus", "rail", "train", "dock", "general", "teachers", "pay", "hunger"}
            )
        if name == "on-strike":
            return self.tree.case(index) == "on"
        if name == "bare":
            return not self.slots.objects(index) and not self.places.complements(index)
        if name == "self":
            return any(
                self.tree.low(s) in _SELF for k in self.tree.kids(index, "ccomp") for s in self.tree.kids(k, "nsubj")
            )
        if name == "mil":
            return any("mil" in self.kinds.tags(a) for a in self.slots.actors(index))
        return False

    def _has(self, heads: list[int], at: str, kind: str, options: frozenset[str]) -> bool:
        if options:
            return any(self._is_one(h, options) for h in heads)
        if not at:
            return bool(heads)
        return any((kind or "party") in self.kinds.tags(h) for h in heads)

    def _is_one(self, head: int, options: frozenset[str]) -> bool:
        """Whether the noun, or the noun with the one before it, or what stands behind its "of", is listed."""
        tree = self.tree
        pair = f"{tree.low(head - 1)}_{tree.lemma(head)}"
        if options & {tree.lemma(head), tree.low(head), pair}:
            return True
        behind = [k for k in tree.kids(head, "nmod") if tree.case(k) == "of"]
        return any(tree.lemma(k) in options for k in behind)

    def _before(self, index: int) -> set[str]:
        kids = self.tree.kids(index, "compound", "amod", "advmod", "xcomp")
        if self.tree.verbal(index):
            kids = kids + [k for o in self.slots.objects(index) for k in self.tree.kids(o, "compound", "amod")]
        return {self.tree.low(k) for k in kids} | {self.tree.lemma(k) for k in kids}

    def _party(self, index: int, trigger: Trigger, options: frozenset[str]) -> bool:
        if not trigger.verb:
            actors = self.slots.noun_actors(index)
            others = [
                h
                for case in ("of", "with", "against", "on", "to", "between")
                for h in self.places.prepositional(index, case)
            ]
            around = actors + [h for h in others if self.kinds.is_party(h)]
            return any(self._is_one(h, options) for h in around) if options else bool(around)
        return bool(self.slots.actors(index))

    # ------------------------------------------------------------ drafts

    def _draft(self, index: int, trigger: Trigger) -> Draft:
        assert trigger.type is not None  # noqa: S101  _best gives no other
        actors = self.slots.actors(index) if trigger.verb else self.slots.noun_actors(index)
        actors = actors or self._measured(index, trigger)
        if "subj" not in trigger.needs:
            actors = [a for a in actors if self.kinds.is_party(a)]
        if not trigger.verb and "poss" in trigger.recipients:
            actors = [a for a in actors if self.tree.relation(a) != "nmod:poss"]
        actors = [sender for a in actors if not is_paper(self.tree, a) for sender in self.slots.senders(a)]
        recipients = [r for r in self.places.of(index, trigger) if r not in actors and r != index]
        return Draft(
            index=index,
            span=self._span(index, trigger),
            type=trigger.type,
            mode=trigger.mode,
            actors=tuple(dict.fromkeys(actors)),
            recipients=tuple(dict.fromkeys(recipients)),
            light=None if trigger.verb else self.slots.light(index),
            score=trigger.score,
        )

    def _measured(self, index: int, trigger: Trigger) -> list[int]:
        """Who does what a passive says, by a noun that tells the same: "an EU embargo was imposed"; and soldiers who
        are sent."""
        if not trigger.verb or not self.slots.passive(index):
            return []
        things = self.slots.objects(index)
        if trigger.type == "MOBILIZE":
            return [h for h in things if "force" in self.kinds.tags(h) and not self.kinds.is_thing(h)]
        named = [frozenset(need[4:].split(",")) for need in trigger.needs if need.startswith("obj=")]
        told = [h for h in things if any(self._is_one(h, options) for options in named)]
        return [a for h in told for a in self.slots.noun_actors(h) if a != h]

    def _span(self, index: int, trigger: Trigger) -> Span:
        tokens, tree = self.tree.tokens, self.tree
        first = index - len(trigger.before)
        while (
            first
            and not trigger.verb
            and tree.relation(first - 1) in ("compound", "amod")
            and tree.head(first - 1) == index
        ):
            if self.kinds.is_party(first - 1) or tree.low(first - 1) in _ORDER or tree.low(first - 2) == "-":
                break
            if plover.governors(tree.low(first - 1), "m"):
                break
            first -= 1
        last = index
        if trigger.particle and tree.low(index + 1) == trigger.particle:
            last = index + 1
        return tokens[first].span[0], tokens[last].span[1]
