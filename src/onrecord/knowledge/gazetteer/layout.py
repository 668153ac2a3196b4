"""The gazetteer's file: sections of little-endian numbers and one index of names, written and found again.

    magic   8 bytes
    table   12 times (offset u32, length u32), in the order of SECTIONS
    ...     the sections, each on a multiple of 4

`keys` holds the CRC-32 of every folded name, sorted; `entries`, of the same length, the place of its entry in
`index`: one byte length, the name, one byte or (255, u32) count, and as many u32: row number, with the top bit set
where the name is not the place's first one. Equal CRCs stand side by side and are told apart by the name.
"""

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.rows import KINDS

MAGIC = b"ONRGAZ1\n"
COLUMNS = (("geonames", "I"), ("lat", "i"), ("lon", "i"), ("population", "I"), ("name", "I"), ("state", "H"),
           ("county", "H"), ("country", "B"), ("kind", "B"))  # fmt: skip
SECTIONS = (*(name for name, _ in COLUMNS), "names", "keys", "entries", "index", "about")
DEGREES = 100_000
OTHER_NAME = 1 << 31
NOWHERE = 0
LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A place to be written. `state`, `county` number drafts of the same list; None where there is none.

    `country` is alpha-2 or "". Holders must stand among the first 65,000 drafts, and never first of all.
    """

    name: str
    kind: str
    lat: float
    lon: float
    population: int
    country: str = ""
    geonames: int = 0
    state: int | None = None
    county: int | None = None
    other_names: tuple[str, ...] = ()


def write(path: Path, drafts: Sequence[Draft], about: Mapping[str, Any]) -> None:
    """Writes the file anew, whole or not at all. `about` is any JSON: sources, licences, date."""
    codes = ("", *sorted({draft.country for draft in drafts} - {""}))
    sections = {**_columns(drafts, codes), **_index(drafts)}
    sections["about"] = json.dumps({**about, "countries": codes, "rows": len(drafts)}).encode()
    head = len(MAGIC) + 8 * len(SECTIONS)
    table, body = [], bytearray()
    for name in SECTIONS:
        table.append(struct.pack("<II", head + len(body), len(sections[name])))
        body += sections[name] + bytes(-len(sections[name]) % 4)
    part = path.with_name(path.name + ".part")
    part.write_bytes(MAGIC + b"".join(table) + body)
    part.replace(path)


def _columns(drafts: Sequence[Draft], codes: Sequence[str]) -> dict[str, bytes]:
    number = {code: i for i, code in enumerate(codes)}
    names = bytearray()
    cells: list[tuple[int, ...]] = []
    for draft in drafts:
        cells.append(
            (
                draft.geonames,
                round(draft.lat * DEGREES),
                round(draft.lon * DEGREES),
                min(draft.population, 0xFFFFFFFF),
                len(names),
                draft.state or NOWHERE,
                draft.county or NOWHERE,
                number[draft.country],
                KINDS.index(draft.kind),
            )
        )
        spelled = draft.name.encode()[:255]
        names += bytes([len(spelled)]) + spelled
    columns = {
        name: struct.pack(f"<{len(cells)}{form}", *(row[i] for row in cells)) for i, (name, form) in enumerate(COLUMNS)
    }
    return {**columns, "names": bytes(names)}


def _index(drafts: Sequence[Draft]) -> dict[str, bytes]:
    postings: dict[str, dict[int, int]] = {}
    for row, draft in enumerate(drafts):
        for mark, spelled in ((0, (draft.name,)), (OTHER_NAME, draft.other_names)):
            for name in spelled:
                key = fold(name)
                if key and len(key.encode()) <= LONGEST:
                    postings.setdefault(key, {}).setdefault(row, mark)
    keyed = sorted((crc32(name.encode()), name) for name in postings)
    index, entries = bytearray(), []
    for _, name in keyed:
        entries.append(len(index))
        rows = sorted(postings[name].items(), key=lambda item: -drafts[item[0]].population)
        index += _entry(name.encode(), [row | mark for row, mark in rows])
    return {
        "keys": struct.pack(f"<{len(keyed)}I", *(key for key, _ in keyed)),
        "entries": struct.pack(f"<{len(entries)}I", *entries),
        "index": bytes(index),
    }


def _entry(name: bytes, rows: Iterable[int]) -> bytes:
    rows = tuple(rows)
    count = bytes([len(rows)]) if len(rows) < 255 else b"\xff" + struct.pack("<I", len(rows))
    return bytes([len(name)]) + name + count + struct.pack(f"<{len(rows)}I", *rows)
