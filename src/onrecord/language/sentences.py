"""Paragraphs to sentences; a sentence never crosses a paragraph."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.language.words import ENDING_ABBREVIATIONS, SENTENCE_STARTERS
from onrecord.model import Sentence, Span, Token

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
_STOP = re.compile(r"[.!?…]+")
_END = re.compile(r"[.!?…]|\.(?: ?\.)+|[!?]{2,8}")
_CLOSERS = frozenset([*"”’\"')]»", "''"])
_NO_START = re.compile(r"[.,;:!?)\]”»%’]+")
_OPENERS = frozenset([*"“‘\"'([«", "''", "``"])

# What the encoder's score of an end must pass, by what stands before and behind it: chosen on UD English EWT and GUM,
# train and dev.
_AFTER_STOP, _AFTER_STOP_SMALL, _ELSEWHERE, _ELSEWHERE_SMALL = -1.0, 1.0, 0.0, 2.0


def paragraphs(text: str) -> tuple[Span, ...]:
    """The blank-line separated blocks of a text, without white space around them."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        found.append((match.start(), match.start() + len(match.group().rstrip())))
    return tuple(found)


def ends(tokens: Sequence[Token], scores: NDArray[np.float32], paragraphs: Sequence[int]) -> list[int]:
    """The word after each sentence, by the encoder's scores; a paragraph's end is always one."""
    found = {*paragraphs[1:], len(tokens)}
    for word in np.flatnonzero(scores > _AFTER_STOP).tolist():
        if word + 1 not in found and _ends(tokens, word, scores[word]):
            found.add(_behind_note(tokens, word + 1))
    return sorted(found - {0})


def _ends(tokens: Sequence[Token], word: int, score: float) -> bool:
    follower = tokens[word + 1].text
    if _NO_START.fullmatch(follower):
        return False
    stop = _is_stop(tokens, word)
    if not stop and _touches(tokens, word + 1):
        return False
    if follower[0].islower():
        return score > (_AFTER_STOP_SMALL if stop else _ELSEWHERE_SMALL)
    return score > (_AFTER_STOP if stop else _ELSEWHERE)


def _is_stop(tokens: Sequence[Token], word: int) -> bool:
    """Whether a word is a mark that ends sentences, or closes a quotation or brackets behind one."""
    first = word
    while first and word - first < 2 and tokens[first].text in _CLOSERS:
        first -= 1
    return _STOP.fullmatch(tokens[first].text) is not None


def _behind_note(tokens: Sequence[Token], word: int) -> int:
    """The word behind a note's number ("[6]") that begins here, or this word."""
    note = [token.text for token in tokens[word : word + 3]]
    return word + 3 if note[:1] == ["["] and note[1:2] and note[1].isdigit() and note[2:] == ["]"] else word


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
