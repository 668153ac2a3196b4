"""Trains the debris classifier and writes its weights; cross-validated by site along the way.

python -m training.debris.train                    train, report the folds, write debris.json
python -m training.debris.train --gold DIR --dry   elsewhere; write nothing
"""

import argparse
import gzip
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from onrecord.knowledge.debris import Weights
from onrecord.pages import debris, debris_first, debris_second, traits
from onrecord.pages.blocks import Block
from onrecord.pages.lines import Row
from training.debris import data
from training.debris.data import FOLD_WEIGHTS, FOLDS, Example, fold_of

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
OUT = ROOT / "src" / "onrecord" / "knowledge" / "debris.json"
LEAST_SITES = 4
SMALLEST = 0.02
FINE = {"max_iter": 110, "learning_rate": 0.075, "max_leaf_nodes": 8, "min_samples_leaf": 60}
COARSE = {"max_iter": 60, "learning_rate": 0.12, "max_leaf_nodes": 14, "min_samples_leaf": 40}
BOOST: dict[str, dict[str, Any]] = {"html 1": FINE, "html 2": FINE, "pasted 1": COARSE, "pasted 2": COARSE}


Name = tuple[str, str, str]  # kind, id and origin of an example


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """Weights of all pages, of each fold's other pages, and out-of-fold chances by example."""

    weights: dict[str, Any]
    folds: list[dict[str, Any]]
    chances: dict[Name, list[float]]


def class_terms(block: Block) -> list[str]:
    """The class names that score a block: "n:" of its element, its parent and inner element, "f:" of all above."""
    context, parent = block.context, block.context.parent
    near = [*context.names, *(parent.names if parent else ()), *block.inner]
    far: list[str] = []
    at = parent
    while at is not None:
        far += at.names
        at = at.parent
    return ["n:" + name for name in near] + ["f:" + name for name in far]


