"""The reading room as an ASGI application: which address leads to what."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.errors import NotKept, StoreError
from onrecord.web import rooms, troubles
from onrecord.web.guard import LOOPBACK, Guard

ROUTES = [
    Route("/", rooms.pages, name="pages"),
    Route("/search", rooms.search, name="search"),
    Route("/page/{page_id}", rooms.page, name="page"),
    Route("/page/{page_id}/as/{format}", rooms.download, name="download"),
    Route("/static/{name}", rooms.static, name="static"),
]


def create(store: Path, host: str = "127.0.0.1") -> ASGIApp:
    """The application over the store at `store`, which need not exist yet.

    It answers to the loopback names and to `host`; where that is not loopback, to any number too.
    """
    app = Starlette(
        routes=ROUTES,
        exception_handlers={
            NotKept: troubles.not_kept,
            StoreError: troubles.store,
            HTTPException: troubles.refused,
            Exception: troubles.unexpected,
        },
    )
    app.state.store = store
    app.router.redirect_slashes = False
    host = host.strip("[]").lower()
    return Guard(app, names=LOOPBACK | {host}, any_address=host not in LOOPBACK)
