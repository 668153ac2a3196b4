"""Two parties of one event that the next one names by a word for both: "met Ozols. They agreed", "the two signed"."""

from collections.abc import Sequence

from onrecord.model import EventType, Mention
from onrecord.reading.events_tree import Tree

_THEY = frozenset(["they"])
_BOTH = frozenset(["both", "two"])
# what two do together
_JOINT: frozenset[EventType] = frozenset(["AGREE", "CONSULT", "COOPERATE", "SUPPORT"])
_SINGLE = frozenset(["organisation", "person", "place"])


class Pairs:
    """Remembers the parties of the events of one text, which must be told in text order."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        self.tree = tree
        self.mentions = {m.id: m for m in mentions}
        self._last: tuple[int, tuple[str, ...]] = (-1, ())

    def meant(self, kind: EventType, actors: Sequence[int], found: tuple[str, ...]) -> tuple[str, ...]:
        """The two parties told last, in this sentence or the one before, where a word for both is the only actor of
        a joint deed and stands for nobody else; else the actors that were found."""
        tree = self.tree
        if kind not in _JOINT or len(actors) != 1 or not (self._they(actors[0], found) or self._both(actors[0])):
            return found
        start = tree.sentence(actors[0])[0]
        before = tree.sentence(start - 1)[0] if start else start
        at, pair = self._last
        return pair if pair and before <= at else found

    def _they(self, index: int, found: Sequence[str]) -> bool:
        return self.tree.low(index) in _THEY and not any(self.mentions[m].entity for m in found)

    def _both(self, index: int) -> bool:
        tree = self.tree
        return tree.low(index) in _BOTH and (tree.low(index) == "both" or tree.low(index - 1) == "the")

    def tell(self, index: int, parties: Sequence[str]) -> None:
        """Takes in the actors and recipients of the next event."""
        known = [self.mentions[m] for m in dict.fromkeys(parties)]
        if len(known) == 2 and all(m.kind in _SINGLE and m.entity for m in known):
            self._last = index, tuple(m.id for m in known)
