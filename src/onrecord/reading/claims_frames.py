"""What a reporting verb says: where its content begins and ends."""

from dataclasses import dataclass

from onrecord.knowledge import cues
from onrecord.language import lexicon
from onrecord.language.words import (
    DETERMINERS,
    DISMISSED,
    HEARERS,
    OBJECTS,
    PREPOSITIONS,
    QUESTIONS,
    REFUSED,
)
from onrecord.model import Stance
from onrecord.reading.claims_drafts import Group, trimmed
from onrecord.reading.claims_extents import after_adjunct, clause_end, phrase_end
from onrecord.reading.claims_phrases import Words, begins_phrase, is_verb, low

# marks behind which nobody is told any more
_PAUSES = frozenset([",", ";", ":", '"', "”", "'", "''"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Indices [first, last) of what is said, the frame it follows, the stance if the frame sets one."""

    first: int
    last: int
    frame: str
    stance: Stance | None = None


def content(words: Words, group: Group, limit: int) -> Content | None:
    """What the verb says of the words before `limit`; None where nothing that it can take follows it."""
    for frame in group.verb.frames:
        found = _FRAMES[frame](words, group, limit) if frame in _FRAMES else None
        if found is not None:
            first, last = trimmed(words, found.first, found.last)
            if first < last:
                return Content(first=first, last=last, frame=found.frame, stance=found.stance)
    return None


def _clause(words: Words, group: Group, limit: int) -> Content | None:
    start = after_adjunct(words, group.last, limit)
    if low(words, start) == "only" and low(words, start + 1) == "that":
        start += 1
    if low(words, start) == "that" and _clause_follows(words, start + 1, limit):
        return Content(first=start + 1, last=clause_end(words, start + 1, limit, group), frame="that")
    if low(words, start) in QUESTIONS - {"if", "who", "which"} and group.verb.lemma in (
        "explain",
        "know",
        "report",
    ):
        return Content(first=start, last=clause_end(words, start, limit, group), frame="wh")
    if "a" in group.verb.frames and _that_opens(words, start, limit) is not None:
        return None
    if group.verb.lemma == "warn" and (told := _warned_to(words, start, limit)) is not None:
        return told
    patient = group.verb.lemma in ("say", "believe", "think")
    if start < limit and _bare_clause(words, start, limit, patient=patient):
        return Content(first=start, last=clause_end(words, start, limit, group), frame="clause")
    return None


def _warned_to(words: Words, start: int, limit: int) -> Content | None:
    """ "warned jurors not to read": who is to do what."""
    for index in range(start + 1, min(limit, start + 8)):
        if words[index].text in _PAUSES or words[index].tag in ("VERB", "AUX"):
            return None
        if low(words, index) == "to" and _base_verb(words, index + 1):
            return Content(first=start, last=phrase_end(words, start, limit), frame="object", stance="wants")
    return None


def _that_opens(words: Words, start: int, limit: int) -> int | None:
    """The index of a "that" which opens what was said, past those who are told ("spectators that she would")."""
    for index in range(start, min(limit, start + 12)):
        if low(words, index) == "that" and words[index].relation == "mark" and index > start:
            return index
        if words[index].text in _PAUSES or is_verb(words, index):
            return None
    return None


def _that(words: Words, group: Group, limit: int) -> Content | None:
    found = _clause(words, group, limit)
    return found if found and found.frame == "that" else None


def _clause_follows(words: Words, start: int, limit: int) -> bool:
    return start < limit - 1


def _bare_clause(words: Words, start: int, limit: int, *, patient: bool = False) -> bool:
    """Whether a clause without "that" begins here: a noun phrase, and a verb before the next mark."""
    if low(words, start) in ("little", "nothing", "much") and low(words, start + 1) in PREPOSITIONS:
        return False
    if low(words, start) == "it" and low(words, start + 1) in ("when", "if"):  # "believe it when we see it"
        return False
    if low(words, start) == "as" and low(words, start + 1) == "much":  # "said as much on Tuesday"
        return False
    if not (begins_phrase(words, start) or low(words, start) in ("there", "if", "in", "when", "“", "after", "as")):
        return False
    for index in range(start + 1, min(limit, start + 40)):
        if words[index].text in ";:" or (words[index].text == "," and not patient):
            return False
        if is_verb(words, index) or cues.verbs(low(words, index)):
            return True
    return False


def _addressee(words: Words, group: Group, limit: int) -> Content | None:
    start = after_adjunct(words, group.last, limit)
    if low(words, start) == "that":
        return _clause(words, group, limit)
    begin = _past_hearer(words, start, limit)
    if begin is None:
        return None
    begin = after_adjunct(words, begin, limit)
    if low(words, begin) == "that":
        return Content(first=begin + 1, last=clause_end(words, begin + 1, limit, group), frame="told that")
    if low(words, begin) == "to" and group.verb.lemma in ("tell", "warn", "caution"):
        return None
    if begin < limit and _bare_clause(words, begin, limit):
        return Content(first=begin, last=clause_end(words, begin, limit, group), frame="told")
    return None


def _past_hearer(words: Words, start: int, limit: int) -> int | None:
    """The index after those who are told; None where that is not sure."""
    if low(words, start) in OBJECTS and not (
        low(words, start) == "her" and lexicon.classes(low(words, start + 1))[:1] == "N"
    ):
        return start + 1
    if low(words, start) in PREPOSITIONS | {"after", "before", "since"}:  # "a tale told before each election"
        return None
    if (opens := _that_opens(words, start, limit)) is not None:
        return opens
    index = start
    while index < min(limit, start + 12):
        word = low(words, index)
        if word == "that" and index > start:
            return index
        if words[index].text in _PAUSES:
            return None
        if index > start and (word in DETERMINERS | OBJECTS | {"he", "she", "they", "it", "we", "i", "there", "his"}):
            return index
        if word in HEARERS and low(words, index + 1) not in ("of", "in", "’s", "and"):
            return index + 1
        index += 1
    return None


def _infinitive(words: Words, group: Group, limit: int) -> Content | None:
    start = after_adjunct(words, group.last, limit)
    if group.verb.lemma == "hope" and low(words, start) == "for":
        return Content(first=start + 1, last=phrase_end(words, start + 1, limit), frame="for")
    if low(words, start) != "to" or not _base_verb(words, start + 1):
        return None
    return Content(first=start, last=phrase_end(words, start, limit), frame="to")


def _base_verb(words: Words, index: int) -> bool:
    if low(words, index).endswith("ly") or low(words, index) in ("not", "also", "further"):
        index += 1
    word = low(words, index)
    known = lexicon.classes(word)
    if index < len(words) and words[index].tag in ("VERB", "AUX"):
        return True
    return word.isalpha() and (bool(set(known) & set("VX")) or not set(known) - set("NJ")) and not word.endswith("ss")


def _object_infinitive(words: Words, group: Group, limit: int) -> Content | None:
    """ "expect the bank to cut": a noun phrase, then "to" and a verb."""
    start = group.last
    if not begins_phrase(words, start) and low(words, start) not in OBJECTS:
        return None
    for index in range(start + 1, min(limit, start + 12)):
        if words[index].text in ",;:" or is_verb(words, index):
            return None
        if low(words, index) == "to" and _base_verb(words, index + 1):
            return Content(first=start, last=phrase_end(words, start, limit), frame="object to")
    return None


def _object(words: Words, group: Group, limit: int) -> Content | None:
    """ "accuse X of", "urge X to", "blame X for", "ask X to": the object stays in the content."""
    link = {"accuse": ("of",), "blame": ("for", "on")}.get(group.verb.lemma, ("to",))
    start = group.last
    if group.verb.lemma == "ask" and low(words, start) == "for":
        return None
    if not begins_phrase(words, start) and low(words, start) not in OBJECTS:
        return None
    for index in range(start + 1, min(limit, start + 15)):
        if words[index].text in ";:":
            return None
        if low(words, index) in link or (group.verb.lemma == "ask" and low(words, index) == "for"):
            return Content(
                first=start,
                last=phrase_end(words, start, limit),
                frame="object",
                stance=_object_stance(group),
            )
    return None


def _object_stance(group: Group) -> Stance:
    return "alleges" if group.verb.lemma in ("accuse", "blame") else "wants"


def _question(words: Words, group: Group, limit: int) -> Content | None:
    start = group.last
    if low(words, start) in OBJECTS:
        start += 1
    if low(words, start) not in QUESTIONS:
        return None
    return Content(first=start, last=clause_end(words, start, limit, group), frame="wh", stance="asks")


def _gerund(words: Words, group: Group, limit: int) -> Content | None:
    start = group.last
    word = low(words, start)
    if not word.endswith("ing") or "V" not in (lexicon.classes(word) or "V"):
        return None
    return Content(first=start, last=phrase_end(words, start, limit), frame="gerund")


def _noun(words: Words, group: Group, limit: int) -> Content | None:
    start = after_adjunct(words, group.last, limit)
    if not begins_phrase(words, start) or start >= limit:
        return None
    return Content(first=start, last=phrase_end(words, start, limit), frame="noun")


def _saying_noun(words: Words, group: Group, limit: int) -> Content | None:
    found = _noun(words, group, limit)
    if found is None:
        return None
    head = words[found.first : found.first + 5]
    told = any(cues.noun(w.text) is not None or w.text.lower() in DISMISSED for w in head)
    return found if told else None


def _declined(words: Words, group: Group, limit: int) -> Content | None:
    if low(words, group.last) != "to" or (group.verb.lemma == "refuse" and low(words, group.last + 1) not in REFUSED):
        return None
    return Content(first=group.last, last=phrase_end(words, group.last, limit), frame="declined")


def _called(words: Words, group: Group, limit: int) -> Content | None:
    """ "called the story “a fairy tale”", "dismissed it as “theatre”": quoted words must follow."""
    start = group.last
    if not begins_phrase(words, start) and low(words, start) not in OBJECTS:
        return None
    for index in range(start + 1, min(limit, start + 16)):
        if words[index].text in (",", ";", ":"):
            return None
        if words[index].text in ("“", '"', "''", "‘"):
            return Content(first=start, last=_quote_end(words, index, limit), frame="called")
    return None


def _quote_end(words: Words, index: int, limit: int) -> int:
    closing = {"“": "”", "‘": "’"}.get(words[index].text, words[index].text)
    return next((i + 1 for i in range(index + 1, limit) if words[i].text == closing), limit)


def _how(words: Words, group: Group, limit: int) -> Content | None:
    if low(words, group.last) not in ("how", "why", "what"):
        return None
    return Content(first=group.last, last=clause_end(words, group.last, limit, group), frame="how")


_FRAMES = {
    "c": _clause, "t": _that, "k": _called, "a": _addressee, "i": _infinitive, "x": _object_infinitive,
    "o": _object, "w": _question, "g": _gerund, "n": _noun, "m": _saying_noun, "d": _declined,
    "h": _how, "y": _clause,
}  # fmt: skip
