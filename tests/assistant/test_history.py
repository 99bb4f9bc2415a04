from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant import HistoryUnusable
from assistant.history import History


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "data" / "history.sqlite")
    yield opened
    opened.close()


def test_turns_come_back_as_they_were_added_oldest_first(history: History, tmp_path: Path) -> None:
    conversation = history.start(tmp_path)
    history.add(conversation, "Hvor mange?", '{"status": "answered"}')
    history.add(conversation, "Og hvem sa «det»?\n", '{"status": "not_found"}')
    turns = history.turns(conversation)
    assert [(turn.question, turn.answer) for turn in turns] == [
        ("Hvor mange?", '{"status": "answered"}'),
        ("Og hvem sa «det»?\n", '{"status": "not_found"}'),
    ]
    assert all(abs(datetime.now(UTC) - datetime.fromisoformat(turn.asked)) < timedelta(minutes=1) for turn in turns)


def test_turns_of_one_conversation_are_not_those_of_another(history: History, tmp_path: Path) -> None:
    first, second = history.start(tmp_path), history.start(tmp_path)
    history.add(first, "En?", "{}")
    history.add(second, "To?", "{}")
    history.add(first, "Tre?", "{}")
    assert [turn.question for turn in history.turns(first)] == ["En?", "Tre?"]
    assert [turn.question for turn in history.turns(second)] == ["To?"]


def test_the_latest_conversation_is_the_last_one_in_which_something_was_asked(history: History, tmp_path: Path) -> None:
    assert history.latest(tmp_path) is None
    asked = history.start(tmp_path)
    history.add(asked, "En?", "{}")
    history.start(tmp_path)
    assert history.latest(tmp_path) == asked


def test_each_archive_has_conversations_of_its_own(history: History, tmp_path: Path) -> None:
    conversation = history.start(tmp_path / "one")
    history.add(conversation, "En?", "{}")
    assert history.latest(tmp_path / "two") is None
    assert history.latest(tmp_path / "two" / ".." / "one") == conversation


def test_conversations_are_there_when_the_file_is_opened_again(history: History, tmp_path: Path) -> None:
    conversation = history.start(tmp_path)
    history.add(conversation, "En?", "{}")
    history.close()
    with closing(History(tmp_path / "data" / "history.sqlite")) as again:
        assert again.latest(tmp_path) == conversation
        again.add(conversation, "To?", "{}")
        assert [turn.question for turn in again.turns(conversation)] == ["En?", "To?"]


def test_two_chats_at_once_keep_apart_in_one_file(history: History, tmp_path: Path) -> None:
    with closing(History(tmp_path / "data" / "history.sqlite")) as other:
        first, second = history.start(tmp_path), other.start(tmp_path)
        history.add(first, "En?", "{}")
        other.add(second, "To?", "{}")
        assert [turn.question for turn in other.turns(first)] == ["En?"]
        assert [turn.question for turn in history.turns(second)] == ["To?"]


def test_a_file_that_is_no_history_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    path.write_text("Dette er ingen database, men en tekst om havna i Storvik. " * 20, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(HistoryUnusable, match=r"history\.sqlite can't be used") as refused:
        History(path)
    assert "BELEGG_HISTORY" in refused.value.hint
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_history_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HistoryUnusable):
        History(tmp_path)


def test_a_history_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(HistoryUnusable):
        History(tmp_path / "file" / "history.sqlite")


def test_a_history_that_broke_while_it_was_open_says_so(history: History, tmp_path: Path) -> None:
    conversation = history.start(tmp_path)
    with closing(sqlite3.connect(tmp_path / "data" / "history.sqlite")) as db:
        db.execute("DROP TABLE turns")
    with pytest.raises(HistoryUnusable):
        history.add(conversation, "En?", "{}")


def test_a_question_with_bytes_that_are_no_text_is_kept(history: History, tmp_path: Path) -> None:
    conversation = history.start(tmp_path)
    history.add(conversation, "hvor \udcff mange?", "{}")
    assert len(history.turns(conversation)) == 1
