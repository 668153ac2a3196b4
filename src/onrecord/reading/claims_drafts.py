"""What claims are made of while they are being found: drafts, segments of text, groups of cue words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.knowledge import cues
from onrecord.language import lexicon
from onrecord.language.words import AUXILIARIES, BE, EDGES, HAVE, NEGATIONS, OWNERS, TIMES
from onrecord.model import Span, Spans, Stance, Token
from onrecord.reading.claims_phrases import HEDGES, Words, low


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim as one pattern saw it; `pattern` is the name under which its precision was measured.

    `above` is the draft that relays this one, where words say so and containment would not show it. `outer` says that
    the encoder sees it in no other claim.
    """

    source: Spans
    cue: Spans
    content: Spans
    stance: Stance
    pattern: str
    above: "Draft | None" = None
    score: float | None = None
    outer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of one sentence's words that is wholly inside one quotation or wholly outside.

    `quote` is the number of that quotation or None. `paragraph` counts from 0.
    """

    words: tuple[Token, ...]
    quote: int | None
    paragraph: int
    headline: bool


@dataclass(slots=True)
class Reading:
    """One segment while it is read: `limit` is where a closing attribution cuts the rest off."""

    words: Words
    segment: Segment
    start: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A reporting verb with its auxiliaries and adverbs: indices [first, last) of its segment's words."""

    first: int
    at: int
    last: int
    verb: cues.Verb
    negated: bool
    passive: bool
    kind: str


def span(words: Words, first: int, last: int) -> Span:
    """The text span of the words [first, last), which must not be empty."""
    return words[first].span[0], words[last - 1].span[1]


def trimmed(words: Words, first: int, last: int) -> tuple[int, int]:
    """The range without marks and stray conjunctions at its edges."""
    while first < last and words[first].text in EDGES:
        first += 1
    while first < last and words[last - 1].text in EDGES:
        last -= 1
    return first, last


def spans(words: Words, *ranges: tuple[int, int]) -> Spans:
    return tuple(span(words, a, b) for a, b in (trimmed(words, *r) for r in ranges) if a < b)


def groups(words: Words, *, capitals: bool = False) -> Iterator[Group]:
    """Every reporting verb of a segment, in order; nouns that look alike are left out as far as words tell.

    `capitals` takes verbs with a capital too, as headlines in title case write them.
    """
    for index in range(len(words)):
        for verb in sorted(cues.verbs(words[index].text), key=lambda v: not v.particle):
            if verb.particle and low(words, index + 1) != verb.particle:
                continue
            group = _group(words, index, verb, capitals)
            if group is not None:
                yield group
            break


def _group(words: Words, index: int, verb: cues.Verb, capitals: bool) -> Group | None:
    if words[index].text[0].isupper() and not capitals:
        return None
    first, auxiliaries, negated = _auxiliaries(words, index)
    if low(words, first - 1) == "to":
        return None
    kind = _kind(auxiliaries, verb)
    if kind is None or (not auxiliaries and low(words, first - 1) in OWNERS):
        return None
    passive = any(a in BE for a in auxiliaries[:1]) and kind == "participle"
    last = index + 1 + bool(verb.particle)
    return Group(first=first, at=index, last=last, verb=verb, negated=negated, passive=passive, kind=kind)


def _auxiliaries(words: Words, index: int) -> tuple[int, list[str], bool]:
    """Start of the verb group, its auxiliaries nearest first, and whether it is negated."""
    found: list[str] = []
    negated = False
    start = position = index
    while position > 0 and index - position < 6:
        word = low(words, position - 1)
        if word in NEGATIONS - {"no"}:
            negated, position = True, position - 1
            start = position
        elif word in AUXILIARIES and not (word in ("’s", "'s") and not _contracted(words, position - 1)):
            found.append(word)
            position -= 1
            start = position
        elif word in TIMES or _amid_verbs(words, position - 1) or _is_manner(word):
            position -= 1
            if not word.endswith("day"):
                start = position
        else:
            break
    return start, found, negated


def _amid_verbs(words: Words, index: int) -> bool:
    """Whether an adverb stands between an auxiliary and its verb: "has long claimed"."""
    return words[index].tag == "ADV" and low(words, index - 1) in HAVE | BE


def _is_manner(word: str) -> bool:
    return word.endswith("ly") and word not in HEDGES and lexicon.classes(word)[:1] in ("R", "")


def _contracted(words: Words, index: int) -> bool:
    """Whether an "’s" is "is" or "has": only after a pronoun is that sure."""
    return low(words, index - 1) in ("he", "she", "it", "who", "that", "there", "what")


def _kind(auxiliaries: Sequence[str], verb: cues.Verb) -> str | None:
    forms = verb.forms
    if not auxiliaries:
        for kind in ("past", "third", "base", "ing"):
            if kind in forms:
                return kind
        return None
    nearest = auxiliaries[0]
    if "ing" in forms:
        return "progressive" if nearest in BE else None
    if nearest in BE | HAVE:
        return "participle" if "participle" in forms else None
    return "past" if "base" in forms else None
