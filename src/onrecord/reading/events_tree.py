"""The grammar of a text as events need it: what hangs on a word, in Universal Dependencies."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.knowledge import plover_forms
from onrecord.model import Analysis, Span, Token

# relations that leave a noun phrase: what hangs there is said of it in another clause
_OUTER = frozenset(
    """
    acl acl:relcl advcl appos case cc ccomp conj cop csubj dep discourse list mark nsubj nsubj:pass
    orphan parataxis punct advmod:emph
    """.split()
)
# classes of words that no form of a verb belongs to
_SMALL = frozenset(["ADP", "INTJ", "PART", "SCONJ", "X"])
# places of a noun in a clause
_NOMINAL = frozenset("nsubj nsubj:pass obj obl".split())
_NAMES = frozenset(["compound", "flat", "flat:name", "goeswith", "nmod:desc"])


def _hung(tokens: Sequence[Token], index: int) -> Token:
    """The token, hung on its neighbour where a parser takes it to what is far: "RIGA PLANS to BUY it, he told us"."""
    token = tokens[index]
    if token.relation == "ccomp" and index > 1 and token.tag == "VERB" and tokens[index - 1].text.lower() == "to":
        verb = tokens[index - 2]
        if verb.tag == "VERB" and verb.head != index and tokens[index - 1].tag == "PART":
            return replace(token, head=index - 2, relation="xcomp")
    if token.relation == "nsubj" and index + 1 < len(tokens):
        verb = tokens[index + 1]
        if verb.tag == "VERB" and verb.relation == "ccomp" and verb.head == token.head != index + 1:
            return replace(token, head=index + 1)
    return token


class Tree:
    """Heads and dependents over `Analysis.tokens`, by index. `parsed` is False where no parser has read it."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens: Sequence[Token] = [_hung(analysis.tokens, index) for index in range(len(analysis.tokens))]
        self.parsed = any(token.relation is not None for token in self.tokens)
        self._firsts = [sentence.first for sentence in analysis.sentences]
        self._kids: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            if token.head is not None and token.head != index:
                self._kids.setdefault(token.head, []).append(index)

    def sentence(self, index: int) -> tuple[int, int]:
        """The words [first, last) of the sentence in which a word stands."""
        number = bisect_right(self._firsts, index) - 1
        found = self.analysis.sentences[number]
        return found.first, found.last

    def low(self, index: int) -> str:
        """The word in lower case, "" outside the text."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def lemma(self, index: int) -> str:
        """The lemma in lower case; the word itself where it is not known. Verbs of the tables are known by their
        forms, whatever the parser took them for."""
        word = self.low(index)
        if self.tag(index) == "VERB" and (known := plover_forms.lemma(word)):
            return known
        given = (self.tokens[index].lemma or word).lower()
        plural = self.tag(index) == "NOUN" and given == word and word.endswith("s") and not word.endswith(("ss", "us"))
        return word[:-1] if plural and len(word) > 3 else given

    def tag(self, index: int) -> str:
        """The word's universal part of speech, "" where it is not known.

        Where a parser gives no word of that class, the finer tag and the word's place decide: "to halt" as a particle,
        "its offensive" as an adjective with an owner.
        """
        token = self.tokens[index]
        if token.tag == "VERB" and self.relation(index) == "obj" and token.text.endswith("s") and token.penn != "VBZ":
            return "NOUN"  # "halted plans"
        if token.tag in _SMALL and (token.penn or "").startswith("VB"):
            return "VERB"
        return "NOUN" if token.tag == "ADJ" and self._stands_as_noun(index) else token.tag or ""

    def _stands_as_noun(self, index: int) -> bool:
        """Whether a word that a parser calls an adjective is one thing, owned or named: "its offensive"."""
        singular = self.relation(index) in _NOMINAL and not self.low(index).endswith("s")
        return singular and bool(self.kids(index, "nmod:poss"))

    def relation(self, index: int) -> str:
        """How the word hangs on its head, "" where it is not known."""
        return self.tokens[index].relation or ""

    def head(self, index: int) -> int | None:
        """The word's head; None for a root."""
        head = self.tokens[index].head
        return head if head != index else None

    def kids(self, index: int, *relations: str) -> list[int]:
        """What hangs on a word, in text order; by these relations if any are given."""
        found = self._kids.get(index, [])
        return [k for k in found if self.relation(k) in relations] if relations else found

    def joined(self, index: int) -> list[int]:
        """The word and what is joined to it by "and"."""
        return [index, *(k for k in self.kids(index, "conj") if self._beside(k, index)), *self._appended(index)]

    def _appended(self, index: int) -> list[int]:
        """What "and" joins behind a name of the same one: "the minister, Awa Sow, and her counterpart"."""
        if (self.tokens[index].penn or "").endswith("S"):
            return []  # "two states, Chad and Mali"
        names = self.kids(index, "appos")
        behind = [k for name in names for k in self.kids(name, "conj", "appos") if self.low(self.core(name)[1]) == ","]
        return [k for k in (*names, *behind) if self.nominal(k) and self.kids(k, "cc")]

    def _beside(self, index: int, first: int) -> bool:
        """Whether what a parser joins is another one, and not the same told again: "Egypt, the army's closest ally"."""
        if self.nominal(index) != self.nominal(first):
            return False
        later = [k for k in self.kids(first, "conj") if k >= index]
        return any(self.kids(k, "cc") for k in later) or not self.kids(index, "det", "nmod:poss")

    def nominal(self, index: int) -> bool:
        """Whether the word is a noun, name, pronoun or number."""
        return self.tag(index) in ("NOUN", "PROPN", "PRON", "NUM", "DET", "SYM")

    def verbal(self, index: int) -> bool:
        """Whether the word is a verb."""
        return self.tag(index) in ("VERB", "AUX")

    def case(self, index: int) -> str:
        """The preposition before a noun phrase in lower case, the last of several; "" where there is none."""
        found = self.kids(index, "case")
        words = [self.low(k) for k in found if k < index and self.low(k) not in ("'s", "’s", "'", "’")]
        return words[-1] if words else self._stray_case(index)

    def _stray_case(self, index: int) -> str:
        """A preposition right before the phrase that a parser hung on a later noun: "at marchers from the party"."""
        before = self.core(index)[0] - 1
        if self.relation(index) not in ("obl", "nmod") or before < 0 or self.relation(before) != "case":
            return ""
        head = self.head(before)
        stray = head is not None and head > index and self.tag(before) == "ADP"
        return self.low(before) if stray else ""

    def above(self, index: int) -> Iterator[tuple[int, str, int]]:
        """From a word up to its root: (word, relation, head)."""
        seen = {index}
        while (head := self.head(index)) is not None and head not in seen:
            yield index, self.relation(index), head
            seen.add(head)
            index = head

    def core(self, index: int) -> tuple[int, int]:
        """The words [first, last) of a noun phrase: its head with what stands before it and its name's parts, and
        with "of" phrases; not its relative clauses, appositions or what is joined to it."""
        inside = {index}
        stack = [index]
        while stack:
            at = stack.pop()
            for kid in self.kids(at):
                if kid in inside:
                    continue
                if at == index and (self.relation(kid) in _OUTER or not self._near(kid, index)):
                    continue
                inside.add(kid)
                stack.append(kid)
        first = last = index
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        return first, last + 1

    def _near(self, kid: int, index: int) -> bool:
        """Whether a dependent belongs to the bare phrase: before the head, a part of its name, or its "of"."""
        return kid < index or self.relation(kid) in _NAMES or (self.relation(kid) == "nmod" and self.case(kid) == "of")

    def span(self, index: int) -> Span:
        """The characters of a noun phrase's core."""
        first, last = self.core(index)
        return self.tokens[first].span[0], self.tokens[last - 1].span[1]

    def name(self, index: int) -> range:
        """The words of the head with its name's parts ("General" "Hashim" "Nuri")."""
        parts = [index, *(k for k in self.kids(index) if self.relation(k) in _NAMES)]
        return range(min(parts), max(parts) + 1)
