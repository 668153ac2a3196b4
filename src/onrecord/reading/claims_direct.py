"""Claims in quote marks: who said each quotation, before it, after it, or going on from the last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.language.words import BE
from onrecord.model import Span, Spans, Stance, Token
from onrecord.reading.claims_drafts import Draft, Group, groups, span
from onrecord.reading.claims_extents import after_adjunct
from onrecord.reading.claims_phrases import Words, begins_phrase, is_verb, low, subject
from onrecord.reading.claims_sources import source_after
from onrecord.reading.quotes import FULL_STOPS, Quote

DASHES = ("–", "—", "―", "--")
_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?…]\s+[A-Z]")
# “Nobody,” she wrote, “listens …”: the quotation before ended in a comma and this one goes on. Who said it may have a
# title or an initial with a full stop.
_RESUMED = re.compile(r",(?:[”\"’]|'')(?:[^.“”\"?!]|\b[A-Z][a-z]{0,3}\.){3,75},\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said a quotation, with what word, and which text that took up."""

    source: Spans
    cue: Spans
    stance: Stance
    pattern: str
    span: Span


def is_utterance(text: str, quote: Quote, before: str) -> bool:
    """Whether a quotation is something said, rather than words borrowed or a title.

    `before` is the text of its paragraph up to it. It opens with a capital (or was broken), closes with a
    mark inside or just outside or holds the end of a sentence, and stands where a sentence or a quotation begins.
    """
    if quote.broken or len(quote.inner) > 1:
        return True
    start, end = quote.inner[0]
    words = text[start:end]
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "[.…"):
        return _RESUMED.search(before[-80:]) is not None
    outer_end = quote.outer[-1][1]
    closes = words[-1] in FULL_STOPS or text[outer_end : outer_end + 1] in (",", ".", "?", "!")
    closes = closes or _TWO_SENTENCES.search(words) is not None
    said = before.rstrip()
    line = not said or "\n" in before[len(said) :]
    opens = line or said[-1] in '.?!:,…”"’—–)' or said.endswith(("said", "says"))
    return closes and opens and len(words.split()) > 0


def after(words: Words, *, alone: bool) -> Attribution | None:
    """The attribution in the words that follow a quotation: "said X", "X said", "according to X".

    `alone` says that these words open a new sentence, where only "X said." on its own counts.
    """
    start = 0
    while start < len(words) and words[start].text in (",", "-", *DASHES):
        start += 1
    limit = len(words)
    if limit <= start:
        return None
    if low(words, start) == "according" and low(words, start + 1) == "to":
        end = source_after(words, start + 2, limit)
        return None if end is None else _made(words, (start + 2, end), (start, start + 2), "asserts", "quote according")
    named = limit - (words[-1].text == ".")
    if start and words[start - 1].text in DASHES and source_after(words, start, limit) == named:
        return _made(words, (start, named), (start - 1, start), "asserts", "quote – X")
    if (relayed := _relayed(words, start)) is not None:
        return relayed
    for group in groups(words):
        if group.at > 30 or group.passive or group.kind not in ("past", "third", "participle", "progressive", "base"):
            continue
        if not set(group.verb.frames) & set("qac"):
            continue
        return _inverted(words, group, start, limit) or _plain(words, group, start, limit, alone)
    return None


def _relayed(words: Words, start: int) -> Attribution | None:
    """ "…," the report quotes a farmer as saying; "…," a farmer was quoted as saying: the farmer says it."""
    at = next((i for i in range(start, min(len(words), start + 20)) if low(words, i) in ("quoted", "quotes")), None)
    if at is not None and low(words, at - 1) in BE and [low(words, at + 1), low(words, at + 2)] == ["as", "saying"]:
        source = subject(words, at - 1, start)
        told = source is not None and source[0] == start
        return _made(words, source, (at - 1, at + 3), "asserts", "quote, X said") if source and told else None
    if at is None or not begins_phrase(words, at + 1):
        return None
    for index in range(at + 2, min(len(words) - 1, at + 25)):
        if words[index].text in ",;:":
            return None
        if low(words, index) == "as" and low(words, index + 1) in ("saying", "telling"):
            return _made(words, (at + 1, index), (index + 1, index + 2), "asserts", "quote, X said")
    return None


