"""The archive: open it, ingest into it, search it, look a sentence up.

Many may read while one writes. A reader never opens Chroma while a writer is at work, because two
processes must not share Chroma's files; it then compares with the catalog's own copy of the vectors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from vectorstore.catalog import Catalog
from vectorstore.chroma import ChromaIndex, ExactIndex
from vectorstore.embedding import Embedder, Matrix
from vectorstore.errors import ArchiveError, ArchiveMismatch, ArchiveMissing, ArchiveUnusable, QueryUnusable, StorageFailed, UnknownArticle
from vectorstore.facts import SentenceFacts
from vectorstore.facts.keeping import unpacked
from vectorstore.ingesting import VECTORS, WORDS, Ingest, Progress, Report, discard_indexes, is_dirty
from vectorstore.language import BOKMAAL, ENGLISH, detect
from vectorstore.lexical import View, WordIndex
from vectorstore.locking import is_being_written, writing
from vectorstore.own_matching import OwnMatching, matching_of
from vectorstore.ranking import Candidates, Sought, inverse_frequencies, score_sentences
from vectorstore.reading import Sources
from vectorstore.reading.decoding import clean
from vectorstore.records import ArticleRow, Counts, SentenceRow, SourceRow
from vectorstore.stamp import require_match, stamp_of
from vectorstore.types import Article, Hit, Scores, Sentence
from vectorstore.words import Word, content_words, stems, words

CATALOG = "catalog.sqlite"
LONGEST_QUERY = 10_000
"""Characters of a query; a question is a sentence, not a document."""

_PASSAGES_BY_WORDS, _PASSAGES_BY_VECTOR, _ARTICLES = 60, 40, 50


@dataclass(frozen=True, slots=True)
class Extent:
    """What a search covered; dates are (partial) ISO, "" where no article has one."""

    articles: int
    first: str
    last: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it is searched for: the stems sought in its own language and in English.

    `words` are its content words as asked, `in_english` those of their English that are others. `unknown` are its names, folded,
    that stand nowhere in the archive in either form.
    """

    text: str
    language: str
    words: tuple[str, ...]
    in_english: tuple[str, ...]
    unknown: frozenset[str]
    own: Sought
    english: Sought
    vector: Matrix


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a search: hits, in reading order, and the query as it was understood."""

    query: Query
    hits: tuple[Hit, ...]


class Archive:
    """An archive that is open for reading; `with Archive.open(folder, embedder) as archive: ...`."""

    def __init__(self, folder: Path, catalog: Catalog, embedder: Embedder) -> None:
        self.folder, self.catalog, self._embedder = folder, catalog, embedder
        # Read before the indexes are opened: what is written in between must count as news.
        self._seen = catalog.data_version()
        self._extent: Extent | None = None
        self._matching = OwnMatching(folder, catalog)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> Archive:
        """Open for reading; raises ArchiveMissing, ArchiveMismatch or another ArchiveUnusable."""
        catalog = open_catalog(folder)
        try:
            require_match(catalog.meta(), embedder)
            _require_words(folder)
        except ArchiveError:
            catalog.close()
            raise
        return cls(folder, catalog, embedder)

    def close(self) -> None:
        """Close the catalog, and the vector index if it was opened."""
        if "_vectors" in self.__dict__:
            self._vectors.close()
        self.catalog.close()

    def __enter__(self) -> Archive:
        """Return the open archive."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    # Searching, a rung at a time

    def search(self, text: str, *, language: str = "") -> Found:
        """Return the sentences of live articles that may answer `text`, with their scores, in reading order.

        Which of them is best depends on what is asked, and is for the caller to weigh. Raises QueryUnusable
        if the text is empty, too long, or has no letter or digit.
        """
        self._refresh()
        query = self._understand(text, language)
        candidates = self._candidates(query)
        scored = score_sentences(candidates, query.own, query.english, query.vector)
        return Found(query, self._hits(candidates.rows, scored))

    def english(self, text: str, language: str) -> str:
        """Return a text's English, in which both languages are compared: itself, or its gloss."""
        return self._matching.now.english(text, language)

    def _understand(self, text: str, language: str) -> Query:
        if len(text) > LONGEST_QUERY:
            raise QueryUnusable(
                f"the question has {len(text)} characters; at most {LONGEST_QUERY} can be asked", "ask it in a sentence or two"
            )
        found = words(text)
        if not found:
            raise QueryUnusable("the question has no word to search for", "ask with words or numbers")
        language = language or detect(text, default=BOKMAAL)
        own, foreign = self._matching.now.asked(text, language)
        sought = tuple(word.form for word in content_words(found) or found)
        return Query(
            text,
            language,
            sought,
            tuple(dict.fromkeys(word.form for word in content_words(words(self.english(text, language))) if word.form not in sought)),
            frozenset(word.form for word in found if word.is_name and not self._stands(word, language)),
            self._sought(View.OWN, own),
            self._sought(View.ENGLISH, foreign),
            self._vector(self._matching.now.embedded(text, language)),
        )

    def _vector(self, text: str) -> Matrix:
        vector = self._embedder.embed_query(text)
        if vector.shape != (self.catalog.dimension(),):
            raise ArchiveMismatch(
                f"the archive's vectors have {self.catalog.dimension()} numbers, those of {self._embedder.name} have {vector.size}",
                "`belegg reindex --model NAME` goes over to another model",
            )
        return vector

    def _sought(self, view: View, stems: Sequence[str]) -> Sought:
        rarity = inverse_frequencies(self._words.frequencies(view, stems), self._words.count())
        return Sought(rarity, self._words.articles(view, stems, _ARTICLES))

    def _stands(self, name: Word, language: str) -> bool:
        """Whether a name of the question stands anywhere in the archive, in any language."""
        own = {*stems([name], BOKMAAL), *stems([name], ENGLISH)}
        _, foreign = self._matching.now.asked(name.text, language)
        return any(self._words.frequencies(View.OWN, own).values()) or any(self._words.frequencies(View.ENGLISH, foreign).values())

    def _candidates(self, query: Query) -> Candidates:
        passages = {
            *self._words.passages(View.OWN, list(query.own.rarity), _PASSAGES_BY_WORDS),
            *self._words.passages(View.ENGLISH, list(query.english.rarity), _PASSAGES_BY_WORDS),
            *self._vectors.nearest(query.vector, _PASSAGES_BY_VECTOR),
        }
        return Candidates(self.catalog.passages_around(sorted(passages)), frozenset(passages))

    def _hits(self, rows: Sequence[SentenceRow], scored: Sequence[tuple[SentenceRow, Scores]]) -> tuple[Hit, ...]:
        articles = self.catalog.live_articles(sorted({row.article_key for row, _ in scored}))
        beside = dict(_with_neighbours(rows))
        return tuple(
            Hit(articles[row.article_key], row.sentence, scores, 0.0, *beside[row.article_key, row.sentence.number])
            for row, scores in scored
            if row.article_key in articles
        )

    # Looking up

    def article(self, article_id: str) -> ArticleRow:
        """Return a live article with its blocks and sentences; raises UnknownArticle."""
        article_id = clean(article_id)
        found = self.catalog.find(article_id)
        if found is None:
            near = self.catalog.ids_like(article_id, 3)
            hint = f"did you mean {', '.join(near)}?" if near else "`belegg sources --articles` lists the ids"
            raise UnknownArticle(f"no article {article_id!r} in the archive", hint)
        return found

    def facts(self, hit: Hit) -> SentenceFacts:
        """Return what was read in a hit's sentence when it was taken in: numbers, times, speakers, hedges."""
        kept = self.catalog.facts_of(hit.article.id, hit.article.version)
        return unpacked(kept.get(hit.sentence.number, ""), hit.sentence.text)

    def extent(self) -> Extent:
        """Return what a search of everything covers."""
        self._refresh()
        if self._extent is None:
            self._extent = Extent(*self.catalog.extent())
        return self._extent

    def counts(self) -> Counts:
        """Return how much the archive holds."""
        return self.catalog.counts()

    def articles(self) -> list[Article]:
        """Return all live articles, by id."""
        return sorted(self.catalog.live_articles(self.catalog.live_keys()).values(), key=lambda article: article.id)

    def sources(self) -> list[SourceRow]:
        """Return where the live articles come from."""
        return self.catalog.sources()

    # Indexes

    def _refresh(self) -> None:
        """See what a writer has done since; from then on vectors are compared in the catalog's own copy."""
        version = self.catalog.data_version()
        if version == self._seen:
            return
        require_match(self.catalog.meta(), self._embedder)
        self._seen, self._extent = version, None
        self._words.reload()
        self._vectors.close()
        self._vectors = ExactIndex(*self.catalog.vectors())

    @cached_property
    def _words(self) -> WordIndex:
        return WordIndex(self.folder / WORDS)

    @cached_property
    def _vectors(self) -> ChromaIndex | ExactIndex:
        """Chroma if it is whole and nobody writes to it; else the catalog's vectors, with the same answers."""
        if is_dirty(self.catalog) or is_being_written(self.folder):
            return ExactIndex(*self.catalog.vectors())
        return self._whole_chroma() or ExactIndex(*self.catalog.vectors())

    def _whole_chroma(self) -> ChromaIndex | None:
        """Chroma, or None if it fails or lacks something: `belegg doctor` says what, and questions are answered without."""
        index: ChromaIndex | None = None
        try:
            index = ChromaIndex(self.folder / VECTORS)
            if index.count() == self.catalog.passage_count():
                return index
        except StorageFailed:
            pass
        if index is not None:
            index.close()
        return None