def linear(bags: Sequence[Sequence[str]], marks: Sequence[int], sites: Sequence[str], c: float) -> dict[str, float]:
    """Logistic weights of the terms that at least LEAST_SITES sites use."""
    seen: dict[str, set[str]] = defaultdict(set)
    for bag, site in zip(bags, sites):
        for term in bag:
            seen[term].add(site)
    vocabulary = {t: i for i, t in enumerate(t for t, s in seen.items() if len(s) >= LEAST_SITES)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for i, bag in enumerate(bags):
        for term, count in Counter(bag).items():
            if term in vocabulary:
                rows.append(i)
                columns.append(vocabulary[term])
                values.append(float(count))
    matrix = csr_matrix((values, (rows, columns)), shape=(len(bags), len(vocabulary)))
    model = LogisticRegression(C=c, solver="liblinear", max_iter=200)
    model.fit(matrix, marks)
    return {t: round(float(model.coef_[0][i]), 3) for t, i in vocabulary.items() if abs(model.coef_[0][i]) >= SMALLEST}


def word_weights(examples: Sequence[Example]) -> Weights:
    """The weights of words (from all pages) and class names (from HTML), without trees."""
    told = [
        (line, mark, e.site)
        for e in examples
        if e.kind == "html" or e.origin == "column"
        for line, mark in zip(e.lines, e.labels)
    ]
    marked = [(line.block, mark, site) for line, mark, site in told if line.block is not None]
    words = linear([traits.terms(line.text) for line, _, _ in told], *_columns(told), 0.15)
    classes = linear([class_terms(block) for block, _, _ in marked], *_columns(marked), 0.05)
    near = {t[2:]: w for t, w in classes.items() if t.startswith("n:")}
    far = {t[2:]: w for t, w in classes.items() if t.startswith("f:")}
    return Weights(words=words, near=near, far=far, trees={})


def _columns(told: Sequence[tuple[Any, int, str]]) -> tuple[list[int], list[str]]:
    return [mark for _, mark, _ in told], [site for _, _, site in told]


def forget(examples: Sequence[Example]) -> None:
    """Take class scores of other weights off the contexts."""
    for e in examples:
        for line in e.lines:
            at = line.block.context if line.block else None
            while at is not None and at.near is not None:
                at.near, at.far, at = None, 0.0, at.parent


def first(e: Example, weights: Weights) -> tuple[list[Row], list[bool]]:
    forget([e])
    return debris_first.rows(e.lines, e.title, weights)


def line_weights(e: Example) -> list[float]:
    """A line counts by the root of its words, a page by the root of its lines."""
    own = [min(traits.size(line.text), 100) ** 0.5 for line in e.lines]
    scale = (60.0 / max(sum(own), 60.0)) ** 0.5
    return [scale * w * (2.0 if e.origin == "column" else 1.0) for w in own]


def boost(name: str, rows: Sequence[Sequence[Row]], examples: Sequence[Example], shut: Sequence[Sequence[bool]]) -> Any:
    """Trees over all lines that do not go at once."""
    model = HistGradientBoostingClassifier(
        **BOOST[name], l2_regularization=2.0, early_stopping=False, random_state=1, max_features=0.5, max_bins=64
    )
    told = [
        (row, mark, weight)
        for e, page, closed in zip(examples, rows, shut)
        for row, mark, weight, gone in zip(page, e.labels, line_weights(e), closed)
        if not gone
    ]
    x = np.array([row for row, _, _ in told], dtype=np.float64)
    y, w = np.array([mark for _, mark, _ in told]), np.array([weight for _, _, weight in told])
    return model.fit(x, y, sample_weight=w)


def columns(model: Any) -> dict[str, Any]:
    """A boosted model as the flat columns of knowledge.debris.Trees."""
    out: dict[str, Any] = {"start": round(float(model._baseline_prediction[0][0]), 4), "roots": []}
    out |= {"feature": [], "value": [], "left": [], "right": []}
    for stage in model._predictors:
        base = len(out["feature"])
        out["roots"].append(base)
        for node in stage[0].nodes:
            leaf = bool(node["is_leaf"])
            out["feature"].append(-1 if leaf else int(node["feature_idx"]))
            out["value"].append(float(f"{float(node['value' if leaf else 'num_threshold']):.4g}"))
            out["left"].append(0 if leaf else base + int(node["left"]))
            out["right"].append(0 if leaf else base + int(node["right"]))
    return out


def predict(model: Any, rows: Sequence[Row], shut: Sequence[bool]) -> list[float]:
    """The chances of one page's lines."""
    open_rows = [row for row, gone in zip(rows, shut) if not gone]
    found = iter(model.predict_proba(np.array(open_rows, dtype=np.float64))[:, 1] if open_rows else [])
    return [0.0 if gone else float(next(found)) for gone in shut]


def run(examples: list[Example]) -> Trained:
    """Trees and weights of all pages and of each fold, and the chances of every page out of its fold."""
    folds = [fold_of(e.site) for e in examples]
    words = [word_weights([e for e, f in zip(examples, folds) if f != k]) for k in range(FOLDS)]
    return run_with([*words, word_weights(examples)], examples, folds)


def run_with(words: Sequence[Weights], examples: list[Example], folds: list[int]) -> Trained:
    """As `run`, with word weights of each fold and, last, of all."""
    made = [first(e, words[f]) for e, f in zip(examples, folds)]
    rows, shut = [r for r, _ in made], [s for _, s in made]
    out = [{"words": w.words, "near": w.near, "far": w.far, "trees": {}} for w in words]
    chances: dict[Name, list[float]] = {}
    for kind in ("html", "pasted"):
        mine = [i for i, e in enumerate(examples) if e.kind == kind and e.lines]
        found, trees = Work(examples=examples, folds=folds, mine=mine, shut=shut).passes(kind, rows)
        for k, own in enumerate(trees):
            out[k]["trees"] |= own
        chances |= {(examples[i].kind, examples[i].id, examples[i].origin): found[i] for i in mine}
    return Trained(weights=out[-1], folds=out[:-1], chances=chances)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The pages of one kind (`mine`, as places in `examples`) with their folds and the lines that go at once."""

    examples: list[Example]
    folds: list[int]
    mine: list[int]
    shut: list[list[bool]]

    def passes(self, kind: str, own: list[list[Row]]) -> tuple[dict[int, list[float]], list[dict[str, Any]]]:
        """The chances as they are at run time, out of fold; the trees of each pass for each fold and, last, for all."""
        trees: list[dict[str, Any]] = [{} for _ in range(FOLDS + 1)]
        found = self._folded(f"{kind} 1", dict(enumerate(own)), trees)
        rows = {i: self._later(i, own[i], found[i]) for i in self.mine}
        found = self._folded(f"{kind} 2", rows, trees)
        return {i: debris.settled(self.examples[i].lines, found[i]) for i in self.mine}, trees

    def _later(self, i: int, own: list[Row], found: list[float]) -> list[Row]:
        return debris_second.rows(self.examples[i].lines, own, found, self.shut[i])

    def _folded(self, name: str, rows: Mapping[int, list[Row]], trees: list[dict[str, Any]]) -> dict[int, list[float]]:
        """Out-of-fold chances of one pass; its trees go into `trees`."""
        found: dict[int, list[float]] = {}
        for k in range(FOLDS + 1):
            model = self._fit(name, rows, [i for i in self.mine if self.folds[i] != k])
            found |= {i: predict(model, rows[i], self.shut[i]) for i in self.mine if self.folds[i] == k}
            trees[k][name] = columns(model)
        print(f"{name}: trained", flush=True)
        return found

    def _fit(self, name: str, rows: Mapping[int, list[Row]], places: list[int]) -> Any:
        return boost(
            name, [rows[i] for i in places], [self.examples[i] for i in places], [self.shut[i] for i in places]
        )


def write(trained: Trained) -> None:
    """The weights of all pages into the package; those of the folds beside this module, for bench."""
    OUT.write_text(_json(trained.weights) + "\n", "utf-8")
    with gzip.GzipFile(FOLD_WEIGHTS, "wb", mtime=0) as file:
        file.write(_json(trained.folds).encode())
    for path in (OUT, FOLD_WEIGHTS):
        print(f"{path}: {path.stat().st_size} bytes")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("--keep", type=Path, help="write the folds' chances here, for training.debris.evaluate")
    options = parser.parse_args()
    examples = [*data.html_pages(options.gold), *data.pasted_texts(options.gold), *data.golden()]
    trained = run(examples)
    if options.keep:
        options.keep.write_bytes(pickle.dumps(trained.chances))
    if not options.dry:
        write(trained)


if __name__ == "__main__":
    main()
