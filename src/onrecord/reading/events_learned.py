"""Joins what the table of triggers tells with what the encoder's heads suggest."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Status, Trigger
from onrecord.reading.events_kinds import Kinds, is_paper
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_tree import Tree
from onrecord.reading.events_triggers import Draft

# Set on our own articles and chains (python -m bench.events ../shared/gold, 2026-11-25). The table alone: trigger and
# type F1 .847, recipients .802, whole events .582, items without events that got one 0 of 45. Suggestions that no
# table supports cost more than they bring (from .6: F1 .827, 7 of 45; from .9: .845, 1 of 45). Parties,
# since grammar finds more of them (2026-11-28): from .7 recipients .814 and whole events .586; from .9 .835 and .591.
LEAST = 0.95  # of a suggestion that no table supports
OVERRULES = 0.95  # of a suggestion whose type stands against the table's
LEAST_PARTY = 0.9
SURE_STATUS = 0.95
# what the words around an event give it where none of them speaks of its status
_PLAIN = ("happened", "ongoing", None)
# a head that marks more than this share of the words has not been trained, and is not heard
MOST_MARKED = 0.2
# what stands between a verb and a noun that tell one thing: "went on strike", "is locked in talks"
_CARRYING = frozenset(["in", "on"])
_PARTS = frozenset(["compound", "flat", "flat:foreign", "nmod:desc"])


def join(tree: Tree, slots: Slots, kinds: Kinds, told: Iterable[Draft], suggested: Sequence[Trigger]) -> list[Draft]:
    """The drafts of both, one for a word, in text order; the table's alone where the heads are not trained."""
    drafts = {draft.index: draft for draft in told}
    if len(suggested) > MOST_MARKED * max(len(tree.tokens), 1):
        return list(drafts.values())
    for trigger in suggested:
        index = head(tree, trigger)
        known = next((drafts[i] for i in range(trigger.first, trigger.last) if i in drafts), None)
        if known is not None:
            drafts[known.index] = _supported(tree, known, trigger)
        elif trigger.score >= LEAST:
            new = _new(tree, slots, kinds, trigger, index)
            drafts[index] = _carried(tree, new, drafts) or new
    return [drafts[index] for index in sorted(drafts)]


def head(tree: Tree, trigger: Trigger) -> int:
    """The trigger's word on which its others hang."""
    inside = range(trigger.first, trigger.last)
    return next((i for i in inside if tree.head(i) is None or tree.head(i) not in inside), trigger.first)


def status(draft: Draft, by_grammar: Status | None) -> Status | None:
    """The status by grammar, unless the head is sure of another where grammar sees no sign of one."""
    if by_grammar in _PLAIN and draft.statuses and draft.statuses[0][1] >= SURE_STATUS:
        return draft.statuses[0][0]
    return by_grammar


def _supported(tree: Tree, draft: Draft, trigger: Trigger) -> Draft:
    """A draft of the table that the heads also see: surer, or of their type where they are sure of another."""
    actors = draft.actors or _pointed(tree, draft.index, trigger.actors, draft.recipients)
    recipients = draft.recipients or _pointed(tree, draft.index, trigger.recipients, actors)
    joint = replace(draft, actors=actors, recipients=recipients, statuses=trigger.statuses)
    if draft.type == trigger.type:
        return replace(joint, score=1 - (1 - draft.score) * (1 - trigger.score))
    if trigger.score >= OVERRULES:
        return replace(joint, type=trigger.type, mode=None, score=trigger.score)
    return draft


def _new(tree: Tree, slots: Slots, kinds: Kinds, trigger: Trigger, index: int) -> Draft:
    """A draft that no table tells; its actors by grammar, what grammar leaves open by the heads."""
    verb = tree.verbal(index)
    grammar = [a for a in (slots.actors(index) if verb else slots.noun_actors(index)) if kinds.is_party(a)]
    actors = tuple(grammar) or _pointed(tree, index, trigger.actors, ())
    tokens = tree.tokens
    return Draft(
        index=index,
        span=(tokens[trigger.first].span[0], tokens[trigger.last - 1].span[1]),
        type=trigger.type,
        mode=None,
        actors=actors,
        recipients=_pointed(tree, index, trigger.recipients, actors),
        light=None if verb else slots.light(index),
        score=trigger.score,
        statuses=trigger.statuses,
    )


def _carried(tree: Tree, new: Draft, drafts: dict[int, Draft]) -> Draft | None:
    """One draft of a noun and of the verb that tells the same with it ("went on strike"), which is taken out; None
    where no such verb is told."""
    verb, relation = tree.head(new.index), tree.relation(new.index)
    carries = relation in ("obj", "nsubj:pass") or (relation == "obl" and tree.case(new.index) in _CARRYING)
    told = drafts.get(verb) if carries and verb is not None and tree.verbal(verb) else None
    if told is None or told.type != new.type:
        return None
    del drafts[told.index]
    return replace(new, mode=told.mode, actors=told.actors or new.actors, recipients=told.recipients or new.recipients)


def _pointed(tree: Tree, index: int, pointers: Sequence[tuple[int, float]], taken: Sequence[int]) -> tuple[int, ...]:
    """The heads of the noun phrases of the trigger's sentence that the links point into, less those that are taken."""
    found: dict[int, None] = {}
    first, last = tree.sentence(index)
    for word, score in pointers:
        if score < LEAST_PARTY or not first <= word < last:
            continue
        at = word
        while tree.relation(at) in _PARTS and (above := tree.head(at)) is not None and above < at:
            at = above
        if at not in taken and not is_paper(tree, at):
            found[at] = None
    return tuple(found)
