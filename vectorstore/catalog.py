"""The catalog: one SQLite file that is the only truth of an archive.

It holds every article and version, its blocks and sentences, and a copy of each vector. The word index
and the vector index are made from it and can be thrown away. Vectors are kept as float16, which halves
their size and moves a cosine by less than 0.001.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from vectorstore.database import Connection, Database, create
from vectorstore.embedding import Matrix
from vectorstore.matching import Forms
from vectorstore.records import ArticleRow, Counts, Embedded, SentenceRow, SourceRow, StagedPassage
from vectorstore.segmenting import VERSION as SPLITTER
from vectorstore.segmenting import Segmented
from vectorstore.tables import FACTS, FORMAT, SCHEMA, article_of, blob_of, means_of, sentence_row_of, slices_of
from vectorstore.types import Article, Block, BlockKind, Sentence, Status

_ARTICLE = "articles.key, id, version, status, title, publisher, byline, published, articles.language, url, text"


class Catalog:
    """One connection to an archive's catalog; made by `create` or `open`."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        self._db = Database(path, writable=writable)

    @classmethod
    def create(cls, path: Path, stamp: Mapping[str, str]) -> Catalog:
        """Make an empty catalog at `path`, stamped with what made it; it appears whole or not at all."""
        marks = sorted({**stamp, "format": FORMAT}.items())
        create(path, SCHEMA + FACTS + ";", [("INSERT INTO meta VALUES (?, ?)", mark) for mark in marks])
        return cls(path, writable=True)

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded in by the last one to close."""
        self._db.close()

    # What the archive is

    def meta(self) -> dict[str, str]:
        """Return the stamp and the marks kept with it."""
        return {str(name): str(value) for name, value in self._db.rows("SELECT name, value FROM meta")}

    def dimension(self) -> int:
        """Return how many numbers each vector has."""
        ((value,),) = self._db.rows("SELECT value FROM meta WHERE name = 'dimension'")
        return int(value)

    def mark(self, **marks: str) -> None:
        """Keep marks, all or none."""
        with self._db.transaction() as db:
            _mark(db, marks)

    def counts(self) -> Counts:
        """Return how much is live, and how much waits to be indexed."""
        by_status = dict(self._db.rows("SELECT status, count(*) FROM articles GROUP BY status"))
        return Counts(
            articles=by_status.get(Status.LIVE, 0),
            pending=by_status.get(Status.PENDING, 0),
            superseded=by_status.get(Status.SUPERSEDED, 0),
            passages=self.passage_count(),
        )

    def passage_count(self) -> int:
        """Return how many passages live articles have."""
        ((count,),) = self._db.rows("SELECT count(*) FROM passages JOIN articles ON articles.key = article WHERE status = 'live'")
        return int(count)

    def sentence_counts(self) -> tuple[int, int]:
        """Return how many sentences live articles have, and how many of them are damaged."""
        ((count, damaged),) = self._db.rows(
            "SELECT count(*), count(nullif(damage, '')) FROM sentences JOIN articles ON key = article WHERE status = 'live'"
        )
        return count, damaged

    def check(self) -> str:
        """Return "" if SQLite finds the file whole, or what it found."""
        (found,) = self._db.rows("PRAGMA quick_check(1)")
        return "" if found[0] == "ok" else str(found[0])

    def sources(self) -> list[SourceRow]:
        """Return what the live articles come from: one row per publisher and language."""
        rows = self._db.rows(
            "SELECT publisher, language, count(*), coalesce(min(nullif(published, '')), ''), max(published), sum(published = '') "
            "FROM articles WHERE status = 'live' GROUP BY publisher, language ORDER BY publisher, language"
        )
        return [SourceRow(*row) for row in rows]

    def without(self, column: str) -> int:
        """Return how many live articles lack "published" or "language"."""
        assert column in ("published", "language")
        ((count,),) = self._db.rows(f"SELECT count(*) FROM articles WHERE status = 'live' AND {column} = ''")
        return int(count)

    # Writing, in the order of one ingest

    def digest_of(self, article_id: str) -> str:
        """Return the digest of the newest live or pending version of an article, or ""."""
        rows = self._db.rows(
            "SELECT digest FROM articles WHERE id = ? AND status IN ('live', 'pending') ORDER BY version DESC LIMIT 1",
            (article_id,),
        )
        return str(next(iter(rows), ("",))[0])

    def stage(self, articles: Iterable[tuple[Segmented, Forms, Sequence[Forms]]]) -> None:
        """Keep articles, each with the forms of its title and sentences, as pending: safe on disk, not yet searched."""
        with self._db.transaction() as db:
            for segmented, title, matched in articles:
                _insert(db, segmented, title, matched)

    def pending(self) -> list[int]:
        """Return the keys of the articles that are staged and not yet live."""
        return [key for (key,) in self._db.rows("SELECT key FROM articles WHERE status = 'pending' ORDER BY key")]

    def passages_of(self, articles: Sequence[int]) -> list[StagedPassage]:
        """Return the passages of some articles, in order, with the text and forms of their sentences."""
        embedded = dict(self._db.where_in("SELECT key, embedded FROM passages WHERE article IN ({})", articles))
        rows = groupby((row for row in self._sentence_rows("article", articles) if row.passage is not None), key=attrgetter("passage"))
        grouped = ((key, tuple(sentences)) for key, sentences in rows)
        return [StagedPassage(key, sentences[0].article_key, sentences, embedded[key]) for key, sentences in grouped]

    def titles_of(self, articles: Sequence[int]) -> dict[int, Forms]:
        """Return the forms of each article's title by key."""
        rows = self._db.where_in("SELECT key, title_stems, title_english FROM articles WHERE key IN ({})", articles)
        return {key: Forms(own, english) for key, own, english in rows}

    def keep_vectors(self, passages: Iterable[Embedded]) -> None:
        """Keep the vectors of passages' sentences."""
        with self._db.transaction() as db:
            _keep_vectors(db, passages)

    def articles_by_key(self, keys: Sequence[int]) -> dict[int, ArticleRow]:
        """Return articles with their blocks and sentences, whatever their status, by key."""
        articles = {row[0]: article_of(row) for row in self._db.where_in(f"SELECT {_ARTICLE} FROM articles WHERE key IN ({{}})", keys)}
        blocks: dict[int, list[Block]] = {key: [] for key in articles}
        for key, kind, *rest in self._db.where_in(
            "SELECT article, kind, start, end, language FROM blocks WHERE article IN ({}) ORDER BY article, number", keys
        ):
            blocks[key].append(Block(BlockKind(kind), *rest))
        sentences: dict[int, list[Sentence]] = {key: [] for key in articles}
        for row in self._sentence_rows("article", keys):
            sentences[row.article_key].append(row.sentence)
        return {key: ArticleRow(article, tuple(blocks[key]), tuple(sentences[key])) for key, article in articles.items()}

    def keep_facts(self, facts: Mapping[int, Iterable[tuple[int, str]]]) -> None:
        """Keep what was read in the sentences of articles, by article key, instead of what was read before."""
        with self._db.transaction() as db:
            db.execute(FACTS)
            db.executemany("DELETE FROM facts WHERE article = ?", [(key,) for key in facts])
            db.executemany("INSERT INTO facts VALUES (?, ?, ?)", [(key, *fact) for key, found in facts.items() for fact in found])

    def facts_of(self, article_id: str, version: int) -> dict[int, str]:
        """Return what was read in the sentences of an article, by sentence number."""
        query = "SELECT number, said FROM facts JOIN articles ON key = article WHERE id = ? AND version = ?"
        return dict(self._db.rows(query, (article_id, version)))

    # Making anew what models, rules and lists gave

    def cut_otherwise(self) -> list[int]:
        """Return the keys of live articles that another splitter has cut."""
        rows = self._db.rows("SELECT key FROM articles WHERE status = 'live' AND splitter <> ? ORDER BY key", (SPLITTER,))
        return [key for (key,) in rows]

    def without_renewed(self, limit: int) -> list[int]:
        """Return the keys of some articles that are searched, or soon will be, and have passages without renewed vectors."""
        rows = self._db.rows(
            "SELECT DISTINCT article FROM passages JOIN articles ON articles.key = article "
            "WHERE status IN ('live', 'pending') AND passages.key NOT IN (SELECT passage FROM renewed) ORDER BY article LIMIT ?",
            (limit,),
        )
        return [key for (key,) in rows]

    def keep_renewed(self, passages: Iterable[Embedded]) -> None:
        """Keep another model's vectors beside those that are in use."""
        with self._db.transaction() as db:
            rows = [(found.passage, blob_of(found.vectors), found.digest) for found in passages]
            db.executemany("INSERT OR REPLACE INTO renewed VALUES (?, ?, ?)", rows)

    def forget_renewed(self) -> None:
        """Throw away another model's vectors."""
        with self._db.transaction() as db:
            db.execute("DELETE FROM renewed")

    def use_renewed(self, **marks: str) -> None:
        """Put the other model's vectors in the place of those in use, and keep `marks`, all at once."""
        with self._db.transaction() as db:
            db.execute("UPDATE passages SET vectors = NULL, embedded = '' WHERE key NOT IN (SELECT passage FROM renewed)")
            db.execute(
                "UPDATE passages SET vectors = renewed.vectors, embedded = renewed.embedded FROM renewed "
                "WHERE renewed.passage = passages.key"
            )
            db.execute("DELETE FROM renewed")
            _mark(db, marks)

    def keep_forms(self, sentences: Iterable[SentenceRow], titles: Mapping[int, Forms], passages: Iterable[Embedded]) -> None:
        """Keep new forms of sentences and of titles by article key, and new vectors, all at once."""
        with self._db.transaction() as db:
            rows = [(row.forms.own, row.forms.english, row.article_key, row.sentence.number) for row in sentences]
            db.executemany("UPDATE sentences SET stems = ?, english = ? WHERE article = ? AND number = ?", rows)
            given = [(forms.own, forms.english, key) for key, forms in titles.items()]
            db.executemany("UPDATE articles SET title_stems = ?, title_english = ? WHERE key = ?", given)
            _keep_vectors(db, passages)

    def publish(self, articles: Sequence[int]) -> list[int]:
        """Make pending articles live and their earlier versions superseded; return the latter's keys."""
        with self._db.transaction() as db:
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
        with self._db.transaction() as db:
            keys = [key for (key,) in db.execute("SELECT key FROM articles WHERE id = ?", (article_id,)).fetchall()]
            db.execute("UPDATE articles SET status = 'removed' WHERE id = ?", (article_id,))
        return keys

    def removed(self) -> list[int]:
        """Return the keys of tombstones not yet purged."""
        return [key for (key,) in self._db.rows("SELECT key FROM articles WHERE status = 'removed'")]

    def purge(self, articles: Sequence[int]) -> None:
        """Delete articles with all that hangs on them; the bytes are overwritten on disk."""
        with self._db.transaction() as db:
            db.executemany("DELETE FROM articles WHERE key = ?", [(key,) for key in articles])
        # With a reader in its way the log is folded in later, by whoever closes the archive last.
        self._db.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    # Reading

    def vectors(self) -> tuple[list[int], Matrix]:
        """Return the keys of all live passages and their vectors, shape (len(keys), dimension)."""
        rows = self._db.rows(
            "SELECT passages.key, vectors FROM passages JOIN articles ON articles.key = article "
            "WHERE status = 'live' AND vectors IS NOT NULL ORDER BY passages.key"
        )
        return [key for key, _ in rows], means_of([blob for _, blob in rows], self.dimension())

    def vectors_of(self, articles: Sequence[int]) -> tuple[list[int], Matrix]:
        """Return the keys and vectors of the passages of some articles, live or not."""
        rows = self._db.where_in("SELECT key, vectors FROM passages WHERE article IN ({}) AND vectors IS NOT NULL ORDER BY key", articles)
        return [key for key, _ in rows], means_of([blob for _, blob in rows], self.dimension())

    def live_keys(self) -> list[int]:
        """Return the keys of all live articles."""
        return [key for (key,) in self._db.rows("SELECT key FROM articles WHERE status = 'live' ORDER BY key")]

    def data_version(self) -> int:
        """Return a number that changes when another process has written to the catalog."""
        ((version,),) = self._db.rows("PRAGMA data_version")
        return int(version)

    def passage_keys_of(self, articles: Sequence[int]) -> list[int]:
        """Return the keys of all passages of some articles."""
        return [key for (key,) in self._db.where_in("SELECT key FROM passages WHERE article IN ({}) ORDER BY key", articles)]

    def passages_around(self, passages: Sequence[int]) -> list[SentenceRow]:
        """Return the sentences of passages and of their neighbours, live articles only.

        Passages of one article have consecutive keys, so the neighbours are the keys beside.
        """
        wanted = sorted({key + step for key in passages for step in (-1, 0, 1)})
        return self._sentence_rows("passage", wanted, live_only=True)

    def live_articles(self, keys: Sequence[int]) -> dict[int, Article]:
        """Return the live ones among some articles, by key."""
        rows = self._db.where_in(f"SELECT {_ARTICLE} FROM articles WHERE status = 'live' AND key IN ({{}})", keys)
        return {row[0]: article_of(row) for row in rows}

    def find(self, article_id: str) -> ArticleRow | None:
        """Return the live version of an article with its blocks and sentences, or None."""
        rows = self._db.rows(f"SELECT {_ARTICLE} FROM articles WHERE id = ? AND status = 'live'", (article_id,))
        if not rows:
            return None
        article = article_of(rows[0])
        blocks = self._db.rows("SELECT kind, start, end, language FROM blocks WHERE article = ? ORDER BY number", (rows[0][0],))
        sentences = tuple(row.sentence for row in self._sentence_rows("article", [rows[0][0]]))
        return ArticleRow(article, tuple(Block(BlockKind(kind), *rest) for kind, *rest in blocks), sentences)

    def ids_like(self, beginning: str, limit: int) -> list[str]:
        """Return ids of live articles that begin with, or else contain, some text."""
        pattern = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        rows = self._db.rows(
            "SELECT id FROM articles WHERE status = 'live' AND id LIKE ? ESCAPE '\\' ORDER BY (id LIKE ? ESCAPE '\\') DESC, id LIMIT ?",
            (f"%{pattern}%", f"{pattern}%", limit),
        )
        return [article_id for (article_id,) in rows]

    def extent(self) -> tuple[int, str, str, tuple[str, ...]]:
        """Return what a search of everything covers: articles, first and last date, languages."""
        ((count, first, last),) = self._db.rows(
            "SELECT count(*), coalesce(min(nullif(published, '')), ''), coalesce(max(published), '') FROM articles WHERE status = 'live'"
        )
        languages = self._db.rows("SELECT DISTINCT language FROM articles WHERE status = 'live' AND language <> '' ORDER BY language")
        return count, first, last, tuple(language for (language,) in languages)

    # Sentences

    def _sentence_rows(self, column: str, keys: Sequence[int], *, live_only: bool = False) -> list[SentenceRow]:
        status = "AND status = 'live'" if live_only else ""
        rows = self._db.where_in(
            "SELECT article, passage, number, start, end, kind, sentences.language, damage, stems, english "
            f"FROM sentences JOIN articles ON articles.key = article WHERE {column} IN ({{}}) {status} ORDER BY article, number",
            keys,
        )
        # Each text once, and cut here: SQLite would count its way through the whole text for every sentence.
        texts = dict(self._db.where_in("SELECT key, text FROM articles WHERE key IN ({})", sorted({row[0] for row in rows})))
        passages = sorted({row[1] for row in rows if row[1] is not None})
        blobs = self._db.where_in("SELECT key, vectors FROM passages WHERE key IN ({})", passages)
        size = 2 * self.dimension()
        vectors = {key: slices_of(blob, size) for key, blob in blobs}
        none = slices_of(None, size)
        return [sentence_row_of(row, texts[row[0]], next(vectors.get(row[1], none))) for row in rows]


