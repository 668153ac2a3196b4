"""Who stands where around a word: its subjects, objects and what its prepositions bring in."""

from onrecord.knowledge import countries, plover
from onrecord.reading import events_loose as loose
from onrecord.reading.events_kinds import Kinds
from onrecord.reading.events_tree import Tree

_TO_OBJECT = frozenset(
    """
    accuse allow appeal ask bar beg blame call charge convict encourage force help instruct invite lead let
    order permit persuade press pressure prevent push request require stop suspect tell urge warn see catch
    """.split()
)
_RELATIVES = frozenset(["who", "whom", "which", "that"])
# arms do nothing by themselves: "artillery shelling"
_ARMS = frozenset(
    """
    aircraft ammunition artillery arms bomb cannon corvette destroyer drone frigate grenade gun helicopter howitzer jet
    mine missile mortar munition rifle rocket shell submarine tank warplane warship weapon
    """.split()
)
# journeys that an event is the aim of: "crossed the border for a meeting with"
_GOING = frozenset(
    """
    arrive come cross drive fly gather go head hurry join journey land leave return sail travel visit
    """.split()
)
# what belongs to whom stands behind its "of": "at the request of France"
_ASKING = frozenset(["request", "urging"])
_GROUNDS = frozenset("about after against by despite for of over".split())  # before what others have planned
_ANSWERING = frozenset(["answer", "reply", "respond", "retaliate"])
_GATHERINGS = frozenset("conference meeting negotiation negotiations summit talk talks".split())
_OWNERS = frozenset(["'s", "’s", "'", "’"])


