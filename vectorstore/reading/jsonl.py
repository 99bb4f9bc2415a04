"""A `.jsonl` file -> one article a line; a bad line is named and the rest is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from vectorstore.reading.dating import date_in, parse_published
from vectorstore.reading.decoding import Decoded, clean, decode
from vectorstore.types import Article, Doubtful, Published, Skipped

LARGEST = 20_000_000
"""Bytes beyond which a line is skipped; the file itself may be of any size."""

_LONGEST_TITLE = 300
_LANGUAGES = {"no": "nb", "nb-no": "nb", "nn-no": "nn", "en-us": "en", "en-gb": "en"}


class _BadLine(Exception):
    """A line that gives no article; its text says why."""


def read(file: Path) -> Iterator[tuple[int, Article | Skipped | Doubtful]]:
    """Yield an article for each line, or why there is none; raises OSError if the file can't be read."""
    blank, is_empty = 0, True
    with file.open("rb") as stream:
        for number, raw in enumerate(_lines(stream), start=1):
            if not raw.strip():
                blank += len(raw)
                continue
            first, *others = _items(raw, f"{file}:{number}")
            yield blank + len(raw), first
            yield from ((0, item) for item in others)
            blank, is_empty = 0, False
    if is_empty:
        yield blank, Skipped(str(file), "empty")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines, each cut just above the limit so that no line is ever held whole beyond it."""
    while line := stream.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n") and (line := stream.readline(LARGEST + 1)):
            pass


def _items(raw: bytes, place: str) -> list[Article | Skipped | Doubtful]:
    """The article, after what is doubtful about it, or why there is none."""
    try:
        decoded = _decoded(raw)
        article = _article(_fields(decoded.text))
    except _BadLine as error:
        return [Skipped(place, str(error))]
    return [Doubtful(place, decoded.doubt), article] if decoded.doubt else [article]


def _decoded(raw: bytes) -> Decoded:
    if len(raw) > LARGEST:
        raise _BadLine(f"a line of more than {LARGEST // 1_000_000} MB")
    decoded = decode(raw, least_letters=0)
    if decoded.reason:
        raise _BadLine(decoded.reason)
    return decoded


def _fields(line: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        raise _BadLine(f"not a JSON object: {error}") from error
    if not isinstance(fields, dict):
        raise _BadLine(f"not a JSON object but {type(fields).__name__}")
    return fields


def _article(fields: Mapping[str, Any]) -> Article:
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise _BadLine('the field "text" is missing or empty')
    text = clean(text)
    return Article(
        id=_id(fields, text),
        text=text,
        title=_text(fields, "title")[:_LONGEST_TITLE].rstrip(),
        publisher=_text(fields, "source"),
        byline=_text(fields, "byline"),
        published=_published(fields, text),
        language=_language(_text(fields, "lang")),
        url=_text(fields, "url"),
    )


def _text(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _BadLine(f'the field "{key}" is {type(value).__name__}, not text')
    return clean(value).strip()


def _id(fields: Mapping[str, Any], text: str) -> str:
    """The id given, or one made of the text, which is the same whenever the text is."""
    value = fields.get("id")
    if value is None or (isinstance(value, str) and not value.strip()):
        return "text-" + hashlib.sha256(text.encode()).hexdigest()[:12]
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _BadLine(f'the field "id" is {type(value).__name__}, not text')
    return clean(str(value)).strip()


def _language(given: str) -> str:
    code = _LANGUAGES.get(given.lower(), given.lower())
    return code if code in ("nb", "nn", "en") else ""


def _published(fields: Mapping[str, Any], text: str) -> Published:
    given = _text(fields, "published")
    if not given:
        return Published(date_in(text))
    try:
        return parse_published(given)
    except ValueError as error:
        raise _BadLine(f'the field "published" is {given!r}, not an ISO date') from error
