"""Lemmas of English words from their Penn tags: a table of irregular forms, then the spelling rules of inflection."""

from functools import cache, lru_cache
from importlib.resources import files

KINDS = {
    "NNS": "plural", "NNPS": "plural", "VBD": "past", "VBN": "past", "VBG": "ing", "VBZ": "third",
    "VB": "base", "VBP": "base", "MD": "base", "JJR": "more", "RBR": "more", "JJS": "most", "RBS": "most",
}  # fmt: skip
VOWELS = "aeiou"
# what a stem ends in that has lost its e
E_ENDINGS = tuple(
    """
    at iz is us uc rg ng dg lv rv iv ov av ir ur ut in ag rs ns as os bl pl tl dl gl cl fl ac ic nc rc ud id ad
    od am im um om ap op ip ar or ak ok ik al il ul ol ot it eas eav iev eiv u
    """.split()
)


@lru_cache(maxsize=100_000)
def lemma(word: str, penn: str) -> str:
    """The dictionary form of a word, in lower case but for proper names, which stay as they are."""
    if penn in ("NNP", "NNPS"):
        return word
    return by_kind(word.lower(), KINDS.get(penn, ""))


def kind(penn: str) -> str:
    """What an inflection does to a word of this tag; "" where nothing."""
    return KINDS.get(penn, "") if penn != "NNPS" else ""


def by_kind(form: str, kind: str) -> str:
    """The lemma of a lower-case form."""
    known = irregular().get((form, kind)) if kind else None
    return known if known is not None else by_rule(form, kind)


@cache
def irregular() -> dict[tuple[str, str], str]:
    """Forms that the rules miss."""
    path = files("onrecord.language").joinpath("lemmas.tsv")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {(form, kind): found for form, kind, found in rows}


def by_rule(form: str, kind: str) -> str:
    """The lemma by spelling alone."""
    if kind in ("plural", "third"):
        return _without_s(form)
    if kind == "past" and form.endswith("ed") and len(form) > 3:
        return _stem(form[:-2], ied=form.endswith("ied"))
    if kind == "ing" and form.endswith("ing") and len(form) > 4:
        return _stem(form[:-3], ied=False)
    if kind in ("more", "most"):
        ending = "er" if kind == "more" else "est"
        return _stem(form[: -len(ending)], ied=form.endswith("i" + ending)) if form.endswith(ending) else form
    return form


def _without_s(form: str) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form


def _stem(stem: str, *, ied: bool) -> str:
    """What an ending was put on: undoubled, or with its e, or its y, back."""
    if ied:
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    single = sum(c in VOWELS for c in stem) == 1
    short = len(stem) > 1 and single and stem[-1] not in VOWELS + "wxy" and stem[-2] in VOWELS and len(stem) > 2
    return stem + "e" if short or (stem.endswith(E_ENDINGS) and not single) or stem.endswith(("c", "v", "z")) else stem
