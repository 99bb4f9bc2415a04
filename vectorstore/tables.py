"""The catalog's tables, and how values go into and come out of their rows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from vectorstore.embedding import Matrix
from vectorstore.matching import Forms
from vectorstore.records import SentenceRow
from vectorstore.types import Article, BlockKind, Published, Sentence, Status

FORMAT = "1"
"""Version of the tables below; an archive of another format is refused."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL,
    title TEXT NOT NULL, publisher TEXT NOT NULL, byline TEXT NOT NULL, published TEXT NOT NULL,
    language TEXT NOT NULL, url TEXT NOT NULL, text TEXT NOT NULL, digest TEXT NOT NULL,
    ingested TEXT NOT NULL, UNIQUE (id, version)) STRICT;
CREATE UNIQUE INDEX one_live_version ON articles (id) WHERE status = 'live';
CREATE INDEX articles_by_status ON articles (status);
CREATE TABLE blocks (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,
    kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, language TEXT NOT NULL,
    PRIMARY KEY (article, number)) STRICT, WITHOUT ROWID;
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    vector BLOB) STRICT;
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE, number INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
    damage TEXT NOT NULL, stems TEXT NOT NULL, english TEXT NOT NULL, vector BLOB,
    passage INTEGER REFERENCES passages (key) ON DELETE CASCADE,
    PRIMARY KEY (article, number)) STRICT, WITHOUT ROWID;
CREATE INDEX sentences_by_passage ON sentences (passage);
"""


def article_of(row: tuple[Any, ...]) -> Article:
    """Return the article of a row."""
    _, article_id, version, status, title, publisher, byline, published, language, url, text = row
    return Article(article_id, text, title, publisher, byline, Published(published), language, url, version, Status(status))


def sentence_row_of(row: tuple[Any, ...], text: str) -> SentenceRow:
    """Return the sentence of a row, cut from its article's text."""
    article, passage, number, start, end, kind, language, damage, stems, english, vector = row
    sentence = Sentence(number, start, end, text[start:end], BlockKind(kind), language, damage)
    return SentenceRow(article, passage, sentence, Forms(stems, english), vector)


def blob_of(vector: Matrix) -> bytes:
    """Return a vector as it is kept: float16."""
    return vector.astype(np.float16).tobytes()


def matrix_of(blobs: Sequence[bytes]) -> Matrix:
    """Return kept vectors as rows, shape (len(blobs), dimension)."""
    rows = np.frombuffer(b"".join(blobs), dtype=np.float16).astype(np.float32)
    return rows.reshape(len(blobs), -1) if blobs else rows.reshape(0, 1)
