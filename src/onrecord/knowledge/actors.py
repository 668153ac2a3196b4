"""Codes for parties: the state that they act for (ISO 3166-1 alpha-3) and their sectors (PLOVER's letters)."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.knowledge import countries, organisations

# what the sectors stand for, in the order in which codes are given
SECTORS = {
    "GOV": "a government, its offices and those who speak for it",
    "LEG": "a legislature and its members",
    "MIL": "armed forces of a state",
    "COP": "police and guards",
    "SPY": "intelligence and security services",
    "JUD": "courts, judges, prosecutors",
    "PTY": "a political party and its candidates",
    "OPP": "opposition and dissidents",
    "REB": "armed groups against a state",
    "UAF": "armed people of no known side",
    "CRM": "criminals and their groups",
    "IGO": "bodies of several states",
    "NGO": "charities, campaigns and watchdogs",
    "BUS": "companies and those who run them",
    "LAB": "workers and unions",
    "AGR": "farmers, herders, fishermen",
    "MED": "news media and journalists",
    "EDU": "schools, scholars, students",
    "HLH": "hospitals, doctors, nurses",
    "REL": "churches and clergy",
    "REF": "refugees and migrants",
    "CVL": "people without any office",
}
# a sector named first gives way to one of these, said of the same party ("opposition lawmaker", "rebel general")
_STRONGER = ("REB", "OPP", "PTY", "CRM", "SPY", "COP")
# ranks that are adjectives before another noun in lower case: "a general strike"
_QUALIFYING = frozenset(["general", "major", "private"])
_WORD = re.compile(r"[\w.]+(?:[-’'][\w.]+)*")
_ENDS = re.compile(r"\s(?:of|for|at|in|to|from|on|who|whose|which|with)\s|,|\(|–|—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A named body; `country` is None where it is of no one state."""

    name: str
    country: str | None
    sectors: tuple[str, ...]


@cache
def _nouns() -> dict[str, str]:
    return dict(line.split("\t") for line in _lines("actors.tsv"))


@cache
def _bodies() -> dict[str, Body]:
    table: dict[str, Body] = {}
    for line in _lines("actors_bodies.tsv"):
        name, country, sectors, others = line.split("\t")
        found = Body(name=name, country=None if country == "-" else country, sectors=tuple(sectors.split(";")))
        for one in (name, *(x for x in others.split(";") if x)):
            table[_plain(one)] = found
    return table


@cache
def _regions() -> dict[str, str]:
    return dict(line.split("\t") for line in _lines("actors_regions.tsv"))


def _lines(name: str) -> list[str]:
    lines = files("onrecord.knowledge").joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def body(text: str) -> Body | None:
    """The known body of that name, with or without "the"; None where it is not known. Capitals matter."""
    return _bodies().get(_plain(text))


def region(word: str) -> str | None:
    """The state whose region an adjective or people belongs to: "Tigrayan", "Bavarians". Capitals matter."""
    return _regions().get(word) or _regions().get(word.removesuffix("s"))


def noun(word: str) -> str | None:
    """The sector that a noun puts its bearer in ("soldiers": MIL); None where it tells none. Case is ignored."""
    word = word.lower()
    found = _nouns().get(word)
    if found is None and word.endswith("s"):
        found = _nouns().get(word[:-1]) or (_nouns().get(word[:-3] + "y") if word.endswith("ies") else None)
    if found is None and "-" in word:
        found = _nouns().get(word.rpartition("-")[2])
    return found


def sector(name: str, role: str | None = None) -> tuple[str, ...]:
    """The sectors of a party, the chief one first: ("GOV",), ("IGO", "JUD"); () where nothing tells.

    `name` is what the text calls it ("Hamas", "the Ghanaian army", "Ghana"), `role` a person's role if known
    ("opposition leader"). A state acts through its government.
    """
    known = body(name)
    if known is not None:
        return known.sectors
    if role and (found := _of_phrase(role)):
        return found
    if countries.by_name(name) or countries.by_capital(name):
        return ("GOV",)
    return _of_phrase(name)


def country(text: str) -> str | None:
    """The one state that a phrase names ("Mali’s junta", "the Turkish navy", "Hamas", "Minsk"), as ISO 3166-1
    alpha-3; None where it names none or several."""
    found = states(text)
    return found[0] if len(set(found)) == 1 else None


def states(text: str) -> tuple[str, ...]:
    """The states that a phrase names, in its order, as `country` has them."""
    whole = _of_name(text)
    if whole:
        return (whole,)
    words = _WORD.findall(re.sub(r"[’']s\b", "", text))
    found: list[str] = []
    index = 0
    while index < len(words):
        width, code = _longest(words, index)
        if code:
            found.append(code)
        index += width
    return tuple(found)


def _longest(words: list[str], index: int) -> tuple[int, str | None]:
    """How many words from `index` name a state or one of its bodies, and which; (1, None) where none do."""
    for width in (4, 3, 2, 1):
        part = words[index : index + width]
        if len(part) == width and part[0][0].isupper() and (code := _of_name(" ".join(part))):
            return width, code
    return 1, None


def _of_name(text: str) -> str | None:
    place = countries.by_name(text) or countries.by_demonym(text) or countries.by_capital(text)
    if place is not None:
        return place.code
    known = body(text) or organisations.by_name(text)
    return known.country if known is not None else None


def _of_phrase(text: str) -> tuple[str, ...]:
    """The sector that the head of a noun phrase tells; what stands before it may tell a stronger one."""
    head = _ENDS.split(text, maxsplit=1)[0]
    found_words = _WORD.findall(head)
    qualifying = {i for i, w in enumerate(found_words[:-1]) if w in _QUALIFYING}
    words = ["" if i in qualifying else _bare(w) for i, w in enumerate(found_words)]
    found = [code for code in _along(words) if code]
    if not found:
        inside = next((body(" ".join(found_words[i:])) for i in range(len(words))), None)
        return inside.sectors if inside else ()
    return (next((c for c in found if c in _STRONGER), found[-1]),)


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s")


def _along(words: list[str]) -> list[str | None]:
    """The sector of each noun or pair of nouns, left to right."""
    found: list[str | None] = []
    index = 0
    while index < len(words):
        pair = noun(" ".join(words[index : index + 2])) if index + 1 < len(words) else None
        found.append(pair or noun(words[index]))
        index += 2 if pair else 1
    return found


def _plain(name: str) -> str:
    name = name.replace("'", "’")
    return name[4:] if name[:4] in ("The ", "the ") else name
