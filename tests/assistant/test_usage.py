"""What the command decides before it opens an archive, and what it imports for that."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.checkup import _installed

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def python(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *arguments], capture_output=True, encoding="utf-8", cwd=tmp_path, timeout=60, check=False)

    return python


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ask", ""), "the question is empty"),
        (("search", " "), "the question is empty"),
        (("ask", "Hvor?", "--batch", "-"), "not both"),
        (("search", "Hvor?", "--batch", "-"), "not both"),
    ],
)
def test_a_wrong_call_is_said_even_where_there_is_no_archive(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("-m", "assistant", "--archive", "none", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_lone_surrogate_in_an_argument_gives_no_traceback(run: Run) -> None:
    for arguments in (("sources", "\udcff"), ("show", "\udcff"), ("ingest", "\udcff"), ("--archive", "\udcff", "sources")):
        result = run("-m", "assistant", *arguments)
        assert result.returncode in (1, 2, 4)
        assert "Traceback" not in result.stderr


def test_the_package_and_its_help_import_no_archive(run: Run) -> None:
    for arguments in (("-c", "import assistant"), ("-m", "assistant", "--help")):
        assert "vectorstore" not in run("-X", "importtime", *arguments).stderr


def test_a_package_that_is_missing_is_said_to_be() -> None:
    assert _installed("no-such-package-anywhere") == "not installed"
