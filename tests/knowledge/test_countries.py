from onrecord.knowledge import countries


def code(country: countries.Country | None) -> str | None:
    return country.code if country else None


def test_names_with_and_without_article_and_in_capitals() -> None:
    assert code(countries.by_name("Mali")) == "MLI"
    assert code(countries.by_name("the Netherlands")) == "NLD"
    assert code(countries.by_name("The Gambia")) == "GMB"
    assert code(countries.by_name("FRANCE")) == "FRA"
    assert code(countries.by_name("U.S.")) == code(countries.by_name("US")) == "USA"


def test_what_is_no_country_gives_none() -> None:
    assert countries.by_name("us") is None
    assert countries.by_name("Bamako") is None
    assert countries.by_name("") is None
    assert countries.by_demonym("Mali") is None
    assert countries.by_capital("Lyon") is None
    assert countries.by_code("ZZZ") is None


def test_peoples_singular_and_plural() -> None:
    assert code(countries.by_demonym("Malian")) == "MLI"
    assert code(countries.by_demonym("Malians")) == "MLI"
    assert code(countries.by_demonym("Turks")) == "TUR"
    assert code(countries.by_demonym("Chinese")) == "CHN"


def test_a_shared_demonym_goes_to_the_larger_country() -> None:
    assert code(countries.by_demonym("Congolese")) == "COD"


def test_capitals_and_other_seats() -> None:
    assert code(countries.by_capital("Bamako")) == "MLI"
    assert code(countries.by_capital("The Hague")) == "NLD"
    assert code(countries.by_capital("Kremlin")) == "RUS"
    assert code(countries.by_capital("Abidjan")) == "CIV"


def test_codes_and_ids() -> None:
    mali = countries.by_code("MLI")
    assert mali is not None
    assert countries.by_code("ML") is mali
    assert countries.by_geonames(mali.geonames) is mali


def test_every_row_is_sound() -> None:
    rows = countries.every()
    assert len({row.code for row in rows}) == len(rows) >= 250
    for row in rows:
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert row.names[0] == row.name
        assert code(countries.by_code(row.alpha2)) == row.code
