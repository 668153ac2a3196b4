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
    TimeRemainingColumn,
)

from onrecord.cli.layout import flat
from onrecord.pages.sources import files, is_folder

PATIENCE = 1.0


class Bar:
    """Counts pages; appears at once where there are several, else when one takes longer than a second."""

    def __init__(self, sources: list[str]) -> None:
        self._several = len(sources) > 1 or any(map(is_folder, sources))
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            *((BarColumn(bar_width=24), MofNCompleteColumn()) if self._several else ()),
            TimeElapsedColumn(),
            *((TimeRemainingColumn(compact=True),) if self._several else ()),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task("reading", total=_total(sources))
        self._timer = threading.Timer(PATIENCE, self._progress.start)
        self._timer.daemon = True

    def start(self) -> None:
        """Lets the bar appear when it is time."""
        if self._several:
            self._progress.start()
        elif not self._progress.disable:
            self._timer.start()

    def stop(self) -> None:
        """Takes the bar away; it does not come back."""
        self._timer.cancel()
        if self._timer.is_alive():
            self._timer.join()
        self._progress.stop()

    def leave_to_output(self) -> None:
        """Takes the bar away where it would break the output's long lines: on the same terminal."""
        if sys.stdout.isatty():
            self.stop()

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


def _total(sources: list[str]) -> int:
    """How many pages there are; a folder without any counts as one, which fails."""
    return sum(len(files(Path(source))) or 1 if is_folder(source) else 1 for source in sources)
