"""How well claims are found, on PolNeAR's dev part: who said what, outermost only.

python -m bench.claims ../shared/gold
"""

import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.language.analysis import analyse
from onrecord.model import Claim
from onrecord.pages import headlines
from onrecord.reading import claims

PART = "claims/polnear_dev.jsonl"
HALF, SURE = 0.5, 0.9
THAT = re.compile(r"\bthat\s+[\"“]?$", re.IGNORECASE)


def scorer(gold: Path, name: str) -> ModuleType:
    """The scorer that lies beside the gold folder, in ../score."""
    spec = importlib.util.spec_from_file_location(name, gold.resolve().parent / "score" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(claim: Claim) -> dict[str, Any]:
    """A claim as the scorer reads it."""
    spans = {role: [list(span) for span in getattr(claim, role)] for role in ("source", "cue", "content")}
    return {"id": claim.id, "parent": claim.parent, **spans}


def with_that(text: str, claim: dict[str, Any]) -> dict[str, Any]:
    """The claim with the "that" before its content, which PolNeAR counts to it and a record leaves out."""
    spans = []
    for start, end in claim["content"]:
        before = THAT.search(text, max(0, start - 8), start)
        spans.append([before.start() if before else start, end])
    return {**claim, "content": spans}


def found(text: str) -> tuple[Claim, ...]:
    """The claims of a text whose first line is its headline."""
    return claims.find(analyse(text, headline=headlines.of_text(text)))[0]


def is_right(score: ModuleType, doc: Any, claim: Claim, gold: list[dict[str, Any]]) -> bool:
    """Whether a gold attribution has the claim's content and source, each with half of the words in common."""
    content, source = doc.words(claim.content), doc.words(claim.source)
    return any(
        score.f1(doc.words(g["content"]), content) >= HALF and score.f1(doc.words(g["source"]), source) >= HALF
        for g in gold
    )


def measure(gold: Path) -> dict[str, float]:
    """Precision, recall and F1 in percent, from the gold folder: of content, of pair (source and content) and of
    triple (with the cue); how many of the claims with a score of SURE or more are right; exact contents, without and
    with the "that" before them; sources of contents that were found, and pairs of direct, mixed and indirect
    attributions that were."""
    score = scorer(gold, "score_claims")
    total: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    sure: Counter[bool] = Counter()
    for line in (gold / PART).read_text("utf-8").splitlines():
        doc = json.loads(line)
        claims_found = found(doc["text"])
        predicted = [plain(claim) for claim in claims_found]
        words = score.Doc(doc["text"])
        outer = [c for c in claims_found if c.parent is None and (c.score or 0) >= SURE]
        sure.update(is_right(score, words, claim, doc["attributions"]) for claim in outer)
        total.update(score.score_doc(doc["text"], doc["attributions"], predicted, False))
        wider = [with_that(doc["text"], claim) for claim in predicted]
        whole.update(score.score_doc(doc["text"], doc["attributions"], wider, False))
    summary = score.summarise(total)
    parts = {
        "content": summary["content"]["relaxed@0.5"],
        "pair": summary["pair"],
        "triple": summary["triple_relaxed"],
    }
    figures = {f"{part} {k}": round(100 * v[k], 1) for part, v in parts.items() for k in ("p", "r", "f1")}
    figures["sure p"] = round(100 * sure[True] / max(sure.total(), 1), 1)
    figures["content exact f1"] = round(100 * summary["content"]["exact"]["f1"], 1)
    exact = score.summarise(whole)["content"]["exact"]["f1"]
    figures["with that exact f1"] = round(100 * exact, 1)
    figures["source given content"] = round(100 * summary["source|content"]["acc_relaxed"], 1)
    return figures | {f"{kind} pair r": round(100 * v["pair_R"], 1) for kind, v in summary["by_type"].items()}


def main() -> None:
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:22s} {value:6.1f}")


if __name__ == "__main__":
    main()
