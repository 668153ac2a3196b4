"""Scores of the encoder to grammar: tags, lemmas, and a well-formed tree for each sentence."""

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.language import labels, lemmas, trees
from onrecord.language.encoder import Floats, Model, Reading
from onrecord.language.trees import Heads
from onrecord.model import Span, Token

# Words whose relations are scored at once: more, and the linear algebra library starts threads, which on a busy machine
# cost ten times what they save.
CHUNK = 26


def columns(scores: Floats) -> dict[str, Floats]:
    """The scores by head."""
    edges = np.cumsum([0, *labels.WIDTHS.values()])
    return {name: scores[:, a:b] for name, a, b in zip(labels.WIDTHS, edges, edges[1:])}


def parsed(
    words: Sequence[Token], scores: dict[str, Floats], readings: Sequence[Reading], stops: Sequence[int], model: Model
) -> list[Token]:
    """The tokens with tags, lemmas, heads (counted within `words`) and relations; `stops` are the words after each
    sentence."""
    heads, relations = _trees([any(map(str.isalnum, w.text)) for w in words], readings, stops, model)
    upos = [labels.UPOS[i] for i in scores["upos"].argmax(1)]
    penn = [_spelt(t.text, labels.PENN[i]) for t, i in zip(words, scores["penn"].argmax(1))]
    return [
        Token(span=t.span, text=t.text, tag=u, penn=p, lemma=lemmas.lemma(t.text, p), head=h, relation=r)
        for t, u, p, h, r in zip(words, upos, penn, heads.tolist(), relations)
    ]


def _spelt(word: str, penn: str) -> str:
    """The tag, but for a past tense that its spelling rules out ("plans")."""
    return "VBZ" if penn == "VBD" and word.endswith("s") and len(word) > 3 else penn


def _trees(
    spelt: Sequence[bool], readings: Sequence[Reading], stops: Sequence[int], model: Model
) -> tuple[Heads, list[str]]:
    """Each word's head and relation; `spelt` tells which have letters or digits. A sentence that runs over two windows
    is parsed in each; the later root hangs on the first. Marks alone hang on the first of them."""
    heads = np.arange(len(spelt))
    relations = ["root"] * len(spelt)
    for reading in readings:
        base, stop = reading.window.first, reading.window.stop
        for first, last in _inside(stops, base, stop):
            part = slice(first - base, last - base)
            heads[first:last] = first + (trees.heads(reading.arcs[part, part]) if any(spelt[first:last]) else 0)
        own = heads[base:stop] - base
        for word, name in enumerate(_relations(reading, own, model)):
            relations[base + word] = name
    _one_root(heads, relations, stops)
    return heads, relations


def _inside(stops: Sequence[int], base: int, stop: int) -> Iterator[Span]:
    """The sentences, or parts of sentences, of one window."""
    first = base
    for last in stops[int(np.searchsorted(stops, base, side="right")) :]:
        yield first, min(last, stop)
        first = min(last, stop)
        if last >= stop:
            return


def _relations(reading: Reading, heads: Heads, model: Model) -> list[str]:
    """The best relation of each word to its head; "root" for roots and for them alone."""
    ones = np.ones((len(heads), 1), dtype=np.float32)
    left = np.concatenate((reading.dependents, ones), 1)
    right = np.concatenate((reading.governors[heads], ones), 1)
    chunks = (slice(at, at + CHUNK) for at in range(0, len(heads), CHUNK))
    scores = np.concatenate([np.einsum("rng,ng->nr", left[c] @ model.relation, right[c]) for c in chunks])
    root = labels.RELATIONS.index("root")
    scores[:, root] = np.where(heads == np.arange(len(heads)), np.inf, -np.inf)
    return [labels.RELATIONS[i] for i in scores.argmax(1)]


def _one_root(heads: Heads, relations: list[str], stops: Sequence[int]) -> None:
    first = 0
    for last in stops:
        roots = np.flatnonzero(heads[first:last] == np.arange(first, last)) + first
        for extra in roots[1:]:
            heads[extra], relations[extra] = roots[0], "parataxis"
        first = last
