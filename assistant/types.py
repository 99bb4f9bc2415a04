"""The nouns of an answer: frozen values, each holding what carries it, down to the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vectorstore import BlockKind, Extent

SCHEMA = "belegg.answer/1"


class Kind(StrEnum):
    """What a question asks for; a statement asks for sentences that say the same."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHY = "why"
    WHAT = "what"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read; `forms` are its words, folded, and `names` those that are names."""

    text: str
    language: str
    kind: Kind
    forms: frozenset[str]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence of the archive, quoted word for word: `text` is the article's text[start:end].

    `damage` says what a scrape lost of it, "" if nothing; `before` and `after` are the sentences beside
    it, to be shown with it and never as proof.
    """

    number: int
    doc_id: str
    version: int
    title: str
    publisher: str
    published: str
    url: str
    sentence: int
    start: int
    end: int
    text: str
    block: BlockKind
    language: str
    damage: str
    score: float
    speaker: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts; `value` is None where only the interval is known."""

    value: float | None
    low: float
    high: float
    unit: str
    qualifier: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer and the numbers of the citations that carry it."""

    text: str
    citations: tuple[int, ...]
    speaker: str | None = None
    as_of: str | None = None
    hedged: bool = False
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """What one speaker says on a matter that others see otherwise."""

    value: str
    speaker: str | None
    as_of: str | None
    citation: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A matter on which the archive's sources disagree."""

    about: str
    rows: tuple[ConflictRow, ...]


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    CONFLICTING = "conflicting"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched, and with which words: the evidence behind a "not found"."""

    extent: Extent
    queries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; `nearest` is filled only when the archive does not answer it."""

    question: str
    language: str
    status: Outcome
    confidence: float
    text: str
    searched: Searched
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    nearest: tuple[Citation, ...] = ()

    @property
    def shown(self) -> tuple[Citation, ...]:
        """The citations a reader sees under the answer: those that carry it, or else the nearest."""
        return self.citations or self.nearest
