"""Noun phrases around a cue, found without a parser: the subject before it, the source after it."""

from collections.abc import Sequence

from onrecord.knowledge import cues, roles
from onrecord.language import lexicon
from onrecord.language.words import (
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    OWNERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
    TIMES,
)
from onrecord.model import Stance, Token

Words = Sequence[Token]

LONGEST = 40
HEDGES: dict[str, Stance] = {"reportedly": "asserts", "allegedly": "alleges", "supposedly": "alleges"}


def low(words: Words, index: int) -> str:
    """The word at an index in lower case, "" outside the words."""
    return words[index].text.lower() if 0 <= index < len(words) else ""


def is_verb(words: Words, index: int) -> bool:
    """Whether the word is surely a finite verb or auxiliary: not after a determiner, adjective or owner."""
    word = low(words, index)
    if word in ("’s", "'s"):
        return low(words, index - 1) in PRONOUNS | {"there", "that", "what"}
    if word in AUXILIARIES:
        return not (word in ("may", "will", "can", "might", "must") and words[index].text[0].isupper() and index > 0)
    if not word.isalpha() or words[index].text[0].isupper() or roles.role(word) is not None:
        return False
    if words[index].relation == "amod" or (words[index].relation == "acl" and words[index].penn == "VBN"):
        return False  # "leaked files suggest", "a video viewed twice says"
    before = low(words, index - 1)
    if before in DETERMINERS | POSSESSIVES | OWNERS | PREPOSITIONS - {"to"} | {"and", "or"}:
        return False
    known = lexicon.classes(word)
    if known:
        return (
            known[0] == "V" and not word.endswith("ing") and (word.endswith("ed") is False or not reduced(words, index))
        )
    return word.endswith("ed") and not reduced(words, index)


def reduced(words: Words, index: int) -> bool:
    """A participle that hangs on the noun before it: "people briefed on", "a spokesman quoted by"."""
    return low(words, index + 1) in PREPOSITIONS and low(words, index - 1) not in PRONOUNS


