"""Claims that one source passes on from another, and questions and refusals put in few words."""

from collections.abc import Iterator

from onrecord.knowledge import roles
from onrecord.language.words import NEGATIONS, QUESTIONS
from onrecord.model import Spans
from onrecord.reading.claims_drafts import Draft, span, trimmed
from onrecord.reading.claims_extents import phrase_end
from onrecord.reading.claims_phrases import Words, begins_phrase, low, subject
from onrecord.reading.claims_sources import source_after

CITES = frozenset(["cited", "cites", "quoted", "quotes"])
DOCUMENTS = frozenset(
    """
    cable cables copy data document documents draft email emails figures filing filings letter letters memo memos
    minutes note papers people person photographs records report reports residents source sources statement statistics
    survey testimony transcript witnesses
    """.split()
)
SILENT = frozenset(["comment", "say", "discuss", "confirm", "answer", "disclose", "elaborate", "reveal", "name"])


def read(words: Words, floor: int, limit: int) -> Iterator[Draft]:
    """ "Tass cited X as saying P", "in the words of X, P", "Asked whether P", "would not say whether P"."""
    for at in range(floor, limit - 1):
        word = low(words, at)
        if word in CITES:
            yield from _cited(words, at, floor, limit)
        elif word == "asked" and (at == floor or words[at - 1].text == ","):
            yield from _asked(words, at, limit)
        elif word in NEGATIONS and low(words, at - 1) in ("would", "wo", "could") and low(words, at + 1) in SILENT:
            yield from _silent(words, at, floor, limit)
        elif word == "in" and [low(words, at + i) for i in (1, 2, 3)] == ["the", "words", "of"]:
            yield from _in_the_words_of(words, at, limit)


def _spans(words: Words, first: int, last: int) -> Spans:
    first, last = trimmed(words, first, last)
    return (span(words, first, last),) if first < last else ()


def _cited(words: Words, at: int, floor: int, limit: int) -> Iterator[Draft]:
    """The one who cites is the outer claim, the one cited the inner, with the same content."""
    relayer = subject(words, at, floor)
    if relayer is None:
        return
    for index in range(at + 2, min(limit - 2, at + 25)):
        if low(words, index) == "as" and low(words, index + 1) == "saying":
            start = index + 2 + (low(words, index + 2) == "that")
            content = _spans(words, start, limit)
            outer = Draft(
                source=_spans(words, *relayer), cue=(words[at].span,), content=content, stance="asserts",
                pattern="relay",
            )  # fmt: skip
            yield outer
            yield Draft(
                source=_spans(words, at + 1, index), cue=(words[index + 1].span,), content=content,
                stance="asserts",
                pattern="relay", above=outer,
            )  # fmt: skip
            return
        if words[index].text in (";", ":", "“"):
            return


def _tells(words: Words, first: int, last: int) -> bool:
    """Whether the words cited are somebody or a document, and no reason: "citing the cost"."""
    named = words[first:last]
    told = (w.text.lower() for w in named)
    return any(w.tag == "PROPN" for w in named) or any(w in DOCUMENTS or roles.role(w) is not None for w in told)


def _asked(words: Words, at: int, limit: int) -> Iterator[Draft]:
    """ "Asked whether he would go, she said": a question of nobody named."""
    if low(words, at + 1) not in QUESTIONS:
        return
    end = next((i for i in range(at + 1, limit) if words[i].text == ","), None)
    if end is None:
        return
    yield Draft(source=(), cue=(words[at].span,), content=_spans(words, at + 1, end), stance="asks", pattern="asked")


def _silent(words: Words, at: int, floor: int, limit: int) -> Iterator[Draft]:
    source = subject(words, at - 1, floor)
    if source is None:
        return
    yield Draft(
        source=_spans(words, *source), cue=(span(words, at - 1, at + 1),), stance="declines",
        content=_spans(words, at + 1, phrase_end(words, at + 1, limit)), pattern="would not say",
    )  # fmt: skip


def _in_the_words_of(words: Words, at: int, limit: int) -> Iterator[Draft]:
    end = source_after(words, at + 4, limit)
    if end is None or end >= limit or words[end].text != "," or not begins_phrase(words, end + 1):
        return
    yield Draft(
        source=_spans(words, at + 4, end), cue=(span(words, at, at + 4),), stance="asserts",
        content=_spans(words, end + 1, limit), pattern="in the words of",
    )  # fmt: skip


def citing(words: Words, cue: int, floor: int, outer: Draft) -> Iterator[Draft]:
    """ "Interfax, citing the ministry, said P", "Interfax said, citing the ministry, that P": the ministry says P
    within Interfax's claim."""
    if outer.stance != "asserts":  # "declined to comment, citing the talks"
        return
    if (after := _cited_after(words, cue, outer) or _cited_last(words, cue, outer)) is not None:
        yield after
        return
    for at in range(cue - 1, floor, -1):
        if low(words, at) in ("citing", "quoting") and words[at - 1].text == ",":
            told = words[cue - 1].text == "," and _tells(words, at + 1, cue - 1)
            if outer.source and outer.source[0][1] <= words[at].span[0] and told:
                yield Draft(
                    source=_spans(words, at + 1, cue - 1), cue=(words[at].span,), content=outer.content,
                    stance="asserts", pattern="relay", above=outer,
                )  # fmt: skip
            return
        if words[at].text in (";", ":", "“"):
            return


def _cited_after(words: Words, cue: int, outer: Draft) -> Draft | None:
    """The one cited between the cue and what is said."""
    for at in range(cue + 1, min(len(words), cue + 8)):
        if words[at].span[0] >= outer.content[0][0]:
            return None
        if low(words, at) in ("citing", "quoting") and words[at - 1].text == ",":
            close = next((i for i in range(at + 1, min(len(words), at + 14)) if words[i].text == ","), None)
            if close is None or words[close].span[0] >= outer.content[0][0] or not _tells(words, at + 1, close):
                return None
            return Draft(
                source=_spans(words, at + 1, close), cue=(words[at].span,), content=outer.content,
                stance="asserts", pattern="relay", above=outer,
            )  # fmt: skip
    return None


def _cited_last(words: Words, cue: int, outer: Draft) -> Draft | None:
    """The one cited after what is said: "Interfax reported that P, citing the ministry"."""
    end = outer.content[-1][1]
    at = next((i for i in range(cue, len(words)) if words[i].span[0] >= end), len(words))
    return next(cited_behind(words, at, outer), None)


def cited_behind(words: Words, at: int, outer: Draft) -> Iterator[Draft]:
    """The one cited after the comma `at`: "P, Interfax reported, citing the ministry"."""
    if at + 2 >= len(words) or words[at].text != "," or low(words, at + 1) not in ("citing", "quoting"):
        return
    last = source_after(words, at + 2, len(words))
    if last is not None and _tells(words, at + 2, last):
        yield Draft(
            source=_spans(words, at + 2, last), cue=(words[at + 1].span,), content=outer.content,
            stance="asserts", pattern="relay", above=outer,
        )  # fmt: skip
