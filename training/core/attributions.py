"""Reads texts with marked claims and events (PolNeAR, GUM, our own items) as documents."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.language import labels, sentences, tokens
from onrecord.model import Token
from training.core.documents import UNKNOWN, Document, Labels, Links, bio, index, no_claims

STANCES, TYPES, STATUSES = index(labels.STANCES), index(labels.EVENT_TYPES), index(labels.STATUSES)
WordSpan = tuple[int, int]


class Text:
    """A text cut into words, and the way from character spans to word spans."""

    def __init__(self, text: str, source: str) -> None:
        found: list[Token] = []
        paragraphs, units = [], []
        for number, block in enumerate(sentences.paragraphs(text)):
            own = tokens.find(text, block)
            paragraphs.append(len(found))
            units += [s.first for s in sentences.find(own, len(found), number)]
            found += own
        self.starts = [t.span[0] for t in found]
        self.ends = [t.span[1] for t in found]
        self.document = Document(
            source=source,
            words=[t.text for t in found],
            spaced=[t.span[0] == 0 or text[t.span[0] - 1].isspace() for t in found],
            paragraphs=paragraphs,
            units=units,
        )

    def words(self, span: Sequence[int]) -> WordSpan | None:
        """The words that a character span touches; None where it touches none."""
        first = bisect_right(self.ends, span[0])
        last = bisect_left(self.starts, span[1])
        return (first, last) if first < last else None

    def all(self, spans: Sequence[Sequence[int]]) -> list[WordSpan]:
        """The word spans of all parts, those that touch merged."""
        out: list[WordSpan] = []
        for found in sorted(w for w in map(self.words, spans) if w):
            if out and found[0] <= out[-1][1]:
                out[-1] = out[-1][0], max(found[1], out[-1][1])
            else:
                out.append(found)
        return out


Claim = Mapping[str, Any]


def polnear(path: Path) -> Iterator[Document]:
    """PolNeAR: outer claims only; nothing is known of inner ones."""
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)
        text = Text(raw["text"], path.stem)
        claims: list[Claim] = [{role: text.all(a[role]) for role in labels.ROLES} for a in raw["attributions"]]
        found = no_claims(len(text.document.words))
        _mark(found, claims, 0)
        text.document.labels["claim"] = found
        text.document.links = _claim_links(claims)
        yield text.document


def _mark(found: Labels, claims: Sequence[Claim], level: int) -> None:
    """Writes the three layers of one level; where spans overlap, the first in text order stays whole."""
    for number, role in enumerate(labels.ROLES):
        spans = sorted({span for claim in claims for span in claim[role]})
        kept: list[WordSpan] = []
        for span in spans:
            if not kept or span[0] >= kept[-1][1]:
                kept.append(span)
        found[:, level * len(labels.ROLES) + number] = bio(len(found), kept)


def _claim_links(claims: Sequence[Claim]) -> list[Links]:
    """From each part of a content to the first word of its cue, from a cue to that of its source; -1 for none."""
    to_cue, to_source = Links(kind=0), Links(kind=1)
    for claim in claims:
        cue = claim["cue"][0][0] if claim["cue"] else -1
        to_cue.rows += [(part[0], cue) for part in claim["content"]]
        if cue >= 0:
            to_source.rows.append((cue, claim["source"][0][0] if claim["source"] else -1))
    return [to_cue, to_source]


def records(lines: Iterator[Mapping[str, Any]], source: str) -> Iterator[Document]:
    """Gold lines in the form of ../shared/record.md with claims and events complete."""
    for raw in lines:
        text = Text(raw["text"], source)
        length = len(text.document.words)
        claims = [{**c, **{role: text.all(c[role]) for role in labels.ROLES}} for c in raw["claims"]]
        depths = _depths(claims)
        found = no_claims(length)
        for level in range(len(labels.LEVELS)):
            _mark(found, [c for c in claims if depths[c["id"]] == level], level)
        text.document.labels |= {"claim": found, "stance": _stances(length, claims)}
        text.document.links = _claim_links(claims)
        _events(text, raw)
        yield text.document


def _depths(claims: Sequence[Claim]) -> dict[str, int]:
    """How many claims each one stands in."""
    parents = {c["id"]: c.get("parent") for c in claims}
    depths = {}
    for name, parent in parents.items():
        depth, above = 0, parent
        while above is not None and depth < len(parents):
            depth, above = depth + 1, parents.get(above)
        depths[name] = depth
    return depths


def _stances(length: int, claims: Sequence[Claim]) -> Labels:
    found = np.full(length, UNKNOWN, dtype=np.int64)
    for claim in claims:
        if claim["cue"]:
            found[claim["cue"][0][0]] = STANCES[claim["stance"]]
    return found


def _events(text: Text, raw: Mapping[str, Any]) -> None:
    length = len(text.document.words)
    mentions = {e["id"]: text.all(e["mentions"]) for e in raw["entities"]}
    rows = sorted((span, e) for e in raw["events"] if (span := text.words(e["trigger"])))
    kept = [(s, e) for (s, e), after in zip(rows, [*(s for s, _ in rows[1:]), (length, length)]) if s[1] <= after[0]]
    found = bio(length, [span for span, _ in kept], [TYPES[e["type"]] for _, e in kept])
    for span in (s for e in raw["events"] for s in text.all(e.get("also") or ())):
        found[slice(*span)] = np.where(found[slice(*span)] == 0, UNKNOWN, found[slice(*span)])
    status = np.full(length, UNKNOWN, dtype=np.int64)
    parties = [Links(kind=2), Links(kind=3)]
    for span, event in kept:
        status[span[0]] = STATUSES[event["status"]]
        for links, role in zip(parties, ("actors", "recipients")):
            links.rows += _party_links(span, [mentions[e] for e in event[role]])
    text.document.labels |= {"trigger": found, "status": status}
    text.document.links += parties


def _party_links(trigger: WordSpan, parties: Sequence[Sequence[WordSpan]]) -> list[tuple[int, int]]:
    """From a trigger to the nearest mention of each party, by its last word; -1 where there is no party."""
    nearest = [min(m, key=lambda s: _distance(s, trigger))[1] - 1 for m in parties if m]
    return [(trigger[0], word) for word in nearest] or [(trigger[0], -1)]


def _distance(span: WordSpan, trigger: WordSpan) -> int:
    return min(abs(trigger[0] - span[1]), abs(span[0] - trigger[1]))


def factuality(path: Path) -> Iterator[Document]:
    """Sentences with a number from -3 to 3 at each event word, as texts of one sentence each; stored times 10."""
    for block in path.read_text("utf-8").split("\n\n"):
        cells = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if not cells:
            continue
        values = [UNKNOWN if c[2] == "_" else round(10 * float(c[2])) for c in cells]
        words = [c[1] for c in cells]
        known = {"factuality": np.array(values, dtype=np.int64)}
        spaced = [w not in ",.;:?!')" for w in words]
        yield Document(source=path.stem, words=words, spaced=spaced, paragraphs=[0], units=[0], labels=known)
