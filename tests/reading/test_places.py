import re
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.knowledge import gazetteer
from onrecord.language import sentences, tokens
from onrecord.model import Analysis, EntityKind, Name, Place, Sentence, Token
from onrecord.reading import places
from onrecord.reading.places_home import Home


def analysed(text: str, located: Sequence[str] = ()) -> Analysis:
    """Words and sentences, and as the encoder's only names the `located` ones; so the test is of this stage alone."""
    blocks = sentences.paragraphs(text)
    words: list[Token] = []
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        own = tokens.find(text, block)
        found.extend(sentences.find(own, len(words), number))
        words.extend(own)
    spans = sorted((m.start(), m.end()) for name in located for m in re.finditer(rf"\b{re.escape(name)}\b", text))
    return Analysis(
        text=text,
        has_headline=False,
        paragraphs=blocks,
        sentences=tuple(found),
        tokens=tuple(words),
        names=tuple(Name(span=span, kind="place", tag="Location", score=0.9) for span in spans),
    )


def found(text: str, *located: str, home: Home | None = None) -> dict[str, Place]:
    result, _ = places.find(analysed(text, located), home=home)
    return {text[slice(*place.span)]: place for place in result}


def where(place: Place) -> tuple[str | None, str | None]:
    return place.country, place.admin1


def test_the_area_beside_settles_which() -> None:
    assert where(found("The mill in Paris, Texas, closed in May.", "Paris", "Texas")["Paris"]) == ("USA", "Texas")
    assert found("The mill in Paris, France, closed in May.", "Paris", "France")["Paris"].country == "FRA"


def test_other_places_of_the_text_settle_which() -> None:
    text = "Fire crews from Oxford and Cowley came to Headington. Smoke was seen in Abingdon and Bicester."
    assert found(text, "Oxford", "Cowley", "Headington", "Abingdon", "Bicester")["Oxford"].country == "GBR"
    text = "Fire crews from Oxford and Batesville drove to Tupelo. Smoke was seen in Jackson, Mississippi."
    located = "Oxford", "Batesville", "Tupelo", "Jackson", "Mississippi"
    assert where(found(text, *located)["Oxford"]) == ("USA", "Mississippi")


def test_areas_are_answered_as_areas() -> None:
    place = found("Flooding cut roads across Bavaria on Sunday.", "Bavaria")["Bavaria"]
    assert place.kind == "state"
    place = found("War has raged in Sudan for years.", "Sudan")["Sudan"]
    assert (place.kind, place.geonames) == ("country", 366755)


def test_the_home_of_the_site_settles_which() -> None:
    text = "The council in Richmond will meet on Monday."
    virginia = Home(lat=37.55, lon=-77.46, strength=0.9, countries=(("USA", 1.0),))
    vancouver = Home(lat=49.25, lon=-123.1, strength=0.9, countries=(("CAN", 1.0),))
    assert where(found(text, "Richmond", home=virginia)["Richmond"]) == ("USA", "Virginia")
    assert where(found(text, "Richmond", home=vancouver)["Richmond"]) == ("CAN", "British Columbia")


def test_a_home_is_learned_from_the_other_articles() -> None:
    articles = [
        tuple(found(text, "Bowling Green", "Glasgow", "Scottsville", "Kentucky").values())
        for text in (
            "Firefighters in Bowling Green, Kentucky, saved a barn.",
            "The school in Glasgow, Kentucky, opens on Monday.",
            "A road near Scottsville, Kentucky, is shut.",
        )
    ]
    home = places.home_of(articles)
    assert home is not None
    assert home.lat is not None
    assert abs(home.lat - 36.9) < 1
    assert home.countries[0][0] == "USA"


