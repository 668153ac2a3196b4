"""Nouns that tell what a party is: "minister" a person, "ministry" an organisation, "protesters" a group."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.model import EntityKind

SHORT = "mr mrs ms miss dr prof gen lt col capt sgt maj adm cmdr sen rep gov pres rev hon brig cpl sir dame lord lady"
KINDS: dict[str, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "work": "work",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One noun: what it makes of its bearer, whether it is a plural, whether it may stand before a name."""

    noun: str
    kind: EntityKind
    plural: bool
    title: bool


@cache
def _table() -> dict[str, Role]:
    table: dict[str, Role] = {}
    for line in files("onrecord.knowledge").joinpath("roles.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            noun, kind, plural, title = line.split("\t")
            several = "group" if KINDS[kind] == "person" else kind
            if plural != "-":
                table.setdefault(plural, Role(noun=plural, kind=KINDS[several], plural=True, title=False))
            table[noun] = Role(noun=noun, kind=KINDS[kind], plural=kind == "group", title=title == "title")
    return table


def role(noun: str) -> Role | None:
    """What the table knows of a noun ("Minister", "officials"); None where it knows nothing."""
    return _table().get(noun.lower())


def is_title(word: str) -> bool:
    """Whether the word may stand before a person's name, with or without its full stop ("Gen.", "Mr")."""
    known = _table().get(word.lower())
    return word.lower().rstrip(".") in _short() or (known is not None and known.title)


@cache
def _short() -> frozenset[str]:
    return frozenset(SHORT.split())
