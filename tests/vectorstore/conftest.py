from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vectorstore.catalogs import STAMP
from tests.vectorstore.samples import made_elsewhere
from vectorstore.catalog import Catalog


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """An empty catalog in a temporary folder."""
    catalog = Catalog.create(tmp_path / "catalog.sqlite", STAMP)
    yield catalog
    catalog.close()


@pytest.fixture(scope="session")
def three_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive of WOLVES, FERRY and SCHOOL, made in another process. Never open it: copy it."""
    return made_elsewhere(tmp_path_factory.mktemp("three") / "archive")


@pytest.fixture
def folder(three_articles: Path, tmp_path: Path) -> Path:
    """A copy of `three_articles` of the test's own, whose Chroma this process has not opened yet."""
    return shutil.copytree(three_articles, tmp_path / "archive")


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that other users may enter, which they may not with pytest's own."""
    with tempfile.TemporaryDirectory(prefix="belegg-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
        for path in Path(name).rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
