"""The text cut into pieces: nothing lost, each piece with exactly the marks that it lies in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.letters import shown
from onrecord.exports.marks import Piece, marks_of, paragraphs
from onrecord.model import Article, Claim, Event, Made, Record, Time
from tests.exports.records import chained
from tests.golden_pages import IDS, gold_record

LETTERS = st.text(st.sampled_from("ab \n“”é\u202e"), max_size=60)
SPANS = st.tuples(st.integers(-5, 70), st.integers(-5, 70))


def pieces(record: Record) -> list[Piece]:
    return [piece for paragraph in paragraphs(record) for piece in paragraph.pieces]


def on(record: Record, words: str) -> Piece:
    return next(piece for piece in paragraphs(record)[-1].pieces if words in piece.text)


@pytest.mark.parametrize("page_id", IDS)
def test_the_text_is_all_there_and_each_mark_covers_its_words(page_id: str) -> None:
    record = gold_record(page_id)
    found = paragraphs(record)
    texts = ["".join(piece.text for piece in paragraph.pieces) for paragraph in found]
    assert "\n\n".join(texts) == record.article.text
    assert [paragraph.headline for paragraph in found] == [True] + [False] * (len(found) - 1)
    for claim in record.claims:
        spans = sorted({*claim.content, *claim.source, *claim.cue})
        covered = "".join(p.text for paragraph in found for p in paragraph.pieces if f"claim-{claim.id}" in p.inside)
        letters = sorted({at for start, end in spans for at in range(start, end)})
        assert covered.replace("\n", "") == "".join(record.article.text[at] for at in letters).replace("\n", "")


def test_a_claim_within_a_claim_is_marked_deeper_and_followed_first() -> None:
    record = chained()
    outer, inner = on(record, " was "), on(record, "to ")
    assert "deep-2" in outer.looks
    assert "deep-3" in inner.looks
    assert (outer.to, outer.others) == ("claim-c2", ("claim-c1",))
    assert (inner.to, inner.others) == ("claim-c3", ("claim-c2", "claim-c1"))


def test_what_lies_on_a_claim_is_followed_before_it() -> None:
    record = chained()
    trigger, place, speaker = on(record, "go"), on(record, "Narva"), on(record, "officials")
    assert trigger.to == "event-e1"
    assert trigger.glyph == "planned"
    assert "claim-c3" in trigger.others
    assert place.to == "place-p1"
    assert {"k-who", "k-claim"} <= set(speaker.looks)
    assert speaker.to == "claim-c2"


def test_words_begin_once_where_they_first_stand() -> None:
    record = chained()
    begun = [to for piece in pieces(record) for to in piece.begins]
    assert sorted(begun) == sorted(set(begun))
    assert {"claim-c1", "claim-c2", "claim-c3", "event-e1", "time-t1", "place-p1", "name-n3", "gap-0"} == set(begun)


def test_a_broken_quote_begins_at_its_first_part() -> None:
    text = "“We left,” she said, “at dawn.”"
    claim = Claim(id="c", content=((1, 8), (22, 29)), source=((11, 14),), manner="direct")
    record = Record(article=Article(id="x", text=text), claims=(claim,), made=Made(onrecord="0"))
    found = pieces(record)
    assert [piece.text for piece in found if "k-claim" in piece.looks] == ["We left", "at dawn"]
    assert [piece.text for piece in found if piece.begins] == ["We left"]


def test_only_says_which_marks_must_be_on() -> None:
    record = chained()
    assert "only-time" not in on(record, "to ").looks
    assert "only-claim" in on(record, " was ").looks
    bare = replace(record, gaps=())
    assert "only-time" in on(bare, "Monday").looks


def test_words_that_were_looked_for_are_marked() -> None:
    found = [p for par in paragraphs(chained(), (0, 4)) for p in par.pieces if "found" in p.begins]
    assert [piece.text for piece in found] == ["Kask"]


@given(LETTERS, st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=4))
def test_any_spans_in_any_text(text: str, claims: list[tuple[int, int]], events: list[tuple[int, int]]) -> None:
    record = Record(
        article=Article(id="x", text=text),
        claims=tuple(Claim(id=f"c{n}", content=(span,), parent="c0") for n, span in enumerate(claims)),
        events=tuple(Event(id=f"e{n}", trigger=s, type="AID", status="planned") for n, s in enumerate(events)),
        times=tuple(Time(id=f"t{n}", span=s, type="DATE") for n, s in enumerate(events)),
        made=Made(onrecord="0"),
    )
    joined = "".join(piece.text for piece in pieces(record))
    assert "".join(joined.split()) == "".join(shown(text).split())
    ends = {edge for mark in marks_of(record) for edge in mark.span}
    assert all(0 <= edge <= len(text) for edge in ends)
