"""`onrecord read`: a page, or many, and what they put on record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import ABOUT, OUTPUT, AsJson, HtmlFile, MaxBytes, Published, Sources, Url
from onrecord.cli.trouble import WrongUse

if TYPE_CHECKING:
    from onrecord.cli.progress import Bar
    from onrecord.cli.reading import ReadPage

JsonLines = Annotated[
    bool,
    typer.Option("--jsonl", rich_help_panel=OUTPUT, help="One line of JSON a page, as each is read."),
]
Why = Annotated[
    bool,
    typer.Option(
        "--why",
        rich_help_panel=OUTPUT,
        help="List too which lines of the page are not of the article, and why.",
    ),
]
AsItIs = Annotated[
    bool,
    typer.Option("--text", rich_help_panel=ABOUT, help="Take the text as it is: nothing is removed or repaired."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """In which form the records are given."""

    json: bool
    jsonl: bool
    html: Path | None
    why: bool


def read(  # noqa: PLR0913  one parameter an option
    sources: Sources,
    *,
    published: Published = None,
    url: Url = None,
    as_it_is: AsItIs = False,
    max_bytes: MaxBytes = None,
    as_json: AsJson = False,
    jsonl: JsonLines = False,
    html: HtmlFile = None,
    why: Why = False,
) -> int:
    """Read pages and print what they put on record: article, claims, events, timeline, places.

    [bold]Examples[/bold]

    onrecord read page.html

    onrecord read pasted.txt --published 2024-05-31 --why

    onrecord read https://example.org/story --html story.html

    onrecord read folder/ --jsonl > records.jsonl

    pbpaste | onrecord read - --json
    """
    from onrecord import settings
    from onrecord.cli.progress import bar
    from onrecord.cli.reading import FAILED, How, each

    form = Form(json=as_json, jsonl=jsonl, html=html, why=why)
    _check(form, sources, url)
    how = How(settings=settings.load(max_bytes=max_bytes), url=url, published=published, as_it_is=as_it_is)
    with bar(sources) as shown:
        pages = each(sources, how, shown)
        return FAILED if _give(_one_only(pages) if form.json else pages, form, shown) else 0


def _check(form: Form, sources: list[str], url: str | None) -> None:
    if sum([form.json, form.jsonl, form.html is not None]) > 1:
        raise WrongUse("give one of --json, --jsonl and --html (see: onrecord read --help)")
    if form.why and (form.json or form.jsonl):
        raise WrongUse("--why goes with the printed record or --html, not with JSON")
    if url is not None and len(sources) > 1:
        raise WrongUse("--url belongs to one page; give one SOURCE with it")
    if form.json and _many(sources):
        raise WrongUse("--json gives one page; for several use --jsonl")
    if form.html is not None and _many(sources) and not form.html.is_dir():
        raise WrongUse(f"--html {form.html}: for several pages name a folder that exists")


def _many(sources: list[str]) -> bool:
    from onrecord.pages.sources import is_folder

    return len(sources) > 1 or is_folder(sources[0])


def _one_only(pages: Iterable["ReadPage"]) -> Iterator["ReadPage"]:
    """The one page; where a source turns out to hold several, nothing is printed of it."""
    found = list(pages)
    if len(found) > 1:
        raise WrongUse("--json gives one page; for several use --jsonl")
    yield from found


def _give(pages: Iterable["ReadPage"], form: Form, shown: "Bar") -> int:
    """Prints or writes each page; gives how many failed."""
    failed = given = 0
    for page in pages:
        failed += page.failed
        if form.jsonl or not page.failed:
            if form.json or form.jsonl:
                shown.leave_to_output()
            _give_one(page, form, first=not given)
            given += 1
    return failed


def _give_one(page: "ReadPage", form: Form, *, first: bool) -> None:
    from onrecord.cli import output, render
    from onrecord.cli.layout import empty, rule

    if form.json or form.jsonl:
        output.put_json(page.record, indent=2 if form.json else None)
        return
    if form.html is not None:
        folder = form.html.is_dir()
        output.put_html(page.record, form.html / output.html_name(page.record) if folder else form.html)
    else:
        if not first:
            output.put([empty(), rule(), empty()])
        output.put(render.record_blocks(page.record))
    if form.why:
        output.put(render.removed_blocks(page.extract.removed if page.extract else ()))
