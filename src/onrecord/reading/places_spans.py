"""Words of a text that the gazetteer knows as a place: the longest names in each run of capitals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.knowledge import countries
from onrecord.knowledge.calendar import SHORT_NAMES
from onrecord.knowledge.gazetteer import Gazetteer, fold
from onrecord.language import lexicon
from onrecord.language.words import CALENDAR, NO_NAMES, OWNERS
from onrecord.model import Analysis, Sentence, Token
from onrecord.reading import places_candidates
from onrecord.reading.places_candidates import Candidate

MOST_WORDS = 6
SHORTEST_INITIALS, LONGEST_INITIALS = 3, 5
LONGEST_RUN = 30
# small words within names; the foreign ones are those of GeoNames that are no words of English
_JOINERS = frozenset(
    "of the de del la le el al and & du des di da do dos y and-the upon on in sur under au aux - es ez los las "
    "der den dem bei im nad pri das della dello delle dei degli sul les cel ol ash az op aan unter".split()
)
_SHORT = frozenset(["US", "UK", "UAE", "EU", "DRC", "NSW", "USA", "PNG", "LA", "NYC", "DC", "PEI", "USSR"])
_HYPHENS = frozenset("-–")
_SIDES = frozenset("north south east west northern southern eastern western central upper lower old new".split())
_CORNERS = frozenset(
    f"{a}{dash}{b}{ending}"
    for a in ("north", "south")
    for dash in ("", "-")
    for b in ("east", "west")
    for ending in ("", "ern")
)
# what is named after a place far away, or after a person who bears its name
_NAMESAKES = frozenset(
    "street road avenue drive lane boulevard square bridge hall house hotel tower theatre theater building park center "
    "centre stadium st. ave. ave rd. rd blvd. blvd".split()
)
_MONEY = frozenset("$£€¥")
_DEGREES = frozenset(["M.D.", "Ph.D.", "B.A.", "M.A."])
_SETTLED = 100_000  # people, from which a town whose name is an ordinary word is known by it
# no place by themselves within a longer name
_BODIES = frozenset(
    "union university college church college court council bank house post star times march chapel".split()
)
_FIRMS = frozenset("toyota honda nissan nokia forbes cadillac mitsubishi suzuki".split())
# heavenly bodies, in small towns' names too: those are told with their state beside them
_SKY = frozenset(
    "earth mars venus jupiter saturn uranus neptune mercury pluto moon sun europa titan io ganymede callisto".split()
)
# words that open a longer name: "Puerto" of "Puerto Sur" is not the town of that name
_OPENERS = frozenset(
    "puerto porto port villa vila nueva nuevo san santa santo monte mount mont lake lago fort cape costa rio "
    "casa".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A name that a place may stand behind: tokens [first, last) within the run of capitals [run, stop) of one
    sentence, and what it may mean; no candidates where only the encoder says that it is a place.
    """

    first: int
    last: int
    run: int
    stop: int
    sentence: int
    candidates: tuple[Candidate, ...]


def find(analysis: Analysis, gazetteer: Gazetteer) -> list[Spot]:
    """The spots of a text in order; linear in its length."""
    found: list[Spot] = []
    for number, sentence in enumerate(analysis.sentences):
        for run, stop in runs(analysis.tokens, sentence):
            found.extend(_in_run(analysis, run, stop, number, gazetteer))
    return found