def _with_neighbours(rows: Sequence[SentenceRow]) -> Iterator[tuple[tuple[int, int], tuple[Sentence | None, Sentence | None]]]:
    """Each sentence's article and number, with the sentences before and after it; rows are in reading order."""
    for place, row in enumerate(rows):
        before, after = (rows[at] if 0 <= at < len(rows) else None for at in (place - 1, place + 1))
        yield (
            (row.article_key, row.sentence.number),
            (
                before.sentence if before and before.article_key == row.article_key else None,
                after.sentence if after and after.article_key == row.article_key else None,
            ),
        )


@contextmanager
def open_for_writing(folder: Path, embedder: Embedder, *, from_scratch: bool = False) -> Iterator[Ingest]:
    """Hold the write lock and yield the writer, making the archive if there is none.

    `from_scratch` makes both indexes anew from the catalog.

    Raises ArchiveLocked within a second if another process writes, and StorageFailed if the folder can't
    be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed(f"the archive folder {folder} can't be made: {error.strerror}", "choose another with --archive") from error
    with writing(folder), closing(_open_or_create(folder, embedder)) as catalog:
        require_match(catalog.meta(), embedder)
        if from_scratch:
            discard_indexes(folder)
        with closing(Ingest(folder, catalog, embedder, matching_of(folder, catalog.meta()))) as writer:
            yield writer


def ingest(folder: Path, embedder: Embedder, sources: Sources, progress: Progress) -> Report:
    """Take `sources` into the archive in `folder`."""
    with open_for_writing(folder, embedder) as writer:
        return writer.run(sources, progress)


def open_catalog(folder: Path) -> Catalog:
    """Open the catalog of an archive for reading; raises ArchiveMissing."""
    path = folder / CATALOG
    if not path.is_file():
        raise ArchiveMissing(f"there is no archive in {folder}", "make one with `belegg ingest PATH`, or name another with --archive")
    return Catalog(path, writable=False)


def _open_or_create(folder: Path, embedder: Embedder) -> Catalog:
    path = folder / CATALOG
    return Catalog(path, writable=True) if path.is_file() else Catalog.create(path, stamp_of(embedder))


def _require_words(folder: Path) -> None:
    if not WordIndex.exists(folder / WORDS):
        raise ArchiveUnusable(f"the word index of {folder} is missing", "`belegg doctor --fix` makes it anew from the catalog")
