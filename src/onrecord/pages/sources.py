"""Brings pages in: from a file, a directory, standard input, a URL, bytes or a text, under bounds of size."""

import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import FetchError, NoArticle, NotText, TooLarge
from onrecord.model import Page
from onrecord.pages import dates, decode
from onrecord.settings import Settings

ENDINGS = (".html", ".htm", ".xhtml", ".txt", ".html.gz", ".htm.gz", ".txt.gz")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
GZIP = b"\x1f\x8b"
STDIN = "-"

Source = str | bytes | Path


def pages(
    source: Source, settings: Settings, *, url: str | None = None, published: str | None = None
) -> Iterator[Page]:
    """The pages behind `source`: one, or for a directory one for each page file in it, in order of name.

    `source` is a path, an http(s) URL, "-" for standard input, bytes, or a text (which starts with "<" or holds a
    line break). `next` raises PageError for a page that cannot be had (FetchError, TooLarge, NotText, NoArticle);
    the pages after it can still be asked for. Raises DateError for a bad `published`.
    """
    if published is not None:
        published = dates.iso(published)
    # A generator would end at its first exception; `map` goes on.
    return map(partial(page, settings=settings, url=url, published=published), _expanded(source))


def page(source: Source, settings: Settings, *, url: str | None, published: str | None) -> Page:
    """The one page behind a source that is no directory. Raises PageError."""
    if isinstance(source, str) and _is_address(source):
        from onrecord.pages import fetch  # noqa: PLC0415  files need no network, which is slow to import

        found = fetch.fetch(source, settings)
        return replace(found, url=url or found.url, published=published)
    name, data = _read(source, settings)
    return Page(source=name, data=data, url=url, published=published)


def _expanded(source: Source) -> list[Source]:
    """The page files of a directory; anything else as it is."""
    path = _path(source)
    if path is None or not is_folder(path):
        return [source]
    return [*files(path)] or [path]


def files(folder: Path) -> list[Path]:
    """The page files in a folder and the folders in it, in order of name."""
    return sorted(p for p in folder.rglob("*") if p.name.lower().endswith(ENDINGS) and p.is_file())


def is_folder(path: str | Path) -> bool:
    """Whether a path names a folder; a name that no file can have names none."""
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _is_address(source: str) -> bool:
    # Other schemes than http and https too: `fetch` says that it does not fetch them.
    return SCHEME.match(source) is not None and not _is_content(source)


def _path(source: Source) -> Path | None:
    if isinstance(source, bytes) or _is_content(source) or str(source) == STDIN:
        return None
    if isinstance(source, str) and _is_address(source):
        return None
    return Path(source)


def _is_content(source: str | Path) -> bool:
    return isinstance(source, str) and ("\n" in source or source.lstrip()[:1] == "<")


def _read(source: Source, settings: Settings) -> tuple[str, bytes | str]:
    if isinstance(source, bytes):
        return "the bytes", _checked("the bytes", source, settings)
    if str(source) == STDIN:
        return "standard input", _checked("standard input", _bounded(sys.stdin.buffer, settings), settings)
    path = _path(source)
    if path is None:
        text = str(source)
        _bound("the text", len(text.encode("utf-8", "surrogatepass")), settings)
        return "the text", text
    return str(path), _file(path, settings)


def _file(path: Path, settings: Settings) -> bytes:
    if is_folder(path):
        raise NoArticle(f"{path}: no pages in it; onrecord looks for {', '.join(ENDINGS)}")
    try:
        _bound(str(path), path.stat().st_size if path.is_file() else 0, settings)
        with path.open("rb") as file:
            return _checked(str(path), _bounded(file, settings), settings)
    except FileNotFoundError:
        raise FetchError(f"{path}: no such file; give a path, an http(s) URL, or - for standard input") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FetchError(f"{path}: cannot be read: {reason}") from error


def _bounded(file: BinaryIO, settings: Settings) -> bytes:
    return file.read(settings.max_bytes + 1)


def _checked(name: str, data: bytes, settings: Settings) -> bytes:
    """`data`, unpacked, if it is not empty, too large or binary."""
    _bound(name, len(data), settings)
    if data.startswith(GZIP):
        data = _unpacked(name, data, settings)
    if not data.strip():
        raise NoArticle(f"{name}: is empty; there is nothing to read")
    kind = decode.binary_kind(data)
    if kind:
        raise NotText(f"{name}: is {kind}, not a page; onrecord reads HTML and plain text")
    return data


def _unpacked(name: str, data: bytes, settings: Settings) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(data, settings.max_bytes + 1)
    except zlib.error as error:
        raise NotText(f"{name}: the gzip file is damaged: {error}") from error
    _bound(name, len(unpacked), settings)
    if not unpacker.eof:
        raise NotText(f"{name}: the gzip file is cut short; get it again")
    return unpacked


def _bound(name: str, size: int, settings: Settings) -> None:
    if size > settings.max_bytes:
        raise TooLarge.beyond(name, settings.max_bytes)
