"""Learns the weights that tell place names from others, and measures them five-fold by outlet.

python -m training.gazetteer.detection ../shared/gold/places KEPT            figures only
python -m training.gazetteer.detection ../shared/gold/places KEPT --write    and knowledge/gazetteer/detection.json

KEPT is a file for what the language core reads in the texts (a quarter of an hour); made where it is not there.
Run it anew, without the old KEPT, whenever the language core has been trained anew.
"""

import json
import pickle
import sys
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from onrecord.knowledge import countries, gazetteer
from onrecord.language.analysis import analyse
from onrecord.model import Analysis
from onrecord.reading import places_candidates, places_detection, places_evidence, places_spans
from training.gazetteer.ranking import FOLDS, SETS, fold_of

TARGET = Path(__file__).parents[2] / "src/onrecord/knowledge/gazetteer/detection.json"
L2 = 0.5


def main() -> None:
    folder, kept = Path(sys.argv[1]), Path(sys.argv[2])
    docs = [
        (part, json.loads(line)) for part in SETS for line in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()
    ]
    analyses = analysed([doc for _, doc in docs], kept)
    data = [(part, doc, *labelled(doc, analyses[doc["id"]])) for part, doc in docs if doc["id"] in analyses]
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    for number in range(FOLDS):
        by = fit([one for one in data if fold_of(outlet(one[1])) != number])
        for part, _, table, good, missed in (one for one in data if fold_of(outlet(one[1])) == number):
            said = table @ by >= 0
            counts[part] += np.array([(said & good).sum(), said.sum(), good.sum() + missed])
    report = {part: figures(row) for part, row in counts.items()}
    for part, line in report.items():
        print(part, line)
    by = fit(data)
    for name, weight in sorted(zip(places_evidence.NAMES, by), key=lambda item: -abs(item[1])):
        print(f"{name:24s} {weight:7.2f}")
    if "--write" in sys.argv:
        write(by, report)


def analysed(docs: list[dict[str, Any]], kept: Path) -> dict[str, Analysis]:
    if not kept.exists():
        kept.write_bytes(pickle.dumps({doc["id"]: analyse(doc["text"], headline=doc.get("title")) for doc in docs}))
    found: dict[str, Analysis] = pickle.loads(kept.read_bytes())
    return found


def labelled(doc: dict[str, Any], analysis: Analysis) -> tuple[np.ndarray, np.ndarray, int]:
    """Evidence of every spot, whether gold has a place there, and how many of gold's places are no spot.
    Peoples and adjectives are no places here.
    """
    places = gazetteer.shipped()
    spots = places_spans.find(analysis, places)
    gold = [(t["start"], t["end"]) for t in doc["toponyms"] if not is_people(t["text"], places)]
    good = np.zeros(len(spots), dtype=bool)
    met = set()
    for number, spot in enumerate(spots):
        start, end = analysis.tokens[spot.first].span[0], analysis.tokens[spot.last - 1].span[1]
        over = [one for one in gold if one[0] < end and start < one[1]]
        good[number] = bool(over)
        met.update(over)
    table = places_detection.evidence(analysis, spots) if spots else np.zeros((0, len(places_evidence.NAMES)))
    return table, good, len(set(gold)) - len(met)


def is_people(text: str, places: gazetteer.Gazetteer) -> bool:
    return countries.by_demonym(text) is not None or any(c.people for c in places_candidates.of(places, text))


def fit(data: list[tuple[str, dict[str, Any], np.ndarray, np.ndarray, int]]) -> np.ndarray:
    table = np.concatenate([one[2] for one in data])
    good = np.concatenate([one[3] for one in data]).astype(float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ w
        chance = 1 / (1 + np.exp(-scores))
        value = float(np.sum(np.logaddexp(0, scores) - good * scores)) + L2 * float(w @ w) / 2
        return value, table.T @ (chance - good) + L2 * w

    return np.asarray(minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x)


def outlet(doc: dict[str, Any]) -> str:
    return str(doc.get("domain") or doc["id"])


def figures(row: np.ndarray) -> dict[str, float]:
    right, said, gold = (float(value) for value in row)
    p, r = right / max(1.0, said), right / max(1.0, gold)
    return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f1": round(200 * p * r / max(1e-9, p + r), 1)}


def write(by: np.ndarray, report: dict[str, dict[str, float]]) -> None:
    data = {
        "about": "Weights of reading/places_evidence.py, learned by python -m training.gazetteer.detection",
        "date": datetime.now(UTC).date().isoformat(),
        "sets": "LGL (half of its outlets), TR-News, GeoVirus, without peoples and adjectives",
        "five-fold by outlet, percent": report,
        "weights": {name: round(float(w), 4) for name, w in zip(places_evidence.NAMES, by)},
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
