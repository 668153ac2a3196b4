"""Measures every suite against its gold data and fails where a figure has crossed its floor.

python -m bench.quality                    all suites
python -m bench.quality pages times        some of them
python -m bench.quality --gold DIR         gold data elsewhere (default: ../shared/gold)
python -m bench.quality --pin pages        measure, and print what to write into bench/floors.toml

A suite is a module bench/NAME.py with `measure(gold: Path) -> dict[str, float]`, named in SUITES with the
gold files that it rests on.
"""

import argparse
import math
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "bench" / "floors.toml"
# Another processor rounds the int8 weights differently: a floor lies this much below its figure.
SLACK = 0.005
LOWER_IS_BETTER = ("false", "leak", "loss")

SUITES: dict[str, tuple[str, ...]] = {
    "pages": ("pages/pages.jsonl",),
    "pasted": ("pages/pasted.jsonl.gz",),
    "language": ("language/ewt_test.conllu", "language/gum_test.conllu", "language/names_test.tsv"),
    "events": ("own/articles.jsonl", "own/chains.jsonl"),
    "own": ("own/articles.jsonl", "own/chains.jsonl"),
    "claims": ("claims/polnear_dev.jsonl",),
    "times": ("times/tempeval3_timebank.jsonl", "times/tempeval3_aquaint.jsonl"),
    "places": ("places/lgl_dev.jsonl", "places/trnews.jsonl", "places/geovirus.jsonl"),
}


def gold_hash(gold: Path, name: str) -> str:
    """The first 16 hex digits over the suite's gold files."""
    digest = sha256()
    for file in SUITES[name]:
        digest.update((gold / file).read_bytes())
    return digest.hexdigest()[:16]


def crossed(figures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """One line for each figure below its `least` or above its `most`, or pinned and not measured."""
    return [*_crossed(figures, floors.get("least", {}), -1), *_crossed(figures, floors.get("most", {}), 1)]


def _crossed(figures: dict[str, float], bounds: dict[str, float], side: int) -> Iterator[str]:
    for name, bound in bounds.items():
        if name not in figures:
            yield f"{name} is pinned and was not measured"
        elif (figures[name] - bound) * side > 0:
            where = "below its floor" if side < 0 else "above its ceiling"
            yield f"{name} {figures[name]:.3f} is {where} {bound}"


def run(name: str, gold: Path, *, pin: bool = False) -> list[str]:
    """Measure a suite, print its figures (or the floors to pin), return what is wrong with them."""
    missing = [file for file in SUITES[name] if not (gold / file).is_file()]
    if missing:
        print(f"{name}: skipped, no gold data at {gold / missing[0]}")
        return []
    figures: dict[str, float] = import_module(f"bench.{name}").measure(gold)
    found = gold_hash(gold, name)
    if pin:
        print(pinned(name, figures, found))
        return []
    print(f"{name}: " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()), flush=True)
    floors = tomllib.loads(FLOORS.read_text("utf-8")).get(name, {})
    if floors.get("gold") != found:
        return [f"{name}: the gold data is {found}, the floors were pinned on {floors.get('gold')}"]
    return [f"{name}: {line}" for line in crossed(figures, floors)]


def pinned(name: str, figures: dict[str, float], gold: str) -> str:
    """A suite's table for floors.toml: each figure with a little slack, on the side that is worse."""
    parts: dict[str, list[str]] = {"least": [], "most": []}
    for key, value in figures.items():
        slack = SLACK if value <= 1 else 100 * SLACK
        if any(word in key for word in LOWER_IS_BETTER):
            parts["most"].append(f'"{key}" = {math.ceil((value + slack) * 1000) / 1000}')
        else:
            parts["least"].append(f'"{key}" = {math.floor(max(0, value - slack) * 1000) / 1000}')
    lines = [f"[{name}]", f'gold = "{gold}"']
    for part, rows in parts.items():
        lines += [f"[{name}.{part}]", *rows] if rows else []
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--pin", action="store_true", help="print floors instead of holding to them")
    options = parser.parse_args()
    unknown = [name for name in options.suites if name not in SUITES]
    if unknown:
        parser.error(f"no such suite: {', '.join(unknown)}; there are {', '.join(SUITES)}")
    wrong = [line for name in options.suites or SUITES for line in run(name, options.gold, pin=options.pin)]
    if not options.pin:
        print("\n".join(wrong) if wrong else "no floor crossed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
