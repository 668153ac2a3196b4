"""What the encoder takes for a part of a claim and is none: deeds, asides, questions, what nobody said."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.knowledge import cues
from onrecord.language.words import NEGATIONS, NOBODY, OPENING_MARKS, QUESTIONS
from onrecord.model import Analysis, Part
from onrecord.reading.claims_hearsay import RAISING
from onrecord.reading.claims_phrases import low
from onrecord.reading.claims_relays import CITES

DEEDS = frozenset("agree refuse arrest bomb capture deploy detain evacuate expel impose invade jail kill seize".split())
SAYING = frozenset(["said", "claimed", "expected"])  # "she expected to win" is her own
SHOWING = frozenset("cite give offer present produce provide show".split())  # "offered no evidence" says nothing
NEAR = 6  # words between a cue and its subject or its content


def refuses(analysis: Analysis, source: Part | None, cue: Part, contents: Sequence[Part]) -> bool:
    """Whether these parts make no claim, for any of the reasons below."""
    return (
        _is_far_mark(analysis, source, cue)
        or _by_nobody(analysis, source, cue)
        or (source is not None and _is_object(analysis, source, cue))
        or _is_deed(analysis, cue)
        or _is_elsewhere(analysis, cue, contents[0])
        or _is_aside(analysis, cue, contents[0])
        or _is_question(analysis, contents)
    )


def _is_deed(analysis: Analysis, cue: Part) -> bool:
    """Whether a cue says what somebody does rather than says: "agreed to", "imposed"."""
    words = analysis.tokens[cue.first : cue.last]
    if _is_raising(analysis, cue) and (words[0].relation or "").startswith("acl"):  # "a man alleged to be him"
        return True
    return any(t.lemma in DEEDS and t.tag in ("VERB", None) and not _has_clause(analysis, cue) for t in words)


def _has_clause(analysis: Analysis, cue: Part) -> bool:
    """Whether a cue goes on with a clause of its own: "agreed that the rules were old"."""
    behind = analysis.tokens[cue.last : cue.last + 40]
    return any(t.relation == "ccomp" and t.head in range(cue.first, cue.last) for t in behind)


def unsaid(analysis: Analysis, cue: Part) -> cues.Verb | None:
    """The cue's verb where it is negated: "could not independently confirm the report", "has not said when"."""
    words = analysis.tokens
    for at in range(cue.first, cue.last):
        verb = next(iter(cues.verbs(words[at].text)), None)
        if verb is None:
            continue
        before = at - 1
        while before >= cue.first and low(words, before) not in NEGATIONS and words[before].tag in ("AUX", "ADV"):
            before -= 1
        return verb if before >= cue.first and low(words, before) in NEGATIONS else None
    return None


def _is_object(analysis: Analysis, source: Part, cue: Part) -> bool:
    """Whether the words taken for a source are what the cue's verb is done to: "the letter demanded AN ANSWER"."""
    words = analysis.tokens[source.first : source.last]
    behind = source.first >= cue.last
    return behind and any(w.relation == "obj" and w.head in range(cue.first, cue.last) for w in words)


def _is_aside(analysis: Analysis, cue: Part, content: Part) -> bool:
    """Whether a verb of saying only has a thing or a time beside it: "wrote a memoir", "thinks for a long time"."""
    if low(analysis.tokens, content.first - 1) == "of" and low(analysis.tokens, content.first - 2) == "behalf":
        return True
    behind = [low(analysis.tokens, cue.last + n) for n in range(4)]
    if behind[:3] == ["not", "to", "be"] and behind[3] in ("identified", "named", "quoted"):
        return True
    told = analysis.tokens[cue.first : cue.last]
    following = {low(analysis.tokens, n) for n in range(cue.last, min(content.first, cue.last + NEAR) + 1)}
    named = all(t.tag == "PROPN" for t in analysis.tokens[content.first : content.last])  # "the clip shows Danilov"
    if (named or following & {"no", "any", "little"}) and any(t.lemma in SHOWING for t in told):
        return True
    verbs = [verb for token in told for verb in cues.verbs(token.text)]
    if any(t.text.lower() in CITES for t in told):  # "quotes a farmer as saying" is read by pattern
        return any(
            low(analysis.tokens, n) == "as" and low(analysis.tokens, n + 1) == "saying"
            for n in range(cue.last, min(cue.last + 25, len(analysis.tokens)))
        )
    if not verbs or any(set(verb.frames) - set("ctq") for verb in verbs):
        return False
    words = analysis.tokens[content.first : content.last]
    little = words[0].text.lower() in ("little", "nothing", "much", "more")
    if little or (words[0].tag == "ADP" and words[0].text.lower() != "as"):
        return not any(word.tag in ("VERB", "AUX") for word in words)
    tops = [w for w in words if w.relation == "obj" and w.head is not None and cue.first <= w.head < cue.last]
    return verbs[0].lemma == "write" and bool(tops) and not any(word.text in OPENING_MARKS for word in words)


def _is_question(analysis: Analysis, contents: Sequence[Part]) -> bool:
    """Whether the content is nothing but what the text asks for: "WHAT did he say?" """
    (first, *rest) = contents
    number = bisect_right(analysis.sentences, first.first, key=lambda s: s.first) - 1
    alone = not rest and first.last - first.first == 1 and low(analysis.tokens, first.first) in QUESTIONS
    return alone and analysis.tokens[analysis.sentences[number].last - 1].text == "?"


def _is_far_mark(analysis: Analysis, source: Part | None, cue: Part) -> bool:
    """Whether the cue is a mark with its source neither before nor behind it: "Storm: two dead as OFFICIALS warn"."""
    if source is None or any(t.text[0].isalnum() for t in analysis.tokens[cue.first : cue.last]):
        return False
    return cue.first - source.last not in range(3) and source.first - cue.last not in range(3)


def _is_elsewhere(analysis: Analysis, cue: Part, content: Part) -> bool:
    """Whether words without quote marks stand in another paragraph than the cue, which does not point at them."""
    first, last = sorted((cue.first, content.first))
    between = [t.text for t in analysis.tokens[max(0, first - 1) : last + 1]]
    apart = "\n" in analysis.text[analysis.tokens[first].span[0] : analysis.tokens[last].span[0]].strip()
    return apart and ":" not in between and not any(t in OPENING_MARKS or t == "”" for t in between)


def _by_nobody(analysis: Analysis, source: Part | None, cue: Part) -> bool:
    """Whether "nobody" or the like says it, as the encoder or the grammar has it."""
    if source is not None:
        return low(analysis.tokens, source.first) in NOBODY | {"not"}
    told = range(cue.first, cue.last)
    before = analysis.tokens[max(0, cue.first - NEAR) : cue.first]
    return any(t.text.lower() in NOBODY and t.relation == "nsubj" and t.head in told for t in before)


def is_raised(analysis: Analysis, cue: Part) -> bool:
    """Whether others believe it of the words taken for a source: "many of them believed to be his"."""
    return _is_raising(analysis, cue) and low(analysis.tokens, cue.first) not in SAYING


def _is_raising(analysis: Analysis, cue: Part) -> bool:
    """Whether the cue is a participle like "believed" with "to" behind it."""
    words = analysis.tokens
    return cue.last - cue.first == 1 and low(words, cue.first) in RAISING and low(words, cue.last) == "to"
