"""Which way a time points, past or ahead, from the tense of the verb that governs it.

With a parse (Token.tag and Token.head filled) the governing verb is read off the tree; without one the nearest
word of the sentence that shows a tense stands for it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from onrecord.language import lexicon
from onrecord.model import Analysis, Sentence, Span, Token

Tense = Literal["past", "present", "future"]

_FUTURE = frozenset(
    "will shall 'll ’ll due scheduled slated upcoming wo sha planned expected deadline expire expires".split()
)
_PRESENT = frozenset("is are am 's ’s 're ’re does do".split())
_PAST = frozenset(
    "was were had did said told has have been went took made came became began met held left found got gave won lost "
    "sent saw fell rose led kept knew thought brought bought caught fought taught sought built felt meant heard sat "
    "stood understood ran sold spoke broke wrote drove flew grew drew threw shot struck spent paid put set hit cut let "
    "quit read shut spread burst cost hurt dealt fled bore swore tore wore chose froze stole woke hid bit slid sank "
    "swam sang rang drank shrank sprang stuck swept slept wept crept hung dug spun won swung laid slipped bid "
    "reached".split()
) - frozenset("put set hit cut let quit read shut spread burst cost hurt bid found".split())
_PARTICIPLES = frozenset(
    "seen done gone taken given shown known born written spoken driven flown grown drawn thrown begun fallen risen "
    "chosen broken stolen hidden beaten eaten become put set hit cut let read shut hurt found".split()
)
_SAYS = frozenset("says say reports report writes".split())
_INTENT = frozenset(
    "plan plans planned planning expect expects expected intend intends intended hope hopes hoping want wants due set "
    "scheduled agree agrees agreed vow vows vowed promise promised promises ask asked asks order ordered urge urged "
    "prepare preparing prepared aim aims propose proposed proposes need needs is are ready likely have has supposed "
    "slated bound deadline invited going about".split()
)
_BREAKS = frozenset(
    ", ; : — – -- and but that when as while because if \" “ ” '' `` who which where after before".split()
)
_PREPOSITIONS = frozenset("on in at by from since until late early the of last next this during for".split())


@dataclass(frozen=True)
class Tenses:
    """Answers for the spans of one text; `analysis` may or may not carry a parse."""

    analysis: Analysis

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span[0] for token in self.analysis.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span[0] for sentence in self.analysis.sentences]

    @cached_property
    def _parsed(self) -> bool:
        return any(token.tag is not None and token.head is not None for token in self.analysis.tokens[:50])

    def sentence_of(self, position: int) -> int:
        """The index of the sentence around a position; -1 before the first."""
        return bisect_right(self._sentence_starts, position) - 1

    def token_at(self, position: int) -> int:
        """The index of the last token that starts at or before a position; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def of(self, span: Span) -> Tense | None:
        """The tense that governs a span; None where nothing shows one."""
        at = self.sentence_of(span[0])
        if at < 0:
            return None
        sentence = self.analysis.sentences[at]
        first, last = self.token_at(span[0]), self.token_at(span[1] - 1)
        own = self.analysis.text[span[1] : span[1] + 2] in ("'s", "’s")
        if self._parsed and (tense := _by_parse(self.analysis.tokens, first)):
            return tense
        tense = _by_words(self.analysis.tokens, sentence, first, last)
        return "past" if own and tense == "present" else tense


# ---------------------------------------------------------------- with a parse


def _by_parse(tokens: Sequence[Token], index: int) -> Tense | None:
    """The tense of the verb above a token; of the verb above that one where it is an infinitive."""
    for _ in range(12):
        token = tokens[index]
        if token.tag in ("VERB", "AUX") and (tense := _verb_tense(tokens, index)):
            return tense
        if token.head is None or token.head == index or token.head < 0:
            return None
        index = token.head
    return None


def _verb_tense(tokens: Sequence[Token], index: int) -> Tense | None:
    helpers = [
        token.text.lower()
        for token in tokens[max(0, index - 8) : index + 8]
        if token.head == index and (token.relation or "").startswith(("aux", "cop", "mark"))
    ]
    if any(
        word in ("will", "shall", "'ll", "’ll", "wo", "may", "might", "could", "can", "must", "should", "would")
        for word in helpers
    ):
        return "future"
    if any(word in ("was", "were", "had", "did", "has", "have", "'ve", "’ve") for word in helpers):
        return "past"
    if "to" in helpers:
        return _infinitive(tokens, index)
    if any(word in _PRESENT for word in helpers):
        return "future" if tokens[index].text.lower() in _INTENT else "present"
    return _bare_tense(tokens[index])


def _infinitive(tokens: Sequence[Token], index: int) -> Tense | None:
    head = tokens[index].head
    if head is None or not 0 <= head < len(tokens):
        return None
    return "future" if tokens[head].text.lower() in _INTENT else None


def _bare_tense(token: Token) -> Tense | None:
    word = token.text.lower()
    if word in _FUTURE:
        return "future"
    if word in _SAYS or _looks_past(word):
        return "past"
    return "present" if word in _PRESENT or word.endswith("s") else None


