"""Learns the weights that settle place names, and measures them five-fold by outlet.

python -m training.gazetteer.ranking ../shared/gold/places           figures only
python -m training.gazetteer.ranking ../shared/gold/places --write   and knowledge/gazetteer/ranking.json
"""

import json
import math
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from onrecord.knowledge import gazetteer
from onrecord.knowledge.gazetteer import Gazetteer
from onrecord.reading import places as stage
from onrecord.reading import places_features, places_home, places_naming, places_ranking
from onrecord.reading.places_features import NAMES, Named
from onrecord.reading.places_home import Home, Vote
from onrecord.reading.places_ranking import Weights

TARGET = Path(__file__).parents[2] / "src/onrecord/knowledge/gazetteer/ranking.json"
SETS = ("lgl_dev", "trnews", "geovirus")
FOLDS = 5
NEAR_KM = 161.0
L2 = 0.02
NONE_COUNTS = 0.4  # what a name that means no row of the gazetteer weighs beside one that does
ROUNDS = 2


@dataclass(slots=True)
class Text:
    """A gold text: its names, and for each the gold points and ids of its mentions."""

    part: str
    outlet: str
    named: list[Named]
    gold: dict[str, list[tuple[float, float, str | None]]]
    home: Home | None = None
    tables: list[np.ndarray] = field(default_factory=list)


def load(folder: Path, places: Gazetteer) -> list[Text]:
    texts = []
    for part in SETS:
        for line in (folder / f"{part}.jsonl").read_text("utf-8").splitlines():
            doc = json.loads(line)
            texts.append(text_of(part, doc, places))
    return texts


def text_of(part: str, doc: dict[str, Any], places: Gazetteer) -> Text:
    spans = [(t["start"], t["end"]) for t in doc["toponyms"]]
    named, keys = places_naming.of(doc["text"], spans, places)
    gold = defaultdict(list)
    for key, toponym in zip(keys, doc["toponyms"]):
        if toponym["lat"] is not None:
            gold[key].append((toponym["lat"], toponym["lon"], toponym["geonameid"]))
    return Text(part=part, outlet=doc.get("domain") or doc["id"], named=named, gold=gold)


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    (la, lo), (ma, mo) = (tuple(map(math.radians, point)) for point in (a, b))
    h = math.sin((ma - la) / 2) ** 2 + math.cos(la) * math.cos(ma) * math.sin((mo - lo) / 2) ** 2
    return 2 * 6371.009 * math.asin(min(1.0, math.sqrt(h)))


def right(one: Named, points: Sequence[tuple[float, float, str | None]]) -> np.ndarray:
    """Which candidates are right: those with the gold's id, else the near ones, else those within 161 km."""
    lat, lon, identifier = points[0]
    rows = [c.row for c in one.candidates]
    same = np.array([identifier is not None and str(row.geonames) == str(identifier) for row in rows], dtype=bool)
    if same.any():
        return same
    far = np.array([distance((row.lat, row.lon), (lat, lon)) for row in rows])
    return far < 25 if (far < 25).any() else far < NEAR_KM


def examples(
    texts: Sequence[Text], second: bool, first: np.ndarray, places: Gazetteer
) -> list[tuple[np.ndarray, np.ndarray, float]]:
    found = []
    for text in texts:
        for home in dict.fromkeys([text.home, None]):
            found += of_text(text, home, second, first, places)
    return found


def of_text(
    text: Text, home: Home | None, second: bool, first: np.ndarray, places: Gazetteer
) -> list[tuple[np.ndarray, np.ndarray, float]]:
    named = [places_ranking.narrowed(one, home) for one in text.named]
    around = places_features.context(named, home)
    if second:
        tables = places_ranking.tables(named, around, places, first)
    else:
        tables = [places_features.matrix(one, around, None) for one in named]
    found = []
    for one, table in zip(named, tables):
        points = text.gold.get(one.key)
        if points and one.candidates:
            good = right(one, points)
            nothing = np.zeros((1, table.shape[1]))  # that it is none of them
            share = min(len(points), 4) ** 0.5 * (1.0 if good.any() else NONE_COUNTS)
            found.append((np.concatenate([table, nothing]), np.append(good, not good.any()), share))
    return found


