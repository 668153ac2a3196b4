"""Puts the entity behind each claim's source on the claim."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Claim, Mention


def link(claims: Sequence[Claim], mentions: Sequence[Mention]) -> tuple[Claim, ...]:
    """The claims with `speaker` set to the entity of the mention on their source's words; None where there
    is no source or its mention was not settled."""
    entities = {mention.span: mention.entity for mention in mentions}
    return tuple(replace(claim, speaker=entities.get(claim.source[0]) if claim.source else None) for claim in claims)
