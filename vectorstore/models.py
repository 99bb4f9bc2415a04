"""Which model an archive is used with."""

from __future__ import annotations

from pathlib import Path

from vectorstore.archive import CATALOG, open_catalog
from vectorstore.embedding import Embedder, MiniLM

DEFAULT = "default"
"""Names the packaged model where a model can be named."""


def embedder_for(folder: Path, cache: Path, model: str = "") -> Embedder:
    """Return the model that is named; else the one that the archive in `folder` is stamped with, or the default.

    `cache` is where the default model is prepared. Nothing is loaded before something is embedded.
    """
    source = model or _stamped(folder)
    if source in ("", DEFAULT):
        return MiniLM(cache)
    from vectorstore.transformers import SentenceModel

    return SentenceModel(source)


def _stamped(folder: Path) -> str:
    if not (folder / CATALOG).is_file():
        return ""
    catalog = open_catalog(folder)
    try:
        return catalog.meta().get("source", "")
    finally:
        catalog.close()
