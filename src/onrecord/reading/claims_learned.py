"""Claims as the encoder's heads see them: parts of claims joined by their links, level by level."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.knowledge import cues
from onrecord.language.words import CALENDAR, EDGES, NEGATIONS, OPENING_MARKS, QUESTIONS, RELATIVES, TIMES, UTTERANCES
from onrecord.model import Analysis, Part, Span, Stance, Token
from onrecord.reading import claims_refused as refused
from onrecord.reading.claims_drafts import Draft
from onrecord.reading.claims_phrases import low

PATTERN = "learned"
_QUOTE_ENDS = re.compile(r"(?:[”\"]|'')\s*\n\s*")
TELLING = RELATIVES - {"that"}
PLAIN = frozenset("apparent certain clear evident obvious true unclear".split())  # adjectives that tell of no mind
SURE_STANCE = 0.6  # below, a cue is taken to assert, as most do
CLOSING = ('"', "”", "''")


def drafts(analysis: Analysis) -> list[Draft]:
    """The claims of the encoder's parts, in text order; contents that hang on one cue are one claim.

    A content without a cue is none here: what continues a claim is worked out from quotations.
    """
    groups: dict[int, list[Part]] = {}
    for part in analysis.parts:
        if part.role == "content" and part.link is not None:
            groups.setdefault(part.link, []).append(part)
    found = [
        _draft(analysis, analysis.parts[cue], _together(analysis, analysis.parts[cue], contents))
        for cue, contents in groups.items()
    ]
    return sorted((d for d in found if d is not None), key=lambda d: d.content[0])


def _together(analysis: Analysis, cue: Part, contents: Sequence[Part]) -> list[Part]:
    """The contents that are one claim's: the one nearest to the cue, others in the cue's sentence, and quoted words in
    the sentence beside one of these. Whatever else hangs on the cue most likely has lost its own; none where the
    nearest is further than a sentence away."""
    titled = _in_headline(analysis, cue)
    contents = [p for p in contents if _in_headline(analysis, p) == titled]
    nearest = sorted(contents, key=lambda p: max(0, cue.first - p.last, p.first - cue.last))
    own = _sentence(analysis, cue.first)
    source = analysis.parts[cue.link] if cue.link is not None else None
    if source is not None:  # what stands between a source and its cue is told of the source
        nearest = [p for p in nearest if not source.last <= p.first < p.last <= cue.first] or nearest
    if not nearest or min(abs(own - _sentence(analysis, at)) for at in (nearest[0].first, nearest[0].last - 1)) > 1:
        return []
    kept = nearest[:1]
    for part in nearest[1:]:
        if _is_closed(analysis, part, kept[0]):
            continue
        first, last = _sentence(analysis, part.first), _sentence(analysis, part.last - 1)
        beside = any(abs(first - _sentence(analysis, k.last - 1)) <= 1 for k in kept)
        if own in (first, last) or (beside and _opens_quoted(analysis, part)):
            kept.append(part)
    return sorted(kept, key=lambda p: p.first)


def _is_closed(analysis: Analysis, part: Part, kept: Part) -> bool:
    """Whether a part ends with its quotation in a paragraph before that of the kept one: another said it."""
    end = analysis.tokens[part.last - 1].span[1]
    behind = analysis.text[end : analysis.tokens[kept.first].span[0]]
    return "\n" in behind and any(mark in behind.partition("\n")[0] + analysis.text[end - 1] for mark in CLOSING)


def _in_headline(analysis: Analysis, part: Part) -> bool:
    return analysis.tokens[part.first].span[0] < analysis.headline_end


def _sentence(analysis: Analysis, token: int) -> int:
    return bisect_right(analysis.sentences, token, key=lambda s: s.first) - 1


def _opens_quoted(analysis: Analysis, part: Part) -> bool:
    """Whether a quote mark stands before or at a part's first word."""
    tokens = analysis.tokens[max(0, part.first - 1) : part.first + 1]
    return any(t.text in OPENING_MARKS for t in tokens)


def _draft(analysis: Analysis, cue: Part, contents: Sequence[Part]) -> Draft | None:
    source = analysis.parts[cue.link] if cue.link is not None else None
    if not contents or refused.refuses(analysis, source, cue, contents):
        return None
    content = tuple(span for part in contents if (span := _content(analysis, cue, part)))
    if not content:
        return None
    stance = _stance(analysis, cue, content[0][0])
    if stance == "asserts" and (unsaid := refused.unsaid(analysis, cue)):
        if unsaid.lemma != "respond" and _word_at(analysis, content[0][0]) not in QUESTIONS:
            return None
        stance = "declines"
    chances = [*(p.score * (p.link_score or 1.0) for p in contents), cue.score]
    if source is not None:
        chances.append(source.score * (cue.link_score or 1.0))
    named = _named(analysis, source, cue) if source is not None else None
    if named is not None and refused.is_raised(analysis, cue):
        content, named = tuple(sorted((named, *content))), None
    return Draft(
        source=() if named is None else (named,),
        cue=tuple(filter(None, [_span(analysis, cue, keep=True)])),
        content=content,
        stance=stance,
        pattern=PATTERN,
        score=min(chances),
        outer=not cue.level,
    )