def fit(found: Sequence[tuple[np.ndarray, np.ndarray, float]], l2: float = L2) -> np.ndarray:
    table = np.concatenate([one[0] for one in found])
    good = np.concatenate([one[1] for one in found])
    share = np.array([one[2] for one in found])
    starts = np.cumsum([0, *(len(one[0]) for one in found)])[:-1]
    sizes = np.diff([*starts, len(table)])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ w
        scores = scores - np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        whole = np.add.reduceat(powers, starts)
        part = np.maximum(np.add.reduceat(powers * good, starts), 1e-12)
        value = float(np.sum(share * (np.log(whole) - np.log(part)))) / len(found) + l2 * float(w @ w) / 2 * 0.1
        rest = powers / np.repeat(whole, sizes) - powers * good / np.repeat(part, sizes)
        return value, table.T @ (rest * np.repeat(share, sizes)) / len(found) + l2 * 0.1 * w

    return np.asarray(minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x)


def train(texts: Sequence[Text], places: Gazetteer) -> Weights:
    nothing = np.zeros(len(NAMES))
    first = fit(examples(texts, False, nothing, places))
    return Weights(first=first, second=fit(examples(texts, True, first, places)))


def give_homes(texts: Sequence[Text], by: Weights, places: Gazetteer) -> None:
    """Each text's home, from the other texts of its outlet."""
    votes: dict[str, list[tuple[int, list[Vote]]]] = defaultdict(list)
    for number, text in enumerate(texts):
        votes[text.outlet].append((number, votes_of(text, by, places)))
    for number, text in enumerate(texts):
        text.home = places_home.of_votes([one for other, one in votes[text.outlet] if other != number])


def votes_of(text: Text, by: Weights, places: Gazetteer) -> list[Vote]:
    ranked = places_ranking.rank(text.named, places, None, by)
    return [vote for one in ranked for vote in places_ranking.votes(one)]


def judge(
    texts: Sequence[Text], by: Weights, places: Gazetteer, *, home: bool
) -> tuple[dict[str, list[float]], list[tuple[float, bool]]]:
    """The errors in km of every mention by set, and each answer's score with whether it is within 161 km."""
    errors: dict[str, list[float]] = defaultdict(list)
    sure = []
    for text in texts:
        for ranked in places_ranking.rank(text.named, places, text.home if home else None, by):
            for lat, lon, identifier in text.gold.get(ranked.key, ()):
                if not ranked.candidates or ranked.chances[0] < stage.LEAST:
                    errors[text.part].append(20039.0)
                    continue
                row = ranked.candidates[0].row
                far = (
                    0.0
                    if identifier and str(row.geonames) == str(identifier)
                    else distance((row.lat, row.lon), (lat, lon))
                )
                errors[text.part].append(far)
                sure.append((ranked.chances[0], far <= NEAR_KM))
    return errors, sure


def fold_of(outlet: str) -> int:
    return sum(outlet.encode()) % FOLDS


def main() -> None:
    folder, places = Path(sys.argv[1]), gazetteer.shipped()
    texts = load(folder, places)
    everything: dict[tuple[str, bool], list[float]] = defaultdict(list)
    sure: list[tuple[float, bool]] = []
    for number in range(FOLDS):
        learned = [text for text in texts if fold_of(text.outlet) != number]
        held = [text for text in texts if fold_of(text.outlet) == number]
        by = train_all(learned, places)
        give_homes(held, by, places)
        for home in (False, True):
            errors, answers = judge(held, by, places, home=home)
            sure += answers if home else []
            for part, far in errors.items():
                everything[part, home] += far
    report = {
        f"{part} {'with' if home else 'without'} home": round(100 * sum(f <= NEAR_KM for f in far) / len(far), 2)
        for (part, home), far in sorted(everything.items())
    }
    for low in (0.9, 0.8, 0.5, 0.0):
        kept = [ok for score, ok in sure if score >= low]
        report[f"within 161 km where score >= {low}"] = round(100 * sum(kept) / max(1, len(kept)), 2)
        report[f"share with score >= {low}"] = round(100 * len(kept) / len(sure), 1)
    for name, value in report.items():
        print(f"{name:44s} {value}")
    if "--write" in sys.argv:
        write(train_all(texts, places), report)


def train_all(texts: Sequence[Text], places: Gazetteer) -> Weights:
    for text in texts:
        text.home = None
    by = train(texts, places)
    for _ in range(ROUNDS):
        give_homes(texts, by, places)
        by = train(texts, places)
    return by


def write(by: Weights, report: dict[str, float]) -> None:
    data = {
        "about": "Weights of reading/places_features.py, learned by python -m training.gazetteer.ranking",
        "date": datetime.now(UTC).date().isoformat(),
        "sets": "LGL (half of its outlets), TR-News, GeoVirus",
        "five-fold by outlet, percent": report,
        **{
            part: {name: round(float(w), 4) for name, w in zip(NAMES, getattr(by, part))}
            for part in ("first", "second")
        },
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