def _insert(db: Connection, segmented: Segmented, title: Forms, matched: Sequence[Forms]) -> None:
    """Put an article in as pending, with its blocks, passages and sentences, as the next version of its id."""
    article = segmented.article
    (latest,) = db.execute("SELECT coalesce(max(version), 0) FROM articles WHERE id = ?", (article.id,)).fetchone()
    row = db.execute(
        "INSERT INTO articles (id, version, status, title, publisher, byline, published, language, url, text, digest, ingested, "
        "splitter, title_stems, title_english) VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article.id, latest + 1, article.title, article.publisher, article.byline, article.published.date, article.language,
         article.url, article.text, segmented.digest, datetime.now(UTC).isoformat(timespec="seconds"),
         SPLITTER, title.own, title.english),
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
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (key, s.number, s.start, s.end, s.kind, s.language, s.damage, form.own, form.english, passage_of.get(s.number))
            for s, form in zip(segmented.sentences, matched, strict=True)
        ],
    )


def _mark(db: Connection, marks: Mapping[str, str]) -> None:
    db.executemany("INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", sorted(marks.items()))


def _keep_vectors(db: Connection, passages: Iterable[Embedded]) -> None:
    rows = [(blob_of(found.vectors), found.digest, found.passage) for found in passages]
    db.executemany("UPDATE passages SET vectors = ?, embedded = ? WHERE key = ?", rows)
