"""Settings: one frozen value, built at the edge. A flag wins over the environment, that over the file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path, user_config_path, user_data_path

from assistant.errors import SettingsInvalid

_APP = "belegg"
PREFIX = "BELEGG_"
"""Environment variables are this and a setting's name: BELEGG_ARCHIVE, BELEGG_THRESHOLD."""
_CONFIG = PREFIX + "CONFIG"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; `docs/cli.md` says how."""

    archive: Path
    cache: Path
    history: Path
    threshold: float | None = None
    model: str = ""
    fast: bool = False

    @property
    def models(self) -> Path:
        """The folder of prepared models."""
        return self.cache / "models"


def load_settings(flags: Mapping[str, Any]) -> Settings:
    """Build the settings; flags that are None were not given. Raises SettingsInvalid.

    The file is `config.toml` in the user's configuration folder, or what BELEGG_CONFIG names.
    """
    given = {**_file_values(), **_environment_values(), **{name: value for name, value in flags.items() if value is not None}}
    defaults = {
        "archive": user_data_path(_APP) / "archive",
        "cache": user_cache_path(_APP),
        "history": user_data_path(_APP) / "history.sqlite",
        "threshold": None,
        "model": "",
        "fast": False,
    }
    merged = {**defaults, **given}
    return Settings(
        archive=_path(merged["archive"]),
        cache=_path(merged["cache"]),
        history=_path(merged["history"]),
        threshold=_share(merged["threshold"]),
        model=str(merged["model"]),
        fast=_truth("fast", merged["fast"]),
    )


def _names() -> frozenset[str]:
    return frozenset(field.name for field in fields(Settings))


def _environment_values() -> dict[str, str]:
    known = {PREFIX + name.upper() for name in _names()} | {_CONFIG}
    if unknown := sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known):
        raise SettingsInvalid(f"unknown variable {unknown[0]} in the environment", f"known are {', '.join(sorted(known))}")
    return {name: os.environ[PREFIX + name.upper()] for name in _names() if os.environ.get(PREFIX + name.upper())}


def _file_values() -> dict[str, Any]:
    named = os.environ.get(_CONFIG)
    path = _path(named) if named else user_config_path(_APP) / "config.toml"
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        if not named and isinstance(error, FileNotFoundError | NotADirectoryError):
            return {}
        raise SettingsInvalid(f"the settings file {path} can't be read: {error}", "mend it or remove it") from error
    if unknown := sorted(values.keys() - _names()):
        raise SettingsInvalid(f"unknown setting {unknown[0]!r} in {path}", f"known are {', '.join(sorted(_names()))}")
    return values


def _path(value: object) -> Path:
    if not isinstance(value, str | Path) or not str(value) or "\0" in str(value):
        raise SettingsInvalid(f"{value!r} is not a path", "give a folder as text")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise SettingsInvalid(f"{str(value)!r} is not a path: {error}", "write the home folder out") from error


_TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def _truth(name: str, value: object) -> bool:
    known = str(value).lower()
    if known not in _TRUTHS:
        raise SettingsInvalid(f"{name} is {value!r}", "give true or false")
    return _TRUTHS[known]


def _share(value: object) -> float | None:
    if value is None:
        return None
    try:
        share = float(str(value))
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise SettingsInvalid(f"the threshold is {value!r}", "give a number from 0 (answer always) to 1")
    return share
