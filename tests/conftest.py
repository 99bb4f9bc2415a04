from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from assistant.demo import EXAMPLES
from tests.fakes import WordEmbedder
from vectorstore import Archive, Article, MiniLM, Sources, ingest
from vectorstore.archive import open_for_writing

MODELS = Path(os.environ.get("BELEGG_CACHE") or user_cache_path("belegg")) / "models"
"""Where the machine keeps the prepared model; read before the environment is cleaned below."""


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees the user's settings, archive or terminal."""
    for name in list(os.environ):
        if name.startswith("BELEGG_") or name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("BELEGG_CACHE", str(MODELS.parent))


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def archive_of(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Callable[..., Archive]]:
    """Build an archive of articles in a temporary folder and open it; closed after the test."""
    opened: list[Archive] = []

    def build(*articles: Article) -> Archive:
        with open_for_writing(tmp_path / "archive", embedder) as writer:
            writer.run(articles, lambda _: None)
        opened.append(Archive.open(tmp_path / "archive", embedder))
        return opened[-1]

    yield build
    for archive in opened:
        archive.close()


@pytest.fixture(scope="session")
def minilm() -> MiniLM:
    """The real model, prepared once per machine."""
    model = MiniLM(MODELS)
    model.prepare()
    return model


@pytest.fixture(scope="session")
def example_folder(minilm: MiniLM, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of the example articles, made with the real model. Never write to it."""
    folder = tmp_path_factory.mktemp("examples") / "archive"
    ingest(folder, minilm, Sources([EXAMPLES]), lambda _: None)
    return folder


@pytest.fixture
def example_archive(example_folder: Path, minilm: MiniLM) -> Iterator[Archive]:
    with Archive.open(example_folder, minilm) as archive:
        yield archive
