"""What the words above an event make of its status: "failed to", "plans to", "a visit was put off"."""

from onrecord.knowledge import plover
from onrecord.knowledge.plover import Effect
from onrecord.model import Status
from onrecord.reading.events_slots import Slots
from onrecord.reading.events_tree import Tree

_ANY = frozenset("a an any another such".split())
_SUPPOSING = frozenset("would 'd ’d could might may".split())
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
    if effect == "stopped":
        return "negated" if above == "happened" else "ongoing"  # what is yet to be stopped, or was not
    if effect == "none" or above is None:
        return None
    if effect == "same":
        return above
    if effect == "negated":
        return _UNDONE.get(above, "negated")
    if above == "negated":
        return "negated"
    return "possible" if above == "possible" else effect


def supposed(tree: Tree, noun: int, verb: int) -> bool:
    """ "A meeting of the two would show": what might come of a thing that has not been."""
    words = {tree.low(k) for k in tree.kids(verb, "aux", "aux:pass")}
    any_ = any(tree.low(k) in _ANY for k in tree.kids(noun, "det"))
    any_ = any_ or (tree.low(noun - 2) in _ANY and tree.tag(noun - 1) == "ADJ")
    return any_ and bool(words & _SUPPOSING) and "have" not in words


def agreed(tree: Tree, slots: Slots, verb: int) -> bool:
    """Whether the verb has an agreement as its object: "reached a deal in Oslo on a joint patrol"."""
    return any(of(tree, slots, k) == "planned" for k in tree.kids(verb, "obj") if tree.nominal(k))


def open_(tree: Tree, noun: int) -> bool:
    """Whether no "the" or owner says that the thing is known already."""
    kids = tree.kids(noun, "det", "nmod:poss")
    return not any(tree.relation(k) == "nmod:poss" or tree.low(k) == "the" for k in kids)


def due(tree: Tree, verb: int) -> bool:
    """ "Due to resume", whose first words are often parsed as a preposition."""
    return tree.low(verb - 1) == "to" and tree.low(verb - 2) == "due"


def barring(tree: Tree, slots: Slots, deed: int, noun: int) -> int | None:
    """The verb whose object is barred "from" a deed, which may be parsed as what tells of the object."""
    verb = tree.head(noun)
    if verb is None or tree.relation(noun) != "obj" or of(tree, slots, verb) not in ("negated", "stopped"):
        return None
    return verb if any(tree.low(k) == "from" for k in tree.kids(deed, "mark", "case")) else None


def takes(slots: Slots, verb: int, case: str) -> bool:
    """Whether the table knows the verb with this preposition: "vote on"."""
    known = slots.governor(verb)
    return known is not None and known.particle == case
