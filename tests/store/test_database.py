"""Keeping, versions, ids, and what a crash leaves."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import NoArticle, NotKept
from onrecord.model import Article, Made, Record
from onrecord.store import database, index
from onrecord.store.database import Store
from tests.golden_pages import IDS, gold_record
from tests.store.records import TEXT, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.sqlite"


@pytest.mark.parametrize("page_id", IDS)
def test_a_record_comes_back_whole(path: Path, page_id: str) -> None:
    kept = gold_record(page_id)
    with Store.open(path, create=True) as store:
        added = store.add(kept)
        assert store.get(added.kept.id) == kept
        assert added.kept.claims == len(kept.claims)


def test_adding_twice_changes_nothing(path: Path) -> None:
    with Store.open(path, create=True) as store:
        first = store.add(record(), key="/a")
        again = store.add(replace(record(), made=Made(onrecord="9")), key="/a")
        assert (first.outcome, again.outcome) == ("new", "unchanged")
        assert again.kept == first.kept
        assert store.count() == 1
        assert len(store.versions(first.kept.id)) == 1


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(path: Path) -> None:
    with Store.open(path, create=True) as store:
        page = store.add(record(), key="/a").kept.id
        changed = store.add(record("Another story\n\nOf cranes."), key="/a")
        assert (changed.outcome, changed.kept.version) == ("changed", 2)
        assert [v.version for v in store.versions(page)] == [1, 2]
        assert store.get(page, 1).article.text == TEXT
        assert store.get(page).article.text == "Another story\n\nOf cranes."
        assert store.search("harbour") == ()
        assert [hit.kept.version for hit in store.search("cranes")] == [2]


def test_an_older_text_that_comes_back_is_a_version_again(path: Path) -> None:
    with Store.open(path, create=True) as store:
        for text in (TEXT, "Another story", TEXT):
            page = store.add(record(text), key="/a").kept
        assert page.version == 3
        assert store.get(page.id) == record(TEXT)


def test_the_same_text_read_differently_is_kept_beside_the_first_reading(path: Path) -> None:
    dated = record()
    dated = replace(dated, article=replace(dated.article, published="2024-05-06"))
    with Store.open(path, create=True) as store:
        store.add(record(), key="/a")
        assert store.add(dated, key="/a").outcome == "reread"
        assert store.kept()[0].published == "2024-05-06"


def test_a_page_is_known_by_its_url_then_its_name_then_its_text(path: Path) -> None:
    with Store.open(path, create=True) as store:
        by_url = store.add(record(url="https://example.org/a#top"), key="/b").kept
        by_name = store.add(record(), key="/b").kept
        by_text = store.add(record()).kept
        assert (by_url.key, by_name.key) == ("https://example.org/a", "/b")
        assert by_text.key == by_text.sha256
        assert store.add(record(), key=None).outcome == "unchanged"
        assert store.find("https://example.org/a") == by_url


def test_nothing_is_kept_of_a_page_without_an_article(path: Path) -> None:
    bad = Record(article=Article(id="x", text=" \n"), made=Made(onrecord="0"))
    with Store.open(path, create=True) as store:
        with pytest.raises(NoArticle, match="/bad: no article in it"):
            store.add(bad, key="/bad")
        assert store.count() == 0


def test_ids_are_short_and_their_beginnings_serve(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = {"/a": "ab12cd34" + "0" * 56, "/b": "ab12cd34" + "1" * 56, "/c": "ab99" + "2" * 60}
    true = database.digest
    monkeypatch.setattr(database, "digest", lambda text: digests.get(text) or true(text))
    with Store.open(path, create=True) as store:
        ids = [store.add(record(), key=key).kept.id for key in digests]
        assert ids == ["ab12cd34", "ab12cd341", "ab992222"]
        assert store.find("AB12CD34").key == "/a"
        assert store.find("ab99").key == "/c"
        with pytest.raises(NotKept, match="more than one"):
            store.find("ab12")
        for wrong in ("ab", "ffff", "%", "ab1*", "' OR 1=1 --", ""):
            with pytest.raises(NotKept):
                store.find(wrong)
        with pytest.raises(NotKept, match="no version 7; it has 1 to 1"):
            store.get("ab99", 7)


def test_pages_are_listed_the_last_one_first_and_on_from_where_one_was(path: Path) -> None:
    with Store.open(path, create=True) as store:
        ids = [store.add(record(), key=f"/{n}").kept.id for n in range(7)]
        first = store.kept(limit=3)
        rest = store.kept(limit=9, after=first[-1].id)
        assert [k.id for k in first + rest] == ids[::-1]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("odd") / "kept.sqlite", create=True) as store:
        yield store


@settings(deadline=None)
@given(text=st.text(st.characters(), min_size=1, max_size=60), key=st.text(st.characters(), max_size=9))
def test_any_text_is_kept_to_the_character(shared: Store, text: str, key: str) -> None:
    odd = replace(record(), claims=(), article=Article(id="x", headline=text, url=key, text=f"a {text}"))
    added = shared.add(odd, key=key)
    assert shared.get(added.kept.id) == odd
    assert shared.add(odd, key=key).outcome == "unchanged"


def test_trouble_in_the_middle_leaves_the_store_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("in the middle")

    with Store.open(path, create=True) as store:
        page = store.add(record(), key="/a").kept
        with monkeypatch.context() as patch:
            patch.setattr(index, "put", fail)
            for key in ("/a", "/b"):
                with pytest.raises(RuntimeError):
                    store.add(record("Another"), key=key)
        assert store.kept() == (page,)
        assert [hit.kept for hit in store.search("harbour")] == [page]
        assert store.add(record("Another"), key="/a").outcome == "changed"


KILLED = """
import os, signal, sys
from pathlib import Path
from onrecord.store import index
from onrecord.store.database import Store
from tests.store.records import record
put = index.put
def die(*arguments):
    put(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
with Store.open(Path(sys.argv[1]), create=True) as store:
    store.add(record(), key="/a")
    index.put = die
    store.add(record("Another"), key="/a")
"""


def test_a_killed_writer_leaves_the_store_as_it_was(path: Path) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, path],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    with Store.open(path) as store:
        (page,) = store.kept()
        assert page.version == 1
        assert store.get(page.id) == record()
        assert store.add(record("Another"), key="/a").kept.version == 2


def test_several_may_write_at_once(path: Path) -> None:
    def write(name: str) -> None:
        with Store.open(path, create=True) as store:
            for n in range(5):
                store.add(record(), key=f"/{name}{n}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store.open(path) as store:
        assert store.count() == 20


WRITER = """
import sys
from pathlib import Path
from onrecord.store.database import Store
from tests.store.records import record
for n in range(20):
    with Store.open(Path(sys.argv[1]), create=True) as store:
        store.add(record(f"Story {n}\\n\\nOf {sys.argv[2]}."), key=f"/{n}")
"""


def test_two_programs_may_write_at_once_from_the_first_page_on(path: Path) -> None:
    root = Path(__file__).parents[2]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, path, name],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            stderr=subprocess.PIPE,
        )
        for name in "ab"
    ]
    told = [writer.communicate(timeout=100)[1] for writer in writers]
    assert told == [b"", b""]
    with Store.open(path) as store:
        assert store.count() == 20
        for kept in store.kept():
            texts = [store.get(kept.id, v.version).article.text[-2] for v in store.versions(kept.id)]
            assert sorted(texts) == ["a", "b"]
