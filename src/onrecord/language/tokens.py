"""Text to words and marks with exact offsets, cut as Universal Dependencies cuts English."""

import re
from collections.abc import Iterator

from onrecord.language.words import ABBREVIATIONS
from onrecord.model import Span, Token

_TOKEN = re.compile(
    r"""https?://[^\s<>"”’]{1,2000}
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}
    | (?:[A-Za-z]\.){2,8}                                   # U.S., a.m.
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th|[bkm]n?|pm|am)?(?!\w)   # 3,000.5  26th  5bn
    | \w+(?:[-–’'&.]\w+){0,12}                              # co-ordinator, L’Équipe, AT&T, example.org
    | '' | ``
    | \.(?:[ ]?\.){1,5} | … | -{2,3} | [!?]{2,8}
    | \S""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m))$")


def find(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens inside `span`, in text order; every character but white space belongs to one."""
    return tuple(Token(span=(s, e), text=text[s:e]) for s, e in _spans(text, *span))


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    while match := _TOKEN.search(text, position, end):
        begin, stop = match.span()
        position = stop
        word = match.group()
        if word.isalpha() and _takes_period(text, word, stop, end):
            position = stop = stop + 1
            yield begin, stop
        else:
            yield from _clitics(word, begin, stop)


def _takes_period(text: str, word: str, stop: int, end: int) -> bool:
    """Whether the full stop that follows belongs to the word: "Gen.", and "J." before another name."""
    if stop >= end or text[stop] != "." or text[stop : stop + 2] == "..":
        return False
    if len(word) == 1:
        return word.isupper() and word != "I" and bool(re.match(r"\.\s?[A-Z]", text[stop : stop + 3]))
    return word.lower() in ABBREVIATIONS and (word[0].isupper() or word.lower() in ("vs", "approx", "est"))


def _clitics(word: str, begin: int, stop: int) -> Iterator[Span]:
    clitic = _CLITIC.match(word) if "’" in word or "'" in word else None
    if clitic is None:
        yield begin, stop
        return
    cut = begin + len(clitic.group(1))
    yield begin, cut
    yield cut, stop
