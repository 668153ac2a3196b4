"""Words of a text that the gazetteer knows as a place: the longest names in each run of capitals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.language.words import CALENDAR, NO_NAMES, OWNERS
from onrecord.model import Analysis, Sentence, Token
from onrecord.reading import places_candidates
from onrecord.reading.places_candidates import Candidate

MOST_WORDS = 6
LONGEST_RUN = 30
_JOINERS = frozenset(
    "of the de del la le el al and & du des di da do dos y and-the upon on in sur under au aux -".split()
)
_SHORT = frozenset(["US", "UK", "UAE", "EU", "DRC", "NSW", "USA", "PNG", "LA", "NYC", "DC", "PEI", "USSR"])
_HYPHENS = frozenset("-–")
_SIDES = frozenset("north south east west northern southern eastern western central upper lower old new".split())
# no place by themselves within a longer name
_BODIES = frozenset(
    "union university college church college court council bank house post star times march chapel".split()
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
    """How many small words join two capitals here; 0 where none do."""
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
        yield Spot(first=at, last=last, run=run, stop=stop, sentence=sentence, candidates=candidates)
        at = last


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
        name = analysis.text[tokens[at].span[0] : tokens[last - 1].span[1]]
        if last - at == 1 and (not _may_stand_alone(name) or (at > run and name.lower() in _BODIES)):
            continue
        found = _meanings(name, gazetteer)
        if found and not (article and not any(c.row.name.startswith("The ") for c in found)):
            return last, found
    return None


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
        return plain in _SHORT or ("." in word and len(plain) > 1)
    return True
