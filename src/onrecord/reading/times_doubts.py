"""Matches that are no times where they stand: "may" as a verb, a year that counts people, somebody's age."""

import re
from collections.abc import Callable, Mapping

from onrecord.knowledge import calendar
from onrecord.reading.times_words import Words

_BEFORE_MONTH = frozenset(
    "in of by since until till last this next early late mid from to through and or between every each before after "
    "for during around about throughout following starting beginning ending dated - – / ( following's until by".split()
)
_BEFORE_YEAR = frozenset(
    "in of by since until till from to through and or between before after for during around about throughout than the "
    "a an its his her their our early late mid - – / ( , year fiscal on as with at over every".split()
)
_BEFORE_SAID = frozenset("in of since by until year through before after".split())
COUNTED = frozenset(
    "pixels people men women children troops soldiers jobs workers homes houses dollars euros pounds yen francs shares "
    "miles km kilometers kilometres meters metres feet tons tonnes pages points votes seats cases deaths times members "
    "students employees others victims barrels acres hectares calories degrees cars vehicles aircraft refugees "
    "protesters police officers rpm volts watts mph percent million billion thousand or more years days hours weeks "
    "months".split()
)
_LENGTH_OPENERS = frozenset(
    "for within in after over take takes took taken taking last lasted lasts lasting spend spent spends spending about "
    "few several many of until just only mere matter".split()
)
_ADJECTIVES = frozenset("daily weekly monthly".split())
_PAPERS = frozenset("newspaper newspapers paper papers magazine magazines tabloid tabloids".split())
_SOON_BEFORE = frozenset("as how too so very was were had".split())
_OF_UNIT = frozenset("of before after later earlier ago".split())
_UNIT_NAMES = frozenset("the those these school early late small wee working visiting opening".split())
_CLOCK_OPENERS = frozenset(
    "at by until till from to before after around about since between and , ( - – past on approximately shortly".split()
)


def doubtful(words: Words, rule: str) -> bool:
    """Whether the words, though they match the rule, tell no time here."""
    if words.after() == "old" or (words.after() == "-" and words.after(2) in ("old", "olds")):
        return True
    check = _CHECKS.get(rule)
    return check is not None and check(words)


def _month(words: Words) -> bool:
    if len(words.codes) > 1:
        return words.codes in ("tM", "hM") and words.one("month") in ("may", "march")
    word, before = words.one("month"), words.before()
    if before in _BEFORE_MONTH:
        return False
    return word in ("may", "march") or _capital_follows(words)


def _capital_follows(words: Words) -> bool:
    """ "June Smith", "August Wilson": a name goes on."""
    after = words.atoms.text[words.atoms.items[words.last - 1].end :][:3]
    return bool(re.match(r" [A-Z][a-z]", after))


def _numbers_a_house(words: Words) -> bool:
    """ "of 1909 Ash Drive", "at 1119 Eighth St.": the number of a house; "in 1909 Ash Drive opened" is a year."""
    after = words.atoms.text[words.atoms.items[words.last - 1].end :][:60]
    return words.before() not in _BEFORE_SAID - {"of"} and _STREET.match(after) is not None


_STREET = re.compile(
    r" (?:\d+(?:st|nd|rd|th)|[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,2} "
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Place|Court|Way|Terrace|Highway)\b"
)


def _year(words: Words) -> bool:
    if len(words.codes) > 1 and words.codes not in ("~Y", "dY"):
        return False
    if _numbers_a_house(words):
        return True
    if not words.has("year"):
        said = words.all("numword")
        return said[0] not in ("nineteen", "eighteen") and words.before() not in _BEFORE_SAID
    number, before, after = int(words.one("year")), words.before(), words.after()
    if after in COUNTED or after in ("%", ":") or before in ("$", "£", "€", "#", "no", "%") or words.codes == "~Y":
        return True
    if 1900 <= number <= 2050:
        return before in (
            "was",
            "were",
            "reached",
            "totalled",
            "nearly",
            "than",
            "least",
            "some",
            "about",
            "almost",
            "around",
            "over",
            ":",
        )
    return (
        before not in ("in", "since", "of", "until", "by", "from", "between", "before", "after", "year") or after == "-"
    )


def _season(words: Words) -> bool:
    word, before, after = words.one("season"), words.before(), words.after()
    if words.text.split()[-1][0].isupper() and _capital_follows(words):
        return True
    if after == "season" and words.codes == "S":
        return True
    if words.has("year", "last", "next", "past", "coming", "this", "following", "prev", "that"):
        return False
    if word == "fall":
        return not words.has("the", "early", "edge") or after in ("of", "from", "in")
    if words.has("the") or before in ("in", "by", "this", "since", "until", "during", "early", "late", "over"):
        return word == "spring" and after == "of" and not words.has("early", "edge")
    return word == "spring" or before not in _BEFORE_MONTH


