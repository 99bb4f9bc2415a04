"""Text -> unit vectors: the packaged all-MiniLM-L6-v2, run by ONNX Runtime."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.children import child_environment
from vectorstore.errors import ModelUnavailable
from vectorstore.inference import PACKAGE, Network, Vocabulary, batches, package_version, padded

Matrix = NDArray[np.float32]
"""One row per text; each row a unit vector."""

EXPORT_VERSION = "int8-1"
DIMENSION = 384
LONGEST = 256
"""Tokens of a text that the model reads; what is longer is cut, as the model's own settings say."""

_CHUNK = 128


class Embedder(Protocol):
    """What an archive needs of a model."""

    @property
    def name(self) -> str:
        """What the archive is stamped with: another name means other vectors."""

    @property
    def source(self) -> str:
        """What loads it again: a name or folder, "" for the default model."""

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""

    @property
    def reads_norwegian(self) -> bool:
        """Whether Norwegian is best embedded as it is; else its English gloss is."""

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector per text that is to be found, shape (len(texts), dimension)."""

    def embed_query(self, text: str) -> Matrix:
        """Return the unit vector of what is asked, shape (dimension,)."""


class MiniLM:
    """The default model; it is prepared at the first use on a machine and kept in `cache`."""

    name = f"all-MiniLM-L6-v2/{EXPORT_VERSION}"
    source = ""
    dimension = DIMENSION
    reads_norwegian = False

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._vocabulary = Vocabulary(LONGEST)

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector per text, shape (len(texts), 384)."""
        rows = [vectors.mean(axis=0) for vectors in self._token_vectors(texts)]
        return unit(np.array(rows, dtype=np.float32).reshape(-1, DIMENSION))

    def embed_query(self, text: str) -> Matrix:
        """Return the unit vector of a question, shape (384,): the same as of a document."""
        return np.asarray(self.embed_documents([text])[0])

    def _token_vectors(self, texts: Sequence[str]) -> Iterator[Matrix]:
        """Each text's token vectors, in the order given, some hundred texts in memory at a time."""
        for at in range(0, len(texts), _CHUNK):
            tokens = self._vocabulary.ids(texts[at : at + _CHUNK], marked=True)
            found: dict[int, Matrix] = {}
            for batch in batches([len(ids) for ids in tokens]):
                found.update(zip(batch, self._run([tokens[place] for place in batch]), strict=True))
            for place in range(len(tokens)):
                yield found[place]

    def _run(self, tokens: Sequence[Sequence[int]]) -> Iterator[Matrix]:
        ids, mask = padded(tokens)
        vectors = self._network.run(input_ids=ids, attention_mask=mask)
        for row, mine in enumerate(tokens):
            yield vectors[row, : len(mine)]

    @cached_property
    def _network(self) -> Network:
        path = self.prepare()
        return Network(path, f"delete {path} and try again")

    @property
    def is_prepared(self) -> bool:
        """Whether this machine has the model ready, so that embedding starts at once."""
        return self._file.exists()

    def prepare(self) -> Path:
        """Return the model's file, written first if this machine has none; that takes ten seconds."""
        if not self.is_prepared:
            command = [sys.executable, "-m", "vectorstore.exporting", str(self._file)]
            result = subprocess.run(command, capture_output=True, text=True, env=child_environment(), check=False)
            if result.returncode:
                reason = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
                raise ModelUnavailable(f"the embedding model can't be prepared: {reason}", _HINT)
        return self._file

    @property
    def _file(self) -> Path:
        return self._cache / f"all-MiniLM-L6-v2-{package_version()}-{EXPORT_VERSION}.onnx"


_HINT = f"check that {PACKAGE} and torch are installed and that the cache folder can be written to"


def unit(rows: Matrix) -> Matrix:
    """Return the rows, each divided by its length; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
