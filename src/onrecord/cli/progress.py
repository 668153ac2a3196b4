"""A bar on standard error while pages are read, on a terminal only."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from onrecord.cli.layout import flat

PATIENCE = 1.0


class Bar:
    """Counts pages; appears at once where there are several, else when one takes longer than a second."""

    def __init__(self, sources: list[str]) -> None:
        several = len(sources) > 1 or any(map(_is_folder, sources))
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            *((BarColumn(bar_width=24), MofNCompleteColumn()) if several else ()),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("reading", total=_total(sources))
        self._timer = threading.Timer(0 if several else PATIENCE, self._progress.start)
        self._timer.daemon = True

    def start(self) -> None:
        """Lets the bar appear when it is time."""
        if not self._progress.disable:
            self._timer.start()

    def stop(self) -> None:
        """Takes the bar away."""
        self._timer.cancel()
        self._progress.stop()

    def at(self, name: str) -> None:
        """Tells which page is being read."""
        self._progress.update(self._task, description=flat(name, 40))

    def done(self) -> None:
        """One page more."""
        self._progress.advance(self._task)


@contextmanager
def bar(sources: list[str]) -> Iterator[Bar]:
    """A bar for as long as the sources are read."""
    shown = Bar(sources)
    shown.start()
    try:
        yield shown
    finally:
        shown.stop()


def _total(sources: list[str]) -> int | None:
    return None if any(map(_is_folder, sources)) else len(sources)


def _is_folder(source: str) -> bool:
    return Path(source).is_dir()
