"""The golden pages: whole invented pages with their article and a record marked by hand."""

import json
from pathlib import Path
from typing import Any

from onrecord.model import Record

GOLDEN = Path(__file__).parent / "golden"
IDS = sorted(folder.name for folder in GOLDEN.iterdir() if folder.is_dir())
ARTICLE_KEYS = ("id", "url", "site", "headline", "bylines", "section", "published", "text")


def gold(page_id: str) -> dict[str, Any]:
    """What was marked by hand, in the form of gold.json: entities list their mentions as spans."""
    data: dict[str, Any] = json.loads((GOLDEN / page_id / "gold.json").read_text("utf-8"))
    return data


def gold_record(page_id: str) -> Record:
    """The record that a perfect reader would give for a golden page."""
    marked = gold(page_id)
    mentions, first = _mentions(marked["entities"])
    entities = [{k: v for k, v in e.items() if k != "mentions"} for e in marked["entities"]]
    places = [{**p, "use": p.get("use", "location")} for p in marked["places"]]
    events = [_with_mentions(event, first) for event in marked["events"]]
    return Record.from_dict(
        {
            "schema": "onrecord.record/1",
            "article": {k: marked[k] for k in ARTICLE_KEYS},
            "entities": entities,
            "mentions": mentions,
            "times": marked["times"],
            "places": places,
            "claims": marked["claims"],
            "events": events,
            "made": {"onrecord": "by hand"},
        }
    )


def _mentions(entities: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    mentions: list[dict[str, Any]] = []
    first: dict[str, str] = {}
    for entity in entities:
        for span in entity["mentions"]:
            mention_id = f"m{len(mentions) + 1}"
            first.setdefault(entity["id"], mention_id)
            mention = {"id": mention_id, "span": span, "kind": entity["kind"], "form": "name"}
            mentions.append({**mention, "entity": entity["id"]})
    return mentions, first


def _with_mentions(event: dict[str, Any], first: dict[str, str]) -> dict[str, Any]:
    parties = {k: [first[e] for e in event.get(k, [])] for k in ("actors", "recipients")}
    return {**event, **parties}