def _clock(words: Words) -> bool:
    if words.has("noon"):
        return words.codes == "N" and words.one("noon") != "midnight" and words.before() not in _CLOCK_OPENERS
    bare = words.has("clock") and not re.search("[apm]", words.one("clock"))
    return bare and not words.has("zone") and words.before() not in _CLOCK_OPENERS


def _part(words: Words) -> bool:
    if words.has(
        "weekday", "month", "deictic", "named", "iso", "last", "this", "that", "next", "following", "same", "tonight"
    ):
        return words.one("part") in ("dawn", "dusk") and words.has("last", "next")
    if words.text.split()[-1][0].isupper():
        return True
    return words.after() in ("of", "before", "after") or words.one("part") in _TWILIGHT


_TWILIGHT = frozenset("dawn dusk sunset sunrise nightfall daybreak".split())


def _reference(words: Words) -> bool:
    text, before, after = words.text.lower(), words.before(), words.after()
    if words.has("near"):
        return False
    if text in ("the past", "the future"):
        return before not in ("in", "about", "for", "into") or after in calendar.NUMBERS or after[:1].isdigit()
    if text == "future":
        return True
    if text == "soon":
        return before in _SOON_BEFORE or after in ("after", "as", "became", "began")
    if text == "previously":
        return before not in (".", "\n", "", "”", '"')
    return text in _ADJECTIVES and (_capital_follows(words) or after in _PAPERS)


def _bare_units(words: Words) -> bool:
    before, after, word = words.before(), words.after(), words.one("many")
    if word in ("mins", "secs", "hrs", "yrs", "wks"):
        return True
    if before == "of" and words.before(2) in ("hundreds", "thousands", "dozens", "millions"):
        return True
    return not (before in _LENGTH_OPENERS or after in _OF_UNIT) or before in _UNIT_NAMES


def _length(words: Words) -> bool:
    if words.before() == "aged":
        return True
    if words.after() == "of" and words.has("quarter", "quarters"):
        return True
    if words.has("quarter") and not words.has("hyphen"):
        return True
    if words.has("num") and _programme(words):
        return True
    return words.codes in ("nu", "YU") and float(words.one("num", "year").replace(",", "")) > 100_000


def _programme(words: Words) -> bool:
    """ "60 Minutes", "48 Hours": a unit in capitals is a title."""
    return bool(re.search(r"\d [A-Z][a-z]", words.text)) and words.one("many") in ("minutes", "hours", "days")


def _rate(words: Words) -> bool:
    return words.has("quarter", "weekend") or words.one("one") == "night"


def _decade(words: Words) -> bool:
    written = words.one("decade")
    if words.has("decadeword"):
        return not words.has("the") or words.before() in ("his", "her", "their", "my")
    if len(written) > 4 or not written[0].isdigit():
        return words.before() in ("his", "her", "their", "my", "into")
    return not words.has("the") or written[0] < "5"


def _held(words: Words) -> bool:
    """ "the day before", "the week after": a unit that the next words place."""
    return words.after() in ("before", "after", "when", "that") and not words.has("edge", "comp", "early")


def _of_a_title(words: Words) -> bool:
    """The Sunday Times, the Mail on Sunday, Bloody Sunday, USA Today: no day, but a name that holds one."""
    before, after = words.before(), words.after()
    if words.codes == "D":
        return words.text == "Today" and before in _TODAYS
    if after in _PAPER_NAMES and _capital_follows(words):
        return True
    return before in ("super", "bloody") or (before == "on" and words.before(2) in ("mail", "independent"))


_TODAYS = frozenset("usa russia india turkey malaysia psychology".split())
_PAPER_NAMES = frozenset(
    "times telegraph mirror mail express herald post sun star mercury tribune world independent age business".split()
)


def _named(words: Words) -> bool:
    if words.before() == "in" and words.codes == "Mn" and words.after() not in (",", ".", ""):
        return True
    if words.codes in ("W", "D") and _of_a_title(words):
        return True
    if not words.has("named") or len(words.codes) > 1:
        return False
    return words.after() in (
        "island",
        "rising",
        "islands",
        "card",
        "cards",
        "tree",
        "trees",
        "carol",
        "carols",
        "agreement",
        "accord",
        "accords",
    )


_CHECKS: Mapping[str, Callable[[Words], bool]] = {
    "month": _month, "year": _year, "season": _season, "clock": _clock, "part": _part, "reference": _reference,
    "set word": _reference, "bare units": _bare_units, "length": _length, "rate": _rate, "decade": _decade,
    "held": _held, "day": _named,
}  # fmt: skip
