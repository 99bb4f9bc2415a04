"""The chat against transcripts in tests/golden: what the user typed stands after "? ", all else was printed."""

from __future__ import annotations

import difflib
import io
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.chat import Chat, Ends
from assistant.history import History
from assistant.rendering.terminal import Terminal
from tests.fakes import WordEmbedder
from vectorstore import Archive, Article, Published
from vectorstore.archive import open_for_writing
from vectorstore.embedding import Matrix

GOLDEN = Path(__file__).parent.parent / "golden"
CTRL_C, CTRL_D = KeyboardInterrupt(), EOFError()

FERRY = Article(
    "ferje-1",
    "Ferjene står\n\nMannskapet på Sundferja er i streik. 86 medlemmer streiker fra mandag.\n\n- Les også: Slik blir ferjeruta",
    "Ferjene står", "Sundlandsposten", "Kari Strand", Published("2024-05-06"), "nb", "https://example.org/ferje",
)  # fmt: skip
HARBOUR = Article("harbour-1", "The harbour in Dovrek was closed on Friday night.", "Harbour closed", language="en")


class Stopped(WordEmbedder):
    """Is interrupted, as by Ctrl+C, whenever it is to embed a question about 1999."""

    def embed_query(self, text: str) -> Matrix:
        if "1999" in text:
            raise KeyboardInterrupt
        return super().embed_query(text)


@pytest.fixture
def embedder() -> WordEmbedder:
    return Stopped()


class Typist:
    """Types one line after another; an exception is raised as a terminal does, a function is run between two lines."""

    def __init__(self, out: io.StringIO, steps: Sequence[str | BaseException | Callable[[], object]]) -> None:
        self._out, self._steps = out, iter(steps)

    def __call__(self) -> str:
        step = next(self._steps, CTRL_D)
        while not isinstance(step, str | BaseException):
            step()
            step = next(self._steps, CTRL_D)
        if isinstance(step, BaseException):
            self._out.write(f"? {'^C' if step is CTRL_C else '^D'}\n")
            raise step
        self._out.write(f"? {step}\n")
        return step + "\n"


