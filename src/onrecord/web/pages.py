"""Our templates, filled in: from what is to be shown to an answer."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from onrecord.exports import FORMATS, html
from onrecord.exports.letters import shown as safe
from onrecord.store.kept import Hit
from onrecord.version import __version__


def answer(template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **shown: Any) -> HTMLResponse:
    """A page. Everything in `shown` is escaped."""
    text = environment().get_template(template).render(**shown)
    # Half a surrogate pair is no UTF-8; "?" stands for it.
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status, headers=headers)


@cache
def environment() -> Environment:
    """The templates of the reading room, and under them those of the page that stands alone."""
    made = html.escaping(PackageLoader("onrecord.web"))
    made.filters |= {"snippet": _snippet}
    made.globals |= {"version": __version__, "formats": FORMATS}
    return made


def _snippet(hit: Hit) -> Markup:
    """The words around what was found, it marked."""
    parts, at = [], 0
    for start, end in hit.marks:
        found = escape(safe(hit.snippet[start:end]))
        parts += [escape(safe(hit.snippet[at:start])), Markup("<mark>"), found, Markup("</mark>")]
        at = end
    return Markup("").join([*parts, escape(safe(hit.snippet[at:]))])
