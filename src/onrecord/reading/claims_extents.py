"""How far things said reach: what stands between a cue and its content, and where the content ends."""

from onrecord.knowledge import cues
from onrecord.language import lexicon
from onrecord.language.words import CALENDAR, DETERMINERS, HEARERS, OBJECTS, PREPOSITIONS, TIMES, UTTERANCES
from onrecord.reading.claims_drafts import Group
from onrecord.reading.claims_phrases import Words, begins_phrase, is_verb, low


def after_adjunct(words: Words, start: int, limit: int) -> int:
    """Past "on Monday", "in a statement", "earlier this week" between a verb and its content."""
    index = start
    while index < limit:
        length = adjunct(words, index, limit)
        if not length:
            break
        index += length
    if low(words, index) == "," and (low(words, index + 1) in PREPOSITIONS or _inserted(words, index + 1)):
        close = next((i for i in range(index + 2, min(limit, index + 12)) if words[i].text == ","), index)
        if low(words, close + 1) == "that":
            return close + 1
    if index > start and low(words, index) == "," and low(words, index + 1) == "that":
        index += 1
    return index


def _inserted(words: Words, index: int) -> bool:
    """Whether an insertion tells how it was said: "reported, citing officials, that"."""
    return low(words, index) in ("citing", "quoting", "speaking", "referring")


def after_hearer(words: Words, group: Group, limit: int) -> int:
    """Past "reporters in Berlin on Monday" after "told", and past adjuncts."""
    index = after_adjunct(words, group.last, limit)
    if "a" not in group.verb.frames or index >= limit or words[index].text == ",":
        return index
    while index < limit and words[index].text not in (",", ";", ":", "“", "that"):
        if is_verb(words, index):
            return group.last
        index += 1
    return index if index >= limit or words[index].text == "," else group.last


def adjunct(words: Words, start: int, limit: int) -> int:
    """How many words from `start` tell when, where or in what it was said; 0 where none do."""
    word = low(words, start)
    if word in TIMES - {"now", "then", "first", "only", "even", "just", "still", "once"}:
        return 1
    if word in ("last", "this", "late", "early", "later", "earlier") and low(words, start + 1) in CALENDAR | TIMES | {
        "on"
    }:
        return 2 if low(words, start + 1) != "on" else 1
    if word not in PREPOSITIONS - {"of"} or (word == "to" and not _hearer_follows(words, start + 1)):
        return 0
    index = start + 1
    while index < min(limit, start + 10):
        here = low(words, index)
        if here == "that" or words[index].text in ',;:“"':
            break
        if words[index].tag == "VERB" and words[index].relation == "conj":  # "argued for a cut and noted that"
            return 0
        if here in CALENDAR | TIMES:
            return _over_time(words, index, limit) - start
        if here in UTTERANCES:
            return _over_statement(words, index, limit) - start
        index += 1
    return index - start if low(words, index) == "that" and index < limit else 0


def _hearer_follows(words: Words, index: int) -> bool:
    if index >= len(words):
        return False
    return low(words, index) in HEARERS | DETERMINERS | OBJECTS or words[index].text[0].isupper()


def _over_time(words: Words, index: int, limit: int) -> int:
    while index < limit and (low(words, index) in CALENDAR | TIMES or words[index].text.isdigit()):
        index += 1
    return index


def _over_statement(words: Words, index: int, limit: int) -> int:
    """Past "statement" and what hangs on it ("with CNN", "to parliament", "of anonymity")."""
    index += 1
    if index < limit and words[index].penn == "VBN":  # "in a report published on Monday that"
        ends = (
            i for i in range(index + 1, min(limit, index + 10)) if low(words, i) == "that" or words[i].text in ",;:“"
        )
        return next((i for i in ends if low(words, i) == "that"), index)
    if low(words, index) in ("with", "to", "of", "on", "from") and index < limit:
        index += 1
        while index < limit and (
            words[index].text[0].isupper() or low(words, index) in HEARERS | {"the", "anonymity", "’s"}
        ):
            index += 1
    return index


