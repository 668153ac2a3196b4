"""What may be opened, and what is left as it is."""

import os
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import NotKept, StoreError
from onrecord.store.database import Store
from tests.store.records import record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.sqlite"


def test_reading_what_is_not_there_makes_nothing(path: Path) -> None:
    with pytest.raises(NotKept, match="nothing kept yet; keep a page with: onrecord add SOURCE"):
        Store.open(path)
    assert not path.parent.exists()


def test_an_empty_file_becomes_a_store_only_when_written(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(NotKept):
        Store.open(path)
    assert path.read_bytes() == b""
    with Store.open(path, create=True) as store:
        store.add(record())
    with Store.open(path) as store:
        assert store.count() == 1


@pytest.mark.parametrize("content", [b"A shopping list", b"SQLite format 3\0" + bytes(200)])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_store_is_not_touched(path: Path, content: bytes, create: bool) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(StoreError, match="it is left as it is"):
        Store.open(path, create=create)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_database_of_another_program_is_not_touched(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE shopping (item)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path, create=True)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_onrecord_is_refused_and_left(path: Path) -> None:
    Store.open(path, create=True).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    for create in (True, False):
        with pytest.raises(StoreError, match="made by a newer onrecord"):
            Store.open(path, create=create)
    with sqlite3.connect(path) as left:
        assert left.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    left.close()


def test_a_damaged_store_is_one_line(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.add(record())
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with pytest.raises(StoreError) as caught, Store.open(path) as store:
        store.kept()
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(tmp_path, create=True)


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be"):
        Store.open(tmp_path / "file" / "kept.sqlite", create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_where_nothing_may_be_written(path: Path, monkeypatch: pytest.MonkeyPatch, create: bool) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError):
        Store.open(path, create=create)
    assert not path.exists()


def test_a_store_in_such_a_folder_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path, create=True) as store:
        store.add(record())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(path) as store:
        assert store.count() == 1
        assert sorted(p.name for p in path.parent.iterdir()) == ["kept.sqlite"]


def test_a_store_that_is_busy_is_one_clear_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(path, create=True).close()
    monkeypatch.setattr("onrecord.store.opening.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store, pytest.raises(StoreError, match="another program is writing"):
        store.add(record())
    other.close()


def test_a_full_disk_is_one_clear_line_and_the_store_is_as_it_was(path: Path) -> None:
    with Store.open(path, create=True) as store:
        kept = store.add(record()).kept
        with store._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full; the store is as it was"):
            store.add(record("long " * 100_000))
        assert store.kept() == (kept,)


def test_the_file_is_what_the_documentation_says(path: Path) -> None:
    with Store.open(path, create=True) as store:
        store.add(record())
        with store._engine.connect() as connection:
            pragma = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "foreign_keys", "application_id")
            }
    assert pragma == {"journal_mode": "wal", "foreign_keys": 1, "application_id": 0x6F6E7263}
