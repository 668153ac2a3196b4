"""Proper names: runs of capitalised words, less capitals that a sentence's start or a headline gives."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.knowledge import organisations, roles
from onrecord.language import lexicon
from onrecord.language.words import (
    NAME_PARTICLES,
    NO_NAMES,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    SURNAME_PARTICLES,
)
from onrecord.model import Analysis, EntityKind, Name, Token

_WORK = frozenset(["act", "bill", "treaty"])
_CONTENT = "NVJRIDOCSXTUH"


def find(analysis: Analysis) -> tuple[Name, ...]:
    """The names in text order; a name never crosses a sentence. Words that a name lends to its owner
    ("Kim's") stay outside; titles before a name ("President") too; kind is None where nothing tells.
    """
    inside = _inside_counts(analysis)
    found: list[Name] = []
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        shouting = _is_shouting(tokens)
        for first, last in _runs(tokens):
            found.extend(_names(tokens, first, last, inside, shouting))
    return tuple(found)


def _inside_counts(analysis: Analysis) -> Counter[str]:
    """How often each word stands with a capital inside a sentence that is not all capitals."""
    counts: Counter[str] = Counter()
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        if not _is_shouting(tokens):
            counts.update(t.text for i, t in enumerate(tokens) if _is_capital(t.text) and not _opens(tokens, i))
    return counts


def _is_shouting(tokens: Sequence[Token]) -> bool:
    """Whether most long words carry capitals, as in title-case headlines, so that capitals say nothing."""
    words = [t.text for t in tokens if t.text.isalpha() and len(t.text) > 3]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 4 and word[:3].lower() in ("al-", "el-") and word[3].isupper())


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital here may come from its position alone: a sentence, quote, bracket or colon begins."""
    return (
        index == 0
        or tokens[index - 1].text in '“‘"([:—–-«•*.…'
        or (
            not tokens[index - 1].text[0].isalnum()
            and (tokens[index - 1].text not in (",", "&", "’s", "'s", "”", "’", "/", ";", ")", "]"))
        )
    )


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Ranges of capitalised words, joined over name particles ("Bank of England")."""
    index = 0
    while index < len(tokens):
        if not _starts(tokens[index].text):
            index += 1
            continue
        stop = index + 1
        while (after := _joined(tokens, stop)) is not None:
            stop = after
        yield index, stop
        index = stop


def _starts(word: str) -> bool:
    return word[0].isalpha() and _is_capital(word) and word.lower() not in NO_NAMES


def _joined(tokens: Sequence[Token], stop: int) -> int | None:
    """The index after the next word of the name, or None where the name ends at `stop`."""
    if stop < len(tokens) and _starts(tokens[stop].text):
        return stop + 1
    for width in (1, 2):
        words = [t.text for t in tokens[stop : stop + width]]
        if stop + width >= len(tokens) or not all(w in NAME_PARTICLES for w in words):
            return None
        if _starts(tokens[stop + width].text) and _may_join(tokens, stop, words):
            return stop + width + 1
    return None


def _may_join(tokens: Sequence[Token], stop: int, words: Sequence[str]) -> bool:
    before = tokens[stop - 1].text.rstrip(".").lower()
    if words[0] in SURNAME_PARTICLES and len(words) == 1:
        return True
    if words in (["of"], ["of", "the"]):
        return before in ORGANISATION_WORDS - {
            "news",
            "times",
            "post",
            "star",
            "house",
            "force",
            "forces",
        } or before in (
            "republic",
            "kingdom",
            "states",
            "gulf",
            "bay",
            "isle",
            "strait",
        )
    return words in (["and"], ["for"], ["&"]) and before in (
        "institute",
        "centre",
        "center",
        "council",
        "department",
    )


def _names(tokens: Sequence[Token], first: int, last: int, inside: Counter[str], shouting: bool) -> Iterator[Name]:
    """What of a capitalised run is a name: less an opener that is no name, less the titles before it."""
    while first < last and _opens(tokens, first) and _is_common(tokens, first, last, inside):
        first += 1
    while (
        first < last
        and tokens[first].text in ("The", "A", "An")
        and tokens[first + 1 : first + 2] != ()
        and (tokens[first + 1].text not in ("Hague", "Gambia", "Bahamas"))
    ):
        first += 1
    if shouting and not all(inside[t.text] or organisations.by_name(t.text) for t in tokens[first:last]):
        first = next((i for i in range(first, last) if inside[tokens[i].text]), last)
        last = next((i for i in range(first, last) if not inside[tokens[i].text]), last)
    began = first
    if not _names_body(tokens, first, last):
        titles = [i for i in range(first, last - 1) if roles.is_title(tokens[i].text)]
        first = titles[-1] + 1 if titles else first
    titled = first > began
    if first < last and not _is_bare_title(tokens, first, last):
        span = tokens[first].span[0], tokens[last - 1].span[1]
        if len(tokens[first].text) > 1 or last - first > 1:
            yield Name(span=span, kind="person" if titled else _kind(tokens, first, last))


def _names_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.text.lower() in ORGANISATION_WORDS for t in tokens[first:last])


def _is_bare_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    return last - first == 1 and roles.is_title(tokens[first].text)


def _is_common(tokens: Sequence[Token], first: int, last: int, inside: Counter[str]) -> bool:
    """Whether the opening word is an ordinary one whose capital its place alone explains."""
    word = tokens[first].text
    if organisations.by_name(word) or inside[word] or (word.isupper() and len(word) > 1):
        return False
    known = lexicon.classes(word)
    if not known:
        return word.lower().endswith(("ing", "ly")) and last - first == 1
    if last - first > 1:
        return known[0] in "DOICSRXTUH" or word in ("But", "Last")
    return known[0] in _CONTENT and not known.startswith("P")


def _kind(tokens: Sequence[Token], first: int, last: int) -> EntityKind | None:
    words = [t.text for t in tokens[first:last]]
    name = " ".join(words)
    if organisations.by_name(name) or any(w.lower() in ORGANISATION_WORDS for w in (words[0], words[-1])):
        return "organisation"
    if words[-1].lower() in PLACE_WORDS:
        return "place"
    return None
