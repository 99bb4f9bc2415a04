"""The nouns of what is read in a text; light, so that a question that only looks facts up loads none of the readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

VERSION = "1"
"""Raised whenever the same text would be read in another way: an archive is stamped with it."""


class Qualifier(StrEnum):
    """How a number is meant that is not exact."""

    OVER = "over"
    ABOUT = "about"
    AT_LEAST = "at least"
    UP_TO = "up to"
    NEARLY = "nearly"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its qualifier and unit at start:end of a text; `value` is None for a range and for what is vague."""

    text: str
    start: int
    end: int
    value: float | None
    low: float
    high: float
    qualifier: Qualifier | None
    unit: str
    rule: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time named at start:end of a text; an end that is not bounded, or not known, is None."""

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    granularity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words that leave something open, and the rule by which they do."""

    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Source:
    """Who a sentence's content comes from.

    `name` is as written, `full_name` its fullest form so far; `inferred` where neither stands in the sentence.
    """

    name: str
    full_name: str
    inferred: bool
    rule: str


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """What is read in one sentence; offsets count in it."""

    numbers: tuple[Number, ...] = ()
    dates: tuple[Time, ...] = ()
    sources: tuple[Source, ...] = ()
    reported_by: tuple[str, ...] = ()
    hedges: tuple[Hedge, ...] = ()
