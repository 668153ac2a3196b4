"""How well place names are found and resolved, on LGL (half of its outlets), TR-News and GeoVirus.

python -m bench.places ../shared/gold              every text
python -m bench.places ../shared/gold --every 4    every fourth text, for a quick look

The home of an outlet is learned from its other texts as the product does: from the places found in them.
The sets mark peoples and adjectives ("Russian") as place names; a record has these as mentions with a country. The
figures "end to end" therefore take such words as their country beside the record's places; "places only" does not.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.claims import scorer
from onrecord.knowledge import countries, gazetteer
from onrecord.language.analysis import analyse
from onrecord.model import Analysis, Place, Span
from onrecord.reading import places
from onrecord.reading.places_home import Home

SETS = {"LGL": "places/lgl_dev.jsonl", "TR-News": "places/trnews.jsonl", "GeoVirus": "places/geovirus.jsonl"}


def plain(place: Place) -> dict[str, Any]:
    """A place as the scorer reads it."""
    return {
        "start": place.span[0],
        "end": place.span[1],
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonames,
    }


def given(text: str, spans: Sequence[Span], home: Home | None) -> list[dict[str, Any]]:
    """What the names at the spans are resolved to, in the context of each other."""
    shipped = gazetteer.shipped()
    ranked = places.rank(text, spans, shipped, home)
    return [plain(places.place_of("p", text, span, one, shipped)) for span, one in zip(spans, ranked)]


def peoples(analysis: Analysis, found: Sequence[Place]) -> list[dict[str, Any]]:
    """Adjectives and peoples outside the places, as their countries."""
    taken = [place.span for place in found]
    result = []
    for token in analysis.tokens:
        country = countries.by_demonym(token.text) if token.text[:1].isupper() else None
        start, end = token.span
        if country and not any(a < end and start < b for a, b in taken):
            result.append(
                {"start": start, "end": end, "lat": country.lat, "lon": country.lon, "geonameid": country.geonames}
            )
    return result


def documents(gold: Path, part: str, every: int) -> list[dict[str, Any]]:
    lines = (gold / part).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines[::every]]


def homes(docs: Sequence[dict[str, Any]], found: Mapping[str, Sequence[Place]]) -> dict[str, Home | None]:
    """The home of each text's outlet, from the outlet's other texts."""
    outlets: dict[str, list[str]] = defaultdict(list)
    for doc in docs:
        outlets[doc.get("domain") or doc["id"]].append(doc["id"])
    return {
        name: places.home_of([found[other] for other in names if other != name])
        for names in outlets.values()
        for name in names
    }


def measure_part(docs: Sequence[dict[str, Any]], score: Any) -> dict[str, float]:
    """One set's figures, in percent and documents a second."""
    analyses = {doc["id"]: analyse(doc["text"], headline=doc.get("title")) for doc in docs}
    bare = {name: places.find(analysis)[0] for name, analysis in analyses.items()}
    home = homes(docs, bare)
    began = time.process_time()
    found = {name: places.find(analysis, home=home[name])[0] for name, analysis in analyses.items()}
    seconds = time.process_time() - began
    only = {name: [plain(place) for place in one] for name, one in found.items()}
    both = {name: only[name] + peoples(analyses[name], found[name]) for name in only}
    spans = {doc["id"]: [(t["start"], t["end"]) for t in doc["toponyms"]] for doc in docs}
    told = {doc["id"]: given(doc["text"], spans[doc["id"]], home[doc["id"]]) for doc in docs}
    gold = {doc["id"]: doc for doc in docs}
    end_to_end = score.score(gold, both)
    return {
        "given spans": score.score(gold, told)["given_gold"]["acc161"],
        "detection f1": end_to_end["detect_overlap"]["f1"],
        **{f"end to end {key}": end_to_end["e2e161"][key] for key in ("p", "r", "f1")},
        "places only f1": score.score(gold, only)["e2e161"]["f1"],
        "texts per CPU-second": round(len(docs) / seconds, 1),
    }


def measure(gold: Path, every: int = 1) -> dict[str, float]:
    """The figures of all sets, each named "set figure"."""
    score = scorer(gold, "score_geo")
    return {
        f"{name} {figure}": value
        for name, part in SETS.items()
        for figure, value in measure_part(documents(gold, part, every), score).items()
    }


def main() -> None:
    every = int(sys.argv[3]) if sys.argv[2:3] == ["--every"] else 1
    for name, value in measure(Path(sys.argv[1]), every).items():
        print(f"{name:28s} {value:6.1f}")


if __name__ == "__main__":
    main()