def _content(analysis: Analysis, cue: Part, part: Part) -> Span | None:
    """What is said; in a headline no more than the headline, and nothing beyond a quotation that ends a paragraph."""
    span = _span(analysis, _negated(analysis, cue, part))
    if span is None:
        return None
    start, end = span
    if start < analysis.headline_end < end:
        return start, analysis.headline_end
    for ends in _QUOTE_ENDS.finditer(analysis.text, start, end):
        if analysis.tokens[cue.first].span[0] < ends.end():
            return start, ends.start()
        start = ends.end()
    return (start, end) if start < end else None


def _negated(analysis: Analysis, cue: Part, part: Part) -> Part:
    """The content from "no" or "whether" on, where that stands between it and its cue: "found no sign that it ran"."""
    between = range(cue.last, part.first) if part.first - cue.last <= refused.NEAR else range(0)
    no = next((n for n in between if low(analysis.tokens, n) in NEGATIONS | {"little"}), None)
    if no is None and len(between) and low(analysis.tokens, between[-1]) in QUESTIONS:
        no = between[-1]
    return part if no is None else replace(part, first=no)


def _named(analysis: Analysis, part: Part, cue: Part) -> Span | None:
    """The words that name a source: what is told of it in a clause of its own stays outside."""
    tokens = analysis.tokens
    head = tokens[part.last - 1].head
    if tokens[part.last - 1].relation in ("det", "case", "amod") and head and part.last <= head < cue.first:
        part = replace(part, last=head + 1)
    elif part.last - part.first > 1 and low(tokens, part.last - 1) in RELATIVES and cue.first - part.last in range(15):
        part = replace(part, last=cue.first)
    for at in range(part.first + 1, part.last):
        if low(tokens, at) in TELLING and "," in (low(tokens, at - 1), low(tokens, at - 2)):
            return _span(analysis, replace(part, last=_back(tokens, part.first, at)))
        if (
            low(tokens, at) in ("in", "on", "at", "during")
            and tokens[at - 1].tag == "PROPN"
            and _tells_where(tokens, at + 1, part.last)
        ):
            return _span(analysis, replace(part, last=at))
    if part.last - part.first > 2 and tokens[part.last - 1].tag == "VERB" and tokens[part.last - 2].text == ",":
        part = replace(part, last=part.last - 2)
    return _span(analysis, part)


def _tells_where(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "in a note to clients", "on Monday" tells how or when somebody spoke."""
    return any(low(tokens, n) in UTTERANCES | CALENDAR | TIMES for n in range(first, min(last, first + 4)))


def _back(tokens: Sequence[Token], first: int, last: int) -> int:
    """`last` moved back over "and" and the like."""
    while last - 1 > first and low(tokens, last - 1) in (",", "and", "but", "in", "of", "to", "with", "for"):
        last -= 1
    return last


def _stance(analysis: Analysis, cue: Part, said: int) -> Stance:
    """The stance of the cue's verb where the table has it, else what the encoder is sure of."""
    words = analysis.tokens
    known = [verb for n in range(cue.first, cue.last) for verb in _verbs(words[n], low(words, n + 1))]
    if known:
        asks = known[-1].lemma == "ask" and _word_at(analysis, said) in QUESTIONS
        return "asks" if asks else known[-1].stance
    stance, share = cue.stances[0] if cue.stances else ("asserts", 0.0)
    if share >= SURE_STANCE and stance not in ("asserts", "declines"):  # the table has what declines
        return stance
    feels = any(t.tag == "ADJ" and t.text.lower() not in PLAIN for t in words[cue.first : cue.last])
    return "believes" if feels and _word_at(analysis, said) != "to" else "asserts"


def _verbs(token: Token, following: str) -> list[cues.Verb]:
    """What a word may be as a reporting verb, the one whose particle follows last."""
    return [verb for verb in cues.verbs(token.text) if verb.particle in ("", following)]


def _word_at(analysis: Analysis, position: int) -> str:
    index = bisect_left(analysis.tokens, position, key=lambda t: t.span[0])
    return low(analysis.tokens, index)


def _span(analysis: Analysis, part: Part, *, keep: bool = False) -> Span | None:
    """The words of a part without marks at its edges; `keep` leaves a part that is nothing but marks as it is."""
    tokens = analysis.tokens
    first, last = part.first if keep else _past_hearers(tokens, part), part.last
    while first < last and (tokens[first].text in EDGES or (not keep and _is_that(tokens[first]))):
        first += 1
    while first < last and tokens[last - 1].text in EDGES:
        last -= 1
    if first == last:
        return (tokens[part.first].span[0], tokens[part.last - 1].span[1]) if keep else None
    return tokens[first].span[0], tokens[last - 1].span[1]


def _past_hearers(tokens: Sequence[Token], part: Part) -> int:
    """Where what is said begins, past words that tell to whom or how: "(told) investors on a call that …"."""
    if low(tokens, part.first) in NEGATIONS:  # "no sign that"
        return part.first
    for at in range(part.first, min(part.last, part.first + 6)):
        if tokens[at].tag in ("VERB", "AUX", "PUNCT"):
            break
        if at > part.first and _is_that(tokens[at]) and tokens[at - 1].tag in ("NOUN", "PROPN"):
            owner = tokens[at].head
            told = tokens[part.first].relation in ("iobj", "obl", "det", "case", "compound", "obj")
            return at if told and owner is not None and at < owner < part.last else part.first
    return part.first


def _is_that(token: Token) -> bool:
    """Whether a word is the "that" which opens a clause; contents leave it out."""
    return token.text.lower() == "that" and (token.relation == "mark" or token.tag == "SCONJ")
