"""Claims in a noun or of nobody named: "X’s claim that", "reports that", "is expected to", "reportedly"."""

from collections.abc import Iterator

from onrecord.knowledge import cues
from onrecord.language import lexicon
from onrecord.language.words import BE, DETERMINERS, OWNERS, POSSESSIVES
from onrecord.model import Spans, Stance
from onrecord.reading import claims_extents as extents
from onrecord.reading.claims_drafts import Draft, Reading, span, spans
from onrecord.reading.claims_phrases import HEDGES, Words, begins_phrase, is_verb, low, subject

RAISING: dict[str, Stance] = {
    "said": "asserts", "reported": "asserts", "expected": "believes", "believed": "believes",
    "thought": "believes", "understood": "believes", "known": "asserts", "alleged": "alleges",
    "claimed": "alleges", "feared": "believes", "considered": "believes", "rumoured": "asserts",
    "estimated": "asserts", "suspected": "believes",
}  # fmt: skip


def nouns(reading: Reading) -> Iterator[Draft]:
    """ "X’s claim that …", "reports that …", "a plan to …" with its owner."""
    words = reading.words
    for at in range(reading.start, reading.limit - 2):
        noun = cues.noun(words[at].text)
        if noun is None or _is_verb_here(reading, at):
            continue
        follower = low(words, at + 1)
        if follower == "that" and words[at + 1].tag == "PRON":  # "an allegation that Minsk rejected"
            continue
        if follower == "that" and "t" in noun.frames and begins_phrase(words, at + 2):
            content = (at + 2, _noun_clause_end(words, at + 2, reading.limit))
        elif follower == "to" and "i" in noun.frames and "V" in lexicon.classes(low(words, at + 2)):
            content = (
                at + 1,
                extents.phrase_end(words, at + 1, _noun_clause_end(words, at + 1, reading.limit, 1)),
            )
        else:
            continue
        owner = _owner(words, at, reading.start)
        if owner is None and not (noun.bare and follower == "that"):
            continue
        if owner is None and is_verb(words, at):
            continue
        yield Draft(
            source=owner or (), cue=(words[at].span,), content=spans(words, content), stance=noun.stance,
            pattern=f"noun {'owned' if owner else 'bare'}",
        )  # fmt: skip


def _is_verb_here(reading: Reading, at: int) -> bool:
    """Whether "claims", "reports", "plans" is the verb of its clause, as the parser and the word before it say."""
    before = low(reading.words, at - 1)
    return reading.words[at].tag == "VERB" and at > reading.start and before not in OWNERS | DETERMINERS | POSSESSIVES


def _noun_clause_end(words: Words, start: int, limit: int, most: int = 2) -> int:
    """End of a clause that hangs on a noun: at a comma, or at the verb that the noun is subject of."""
    verbs = 0
    for index in range(start, limit):
        if words[index].text in (",", ";", "“", "–", "—"):
            return index
        if _main_verb(words, index):
            verbs += 1
            if verbs == most and low(words, index - 1) not in ("and", "or", "to", "who", "which", "that"):
                return index
    return limit


def _main_verb(words: Words, index: int) -> bool:
    if words[index - 1].text == "-" and words[index - 1].span[1] == words[index].span[0]:
        return False
    return is_verb(words, index) and not is_verb(words, index - 1) and low(words, index - 1) not in ("not", "n’t", "to")


def _owner(words: Words, at: int, floor: int) -> Spans | None:
    """Who owns a reporting noun: "Italy’s claim", "his claim"; None where nobody is named."""
    index = at - 1
    while index > floor and lexicon.classes(low(words, index))[:1] == "J" and not words[index].text[0].isupper():
        index -= 1
    if index < floor:
        return None
    if low(words, index) in POSSESSIVES:
        return (words[index].span,)
    if words[index].text in OWNERS:
        start = index - 1
        while start > floor and (words[start - 1].text[0].isupper() or low(words, start - 1) in DETERMINERS):
            start -= 1
        return (span(words, start, index + 1),) if start < index else None
    return None


def hearsay(reading: Reading) -> Iterator[Draft]:
    """Claims of nobody: "is expected to", "it was reported that", "reportedly"."""
    words = reading.words
    for at in range(reading.start + 1, reading.limit - 1):
        word = low(words, at)
        if word in HEDGES:
            yield from _hedged(reading, at)
        elif word in RAISING:
            yield from _raised(reading, at)


def _hedged(reading: Reading, at: int) -> Iterator[Draft]:
    words = reading.words
    found = subject(words, at - 1, reading.start) if is_verb(words, at - 1) else subject(words, at, reading.start)
    if found is None or low(words, found[0]) == "that":
        return
    yield Draft(
        source=(), cue=(words[at].span,), stance=HEDGES[low(words, at)], pattern="hedge",
        content=spans(words, (found[0], at), (at + 1, extents.phrase_end(words, at + 1, reading.limit))),
    )  # fmt: skip


def _raised(reading: Reading, at: int) -> Iterator[Draft]:
    words = reading.words
    be = at - 1
    while be > reading.start and (low(words, be).endswith("ly") or low(words, be) in ("also", "now", "widely")):
        be -= 1
    if low(words, be) not in BE or be <= reading.start:
        return
    first = be - 1 if low(words, be) == "been" else be
    found = subject(words, first, reading.start)
    if found is None or low(words, found[0]) == "what":
        return
    cue = (span(words, first, at + 1),)
    stance = RAISING[low(words, at)]
    if low(words, at + 1) == "to":
        end = extents.phrase_end(words, at + 1, reading.limit)
        content = spans(words, found, (at + 1, end))
        if content[0] != content[-1]:
            yield Draft(source=(), cue=cue, content=content, stance=stance, pattern="hearsay to")
    elif low(words, at + 1) == "that" and low(words, found[0]) == "it":
        content = spans(words, (at + 2, reading.limit))
        yield Draft(source=(), cue=cue, content=content, stance=stance, pattern="hearsay that")
