"""The command `belegg` run by its own `main` in this process, which need not load a model for each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import cli


@dataclass(frozen=True)
class Result:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def runner(archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command on an archive."""
    monkeypatch.setenv("BELEGG_ARCHIVE", str(archive))

    def run(*arguments: str | Path) -> Result:
        monkeypatch.setattr(sys, "argv", ["belegg", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return Result(int(ended.value.code or 0), *capsys.readouterr())

    return run