class Slots:
    """Finds the places around triggers. All places are token indices of heads, in text order."""

    def __init__(self, tree: Tree, kinds: Kinds) -> None:
        self.tree = tree
        self.kinds = kinds

    # ------------------------------------------------------------ verbs

    def passive(self, verb: int) -> bool:
        """Whether the verb is a passive, or a participle that says what was done to its noun."""
        tree = self.tree
        if tree.kids(verb, "nsubj:pass", "aux:pass", "csubj:pass"):
            return True
        relation = tree.relation(verb)
        if relation in ("acl", "amod") and self.past_participle(verb):
            return not tree.kids(verb, "obj", "nsubj") or bool(tree.kids(verb, "obl:agent"))
        head = tree.head(verb)
        if relation == "conj" and head is not None and head < verb and tree.verbal(head):
            return self.past_participle(verb) and self.passive(head) and not tree.kids(verb, "nsubj", "obj", "aux")
        return False

    def past_participle(self, verb: int) -> bool:
        """Whether the form can be a past participle and has no auxiliary of its own that makes it finite."""
        word = self.tree.low(verb)
        return word != self.tree.lemma(verb) and not word.endswith(("ing", "s"))

    def actors(self, verb: int) -> list[int]:
        """Who does what the verb says; empty where the text does not say."""
        if self.passive(verb):
            agents = self.tree.kids(verb, "obl:agent") or loose.agents(self.tree, self.obliques(verb))
            return self._spread([k for k in agents if self.kinds.is_party(k) and not self.kinds.is_thing(k)])
        found = self._spread(self.subjects(verb))
        # "Chad attacked, two residents said": a parser may join those who said it to the first subject
        return [k for k in found if k < verb] or found

    def senders(self, index: int) -> list[int]:
        """Who sent the arms that do something: "drones launched by the rebels hit the port"; else the word itself."""
        tree = self.tree
        if tree.lemma(index) not in _ARMS:
            return [index]
        sent = [k for k in tree.kids(index, "acl") if tree.verbal(k) and self.passive(k)]
        return [a for k in sent for a in self.actors(k)] or [index]

    def subjects(self, verb: int, depth: int = 0) -> list[int]:
        """The grammatical subjects, also those that stand with a verb above."""
        own = self.tree.kids(verb, "nsubj", "nsubj:pass", "nsubj:outer")
        own = [k for k in own if k - 1 not in own or self.tree.tag(k) != "NOUN"]  # "the attorney" and "general"
        if own:
            return [self._antecedent(k, verb) for k in self._nearer(own, verb)]
        return self._borrowed(verb, depth) if depth < 6 else []

    def _nearer(self, subjects: list[int], verb: int) -> list[int]:
        """Those subjects between which and the verb no other verb stands: "He quit after prosecutors opened a case"."""
        between = [i for i in range(subjects[0], verb) if self.tree.tag(i) == "VERB" and self.tree.head(i) != verb]
        return [k for k in subjects if not any(k < i < subjects[-1] for i in between)]

    def _antecedent(self, index: int, verb: int) -> int:
        """What a relative pronoun stands for."""
        if self.tree.low(index) not in _RELATIVES:
            return index
        for word, relation, head in self.tree.above(verb):
            if relation.startswith("acl"):
                return self._people_of(head) if self.tree.low(index) == "who" else head
            if relation not in ("conj", "xcomp") and word != verb:
                break
        return index

    def _people_of(self, body: int) -> int:
        """Whom "who" means behind a body: the marchers of "marchers from the Dawn movement who sang"."""
        tree = self.tree
        before = tree.core(body)[0] - 1
        if tree.low(before) not in ("of", "from", "with") or "people" not in self.kinds.tags(before - 1):
            return body
        plural = tree.low(before - 1) != tree.lemma(before - 1)
        return before - 1 if plural and not tree.low(body).endswith("s") else body

    def _borrowed(self, verb: int, depth: int) -> list[int]:
        tree = self.tree
        head, relation = tree.head(verb), tree.relation(verb)
        if head is None:
            return []
        if relation.startswith("acl"):
            return self._of_noun(verb, head, depth)
        if relation == "conj":
            # "blamed Oslo for the raids and accused Bergen": a parser may join the second verb to a noun
            head = head if tree.verbal(head) else next((h for _, _, h in tree.above(head) if tree.verbal(h)), head)
            return self.subjects(head, depth + 1) if not self._finite_passive(head) or self.passive(verb) else []
        if relation in ("xcomp", "ccomp", "advcl", "obl"):
            return self._controller(verb, head, relation, depth)
        return []

    def _finite_passive(self, verb: int) -> bool:
        words = {self.tree.low(k) for k in self.tree.kids(verb, "aux:pass")}
        return bool(words - {"being"}) and not self.tree.kids(verb, "nsubj:pass")

    def _controller(self, verb: int, head: int, relation: str, depth: int) -> list[int]:
        """Who a verb without a subject means: the object of "urge", else the subject of the verb above."""
        tree = self.tree
        if accused := self._accused(verb):
            return accused
        to_object = (tree.lemma(head) in _TO_OBJECT and relation != "advcl") or tree.lemma(head) in ("accuse", "bar")
        if to_object and self.passive(head):
            return self.subjects(head, depth + 1)
        if to_object:
            objects = tree.kids(head, "obj", "iobj") or [k for k in self.obliques(head) if tree.case(k) in ("on", "to")]
            if objects:
                return objects
        if relation == "ccomp" and not loose.gerund(tree, verb) and not tree.kids(verb, "mark", "aux"):
            return []
        if tree.nominal(head):
            return self._owners(head) or self._of_noun(verb, head, depth)
        return self.subjects(head, depth + 1)

    def _accused(self, verb: int) -> list[int]:
        """Who did what stands right behind "accused … of", whatever a parser hangs it on."""
        tree = self.tree
        if verb < 2 or tree.low(verb - 1) != "of" or not tree.nominal(verb - 2):
            return []
        for party, relation, above in tree.above(verb - 2):
            if relation not in ("flat", "compound", "appos", "conj"):
                told = tree.head(verb) if above == verb else above
                accused = relation == "obj" and told is not None and tree.lemma(told) == "accuse"
                return self._spread([party]) if accused else []
        return []

    def _of_noun(self, verb: int, noun: int, depth: int) -> list[int]:
        """ "plans to visit": the owner of the plan; "men drinking": the men."""
        tree = self.tree
        infinitive = any(tree.low(k) == "to" for k in tree.kids(verb, "mark", "aux"))
        if not infinitive:
            return [noun] if tree.low(verb).endswith("ing") or tree.relation(verb) == "acl:relcl" else []
        if owners := self._owners(noun):
            return owners
        head = tree.head(noun)
        if head is None:
            return [noun] if self.kinds.is_party(noun) else []
        if tree.verbal(head) and tree.relation(noun) in ("obj", "obl", "ccomp") and tree.case(noun) not in _GROUNDS:
            return self.subjects(head, depth + 1)
        return []

    def _owners(self, noun: int) -> list[int]:
        tree = self.tree
        own = tree.kids(noun, "nmod:poss")
        return self._spread(own or [k for k in self.obliques(noun) if tree.case(k) == "by" and self.kinds.is_party(k)])

    def objects(self, verb: int) -> list[int]:
        """What the verb is done to."""
        tree = self.tree
        if self.passive(verb):
            told = tree.kids(verb, "nsubj:pass")
            if not told and tree.relation(verb) in ("acl", "amod") and (head := tree.head(verb)) is not None:
                return self._spread([head])
            return self._spread(self._given(verb) or self.subjects(verb))
        own = [k for k in tree.kids(verb, "obj") if not loose.apart(tree, k)]
        own = [k for k in own if not loose.of_later(tree, k, verb) and not loose.of_earlier(tree, k, verb)]
        own = [k for k in own if not loose.repeated(tree, k, own)] or loose.lent(tree, verb)
        if not own and tree.relation(verb) == "acl:relcl" and tree.kids(verb, "nsubj"):
            head = tree.head(verb)
            free = head is not None and all(self._antecedent(k, verb) != head for k in tree.kids(verb, "nsubj"))
            own = [head] if free and head is not None and not loose.gap_filled(tree, verb) else []
        return self._spread([self._antecedent(k, verb) for k in own])

    def _given(self, verb: int) -> list[int]:
        """The object that a passive keeps: "was denied bail"; a parser may take it for a predicate."""
        tree = self.tree
        return tree.kids(verb, "obj") or [
            k for k in tree.kids(verb, "xcomp") if tree.tag(k) == "NOUN" and k == verb + 1
        ]

    def receivers(self, verb: int) -> list[int]:
        """Who is given what the object names: "denied her bail", "she was denied bail"."""
        if self.passive(verb) and self._given(verb):
            return self._spread(self.subjects(verb))
        return self.tree.kids(verb, "iobj")

    def obliques(self, index: int) -> list[int]:
        """The noun phrases with a preposition on a word."""
        tree = self.tree
        own = [k for k in tree.kids(index) if tree.relation(k).split(":")[0] in ("obl", "nmod")]
        return own + loose.behind(tree, index) + [k for k in tree.kids(index, "obj") if loose.apart(tree, k)]

    def _spread(self, heads: list[int]) -> list[int]:
        """The heads with what "and" joins to them, once each."""
        return list(dict.fromkeys(j for head in heads for j in self.tree.joined(head)))

    # ------------------------------------------------------------ nouns

    def light(self, noun: int) -> int | None:
        """The verb that only carries the noun ("held talks", "a strike was launched"); None where none does."""
        tree = self.tree
        head, relation = tree.head(noun), tree.relation(noun)
        if relation == "conj" and head is not None and head < noun:
            return self.light(head)
        if head is None or not tree.verbal(head) or relation not in ("obj", "nsubj:pass", "obl"):
            return None
        if relation == "obl" and tree.case(noun) not in ("in", "on", "at", "with"):
            return None
        known = self.governor(head)
        if known is None or not known.own or (known.effect == "possible" and relation == "obl"):
            return None
        return head if relation != "obl" or tree.lemma(head) in ("take", "engage", "go") else None

    def governor(self, verb: int) -> plover.Governor | None:
        """What the verb makes of an event below it; None where the table does not know it."""
        return next((g for g in plover.governors(self.tree.lemma(verb), "v") if self.particle(verb, g.particle)), None)

    def particle(self, verb: int, word: str) -> bool:
        """Whether the verb has this particle; "" always fits."""
        if not word:
            return True
        tree = self.tree
        parts = [k for k in tree.kids(verb) if tree.low(k) == word]
        near = tree.low(verb + 1) == word
        return any(tree.relation(k) in ("compound:prt", "advmod", "case", "obl", "xcomp") for k in parts) or near

    def noun_actors(self, noun: int) -> list[int]:
        """Whose event a noun names: the light verb's subject, "by", "between", an owner, a word before it."""
        tree = self.tree
        owners = [k for k in self._spread(tree.kids(noun, "nmod:poss")) if self.kinds.is_party(k)]
        if any(tree.tag(k) != "PRON" for k in owners):
            return owners
        verb = noun if self._predicate(noun) else self.light(noun) or self._answered(noun)
        if verb is not None:
            found = [k for k in self.actors(verb) if self.kinds.is_party(k)]
            if found:
                return found
        cases = ("by", "between", "among", *(["of"] if tree.lemma(noun) in _ASKING else []))
        for case in cases:
            found = [k for k in self.obliques(noun) if tree.case(k) == case and self.kinds.is_party(k)]
            if found:
                return self._spread(found)
        before = [k for k in tree.kids(noun, "compound", "amod", "nmod") if k < noun and self.acts(k)]
        if tree.lemma(noun) in _GATHERINGS:  # "the Geneva talks"
            before = [k for k in before if not countries.by_capital(tree.tokens[k].text)]
        return owners or before or self._travellers(noun)

    def _predicate(self, noun: int) -> bool:
        """Whether the noun says of a subject what it does: "are in talks", "is at war"."""
        return bool(self.tree.kids(noun, "cop")) and self.tree.case(noun) in ("in", "on", "at")

    def _answered(self, noun: int) -> int | None:
        """The verb of answering that the noun is the means of: "responded with air strikes"."""
        verb = self.tree.head(noun)
        answer = verb is not None and self.tree.case(noun) == "with" and self.tree.lemma(verb) in _ANSWERING
        return verb if answer else None

    def _travellers(self, noun: int) -> list[int]:
        """Who went there for it: "flew to Baku for talks with"."""
        tree = self.tree
        head = tree.head(noun)
        if head is None or tree.relation(noun) not in ("obl", "nmod") or tree.case(noun) != "for":
            return []
        verb = head if tree.verbal(head) else tree.head(head)
        if verb is None or not tree.verbal(verb) or tree.lemma(verb) not in _GOING or self.passive(verb):
            return []
        return [k for k in self.actors(verb) if self.kinds.is_party(k)]

    def acts(self, index: int) -> bool:
        """Whether a word before a noun names a party: "Russian strikes", "police raids"."""
        word = self.tree.low(index)
        if self.tree.lemma(index) in _ARMS or word in _ARMS or word.startswith(("anti-", "pro-", "non-")):
            return False
        tags = self.kinds.tags(index)
        return "gov" in tags or "mil" in tags or (self.kinds.tree.tokens[index].text[0].isupper() and "party" in tags)
