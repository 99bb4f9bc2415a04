"""A newsroom's question set: read from a file, and asked of the archive."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.answering import Assistant
from assistant.batch import as_text, read_lines
from assistant.errors import BatchLineInvalid
from assistant.evaluation import Expected, Got, Result, SetQuestion
from assistant.types import Answer, Citation, Outcome
from vectorstore import Hit, QueryUnusable
from vectorstore.reading.decoding import clean

DEPTH = 100
"""How far down `search` a right sentence is looked for."""

Progress = Callable[[int], None]
"""Told how many questions are done."""


def read_set(path: Path) -> tuple[SetQuestion, ...]:
    """Read a whole set from a file, or from standard input for "-", so that a bad line costs no answers.

    Raises BatchLineInvalid, naming file and line, at the first line that is no question, or if there is none at all.
    """
    questions = tuple(_read(path))
    if not questions:
        raise BatchLineInvalid(f"{path} holds no question", 'give lines {"question": ..., "evidence": [{"doc": ..., "text": ...}]}')
    return questions


def ask_set(assistant: Assistant, questions: Sequence[SetQuestion], progress: Progress) -> tuple[Result, ...]:
    """Ask each question and search for it; one that can't be asked at all counts as refused."""
    results = []
    for done, question in enumerate(questions, start=1):
        results.append(_result(question, assistant.ask_anything(question.text), _search(assistant, question.text)))
        progress(done)
    return tuple(results)


def question_of(fields: Mapping[str, Any], default_id: str = "") -> SetQuestion:
    """Return the question in the fields of a line; raises KeyError or TypeError, naming what is missing or of another kind."""
    given = {name: value for name, value in fields.items() if value is not None}
    return SetQuestion(
        id=as_text(given.get("id", default_id)),
        text=clean(as_text(given["question"])),
        language=as_text(given.get("lang", "")),
        type=as_text(given.get("type", "")),
        answers=tuple(map(as_text, _list(given, "answers"))),
        expected=tuple(Expected(clean(as_text(one["doc"])), as_text(one.get("text") or "")) for one in _list(given, "evidence")),
        answerable=_truth(given, "answerable"),
        span_in_evidence=_truth(given, "span_in_evidence"),
    )


def _read(path: Path) -> Iterator[SetQuestion]:
    for line, place in read_lines(path):
        try:
            yield question_of(_object(json.loads(line)), place.rpartition(":")[2])
        except KeyError as error:
            raise _invalid(place, f"{error} is missing") from error
        except (ValueError, TypeError, RecursionError) as error:
            raise _invalid(place, str(error)) from error


def _invalid(place: str, reason: str) -> BatchLineInvalid:
    return BatchLineInvalid(f"{place} is no question of a set: {reason}", "mend the line; nothing was asked yet")


def _object(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("it is not an object")
    return value


def _list(fields: Mapping[str, Any], name: str) -> list[Any]:
    value = fields.get(name, [])
    if not isinstance(value, list) or (name == "evidence" and not all(isinstance(one, dict) for one in value)):
        raise TypeError(f"{name!r} is not a list of {'objects' if name == 'evidence' else 'texts'}")
    return value


def _truth(fields: Mapping[str, Any], name: str) -> bool:
    value = fields.get(name, True)
    if not isinstance(value, bool):
        raise TypeError(f"{name!r} is neither true nor false")
    return value


def _search(assistant: Assistant, text: str) -> tuple[Hit, ...]:
    try:
        return assistant.search(text, DEPTH)
    except QueryUnusable:  # nothing to search with finds nothing
        return ()


def _result(question: SetQuestion, answer: Answer, hits: Sequence[Hit]) -> Result:
    answered = answer.status is not Outcome.NOT_FOUND
    return Result(
        question=question,
        answered=answered,
        confidence=round(answer.confidence, 4),  # as its JSON has it: what is a tie there is one here
        cited=_cited(answer.citations) if answered else (),
        nearest=_cited(answer.nearest),
        ranked=tuple(Got(hit.article.id, hit.sentence.number, hit.sentence.text) for hit in hits),
    )


def _cited(citations: Sequence[Citation]) -> tuple[Got, ...]:
    return tuple(Got(citation.doc_id, citation.sentence, citation.text) for citation in citations)
