"""Many questions in, one line of JSON out for each, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from assistant.answering import Assistant
from assistant.errors import BatchLineInvalid
from assistant.rendering import answer_json, hits_json
from vectorstore import QueryUnusable
from vectorstore.reading.decoding import clean

_BYTE_ORDER_MARK = "\ufeff"
_ECHO = 80


class Asked(NamedTuple):
    """A line of a batch: what it is called and what it asks."""

    id: str
    question: str


def read_batch(path: Path) -> Iterator[Asked]:
    """Read lines {"id", "question"} from a file, or from standard input for "-".

    Raises BatchLineInvalid, naming file and line, at the first line that is none.
    """
    for line, place in read_lines(path):
        yield _asked(line, place)


def read_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Read the lines that are not blank, each with its place ("file:line"), from a file, or from standard input for "-".

    Raises BatchLineInvalid if the file can't be read.
    """
    if str(path) == "-":
        yield from _read(sys.stdin, "standard input")
        return
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from _read(file, str(path))
    except OSError as error:
        raise BatchLineInvalid(f"{path} can't be read: {error.strerror}", "check the path") from error


def answer_all(assistant: Assistant, asked: Iterable[Asked]) -> Iterator[str]:
    """Yield one Answer a line; a question that can't be asked at all is one that was not answered."""
    for question_id, question in asked:
        yield answer_json(assistant.ask_anything(question), question_id=question_id)


def search_all(assistant: Assistant, asked: Iterable[Asked], limit: int) -> Iterator[str]:
    """Yield the hits of each question, a line each."""
    for question_id, question in asked:
        try:
            hits = assistant.search(question, limit)
        except QueryUnusable:  # nothing to search with finds nothing
            hits = ()
        yield hits_json(hits, question_id=question_id)


def _read(lines: Iterable[str], name: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if text.strip():
            yield text, f"{name}:{number}"


def _asked(line: str, place: str) -> Asked:
    try:
        fields = json.loads(line)
        return Asked(as_text(fields["id"]), clean(as_text(fields["question"])))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BatchLineInvalid(
            f'{place} is not {{"id": ..., "question": ...}}: {error}', "mend the line; those before it were answered"
        ) from error


def as_text(value: object) -> str:
    """Return a value of a line that has to be text; raises TypeError if it is none."""
    if not isinstance(value, str):
        raise TypeError(f"{repr(value)[:_ECHO]} is not text")
    return value
