"""How well times are found and normalised, on TimeBank and AQUAINT as TempEval-3 has them.

python -m bench.times ../shared/gold            the figures
python -m bench.times ../shared/gold --errors   what went wrong, line by line

Both sets were open while the grammar was written, so that their figures flatter it.
"""

import argparse
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.claims import scorer
from onrecord.language.analysis import analyse
from onrecord.model import Analysis
from onrecord.reading import times

PARTS = {"timebank": "times/tempeval3_timebank.jsonl", "aquaint": "times/tempeval3_aquaint.jsonl"}


def documents(gold: Path, part: str) -> list[dict[str, Any]]:
    """The articles of a part: {id, dct, text, timexes}."""
    return [json.loads(line) for line in (gold / PARTS[part]).read_text("utf-8").splitlines()]


def found(analysis: Analysis, published: str) -> list[dict[str, Any]]:
    """The times of an analysed text as the scorer reads them."""
    return [
        {"start": one.span[0], "end": one.span[1], "type": one.type, "value": one.value}
        for one in times.find(analysis, published)[0]
    ]


def measure(gold: Path, *, errors: list[Any] | None = None) -> dict[str, float]:
    """F1 in percent from the gold folder, part by part: of the exact span, of an overlapping span, of an overlapping
    span with the right value; and articles per CPU-second of `times.find` alone, parse and tokens given."""
    score = scorer(gold, "score_timex")
    figures: dict[str, float] = {}
    count, seconds = 0, 0.0
    for part in PARTS:
        docs = documents(gold, part)
        analyses = {doc["id"]: analyse(doc["text"], headline=None) for doc in docs}
        begun = time.process_time()
        predicted = {doc["id"]: found(analyses[doc["id"]], doc["dct"]) for doc in docs}
        count, seconds = count + len(docs), seconds + time.process_time() - begun
        result = score.score({doc["id"]: doc for doc in docs}, predicted, errors=errors)
        figures |= {f"{part} {kind}": round(result[kind]["f1"], 1) for kind in ("strict", "relaxed", "value")}
    return figures | {"articles per CPU-second": round(count / seconds)}


def _told(errors: Iterable[tuple[Any, ...]]) -> str:
    return "\n".join("\t".join(str(cell).replace("\n", " ") for cell in line) for line in errors)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    errors: list[Any] | None = [] if options.errors else None
    for name, value in measure(options.gold, errors=errors).items():
        print(f"{name:24s} {value:6.1f}")
    print(_told(errors or ()))


if __name__ == "__main__":
    main()
