"""A reading room over a store of golden pages, asked without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.store.database import Store
from onrecord.web.app import create
from tests.golden_pages import gold_record

Room = Callable[[Path], TestClient]
PAGES = ("a01", "a03", "b07")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A store with three pages."""
    path = tmp_path / "kept.sqlite"
    with Store.open(path, create=True) as store:
        for page_id in PAGES:
            store.add(gold_record(page_id))
    return path


@pytest.fixture
def room() -> Iterator[Room]:
    """Opens a reading room over a store. A fault in it is an answer, as it is for a browser."""
    opened: list[TestClient] = []

    def open_(store: Path) -> TestClient:
        client = TestClient(create(store), base_url="http://127.0.0.1:8017", raise_server_exceptions=False)
        opened.append(client)
        return client

    yield open_
    for client in opened:
        client.close()
