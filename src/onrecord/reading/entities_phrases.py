"""What a noun phrase says of its bearer: head noun, number, kind, the state that it acts for or comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.knowledge import countries, organisations, roles
from onrecord.language.words import OWNERS, POSSESSIVES
from onrecord.model import EntityKind, Span, Token
from onrecord.reading.events_tree import Tree

# endings of nouns for persons that no table lists ("pathologist", "treasurer", "guardian")
_PERSONAL = ("er", "or", "ist", "ian", "ee", "ant", "eur", "man", "woman", "person", "wright", "logue")
# nouns with such endings that are no persons
_THINGS = frozenset(
    """
    number paper letter order offer matter water power river border summer winter weather corner centre center
    computer motor tractor factor sector error terror mirror shelter tender tower border barrier carrier container
    fever dinner quarter chapter register transfer manner timber helicopter trailer trawler freighter tanker
    laser layer buffer counter meter cover danger hunger anger murder disorder encounter fibre poster newsletter
    restaurant plant grant committee fee coffee guarantee refinery warrant covenant airliner liner steamer
    cruiser destroyer
    shoulder finger liver ladder feather leather thunder corridor reactor elevator generator detector indicator monitor
    tier pier door floor labour harbour colour humour rumour honour flavour favour tumour rotor
    """.split()
)
# modifiers that say that somebody does not act for the state
_PARTISAN = frozenset("former ex-president exiled opposition separatist rebel".split())
_LED = frozenset("attorney secretary director consul auditor solicitor governor inspector surgeon".split())  # … general
_MANNERS = frozenset(["private", "general", "person", "chief"])  # "in private" is nobody
_WOMEN = frozenset("woman mother daughter wife widow sister queen princess aunt actress girl lady duchess nun".split())
_MEN = frozenset(
    "man father son husband widower brother king prince uncle actor boy duke monk priest imam pope".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase read: `index` of its head, `head` in lower case, `noun` its lemma; `kind` None where the head is
    unknown; `definite` with "the" or an owner; `country` of the state that its own words name; `modifiers` in lower
    case without states; `owner` the index of the possessive before it."""

    index: int
    head: str
    noun: str
    kind: EntityKind | None
    plural: bool
    definite: bool
    country: str | None
    modifiers: frozenset[str]
    owner: int | None
    span: Span
    text: str


class Phrases:
    """Reads the noun phrases of one text."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def read(self, index: int, *, alone: bool = False) -> Phrase:
        """What the phrase of a head says; `alone` leaves out what is joined to it."""
        tree = self.tree
        first, last = tree.core(index)
        head = tree.low(index)
        noun = tree.lemma(index).removeprefix("ex-")
        plural = self.plural(index, alone=alone)
        return Phrase(
            index=index,
            head=head,
            noun=noun,
            kind=kind(head, noun, plural=plural),
            plural=plural,
            definite=self._definite(index),
            country=self.country(index),
            modifiers=self._modifiers(index),
            owner=next(iter(tree.kids(index, "nmod:poss")), None),
            span=tree.span(index),
            text=joined(plain(tree.tokens[first:last])),
        )

    def plural(self, index: int, *, alone: bool = False) -> bool:
        """Whether the noun stands for several, or (unless `alone`) is joined to another."""
        tree = self.tree
        known = roles.role(tree.low(index))
        if not alone and any(tree.nominal(k) for k in tree.kids(index, "conj")):
            return True
        return (tree.tokens[index].penn or "") in ("NNS", "NNPS") or (known is not None and known.plural)

    def _definite(self, index: int) -> bool:
        kids = self.tree.kids(index)
        return any(self.tree.low(k) in ("the", "this", "that", "these", "those") for k in kids) or any(
            self.tree.relation(k) == "nmod:poss" for k in kids
        )

    def _modifiers(self, index: int) -> frozenset[str]:
        tree = self.tree
        near = [k for k in tree.kids(index, "amod", "compound", "nmod:desc") if k < index]
        words = {"former"} if tree.low(index).startswith("ex-") else set()
        words |= {tree.low(k) for k in near} | {tree.low(j) for k in near for j in tree.kids(k, "compound", "amod")}
        return frozenset(w for w in words if not state(w.title()) and not state(w.upper()))

    def country(self, index: int) -> str | None:
        """The one state that the phrase names as its own: "Polish engineers", "army of Mali"."""
        tree = self.tree
        found: set[str] = set()
        for kid in tree.kids(index):
            relation = tree.relation(kid)
            belongs = kid < index and relation in ("amod", "compound", "nmod:poss", "nmod:desc", "nmod")
            if belongs or (relation == "nmod" and tree.case(kid) == "of"):
                found |= self._states(kid)
        if self._modifiers(index) & _PARTISAN and roles.role(tree.low(index)) is None:
            return None
        return found.pop() if len(found) == 1 else None

    def _states(self, index: int) -> set[str]:
        tree = self.tree
        names = [index, *(k for k in tree.kids(index, "conj"))]
        found = {code for i in names if (code := self._state(i))}
        deeper = [
            k for k in tree.kids(index, "amod", "compound", "nmod:poss", "nmod") if k < index or tree.case(k) == "of"
        ]
        return found or {code for k in deeper if (code := self._state(k))}

    def _state(self, index: int) -> str | None:
        tree = self.tree
        words = tree.name(index)
        text = joined(tree.tokens[words.start : words.stop])
        return state(text) or state(tree.tokens[index].text)


def state(text: str) -> str | None:
    """The state that a name, demonym, capital or known body belongs to."""
    if not text or not text[0].isupper():
        return None
    found = countries.by_demonym(text) or countries.by_name(text) or countries.by_capital(text)
    if found is not None:
        return found.code
    body = organisations.by_name(text)
    return body.country if body is not None else None


def kind(head: str, noun: str, *, plural: bool) -> EntityKind | None:
    """What a noun makes of its bearer, by the table, else by its ending; None where nothing tells."""
    known = roles.role(head) or roles.role(noun) or (roles.role(head.rpartition("-")[2]) if "-" in head else None)
    if known is not None:
        return "group" if plural and known.kind in ("person", "group") else known.kind
    if noun in _THINGS or len(noun) < 5 or not noun.isalpha() or not noun.endswith(_PERSONAL):
        return None
    return "group" if plural else "person"


def plain(words: Sequence[Token]) -> Sequence[Token]:
    """The words without a leading article."""
    return words[1:] if len(words) > 1 and words[0].text.lower() in ("the", "a", "an") else words


def joined(words: Sequence[Token]) -> str:
    """The words as the text has them, with single blanks."""
    text = ""
    for index, word in enumerate(words):
        gap = index > 0 and words[index - 1].span[1] < word.span[0]
        text += f" {word.text}" if gap else word.text
    return text


def owned(words: Sequence[Token]) -> bool:
    """Whether a possessive opens the phrase."""
    return bool(words) and (words[0].text.lower() in POSSESSIVES or any(w.text in OWNERS for w in words[:4]))


def woman(noun: str) -> bool | None:
    """Whether a noun names a woman, a man, or (None) either."""
    if noun in _WOMEN or noun.endswith("woman"):
        return True
    return False if noun in _MEN or (noun.endswith("man") and noun != "human") else None


def set_phrase(before: str, word: str) -> bool:
    """Whether a word only completes the one before it: "attorney general", "in private"."""
    return (word == "general" and before in _LED) or (word in _MANNERS and before == "in")
