"""Finds who is who: names, described parties and pronouns, one entity for each real thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.model import Analysis, Claim, Entity, Gap, Mention, Span
from onrecord.reading.entities_names import Names
from onrecord.reading.entities_nouns import Nouns
from onrecord.reading.entities_pronouns import Pronouns
from onrecord.reading.mentions import Parties

LONGEST_MENTION = 400  # characters


def find(
    analysis: Analysis, claims: Sequence[Claim], wanted: Sequence[tuple[Span, Span]] = ()
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Gap, ...]]:
    """Entities (ids n1, … by first mention), mentions (ids m1, … in text order) and gaps.

    Every claim's source is a mention, with `entity` None and a gap where it was not settled. Countries and
    roles are those that the text or the tables give, else None. `wanted` are further noun phrases, each with its
    head, that shall be mentions (the parties of events).
    """
    sources = sorted({claim.source[0] for claim in claims if claim.source})
    parties = Parties()
    Names(analysis, parties).read(analysis.names, sources)
    Nouns(analysis, parties).read(sources)
    Pronouns(analysis, parties, claims).read(sources)
    missing = _missing(wanted, sorted(parties.pointers))
    Nouns(analysis, parties).read(missing)
    Pronouns(analysis, parties, claims).read(missing)
    return parties.numbered()


def _missing(wanted: Sequence[tuple[Span, Span]], known: Sequence[Span]) -> list[Span]:
    """The wanted phrases whose head stands in no known mention."""
    starts = [start for start, _ in known]
    found = set()
    for span, head in wanted:
        near = known[bisect_left(starts, head[0] - LONGEST_MENTION) : bisect_right(starts, head[0])]
        if not any(head[1] <= end for _, end in near):
            found.add(span)
    return sorted(found)
