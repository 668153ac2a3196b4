"""For which state those act whom the text does not call by one: "the army", "police", "the governor of Goma"."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.knowledge import actors, countries
from onrecord.model import Analysis, Entity, Mention, Place, Span

_OFFICIAL = frozenset("GOV LEG MIL COP SPY JUD".split())
# who may stand for a state that his words name: also those who fight it or want to govern it
_STANDING = _OFFICIAL | {"REB", "OPP"}
# bodies of all states and of none
_INTERNATIONAL = frozenset(["IGO", "NGO", "BUS", "MED", "PTY", "REB", "CRM", "LAB"])
# words that say: of several states, or of another than the story's
_ABROAD = frozenset(
    """
    african allied ambassador ambassadors arab asian both bloc diplomat diplomats e.u. envoys eu european foreign-born
    international mercosur nato nordic pacific power powers rival several three two u.n. un visiting western
    """.split()
)
# words between a party and the place that it belongs to
_LINKS = frozenset("of in for at the from 's ’s".split())
_REACH = 6
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_OWNERS = ("'s", "’s", "'", "’")
# characters back in which "its" finds its state
_BREATH = 250
# what an office holder's role says of the body that he serves ("spokeswoman for the foreign ministry")
_SERVES = re.compile(r"\b(?:for|of|to|at|in) |, ")
# where the head of a phrase is over
_AFTER = re.compile(r"\s(?:of|for|at|in|to|from|on|who|whose|which|that|with)\s|,|\(|–|—")
_OWN = frozenset("its his her their our whose".split())
# characters back in which "whose" finds its state
_STEP = 40
# share of a story's mentions of states that makes one of them its own (set by hand on our own articles)
_HOME = 0.45
# how much more than a state's name a town of it tells of where the story plays. Chosen among nine weightings on our
# own articles: country 74.6, 77.1, 79.7 % with 1, 2, 3; on the even training items 83.9, 84.3, 84.2 (2026-11-25)
_TOWN = 3


def settle(
    analysis: Analysis, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
) -> tuple[Entity, ...]:
    """The entities with `country` where the text tells for which state an office, force, court or official acts.

    What the party's own words say comes first, then the state that the story is about, then that of its sentence.
    Others keep what names them: that somebody lives in a state does not make him act for it.
    """
    scene = _Scene(analysis, entities, mentions, places)
    of_entity: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.entity is not None and mention.form != "pronoun":
            of_entity[mention.entity].append(mention)
    settled = []
    for entity in entities:  # in text order, so that "its army" finds what "its" was settled to
        state = scene.state_of(entity, of_entity[entity.id])
        scene.country[entity.id] = state
        settled.append(replace(entity, country=state))
    return tuple(settled)


class _Scene:
    """The states that a text speaks of, and where."""

    def __init__(
        self, analysis: Analysis, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
    ) -> None:
        self.analysis = analysis
        self.starts = [token.span[0] for token in analysis.tokens]
        self.sentences = [sentence.span[0] for sentence in analysis.sentences]
        self.seen: list[tuple[int, str]] = sorted(self._seen(entities, mentions, places))
        towns = (p for p in places if p.use == "location" and not countries.by_name(p.name))
        self.whole = {place.span: place.country for place in places if place.country}
        self.towns = {place.span[0] for place in towns}
        self.repeated = self._repeated(mentions)
        self.home = self._home()
        self.country = {entity.id: entity.country for entity in entities}
        self.owners = {m.span[0]: m for m in mentions if m.form == "pronoun" and m.entity is not None}

    def _seen(
        self, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
    ) -> set[tuple[int, str]]:
        """Where a state, one of its cities, its people or somebody who acts for it is spoken of."""
        country = {entity.id: entity.country for entity in entities}
        found = {(m.span[0], code) for m in mentions if m.entity and (code := country.get(m.entity))}
        found |= {(place.span[0], place.country) for place in places if place.country}
        for token in self.analysis.tokens:
            if token.text[0].isupper():
                known = countries.by_demonym(token.text)
                if code := known.code if known else actors.region(token.text):
                    found.add((token.span[0], code))
        for name in self.analysis.names:
            text = self.analysis.text[slice(*name.span)]
            if state := countries.by_name(text) or countries.by_capital(text):
                found.add((name.span[0], state.code))
        return found

    def _repeated(self, mentions: Sequence[Mention]) -> set[int]:
        """Where parties begin whose own words name a state, so that "the Russian envoy" speaks of Russia once."""
        found: set[int] = set()
        for mention in mentions:
            low = bisect_left(self.seen, (mention.span[0] + 1, ""))
            if low < len(self.seen) and self.seen[low][0] < mention.span[1] and mention.form == "noun":
                found.add(mention.span[0])
        return found

    def _home(self) -> str | None:
        """The state that the story is about, None where several are as prominent."""
        opening = self.analysis.paragraphs[1][1] if len(self.analysis.paragraphs) > 1 else 0
        votes: Counter[str] = Counter()
        for position, code in self.seen:
            if position in self.repeated:
                continue
            votes[code] += (_TOWN if position in self.towns else 1) * (2 if position < opening else 1)
        ranked = votes.most_common(2)
        if not ranked or ranked[0][1] < _HOME * votes.total():
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None

    def state_of(self, entity: Entity, mentions: Sequence[Mention]) -> str | None:
        """The state for which the entity acts, None where it acts for none or nothing tells."""
        if entity.kind in ("place", "work", "event"):
            return entity.country
        if not mentions:
            return entity.country
        named = {code for m in mentions for code in self._named(m)}
        if len(named) > 1:
            return None if entity.kind == "group" else entity.country
        if named:
            return named.pop()
        if entity.kind == "group" and any(len(set(actors.states(self._words(m)))) > 1 for m in mentions):
            return None  # "the leaders of Chad and Mali"
        if entity.country and not self._acts(mentions):
            return None
        return entity.country or self._whole(entity.name, mentions) or self._served(entity, mentions)

    def _served(self, entity: Entity, mentions: Sequence[Mention]) -> str | None:
        """The state of an office, force, court or official whose own words name none."""
        texts = [entity.role or "", *(self.analysis.text[slice(*m.span)] for m in mentions)]
        sectors = set(actors.sector(entity.name, entity.role))
        for text in texts:
            sectors.update(code for part in _SERVES.split(text) if part for code in actors.sector(part))
        official = _OFFICIAL | {"OPP"} if entity.kind == "person" else _OFFICIAL
        if sectors & _INTERNATIONAL or not sectors & official:
            return None
        if any(self._is_owned(m.span) for m in mentions):
            owner = next((code for m in mentions if (code := self._owner(m.span))), None)
            return owner or next((code for m in mentions if (code := self._beside(m.span))), None)
        own = next((code for m in mentions if (code := self._beside(m.span))), None)
        said = f"{entity.name} {' '.join(texts)}"
        if own or _ABROAD.intersection(said.lower().replace("’s", "").split()):
            return own
        return self.home or next((code for m in mentions if (code := self._in_sentence(m))), None)

    def _whole(self, name: str, mentions: Sequence[Mention]) -> str | None:
        """The state that a party's name is itself a name of, or has a town of that name."""
        if actors.body(name) is not None:
            return None
        for mention in mentions:
            text = self.analysis.text[slice(*mention.span)]
            found = countries.by_name(text) or countries.by_demonym(text) or countries.by_capital(text)
            if found or (mention.span in self.whole and text == name):
                return found.code if found else self.whole[mention.span]
        return None

    def _named(self, mention: Mention) -> set[str]:
        """The states that stand before the head of a phrase: "the Sudanese army", "Georgia’s prime minister", and
        before a name: "Malian opposition leader Awa Keita"."""
        found: list[str] = []
        if mention.form == "noun":
            words = _AFTER.split(self.analysis.text[slice(*mention.span)], maxsplit=1)[0]
            found = list(actors.states(words))
        elif mention.form != "name" or mention.kind != "person":
            return set()
        return set(found or self._before(mention.span)[-1:])

    def _before(self, span: Span) -> list[str]:
        """The states among the nouns, names and adjectives that stand right before the words."""
        tokens = self.analysis.tokens
        first = index = bisect_left(self.starts, span[0])
        number = bisect_right(self.sentences, span[0]) - 1
        least = bisect_left(self.starts, self.sentences[number]) if number >= 0 else 0
        while index > least and first - index < _REACH:
            if tokens[index - 1].tag not in _NOMINAL and tokens[index - 1].text not in _OWNERS:
                break
            index -= 1
        return [code for at in range(index, first) if (code := self._at(tokens[at].span[0]))]

    def _words(self, mention: Mention) -> str:
        return self.analysis.text[slice(*mention.span)]

    def _acts(self, mentions: Sequence[Mention]) -> bool:
        """Whether people who are told by nouns alone may act for the state that stands behind an "of"."""
        if any(m.form == "name" or m.kind not in ("person", "group") for m in mentions):
            return True
        text = self.analysis.text
        return any(_STANDING.intersection(actors.sector(text[slice(*m.span)])) for m in mentions)

    def _beside(self, span: Span) -> str | None:
        """The place that the phrase names or that follows it: "governor of Goma", "police in Lagos"."""
        code = actors.country(self.analysis.text[slice(*span)])
        if code:
            return code
        first, index = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        tokens = self.analysis.tokens
        for at in range(first, index):
            if found := self._at(tokens[at].span[0]):
                return found
        for at in range(index, min(index + _REACH, len(tokens))):
            if found := self._at(tokens[at].span[0]):
                return found
            if tokens[at].text not in _LINKS and not tokens[at].text[0].isupper():
                return None
        return None

    def _at(self, position: int) -> str | None:
        index = bisect_left(self.seen, (position, ""))
        return self.seen[index][1] if index < len(self.seen) and self.seen[index][0] == position else None

    def _is_owned(self, span: Span) -> bool:
        return self.analysis.text[span[0] : span[1]].lower().split(" ", 1)[0] in _OWN

    def _owner(self, span: Span) -> str | None:
        """For "its troops" the state of what "its" stands for; where that is not settled, the state spoken of last."""
        if not self._is_owned(span):
            return None
        mention = self.owners.get(span[0])
        if mention is not None and mention.entity is not None:
            return self.country.get(mention.entity)
        index = bisect_left(self.seen, (span[0], ""))
        reach = _STEP if self.analysis.text[slice(*span)].lower().startswith("whose") else _BREATH
        near = index > 0 and span[0] - self.seen[index - 1][0] < reach
        return self.seen[index - 1][1] if near else None

    def _in_sentence(self, mention: Mention) -> str | None:
        """The only state of the sentence, or the one that it opens with, before the party; before somebody named, who
        may speak of any other."""
        span = mention.span
        number = bisect_right(self.sentences, span[0]) - 1
        start, end = self.analysis.sentences[number].span if number >= 0 else (0, len(self.analysis.text))
        low, high = bisect_left(self.seen, (start, "")), bisect_left(self.seen, (end, ""))
        found = self.seen[low:high]
        several = len({code for _, code in found}) > 1
        later = mention.form == "name" and bool(found) and found[0][0] > span[0]
        if not found or later or (several and not self._opens(found, span)):
            return None
        return found[0][1]

    def _opens(self, found: Sequence[tuple[int, str]], span: Span) -> bool:
        """Whether the first of several states stands alone before the party: no "and" joins it to the second."""
        (first, code) = found[0]
        second = next(at for at, other in found if other != code)
        between = self.analysis.text[first:second].split()[1:]

        return first < span[0] and bool(between) and between[-1] not in ("and", ",")
