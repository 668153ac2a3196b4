"""The label sets of the language core's heads, in the order in which the model was trained on them."""

from typing import Literal, get_args

from onrecord.model import EventType, Stance, Status


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Universal Dependencies 2 parts of speech, and the Penn tags of its English treebanks
UPOS = _words("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X")
PENN = _words(
    """
    $ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW GW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$
    RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``
    """
)
RELATIONS = _words(
    """
    acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj
    cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat flat:foreign goeswith
    iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent
    obl:unmarked orphan parataxis punct reparandum root vocative xcomp
    """
)
NAMES = _words("Person Organization Location Facility NORP Product Date Money Misc")
NAME_TAGS = ("O", *(f"{part}-{kind}" for kind in NAMES for part in "BIES"))
ROLES: tuple[Literal["source", "cue", "content"], ...] = ("source", "cue", "content")
LEVELS = ("outer", "inner", "innermost")  # a claim in the content of another is one level further in
LAYERS = tuple(f"{level} {role}" for level in LEVELS for role in ROLES)
BIO = ("O", "B", "I")
STANCES: tuple[Stance, ...] = get_args(Stance)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
TRIGGER_TAGS = ("O", *(f"{part}-{kind}" for kind in EVENT_TYPES for part in "BI"))
STATUSES: tuple[Status, ...] = get_args(Status)
POINTERS = ("content>cue", "cue>source", "trigger>actor", "trigger>recipient")

# the word-level scores that come as one row for each word, in this order
WIDTHS = {
    "end": 1,
    "upos": len(UPOS),
    "penn": len(PENN),
    "name": len(NAME_TAGS),
    "claim": len(LAYERS) * len(BIO),
    "stance": len(STANCES),
    "trigger": len(TRIGGER_TAGS),
    "status": len(STATUSES),
    "factuality": 1,
}
