"""Text to words and marks with exact offsets, cut as Universal Dependencies cuts English."""

import re
from collections.abc import Iterator

from onrecord.language.words import ABBREVIATIONS
from onrecord.model import Span, Token

# A hyphen joins after these; elsewhere it is a word of its own ("long", "-", "term").
_PREFIX = (
    r"(?i:anti|bi|co|cross|e|ex|inter|intra|macro|mega|micro|mid|mini|multi|non|post|pre|pro|pseudo|psycho|re|semi|sub|"
    r"super|trans|tri|ultra|un|uni|vice|x)"
)
_TOKEN = re.compile(
    rf"""(?:https?://|www\.)[^\s<>"”’]{{1,2000}}
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}
    | (?:[A-Za-z]\.){{2,8}}                                     # U.S., a.m.
    | \d+(?:[-/]\d+){{1,6}}(?!\w)                               # 9/11  2001-05-03
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|[bkm]n?)?(?!\w)          # 3,000.5  26th  5bn  1990s  10:30
    | \d+(?:[.,:]\d+)*(?=(?:pm|am|[A-Za-z]{{1,3}})(?!\w))       # 5 | pm
    | {_PREFIX}-\w+(?:[’'&.]\w+){{0,12}}                        # e-mail, non-human
    | \w+(?:[’'&.]\w+){{0,12}}                                  # L’Équipe, AT&T, example.org
    | '' | ``
    | \.(?:[ ]?\.){{1,5}} | … | -{{2,40}} | [!?]{{2,8}} | \*{{2,20}} | _{{2,40}} | ={{2,40}} | [:;]-?[()DP](?!\w)
    | \S""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m))$")
_FUSED = re.compile(r"(?i)(can)(not)|(gon|wan)(na)|(got)(ta)|(lem|gim)(me)|(d)(’ye|'ye)")


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
            yield from _parts(word, begin, stop)


def _takes_period(text: str, word: str, stop: int, end: int) -> bool:
    """Whether the full stop that follows belongs to the word: "Gen.", and "J." before another name."""
    if stop >= end or text[stop] != "." or text[stop : stop + 2] == "..":
        return False
    if len(word) == 1:
        return word.isupper() and word != "I" and bool(re.match(r"\.\s?[A-Z]", text[stop : stop + 3]))
    return word.lower() in ABBREVIATIONS and (word[0].isupper() or word.lower() in ("vs", "approx", "est", "etc"))


def _parts(word: str, begin: int, stop: int) -> Iterator[Span]:
    """A word, or the two that it is fused from ("did|n’t", "can|not")."""
    clitic = _CLITIC.match(word) if "’" in word or "'" in word else None
    fused = clitic or _FUSED.fullmatch(word)
    if fused is None:
        yield begin, stop
        return
    first = next(group for group in fused.groups() if group is not None)
    cut = begin + len(first)
    yield begin, cut
    yield cut, stop
