"""From the words around a trigger to what the record knows: mentions, times, places."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from onrecord.language.words import NOBODY
from onrecord.model import Mention, Place, Span, Time
from onrecord.reading.events_tree import Tree

_NOBODY = NOBODY | {"nothing"}
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+[A-Z](?:, [\w .'’-]{2,30}?)?(?: ?\([^()\n]{2,40}\))? ?(?:–|—|--|(?<= )-) ")
# words before a time at which something ends
_ENDS = frozenset(["until", "till"])
_WHERE = frozenset("in at near outside off on across through inside around".split())


class Lookup:
    """Finds the record's mention, time or place for a word."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], times: Sequence[Time], places: Sequence[Place]) -> None:
        self.tree = tree
        self.mentions = sorted(mentions, key=lambda mention: mention.span)
        self.times = [time for time in times if time.type in ("DATE", "TIME")]  # how long or how often is not when
        self._starts = [token.span[0] for token in tree.tokens]
        self.places = [place for place in places if place.use == "location" and self._is_scene(place)]
        self._mention_starts = [mention.span[0] for mention in self.mentions]
        starts = (start for start, _ in tree.analysis.paragraphs)
        found = (_DATELINE.match(tree.analysis.text, start) for start in starts)
        self._datelines = [match.span() for match in found if match]
        self._exact: dict[Span, Mention] = {m.span: m for m in mentions}

    def mentions_of(self, heads: Iterable[int]) -> tuple[str, ...]:
        """The mentions of parties, one for each entity, in the order of their heads."""
        found: dict[str, Mention] = {}
        for head in heads:
            mention = self.mention(head)
            if mention is not None and not self._nobody(head) and not self._in_dateline(mention.span):
                found.setdefault(mention.entity or mention.id, mention)
        spans = [m.span for m in found.values()]
        names = {m.span[0] for m in found.values() if m.form == "name"}
        return tuple(
            m.id
            for m in found.values()
            if not any(s != m.span and _holds(s, m.span) for s in spans)
            and not (m.form == "noun" and m.span[1] + 1 in names)  # "the lawyer" before "Awa Keita"
        )

    def others(self, heads: Iterable[int], taken: Sequence[str]) -> tuple[str, ...]:
        """The same without those who are already taken: nobody does a thing to himself."""
        entities = {m.entity for m in self.mentions if m.id in taken and m.entity is not None}
        by_id = {m.id: m.entity for m in self.mentions}
        return tuple(m for m in self.mentions_of(heads) if m not in taken and by_id[m] not in entities)

    def told_by(self, source: Span | None, found: tuple[str, ...]) -> tuple[str, ...]:
        """The actors of a deed of words: the source of the claim that it makes, where grammar found somebody else."""
        teller = self._exact.get(source) if source is not None else None
        if source is None or teller is None or teller.entity is None or teller.kind in ("thing", "work"):
            return found
        spans = {m.id: m for m in self.mentions if m.id in found}
        inside = any(m.entity == teller.entity or _holds(source, m.span) for m in spans.values())
        return found if inside else (teller.id,)

    def _in_dateline(self, span: Span) -> bool:
        """Whether the words say where the story was written: "LUGANO, Switzerland — The council …"."""
        return any(_holds(dateline, span) for dateline in self._datelines)

    def _nobody(self, head: int) -> bool:
        tree = self.tree
        no = any(tree.low(k) == "no" for k in tree.kids(head, "det")) or tree.low(head - 1) == "no"
        return tree.low(head) in _NOBODY or (no and tree.low(head) == "one")

    def mention(self, head: int) -> Mention | None:
        """The mention of the noun phrase: the same words, else one that ends at its head or is its name."""
        tree = self.tree
        exact = self._exact.get(tree.span(head)) or self._exact.get(tree.tokens[head].span)
        if exact is not None and exact.entity is not None:
            return exact
        words = tree.name(head)
        start, end = tree.tokens[words[0]].span[0], tree.tokens[words[-1]].span[1]
        at = tree.tokens[head].span
        phrase = tree.span(head)
        near = [
            m for m in self._around(head) if (phrase[0] <= m.span[0] and m.span[1] <= phrase[1]) or _holds(m.span, at)
        ]
        near = [m for m in near if _holds(m.span, at) or (m.form == "name" and start <= m.span[0] and m.span[1] <= end)]
        near = [m for m in near if m.entity is not None] or near
        best = max(near, key=lambda m: (_holds(m.span, at), -(m.span[1] - m.span[0])), default=None)
        return best or exact

    def _around(self, head: int) -> Sequence[Mention]:
        """The mentions of the word's sentence."""
        first, last = self.tree.sentence(head)
        low = bisect_left(self._mention_starts, self.tree.tokens[first].span[0])
        return self.mentions[low : bisect_left(self._mention_starts, self.tree.tokens[last - 1].span[1])]

    def time_of(self, index: int) -> str | None:
        """The time of the trigger's clause: one that hangs on it, else the nearest of its clause."""
        return self._nearest(index, [t for t in self.times if self._before(t) not in _ENDS])

    def _before(self, time: Time) -> str:
        return self.tree.low(bisect_left(self._starts, time.span[0]) - 1)

    def place_of(self, index: int) -> str | None:
        """The place where it happens: a place of its clause behind "in", "at", "near"."""
        return self._nearest(index, self.places)

    def _is_scene(self, place: Place) -> bool:
        """Whether a preposition before the place says that something happens there."""
        at = bisect_left(self._starts, place.span[0]) - 1
        if self.tree.low(at) in ("the", "a", "central", "northern", "southern", "eastern", "western"):
            at -= 1
        return self.tree.low(at) in _WHERE

    def _nearest(self, index: int, found: Sequence[Time] | Sequence[Place]) -> str | None:
        """The nearest of those whose words hang on the trigger without another clause between."""
        own = self._clause(index)
        candidates = []
        first, last = self.tree.sentence(index)
        for one in found:
            at = bisect_left(self._starts, one.span[0])
            if first <= at < last and at in own:
                candidates.append((abs(at - index), one.id))
        return min(candidates)[1] if candidates else None

    def _clause(self, index: int) -> set[int]:
        """The words of the trigger's clause: up to its verb, down without entering other clauses."""
        tree = self.tree
        root = index
        for word, relation, head in tree.above(index):
            if tree.verbal(word) or relation in ("acl:relcl", "advcl", "ccomp", "parataxis"):
                break
            root = head
        inside, stack = {root}, [root]
        while stack:
            for kid in tree.kids(stack.pop()):
                if kid not in inside and tree.relation(kid) not in (
                    "acl:relcl",
                    "advcl",
                    "ccomp",
                    "parataxis",
                    "conj",
                    "acl",
                ):
                    inside.add(kid)
                    stack.append(kid)
        return inside


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
