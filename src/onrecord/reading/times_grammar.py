"""The grammar of time expressions: patterns over atoms' letters, compiled once, the longest match winning.

A pattern is written in the names of `times_atoms.CODES` and of the phrases below, with the signs of regular
expressions; spaces mean nothing. Every repetition is bounded, so that no text takes more than linear time.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onrecord.reading.times_atoms import CODES, Atoms

PHRASES: Mapping[str, str] = {
    # numbers and lengths
    "number": "numword hyphen and hyphen a hyphen half"
    " | num num slash num | num slash num | num large? | word (hyphen word | and? word){0,5}",
    "word": "(numword | large)",
    "vague": "the few | a? few large | few | a few | a couple of | a couple | couple of | couple | a large",
    "howmany": "(number | year | vague)",
    "unit": "(one | quarter | weekend)",
    "units": "(many | quarters | weekends)",
    "unitx": "(units | unit)",
    "filler": "(more | trading | fiscal)",
    "special": "(fiscal | trading)",
    "beside": "(last | past | next | coming | prev | following)",
    "about": "(approx | few | over){0,2}",
    # days
    "dayno": "(num | ord)",
    "saidyear": "numword (hyphen? numword | large) (and? hyphen? numword){0,2}",
    "yearx": "(year | saidyear)",
    "lastnext": "((the | this)? beside | this coming | this past | this | that)",
    "weekdayx": "(lastnext weekday | weekday)",
    "yeartail": "(comma? of? yearx | of? lastnext one)",
    "monthday": "(month comma? the? dayno | the? dayno of? month)",
    "date": "((lastnext? weekday comma? at?)? lastnext? monthday yeartail?)",
    "fixedday": "(iso | slashed | date | named yearx | named | lastnext named)",
    "daycore": "(fixedday | weekdayx | deictic)",
    "phase": "(approx? the? edge of the? | the? early (at | in)? hyphen? | the? mid hyphen? | comp (at | in)?"
    " | sometime (at | in)? | approx)",
    "dayx": "(phase? daycore)",
    # times of the day
    "clockcore": "(clock zone? | num zone | year zone | noon | (num | numword) oclock)",
    "clockx": "(approx? clockcore)",
    "partx": "((early | mid | comp)? hyphen? part)",
    "ofyear": "((of | in)? the? special? (yearx | lastnext special? one) | of the special? one)",
    "quarterof": "(yearx (s | fiscal)? | lastnext? one s)",
}  # fmt: skip
RULES: Mapping[str, tuple[str, ...]] = {
    # the day
    "day": ("dayx",),
    "weekday week": ("weekday one",),
    "day after": ("the? one (before | after) (deictic | weekdayx | lastnext one)",),
    "clock": (
        "clockx comma? at? dayx",
        "dayx comma? at? clockx",
        "clockx",
        "(num | numword) in the part (at? dayx)?",
        "clockx (at | in)? (the | this | last)? part (at? dayx)?",
        "clockx comma? tonight",
    ),
    "part": (
        "dayx hyphen? (in the)? partx",
        "phase? (last | this | that | the next | the following | the same | the prev | the) partx",
        "the early? part of dayx",
        "partx at? dayx",
        "mid hyphen? part",
        "phase? tonight",
        "dayx tonight | tonight at? dayx",
    ),
    # months and years
    "month": ("phase? lastnext? month yeartail?", "phase? lastnext month", "the one of month yeartail?"),
    "year": ("phase? yearx (or comp)?", "the one yearx", "phase? fiscal one? yearx"),
    "range": (
        "month dayno (hyphen | to | and) dayno yeartail?",
        "dayno (hyphen | to | and) the? dayno of? month yeartail?",
    ),
    "years": ("year hyphen num", "year hyphen year", "year slash num"),
    "decade": ("phase? the? (early | mid)? hyphen? (decade | decadeword)",),
    "century": ("phase? the? (early | mid)? hyphen? ord hyphen? one",),
    "season": ("phase? (the | lastnext | own)? (early | mid)? hyphen? season ofyear?",),
    # units beside today
    "unit": (
        "phase? lastnext fiscal? unit",
        "phase? (that | this) same unit",
        "phase? the? (current | latest | same) fiscal? unit",
        "phase? own current fiscal? unit",
    ),
    "held": ("phase? (the | own) (fiscal | trading)? unit",),
    "week of": ("the? one of daycore", "named (one | weekend)"),
    "year end": ("approx? (the | own)? one s? hyphen? edge", "approx? (the? fiscal)? yearx s? hyphen? edge"),
    "quarter": ("phase? the? quarterof? (fiscal | latest)? hyphen? ord hyphen? special? hyphen? quarter ofyear?",),
    "bare quarter": ("(the | own) year (quarter | period)", "quarterof quarter"),
    "short quarter": ("shortq (of? yearx)?", "yearx shortq", "fiscalyear"),
    "half": ("phase? the? quarterof? (ord | last) hyphen? half ofyear?",),
    # moved
    "ago": (
        "about (a | howmany) filler? hyphen? unitx (and a half | or so)? hyphen? (ago | comp | hence | from now)",
        "about number and a half units (ago | comp | hence | from now)",
        "about a? half (a | hyphen) one ago",
        "units (ago | comp)",
    ),
    "year-earlier": (
        "one hyphen (ago | comp)",
        "the? same? one hyphen (ago | comp) (ord? hyphen? (quarter | period))",
        "the same trading? (quarter | period | one) (lastnext one | a one (comp | ago) | in? ofyear)?",
        "the (quarter | period) a one (ago | comp)",
    ),
    "period": ("the latest (quarter | period)",),
    # lengths
    "length": (
        "(a | over)? quarter hyphen one",
        "about more? (howmany | a) filler{0,2} unitx (hyphen more)?",
        "about howmany hyphen unitx (hyphen more)?",
        "about (howmany | a) unitx and a half",
        "about number and a half units",
        "about howmany (to | or | hyphen) howmany hyphen? unitx",
        "a? half (a | hyphen) one",
        "units hyphen more",
        "one hyphen more",
        "a more unit",
        "(every of)? the howmany filler{0,2} unitx",
        "a howmany hyphen unit period",
        "a one or numword",
    ),
    "reach": (
        "approx? (every of)? (the | this | own)? beside howmany? (to howmany)? filler? unitx (or so)?",
        "the many ahead",
    ),
    "first units": ("(the | own)? (ord | latest) howmany? (units)", "the howmany units"),
    "vague units": ("(the | this)? (recent | past | coming | future) (units and many | units | seasons)",),
    "bare units": ("many",),
    # sets
    "set": (
        "every other? (unit | weekday | month | season | part | named | deictic) (parts | part)?",
        "every (number | ord) (unitx | weekday)",
    ),
    "weekdays": ("weekdays", "weekday parts"),
    "rate": ("a one",),
    "set word": ("now",),
    # references
    "reference": ("more? now", "at? current", "recent", "the past", "the near? future", "future", "this many"),
}  # fmt: skip
_RUN = re.compile(r"[^.\n]+")
_SAID = re.compile(re.escape(CODES["numword"]) + "-?" + f"[{CODES['numword']}{re.escape(CODES['large'])}]")
_CORE = frozenset(
    CODES[name]
    for name in (
        "zone month weekday weekdays year one many quarter quarters weekend weekends season seasons part parts clock"
        " noon shortq fiscalyear oclock deictic tonight named iso slashed decade decadeword now recent current past"
        " future half"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: the atoms [first, last)."""

    rule: str
    first: int
    last: int


def _expand(pattern: str) -> str:
    def one(match: re.Match[str]) -> str:
        name = match.group()
        return f"(?:{_expand(PHRASES[name])})" if name in PHRASES else re.escape(CODES[name])

    return re.sub(r"[a-z]+", one, pattern).replace(" ", "")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(_expand(one))) for rule, patterns in RULES.items() for one in patterns)


def matches(atoms: Atoms) -> Iterator[Match]:
    """Every pattern's matches over the text, from run to run of words that can be part of a time."""
    for run in _RUN.finditer(atoms.codes):
        begin, end = run.span()
        if _CORE.isdisjoint(run.group()) and not _SAID.search(run.group()):
            continue
        for rule, pattern in _patterns():
            for match in pattern.finditer(atoms.codes, begin, end):
                yield Match(rule, match.start(), match.end())
