"""Claims whose source stands behind a passive verb: "was told by an aide that", "was quoted by the paper as saying"."""

from collections.abc import Iterator

from onrecord.knowledge import cues
from onrecord.language.words import BE, CALENDAR, PREPOSITIONS, TIMES
from onrecord.reading.claims_drafts import Draft, span, spans
from onrecord.reading.claims_extents import after_adjunct, phrase_end
from onrecord.reading.claims_phrases import Words, begins_phrase, is_verb, low, subject
from onrecord.reading.claims_sources import source_after

TOLD = frozenset(["told", "assured", "informed", "warned", "advised", "reminded"])
CITED = frozenset(["quoted", "cited"])
HEARING = frozenset("court jury jurors inquest inquiry tribunal hearing trial".split())


def read(words: Words, floor: int, limit: int) -> Iterator[Draft]:
    """The claims of passive verbs in the words [floor, limit)."""
    for at in range(floor + 1, limit - 2):
        if low(words, at) in ("heard", "hears"):
            yield from _heard_that(words, at, limit)
        if low(words, at - 1) in BE | {"being", "been"}:
            if low(words, at) in TOLD and low(words, at + 1) == "by":
                yield from _told(words, at, limit)
            elif low(words, at) in CITED:
                yield from _cited(words, at, floor, limit)


def _told(words: Words, at: int, limit: int) -> Iterator[Draft]:
    """Who told somebody: the claim is theirs."""
    end = source_after(words, at + 2, limit)
    if end is not None and end < limit - 1 and low(words, end) == "to":
        first = end - (low(words, end - 1) == "not")
        yield Draft(
            source=spans(words, (at + 2, first)), cue=(words[at].span,), stance="wants", pattern="told by",
            content=spans(words, (first, phrase_end(words, first, limit))),
        )  # fmt: skip
    if end is not None and end < limit - 2 and low(words, end) == "that":
        last = next((i for i in range(end, limit) if words[i].text == ";"), limit)
        yield Draft(
            source=spans(words, (at + 2, end)), cue=(words[at].span,), content=spans(words, (end + 1, last)),
            stance="asserts", pattern="told by",
        )  # fmt: skip


def _cited(words: Words, at: int, floor: int, limit: int) -> Iterator[Draft]:
    """Who is quoted, within the claim of those who quote, where these are named."""
    source = subject(words, at - 1, floor)
    if source is None:
        return
    relayer = None
    after = at + 1
    if low(words, after) == "by":
        end = source_after(words, at + 2, limit)
        relayer = (at + 2, end) if end is not None else None
        after = end if end is not None else after
    if low(words, after) != "as" or after + 2 >= limit:
        return
    verb = next((v for v in cues.verbs(words[after + 1].text) if "ing" in v.forms), None)
    if verb is None:
        return
    start = after + 2 + (low(words, after + 2) == "that")
    content = spans(words, (start, limit))
    if not content or low(words, start) in PREPOSITIONS:  # "was quoted as saying by the paper"
        return
    outer = None
    if relayer is not None:
        outer = Draft(
            source=spans(words, relayer), cue=(words[at].span,), content=content, stance="asserts", pattern="relay"
        )
        yield outer
    cue = span(words, after + 1, after + 2) if outer else span(words, at, after + 2)
    yield Draft(
        source=spans(words, source), cue=(cue,), content=content, stance=verb.stance, pattern="relay", above=outer
    )


def heard(words: Words, floor: int, limit: int) -> tuple[Draft, int] | None:
    """ "P, a court heard on Friday", "P, court told": told there by nobody named; and where P ends."""
    at = limit - 1
    while at > floor and (words[at].text.isdigit() or low(words, at) in CALENDAR | TIMES | {"on", "last"}):
        at -= 1
    comma = next((i for i in range(at - 1, max(floor, at - 5), -1) if words[i].text == ","), None)
    if comma is None or comma - floor < 3 or not _is_hearing(words, comma + 1, at):
        return None
    content = spans(words, (floor, comma))
    return Draft(source=(), cue=(words[at].span,), content=content, stance="asserts", pattern="heard"), comma


def _is_hearing(words: Words, first: int, at: int) -> bool:
    """Whether "a court heard", "jurors hear" or a headline's "court told" stands there."""
    if at == first or low(words, at - 1) not in HEARING:
        return False
    return low(words, at) in ("heard", "hears", "hear") or (low(words, at) == "told" and at == first + 1)


def _heard_that(words: Words, at: int, limit: int) -> Iterator[Draft]:
    """ "The court heard (that) P": told there by nobody named."""
    start = after_adjunct(words, at + 1, limit)
    that = low(words, start) == "that"
    clause = that or (begins_phrase(words, start) and any(is_verb(words, i) for i in range(start + 1, limit)))
    if not clause or low(words, at - 1) not in HEARING:
        return
    start += that
    if content := spans(words, (start, limit)):
        yield Draft(source=(), cue=(words[at].span,), content=content, stance="asserts", pattern="heard")
