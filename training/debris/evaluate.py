"""Scores chances of the folds against the gold: what to expect on pages of other sites.

python -m training.debris.train --dry --keep FILE && python -m training.debris.evaluate FILE
"""

import argparse
import pickle
import statistics
from pathlib import Path

from bench.pages import scorer
from training.debris import data
from training.debris.data import Example
from training.debris.train import GOLD


def figures(examples: list[Example], chances: dict[tuple[str, str, str], list[float]], least: float, gold: Path) -> str:
    """One line of figures for each set of pages, at the threshold `least`."""
    score = scorer(gold)
    sets: dict[str, list[tuple[float, float, float, float, float]]] = {}
    for e in examples:
        kept = [p >= least for p in chances[e.kind, e.id, e.origin]]
        body = "\n\n".join(line.text for line, k in zip(e.lines, kept) if k)
        hit, extra, lost = score.overlap(e.body, body)
        clean = float(hit > 0 and extra <= 0.01 * (hit + extra) and lost <= 0.01 * (hit + lost))
        told = [(k, m) for k, m, line in zip(kept, e.labels, e.lines) if len(score.WORD.findall(line.text)) >= 3]
        debris = [k for k, m in told if not m]
        story = [not k for k, m in told if m]
        row = (
            score.part(hit, extra),
            score.part(hit, lost),
            clean,
            sum(debris) / (len(debris) or 1),
            sum(story) / (len(story) or 1),
        )
        name = f"{e.kind} {e.origin} {e.id.split('-')[0] if '-' in e.id else ''}"
        sets.setdefault(name, []).append(row)
    out = []
    for name, rows in sorted(sets.items()):
        p, r, clean, leak, loss = (statistics.mean(column) for column in zip(*rows))
        out.append(
            f"{name:<22} F1 {2 * p * r / (p + r):.4f} P {p:.4f} R {r:.4f} clean99 {clean:.3f} "
            f"leak {leak:.3f} loss {loss:.3f}"
        )
    return "\n".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("chances", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    options = parser.parse_args()
    chances = pickle.loads(options.chances.read_bytes())
    examples = [*data.html_pages(options.gold), *data.pasted_texts(options.gold), *data.golden()]
    for least in (0.35, 0.45, 0.5, 0.55):
        print(f"threshold {least}\n{figures([e for e in examples if e.lines], chances, least, options.gold)}")


if __name__ == "__main__":
    main()
