"""Finds who is who: names, described parties and pronouns, one entity for each real thing."""

from collections.abc import Sequence

from onrecord.model import Analysis, Claim, Entity, Gap, Mention, Place, Span
from onrecord.reading import entities_opening
from onrecord.reading.entities_names import Names
from onrecord.reading.entities_nouns import Nouns
from onrecord.reading.entities_pronouns import Pronouns
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties


def find(
    analysis: Analysis,
    claims: Sequence[Claim],
    wanted: Sequence[tuple[Span, Span]] = (),
    places: Sequence[Place] = (),
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Gap, ...]]:
    """Entities (ids n1, … by first mention), mentions (ids m1, … in text order) and gaps.

    Every claim's source is a mention, with `entity` None and a gap where it was not settled. Countries and
    roles are those that the text or the tables give, else None. `wanted` are further noun phrases, each with its
    head, that shall be mentions (the parties of events); `places` tell which names are places, and which stand for
    a government.
    """
    tree = Tree(analysis)
    sources = sorted({claim.source[0] for claim in claims if claim.source})
    parties = Parties()
    Names(analysis, parties, tree, places).read(analysis.names, sources)
    Nouns(analysis, parties, tree).read(sources, wanted)
    entities_opening.join(analysis, parties, tree)
    Pronouns(analysis, parties, claims, tree).read()
    return parties.numbered()
