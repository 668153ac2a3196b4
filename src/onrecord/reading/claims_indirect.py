"""Claims told in the article's own words: "X said that …", "…, X said", "according to X", "X plans to …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.knowledge import cues, roles
from onrecord.language import lexicon
from onrecord.model import Spans, Stance
from onrecord.reading import claims_frames as frames
from onrecord.reading import claims_relays
from onrecord.reading.claims_drafts import BE, Draft, Group, Segment, groups, span, trimmed
from onrecord.reading.claims_phrases import (
    DETERMINERS,
    OWNERS,
    POSSESSIVES,
    Words,
    begins_phrase,
    is_verb,
    low,
    source_after,
    subject,
)

FINITE = frozenset(["past", "third", "base", "participle", "progressive"])
RAISING: dict[str, Stance] = {
    "said": "asserts", "reported": "asserts", "expected": "believes", "believed": "believes",
    "thought": "believes", "understood": "believes", "known": "asserts", "alleged": "alleges",
    "claimed": "alleges", "feared": "believes", "considered": "believes", "rumoured": "asserts",
    "estimated": "asserts", "suspected": "believes",
}  # fmt: skip
HEDGES: dict[str, Stance] = {"reportedly": "asserts", "allegedly": "alleges", "supposedly": "alleges"}


@dataclass(slots=True)
class _Reading:
    """One segment while it is read: `limit` is where a closing attribution cuts the rest off."""

    words: Words
    segment: Segment
    start: int
    limit: int


def read(segment: Segment, floor: int = 0, ceiling: int | None = None) -> tuple[Draft, ...]:
    """The claims in one segment's words [floor, ceiling), outer ones before those inside them."""
    words = segment.words
    limit = len(words) if ceiling is None else ceiling
    while limit > floor and words[limit - 1].text in ".…,":
        limit -= 1
    if limit <= floor or (words[limit - 1].text == "?" and segment.quote is None):
        return ()
    reading = _Reading(words, segment, floor, limit)
    drafts = [*_colon(reading), *_according(reading), *_closing(reading)]
    drafts.extend(_inner(reading))
    drafts.extend(_nouns(reading))
    drafts.extend(_hearsay(reading))
    drafts.extend(claims_relays.read(words, floor, reading.limit))
    return tuple(drafts)


def _spans(words: Words, *ranges: tuple[int, int]) -> Spans:
    return tuple(span(words, a, b) for a, b in (trimmed(words, *r) for r in ranges) if a < b)


def _colon(reading: _Reading) -> Iterator[Draft]:
    """Headlines: "Minister: pipeline blast ‘was no accident’" and "Dockers to strike for a week: union"."""
    words = reading.words
    if not reading.segment.headline:
        return
    at = next((i for i in range(reading.start, reading.limit) if words[i].text == ":"), None)
    if at is None:
        return
    if _can_head(words, reading.start, at) and reading.limit - at > 3:
        source, content = (reading.start, at), (at + 1, reading.limit)
    elif _can_head(words, at + 1, reading.limit) and at - reading.start > 3:
        source, content = (at + 1, reading.limit), (reading.start, at)
    else:
        return
    yield Draft(
        source=_spans(words, source), cue=(words[at].span,), content=_spans(words, content), stance="asserts",
        pattern="headline colon",
    )  # fmt: skip


def _can_head(words: Words, first: int, last: int) -> bool:
    """Whether a short phrase beside a headline's colon names who speaks."""
    if not 0 < last - first <= 5 or any(is_verb(words, i) for i in range(first, last)):
        return False
    known = roles.role(low(words, last - 1))
    return known is not None and known.kind != "work"


def _according(reading: _Reading) -> Iterator[Draft]:
    words = reading.words
    for at in range(reading.start, reading.limit - 2):
        if low(words, at) != "according" or low(words, at + 1) != "to":
            continue
        end = source_after(words, at + 2, reading.limit)
        if end is None:
            continue
        if at == reading.start and (end >= reading.limit or words[end].text != ","):
            end = next((i for i in range(at + 2, reading.limit) if words[i].text == ","), reading.limit)
        if at == reading.start and words[end].text == "," if end < reading.limit else False:
            content = (end + 1, reading.limit)
        else:
            content = (_clause_start(words, at, reading.start), at)
        if content[1] - content[0] < 3:
            continue
        yield Draft(
            source=_spans(words, (at + 2, end)), cue=(span(words, at, at + 2),), content=_spans(words, content),
            stance="asserts", pattern="according to",
        )  # fmt: skip
        if content[0] < at:
            reading.limit = at


def _clause_start(words: Words, at: int, floor: int) -> int:
    """Start of what "according to" covers: after a semicolon or dash."""
    for index in range(at - 1, floor - 1, -1):
        if words[index].text in (";", "—", "–"):
            return index + 1
    while floor < at and low(words, floor) in ("but", "and", "yet", "however", ","):
        floor += 1
    return floor


