"""Fakes we own, for what is slow or outside: each simple enough to be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.types import Question
from vectorstore import Hit
from vectorstore.embedding import Matrix

DIMENSION = 32


class WordEmbedder:
    """Embeds a text as how often each letter of the alphabet begins one of its words, made a unit vector.

    Coordinate 0 counts words that begin with "a", 1 those with "b", and so on; all else is coordinate 31.
    """

    name = "first-letters"
    source = ""
    dimension = DIMENSION
    reads_norwegian = False

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        self.embedded.extend(texts)
        rows = np.array([_counts(text) for text in texts], dtype=np.float32).reshape(-1, DIMENSION)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    def embed_query(self, text: str) -> Matrix:
        return self.embed_documents([text])[0]


class LengthReader:
    """Scores a sentence by its length in characters, a hundredth each: the longest comes first."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def scores(self, question: Question, hits: Sequence[Hit]) -> list[float]:
        self.read += [hit.sentence.text for hit in hits]
        return [len(hit.sentence.text) / 100 for hit in hits]


def _counts(text: str) -> list[float]:
    row = [0.0] * DIMENSION
    for word in text.lower().split():
        place = ord(word[0]) - ord("a")
        row[place if 0 <= place < 26 else DIMENSION - 1] += 1.0
    return row
