"""How well whole records are made, on our own gold: claims, events, times, places, entities.

python -m bench.own ../shared/gold
"""

import sys
from pathlib import Path
from typing import Any

import onrecord
from bench.claims import scorer

PARTS = ("articles", "chains")


def measure(gold: Path) -> dict[str, float]:
    """The scorer's figures in percent, from the gold folder, each named "part section figure kind"."""
    score = scorer(gold, "score_record")
    figures: dict[str, float] = {}
    for part in PARTS:
        lines = score.read_lines(gold / "own" / f"{part}.jsonl")
        records = {line["id"]: record(line) for line in lines}
        figures.update(flat(part, score.score(lines, records)))
    return figures


def record(line: dict[str, Any]) -> dict[str, Any]:
    """The record of one gold line's text, as plain JSON values."""
    return onrecord.read_text(line["text"], published=line.get("published")).to_dict()


def flat(part: str, scored: dict[str, Any]) -> dict[str, float]:
    found: dict[str, float] = {}
    for section in ("claims", "events", "times", "places", "entities"):
        for name, row in scored[section].items():
            for key in ("p", "r", "f1", "accuracy"):
                if isinstance(row, dict) and row.get(key) is not None:
                    found[f"{part} {section} {name} {key}"] = round(100 * row[key], 1)
    return found


def main() -> None:
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:44s} {value:6.1f}")


if __name__ == "__main__":
    main()
