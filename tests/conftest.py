"""What all tests share: settings that touch nothing of the user's."""

from pathlib import Path

import pytest

from onrecord.settings import Settings


@pytest.fixture(autouse=True)
def _nothing_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("ONRECORD_STORE", "ONRECORD_DEBUG", "ONRECORD_MAX_BYTES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "kept.sqlite")
