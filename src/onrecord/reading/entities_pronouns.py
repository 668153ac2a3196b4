"""Pronouns: "he", "its", "they", "who", "we" within a quotation, and whom they stand for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.language.words import RELATIVES
from onrecord.model import Analysis, Claim, EntityKind, Form, Span
from onrecord.reading.entities_quotes import Holders
from onrecord.reading.entities_reach import FIRST, HE, IT, SHE, SUBJECTS, THEY, Reach
from onrecord.reading.events_tree import Tree
from onrecord.reading.mentions import Parties, Thing

# pronouns that make a party of their own where they speak
ALONE = frozenset("others some many both neither several none all few most another either one nobody everyone".split())
REACH = 3  # sentences back
MOST = 40  # candidates looked at


class Pronouns:
    """Reads the pronouns of one text, after names and described parties are known, in text order."""

    def __init__(self, analysis: Analysis, parties: Parties, claims: Sequence[Claim], tree: Tree) -> None:
        self.text = analysis.text
        self.words = analysis.tokens
        self.tree = tree
        self.parties = parties
        self.firsts = [sentence.first for sentence in analysis.sentences]
        self.paragraphs = [sentence.paragraph for sentence in analysis.sentences]
        self.holders = Holders(claims)
        self.sources = {claim.source[0] for claim in claims if claim.source}
        self.near = Reach(analysis, parties, tree, self.sources)
        # every settled party by its head word, in text order; grows while reading
        self.order = sorted((p.word, p.span) for p in parties.pointers.values() if p.word is not None and p.thing)

    def read(self) -> None:
        """Points each pronoun at its thing; sources are mentions even where nobody fits."""
        waiting = self._pass(range(len(self.words)))
        self._pass(waiting, last=True)

    def _pass(self, numbers: Iterable[int], *, last: bool = False) -> list[int]:
        """Reads the words of these numbers; gives back each "I" whose speaker only the words behind it tell."""
        waiting = []
        for index in numbers:
            word = self.words[index]
            lower = word.text.lower()
            source = word.span in self.sources
            if word.span in self.parties.pointers or not (source or self._stands(lower, index)):
                continue
            if source and self.tree.tag(index) not in ("PRON", "DET", "NUM", "ADJ") and not self._is_one(lower, index):
                continue
            thing = self._thing(lower, index, word.span)
            if thing is None and lower in FIRST and not last:
                waiting.append(index)
                continue
            if thing is None and source and lower in ALONE:
                thing = self.parties.add(Thing(name=word.text, kind="group", first=word.span[0], plural=True))
            if thing is not None or source:
                self._point(lower, index, thing)
        return waiting

    def _stands(self, word: str, index: int) -> bool:
        if self.tree.tag(index) not in ("PRON", "DET") or word not in HE | SHE | THEY | IT | FIRST:
            return False
        return word not in IT or not (self._is_empty(index) or self.near.is_deed(index))

    def _is_one(self, word: str, index: int) -> bool:
        """Whether a word that a parser takes for a name is a pronoun: "who"; "He" that opens a sentence."""
        return word in RELATIVES or (word in HE | SHE | THEY | IT and index in self.firsts)

    def _is_empty(self, index: int) -> bool:
        """Whether "it" stands for nobody: "it is clear that", "it was reported that", "it rained"."""
        tree = self.tree
        if tree.relation(index) == "expl":
            return True
        head = tree.head(index)
        if head is None or tree.low(index) != "it" or tree.relation(index) not in SUBJECTS:
            return False
        clauses = tree.kids(head, "csubj", "ccomp", "csubj:pass")
        passive = tree.relation(index) == "nsubj:pass" or tree.tag(head) in ("ADJ", "NOUN")
        return bool(clauses) and passive

    def _point(self, word: str, index: int, thing: Thing | None) -> None:
        kind: EntityKind = "person" if word in HE | SHE | FIRST else "group"
        form: Form = "pronoun"
        if thing is not None and thing.kind == "person" and thing.woman is None and word in HE | SHE:
            thing.woman = word in SHE
        if thing is not None and thing.kind == "organisation" and thing.plural is None and word in IT:
            thing.plural = False
        span = self.words[index].span
        self.parties.point(span, form, kind, thing, [index])
        if thing is not None:
            at = bisect_left(self.order, (index, span))
            self.order.insert(at, (index, span))

    def _thing(self, word: str, index: int, span: Span) -> Thing | None:
        if word in RELATIVES:
            return self._antecedent(index)
        spoken = self.holders.speaker(span[0])
        if word in FIRST:
            return self.parties.at(spoken) if spoken else None
        if word not in HE | SHE | THEY | IT:
            return None
        above = self.holders.above(span[0])
        if above is not None and above != span and self._clear(index, above):
            thing = self.parties.at(above)
            body = thing is not None and word in THEY and thing.kind == "organisation"
            later = word in THEY and above[0] > span[0]  # "They agreed to stay in touch, her office said"
            fit = thing is not None and (fits(word, thing) or body) and thing not in self._barred(index)
            hidden = self.tree.relation(index) == "nsubj:pass" and word in IT and self.near.shadowed(index)
            told = self.text[slice(*above)].lower() in RELATIVES and thing is not None and thing.woman is None
            other = thing is not None and told and self._fits_another(word, index, thing)
            if fit and not (other or later or hidden or self.near.threatened(index)):
                return thing
        if word in IT and self.near.shadowed(index):
            return None
        owner = self._relative_owner(word, index)
        return owner or self._best(word, index, spoken) or self._following(word, index) or self._unknown(word, index)

    def _fits_another(self, word: str, index: int, thing: Thing) -> bool:
        """Whether "she" is known to fit somebody else near: "she studied with Reisinger, who said that SHE …"."""
        if word not in HE | SHE:
            return False
        at = bisect_left(self.order, (index, (0, 0)))
        own = self._sentence(index)
        near = [span for head, span in self.order[max(0, at - MOST) : at] if own - self._sentence(head) <= REACH]
        others = (self.parties.at(span) for span in near)
        return any(t is not None and t is not thing and t.woman is (word in SHE) for t in others)

    def _clear(self, index: int, above: Span) -> bool:
        """Whether the source above is no phrase in which the pronoun itself stands."""
        start = self.words[index].span[0]
        return not above[0] <= start < above[1]

    def _antecedent(self, index: int) -> Thing | None:
        """Whom "who" follows: the noun on which its clause hangs."""
        for word, relation, head in self.tree.above(index):
            if relation in ("acl:relcl", "acl"):
                return self.parties.words.get(head)
            if word != index and relation not in ("conj", "xcomp", "ccomp"):
                break
        before = index - 1
        while before > 0 and index - before < 3:
            if before in self.parties.words:
                return self.parties.words[before]
            before -= 1
        return None

    def _relative_owner(self, word: str, index: int) -> Thing | None:
        """ "A firm, which has its seat": the subject of the relative clause owns what stands in it."""
        tree = self.tree
        owned = tree.head(index)
        verb = tree.head(owned) if owned is not None and tree.relation(index) == "nmod:poss" else None
        if verb is None or owned is None:
            return None
        subjects = [k for k in (*tree.kids(verb, *SUBJECTS), *tree.kids(owned, *SUBJECTS)) if k != owned]
        if len(subjects) != 1 or tree.low(subjects[0]) not in RELATIVES:
            return None
        thing = self._antecedent(subjects[0])
        return thing if thing is not None and fits(word, thing) else None

    # ------------------------------------------------------------ candidates

    def _sentence(self, index: int) -> int:
        return bisect_right(self.firsts, index) - 1

    def _best(self, word: str, index: int, spoken: Span | None) -> Thing | None:
        """The most prominent of the parties before that fits: subjects and speakers first, then the nearest."""
        own = self._sentence(index)
        at = bisect_left(self.order, (index, (0, 0)))
        barred = self._barred(index)
        if self.near.threatened(index) and (above := self.holders.above(self.words[index].span[0])) is not None:
            barred += [thing for thing in [self.parties.at(above)] if thing is not None]
        least = self.near.least(word, index)
        best: tuple[float, Thing] | None = None
        for rank, (head, span) in enumerate(reversed(self.order[max(0, at - MOST) : at])):
            back = own - self._sentence(head)
            if back > REACH or (best and rank > MOST // 2 and back > 1):
                break
            thing = self.parties.at(span)
            if head < least and word in THEY | IT:
                break
            if thing is None or thing in barred or not fits(word, thing) or self._holds(span, index):
                continue
            if word in THEY | IT and self.near.passes(thing, head, index, back):
                continue
            if spoken is not None and (self.parties.at(spoken) is thing or self._overhears(word, index, head, span)):
                continue
            score = self._prominence(head, span, thing, index) - 2.7 * back - 0.05 * rank
            if best is None or score > best[0]:
                best = score, thing
        return best[1] if best is not None and best[0] > -6 else None

    def _overhears(self, word: str, index: int, head: int, span: Span) -> bool:
        """Whether a party outside of the quotation is too slight for "they" in it: neither subject nor source."""
        inside = self.holders.quoted(span[0]) == self.holders.quoted(self.words[index].span[0])
        return (
            word in THEY | IT and not inside and self.tree.relation(head) not in SUBJECTS and span not in self.sources
        )

    def _prominence(self, head: int, span: Span, thing: Thing, index: int) -> float:
        relation = self.tree.relation(head)
        score = 2.0 if relation in SUBJECTS else 0.6 if relation in ("obj", "iobj", "root") else 0.0
        if relation in ("nmod:poss", "compound", "amod", "nmod"):
            score -= 0.7
        source = span in self.sources
        score += 1.5 if source else 0.0
        if self.words[index].span in self.sources and source:
            score += 1.0
        score += 0.8 if thing.kind == "person" and len(thing.places) > 2 else 0.0
        low = self.tree.low(index)
        if thing.woman is not None and low in HE | SHE:
            score += 1.5  # a name of either sex gives way
        if low in IT and thing.kind == "thing":
            score -= 0.5
        if low in THEY and thing.kind == "organisation" and not thing.plural:
            score -= 1.5
        if self.holders.quoted(span[0]) != self.holders.quoted(self.words[index].span[0]):
            score -= 1.5
        return score

    def _barred(self, index: int) -> list[Thing]:
        """Who cannot be meant: the other parties of the pronoun's own verb; the noun that it owns."""
        tree = self.tree
        head = tree.head(index)
        if head is None or tree.low(index).endswith(("self", "selves")):
            return []
        if tree.relation(index) == "nmod:poss":
            owned = self.parties.words.get(head)
            return [owned] if owned is not None else []
        others = tree.kids(head, "nsubj", "obj", "iobj", "nsubj:pass", "obl", "obl:agent")
        if tree.relation(index) == "obj" and tree.low(index) == "it":  # "Chad's envoys condemned it"
            others = [*others, *(o for k in others for o in tree.kids(k, "nmod:poss") if tree.tag(o) == "PROPN")]
        return [thing for k in others if k != index and (thing := self.parties.words.get(k)) is not None]

    def _holds(self, span: Span, index: int) -> bool:
        start = self.words[index].span[0]
        return span[0] <= start < span[1]

    def _following(self, word: str, index: int) -> Thing | None:
        """ "Asked about her expenses, the minister …": the subject of the sentence that follows."""
        if word not in HE | SHE or self.tree.relation(index) != "nmod:poss":
            return None
        _, last = self.tree.sentence(index)
        for head in range(index + 1, min(last, index + 25)):
            thing = self.parties.words.get(head)
            if thing is not None and self.tree.relation(head) in SUBJECTS:
                return thing if fits(word, thing) else None
        return None

    def _unknown(self, word: str, index: int) -> Thing | None:
        """A name of unknown kind just before: "he" makes it a person's."""
        start = self.words[index].span[0]
        at = bisect_left(self.parties.nameless, (start, 0))
        near = [s for s in self.parties.nameless[max(0, at - 8) : at] if start - s[0] < 400]
        if word not in HE | SHE or len({self.text[slice(*s)] for s in near}) != 1:
            return None
        thing = self.parties.add(Thing(name=self.text[slice(*near[0])], kind="person", first=near[0][0]))
        for name in near:
            self.parties.point(name, "name", "person", thing)
        return thing


def fits(word: str, thing: Thing) -> bool:
    """Whether a pronoun can stand for a thing, as far as number, kind and sex are known."""
    if word in HE | SHE:
        return thing.kind == "person" and not thing.plural and thing.woman is not (word in HE)
    if word in THEY:
        return thing.kind == "group" or (thing.kind in ("organisation", "thing") and thing.plural is not False)
    return thing.kind in ("organisation", "place", "work", "thing") and not thing.plural
