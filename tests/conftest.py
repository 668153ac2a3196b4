"""What all tests share: settings that touch nothing of the user's."""

import os
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from onrecord.settings import Settings

# The same examples at each run, so that what passes once passes again. ONRECORD_FUZZ=n tries n new ones of each test.
hypothesis_settings.register_profile("same", derandomize=True, database=None)
hypothesis_settings.register_profile("fuzz", max_examples=int(os.environ.get("ONRECORD_FUZZ") or 100), deadline=None)
hypothesis_settings.load_profile("fuzz" if os.environ.get("ONRECORD_FUZZ") else "same")


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
