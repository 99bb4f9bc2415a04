"""The archive: articles down to the sentence, and finding them."""

from __future__ import annotations

from vectorstore.archive import Archive, Extent, Found, ingest, open_for_writing
from vectorstore.embedding import Embedder, MiniLM
from vectorstore.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveLocked,
    ArchiveMismatch,
    ArchiveMissing,
    ArchiveUnusable,
    GlossaryUnusable,
    ModelUnavailable,
    QueryUnusable,
    SourceMissing,
    StorageFailed,
    UnknownArticle,
)
from vectorstore.ingesting import Report
from vectorstore.reading import Sources
from vectorstore.records import ArticleRow, Counts, SourceRow
from vectorstore.types import (
    EVIDENCE_KINDS,
    Article,
    Block,
    BlockKind,
    Doubtful,
    Hit,
    Passage,
    Precision,
    Published,
    Scores,
    Sentence,
    Skipped,
    Status,
)

__all__ = [
    "EVIDENCE_KINDS",
    "Archive",
    "ArchiveDamaged",
    "ArchiveError",
    "ArchiveLocked",
    "ArchiveMismatch",
    "ArchiveMissing",
    "ArchiveUnusable",
    "Article",
    "ArticleRow",
    "Block",
    "BlockKind",
    "Counts",
    "Doubtful",
    "Embedder",
    "Extent",
    "Found",
    "GlossaryUnusable",
    "Hit",
    "MiniLM",
    "ModelUnavailable",
    "Passage",
    "Precision",
    "Published",
    "QueryUnusable",
    "Report",
    "Scores",
    "Sentence",
    "Skipped",
    "SourceMissing",
    "SourceRow",
    "Sources",
    "Status",
    "StorageFailed",
    "UnknownArticle",
    "ingest",
    "open_for_writing",
]