def _inverted(words: Words, group: Group, start: int, limit: int) -> Attribution | None:
    if group.first != start or group.kind not in ("past", "third"):
        return None
    end = source_after(words, group.last, limit)
    if end is None:
        return None
    return _made(words, (group.last, end), (group.first, group.last), group.verb.stance, "quote, said X")


def _plain(words: Words, group: Group, start: int, limit: int, alone: bool) -> Attribution | None:
    source = subject(words, group.first, start)
    if source is None or source[0] != start:
        return None
    rest = after_adjunct(words, group.last, limit)
    if alone and rest < limit and words[rest].text not in ".,:":
        return None
    return _made(words, source, (group.first, group.last), group.verb.stance, "quote, X said")


def before(words: Words, *, glued: bool) -> Attribution | None:
    """The attribution in the words that lead to a quotation: "X said: ", "X told Y, ", "X, coach: ".

    `glued` says that neither comma nor colon must stand before the mark.
    """
    limit = len(words)
    mark = low(words, limit - 1)
    while limit and words[limit - 1].text in ",:":
        limit -= 1
    for group in reversed(list(groups(words[:limit]))):
        if group.passive or group.negated or not set(group.verb.frames) & set("qah"):
            continue
        rest = after_adjunct(words, group.last, limit)
        close = rest >= limit or (
            mark in (",", ":") and limit - group.last <= 15 and not _verb_between(words, rest, limit)
        )
        if not close or (mark not in (",", ":") and rest < limit):
            return None
        source = subject(words, group.first, 0)
        if source is None:
            return None
        return _made(words, source, (group.first, group.last), group.verb.stance, "X said, quote")
    if mark == ":" and 0 < limit <= 14 and _names_speaker(words, limit):
        return _made(words, (0, limit), (limit, limit + 1), "asserts", "X: quote")
    return None


def _names_speaker(words: Words, limit: int) -> bool:
    """Whether the words before a colon do nothing but name someone."""
    if not begins_phrase(words, 0) or _verb_between(words, 0, limit):
        return False
    return words[0].text[0].isupper() or limit <= 4


def _verb_between(words: Words, first: int, last: int) -> bool:
    return any(is_verb(words, i) for i in range(first, last))


def _made(words: Words, source: tuple[int, int], cue: tuple[int, int], stance: Stance, pattern: str) -> Attribution:
    source_span, cue_span = span(words, *source), span(words, *cue)
    taken = min(source_span[0], cue_span[0]), max(source_span[1], cue_span[1])
    stance = stance if stance in ("asks", "alleges", "denies") else "asserts"
    return Attribution(source=(source_span,), cue=(cue_span,), stance=stance, pattern=pattern, span=taken)


def stance_of(attribution: Attribution, text: str, quote: Quote) -> Stance:
    """ "asked" in front of a question asks; everything else as the cue says."""
    cue = text[slice(*attribution.cue[0])].lower()
    if cue in ("asked", "asks", "ask"):
        return "asks"
    return attribution.stance


def draft(attribution: Attribution, quote: Quote, text: str) -> Draft:
    """The claim that a quotation makes with its attribution."""
    return Draft(
        source=attribution.source,
        cue=attribution.cue,
        content=quote.inner,
        stance=stance_of(attribution, text, quote),
        pattern=attribution.pattern,
    )


def words_between(tokens: Sequence[Token], start: int, end: int) -> Iterator[Token]:
    """The tokens that lie in a stretch of text."""
    for token in tokens:
        if token.span[0] >= end:
            return
        if token.span[0] >= start:
            yield token
