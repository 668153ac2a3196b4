"""The noun phrase after a cue that names who: "said ADRIENNE WATSON, A SPOKESPERSON FOR THE COUNCIL"."""

from onrecord.language import lexicon
from onrecord.language.words import CALENDAR, PRONOUNS, STOPS, SUBORDINATORS, TIMES
from onrecord.reading.claims_phrases import (
    LONGEST,
    Words,
    begins_phrase,
    is_verb,
    low,
    opens_apposition,
)


def source_after(words: Words, start: int, ceiling: int) -> int | None:
    """The end of the noun phrase that begins at `start` ("said ADRIENNE WATSON, A SPOKESPERSON FOR …"); None
    where none does. Times, statements and relative clauses stay outside."""
    if not begins_phrase(words, start):
        return None
    index = start
    while index < ceiling and not _ends_source(words, index, start):
        index += 1
    while index < ceiling and words[index].text == "," and opens_apposition(words, index + 1):
        if low(words, index + 1) in ("who", "which", "whose", "speaking", "citing") or low(words, index + 1).endswith(
            "ing"
        ):
            break
        inner = index + 1
        while inner < ceiling and not _ends_apposition(words, inner, index + 1):
            inner += 1
        index = inner
    return index if start < index <= start + LONGEST else None


def _ends_apposition(words: Words, index: int, start: int) -> bool:
    word = low(words, index)
    if words[index].text in STOPS or word in SUBORDINATORS | {"who", "which", "."}:
        return True
    if index > start and word in TIMES - {"now", "then", "also", "first", "only", "recently", "previously"}:
        return not low(words, index - 1).endswith("’s")
    return word in ("in", "on", "at", "during") and _names_time(words, index + 1)


def _names_time(words: Words, index: int) -> bool:
    return low(words, index) in TIMES | CALENDAR or low(words, index + 1) in (
        "statement",
        "interview",
        "speech",
        "email",
    )


def _ends_source(words: Words, index: int, start: int) -> bool:
    word = low(words, index)
    if words[index].text in STOPS or word in SUBORDINATORS | {"who", "which", "that", "."}:
        return True
    if (word in TIMES or _is_subject(words, index)) and index > start:
        return True
    if word in ("last", "this", "late", "early") and low(words, index + 1) in CALENDAR | TIMES:
        return True
    if word in ("in", "on", "at", "during", "to", "by", "via", "about", "amid", "through", "against"):
        if word == "by" and low(words, index - 1).endswith("ed"):
            return False
        return index > start and _adjunct_begins(words, index, start)
    return index > start and (is_verb(words, index) or (word.endswith("ing") and lexicon.classes(word).startswith("V")))


def _is_subject(words: Words, index: int) -> bool:
    """Whether a pronoun opens a clause about the source: "a document IT had reviewed"."""
    alone = low(words, index) in ("he", "she", "it", "they", "we", "i") and words[index].tag in ("PRON", None)
    return alone and low(words, index - 1) not in ("and", "or")


def _adjunct_begins(words: Words, index: int, start: int) -> bool:
    """Whether a prepositional phrase belongs to "said" and not to the source: after a bare name it does."""
    if low(words, index + 1) in TIMES | CALENDAR | {
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "last",
        "this",
        "recent",
    }:
        return True
    if words[index + 1 : index + 2] and words[index + 1].text.isdigit():
        return True
    return words[index - 1].text[0].isupper() or low(words, start) in PRONOUNS or low(words, index) not in ("in", "at")
