"""All formats: one line in a dict each, and none that a record could break."""

import json

import pytest

from onrecord.exports import FORMATS
from onrecord.exports.letters import anchor, flat
from onrecord.model import Article, Made, Record
from tests.exports.records import chained, hostile
from tests.golden_pages import IDS, gold_record


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_every_record(name: str) -> None:
    for record in (
        *map(gold_record, IDS),
        chained(),
        hostile(),
        Record(article=Article(id="x"), made=Made(onrecord="0")),
    ):
        text = FORMATS[name].write(record)
        assert text.endswith("\n") or name == "html"
        text.encode("utf-8")


def test_json_is_the_record() -> None:
    record = gold_record("a01")
    assert Record.from_dict(json.loads(FORMATS["json"].write(record))) == record
    half = Record(article=Article(id="x", text="a\ud800"), made=Made(onrecord="0"))
    assert Record.from_dict(json.loads(FORMATS["json"].write(half))) == half


def test_text_has_chains_events_and_gaps() -> None:
    text = FORMATS["text"].write(chained())
    assert "The Courier ▸ officials ▸ Juhan Kask · intends, indirect" in text
    assert "planned: Consult · visit “go”" in text
    assert "as intended by Juhan Kask, believed by officials, according to The Courier" in text
    assert "times: no anchor" in text
    assert max(map(len, text.splitlines())) <= 88


def test_anchors_are_safe_and_tell_ids_apart() -> None:
    assert anchor("claim", "c3") == "claim-c3"
    odd = [anchor("claim", name) for name in ('"><x', "a b", "", "c" * 99, "\ud800")]
    assert len(set(odd)) == len(odd)
    assert all(name.replace("-", "").isalnum() for name in odd)


def test_long_words_are_cut_between_words() -> None:
    assert flat("one two three", 9) == "one two …"
    assert flat("x" * 50, 9) == "x" * 9 + " …"
