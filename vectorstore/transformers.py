"""Any model that sentence-transformers can load, by name or folder. The only file that imports it beside `exporting.py`.

Importing it takes seconds; the default model therefore does without (`embedding.py`). A name is looked up in the
cache on this machine only: asking the hub for news of it would tell it of every question, and offline takes a minute.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vectorstore.bilingual import reads_norwegian
from vectorstore.embedding import Matrix, unit
from vectorstore.errors import ModelUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32
_PIECE, _PIECES = 65_536, 64
_E5 = re.compile(r"\be5\b")
_HINT = "give the folder of a sentence-transformers model, or the name of one on this machine (`hf download NAME` fetches it)"


class SentenceModel:
    """A sentence-transformers model: a folder, or the name of one in the cache of this machine.

    Raises ModelUnavailable if a path is given and there is no folder.
    """

    def __init__(self, source: str) -> None:
        folder = Path(source).expanduser()
        self._folder = folder.resolve() if folder.is_dir() else None
        if self._folder is None and (folder.is_absolute() or source.startswith(".")):
            raise ModelUnavailable(f"there is no folder {source!r} with a model in it", _HINT)
        self.source = str(self._folder or source)

    @cached_property
    def name(self) -> str:
        """The model's name; a folder's has a hash of what is in it, so that a retrained model counts as another."""
        return f"{self._folder.name}@{_fingerprint(self._folder)}" if self._folder else self.source

    @cached_property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self.embed_query("a sentence").size

    @cached_property
    def reads_norwegian(self) -> bool:
        """Whether it finds English twins of Norwegian sentences as well without the glossary; measured, not looked up."""
        return reads_norwegian(self)

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector per text, shape (len(texts), dimension)."""
        return self._encoded(self._model.encode_document, texts, "passage: ") if texts else np.zeros((0, self.dimension), np.float32)

    def embed_query(self, text: str) -> Matrix:
        """Return the unit vector of a question, shape (dimension,)."""
        return np.asarray(self._encoded(self._model.encode_query, [text], "query: ")[0])

    def _encoded(self, encode: Any, texts: Sequence[str], prefix: str) -> Matrix:
        """Vectors by the model's own prompts; models of the E5 family need their prefixes and do not say so."""
        needs_prefix = _E5.search(self.source.lower()) and not any(self._model.prompts.values())
        given = [prefix + text for text in texts] if needs_prefix else list(texts)
        with _quiet():
            return unit(np.asarray(encode(given, batch_size=_BATCH, show_progress_bar=False), dtype=np.float32))

    @cached_property
    def _model(self) -> SentenceTransformer:
        with _quiet():
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            place = self._place()
            try:
                return SentenceTransformer(place, device="cpu", local_files_only=True)
            except Exception as error:  # a missing file, a network that is not there, a broken config: it has no tree of its own
                reason = (str(error).splitlines() or [type(error).__name__])[0]
                raise ModelUnavailable(f"the model {self.source!r} can't be loaded: {reason}", _HINT) from error

    def _place(self) -> str:
        """The folder to load. Loading by name would miss files that some models have not: only the hub can tell it so."""
        if self._folder:
            return str(self._folder)
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

        for name in (self.source, f"sentence-transformers/{self.source}"):
            with suppress(HFValidationError, LocalEntryNotFoundError):
                return snapshot_download(name, local_files_only=True)
        raise ModelUnavailable(f"there is no model {self.source!r} on this machine", _HINT)


def _fingerprint(folder: Path) -> str:
    """A hash of all files' names and sizes, and of pieces from all over each file; to read gigabytes for each question would not do.

    Hidden files are left out: a file manager puts its own there.
    """
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, size = file.relative_to(folder), file.stat().st_size
        if any(part.startswith(".") for part in name.parts):
            continue
        digest.update(f"{name}\0{size}\0".encode())
        with file.open("rb") as stream:
            for at in range(0, size, max(_PIECE, size // _PIECES)):
                stream.seek(at)
                digest.update(stream.read(_PIECE))
    return digest.hexdigest()[:12]


def _quiet() -> warnings.catch_warnings[None]:
    return warnings.catch_warnings(action="ignore")
