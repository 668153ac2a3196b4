"""Documents to batches: windows like those of run time, of random width, padded, with their labels."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.language import traits, windows
from onrecord.language.pieces import Vocabulary
from onrecord.language.windows import Window
from training.core.documents import UNKNOWN, Document

WIDEST, NARROWEST = windows.MOST_PIECES, 48


@dataclass(slots=True, kw_only=True)
class Batch:
    """Windows of one source. `links` rows: kind, window, from, to (-1 none); `pairs` rows: window, source, target,
    type."""

    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    first: Tensor
    real: Tensor
    labels: dict[str, Tensor]
    links: Tensor
    pairs: Tensor


@dataclass(slots=True, kw_only=True)
class Cut:
    """A document with its words cut into pieces."""

    document: Document
    pieces: list[tuple[int, ...]]
    shapes: list[int]
    marks: list[int]


def cut(document: Document, vocabulary: Vocabulary) -> Cut:
    """A document ready to be windowed."""
    return Cut(
        document=document,
        pieces=[vocabulary.cut(w) for w in document.words],
        shapes=[traits.shape(w) for w in document.words],
        marks=document.marks(),
    )


def epochs(texts: Sequence[Cut], vocabulary: Vocabulary, size: int, seed: int) -> Iterator[Batch]:
    """Batches of about `size` pieces for ever, each epoch cut into other windows."""
    dice = random.Random(seed)
    while True:
        rows = [(t, w) for t in texts for w in _windows(t, dice)]
        dice.shuffle(rows)
        for group in _groups(rows, size):
            yield batch(group, vocabulary)


def _windows(text: Cut, dice: random.Random) -> Iterator[Window]:
    most = dice.choice((NARROWEST, 96, WIDEST, WIDEST))
    context = dice.choice((0, 24, windows.CONTEXT_PIECES)) if most > NARROWEST else 0
    yield from windows.cut([len(p) for p in text.pieces], text.document.units, most - 2, context)


def _groups(rows: Sequence[tuple[Cut, Window]], size: int, pool: int = 32) -> Iterator[list[tuple[Cut, Window]]]:
    """Groups of windows of like length."""
    step = max(1, pool * size // WIDEST)
    for start in range(0, len(rows), step):
        near = sorted(rows[start : start + step], key=_length)
        group: list[tuple[Cut, Window]] = []
        groups = []
        for row in near:
            if group and (len(group) + 1) * _length(row) > size:
                groups.append(group)
                group = []
            group.append(row)
        groups.append(group)
        random.Random(start).shuffle(groups)
        yield from groups


def _length(row: tuple[Cut, Window]) -> int:
    text, window = row
    return 2 + sum(len(p) for p in text.pieces[window.start : window.stop])


def batch(rows: Sequence[tuple[Cut, Window]], vocabulary: Vocabulary) -> Batch:
    """One batch; labels of padding are UNKNOWN, and heads outside a window too."""
    wide = max(_length(row) for row in rows)
    most = max(w.stop - w.start for _, w in rows)
    pieces, shapes, marks = (np.zeros((len(rows), wide), dtype=np.int64) for _ in range(3))
    first = np.zeros((len(rows), most), dtype=np.int64)
    real = np.zeros((len(rows), most), dtype=bool)
    names = rows[0][0].document.labels
    shape = {n: (len(rows), most, *a.shape[1:]) for n, a in names.items()}
    known = {n: np.full(shape[n], UNKNOWN, dtype=np.int64) for n in names}
    links: list[tuple[int, int, int, int]] = []
    pairs: list[tuple[int, int, int, int]] = []
    for i, (text, w) in enumerate(rows):
        flat, at = _fill(text, w, vocabulary)
        pieces[i, : len(flat[0])], shapes[i, : len(flat[0])], marks[i, : len(flat[0])] = flat
        count = w.stop - w.start
        first[i, :count], real[i, :count] = at, True
        for name, values in text.document.labels.items():
            known[name][i, :count] = _shifted(name, values[w.start : w.stop], w)
        links += list(_links(text.document, w, i))
        pairs += [
            (i, s - w.start, t - w.start, k)
            for s, t, k in text.document.pairs
            if w.start <= min(s, t) and max(s, t) < w.stop
        ]
    return Batch(
        pieces=torch.from_numpy(pieces),
        shapes=torch.from_numpy(shapes),
        marks=torch.from_numpy(marks),
        first=torch.from_numpy(first),
        real=torch.from_numpy(real),
        labels={n: torch.from_numpy(a) for n, a in known.items()},
        links=torch.tensor(links, dtype=torch.int64).view(-1, 4),
        pairs=torch.tensor(pairs, dtype=torch.int64).view(-1, 4),
    )


def _fill(text: Cut, window: Window, vocabulary: Vocabulary) -> tuple[list[list[int]], list[int]]:
    """Pieces, shapes and marks with the first and last signs, and each word's first piece."""
    flat: list[list[int]] = [[vocabulary.first], [0], [0]]
    at = []
    for word in range(window.start, window.stop):
        at.append(len(flat[0]))
        flat[0] += text.pieces[word]
        flat[1] += [text.shapes[word]] * len(text.pieces[word])
        flat[2] += [text.marks[word]] * len(text.pieces[word])
    for row, value in zip(flat, (vocabulary.last, 0, 0)):
        row.append(value)
    return flat, at


def _shifted(name: str, values: np.ndarray, window: Window) -> np.ndarray:
    if name != "head":
        return values
    inside = (values >= window.start) & (values < window.stop)
    return np.where(inside, values - window.start, UNKNOWN)


def _links(document: Document, window: Window, number: int) -> Iterator[tuple[int, int, int, int]]:
    """The links that start in a window; where the other end is outside, nothing is said."""
    for links in document.links:
        for start, stop in links.rows:
            if window.start <= start < window.stop and (stop == -1 or window.start <= stop < window.stop):
                yield links.kind, number, start - window.start, stop - window.start if stop >= 0 else -1
