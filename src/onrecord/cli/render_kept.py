"""What is kept, in lines: outcomes, lists, versions, hits."""

from collections.abc import Iterator

from rich.console import Console

from onrecord.cli.layout import FAINT, Block, empty, flat, heading, line
from onrecord.store.kept import Added, Hit, Kept

NO_HEADLINE = "(no headline)"
MARK = "bold reverse"


def added(done: Added) -> Iterator[Block]:
    """What became of one page."""
    kept = done.kept
    what, colour = {
        "new": ("new", "green"),
        "changed": (f"changed to version {kept.version}", "yellow"),
        "reread": (f"read anew, version {kept.version}", "yellow"),
        "unchanged": ("unchanged", FAINT),
    }[done.outcome]
    yield line((kept.id, "bold"), "  ", (f"{what:<9}", colour), "  ", _headline(kept), rest=" " * 10)


def listing(pages: tuple[Kept, ...], *, count: int, more: bool) -> Iterator[Block]:
    """A line or two a page."""
    for kept in pages:
        yield line((kept.id, "bold"), "  ", _headline(kept), rest=" " * 10)
        yield line((_facts(kept), FAINT), indent=" " * 10)
    yield empty()
    yield line((f"{len(pages)} of {count} {'page' if count == 1 else 'pages'}", FAINT))
    if more:
        yield line((f"more: onrecord list --after {pages[-1].id}", FAINT))


def _headline(kept: Kept) -> str:
    return flat(kept.headline or NO_HEADLINE)


def _facts(kept: Kept) -> str:
    version = f"version {kept.version}" if kept.version > 1 else ""
    counts = f"{_number(kept.claims, 'claim')}, {_number(kept.events, 'event')}"
    known = [(kept.published or "no date")[:10], kept.site or "", counts, version]
    return flat(" · ".join(part for part in known if part))


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def history(versions: tuple[Kept, ...], *, shown: int) -> Iterator[Block]:
    """The versions of a page, where there are several."""
    if len(versions) < 2:
        return
    yield from heading("Versions", f"onrecord show {versions[0].id} --version N")
    for kept in versions:
        mark = "▸" if kept.version == shown else " "
        yield line(f"  {mark} {kept.version}  {kept.added[:10]} {kept.added[11:16]}  {_headline(kept)}", rest=" " * 8)


def found(hits: tuple[Hit, ...], *, wanted: str, more: bool, console: Console) -> Iterator[Block]:
    """The pages that hold the words, with the place; the words are marked, by asterisks in plain text."""
    if not hits:
        yield line(f"No page has: {flat(wanted)}")
        return
    styled = console.is_terminal and not console.is_dumb_terminal
    for hit in hits:
        yield line((hit.kept.id, "bold"), "  ", (_headline(hit.kept), "bold"), rest=" " * 10)
        yield line((_facts(hit.kept), FAINT), indent=" " * 10)
        speaker = [(f"{flat(hit.speaker, 60)}: ", "cyan")] if hit.speaker else []
        yield line(*speaker, *_marked(hit, styled=styled), indent=" " * 10)
        yield empty()
    if more:
        yield line((f"more: the same with --after {hits[-1].kept.id}", FAINT))


def _marked(hit: Hit, *, styled: bool) -> Iterator[str | tuple[str, str]]:
    at = 0
    for start, end in hit.marks:
        yield _spaced(hit.snippet[at:start])
        word = flat(hit.snippet[start:end])
        yield (word, MARK) if styled else f"*{word}*"
        at = end
    yield _spaced(hit.snippet[at:])


def _spaced(words: str) -> str:
    """One line, the blanks at the ends kept."""
    return flat(f"|{words}|".replace("\n", " "))[1:-1]
