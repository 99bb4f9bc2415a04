"""The write path: articles in, articles out, and what a crash left half done.

The order makes every step repeatable. An article is staged in the catalog (safe on disk), embedded, put
into both indexes, and only then made live, in the same transaction that supersedes its earlier version. A
kill between any two steps leaves either the old state or staged articles, which the next run finishes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vectorstore.catalog import Catalog
from vectorstore.chroma import ChromaIndex
from vectorstore.embedding import Embedder
from vectorstore.errors import StorageFailed, UnknownArticle
from vectorstore.lexical import WordIndex
from vectorstore.matching import Forms, Matching
from vectorstore.reading import Item
from vectorstore.reading.decoding import clean
from vectorstore.records import SentenceRow, StagedPassage
from vectorstore.segmenting import Segmented, as_given, digest, segment
from vectorstore.tables import blob_of, means_of
from vectorstore.types import Article, Doubtful, Skipped
from vectorstore.vectors import digest_of, embed_passages, embedded_texts

WORDS, VECTORS = "words", "vectors"
"""Folders of the two indexes inside an archive."""

_BATCH_ARTICLES = 64
_BATCH_CHARACTERS = 500_000


@dataclass(slots=True)
class Report:
    """What an ingest did; `read` counts the articles seen, changed or not."""

    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    doubtful: list[Doubtful] = field(default_factory=list)


Progress = Callable[[Report], None]
"""Called after each batch with the report so far."""


class Ingest:
    """One writer's work on an archive; the caller holds the write lock."""

    def __init__(self, folder: Path, catalog: Catalog, embedder: Embedder, matching: Matching) -> None:
        self._catalog, self._embedder, self._matching = catalog, embedder, matching
        if is_dirty(catalog):
            ChromaIndex.discard(folder / VECTORS)
        self._words = WordIndex(folder / WORDS)
        self._vectors = _open_vectors(folder / VECTORS)
        self._settle()

    def close(self) -> None:
        """Give the indexes' files free."""
        self._vectors.close()

    def run(self, items: Iterable[Item], progress: Progress) -> Report:
        """Take in what is new or changed among `items`; what is skipped is reported, never raised."""
        report = Report()
        first_of: dict[str, str] = {}
        for batch in _batches(self._changed(items, report, first_of)):
            self._take(batch)
            progress(report)
        self._catalog.mark(indexing="")
        progress(report)
        return report

    def remove(self, article_id: str) -> int:
        """Take an article and all its versions out everywhere; return how many versions there were."""
        keys = self._catalog.tombstone(clean(article_id))
        if not keys:
            raise UnknownArticle(f"no article {article_id!r} in the archive", "`belegg sources --articles` lists the ids")
        self._drop(keys)
        self._catalog.mark(indexing="")
        return len(keys)

    def cut_anew(self, keys: Sequence[int]) -> None:
        """Cut live articles with this splitter, as a new version each: what was cited keeps its numbers in the old one."""
        articles = self._catalog.live_articles(keys).values()
        self._put_in([segment(as_given(article, self._catalog.digest_of(article.id))) for article in articles])

    def read_anew(self, keys: Sequence[int]) -> None:
        """Read numbers, times, speakers and hedges of articles, live or staged."""
        from vectorstore.facts.reading import facts_of_article

        rows = self._catalog.articles_by_key(keys)
        self._catalog.keep_facts({key: facts_of_article(row.article, row.blocks, row.sentences) for key, row in rows.items()})

    def match_anew(self, keys: Sequence[int]) -> tuple[int, int]:
        """Bring live articles' forms and vectors up to date with glossary, stemmer and own words.

        Returns how many articles had other forms or vectors, and how many sentences were embedded again.
        """
        passages = self._catalog.passages_of(keys)
        renewed = [replace(passage, sentences=tuple(map(self._matched_anew, passage.sentences))) for passage in passages]
        titles, new_titles = self._catalog.titles_of(keys), self._title_forms(keys)
        stale = [passage for passage in renewed if passage.embedded != digest_of(embedded_texts(passage, self._matching))]
        touched = {new.article_key for old, new in zip(passages, renewed, strict=True) if old != new}
        touched |= {passage.article_key for passage in stale} | {key for key in keys if titles[key] != new_titles[key]}
        if touched:
            changed = [passage for passage in renewed if passage.article_key in touched]
            self._replace(changed, stale, {key: new_titles[key] for key in touched})
        return len(touched), sum(len(passage.sentences) for passage in stale)

    def _matched_anew(self, row: SentenceRow) -> SentenceRow:
        return replace(row, forms=self._matching.forms(row.sentence.text, row.sentence.language))

    def _title_forms(self, keys: Sequence[int]) -> dict[int, Forms]:
        articles = self._catalog.live_articles(keys)
        return {key: self._matching.forms(article.title, article.language) for key, article in articles.items()}

    def _replace(self, passages: Sequence[StagedPassage], stale: Sequence[StagedPassage], titles: Mapping[int, Forms]) -> None:
        """Put articles into the indexes again, and only then keep what changed: a kill in between leaves them to be done."""
        self._catalog.mark(indexing="yes")
        embedded = embed_passages(stale, self._embedder, self._matching)
        self._words.replace([], passages, titles)
        if embedded:
            vectors = means_of([blob_of(found.vectors) for found in embedded], self._embedder.dimension)
            self._vectors.add([found.passage for found in embedded], vectors)
        self._catalog.keep_forms([row for passage in passages for row in passage.sentences], titles, embedded)
        self._catalog.mark(indexing="")

    # What changed

    def _changed(self, items: Iterable[Item], report: Report, first_of: dict[str, str]) -> Iterator[Article]:
        for item in items:
            if isinstance(item, Skipped):
                report.skipped.append(item)
            elif isinstance(item, Doubtful):
                report.doubtful.append(item)
            elif self._is_new(item, report, first_of):
                yield item

    def _is_new(self, article: Article, report: Report, first_of: dict[str, str]) -> bool:
        """Whether the article must be taken in; counts it either way.

        Within one run the first text of an id stands: which of two is right, only the user knows.
        """
        report.read += 1
        given = digest(article)
        known = first_of.get(article.id) or self._catalog.digest_of(article.id)
        is_repeat = article.id in first_of
        first_of.setdefault(article.id, given)
        if known == given:
            report.unchanged += 1
            return False
        if is_repeat:
            report.skipped.append(Skipped(article.id, "the same id came earlier in this run with another text; the first was kept"))
            return False
        report.updated += bool(known)
        report.added += not known
        return True

    # Taking in

    def _take(self, articles: Sequence[Article]) -> None:
        self._put_in([segment(article) for article in articles])

    def _put_in(self, articles: Sequence[Segmented]) -> None:
        self._catalog.mark(indexing="yes")
        self._catalog.stage(map(self._with_forms, articles))
        self._finish(self._catalog.pending())

    def _finish(self, keys: Sequence[int]) -> None:
        """Read, embed and index staged articles, then make them live."""
        self.read_anew(keys)
        passages = self._catalog.passages_of(keys)
        kept = set(self._catalog.vectors_of(keys)[0])
        missing = [passage for passage in passages if passage.key not in kept]
        self._catalog.keep_vectors(embed_passages(missing, self._embedder, self._matching))
        self._words.replace([], passages, self._catalog.titles_of(keys))
        indexed, matrix = self._catalog.vectors_of(keys)
        self._vectors.add(indexed, matrix)
        self._forget(self._catalog.publish(keys))

    def _with_forms(self, cut: Segmented) -> tuple[Segmented, Forms, list[Forms]]:
        forms = self._matching.forms
        title = forms(cut.article.title, cut.article.language)
        return cut, title, [forms(sentence.text, sentence.language) for sentence in cut.sentences]

    def _forget(self, keys: Sequence[int]) -> None:
        if keys:
            self._words.replace(keys, [], {})
            self._vectors.remove(self._catalog.passage_keys_of(keys))

    def _drop(self, keys: Sequence[int]) -> None:
        self._catalog.mark(indexing="yes")
        self._forget(keys)
        self._catalog.purge(keys)

    # What a crash left

    def _settle(self) -> None:
        """Make good what a crash left: indexes that differ from the catalog, staged articles, tombstones."""
        counts = self._catalog.counts()
        if self._vectors.count() != counts.passages or self._words.count() != counts.articles + counts.passages:
            self._catalog.mark(indexing="yes")
            self._fill_anew()
        for batch in _chunks(self._catalog.pending()):
            self._finish(batch)
        if removed := self._catalog.removed():
            self._drop(removed)
        if is_dirty(self._catalog):
            self._catalog.mark(indexing="")

    def _fill_anew(self) -> None:
        """Make both indexes from the catalog, which has all they were made from."""
        batches = _chunks(self._catalog.live_keys())
        self._words.refill((self._catalog.passages_of(batch), self._catalog.titles_of(batch)) for batch in batches)
        keys, vectors = self._catalog.vectors()
        self._vectors.keep_only(keys)
        self._vectors.add(keys, vectors)


def is_dirty(catalog: Catalog) -> bool:
    """Whether a writer is at work or was killed at it, so that Chroma's files may not be whole."""
    return bool(catalog.meta().get("indexing"))


def discard_indexes(folder: Path) -> None:
    """Throw both indexes away; the next writer makes them anew from the catalog."""
    ChromaIndex.discard(folder / VECTORS)
    WordIndex.discard(folder / WORDS)


def _open_vectors(folder: Path) -> ChromaIndex:
    """Open Chroma's files, or new ones where they are not whole: the catalog has all they were made from."""
    try:
        index = ChromaIndex(folder)
        index.count()
    except StorageFailed:
        ChromaIndex.discard(folder)
        index = ChromaIndex(folder)
    return index


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if len(batch) == _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _chunks(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(keys), _BATCH_ARTICLES):
        yield keys[at : at + _BATCH_ARTICLES]
