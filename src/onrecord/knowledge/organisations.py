"""Bodies that news names without saying what they are: newspapers, agencies, alliances."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A known body; `country` (ISO 3166-1 alpha-3) is None where it is of no one state."""

    name: str
    country: str | None


@cache
def _table() -> dict[str, Organisation]:
    table: dict[str, Organisation] = {}
    for line in files("onrecord.knowledge").joinpath("organisations.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            name, country, others = line.split("\t")
            body = Organisation(name=name, country=None if country == "-" else country)
            for one in (name, *(x for x in others.split(";") if x)):
                table[_plain(one)] = body
    return table


def by_name(text: str) -> Organisation | None:
    """The known body of that name, with or without "the"; None where it is not known. Capitals matter."""
    return _table().get(_plain(text))


def _plain(name: str) -> str:
    name = name.replace("'", "’")
    return name[4:] if name[:4] in ("The ", "the ") else name
