"""Measures how often each pattern of claims is right; writes knowledge/cue_scores.tsv.

    python training/claim_scores.py ../shared/gold

A claim is right where a gold claim has the same content and source (each with an overlap F of .5 or more).
Gold: the train part of PolNeAR (outermost claims only, so only those of ours without a parent count) and our
own articles and chains. Nouns and hedges ("claims that", "reportedly") are measured on our own alone, for
PolNeAR leaves most of them out. What is measured on fewer than LEAST_MEASURED claims is smoothed: one right
and one wrong claim are added.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.knowledge import cues
from onrecord.language.analysis import analyse
from onrecord.pages import headlines
from onrecord.reading import claims, quotes
from onrecord.reading.claims_drafts import Draft

LEAST_MEASURED = 20
LEAST_LISTED = 3
OWN_ONLY = ("noun owned", "noun bare", "hedge")
Words = frozenset[int]


def gold_lines(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]], bool]]:
    """(text, its gold claims, whether inner claims are marked too)."""
    for line in (folder / "claims/polnear_train.jsonl").read_text("utf-8").splitlines():
        doc = json.loads(line)
        yield doc["text"], doc["attributions"], False
    for name in ("articles", "chains"):
        for line in (folder / f"own/{name}.jsonl").read_text("utf-8").splitlines():
            doc = json.loads(line)
            yield doc["text"], doc["claims"], True


def words(text: str, spans: Sequence[Sequence[int]]) -> Words:
    """The letters and digits that spans cover, by position."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def overlap(one: Words, other: Words) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def is_right(text: str, draft: Draft, gold: Sequence[tuple[Words, Words]]) -> bool:
    content, source = words(text, draft.content), words(text, draft.source)
    return any(overlap(content, c) >= 0.5 and overlap(source, s) >= 0.5 for c, s in gold)


def main() -> None:
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for text, marked, inner in gold_lines(Path(sys.argv[1])):
        analysis = analyse(text, headline=headlines.of_text(text))
        drafts, _ = claims.sketch(analysis, quotes.find(analysis)[0])
        gold = [(words(text, g["content"]), words(text, g["source"])) for g in marked]
        whole = [draft for draft in drafts if draft.content]
        for draft, above in zip(whole, claims.parents(whole), strict=True):
            if not inner and draft.pattern in OWN_ONLY:
                continue
            if inner or (draft.above or above) is None:
                seen[draft.pattern] += 1
                right[draft.pattern] += is_right(text, draft, gold)
    write(seen, right)


def write(seen: Counter[str], right: Counter[str]) -> None:
    target = Path(cues.__file__).with_name("cue_scores.tsv")
    with target.open("w", encoding="utf-8") as out:
        out.write("# pattern, share of its claims that were right, how many were measured; written 2026-11-24 by\n")
        out.write("# python training/claim_scores.py ../shared/gold, on PolNeAR train and our own gold\n")
        for pattern, count in sorted((p, n) for p, n in seen.items() if n >= LEAST_LISTED):
            share = (right[pattern] + 1) / (count + 2) if count < LEAST_MEASURED else right[pattern] / count
            out.write(f"{pattern}\t{share:.2f}\t{count}\n")


if __name__ == "__main__":
    main()
