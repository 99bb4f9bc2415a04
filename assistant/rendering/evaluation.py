"""Evaluation -> tables for the terminal and the report, the words for a miss, and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.evaluation import Bin, Evaluation, Got, Group, Miss, MissKind, Ranking
from assistant.question_sets import DEPTH
from assistant.rendering.json import json_line

SCHEMA = "belegg.evaluation/1"
_DECIMALS = 3
_NUMBERS = {1: "first", 3: "in three", 10: "in ten"}


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A title, the names of the columns, and rows of as many cells; the first `labels` columns are words."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labels: int


def figure_tables(evaluation: Evaluation) -> Iterator[FigureTable]:
    """Yield the tables that a set has figures for: the answerable, the unanswerable, the confidence."""
    groups = (evaluation.whole, *evaluation.groups)
    ranks = tuple(_NUMBERS.get(rank, f"in {rank}") for rank in evaluation.ranks)
    if rows := tuple(row for group in groups for row in _answerable(group, evaluation)):
        head = ("questions", "by", "n", "article", *ranks, "answered")
        yield FigureTable("Answerable: the right article first, the right sentence first or among the first", head, rows, 2)
    if rows := tuple(
        (name_of(group, evaluation), str(group.unanswerable), _share(group.refused)) for group in groups if group.unanswerable
    ):
        yield FigureTable("Not answerable", ("questions", "n", "refused"), rows, 1)
    head = ("confidence", "n", "mean", "answerable", "right first")
    yield FigureTable("Confidence: what it says, and what came true", head, tuple(map(_bin, evaluation.bins)), 1)


def area_line(evaluation: Evaluation) -> str:
    """Return the area under the ROC curve as a sentence."""
    if evaluation.area is None:
        return "Confidence: no area under the ROC curve without both answerable and unanswerable questions"
    return f"Confidence: area under the ROC curve {evaluation.area:.3f} (answerable above unanswerable; 0.5 is chance)"


def miss_line(evaluation: Evaluation) -> str:
    """Return how many questions went wrong, in which way, and how many could not be judged."""
    counts = [(sum(miss.kind is kind for miss in evaluation.misses), words) for kind, words in _KINDS.items()]
    parts = ", ".join(f"{count} {words}" for count, words in counts if count)
    unjudged = f"; {evaluation.unjudged} without evidence or answers were not judged" if evaluation.unjudged else ""
    return f"Missed {len(evaluation.misses)} of {evaluation.questions}{f': {parts}' if parts else ''}{unjudged}"


_KINDS = {
    MissKind.REFUSED: "refused though answerable",
    MissKind.WRONG: "answered with another sentence",
    MissKind.ANSWERED: "answered though not answerable",
}


def describe_miss(miss: Miss) -> str:
    """Return what went wrong, and where the right sentence was."""
    words = _KINDS[miss.kind]
    if not miss.result.question.is_judged:
        return f"{words}."
    parts = [words]
    if miss.cited:
        parts.append(f"the right sentence is cited as number {miss.cited}")
    parts.append(f"ranked {miss.ranked} by search" if miss.ranked else f"the right sentence is not among the first {DEPTH} of search")
    return "; ".join(parts) + "."


def place_of_sentence(got: Got) -> str:
    """Return "ras-1#7", as `belegg show` takes it."""
    return f"{got.doc_id}#{got.sentence}"


def name_of(group: Group, evaluation: Evaluation) -> str:
    """Return "all", or a group's type and language."""
    return "all" if group is evaluation.whole else f"{group.type or '(no type)'} {group.language}".strip()


def evaluation_json(evaluation: Evaluation) -> str:
    """Return one line of JSON (schema belegg.evaluation/1), shares to three decimals."""
    return json_line(
        {
            "schema": SCHEMA,
            "questions": evaluation.questions,
            "unjudged": evaluation.unjudged,
            "all": _group_fields(evaluation.whole, evaluation),
            "groups": [{"type": group.type, "language": group.language} | _group_fields(group, evaluation) for group in evaluation.groups],
            "confidence": {"area": _rounded(evaluation.area), "bins": list(map(_bin_fields, evaluation.bins))},
            "misses": list(map(_miss_fields, evaluation.misses)),
        }
    )


def _answerable(group: Group, evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    if not group.answerable:
        return
    name = name_of(group, evaluation)
    nothing = ("",) * (1 + len(evaluation.ranks))
    asked = _figures(group.ask) if group.ask else nothing
    yield name, "ask", str(group.answerable), *asked, _share(group.answered)
    if group.of_answered:
        yield "", "of answered", str(group.of_answered.count), *_figures(group.of_answered), ""
    if group.search:
        yield "", "search", str(group.search.count), *_figures(group.search), ""


def _figures(ranking: Ranking) -> tuple[str, ...]:
    return (_share(ranking.article), *map(_share, ranking.within))


def _bin(tenth: Bin) -> tuple[str, ...]:
    shares = (_share(tenth.confidence), _share(tenth.answerable), _share(tenth.right))
    return f"{tenth.low:.1f} to {tenth.high:.1f}", str(tenth.count), *shares


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.{_DECIMALS}f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def _group_fields(group: Group, evaluation: Evaluation) -> dict[str, Any]:
    return {
        "answerable": group.answerable,
        "answered": _rounded(group.answered),
        "ask": _ranking_fields(group.ask, evaluation),
        "of_answered": _ranking_fields(group.of_answered, evaluation),
        "search": _ranking_fields(group.search, evaluation),
        "unanswerable": group.unanswerable,
        "refused": _rounded(group.refused),
    }


def _ranking_fields(ranking: Ranking | None, evaluation: Evaluation) -> dict[str, Any] | None:
    if ranking is None:
        return None
    within = {str(rank): _rounded(share) for rank, share in zip(evaluation.ranks, ranking.within, strict=True)}
    return {"n": ranking.count, "article": _rounded(ranking.article), "within": within}


def _bin_fields(tenth: Bin) -> dict[str, Any]:
    return {
        "low": tenth.low,
        "high": tenth.high,
        "n": tenth.count,
        "confidence": _rounded(tenth.confidence),
        "answerable": _rounded(tenth.answerable),
        "right": _rounded(tenth.right),
    }


def _miss_fields(miss: Miss) -> dict[str, Any]:
    question, result = miss.result.question, miss.result
    return {
        "id": question.id,
        "question": question.text,
        "language": question.language,
        "type": question.type,
        "miss": miss.kind.value,
        "confidence": result.confidence,
        "expected": [{"doc_id": one.doc_id, "text": one.text} for one in question.expected],
        "answers": list(question.answers),
        "got": [{"doc_id": got.doc_id, "sentence": got.sentence, "text": got.text} for got in result.cited or result.nearest],
        "cited_at": miss.cited,
        "ranked_at": miss.ranked,
    }
