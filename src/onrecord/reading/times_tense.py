"""The tense that one verb shows: by its Penn tag and its helpers where a parse is there, else by its spelling."""

from collections.abc import Sequence
from typing import Literal

from onrecord.language import lexicon
from onrecord.model import Token

Tense = Literal["past", "present", "future"]
Shown = Literal["past", "present", "future", "open"]
"""A tense, or that a verb is there which leaves it open ("could be found"), as news does of what lies ahead."""

BETWEEN = frozenset("be been being not n't n’t also then now both".split())
"""Words between a helper and its verb; adverbs in -ly are passed over too."""
_WILL = frozenset("will shall 'll ’ll wo sha".split())
_MODALS = frozenset("would could can may might should must ca".split())
_IS = frozenset("is are am 's ’s 're ’re 'm ’m".split())
_PAST_HELPERS = frozenset("was were had has have 've ’ve did 'd ’d".split())
_AHEAD = frozenset("due scheduled slated upcoming planned expected deadline expire expires".split())
_PAST = frozenset(
    "was were had did said told has have been went took made came became began met held left found got gave won lost "
    "sent saw fell rose led kept knew thought brought bought caught fought taught sought built felt meant heard sat "
    "stood understood ran sold spoke broke wrote drove flew grew drew threw shot struck spent paid spread burst cost "
    "dealt fled bore swore tore wore chose froze stole woke hid bit slid sank swam sang rang drank shrank sprang stuck "
    "swept slept wept crept hung dug spun swung laid slipped reached".split()
) - {"spread", "burst", "cost"}
_PARTICIPLES = frozenset(
    "seen done gone taken given shown known born written spoken driven flown grown drawn thrown begun fallen risen "
    "chosen broken stolen hidden beaten eaten sworn torn worn sunk sung drunk become "
    "put set hit cut let read shut hurt".split()
)
_SAYS = frozenset("says say reports report writes".split())
_INTENT = frozenset(
    "plan plans planned planning expect expects expected intend intends intended hope hopes hoping want wants due set "
    "scheduled agree agrees agreed vow vows vowed promise promised promises ask asked asks order ordered urge urged "
    "prepare preparing prepared aim aims propose proposed proposes need needs is are ready likely have has supposed "
    "slated bound deadline invited going about decided decide threatens threatened".split()
)
_NOT = frozenset("not n't n’t".split())
_NOBODY = frozenset("neither nor nobody none".split())
_MEANT = frozenset(
    "plan expect intend hope want schedule agree vow promise ask order urge prepare aim propose need due set ready "
    "likely suppose slate bind invite go decide threaten".split()
)
_CLIMB = 12  # steps up the tree


# ---------------------------------------------------------------- the tree


def tree_tense(tokens: Sequence[Token], index: int) -> Shown | None:
    """The tense of the verb above a token; of the verb above that one where it shows none. None without a parse."""
    for _ in range(_CLIMB):
        token = tokens[index]
        if tense := _with_helpers(tokens, index):
            return tense
        if token.head is None or token.head == index:
            return None
        index = token.head
    return None


def _with_helpers(tokens: Sequence[Token], index: int) -> Shown | None:
    """The tense of a predicate (a verb, or a noun with a copula) from its helpers, else from its own tag."""
    token = tokens[index]
    helpers = _helpers(tokens, index)
    words = {helper.text.lower() for helper in helpers}
    if words & _WILL:
        return "future"
    if words & _PAST_HELPERS:
        return "future" if token.lemma in ("schedule", "slate") else "past"
    if "to" in words:
        return "future" if _is_meant(tokens, index) else None
    if words & _IS:
        return "future" if token.text.lower() in _AHEAD else "present"
    return _open(tokens, index) if words & _MODALS else _by_tag(token)


def _helpers(tokens: Sequence[Token], index: int) -> list[Token]:
    return [
        other
        for other in tokens[max(0, index - 10) : index]
        if other.head == index and (other.relation or "").startswith(("aux", "cop", "mark"))
    ]


def _open(tokens: Sequence[Token], at: int) -> Shown:
    """ "could be found" leaves it open; "could not be reached" and "would not say" tell of what has passed, but not
    "would not be approved"."""
    words = [token.text.lower() for token in tokens[max(0, at - 12) : at]]
    if words[-1:] == ["be"] and "would" in words[-4:]:
        return "open"
    none = not _NOT.isdisjoint(words[-4:]) or not _NOBODY.isdisjoint(words)
    return "past" if none and not {"could", "would"}.isdisjoint(words[-4:]) else "open"


