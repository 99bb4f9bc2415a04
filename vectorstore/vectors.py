"""Passages -> the vectors of their sentences, and whether those that are kept are still the right ones.

Each sentence is embedded by itself, and its passage is the mean of its sentences. Pooled from one pass over the whole
passage, a sentence's vector knows its neighbours; it answers questions no better and finds a twin in the other
language worse (`docs/quality.md`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from vectorstore.embedding import Embedder
from vectorstore.matching import Matching
from vectorstore.records import Embedded, StagedPassage


def embedded_texts(passage: StagedPassage, matching: Matching) -> list[str]:
    """Return what is embedded of each sentence of a passage."""
    return [matching.embedded(row.sentence.text, row.sentence.language) for row in passage.sentences]


def digest_of(texts: Sequence[str]) -> str:
    """Return a hash of what was embedded: another one means that the vectors are out of date."""
    return hashlib.sha256("\x00".join(texts).encode()).hexdigest()[:32]


def embed_passages(passages: Sequence[StagedPassage], embedder: Embedder, matching: Matching) -> list[Embedded]:
    """Return the vectors of each passage's sentences, each sentence embedded by itself."""
    texts = [embedded_texts(passage, matching) for passage in passages]
    vectors = embedder.embed_documents([text for some in texts for text in some])
    found, at = [], 0
    for passage, some in zip(passages, texts, strict=True):
        found.append(Embedded(passage.key, vectors[at : at + len(some)], digest_of(some)))
        at += len(some)
    return found
