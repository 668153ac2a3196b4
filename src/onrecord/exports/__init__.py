"""One format a file, and one dict that lists them."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.exports import html, json, text
from onrecord.model import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write a record down: `write` is pure; `suffix` is a file's, without the dot."""

    write: Callable[[Record], str]
    media_type: str
    suffix: str
    says: str


FORMATS: dict[str, Format] = {
    "html": Format(write=html.page, media_type="text/html", suffix="html", says="a page that stands alone"),
    "json": Format(write=json.whole, media_type="application/json", suffix="json", says="the whole record"),
    "text": Format(write=text.plain, media_type="text/plain", suffix="txt", says="plain text"),
}
