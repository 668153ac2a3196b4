"""What the words above an event make of its status: "failed to", "plans to", "a visit was put off"."""

from onrecord.knowledge import plover
from onrecord.knowledge.plover import Effect
from onrecord.model import Status
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_tree import Tree

_UNDONE: dict[Status, Status] = {"negated": "happened", "planned": "possible", "possible": "possible"}


def of(tree: Tree, slots: Slots, head: int) -> Effect | None:
    """The effect of a verb, noun or adjective on the event below it; None where the table does not know it."""
    if tree.tag(head) in ("NOUN", "PROPN", "PRON", "NUM"):
        found = plover.governors(tree.lemma(head), "n")
    elif tree.tag(head) == "ADJ":
        found = plover.governors(tree.lemma(head), "a")
    else:
        known = slots.governor(head)
        # "is scheduled to": participles that a parser calls verbs
        found = (known,) if known is not None else plover.governors(tree.low(head), "a")
    return found[0].effect if found else None


def combine(effect: Effect, above: Status | None) -> Status | None:
    """The status of an event under a word with that effect, whose own status is `above`."""
    if effect == "stopped" and above != "happened":
        return "ongoing"  # what is yet to be stopped, or was not
    if effect == "none" or above is None:
        return None
    if effect == "same":
        return above
    if effect in ("negated", "stopped"):
        return _UNDONE.get(above, "negated")
    if above == "negated":
        return "negated"
    return "possible" if above == "possible" or effect == "stopped" else effect
