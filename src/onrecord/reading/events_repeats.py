"""Words that tell again, within a sentence, the event of another word there: "killing two", "their first meeting"."""

from collections.abc import Mapping

from onrecord.knowledge.plover import Trigger
from onrecord.model import EventType
from onrecord.reading.events_tree import Tree

_CLEARING = frozenset(["clear", "disperse"])
_OUTCOMES = frozenset("injuring killing maiming wounding".split())
_COUNTERS = frozenset(["round", "series"])
# words before a noun that tell a happening's rank among others of its kind
_RANKS = frozenset("biggest bloodiest fifth first fourth last latest only second third worst".split())
# how a parser hangs what stands loosely behind a comma
_LOOSE = frozenset("appos ccomp conj dep nmod obl obl:unmarked parataxis root".split())
_COMMAS = frozenset([",", "–", "—", "-"])


def same(tree: Tree, index: int, trigger: Trigger, told: Mapping[int, EventType]) -> bool:
    """Whether the verb that has this noun as its object tells the same event, or the deed of which this is the
    outcome ("shelled the town, killing two and wounding four")."""
    head = tree.head(index)
    if tree.relation(index) == "conj" and head is not None and tree.low(head) in _OUTCOMES:
        index, head = head, tree.head(head)
    if head is not None and tree.relation(index) == "advcl" and _follows(tree, index, head, trigger, told):
        return True
    if _clears(tree, index, told):
        return True
    if head is not None and tree.relation(index) == "nmod" and tree.lemma(head) in _COUNTERS:
        index, head = head, tree.head(head)  # "host a round of talks"
    if trigger.verb or head is None:
        return False
    if tree.relation(index) in ("obl", "nmod") and tree.case(index) == "at":
        # "is preparing to meet him at a summit"
        return trigger.type in (told.get(k) for k in (head, *tree.kids(head, "xcomp")))
    return tree.relation(index) in ("obj", "nsubj:pass", "obl") and told.get(head) == trigger.type


def _follows(tree: Tree, index: int, head: int, trigger: Trigger, told: Mapping[int, EventType]) -> bool:
    if told.get(head) == trigger.type == "PROTEST":
        return True
    outcome = tree.low(index) in _OUTCOMES
    return outcome and any(told.get(k) == trigger.type for k in (head, *tree.kids(head, "obj")))


def _clears(tree: Tree, index: int, told: Mapping[int, EventType]) -> bool:
    """Whether it is what force against a crowd was used for: "fired tear gas to disperse marchers"."""
    head = next((h for _, _, h in tree.above(index) if tree.verbal(h)), None)
    clears = tree.lemma(index) in _CLEARING and tree.relation(index) in ("advcl", "xcomp", "acl")
    return clears and head is not None and told.get(head) == "ASSAULT"


def ranked(tree: Tree, index: int, trigger: Trigger, told: Mapping[int, EventType]) -> bool:
    """Whether a noun behind a comma only says what the deed before it was: "met in May, their first meeting"."""
    first, start = tree.sentence(index)[0], tree.core(index)[0]
    words = {tree.low(k) for k in tree.kids(index, "amod", "compound", "nummod")}
    rank = bool(words & _RANKS) or any(word.endswith("iest") for word in words)
    comma = start - 2 if tree.low(start - 1) == "in" else start - 1
    loose = tree.relation(index) in _LOOSE and tree.low(comma) in _COMMAS
    return not trigger.verb and rank and loose and trigger.type in (told.get(i) for i in range(first, start))
