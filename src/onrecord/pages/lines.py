"""A line of a page as the debris classifier takes it."""

from dataclasses import dataclass

from onrecord.pages.blocks import Block

Row = list[float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its block of the page; `block` is None in pasted text."""

    text: str
    block: Block | None = None
