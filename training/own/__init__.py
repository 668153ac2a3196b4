"""Reads our own training items, short stories with what they put on record marked by quoting it, into offsets.

python -m training.own            checks every file and counts what is marked
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NTH = re.compile(r"#(\d+)$")


class ItemError(ValueError):
    """An item whose marks do not fit its text: which file, which item, which words."""


def items() -> Iterator[dict[str, Any]]:
    """Every item of every file as a gold line: offsets in code points of `text`, as ../shared/record.md has them."""
    for path in sorted(HERE.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip():
                yield _item(json.loads(line), f"{path.name}:{number}")


def _item(raw: dict[str, Any], where: str) -> dict[str, Any]:
    text = raw["text"]
    entities = [_entity(e, text, where) for e in raw.get("entities", ())]
    names = {entity["id"] for entity in entities}
    claims = [_claim(c, f"c{n}", text, where) for n, c in enumerate(raw.get("claims", ()), 1)]
    events = [_event(v, f"v{n}", text, where) for n, v in enumerate(raw.get("events", ()), 1)]
    known = names | {c["id"] for c in claims}
    for part in (*claims, *events):
        for name in (
            part.get("speaker"),
            part.get("parent"),
            part.get("claim"),
            *part.get("actors", ()),
            *part.get("recipients", ()),
        ):
            if name is not None and name not in known:
                raise ItemError(f"{where}: {name!r} is no entity or claim of the item")
    return {
        "id": where,
        "text": text,
        "tags": raw.get("tags", []),
        "entities": entities,
        "claims": claims,
        "events": events,
    }


def spans(words: str | list[str] | None, text: str, where: str) -> list[list[int]]:
    """The spans of quoted words; "word#2" is the second place where the word stands. Raises ItemError."""
    if not words:
        return []
    return [_span(part, text, where) for part in ([words] if isinstance(words, str) else words)]


def _span(words: str, text: str, where: str) -> list[int]:
    nth = NTH.search(words)
    bare = words[: nth.start()] if nth else words
    before, after = (r"(?<!\w)" if bare[:1].isalnum() else ""), (r"(?!\w)" if bare[-1:].isalnum() else "")
    found = [m.start() for m in re.finditer(f"{before}{re.escape(bare)}{after}", text)]
    if not found or (nth and int(nth[1]) > len(found)):
        raise ItemError(f"{where}: {words!r} does not stand in {text!r}")
    if len(found) > 1 and not nth:
        raise ItemError(f"{where}: {bare!r} stands {len(found)} times; write {bare}#1 or another number")
    start = found[int(nth[1]) - 1 if nth else 0]
    return [start, start + len(bare)]


def _entity(raw: dict[str, Any], text: str, where: str) -> dict[str, Any]:
    return {**raw, "country": raw.get("country"), "mentions": spans(raw["mentions"], text, where)}


def _claim(raw: dict[str, Any], name: str, text: str, where: str) -> dict[str, Any]:
    parts = {role: spans(raw.get(role), text, where) for role in ("source", "cue", "content")}
    rest = {"speaker": raw.get("speaker"), "parent": raw.get("parent")}
    return {"id": name, **parts, "manner": raw["manner"], "stance": raw["stance"], **rest}


def _event(raw: dict[str, Any], name: str, text: str, where: str) -> dict[str, Any]:
    (trigger,) = spans(raw["trigger"], text, where)
    parties = {role: raw.get(role, []) for role in ("actors", "recipients")}
    also = spans(raw.get("also"), text, where)
    rest = {"mode": raw.get("mode"), "contexts": raw.get("contexts", []), "claim": raw.get("claim"), "also": also}
    return {"id": name, "trigger": trigger, "type": raw["type"], "status": raw["status"], **parties, **rest}