def clause_end(words: Words, start: int, limit: int, group: Group) -> int:
    """Where a clause that was said ends: at "; ", at "but", at the next thing the same source says."""
    for index in range(start, limit):
        text = words[index].text
        if (text == ";" and begins_phrase(words, index + 1)) or (text == "," and _breaks(words, index + 1)):
            return index
        if text == "and" and _same_source(words, index + 1, group):
            return index
    return limit


def phrase_end(words: Words, start: int, limit: int) -> int:
    """Where an infinitive or noun phrase that was said ends: at a comma that goes on with something else."""
    for index in range(start, limit):
        text = words[index].text
        if text in (";", "–", "—", "--", ":"):
            return index
        if index > start and text == "as" and words[index].relation == "mark" and low(words, index - 1) != "such":
            return index
        if text == "," and _named_beside(words, index + 1):
            continue
        if text == "," and (_breaks(words, index + 1) or low(words, index + 1) not in ("and", "or")):
            return index
        if text == "," and low(words, index + 1) == "and" and _clause_opens(words, index + 2, limit):
            return index
        if text in ("and", "but") and _turns_back(words, start, index + 1):
            return index
        if text in ("and", "but") and (
            cues.verbs(low(words, index + 1)) or is_verb(words, index + 1) or _new_clause(words, index + 1)
        ):
            return index
        if (
            (
                index > start
                and low(words, index) in ("as", "after", "when", "while", "because", "if")
                and text.islower()
            )
            and low(words, index) in ("as", "while")
            and is_verb(words, index + 2)
        ):
            return index
    return limit


def _named_beside(words: Words, index: int) -> bool:
    """Whether a comma only sets off the name of what stands before it: "the minister, Hossein Tabesh"."""
    return index < len(words) and words[index].tag == "PROPN" and words[index].relation == "appos"


def _clause_opens(words: Words, start: int, limit: int) -> bool:
    """Whether a clause with a subject of its own begins there: "and the ministry said it was ready"."""
    if not begins_phrase(words, start):
        return False
    for index in range(start + 1, min(limit, start + 10)):
        if words[index].text in ",;:" or low(words, index) in ("who", "which", "that"):
            return False
        if is_verb(words, index):
            return True
    return False


def _turns_back(words: Words, start: int, index: int) -> bool:
    """Whether a verb joined on with "and" is the source's own again: "denied firing shots | and put it at six"."""
    if index >= len(words) or words[index].tag != "VERB" or not low(words, start).endswith("ing"):
        return False
    return words[index].relation == "conj" and words[index].penn != "VBG"


def _new_clause(words: Words, index: int) -> bool:
    after = words[index + (low(words, index) in DETERMINERS) :][:1]
    if after and (after[0].relation or "").startswith("nsubj"):  # "plans to go | and France promised help"
        return True
    return low(words, index) in ("he", "she", "they", "it", "we", "i") or low(words, index) in (
        "has",
        "had",
        "was",
        "is",
    )


def _breaks(words: Words, index: int) -> bool:
    """Whether what follows a comma is no longer said: "according to", "adding", "but", "in what would be"."""
    word, after = low(words, index), low(words, index + 1)
    if word == "according" or (word == "but" and after != "that"):
        return True
    if word == "in" and after == "what":
        return True
    if word in ("a", "an") and cues.noun(after) and begins_phrase(words, index + 2):
        return True  # "the dam held, a claim the mayor denied"
    if word.endswith("ing") and any("ing" in verb.forms for verb in cues.verbs(word)):
        return True
    if word == "and" and cues.verbs(after) and any("past" in v.forms or "third" in v.forms for v in cues.verbs(after)):
        return "V" in lexicon.classes(after)[:1]
    return word in ("though", "although", "while", "speaking", "citing")


def _same_source(words: Words, index: int, group: Group) -> bool:
    """ "denied it and said": the same kind of verb form right after "and"."""
    if low(words, index) in ("also", "then", "later"):
        index += 1
    return any(
        group.kind in verb.forms and ("q" in verb.frames or "c" in verb.frames)
        for verb in cues.verbs(low(words, index))
    ) and group.kind in ("past", "third")
