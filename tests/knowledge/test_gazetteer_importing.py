import zipfile
from pathlib import Path

import pytest

from onrecord.errors import GazetteerError
from onrecord.knowledge import gazetteer
from onrecord.knowledge.gazetteer.importing import import_geonames


def line(number: int, name: str, feature: str, people: int, *, others: str = "", admin2: str = "") -> str:
    group = "A" if feature.startswith("ADM") else "T" if feature == "MT" else "P"
    cells = [
        number,
        name,
        name,
        others,
        46.5,
        7.25,
        group,
        feature,
        "CH",
        "",
        "ZZ",
        admin2,
        "",
        "",
        people,
        "",
        "",
        "",
        "",
    ]
    return "\t".join(str(cell) for cell in cells)


LINES = [
    line(900000001, "Oberwelt", "ADM1", 500),
    line(900000002, "Welttal", "ADM2", 100, admin2="07"),
    line(900000003, "Kleinweltach", "PPL", 40, others="Petitmonde,Маленький", admin2="07"),
    line(900000004, "Leerach", "PPL", 0),
    line(900000005, "Weltspitz", "MT", 0),
]


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    path = tmp_path / "CH.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no data")
        archive.writestr("CH.txt", "\n".join(LINES) + "\n")
    return path


def test_an_extract_is_imported_with_the_own_regions(extract: Path, tmp_path: Path) -> None:
    count = import_geonames(extract, tmp_path / "in" / "own.bin")
    places = gazetteer.open_file(tmp_path / "in" / "own.bin")
    assert len(places) == count
    assert places.about["name"].startswith("CH.zip@")
    (number, first) = places.find("Petitmonde")[0]
    row = places.row(number)
    assert (row.name, row.geonames, row.country, first) == ("Kleinweltach", 900000003, "CHE", False)
    assert row.state is not None
    assert row.county is not None
    assert (places.row(row.state).name, places.row(row.county).name) == ("Oberwelt", "Welttal")
    assert places.row(places.find("Weltspitz")[0][0]).kind == "mountain"
    assert [places.row(n).kind for n, _ in places.find("Switzerland")] == ["country"]
    assert places.find("Black Sea")


def test_places_with_fewer_people_are_left_out(extract: Path, tmp_path: Path) -> None:
    import_geonames(extract, tmp_path / "own.bin", smallest=50)
    places = gazetteer.open_file(tmp_path / "own.bin")
    assert places.find("Kleinweltach") == ()
    import_geonames(extract, tmp_path / "own.bin", smallest=0)
    assert gazetteer.open_file(tmp_path / "own.bin").find("Leerach")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a zip", b"a\tb\n"])
def test_what_is_no_extract_is_refused(tmp_path: Path, data: bytes) -> None:
    for name in ("bad.zip", "bad.txt"):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(GazetteerError, match="bad"):
            import_geonames(tmp_path / name, tmp_path / "own.bin")
    assert not (tmp_path / "own.bin").exists()
