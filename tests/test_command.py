"""The installed command, run as a user runs it: what it prints, what it leaves, how it ends."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.model import Record
from onrecord.store.database import Store
from tests.golden_pages import GOLDEN, gold, gold_record

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGE_TROUBLE = 3


def onrecord(*arguments: object, store: Path | None = None, data: bytes = b"") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "100", **({"ONRECORD_STORE": str(store)} if store else {})}
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        input=data,
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def rows(store: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(store) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        counts = [(n, *connection.execute(f'select count(*) from "{n}"').fetchone()) for (n,) in names]
    connection.close()
    return sorted(counts)


@pytest.fixture
def trouble(tmp_path: Path) -> dict[str, Path]:
    """Pages that cannot be read, by name."""
    contents = {
        "empty.html": b"",
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        "archive.gz": gzip.compress(b"a" * 100_000_000, 9),
        "login.html": b"<html><body><form><input name=a><button>Log in</button></form></body></html>",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(100_000_000)
    return {name: tmp_path / name for name in (*contents, "huge.html", "none.html")}


@pytest.mark.parametrize(
    "name", ["empty.html", "picture.png", "archive.gz", "login.html", "huge.html", "none.html", "address"]
)
def test_trouble_is_one_clear_line_and_the_store_is_unharmed(
    name: str, trouble: dict[str, Path], tmp_path: Path
) -> None:
    store = tmp_path / "kept.sqlite"
    with Store.open(store, create=True) as kept:
        kept.add(gold_record("a01"))
    before = rows(store)
    source = "http://127.0.0.1:9/page" if name == "address" else trouble[name]
    for command in ("read", "add"):
        done = onrecord(command, source, store=store)
        assert done.returncode == PAGE_TROUBLE
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        assert len(lines) == 1, done.stderr
        assert "Traceback" not in done.stderr
        assert str(source) in lines[0]
    assert rows(store) == before


def test_a_page_from_standard_input_as_json() -> None:
    page = (GOLDEN / "a01" / "page.html").read_bytes()
    done = onrecord("read", "-", "--json", data=page)
    assert done.returncode == 0, done.stderr
    record = Record.from_dict(json.loads(done.stdout))
    assert record.article.text == gold("a01")["text"]


def test_many_pages_as_lines_of_json(tmp_path: Path) -> None:
    done = onrecord("read", EXAMPLES, tmp_path / "none.html", "--jsonl")
    assert done.returncode == PAGE_TROUBLE
    records = [Record.from_dict(json.loads(line)) for line in done.stdout.splitlines()]
    assert len([record for record in records if record.article.text]) == 4


def test_adding_twice_changes_nothing_and_a_change_is_a_new_version(tmp_path: Path) -> None:
    store, page = tmp_path / "kept.sqlite", tmp_path / "page.html"
    text = (EXAMPLES / "tallinn-patrols.html").read_text("utf-8")
    page.write_text(text, "utf-8")
    assert "new" in onrecord("add", page, store=store).stdout
    before = rows(store)
    assert "unchanged" in onrecord("add", page, store=store).stdout
    assert rows(store) == before
    page.write_text(text.replace("next month", "next week"), "utf-8")
    assert "version 2" in onrecord("add", page, store=store).stdout
    listed = onrecord("list", store=store).stdout
    assert listed.count("Estonia plans joint sea patrols") == 1
    found = onrecord("search", "windlass", "fault", store=store).stdout
    assert "Estonia plans joint sea patrols" in found


def test_the_page_of_a_record_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "record.html"
    assert onrecord("read", EXAMPLES / "antofagasta-lithium.html", "--html", target).returncode == 0
    html = target.read_text("utf-8")
    assert html.rstrip().endswith("</html>")
    assert "Inés Colque" in html
    assert [path.name for path in tmp_path.iterdir()] == ["record.html"]


def test_what_was_removed_is_told_with_its_reason() -> None:
    done = onrecord("read", EXAMPLES / "tallinn-patrols-pasted.txt", "--why")
    assert done.returncode == 0
    assert "Get the Baltic Briefing" in done.stdout
    assert "newsletter" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_disk_under_the_output_is_one_clear_line(form: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", "read", EXAMPLES / "tallinn-patrols.html", *form],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "onrecord: the output cannot be written: No space left on device\n"


@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="started where interrupts are ignored")
def test_an_interruption_leaves_what_was_added(tmp_path: Path) -> None:
    store = tmp_path / "kept.sqlite"
    text = (EXAMPLES / "mombasa-dockers.html").read_text("utf-8")
    for number in range(200):  # all different: a copy is known at once, and the command might be done too soon
        (tmp_path / f"{number:03}.html").write_text(text.replace("<p>", f"<p>Quay {number} is closed. ", 1), "utf-8")
    command = [sys.executable, "-m", "onrecord", "add", str(tmp_path), "--store", str(store)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read().strip() == b""
        assert process.wait(60) == 130
    listed = onrecord("list", "--limit", 1, store=store)
    assert (listed.returncode, "1 of " in listed.stdout) == (0, True)


@pytest.mark.parametrize("command", [["list"], ["read", EXAMPLES / "tallinn-patrols.html"]])
def test_a_reader_that_stops_is_no_trouble(command: list[object], tmp_path: Path) -> None:
    store = tmp_path / "kept.sqlite"
    with Store.open(store, create=True) as kept:
        kept.add(gold_record("a01"))
    line = [sys.executable, "-m", "onrecord", *map(str, command)]
    environment = {**os.environ, "ONRECORD_STORE": str(store)}
    with subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, pipesize=4096
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("ftp://example.org/a", "only http and https addresses are fetched"),
        ("file:///etc/hosts", "only http and https addresses are fetched"),
        ("n" * 5000, "File name too long"),
        ("-", "standard input: is empty"),
    ],
)
def test_what_cannot_be_a_page_is_told_in_one_short_line(source: str, told: str) -> None:
    done = onrecord("read", source)
    assert done.returncode == PAGE_TROUBLE
    assert done.stderr.count("\n") == 1
    assert told in done.stderr or len(done.stderr) < 1100


def test_a_text_with_carriage_returns_and_odd_letters_comes_back_as_it_was(tmp_path: Path) -> None:
    page = tmp_path / "odd.txt"
    text = "A headline\r\n\r\nThe mayor \U0001f600 said “we e\u0301 are\x07 ready”.\r\n"
    page.write_bytes(text.encode())
    done = onrecord("read", page, "--text", "--json")
    assert json.loads(done.stdout)["article"]["text"] == text