def _is_meant(tokens: Sequence[Token], index: int) -> bool:
    """Whether what governs an infinitive looks ahead: "plans to", "is to", "agreed to"."""
    head = tokens[index].head
    return head is not None and head != index and tokens[head].lemma in _MEANT


def _by_tag(token: Token) -> Tense | None:
    word = token.text.lower()
    if token.tag not in ("VERB", "AUX"):
        return None
    if word in _AHEAD:
        return "future"
    if token.penn == "VBD" or (_looks_past(word) and token.penn != "VBN"):
        return "past"
    if token.penn == "VBN":
        return "past"
    if token.penn in ("VBZ", "VBP"):
        return "past" if word in _SAYS else "present"
    return None


# ---------------------------------------------------------------- one word


def shown(tokens: Sequence[Token], begin: int, at: int) -> Shown | None:
    """The tense that the word at an index shows, read with the words before it back to `begin`."""
    penn, word = tokens[at].penn, tokens[at].text.lower()
    odd = penn in ("VBD", "VBN") and not (_looks_past(word) or word in _PARTICIPLES or word.endswith(("ed", "en")))
    seen = _spelled(tokens, begin, at) if penn is None or odd else _tagged(tokens, begin, at)
    return _open(tokens, at) if seen == "open" else seen


def _tagged(tokens: Sequence[Token], begin: int, at: int) -> Shown | None:
    token = tokens[at]
    word, penn = token.text.lower(), token.penn or ""
    if word in _WILL or word in _AHEAD:
        return "future"
    if not penn.startswith("VB"):
        return None
    helper, before = _helper(tokens, begin, at)
    if helper in _WILL or helper == "to" or (penn == "VB" and not _looks_past(word)):
        return _of_base(helper, before)
    if helper in _MODALS:
        return "open"
    if penn == "VBN" and helper not in _IS | _PAST_HELPERS and _before_noun(tokens, at):
        return None
    if penn in ("VBD", "VBN") or _looks_past(word):
        return "present" if penn != "VBD" and helper in _IS else "past"
    if penn == "VBG":
        return "past" if helper in ("was", "were") else None
    return "past" if word in _SAYS or word in _PAST_HELPERS else "present"


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    """ "behind closed doors", "the planned talks": a participle that only describes."""
    if not 0 < at < len(tokens) - 1 or tokens[at + 1].tag != "NOUN":
        return False
    return tokens[at - 1].tag in ("ADP", "DET", "ADJ")


def _spelled(tokens: Sequence[Token], begin: int, at: int) -> Shown | None:
    word = tokens[at].text.lower()
    if word in _WILL:
        return "future"
    helper, before = _helper(tokens, begin, at)
    if word in _AHEAD:
        return "past" if before in ("he", "she", "they") or helper in ("he", "she", "they", "had") else "future"
    if word in _IS:
        return None if word in ("'s", "’s") else "present"
    if word in _SAYS:
        return "past"
    if word in _PARTICIPLES or _looks_past(word):
        return _of_participle(helper)
    classes = lexicon.classes(word)
    if classes == "V" and not word.endswith("ing"):
        return _of_base(helper, before)
    return "present" if word.endswith("s") and classes.startswith("V") else None


def _helper(tokens: Sequence[Token], begin: int, at: int) -> tuple[str, str]:
    """The word before a verb, over "not", "also", "be" and adverbs, and the one before that."""
    at -= 1
    while at >= begin and (tokens[at].text.lower() in BETWEEN or tokens[at].text.endswith("ly")):
        at -= 1
    helper = tokens[at].text.lower() if at >= begin else ""
    return helper, tokens[at - 1].text.lower() if at - 1 >= begin else ""


def _of_base(helper: str, before: str) -> Shown | None:
    """ "will meet" is ahead, "did not meet" past, "they meet" present; "could meet" tells nothing."""
    if helper in _WILL:
        return "future"
    if helper == "to":
        return "future" if before in _INTENT else None
    if helper == "did":
        return "past"
    return "open" if helper in _MODALS else "present"


def _of_participle(helper: str) -> Shown:
    """ "will be held" and "is to be held" are ahead, "is held" is present, "was held" and "held" are past."""
    if helper in _WILL or helper == "to":
        return "future"
    if helper in _MODALS:
        return "open"
    return "present" if helper in _IS else "past"


def _looks_past(word: str) -> bool:
    if word in _PAST:
        return True
    return len(word) > 4 and word.endswith("ed") and lexicon.classes(word)[:1] in ("V", "") and word != "indeed"
