"""Words that put content into a source's mouth or mind, with the stance they give and what follows them."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from onrecord.model import Stance

Form = Literal["base", "third", "past", "participle", "ing"]
FORMS: tuple[Form, ...] = ("base", "third", "past", "participle", "ing")
STANCES: dict[str, Stance] = {
    "asserts": "asserts", "denies": "denies", "alleges": "alleges", "believes": "believes",
    "intends": "intends", "wants": "wants", "asks": "asks", "declines": "declines",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A reporting verb in one of its forms. `frames` are letters that cues.tsv explains; `particle` is ""
    or the word that must follow ("out" of "point out"). `forms` lists what the spelling may be.
    """

    lemma: str
    stance: Stance
    frames: str
    particle: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A reporting noun; `bare` says that it makes a claim even where nobody owns it ("reports that")."""

    stance: Stance
    frames: str
    bare: bool


@cache
def _verbs() -> dict[str, tuple[Verb, ...]]:
    found: dict[str, tuple[Verb, ...]] = {}
    for cells in _rows("cues.tsv"):
        lemma, stance, frames = cells[:3]
        particle = lemma.partition("~")[2]
        for word in dict.fromkeys(cells[3:]):
            forms = tuple(form for form, spelling in zip(FORMS, cells[3:]) if spelling == word)
            verb = Verb(lemma=lemma, stance=STANCES[stance], frames=frames, particle=particle, forms=forms)
            found[word] = (*found.get(word, ()), verb)
    return found


@cache
def _nouns() -> dict[str, Noun]:
    found = {}
    for singular, plural, stance, frames, bare in _rows("cue_nouns.tsv"):
        found[singular] = found[plural] = Noun(stance=STANCES[stance], frames=frames, bare=bare == "yes")
    return found


@cache
def scores() -> dict[str, float]:
    """How often each pattern of claim was right when measured, by the pattern's name."""
    return {pattern: float(share) for pattern, share, *_ in _rows("cue_scores.tsv")}


def verbs(word: str) -> tuple[Verb, ...]:
    """The reporting verbs that a word may be a form of; those with a particle come last. Case is ignored."""
    return _verbs().get(word.lower(), ())


def noun(word: str) -> Noun | None:
    """The reporting noun, or None. Case is ignored."""
    return _nouns().get(word.lower())


def _rows(name: str) -> list[list[str]]:
    lines = files("onrecord.knowledge").joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
