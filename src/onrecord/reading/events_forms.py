"""What a verb's own form says of an event: tense, modals, negation."""

from onrecord.language.words import AUXILIARIES, NOBODY
from onrecord.model import Status
from onrecord.reading.events_tree import Tree

_NOT = frozenset("not n't n’t never neither nor no hardly".split())
_NOBODY = NOBODY | {"nothing"}
_FUTURE = frozenset("will 'll ’ll shall wo".split())
_MAY = frozenset("may might could can ca".split())
_OUGHT = frozenset("should must ought".split())
_WOULD = frozenset("would 'd ’d".split())
# words that open a question for yes or no
_ASKING = frozenset(
    "am are can could did do does had has have is may might must shall should was were will would".split()
)
# verbs whose past looks like their present
_UNCHANGED = frozenset("beat bid burst cut hit hurt let put quit set shut split spread".split())
_AHEAD = frozenset("tomorrow tonight next later soon coming".split())
_OTHER_DAYS = frozenset("last every each".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PRESENT = frozenset("am is are 's ’s 're ’re 'm ’m has have 've ’ve".split())


def third(verb: str) -> str:
    """The third person of a verb's present: "deny", "denies"."""
    if verb[-1:] == "y" and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


class Forms:
    """Reads the forms of the verbs of one text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def finite(self, index: int) -> Status | None:
        """What the verb's own form says; None for an infinitive, gerund or participle without auxiliary."""
        tree = self.tree
        words = self.auxiliaries(index)
        if self.negative(index):
            return "negated"
        if self.infinitive(index) and not words & (_FUTURE | _WOULD | _MAY):
            if words & {"am", "is", "are", "was", "were"}:
                return "planned"
            return "happened" if words & {"have"} else None
        if words & _WOULD and "have" in words:
            return "negated"
        if words & _MAY:
            return "possible"
        if words & (_FUTURE | _WOULD):
            return "planned"
        if words & _OUGHT:
            return "possible"
        if tree.low(index).endswith("ing") and tree.low(index) != tree.lemma(index):
            return self._progressive(index, words)
        if self._bare_participle(index, words):
            return None
        return self._simple(index, words)

    def auxiliaries(self, index: int) -> set[str]:
        """The verb's auxiliaries; those of the verb that it is joined to, where it has none of its own."""
        tree = self.tree
        own = {tree.low(k) for k in tree.kids(index, "aux", "aux:pass")}
        head = tree.head(index)
        shares = (
            not own
            and head is not None
            and head < index
            and tree.relation(index) == "conj"
            and head is not None
            and not tree.kids(index, "nsubj")
        )
        if shares and head is not None and tree.verbal(head) and tree.low(index) == tree.lemma(index):
            return {w for w in self.auxiliaries(head) if w in AUXILIARIES} - {"did", "do", "does"}
        return own

    def negative(self, index: int) -> bool:
        tree = self.tree
        kids = tree.kids(index)
        if any(
            tree.low(k) in _NOT and tree.low(k + 1) != "only"
            for k in kids
            if tree.relation(k) in ("advmod", "neg", "aux", "det")
        ):
            return True
        if any(tree.low(k) == "neither" for k in tree.kids(index, "nsubj", "nsubj:pass") for k in tree.kids(k)):
            return True
        if any(tree.low(k) == "longer" and tree.low(k - 1) == "no" for k in kids):
            return True
        if tree.low(index + 1) in _NOBODY or (tree.low(index + 1) in ("to", "with") and tree.low(index + 2) in _NOBODY):
            return True
        parties = [k for k in kids if tree.relation(k).split(":")[0] in ("nsubj", "obj")]
        return any(tree.low(k) in _NOBODY or self.no(k) for k in parties)

    def no(self, noun: int) -> bool:
        return any(self.tree.low(k) == "no" for k in self.tree.kids(noun, "det", "neg")) or (
            self.tree.low(noun) == "one" and self.tree.low(noun - 1) == "no"
        )

    def infinitive(self, index: int) -> bool:
        return any(self.tree.low(k) == "to" for k in self.tree.kids(index, "mark", "aux"))

    def _progressive(self, index: int, words: set[str]) -> Status | None:
        if not words & PRESENT and not words & {"was", "were", "been"}:
            return None
        if words & PRESENT:
            return "planned" if self._ahead(index) else "ongoing"
        return "happened"

    def asked(self, index: int) -> bool:
        """Whether the sentence only asks whether it is so: "Did the army fire?"."""
        tree = self.tree
        first, last = tree.sentence(index)
        if "?" not in (tree.low(i) for i in range(max(first, last - 2), last)):
            return False
        opening = next((i for i in range(first, last) if tree.low(i)[0].isalnum()), first)
        return tree.low(opening) in _ASKING

    def underway(self, index: int) -> bool:
        """Whether the verb is a past progressive that nothing denies: "was massing", "were being held"."""
        words = self.auxiliaries(index)
        going = self.tree.low(index).endswith("ing") or "being" in words
        return going and bool(words & {"was", "were"}) and not self.negative(index)

    def _bare_participle(self, index: int, words: set[str]) -> bool:
        """Whether the form hangs on another word without an auxiliary: "men beaten by", "sent to guard"."""
        tree = self.tree
        return not words and tree.relation(index) in ("xcomp", "csubj") and tree.low(index) == tree.lemma(index)

    def _simple(self, index: int, words: set[str]) -> Status:
        """Past and perfect happened, and so does the present, unless it speaks of a day to come."""
        tree = self.tree
        if "being" in words and words & PRESENT:
            return "ongoing"
        if tree.low(index) in _UNCHANGED:
            return "happened"
        present = tree.low(index) == tree.lemma(index) or (tree.low(index).endswith("s") and not words)
        if present and not words and self._ahead(index):
            return "planned"
        return "happened"

    def to_be(self, index: int, head: int) -> Status:
        """Of a verb under a form of "be": "was to meet", "was not to meet", "was to have met"."""
        past = "have" in self.auxiliaries(index) and self.tree.low(head) in ("was", "were")
        return "negated" if past or self.negative(head) else "planned"

    def present(self, index: int) -> bool:
        """Whether the verb stands in the plain present, or in the passive of it ("are freed")."""
        tree = self.tree
        words = self.auxiliaries(index)
        if words:
            return bool(words & {"is", "are", "'s", "’s", "'re", "’re"}) and not tree.low(index).endswith("ing")
        return tree.low(index) not in _UNCHANGED and tree.low(index) in (tree.lemma(index), third(tree.lemma(index)))

    def awaited(self, index: int, head: int) -> bool:
        """Whether what stands behind "until" is yet to be: "until he goes", "would go on until he went"."""
        return self.present(index) or bool(self.auxiliaries(head) & _WOULD)

    def _ahead(self, index: int) -> bool:
        """Whether the verb has a time that lies ahead: "tomorrow", "next week", a weekday beside a present."""
        tree = self.tree
        for kid in tree.kids(index):
            if not tree.relation(kid).startswith(("obl", "advmod", "nmod")):
                continue
            words = {tree.low(i) for i in range(*tree.core(kid))}
            if words & _AHEAD or (words & _DAYS and not words & _OTHER_DAYS and tree.case(kid) != "since"):
                return True
        return False
