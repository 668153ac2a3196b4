"""The command line, one file a group of commands."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; what it gives is the exit code. Takes sys.argv where nothing is given."""
    from onrecord.cli.application import run

    return run(sys.argv[1:] if arguments is None else arguments)
