"""The store: keeps records in one SQLite file, every version of a page, and finds them again."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urldefrag, urlsplit

from sqlalchemy import Connection, Engine, Row, Select, func, insert, or_, select, update

from onrecord import codec
from onrecord.errors import NoArticle, NotKept, RecordError, StoreError
from onrecord.model import Article, Place, Record
from onrecord.reading import places
from onrecord.reading.places_home import MOST_ARTICLES, Home
from onrecord.store import index, search
from onrecord.store.kept import Added, Hit, Kept, Outcome
from onrecord.store.opening import engine_of, errors_of
from onrecord.store.schema import PAGES, VERSIONS

# Short enough to type; eight hex digits tell some ten thousand pages apart, a twin gets one more.
ID_LENGTH = 8
SHORTEST_PREFIX = 4
PREFIX = re.compile(rf"[0-9a-f]{{{SHORTEST_PREFIX},64}}")


class Store:
    """An open store; a context manager. Any number may be open on one file, one of them writes at a time.

    Every method raises StoreError where the file cannot be read or written.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """The store at `path`; with `create` it is made, with its folder, where it is missing.

        Raises NotKept where there is none and StoreError where the file is no store or a newer one.
        """
        return cls(path, engine_of(path, create=create))

    def close(self) -> None:
        """Closes the file; the store is of no use after."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------ writing

    def add(self, record: Record, *, key: str | None = None) -> Added:
        """Keeps a record, in one transaction, under its URL, else under `key`, else under its text.

        The same record again changes nothing; a different one becomes the next version, also where an
        older text comes back, and the versions before it stay. Raises NoArticle where there is no text.
        """
        if not record.article.text.strip():
            raise NoArticle(f"{key or record.article.url or 'the record'}: no article in it; nothing is kept")
        key = page_key(record, key)
        with self._connect(writes=True) as connection:
            return _add(connection, record, key)

    # ------------------------------------------------------------ reading

    def count(self) -> int:
        """How many pages are kept."""
        with self._connect() as connection:
            return connection.execute(select(func.count()).select_from(PAGES)).scalar_one()

    def kept(self, *, limit: int = 50, after: str | None = None) -> tuple[Kept, ...]:
        """The pages, the last one kept first, each as its current version; `after` is the last id seen."""
        with self._connect() as connection:
            rows = CURRENT.order_by(PAGES.c.number.desc()).limit(limit)
            if after is not None:
                rows = rows.where(PAGES.c.number < self._page(connection, after).number)
            return tuple(kept_of(row) for row in connection.execute(rows))

    def find(self, page_id: str) -> Kept:
        """The page with this id, the beginning of one (four digits or more), or this key.

        Raises NotKept where there is none or more than one.
        """
        with self._connect() as connection:
            page = self._page(connection, page_id)
            return kept_of(connection.execute(CURRENT.where(PAGES.c.number == page.number)).one())

    def versions(self, page_id: str) -> tuple[Kept, ...]:
        """Every version of a page, the oldest first. Raises NotKept."""
        with self._connect() as connection:
            page = self._page(connection, page_id)
            rows = ALL.where(PAGES.c.number == page.number).order_by(VERSIONS.c.version)
            return tuple(kept_of(row) for row in connection.execute(rows))

    def get(self, page_id: str, version: int | None = None) -> Record:
        """The record of a page: its current version, or the one that is named. Raises NotKept."""
        with self._connect() as connection:
            page = self._page(connection, page_id)
            wanted = page.current if version is None else version
            found = connection.execute(
                select(VERSIONS.c.record).where(VERSIONS.c.page == page.number, VERSIONS.c.version == wanted)
            ).scalar()
        if found is None:
            raise NotKept(f"{page.id}: has no version {version}; it has 1 to {page.current}")
        return self._decode(found, page.id)

    def search(self, words: str, *, limit: int = 20, after: str | None = None) -> tuple[Hit, ...]:
        """The pages whose current version holds all of the words, the best first.

        "a phrase" in quotes, -word for pages without it, prefix* for beginnings; no input is an error.
        `after` is the id of the last hit seen.
        """
        with self._connect() as connection:
            page = None if after is None else self._page(connection, after).number
            found = search.find(connection, words, limit=limit, after=page)
            if not found:
                return ()
            rows = connection.execute(CURRENT.where(PAGES.c.number.in_([place.page for place in found])))
            kept = {row.page: kept_of(row) for row in rows}
        return tuple(place.hit(kept[place.page]) for place in found)

    def home(self, article: Article) -> Home | None:
        """Where the article's site is at home, learned from the newest 60 other pages of the same host, else of the
        same site; None where they tell none.
        """
        host = (urlsplit(article.url or "").hostname or "").removeprefix("www.")
        starts = [f"{scheme}://{www}{host}/" for scheme in ("http", "https") for www in ("", "www.")]
        same = or_(*(PAGES.c.key.between(one, one[:-1] + "0") for one in starts)) if host else None
        if same is None:
            if article.site is None:
                return None
            same = VERSIONS.c.site == index.plain(article.site)
        query = select(func.json_extract(VERSIONS.c.record, "$.places")).join(PAGES, VERSIONS.c.page == PAGES.c.number)
        query = query.where(VERSIONS.c.version == PAGES.c.current, same, VERSIONS.c.sha256 != digest(article.text))
        if article.url:
            query = query.where(PAGES.c.key != index.plain(urldefrag(article.url).url))
        with self._connect() as connection:
            found = connection.execute(query.order_by(PAGES.c.number.desc()).limit(MOST_ARTICLES)).scalars().all()
        return places.home_of([[codec.decode(Place, one) for one in json.loads(row or "[]")] for row in found])

    # ------------------------------------------------------------ inside

    @contextmanager
    def _connect(self, *, writes: bool = False) -> Iterator[Connection]:
        connect = self._engine.connect().execution_options
        with errors_of(self.path), connect(writes=writes) as connection, connection.begin():
            yield connection

    def _page(self, connection: Connection, page_id: str) -> Row[Any]:
        exact = select(PAGES).where((PAGES.c.id == page_id.lower()) | (PAGES.c.key == page_id))
        if (page := connection.execute(exact).first()) is not None:
            return page
        begins = page_id.lower()
        if not PREFIX.fullmatch(begins):
            raise NotKept(f"{page_id[:80]}: not kept; the ids stand in: onrecord list")
        alike = select(PAGES).where(PAGES.c.id >= begins, PAGES.c.id < begins + "g").limit(2)
        pages = connection.execute(alike).all()
        if len(pages) != 1:
            which = "more than one page begins so; give more of the id" if pages else "not kept"
            raise NotKept(f"{page_id}: {which}; the ids stand in: onrecord list")
        return pages[0]

    def _decode(self, found: str, page_id: str) -> Record:
        try:
            return Record.from_dict(json.loads(found))
        except (RecordError, ValueError) as error:
            raise StoreError(f"{self.path}: the record {page_id} cannot be read: {error}") from error


COLUMNS = (PAGES.c.id, PAGES.c.key, *(c for c in VERSIONS.c if c.name not in {"number", "record"}))
ALL: Select[Any] = select(*COLUMNS).join(VERSIONS, VERSIONS.c.page == PAGES.c.number)
CURRENT: Select[Any] = ALL.where(VERSIONS.c.version == PAGES.c.current)


def kept_of(row: Row[Any]) -> Kept:
    """One row of `ALL`."""
    return Kept(**{name: value for name, value in row._mapping.items() if name != "page"})


def page_key(record: Record, key: str | None = None) -> str:
    """What tells one page from another: its URL without the fragment, else `key`, else its text's digest."""
    if record.article.url:
        return index.plain(urldefrag(record.article.url).url)
    return index.plain(key) if key else digest(record.article.text)


