"""From a path to an engine: whether the file is a store, whose, and brought up to today's tables."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from onrecord.errors import NotKept, StoreError
from onrecord.store.schema import APPLICATION_ID, HEAD

# Another onrecord may be adding a page; one record is written in milliseconds.
BUSY_SECONDS = 10.0
MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100


@contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """Turns whatever SQLite says into a StoreError of one line."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        found = str(getattr(error, "orig", None) or error)
        raise StoreError(f"{path}: {_explain(found)} ({found})") from error


def _explain(found: str) -> str:
    if "locked" in found or "busy" in found:
        return "another program is writing to the store; try again"
    if "readonly" in found or "unable to open" in found:
        return "the store cannot be written here; see who may write the file and its folder, or use --store"
    if "fts5" in found:
        return "the SQLite of this Python cannot search texts (FTS5); use a Python that has it"
    if "full" in found:
        return "the disk is full; the store is as it was"
    return "the store cannot be read or written; keep a copy and use another one with --store"


def engine_of(path: Path, *, create: bool) -> Engine:
    """An engine on the store at `path`, at today's revision; with `create` it is made where it is missing.

    Raises NotKept where there is none, StoreError where the file is something else, is newer than this
    onrecord, or cannot be had. A file that is no store is not touched.
    """
    missing = _is_missing(path)
    if missing and not create:
        raise NotKept(f"{path}: nothing kept yet; keep a page with: onrecord add SOURCE")
    if missing:
        _make_folder(path)
    engine = _engine(path, create=create)
    try:
        with errors_of(path):
            _bring_up_to_date(engine, path, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _is_missing(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise StoreError(f"{path}: the store cannot be read: {error.strerror}") from error
    if not header:
        return True
    if not header.startswith(MAGIC):
        raise StoreError(f"{path}: not a store of onrecord; it is left as it is; name another with --store")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(f"{path}: a database of another program; it is left as it is; name another with --store")
    return False


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path.parent}: this folder cannot be made: {error.strerror}; see --store") from error
    if not os.access(path.parent, os.W_OK):
        raise StoreError(f"{path.parent}: nothing may be written in this folder; name a store with --store")


def _engine(path: Path, *, create: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?{_mode(path, create=create)}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )

    engine = create_engine("sqlite://", creator=connect, pool_size=5, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _mode(path: Path, *, create: bool) -> str:
    if create:
        return "mode=rwc"
    # In a folder that cannot be written SQLite cannot make the files beside a WAL store; with nothing
    # waiting in them it can be read without.
    if not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        return "mode=ro&immutable=1"
    return "mode=rw"


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    # A writer takes its turn at the start: two readers that both turn writers would lock each other out.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(engine: Engine, path: Path, *, create: bool) -> None:
    with engine.connect() as connection:
        found = revision(connection)
    if found == HEAD:
        return
    if found is None and not create:
        raise NotKept(f"{path}: nothing kept yet; keep a page with: onrecord add SOURCE")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        upgrade(connection, path)
    with engine.connect() as connection:
        # The journal mode cannot change inside a transaction, and SQLAlchemy begins one for itself.
        raw: Any = connection.connection.dbapi_connection
        # Whoever holds the file at this moment is about to do the same.
        with suppress(sqlite3.OperationalError):
            raw.execute("PRAGMA journal_mode = WAL")


def revision(connection: Connection) -> str | None:
    """The step that the store stands at; None in an empty file."""
    named = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first()
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if named else None


def upgrade(connection: Connection, path: Path, to: str = "head") -> None:
    """Takes the store through the steps that it lacks, in the connection's transaction.

    Raises StoreError where it stands at a step that this onrecord does not know.
    """
    from alembic import command  # noqa: PLC0415  a store at today's revision need not wait for it
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    found = revision(connection)
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(f"{path}: made by a newer onrecord (step {found}, known to {HEAD}); upgrade onrecord")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    command.upgrade(config, to)
