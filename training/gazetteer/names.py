"""Which of the many names of a place are kept: those that an English text may use."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from onrecord.knowledge.gazetteer import fold

# an area's name says what it is; the bare name is a name of the area too
GENERIC = re.compile(
    r"^(?:(?:County|City|State|Province|Region|District|Department|Governorate|Prefecture|Republic|Municipality|"
    r"Borough|London Borough|Metropolitan Borough|Royal Borough|City and Borough|Autonomous Province|Canton|"
    r"Departamento|Département|Departement|Provincia|Wilaya|Bezirk|Landkreis|Kabupaten|Distrito|Estado) "
    r"(?:of |de la |de |du |d’|d')?)|"
    r"(?: (?:[Oo]blast’?'?|Region|Province|District|Governorate|Prefecture|Krai|Kray|Republic|State|Territory|"
    r"Department|Division|Municipality|Voivodeship|County|Parish|Raion|Metropolitan City|Autonomous Region|"
    r"Autonomous Okrug|Emirate|Area|Shi|Sheng|Zone|Capital Territory|Borough|City|do|si|gun))$"
)
LONGEST_LIST = 60


def bare(name: str) -> str | None:
    """The name of an area without the word for its kind; None where there is no such word."""
    short = GENERIC.sub("", name)
    return short if short and short != name else None


def is_latin(name: str) -> bool:
    plain = unicodedata.normalize("NFKD", name)
    return all(
        c.isascii() or unicodedata.combining(c) or "LATIN" in unicodedata.name(c, "") or c in "’‘ʻʼ–" for c in plain
    )


def kept(name: str, others: Iterable[str], *, known: bool) -> Iterator[str]:
    """The other names of a place that are kept; of a place that is not well `known`, few."""
    first = fold(name)
    seen = {first}
    for other in list(others)[: LONGEST_LIST * 4]:
        key = fold(other)
        if key in seen or len(key) < 4 or not is_latin(other) or not other[0].isupper():
            continue
        if any(c.isdigit() for c in other) or (other.isupper() and len(other) < 5):
            continue
        if not known and key[:2] != first[:2]:
            continue
        seen.add(key)
        yield other
