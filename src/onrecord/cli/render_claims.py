"""Claims as trees: what stands inside a claim hangs under it, and each chain reads as one."""

from collections import defaultdict
from collections.abc import Iterator

from onrecord.cli.layout import FAINT, Block, empty, heading, line, where
from onrecord.exports.naming import Names
from onrecord.model import Claim, Record

STANCES = {
    "asserts": "cyan",
    "denies": "red",
    "alleges": "yellow",
    "believes": "blue",
    "intends": "green",
    "wants": "magenta",
    "asks": "magenta",
    "declines": "red",
}
INTO = " ▸ "
DEEPEST = 8
LONGEST_CHAIN = 4
QUOTES = "“”\"‘’'"


def claims(record: Record) -> Iterator[Block]:
    """The claims with their heading; nothing where there are none."""
    if not record.claims:
        yield from heading("Claims")
        yield line(("  None found.", FAINT))
        return
    yield from heading(f"Claims {len(record.claims)}", "who said what, on whose word")
    names = Names(record)
    under = _tree(names, record.claims)
    yield from _siblings(names, under, under[None], "  ", 0)


def _tree(names: Names, found: tuple[Claim, ...]) -> dict[str | None, list[Claim]]:
    under: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in found:
        above = names.above(claim)[:DEEPEST]
        under[above[-1].id if above else None].append(claim)
    for siblings in under.values():
        siblings.sort(key=lambda claim: (claim.content or claim.cue or ((0, 0),))[0])
    return under


def _siblings(
    names: Names, under: dict[str | None, list[Claim]], claims: list[Claim], indent: str, depth: int
) -> Iterator[Block]:
    for claim in claims:
        if depth == 0 and claim is not claims[0]:
            yield empty()
        last = claim is claims[-1]
        branch, below = ("", "  ") if depth == 0 else ("└─ ", "   ") if last else ("├─ ", "│  ")
        inner = under[claim.id]
        rest = indent + below
        yield Block(text=_who(names, claim).text, first=indent + branch, rest=rest + ("│ " if inner else "  "))
        yield from _what(names, claim, rest + ("│ " if inner else "  "))
        yield from _siblings(names, under, inner, rest, depth + 1)


def _who(names: Names, claim: Claim) -> Block:
    *above, own = [names.speaker(one) for one in (*names.above(claim), claim)]
    if len(above) > LONGEST_CHAIN:
        above = [above[0], "…", above[-1]]
    chain = [(name + INTO, FAINT) for name in above]
    stance = (f" · {claim.stance}", STANCES[claim.stance])
    return line(*chain, (own, "bold"), stance, f", {claim.manner}", (where(*claim.content), FAINT))


def _what(names: Names, claim: Claim, indent: str) -> Iterator[Block]:
    words = names.words(*claim.content)
    if not words:
        yield line(("(its words are not marked)", FAINT), indent=indent)
        return
    quoted = claim.manner == "direct" and words[0] not in QUOTES
    yield line(f"“{words}”" if quoted else _closed(words), indent=indent)


def _closed(words: str) -> str:
    """The words with the closing mark that their last quotation has in the article, right after them."""
    return words + "”" * (words.count("“") > words.count("”"))
