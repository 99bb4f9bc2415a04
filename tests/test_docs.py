from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.pages import CLI, README, ROOT, cli_page, commands, demo_transcript, readme_page
from vectorstore import MiniLM

PAGES = sorted(ROOT.glob("docs/*.md"))


def test_the_commands_page_is_what_the_commands_say() -> None:
    assert CLI.read_text(encoding="utf-8") == cli_page(), "run `make docs`"


def test_the_readme_shows_what_the_demo_prints(minilm: MiniLM) -> None:
    assert README.read_text(encoding="utf-8") == readme_page(demo_transcript(minilm)), "run `make docs`"


@pytest.mark.parametrize("name", commands())
def test_every_command_says_what_it_does(name: str) -> None:
    section = cli_page().split(f"## belegg {name}\n")[1]
    assert re.search(r"Usage: belegg " + name + r".*\n\n +\w", section)


def test_the_python_page_runs_as_it_stands(minilm: MiniLM, tmp_path: Path) -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs/python.md").read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    (tmp_path / "models").symlink_to(minilm.prepare().parent)
    result = subprocess.run([sys.executable, "-c", code[1]], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert "164 personer er evakuert" in result.stdout


def test_every_link_between_pages_leads_somewhere() -> None:
    for page in [README, *PAGES]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.name != "index.md" and f"({page.name})" not in index] == []


def test_the_changelog_begins_with_the_version_that_is_installed() -> None:
    changelog = (ROOT / "docs/changelog.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert first is not None
    assert first[1] == version("belegg")