def subject(words: Words, cue: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before the word at `cue`, as indices; None where none is sure.

    It takes its apposition with it ("Watson, a spokesperson for the council, said") and leaves a time that
    opens the clause ("On Monday Shoigu said").
    """
    end = cue - (low(words, cue - 1) in HEDGES)
    head_end = end
    if low(words, end - 1) in ("both", "all", "each") and low(words, end - 2) == "who":
        return end - 2, end - 1
    if low(words, end - 1) == "that" and end - 1 > floor and (words[cue].relation or "") == "acl:relcl":
        return end - 1, end  # "a sign that reads"
    if low(words, end - 1) == ",":
        opened = _apposition(words, end - 1, floor)
        if opened is None:
            return None
        inside = low(words, opened + 1)
        head_end = opened
        if (
            inside in RELATIVES | {"asked", "quoted"}
            or inside.endswith("ing")
            or reduced(words, opened + 1)
            or inside in PREPOSITIONS
        ):
            end = opened
        else:
            end = end - 1
    while head_end == end and (cut := _trailing_time(words, head_end, floor)):
        head_end = end = end - cut
    start = _start(words, head_end, floor)
    start = _skip_openers(words, start, head_end)
    if low(words, start) in ("something", "anything") and begins_phrase(words, start + 1):
        start += 1  # "something the embassy denied"
    if head_end - start > 1 and _stands_alone(words, head_end - 1):
        start = head_end - 1
    if start >= head_end or head_end - start > LONGEST or not _is_phrase(words, start, head_end):
        return None
    return start, end


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a pronoun that only a subject can be stands there, after something that opens the clause."""
    return low(words, index) in ("he", "she", "they", "we", "i") and low(words, index - 1) not in ("and", "or")


def _trailing_time(words: Words, end: int, floor: int) -> int:
    """How many words before `end` are a time that belongs to the verb ("Kirby on Monday said")."""
    if (words[end - 1].relation or "").startswith("nsubj"):  # "minutes showed"
        return 0
    count = 0
    while end - count > floor and (
        low(words, end - count - 1) in TIMES | CALENDAR or words[end - count - 1].text.isdigit()
    ):
        count += 1
    before = low(words, end - count - 1)
    if count and before in ("on", "in", "last", "this", "late", "early"):
        return count + 1
    return count if low(words, end - 1) in TIMES else 0


def _apposition(words: Words, closing: int, floor: int) -> int | None:
    """Index of the comma that opens the apposition or insertion that ends at the comma `closing`."""
    index = closing - 1
    while index >= floor and closing - index <= LONGEST:
        word = words[index].text
        if word == ",":
            if opens_apposition(words, index + 1):
                return index
            if not words[index + 1].text[0].isalnum():
                return None
        elif word in STOPS:
            return None
        index -= 1
    return None


def opens_apposition(words: Words, index: int) -> bool:
    word = low(words, index)
    before = roles.role(low(words, index - 2))
    if index < len(words) and words[index].text[0].isupper() and before is not None and before.kind == "person":
        return True
    if index < len(words) and words[index].tag == "PROPN" and _holds_role(words, index - 2):
        return True
    if (
        word in DETERMINERS | POSSESSIVES | {"who", "which", "whose", "speaking", "citing", "asked", "quoted"}
        or word.isdigit()
    ):
        return True
    known = roles.role(word)
    if (known is not None and known.kind == "person") or word.endswith("ing"):
        return True
    head = next((i for i in range(index, min(index + 8, len(words))) if words[i].text in OWNERS), None)
    if head is not None and not any(w.text in STOPS for w in words[index:head]):
        return True
    last = index
    while last < len(words) and words[last].text not in STOPS and low(words, last) not in PREPOSITIONS:
        last += 1
    known = roles.role(low(words, last - 1))
    if (
        low(words, last) in ("of", "for", "at", "to", "in")
        and last - index <= 6
        and lexicon.classes(word)[:1] in ("N", "J")
    ):
        return words[index - 2].text[0].isupper() and not word[0].isupper()
    if word == "then" and low(words, index + 1).isdigit():
        return True
    return (known is not None and known.kind == "person") or (word.endswith("ed") and reduced(words, index))


def _holds_role(words: Words, last: int) -> bool:
    """Whether the phrase that ends there is one person's role: "the mayor of Genoa"."""
    for index in range(last, max(-1, last - 7), -1):
        if words[index].text in STOPS or is_verb(words, index):
            return False
        known = roles.role(low(words, index))
        if known is not None and known.kind == "person":
            return not known.plural
    return False


def _start(words: Words, end: int, floor: int) -> int:
    """Where the phrase that ends before `end` begins: back to a stop, a verb or a subordinator."""
    index = end - 1
    while index >= floor:
        word = low(words, index)
        if words[index].text in (")", "]") and (opened := _bracket(words, index, floor)) is not None:
            index = opened - 1
            continue
        if words[index].text in STOPS:
            return index + 1
        if word in SUBORDINATORS:
            return index + 1
        if word == "that":
            return index + 1
        if word in ("who", "which"):
            return index if index == end - 1 else index + 1
        if word in ("and", "but", "or") and not _joins_nouns(words, index, floor):
            return index + 1
        if is_verb(words, index) or (cues.verbs(word) and is_verb(words, index)):
            relative = _relative_before(words, index, floor)
            if relative is None:
                return index + 1
            index = relative
        index -= 1
    return floor


def _bracket(words: Words, closing: int, floor: int) -> int | None:
    """Index of the bracket that opens a short insertion like "(IEBC)"; None where there is none."""
    for index in range(closing - 1, max(floor, closing - 6) - 1, -1):
        if words[index].text in ("(", "["):
            return index if index > floor else None
    return None


def _relative_before(words: Words, verb: int, floor: int) -> int | None:
    """Index of a relative pronoun that owns this verb: "families WHO reached Chad said"."""
    for index in range(verb - 1, max(floor, verb - 4) - 1, -1):
        if words[index].text in STOPS:
            return None
        if low(words, index) in ("who", "which", "that") and index > floor and words[index - 1].text not in STOPS:
            if low(words, index) == "that" and (cues.verbs(low(words, index - 1)) or cues.noun(low(words, index - 1))):
                return None
            return index
    return None


def _joins_nouns(words: Words, index: int, floor: int) -> bool:
    """Whether "and" joins two nouns of one phrase: nothing before it in the clause is a verb."""
    before = index - 1
    while before >= floor and words[before].text not in STOPS and low(words, before) not in SUBORDINATORS | {"that"}:
        if is_verb(words, before):
            return bool(cues.verbs(low(words, before))) and index - before <= 4
        before -= 1
    return before < index - 1


def _skip_openers(words: Words, start: int, end: int) -> int:
    """Past "But", "On Monday", "Last week", "In 2019" at the head of a clause."""
    while start < end:
        word = low(words, start)
        if word in ("but", "and", "yet", "so", "meanwhile", "however", "still", "though", "nor", "or") or (
            word in TIMES and word not in ("first",)
        ):
            start += 1
        elif word in ("last", "this", "next", "early", "late") and low(words, start + 1) in CALENDAR | TIMES:
            start += 2
        elif word in ("on", "in", "at", "by", "since", "before") and (length := _time(words, start + 1, end)):
            start += 1 + length
        else:
            return start
    return start


def _time(words: Words, start: int, end: int) -> int:
    """How many words from `start` are a time ("Monday", "last month", "April 2019", "a statement")."""
    index = start
    while index < end and (
        low(words, index) in TIMES | CALENDAR | {"last", "late", "early", "this"} or words[index].text.isdigit()
    ):
        index += 1
    return index - start


def _is_phrase(words: Words, start: int, end: int) -> bool:
    """Whether the range reads as a noun phrase that can speak."""
    first, last = words[start].text, words[end - 1].text
    if words[start].tag == "VERB" and words[start].relation in ("advcl", "case", "obl"):  # "Based on a report"
        return False
    if any(is_verb(words, i) and _relative_before(words, i, start) is None for i in range(start, end)):
        return False
    if end - start == 1 and first.lower() in PRONOUNS - {"you"} | {"these", "those"}:
        return True
    if end - start > 1 and last.lower() in ("he", "she", "they", "we", "i", "it") and low(words, end - 2) != "and":
        return False
    if not last[0].isalnum() or last.lower() in PREPOSITIONS | DETERMINERS | SUBORDINATORS | OWNERS - {"one"}:
        return False
    if lexicon.classes(last)[:1] in ("R", "I", "D", "C", "S", "T", "X"):
        return False
    return begins_phrase(words, start)


def begins_phrase(words: Words, index: int) -> bool:
    """Whether a noun phrase can begin at this word."""
    word = words[index].text if index < len(words) else ""
    if not word or not (word[0].isalnum() or word[0] in "$€£"):
        return False
    lower = word.lower()
    if lower in DETERMINERS | POSSESSIVES | PRONOUNS or word[0].isdigit():
        return True
    if lower in PREPOSITIONS | SUBORDINATORS | AUXILIARIES:
        return False
    return word[0].isupper() or not lexicon.classes(lower) or lexicon.classes(lower)[0] in "NJPUO"
