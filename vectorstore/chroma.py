"""The vector index. The only file that imports chromadb.

Chroma answers from what the catalog gave it and is never asked for anything else: every key it returns
is looked up in the catalog again, so what it holds too much or too long can't be cited. Its files do
not survive a kill in every case, and two processes must not share them; `archive.py` therefore
opens it only when no writer is at work, and makes it anew from the catalog's vectors when in doubt.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from vectorstore.embedding import Matrix
from vectorstore.errors import index_failed, is_panic

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

_COLLECTION = "passages"
_BATCH = 1000


class ChromaIndex:
    """Vectors of passages in an embedded Chroma."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with _translated(folder):
            self._client, self._collection = _open(folder)

    @staticmethod
    def discard(folder: Path) -> None:
        """Throw the index away; the catalog has all it was made from."""
        with _translated(folder):
            if folder.exists():
                shutil.rmtree(folder)

    def close(self) -> None:
        """Give the files free; Chroma otherwise keeps them open for the whole life of the process."""
        self._client.close()

    def add(self, keys: Sequence[int], vectors: Matrix) -> None:
        """Put passages in, or in again: vectors of shape (len(keys), dimension)."""
        with _translated(self._folder):
            for at in range(0, len(keys), _BATCH):
                ids = [str(key) for key in keys[at : at + _BATCH]]
                self._collection.upsert(ids=ids, embeddings=np.asarray(vectors[at : at + _BATCH], dtype=np.float32))

    def remove(self, keys: Sequence[int]) -> None:
        """Take passages out; unknown keys are no error."""
        with _translated(self._folder):
            for at in range(0, len(keys), _BATCH):
                self._collection.delete(ids=[str(key) for key in keys[at : at + _BATCH]])

    def keep_only(self, keys: Sequence[int]) -> None:
        """Take out all passages but these."""
        with _translated(self._folder):
            held = {int(key) for key in self._collection.get(include=[])["ids"]}
        self.remove(sorted(held - set(keys)))

    def nearest(self, vector: Matrix, limit: int) -> dict[int, float]:
        """Return the nearest passages by key, with their cosines."""
        with _translated(self._folder):
            limit = min(limit, self._collection.count())
            if not limit:
                return {}
            found = self._collection.query(query_embeddings=vector[None], n_results=limit, include=["distances"])
        ids, distances = found["ids"][0], (found["distances"] or [[]])[0]
        return {int(key): 1.0 - distance for key, distance in zip(ids, distances, strict=True)}

    def count(self) -> int:
        """Return how many passages it holds."""
        with _translated(self._folder):
            return int(self._collection.count())


class ExactIndex:
    """The same answers by one matrix product over the catalog's vectors: slower, and always right."""

    def __init__(self, keys: Sequence[int], vectors: Matrix) -> None:
        self._keys, self._vectors = np.array(keys, dtype=np.int64), vectors

    def nearest(self, vector: Matrix, limit: int) -> dict[int, float]:
        """Return the nearest passages by key, with their cosines."""
        if not len(self._keys):
            return {}
        cosines = self._vectors @ vector
        best = np.argsort(-cosines, kind="stable")[:limit]
        return {int(self._keys[at]): float(cosines[at]) for at in best}

    def close(self) -> None:
        """Nothing is held open."""


def _open(folder: Path) -> tuple[Client, Collection]:
    import chromadb
    from chromadb.config import Settings

    logging.getLogger("chromadb").setLevel(logging.ERROR)
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(anonymized_telemetry=False, allow_reset=False)
    try:
        # Declared as the interface, which lacks `close`.
        client = cast("Client", chromadb.PersistentClient(str(folder), settings))
    except BaseException:
        # What fails to start stays behind under its path for the life of the process; failing once more takes it away.
        with suppress(AttributeError):
            chromadb.PersistentClient(str(folder), settings)
        raise
    try:
        return client, client.get_or_create_collection(_COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None)
    except BaseException:
        client.close()
        raise


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Say Chroma's errors in the archive's own words; its Rust core raises plain ones beside its own."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, OSError, RuntimeError, AttributeError) as error:  # the last from its own cleaning up
        raise index_failed("vector", folder, error) from error
    except BaseException as error:
        if not is_panic(error):
            raise
        raise index_failed("vector", folder, error) from error
