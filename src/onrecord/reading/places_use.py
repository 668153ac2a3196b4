"""What a place name stands for where it stands: the place, the government that sits there, or something else."""

import re
from collections.abc import Sequence, Set

from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer import Row
from onrecord.language.words import LOCATIVE, MOTION, ORGANISATION_WORDS, OWNERS, STATE_HEADS
from onrecord.model import Analysis, Span, Use
from onrecord.reading.places_detection import Found


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AT = (LOCATIVE | _words("within inside throughout off beyond beneath towards toward")) - {"from", "through", "over"}
_SIDES = _words(
    "north south east west northern southern eastern western central northeastern northwestern "
    "southeastern southwestern "
    "northeast northwest southeast southwest downtown mainland rural neighbouring neighboring"
)
_GROUND = _words(
    "border borders coast capital north south east west territory city cities town towns region regions islands island "
    "atolls mountains waters airspace side shores shore streets airport airports port ports soil frontier province "
    "provinces villages outskirts countryside coastline northern southern "
    "eastern western central main"
)
_PARTS = _words(
    "capital city town village region province north south east west coast border parts part streets outskirts most "
    "northeast northwest southeast southwest island islands port half areas area suburbs centre center "
    "km miles kilometres "
    "shores side villages towns cities"
)
_WAYS = MOTION | _words(
    "home flee fled flew arrive arrived arriving land landed leave left leaving born live lived lives "
    "living based moving reach reached "
    "move moves travelling traveling travels sail sailed sails smuggled deported deporting crossed crossing cross road "
    "pipeline carries carry carried ferry train trains route routes way refugees migrants emigrated reporting shipped "
    "border rail railway highway motorway convoy bound telephone phone spoke speaking"
)
_SAYING = _words(
    "said says has had will would is was are were told warned denied accused urged called wants asked refused rejected "
    "agreed announced threatened plans insists insisted claimed argued dismissed froze recalled pledged feared disputes"
)
_ENTERED = _words("fled entered toured visited reached")
_LEFT = _words("left leave leaves leaving")
_ONWARD = _words("for in on by after before last when")
_SEATS = _words("capital city town village")  # "south of the capital Kabul"
_ORIGINS = _words("is are was were be been come comes came hail hails hailed")
_SEATED = _words("based born bound area")
_HYPHENS = frozenset("-–")
SURE = 0.5
WIDEST = 8
_OFFICES = _words("police council court prosecutors authorities officials magistrates fire schools")
_BODIES = ORGANISATION_WORDS | _words("schools airport airlines bank treasury journal embassy fc united")
_OF_BODIES = _words(
    "university college institute bank museum school academy church diocese archdiocese bishop archbishop"
)
_DATELINE = re.compile(r"\s*(?:,[^.\n]{0,40})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[–—:]|--|-\s)")


def of(analysis: Analysis, found: Found, row: Row | None, before: Found | None, bodies: Set[Span]) -> Use:
    """The use of a name; `before` is the place name before it in the text, `bodies` are what `in_bodies` gave. A
    country's or capital's name is its government's unless something points to the ground; other places are places.
    """
    if found.span in bodies or _in_a_body(analysis, found):
        return "other"
    surface = analysis.text[slice(*found.span)]
    if row is not None and (row.kind == "country" or row.name == "European Union"):
        return "location" if _on_the_ground(analysis, found, before, capital=False) else "government"
    if row is not None and countries.by_capital(surface.title() if surface.isupper() else surface) is not None:
        return "location" if _on_the_ground(analysis, found, before, capital=True) else "government"
    speaks = row is not None and row.kind == "state" and _word(analysis, found.last) in _SAYING
    return "government" if speaks else "location"


