"""For which state those act whom the text does not call by one: "the army", "police", "the governor of Goma"."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.knowledge import actors, countries
from onrecord.model import Analysis, Entity, Mention, Place, Span

_OFFICIAL = frozenset("GOV LEG MIL COP SPY JUD".split())
# bodies of all states and of none
_INTERNATIONAL = frozenset(["IGO", "NGO", "BUS", "MED", "OPP", "PTY", "REB", "CRM", "LAB"])
# words that say: of several states, or of another than the story's
_ABROAD = frozenset(
    """
    african allied ambassador ambassadors arab asian both bloc diplomat diplomats envoys eu european foreign-born
    international mercosur nato nordic pacific rival several three two un visiting western
    """.split()
)
# words between a party and the place that it belongs to
_LINKS = frozenset("of in for at the from 's ’s".split())
_REACH = 6
# characters back in which "its" finds its state
_BREATH = 250
_OWN = frozenset("its his her their our".split())
# share of a story's mentions of states that makes one of them its own (set by hand on our own articles)
_HOME = 0.45


def settle(
    analysis: Analysis, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
) -> tuple[Entity, ...]:
    """The entities with `country` where the text tells for which state an office, force, court or official acts.

    What the party's own words say comes first, then the one state of its sentence, then the state that the story
    is about. Others stay as they are: that somebody comes from a state does not make him act for it.
    """
    scene = _Scene(analysis, entities, mentions, places)
    of_entity: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.entity is not None and mention.form != "pronoun":
            of_entity[mention.entity].append(mention)
    return tuple(
        entity if entity.country else replace(entity, country=scene.state_of(entity, of_entity[entity.id]))
        for entity in entities
    )


class _Scene:
    """The states that a text speaks of, and where."""

    def __init__(
        self, analysis: Analysis, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
    ) -> None:
        self.analysis = analysis
        self.starts = [token.span[0] for token in analysis.tokens]
        self.sentences = [sentence.span[0] for sentence in analysis.sentences]
        self.seen: list[tuple[int, str]] = sorted(self._seen(entities, mentions, places))
        self.home = self._home()

    def _seen(
        self, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
    ) -> set[tuple[int, str]]:
        """Where a state, one of its cities, its people or somebody who acts for it is spoken of."""
        country = {entity.id: entity.country for entity in entities}
        found = {(m.span[0], code) for m in mentions if m.entity and (code := country.get(m.entity))}
        found |= {(place.span[0], place.country) for place in places if place.country}
        for token in self.analysis.tokens:
            if token.text[0].isupper() and (known := countries.by_demonym(token.text)):
                found.add((token.span[0], known.code))
        for name in self.analysis.names:
            text = self.analysis.text[slice(*name.span)]
            if state := countries.by_name(text) or countries.by_capital(text):
                found.add((name.span[0], state.code))
        return found

    def _home(self) -> str | None:
        """The state that the story is about, None where several are as prominent."""
        opening = self.analysis.paragraphs[1][1] if len(self.analysis.paragraphs) > 1 else 0
        votes: Counter[str] = Counter()
        for position, code in self.seen:
            votes[code] += 2 if position < opening else 1
        ranked = votes.most_common(2)
        if not ranked or ranked[0][1] < _HOME * votes.total():
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None

    def state_of(self, entity: Entity, mentions: Sequence[Mention]) -> str | None:
        """The state for which the entity acts, None where it acts for none or nothing tells."""
        if entity.kind not in ("person", "organisation", "group") or not mentions:
            return None
        text = self.analysis.text
        sectors = set(actors.sector(entity.name, entity.role))
        for mention in mentions:
            sectors.update(actors.sector(text[slice(*mention.span)]))
        if sectors & _INTERNATIONAL or not sectors & _OFFICIAL:
            return None
        own = next((code for m in mentions if (code := self._in_phrase(m.span) or self._owned(m.span))), None)
        said = f"{entity.name} {entity.role or ''} {' '.join(text[slice(*m.span)] for m in mentions)}"
        if own or _ABROAD.intersection(said.lower().replace("’s", "").split()):
            return own
        return self.home or next((code for m in mentions if (code := self._in_sentence(m.span))), None)

    def _in_phrase(self, span: Span) -> str | None:
        """The state that the party's own words name, or the place that follows them ("governor of Goma")."""
        code = actors.country(self.analysis.text[slice(*span)])
        if code:
            return code
        index = bisect_left(self.starts, span[1])
        tokens = self.analysis.tokens
        for at in range(index, min(index + _REACH, len(tokens))):
            if found := self._at(tokens[at].span[0]):
                return found
            if tokens[at].text not in _LINKS and not tokens[at].text[0].isupper():
                return None
        return None

    def _at(self, position: int) -> str | None:
        index = bisect_left(self.seen, (position, ""))
        return self.seen[index][1] if index < len(self.seen) and self.seen[index][0] == position else None

    def _owned(self, span: Span) -> str | None:
        """For "its troops" the state spoken of last."""
        words = self.analysis.text[slice(*span)].lower().split(" ", 1)
        index = bisect_left(self.seen, (span[0], ""))
        near = words[0] in _OWN and index > 0 and span[0] - self.seen[index - 1][0] < _BREATH
        return self.seen[index - 1][1] if near else None

    def _in_sentence(self, span: Span) -> str | None:
        """The only state of the sentence."""
        number = bisect_right(self.sentences, span[0]) - 1
        start, end = self.analysis.sentences[number].span if number >= 0 else (0, len(self.analysis.text))
        low, high = bisect_left(self.seen, (start, "")), bisect_left(self.seen, (end, ""))
        codes = [code for _, code in self.seen[low:high]]
        return codes[0] if len(set(codes)) == 1 else None
