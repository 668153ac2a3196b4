"""PLOVER: sixteen event types with their modes, the words that tell them and the words that tell their status."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from onrecord.model import EventType, Status

Effect = Literal["same", "none", "happened", "ongoing", "planned", "possible", "negated", "stopped"]
TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """An event type: `quad` is 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material
    conflict; `unlike` says what it is not; `modes` are its finer kinds with their meaning.
    """

    type: EventType
    quad: int
    meaning: str
    unlike: str
    examples: tuple[str, ...]
    modes: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that may tell an event, and what must stand around it; plover_triggers.tsv explains the fields.

    `before` are the words of the phrase before the noun ("phone" of "phone call"), `particle` what follows the
    verb ("off" of "call off"), "" where there is none. `type` is None where the words tell that there is no event.
    """

    word: str
    before: tuple[str, ...]
    particle: str
    verb: bool
    needs: tuple[str, ...]
    type: EventType | None
    mode: str | None
    recipients: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Governor:
    """What a word makes of the event below it; `own` says that its subject is the event's actor."""

    particle: str
    effect: Effect
    own: bool


@cache
def kinds() -> dict[EventType, Kind]:
    """The sixteen types in PLOVER's order."""
    modes: dict[str, dict[str, str]] = {}
    for kind, mode, meaning in _rows("plover_modes.tsv"):
        modes.setdefault(kind, {})[mode] = meaning
    table = {row[0]: row for row in _rows("plover_types.tsv")}
    return {name: _kind(name, table[name], modes.get(name, {})) for name in TYPES}


def _kind(name: EventType, row: list[str], modes: dict[str, str]) -> Kind:
    _, quad, meaning, unlike, examples = row
    return Kind(
        type=name, quad=int(quad), meaning=meaning, unlike=unlike, examples=tuple(examples.split(" | ")), modes=modes
    )


@cache
def contexts() -> dict[str, str]:
    """What an event may be about, with the meaning of each."""
    return {row[0]: row[1] for row in _rows("plover_contexts.tsv")}


@cache
def _triggers() -> dict[tuple[str, bool], tuple[Trigger, ...]]:
    table: dict[tuple[str, bool], tuple[Trigger, ...]] = {}
    types: dict[str, EventType] = {name: name for name in TYPES}
    for words, form, needs, kind, mode, recipients, score in _rows("plover_triggers.tsv"):
        for one in words.split(";"):
            phrase, _, particle = one.partition("~")
            *before, word = phrase.split("_")
            found = Trigger(
                word=word,
                before=tuple(before),
                particle=particle,
                verb=form == "v",
                needs=() if needs == "-" else tuple(needs.split()),
                type=types.get(kind),
                mode=None if mode == "-" else mode,
                recipients=() if recipients == "-" else tuple(recipients.split(",")),
                score=int(score) / 100,
            )
            key = word, found.verb
            table[key] = (*table.get(key, ()), found)
    return table


def triggers(word: str, *, verb: bool) -> tuple[Trigger, ...]:
    """What a verb's lemma or a noun (its lemma or itself, in lower case) may tell, in the order of the table."""
    return _triggers().get((word, verb), ())


@cache
def _governors() -> dict[tuple[str, str], tuple[Governor, ...]]:
    table: dict[tuple[str, str], tuple[Governor, ...]] = {}
    effects: dict[str, Effect] = {name: name for name in get_args(Effect)}
    for words, form, effect, own in _rows("plover_governors.tsv"):
        for phrase in words.split(";"):
            word, _, particle = phrase.partition("~")
            found = Governor(particle=particle, effect=effects[effect], own=own == "own")
            # a form with a particle says more than the bare verb
            rest = table.get((word, form), ())
            table[word, form] = (found, *rest) if particle else (*rest, found)
    return table


def governors(word: str, form: Literal["v", "n", "a", "m"]) -> tuple[Governor, ...]:
    """What a verb, noun, adjective or modifier (by lemma) makes of the event that hangs on it; those with a
    particle come first."""
    return _governors().get((word, form), ())


def _rows(name: str) -> list[list[str]]:
    lines = files("onrecord.knowledge").joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
