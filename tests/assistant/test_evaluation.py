from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant, BatchLineInvalid
from assistant.evaluation import (
    Expected,
    Got,
    MissKind,
    Result,
    SetQuestion,
    area_under_curve,
    evaluate,
    is_right,
    is_same_sentence,
    place_of,
    roc_curve,
    shares,
)
from assistant.question_sets import DEPTH, ask_set, read_set
from vectorstore import Archive, Article

EVACUATED = SetQuestion("q1", "Hvor mange er evakuert?", "nb", "number", ("140",), (Expected("ras-1", "Om lag 140 personer er evakuert."),))
OPENED = SetQuestion("q2", "When did the bridge open?", "en", "when", (), (Expected("bru", "The bridge opened on Friday"),))
NOBODY = SetQuestion("q3", "Hvem er kongen av Månen?", "nb", "none", answerable=False)
OPEN = SetQuestion("q4", "Hva skjer i Storvik?", "nb")

RIGHT = Got("ras-1", 4, "Om lag 140 personer er evakuert.")
WRONG = Got("ras-1", 5, "Veien er stengt.")
BRIDGE = Got("bru", 2, "– The bridge opened on Friday, says the mayor.")


def answered(question: SetQuestion, *cited: Got, confidence: float = 0.9, ranked: tuple[Got, ...] = ()) -> Result:
    return Result(question, True, confidence, cited=cited, ranked=ranked or cited)


def refused(question: SetQuestion, *nearest: Got, confidence: float = 0.1) -> Result:
    return Result(question, False, confidence, nearest=nearest, ranked=nearest)


RESULTS = (
    answered(EVACUATED, WRONG, RIGHT, confidence=0.95, ranked=(WRONG, BRIDGE, RIGHT)),
    answered(replace(EVACUATED, id="q5"), RIGHT, confidence=1.0),
    refused(OPENED, BRIDGE, confidence=0.2),
    refused(NOBODY, WRONG, confidence=0.0),
    answered(NOBODY, WRONG, confidence=0.2),
    answered(OPEN, WRONG, confidence=0.5),
)


# When a citation is right


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Brua åpnet fredag.", "«Brua  ÅPNET, fredag»", True),
        ("åpnet fredag", "Brua åpnet fredag.", True),
        ("Brua åpnet fredag, sa ordføreren.", "Brua åpnet fredag.", True),
        ("en to tre fire fem", "en to tre seks sju", True),
        ("en to tre fire fem", "en to ni seks sju", False),
        ("en en en to tre", "en fire fem seks sju", False),
        ("", "Brua åpnet.", False),
        ("–", "Brua åpnet.", False),
        ("", "", False),
    ],
)
def test_a_sentence_is_the_same_but_for_the_split_and_the_marks(one: str, other: str, expected: bool) -> None:
    assert is_same_sentence(one, other) is is_same_sentence(other, one) is expected


@given(st.text(), st.text())
def test_sameness_goes_both_ways_for_any_text(one: str, other: str) -> None:
    assert is_same_sentence(one, other) == is_same_sentence(other, one)


@pytest.mark.parametrize(
    ("question", "got", "expected"),
    [
        (EVACUATED, RIGHT, True),
        (EVACUATED, replace(RIGHT, doc_id="ras-2"), False),
        (EVACUATED, WRONG, False),
        (EVACUATED, replace(RIGHT, text="Om lag 150 personer er evakuert."), False),
        (replace(EVACUATED, span_in_evidence=False), replace(RIGHT, text="Om lag 150 personer er evakuert."), True),
        (replace(EVACUATED, answers=("150", "Om lag 140")), RIGHT, True),
        (replace(EVACUATED, answers=("–",)), RIGHT, True),
        (replace(EVACUATED, answers=(), expected=(Expected("ras-1"),)), WRONG, True),
        (replace(EVACUATED, expected=()), replace(RIGHT, doc_id="any"), True),
        (replace(EVACUATED, expected=(), span_in_evidence=False), WRONG, False),
        (OPENED, BRIDGE, True),
        (OPEN, RIGHT, False),
    ],
)
def test_a_citation_is_right_by_article_sentence_and_answer(question: SetQuestion, got: Got, expected: bool) -> None:
    assert is_right(question, got.doc_id, got.text) is expected


