"""Measures the clean article of real pages: body, metadata, and speed beside trafilatura.

The line classifier has learnt from these pages, so each is read with the weights of its fold: trained on pages of
other sites only (training/debris/folds.json.gz, written together with the shipped weights).

python -m bench.pages [--gold DIR] [--speed]
"""

import argparse
import gzip
import importlib.util
import json
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.errors import PageError
from onrecord.knowledge import debris as known
from onrecord.knowledge.debris import Weights
from onrecord.model import Article, Page
from onrecord.pages.article import extract
from onrecord.settings import Settings
from training.debris import data

GOLD = Path(__file__).parents[2] / "shared" / "gold"
SPEED_STEP = 4  # every fourth page


def scorer(gold: Path) -> ModuleType:
    """The scorer beside the gold data, as a module."""
    spec = importlib.util.spec_from_file_location("score_pages", gold.parent / "score" / "score_pages.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(gold.parent / "score" / "score_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(gold: Path) -> list[dict[str, Any]]:
    """The gold pages."""
    return [json.loads(line) for line in (gold / "pages" / "pages.jsonl").read_text("utf-8").splitlines()]


def html(gold: Path, row: dict[str, Any]) -> bytes:
    """A gold page's bytes."""
    return gzip.decompress((gold / "pages" / row["file"]).read_bytes())


def article(page: Page) -> Article:
    """The article of a page; an empty one where it has none."""
    try:
        return extract(page, Settings()).article
    except PageError:
        return Article(id="")


def body(found: Article) -> str:
    """An article's text without its headline."""
    return found.text[len(found.headline) + 2 :] if found.headline else found.text


@cache
def fold_weights() -> tuple[Weights, ...]:
    """The classifier's weights of each fold."""
    with gzip.open(data.FOLD_WEIGHTS, "rt", encoding="utf-8") as file:
        return tuple(map(known.of_json, json.load(file)))


def unseen_article(page: Page, site: str) -> Article:
    """The article of a page, read with weights that have not seen its site."""
    shipped = known.weights
    known.weights = cache(lambda: fold_weights()[data.fold_of(site)])
    try:
        return article(page)
    finally:
        known.weights = shipped


def mean(values: Iterable[float]) -> float:
    """The mean; 0 of nothing."""
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def f1(score: ModuleType, pairs: list[tuple[str, str]]) -> float:
    """Body F1 of (gold, found) pairs as the scorer gives it: of mean precision and mean recall."""
    counts = [score.overlap(gold, found) for gold, found in pairs]
    p = mean(score.part(hit, extra) for hit, extra, _ in counts)
    r = mean(score.part(hit, lost) for hit, _, lost in counts)
    return 2 * p * r / (p + r) if p + r else 0.0


def clean99(score: ModuleType, pairs: list[tuple[str, str]]) -> float:
    """The share of pages with at most 1 % debris and at most 1 % lost."""
    counts = [score.overlap(gold, found) for gold, found in pairs]
    return mean(
        float(hit > 0 and extra <= 0.01 * (hit + extra) and lost <= 0.01 * (hit + lost)) for hit, extra, lost in counts
    )


def metadata(score: ModuleType, pairs: list[tuple[dict[str, Any], Article]]) -> dict[str, float]:
    """Title, authors and date exact where gold has them; bylines named where gold has none."""
    return {
        "title": mean(score.fold(g["title"]) == score.fold(a.headline) for g, a in pairs if g.get("title")),
        "authors": mean(score.people(g["authors"]) == score.people(a.bylines) for g, a in pairs if g.get("authors")),
        "date": mean(g["date"][:10] == (a.published or "")[:10] for g, a in pairs if g.get("date")),
        "false_bylines": mean(bool(score.people(a.bylines)) for g, a in pairs if "authors" in g and not g["authors"]),
    }


def _page(gold: Path, row: dict[str, Any]) -> Page:
    return Page(source=row["id"], data=html(gold, row), url=row["url"])


def measure(gold: Path) -> dict[str, float]:
    """Body F1 of both sets, clean pages of all, and the metadata of the 2023 set."""
    score = scorer(gold)
    found = [(r, unseen_article(_page(gold, r), data.site_of(r["url"], r["id"]))) for r in rows(gold)]
    bodies = [(r["id"], (r["body"], body(a))) for r, a in found]
    return {
        "body_f1_aeb": f1(score, [pair for name, pair in bodies if name.startswith("aeb")]),
        "body_f1_naeb": f1(score, [pair for name, pair in bodies if name.startswith("naeb")]),
        "clean99": clean99(score, [pair for _, pair in bodies]),
        **metadata(score, found),
    }


def speed(gold: Path) -> dict[str, float]:
    """Pages per CPU-second, ours divided by trafilatura's default `extract`, in one run, page by page.

    Nothing where trafilatura is not installed: it is the extra `bench`.
    """
    if importlib.util.find_spec("trafilatura") is None:
        return {}
    from trafilatura import extract as other  # noqa: PLC0415

    pages = [html(gold, row) for row in rows(gold)[::SPEED_STEP]]
    ours = theirs = 0.0
    article(Page(source="warm", data=pages[0])), other(pages[0])
    for page in pages:
        start = time.process_time()
        article(Page(source="speed", data=page))
        between = time.process_time()
        other(page)
        ours, theirs = ours + between - start, theirs + time.process_time() - between
    return {"pages_beside_trafilatura": theirs / ours}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--speed", action="store_true", help="speed only")
    options = parser.parse_args()
    figures = speed(options.gold) if options.speed else measure(options.gold)
    print("  ".join(f"{name} {value:.3f}" for name, value in figures.items()) or "skipped: no trafilatura")


if __name__ == "__main__":
    main()
