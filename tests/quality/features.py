"""Question sets -> the features of every candidate sentence, and which of them are right."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant import evaluation
from assistant.evaluation import SetQuestion, is_right, place_of
from assistant.evidence import weigh
from assistant.question_sets import read_set
from assistant.questions import read_question
from assistant.ranking import CrossEncoder, base_features, table_of, text_features
from assistant.ranking.features import CROSS
from assistant.ranking.weights import JOINED, WEIGHTS
from vectorstore import Archive, Embedder, Sources, ingest

KEPT, READ = 60, 40
"""Candidates of a question that are kept, and those of which the text is too: the best by today's weights."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The English of one question and of its first candidates: sentence and context; `answers` are the words that answer, in English."""

    question: str
    candidates: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the table of its weights, its candidates' features by row, which of them are right, and the article it is about.

    `is_known` says whether every name of the question stands in the archive.
    """

    table: str
    features: NDArray[np.float64]
    right: NDArray[np.bool_]
    article: str
    texts: Texts
    type: str
    answerable: bool
    is_known: bool


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


_OTHERS = {"numbered", "early", "damaged", "foreign", "exact", "kept", "same_question"}
"""Features that a table may have found worth nothing."""


def feature_names() -> tuple[str, ...]:
    """All features that some weight table knows, in a fixed order."""
    return tuple(sorted({name for table in (*WEIGHTS.values(), *JOINED.values()) for name in table} - {CROSS} | _OTHERS))


def gather(questions: QuestionSet, embedder: Embedder, most: int, *, with_unanswerable: bool = False) -> Iterator[Asked]:
    """Yield at most `most` answerable questions of a set with their candidates, from an archive made for it; then those without answer."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "archive")
        ingest(place, embedder, Sources([questions.articles]), lambda _: None)
        with Archive.open(place, embedder) as opened:
            unanswerable = questions.questions(answerable=False) if with_unanswerable else []
            for question in [*questions.sample(most), *unanswerable]:
                yield _asked(opened, question)


def _asked(archive: Archive, question: SetQuestion) -> Asked:
    read = read_question(question.text)
    found = archive.search(read.text, language=read.language)
    hits = weigh(read, found).hits[:KEPT]
    names = feature_names()
    rows = []
    for hit in hits:
        known = {**base_features(hit), **text_features(read, hit)}
        rows.append([known.get(name, 0.0) for name in names])
    right = [question.answerable and is_right(question, hit.article.id, hit.sentence.text) for hit in hits]
    reader = CrossEncoder(archive.english)
    texts = Texts(
        archive.english(read.text, read.language),
        tuple(map(reader.texts, hits[:READ])),
        tuple(archive.english(answer, question.language or read.language) for answer in question.answers),
    )
    return Asked(
        table_of(read),
        np.array(rows, dtype=np.float64).reshape(len(rows), len(names)),
        np.array(right, dtype=bool),
        question.expected[0].doc_id if question.expected else next((hit.article.id for hit in hits), ""),
        texts,
        question.type,
        question.answerable,
        not found.query.unknown.intersection(read.names),
    )


def shares(asked: Sequence[Asked], weights: NDArray[np.float64], ranks: Sequence[int] = (1, 3, 10)) -> tuple[float, ...]:
    """Return the share of questions whose right sentence is among the first of each rank."""
    places = [place_of(one.right[np.argsort(-(one.features @ weights), kind="stable")]) for one in asked]
    return evaluation.shares(places, ranks)
