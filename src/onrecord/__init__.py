"""onrecord reads the news and keeps the record.

record = onrecord.read("page.html")
record = onrecord.read_text(text, published="2023-09-04")
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.model import Record
    from onrecord.reading.reader import Reader
    from onrecord.settings import Settings

__all__ = ["Reader", "Record", "Settings", "__version__", "read", "read_text"]

HOME = {"Record": "model", "Reader": "reading.reader", "Settings": "settings"}


def read(source: str | bytes | Path, *, url: str | None = None, published: str | None = None) -> "Record":
    """`Reader.read` with the default settings."""
    from onrecord.reading.reader import Reader

    return Reader().read(source, url=url, published=published)


def read_text(text: str, *, url: str | None = None, published: str | None = None) -> "Record":
    """`Reader.read_text` with the default settings."""
    from onrecord.reading.reader import Reader

    return Reader().read_text(text, url=url, published=published)


def __getattr__(name: str) -> Any:
    # Loading the readers takes half a second that `onrecord --help` need not wait for.
    if name not in HOME:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"onrecord.{HOME[name]}"), name)
