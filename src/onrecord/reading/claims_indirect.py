"""Claims told in the article's own words: "X said that …", "…, X said", "according to X", "X plans to …"."""

from collections.abc import Iterator

from onrecord.knowledge import cues, roles
from onrecord.model import Spans, Stance
from onrecord.reading import claims_according, claims_hearsay, claims_passives, claims_relays
from onrecord.reading import claims_extents as extents
from onrecord.reading import claims_frames as frames
from onrecord.reading.claims_according import clause_start
from onrecord.reading.claims_drafts import Draft, Group, Reading, Segment, groups, span, spans
from onrecord.reading.claims_phrases import Words, is_verb, low, subject
from onrecord.reading.claims_sources import source_after

FINITE = frozenset(["past", "third", "base", "participle", "progressive"])


def read(segment: Segment, floor: int = 0, ceiling: int | None = None) -> tuple[Draft, ...]:
    """The claims in one segment's words [floor, ceiling), outer ones before those inside them."""
    words = segment.words
    limit = len(words) if ceiling is None else ceiling
    while limit > floor and words[limit - 1].text in ".…,":
        limit -= 1
    if limit <= floor or (words[limit - 1].text == "?" and segment.quote is None):
        return ()
    reading = Reading(words, segment, floor, limit)
    drafts = [*_colon(reading), *claims_according.read(reading)]
    if (heard := claims_passives.heard(words, floor, reading.limit)) is not None:
        drafts.append(heard[0])
        reading.limit = heard[1]
    open_end = reading.limit
    drafts.extend(_closing(reading))
    if reading.limit < open_end:
        drafts.extend(_behind(reading, drafts[-1], open_end))
    drafts.extend(_inner(reading))
    drafts.extend(claims_hearsay.nouns(reading))
    drafts.extend(claims_hearsay.hearsay(reading))
    drafts.extend(claims_relays.read(words, floor, reading.limit))
    drafts.extend(claims_passives.read(words, floor, reading.limit))
    return tuple(drafts)


def _behind(reading: Reading, closing: Draft, limit: int) -> tuple[Draft, ...]:
    """The claims of a clause behind a closing attribution: "P, X says, as Y denies Q"."""
    words = reading.words
    for at in range(reading.limit + 1, limit - 2):
        if words[at].text == "," and words[at].span[0] >= closing.cue[-1][1]:
            joins = low(words, at + 1) in ("as", "while", "but", "though", "although")
            return read(reading.segment, at + 2, limit) if joins else ()
    return ()


def _colon(reading: Reading) -> Iterator[Draft]:
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
        source=spans(words, source), cue=(words[at].span,), content=spans(words, content), stance="asserts",
        pattern="headline colon",
    )  # fmt: skip


def _can_head(words: Words, first: int, last: int) -> bool:
    """Whether a short phrase beside a headline's colon names who speaks."""
    if not 0 < last - first <= 5 or any(is_verb(words, i) for i in range(first, last)):
        return False
    known = roles.role(low(words, last - 1))
    return known is not None and known.kind != "work"


def _closing(reading: Reading) -> Iterator[Draft]:
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
        draft = Draft(
            source=spans(words, source), cue=(span(words, group.first, group.last),), content=content,
            stance=group.verb.stance, pattern="closing",
        )  # fmt: skip
        yield draft
        yield from claims_relays.cited_behind(words, after, draft)
        if after >= reading.limit or content[-1][1] <= words[comma].span[0]:
            reading.limit = comma
        return


def _plain(reading: Reading, group: Group) -> tuple[tuple[int, int], int, int] | None:
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
    after = extents.after_hearer(words, group, reading.limit)
    if after < reading.limit and words[after].text != ",":
        return None
    return source, before, after


def _inverted(reading: Reading, group: Group) -> tuple[tuple[int, int], int, int] | None:
    words = reading.words
    before = group.at - 1
    if before <= reading.start or words[before].text != "," or group.kind not in ("past", "third"):
        return None
    if set(group.verb.frames) & set("nxo"):  # what follows may be what is demanded, not who demands
        return None
    end = source_after(words, group.last, reading.limit)
    if end is None:
        return None
    after = extents.after_adjunct(words, end, reading.limit)
    if after < reading.limit and words[after].text not in (",", "“"):
        return None
    return (group.last, end), before, after


def _said_before(reading: Reading, comma: int, after: int) -> Spans | None:
    """The clause before the comma; with the rest after an insertion where the clause was only begun."""
    words = reading.words
    start = clause_start(words, comma, reading.start)
    has_verb = any(is_verb(words, i) or cues.verbs(low(words, i)) for i in range(start, comma))
    rest = (after + 1, reading.limit)
    if low(words, comma - 1) in ("and", "but") and any(words[i].tag in ("VERB", "AUX") for i in range(*rest)):
        return spans(words, rest)  # "She won it and, she insists, hated it"
    if (has_verb or reading.segment.headline) and comma - start >= 3:
        return spans(words, (start, comma))
    if after < reading.limit and any(is_verb(words, i) for i in range(*rest)):
        return spans(words, (start, comma), rest)
    return None


def _inner(reading: Reading) -> Iterator[Draft]:
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
        if source is None or not _can_say(words, group, content, source):
            continue
        if _unreal(words, group, reading.start, reading.segment.headline):
            continue
        if group.negated:
            continue
        draft = Draft(
            source=source,
            cue=(span(words, group.first, group.last),),
            content=spans(words, (content.first, content.last)),
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
    if inside and inside[0].text.lower() == "neither":
        return False
    if last in ("you", "nobody", "none", "no-one") or [w.text.lower() for w in inside] == ["no", "one"]:
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


def _source(reading: Reading, group: Group, previous: Spans | None) -> Spans | None:
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
    return spans(words, found)


def _main_subject(reading: Reading, before: int) -> Spans | None:
    """The subject of the sentence's first verb, for "X went home and said …"."""
    words = reading.words
    for index in range(reading.start + 1, before):
        if is_verb(words, index):
            found = subject(words, index, reading.start)
            return spans(words, found) if found is not None else None
    return None


def _unreal(words: Words, group: Group, floor: int, headline: bool) -> bool:
    """ "if X says", "as X said", "unless", "whether": no claim is made there."""
    for index in range(group.first - 1, floor - 1, -1):
        word = low(words, index)
        if word == "as" and "as" in (low(words, index + 2), low(words, index - 2)):
            continue
        if word == "as" and headline:  # "Two dead as mayor says worst is over"
            return False
        if word in ("if", "unless", "whether", "as", "until", "lest"):
            return True
        if words[index].text in ",;:" or word == "that":
            return False
    return False
