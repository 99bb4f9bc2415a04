"""The ranked word index. The only file that imports tantivy.

Two kinds of document stand in it: passages, and whole articles with their titles. A passage says
where the words stand together; the article says what the text as a whole is about, which a passage
that says "han" and "byen" does not. Words come in already stemmed (`words.py`); no query language is
parsed, so no character of a question means anything to the index.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

import tantivy

from vectorstore.errors import index_failed, is_panic
from vectorstore.matching import Forms
from vectorstore.records import StagedPassage

_TOKENIZER = "stems"


class View(Enum):
    """The two forms in which every text stands in the index (`matching.py`)."""

    OWN = "own"
    ENGLISH = "english"


_FIELDS = {View.OWN: ("own", "own_whole"), View.ENGLISH: ("english", "english_whole")}
"""Of each view, the field of passages and that of whole articles."""

_TITLE_WEIGHT = 2
_WRITER_MEMORY = 32_000_000


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("article", stored=False, indexed=True, fast=True)
    builder.add_unsigned_field("passage", stored=False, indexed=True, fast=True)
    for field in (*_FIELDS[View.OWN], *_FIELDS[View.ENGLISH]):
        builder.add_text_field(field, stored=False, tokenizer_name=_TOKENIZER, index_option="freq")
    return builder.build()


class WordIndex:
    """Stems -> passages and articles, each with its BM25 score."""

    def __init__(self, folder: Path) -> None:
        with _translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._schema = _schema()
            self._index = tantivy.Index(self._schema, path=str(folder))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_TOKENIZER, analyzer)
        self._folder = folder

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether there is an index in `folder`."""
        return folder.is_dir() and bool(tantivy.Index.exists(str(folder)))

    @staticmethod
    def discard(folder: Path) -> None:
        """Throw the index away; the catalog has all it was made from."""
        with _translated(folder):
            if folder.exists():
                shutil.rmtree(folder)

    def replace(self, remove: Sequence[int], passages: Iterable[StagedPassage], titles: Mapping[int, Forms]) -> None:
        """Take the articles in `remove` out and put passages in, as one commit.

        `titles` has the forms of each new article's title by its key. An article that is put in again
        replaces itself, so a repeated call changes nothing.
        """
        with _translated(self._folder):
            writer = self._index.writer(heap_size=_WRITER_MEMORY, num_threads=1)
            for key in {*remove, *titles}:
                # By query: deleting by term finds nothing in an unsigned field, and says nothing.
                writer.delete_documents_by_query(tantivy.Query.term_query(self._schema, "article", key))
            for document in _documents(list(passages), titles):
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()

    def passages(self, view: View, stems: Sequence[str], limit: int) -> dict[int, float]:
        """Return the best passages by key, with their BM25 scores."""
        return self._search(_FIELDS[view][0], "passage", stems, limit)

    def articles(self, view: View, stems: Sequence[str], limit: int) -> dict[int, float]:
        """Return the best articles by key, with their BM25 scores."""
        return self._search(_FIELDS[view][1], "article", stems, limit)

    def frequencies(self, view: View, stems: Iterable[str]) -> dict[str, int]:
        """Return in how many passages each stem stands."""
        with _translated(self._folder):
            searcher = self._index.searcher()
            # By search, because the index's own frequencies count removed passages until it merges.
            found = {stem: searcher.search(self._term(_FIELDS[view][0], stem), 1) for stem in stems}
            return {stem: result.count or 0 for stem, result in found.items()}  # type: ignore[attr-defined]  # its stub lacks it

    def count(self) -> int:
        """Return how many passages and articles it holds."""
        with _translated(self._folder):
            return int(self._index.searcher().num_docs)

    def reload(self) -> None:
        """See what another process has committed since."""
        with _translated(self._folder):
            self._index.reload()

    def refill(self, articles: Iterable[tuple[Sequence[StagedPassage], Mapping[int, Forms]]]) -> None:
        """Put `articles`, whose passages and titles come in batches, in the place of all it holds, as one commit."""
        with _translated(self._folder):
            writer = self._index.writer(heap_size=_WRITER_MEMORY, num_threads=1)
            writer.delete_all_documents()
            for passages, titles in articles:
                for document in _documents(passages, titles):
                    writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()

    def _search(self, field: str, key: str, stems: Sequence[str], limit: int) -> dict[int, float]:
        terms = [(tantivy.Occur.Should, self._term(field, stem)) for stem in dict.fromkeys(stems)]
        with _translated(self._folder):
            searcher = self._index.searcher()
            found = searcher.search(tantivy.Query.boolean_query(terms), limit, count=False).hits
            keys = searcher.fast_field_values(key, [address for _, address in found])
        return {int(at): float(score) for at, (score, _) in zip(keys, found, strict=True) if at is not None}

    def _term(self, field: str, stem: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, stem, index_option="freq")


def _documents(passages: Sequence[StagedPassage], titles: Mapping[int, Forms]) -> Iterator[tantivy.Document]:
    # The title counts twice: it says in few words what the article is about.
    whole = {key: [title] * _TITLE_WEIGHT for key, title in titles.items()}
    for passage in passages:
        whole.setdefault(passage.article_key, []).append(passage.forms)
        yield _document(passage.article_key, 0, [passage.forms], passage=passage.key)
    for article, parts in whole.items():
        yield _document(article, 1, parts)


def _document(article: int, place: int, parts: Sequence[Forms], *, passage: int | None = None) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("article", article)
    if passage is not None:
        document.add_unsigned("passage", passage)
    document.add_text(_FIELDS[View.OWN][place], " ".join(part.own for part in parts))
    document.add_text(_FIELDS[View.ENGLISH][place], " ".join(part.english for part in parts))
    return document


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Say tantivy's errors, which are all ValueError or OSError, and its panics in the archive's own words."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise index_failed("word", folder, error) from error
    except BaseException as error:
        if not is_panic(error):
            raise
        raise index_failed("word", folder, error) from error
