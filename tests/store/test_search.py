"""Finding: what is found, in which order, and where in the text."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Claim, Entity
from onrecord.store.database import Store
from onrecord.store.kept import Hit
from onrecord.store.search import SNIPPET
from onrecord.store.words import query
from tests.golden_pages import gold_record
from tests.store.records import TEXT, record


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("store") / "kept.sqlite", create=True) as store:
        store.add(record(), key="/harbour")
        store.add(record("Cranes\n\nThe harbour is far off. U.S. ferries, and Łódź."), key="/cranes")
        store.add(gold_record("a01"), key="/a01")
        yield store


def keys(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.kept.key.rpartition("/")[2] for hit in hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour", ["harbour", "cranes"]),
        ("HARBOURS", ["harbour", "cranes"]),
        ("harbour ferries", ["harbour", "cranes"]),
        ('"ferries left"', ["harbour"]),
        ("“ferries left”", ["harbour"]),
        ('"left ferries"', []),
        ("harbour -cranes", ["harbour"]),
        ('harbour -"far off"', ["harbour"]),
        ("ferr*", ["harbour", "cranes"]),
        ("U.S.", ["cranes"]),
        ("Łodz", ["cranes"]),
        ("kask ready", ["harbour"]),
        ("-harbour", []),
        ("", []),
        ("***", []),
        ('"', []),
        ("harbour AND", ["cranes"]),
        ("NEAR(harbour", []),
        ("headline:harbour", []),
        ('harbour "', ["harbour", "cranes"]),
        ("harbour ^ ( )", ["harbour", "cranes"]),
    ],
)
def test_words_find_pages(store: Store, words: str, found: list[str]) -> None:
    assert sorted(keys(store.search(words))) == sorted(found)


def test_words_in_a_claim_show_the_claim_with_its_speaker(store: Store) -> None:
    (hit,) = store.search("liis ready")
    assert (hit.claim, hit.speaker, hit.snippet) == ("c1", "Liis Kask", "We are ready")
    assert [hit.snippet[s:e] for s, e in hit.marks] == ["ready"]
    assert hit.span is not None
    assert TEXT[slice(*hit.span)] == "We are ready"


def test_words_in_the_text_show_their_place(store: Store) -> None:
    (hit,) = store.search('"three ferries"')
    assert hit.claim is None
    assert hit.span is not None
    assert TEXT[slice(*hit.span)] == hit.snippet
    assert [hit.snippet[s:e] for s, e in hit.marks] == ["Three ferries"]
    assert "\n" not in hit.snippet


def test_words_in_the_headline_only_show_the_headline(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite", create=True) as store:
        store.add(record("A text.", headline="Otters return"))
        (hit,) = store.search("otters")
    assert (hit.snippet, hit.marks, hit.span, hit.claim) == ("Otters return", ((0, 6),), None, None)


def test_words_of_several_claims_find_the_page(tmp_path: Path) -> None:
    text = "Ready, she said. Fit, he said."
    claims = tuple(Claim(id=f"c{n}", content=(span,), speaker=f"n{n}") for n, span in enumerate([(0, 5), (17, 20)]))
    people = tuple(Entity(id=f"n{n}", name=name, kind="person") for n, name in enumerate(["Kask", "Tamm"]))
    with Store.open(tmp_path / "s.sqlite", create=True) as store:
        store.add(replace(record(text, headline="Head"), claims=claims, entities=people))
        (hit,) = store.search("kask tamm")
        assert (hit.snippet, hit.marks, hit.claim) == ("Head", (), None)
        assert store.search("tamm fit")[0].claim == "c1"


def test_a_word_of_the_headline_goes_first(store: Store) -> None:
    assert keys(store.search("cranes OR harbour")) == []
    assert keys(store.search("harbour")) == ["harbour", "cranes"]


def test_hits_go_on_from_where_one_was(store: Store) -> None:
    (first,) = store.search("harbour", limit=1)
    (second,) = store.search("harbour", limit=1, after=first.kept.id)
    assert keys((first, second)) == ["harbour", "cranes"]
    assert store.search("harbour", after=second.kept.id) == ()


def test_a_long_paragraph_is_cut_between_words(tmp_path: Path) -> None:
    text = "Head\n\n" + "before " * 200 + "needle thread " + "after " * 200 + "needle"
    with Store.open(tmp_path / "s.sqlite", create=True) as store:
        store.add(record(text))
        (hit,) = store.search("needle thread")
    assert len(hit.snippet) <= SNIPPET
    assert {hit.snippet[s:e] for s, e in hit.marks} == {"needle", "thread"}
    assert set(hit.snippet.split()) == {"before", "needle", "thread", "after"}


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_no_input_is_an_error(store: Store, words: str) -> None:
    for hit in store.search(words):
        assert all(0 <= s < e <= len(hit.snippet) for s, e in hit.marks)


@settings(deadline=None)
@given(st.lists(st.sampled_from(['"', "-", "*", "(", ")", "AND", "NOT", " ", "harbour", ":", "^", "+", "'", "“"])))
def test_no_syntax_is_an_error(store: Store, parts: list[str]) -> None:
    store.search("".join(parts))


def test_a_huge_query_is_cut() -> None:
    asked = query("a " * 500_000)
    assert asked is not None
    assert asked.count("AND") == 63
