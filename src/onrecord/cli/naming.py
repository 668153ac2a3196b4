"""Who and what the ids of a record stand for, in words."""

from onrecord.cli.layout import flat
from onrecord.model import Claim, Entity, Mention, Record, Spans

LONGEST_NAME = 70
NOBODY = "(no source named)"


class Names:
    """One record's entities, mentions and claims, by id."""

    def __init__(self, record: Record) -> None:
        self.text = record.article.text
        self.entities = {entity.id: entity for entity in record.entities}
        self.mentions = {mention.id: mention for mention in record.mentions}
        self.claims = {claim.id: claim for claim in record.claims}

    def words(self, spans: Spans) -> str:
        """The words of some spans, a gap between them shown."""
        return flat(" … ".join(self.text[start:end] for start, end in spans))

    def speaker(self, claim: Claim) -> str:
        """The entity that speaks, else the words that name who."""
        entity = self.entities.get(claim.speaker or "")
        return flat(entity.name if entity else self.words(claim.source) or NOBODY, LONGEST_NAME)

    def above(self, claim: Claim) -> list[Claim]:
        """The claims that this one stands inside, the outermost first."""
        found: dict[str, Claim] = {}
        while (parent := self.claims.get(claim.parent or "")) and parent.id not in found:
            found[parent.id] = claim = parent
        return list(found.values())[::-1]

    def chain(self, claim: Claim) -> list[str]:
        """The speakers through whom the article knows, the outermost first."""
        return [self.speaker(one) for one in (*self.above(claim), claim)]

    def parties(self, mention_ids: tuple[str, ...]) -> str:
        """Entities with their country, each once; the words themselves where no entity is known."""
        return ", ".join(dict.fromkeys(self._party(self.mentions[m]) for m in mention_ids if m in self.mentions))

    def _party(self, mention: Mention) -> str:
        entity = self.entities.get(mention.entity or "")
        if entity is None:
            return flat(self.words((mention.span,)), LONGEST_NAME)
        return flat(entity.name, LONGEST_NAME) + country(entity)


def country(entity: Entity) -> str:
    """ " (EST)", or nothing where it is not known."""
    return f" ({flat(entity.country)})" if entity.country else ""
