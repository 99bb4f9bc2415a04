"""Filling a catalog without a writer, one step at a time."""

from __future__ import annotations

import numpy as np

from tests.fakes import WordEmbedder
from vectorstore import Article
from vectorstore.catalog import Catalog
from vectorstore.embedding import Matrix
from vectorstore.glossary import glosser
from vectorstore.matching import Forms, Matching
from vectorstore.segmenting import Segmented, segment
from vectorstore.vectors import embed_passages

STAMP = {"model": "first-letters", "dimension": "32"}
MATCHING = Matching(glosser())


def stage(catalog: Catalog, *articles: Article) -> list[int]:
    """Stage articles and return all keys that are pending."""
    catalog.stage(map(with_forms, articles))
    return catalog.pending()


def keep(catalog: Catalog, *articles: Article) -> list[int]:
    """Stage, embed and publish articles; return their keys."""
    keys = stage(catalog, *articles)
    catalog.keep_vectors(embed_passages(catalog.passages_of(keys), WordEmbedder(), MATCHING))
    catalog.publish(keys)
    return keys


def with_forms(article: Article) -> tuple[Segmented, Forms, list[Forms]]:
    """An article cut up, with the forms of its title and of its sentences: what is staged."""
    cut = segment(article)
    title = MATCHING.forms(cut.article.title, cut.article.language)
    return cut, title, [MATCHING.forms(sentence.text, sentence.language) for sentence in cut.sentences]


def unit_rows(count: int, *, seed: int = 3) -> Matrix:
    """Unit vectors of the stamp's dimension, no two alike."""
    rows = np.random.default_rng(seed).normal(size=(count, int(STAMP["dimension"]))).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))
