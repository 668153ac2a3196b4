"""A reader that knows some pages by name, in the place of the true one."""

import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import onrecord.cli
import onrecord.reading
from onrecord.cli import main
from onrecord.errors import FetchError
from onrecord.model import Article, Extract, Gap, Made, Page, Record, Removed
from onrecord.settings import Settings
from tests.golden_pages import IDS, gold_record

Run = Callable[..., tuple[int, str, str]]


class FakeReader:
    """Pages by the name of a golden one; "crash" and "interrupt" do what they say, others cannot be had."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def pages(self, source: str, *, url: str | None, published: str | None) -> Iterator[Page]:
        names = IDS[:3] if source == "folder" else [source]
        for name in names:
            if name == "interrupt":
                raise KeyboardInterrupt
            if name not in {*IDS, "crash", "bytes"}:
                raise FetchError(f"{name}: no such file")
            yield Page(source=name, data=b"\xff" if name == "bytes" else name, url=url, published=published)

    def extract(self, page: Page) -> Extract:
        if page.source == "crash":
            raise ZeroDivisionError("by zero")
        article = gold_record(page.source).article
        article = replace(article, url=page.url or article.url, published=page.published or article.published)
        return Extract(article=article, removed=(Removed(line="Get our [bold]letter", reason="newsletter"),))

    def read_text(self, text: str, *, url: str | None, published: str | None) -> Record:
        return Record(article=Article(id="0", url=url, published=published, text=text), made=Made(onrecord="0"))


def fake_record_of(extract: Extract, home: object = None) -> Record:
    found = next(r for r in map(gold_record, IDS) if r.article.id == extract.article.id)
    return replace(found, article=extract.article)


def fake_unread(name: str, error: Exception, *, url: str | None = None) -> Record:
    gap = Gap(stage="pages", reason="not read", detail=str(error))
    return Record(article=Article(id="0", url=url), gaps=(gap,), made=Made(onrecord="0"))


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    fake: Any = types.ModuleType("onrecord.reading.reader")
    fake.Reader, fake.record_of, fake.unread = FakeReader, fake_record_of, fake_unread
    monkeypatch.setitem(sys.modules, "onrecord.reading.reader", fake)
    monkeypatch.setattr(onrecord.reading, "reader", fake, raising=False)
    # It holds the names of the reader that was there when it was first loaded.
    monkeypatch.delitem(sys.modules, "onrecord.cli.reading", raising=False)
    monkeypatch.delattr(onrecord.cli, "reading", raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in an empty folder with a store of its own: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "kept" / "kept.sqlite"))
    monkeypatch.setenv("COLUMNS", "100")

    def command(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        done = capsys.readouterr()
        return code, done.out, done.err

    return command


@pytest.fixture
def fake_html(monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that writes the headline only."""
    import onrecord.exports

    fake: Any = types.ModuleType("onrecord.exports.html")
    fake.page = lambda record: f"<h1>{record.article.headline}</h1>"
    monkeypatch.setitem(sys.modules, "onrecord.exports.html", fake)
    monkeypatch.setattr(onrecord.exports, "html", fake, raising=False)
