"""`onrecord add`, `list`, `show`, `search`."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.golden_pages import IDS, gold, gold_record


def page_id(out: str) -> str:
    found = re.match(r"[0-9a-f]{8}", out)
    assert found
    return found[0]


def test_adding_tells_what_happened_to_each(run: Run) -> None:
    code, out, err = run("add", "a01", "none.html", "a03")
    assert code == 3
    assert err == "onrecord: none.html: no such file\n"
    lines = out.splitlines()
    assert [line.split()[1] for line in lines if re.match(r"[0-9a-f]{8} ", line)] == ["new", "new"]
    assert lines[-1] == "2 new, 1 failed"
    assert "unchanged" in run("add", "a01")[1]


def test_a_reading_with_another_date_is_a_version(run: Run) -> None:
    run("add", "a01")
    code, out, _ = run("add", "a01", "--published", "2031-02-03")
    assert code == 0
    assert "read anew, version 2" in out


def test_nothing_is_made_where_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    assert run("add", "none.html")[0] == 3
    for command in (["list"], ["show", "abcd"], ["search", "x"]):
        code, out, err = run(*command)
        assert (code, out) == (5, "")
        assert "nothing kept yet; keep a page with: onrecord add SOURCE" in err
    assert list(tmp_path.iterdir()) == []


def test_a_list_goes_on_from_where_one_was(run: Run) -> None:
    run("add", "a01", "a03", "a05")
    _, first, _ = run("list", "--limit", 2)
    assert "2 of 3 pages" in first
    more = re.search(r"more: onrecord (list --after \w+)", first)
    assert more
    _, second, _ = run(*more[1].split())
    assert gold("a01")["headline"][:30] in second
    assert "more:" not in second


def test_a_page_is_shown_in_every_form(run: Run) -> None:
    kept = page_id(run("add", "a01")[1])
    run("add", "a01", "--published", "2031-02-03")
    _, out, _ = run("show", kept)
    assert "CLAIMS 18" in out
    assert "▸ 2" in out
    assert json.loads(run("show", kept[:5], "--version", 1, "--json")[1]) == gold_record("a01").to_dict()
    code, _, err = run("show", kept, "--version", 9)
    assert (code, err) == (5, f"onrecord: {kept}: has no version 9; it has 1 to 2\n")


@pytest.mark.usefixtures("fake_html")
def test_a_kept_page_as_html(run: Run, tmp_path: Path) -> None:
    kept = page_id(run("add", "a01")[1])
    assert run("show", kept, "--html", "x.html")[:2] == (0, "written: x.html\n")
    assert (tmp_path / "x.html").exists()
    assert run("show", kept, "--html", "x.html", "--json")[0] == 2


def test_words_are_found_and_marked(run: Run) -> None:
    run("add", "a01", "a03")
    _, out, _ = run("search", "rocket", "launchers")
    assert gold("a01")["headline"][:30] in out
    assert "*rocket*" in out
    assert gold("a03")["headline"][:30] not in out


def test_a_phrase_keeps_together_and_a_minus_leaves_out(run: Run) -> None:
    run("add", "a01")
    headline = gold("a01")["headline"][:30]
    assert headline in run("search", "multiple rocket launchers")[1]
    assert "No page has" in run("search", "launchers rocket multiple")[1]
    assert headline in run("search", "launchers", "rocket")[1]
    assert "No page has" in run("search", "launchers", "-rocket")[1]
    assert headline in run("search", "rocket", "-harbour")[1]


def test_an_option_that_there_is_not_is_no_word(run: Run) -> None:
    code, _, err = run("search", "rocket", "--limt", 3)
    assert (code, err) == (2, "onrecord: No such option: --limt (see: onrecord search --help)\n")


def test_a_file_is_known_by_its_full_path(run: Run, tmp_path: Path) -> None:
    from onrecord.cli.keep import _key

    (tmp_path / "page.html").touch()
    run("list")
    assert _key("page.html") == str(tmp_path / "page.html")
    assert _key("-") is None
    assert _key("https://example.org/") == "https://example.org/"


@pytest.mark.parametrize("words", [["-harbour"], ['"'], ["…"]])
def test_nothing_to_look_for_is_wrong_use(run: Run, words: list[str]) -> None:
    run("add", IDS[0])
    code, out, err = run("search", *words)
    assert (code, out) == (2, "")
    assert err.startswith("onrecord: give a word")
