"""The commands together, and how any of them ends: its exit code and at most one line on standard error."""

import errno
import os
import sys
from typing import Annotated, Any

import typer

from onrecord.cli import gazetteer, keep, read, serve
from onrecord.cli.trouble import DEBUG, debugging
from onrecord.errors import OnrecordError
from onrecord.version import __version__

NAME = "onrecord"
INTERRUPTED = 130
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
EXIT_CODES = {
    0: "fine",
    1: "another error",
    2: "wrong use of a command, or a wrong setting",
    3: "a page could not be read (the others were)",
    4: "not a record",
    5: "the store could not be opened, read or written, or has no such page",
    130: "interrupted",
}
EPILOG = "Exit codes: " + "; ".join(f"{code} {meaning}" for code, meaning in EXIT_CODES.items()) + "."

app = typer.Typer(
    name=NAME,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)
READ, KEEP = "Read", "Keep and find"
app.command("read", rich_help_panel=READ)(read.read)
app.command("add", rich_help_panel=KEEP)(keep.add)
app.command("list", rich_help_panel=KEEP)(keep.list_)
app.command("show", rich_help_panel=KEEP)(keep.show)
# A word with a minus before it is a word that is not wanted, "-harbour" too: no -h here.
MINUS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
app.command("search", rich_help_panel=KEEP, context_settings=MINUS)(keep.search)
app.command("serve", rich_help_panel=KEEP)(serve.serve)
app.add_typer(gazetteer.app, name="gazetteer", rich_help_panel="Set up")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def everything(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="ONRECORD_DEBUG", help="Show the traceback of an error.")
    ] = False,
) -> None:
    """Reads the news and keeps the record: who said what, what happened, when and where, on the exact words.

    Start with:  onrecord read page.html
    """


# Typer has its own copy of click in newer versions; the classes are found from one that it exports.
CLICK_ERROR: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def run(arguments: list[str]) -> int:
    """Runs the command line and gives its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Words that the terminal's encoding lacks are shown as "?"; a page is no reason to stop.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    arguments, debug = _without_debug(arguments or ["--help"])
    token = DEBUG.set(debug)
    try:
        return _run(arguments)
    except BrokenPipeError:
        _let_go()
        return 0
    except SystemExit as error:
        # The console that prints the help makes this of a broken pipe.
        if not isinstance(error.__context__, BrokenPipeError):
            raise
        return 0
    except Exception as error:  # the last border: one line, unless more is asked for
        if debugging():
            raise
        return _tell(error)
    finally:
        DEBUG.reset(token)


def _run(arguments: list[str]) -> int:
    try:
        given = typer.main.get_command(app).main(args=arguments, prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
        return given if isinstance(given, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED


def _without_debug(arguments: list[str]) -> tuple[list[str], bool]:
    """--debug counts wherever it stands: one adds it to the end of the line that went wrong."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    before = [argument for argument in arguments[:end] if argument != "--debug"]
    return before + arguments[end:], len(before) < end


def _tell(error: Exception) -> int:
    from onrecord.cli import output

    if isinstance(error, CLICK_ERROR):
        message = error.format_message().rstrip(".")
        if not message:  # a group of commands alone: its help stands there already
            return 0
        context = getattr(error, "ctx", None)
        see = f" (see: {context.command_path} --help)" if context else ""
        output.error(message + see)
        return int(error.exit_code)
    if isinstance(error, OnrecordError):
        output.error(str(error))
        return error.exit_code
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        output.error(f"the output cannot be written: {error.strerror}")
        return 1
    output.error(f"unexpected {type(error).__name__}: {error}; run with --debug for the traceback")
    return 1


def _let_go() -> None:
    """Nobody reads on: what is left goes nowhere, quietly, also at the interpreter's end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
