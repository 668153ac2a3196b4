"""Text to atoms: each word that can be part of a time gets one letter, and the letters make a string.

The grammar (times_grammar) then reads the string of letters, not the text, so that its patterns are short
and cost time linear in the length of the text. OTHER stands for a word that tells nothing, STOP for the end
of a paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from onrecord.knowledge import calendar

OTHER, STOP = ".", "\n"

CODES: Mapping[str, str] = {
    "month": "M", "weekday": "W", "weekdays": "w", "year": "Y", "num": "n", "numword": "z", "ord": "o",
    "one": "U", "many": "u", "quarter": "#", "quarters": ":", "weekend": "_", "weekends": ";",
    "season": "S", "seasons": "j", "part": "P", "parts": "p", "clock": "C",
    "noon": "N", "zone": "Z", "deictic": "D", "tonight": "T", "named": "X", "iso": "I", "slashed": "L",
    "decade": "E", "decadeword": "e", "ampm": "A",
    "the": "d", "a": "a", "this": "t", "that": "h", "own": "i", "s": "s",
    "last": "l", "past": "q", "next": "x", "coming": "c", "prev": "v", "following": "`", "same": "m", "current": "k",
    "latest": "K", "early": "y", "comp": "r", "edge": "b", "ago": "g", "hence": "H",
    "of": "O", "at": "@", "in": "1", "from": "2", "to": "3", "and": "&", "or": "|", "than": "4",
    "few": "F", "couple": "6", "approx": "~", "more": "+", "every": "V", "half": "J", "fiscal": "$",
    "hyphen": "-", "slash": "/", "comma": ",", "now": "R", "recent": "Q", "once": "0", "old": "9",
    "before": "B", "after": "G", "period": "7", "ended": "8", "sometime": "?", "over": "5", "trading": "!",
    "ahead": "=", "future": "f", "mid": "^", "other": "'", "so": "\"", "large": "]",
    "shortq": "[", "fiscalyear": "{", "oclock": "}", "near": "%",
}  # fmt: skip
"""The letter of each class of atoms."""

_WORDS: Mapping[str, str] = {
    "the": "the", "a": "a", "an": "a", "this": "this", "these": "this", "that": "that", "those": "that",
    "its": "own", "his": "own", "her": "own", "their": "own", "our": "own", "my": "own", "your": "own",
    "last": "last", "latter": "last", "past": "past", "next": "next", "coming": "coming", "upcoming": "coming",
    "forthcoming": "coming",
    "previous": "prev", "preceding": "prev", "prior": "prev",
    "following": "following", "subsequent": "following", "ensuing": "following", "intervening": "following",
    "same": "same", "corresponding": "same", "comparable": "same",
    "current": "current", "present": "current", "latest": "latest",
    "early": "early", "late": "early", "mid": "mid", "middle": "edge", "beginning": "edge", "start": "edge",
    "end": "edge", "close": "edge", "height": "edge", "rest": "edge", "remainder": "edge", "turn": "edge",
    "outset": "edge", "earlier": "comp", "later": "comp", "sooner": "comp", "ago": "ago", "hence": "hence",
    "of": "of", "at": "at", "on": "at", "in": "in", "during": "in", "from": "from", "to": "to", "through": "to",
    "until": "to", "till": "to", "and": "and", "or": "or", "than": "than", "few": "few", "several": "few",
    "many": "few", "some": "few", "couple": "couple", "about": "approx", "around": "approx", "nearly": "approx",
    "almost": "approx", "approximately": "approx", "roughly": "approx", "circa": "approx",
    "over": "over", "under": "over", "more": "more", "another": "more", "additional": "more",
    "extra": "more", "further": "more", "consecutive": "more", "straight": "more", "full": "more", "whole": "more",
    "long": "more", "entire": "more", "successive": "more", "solid": "more",
    "every": "every", "each": "every", "alternate": "every",
    "half": "half", "fiscal": "fiscal", "financial": "fiscal", "daily": "now",
    "now": "now", "currently": "now", "presently": "now", "nowadays": "now", "recently": "now",
    "soon": "now", "previously": "now", "annually": "now", "monthly": "now", "weekly": "now",
    "hourly": "now", "nightly": "now",
    "yearly": "now", "biweekly": "now", "fortnightly": "now", "someday": "now",
    "recent": "recent", "once": "once", "twice": "once", "times": "once", "thrice": "once",
    "old": "old", "before": "before", "after": "after", "since": "before",
    "period": "period", "ended": "ended", "ending": "ended", "sometime": "sometime", "trading": "trading",
    "working": "trading", "business": "trading", "calendar": "trading", "school": "trading",
    "near": "near", "foreseeable": "near", "immediate": "near", "distant": "near",
    "ahead": "ahead", "future": "future", "other": "other", "so": "so",
    "today": "deictic", "yesterday": "deictic", "tomorrow": "deictic", "tonight": "tonight",
    "overnight": "tonight", "noon": "noon", "midday": "noon", "midnight": "noon",
}  # fmt: skip
_MARKS = {"-": "hyphen", "–": "hyphen", "—": "hyphen", "/": "slash", ",": "comma"}
_PHRASES = re.compile(
    r"(?:no\s+)?(?:more|less|fewer)\s+than|at\s+(?:the\s+)?(?:least|most)|up\s+to|close\s+to|just\s+(?:over|under)"
    r"|as\s+(?:much|many|long|little|few)\s+as|a\s+little\s+(?:over|under)|well\s+over|right\s+now",
    re.IGNORECASE,
)
_PHRASE_STARTS = frozenset("no more less fewer at up close just as a well right".split())
_LEX = re.compile(
    r"""(?P<shortq>Q[1-4]\b)
    | (?P<fiscalyear>FY\s?(?:19|20)?\d\d\b)
    | (?P<oclock>o['’]clock\b)
    | (?P<word>[^\W\d_]+)
    | (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])|9/11\b(?!/))
    | (?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/])|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\w/]))
    | (?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\s?(?:[ap]\.\s?m\b\.?|[ap]m\b)
        |\d{1,2}:\d\d(?::\d\d)?(?![\w:]|\.\d)
        |(?:[01]\d|2[0-3])[0-5]\d(?=\s+local\s)|(?:[01]\d|2[0-3])(?<=[Aa]t\s\d\d)[0-5]\d\s?(?:hours|hrs)\b)
    | (?P<decade>(?:1\d|20)\d0['’]?s\b|['’‘`]\d0s\b|\b\d0s\b)
    | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<quarter>[1-4]Q\b)
    | (?P<number>\d+(?:[.,]\d+)*(?:(?:bn|m|k|g|km|mph|ft|C|F|px|x)\b|\s?%)?)
    | (?P<own>['’]s\b)
    | (?P<mark>[-–—/,])
    | (?P<break>\n[^\S\n]*\n)
    | (?P<other>[^\s\w]|_)""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,4})?|\d{1,6}\.\d{1,4}")
_OWN_KINDS = {
    "iso": CODES["iso"],
    "nineeleven": CODES["iso"],
    "shortq": CODES["shortq"],
    "fiscalyear": CODES["fiscalyear"],
    "oclock": CODES["oclock"],
    "slashed": CODES["slashed"],
    "clock": CODES["clock"],
    "decade": CODES["decade"],
    "own": CODES["s"],
    "ordinal": CODES["ord"],
}


_DAY_MONTH = re.compile("[no]O?M")
_MONTH_DAY = re.compile("Md?[no]")


class Atom(NamedTuple):
    """A word, number or mark: code point offsets and lower-case text."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text and, in step with them, one letter each in `codes`."""

    text: str
    items: tuple[Atom, ...]
    codes: str

    @property
    def day_first(self) -> bool | None:
        """Whether the text writes days before months ("4 May"); None where it does both or neither."""
        before, after = _DAY_MONTH.search(self.codes), _MONTH_DAY.search(self.codes)
        return None if bool(before) == bool(after) else bool(before)

    def first_from(self, position: int) -> int:
        """The index of the first atom that starts at or after a text position."""
        return bisect_left(self.items, (position,))


@cache
def _lexicon() -> Mapping[str, str]:
    """Letters by lower-case word."""
    codes = {word: CODES[name] for word, name in _WORDS.items()}
    for words, name in (
        (calendar.MONTHS, "month"), (calendar.WEEKDAYS, "weekday"), (calendar.SEASONS, "season"),
        (calendar.NUMBERS, "numword"), (calendar.ORDINALS, "ord"), (calendar.DECADES, "decadeword"),
        (calendar.ZONES, "zone"),
    ):  # fmt: skip
        codes |= {word: CODES[name] for word in words if word not in codes}
    for word in calendar.UNITS:
        own = word in ("quarter", "weekend")
        codes.setdefault(word, CODES[word if own else "one"])
        codes.setdefault(word + "s", CODES[word + "s" if own else "many"])
    for word in calendar.PARTS:
        codes[word] = CODES["parts" if word.endswith("s") else "part"]
    codes |= dict.fromkeys(("dozen", "hundred", "thousand", "million"), CODES["large"])
    codes |= {word + "s": CODES["weekdays"] for word in calendar.WEEKDAYS if len(word) > 5}
    codes |= {word + "s": CODES["seasons"] for word in calendar.SEASONS}
    return codes


def find(text: str) -> Atoms:
    """The atoms of a text, in order; linear in its length."""
    lexicon = _lexicon()
    items: list[Atom] = []
    codes: list[str] = []
    position = 0
    for match in _LEX.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        kind = match.lastgroup or ""
        word = match.group().lower()
        if kind == "word":
            code, end = _word(text, word, start, end, lexicon)
        else:
            code = _kind(text, kind, word, start)
        position = end
        items.append(Atom(start, end, word if end - start == len(word) else text[start:end].lower()))
        codes.append(code)
    return Atoms(text, tuple(items), "".join(codes))


def _word(text: str, word: str, start: int, end: int, lexicon: Mapping[str, str]) -> tuple[str, int]:
    """The letter of a word and where it ends (a phrase, a named day and an abbreviation run on)."""
    if word in _PHRASE_STARTS and (match := _PHRASES.match(text, start)):
        phrase = match.group()
        return CODES["now" if phrase.lower().startswith("right") else "approx"], match.end()
    named = calendar.named_day_pattern() if word in calendar.named_day_starts() and text[start].isupper() else None
    if named is not None and (match := named.match(text, start)):
        return CODES["named"], match.end()
    code = lexicon.get(word, OTHER)
    if code == OTHER or not (word in calendar.MONTHS or word in calendar.WEEKDAYS or word in calendar.ZONES):
        return code, end
    return _named(text, word, start, end, code)


def _named(text: str, word: str, start: int, end: int, code: str) -> tuple[str, int]:
    """A month, weekday or zone, which must be written as one: "May", "Sept.", "EST"."""
    if word in calendar.ZONES:
        return (code, end) if text[start:end].isupper() else (OTHER, end)
    if not text[start].isupper():
        return (OTHER if word in ("may", "march", "august") or len(word) < 6 else code), end
    if word not in calendar.SHORT_NAMES:
        return code, end
    if text[end : end + 1] == ".":
        return code, end + 1
    return (code if re.match(r",?\s*(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)", text[end : end + 16]) else OTHER), end


def _kind(text: str, kind: str, word: str, start: int) -> str:
    if kind == "number":
        return _number(text, word, start)
    if kind == "mark":
        return CODES[_MARKS[word]]
    return STOP if kind == "break" else _OWN_KINDS.get(kind, OTHER)


def _number(text: str, word: str, start: int) -> str:
    """A count or a year; money, shares and codes are neither."""
    if not word[-1].isdigit() or (text[start - 1 : start] in ("$", "£", "€", "¥", "#", "₹", "+") and start):
        return OTHER
    if not word.isdigit():
        return CODES["num"] if _PLAIN.fullmatch(word) else OTHER
    if len(word) == 4 and "1000" <= word <= "2199":
        return CODES["year"]
    return CODES["num"] if len(word) <= 6 else OTHER
