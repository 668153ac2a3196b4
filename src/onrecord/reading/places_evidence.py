"""What tells a place from a person, a body or an ordinary word that bears the same name."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.knowledge import organisations, persons, roles
from onrecord.knowledge.gazetteer import fold
from onrecord.language import lexicon
from onrecord.language.words import ORGANISATION_WORDS, OWNERS, PLACE_WORDS
from onrecord.model import Analysis, Name, Token
from onrecord.reading.places_spans import Spot, is_capital

KINDS = ("country", "state", "county", "capital", "city", "quarter", "wide", "nature")
_KIND = {"continent": "wide", "region": "wide", "disputed": "wide", **{kind: kind for kind in KINDS[:6]}}
_TAGS = ("Person", "Organization", "Location", "Facility", "NORP", "Product", "Misc")
_AT = frozenset("at near outside around across toward towards throughout inside off".split())
_TO = frozenset("from to into through via between over".split())
_SAYING = frozenset("said says told added asked wrote who whose will has was is had would did does says".split())
_AREA_AFTER = frozenset(
    "area region county city state province district police residents resident native man woman".split()
)
_ORGANISED = ORGANISATION_WORDS | frozenset(
    "schools high university college hospital church club team players inc council chamber museum library airport road "
    "street avenue drive lane boulevard highway bridge park center centre building hotel stadium hall theatre theater "
    "cup open derby festival act bank airlines air united fc".split()
)
NAMES = (
    "bias", *(f"{tag} whole" for tag in _TAGS), *(f"{tag} part" for tag in _TAGS), "untagged", "named otherwise",
    *(f"is {kind}" for kind in KINDS), "people", "first name", "unknown", "words", "opens", "headline", "capitals",
    "after in", "after at", "after on", "after from", "after of", "after the", "after title", "after comma",
    "after place comma",
    "capital before", "capital after", "organised after", "organised in run", "area beside", "owner", "saying after",
    "area word after", "given name before", "given name", "surname in text", "common word", "common and opens",
    "place word",
    "located elsewhere", "times", "not proper", "county", "known body", "hyphen after", "comma after",
    "place named before",
    "part of unknown name", "known elsewhere alone", "apart from body",
)  # fmt: skip
_AT_INDEX = {name: number for number, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the whole text tells: names of the encoder by token, surnames of its people, how often each folded name
    stands after a word of place, how often at all.
    """

    names: Mapping[int, Name]
    widths: Mapping[int, tuple[int, int]]
    surnames: frozenset[str]
    located: Counter[str]
    times: Counter[str]
    alone: Counter[str]


def surroundings(analysis: Analysis, spots: Sequence[Spot]) -> Surroundings:
    names, widths = _by_token(analysis)
    located: Counter[str] = Counter()
    times: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for spot in spots:
        key = key_of(analysis, spot)
        times[key] += 1
        before = _word(analysis.tokens, spot.first - 1)
        alone[key] += (spot.first, spot.last) == (spot.run, spot.stop)
        located[key] += before == "in" or before in _AT or before == "on"
    return Surroundings(
        names=names, widths=widths, surnames=_surnames(analysis, spots), located=located, times=times, alone=alone
    )


def key_of(analysis: Analysis, spot: Spot) -> str:
    """The folded name of a spot."""
    tokens = analysis.tokens
    return fold(analysis.text[tokens[spot.first].span[0] : tokens[spot.last - 1].span[1]])


def row(analysis: Analysis, spot: Spot, before: Spot | None, around: Surroundings) -> np.ndarray:
    """The evidence of a spot, as NAMES; `before` is the spot before it in its sentence."""
    cells = np.zeros(len(NAMES))
    cells[0] = 1.0
    _add_names(cells, spot, around)
    _add_gazetteer(cells, spot)
    for name, value in {**_beside(analysis, spot, before), **_within(analysis, spot, around)}.items():
        cells[_AT_INDEX[name]] = value
    return cells


def _by_token(analysis: Analysis) -> tuple[dict[int, Name], dict[int, tuple[int, int]]]:
    names: dict[int, Name] = {}
    widths: dict[int, tuple[int, int]] = {}
    at = 0
    for name in analysis.names:
        while at < len(analysis.tokens) and analysis.tokens[at].span[0] < name.span[0]:
            at += 1
        stop = at
        while stop < len(analysis.tokens) and analysis.tokens[stop].span[0] < name.span[1]:
            names[stop] = name
            stop += 1
        for number in range(at, stop):
            widths[number] = (at, stop)
    return names, widths


def _surnames(analysis: Analysis, spots: Sequence[Spot]) -> frozenset[str]:
    """Last words of what is a person's name for sure: after a title or a given name."""
    found = set()
    tokens = analysis.tokens
    for spot in spots:
        before = _text(tokens, spot.first - 1)
        if spot.last == spot.stop and spot.first > spot.run:
            titled = persons.is_given_name(_text(tokens, spot.run)) or roles.is_title(_text(tokens, spot.run))
            if titled and not any(_text(tokens, i).lower() in _ORGANISED for i in range(spot.run, spot.stop)):
                found.add(tokens[spot.last - 1].text)
        elif roles.is_title(before) and before[:1].isupper():
            found.add(tokens[spot.last - 1].text)
    return frozenset(found)


