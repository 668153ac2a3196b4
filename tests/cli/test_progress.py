"""The bar: on a terminal only, at once for several pages, late for one, gone at the end."""

import sys
import time
from io import StringIO

import pytest

from onrecord.cli import progress
from tests.cli.conftest import Run


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    return stream


def test_several_pages_are_counted(terminal: Terminal, run: Run) -> None:
    assert run("read", "a01", "a03", "--jsonl")[0] == 0
    assert "2/2" in terminal.getvalue()


@pytest.mark.parametrize(("seconds", "seen"), [(0.0, False), (0.2, True)])
def test_one_page_shows_a_bar_only_when_it_takes_long(terminal: Terminal, seconds: float, seen: bool) -> None:
    with progress.bar(["a01"]) as shown:
        shown.at("a01")
        time.sleep(seconds)
    assert ("a01" in terminal.getvalue()) is seen


def test_no_terminal_no_bar(run: Run) -> None:
    assert run("read", "a01", "a03", "--jsonl")[2] == ""
