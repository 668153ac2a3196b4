"""Each page of some sources in turn; a bad one is a line on standard error, and the rest goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.cli import output
from onrecord.cli.progress import Bar
from onrecord.cli.trouble import debugging
from onrecord.errors import NotText, OnrecordError, PageError
from onrecord.model import Article, Extract, Page, Record
from onrecord.pages.sources import STDIN
from onrecord.reading.places_home import Home
from onrecord.reading.reader import Reader, record_of, unread
from onrecord.settings import Settings

FAILED = PageError.exit_code


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What the command was told of the pages."""

    settings: Settings
    url: str | None = None
    published: str | None = None
    as_it_is: bool = False
    homes: Callable[[Article], Home | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page and its record. `page` is None where none was had, `extract` where there is none."""

    record: Record
    page: Page | None = None
    extract: Extract | None = None
    failed: bool = False


def each(sources: list[str], how: How, shown: Bar) -> Iterator[ReadPage]:
    """The pages behind the sources, read; a bad one is told of and comes as failed."""
    reader = Reader(how.settings)
    for source in sources:
        shown.at(source)
        for page in _pages(reader, source, how):
            if isinstance(page, Page):
                shown.at(page.source)
                yield _one(reader, page, how)
            else:
                yield page
            shown.done()


def _pages(reader: Reader, source: str, how: How) -> Iterator[Page | ReadPage]:
    try:
        yield from reader.pages(source, url=how.url, published=how.published)
    except PageError as error:
        yield _failed(source, None, error)


def _one(reader: Reader, page: Page, how: How) -> ReadPage:
    try:
        if how.as_it_is:
            text = _text(page)
            return ReadPage(page=page, record=reader.read_text(text, url=page.url, published=page.published))
        extract = reader.extract(page)
        home = how.homes(extract.article) if how.homes else None
        return ReadPage(page=page, record=record_of(extract, home), extract=extract)
    except OnrecordError as error:
        return _failed(page.source, page, error)
    except Exception as error:  # one page's trouble must not end the others
        if debugging():
            raise
        return _failed(page.source, page, error)


def _failed(name: str, page: Page | None, error: Exception) -> ReadPage:
    message = str(error)
    if not isinstance(error, OnrecordError):
        message = f"unexpected {type(error).__name__}: {error}; run with --debug for the traceback"
    # A short name at the front, unless the message has the name already.
    named = name == STDIN or name in message
    output.error(message if named else f"{name[:200]}: {message}")
    return ReadPage(page=page, record=unread(name, error, url=page.url if page else None), failed=True)


def _text(page: Page) -> str:
    if isinstance(page.data, str):
        return page.data
    try:
        return page.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotText(f"{page.source}: not UTF-8 (byte {error.start}); leave out --text to read it") from error
