"""`belegg eval`, run by the command's own `main`; where it matters, in a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assistant.commands import Run, runner

ROOT = Path(__file__).resolve().parents[2]
LINES = (
    {
        "id": "rain", "lang": "nb", "type": "number", "question": "Hvor mange millimeter regn falt det i Nordvåg før raset?",
        "answers": ["92 millimeter"], "evidence": [{"doc": "ras-i-nordvaag-2", "text": "Det falt 92 millimeter regn i Nordvåg"}],
    },
    {"id": "elsewhere", "lang": "nb", "question": "Hvor mange millimeter regn falt det?", "evidence": [{"doc": "no-such-article"}]},
    {"id": "bridge", "lang": "nb", "question": "Hva sa statsministeren om brua i Drammen?", "answerable": False},
)  # fmt: skip


@pytest.fixture
def belegg(example_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(example_folder, monkeypatch, capsys)


def child(*arguments: str | Path, code: str = "from assistant import cli; cli.main()") -> subprocess.CompletedProcess[str]:
    """Run the command, or a script about it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    return path


def test_a_set_is_scored_with_tables_and_nothing_on_standard_error(belegg: Run, questions: Path) -> None:
    result = belegg("eval", questions)
    assert (result.code, result.err) == (0, "")
    lines = [line.split() for line in result.out.splitlines()]
    assert ["all", "ask", "2", "0.500", "0.500", "0.500", "0.500", "1.000"] in lines
    assert ["number", "nb", "ask", "1", "1.000", "1.000", "1.000", "1.000", "1.000"] in lines
    assert ["all", "1", "1.000"] in lines
    assert lines[-1] == "Missed 1 of 3: 1 answered with another sentence".split()


def test_as_json_it_is_one_line(belegg: Run, questions: Path) -> None:
    result = belegg("eval", questions, "--json", "--k", "5")
    assert (result.code, result.err, result.out.count("\n")) == (0, "", 1)
    figures = json.loads(result.out)
    assert figures["schema"] == "belegg.evaluation/1"
    assert figures["all"]["search"]["within"].keys() == {"1", "3", "5"}
    assert figures["confidence"]["area"] == 1.0
    assert [(miss["id"], miss["miss"], miss["ranked_at"]) for miss in figures["misses"]] == [("elsewhere", "wrong", None)]


def test_a_report_is_written_beside_the_table(belegg: Run, questions: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text("an older and longer report " * 10_000, encoding="utf-8")
    result = belegg("eval", questions, "--html", page)
    assert (result.code, result.err) == (0, "")
    assert "Missed 1 of 3" in result.out
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert "<code>no-such-article</code>" in text


def test_a_bad_line_costs_no_questions_and_no_report(belegg: Run, questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "report.html"
    page.write_text("last week's", encoding="utf-8")
    questions.write_text(questions.read_text(encoding="utf-8") + '\n{"question": 7}\n', encoding="utf-8")
    result = belegg("eval", questions, "--html", page)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"belegg: {questions}:4 is no question of a set: 7 is not text\n        mend the line; nothing was asked yet\n"
    assert page.read_text(encoding="utf-8") == "last week's"


def test_a_report_that_can_not_be_written_is_said_before_the_archive_is_opened(questions: Path, tmp_path: Path) -> None:
    page = tmp_path / "no-folder" / "report.html"
    result = child("--archive", tmp_path / "none", "eval", questions, "--html", page)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"belegg: No such file or directory\n        {page}\n"
    assert child("--archive", tmp_path / "none", "eval", questions).returncode == 4


def test_wrong_use_is_refused(belegg: Run, questions: Path) -> None:
    assert belegg("eval").code == 2
    assert belegg("eval", questions, "--k", "0").code == 2
    assert belegg("eval", questions, "--k", "101").code == 2


def test_a_set_can_come_from_standard_input(belegg: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(LINES[2])))
    result = belegg("eval", "-", "--json")
    assert result.code == 0
    assert json.loads(result.out)["all"]["refused"] == 1.0


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made with pty")
def test_progress_is_shown_on_a_terminal_only(example_folder: Path, questions: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BELEGG_ARCHIVE": str(example_folder), "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-m", "assistant", "eval", str(questions), "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, cwd=tmp_path, env=environment, timeout=60, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "0/3 questions" in shown
    assert json.loads(done.stdout)["questions"] == 3


def test_the_command_loads_no_torch(example_folder: Path, questions: Path) -> None:
    code = """
import sys
from assistant import cli
try:
    cli.main()
finally:
    print([name for name in ("torch", "transformers", "sentence_transformers", "langchain") if name in sys.modules], file=sys.stderr)
"""
    result = child("--archive", example_folder, "eval", questions, code=code)
    assert (result.returncode, result.stderr) == (0, "[]\n")
