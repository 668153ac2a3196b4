"""How well mentions are joined and speakers told, on our own training items, with the claims given.

python -m bench.entities ../shared/gold            every item
python -m bench.entities ../shared/gold odd        the files of odd number, on which no rule was made (even: the others)
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.claims import scorer
from onrecord.language.analysis import analyse
from onrecord.model import Analysis, Claim, Entity, Mention, Spans
from onrecord.pages import headlines
from onrecord.reading import entities, events, places, speakers, states
from training import own

SAME = 0.5  # share of words at which a found mention is the gold one


def measure(gold: Path, half: str = "") -> dict[str, float]:
    """Figures in percent: speaker accuracy, country accuracy (all entities found; those that take part in events or
    speak), and B-cubed and pairwise scores of the gold mentions' grouping, where an unfound mention stands alone."""
    score = scorer(gold, "score_record")
    total: Counter[tuple[str, str]] = Counter()
    for line in own.items():
        if half in ("", parity(line["id"])):
            total.update(counted(score, line, found(line)))
    return summary(total)


def parity(name: str) -> str:
    """ "claims_03.jsonl:7" is odd."""
    number = int(name.partition(".")[0].rpartition("_")[2])
    return "odd" if number % 2 else "even"


def given(line: dict[str, Any]) -> tuple[Claim, ...]:
    """The gold claims without their speakers."""
    return tuple(
        Claim(
            id=claim["id"],
            manner=claim["manner"],
            stance=claim["stance"],
            parent=claim["parent"],
            source=_spans(claim["source"]),
            cue=_spans(claim["cue"]),
            content=_spans(claim["content"]),
        )
        for claim in line["claims"]
    )


def _spans(found: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in found)


def found(line: dict[str, Any]) -> dict[str, Any]:
    """Entities, mentions and claims with speakers of a gold line's text, as a record's plain values."""
    return joined(analyse(line["text"], headline=headlines.of_text(line["text"])), given(line))


def joined(analysis: Analysis, claims: Sequence[Claim]) -> dict[str, Any]:
    """The same of a text that has been analysed."""
    found_places = places.find(analysis)[0]
    things, mentions, _ = entities.find(analysis, claims, events.parties(events.sketch(analysis)), found_places)
    things = states.settle(analysis, things, mentions, found_places)
    linked = speakers.link(claims, mentions)
    return {
        "entities": [_entity(e) for e in things],
        "mentions": [_mention(m) for m in mentions],
        "claims": [{"id": c.id, "speaker": c.speaker} for c in linked],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "name": entity.name, "kind": entity.kind, "country": entity.country, "role": entity.role}


def _mention(mention: Mention) -> dict[str, Any]:
    return {"id": mention.id, "span": list(mention.span), "entity": mention.entity, "form": mention.form}


def counted(score: ModuleType, line: dict[str, Any], record: dict[str, Any]) -> Counter[tuple[str, str]]:
    """What is right and what there is, in one item."""
    text = score.Text(line["text"])
    gold, _ = score.read_entities(text, line)
    pred, _ = score.read_entities(text, record)
    total: Counter[tuple[str, str]] = Counter()
    speaking = {claim["id"]: claim["speaker"] for claim in record["claims"]}
    for claim in line["claims"]:
        right = same(gold.get(claim["speaker"]), pred.get(speaking[claim["id"]]))
        total["speaker", "right"] += right
        total["speaker", "all"] += 1
    acting = {n for v in line["events"] for n in (*v["actors"], *v["recipients"])}
    acting |= {claim["speaker"] for claim in line["claims"]}
    pairs = {(i, j): g.closeness(p) for i, g in gold.items() for j, p in pred.items() if g.same(p)}
    for i, j in score.best_pairs({k: v for k, v in pairs.items() if v > 0}).items():
        for part in ("country", "country of parties") if i in acting else ("country",):
            total[part, "right"] += gold[i].country == pred[j].country
            total[part, "all"] += 1
    total.update(grouping(score, gold, mentions_of(text, record)))
    return total


def same(gold: Any, pred: Any) -> bool:
    """Whether a speaker is right: none on both sides or the same entity."""
    if gold is None or pred is None:
        return gold is pred
    return bool(gold.same(pred))


def mentions_of(text: Any, record: dict[str, Any]) -> list[tuple[frozenset[int], str | None]]:
    return [(text.tokens([tuple(m["span"])]), m["entity"]) for m in record["mentions"]]


def grouping(
    score: ModuleType, gold: dict[str, Any], mentions: list[tuple[frozenset[int], str | None]]
) -> Counter[tuple[str, str]]:
    """B-cubed (Bagga and Baldwin 1998) and pairwise counts over the gold mentions."""
    keys: list[tuple[str, str]] = []
    for name, entity in gold.items():
        for number, words in enumerate(entity.mentions):
            near = max(mentions, key=lambda m: score.overlap_f(words, m[0]), default=(frozenset(), None))
            fits = near[1] is not None and score.overlap_f(words, near[0]) >= SAME
            keys.append((name, str(near[1]) if fits else f"alone {name} {number}"))
    total: Counter[tuple[str, str]] = Counter()
    by_gold, by_pred, both = (Counter(k) for k in ((k[0] for k in keys), (k[1] for k in keys), keys))
    for name, other in keys:
        total["b3", "p"] += both[name, other] / by_pred[other]  # type: ignore[assignment]
        total["b3", "r"] += both[name, other] / by_gold[name]  # type: ignore[assignment]
        total["b3", "all"] += 1
    for part, counts in (("gold", by_gold), ("pred", by_pred), ("right", both)):
        total["pairs", part] += sum(n * (n - 1) // 2 for n in counts.values())
    return total


def summary(total: Counter[tuple[str, str]]) -> dict[str, float]:
    """The figures of the counts, in percent."""
    figures = {
        name: 100 * total[name, "right"] / max(1, total[name, "all"])
        for name in ("speaker", "country", "country of parties")
    }
    number = max(1, total["b3", "all"])
    figures["b3 p"], figures["b3 r"] = 100 * total["b3", "p"] / number, 100 * total["b3", "r"] / number
    figures["pairs p"] = 100 * total["pairs", "right"] / max(1, total["pairs", "pred"])
    figures["pairs r"] = 100 * total["pairs", "right"] / max(1, total["pairs", "gold"])
    for part in ("b3", "pairs"):
        p, r = figures[f"{part} p"], figures[f"{part} r"]
        figures[f"{part} f1"] = 2 * p * r / (p + r) if p + r else 0.0
    return {name: round(value, 1) for name, value in figures.items()}


def main() -> None:
    for name, value in measure(Path(sys.argv[1]), *sys.argv[2:3]).items():
        print(f"{name:24s} {value:6.1f}")


if __name__ == "__main__":
    main()
