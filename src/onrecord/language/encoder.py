"""Runs the shipped encoder over a text's words: windows in batches of like length, one thread, bounded memory."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.language import labels, traits, windows
from onrecord.language.pieces import Vocabulary
from onrecord.language.windows import Window

Floats = NDArray[np.float32]
BATCH_PIECES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the encoder is given of a text: for each word its pieces, shape and marks; first words of units."""

    pieces: Sequence[tuple[int, ...]]
    shapes: Sequence[int]
    marks: Sequence[int]
    units: Sequence[int]


def words(
    texts: Sequence[str],
    spaced: Sequence[bool],
    paragraphs: Sequence[int],
    units: Sequence[int],
    vocabulary: Vocabulary,
    *,
    opens: bool,
) -> Words:
    """What the encoder is given of words; `spaced` tells of white space before each, `paragraphs` and `units` are first words,
    `opens` says that the first paragraph opens the text."""
    edges = [*paragraphs, len(texts)]
    marks = [
        mark
        for first, last in zip(edges, edges[1:])
        for mark in traits.marks(texts[first:last], spaced[first:last], first=opens and first == 0)
    ]
    shapes = [traits.shape(t) for t in texts]
    return Words(pieces=[vocabulary.cut(t) for t in texts], shapes=shapes, marks=marks, units=units)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the encoder says of one window's own words, row i being word `window.first` + i.

    `arcs` is square over these words; the other arrays are as training/core/model.py has them.
    """

    window: Window
    scores: Floats
    arcs: Floats
    dependents: Floats
    governors: Floats
    askers: Floats
    answers: Floats
    none: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The loaded model: its session, name, vocabulary and the decoder's tables."""

    session: Any
    name: str
    vocabulary: Vocabulary
    relation: Floats
    steps: Floats


@cache
def model() -> Model:
    """The shipped model, loaded at the first call."""
    folder = files("onrecord.language").joinpath("model")
    told = json.loads(folder.joinpath("model.json").read_text("utf-8"))
    if told["widths"] != labels.WIDTHS:
        raise RuntimeError("the shipped model was made for other label sets; export it again")
    with as_file(folder.joinpath("decoder.npz")) as path, np.load(path) as tables:
        relation, steps = tables["relation"].astype(np.float32), tables["steps"].astype(np.float32)
    pieces = folder.joinpath("vocabulary.txt").read_text("utf-8").splitlines()
    return Model(
        session=_session(folder.joinpath("core.onnx").read_bytes()),
        name=told["name"],
        vocabulary=Vocabulary([sys.intern(p) for p in pieces]),
        relation=relation,
        steps=steps,
    )


def _session(data: bytes) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def read(words: Words) -> list[Reading]:
    """Readings of all windows, in text order."""
    cut = list(windows.cut([len(p) for p in words.pieces], words.units, windows.MOST_PIECES - 2))
    sized = sorted((sum(len(p) for p in words.pieces[w.start : w.stop]) + 2, n) for n, w in enumerate(cut))
    found: dict[int, Reading] = {}
    for group in _groups(sized):
        rows = [cut[n] for n in group]
        found.update(zip(group, _run(words, rows)))
    return [found[n] for n in range(len(cut))]


def _groups(sized: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    group: list[int] = []
    for size, number in sized:
        if group and (len(group) + 1) * size > BATCH_PIECES:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _run(words: Words, rows: Sequence[Window]) -> Iterator[Reading]:
    loaded = model()
    flat = [_flat(words, w, loaded.vocabulary) for w in rows]
    wide = max(len(f[0]) for f in flat)
    most = max(w.stop - w.start for w in rows)
    given = {name: np.zeros((len(rows), wide), dtype=np.int64) for name in ("pieces", "shapes", "marks")}
    given["first"] = np.zeros((len(rows), most), dtype=np.int64)
    for i, columns in enumerate(flat):
        for name, column in zip(("pieces", "shapes", "marks", "first"), columns):
            given[name][i, : len(column)] = column
    scores, arcs, *others = loaded.session.run(None, given)
    for i, w in enumerate(rows):
        own = slice(w.first - w.start, w.stop - w.start)
        rest = dict(zip(("dependents", "governors", "askers", "answers", "none"), (o[i, own] for o in others)))
        yield Reading(window=w, scores=scores[i, own], arcs=arcs[i, own, own], **rest)


def _flat(words: Words, window: Window, vocabulary: Vocabulary) -> tuple[list[int], list[int], list[int], list[int]]:
    """Pieces, shapes and marks of a window with the first and last signs, and each word's first piece."""
    pieces, shapes, marks, first = [vocabulary.first], [0], [0], []
    for word in range(window.start, window.stop):
        first.append(len(pieces))
        own = words.pieces[word]
        pieces += own
        shapes += [words.shapes[word]] * len(own)
        marks += [words.marks[word]] * len(own)
    pieces.append(vocabulary.last)
    return pieces, shapes, marks, first
