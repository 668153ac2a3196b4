"""What grammar adds to claims: ends a content where the clause ends that hangs on its cue, if the text's own clause
follows ("what he says his plan would do | has changed"), and finds the subject of a cue that has no source."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.language.words import EDGES, OPENING_MARKS
from onrecord.model import Analysis, Span, Token
from onrecord.reading.claims_direct import DASHES
from onrecord.reading.claims_drafts import Draft
from onrecord.reading.claims_merge import ENDS_LEARNED, LEAST_SOURCELESS
from onrecord.reading.events_tree import Tree

TELLING = frozenset(["acl", "acl:relcl", "parataxis", "punct", "list", "dep"])
SPEAKING = frozenset(["he", "she", "they", "we", "i"])
CLIMBS = 4  # verbs that may share one subject
QUOTE_MARKS = OPENING_MARKS | {"”", "’"}
FINITE = frozenset(["VBZ", "VBD", "VBP", "MD"])


class Clauses:
    """The clauses of a text: which words hang on which."""

    def __init__(self, analysis: Analysis) -> None:
        self.tree = Tree(analysis)
        self.tokens: Sequence[Token] = self.tree.tokens
        self.starts = [token.span[0] for token in analysis.tokens]

    def ended(self, draft: Draft) -> Draft:
        """The draft, its content cut where its clause ends; as it is where the grammar does not say so."""
        if draft.pattern not in ENDS_LEARNED or len(draft.content) != 1 or not draft.cue:
            return draft
        start, end = draft.content[0]
        for last in self._lasts(draft):
            if start < self.tokens[last].span[1] < end and self._main_follows(last + 1):
                return replace(draft, content=((start, self.tokens[last].span[1]),))
        return draft

    def inside(self, draft: Draft) -> Draft:
        """The draft, its content cut before the verb of the clause around the relative one that it stands in, or before
        what its source does next."""
        if not draft.cue or len(draft.content) != 1:
            return draft
        start, end = draft.content[0]
        found = [i for i in (self._outer_verb(draft), self._next_deed(draft)) if i is not None and i > 0]
        outer = min((i for i in found if start < self.starts[i] < end), default=None)
        if outer is None:
            return draft
        last = outer - 1
        while self.tokens[last].text in EDGES or self.tokens[last].tag == "AUX":
            last -= 1
        return replace(draft, content=((start, self.tokens[last].span[1]),)) if self.starts[last] > start else draft

    def is_misread(self, draft: Draft) -> bool:
        """Whether the text only asks whether somebody says so ("Did he ADMIT it?"), or the words taken for a content do
        something to the source ("the clip shows DANILOV"), or are no clause ("said IN A CHAT WITH REPORTERS")."""
        if draft.pattern == "say clause" and self._is_verbless(draft):
            return True
        return any(self._is_asked(cue) or self._does(cue, draft) for span in draft.cue for cue in self._within(*span))

    def _is_verbless(self, draft: Draft) -> bool:
        words = [self.tokens[i] for span in draft.content for i in self._within(*span)]
        return words[0].tag == "ADP" and not any(word.tag in ("VERB", "AUX") for word in words)

    def _is_asked(self, verb: int) -> bool:
        _, last = self.tree.sentence(verb)
        if self.tokens[last - 1].text != "?" or self.tree.relation(verb) != "root":
            return False
        subjects = self.tree.kids(verb, "nsubj")
        return bool(subjects) and any(k < min(subjects) for k in self.tree.kids(verb, "aux"))

    def _does(self, verb: int, draft: Draft) -> bool:
        if len(draft.source) != 1 or draft.source[0][0] < self.starts[verb] or self.tree.tag(verb) != "VERB":
            return False
        done = any(k in self._within(*draft.source[0]) for k in self.tree.kids(verb, "obj"))
        by = any(start <= self.starts[k] < end for k in self.tree.kids(verb, "nsubj") for start, end in draft.content)
        return done and by

    def gathered(self, draft: Draft) -> Draft:
        """The draft without words far before its source, where others follow its cue: "Two dead | as mayor says P"."""
        if len(draft.content) == 1 or not draft.source or not draft.cue:
            return draft
        opens = min(draft.source[0][0], draft.cue[0][0])
        if draft.content[-1][0] < max(draft.source[-1][1], draft.cue[-1][1]):
            return draft
        kept = tuple(
            s for s in draft.content if s[0] > opens or self._quoted(s) or not self._words_between(s[1], opens)
        )
        return replace(draft, content=kept)

    def _words_between(self, start: int, end: int) -> bool:
        return any(self.tokens[i].text[0].isalnum() for i in self._within(start, end))

    def _quoted(self, span: Span) -> bool:
        """Whether a quote mark stands before the words, in them or behind them."""
        within = self._within(*span)
        around = self.tokens[max(0, within.start - 1) : within.stop + 2]
        return any(token.text in QUOTE_MARKS for token in around)

    def sourced(self, draft: Draft) -> Draft:
        """The draft with the subject of its cue for a source, where it is likely, has none, and its cue has one."""
        if draft.source or (draft.score or 0.0) < LEAST_SOURCELESS:
            return draft
        for cue in (i for span in draft.cue for i in self._within(*span)):
            subject = self._subject(cue)
            if subject is not None:
                return replace(draft, source=(self._phrase(subject),))
        return draft

    def named(self, draft: Draft) -> Draft:
        """The draft, its source the whole subject of its cue where it has the end of a list, or cut to that subject
        where the words before have another part: "the third time | THE UNION said it", "made public — | OZOLS boasted".
        """
        if len(draft.source) != 1 or not draft.cue or draft.source[0][1] > draft.cue[0][0]:
            return draft
        start, end = draft.source[0]
        words = [self.tokens[i] for i in self._within(start, end)]
        if words[-1].penn == "PRP$" and len(words) > 1:  # "Contrary to HIS claim"
            return replace(draft, source=(words[-1].span,))
        if words[-1].relation == "amod" and words[-1].head in self._within(*draft.cue[0]):  # "serious FEARS that"
            return replace(draft, source=())
        for cue in (i for span in draft.cue for i in self._within(*span)):
            for kid in self.tree.kids(cue, "nsubj"):
                first, last = self._phrase(kid)
                wider = first <= self.starts[kid] < start and last == end  # "homes in Vienna, | Lyon and Graz"
                if wider and draft.content[0][0] > end:
                    return replace(draft, source=((first, end),))
                if start < first < end and self._apart(self._within(start, first), cue):
                    return replace(draft, source=((first, end),))
        return draft

    def _apart(self, words: range, cue: int) -> bool:
        """Whether the cue's clause tells more of these words, or a dash ends them."""
        told = self.tokens[cue].relation == "acl:relcl" and self.tokens[cue].head in words
        return self.tokens[words[-1]].text in DASHES or (told and self.tokens[words[-1] + 1].tag != "ADP")

    def _subject(self, verb: int) -> int | None:
        """The subject of a verb or of one that shares it: "he left, SAYING P", "she seems to THINK P"."""
        at: int | None = verb
        for _ in range(CLIMBS):
            if at is None:
                return None
            for kid in self.tree.kids(at, "nsubj", "nsubj:pass"):
                named = self.tokens[kid].tag != "PRON" or (at != verb and self.tree.low(kid) in SPEAKING)
                return kid if named and (at != verb or self.tree.relation(kid) == "nsubj") else None
            shared = self.tree.relation(at) in ("conj", "xcomp") or self._is_participle(at)
            at = self.tokens[at].head if shared else None
        return None

    def _is_participle(self, verb: int) -> bool:
        return self.tree.relation(verb) == "advcl" and self.tokens[verb].penn == "VBG"

    def _phrase(self, top: int) -> Span:
        """The noun phrase of a word, without the clauses that tell more of it."""
        words, open_ = [top], [top]
        while open_:
            for kid in self.tree.kids(open_.pop()):
                if self.tokens[kid].relation not in TELLING:
                    words.append(kid)
                    open_.append(kid)
        return self.tokens[min(words)].span[0], self.tokens[max(words)].span[1]

    def _lasts(self, draft: Draft) -> Iterator[int]:
        """The last word of each finite clause that hangs on a cue and begins no earlier than the content."""
        start = draft.content[0][0]
        for cue in (i for span in draft.cue for i in self._within(*span)):
            for kid in self.tree.kids(cue, "ccomp"):
                if self.starts[kid] >= start and self._finite(kid):
                    yield self._last(kid)

    def _outer_verb(self, draft: Draft) -> int | None:
        """The verb of the clause around a relative one: "the chief who said P, DIED"."""
        cue = self._within(*draft.cue[-1])[-1]
        if self.tokens[cue].relation != "acl:relcl":
            return None
        at = self.tokens[cue].head
        while at is not None and self.tokens[at].relation in ("appos", "flat", "conj"):
            at = self.tokens[at].head
        verb = self.tokens[at].head if at is not None and self.tokens[at].relation in ("nsubj", "nsubj:pass") else None
        return verb if verb is not None and verb > cue and self.tokens[verb].tag == "VERB" else None

    def _next_deed(self, draft: Draft) -> int | None:
        """The first word of another verb with the cue's subject: "denied it AND PUT the number at 14"."""
        cue = self._within(*draft.cue[-1])[-1]
        for verb in self.tree.kids(cue, "conj"):
            if self.starts[verb] > draft.content[0][0] and self._finite(verb) and not self.tree.kids(verb, "nsubj"):
                joins = self.tree.kids(verb, "cc")
                return min(joins) if joins else None
        return None

    def _within(self, start: int, end: int) -> range:
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def _finite(self, index: int) -> bool:
        return any(self.tokens[i].penn in FINITE for i in (index, *self.tree.kids(index, "aux", "aux:pass", "cop")))

    def _last(self, top: int) -> int:
        """The last word below `top`, but for marks."""
        last, open_ = top, [top]
        while open_:
            index = open_.pop()
            last = max(last, index)
            open_ += self.tree.kids(index)
        while last > top and self.tokens[last].text in EDGES:
            last -= 1
        return last

    def _main_follows(self, index: int) -> bool:
        """Whether a finite verb follows, or "and" or "but" after a mark."""
        first = index
        while index < len(self.tokens) and not self.tokens[index].text[0].isalnum():
            index += 1
        if index == len(self.tokens):
            return False
        joined = index > first and self.tokens[index].text.lower() in ("and", "but")
        return joined or self.tokens[index].penn in FINITE
