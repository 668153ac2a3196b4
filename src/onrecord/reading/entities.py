"""Finds who is who: names, described parties and pronouns, one entity for each real thing."""

from collections.abc import Sequence

from onrecord.model import Analysis, Claim, Entity, Gap, Mention
from onrecord.reading.entities_names import Names
from onrecord.reading.entities_nouns import Nouns
from onrecord.reading.entities_pronouns import Pronouns
from onrecord.reading.mentions import Parties


def find(
    analysis: Analysis, claims: Sequence[Claim]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Gap, ...]]:
    """Entities (ids n1, … by first mention), mentions (ids m1, … in text order) and gaps.

    Every claim's source is a mention, with `entity` None and a gap where it was not settled. Countries and
    roles are those that the text or the tables give, else None.
    """
    sources = sorted({claim.source[0] for claim in claims if claim.source})
    parties = Parties()
    Names(analysis, parties).read(analysis.names, sources)
    Nouns(analysis, parties).read(sources)
    Pronouns(analysis, parties, claims).read(sources)
    return parties.numbered()
