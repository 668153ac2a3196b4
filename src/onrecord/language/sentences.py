"""Paragraphs to sentences; a sentence never crosses a paragraph."""

import re
from collections.abc import Iterator, Sequence

from onrecord.language.words import ENDING_ABBREVIATIONS, SENTENCE_STARTERS
from onrecord.model import Sentence, Span, Token

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
_END = re.compile(r"[.!?…]|\.(?: ?\.)+|[!?]{2,8}")
_CLOSERS = frozenset([*"”’\"')]»", "''"])
_OPENERS = frozenset([*"“‘\"'([«", "''", "``"])


def paragraphs(text: str) -> tuple[Span, ...]:
    """The blank-line separated blocks of a text, without white space around them."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        found.append((match.start(), match.start() + len(match.group().rstrip())))
    return tuple(found)


def find(tokens: Sequence[Token], first: int, paragraph: int) -> Iterator[Sentence]:
    """The sentences of one paragraph, whose tokens are given; `first` is the index of its first token."""
    begin = 0
    position = 0
    while position < len(tokens):
        stop = _end(tokens, position)
        if stop is not None:
            yield _sentence(tokens, begin, stop, first, paragraph)
            begin = stop
        position = stop if stop is not None else position + 1
    if begin < len(tokens):
        yield _sentence(tokens, begin, len(tokens), first, paragraph)


def _sentence(tokens: Sequence[Token], begin: int, stop: int, first: int, paragraph: int) -> Sentence:
    span = tokens[begin].span[0], tokens[stop - 1].span[1]
    return Sentence(span=span, first=first + begin, last=first + stop, paragraph=paragraph)


def _end(tokens: Sequence[Token], position: int) -> int | None:
    """The index after the sentence that ends at this token, or None where none ends."""
    word = tokens[position].text
    if not _END.fullmatch(word):
        return position + 1 if _abbreviation_ends(tokens, position) else None
    stop = position + 1
    while stop < len(tokens) and tokens[stop].text in _CLOSERS and _touches(tokens, stop):
        stop += 1
    if stop == len(tokens):
        return stop
    return stop if _may_start(tokens, stop, strict=len(word) > 1 or word == "…") else None


def _touches(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].span[0] == tokens[index - 1].span[1]


def _may_start(tokens: Sequence[Token], index: int, *, strict: bool) -> bool:
    """Whether a sentence can begin here: a capital, a digit or an opening mark, after white space."""
    if _touches(tokens, index):
        return False
    word = tokens[index].text
    if word in _OPENERS and index + 1 < len(tokens):
        word = tokens[index + 1].text
    if word[0].isdigit():
        return not strict
    return not word[0].islower() and (word[0].isalpha() or word[0] in "[($€£“‘`\"'")


def _abbreviation_ends(tokens: Sequence[Token], position: int) -> bool:
    """ "… in the U.S. The …": an abbreviation that also ends its sentence."""
    word = tokens[position].text.lower()
    if word not in ENDING_ABBREVIATIONS or position + 1 >= len(tokens):
        return False
    follower = tokens[position + 1].text
    return follower[0].isupper() and follower.lower() in SENTENCE_STARTERS
