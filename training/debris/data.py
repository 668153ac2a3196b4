"""The pages that the debris classifier learns from: gold pages, pasted texts, and the golden pages."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.pages import html as pages_html
from onrecord.pages import pasted
from onrecord.pages.blocks import segment
from onrecord.pages.decode import text as decoded
from onrecord.pages.lines import Line
from training.debris import labels

FOLDS = 5
FOLD_WEIGHTS = Path(__file__).parent / "folds.json.gz"
GOLDEN = Path(__file__).parents[2] / "tests" / "golden"


@dataclass(slots=True, kw_only=True)
class Example:
    """One page as lines with their labels; `site` groups it in cross-validation."""

    id: str
    kind: str
    site: str
    lines: list[Line]
    labels: list[int]
    title: str | None = None
    body: str = ""
    origin: str = ""
    raw: str = field(default="", repr=False)


def site_of(url: str | None, name: str) -> str:
    """The last two parts of the host, or the page's own name."""
    host = urlsplit(url or "").netloc.split(":")[0].lower()
    return ".".join(host.split(".")[-2:]) if host else name


def fold_of(site: str) -> int:
    """The fold of a site, the same in every run."""
    return sum(ord(c) * (i + 7) for i, c in enumerate(site)) % FOLDS


def html_pages(gold: Path) -> Iterator[Example]:
    """The gold pages; a block is of the article where its words align with the gold body."""
    with (gold / "pages" / "pages.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            data = gzip.decompress((gold / "pages" / row["file"]).read_bytes())
            yield _html(row["id"], decoded(data, None), row["body"], site_of(row["url"], row["id"]), "gold")


def _html(name: str, text: str, body: str, site: str, origin: str) -> Example:
    page = pages_html.parse(text)
    blocks = segment(page)
    lines = [Line(block.text, block) for block in blocks]
    marked = labels.of_blocks([block.text for block in blocks], body)
    return Example(
        id=name, kind="html", site=site, lines=lines, labels=marked, title=pages_html.title(page, blocks),
        body=body, origin=origin,
    )  # fmt: skip


def pasted_texts(gold: Path) -> Iterator[Example]:
    """The pasted texts with the labels that stand beside them."""
    with gzip.open(gold / "pages" / "pasted.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            lines, marks = [], []
            for paragraph, mark in zip(row["raw_text"].split("\n\n"), row["labels"]):
                found = pasted.lines(paragraph)
                lines += [Line(text) for text in found]
                marks += [mark] * len(found)
            yield Example(
                id=row["id"], kind="pasted", site=site_of(row["url"], row["id"]), lines=lines, labels=marks,
                body=row["gold_body"], origin=row["mode"], raw=row["raw_text"],
            )  # fmt: skip


def golden() -> Iterator[Example]:
    """The golden pages, HTML and pasted; each is a site of its own."""
    for folder in sorted(GOLDEN.iterdir()):
        if not folder.is_dir():
            continue
        text = json.loads((folder / "gold.json").read_text("utf-8"))["text"]
        body = text.split("\n\n", 1)[1]
        yield _html(folder.name, (folder / "page.html").read_text("utf-8"), body, folder.name, "golden")
        raw = (folder / "pasted.txt").read_text("utf-8")
        lines = pasted.lines(raw)
        kept = set(body.split("\n\n"))
        yield Example(
            id=folder.name, kind="pasted", site=folder.name, lines=[Line(t) for t in lines],
            labels=[int(t in kept) for t in lines], body=body, origin="golden", raw=raw,
        )  # fmt: skip