def runs(tokens: Sequence[Token], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Ranges of capitalised words, joined over small words ("Bank of England", "Rio de Janeiro")."""
    at = sentence.first
    while at < sentence.last:
        if not is_capital(tokens[at].text):
            at += 1
            continue
        stop = at + 1
        while stop < min(sentence.last, at + LONGEST_RUN):
            if is_capital(tokens[stop].text) or (tokens[stop].text in _HYPHENS and stop + 1 < sentence.last):
                stop += 1
            elif (width := _joined(tokens, stop, sentence.last)) > 0:
                stop += width
            else:
                break
        yield at, stop
        at = stop


def is_capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 3 and word[:3].lower() in ("al-", "el-") and word[3].isupper())


def _joined(tokens: Sequence[Token], at: int, end: int) -> int:
    """How many small words join two capitals here; 0 where none do. A people owns its republic within one name."""
    if tokens[at].text in OWNERS and tokens[at - 1].text == "People" and at + 1 < end:
        return int(is_capital(tokens[at + 1].text))
    for width in (1, 2):
        words = [token.text.lower() for token in tokens[at : at + width]]
        if at + width >= end or not all(word in _JOINERS for word in words):
            return 0
        if is_capital(tokens[at + width].text):
            return width
    return 0


def _in_run(analysis: Analysis, run: int, stop: int, sentence: int, gazetteer: Gazetteer) -> Iterator[Spot]:
    at = run
    while at < stop:
        spot = _longest(analysis, at, run, stop, gazetteer)
        if spot is None:
            at += 1
            continue
        last, candidates = spot
        if not _is_other(analysis.tokens, at, last, stop) and not _is_ordinary(
            analysis, at, last, run, stop, candidates
        ):
            yield Spot(first=at, last=last, run=run, stop=stop, sentence=sentence, candidates=candidates)
        at = last


def _is_other(tokens: Sequence[Token], first: int, last: int, stop: int) -> bool:
    """Whether the words beside make it a part of a date, a sum of money or the name of a street, house or saint."""
    before, after = _text(tokens, first - 1), _text(tokens, last)
    word = tokens[first].text
    if last - first == 1 and word.lower().rstrip(".") in SHORT_NAMES and (before.isdigit() or after[:1].isdigit()):
        return True
    if last - first == 1 and (
        is_heavenly(tokens, first) or _ends_a_name(before, word.lower()) or _is_firm(tokens, first)
    ):
        return True
    if before[-1:] in _MONEY or after[:1] in _MONEY or (last - first == 1 and word in _DEGREES):
        return True
    if last < stop and after[:1].isupper() and after.lower() in _NAMESAKES:
        return True
    saint = fold(word) == "saint" or word.lower() in ("st", "st.")
    return saint and after in OWNERS and _text(tokens, last + 1)[:1].isupper()


def is_heavenly(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a planet or a moon, and no town: "Jupiter, Florida" is one."""
    beside = _text(tokens, at + 1) == "," and _text(tokens, at + 2)[:1].isupper()
    return tokens[at].text.lower() in _SKY and not beside


def _is_firm(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a firm rather than the town of that name: "Toyota said", but "in Toyota", "Toyota, Japan"."""
    if tokens[at].text.lower() not in _FIRMS:
        return False
    beside = _text(tokens, at + 1) == "," and _text(tokens, at + 2)[:1].isupper()
    return _text(tokens, at - 1).lower() not in ("in", "near") and not beside


def _ends_a_name(before: str, word: str) -> bool:
    """ "17th Street", "Seventh Street", "Dockers’ Union", "Assist City": the last word of a longer name."""
    if word in _NAMESAKES or word == "city":
        return before[:1].isupper() or before[:1].isdigit()
    return word in _BODIES and before in OWNERS


def _is_ordinary(  # noqa: PLR0913, PLR0917
    analysis: Analysis, first: int, last: int, run: int, stop: int, candidates: Sequence[Candidate]
) -> bool:
    """Whether it is an ordinary word within a longer name or after "the" ("Republic Act", "the Delta"), or a side
    without "the", and no well-known place.
    """
    tokens = analysis.tokens
    word = tokens[first].text.lower()
    article = _text(tokens, first - 1) == "the"
    if last - first > 1:
        return _is_described(tokens, first, last, candidates)
    within = (first > run and is_capital(tokens[first - 1].text)) or (last < stop and is_capital(tokens[last].text))
    if word in _CORNERS:
        return not article or within
    if lexicon.classes(word)[:1] in ("", "P") or not (article or within):
        return False
    return not any(_is_known(candidate) for candidate in candidates)


def _is_described(tokens: Sequence[Token], first: int, last: int, candidates: Sequence[Candidate]) -> bool:
    """Whether several ordinary words are at most another name of a place: "the National Capital"."""
    if tokens[last - 1].text.lower() == "capital":
        return True
    if any(c.first or c.row.kind in ("country", "continent", "region") for c in candidates):
        return False
    return all(lexicon.classes(token.text.lower())[:1] in ("N", "J") for token in tokens[first:last])


def _is_known(candidate: Candidate) -> bool:
    row = candidate.row
    if row.kind in ("city", "capital", "quarter"):
        return candidate.first and row.population >= _SETTLED
    return row.kind not in ("state", "county")


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _longest(
    analysis: Analysis, at: int, run: int, stop: int, gazetteer: Gazetteer
) -> tuple[int, tuple[Candidate, ...]] | None:
    tokens = analysis.tokens
    if not is_capital(tokens[at].text):
        return None
    article = tokens[at].text in ("The", "THE")
    for last in range(min(stop, at + MOST_WORDS), at, -1):
        if not is_capital(tokens[last - 1].text) or tokens[last - 1].text in OWNERS:
            continue
        if found := _with_owner(analysis, at, last, gazetteer):
            return last + 1, found
        name = analysis.text[tokens[at].span[0] : tokens[last - 1].span[1]]
        if last - at == 1 and (not _may_stand_alone(name) or (at > run and name.lower() in _BODIES)):
            continue
        if last - at == 1 and _is_acronym(tokens, at):
            continue
        if name.lower() in _OPENERS and last < stop and is_capital(tokens[last].text):
            continue
        found = _meanings(name, gazetteer)
        if found and not (article and not any(c.row.name.startswith("The ") for c in found)):
            return last, found
    return None


def _is_acronym(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in capitals stands after one in small letters: a body's initials, not a dateline."""
    word, before = tokens[at].text, _text(tokens, at - 1)
    return word.isalpha() and word.isupper() and word not in _SHORT and before.isalpha() and not before.isupper()


def _with_owner(analysis: Analysis, at: int, last: int, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Places whose own name ends so ("St. John’s")."""
    if _text(analysis.tokens, last) not in ("'s", "’s") or last - at < 2:
        return ()
    found = _meanings(analysis.text[analysis.tokens[at].span[0] : analysis.tokens[last].span[1]], gazetteer)
    return tuple(c for c in found if c.first and c.row.name.endswith(("'s", "’s")))


def _meanings(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Places of exactly that name; a people or an adjective is none."""
    if countries.by_demonym(name) and not gazetteer.find(name):
        return ()
    return tuple(c for c in places_candidates.of(gazetteer, name) if c.exact and not c.people)


def _may_stand_alone(word: str) -> bool:
    if word.lower() in NO_NAMES or word.lower() in CALENDAR or word.lower() in _SIDES:
        return False
    plain = word.replace(".", "")
    if len(plain) < 3 or (plain.isupper() and len(plain) < 4):
        return plain in _SHORT or ("." in word[:-1] and len(plain) > 1)
    return True
