from __future__ import annotations

import os
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from assistant import SettingsInvalid, load_settings


@pytest.fixture
def settings_file() -> Path:
    """Where the user's settings file is looked for; the folder is there, the file is not."""
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "belegg" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_without_any_setting_everything_lies_in_the_users_own_folders() -> None:
    settings = load_settings({})
    assert settings.archive == Path(os.environ["XDG_DATA_HOME"]) / "belegg" / "archive"
    assert settings.history == Path(os.environ["XDG_DATA_HOME"]) / "belegg" / "history.sqlite"
    assert settings.models == Path(os.environ["BELEGG_CACHE"]) / "models"
    assert settings.threshold is None


def test_the_cache_lies_in_the_users_cache_folder_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BELEGG_CACHE")
    assert load_settings({}).cache == Path(os.environ["XDG_CACHE_HOME"]) / "belegg"


def test_a_flag_wins_over_the_environment_that_over_the_file_and_that_over_the_default(
    monkeypatch: pytest.MonkeyPatch, settings_file: Path
) -> None:
    settings_file.write_text('archive = "/file"\nthreshold = 0.1\n', encoding="utf-8")
    assert (load_settings({}).archive, load_settings({}).threshold) == (Path("/file"), 0.1)
    monkeypatch.setenv("BELEGG_ARCHIVE", "/environment")
    monkeypatch.setenv("BELEGG_THRESHOLD", "0.2")
    assert (load_settings({}).archive, load_settings({}).threshold) == (Path("/environment"), 0.2)
    given = load_settings({"archive": Path("/flag"), "threshold": 0.3})
    assert (given.archive, given.threshold) == (Path("/flag"), 0.3)


def test_a_flag_that_was_not_given_and_an_empty_variable_count_for_nothing(monkeypatch: pytest.MonkeyPatch, settings_file: Path) -> None:
    settings_file.write_text('archive = "/file"\n', encoding="utf-8")
    monkeypatch.setenv("BELEGG_ARCHIVE", "")
    assert load_settings({"archive": None, "threshold": None}).archive == Path("/file")


def test_a_threshold_of_nothing_is_a_threshold() -> None:
    assert load_settings({"threshold": 0.0}).threshold == 0.0


def test_every_setting_can_be_given_in_the_file(settings_file: Path) -> None:
    settings_file.write_text('archive = "/a"\nhistory = "/h.sqlite"\nthreshold = 1\n', encoding="utf-8")
    settings = load_settings({})
    assert (settings.archive, settings.history, settings.threshold) == (Path("/a"), Path("/h.sqlite"), 1.0)


def test_a_path_may_begin_with_the_users_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reporter")
    monkeypatch.setenv("BELEGG_ARCHIVE", "~/archive")
    assert load_settings({}).archive == Path("/home/reporter/archive")


def test_another_file_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("threshold = 0.7\n", encoding="utf-8")
    monkeypatch.setenv("BELEGG_CONFIG", str(tmp_path / "other.toml"))
    assert load_settings({}).threshold == 0.7


def test_a_file_that_is_named_must_be_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BELEGG_CONFIG", str(tmp_path / "missing.toml"))
    with pytest.raises(SettingsInvalid, match=r"missing\.toml can't be read"):
        load_settings({})


def test_an_unknown_key_is_refused_and_the_known_ones_are_named(settings_file: Path) -> None:
    settings_file.write_text('archiv = "/a"\n', encoding="utf-8")
    with pytest.raises(SettingsInvalid, match="unknown setting 'archiv'") as refused:
        load_settings({})
    assert str(settings_file) in str(refused.value)
    assert all(name in refused.value.hint for name in ("archive", "cache", "history", "threshold"))


def test_a_file_that_is_no_toml_is_refused_and_named(settings_file: Path) -> None:
    for broken in (b"archive = /a\n", b"[\n", b"archive = '\xff'\n", b"threshold = 0.1\nthreshold = 0.2\n"):
        settings_file.write_bytes(broken)
        with pytest.raises(SettingsInvalid, match=r"config\.toml can't be read"):
            load_settings({})


@pytest.mark.parametrize("value", ["1.5", "-0.1", "nan", "inf", "much", "0,5"])
def test_a_threshold_that_is_no_share_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("BELEGG_THRESHOLD", value)
    with pytest.raises(SettingsInvalid, match="the threshold is") as refused:
        load_settings({})
    assert "from 0" in refused.value.hint


def test_a_value_of_the_wrong_kind_in_the_file_is_refused(settings_file: Path) -> None:
    for wrong in ("archive = 7", 'archive = ""', "history = true", 'history = ["a"]', "threshold = true", 'threshold = ""'):
        settings_file.write_text(wrong + "\n", encoding="utf-8")
        with pytest.raises(SettingsInvalid):
            load_settings({})


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        load_settings({}).threshold = 0.5  # type: ignore[misc]


def test_the_home_of_a_user_that_does_not_exist_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELEGG_ARCHIVE", "~no-such-user/archive")
    with pytest.raises(SettingsInvalid):
        load_settings({})


def test_an_unknown_variable_is_refused_as_an_unknown_key_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELEGG_TRESHOLD", "0.2")
    with pytest.raises(SettingsInvalid, match="unknown variable BELEGG_TRESHOLD") as refused:
        load_settings({})
    assert "BELEGG_THRESHOLD" in refused.value.hint


def test_a_folder_in_the_place_of_the_settings_file_is_refused(settings_file: Path) -> None:
    settings_file.mkdir()
    with pytest.raises(SettingsInvalid, match=r"config\.toml can't be read"):
        load_settings({})


def test_a_path_with_nul_is_refused(settings_file: Path) -> None:
    settings_file.write_text('archive = "a\\u0000b"\n', encoding="utf-8")
    with pytest.raises(SettingsInvalid):
        load_settings({})


@pytest.mark.parametrize(("given", "is_fast"), [("true", True), ("1", True), ("Yes", True), ("false", False), ("0", False), ("no", False)])
def test_fast_is_true_or_false(monkeypatch: pytest.MonkeyPatch, given: str, is_fast: bool) -> None:
    assert load_settings({}).fast is False
    monkeypatch.setenv("BELEGG_FAST", given)
    assert load_settings({}).fast is is_fast
    assert load_settings({"fast": not is_fast}).fast is not is_fast


def test_a_fast_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELEGG_FAST", "quick")
    with pytest.raises(SettingsInvalid, match="fast is 'quick'") as refused:
        load_settings({})
    assert refused.value.hint == "give true or false"
