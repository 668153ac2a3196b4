"""Words to the pieces of an uncased BERT vocabulary (WordPiece, Wu et al. 2016), greedily from the left."""

import unicodedata
from collections.abc import Sequence

MOST_PIECES = 12  # of one word; longer ones (addresses, strings of digits) are cut
MOST_LETTERS = 100
MOST_REMEMBERED = 200_000
PAD, UNKNOWN, FIRST, LAST = "[PAD]", "[UNK]", "[CLS]", "[SEP]"


class Vocabulary:
    """Piece numbers by spelling; remembers the words it has cut."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._cut: dict[str, tuple[int, ...]] = {}
        self.pad, self.unknown, self.first, self.last = (self._numbers[p] for p in (PAD, UNKNOWN, FIRST, LAST))

    def cut(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one and at most MOST_PIECES."""
        found = self._cut.get(word)
        if found is None:
            if len(self._cut) >= MOST_REMEMBERED:
                self._cut.clear()
            found = self._cut[word] = self._pieces(word)
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        numbers = [n for part in _parts(fold(word[:MOST_LETTERS])) for n in self._greedy(part)]
        return tuple(numbers[:MOST_PIECES]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        numbers: list[int] = []
        start = 0
        while start < len(part):
            mark = "##" if start else ""
            stops = range(len(part), start, -1)
            stop = next((s for s in stops if mark + part[start:s] in self._numbers), None)
            if stop is None:
                return [self.unknown]
            numbers.append(self._numbers[mark + part[start:stop]])
            start = stop
        return numbers


def fold(word: str) -> str:
    """A word in lower case without accents, as the vocabulary spells it."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _parts(word: str) -> list[str]:
    """A folded word cut at every mark, the marks kept."""
    if word.isalnum():
        return [word]
    parts: list[str] = []
    run = ""
    for sign in word:
        if sign.isalnum():
            run += sign
            continue
        parts += [run, sign] if run else [sign]
        run = ""
    return [*parts, run] if run else parts
