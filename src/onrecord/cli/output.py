"""Where what is printed goes: standard output, standard error, files written whole or not at all."""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from onrecord.cli.layout import Block, flat, line, show
from onrecord.errors import OnrecordError
from onrecord.model import Record

LONGEST_MESSAGE = 1000
NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


class Pipe(Console):
    """A console that leaves a broken pipe to `application.run`."""

    def on_broken_pipe(self) -> None:
        """Raises it again."""
        raise BrokenPipeError


def out() -> Console:
    """Standard output as a terminal of readable width, or plain where it is no terminal."""
    return Pipe(highlight=False, markup=False, emoji=False)


def put(blocks: Iterable[Block]) -> None:
    """Prints blocks to standard output."""
    show(out(), blocks)


def error(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"onrecord: {flat(message, LONGEST_MESSAGE)}\n")


def put_json(record: Record, *, indent: int | None) -> None:
    """A record as JSON on standard output; escaped where the output cannot hold its letters."""
    text = json.dumps(record.to_dict(), ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(record.to_dict(), indent=indent)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def put_html(record: Record, file: Path) -> None:
    """Writes the record's page to a file."""
    from onrecord.exports import html

    write(file, html.page(record))
    put([line(flat(f"written: {file}"))])


def html_name(record: Record) -> str:
    """A file name for a record's page among others."""
    words = NOT_IN_NAMES.sub("-", (record.article.headline or "page").lower()).strip("-")[:60].rstrip("-")
    return f"{words or 'page'}-{record.article.id[:8]}.html"


def write(file: Path, text: str) -> None:
    """Writes a file whole or not at all, in UTF-8. Raises OnrecordError."""
    try:
        with _beside(file) as other:
            other.write_text(text, "utf-8", errors="replace")
            other.replace(file)
    except OSError as trouble:
        raise OnrecordError(f"{file}: cannot be written: {trouble.strerror}") from trouble


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=f".{file.name[:40]}.", dir=file.parent)
    os.close(handle)
    other = Path(name)
    try:
        mask = os.umask(0)
        os.umask(mask)
        other.chmod(0o666 & ~mask)
        yield other
    finally:
        other.unlink(missing_ok=True)
