"""The section of an article, from a short line above its headline: "UK News", "World", "Home / Politics", "Africa"."""

import re
from collections.abc import Sequence
from html import unescape
from itertools import takewhile

from onrecord.knowledge import countries

MOST_WORDS = 4
WORDS = frozenset(
    "world international global foreign national nation domestic local regional metro city us uk eu u.s u.k usa"
    " europe european africa african asia asian americas america american latin middle east east pacific oceania"
    " caribbean arctic mediterranean balkans caucasus north south west central eastern western"
    " news politics policy government elections election parliament congress law crime courts justice security defence"
    " defense military war conflict diplomacy business economy economics economic finance financial markets companies"
    " money banking trade energy oil gas shipping transport aviation industry tech technology science health medicine"
    " climate environment nature weather education society migration religion culture arts books film music media life"
    " lifestyle style travel food sport sports football opinion comment analysis editorial ideas investigations"
    " investigation features explainers data cities housing property agriculture farming space human rights development"
    " women labour labor work jobs counties states country".split()
)
SMALL = frozenset("and & the of in".split())
BREAK = re.compile(r"\s*[/>›»|•·]\s*|\s+[-–—]\s+")
BYTHEWAY = re.compile(r"^(?:exclusive|breaking|live|analysis|updated?|subscribers? only|premium)\W*$", re.IGNORECASE)
MENU = 4  # lines in a row
HOME = re.compile(r"^(?:home|homepage|latest|front page)$", re.IGNORECASE)


LIST = re.compile(r"\s*[,;]\s*")
PATH = re.compile(r"\s+[/>]\s+|(?<=\w{3})[|/>](?=\w{3})|\s*[|›»]\s*")
BESIDE = re.compile(r"\s[-–—]\s.*$")
NO_SECTION = re.compile(
    r"(?:all|home|home ?page|front ?page|latest|top stories|articles?|posts?|stories|story|pages?|default|general|"
    r"uncategori[sz]ed|none|null|index|slider|featured?|\S+\.\w{2,4})$",
    re.IGNORECASE,
)


def told(given: str) -> str | None:
    """The section that a page declares, as a reader would call it: of a list the first that is one, of a path the
    last; None where it is only what the site's machinery says of every page ("Front Page", "post")."""
    for one in LIST.split(unescape(given)):
        names = [BESIDE.sub("", part).strip() for part in PATH.split(one)]
        name = next((name for name in reversed(names) if name and not NO_SECTION.match(name)), "")
        if name:
            return _capital(name)
    return None


def _capital(name: str) -> str:
    """A name in small letters as a heading is written: "investing" is "Investing", "ai" is "AI"."""
    if not name.islower():
        return name
    return name.upper() if len(name) == 2 else name[0].upper() + name[1:]


def above_headline(lines: Sequence[str]) -> str | None:
    """The section that the line right above the headline names; of a path ("Home / Politics") its last part.

    `lines` are those above the headline, the nearest first. A menu is none: in a long run of such lines the nearest
    counts only where it stands there twice. None where no section is named.
    """
    nearest = next((line for line in lines if not BYTHEWAY.match(line)), "")
    named = _named(nearest)
    if named is None:
        return None
    run = [*takewhile(lambda line: _named(line) is not None, lines)]
    menu = len(run) >= MENU and sum(_named(line) == named for line in run) < 2
    return None if menu else named


def _named(line: str) -> str | None:
    parts = [part.strip() for part in BREAK.split(line.strip()) if part.strip()]
    if not parts or not all(_names_section(part) for part in parts):
        return None
    return next((part for part in reversed(parts) if not HOME.match(part)), None)


def _names_section(text: str) -> bool:
    if HOME.match(text):
        return True
    words = [w for w in text.split() if w.lower() not in SMALL]
    if not 0 < len(words) <= MOST_WORDS or not text[0].isupper():
        return False
    return all(w.lower().strip(".,") in WORDS for w in words) or _is_country(text)


def _is_country(text: str) -> bool:
    return countries.by_name(text) is not None
