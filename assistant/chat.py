"""The chat loop; where lines come from and where they go is passed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.answering import Assistant
from assistant.errors import AssistantError, HistoryUnusable
from assistant.followup import stand_alone
from assistant.history import History, Turn
from assistant.rendering import answer_json, answer_markdown
from assistant.rendering.json import read_answer
from assistant.rendering.links import sentence_link
from assistant.rendering.terminal import Terminal
from assistant.types import Answer, Citation, Exchange
from vectorstore import ArchiveError

_REMEMBERED = 3

HELP = """\
Ask in Norwegian or English. The numbers of the last answer's sentences are N below.
/show N     the article with sentence N marked
/open N     the article in the browser, or as /show where it has no address
/sources    what the archive holds
/save FILE  this conversation as Markdown
/new        begin a new conversation
/help       this list
/exit       leave, as Ctrl+D does; Ctrl+C stops an answer"""


@dataclass(frozen=True, slots=True)
class Ends:
    """The chat's ends: read a line (raises EOFError at the end), print, and open a URL (True if it worked)."""

    read: Callable[[], str]
    out: Terminal
    open_url: Callable[[str], bool]


class Chat:
    """One user's chat with one archive."""

    def __init__(self, assistant: Assistant, history: History, ends: Ends, *, resume: bool = False) -> None:
        self._assistant, self._history, self._ends, self._out = assistant, history, ends, ends.out
        self._folder = assistant.archive.folder
        self._answers: list[Answer] = []
        self._conversation: int | None = history.latest(self._folder) if resume else None
        self._earlier: list[Turn] = [] if self._conversation is None else history.turns(self._conversation)
        self._commands: Mapping[str, Callable[[str], None]] = {
            "/help": lambda _: self._out.page(HELP),
            "/sources": lambda _: self._out.sources(self._assistant.archive.sources()),
            "/show": self._show,
            "/open": self._open,
            "/save": self._save,
            "/new": lambda _: self._begin(),
        }

    def run(self) -> None:
        """Answer line after line until the input ends or the user leaves."""
        self._greet()
        while True:
            try:
                line = self._ends.read().strip()
            except EOFError:
                return
            except KeyboardInterrupt:
                continue
            if line in ("/exit", "/quit"):
                return
            if line:
                self._handle(line)

    def _greet(self) -> None:
        extent = self._assistant.archive.extent()
        self._out.line(f"{extent.articles} articles. Ask, or /help.", "dim")
        for turn in self._earlier[-3:]:
            self._out.line(f"earlier: {turn.question}", "dim")

    def _handle(self, line: str) -> None:
        """Run one line; an expected error is one line on the screen and the chat goes on."""
        name, _, argument = line.partition(" ")
        try:
            if name in self._commands:
                self._commands[name](argument.strip())
            elif name.startswith("/"):
                self._out.line(f"there is no command {name}; /help lists them")
            else:
                self._ask(line)
        except KeyboardInterrupt:
            self._out.line("stopped", "dim")
        except (ArchiveError, AssistantError) as error:
            self._out.line(f"{error}. {error.hint}".strip(), "red")

    def _ask(self, line: str) -> None:
        question = stand_alone(line, self._exchanges())
        if question != line:
            self._out.line(f"asked: {question}", "dim")
        answer = self._assistant.ask(question)
        self._out.answer(answer)
        self._answers.append(answer)
        if self._conversation is None:
            self._conversation = self._history.start(self._folder)
        self._history.add(self._conversation, line, answer_json(answer))

    def _exchanges(self) -> list[Exchange]:
        """The last exchanges, of this chat or of the one it goes on with."""
        lacking = _REMEMBERED - len(self._answers)
        earlier = [_exchange_of(turn) for turn in self._earlier[-lacking:]] if lacking > 0 else []
        return [*earlier, *(_exchange(answer) for answer in self._answers[-_REMEMBERED:])]

    def _begin(self) -> None:
        self._conversation, self._answers, self._earlier = None, [], []
        self._out.line("a new conversation", "dim")

    def _cited(self, argument: str) -> Citation | None:
        """The citation with that number in the last answer; says so and returns None if there is none."""
        shown = self._answers[-1].shown if self._answers else ()
        for citation in shown:
            if argument == str(citation.number):
                return citation
        known = ", ".join(str(citation.number) for citation in shown) or "none"
        self._out.line(f"the last answer has no sentence {argument or '(no number given)'}; it has {known}")
        return None

    def _show(self, argument: str) -> None:
        if citation := self._cited(argument):
            self._out.article(self._assistant.archive.article(citation.doc_id), citation.sentence)

    def _open(self, argument: str) -> None:
        if citation := self._cited(argument):
            link = sentence_link(citation)
            if not link or not self._ends.open_url(link):
                self._show(argument)

    def _save(self, argument: str) -> None:
        if not argument:
            self._out.line("say where: /save FILE")
            return
        answers = [*map(_answer_of, self._earlier), *self._answers]
        text = "\n".join(map(answer_markdown, answers))
        try:
            path = Path(argument).expanduser()
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except (OSError, ValueError, RuntimeError) as error:  # the last two are what pathlib makes of a name no file can have
            self._out.line(f"{argument} can't be written: {getattr(error, 'strerror', None) or error}")
            return
        self._out.line(f"saved {len(answers)} answers to {path}")


def _exchange(answer: Answer) -> Exchange:
    return Exchange(answer.question, tuple(citation.text for citation in answer.citations))


def _exchange_of(turn: Turn) -> Exchange:
    """An earlier turn; of one whose answer can't be read, the question alone."""
    try:
        return _exchange(_answer_of(turn))
    except HistoryUnusable:
        return Exchange(turn.question)


def _answer_of(turn: Turn) -> Answer:
    try:
        return read_answer(turn.answer)
    except (ValueError, KeyError, TypeError) as error:
        raise HistoryUnusable(f"an earlier answer can't be read: {error!r}", "begin a new conversation with /new") from error
