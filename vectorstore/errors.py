"""What can go wrong in the archive, as one tree.

    ArchiveError
    ├── ArchiveMissing        there is no archive in the folder
    ├── ArchiveUnusable       there is one, and it can't be used as it stands
    │   ├── ArchiveMismatch   made by another format, model or splitter
    │   └── ArchiveDamaged    the catalog's file is not whole
    ├── GlossaryUnusable      the newsroom's own words can't be read, or one of them is no entry
    ├── ArchiveLocked         another process writes to it
    ├── StorageFailed         the disk is full, read-only or failing
    ├── SourceMissing         a path to ingest does not exist or holds nothing to read
    ├── UnknownArticle        no live article or sentence has that id
    ├── QueryUnusable         the query has no word to search with, or is far too long
    └── ModelUnavailable      the embedding model can't be loaded

Each carries `hint`, what the user can do, and `retryable`, whether the same call may succeed later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ArchiveError(Exception):
    """Base of the tree: `str(error)` is one line that says what is wrong."""

    retryable = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ArchiveMissing(ArchiveError):
    """There is no archive in the folder."""


class ArchiveUnusable(ArchiveError):
    """There is an archive, and it can't be used as it stands."""


class ArchiveMismatch(ArchiveUnusable):
    """The archive was made by another format version, embedding model or sentence splitter."""


class ArchiveDamaged(ArchiveUnusable):
    """The catalog's file is not a whole SQLite database."""


class GlossaryUnusable(ArchiveError):
    """The newsroom's own words can't be read, or what is given is no entry."""


class ArchiveLocked(ArchiveError):
    """Another process writes to the archive; the message names it."""

    retryable = True


class StorageFailed(ArchiveError):
    """The disk is full, read-only or failing; what was acknowledged before is kept."""

    retryable = True


class SourceMissing(ArchiveError):
    """A path to ingest does not exist, or holds no file of a known format."""


class UnknownArticle(ArchiveError):
    """No live article has that id, or the article has no such sentence."""


class QueryUnusable(ArchiveError):
    """The query is empty, far too long, or made of nothing that can be searched for."""


class ModelUnavailable(ArchiveError):
    """The embedding model can't be found or loaded."""


def is_panic(error: BaseException) -> bool:
    """Whether a library written in Rust gave up: such an error is no Exception, and its class can't be imported."""
    return type(error).__name__ == "PanicException"


def index_failed(name: str, folder: Path, error: BaseException) -> StorageFailed:
    """Return what to raise when a library fails at the index `name` in `folder`, with its reason in one line."""
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    return StorageFailed(
        f"the {name} index in {folder} can't be used: {reason}",
        "check free space and permissions; `belegg doctor --fix` makes the index anew",
    )
