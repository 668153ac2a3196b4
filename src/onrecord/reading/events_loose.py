"""What a parser hung on the wrong word, or under the wrong name: told by the words themselves and their order."""

from onrecord.reading.events_tree import Tree

# before a noun that is no object, whatever a parser calls it: "sold arms to Chad"
_APART = frozenset("against by for from into of to with".split())
# between a noun that tells what happens and who takes part in it
_BETWEEN = frozenset("against among between by".split())


def apart(tree: Tree, noun: int) -> bool:
    """Whether a preposition before an object says that it is none."""
    return tree.case(noun) in _APART


def of_later(tree: Tree, noun: int, verb: int) -> bool:
    """Whether another verb stands right before an object that a parser gave to the first."""
    before = tree.core(noun)[0] - 1
    return before > verb and tree.tag(before) == "VERB" and tree.low(before).endswith("ing")


def of_earlier(tree: Tree, noun: int, verb: int) -> bool:
    """Whether the object belongs to the verb above: "accused soldiers of beating a nurse"."""
    return noun < verb and any(noun < k < verb for k in tree.kids(verb, "mark"))


def lent(tree: Tree, verb: int) -> list[int]:
    """The objects that a parser gave to the clause below the verb, before whose "of" or "to" they stand."""
    clauses = tree.kids(verb, "xcomp", "ccomp", "advcl")
    return [k for c in clauses for k in tree.kids(c, "obj") if k > verb and of_earlier(tree, k, c)]


def repeated(tree: Tree, noun: int, objects: list[int]) -> bool:
    """Whether an object behind a comma only tells of the one before: "detained nine, all of them students"."""
    return noun != objects[0] and tree.low(tree.core(noun)[0] - 1) == "," and not tree.kids(noun, "cc")


def gap_filled(tree: Tree, verb: int) -> bool:
    """Whether the relative clause's gap is elsewhere ("the town where they met")."""
    return any(tree.low(k) in ("where", "when", "why") for k in tree.kids(verb))


def gerund(tree: Tree, verb: int) -> bool:
    """Whether the verb is one without a subject of its own: "feared losing", "feared being sold"."""
    return tree.low(verb).endswith("ing") or any(tree.low(k) == "being" for k in tree.kids(verb))


def agents(tree: Tree, phrases: list[int]) -> list[int]:
    """The phrases with "by" behind a verb; also one that a parser hung on a name: "sent to Tacna by Peru"."""
    on_names = [k for name in phrases if tree.tag(name) == "PROPN" for k in tree.kids(name, "nmod", "obl")]
    return [k for k in (*phrases, *on_names) if tree.case(k) == "by"]


def behind(tree: Tree, noun: int) -> list[int]:
    """The phrase right behind a noun that says who takes part, hung on another word: "talks between the two"."""
    if noun + 1 >= len(tree.tokens) or tree.tag(noun) != "NOUN" or tree.low(noun + 1) not in _BETWEEN:
        return []
    head = tree.head(noun + 1)
    loose = head is not None and tree.relation(head).split(":")[0] in ("obl", "nmod") and tree.head(head) != noun
    return [head] if head is not None and loose and head > noun else []
