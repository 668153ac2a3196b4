"""Measures the clean article of pasted text: body, debris lines left, story lines lost; out of fold (bench.pages).

python -m bench.pasted [--gold DIR]
"""

import argparse
import gzip
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.pages import GOLD, body, f1, mean, metadata, scorer, unseen_article
from onrecord.model import Page
from training.debris import data

MODES = ("column", "full")


def rows(gold: Path) -> list[dict[str, Any]]:
    """The pasted texts."""
    with gzip.open(gold / "pages" / "pasted.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def wrong_lines(score: ModuleType, row: dict[str, Any], found: str) -> tuple[list[bool], list[bool]]:
    """For each debris line whether it survived, for each story line whether it is lost; as the scorer does."""
    grams = set(score.shingles(found))
    kept = {" ".join(score.WORD.findall(line)) for line in found.split("\n")}
    leak: list[bool] = []
    loss: list[bool] = []
    for line, is_body in zip(row["raw_text"].split("\n\n"), row["labels"]):
        if len(score.WORD.findall(line)) >= 3:
            there = score.survives(line, grams, kept)
            (loss if is_body else leak).append(there != bool(is_body))
    return leak, loss


def _site(row: dict[str, Any]) -> str:
    return data.site_of(row["url"], row["id"])


def measure(gold: Path) -> dict[str, float]:
    """Body F1, leak and loss for both modes; the metadata of `column`."""
    score = scorer(gold)
    out: dict[str, float] = {}
    for mode in MODES:
        mine = [row for row in rows(gold) if row["mode"] == mode]
        found = [(r, unseen_article(Page(source=r["id"], data=r["raw_text"]), _site(r))) for r in mine]
        lines = [wrong_lines(score, r, body(a)) for r, a in found]
        out[f"{mode}_body_f1"] = f1(score, [(r["gold_body"], body(a)) for r, a in found])
        out[f"{mode}_leak"] = mean(wrong for leak, _ in lines for wrong in leak)
        out[f"{mode}_loss"] = mean(wrong for _, loss in lines for wrong in loss)
        if mode == "column":
            out |= {f"column_{name}": value for name, value in metadata(score, found).items()}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    figures = measure(parser.parse_args().gold)
    print("  ".join(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