def _closing(reading: _Reading) -> Iterator[Draft]:
    """ "…, X said on Monday" and "…, said X": what stands before the comma was said."""
    words = reading.words
    for group in groups(words, capitals=reading.segment.headline):
        if not reading.start < group.first < reading.limit or group.kind not in FINITE or group.passive:
            continue
        if not set(group.verb.frames) & set("ctay") or group.verb.lemma in ("know", "expect"):
            continue
        found = _plain(reading, group) or _inverted(reading, group)
        if found is None:
            continue
        source, comma, after = found
        content = _said_before(reading, comma, after)
        if content is None:
            continue
        yield Draft(
            source=_spans(words, source), cue=(span(words, group.first, group.last),), content=content,
            stance=group.verb.stance, pattern="closing",
        )  # fmt: skip
        if after >= reading.limit or len(content) == 1:
            reading.limit = comma
        return


def _plain(reading: _Reading, group: Group) -> tuple[tuple[int, int], int, int] | None:
    """(source, index of the comma before it, index after cue and adjuncts) of "…, X said"."""
    words = reading.words
    source = subject(words, group.first, reading.start)
    if source is None:
        return None
    before = source[0] - 1
    if low(words, before) == "so" and low(words, before - 1) == "or":
        before -= 2
    if before <= reading.start or words[before].text not in (",", "–", "—", "-", ";"):
        return None
    after = frames.after_hearer(words, group, reading.limit)
    if after < reading.limit and words[after].text != ",":
        return None
    return source, before, after


def _inverted(reading: _Reading, group: Group) -> tuple[tuple[int, int], int, int] | None:
    words = reading.words
    before = group.at - 1
    if before <= reading.start or words[before].text != "," or group.kind not in ("past", "third"):
        return None
    end = source_after(words, group.last, reading.limit)
    if end is None:
        return None
    after = frames.after_adjunct(words, end, reading.limit)
    if after < reading.limit and words[after].text not in (",", "“"):
        return None
    return (group.last, end), before, after


def _said_before(reading: _Reading, comma: int, after: int) -> Spans | None:
    """The clause before the comma; with the rest after an insertion where the clause was only begun."""
    words = reading.words
    start = _clause_start(words, comma, reading.start)
    has_verb = any(is_verb(words, i) or cues.verbs(low(words, i)) for i in range(start, comma))
    if (has_verb or reading.segment.headline) and comma - start >= 3:
        return _spans(words, (start, comma))
    rest = (after + 1, reading.limit)
    if after < reading.limit and any(is_verb(words, i) for i in range(*rest)):
        return _spans(words, (start, comma), rest)
    return None


def _inner(reading: _Reading) -> Iterator[Draft]:
    """ "X said (that) …", "X plans to …", "saying …": a source, a verb and what follows it."""
    words = reading.words
    previous: Spans | None = None
    for group in groups(words, capitals=reading.segment.headline):
        if group.first < reading.start or group.last >= reading.limit:
            continue
        content = frames.content(words, group, reading.limit) if not group.passive else None
        if content is None:
            continue
        source = _source(reading, group, previous)
        if (
            source is None
            or _unreal(words, group, reading.start)
            or not _can_say(words, group, content, source)
        ):
            continue
        if group.negated and group.verb.stance != "denies":
            continue
        draft = Draft(
            source=source,
            cue=(span(words, group.first, group.last),),
            content=_spans(words, (content.first, content.last)),
            stance=_stance(words, group, content),
            pattern=_pattern(group, content),
        )
        yield draft
        yield from claims_relays.citing(words, group.first, reading.start, draft)  # fmt: skip
        previous = source


def _can_say(words: Words, group: Group, content: frames.Content, source: Spans) -> bool:
    """Whether number and kind of the source fit the verb: a base form needs several, "shows" a study."""
    inside = [w for w in words if source[0][0] <= w.span[0] < source[0][1]]
    last = inside[-1].text.lower() if inside else ""
    if last == "you":
        return False
    known = roles.role(last)
    if group.kind == "base" and group.first == group.at:
        several = last in (
            "i",
            "we",
            "they",
            "who",
            "many",
            "some",
            "others",
            "most",
            "both",
            "all",
            "these",
            "those",
        )
        return several or last.endswith("s") or (known is not None and known.plural) or len(inside) > 2
    if group.verb.lemma in ("show", "find") and content.frame == "clause":
        heads = {w.text.lower() for w in inside}
        return any((r := roles.role(h)) is not None and r.kind in ("work", "group") for h in heads)
    return True


def _stance(words: Words, group: Group, content: frames.Content) -> Stance:
    if content.stance:
        return content.stance
    if group.verb.lemma == "hope":
        return "wants"
    return group.verb.stance


def _pattern(group: Group, content: frames.Content) -> str:
    if group.kind == "ing":
        return "participle"
    if content.frame in ("that", "clause"):
        strength = "say" if group.verb.lemma in ("say", "tell") else group.verb.stance
        return f"{strength} {content.frame}"
    return f"{group.verb.stance} {content.frame}"


