"""Who and what the ids of a record stand for, in words."""

from functools import cached_property

from onrecord.exports.letters import flat
from onrecord.language.words import DETERMINERS, POSSESSIVES, PRONOUNS
from onrecord.model import Claim, Entity, Mention, Place, Record, Span, Spans, Time

LONGEST_NAME = 90
NOBODY = "no source named"
SMALL = DETERMINERS | POSSESSIVES | PRONOUNS - {"i"}
ARTICLES = frozenset(["a", "an", "the"])
SOMEBODY = "a source not named"


class Names:
    """One record's parts by id."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.article.text
        self.entities: dict[str, Entity] = {entity.id: entity for entity in record.entities}
        self.mentions: dict[str, Mention] = {mention.id: mention for mention in record.mentions}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in record.claims}
        self.times: dict[str, Time] = {time.id: time for time in record.times}
        self.places: dict[str, Place] = {place.id: place for place in record.places}

    def words(self, *spans: Span) -> str:
        """The words of some spans on one line, a gap between them shown."""
        return flat(" … ".join(self.text[start:end] for start, end in self.clipped(spans)))

    def clipped(self, spans: Spans) -> Spans:
        """The spans that lie in the text, cut to it; none that are empty."""
        size = len(self.text)
        cut = ((max(0, start), min(size, end)) for start, end in spans)
        return tuple((start, end) for start, end in cut if start < end)

    def speaker(self, claim: Claim) -> str:
        """The entity that speaks, else the words that name who."""
        entity = self.entities.get(claim.speaker or "")
        name = entity.name if entity else self.words(*claim.source)
        owned = self._owned.get(claim.speaker or "", "")
        told = owned or (self._with_article(entity, claim) if entity else "") or name
        return flat(told, LONGEST_NAME) or NOBODY

    def _with_article(self, entity: Entity, claim: Claim) -> str:
        """Who has no name, as the article says it: "the union", "an alliance spokesman"."""
        article, _, noun = self.words(*claim.source).partition(" ")
        unnamed = entity.id in self._unnamed and article.lower() in ARTICLES and noun == entity.name
        return f"{article.lower()} {noun}" if unnamed else ""

    @cached_property
    def _unnamed(self) -> set[str | None]:
        """Those whom the article never names, and no entity."""
        named = {mention.entity for mention in self.record.mentions if mention.form == "name"}
        return {None} | {mention.entity for mention in self.record.mentions} - named

    def by(self, claim: Claim) -> str:
        """The same, as it reads after "according to" or "believed by"."""
        name = self.speaker(claim)
        if name == NOBODY:
            return SOMEBODY
        first = name.partition(" ")[0].lower()
        # "Two officials" at the head of a sentence are "two officials" within one; "The Hague" is a name.
        return name[:1].lower() + name[1:] if first in SMALL and claim.speaker in self._unnamed else name

    @cached_property
    def _owned(self) -> dict[str, str]:
        """Bodies by the mention that tells whose they are: "Belarus’s Foreign Ministry"."""
        found: dict[str, str] = {}
        for mention in self.record.mentions:
            entity = self.entities.get(mention.entity or "")
            if entity is not None and entity.kind == "organisation" and entity.id not in found:
                words = self.words(mention.span)
                if words.endswith(("’s " + entity.name, "'s " + entity.name)) and len(words.split()) < 8:
                    found[entity.id] = words
        return found

    def above(self, claim: Claim) -> tuple[Claim, ...]:
        """The claims that this one stands inside, the outermost first; none where they go in a circle."""
        return self._above.get(claim.id, ())

    @cached_property
    def _above(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, tuple[Claim, ...]] = {}
        for claim in self.record.claims:
            chain = [claim]
            seen = {claim.id}
            while (parent := self.claims.get(chain[-1].parent or "")) and parent.id not in seen:
                chain.append(parent)
                seen.add(parent.id)
            # A circle of parents is nobody's word.
            whole = self.claims.get(chain[-1].parent or "") is None
            found[claim.id] = tuple(chain[:0:-1]) if whole else ()
        return found

    def parties(self, mention_ids: tuple[str, ...]) -> tuple[tuple[str, str | None], ...]:
        """(name, country code or None) of each party once; the words where no entity is known."""
        known = (self.mentions[m] for m in mention_ids if m in self.mentions)
        return tuple(dict.fromkeys(self._party(mention) for mention in known))

    def _party(self, mention: Mention) -> tuple[str, str | None]:
        entity = self.entities.get(mention.entity or "")
        if entity is None:
            return flat(self.words(mention.span), LONGEST_NAME), None
        return flat(entity.name, LONGEST_NAME), flat(entity.country) if entity.country else None
