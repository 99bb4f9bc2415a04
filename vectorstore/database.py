"""The door to SQLite: connections, transactions, and its errors in the archive's own words.

The only file of this room that imports sqlite3.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from vectorstore.errors import ArchiveDamaged, ArchiveError, StorageFailed

Connection = sqlite3.Connection

_BUSY_SECONDS = 5.0
_MODES = {"rw": "mode=rw", "rwc": "mode=rwc", "frozen": "mode=ro&immutable=1"}
_PARAMETERS = 500


class Database:
    """One connection to a file; a server's threads may share it."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        with translated(path):
            self._db = _connect(path, "rw" if writable else _reading_mode(path))
            self._db.execute("PRAGMA foreign_keys = ON")
            if writable:
                self._db.execute("PRAGMA secure_delete = ON")
                self._db.execute("PRAGMA synchronous = FULL")

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded in by the last one to close."""
        self._db.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with translated(self.path):
            return self._db.execute(query, values).fetchall()

    def where_in(self, query: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
        """Return the rows of a query with `{}` where its keys go, however many they are."""
        found: list[tuple[Any, ...]] = []
        for at in range(0, len(keys), _PARAMETERS):
            some = keys[at : at + _PARAMETERS]
            found.extend(self.rows(query.format(",".join("?" * len(some))), some))
        return found

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield the connection inside a transaction, kept if the block ends well."""
        with translated(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def create(path: Path, schema: str, first_rows: Sequence[tuple[str, Sequence[Any]]]) -> None:
    """Make a database with a write-ahead log at `path`; it appears whole or not at all.

    `first_rows` are statements and their values, run after `schema`.
    """
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with translated(path), closing(_connect(unfinished, "rwc")) as db:
        for statement in filter(str.strip, schema.split(";")):
            db.execute(statement)
        for query, values in first_rows:
            db.execute(query, values)
        db.execute("PRAGMA journal_mode = WAL")
    unfinished.replace(path)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # A server's threads may share a connection; SQLite itself is built serialised.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{_MODES[mode]}", uri=True, timeout=_BUSY_SECONDS, check_same_thread=False, isolation_level=None
    )


def _reading_mode(path: Path) -> str:
    """Readers of a write-ahead log write beside it; a folder that forbids this is read as it stands."""
    return "rw" if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK) else "frozen"


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Say SQLite's errors in the archive's own words."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _translate(error, path) from error


def _translate(error: sqlite3.DatabaseError, path: Path) -> ArchiveError:
    text = str(error)
    if "full" in text or "disk I/O" in text:
        return StorageFailed(
            f"the disk is full or failing: {path} can't be written ({text})", "free some space, then run the same command again"
        )
    if "readonly" in text or "unable to open" in text:
        return StorageFailed(f"{path} can't be opened for writing ({text})", "check who owns the archive folder and its permissions")
    if "locked" in text:
        return StorageFailed(f"{path} is held by another program ({text})", "try again in a moment")
    return ArchiveDamaged(f"{path} is damaged ({text})", "restore it from a backup, or ingest the articles into a new archive")