def _source(reading: _Reading, group: Group, previous: Spans | None) -> Spans | None:
    words = reading.words
    if group.kind == "ing":
        if words[group.first - 1].text not in (",", "”", "and"):
            return None
        return previous or _main_subject(reading, group.first)
    if low(words, group.first - 1) in ("and", "but") or (
        low(words, group.first - 1) == "also" and low(words, group.first - 2) == "and"
    ):
        return previous or _main_subject(reading, group.first)
    found = subject(words, group.first, reading.start)
    if found is None:
        return None
    return _spans(words, found)


def _main_subject(reading: _Reading, before: int) -> Spans | None:
    """The subject of the sentence's first verb, for "X went home and said …"."""
    words = reading.words
    for index in range(reading.start + 1, before):
        if is_verb(words, index):
            found = subject(words, index, reading.start)
            return _spans(words, found) if found is not None else None
    return None


def _unreal(words: Words, group: Group, floor: int) -> bool:
    """ "if X says", "as X said", "unless", "whether": no claim is made there."""
    for index in range(group.first - 1, floor - 1, -1):
        word = low(words, index)
        if word in ("if", "unless", "whether", "as", "until", "lest"):
            return True
        if words[index].text in ",;:" or word == "that":
            return False
    return False


def _nouns(reading: _Reading) -> Iterator[Draft]:
    """ "X’s claim that …", "reports that …", "a plan to …" with its owner."""
    words = reading.words
    for at in range(reading.start, reading.limit - 2):
        noun = cues.noun(words[at].text)
        if noun is None:
            continue
        follower = low(words, at + 1)
        if follower == "that" and "t" in noun.frames and begins_phrase(words, at + 2):
            content = (at + 2, _noun_clause_end(words, at + 2, reading.limit))
        elif follower == "to" and "i" in noun.frames and "V" in lexicon.classes(low(words, at + 2)):
            content = (
                at + 1,
                frames.phrase_end(words, at + 1, _noun_clause_end(words, at + 1, reading.limit, 1)),
            )
        else:
            continue
        owner = _owner(words, at, reading.start)
        if owner is None and not (noun.bare and follower == "that"):
            continue
        if owner is None and is_verb(words, at):
            continue
        yield Draft(
            source=owner or (), cue=(words[at].span,), content=_spans(words, content), stance=noun.stance,
            pattern=f"noun {'owned' if owner else 'bare'}",
        )  # fmt: skip


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
    return (
        is_verb(words, index)
        and not is_verb(words, index - 1)
        and low(words, index - 1) not in ("not", "n’t", "to")
    )


def _owner(words: Words, at: int, floor: int) -> Spans | None:
    """Who owns a reporting noun: "Italy’s claim", "his claim"; None where nobody is named."""
    index = at - 1
    while (
        index > floor and lexicon.classes(low(words, index))[:1] == "J" and not words[index].text[0].isupper()
    ):
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


def _hearsay(reading: _Reading) -> Iterator[Draft]:
    """Claims of nobody: "is expected to", "it was reported that", "reportedly"."""
    words = reading.words
    for at in range(reading.start + 1, reading.limit - 1):
        word = low(words, at)
        if word in HEDGES:
            yield from _hedged(reading, at)
        elif word in RAISING:
            yield from _raised(reading, at)


def _hedged(reading: _Reading, at: int) -> Iterator[Draft]:
    words = reading.words
    found = (
        subject(words, at - 1, reading.start) if is_verb(words, at - 1) else subject(words, at, reading.start)
    )
    if found is None or low(words, found[0]) in ("who", "which", "that"):
        return
    yield Draft(
        source=(), cue=(words[at].span,), stance=HEDGES[low(words, at)], pattern="hedge",
        content=_spans(words, (found[0], at), (at + 1, frames.phrase_end(words, at + 1, reading.limit))),
    )  # fmt: skip


def _raised(reading: _Reading, at: int) -> Iterator[Draft]:
    words = reading.words
    be = at - 1
    while be > reading.start and (
        low(words, be).endswith("ly") or low(words, be) in ("also", "now", "widely")
    ):
        be -= 1
    if low(words, be) not in BE or be <= reading.start:
        return
    first = be - 1 if low(words, be) == "been" else be
    found = subject(words, first, reading.start)
    if found is None or low(words, found[0]) in ("who", "which", "what"):
        return
    cue = (span(words, first, at + 1),)
    stance = RAISING[low(words, at)]
    if low(words, at + 1) == "to":
        end = frames.phrase_end(words, at + 1, reading.limit)
        content = _spans(words, found, (at + 1, end))
        if content[0] != content[-1]:
            yield Draft(source=(), cue=cue, content=content, stance=stance, pattern="hearsay to")
    elif low(words, at + 1) == "that" and low(words, found[0]) == "it":
        content = _spans(words, (at + 2, reading.limit))
        yield Draft(source=(), cue=cue, content=content, stance=stance, pattern="hearsay that")
