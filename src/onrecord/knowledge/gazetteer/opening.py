"""Opens a gazetteer file and finds places in it by name; nothing is read before it is asked for."""

import json
import mmap
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from zlib import crc32

from platformdirs import user_data_path

from onrecord.errors import GazetteerError
from onrecord.knowledge import countries
from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.layout import COLUMNS, DEGREES, LONGEST, MAGIC, NOWHERE, OTHER_NAME, SECTIONS
from onrecord.knowledge.gazetteer.rows import KINDS, Row

FILE = "places.bin"
_KEPT = 200_000


class Gazetteer:
    """Places by name. Safe to share between threads; one process maps the file once."""

    def __init__(self, data: memoryview, about: dict[str, Any], sections: dict[str, memoryview]) -> None:
        self._data = data
        self.about = about
        self._columns = {name: _numbers(sections[name], form) for name, form in COLUMNS}
        self._names = sections["names"]
        self._keys = _numbers(sections["keys"], "I")
        self._entries = _numbers(sections["entries"], "I")
        self._index = sections["index"]
        self._codes = [_alpha3(code) for code in about["countries"]]
        self._rows: dict[int, Row] = {}
        self._found: dict[str, tuple[tuple[int, bool], ...]] = {}

    def __len__(self) -> int:
        return int(self.about["rows"])

    def find(self, name: str) -> tuple[tuple[int, bool], ...]:
        """Row numbers of the places of that name, most people first, each with whether it is the place's first
        name. Spelling is folded; () where there is none.
        """
        return self.find_folded(fold(name))

    def find_folded(self, key: str) -> tuple[tuple[int, bool], ...]:
        """As `find`, for a name that `fold` has folded."""
        found = self._found.get(key)
        if found is None:
            found = self._search(key.encode())
            if len(self._found) > _KEPT:
                self._found.clear()
            self._found[key] = found
        return found

    def row(self, number: int) -> Row:
        """The place of a row number. Raises IndexError."""
        row = self._rows.get(number)
        if row is None:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            row = self._rows[number] = self._read(number)
        return row

    def other_names(self, kinds: frozenset[str]) -> dict[int, list[str]]:
        """The folded names of all places of these kinds, by row number. Goes through the whole index."""
        found: dict[int, list[str]] = {}
        for offset in self._entries:
            stop = offset + 1 + self._index[offset]
            for marked in self._posted(stop):
                number = marked & ~OTHER_NAME
                if KINDS[self._columns["kind"][number]] in kinds:
                    found.setdefault(number, []).append(bytes(self._index[offset + 1 : stop]).decode())
        return found

    def _search(self, key: bytes) -> tuple[tuple[int, bool], ...]:
        if not key or len(key) > LONGEST:
            return ()
        wanted, at = crc32(key), 0
        at = bisect_left(self._keys, wanted)
        while at < len(self._keys) and self._keys[at] == wanted:
            offset = self._entries[at]
            stop = offset + 1 + self._index[offset]
            if self._index[offset + 1 : stop] == key:
                return tuple((row & ~OTHER_NAME, row < OTHER_NAME) for row in self._posted(stop))
            at += 1
        return ()

    def _posted(self, at: int) -> tuple[int, ...]:
        count = self._index[at]
        if count < 255:
            return struct.unpack_from(f"<{count}I", self._index, at + 1)
        (count,) = struct.unpack_from("<I", self._index, at + 1)
        return struct.unpack_from(f"<{count}I", self._index, at + 5)

    def _read(self, number: int) -> Row:
        cell = {name: column[number] for name, column in self._columns.items()}
        start = cell["name"] + 1
        return Row(
            index=number,
            name=bytes(self._names[start : start + self._names[start - 1]]).decode("utf-8", "ignore"),
            kind=KINDS[cell["kind"]],
            geonames=cell["geonames"] or None,
            country=self._codes[cell["country"]],
            state=_or_none(cell["state"]),
            county=_or_none(cell["county"]),
            lat=cell["lat"] / DEGREES,
            lon=cell["lon"] / DEGREES,
            population=cell["population"],
        )


def open_file(path: Path) -> Gazetteer:
    """The gazetteer of a file. Raises GazetteerError."""
    try:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        return _opened(data)
    except (OSError, ValueError, struct.error, KeyError) as error:
        raise GazetteerError(f"{path}: not a gazetteer of this version; import it again ({error})") from error


@cache
def shipped() -> Gazetteer:
    """The gazetteer that comes with the package, opened once."""
    with as_file(files("onrecord.knowledge.gazetteer").joinpath(FILE)) as path:
        return open_file(path)


def user_file() -> Path:
    """Where `onrecord gazetteer import` puts a user's own gazetteer, whether or not it is there."""
    return user_data_path("onrecord", appauthor=False) / "gazetteer.bin"


@cache
def current() -> Gazetteer:
    """The user's own gazetteer where one was imported, else the shipped one; opened once. Raises GazetteerError."""
    own = user_file()
    return open_file(own) if own.is_file() else shipped()


def _opened(data: memoryview) -> Gazetteer:
    if bytes(data[: len(MAGIC)]) != MAGIC:
        raise ValueError("it begins otherwise")
    sections = {}
    for number, name in enumerate(SECTIONS):
        offset, length = struct.unpack_from("<II", data, len(MAGIC) + 8 * number)
        if offset + length > len(data):
            raise ValueError("it is cut short")
        sections[name] = data[offset : offset + length]
    return Gazetteer(data, json.loads(bytes(sections["about"])), sections)


def _numbers(section: memoryview, form: str) -> Sequence[int]:
    if sys.byteorder == "little":
        return section.cast(form)  # type: ignore[call-overload,no-any-return]
    numbers = array(form, bytes(section))
    numbers.byteswap()
    return numbers


def _alpha3(code: str) -> str | None:
    country = countries.by_code(code)
    return country.code if country else None


def _or_none(number: int) -> int | None:
    return None if number == NOWHERE else number