def in_bodies(analysis: Analysis, found: Sequence[Found]) -> frozenset[Span]:
    """Spans of those that stand within the longer name of a body or a work, by the encoder."""
    names = [n for n in analysis.names if n.kind in ("organisation", "work") and (n.score or 1.0) > SURE]
    result, at = set(), 0
    for one in found:
        while at < len(names) and names[at].span[1] <= one.span[0]:
            at += 1
        if at < len(names):
            start, end = names[at].span
            if start <= one.span[0] and one.span[1] <= end and (start, end) != one.span:
                result.add(one.span)
    return frozenset(result)


def _in_a_body(analysis: Analysis, found: Found) -> bool:
    """Whether the words after make the name a part of a body's ("Leeds Council", "Leeds city police")."""
    tokens = analysis.tokens
    if _word(analysis, found.first - 1) == "of" and _names_a_body(analysis, found.first - 2):
        return True
    at = found.last + (_word(analysis, found.last) in OWNERS and _text(analysis, found.first)[:2] in ("St", "Sa"))
    while at < min(len(tokens), found.last + WIDEST) and (tokens[at].text[:1].isupper() or tokens[at].text in _HYPHENS):
        if tokens[at].text.lower() in _BODIES:
            return True
        at += 1
    if at == found.last and _word(analysis, at) in ("county", "city", "state", "district"):
        at += 1
    return _word(analysis, at) in _OFFICES


def _names_a_body(analysis: Analysis, at: int) -> bool:
    """ "University of Georgia", "Federal Reserve Bank of Boston"."""
    return _text(analysis, at)[:1].isupper() and _word(analysis, at) in _OF_BODIES


def _on_the_ground(analysis: Analysis, found: Found, before: Found | None, *, capital: bool) -> bool:
    after = _word(analysis, found.last)
    if (after in OWNERS and _owns_ground(analysis, found)) or _is_seat(analysis, found):
        return True
    previous, second = _word(analysis, found.first - 1), _word(analysis, found.first - 2)
    if previous in _ENTERED or (previous in _LEFT and after in _ONWARD):
        return True
    if previous == "for" and any(_word(analysis, found.first - step) in _LEFT for step in (2, 3)):
        return True
    if previous in ("the", "nearby", "neighbouring", "neighboring"):
        previous, second = second, _word(analysis, found.first - 3)
    if after in OWNERS and previous != "in":
        return False
    if previous in _AT or previous in _SIDES or previous in _SEATS or _opens_dateline(analysis, found):
        return True
    if previous in ("from", "to", "through", "via"):
        return _is_way(analysis, found) or (previous == "from" and second in _ORIGINS)
    if previous in ("of", "with"):
        ground = _PARTS if previous == "of" else ("border", "frontier")
        return second in ground or (capital and previous == "of" and second not in STATE_HEADS and second.endswith("s"))
    if previous in (",", "and", "or", "(") and before is not None and before.last >= found.first - 2:
        return previous in (",", "(") or _on_the_ground(analysis, before, None, capital=capital)
    return False


def _is_seat(analysis: Analysis, found: Found) -> bool:
    """ "the London-based firm"."""
    return _text(analysis, found.last) == "-" and _word(analysis, found.last + 1) in _SEATED


def _opens_dateline(analysis: Analysis, found: Found) -> bool:
    at = found.span[0]
    opens = at == 0 or analysis.text[at - 1] == "\n"
    return opens and _DATELINE.match(analysis.text, found.span[1], found.span[1] + 90) is not None


def _is_way(analysis: Analysis, found: Found) -> bool:
    """Whether something moves, within the ten words before."""
    return any(_word(analysis, at) in _WAYS for at in range(found.first - 10, found.first))


def _owns_ground(analysis: Analysis, found: Found) -> bool:
    """ "Mali's northern border"."""
    return any(_word(analysis, found.last + step) in _GROUND for step in (1, 2))


def _word(analysis: Analysis, at: int) -> str:
    return _text(analysis, at).lower()


def _text(analysis: Analysis, at: int) -> str:
    return analysis.tokens[at].text if 0 <= at < len(analysis.tokens) else ""
