"""Reads treebanks (CoNLL-U) and names (word and tag a line) as documents."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.language import labels
from training.core.documents import UNKNOWN, Document, index

MOST_WORDS = 2_000
CLOSING = frozenset([",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "n’t", "'", "’", "”"])
OPENING = frozenset(["(", "[", "$", "“", "‘"])


def trees(path: Path) -> Iterator[Document]:
    """The documents of a treebank with sentence ends, tags, heads and relations."""
    doc = _Builder(path.stem)
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.split("\n")
        if doc.words and (any(line.startswith("# newdoc") for line in lines) or len(doc.words) > MOST_WORDS):
            yield doc.document()
            doc = _Builder(path.stem)
        doc.sentence(lines)
    if doc.words:
        yield doc.document()


class _Builder:
    """Gathers sentences into one document."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.words: list[str] = []
        self.spaced: list[bool] = []
        self.paragraphs: list[int] = []
        self.units: list[int] = []
        self.rows: list[tuple[int, int, int, int]] = []
        self.ends: list[int] = []
        self.space = True

    def sentence(self, lines: list[str]) -> None:
        cells = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [c for c in cells if c[0].isdigit()]
        if not rows:
            return
        base = len(self.words)
        if not self.words or any(line.startswith("# newpar") for line in lines):
            self.paragraphs.append(base)
            self.space = True
        self.units.append(base)
        glued = _inside(cells)
        for c in rows:
            self._word(c, base, glued)
        self.ends.append(len(self.words) - 1)

    def _word(self, cells: list[str], base: int, glued: dict[int, bool]) -> None:
        number = int(cells[0])
        head = base + (int(cells[6]) if cells[6] != "0" else number) - 1
        self.words.append(cells[1])
        self.spaced.append(self.space)
        self.space = glued[number] if number in glued else "SpaceAfter=No" not in cells[9]
        self.rows.append(
            (UPOS.get(cells[3], UNKNOWN), PENN.get(cells[4], UNKNOWN), head, RELATIONS.get(cells[7], UNKNOWN))
        )

    def document(self) -> Document:
        upos, penn, heads, relations = (np.array(column, dtype=np.int64) for column in zip(*self.rows))
        end = np.zeros(len(self.words), dtype=np.int64)
        end[self.ends] = 1
        known = {"end": end, "upos": upos, "penn": penn, "head": heads, "relation": relations}
        return Document(
            source=self.source,
            words=self.words,
            spaced=self.spaced,
            paragraphs=self.paragraphs,
            units=self.units,
            labels=known,
        )


UPOS, PENN, RELATIONS = index(labels.UPOS), index(labels.PENN), index(labels.RELATIONS)
NAME_TAGS = index(labels.NAME_TAGS)


def _inside(cells: list[list[str]]) -> dict[int, bool]:
    """For words of a contraction ("do" + "n't"): whether white space follows."""
    found: dict[int, bool] = {}
    for c in cells:
        if "-" in c[0]:
            first, last = (int(n) for n in c[0].split("-"))
            found.update(dict.fromkeys(range(first, last), False))
            found[last] = "SpaceAfter=No" not in c[9]
    return found


def names(path: Path) -> Iterator[Document]:
    """The articles of a name corpus. Its layout is lost: white space is guessed, sentences are all units."""
    for part in path.read_text("utf-8").split("# doc = ")[1:]:
        sentences = [[line.split("\t") for line in block.split("\n") if "\t" in line] for block in part.split("\n\n")]
        words: list[str] = []
        tags: list[int] = []
        units: list[int] = []
        for sentence in filter(None, sentences):
            units.append(len(words))
            words += [cells[0].strip() for cells in sentence]
            tags += [NAME_TAGS[tag] for tag in _bioes([cells[1].strip() for cells in sentence])]
        yield Document(
            source=path.stem,
            words=words,
            spaced=spaces(words),
            paragraphs=[0],
            units=units,
            labels={"name": np.array(tags, dtype=np.int64)},
        )


def _bioes(tags: list[str]) -> list[str]:
    """BIO tags as BIOES."""
    found = []
    for tag, after in zip(tags, [*tags[1:], "O"]):
        goes_on = after == f"I-{tag[2:]}"
        part = {"B": "B" if goes_on else "S", "I": "I" if goes_on else "E"}.get(tag[:1], "O")
        found.append(f"{part}-{tag[2:]}" if part != "O" else "O")
    return found


def spaces(words: list[str]) -> list[bool]:
    """Whether white space stood before each word, guessed from the words."""
    spaced, inside = [], False
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        closes = word == '"' and inside
        opened = before == '"' and inside
        spaced.append(not (word in CLOSING or before in OPENING or closes or opened))
        inside = inside != (word == '"')
    return spaced
