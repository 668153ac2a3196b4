"""Measures word model, core and both, five-fold, on the sentences with marked parties.

python -m training.pairs.evaluate scratch/run1/checkpoint.pt --gold ../shared/gold --keep FOLDER

FOLDER keeps each fold's chances; folds that are there already are not trained again.
"""

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import f1_score

from training.core.train import vocabulary
from training.pairs import data, folds, train
from training.pairs.data import QUADS, TYPES, Pair
from training.pairs.words import Words

Chances = NDArray[np.float64]
CLASSES = np.array([QUADS[t] for t in TYPES])
ITEMS, SENTENCES = 0.5, 0.7  # weights of our longer items and our short sentences beside the gold's 1


def quad(chances: Chances) -> NDArray[np.int64]:
    """The likeliest class, 1 to 4, by the sums of its types' chances."""
    found: NDArray[np.int64] = np.stack([chances[:, c == CLASSES].sum(1) for c in range(1, 5)], 1).argmax(1) + 1
    return found


def both(core: Chances, words: Chances) -> Chances:
    """The mean of two models' chances."""
    return (core + words) / 2


def figures(name: str, pairs: Sequence[Pair], chances: Chances) -> str:
    """One line: macro-F1 and share right of types, macro-F1 of quad classes."""
    right = np.array([TYPES.index(p.type) for p in pairs])
    root = f1_score(right, chances.argmax(1), average="macro")
    quads = f1_score([p.quad for p in pairs], quad(chances), average="macro")
    return f"{name:6s} root {root:.3f} accuracy {np.mean(right == chances.argmax(1)):.3f} quad {quads:.3f}"


def by_type(pairs: Sequence[Pair], chances: Chances) -> str:
    """F1 of each type with its size, then the pairs of types that are most often taken for each other."""
    right = [TYPES.index(p.type) for p in pairs]
    found = chances.argmax(1)
    scores = f1_score(right, found, average=None, labels=range(len(TYPES)))
    lines = [f"{t:10s} {right.count(n):4d} {s:.3f}" for n, (t, s) in enumerate(zip(TYPES, scores))]
    wrong = Counter((TYPES[a], TYPES[b]) for a, b in zip(right, found) if a != b)
    return "\n".join([*lines, *(f"{n:3d} {a} taken for {b}" for (a, b), n in wrong.most_common(20))])


def fold(checkpoint: Path, own: Sequence[tuple[Pair, float]], taught: Sequence[Pair], asked: Sequence[Pair]) -> Chances:
    """Chances of both models [2, asked, types]: the fine-tuned core's, then the words'."""
    learned = [*((p, 1.0) for p in taught), *own]
    pieces = vocabulary()
    model = train.learn(train.load(checkpoint), [train.row(p, pieces, w) for p, w in learned], train.EPOCHS, 1)
    words = Words()
    words.learn([p for p, _ in learned], [w for _, w in learned])
    return np.stack([train.chances(model, [train.row(p, pieces) for p in asked]), words.chances(asked)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--keep", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.keep.mkdir(parents=True, exist_ok=True)
    pairs = data.gold(options.gold)
    where = np.array(folds.assign(folds.groups([p.text for p in pairs]), [p.type for p in pairs]))
    own = [*((p, ITEMS) for p in data.items()), *((p, SENTENCES) for p in data.written())]
    found = np.zeros((2, len(pairs), len(TYPES)))
    for number in range(folds.FOLDS):
        start, path = time.perf_counter(), options.keep / f"fold{number}.npy"
        asked = [p for p, f in zip(pairs, where) if f == number]
        if not path.is_file():
            taught = [p for p, f in zip(pairs, where) if f != number]
            np.save(path, fold(options.checkpoint, own, taught, asked))
        chances = found[:, where == number] = np.load(path)
        took = time.perf_counter() - start
        print(f"fold {number} {took:4.0f} s", figures("both", asked, both(*chances)), flush=True)
    for name, chances in (("words", found[1]), ("core", found[0]), ("both", both(*found))):
        print(figures(name, pairs, chances))
    print(by_type(pairs, both(*found)))


if __name__ == "__main__":
    main()
