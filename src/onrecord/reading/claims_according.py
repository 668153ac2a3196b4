"""Claims of "according to X": before these words, behind them, or around them."""

from collections.abc import Iterator

from onrecord.reading.claims_drafts import Draft, Reading, span, spans
from onrecord.reading.claims_phrases import Words, is_verb, low, reduced
from onrecord.reading.claims_sources import source_after


def read(reading: Reading) -> Iterator[Draft]:
    """Who is named, and the sentence without these words."""
    words = reading.words
    for at in range(reading.start, reading.limit - 2):
        if low(words, at) != "according" or low(words, at + 1) != "to":
            continue
        end = source_after(words, at + 2, reading.limit)
        if end is None:
            continue
        opens = at == reading.start or words[at - 1].text in (":", ";")
        if opens and (end >= reading.limit or words[end].text != ","):
            end = _opener_end(words, at + 2, reading.limit)
        comma = end < reading.limit and words[end].text == ","
        content = (end + 1, reading.limit) if opens and comma else (clause_start(words, at, reading.start), at)
        if content[1] - content[0] < 3:
            continue
        parted = at > reading.start and comma and words[at - 1].text == ","
        parted = parted and not any(is_verb(words, i) for i in range(*content))  # "The envoy, according to X, has left"
        parts = [content, (end + 1, reading.limit)] if parted else [content]
        yield Draft(
            source=spans(words, (at + 2, end)), cue=(span(words, at, at + 2),), content=spans(words, *parts),
            stance="asserts", pattern="according to",
        )  # fmt: skip
        if content[0] < at and not parted:
            reading.limit = at


def _opener_end(words: Words, start: int, limit: int) -> int:
    """The comma that ends "According to X," or "According to X, published on Sunday,"."""
    commas = [i for i in range(start, limit) if words[i].text == ","]
    told = commas[:1] if commas and not reduced(words, commas[0] + 1) else commas[1:2]
    return told[0] if told else limit


def clause_start(words: Words, at: int, floor: int) -> int:
    """Start of what "according to" covers: after a semicolon or dash."""
    for index in range(at - 1, floor - 1, -1):
        if words[index].text in (";", "—", "–"):
            return index + 1
    while floor < at and low(words, floor) in ("but", "and", "yet", "however", ","):
        floor += 1
    return floor
