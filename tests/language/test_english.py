"""English told from the rest, short texts given the benefit of the doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.english import is_english
from tests.golden_pages import IDS, gold

OTHERS = {
    "Dutch": "De haven van Vlissingen is sinds maandag weer open, zo zei de burgemeester. Drie veren vertrokken nog"
    " voor de middag. Het is de bedoeling dat de raad in mei over de kosten beslist, maar of dat lukt is nog de vraag.",
    "Danish": "Havnen i Rønne er åben igen efter stormen, sagde borgmesteren mandag. Tre færger sejlede før middag."
    " Hvad det vil koste, skal byrådet tage stilling til i maj, men det er ikke klart, om den kan nå det i tide.",
    "Indonesian": "Pelabuhan itu dibuka kembali pada hari Senin setelah banjir, kata wali kota. Tiga feri berangkat"
    " sebelum siang. Dewan akan membahas biayanya pada bulan Mei, tetapi belum jelas apakah uangnya cukup untuk semua.",
    "Russian": "Порт снова открыт с понедельника.",
    "Japanese": "港は月曜日に再開された、と市長は述べた。三隻の船が正午前に出港した。",
}


@pytest.mark.parametrize("page_id", IDS)
def test_english_is_english(page_id: str) -> None:
    text = gold(page_id)["text"]
    assert is_english(text)
    assert all(is_english(paragraph) for paragraph in text.split("\n\n"))


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_others_are_not(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ["", "Kask to visit Turku", "2-1, 3-0, 4-4", "Łódź, Gdańsk, Świnoujście", "🙂"])
def test_a_short_text_is_given_the_benefit_of_the_doubt(text: str) -> None:
    assert is_english(text)


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    assert is_english(text) in (True, False)
