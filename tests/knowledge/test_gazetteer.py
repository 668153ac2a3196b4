import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import GazetteerError
from onrecord.knowledge import gazetteer
from onrecord.knowledge.gazetteer import Gazetteer, Row, fold
from onrecord.knowledge.gazetteer.layout import Draft, write

DRAFTS = [
    Draft(name="Ruritania", kind="country", lat=47.5, lon=12.25, population=900_000, country="AT", geonames=1),
    Draft(name="Hentzau", kind="state", lat=47.0, lon=12.0, population=300_000, country="AT", geonames=2),
    Draft(name="Streslau", kind="city", lat=47.1, lon=12.1, population=5_000, country="AT", geonames=3, state=1),
    Draft(name="Streslau", kind="city", lat=-33.0, lon=-70.0, population=80_000, country="CL", geonames=4),
    Draft(
        name="St. Zenda’s", kind="city", lat=47.2, lon=12.2, population=10, country="AT", other_names=("Zenda", "Ženda")
    ),
]


def made(folder: Path, drafts: list[Draft] = DRAFTS) -> Gazetteer:
    write(folder / "g.bin", drafts, {"sources": ["own"]})
    return gazetteer.open_file(folder / "g.bin")


def rows(places: Gazetteer, name: str) -> list[Row]:
    return [places.row(number) for number, _ in places.find(name)]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    places = made(tmp_path)
    assert len(places) == 5
    row = rows(places, "Streslau")[1]
    assert (row.name, row.kind, row.geonames, row.country, row.lat, row.lon) == (
        "Streslau",
        "city",
        3,
        "AUT",
        47.1,
        12.1,
    )
    assert row.state is not None
    assert places.row(row.state).name == "Hentzau"


def test_the_largest_comes_first(tmp_path: Path) -> None:
    assert [row.population for row in rows(made(tmp_path), "streslau")] == [80_000, 5_000]


def test_other_names_are_told_from_first_ones(tmp_path: Path) -> None:
    places = made(tmp_path)
    assert places.find("Saint Zendas") == ((4, True),)
    assert places.find("ZENDA") == ((4, False),)
    assert places.find("Strelsau") == ()
    assert places.find("") == ()


def test_what_has_no_number_or_area_has_none(tmp_path: Path) -> None:
    row = rows(made(tmp_path), "Zenda")[0]
    assert row.geonames is None
    assert row.state is None
    assert row.county is None


def test_names_of_equal_checksum_stay_apart(tmp_path: Path) -> None:
    twins = [  # the CRC-32 of both names is 0x4DDB0C25
        Draft(name="plumless", kind="city", lat=1, lon=1, population=2, country="AT"),
        Draft(name="buckeroo", kind="city", lat=2, lon=2, population=1, country="AT"),
    ]
    places = made(tmp_path, [DRAFTS[0], *twins])
    assert [row.name for row in rows(places, "buckeroo")] == ["buckeroo"]
    assert [row.name for row in rows(places, "plumless")] == ["plumless"]


@pytest.mark.parametrize("data", [b"", b"no gazetteer at all", b"ONRGAZ1\n", b"ONRGAZ1\n" + bytes(400)])
def test_a_file_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.bin"
    path.write_bytes(data)
    with pytest.raises(GazetteerError, match=r"bad\.bin"):
        gazetteer.open_file(path)


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    made(tmp_path)
    whole = (tmp_path / "g.bin").read_bytes()
    (tmp_path / "cut.bin").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(GazetteerError):
        gazetteer.open_file(tmp_path / "cut.bin")


def test_many_places_of_one_name(tmp_path: Path) -> None:
    many = [Draft(name="Hof", kind="city", lat=1, lon=n / 10, population=n, country="DE") for n in range(600)]
    assert [row.population for row in rows(made(tmp_path, many), "Hof")] == list(range(599, -1, -1))


@given(st.text())
def test_folding_is_stable(name: str) -> None:
    once = fold(name)
    assert fold(once) in (once, once.partition(" ")[2])  # "the the x" loses its articles one by one
    assert once == once.strip()


@pytest.mark.parametrize(
    ("left", "right"),
    [("St. John’s", "Saint Johns"), ("U.S.", "US"), ("Tromsø", "Tromso"), ("Port-au-Prince", "port au prince"),
     ("BOGOTÁ", "Bogotá"), ("The Hague", "Hague"), ("Łódź", "Lodz")],
)  # fmt: skip
def test_spellings_that_are_one(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_the_shipped_one_knows_the_world() -> None:
    places = gazetteer.shipped()
    assert len(places) > 200_000
    found = {(row.name, row.kind, row.country) for row in rows(places, "Bavaria") + rows(places, "Kerry")}
    assert {("Bavaria", "state", "DEU"), ("Kerry", "county", "IRL")} <= found
    assert rows(places, "Red Sea")[0].country is None or any(row.kind == "sea" for row in rows(places, "Red Sea"))
    assert [row.geonames for row in rows(places, "Iran") if row.kind == "country"] == [130758]


def test_opening_is_quick() -> None:
    code = (
        "import time; from onrecord.knowledge import countries, gazetteer; countries.every();"
        "t = time.perf_counter(); gazetteer.shipped().find('Paris'); print(time.perf_counter() - t)"
    )
    took = min(
        float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
        for _ in range(3)
    )
    assert took < 0.25, "50 ms on a free machine"


def test_lookups_do_not_slow_down_with_length() -> None:
    places, began = gazetteer.shipped(), time.perf_counter()
    assert places.find("x" * 1_000_000) == ()
    assert time.perf_counter() - began < 2
