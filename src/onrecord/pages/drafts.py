"""What both ways to an article, from HTML and from pasted text, hand over."""

from dataclasses import dataclass

from onrecord.model import Gap, Metadata, Removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article before its quote marks are looked at: body paragraphs without the headline."""

    metadata: Metadata
    paragraphs: tuple[str, ...]
    removed: tuple[Removed, ...]
    gaps: tuple[Gap, ...] = ()
