"""Lines for a terminal: safe to print, wrapped, with what hangs under them indented."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

WIDEST = 100
NARROWEST = 20
FAINT = "dim"
# A page may hold letters that command a terminal or turn its writing round.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Text that is wrapped behind `first`, its further lines behind `rest`; never wrapped if `whole`."""

    text: Text
    first: str = ""
    rest: str = ""
    whole: bool = False


def safe(words: str) -> str:
    """The words without anything that a terminal would obey."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n").replace("\t", " "))


def flat(words: str, most: int | None = None) -> str:
    """The words on one line, cut between words after `most` letters."""
    line = " ".join(safe(words).split())
    if most is None or len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def line(*parts: str | tuple[str, str], indent: str = "", rest: str | None = None) -> Block:
    """A block of words and (words, style) pairs; nothing in them is markup."""
    return Block(text=Text.assemble(*parts), first=indent, rest=indent if rest is None else rest)


def address(url: str) -> Block:
    """An address on one line, however long, so that it can be followed and copied."""
    return Block(text=Text(flat(url), style=FAINT), whole=True)


def empty() -> Block:
    """An empty line."""
    return Block(text=Text())


def rule() -> Block:
    """A line across, between two records."""
    return line(("═" * 78, FAINT))


def heading(title: str, note: str = "") -> list[Block]:
    """An empty line and a title."""
    parts: list[str | tuple[str, str]] = [(title.upper(), "bold")]
    return [empty(), line(*parts, *([("  " + note, FAINT)] if note else [])), empty()]


def where(*spans: tuple[int, int]) -> str:
    """Spans as they stand beside a statement: " [12–34 40–51]"."""
    return f" [{' '.join(f'{start}–{end}' for start, end in spans)}]" if spans else ""


def show(console: Console, blocks: Iterable[Block]) -> None:
    """Prints the blocks, no wider than is good to read."""
    width = min(console.width, WIDEST)
    for block in blocks:
        _show(console, block, width)


def _show(console: Console, block: Block, width: int) -> None:
    for number, wrapped in enumerate([block.text] if block.whole else _wrapped(console, block, width)):
        wrapped.rstrip()
        prefix = block.rest if number else block.first
        whole = Text.assemble((prefix, FAINT), wrapped) if wrapped else Text(prefix.rstrip())
        console.print(whole, soft_wrap=True, highlight=False)


def _wrapped(console: Console, block: Block, width: int) -> list[Text]:
    """The lines of a block; one whose further lines stand more to the right fills its first line too."""
    room = max(width - max(cell_len(block.first), cell_len(block.rest)), NARROWEST)
    hangs = cell_len(block.rest) - cell_len(block.first)
    words = block.text.plain
    if hangs <= 0 or len(words) <= max(room, hangs) or "\n" in words or cell_len(words[:hangs]) != hangs:
        return list(block.text.wrap(console, room)) or [Text()]
    head, tail = block.text.divide([hangs])
    first, *further = tail.wrap(console, room)
    return [Text.assemble(head, first), *further]
