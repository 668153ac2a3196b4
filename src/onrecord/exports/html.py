"""A record as one page that stands alone: its text marked up, and all that rests on it, offline in any browser.

It works without scripts; nothing is fetched; everything that comes from the record is escaped.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.exports import dates, views
from onrecord.exports.letters import flat
from onrecord.exports.shapes import RecordView
from onrecord.exports.wording import BASES, STATUSES
from onrecord.model import Record

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

# One rule an anchor tells which words and which card belong together; more would slow a browser down.
MOST_RULES = 1500
LANGUAGE_LETTERS = 35


def page(record: Record) -> str:
    """The page as HTML."""
    from markupsafe import Markup  # noqa: PLC0415  as jinja2 below: who writes no page need not wait for it

    view = views.of(record)
    style, script = Markup(css() + targets(view)), Markup(source("page.js"))  # noqa: S704  both are ours
    return (
        environment()
        .get_template("page.html")
        .render(
            view=view,
            made=record.made,
            language=language(record),
            style=style,
            script=script,
            policy=policy(style, script),
        )
    )


def policy(style: str, script: str) -> str:
    """The content security policy of the page: these two, inline, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src {hash_of(style)}; script-src {hash_of(script)};"
        " base-uri 'none'; form-action 'none'"
    )


def hash_of(text: str) -> str:
    """A source of CSP 3 for an inline style or script."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def css() -> str:
    """The style of a record."""
    return source("record.css")


def targets(view: RecordView) -> str:
    """The rules by which a card and its words light up together where one of them was followed."""
    return "".join(f"{_rule(to)}\n" for to in sorted(_anchors(view))[:MOST_RULES])


def _rule(to: str) -> str:
    return f":root:has(:is(#{to},#at-{to}):target) :is(#{to},.in-{to}){{background:var(--hit)}}"


def _anchors(view: RecordView) -> set[str]:
    return {to for paragraph in view.paragraphs for piece in paragraph.pieces for to in piece.inside}


def language(record: Record) -> str:
    """The page's language as an HTML attribute; English where the article's is not known."""
    found = record.article.language or "en"
    fits = found.isascii() and found.replace("-", "").isalnum() and len(found) <= LANGUAGE_LETTERS
    return found if fits else "en"


@cache
def source(name: str) -> str:
    """One of our own files beside the templates."""
    return files("onrecord.exports").joinpath("templates", name).read_text("utf-8")


@cache
def environment() -> "Environment":
    """Our own templates."""
    return escaping()


def escaping(*loaders: "BaseLoader") -> "Environment":
    """Templates that escape whatever they are given: those of the loaders, then our own."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    made = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("onrecord.exports")]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.filters |= {"flat": flat, "in_words": _in_words, "web": is_web}
    made.globals |= {"bases": BASES, "statuses": tuple(STATUSES)}
    return made


def _in_words(value: str) -> str:
    return dates.of_value(value) or flat(value)


def is_web(url: str) -> bool:
    """Whether an address may be followed: http or https and nothing else."""
    return url.startswith(("http://", "https://"))
