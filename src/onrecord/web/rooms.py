"""The rooms: what is kept, what is found, one article with its record, and files to take away."""

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import NotKept
from onrecord.exports import FORMATS, html, views
from onrecord.exports.letters import anchor
from onrecord.model import Span
from onrecord.store.database import Store
from onrecord.store.kept import Hit, Kept
from onrecord.store.words import query as asks
from onrecord.web.guard import POLICY
from onrecord.web.pages import answer

ON_A_PAGE = 40
LONGEST_QUERY = 500
STATIC = {
    "record.css": "text/css",
    "room.css": "text/css",
    "page.js": "text/javascript",
    "htmx.min.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def pages(request: Request) -> Response:
    """The pages that are kept, the last one added first."""
    after = request.query_params.get("after")
    try:
        with _open(request) as store:
            kept = store.kept(limit=ON_A_PAGE + 1, after=after)
            count = store.count()
    except NotKept:
        if after is not None:
            raise
        kept, count = (), 0
    more = kept[ON_A_PAGE - 1].id if len(kept) > ON_A_PAGE else None
    return answer("list.html", kept=kept[:ON_A_PAGE], count=count, more=more, query="")


def search(request: Request) -> Response:
    """The pages that hold the words, the best first, each with the place where they stand."""
    words = request.query_params.get("q", "")[:LONGEST_QUERY]
    after = request.query_params.get("after")
    with _open(request) as store:
        found = store.search(words, limit=ON_A_PAGE + 1, after=after)
    hits = [(hit, _where(hit)) for hit in found[:ON_A_PAGE]]
    more = hits[-1][0].kept.id if len(found) > ON_A_PAGE else None
    return answer("found.html", hits=hits, query=words, asked=asks(words) is not None, more=more)


def _where(hit: Hit) -> str:
    """Where a hit leads: to its claim, else to its words, else to the page."""
    if hit.claim is not None:
        return "#" + anchor("claim", hit.claim)
    if hit.span is None or not hit.marks:
        return ""
    start, end = (hit.span[0] + edge for edge in hit.marks[0])
    return f"?words={start}-{end}#at-found"


def page(request: Request) -> Response:
    """One article with its record beside it: the current version, or the one that is named."""
    page_id = request.path_params["page_id"]
    with _open(request) as store:
        version = _version(request)
        record = store.get(page_id, version)
        versions = store.versions(page_id)
    kept = versions[-1] if version is None else _one(versions, version)
    view = views.of(record, _words(request))
    style = Markup(html.targets(view))  # noqa: S704  made of our own anchors
    policy = POLICY.replace("style-src 'self'", f"style-src 'self' {html.hash_of(style)}")
    return answer(
        "article.html",
        headers={"Content-Security-Policy": policy},
        view=view,
        made=record.made,
        language=html.language(record),
        style=style,
        kept=kept,
        versions=versions[::-1],
        query="",
    )


def download(request: Request) -> Response:
    """The record in one of the formats, as a file."""
    form = FORMATS.get(request.path_params["format"])
    if form is None:
        raise HTTPException(404, f"There is no such format; there are {', '.join(FORMATS)}.")
    with _open(request) as store:
        kept = store.find(request.path_params["page_id"])
        version = _version(request)
        record = store.get(kept.id, version)
    name = f"onrecord-{kept.id}{f'-{version}' if version else ''}.{form.suffix}"
    return Response(
        form.write(record).encode("utf-8", "replace"),
        media_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def static(request: Request) -> Response:
    """Our own style and scripts."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    return Response(_static(name), media_type=STATIC[name], headers={"Cache-Control": "no-cache"})


@cache
def _static(name: str) -> bytes:
    own = files("onrecord.web").joinpath("static", name)
    return own.read_bytes() if own.is_file() else html.source(name).encode("utf-8")


def _open(request: Request) -> Store:
    return Store.open(request.app.state.store)


def _version(request: Request) -> int | None:
    given = request.query_params.get("version")
    if given is None:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        raise HTTPException(404, "There is no such version.")
    return int(given)


def _one(versions: tuple[Kept, ...], version: int) -> Kept:
    return next(kept for kept in versions if kept.version == version)


def _words(request: Request) -> Span | None:
    found = PLACE.fullmatch(request.query_params.get("words", ""))
    return (int(found[1]), int(found[2])) if found else None
