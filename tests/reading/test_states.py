"""For which state somebody acts: told by his own words, by the story, or not at all."""

import pytest

from onrecord.model import Analysis, Entity, EntityKind, Mention, Name, Place, Sentence, Token
from onrecord.reading import states


def analysis(text: str) -> Analysis:
    tokens, at = [], 0
    for word in text.replace(".", " .").split():
        at = text.index(word, at)
        tokens.append(Token(span=(at, at + len(word)), text=word))
        at += len(word)
    names = tuple(Name(span=t.span, kind=None) for t in tokens if t.text[0].isupper())
    whole = Sentence(span=(0, len(text)), first=0, last=len(tokens), paragraph=0)
    return Analysis(
        text=text,
        has_headline=False,
        paragraphs=((0, len(text)),),
        sentences=(whole,),
        tokens=tuple(tokens),
        names=names,
    )


def state_of(
    text: str, words: str, kind: EntityKind = "organisation", place: tuple[str, str] | None = None
) -> str | None:
    start = text.index(words)
    entity = Entity(id="n1", name=words, kind=kind)
    mention = Mention(id="m1", span=(start, start + len(words)), kind=kind, form="noun", entity="n1")
    found = []
    if place is not None:
        at = text.index(place[0])
        found.append(Place(id="p1", span=(at, at + len(place[0])), use="location", name=place[0], country=place[1]))
    (settled,) = states.settle(analysis(text), (entity,), (mention,), found)
    return settled.country


@pytest.mark.parametrize(
    ("text", "words", "place", "code"),
    [
        ("Police arrested nobody in Lagos.", "Police", ("Lagos", "NGA"), "NGA"),
        ("The mayor of Marseille resigned.", "mayor", ("Marseille", "FRA"), "FRA"),
        ("Soldiers in Accra opened the gates.", "Soldiers", None, "GHA"),
        ("A court fined the baker.", "court", None, None),
        ("Farmers in Accra sang.", "Farmers", None, None),
        ("The rebels left Bamako.", "rebels", None, None),
        ("Western diplomats left Bamako.", "Western diplomats", None, None),
        ("Ghana and Togo spoke as police waited.", "police", None, None),
        ("Togo said Ghana had moved its troops.", "its troops", None, "GHA"),
        ("Peru closed its consulate in Quito.", "its consulate in Quito", None, "PER"),
        ("Two envoys of Peru left as the Chilean navy waited.", "the Chilean navy", None, "CHL"),
        ("Chilean and Peruvian admirals met in Lima.", "Chilean and Peruvian admirals", None, None),
        ("Peru told Chile that parliament would vote.", "parliament", None, "PER"),
        ("Flemish ministers resigned.", "Flemish ministers", None, "BEL"),
        ("The U.N. refugee agency thanked Peru.", "The U.N. refugee agency", None, None),
        ("A boat captain spoke in Lima.", "A boat captain", None, None),
        ("Chile and foreign powers spoke in Lima.", "foreign powers", None, None),
    ],
)
def test_states(text: str, words: str, place: tuple[str, str] | None, code: str | None) -> None:
    kind: EntityKind = "person" if words == "mayor" else "group"
    assert state_of(text, words, kind, place) == code


def test_a_state_that_is_known_stays() -> None:
    text = "Police in Lagos waited."
    entity = Entity(id="n1", name="police", kind="group", country="TGO")
    assert states.settle(analysis(text), (entity,), (), ()) == (entity,)


def test_own_words_win_over_what_was_taken_from_the_name_of_another() -> None:
    text = "South Sudan’s mayor spoke."
    entity = Entity(id="n1", name="mayor", kind="person", country="SDN")
    mention = Mention(id="m1", span=(0, 19), kind="person", form="noun", entity="n1")
    (settled,) = states.settle(analysis(text), (entity,), (mention,), ())
    assert settled.country == "SSD"


def test_people_of_a_town_do_not_act_for_its_state() -> None:
    text = "Two dancers of a Lima theatre sang."
    entity = Entity(id="n1", name="two dancers of a Lima theatre", kind="group", country="PER")
    mention = Mention(id="m1", span=(0, 29), kind="group", form="noun", entity="n1")
    (settled,) = states.settle(analysis(text), (entity,), (mention,), ())
    assert settled.country is None
