"""One frozen Settings; read from arguments, the environment and a TOML file, and only when asked."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from platformdirs import user_config_path, user_data_path

from onrecord.errors import SettingsError

PREFIX = "ONRECORD_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that can be set. Arguments win over the environment, it over the file, it over these defaults.

    store: the SQLite file; None is onrecord.sqlite in the user's data folder.
    max_bytes: the largest page that is read, before and after unpacking.
    fetch_seconds: how long a URL may take in all.
    fetch_private: whether addresses of the own machine and network may be fetched.
    """

    store: Path | None = None
    max_bytes: int = 8 * 1024 * 1024
    fetch_seconds: float = 20.0
    fetch_private: bool = False

    @property
    def store_path(self) -> Path:
        """Where the store is, whether or not it exists yet."""
        return self.store or user_data_path("onrecord", appauthor=False) / "onrecord.sqlite"


def load(*, file: Path | None = None, environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """Settings from all sources; arguments that are None count as not given.

    `file` is read if it is named, else config.toml in the user's config folder where there is one.
    Raises SettingsError with the name, the value and where it stood.
    """
    environment = os.environ if environment is None else environment
    settings = _apply(Settings(), _from_file(file), "the settings file")
    named = {f.name: environment.get(PREFIX + f.name.upper()) for f in fields(Settings)}
    settings = _apply(settings, named, "the environment")
    return _apply(settings, given, "the arguments")


def _from_file(file: Path | None) -> dict[str, Any]:
    path = file or user_config_path("onrecord", appauthor=False) / "config.toml"
    if file is None and not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: cannot be read as settings: {error}") from error


def _apply(settings: Settings, values: Mapping[str, Any], where: str) -> Settings:
    known = get_type_hints(Settings)
    found = {}
    for name, value in values.items():
        if name not in known:
            raise SettingsError(f"{name}: no such setting, in {where}; known: {', '.join(known)}")
        if value is not None:
            found[name] = _convert(name, value, where)
    return replace(settings, **found)


def _convert(name: str, value: Any, where: str) -> Any:
    default = getattr(Settings(), name)
    try:
        if name == "store":
            return Path(value).expanduser()
        if isinstance(default, bool):
            return _boolean(value)
        number = type(default)(value)
    except (TypeError, ValueError) as error:
        expected = "a path" if name == "store" else f"a {type(default).__name__}"
        raise SettingsError(f"{name}: expected {expected}, found {value!r}, in {where}") from error
    if number < 0:
        raise SettingsError(f"{name}: cannot be negative, found {value!r}, in {where}")
    return number


def _boolean(value: Any) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() not in words:
        raise ValueError(value)
    return words[str(value).lower()]
