from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant import Assistant, BatchLineInvalid
from assistant.batch import Asked, answer_all, read_batch, search_all
from vectorstore import Archive, Article


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def to_file(*lines: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "questions.jsonl"
        path.write_text("\n".join(lines), encoding=encoding)
        return path

    return to_file


@pytest.fixture
def assistant(archive_of: Callable[..., Archive]) -> Assistant:
    archive = archive_of(
        Article("havn", "Havna i Storvik er stengt siden mandag. Det bor 400 i Storvik.", language="nb"),
        Article("bru", "The bridge in Dovrek was closed on Friday.", language="en"),
    )
    return Assistant(archive)


def asked(*questions: str) -> Iterator[Asked]:
    return (Asked(f"q{number}", question) for number, question in enumerate(questions, start=1))


def test_lines_are_read_in_order_with_their_ids(write: Callable[..., Path]) -> None:
    path = write('{"id": "b", "question": "Hvor?"}', "", '  {"question": "Når – «da»?", "id": "", "more": 1}  ', "", "")
    assert list(read_batch(path)) == [Asked("b", "Hvor?"), Asked("", "Når – «da»?")]


def test_a_file_with_a_byte_order_mark_is_read(write: Callable[..., Path]) -> None:
    assert list(read_batch(write('{"id": "b", "question": "Hvor?"}', encoding="utf-8-sig"))) == [Asked("b", "Hvor?")]


def test_an_empty_file_asks_nothing(write: Callable[..., Path]) -> None:
    assert list(read_batch(write(""))) == []


@pytest.mark.parametrize(
    "line",
    [
        "hva?", '{"id": "b", "question": ', "[]", "7", "null", '"text"', "{}", '{"id": "b"}', '{"question": "Hvor?"}',
        '{"id": "b", "question": null}', '{"id": "b", "question": ["Hvor?"]}', '{"id": {}, "question": "Hvor?"}', "[" * 100_000,
    ],
    ids=lambda line: line[:30],
)  # fmt: skip
def test_a_bad_line_is_named_and_those_before_it_stand(write: Callable[..., Path], line: str) -> None:
    path = write('{"id": "a", "question": "Hvor?"}', "", line, '{"id": "c", "question": "Når?"}')
    lines = read_batch(path)
    assert next(lines) == Asked("a", "Hvor?")
    with pytest.raises(BatchLineInvalid) as refused:
        next(lines)
    assert str(refused.value).startswith(f"{path}:3 is not")
    assert "\n" not in str(refused.value)
    assert refused.value.hint


def test_the_message_on_a_bad_line_stays_short(write: Callable[..., Path]) -> None:
    with pytest.raises(BatchLineInvalid) as refused:
        list(read_batch(write(json.dumps({"id": ["x" * 100_000], "question": "Hvor?"}))))
    assert len(str(refused.value)) < 1000


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(BatchLineInvalid, match="can't be read"):
            list(read_batch(path))


def test_each_question_gets_a_line_with_its_id_in_the_same_order(assistant: Assistant) -> None:
    lines = [
        json.loads(line)
        for line in answer_all(assistant, asked("Når ble havna i Storvik stengt?", "Hvem er Berglund?", "When was the bridge closed?"))
    ]
    assert [line["id"] for line in lines] == ["q1", "q2", "q3"]
    assert [line["question"] for line in lines] == [
        "Når ble havna i Storvik stengt?",
        "Hvem er Berglund?",
        "When was the bridge closed?",
    ]
    assert [line["status"] for line in lines] == ["answered", "not_found", "answered"]
    assert [line["citations"][0]["doc_id"] for line in (lines[0], lines[2])] == ["havn", "bru"]
    assert {line["schema"] for line in lines} == {"belegg.answer/1"}


def test_the_same_id_twice_is_answered_twice(assistant: Assistant) -> None:
    lines = list(answer_all(assistant, [Asked("a", "Hva er stengt?"), Asked("a", "Hva er stengt?")]))
    assert lines[0] == lines[1]
    assert json.loads(lines[0])["id"] == "a"


def test_a_question_that_cannot_be_asked_gives_a_line_that_was_not_found(assistant: Assistant) -> None:
    for question in ("", "  ", "???", "hva " * 5000):
        (line,) = [json.loads(line) for line in answer_all(assistant, asked(question))]
        assert (line["id"], line["status"], line["confidence"]) == ("q1", "not_found", 0)
        assert (line["citations"], line["nearest"], line["claims"]) == ([], [], [])
        assert "question" in line["text"]


def test_answers_come_one_by_one_as_questions_do(assistant: Assistant) -> None:
    taken: list[str] = []

    def questions() -> Iterator[Asked]:
        for each in asked("Hva er stengt?", "Når ble brua stengt?"):
            taken.append(each.id)
            yield each

    answers = answer_all(assistant, questions())
    assert json.loads(next(answers))["id"] == "q1"
    assert taken == ["q1"]


def test_a_search_gives_the_hits_of_each_question_best_first(assistant: Assistant) -> None:
    lines = [json.loads(line) for line in search_all(assistant, asked("Når ble havna i Storvik stengt?", "???", "bridge in Dovrek"), 2)]
    assert [line["id"] for line in lines] == ["q1", "q2", "q3"]
    assert [len(line["hits"]) for line in lines] == [2, 0, 2]
    assert lines[0]["hits"][0] | {"score": 0} == {
        "doc_id": "havn", "sentence": 1, "start": 0, "end": 39, "text": "Havna i Storvik er stengt siden mandag.", "score": 0,
    }  # fmt: skip
    assert lines[2]["hits"][0]["doc_id"] == "bru"
    for line in lines:
        assert [hit["score"] for hit in line["hits"]] == sorted((hit["score"] for hit in line["hits"]), reverse=True)
