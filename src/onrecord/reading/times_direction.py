"""Which way a time points, past or ahead, from the tense of the verb that governs it.

With a parse the verb is the one beside the time, else the one above it in the tree; without one the nearest
word of the sentence that shows a tense stands for it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.model import Analysis, Sentence, Span, Token
from onrecord.reading.times_tense import BETWEEN, Shown, Tense, shown, tree_tense

_BREAKS = frozenset(
    ", ; : — – -- and but that when as while because if \" “ ” '' `` who which where after before".split()
)
_PREPOSITIONS = frozenset("on in at by from since until late early the of last next this during for".split())
_UP_TO = frozenset("before until till after from".split())
_PASSED = _PREPOSITIONS | BETWEEN
_AHEAD = frozenset(
    "postponed delayed extended adjourned rescheduled scheduled slated due deadline expires deferred moved".split()
)
_DUE = frozenset("due scheduled planned expected supposed slated set".split())
_STARTING = frozenset("starting beginning effective".split())
_TERMS = frozenset("until till through".split())
_PERFECT = frozenset("has have 's ’s 've ’ve give gives given".split())
_REACH = 40  # words looked at on either side


@dataclass(frozen=True)
class Tenses:
    """Answers for the spans of one text; `analysis` may or may not carry a parse."""

    analysis: Analysis
    _known: dict[int, Shown | None] = field(default_factory=dict)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span[0] for token in self.analysis.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span[0] for sentence in self.analysis.sentences]

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
        tokens, sentence = self.analysis.tokens, self.analysis.sentences[at]
        first, last = self.token_at(span[0]), self.token_at(span[1] - 1)
        if (first > sentence.first and tokens[first - 1].text.lower() == "since") or _had_been(tokens, first):
            return "past"
        if _by_then(tokens, sentence.first, first) or _put_ahead(tokens, sentence.first, first):
            return "future"
        beside = self._beside(sentence.first, first) or tree_tense(tokens, last)
        tense = beside or self._nearest(sentence, first, last)
        owned = self.analysis.text[span[1] : span[1] + 2] in ("'s", "’s")
        if tense == "open":
            return "past" if owned else "future"
        if tense == "present" and not owned and first > sentence.first and tokens[first - 1].text.lower() in _UP_TO:
            return "future"
        return "past" if owned and tense == "present" else tense

    def _beside(self, begin: int, first: int) -> Shown | None:
        """The tense of a verb that stands right before the time: "said Friday", "will meet on Monday"."""
        tokens, at = self.analysis.tokens, first - 1
        while at >= begin and tokens[at].text.lower() in _PASSED:
            at -= 1
        return self._shown(begin, at) if at >= begin else None

    def _nearest(self, sentence: Sentence, first: int, last: int) -> Shown | None:
        """The tense of the nearest verb: before the time, but after it where the time opens its clause."""
        begin = sentence.first
        left = self._first_shown(begin, range(first - 1, max(begin, first - _REACH) - 1, -1))
        if left is not None and not _opens_clause(self.analysis.tokens, begin, first):
            return left
        return self._first_shown(begin, range(last + 1, min(sentence.last, last + 1 + _REACH))) or left

    def _first_shown(self, begin: int, places: range) -> Shown | None:
        return next((tense for at in places if (tense := self._shown(begin, at))), None)

    def _shown(self, begin: int, at: int) -> Shown | None:
        """What the word at an index shows; kept, because times that stand close look at the same words."""
        if at not in self._known:
            self._known[at] = shown(self.analysis.tokens, begin, at)
        return self._known[at]


def _by_then(tokens: Sequence[Token], begin: int, first: int) -> bool:
    """ "unless they answer by Friday" sets a term; "by Friday they had answered" does not."""
    if first <= begin or tokens[first - 1].text.lower() != "by":
        return False
    around = tokens[max(begin, first - 12) : first + 12]
    return not any(token.text.lower() in ("had", "’d", "'d") for token in around)


def _had_been(tokens: Sequence[Token], first: int) -> bool:
    """ "had been due to expire on Friday": by now it has passed, or was put off."""
    words = [token.text.lower() for token in tokens[max(0, first - 9) : first]]
    return any(words[at : at + 2] == ["had", "been"] and words[at + 2] in _DUE for at in range(len(words) - 2))


def _put_ahead(tokens: Sequence[Token], begin: int, first: int) -> bool:
    """ "postponed until Tuesday", "due by Friday", "have until Monday", "ahead of the weekend", "as soon as May"."""
    words = [token.text.lower() for token in tokens[max(begin, first - 12) : first]]
    if words[-2:] in (["ahead", "of"], ["soon", "as"], ["early", "as"]) or words[-1:] == ["effective"]:
        return True
    before, last = words[-3:-1], "".join(words[-1:])
    if not _STARTING.isdisjoint(words[-2:]) and not _PERFECT.isdisjoint(words):
        return True
    if last in _TERMS and (words[-2:-1] == ["had"] or not _PERFECT.isdisjoint(words)):
        return True
    return last in ("until", "till", "by", "for", "to", "on") and not _AHEAD.isdisjoint(before)


def _opens_clause(tokens: Sequence[Token], begin: int, first: int) -> bool:
    """Whether the time stands at the head of its clause, so that its verb follows."""
    at = first - 1
    while at >= begin and tokens[at].text.lower() in _PREPOSITIONS:
        at -= 1
    return at < begin or tokens[at].text.lower() in _BREAKS
