"""What a question asks for, read from its words: language, kind, names, time window, source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.asking.kinds import kind_of
from assistant.asking.naming import full_names, source_names
from assistant.asking.windows import read_window
from assistant.types import Kind, Question
from vectorstore import QueryUnusable
from vectorstore.archive import LONGEST_QUERY
from vectorstore.language import detect
from vectorstore.reading.decoding import clean
from vectorstore.words import STOP_WORDS, words


def read_question(text: str, *, today: date | None = None) -> Question:
    """Read a question asked on the day `today`, the present one if None; one that fits no other kind asks what.

    Raises QueryUnusable if it is far too long.
    """
    _require_length(text)
    text = clean(text)
    found = words(text)
    names = tuple(word.form for word in found if word.is_name and word.form not in STOP_WORDS)
    kind = kind_of(text, found)
    question = Question(text, _language(text), kind, frozenset(word.form for word in found), names, full_names(text))
    if kind is Kind.STATEMENT:  # its "yesterday" counts from its own article's day, and its "according to" says who spoke
        return question
    return replace(question, window=read_window(text, today or date.today()), sources=tuple(source_names(text)))


def _require_length(text: str) -> None:
    """Refuse a document before its words are read, which takes minutes for a megabyte."""
    if len(text) > LONGEST_QUERY:
        raise QueryUnusable(f"the question has {len(text)} characters; at most {LONGEST_QUERY} can be asked", "ask it in a sentence or two")


def _language(text: str) -> str:
    return detect(text, default="nb")
