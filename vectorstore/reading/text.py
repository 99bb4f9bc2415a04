"""A `.txt` file -> one article, whose id is the file's stem."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from vectorstore.reading.dating import date_in
from vectorstore.reading.decoding import decode
from vectorstore.types import Article, Doubtful, Published, Skipped

LARGEST = 20_000_000
"""Bytes beyond which a text file is taken for something else than one article."""


def read(file: Path) -> Iterator[tuple[int, Article | Skipped | Doubtful]]:
    """Yield the file's article, or why there is none; raises OSError if it can't be read."""
    size = file.stat().st_size
    if size > LARGEST:
        yield size, Skipped(str(file), f"{size // 1_000_000} MB; one article of more than {LARGEST // 1_000_000} MB is not read")
        return
    decoded = decode(file.read_bytes())
    if decoded.reason:
        yield size, Skipped(str(file), decoded.reason)
        return
    if decoded.doubt:
        yield 0, Doubtful(str(file), decoded.doubt)
    yield size, Article(id=_id(file), text=decoded.text, published=Published(date_in(decoded.text)))


def _id(file: Path) -> str:
    """The file's stem; bytes of it that are not UTF-8, which SQLite can't hold, are written out and so stay distinct."""
    return os.fsencode(file.stem).decode(errors="backslashreplace")