# Shares, ROC, bins


def test_a_place_is_that_of_the_first_mark() -> None:
    assert place_of([False, True, True]) == 2
    assert place_of([False]) is None
    assert shares([1, 3, None, 4], (1, 3, 10)) == (0.25, 0.5, 0.75)
    assert shares([], (1, 3)) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("positive", "negative", "area"),
    [
        ([0.9, 0.8], [0.1], 1.0),
        ([0.1], [0.9], 0.0),
        ([0.5], [0.5], 0.5),
        ([0.9, 0.5], [0.5, 0.1], 0.875),
        ([], [0.5], None),
        ([0.5], [], None),
    ],
)
def test_the_area_counts_a_tie_as_half(positive: list[float], negative: list[float], area: float | None) -> None:
    assert area_under_curve(positive, negative) == area


TENTHS = st.lists(st.integers(0, 10).map(lambda tenth: tenth / 10), min_size=1, max_size=20)


@given(TENTHS, TENTHS)
def test_the_area_is_the_one_under_the_curve(positive: list[float], negative: list[float]) -> None:
    corners = roc_curve(positive, negative)
    under = sum((right - left) * (low + high) / 2 for (left, low), (right, high) in pairwise(corners))
    assert corners[0] == (0, 0)
    assert corners[-1] == (1, 1)
    assert under == pytest.approx(area_under_curve(positive, negative))
    pairs = [(above > below) + (above == below) / 2 for above in positive for below in negative]
    assert under == pytest.approx(sum(pairs) / len(pairs))


def test_the_figures_of_a_set() -> None:
    whole = evaluate(RESULTS).whole
    assert (whole.answerable, whole.unanswerable, whole.answered, whole.refused) == (4, 2, 0.75, 0.5)
    assert whole.ask is not None
    assert (whole.ask.count, whole.ask.article, whole.ask.within) == (3, 2 / 3, (1 / 3, 2 / 3, 2 / 3))
    assert whole.of_answered is not None
    assert (whole.of_answered.count, whole.of_answered.article, whole.of_answered.within) == (2, 1.0, (0.5, 1.0, 1.0))
    assert whole.search is not None
    assert (whole.search.count, whole.search.article, whole.search.within) == (3, 1.0, (2 / 3, 1.0, 1.0))


def test_each_type_and_language_has_its_figures_and_only_those_it_has_questions_for() -> None:
    evaluation = evaluate(RESULTS)
    assert [(group.type, group.language) for group in evaluation.groups] == [("", "nb"), ("none", "nb"), ("number", "nb"), ("when", "en")]
    unjudged, others, number, when = evaluation.groups
    assert (unjudged.answerable, unjudged.answered, unjudged.ask, unjudged.search, unjudged.refused) == (1, 1.0, None, None, None)
    assert (others.answerable, others.answered, others.ask, others.refused) == (0, None, None, 0.5)
    assert number.of_answered == number.ask
    assert when.of_answered is None
    assert evaluation.unjudged == 1


@pytest.mark.parametrize(("last", "ranks"), [(1, (1,)), (2, (1, 2)), (3, (1, 3)), (10, (1, 3, 10)), (50, (1, 3, 50))])
def test_the_last_rank_is_the_one_asked_for(last: int, ranks: tuple[int, ...]) -> None:
    evaluation = evaluate(RESULTS, last)
    assert evaluation.ranks == ranks
    assert evaluation.whole.search is not None
    assert len(evaluation.whole.search.within) == len(ranks)


def test_the_confidence_is_held_against_what_came_true() -> None:
    evaluation = evaluate(RESULTS)
    assert [(tenth.low, tenth.count) for tenth in evaluation.bins] == [(0.0, 1), (0.2, 2), (0.5, 1), (0.9, 2)]
    nothing, low, unjudged, high = evaluation.bins
    assert (nothing.confidence, nothing.answerable, nothing.right) == (0.0, 0.0, 0.0)
    assert (low.answerable, low.right) == (0.5, 0.5)
    assert (unjudged.answerable, unjudged.right) == (1.0, None)
    assert (high.confidence, high.answerable, high.right) == (0.975, 1.0, 0.5)
    assert evaluation.area == 7.5 / 8


