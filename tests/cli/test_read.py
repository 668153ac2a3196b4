"""`onrecord read`: forms, many pages, trouble, exit codes."""

import json
from pathlib import Path

import pytest

from onrecord.model import Record
from tests.cli.conftest import Run
from tests.golden_pages import IDS, gold_record


def test_a_page_is_printed(run: Run) -> None:
    code, out, err = run("read", "a01")
    assert (code, err) == (0, "")
    for part in ("Belarus weighs rocket launcher sale", "CLAIMS 18", "EVENTS 8", "TIMELINE", "PLACES"):
        assert part in out
    assert "\x1b" not in out


def test_as_json(run: Run) -> None:
    code, out, _ = run("read", "a01", "--json")
    assert code == 0
    assert Record.from_dict(json.loads(out)) == gold_record("a01")


def test_many_pages_as_json_lines_with_the_bad_one_among_them(run: Run) -> None:
    code, out, err = run("read", "a01", "none.html", "folder", "--jsonl")
    records = [Record.from_dict(json.loads(line)) for line in out.splitlines()]
    assert code == 3
    assert err == "onrecord: none.html: no such file\n"
    assert [bool(r.article.text) for r in records] == [True, False, True, True, True]
    assert records[2:] == [gold_record(name) for name in IDS[:3]]


def test_many_pages_are_printed_one_after_another(run: Run) -> None:
    code, out, err = run("read", "a01", "none.html", "a03")
    assert code == 3
    assert err.count("\n") == 1
    assert out.count("CLAIMS") == 2
    assert out.count("══════") > 0


def test_what_was_removed(run: Run) -> None:
    _, out, _ = run("read", "a01", "--why")
    assert "newsletter  Get our [bold]letter" in out
    assert "newsletter" not in run("read", "a01")[1]


def test_a_given_date_and_address_reach_the_reader(run: Run) -> None:
    _, out, _ = run("read", "a01", "--published", "2031-02-03", "--url", "https://example.org/x", "--json")
    article = json.loads(out)["article"]
    assert (article["published"], article["url"]) == ("2031-02-03", "https://example.org/x")


def test_a_text_as_it_is(run: Run) -> None:
    assert json.loads(run("read", "a01", "--text", "--json")[1])["article"]["text"] == "a01"
    code, _, err = run("read", "bytes", "--text")
    assert (code, err) == (3, "onrecord: bytes: not UTF-8 (byte 0); leave out --text to read it\n")


@pytest.mark.usefixtures("fake_html")
def test_html_is_written_whole(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("read", "a01", "--html", "x.html")
    assert (code, out) == (0, "written: x.html\n")
    assert (tmp_path / "x.html").read_text("utf-8").startswith("<h1>Belarus")
    assert [p.name for p in tmp_path.iterdir()] == ["x.html"]
    assert (tmp_path / "x.html").stat().st_mode & 0o444 == 0o444


@pytest.mark.usefixtures("fake_html")
def test_several_pages_as_html_go_into_a_folder(run: Run, tmp_path: Path) -> None:
    code, _, err = run("read", "a01", "a03", "--html", "x.html")
    assert (code, err) == (2, "onrecord: --html x.html: for several pages name a folder that exists\n")
    (tmp_path / "pages").mkdir()
    assert run("read", "a01", "a03", "--html", "pages")[0] == 0
    assert len(list((tmp_path / "pages").glob("*.html"))) == 2


@pytest.mark.usefixtures("fake_html")
def test_html_that_cannot_be_written_is_one_line(run: Run) -> None:
    code, _, err = run("read", "a01", "--html", "none/x.html")
    assert (code, err) == (1, "onrecord: none/x.html: cannot be written: No such file or directory\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a01", "--jsn"], "No such option"),
        ([], "Missing argument"),
        (["a01", "--published", "Monday"], "expected a date such as 2024-05-31, found 'Monday'"),
        (["a01", "--json", "--jsonl"], "give one of --json, --jsonl and --html"),
        (["a01", "a03", "--json"], "for several use --jsonl"),
        (["folder", "--json"], "for several use --jsonl"),
        (["a01", "a03", "--url", "https://example.org"], "--url belongs to one page"),
        (["a01", "--why", "--json"], "--why goes with"),
        (["a01", "--max-bytes", "many"], "--max-bytes"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(run: Run, arguments: list[str], told: str) -> None:
    code, out, err = run("read", *arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("onrecord: ")
    assert err.count("\n") == 1


def test_an_unexpected_error_is_one_line_unless_more_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = run("read", "crash")
    assert code == 3
    assert err == "onrecord: crash: unexpected ZeroDivisionError: by zero; run with --debug for the traceback\n"
    for arguments in (("--debug", "read", "crash"), ("read", "crash", "--debug")):
        with pytest.raises(ZeroDivisionError):
            run(*arguments)
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("read", "crash")


def test_an_interruption_is_quiet(run: Run) -> None:
    code, out, err = run("read", "interrupt")
    assert (code, out, err.strip()) == (130, "", "")


def test_a_name_that_commands_a_terminal_is_not_obeyed(run: Run) -> None:
    _, _, err = run("read", "\x1b]0;owned\x07.html")
    assert "\x1b" not in err
    assert err.count("\n") == 1
