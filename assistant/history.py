"""Conversations, kept and resumed. The only file of this room that imports sqlite3."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import HistoryUnusable
from vectorstore.reading.decoding import clean

_SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, archive TEXT NOT NULL, started TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS turns (
    conversation INTEGER NOT NULL REFERENCES conversations (id), number INTEGER NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL, asked TEXT NOT NULL, PRIMARY KEY (conversation, number));
"""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer as JSON (schema belegg.answer/1), with the UTC time it was asked."""

    question: str
    answer: str
    asked: str


class History:
    """All conversations of one user, in one SQLite file; raises HistoryUnusable if it can't be used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(path, error) from error
        with self._translated():
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def start(self, archive: Path) -> int:
        """Begin a conversation on an archive; return its number."""
        with self._translated():
            row = self._db.execute("INSERT INTO conversations (archive, started) VALUES (?, ?)", (_key(archive), _now()))
        return int(row.lastrowid or 0)

    def latest(self, archive: Path) -> int | None:
        """Return the number of the last conversation on an archive that has a turn, or None."""
        with self._translated():
            (number,) = self._db.execute(
                "SELECT max(conversation) FROM turns JOIN conversations ON id = conversation WHERE archive = ?",
                (_key(archive),),
            ).fetchone()
        return number if number is None else int(number)

    def add(self, conversation: int, question: str, answer: str) -> None:
        """Keep one turn."""
        with self._translated():
            self._db.execute(
                "INSERT INTO turns SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM turns WHERE conversation = ?",
                (conversation, clean(question), clean(answer), _now(), conversation),
            )

    def turns(self, conversation: int) -> list[Turn]:
        """Return the turns of a conversation, oldest first."""
        with self._translated():
            rows = self._db.execute(
                "SELECT question, answer, asked FROM turns WHERE conversation = ? ORDER BY number", (conversation,)
            ).fetchall()
        return [Turn(*row) for row in rows]

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _unusable(self._path, error) from error


def _unusable(path: Path, error: Exception) -> HistoryUnusable:
    return HistoryUnusable(f"the conversations in {path} can't be used: {error}", "name another file with BELEGG_HISTORY")


def _key(archive: Path) -> str:
    return clean(str(archive.resolve()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
