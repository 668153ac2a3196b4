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


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal; inside a test only, as the stream is set anew before each."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    return stream


def test_several_pages_are_counted(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    stream = terminal(monkeypatch)
    assert run("read", "a01", "a03", "--jsonl")[0] == 0
    assert "2/2" in stream.getvalue()


@pytest.mark.parametrize(("seconds", "seen"), [(0.0, False), (0.2, True)])
def test_one_page_shows_a_bar_only_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, seconds: float, seen: bool
) -> None:
    stream = terminal(monkeypatch)
    with progress.bar(["a01"]) as shown:
        shown.at("a01")
        time.sleep(seconds)
    assert ("a01" in stream.getvalue()) is seen


def test_no_terminal_no_bar(run: Run) -> None:
    assert run("read", "a01", "a03", "--jsonl")[2] == ""
