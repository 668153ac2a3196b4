"""Text to words and marks with exact offsets, cut as Universal Dependencies cuts English."""

import re
from collections.abc import Iterator

from onrecord.language.words import ABBREVIATIONS, LISTERS, NUMBERED, SENTENCE_STARTERS, STATES
from onrecord.model import Span, Token

# A hyphen joins after these and before those; elsewhere it is a word of its own ("long", "-", "term").
_PREFIX = (
    r"(?i:agro|ante|anti|arch|bi|bio|co|counter|cross|cyber|de|e|eco|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|"
    r"neo|non|over(?!-the)|pan|para|peri|post|pre|pro|pseudo|psycho|quasi|re|semi|socio|sub|super|trans|tri|uh|ultra|un|"
    r"uni|vice)"
)
_SUFFIX = r"(?:esque|ette|fest|fold|gate|itis|less|wise)"
_BRACKETS = r"\([^\s()<>]{1,200}\)"
_NUMBER = r"\d++(?:[.,:]\d++)*+"
_TOKEN = re.compile(
    rf"""(?:https?://|www\.)(?:{_BRACKETS}|[^\s<>"“”’()]){{0,2000}}(?:{_BRACKETS}|[^\s<>"“”’.,;:!?()\]])
    | (?:mailto:)?[\w.+%-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}} | [\w.+%-]{{0,64}}\w@[\w-]{{1,64}}
    | [@\#][A-Za-z]\w{{1,100}}                                                      # @name, #topic
    | (?:[A-Za-z]\.){{2,8}}(?:[A-Za-z](?!\w))?                                      # U.S., a.m., a.k.a
    | [A-Z][a-z]\.(?:[A-Z][a-z]?\.){{1,4}}                                          # Ph.D.
    | \d++(?:[-/]\d+){{2,6}}(?!\w) | \d+/\d+(?!\w)                                  # 2001-05-03  9/11
    | (?:(?:\d|\d{{3}})-\d{{4}}|\d{{5,}}-\d+|\d+-\d{{5,}})(?![\w-])                 # 555-0123, but 10-15 is three words
    | (?:1\d)?\d0[’']s(?!\w) | (?<!\w)(?:’\d\ds?|'\d0s)(?!\w)                      # 1960's  ’72
    | (?<![\w.)])\.\d+(?!\w) | (?<![\w)])\+\d+(?!\w)                                # .265  +44
    | {_NUMBER}(?i:st|nd|rd|th|s)?(?!\w)                                            # 3,000.5  26th  1990s  10:30
    | \d+[ADEG-JLN-Z](?!\w) | [2-5][dg](?!\w)                                       # 4A  5G
    | {_NUMBER}(?=[A-Za-z]{{1,3}}(?!\w))                                            # 5 | pm  3.5 | bn
    | (?<!-){_PREFIX}-\w+(?:[’'&.]\w+){{0,12}}                                      # e-mail, non-human
    | \w+-{_SUFFIX}(?!\w)
    | [A-Za-z][a-z]?-(?=\s+(?!and\b|or\b|to\b)\S) | [A-Za-z]+-(?=\s+[–—])           # a word broken off: "th- the"
    | [A-Za-z]{{1,3}}\*{{1,5}}[a-z]{{1,4}}(?!\w)                                    # f***ed
    | \w+(?:[’'&.]\w+){{0,12}}                                                      # L’Équipe, AT&T, example.org
    | [’'`]s(?!\w)
    | '' | `` | ’’ | ‘’ | ‘‘ | << | >>
    | \.{{2,300}}+ | …\.? | [.!?]{{2,300}} | (?P<mark>[-*_=+$])(?P=mark){{1,300}}
    | [:;=][’']?-?[()DPp](?!\w) | \(: | \^_*\^
    | \S""",
    re.VERBOSE,
)
_AFTER_INITIAL = re.compile(r"\s?[A-Z]|[,;]|\s[a-z]")
ANY_CASE = frozenset(["approx", "eg", "est", "ie", "vs"])  # also abbreviations in lower case
_SENTENCE = re.compile(r"(?:A|I|[A-Z][a-z]+)(?:[’'][a-z]+)?\Z")
_COMMA = re.compile(r",\s\Z")
_CLITIC = re.compile(r"(?i)(.+?)(n[’']t|[’'](?:s|re|ve|ll|d|m))$")
_FUSED = re.compile(
    r"(?i)(can)(not)|(gon|wan)(na)|(got|lot|out)(ta)|(lem|gim)(me)|(d)([’']ye)|(y[’'])(all)|(c[’']m)(on)"
    r"|(ai|are|ca|could|did|does|do|had|has|have|is|should|was|were|would)(nt)"
    r"|(they|you)(re|ve|ll)|(that|there|what|he|she)(s)|(we)(ve)"
)


def find(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens inside `span`, in text order; every character but white space belongs to one."""
    return tuple(Token(span=(s, e), text=text[s:e]) for s, e in _spans(text, *span))


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    while match := _TOKEN.search(text, position, end):
        begin, stop = match.span()
        word = match.group()
        period = _period(text, word, begin, end)
        if period is not None:
            position = period + 1
            yield begin, position
        else:
            position = stop = begin + len(_unglued(word))
            yield from _parts(text[begin:stop], begin, stop)


def _unglued(word: str) -> str:
    """A word without the next sentence, where no white space stands between them ("at noon.The ferry")."""
    head, _, rest = word.partition(".")
    glued = _SENTENCE.match(rest) and (head.islower() or rest.lower() in SENTENCE_STARTERS) and head != "www"
    return head if glued and len(head) > 1 else word


def _period(text: str, word: str, begin: int, end: int) -> int | None:
    """Where the full stop is that belongs to the word: "Gen.", "J." before another name, "Dr." of "Dr.Kask"."""
    head, dot, rest = word.partition(".")
    at = begin + len(head)
    if not head.isalpha() or at >= end or text[at] != ".":
        return None
    if dot:
        return at if rest[:1].isupper() and head[0].isupper() and head.lower() in ABBREVIATIONS else None
    return at if not text.startswith("..", at) and _shortened(text, head, at, end) else None


def _shortened(text: str, word: str, at: int, end: int) -> bool:
    """Whether a word with a full stop behind it is an abbreviation."""
    after = text[at + 1 : min(at + 3, end)]
    following = after.lstrip()[:1]
    lower = word.lower()
    if len(word) == 1 and word.isupper():
        return word != "I" and bool(_AFTER_INITIAL.match(after))
    if lower in NUMBERED:
        return following.isdigit()
    if lower in LISTERS:
        return following.isdigit() or following.islower() or following in (",", ";", ")")
    if lower in STATES:
        return word[0].isupper() and _COMMA.search(text, max(0, at - len(word) - 2), at - len(word)) is not None
    return lower in ABBREVIATIONS and (word[0].isupper() or lower in ANY_CASE)


def _parts(word: str, begin: int, stop: int) -> Iterator[Span]:
    """A word, or the two that it is fused from ("did|n’t", "can|not")."""
    clitic = _CLITIC.match(word) if not word[0].isdigit() and ("’" in word or "'" in word) else None
    fused = clitic or _FUSED.fullmatch(word)
    if fused is None:
        yield begin, stop
        return
    first = next(group for group in fused.groups() if group is not None)
    cut = begin + len(first)
    yield begin, cut
    yield cut, stop
