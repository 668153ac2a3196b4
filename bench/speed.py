"""Measures speed: the cold start, whole readings, stages beside their peers; fails under the floors.

python -m bench.speed              all parts
python -m bench.speed start read   some of them
python -m bench.speed --gold DIR   gold data elsewhere (default: ../shared/gold)
"""

import argparse
import importlib.util
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.quality import FLOORS, GOLD, ROOT, crossed
from onrecord.reading.reader import Reader

GOLDEN = ROOT / "tests" / "golden"
EXAMPLE = ROOT / "examples" / "tallinn-patrols.html"
RUNS = 3


def start(_: Path) -> dict[str, float]:
    """Seconds from the command to its last line, the best of three, as a new user waits for it."""
    command = [sys.executable, "-m", "onrecord", "read", str(EXAMPLE)]
    return {"cold_start_seconds": min(_timed(command) for _ in range(RUNS))}


def _timed(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def read(_: Path) -> dict[str, float]:
    """Golden pages read per CPU-second, from HTML to record, all stages, started up beforehand; best of three. Beside
    it a peer that does a small part of the same: dateparser's search for dates in the clean articles."""
    pages = [path.read_bytes() for path in sorted(GOLDEN.glob("*/page.html"))]
    reader = Reader()
    texts = [reader.read(page).article.text for page in pages]
    words = sum(len(text.split()) for text in texts)
    seconds = min(_each(reader.read, pages) for _ in range(RUNS))
    figures = {"pages_per_cpu_second": len(pages) / seconds, "words_per_cpu_second": words / seconds}
    if importlib.util.find_spec("dateparser") is not None:
        from dateparser.search import search_dates  # noqa: PLC0415

        theirs = min(_each(lambda text: search_dates(text, languages=["en"]), texts) for _ in range(RUNS))
        figures["beside_date_search"] = theirs / seconds
    return figures


def _each(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    begun = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begun


def pages(gold: Path) -> dict[str, float]:
    """Clean articles per CPU-second divided by trafilatura's; nothing where it or the gold pages are not there."""
    if not (gold / "pages" / "pages.jsonl").is_file():
        return {}
    from bench import pages as suite  # noqa: PLC0415  the other parts need no gold

    return suite.speed(gold)


def language(_: Path) -> dict[str, float]:
    """The language core alone: words per CPU-second, seconds to its first sentence, peak megabytes."""
    from bench import language_speed  # noqa: PLC0415

    return language_speed.measure()


PARTS: dict[str, Callable[[Path], dict[str, float]]] = {
    "start": start,
    "read": read,
    "pages": pages,
    "language": language,
}


def run(name: str, gold: Path) -> list[str]:
    """Measure a part, print its figures, return what is wrong with them."""
    figures = PARTS[name](gold)
    if not figures:
        print(f"{name}: skipped, no gold data at {gold}, or no peer (pip install '.[bench]')")
        return []
    print(f"{name}: " + "  ".join(f"{k} {v:.2f}" for k, v in figures.items()), flush=True)
    floors = tomllib.loads(FLOORS.read_text("utf-8")).get("speed", {}).get(name, {})
    return [f"{name}: {line}" for line in crossed(figures, floors)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    if unknown := [name for name in options.parts if name not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    wrong = [line for name in options.parts or PARTS for line in run(name, options.gold)]
    print("\n".join(wrong) if wrong else "no floor crossed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
