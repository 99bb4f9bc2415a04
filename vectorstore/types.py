"""The nouns of the archive: frozen values, and the rule for ids and offsets.

Every offset counts Unicode code points in `Article.text` exactly as the catalog keeps it, and
`article.text[start:end]` is the text meant, for blocks, sentences and passages alike.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from enum import StrEnum


class BlockKind(StrEnum):
    """What a run of an article's text is."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"
    DATELINE = "dateline"
    CORRECTION = "correction"


EVIDENCE_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.BODY, BlockKind.CAPTION, BlockKind.CORRECTION})
"""The kinds of block whose sentences may be cited. All others are kept and shown, never cited."""


class Precision(StrEnum):
    """How much of a publication date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date as far as it is known: "2017-03-06", "2017-03", "2017" or ""."""

    date: str = ""

    def __post_init__(self) -> None:
        """Refuse what is not a (partial) ISO 8601 calendar date, with ValueError."""
        if self.date:
            if not _PARTIAL_DATE.fullmatch(self.date):  # Python would read a week date too
                raise ValueError(f"{self.date!r} is not a date")
            datetime.date.fromisoformat(self.date + "-01" * (2 - self.date.count("-")))

    @property
    def precision(self) -> Precision:
        """Day, month or year, by how many parts are given; unknown if none is."""
        parts = len(self.date.split("-")) if self.date else 0
        return (Precision.UNKNOWN, Precision.YEAR, Precision.MONTH, Precision.DAY)[parts]

    @property
    def first_day(self) -> datetime.date | None:
        """The earliest day it may be."""
        if not self.date:
            return None
        return datetime.date.fromisoformat(self.date + "-01" * (2 - self.date.count("-")))


class Status(StrEnum):
    """Where an article's version stands; only a live one is ever searched or cited."""

    PENDING = "pending"
    LIVE = "live"
    SUPERSEDED = "superseded"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published."""

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    byline: str = ""
    published: Published = Published()
    language: str = ""
    url: str = ""
    version: int = 1
    status: Status = Status.PENDING

    def with_language(self, language: str) -> Article:
        """The same article, marked as written in `language`."""
        return replace(self, language=language)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text of one kind, in one language."""

    kind: BlockKind
    start: int
    end: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of one block, numbered from 1 in reading order through the whole article.

    `damage` says what is missing when a scrape lost a piece of the sentence; "" when it is whole.
    """

    number: int
    start: int
    end: int
    text: str
    kind: BlockKind
    language: str
    damage: str = ""

    @property
    def is_evidence(self) -> bool:
        """Whether the sentence may be cited at all."""
        return self.kind in EVIDENCE_KINDS


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive evidence sentences of one article: the unit that is searched."""

    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The sentences joined by single blanks; for indexing, never for quoting."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Scores:
    """Why a sentence was found; each between 0 and 1, cosines between -1 and 1.

    `words`: BM25 of the sentence with its neighbours, `article`: BM25 of its article, the best of one
    search being 1. `cover`, `around`: the share of the question's words, weighed by rarity, that stand in the
    sentence, and in it or its neighbours. The four beginning with `english` are the same for the English of
    question and text. `kept`: the share of the sentence's own English words that the question has too. `vector`,
    `passage_vector`: cosines of the sentence and of its passage.
    """

    words: float = 0.0
    article: float = 0.0
    cover: float = 0.0
    around: float = 0.0
    english_words: float = 0.0
    english_article: float = 0.0
    english_cover: float = 0.0
    english_around: float = 0.0
    kept: float = 0.0
    vector: float = 0.0
    passage_vector: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence found, with the article it stands in and why; `score` is given by who weighs the hits.

    `before` and `after` are the evidence beside it in the article, None where there is none.
    """

    article: Article
    sentence: Sentence
    scores: Scores = Scores()
    score: float = 0.0
    before: Sentence | None = None
    after: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not ingested: where it stands ("file" or "file:line") and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something that was ingested with a reservation: where it stands, and what is doubtful about it."""

    source: str
    reason: str
