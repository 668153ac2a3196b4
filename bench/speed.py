"""Measures speed: pages beside trafilatura, whole readings, the cold start; fails under the floors.

python -m bench.speed              all
python -m bench.speed --gold DIR   gold pages elsewhere (default: ../shared/gold)
"""

import argparse
import subprocess
import sys
import time
import tomllib
from pathlib import Path

from bench import pages
from bench.quality import FLOORS, GOLD, ROOT, crossed
from onrecord.reading.reader import Reader

GOLDEN = ROOT / "tests" / "golden"
EXAMPLE = ROOT / "examples" / "tallinn-patrols.html"


def cold_start(runs: int = 3) -> float:
    """Seconds from the command to its last line, the best of `runs`, as a new user waits for it."""
    command = [sys.executable, "-m", "onrecord", "read", str(EXAMPLE)]
    return min(_timed(command) for _ in range(runs))


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def whole_readings() -> float:
    """Golden articles read per CPU-second, all stages, started up beforehand."""
    texts = [path.read_bytes() for path in sorted(GOLDEN.glob("*/page.html"))]
    reader = Reader()
    reader.read(texts[0])
    start = time.process_time()
    for text in texts:
        reader.read(text)
    return len(texts) / (time.process_time() - start)


def measure(gold: Path) -> dict[str, float]:
    """All figures; the ratio to trafilatura only where the gold pages are."""
    figures = {"cold_start_seconds": cold_start(), "articles_per_cpu_second": whole_readings()}
    if (gold / "pages" / "pages.jsonl").is_file():
        figures |= pages.speed(gold)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    figures = measure(parser.parse_args().gold)
    print("  ".join(f"{name} {value:.2f}" for name, value in figures.items()))
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["speed"]
    known = {k: {n: v for n, v in part.items() if n in figures} for k, part in floors.items()}
    wrong = crossed(figures, known)
    print("\n".join(wrong) if wrong else "no floor crossed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
