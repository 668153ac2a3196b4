"""The arguments and options that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

ABOUT = "About the page"
OUTPUT = "What is given"
WHERE = "Where it is kept"


def _date(given: str | None) -> str | None:
    if given is not None:
        try:
            datetime.fromisoformat(given.replace("Z", "+00:00"))
        except ValueError as error:
            raise typer.BadParameter(f"expected a date such as 2024-05-31, found {given!r}") from error
    return given


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE…",
        show_default=False,
        help="Pages: files (HTML, or text as somebody pasted it), http(s) addresses, folders, or - for standard input.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        callback=_date,
        rich_help_panel=ABOUT,
        help="The day it was published, such as 2024-05-31; it wins over the page's own. Relative dates"
        " (“last Monday”) hang on it.",
    ),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        rich_help_panel=ABOUT,
        help="Where the page stood, for a file or standard input.",
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes",
        metavar="N",
        min=1,
        rich_help_panel=ABOUT,
        help="The largest page that is read, in bytes. (8388608)",
        show_default=False,
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", rich_help_panel=OUTPUT, help="The record as JSON: one page, one object.")
]
HtmlFile = Annotated[
    Path | None,
    typer.Option(
        "--html",
        metavar="FILE",
        rich_help_panel=OUTPUT,
        help="Write a page to open in a browser: the text with all that stands on it marked.",
    ),
]
StoreFile = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FILE",
        envvar="ONRECORD_STORE",
        rich_help_panel=WHERE,
        show_default=False,
        help="The store, one SQLite file. Else onrecord.sqlite in your data folder.",
    ),
]
PageId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        show_default=False,
        help="A page's id, or the beginning of it, or its URL: see onrecord list.",
    ),
]
