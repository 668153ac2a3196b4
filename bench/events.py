"""How well events are coded, on our own gold: triggers and types, status, parties, countries, events that are none.

python -m bench.events ../shared/gold

`false_items` is the share of items without any event that were given one; `status_macro` the mean F1 of the five
statuses over matched events; the rest as the record scorer counts.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from bench.claims import scorer
from bench.own import PARTS, record
from onrecord.knowledge import plover

Pair = tuple[Any, Any]


def measure(gold: Path) -> dict[str, float]:
    """The figures, each between 0 and 1, over articles and chains together."""
    score = scorer(gold, "score_record")
    lines = [line for part in PARTS for line in score.read_lines(gold / "own" / f"{part}.jsonl")]
    records = {line["id"]: record(line) for line in lines}
    scored = score.score(lines, records)
    pairs = [pair for line in lines for pair in matched(score, line, records[line["id"]])]
    empty = [line for line in lines if not line["events"]]
    events = scored["events"]
    return {
        "trigger_type_f1": _figure(events["trigger_type"]["f1"]),
        "trigger_type_precision": _figure(events["trigger_type"]["p"]),
        "status": _figure(events["status"]["accuracy"]),
        "status_macro": macro([(g.status, p.status) for g, p in pairs], plover.STATUSES),
        "actors_f1": _figure(events["actors"]["f1"]),
        "recipients_f1": _figure(events["recipients"]["f1"]),
        "full_f1": _figure(events["full"]["f1"]),
        "claim_link": _figure(events["claim_link"]["accuracy"]),
        "country": country(pairs),
        "false_items": sum(bool(records[line["id"]]["events"]) for line in empty) / max(len(empty), 1),
    }


def matched(score: Any, line: dict[str, Any], found: dict[str, Any]) -> list[Pair]:
    """Gold and found events of one item that tell the same happening: same type, nearest trigger or same sentence."""
    text = score.Text(line["text"])
    gold, ours = score.Record(text, line), score.Record(text, found)
    weights = {
        (i, j): (1.0, near)
        for i, g in enumerate(gold.events)
        for j, p in enumerate(ours.events)
        if g.type == p.type
        and ((near := score.overlap_f(g.trigger, p.trigger)) > 0 or any(g_also & p.trigger for g_also in g.also)
             or g.sentence == p.sentence)
    }  # fmt: skip
    return [(gold.events[i], ours.events[j]) for i, j in score.best_pairs(weights).items()]


def country(pairs: list[Pair]) -> float:
    """The share of matched parties with the right country, of those for which the gold gives one or says none."""
    right = total = 0
    for gold, ours in pairs:
        for ours_parties, gold_parties in ((ours.actors, gold.actors), (ours.recipients, gold.recipients)):
            for party in gold_parties:
                same = next((other for other in ours_parties if party.same(other)), None)
                if same is not None and party.country_given:
                    total += 1
                    right += party.country == same.country
    return right / max(total, 1)


def macro(pairs: list[tuple[str, str]], labels: tuple[str, ...]) -> float:
    """The mean over labels that the gold has of F1 = 2·right / (gold + found)."""
    gold, found = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    right = Counter(g for g, p in pairs if g == p)
    known = [label for label in labels if gold[label]]
    return sum(2 * right[k] / (gold[k] + found[k]) for k in known) / max(len(known), 1)


def _figure(value: float | None) -> float:
    return value or 0.0


def main() -> None:
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:24s} {value:.3f}")


if __name__ == "__main__":
    main()