def test_no_articles_make_no_home() -> None:
    assert places.home_of([]) is None
    assert places.home_of([()]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Paris Delacroix-Bell said she would sue.",
        "Ms. Jordan said she would not resign.",
        "She told the Washington Post so.",
    ],
)
def test_people_and_bodies_are_no_locations(text: str) -> None:
    assert [place for place in found(text).values() if place.use == "location"] == []


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        ("Moscow denied the report.", "Moscow", "government"),
        ("Shells fell near Moscow overnight.", "Moscow", "location"),
        ("Mali’s foreign minister flew home.", "Mali", "government"),
        ("Two lorries burned near Mali’s northern border.", "Mali", "location"),
        ("An arms embargo was imposed on Chad in May.", "Chad", "government"),
        ("He was arrested in Chad in May.", "Chad", "location"),
        ("BAMAKO, Mali — The army took back two villages.", "Mali", "location"),
        ("Leeds Council voted on Monday.", "Leeds", "other"),
    ],
)
def test_use(text: str, name: str, use: str) -> None:
    place = found(text, name).get(name)
    assert place is None or place.use == use
    assert place is not None or use == "other"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("MOMBASA, Nov 21 — Dockers met.", "Nov"),
        ("Police fired tear gas on Moi Avenue on Friday.", "Moi"),
        ("The fine was US$40 million.", "US"),
        ("Kemal Aslan, M.D., left.", "M.D."),
        ("The inspectors cited the Republic Act.", "Republic"),
        ("Rain fell in Northwest Harrow.", "Northwest"),
    ],
)
def test_parts_of_other_names_dates_and_sums_are_no_places(text: str, word: str) -> None:
    assert word not in found(text)


def test_small_words_of_other_languages_stand_within_names() -> None:
    place = found("A strike at Dar es Salaam ended.", "Dar", "Salaam")["Dar es Salaam"]
    assert place.country == "TZA"
    assert found("Grain left Port Sudan by ship.", "Port", "Sudan")["Port Sudan"].country == "SDN"


def test_a_body_named_after_a_place_is_no_location() -> None:
    text = "She teaches at the University of Georgia in Athens."
    assert found(text, "Georgia", "Athens")["Georgia"].use == "other"


def test_spans_are_the_words() -> None:
    text = "Talks in The Hague moved to Port-au-Prince and then to St. Petersburg in Russia."
    located = "The Hague", "Port-au-Prince", "St. Petersburg", "Russia"
    assert set(located) <= set(found(text, *located))


def test_runners_up_come_with_falling_scores() -> None:
    place = found("The fair in Springfield opens in May.", "Springfield")["Springfield"]
    scores = [other.score for other in place.runners_up]
    scores = scores if place.score is None else [place.score, *scores]
    assert scores == sorted(scores, reverse=True)
    assert len(place.runners_up) > 1


def test_peoples_are_no_places() -> None:
    assert found("A Russian ship left with Turkish sailors.", "Russian", "Turkish") == {}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    result, gaps = places.find(analysed(text))
    assert all(0 <= p.span[0] < p.span[1] <= len(text) for p in result)
    assert all(gap.stage == "places" for gap in gaps)
    assert len({p.id for p in result}) == len(result)


