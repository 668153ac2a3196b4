"""Settings: who wins, and errors that say which value stood where."""

from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import Settings, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text('max_bytes = 10\nfetch_seconds = 3\nstore = "here.sqlite"\n')
    return path


def test_arguments_beat_environment_beats_file(file: Path) -> None:
    environment = {"ONRECORD_MAX_BYTES": "20", "ONRECORD_FETCH_PRIVATE": "yes"}
    settings = load(file=file, environment=environment, fetch_seconds=4)
    assert settings.max_bytes == 20
    assert settings.fetch_private is True
    assert settings.fetch_seconds == 4.0
    assert settings.store == Path("here.sqlite")


def test_none_counts_as_not_given() -> None:
    assert load(environment={}, max_bytes=None) == Settings()


def test_the_users_own_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.settings.user_config_path", lambda *_, **__: tmp_path)
    assert load(environment={}) == Settings()
    (tmp_path / "config.toml").write_text("fetch_seconds = 1.5")
    assert load(environment={}).fetch_seconds == 1.5


def test_the_store_has_a_place_of_its_own() -> None:
    assert Settings().store_path.name == "onrecord.sqlite"
    assert Settings(store=Path("x")).store_path == Path("x")


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"ONRECORD_MAX_BYTES": "big"}, "max_bytes: expected a int, found 'big', in the environment"),
        ({"ONRECORD_MAX_BYTES": "-1"}, "max_bytes: cannot be negative"),
        ({"ONRECORD_FETCH_PRIVATE": "perhaps"}, "fetch_private: expected a bool, found 'perhaps'"),
    ],
)
def test_bad_values_are_named(environment: dict[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load(environment=environment)


def test_unknown_names_are_named(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text("colour = 1")
    with pytest.raises(SettingsError, match="colour: no such setting, in the settings file; known: store"):
        load(file=path, environment={})


def test_a_file_that_is_not_toml(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text("=")
    with pytest.raises(SettingsError, match="cannot be read as settings"):
        load(file=path, environment={})
    with pytest.raises(SettingsError, match="cannot be read as settings"):
        load(file=tmp_path / "none.toml", environment={})
