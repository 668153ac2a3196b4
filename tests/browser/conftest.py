"""Debian's chromium, and the two things it opens: a page that stands alone and a reading room."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.exports import html
from onrecord.store.database import Store
from onrecord.web import server
from onrecord.web.app import create
from tests.golden_pages import gold_record

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
)
Open = Callable[..., "Page"]
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        yield running
        running.close()


@pytest.fixture
def open_page(browser: "Browser") -> Iterator[Open]:
    """Opens an address: width, scheme ("light", "dark"), scripts. What the browser complains of fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_(address: str, *, width: int = 1400, scheme: Any = "light", scripts: bool = True) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def alone(tmp_path: Path) -> str:
    """The address of a golden record's page, as a file."""
    file = tmp_path / "record.html"
    file.write_text(html.page(gold_record("a03")), "utf-8")
    return file.as_uri()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[str]:
    """The address of a running reading room with three pages, one of them in two versions."""
    path = tmp_path / "kept.sqlite"
    with Store.open(path, create=True) as store:
        for page_id in ("a01", "a03", "b07"):
            store.add(gold_record(page_id))
        record = gold_record("a01")
        store.add(replace(record, article=replace(record.article, text=record.article.text + " So it was.")))
    opened = server.listen("127.0.0.1", 0)
    address = server.address_of(opened)
    running = server.made(create(path))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [opened]})
    thread.start()
    yield address
    running.should_exit = True
    thread.join(20)
    opened.close()