class Browser:
    """Writes down what it is asked to open; `works` says whether there is one."""

    def __init__(self, out: io.StringIO, *, works: bool = True) -> None:
        self._out, self._works = out, works

    def __call__(self, url: str) -> bool:
        self._out.write(f"(browser: {url})\n")
        return self._works


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    opened = History(tmp_path / "history.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def talk(history: History, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Chat with an archive and return the transcript."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(archive: Archive, *steps: str | BaseException | Callable[[], object], resume: bool = False, browser: bool = True) -> str:
        out = io.StringIO()
        ends = Ends(Typist(out, steps), Terminal(out), Browser(out, works=browser))
        Chat(Assistant(archive), history, ends, resume=resume).run()
        return out.getvalue()

    return run


def assert_golden(name: str, transcript: str) -> None:
    expected = (GOLDEN / name).read_text(encoding="utf-8")
    difference = difflib.unified_diff(expected.splitlines(), transcript.splitlines(), f"golden/{name}", "this run", lineterm="")
    assert transcript == expected, "\n" + "\n".join(difference)


def test_questions_are_answered_one_after_another(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    transcript = talk(
        archive_of(FERRY, HARBOUR),
        "Hvor mange medlemmer streiker fra mandag?",
        "",
        "   ",
        "When was the harbour in Dovrek closed?",
        "/exit",
        "never read",
    )
    assert_golden("chat-questions.txt", transcript)


def test_what_is_not_found_is_said_with_what_was_searched(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    assert_golden("chat-not-found.txt", talk(archive_of(HARBOUR), "Hva sa statsminister Berglund om brua i Drammen?", CTRL_D))


def test_help_and_sources(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    assert_golden("chat-help.txt", talk(archive_of(FERRY, HARBOUR), "/help", "/sources", "/quit"))


def test_show_and_open_go_to_the_sentences_of_the_last_answer(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    transcript = talk(
        archive_of(FERRY, HARBOUR),
        "Hvor mange medlemmer streiker fra mandag?",
        "/show 1",
        "/open 1",
        "When was the harbour in Dovrek closed?",
        "/open 1",
        CTRL_D,
    )
    assert_golden("chat-show.txt", transcript)


def test_open_shows_the_article_where_there_is_no_browser(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    steps = ("Hvor mange medlemmer streiker fra mandag?", "/open 1")
    assert_golden("chat-no-browser.txt", talk(archive_of(FERRY, HARBOUR), *steps, browser=False))


def test_what_is_mistyped_is_said_and_the_chat_goes_on(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    transcript = talk(
        archive_of(FERRY, HARBOUR),
        "/show 1",
        "/shw 1",
        "/",
        "Hvor mange medlemmer streiker fra mandag?",
        "/show 7",
        "/show",
        "/open x",
        "/save",
        "/EXIT",
    )
    assert_golden("chat-mistyped.txt", transcript)


def test_ctrl_c_stops_a_line_or_an_answer_and_never_the_chat(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    transcript = talk(
        archive_of(FERRY, HARBOUR),
        CTRL_C,
        "Hva skjedde på Sundferja i 1999?",
        CTRL_C,
        "When was the harbour in Dovrek closed?",
        CTRL_D,
    )
    assert_golden("chat-interrupted.txt", transcript)


def test_an_error_in_the_middle_keeps_the_chat_going(
    archive_of: Callable[..., Archive], talk: Callable[..., str], embedder: WordEmbedder
) -> None:
    archive = archive_of(FERRY, HARBOUR)

    def remove() -> None:
        with open_for_writing(archive.folder, embedder) as writer:
            writer.remove("ferje-1")

    transcript = talk(
        archive, "???", "Hvor mange medlemmer streiker fra mandag?", remove, "/show 1", "When was the harbour in Dovrek closed?"
    )
    assert_golden("chat-error.txt", transcript)


def test_a_history_that_breaks_keeps_the_chat_going(archive_of: Callable[..., Archive], talk: Callable[..., str], tmp_path: Path) -> None:
    def break_history() -> None:
        with closing(sqlite3.connect(tmp_path / "history.sqlite")) as db:
            db.execute("DROP TABLE turns")

    transcript = talk(archive_of(HARBOUR), break_history, "When was the harbour in Dovrek closed?", "/show 1")
    assert "The harbour in Dovrek was closed on Friday night. [1]\n" in transcript
    assert f"the conversations in {tmp_path / 'history.sqlite'} can't be used" in transcript
    assert transcript.endswith("1 >> The harbour in Dovrek was closed on Friday night.\n? ^D\n")


def test_a_conversation_is_saved_as_markdown_and_never_over_a_file(
    archive_of: Callable[..., Archive], talk: Callable[..., str], tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    transcript = talk(
        archive_of(FERRY, HARBOUR),
        "Hvor mange medlemmer streiker fra mandag?",
        "When was the harbour in Dovrek closed?",
        f"/save {note}",
        f"/save {note}",
        f"/save {tmp_path / 'missing' / 'note.md'}",
        "/new",
        "When was the harbour in Dovrek closed?",
        f"/save {tmp_path / 'new.md'}",
        "/exit",
    )
    assert_golden("chat-save.txt", transcript.replace(str(tmp_path), "FOLDER"))
    assert_golden("chat-saved.txt", note.read_text(encoding="utf-8"))


def test_a_conversation_goes_on_where_it_was_left(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    archive = archive_of(FERRY, HARBOUR)
    first = ("Er mannskapet på Sundferja i streik?", "???", "Hvor mange medlemmer streiker fra mandag?", "Fra mandag?")
    talk(archive, *first, "When was the harbour in Dovrek closed?")
    assert_golden("chat-continued.txt", talk(archive, "/show 1", "When was the harbour in Dovrek closed?", resume=True))


def test_each_chat_and_each_new_is_a_conversation_of_its_own(
    archive_of: Callable[..., Archive], talk: Callable[..., str], history: History
) -> None:
    archive = archive_of(FERRY, HARBOUR)
    talk(archive, "Er mannskapet på Sundferja i streik?", "???", "/new", "Hvor mange medlemmer streiker fra mandag?")
    talk(archive, "/help")
    latest = history.latest(archive.folder)
    assert latest is not None
    assert [turn.question for turn in history.turns(latest)] == ["Hvor mange medlemmer streiker fra mandag?"]
    assert [turn.question for turn in history.turns(latest - 1)] == ["Er mannskapet på Sundferja i streik?"]
    assert '"schema": "belegg.answer/1"' in history.turns(latest)[0].answer


def test_continuing_adds_to_the_conversation(archive_of: Callable[..., Archive], talk: Callable[..., str], history: History) -> None:
    archive = archive_of(FERRY, HARBOUR)
    talk(archive, "Er mannskapet på Sundferja i streik?")
    talk(archive, "Hvor mange medlemmer streiker fra mandag?", resume=True)
    latest = history.latest(archive.folder)
    assert latest is not None
    assert [turn.question for turn in history.turns(latest)] == [
        "Er mannskapet på Sundferja i streik?",
        "Hvor mange medlemmer streiker fra mandag?",
    ]


def test_there_is_nothing_to_continue_in_the_first_chat(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    assert talk(archive_of(FERRY), resume=True) == "1 articles. Ask, or /help.\n? ^D\n"


def test_a_continued_conversation_is_saved_whole(archive_of: Callable[..., Archive], talk: Callable[..., str], tmp_path: Path) -> None:
    archive = archive_of(FERRY, HARBOUR)
    talk(archive, "Hvor mange medlemmer streiker fra mandag?")
    talk(archive, "When was the harbour in Dovrek closed?", f"/save {tmp_path / 'note.md'}", resume=True)
    assert "## Hvor mange medlemmer streiker fra mandag?" in (tmp_path / "note.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["~no-such-user/note.md", "no\0te.md"])
def test_a_name_no_file_can_have_keeps_the_chat_going(archive_of: Callable[..., Archive], talk: Callable[..., str], name: str) -> None:
    transcript = talk(archive_of(FERRY), "Hvor mange medlemmer streiker fra mandag?", f"/save {name}", "/help")
    assert "can't be written" in transcript
    assert "/exit " in transcript


def test_a_follow_up_is_asked_as_a_question_that_stands_alone(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    questions = ("When was the harbour in Dovrek closed?", "Why?", "Hvor mange medlemmer streiker fra mandag?")
    transcript = talk(archive_of(FERRY, HARBOUR), *questions)
    assert transcript.count("asked: ") == 1
    assert "? Why?\nasked: Why was the harbour in Dovrek closed?\n" in transcript


def test_a_continued_conversation_is_followed_up(archive_of: Callable[..., Archive], talk: Callable[..., str], history: History) -> None:
    archive = archive_of(FERRY, HARBOUR)
    talk(archive, "When was the harbour in Dovrek closed?", "Why?")
    assert "asked: Where was the harbour in Dovrek closed?\n" in talk(archive, "Where?", resume=True)
    latest = history.latest(archive.folder)
    assert latest is not None
    assert [turn.question for turn in history.turns(latest)] == ["When was the harbour in Dovrek closed?", "Why?", "Where?"]


def test_an_earlier_answer_that_cannot_be_read_leaves_its_question(
    archive_of: Callable[..., Archive], talk: Callable[..., str], history: History
) -> None:
    archive = archive_of(HARBOUR)
    history.add(history.start(archive.folder), "When was the harbour in Dovrek closed?", "{}")
    assert "asked: Why was the harbour in Dovrek closed?\n" in talk(archive, "Why?", resume=True)


def test_nothing_is_carried_into_a_new_conversation(archive_of: Callable[..., Archive], talk: Callable[..., str]) -> None:
    assert "asked: " not in talk(archive_of(HARBOUR), "When was the harbour in Dovrek closed?", "/new", "Why?")
