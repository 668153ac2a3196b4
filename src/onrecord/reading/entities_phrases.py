"""What a noun phrase says of its bearer: head noun, number, kind, the state that it acts for."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.knowledge import countries, organisations, roles
from onrecord.language import lexicon
from onrecord.language.words import OWNERS, PARTISAN, POSSESSIVES, PREPOSITIONS, STATE_HEADS
from onrecord.model import EntityKind, Token
from onrecord.reading.claims_phrases import low


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase read: `head` in lower case; `kind` None where the head is unknown; `definite` with "the",
    a possessive or nothing at all in a headline; `country` of the state it acts for."""

    head: str
    kind: EntityKind | None
    plural: bool
    definite: bool
    country: str | None
    text: str


def read(words: Sequence[Token]) -> Phrase | None:
    """What the phrase says; None where no known noun heads it."""
    end = core_end(words)
    head = low(words, end - 1)
    if low(words, 0) in ("one", "another") and low(words, 1) == "of":
        return _one_of(words)
    known = roles.role(head) or (roles.role(head.split("-")[-1]) if "-" in head else None)
    if known is None:
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
        kind: EntityKind | None = "group" if plural and lexicon.classes(head)[:1] in ("N", "") else None
    else:
        plural, kind = known.plural, known.kind
    first = low(words, 0)
    return Phrase(
        head=head,
        kind=kind,
        plural=plural,
        definite=first == "the" or first in POSSESSIVES or any(w.text in OWNERS for w in words[:end]),
        country=country(words, head),
        text=joined(plain(words[:end])),
    )


def _one_of(words: Sequence[Token]) -> Phrase | None:
    """ "one of the mediators": a person where those are persons."""
    several = read(words[2:]) if len(words) > 2 else None
    if several is None:
        return None
    kind = "person" if several.kind == "group" or several.head == "them" else several.kind
    return Phrase(
        head=several.head.removesuffix("s"), kind=kind, plural=False, definite=False, country=several.country,
        text=joined(words[: 2 + core_end(words[2:])]).lower(),
    )  # fmt: skip


def core_end(words: Sequence[Token]) -> int:
    """Where the head noun ends: before "of", "for", a comma, a relative clause or a participle."""
    for index in range(1, len(words)):
        word = low(words, index)
        if words[index].text in (",", "(", "[", "–", "—"):
            return index
        if word in PREPOSITIONS or word in ("who", "which", "that", "familiar", "close", "briefed", "quoted"):
            return index
        if word.endswith("ed") and low(words, index + 1) in PREPOSITIONS:
            return index
    return len(words)


def plain(words: Sequence[Token]) -> Sequence[Token]:
    """The words without a leading article."""
    return words[1:] if len(words) > 1 and low(words, 0) in ("the", "a", "an") else words


def joined(words: Sequence[Token]) -> str:
    """The words as the text has them, with single blanks."""
    text = ""
    for index, word in enumerate(words):
        gap = index > 0 and words[index - 1].span[1] < word.span[0]
        text += f" {word.text}" if gap else word.text
    return text


def country(words: Sequence[Token], head: str) -> str | None:
    """The state for which the bearer acts: from a demonym, a state's or a body's name in the phrase."""
    lowered = {w.text.lower() for w in words}
    if head not in STATE_HEADS or lowered & PARTISAN:
        return None
    found = {code for code in (_state(words, i) for i in range(len(words))) if code}
    return found.pop() if len(found) == 1 else None


def _state(words: Sequence[Token], index: int) -> str | None:
    for width in (3, 2, 1):
        part = words[index : index + width]
        if len(part) < width or not part[0].text[0].isupper():
            continue
        text = " ".join(w.text for w in part)
        country = countries.by_demonym(text) or countries.by_name(text)
        if country is not None:
            return country.code
        body = organisations.by_name(text)
        if body is not None and body.country:
            return body.country
    return None
