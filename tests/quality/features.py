"""Question sets -> the features of every candidate sentence, and which of them are right."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import evaluation
from assistant.evaluation import SetQuestion, is_right, place_of
from assistant.evidence import base_features, table_of, text_features
from assistant.question_sets import read_set
from assistant.questions import read_question
from assistant.weights import WEIGHTS
from vectorstore import Archive, Embedder, Hit, Sources, ingest

KEPT = 60
"""Candidates of a question that are kept: those best by today's weights."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the table of its weights, its candidates' features by row, which of them are right, and the article it is about."""

    table: str
    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    article: str


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A folder with `articles.jsonl` (or a file `articles-of` that names another's, seen from the folder above) and `questions.jsonl`."""

    folder: Path

    @property
    def articles(self) -> Path:
        own = self.folder / "articles.jsonl"
        return own if own.exists() else (self.folder.parent / (self.folder / "articles-of").read_text().strip()).resolve()

    def questions(self, *, answerable: bool = True) -> list[SetQuestion]:
        return [question for question in read_set(self.folder / "questions.jsonl") if question.answerable == answerable]

    def sample(self, most: int) -> list[SetQuestion]:
        """At most that many answerable questions with evidence, evenly from the whole set."""
        usable = [question for question in self.questions() if question.expected]
        return usable[:: max(1, -(-len(usable) // most))]


def feature_names() -> tuple[str, ...]:
    """All features that some weight table knows, in a fixed order."""
    return tuple(sorted({name for table in WEIGHTS.values() for name in table} | {"exact", "kept", "same_question"}))


def gather(questions: QuestionSet, embedder: Embedder, most: int) -> Iterator[Asked]:
    """Yield at most `most` questions of a set with their candidates, from an archive made for it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "archive")
        ingest(place, embedder, Sources([questions.articles]), lambda _: None)
        with Archive.open(place, embedder) as opened:
            for question in questions.sample(most):
                yield _asked(opened, question)


def _asked(archive: Archive, question: SetQuestion) -> Asked:
    read = read_question(question.text)
    weights = WEIGHTS[table_of(read)]
    found = archive.search(read.text, language=read.language)

    def total(hit: Hit) -> float:
        return sum(weights.get(name, 0.0) * value for name, value in base_features(hit).items())

    hits = sorted((replace(hit, score=total(hit)) for hit in found.hits), key=lambda hit: -hit.score)[:KEPT]
    names = feature_names()
    rows = []
    for hit in hits:
        known = {**base_features(hit), **text_features(read, hit)}
        rows.append([known.get(name, 0.0) for name in names])
    return Asked(
        table_of(read),
        np.array(rows, dtype=np.float64).reshape(len(rows), len(names)),
        np.array([is_right(question, hit.article.id, hit.sentence.text) for hit in hits], dtype=bool),
        question.expected[0].doc_id,
    )


def shares(asked: Sequence[Asked], weights: NDArray[np.float64], ranks: Sequence[int] = (1, 3, 10)) -> tuple[float, ...]:
    """Return the share of questions whose right sentence is among the first of each rank."""
    places = [place_of(one.right[np.argsort(-(one.features @ weights), kind="stable")]) for one in asked]
    return evaluation.shares(places, ranks)