def digest(text: str) -> str:
    """SHA-256 in hex."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _add(connection: Connection, record: Record, key: str) -> Added:
    # Letters beyond ASCII are escaped: half a surrogate pair is no UTF-8 and must come back too.
    stored = json.dumps(record.to_dict())
    page = connection.execute(select(PAGES).where(PAGES.c.key == key)).first()
    outcome = "new" if page is None else _outcome(connection, page.number, page.current, record)
    if page is None:
        number, version = _new_page(connection, key), 1
    else:
        number, version = page.number, page.current + (outcome != "unchanged")
    if outcome != "unchanged":
        row = {"page": number, "version": version, "record": stored, **_columns(record)}
        connection.execute(insert(VERSIONS).values(row))
        connection.execute(update(PAGES).where(PAGES.c.number == number).values(current=version))
        index.put(connection, number, record)
    kept = connection.execute(CURRENT.where(PAGES.c.number == number)).one()
    return Added(kept=kept_of(kept), outcome=outcome)


def _outcome(connection: Connection, page: int, current: int, record: Record) -> Outcome:
    last = connection.execute(
        select(VERSIONS.c.record).where(VERSIONS.c.page == page, VERSIONS.c.version == current)
    ).scalar_one()
    before, now = json.loads(last), json.loads(json.dumps(record.to_dict()))
    if before["article"]["text"] != now["article"]["text"]:
        return "changed"
    # Which software made it is not what the page says.
    return "unchanged" if _said(before) == _said(now) else "reread"


def _said(record: dict[str, Any]) -> dict[str, Any]:
    """What a record says, without who made it and how sure it is of places, which the site's other pages move."""
    bare = [{**place, "score": None, "runners_up": []} for place in record["places"]]
    return {**record, "made": None, "places": bare}


def _new_page(connection: Connection, key: str) -> int:
    whole = digest(key)
    taken = select(PAGES.c.id).where(PAGES.c.id.in_([whole[:n] for n in range(ID_LENGTH, len(whole) + 1)]))
    others = set(connection.execute(taken).scalars())
    short = next(whole[:n] for n in range(ID_LENGTH, len(whole) + 1) if whole[:n] not in others)
    row = insert(PAGES).values(id=short, key=key, current=1).returning(PAGES.c.number)
    number: int = connection.execute(row).scalar_one()
    return number


def _columns(record: Record) -> dict[str, Any]:
    article = record.article
    shown = {name: getattr(article, name) for name in ("headline", "site", "published", "url")}
    return {
        **{name: value and index.plain(value) for name, value in shown.items()},
        "added": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sha256": digest(article.text),
        "claims": len(record.claims),
        "events": len(record.events),
    }