# ---------------------------------------------------------------- without


def _by_words(tokens: Sequence[Token], sentence: Sentence, first: int, last: int) -> Tense | None:
    if _put_ahead(tokens, sentence.first, first):
        return "future"
    left = _leftward(tokens, sentence.first, first)
    if left is None or _opens_clause(tokens, sentence.first, first):
        right = _rightward(tokens, last + 1, sentence.last)
        return right or left
    return left


def _put_ahead(tokens: Sequence[Token], begin: int, first: int) -> bool:
    """ "postponed until Tuesday", "due by Friday", "ahead of the weekend"."""
    words = [token.text.lower() for token in tokens[max(begin, first - 3) : first]]
    if words[-2:] == ["ahead", "of"]:
        return True
    if words[-1:] in (["until"], ["till"]) and words[-2:-1] in (["had"], ["have"], ["has"]):
        return True
    return words[-1:] in (["until"], ["till"], ["by"], ["for"], ["to"], ["on"]) and not _AHEAD.isdisjoint(words[:-1])


_AHEAD = frozenset(
    "postponed delayed extended adjourned rescheduled scheduled slated due deadline expires deferred moved set".split()
)


def _opens_clause(tokens: Sequence[Token], begin: int, first: int) -> bool:
    """Whether the time stands at the head of its clause, so that its verb follows."""
    at = first - 1
    while at >= begin and tokens[at].text.lower() in _PREPOSITIONS:
        at -= 1
    return at < begin or (tokens[at].text.lower() in _BREAKS and at < first)


def _leftward(tokens: Sequence[Token], begin: int, first: int) -> Tense | None:
    for at in range(first - 1, max(begin, first - 40) - 1, -1):
        if tense := _shown(tokens, begin, at):
            return tense
    return None


def _rightward(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    for at in range(start, min(end, start + 40)):
        if tense := _shown(tokens, start, at):
            return tense
    return None


def _shown(tokens: Sequence[Token], begin: int, at: int) -> Tense | None:
    """The tense that one word shows, read with the words before it."""
    word = tokens[at].text.lower()
    if word in _FUTURE:
        return _of_planned(tokens, begin, at) if word in ("planned", "expected", "scheduled") else "future"
    if word == "to" and at + 1 < len(tokens) and _is_base(tokens[at + 1].text):
        before = {token.text.lower() for token in tokens[max(begin, at - 2) : at]}
        return "future" if before & _INTENT else None
    if word in _PRESENT:
        return None if word in ("'s", "’s") else "present"
    if word in _SAYS:
        return "past"
    if _looks_past(word):
        return _of_participle(tokens, begin, at)
    if word in _PARTICIPLES:
        return _of_participle(tokens, begin, at)
    classes = lexicon.classes(word)
    if classes == "V" and not word.endswith("ing"):
        return _of_base(tokens, begin, at)
    return "present" if word.endswith("s") and classes.startswith("V") else None


def _of_base(tokens: Sequence[Token], begin: int, at: int) -> Tense | None:
    """ "will meet" is ahead, "did not meet" past, "they meet" present; "could meet" tells nothing."""
    helper, before = _helper(tokens, begin, at)
    if helper in _WILL:
        return "future"
    if helper == "to":
        return "future" if before in _INTENT else None
    if helper == "did":
        return "past"
    return None if helper in _MODALS else "present"


def _helper(tokens: Sequence[Token], begin: int, at: int) -> tuple[str, str]:
    """The word before a verb, over "not", "also", "be" and adverbs, and the one before that."""
    at -= 1
    while at >= begin and (tokens[at].text.lower() in _BETWEEN or tokens[at].text.endswith("ly")):
        at -= 1
    helper = tokens[at].text.lower() if at >= begin else ""
    return helper, tokens[at - 1].text.lower() if at - 1 >= begin else ""


def _of_planned(tokens: Sequence[Token], begin: int, at: int) -> Tense:
    before = {token.text.lower() for token in tokens[max(begin, at - 2) : at]}
    return "past" if before & {"he", "she", "they", "had"} else "future"


def _of_participle(tokens: Sequence[Token], begin: int, at: int) -> Tense:
    """ "will be held" and "is to be held" are ahead, "was held" and "held" are past."""
    helper = _helper(tokens, begin, at)[0]
    if helper in _WILL or helper == "to":
        return "future"
    return "present" if helper in ("is", "are", "am") else "past"


_WILL = frozenset("will shall 'll ’ll wo".split())
_MODALS = frozenset("would could can may might should must ca".split())
_BETWEEN = frozenset("be been being not n't n’t also then now both".split())


def _looks_past(word: str) -> bool:
    if word in _PAST:
        return True
    return len(word) > 4 and word.endswith("ed") and lexicon.classes(word)[:1] in ("V", "") and word != "indeed"


def _is_base(word: str) -> bool:
    return word.lower() == "be" or "V" in lexicon.classes(word)
