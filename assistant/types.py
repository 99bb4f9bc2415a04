"""The nouns of an answer: frozen values, each holding what carries it, down to the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vectorstore import BlockKind, Extent

SCHEMA = "belegg.answer/1"


class Kind(StrEnum):
    """What a question asks for; a statement asks for sentences that say the same, a quote for what someone said."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how_many"
    WHY = "why"
    HOW = "how"
    WHAT = "what"
    QUOTE = "quote"
    YES_NO = "yes_no"
    STATEMENT = "statement"

    @property
    def weight(self) -> str:
        """The name of its weight; kinds that have none of their own yet count as "what"."""
        return Kind.WHAT.value if self in (Kind.HOW, Kind.QUOTE, Kind.YES_NO) else self.value


@dataclass(frozen=True, slots=True)
class Window:
    """A period that a question names in its words `text`; `start` and `end` are ISO dates, the first and last day, "" if open.

    `is_relative` where the words count from today ("i fjor"). `is_about_publication` where they say when articles were printed
    ("artikler fra 2016"), not when something happened. `year_stated` is False where the year was inferred.
    """

    start: str
    end: str
    text: str
    is_relative: bool = False
    is_about_publication: bool = False
    year_stated: bool = True

    @property
    def filters(self) -> bool:
        """Whether articles of other dates are left out, those without a date kept; else the window only weighs."""
        return self.is_about_publication or (self.is_relative and self.year_stated)


@dataclass(frozen=True, slots=True)
class SourceName:
    """Words of a question that may name a publisher, folded.

    `is_attributed` after "ifølge" or "skriver", where a capital and part of a publisher's name are enough; after a mere "i" the
    whole name must stand, or every place would be a newspaper.
    """

    words: tuple[str, ...]
    is_attributed: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read; `forms` are its words, folded, and `names` those that are names.

    `full_names` are its names as written, several words as one; `sources` are words that name a publisher if the archive has it.
    """

    text: str
    language: str
    kind: Kind
    forms: frozenset[str]
    names: tuple[str, ...]
    full_names: tuple[str, ...] = ()
    window: Window | None = None
    sources: tuple[SourceName, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a follow-up can lean on: a question that stood alone, and the sentences its answer cited, best first."""

    question: str
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One sentence of the archive, quoted word for word: `text` is the article's text[start:end].

    `damage` says what a scrape lost of it, "" if nothing; `before` and `after` are the sentences beside
    it, to be shown with it and never as proof. `speaker` is whom the content comes from, `reported_by` the agencies and outlets
    that passed it on before the publisher did; `hedged` where it leaves open whether it is so.
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
    reported_by: tuple[str, ...] = ()
    hedged: bool = False


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
    """One statement of an answer and the numbers of the citations that carry it.

    `span` is (start, end) in the first citation's text of the words that answer the question; None where none surely do.
    """

    text: str
    citations: tuple[int, ...]
    speaker: str | None = None
    as_of: str | None = None
    hedged: bool = False
    figure: Figure | None = None
    span: tuple[int, int] | None = None


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
    """What was searched, and with which words: the evidence behind a "not found".

    `in_english` are the English of `queries` as far as it is another. `window` is the period that the question named, `source` the
    publisher to which it was restricted, "" if to none; `unknown` are names of the question that stand nowhere in the archive.
    """

    extent: Extent
    queries: tuple[str, ...]
    window: Window | None = None
    source: str = ""
    unknown: tuple[str, ...] = ()
    in_english: tuple[str, ...] = ()


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
    def spans(self) -> dict[int, tuple[int, int]]:
        """The words that answer, by the number of the citation in whose text they stand."""
        return {claim.citations[0]: claim.span for claim in self.claims if claim.span and claim.citations}

    @property
    def shown(self) -> tuple[Citation, ...]:
        """The citations a reader sees under the answer: those that carry it, or else the nearest."""
        return self.citations or self.nearest
