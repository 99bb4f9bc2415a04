"""The catalog: one SQLite file that is the only truth of an archive.

It holds every article and version, its blocks and sentences, and a copy of each vector. The word index
and the vector index are made from it and can be thrown away. The only file that imports sqlite3 here.
Vectors are kept as float16, which halves their size and moves a cosine by less than 0.001.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from vectorstore.embedding import Matrix, PassageVectors
from vectorstore.errors import ArchiveDamaged, ArchiveError, StorageFailed
from vectorstore.matching import Forms
from vectorstore.records import ArticleRow, Counts, SentenceRow, SourceRow, StagedPassage
from vectorstore.segmenting import Segmented
from vectorstore.tables import FORMAT, SCHEMA, article_of, blob_of, matrix_of, sentence_row_of
from vectorstore.types import Article, Block, BlockKind, Status

_ARTICLE = "articles.key, id, version, status, title, publisher, byline, published, articles.language, url, text"
_BUSY_SECONDS = 5.0
_MODES = {"rw": "mode=rw", "rwc": "mode=rwc", "frozen": "mode=ro&immutable=1"}
_PARAMETERS = 500


class Catalog:
    """One connection to an archive's catalog; made by `create` or `open`."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        with _translated(path):
            self._db = _connect(path, "rw" if writable else _reading_mode(path))
            self._db.execute("PRAGMA foreign_keys = ON")
            if writable:
                self._db.execute("PRAGMA secure_delete = ON")
                self._db.execute("PRAGMA synchronous = FULL")

    @classmethod
    def create(cls, path: Path, stamp: Mapping[str, str]) -> Catalog:
        """Make an empty catalog at `path`, stamped with what made it; it appears whole or not at all."""
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with _translated(path), closing(_connect(unfinished, "rwc")) as db:
            for statement in filter(str.strip, SCHEMA.split(";")):
                db.execute(statement)
            db.executemany("INSERT INTO meta VALUES (?, ?)", sorted({**stamp, "format": FORMAT}.items()))
            db.execute("PRAGMA journal_mode = WAL")
        unfinished.replace(path)
        return cls(path, writable=True)

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded in by the last one to close."""
        self._db.close()

    # What the archive is

    def meta(self) -> dict[str, str]:
        """Return the stamp and the marks kept with it."""
        return {str(name): str(value) for name, value in self._rows("SELECT name, value FROM meta")}

    def mark(self, name: str, value: str) -> None:
        """Keep one mark."""
        with self._transaction() as db:
            db.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value))

    def counts(self) -> Counts:
        """Return how much is live, and how much waits to be indexed."""
        by_status = dict(self._rows("SELECT status, count(*) FROM articles GROUP BY status"))
        return Counts(
            articles=by_status.get(Status.LIVE, 0),
            pending=by_status.get(Status.PENDING, 0),
            superseded=by_status.get(Status.SUPERSEDED, 0),
            passages=self.passage_count(),
        )

    def passage_count(self) -> int:
        """Return how many passages live articles have."""
        ((count,),) = self._rows("SELECT count(*) FROM passages JOIN articles ON articles.key = article WHERE status = 'live'")
        return int(count)

    def sentence_counts(self) -> tuple[int, int]:
        """Return how many sentences live articles have, and how many of them are damaged."""
        ((count, damaged),) = self._rows(
            "SELECT count(*), count(nullif(damage, '')) FROM sentences JOIN articles ON key = article WHERE status = 'live'"
        )
        return count, damaged

    def check(self) -> str:
        """Return "" if SQLite finds the file whole, or what it found."""
        (found,) = self._rows("PRAGMA quick_check(1)")
        return "" if found[0] == "ok" else str(found[0])

    def sources(self) -> list[SourceRow]:
        """Return what the live articles come from: one row per publisher and language."""
        rows = self._rows(
            "SELECT publisher, language, count(*), coalesce(min(nullif(published, '')), ''), max(published), sum(published = '') "
            "FROM articles WHERE status = 'live' GROUP BY publisher, language ORDER BY publisher, language"
        )
        return [SourceRow(*row) for row in rows]

    def without(self, column: str) -> int:
        """Return how many live articles lack "published" or "language"."""
        assert column in ("published", "language")
        ((count,),) = self._rows(f"SELECT count(*) FROM articles WHERE status = 'live' AND {column} = ''")
        return int(count)

    # Writing, in the order of one ingest

    def digest_of(self, article_id: str) -> str:
        """Return the digest of the newest live or pending version of an article, or ""."""
        rows = self._rows(
            "SELECT digest FROM articles WHERE id = ? AND status IN ('live', 'pending') ORDER BY version DESC LIMIT 1",
            (article_id,),
        )
        return str(next(iter(rows), ("",))[0])

    def stage(self, articles: Iterable[tuple[Segmented, Sequence[Forms]]]) -> None:
        """Keep articles, each with the forms of its sentences, as pending: safe on disk, not yet searched."""
        with self._transaction() as db:
            for segmented, matched in articles:
                _insert(db, segmented, matched)

    def pending(self) -> list[int]:
        """Return the keys of the articles that are staged and not yet live."""
        return [key for (key,) in self._rows("SELECT key FROM articles WHERE status = 'pending' ORDER BY key")]

    def passages_of(self, articles: Sequence[int]) -> list[StagedPassage]:
        """Return the passages of some articles, in order, with the text and forms of their sentences."""
        passages: dict[int, StagedPassage] = {}
        for row in self._sentence_rows("article", articles):
            if row.passage is None:
                continue
            known = passages.get(row.passage)
            before = known.sentences if known else ()
            passages[row.passage] = StagedPassage(row.passage, row.article_key, (*before, row))
        return list(passages.values())

    def titles_of(self, articles: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return each article's title and language by key."""
        rows = self._where_in("SELECT key, title, language FROM articles WHERE key IN ({})", articles)
        return {key: (title, language) for key, title, language in rows}

    def keep_vectors(self, vectors: Iterable[tuple[StagedPassage, PassageVectors]]) -> None:
        """Keep the vectors of passages and of their sentences."""
        pairs = list(vectors)
        with self._transaction() as db:
            db.executemany(
                "UPDATE passages SET vector = ? WHERE key = ?", [(blob_of(found.passage), passage.key) for passage, found in pairs]
            )
            db.executemany(
                "UPDATE sentences SET vector = ? WHERE article = ? AND number = ?",
                [
                    (blob_of(vector), row.article_key, row.sentence.number)
                    for passage, found in pairs
                    for row, vector in zip(passage.sentences, found.sentences, strict=True)
                ],
            )

    def publish(self, articles: Sequence[int]) -> list[int]:
        """Make pending articles live and their earlier versions superseded; return the latter's keys."""
        with self._transaction() as db:
            marks = ",".join("?" * len(articles))
            old = db.execute(
                f"SELECT old.key FROM articles old JOIN articles new ON new.id = old.id "
                f"WHERE new.key IN ({marks}) AND old.version < new.version AND old.status = 'live'",
                list(articles),
            ).fetchall()
            db.executemany("UPDATE articles SET status = 'superseded' WHERE key = ?", old)
            db.executemany("UPDATE articles SET status = 'live' WHERE key = ?", [(key,) for key in articles])
        return [key for (key,) in old]

    def tombstone(self, article_id: str) -> list[int]:
        """Mark every version of an article as removed, from this moment found by no search; return their keys."""
        with self._transaction() as db:
            keys = [key for (key,) in db.execute("SELECT key FROM articles WHERE id = ?", (article_id,)).fetchall()]
            db.execute("UPDATE articles SET status = 'removed' WHERE id = ?", (article_id,))
        return keys

    def removed(self) -> list[int]:
        """Return the keys of tombstones not yet purged."""
        return [key for (key,) in self._rows("SELECT key FROM articles WHERE status = 'removed'")]

    def purge(self, articles: Sequence[int]) -> None:
        """Delete articles with all that hangs on them; the bytes are overwritten on disk."""
        with self._transaction() as db:
            db.executemany("DELETE FROM articles WHERE key = ?", [(key,) for key in articles])
        # With a reader in its way the log is folded in later, by whoever closes the archive last.
        self._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    # Reading

    def vectors(self) -> tuple[list[int], Matrix]:
        """Return the keys of all live passages and their vectors, shape (len(keys), dimension)."""
        rows = self._rows(
            "SELECT passages.key, vector FROM passages JOIN articles ON articles.key = article "
            "WHERE status = 'live' AND vector IS NOT NULL ORDER BY passages.key"
        )
        return [key for key, _ in rows], matrix_of([blob for _, blob in rows])

    def vectors_of(self, articles: Sequence[int]) -> tuple[list[int], Matrix]:
        """Return the keys and vectors of the passages of some articles, live or not."""
        rows = self._where_in("SELECT key, vector FROM passages WHERE article IN ({}) AND vector IS NOT NULL ORDER BY key", articles)
        return [key for key, _ in rows], matrix_of([blob for _, blob in rows])

    def live_keys(self) -> list[int]:
        """Return the keys of all live articles."""
        return [key for (key,) in self._rows("SELECT key FROM articles WHERE status = 'live' ORDER BY key")]

    def data_version(self) -> int:
        """Return a number that changes when another process has written to the catalog."""
        ((version,),) = self._rows("PRAGMA data_version")
        return int(version)

    def passage_keys_of(self, articles: Sequence[int]) -> list[int]:
        """Return the keys of all passages of some articles."""
        return [key for (key,) in self._where_in("SELECT key FROM passages WHERE article IN ({}) ORDER BY key", articles)]

    def passages_around(self, passages: Sequence[int]) -> list[SentenceRow]:
        """Return the sentences of passages and of their neighbours, live articles only.

        Passages of one article have consecutive keys, so the neighbours are the keys beside.
        """
        wanted = sorted({key + step for key in passages for step in (-1, 0, 1)})
        return self._sentence_rows("passage", wanted, live_only=True)

    def live_articles(self, keys: Sequence[int]) -> dict[int, Article]:
        """Return the live ones among some articles, by key."""
        rows = self._where_in(f"SELECT {_ARTICLE} FROM articles WHERE status = 'live' AND key IN ({{}})", keys)
        return {row[0]: article_of(row) for row in rows}

    def find(self, article_id: str) -> ArticleRow | None:
        """Return the live version of an article with its blocks and sentences, or None."""
        rows = self._rows(f"SELECT {_ARTICLE} FROM articles WHERE id = ? AND status = 'live'", (article_id,))
        if not rows:
            return None
        article = article_of(rows[0])
        blocks = self._rows("SELECT kind, start, end, language FROM blocks WHERE article = ? ORDER BY number", (rows[0][0],))
        sentences = tuple(row.sentence for row in self._sentence_rows("article", [rows[0][0]]))
        return ArticleRow(article, tuple(Block(BlockKind(kind), *rest) for kind, *rest in blocks), sentences)

    def ids_like(self, beginning: str, limit: int) -> list[str]:
        """Return ids of live articles that begin with, or else contain, some text."""
        pattern = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rows = self._rows(
            "SELECT id FROM articles WHERE status = 'live' AND id LIKE ? ESCAPE '\\' ORDER BY (id LIKE ? ESCAPE '\\') DESC, id LIMIT ?",
            (f"%{pattern}%", f"{pattern}%", limit),
        )
        return [article_id for (article_id,) in rows]

    def extent(self) -> tuple[int, str, str, tuple[str, ...]]:
        """Return what a search of everything covers: articles, first and last date, languages."""
        ((count, first, last),) = self._rows(
            "SELECT count(*), coalesce(min(nullif(published, '')), ''), coalesce(max(published), '') FROM articles WHERE status = 'live'"
        )
        languages = self._rows("SELECT DISTINCT language FROM articles WHERE status = 'live' AND language <> '' ORDER BY language")
        return count, first, last, tuple(language for (language,) in languages)

    # The door to SQLite

    def _sentence_rows(self, column: str, keys: Sequence[int], *, live_only: bool = False) -> list[SentenceRow]:
        status = "AND status = 'live'" if live_only else ""
        rows = self._where_in(
            "SELECT article, passage, number, start, end, kind, sentences.language, damage, stems, english, vector "
            f"FROM sentences JOIN articles ON articles.key = article WHERE {column} IN ({{}}) {status} ORDER BY article, number",
            keys,
        )
        # Each text once, and cut here: SQLite would count its way through the whole text for every sentence.
        texts = dict(self._where_in("SELECT key, text FROM articles WHERE key IN ({})", sorted({row[0] for row in rows})))
        return [sentence_row_of(row, texts[row[0]]) for row in rows]

    def _where_in(self, query: str, keys: Sequence[int]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for at in range(0, len(keys), _PARAMETERS):
            some = keys[at : at + _PARAMETERS]
            rows.extend(self._rows(query.format(",".join("?" * len(some))), some))
        return rows

    def _rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with _translated(self.path):
            return self._db.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _translated(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _insert(db: sqlite3.Connection, segmented: Segmented, matched: Sequence[Forms]) -> None:
    """Put an article in as pending, with its blocks, passages and sentences, as the next version of its id."""
    article = segmented.article
    (latest,) = db.execute("SELECT coalesce(max(version), 0) FROM articles WHERE id = ?", (article.id,)).fetchone()
    row = db.execute(
        "INSERT INTO articles (id, version, status, title, publisher, byline, published, language, url, text, digest, ingested) "
        "VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article.id, latest + 1, article.title, article.publisher, article.byline, article.published.date, article.language,
         article.url, article.text, segmented.digest, datetime.now(UTC).isoformat(timespec="seconds")),
    )  # fmt: skip
    key = row.lastrowid
    db.executemany(
        "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?)",
        [(key, number, b.kind, b.start, b.end, b.language) for number, b in enumerate(segmented.blocks, start=1)],
    )
    passage_of: dict[int, int | None] = {}
    for passage in segmented.passages:
        passage_key = db.execute("INSERT INTO passages (article) VALUES (?)", (key,)).lastrowid
        passage_of.update({sentence.number: passage_key for sentence in passage.sentences})
    db.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
        [
            (key, s.number, s.start, s.end, s.kind, s.language, s.damage, form.own, form.english, passage_of.get(s.number))
            for s, form in zip(segmented.sentences, matched, strict=True)
        ],
    )


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # A server's threads may share a connection; SQLite itself is built serialised.
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{_MODES[mode]}", uri=True, timeout=_BUSY_SECONDS, check_same_thread=False, isolation_level=None
    )


def _reading_mode(path: Path) -> str:
    """Readers of a write-ahead log write beside it; a folder that forbids this is read as it stands."""
    return "rw" if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK) else "frozen"


@contextmanager
def _translated(path: Path) -> Iterator[None]:
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
