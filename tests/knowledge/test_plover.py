"""PLOVER's tables: whole, consistent, in our own words."""

import pytest

from onrecord.knowledge import plover

PLACES = {"obj", "iobj", "comp", "poss"}


def test_all_sixteen_types_are_told() -> None:
    kinds = plover.kinds()
    assert tuple(kinds) == plover.TYPES
    for kind in kinds.values():
        assert kind.meaning.endswith(".")
        assert kind.unlike.startswith("Not ")
        assert len(kind.examples) >= 2
        assert kind.quad in (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("kind", "quad"), [("CONSULT", 1), ("AID", 2), ("REJECT", 3), ("ASSAULT", 4), ("RETREAT", 2), ("THREATEN", 3)]
)
def test_quad_classes(kind: str, quad: int) -> None:
    assert {k.type: k.quad for k in plover.kinds().values()}[kind] == quad  # type: ignore[index]


def test_modes_stand_under_their_type() -> None:
    kinds = plover.kinds()
    assert "expel" in kinds["SANCTION"].modes
    assert "expel" not in kinds["AID"].modes
    assert kinds["AGREE"].modes == {}


def test_contexts_have_meanings() -> None:
    assert plover.contexts()["military"]


def test_every_trigger_gives_a_known_type_and_mode() -> None:
    kinds = plover.kinds()
    for word in ("meet", "visit", "expel", "attack", "withdraw", "impose", "arrest", "sign"):
        found = plover.triggers(word, verb=True)
        assert found
        for trigger in found:
            assert trigger.type is None or trigger.mode is None or trigger.mode in kinds[trigger.type].modes
            assert 0 <= trigger.score <= 1


def test_a_particle_is_told_apart_from_the_verb() -> None:
    assert {t.particle for t in plover.triggers("put", verb=True)} >= {"down", ""}
    assert [g.particle for g in plover.governors("put", "v")] == ["off"]
    assert plover.governors("take", "v")[0].particle == "part"


def test_words_that_tell_a_status() -> None:
    assert plover.governors("fail", "v")[0].effect == "negated"
    assert plover.governors("plan", "n")[0].effect == "planned"
    assert plover.governors("consider", "v")[0].effect == "possible"
    assert plover.governors("hold", "v")[0] == plover.Governor(particle="", effect="same", own=True)
    assert plover.governors("sing", "v") == ()
