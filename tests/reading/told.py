"""A text's claims and entities in words, for tests."""

from dataclasses import dataclass

import onrecord
from onrecord.model import Record, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim: the words of its parts (" … " between broken ones) and of the claim that it stands in."""

    source: str
    cue: str
    content: str
    manner: str
    stance: str
    speaker: str | None
    parent: str | None


def claims(text: str) -> list[Told]:
    """The claims of a text, in text order."""
    return told(onrecord.read_text(text))


def told(record: Record) -> list[Told]:
    def words(spans: Spans) -> str:
        return " … ".join(record.article.text[start:end] for start, end in spans)

    names = {entity.id: entity.name for entity in record.entities}
    contents = {claim.id: words(claim.content) for claim in record.claims}
    return [
        Told(
            source=words(claim.source),
            cue=words(claim.cue),
            content=words(claim.content),
            manner=claim.manner,
            stance=claim.stance,
            speaker=names.get(claim.speaker or ""),
            parent=contents.get(claim.parent or ""),
        )
        for claim in record.claims
    ]