def test_each_miss_says_where_the_right_sentence_was() -> None:
    misses = [(miss.result.question.id, miss.kind, miss.cited, miss.ranked) for miss in evaluate(RESULTS).misses]
    assert misses == [("q1", MissKind.WRONG, 2, 3), ("q2", MissKind.REFUSED, None, 1), ("q3", MissKind.ANSWERED, None, None)]


# Reading a set and asking it


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def to_file(*lines: object) -> Path:
        path = tmp_path / "set.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
        return path

    return to_file


def test_a_whole_line_and_a_bare_one_are_read(write: Callable[..., Path]) -> None:
    whole = {
        "id": "q1", "lang": "nb", "question": "Hvor mange er evakuert?", "type": "number", "answers": ["140"], "answerable": True,
        "evidence": [{"doc": "ras-1", "text": "Om lag 140 personer er evakuert.", "page": 7}], "note": {"by": "desken"},
    }  # fmt: skip
    bare = {"question": "Hvem?"}
    empty = {"id": None, "question": "Hva?", "answers": None, "evidence": [{"doc": "ras-1"}], "answerable": None}
    assert read_set(write(whole, "", bare, empty)) == (
        EVACUATED, SetQuestion("3", "Hvem?"), SetQuestion("4", "Hva?", expected=(Expected("ras-1"),)),
    )  # fmt: skip


BAD = (
    ("hva?", "Expecting value"),
    ("[]", "it is not an object"),
    ('{"id": "a"}', "'question' is missing"),
    ('{"question": null}', "'question' is missing"),
    ('{"question": 7}', "7 is not text"),
    ('{"question": "Hvem?", "answers": "Kari"}', "'answers' is not a list of texts"),
    ('{"question": "Hvem?", "answers": [7]}', "7 is not text"),
    ('{"question": "Hvem?", "evidence": {"doc": "a"}}', "'evidence' is not a list of objects"),
    ('{"question": "Hvem?", "evidence": ["a"]}', "'evidence' is not a list of objects"),
    ('{"question": "Hvem?", "evidence": [{"text": "Kari."}]}', "'doc' is missing"),
    ('{"question": "Hvem?", "answerable": "no"}', "'answerable' is neither true nor false"),
    ("[" * 100_000, "recursion"),
)


@pytest.mark.parametrize(("line", "reason"), BAD, ids=lambda text: text[:40])
def test_a_bad_line_is_named(write: Callable[..., Path], line: str, reason: str) -> None:
    path = write({"question": "Hvem?"}, "", line)
    with pytest.raises(BatchLineInvalid) as raised:
        read_set(path)
    assert str(raised.value).startswith(f"{path}:3 is no question of a set: ")
    assert reason in str(raised.value)
    assert raised.value.hint == "mend the line; nothing was asked yet"


def test_a_set_without_a_question_and_one_that_is_not_there_are_named(write: Callable[..., Path], tmp_path: Path) -> None:
    with pytest.raises(BatchLineInvalid, match="holds no question"):
        read_set(write("", " "))
    with pytest.raises(BatchLineInvalid, match=r"none\.jsonl can't be read"):
        read_set(tmp_path / "none.jsonl")


def test_a_set_is_asked_and_searched_question_by_question(archive_of: Callable[..., Archive]) -> None:
    texts = [f"Havna i Storvik er stengt siden mandag nummer {number}." for number in range(12)]
    archive = archive_of(Article("havn", " ".join(texts), language="nb"), Article("bru", "Brua i Dovrek åpnet fredag.", language="nb"))
    opened = SetQuestion("a", "Når åpnet brua i Dovrek?", "nb", "when", ("fredag",), (Expected("bru"),))
    told: list[int] = []
    assistant = Assistant(archive, threshold=0.1)
    results = ask_set(assistant, [opened, SetQuestion("b", "???"), NOBODY], told.append)
    assert told == [1, 2, 3]
    first, empty, nobody = results
    assert (first.answered, first.is_right, first.ranked[0]) == (True, True, Got("bru", 1, "Brua i Dovrek åpnet fredag."))
    assert 3 < len(first.ranked) <= DEPTH
    assert first.confidence == round(assistant.ask(opened.text).confidence, 4)
    assert (empty.answered, empty.confidence, empty.cited, empty.nearest, empty.ranked) == (False, 0.0, (), (), ())
    assert (nobody.answered, nobody.cited) == (False, ())