def _add_names(cells: np.ndarray, spot: Spot, around: Surroundings) -> None:
    name = around.names.get(spot.first) or around.names.get(spot.last - 1)
    if name is None or name.tag is None:
        cells[_AT_INDEX["untagged"]] = 1.0
        return
    where = around.widths.get(spot.first) or around.widths[spot.last - 1]
    whole = where == (spot.first, spot.last)
    part = f"{name.tag} {'whole' if whole else 'part'}"
    cells[_AT_INDEX[part if part in _AT_INDEX else "named otherwise"]] = name.score or 0.5


def _add_gazetteer(cells: np.ndarray, spot: Spot) -> None:
    if not spot.candidates:
        cells[_AT_INDEX["unknown"]] = 1.0
        return
    most = max(spot.candidates, key=lambda c: c.row.population)
    cells[_AT_INDEX[f"is {_KIND.get(most.row.kind, 'nature')}"]] = 1.0
    cells[_AT_INDEX["people"]] = math.log10(most.row.population + 10) / 4
    cells[_AT_INDEX["first name"]] = any(c.first for c in spot.candidates)
    cells[_AT_INDEX["county"]] = any(c.row.kind == "county" for c in spot.candidates)


def _beside(analysis: Analysis, spot: Spot, before: Spot | None) -> dict[str, float]:
    tokens, sentence = analysis.tokens, analysis.sentences[spot.sentence]
    previous = _word(tokens, spot.first - 1) if spot.first > sentence.first else ""
    second = _word(tokens, spot.first - 2) if spot.first - 1 > sentence.first else ""
    if previous == "the":
        previous, the = second, True
    else:
        the = False
    following = tokens[spot.last].text if spot.last < sentence.last else ""
    after = _word(tokens, spot.last + 1) if spot.last + 1 < sentence.last else ""
    comma = following == "," and spot.last + 1 < sentence.last and is_capital(tokens[spot.last + 1].text)
    adjacent = before is not None and spot.first - before.last == 1 and tokens[before.last].text in (",", "and")
    return {
        "after in": previous == "in",
        "after at": previous in _AT,
        "after on": previous == "on",
        "after from": previous in _TO,
        "after of": previous == "of",
        "after the": the,
        "after title": roles.is_title(_text(tokens, spot.first - 1)),
        "after comma": previous == ",",
        "after place comma": adjacent,
        "capital before": spot.first > spot.run,
        "capital after": spot.last < spot.stop,
        "organised after": spot.last < sentence.last and following.lower() in _ORGANISED,
        "area beside": comma,
        "owner": following in OWNERS,
        "saying after": following in _SAYING or (following in OWNERS and after in _SAYING),
        "area word after": following in _AREA_AFTER,
        "hyphen after": following in ("-", "–"),
        "comma after": following == ",",
        "place named before": before is not None,
        "opens": spot.first == sentence.first,
        "headline": sentence.paragraph == 0 and analysis.has_headline,
    }


def _within(analysis: Analysis, spot: Spot, around: Surroundings) -> dict[str, float]:
    tokens = analysis.tokens
    words = [token.text for token in tokens[spot.first : spot.last]]
    key, name = key_of(analysis, spot), analysis.text[tokens[spot.first].span[0] : tokens[spot.last - 1].span[1]]
    run = [token.text.lower() for token in tokens[spot.run : spot.stop]]
    common = len(words) == 1 and lexicon.classes(words[0])[:1] not in ("", "P")
    opens = spot.first == analysis.sentences[spot.sentence].first
    return {
        "words": min(3, len(words)) / 3,
        "capitals": all(word.isupper() for word in words) and len(words[0]) > 3,
        "organised in run": len(run) > len(words) and any(word in _ORGANISED for word in run),
        "given name before": spot.first > spot.run and persons.is_given_name(_text(tokens, spot.first - 1)),
        "given name": persons.is_given_name(words[0]),
        "surname in text": words[-1] in around.surnames,
        "common word": common,
        "common and opens": common and opens,
        "place word": words[-1].lower() in PLACE_WORDS,
        "located elsewhere": math.log1p(around.located[key]),
        "times": math.log1p(around.times[key]),
        "not proper": tokens[spot.last - 1].penn is not None and tokens[spot.last - 1].penn not in ("NNP", "NNPS"),
        "known body": organisations.by_name(name) is not None,
        "part of unknown name": spot.last < spot.stop and tokens[spot.last].text[:1].isupper(),
        "known elsewhere alone": math.log1p(around.alone[key]),
        "apart from body": len(run) > len(words) and run[-1] in _ORGANISED,
    }


def _word(tokens: Sequence[Token], at: int) -> str:
    return _text(tokens, at).lower()


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
