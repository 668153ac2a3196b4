"""The words of one match: what classes it holds, and the numbers in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.knowledge import calendar
from onrecord.reading.times_atoms import CODES, Atom, Atoms

_CENTURIES = range(10, 21)


@dataclass(frozen=True, slots=True)
class Words:
    """The atoms [first, last) of a text, asked by class (a name in `times_atoms.CODES`)."""

    atoms: Atoms
    first: int
    last: int

    @property
    def codes(self) -> str:
        """The letters of these atoms."""
        return self.atoms.codes[self.first : self.last]

    def has(self, *names: str) -> bool:
        """Whether any atom is of one of the classes."""
        codes = self.atoms.codes[self.first : self.last]
        for name in names:  # noqa: SIM110 - asked more than anything else, and twice as fast as any()
            if CODES[name] in codes:
                return True
        return False

    def all(self, *names: str) -> list[str]:
        """The lower-case words of the classes, in order."""
        items, wanted = self.atoms.items, [CODES[name] for name in names]
        return [items[at].word for at, code in enumerate(self.codes, self.first) if code in wanted]

    def one(self, *names: str) -> str:
        """The first word of the classes; "" if none is there."""
        return self.all(*names)[0] if self.has(*names) else ""

    def find(self, pattern: str) -> "Words | None":
        """The part whose letters match a pattern written in letters."""
        match = re.search(pattern, self.codes)
        return Words(self.atoms, self.first + match.start(), self.first + match.end()) if match else None

    def part(self, first: int, last: int) -> "Words":
        """The atoms [first, last) counted from this match's first atom."""
        return Words(self.atoms, self.first + first, self.first + last)

    def before(self, count: int = 1) -> str:
        """The lower-case word so many places before; "" at the beginning."""
        at = self.first - count
        return self.atoms.items[at].word if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The lower-case word so many places after; "" at the end."""
        at = self.last + count - 1
        return self.atoms.items[at].word if at < len(self.atoms.items) else ""

    @property
    def text(self) -> str:
        """The words as the text has them."""
        return self.atoms.text[self.atoms.items[self.first].start : self.atoms.items[self.last - 1].end]

    def __iter__(self) -> Iterator[tuple[Atom, str]]:
        return iter(zip(self.atoms.items[self.first : self.last], self.codes))


def number(words: list[str]) -> float | None:
    """The number that digits or number words make ("twenty four", "2 1/2"); None if they make none."""
    if not words:
        return None
    if words[0][0].isdigit():
        return _digits(words)
    total, part = 0, 0
    for word in words:
        value = calendar.NUMBERS.get(word)
        if value is None:
            return None
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0
        else:
            part = max(part, 1) * value if value == 100 or word == "dozen" else part + value
    return total + part


def _digits(words: list[str]) -> float | None:
    first = float(words[0].replace(",", ""))
    if len(words) == 1:
        return first
    if len(words) == 3 and words[1].isdigit() and words[2].isdigit() and int(words[2]):
        return first + int(words[1]) / int(words[2])
    return None


def said_year(words: list[str]) -> int | None:
    """A year in words: "nineteen ninety-six", "two thousand", "two thousand twelve"; None if it is none."""
    values = [calendar.NUMBERS.get(word, 0) for word in words]
    if len(values) >= 2 and values[0] in _CENTURIES and 10 <= values[1] <= 90:
        tail = values[1] + sum(values[2:])
        return values[0] * 100 + tail if len(values) <= 3 and tail < 100 else None
    if values[:2] == [2, 1000] and sum(values[2:]) < 100:
        return 2000 + sum(values[2:])
    return None


def year(words: Words) -> int | None:
    """The year among the words, in digits or said; None if there is none."""
    digits = words.one("year")
    return int(digits) if digits else said_year(words.all("numword", "large"))


def ordinal(word: str) -> int | None:
    """ "third" or "3rd" as 3."""
    return int(word[:-2]) if word[:1].isdigit() else calendar.ORDINALS.get(word)
