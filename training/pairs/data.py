"""Sentences with a marked source and target: the judged ones, our longer items, and short sentences of our own."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training import own
from training.core.attributions import Text

HERE = Path(__file__).parent
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
TYPES = tuple(QUADS)
_TAGS = re.compile(r"</?[st]>")
_MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_FOLDED = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}  # planned, they are AGREE to PLOVER
_HELD = {"happened", "ongoing"}
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One sentence and its parties, in code points of `text`.

    `type` is one of TYPES, `quad` 1 to 4 (verbal and material co-operation, verbal and material conflict).
    """

    text: str
    source: Spans
    target: Spans
    type: str
    quad: int


def marked(line: str, kind: str, quad: int) -> Pair:
    """A pair from words with <s>source</s> and <t>target</t>; either may be marked more than once."""
    at, text = 0, ""
    found: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    start = 0
    for tag in _TAGS.finditer(line):
        text += line[at : tag.start()]
        at = tag.end()
        if tag[0][1] == "/":
            found[tag[0][2]].append((start, len(text)))
        else:
            start = len(text)
    return Pair(text=text + line[at:], source=tuple(found["s"]), target=tuple(found["t"]), type=kind, quad=quad)


def gold(folder: Path) -> list[Pair]:
    """The sentences that are judged, in file order."""
    rows = map(json.loads, (folder / "events" / "plover_pairs_train.jsonl").read_text("utf-8").splitlines())
    return [marked(r["marked_sentence"], r["gold_root"], int(r["gold_penta"])) for r in rows]


def written() -> list[Pair]:
    """Short sentences of our own, written from the codebook's definitions: type, tab, marked words."""
    lines = (HERE / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [marked(words, kind, QUADS[kind]) for kind, words in rows]


def items() -> Iterator[Pair]:
    """The events of our items with actor and recipient in the trigger's sentence, typed as PLOVER types them.

    What is planned and co-operative is AGREE there; other events that are not happening are left out.
    """
    for item in own.items():
        text = Text(item["text"], "own")
        edges = [*text.document.units, len(text.starts)]
        places = {e["id"]: e["mentions"] for e in item["entities"]}
        for event in item["events"]:
            kind = folded(event["type"], event["status"])
            at = text.words(event["trigger"])
            if kind and at:
                first = max(e for e in edges if e <= at[0])
                last = min((e for e in edges if e > at[0]), default=edges[-1])
                bounds = text.starts[first], text.ends[last - 1]
                parts = [inside([m for p in event[r] for m in places[p]], bounds) for r in ("actors", "recipients")]
                if parts[0] and parts[1] and parts[0] != parts[1]:
                    yield Pair(
                        text=item["text"][slice(*bounds)],
                        source=parts[0],
                        target=parts[1],
                        type=kind,
                        quad=QUADS[kind],
                    )


def folded(kind: str, status: str) -> str | None:
    """PLOVER's type of an event of ours; None where it would be another event there, or none."""
    if status == "planned" and kind in _FOLDED:
        return "AGREE"
    return _MERGED.get(kind, kind) if status in _HELD else None


def inside(spans: Sequence[Sequence[int]], bounds: tuple[int, int]) -> Spans:
    """The spans within the bounds, counted from their start."""
    low, high = bounds
    return tuple(sorted({(s - low, e - low) for s, e in spans if low <= s and e <= high}))
