"""Rows as the catalog hands them out: frozen, one class per question asked of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vectorstore.embedding import Matrix
from vectorstore.matching import Forms
from vectorstore.types import Article, Block, Sentence


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A live article with its blocks and sentences."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence where it stands: its article, its passage (None if it is no evidence), its forms."""

    article_key: int
    passage: int | None
    sentence: Sentence
    forms: Forms
    blob: bytes

    @property
    def vector(self) -> Matrix:
        """The sentence's vector, shape (dimension,); empty if it has none."""
        return np.frombuffer(self.blob, dtype=np.float16).astype(np.float32)


@dataclass(frozen=True, slots=True)
class StagedPassage:
    """A passage on its way into the indexes; `embedded` is a hash of what was embedded of it, "" if nothing was yet."""

    key: int
    article_key: int
    sentences: tuple[SentenceRow, ...]
    embedded: str = ""

    @property
    def forms(self) -> Forms:
        """The forms of its sentences, to be indexed."""
        return Forms(*(" ".join(parts) for parts in zip(*((row.forms.own, row.forms.english) for row in self.sentences), strict=True)))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the catalog holds; `articles` are the live ones, and `passages` theirs."""

    articles: int
    pending: int
    superseded: int
    passages: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Live articles of one publisher in one language; dates are (partial) ISO, "" if none is known."""

    publisher: str
    language: str
    articles: int
    first: str
    last: str
    undated: int


@dataclass(frozen=True, slots=True)
class Embedded:
    """A passage's new vectors, one row per sentence, and the hash of what was embedded."""

    passage: int
    vectors: Matrix
    digest: str
