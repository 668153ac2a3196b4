"""Sectors and states of parties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge import actors


@pytest.mark.parametrize(
    ("name", "role", "sectors"),
    [
        ("Ghana", None, ("GOV",)),
        ("Hamas", None, ("REB",)),
        ("the International Criminal Court", None, ("IGO", "JUD")),
        ("the Ghanaian army", None, ("MIL",)),
        ("foreign minister of Italy", None, ("GOV",)),
        ("two opposition lawmakers", None, ("OPP",)),
        ("Esi Boakye-Mensah", "opposition leader", ("OPP",)),
        ("Esi Boakye-Mensah", "finance minister", ("GOV",)),
        ("Esi Boakye-Mensah", None, ()),
        ("striking dockers", None, ("LAB",)),
        ("riot police", None, ("COP",)),
        ("a court in Lyon", None, ("JUD",)),
        ("the river", None, ()),
    ],
)
def test_sectors(name: str, role: str | None, sectors: tuple[str, ...]) -> None:
    assert actors.sector(name, role) == sectors


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mali’s junta", "MLI"),
        ("two Chinese diplomats", "CHN"),
        ("Minsk", "BLR"),
        ("the Pentagon", "USA"),
        ("Hamas", "PSE"),
        ("the European Union", None),
        ("soldiers", None),
        ("French and German ministers", None),
        ("", None),
    ],
)
def test_countries(text: str, code: str | None) -> None:
    assert actors.country(text) == code


def test_regions() -> None:
    assert actors.region("Bavarians") == actors.region("Bavarian") == "DEU"
    assert actors.region("bavarian") is None


def test_plurals_are_known_with_their_nouns() -> None:
    assert actors.noun("embassies") == actors.noun("embassy") == "GOV"
    assert actors.noun("Vice-Admiral") == "MIL"
    assert actors.noun("teapot") is None


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=30)))
def test_any_text_gives_known_sectors(text: str, role: str | None) -> None:
    assert set(actors.sector(text, role)) <= set(actors.SECTORS)
    code = actors.country(text)
    assert code is None or len(code) == 3
