"""JSON both ways without loss, and errors that name the place."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import codec
from onrecord.errors import RecordError
from onrecord.model import (
    Article,
    Claim,
    Entity,
    Event,
    Gap,
    Made,
    Mention,
    Place,
    Record,
    Time,
)
from tests.golden_pages import IDS, gold_record

PARTS = (Article, Claim, Entity, Event, Gap, Mention, Place, Time)
ARTICLE = Article(id="a", text="x")


def records() -> st.SearchStrategy[Record]:
    return st.builds(Record, schema=st.just("onrecord.record/1"), made=st.builds(Made))


@given(records())
def test_any_record_survives_json(record: Record) -> None:
    assert Record.from_dict(json.loads(codec.to_json(record))) == record


@settings(max_examples=40)
@given(records())
def test_any_record_fits_the_schema(record: Record) -> None:
    schema = codec.json_schema(Record, "a record")
    jsonschema.validate(json.loads(codec.to_json(record)), schema)


@pytest.mark.parametrize("page_id", IDS)
def test_golden_records_survive(page_id: str) -> None:
    record = gold_record(page_id)
    assert codec.from_json(Record, codec.to_json(record, indent=1)) == record


def with_claim(**fields: Any) -> dict[str, Any]:
    data = Record(article=ARTICLE, made=Made(onrecord="0"), claims=(Claim(id="c1"),)).to_dict()
    data["claims"][0].update(fields)
    return data


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"stance": "says"}, r"claims\[0\]\.stance: expected one of asserts"),
        ({"content": [[1]]}, r"claims\[0\]\.content\[0\]: expected a list of 2"),
        ({"content": 3}, r"claims\[0\]\.content: expected a list"),
        ({"score": "high"}, r"claims\[0\]\.score: expected number"),
        ({"score": True}, r"claims\[0\]\.score: expected number"),
        ({"id": None}, r"claims\[0\]\.id: expected string"),
    ],
)
def test_a_misfit_is_named_with_its_place(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        Record.from_dict(with_claim(**fields))


def test_a_missing_key_is_named() -> None:
    data = with_claim()
    del data["article"]["id"]
    with pytest.raises(RecordError, match="article: the key 'id' is missing"):
        Record.from_dict(data)


def test_a_part_that_is_no_object_is_named() -> None:
    data = {**with_claim(), "article": []}
    with pytest.raises(RecordError, match=r"article: expected an object \(Article\)"):
        Record.from_dict(data)


def test_ids_must_be_an_object_of_strings() -> None:
    data = with_claim()
    data["entities"] = [{"id": "n1", "name": "x", "kind": "thing", "ids": ["Q1"]}]
    with pytest.raises(RecordError, match=r"entities\[0\]\.ids: expected an object"):
        Record.from_dict(data)


def test_another_schema_is_refused() -> None:
    with pytest.raises(RecordError, match=r"expected 'onrecord\.record/1', found 'onrecord\.record/2'"):
        Record.from_dict({**with_claim(), "schema": "onrecord.record/2"})


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert Record.from_dict(with_claim(mood="grim")).claims == (Claim(id="c1"),)


def test_whole_numbers_do_for_fractions() -> None:
    assert Record.from_dict(with_claim(score=1)).claims[0].score == 1.0


def test_text_that_is_not_json() -> None:
    with pytest.raises(RecordError, match="not JSON"):
        codec.from_json(Record, "{")
