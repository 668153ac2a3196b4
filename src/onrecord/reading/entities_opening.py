"""Who is described as a story opens and named in the next paragraph: "a former minister", then "Ana Soto, who …"."""

from onrecord.model import Analysis
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Pointer, Thing

_SUBJECTS = ("nsubj", "nsubj:pass")
_OPENING = 2  # paragraphs, a headline counted
_AFTER = 2  # paragraphs in which the name follows


def join(analysis: Analysis, parties: Parties, tree: Tree) -> None:
    """Makes one of the only person that the opening describes without a name and the first whom a paragraph after it
    opens with, told in a clause with "who" and by no office."""
    starts = [start for start, _ in analysis.paragraphs]
    if len(starts) <= _OPENING:
        return
    body = starts[_OPENING - 1] if analysis.headline_end else starts[0]
    after = next((at for at in starts if at > body), body)
    described = _described(parties, tree, body, after)
    if described is None:
        return
    for start in [at for at in starts if at >= after][:_AFTER]:
        named = _opens(parties, tree, start)
        if named is not None and _goes(described, named):
            parties.merge(described, named)
            return


def _described(parties: Parties, tree: Tree, start: int, end: int) -> Thing | None:
    """The only person of a paragraph, who is told by "a" or "an" and an office."""
    inside = [p for p in parties.pointers.values() if start <= p.span[0] < end and p.kind == "person"]
    things = {id(p.thing): p for p in inside if p.thing is not None}
    found = [p for p in things.values() if p.form == "noun" and _indefinite(p, tree)]
    return found[0].thing if len(found) == 1 else None


def _indefinite(pointer: Pointer, tree: Tree) -> bool:
    if pointer.word is None or tree.relation(pointer.word) not in ("obj", "iobj", "obl", *_SUBJECTS):
        return False
    return any(tree.low(k) in ("a", "an") for k in tree.kids(pointer.word, "det"))


def _opens(parties: Parties, tree: Tree, start: int) -> Thing | None:
    """The person whose name a paragraph opens with, before ", who" or ", 41,"."""
    names = [p for p in parties.pointers.values() if p.span[0] >= start and p.form == "name" and p.word is not None]
    pointer = min(names, key=lambda p: p.span, default=None)
    if pointer is None or pointer.word is None or pointer.kind != "person" or pointer.thing is None:
        return None
    title = tree.analysis.text[start : pointer.span[0]].strip()
    if title and title.lower() != (pointer.thing.role or "").lower():
        return None
    last = tree.name(pointer.word).stop
    told = tree.low(last) == "," and (tree.low(last + 1) == "who" or tree.low(last + 1).isdigit())
    first = pointer.thing.first >= start
    return pointer.thing if told and first else None


def _goes(described: Thing, named: Thing) -> bool:
    """Whether nothing that is known of the two speaks against their being one."""
    sexes = {described.woman, named.woman} - {None}
    states = {described.country, named.country} - {None}
    office = named.role is None or named.role.lower() in described.heads
    return office and len(sexes) < 2 and len(states) < 2
