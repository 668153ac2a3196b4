"""Measures every suite against its gold data and fails where a figure has crossed its floor.

python -m bench.quality                    all suites
python -m bench.quality pages times        some of them
python -m bench.quality --gold DIR         gold data elsewhere (default: ../shared/gold)
"""

import argparse
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench import claims, own, pages, pasted, places, times

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "bench" / "floors.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A set of figures: how they are measured and the gold files that they rest on."""

    measure: Callable[[Path], dict[str, float]]
    files: tuple[str, ...]


SUITES = {
    "pages": Suite(measure=pages.measure, files=("pages/pages.jsonl",)),
    "pasted": Suite(measure=pasted.measure, files=("pages/pasted.jsonl.gz",)),
    "own": Suite(measure=own.measure, files=("own/articles.jsonl", "own/chains.jsonl")),
    "claims": Suite(measure=claims.measure, files=("claims/polnear_dev.jsonl",)),
    "times": Suite(
        measure=times.measure,
        files=("times/tempeval3_timebank.jsonl", "times/tempeval3_aquaint.jsonl"),
    ),
    "places": Suite(
        measure=places.measure,
        files=("places/lgl_dev.jsonl", "places/trnews.jsonl", "places/geovirus.jsonl"),
    ),
}


def gold_hash(gold: Path, suite: Suite) -> str:
    """The first 16 hex digits over the suite's gold files."""
    digest = sha256()
    for name in suite.files:
        digest.update((gold / name).read_bytes())
    return digest.hexdigest()[:16]


def crossed(figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """One line for each figure that is below its `least` or above its `most`."""
    low = [
        f"{k} {figures[k]:.3f} is below its floor {v}"
        for k, v in floors.get("least", {}).items()
        if figures[k] < v
    ]
    high = [
        f"{k} {figures[k]:.3f} is above its ceiling {v}"
        for k, v in floors.get("most", {}).items()
        if figures[k] > v
    ]
    return low + high


def run(name: str, gold: Path) -> list[str]:
    """Measure a suite, print its figures, return what is wrong with them."""
    suite, pinned = SUITES[name], tomllib.loads(FLOORS.read_text("utf-8")).get(name, {})
    missing = [file for file in suite.files if not (gold / file).is_file()]
    if missing:
        print(f"{name}: skipped, no gold data at {gold / missing[0]}")
        return []
    figures = suite.measure(gold)
    print(f"{name}: " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()), flush=True)
    found = gold_hash(gold, suite)
    if pinned.get("gold") != found:
        return [f"{name}: the gold data is {found}, the floors were pinned on {pinned.get('gold')}"]
    return [f"{name}: {line}" for line in crossed(figures, pinned)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    unknown = [name for name in options.suites if name not in SUITES]
    if unknown:
        parser.error(f"no such suite: {', '.join(unknown)}; there are {', '.join(SUITES)}")
    wrong = [line for name in options.suites or SUITES for line in run(name, options.gold)]
    print("\n".join(wrong) if wrong else "no floor crossed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
