"""The catalog's tables, and how values go into and come out of their rows. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any

import numpy as np

from vectorstore.embedding import Matrix, unit
from vectorstore.matching import Forms
from vectorstore.records import SentenceRow
from vectorstore.types import Article, BlockKind, Published, Sentence, Status

FORMAT = "2"
"""Version of the tables below; an archive of another format is refused."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL,
    title TEXT NOT NULL, publisher TEXT NOT NULL, byline TEXT NOT NULL, published TEXT NOT NULL,
    language TEXT NOT NULL, url TEXT NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
    ingested TEXT NOT NULL, splitter TEXT NOT NULL,
    title_stems TEXT NOT NULL, title_english TEXT NOT NULL, UNIQUE (id, version)) STRICT;
CREATE UNIQUE INDEX one_live_version ON articles (id) WHERE status = 'live';
CREATE INDEX articles_by_status ON articles (status);
CREATE TABLE blocks (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,
    kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, language TEXT NOT NULL,
    PRIMARY KEY (article, number)) STRICT, WITHOUT ROWID;
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    vectors BLOB, embedded TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
    damage TEXT NOT NULL, stems TEXT NOT NULL, english TEXT NOT NULL,
    passage INTEGER REFERENCES passages (key) ON DELETE CASCADE,
    PRIMARY KEY (article, number)) STRICT, WITHOUT ROWID;
CREATE INDEX sentences_by_passage ON sentences (passage);
CREATE TABLE renewed (
    passage INTEGER PRIMARY KEY REFERENCES passages (key) ON DELETE CASCADE,
    vectors BLOB NOT NULL, embedded TEXT NOT NULL) STRICT;
"""
"""A passage's `vectors` are those of its sentences, one after the other; `embedded` is a hash of what was embedded.
`renewed` holds the vectors of another model until there is one for every passage."""
FACTS = """
CREATE TABLE IF NOT EXISTS facts (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,
    said TEXT NOT NULL, PRIMARY KEY (article, number)) STRICT, WITHOUT ROWID
"""
"""What was read in a sentence; an archive made before it was is given the table by `belegg reindex`."""


def article_of(row: tuple[Any, ...]) -> Article:
    """Return the article of a row."""
    _, article_id, version, status, title, publisher, byline, published, language, url, text = row
    return Article(article_id, text, title, publisher, byline, Published(published), language, url, version, Status(status))


def sentence_row_of(row: tuple[Any, ...], text: str, vector: bytes) -> SentenceRow:
    """Return the sentence of a row, cut from its article's text."""
    article, passage, number, start, end, kind, language, damage, stems, english = row
    sentence = Sentence(number, start, end, text[start:end], BlockKind(kind), language, damage)
    return SentenceRow(article, passage, sentence, Forms(stems, english), vector)


def blob_of(vectors: Matrix) -> bytes:
    """Return vectors as they are kept: float16, one after the other."""
    return vectors.astype(np.float16).tobytes()


def slices_of(blob: bytes | None, size: int) -> Iterator[bytes]:
    """Yield each vector of a passage, `size` bytes long; without end, empty ones after the last."""
    kept = blob or b""
    yield from (kept[at : at + size] for at in range(0, len(kept), size))
    yield from repeat(b"")


def means_of(blobs: Sequence[bytes], dimension: int) -> Matrix:
    """Return each passage's vector, the mean of its sentences', as unit rows of shape (len(blobs), dimension)."""
    if not blobs:
        return np.zeros((0, dimension), dtype=np.float32)
    rows = np.frombuffer(b"".join(blobs), dtype=np.float16).astype(np.float32).reshape(-1, dimension)
    ends = np.cumsum([len(blob) // (2 * dimension) for blob in blobs])
    return unit(np.add.reduceat(rows, [0, *ends[:-1]], axis=0))