@pytest.mark.parametrize(
    "unit",
    [
        "Paris, ",
        "Springfield and ",
        "Aaa ",
        "Paris (",
        "San ",
        "US, ",
        "A of the ",
        "Al-Al- ",
        "in Clarke, Oconee and ",
    ],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def took(times: int) -> float:
        analysis = analysed(unit * times, ["Paris", "Springfield"])
        best = float("inf")
        for _ in range(2):
            began = time.perf_counter()
            places.find(analysis)
            best = min(best, time.perf_counter() - began)
        return best

    took(100)
    small, large = took(1_000), took(4_000)
    assert large < 12 * small + 0.5


def test_many_names_are_read_in_groups() -> None:
    shipped = gazetteer.shipped()
    towns = list(dict.fromkeys(shipped.row(number).name for number in range(60_000, 61_500)))
    text = ". ".join(f"A fire broke out in {town}" for town in towns)
    result, _ = places.find(analysed(text, towns[:900]))
    assert _in_order(result)
    assert len(result) > 300


def _in_order(result: Sequence[Place]) -> bool:
    return [p.span for p in result] == sorted(p.span for p in result)


@pytest.mark.parametrize(
    ("name", "country"), [("Democratic People’s Republic of Korea", "PRK"), ("People's Republic of China", "CHN")]
)
def test_the_long_name_of_a_state_is_one_name(name: str, country: str) -> None:
    record = onrecord.read_text(f"The delegation left for the {name} on Friday.")
    assert [place.country for place in record.places] == [country]


def names_of(text: str, located: Sequence[str], others: Sequence[tuple[str, EntityKind]]) -> set[str]:
    analysis = analysed(text, located)
    more = tuple(
        Name(
            span=(text.index(name), text.index(name) + len(name)),
            kind=kind,
            tag="Location" if kind == "place" else "Person",
            score=0.9,
        )
        for name, kind in others
    )
    names = tuple(sorted((*analysis.names, *more), key=lambda name: name.span))
    found, _ = places.find(replace(analysis, names=names))
    return {text[slice(*place.span)] for place in found}


def test_planets_are_no_towns_but_where_the_state_stands_beside() -> None:
    assert not found("The probe left Earth for Mars and Jupiter in May.", "Earth", "Mars", "Jupiter")
    place = found("The mill in Mars, Pennsylvania, closed in May.", "Mars", "Pennsylvania")["Mars"]
    assert where(place) == ("USA", "Pennsylvania")


def test_the_last_word_of_a_streets_or_a_bodys_name_is_no_town() -> None:
    assert not found("A car burned near 17th Street, the Dockers’ Union said.")


def test_initials_are_no_towns() -> None:
    assert not found("A fight broke out on a BART train, and on Tuesday BART closed two stations.", "BART")


def test_a_name_that_is_anothers_in_the_text_is_no_unknown_place() -> None:
    text = "Officers took Zyxwaks to Qworia from a Bedlodge. A judge let Ann Zyxwaks go."
    assert names_of(text, ["Bedlodge", "Qworia"], [("Zyxwaks", "place"), ("Ann Zyxwaks", "person")]) == {"Qworia"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ship sank south of the capital Kabul.", "Kabul"),
        ("The only other sailor is from Vietnam.", "Vietnam"),
        ("The head of the London-based firm said so.", "London"),
    ],
)
def test_where_somebody_or_something_is_at_home_is_on_the_ground(text: str, name: str) -> None:
    assert found(text, name)[name].use == "location"


def test_a_house_named_after_two_places_stands_in_neither_of_the_smaller() -> None:
    assert set(found("He was held at the Hanoi Hilton for a year.", "Hanoi")) == {"Hanoi"}
    assert set(found("The mill in Paris Texas closed in May.", "Paris", "Texas")) == {"Paris", "Texas"}


def test_ships_are_no_places() -> None:
    text = "The MV Chem Zyxo was hit near Qworia. Chem Zyxo is carrying oil."
    assert names_of(text, ["Chem Zyxo", "Qworia"], []) == {"Qworia"}


def test_a_state_that_the_gazetteer_has_wrong_is_not_told() -> None:
    assert where(found("Talks were held in Hanoi on Monday.", "Hanoi")["Hanoi"]) == ("VNM", None)


def test_a_town_that_the_state_beside_it_does_not_have_is_not_sought_abroad() -> None:
    assert found("A helicopter crashed in Sarkh, Logar, on Monday.", "Sarkh", "Logar")["Sarkh"].lat is None
    assert found("The mill in Paris, Texas, closed.", "Paris", "Texas")["Paris"].country == "USA"


def test_counties_of_a_list_are_counties() -> None:
    text = "The fever spread in Michigan. It was seen in Barry, Berrien, Cass, Kalamazoo and Van Buren counties."
    told = found(text, "Michigan", "Barry", "Berrien", "Cass", "Kalamazoo", "Van Buren")
    assert {where(told[name]) for name in ("Barry", "Berrien", "Cass", "Kalamazoo")} == {("USA", "Michigan")}


def test_ordinary_words_that_a_far_place_is_also_called_by() -> None:
    assert "National Capital" not in found("The air that the National Capital is breathing is bad.")
    assert "Gold Coast" in found("He lives on the Gold Coast in Queensland.", "Queensland")


def test_a_firm_is_no_town_but_where_something_stands_in_it() -> None:
    assert not found("Toyota said that Honda and Nissan would sell more cars.")
    assert found("The plant in Toyota, Japan, closed.", "Toyota", "Japan")["Toyota"].country == "JPN"


def test_korea_alone_is_the_south() -> None:
    assert found("The ferry to Korea was late.", "Korea")["Korea"].country == "KOR"
