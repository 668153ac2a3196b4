"""Two readings of the same claims made one: what patterns saw and what the encoder saw."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Span, Spans
from onrecord.reading.claims_drafts import Draft
from onrecord.reading.intervals import Intervals

# Scores from which a claim counts that only the encoder saw, and one that names no source; with both, whole contents
# and equal cues chosen on PolNeAR dev beside our own articles and chains.
LEAST, LEAST_SOURCELESS = 0.5, 0.7
QUOTED = frozenset(
    ["quote, X said", "quote, said X", "X said, quote", "X: quote", "said X, quote", "quote – X", "NAME: turn"]
)
ENDS_LEARNED = frozenset(
    ["say clause", "asserts clause", "believes clause", "alleges clause", "asserts that", "say that", "believes that",
     "alleges that", "asserts told that", "asserts told", "intends to", "participle"]
)  # fmt: skip
_NO = re.compile(r"\b(?:no|not|never|little|none|neither|without)\b|n[’']t\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:not )?to\b")
_OPENS_CLAUSE = re.compile(r"\s*(?:[^\w\s]|(?:after|and|as|before|but|or|when|which|while|who)\b|$)")
_COMMA = re.compile(r",\s*")
_ENDS_OPENER = re.compile(r"(?:[^\w\s]|\b(?:and|but|or|that))\s*$")
_QUOTES = ('"', "“", "'", "‘", "`")
ALIKE = 0.5  # share of common letters from which two contents are the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A claim as each reading has it; one of them may be missing."""

    ruled: Draft | None
    learned: Draft | None


def pairs(ruled: Sequence[Draft], learned: Sequence[Draft]) -> Iterator[Pair]:
    """Each claim once: first the ruled ones with their like, then what only the encoder saw."""
    spans = Intervals(_hull(d.content) for d in learned)
    taken: set[int] = set()
    for draft in ruled:
        near = [n for n in spans.over(*_hull(draft.content)) if n not in taken]
        likeness = {n: _likeness(draft, learned[n]) for n in near}
        best = max(likeness, key=lambda n: likeness[n], default=None)
        if best is None or likeness[best] < ALIKE:
            yield Pair(ruled=draft, learned=None)
        else:
            taken.add(best)
            yield Pair(ruled=draft, learned=learned[best])
    for number, draft in enumerate(learned):
        if number not in taken:
            yield Pair(ruled=None, learned=draft)


def _hull(spans: Spans) -> Span:
    return spans[0][0], spans[-1][1]


def _likeness(one: Draft, other: Draft) -> float:
    """Dice overlap of the contents, less where the cues are apart; on one cue enough, unless quote marks tell."""
    shared = common(one.content, other.content)
    alike = 2 * shared / (length(one.content) + length(other.content))
    if not one.cue or not other.cue:
        return alike
    if not common(one.cue, other.cue):
        nested = common(one.cue, other.content) or common(other.cue, one.content)
        return 0.0 if nested else alike - ALIKE / 2
    return alike if one.pattern in QUOTED else max(alike, ALIKE)


