"""The ranker and the confidence on articles they had not seen, and the command as it is shipped: a part of `docs/quality.md`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from assistant.evaluation import SetQuestion, is_right, place_of, shares
from tests.quality.features import QuestionSet
from tests.quality.ranker import FIGURES

TARGETS = {"norquad": "0.64 / 0.82", "squad2": "0.80 / 0.92", "clapnq": "0.72 / 0.92"}
LEAST = {
    "area norquad": 0.90, "area clapnq": 0.80, "norquad answered": 0.88, "off-archive refused": 0.95, "near misses refused": 0.55,
}  # fmt: skip
Ask = Callable[[QuestionSet, str], Mapping[str, Mapping[str, Any]]]
"""Runs a command over a question set and returns its lines by id."""


def crossed_shares() -> Iterator[Sequence[object]]:
    """Rows: set, questions, target, first and in three over all, and of each third."""
    for name, thirds in json.loads(FIGURES.read_text())["shares"].items():
        count = sum(third[0] for third in thirds)
        total = [sum(third[0] * third[rank] for third in thirds) / count for rank in (1, 2)]
        yield name, int(count), TARGETS.get(name, ""), _both(total), *(_both(third[1:3]) for third in thirds)


def crossed_confidence() -> Iterator[Sequence[object]]:
    """Rows: what is measured of the confidence, its target, its figure."""
    figures = json.loads(FIGURES.read_text())
    yield from ((name, least, figures[name]) for name, least in LEAST.items())
    yield "area squad2, whose unanswerable questions may be answered by other articles", "", figures["area squad2"]


def asked(sets: Mapping[str, QuestionSet], ask: Ask) -> Iterator[Sequence[object]]:
    """Rows: set, kind of question, how many, share answered, of these right first and in three."""
    for name, questions in sets.items():
        answers = ask(questions, "ask")
        if answerable := questions.questions():
            yield from _of_kind(name, answerable, answers)
        kinds = sorted({question.type for question in questions.questions(answerable=False)})
        for kind in kinds:
            some = [question for question in questions.questions(answerable=False) if question.type == kind]
            yield name, f"no answer ({kind})", len(some), len(_given(some, answers)) / len(some), "", ""


def _of_kind(name: str, questions: Sequence[SetQuestion], answers: Mapping[str, Mapping[str, Any]]) -> Iterator[Sequence[object]]:
    given = _given(questions, answers)
    places = [place_of(is_right(question, one["doc_id"], one["text"]) for one in answers[question.id]["citations"]) for question in given]
    yield name, "with an answer", len(questions), len(given) / len(questions), *shares(places, (1, 3))


def _given(questions: Sequence[SetQuestion], answers: Mapping[str, Mapping[str, Any]]) -> list[SetQuestion]:
    return [question for question in questions if answers[question.id]["status"] != "not_found"]


def _both(shares: Sequence[float]) -> str:
    return " / ".join(f"{share:.3f}" for share in shares)
