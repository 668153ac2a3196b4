"""Who speaks, in the words that a page shows."""

from dataclasses import replace

from onrecord.exports.naming import NOBODY, SOMEBODY, Names
from onrecord.model import Article, Claim, Entity, Form, Made, Mention, Record
from tests.exports.records import chained

TEXT = "Belarus’s Foreign Ministry denied it."


def test_a_body_is_told_with_whose_it_is() -> None:
    record = Record(
        article=Article(id="x", headline=None, text=TEXT),
        entities=(Entity(id="n1", name="Foreign Ministry", kind="organisation", country="BLR"),),
        mentions=(Mention(id="m1", span=(0, 26), kind="organisation", form="name", entity="n1"),),
        claims=(Claim(id="c1", source=((0, 26),), speaker="n1"),),
        made=Made(onrecord="0"),
    )
    assert Names(record).speaker(record.claims[0]) == "Belarus’s Foreign Ministry"


def test_where_no_source_is_named_both_readings_say_so() -> None:
    record = replace(chained(), claims=(Claim(id="c1"),))
    names = Names(record)
    assert (names.speaker(record.claims[0]), names.by(record.claims[0])) == (NOBODY, SOMEBODY)


def test_who_has_no_name_is_told_with_the_article() -> None:
    text = "The union said so. Two officials said so. The Hague said so."
    sources = ((0, 9), (19, 32), (42, 51))
    forms: tuple[tuple[str, Form], ...] = (("union", "noun"), ("Two officials", "noun"), ("The Hague", "name"))
    record = Record(
        article=Article(id="x", headline=None, text=text),
        entities=tuple(Entity(id=f"n{n}", name=name, kind="organisation") for n, (name, _) in enumerate(forms)),
        mentions=tuple(
            Mention(id=f"m{n}", span=sources[n], kind="organisation", form=form, entity=f"n{n}")
            for n, (_, form) in enumerate(forms)
        ),
        claims=tuple(Claim(id=f"c{n}", source=(span,), speaker=f"n{n}") for n, span in enumerate(sources)),
        made=Made(onrecord="0"),
    )
    names = Names(record)
    assert [names.speaker(c) for c in record.claims] == ["the union", "Two officials", "The Hague"]
    assert [names.by(c) for c in record.claims] == ["the union", "two officials", "The Hague"]
