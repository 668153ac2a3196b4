"""The map: every place within it, where it belongs, and nothing that is no place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports import worldmap
from onrecord.exports.outlines import clipped, rings
from onrecord.exports.worldmap import HEIGHT, WIDTH
from onrecord.model import Article, Made, Place, Record, Use
from tests.golden_pages import IDS, gold_record

CITIES = {
    "Suva": (-18.14, 178.44), "Anchorage": (61.22, -149.9), "Bishkek": (42.87, 74.59), "Quito": (-0.22, -78.51),
    "Reykjavik": (64.15, -21.94), "Canberra": (-35.28, 149.13),
}  # fmt: skip


def record(*places: Place) -> Record:
    return Record(article=Article(id="x", text="x" * 9), places=places, made=Made(onrecord="0"))


def place(name: str, lat: float | None, lon: float | None, use: Use = "location", country: str | None = None) -> Place:
    return Place(id=name, span=(0, 1), use=use, name=name, lat=lat, lon=lon, country=country)


@pytest.mark.parametrize("page_id", IDS)
def test_every_place_is_within_the_picture(page_id: str) -> None:
    drawn = worldmap.of(gold_record(page_id))
    assert drawn is not None
    assert drawn.lands
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.dots)


@pytest.mark.parametrize("names", [("Suva", "Anchorage"), ("Bishkek",), tuple(CITIES), ("Quito", "Reykjavik")])
def test_also_over_180_degrees_and_round_the_world(names: tuple[str, ...]) -> None:
    drawn = worldmap.of(record(*(place(name, *CITIES[name]) for name in names)))
    assert drawn is not None
    assert [dot.name for dot in drawn.dots] == list(names)
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.dots)
    assert drawn.lands


def test_fiji_lies_to_the_left_of_alaska() -> None:
    drawn = worldmap.of(record(*(place(name, *CITIES[name]) for name in ("Suva", "Anchorage"))))
    assert drawn is not None
    suva, anchorage = drawn.dots
    assert suva.x < anchorage.x
    assert suva.y > anchorage.y


def test_governments_teams_and_places_not_found_are_not_on_it() -> None:
    others = (
        place("Moscow", 55.75, 37.62, "government"),
        place("Leeds", 53.8, -1.55, "other"),
        place("Nowhere", None, None),
    )
    assert worldmap.of(record(*others)) is None
    drawn = worldmap.of(record(*others, place("Narva", 59.38, 28.19)))
    assert drawn is not None
    assert [dot.name for dot in drawn.dots] == ["Narva"]


def test_a_country_is_shaded_and_a_small_one_has_a_dot() -> None:
    drawn = worldmap.of(
        record(
            place("Estonia", 58.6, 25.0, country="EST"),
            place("Lisbon", 38.7, -9.1),
            place("Singapore", 1.35, 103.8, country="SGP"),
        )
    )
    assert drawn is not None
    assert {land.code for land in drawn.lands if land.named} == {"EST"}
    near = worldmap.of(record(place("Estonia", 58.6, 25.0, country="EST")))
    assert near is not None
    assert [dot.area for dot in near.dots] == [True]
    assert [dot.area for dot in drawn.dots] == [False, False, False]


def test_the_same_place_is_drawn_once_and_no_name_lies_on_another() -> None:
    crowd = [place(f"Town {n}", 58 + n * 0.01, 25 + n * 0.01) for n in range(30)]
    drawn = worldmap.of(record(*crowd, replace(crowd[0], id="again")))
    assert drawn is not None
    assert len(drawn.dots) <= 30
    labels = [dot.label for dot in drawn.dots if dot.label]
    assert len(set(labels)) == len(labels)


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=1, max_size=5))
def test_any_degrees(points: list[tuple[float, float]]) -> None:
    drawn = worldmap.of(record(*(place(f"P{n}", lat, lon) for n, (lat, lon) in enumerate(points))))
    if drawn is not None:
        assert all(-1 <= dot.x <= WIDTH + 1 for dot in drawn.dots)


def test_the_outlines_are_those_of_the_world() -> None:
    coarse, fine = rings("coarse"), rings("fine")
    assert {"EST", "FRA", "XKX", "FJI"} <= {ring.code for ring in fine}
    assert len(fine) > len(coarse) > 150
    estonia = max((ring for ring in fine if ring.code == "EST"), key=lambda ring: len(ring.points))
    assert (21 < estonia.west < 25, 57 < estonia.south < 58.5, 27 < estonia.east < 29, 59 < estonia.north < 60) == (
        True,
    ) * 4


def test_no_ring_jumps_over_the_world() -> None:
    for ring in (*rings("coarse"), *rings("fine")):
        if ring.code != "ATA":
            assert all(abs(a[0] - b[0]) < 90 for a, b in zip(ring.points, ring.points[1:])), ring.code


def test_a_square_is_clipped_to_the_box() -> None:
    square = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    assert set(clipped(square, (5, 5, 20, 20))) == {(5.0, 5.0), (10.0, 5.0), (10.0, 10.0), (5.0, 10.0)}
    assert clipped(square, (20, 20, 30, 30)) == []
