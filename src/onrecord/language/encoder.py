"""Runs the shipped encoder over a text's words, window by window, on one thread."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.language import labels, traits, windows
from onrecord.language.pieces import Vocabulary
from onrecord.language.windows import Window

Floats = NDArray[np.float32]


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
    *,
    opens: bool,
) -> Words:
    """What the encoder is given of words; `spaced` tells of white space before each, `paragraphs` and `units` are first
    words, `opens` says that the first paragraph opens the text."""
    vocabulary = model().vocabulary
    edges = [*paragraphs, len(texts)]
    marks = [
        mark
        for first, last in pairwise(edges)
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
    """The loaded model: its session, name, vocabulary and the decoder's tables: `relation` [relations, dependent's
    width + 1, governor's width + 1], `steps` of the claim layers [layers, tags, tags]."""

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
        relation=np.ascontiguousarray(relation.transpose(1, 0, 2)),
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
    """Readings of all windows, in text order.

    One window at a time: int8 scales hang on all that is run together, so a window's reading hangs on nothing else;
    batches are no faster on one thread, and larger ones slower (windows at once, words/s beside one: 3: .97, 25: .68;
    measured with onnxruntime 1.32 on 12 news articles, 2026-11-25).
    """
    sizes = [len(p) for p in words.pieces]
    loaded = model()
    return [_read(words, w, loaded) for w in windows.cut(sizes, words.units, windows.MOST_PIECES - 2)]


def _read(words: Words, window: Window, loaded: Model) -> Reading:
    given = {name: np.array([column], dtype=np.int64) for name, column in _columns(words, window, loaded.vocabulary)}
    scores, arcs, *others = (found[0] for found in loaded.session.run(None, given))
    own = slice(window.first - window.start, window.stop - window.start)
    rest = dict(zip(("dependents", "governors", "askers", "answers", "none"), (o[own] for o in others)))
    return Reading(window=window, scores=scores[own], arcs=arcs[own, own], **rest)


def _columns(words: Words, window: Window, vocabulary: Vocabulary) -> list[tuple[str, list[int]]]:
    """Pieces, shapes and marks of a window with the first and last signs, and each word's first piece."""
    pieces, shapes, marks, first = [vocabulary.first], [0], [0], []
    for word in range(window.start, window.stop):
        first.append(len(pieces))
        own = words.pieces[word]
        pieces += own
        shapes += [words.shapes[word]] * len(own)
        marks += [words.marks[word]] * len(own)
    pieces.append(vocabulary.last)
    return [("pieces", pieces), ("shapes", [*shapes, 0]), ("marks", [*marks, 0]), ("first", first)]
