"""Question sets -> the features of every candidate sentence, and which of them are right."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import base_features, table_of, text_features
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

    def questions(self, *, answerable: bool = True) -> list[dict[str, Any]]:
        lines = (self.folder / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        return [question for question in map(json.loads, lines) if question["answerable"] == answerable]

    def sample(self, most: int) -> list[dict[str, Any]]:
        """At most that many answerable questions with evidence, evenly from the whole set."""
        usable = [question for question in self.questions() if question["evidence"]]
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


def _asked(archive: Archive, question: Mapping[str, Any]) -> Asked:
    read = read_question(question["question"])
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
        np.array([is_right(question, hit) for hit in hits], dtype=bool),
        str(question["evidence"][0]["doc"]),
    )


def is_right(question: Mapping[str, Any], hit: Hit) -> bool:
    """Whether a hit is the evidence of a question."""
    return is_right_text(question, hit.article.id, hit.sentence.text)


def is_right_text(question: Mapping[str, Any], article: str, text: str) -> bool:
    """Whether a sentence is the evidence: of its article, and the same but for the split.

    One contains the other, or they share 60 % of their words (F1); and an answer string, where the set has
    any, must stand in it.
    """
    golds = [e["text"] for e in question["evidence"] if e["doc"] == article]
    if not any(not gold or _same(gold, text) for gold in golds):
        return False
    answers = [_plain(answer) for answer in question["answers"] if _plain(answer)]
    if not answers or not question.get("span_in_evidence", True):
        return True
    return any(answer in _plain(text) for answer in answers)


def contains_evidence(question: Mapping[str, Any], article: str, text: str) -> bool:
    """Whether a chunk of an article holds the whole evidence sentence of a question."""
    return any(e["doc"] == article and _plain(e["text"]) in _plain(text) for e in question["evidence"])


def _same(gold: str, text: str) -> bool:
    first, second = _plain(gold), _plain(text)
    if first in second or second in first:
        return True
    mine, theirs = Counter(first.split()), Counter(second.split())
    shared = sum((mine & theirs).values())
    return 2 * shared >= 0.6 * (sum(mine.values()) + sum(theirs.values()))


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def shares(asked: Sequence[Asked], weights: NDArray[np.float64], ranks: Sequence[int] = (1, 3, 10)) -> tuple[float, ...]:
    """Return the share of questions whose right sentence is among the first of each rank."""
    found = np.zeros(len(ranks))
    for one in asked:
        order = np.argsort(-(one.features @ weights), kind="stable")
        found += [one.right[order[:rank]].any() for rank in ranks]
    return tuple(float(share) for share in found / max(len(asked), 1))