def common(one: Spans, other: Spans) -> int:
    """How many letters two sets of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def length(spans: Spans) -> int:
    """How many letters they hold."""
    return sum(end - start for start, end in spans)


def joined(ruled: Sequence[Draft], learned: Sequence[Draft], text: str) -> list[Draft]:
    """One list of claims, in text order: where both readings have a claim the patterns' stands, with the encoder's
    content where that is likely or holds more; what only the encoder saw counts if it is likely.
    """
    cues = Intervals(_hull(d.cue) for d in ruled if d.cue)
    outer = Intervals(_hull(d.cue) for d in learned if d.outer)
    inner = Intervals(_hull(d.cue) for d in ruled if d.cue and not outer.over(*_hull(d.cue)))
    relays = {id(part) for d in ruled if d.above is not None for part in (d, d.above)}  # these know each other
    found = []
    for pair in pairs(ruled, learned):
        draft = pair.ruled
        if draft and pair.learned and id(draft) not in relays:
            draft = _both(draft, pair.learned, inner if pair.learned.outer else cues, text)
        if draft is None and pair.learned is not None and _stands(pair.learned, cues, text):
            draft = pair.learned
        if draft is not None:
            found.append(draft)
    return sorted(found, key=lambda d: (start(d), -end(d)))


def _stands(draft: Draft, cues: Intervals, text: str) -> bool:
    """Whether a claim that only the encoder saw is likely enough, and is no other reading of a pattern’s cue. Words in
    quote marks have a speaker; where he is not found, no claim says that nobody is named."""
    if not draft.source and text[max(0, draft.content[0][0] - 1) : draft.content[0][0] + 1].strip()[:1] in _QUOTES:
        return False
    least = LEAST if draft.source else LEAST_SOURCELESS
    return bool(draft.cue) and (draft.score or 0.0) >= least and not cues.over(*_hull(draft.cue))


def _both(ruled: Draft, learned: Draft, cues: Intervals, text: str) -> Draft:
    apart = not common(learned.content, (*ruled.cue, *ruled.source))
    whole = common(ruled.content, learned.content) >= length(ruled.content) and ruled.pattern in ENDS_LEARNED
    content = learned.content if apart and (whole or _redraws(ruled, learned, cues, text)) else ruled.content
    content += _resumed(ruled, learned, text) if content is ruled.content else ()
    return replace(ruled, source=_wider(ruled, learned), content=content, score=learned.score)


def _resumed(ruled: Draft, learned: Draft, text: str) -> Spans:
    """The part of the encoder's content that goes on behind the attribution: "The dam is safe, she said, AND FULL"."""
    if ruled.pattern in QUOTED or not common(ruled.content, learned.content):
        return ()
    behind = max(_hull(ruled.cue)[1], _hull(ruled.source or ruled.cue)[1])
    inside = _hull(ruled.content)[1] < behind
    return tuple(span for span in learned.content if inside and _COMMA.fullmatch(text, behind, span[0]))


def _redraws(ruled: Draft, learned: Draft, cues: Intervals, text: str) -> bool:
    """Whether the encoder's content may stand where it leaves something out: not of quotations, whose marks tell, not
    in the middle of a phrase, and not where another claim, one of `cues`, would fall out of it."""
    if ruled.pattern in QUOTED or (learned.score or 0.0) < LEAST or len(learned.content) > 1:
        return False
    if len(ruled.content) > 1 or 2 * length(learned.content) < length(ruled.content):
        return False  # "the fleet | is thought | to sail" is said in both parts; a mere scrap is no better reading
    added = text[ruled.content[-1][1] : learned.content[-1][1]]
    if added and (ruled.pattern.startswith("noun") or added.startswith(" as ")):
        return False  # "the claim that P | could not be verified", "denies the charge | as inquiry opens"
    skipped = text[ruled.content[0][0] : learned.content[0][0]]
    if ruled.pattern == "closing" and skipped and not _ENDS_OPENER.search(skipped):
        return False
    if skipped and _INFINITIVE.match(text, learned.content[0][0]):  # "urged | the union | to call it off"
        return False
    if _NO.search(text, ruled.content[0][0], learned.content[0][0]):
        return False
    left_out = text[learned.content[-1][1] : ruled.content[-1][1]]
    if left_out and not _OPENS_CLAUSE.match(left_out):
        return False
    held, kept = ({n for span in d.content for n in cues.over(*span)} for d in (ruled, learned))
    return held <= kept


def _wider(ruled: Draft, learned: Draft) -> Spans:
    """The encoder's source where it holds the pattern's and more: "the mayor of the town" for "town"."""
    if not ruled.source or not learned.source or not common(ruled.cue, learned.cue):
        return ruled.source
    (start, end), (first, last) = _hull(ruled.source), _hull(learned.source)
    wider = first <= start and end <= last and last - first > end - start
    return learned.source if wider and not common(learned.source, ruled.content) else ruled.source


def start(draft: Draft) -> int:
    """Where its first words start."""
    return min(s for s, _ in (*draft.source, *draft.cue, *draft.content))


def end(draft: Draft) -> int:
    """Where its last words end."""
    return max(e for _, e in (*draft.source, *draft.cue, *draft.content))
