"""`belegg read`: what Belegg reads in a text, for one text or a batch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from assistant.batch import as_text, read_lines
from assistant.errors import BatchLineInvalid
from vectorstore import Published
from vectorstore.facts.reading import Facts, read_facts
from vectorstore.language import BOKMAAL, detect
from vectorstore.reading.decoding import clean


class Text(NamedTuple):
    """A line of a batch: what it is called, its text, the day it was printed, and its language."""

    id: str
    text: str
    published: Published
    language: str


def read_text(text: str, date: str | None, language: str | None = None) -> Facts:
    """Read a text; `date` is (partial) ISO or None, the language is read from the text if None. Raises BatchLineInvalid."""
    return read_facts(text, language or detect(text, default=BOKMAAL), published_on(date))


def published_on(date: str | None) -> Published:
    """Return a day, month or year of publication; raises BatchLineInvalid if it is none."""
    try:
        return Published(date or "")
    except ValueError as error:
        raise BatchLineInvalid(f"{date!r} is no date: {error}", "give it as 2017-03-06, 2017-03 or 2017") from error


def read_texts(path: Path) -> Iterator[tuple[str, Facts]]:
    """Read lines {"id", "text", "date", "lang"} from a file, or from standard input for "-"; yield ids with what is read.

    Raises BatchLineInvalid, naming file and line, at the first line that is none.
    """
    for line, place in read_lines(path):
        found = _text(line, place)
        yield found.id, read_facts(found.text, found.language, found.published)


def _text(line: str, place: str) -> Text:
    try:
        fields = json.loads(line)
        text = clean(as_text(fields["text"]))
        language = _optional(fields, "lang") or detect(text, default=BOKMAAL)
        return Text(as_text(fields["id"]), text, Published(_optional(fields, "date")), language)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        expected = '{"id": ..., "text": ..., "date": ..., "lang": ...}'
        raise BatchLineInvalid(f"{place} is not {expected}: {error}", "mend the line; those before it were read") from error


def _optional(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    return "" if value is None else as_text(value)
