"""Results of a question set -> what they are worth: the measure of the project, pure and written once.

`belegg eval`, `make quality` and the learning of weights all judge by `is_right`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

_WORDS_SHARED = 0.6
_BINS = 10


@dataclass(frozen=True, slots=True)
class Expected:
    """A sentence that answers: its article, and its text, "" where any sentence of the article will do."""

    doc_id: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question with what is expected of it; `span_in_evidence` says that an answer string must stand in the cited sentence."""

    id: str
    text: str
    language: str = ""
    type: str = ""
    answers: tuple[str, ...] = ()
    expected: tuple[Expected, ...] = ()
    answerable: bool = True
    span_in_evidence: bool = True

    @property
    def is_judged(self) -> bool:
        """Whether the question says which sentences are right; one that doesn't can only be answered or refused."""
        return self.answerable and bool(self.expected or self.answers)


@dataclass(frozen=True, slots=True)
class Got:
    """A sentence that was cited, shown or ranked."""

    doc_id: str
    sentence: int
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a question: cited by `ask`, nearest where it refused, and ranked by `search`, each best first."""

    question: SetQuestion
    answered: bool
    confidence: float
    cited: tuple[Got, ...] = ()
    nearest: tuple[Got, ...] = ()
    ranked: tuple[Got, ...] = ()

    @property
    def first(self) -> Got | None:
        """The sentence that stands first before the reader, as answer or as nearest."""
        return next(iter(self.cited or self.nearest), None)

    @property
    def is_right(self) -> bool:
        """Whether the archive answers the question and the first sentence is one that does."""
        return self.question.answerable and self.first is not None and is_right(self.question, self.first.doc_id, self.first.text)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Over `count` questions: the share with the right article first, and with a right sentence within each rank."""

    count: int
    article: float
    within: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one type in one language, or of all; what a group has no question for is None.

    `ask` counts a refusal as wrong, `of_answered` leaves refusals out; `refused` is the share of the unanswerable.
    """

    type: str
    language: str
    answerable: int
    answered: float | None
    ask: Ranking | None
    of_answered: Ranking | None
    search: Ranking | None
    unanswerable: int
    refused: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions with a confidence from `low` to `high`: how many, its mean, and how many are answerable and answered right.

    `right` is None where no question of them says what is right.
    """

    low: float
    high: float
    count: int
    confidence: float
    answerable: float
    right: float | None


class MissKind(StrEnum):
    """What went wrong."""

    REFUSED = "refused"
    WRONG = "wrong"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that went wrong, and where a right sentence stands among the cited and the ranked, from 1; None where it doesn't."""

    kind: MissKind
    result: Result
    cited: int | None
    ranked: int | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of a whole set: of all, then of each type and language; `area` and `curve` are of the confidence's ROC."""

    questions: int
    unjudged: int
    ranks: tuple[int, ...]
    whole: Group
    groups: tuple[Group, ...]
    area: float | None
    curve: tuple[tuple[float, float], ...]
    bins: tuple[Bin, ...]
    misses: tuple[Miss, ...]


def evaluate(results: Sequence[Result], last: int = 10) -> Evaluation:
    """Score the results of a set; `last` is the lowest rank looked at beside the first and the third."""
    ranks = tuple(sorted({1, min(3, last), last}))
    answerable, others = confidences(results)
    return Evaluation(
        questions=len(results),
        unjudged=sum(result.question.answerable and not result.question.is_judged for result in results),
        ranks=ranks,
        whole=_group("", "", results, ranks),
        groups=tuple(_groups(results, ranks)),
        area=area_under_curve(answerable, others),
        curve=roc_curve(answerable, others),
        bins=tuple(_bins(results)),
        misses=tuple(_misses(results)),
    )


def is_right(question: SetQuestion, doc_id: str, text: str) -> bool:
    """Whether a sentence is the evidence of a question: of its article, and the same but for the split.

    A question that has answer strings wants one of them in the sentence too; without evidence they alone decide.
    """
    if question.expected and not any(_is_expected(expected, doc_id, text) for expected in question.expected):
        return False
    answers = [answer for answer in map(plain, question.answers) if answer]
    if not answers or (question.expected and not question.span_in_evidence):
        return bool(question.expected)
    sentence = plain(text)
    return any(answer in sentence for answer in answers)


def _is_expected(expected: Expected, doc_id: str, text: str) -> bool:
    return expected.doc_id == doc_id and (not expected.text or is_same_sentence(expected.text, text))


def is_same_sentence(one: str, other: str) -> bool:
    """Whether one text contains the other, or they share 60 % of their words (F1), whatever stands between the words."""
    first, second = plain(one), plain(other)
    if not first or not second:
        return False
    if first in second or second in first:
        return True
    mine, theirs = Counter(first.split()), Counter(second.split())
    return 2 * (mine & theirs).total() / (mine.total() + theirs.total()) >= _WORDS_SHARED


def plain(text: str) -> str:
    """Return the words of a text in lower case with single blanks between them: what is left when splitting and marks don't count."""
    return " ".join(re.findall(r"\w+", text.lower()))


def place_of(marks: Iterable[bool]) -> int | None:
    """Return the place of the first True, from 1."""
    return next((place for place, is_marked in enumerate(marks, start=1) if is_marked), None)


def shares(places: Sequence[int | None], ranks: Sequence[int]) -> tuple[float, ...]:
    """Return for each rank the share of places that are within it; 0 where there are no places."""
    return tuple(sum(place is not None and place <= rank for place in places) / max(len(places), 1) for rank in ranks)


def confidences(results: Iterable[Result]) -> tuple[list[float], list[float]]:
    """Return the confidences of the answerable questions, and of the others."""
    split: tuple[list[float], list[float]] = [], []
    for result in results:
        split[not result.question.answerable].append(result.confidence)
    return split


def area_under_curve(positive: Sequence[float], negative: Sequence[float]) -> float | None:
    """Return the chance that a positive stands above a negative, a tie being half a chance (Mann and Whitney's U); None without a pair."""
    if not positive or not negative:
        return None
    ordered = sorted(negative)
    above = sum(bisect_left(ordered, value) + bisect_right(ordered, value) for value in positive) / 2
    return above / (len(positive) * len(negative))


def roc_curve(positive: Sequence[float], negative: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return the corners of the ROC curve from (0, 0) to (1, 1): share of negatives and of positives at or above each value."""
    if not positive or not negative:
        return ()
    ups, downs = Counter(positive), Counter(negative)
    corners, up, down = [(0.0, 0.0)], 0, 0
    for value in sorted({*positive, *negative}, reverse=True):
        up, down = up + ups[value], down + downs[value]
        corners.append((down / len(negative), up / len(positive)))
    return tuple(corners)


def _groups(results: Sequence[Result], ranks: Sequence[int]) -> Iterator[Group]:
    members: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in results:
        members[result.question.type, result.question.language].append(result)
    for (kind, language), some in sorted(members.items(), key=lambda item: item[0]):
        yield _group(kind, language, some, ranks)


def _group(kind: str, language: str, results: Sequence[Result], ranks: Sequence[int]) -> Group:
    answerable = [result for result in results if result.question.answerable]
    others = [result for result in results if not result.question.answerable]
    judged = [result for result in answerable if result.question.is_judged]
    answered = [result for result in judged if result.answered]
    return Group(
        type=kind,
        language=language,
        answerable=len(answerable),
        answered=_share(result.answered for result in answerable),
        ask=_ranking([(result.question, result.cited) for result in judged], ranks),
        of_answered=_ranking([(result.question, result.cited) for result in answered], ranks),
        search=_ranking([(result.question, result.ranked) for result in judged], ranks),
        unanswerable=len(others),
        refused=_share(not result.answered for result in others),
    )


def _ranking(found: Sequence[tuple[SetQuestion, Sequence[Got]]], ranks: Sequence[int]) -> Ranking | None:
    if not found:
        return None
    article = sum(_has_article_first(question, got) for question, got in found) / len(found)
    return Ranking(len(found), article, shares([_right_place(question, got) for question, got in found], ranks))


def _has_article_first(question: SetQuestion, found: Sequence[Got]) -> bool:
    """Where no evidence names an article, the one of a right sentence is right."""
    if not found or not question.expected:
        return _right_place(question, found[:1]) is not None
    return any(expected.doc_id == found[0].doc_id for expected in question.expected)


def _right_place(question: SetQuestion, found: Sequence[Got]) -> int | None:
    return place_of(is_right(question, got.doc_id, got.text) for got in found)


def _share(marks: Iterable[bool]) -> float | None:
    known = list(marks)
    return sum(known) / len(known) if known else None


def _bins(results: Iterable[Result]) -> Iterator[Bin]:
    """Tenths of the confidence that have a question in them; 1 belongs to the last."""
    members: dict[int, list[Result]] = defaultdict(list)
    for result in results:
        members[min(int(result.confidence * _BINS), _BINS - 1)].append(result)
    for tenth, some in sorted(members.items()):
        yield Bin(
            low=tenth / _BINS,
            high=(tenth + 1) / _BINS,
            count=len(some),
            confidence=sum(result.confidence for result in some) / len(some),
            answerable=sum(result.question.answerable for result in some) / len(some),
            right=_share(result.is_right for result in some if result.question.is_judged or not result.question.answerable),
        )


def _misses(results: Iterable[Result]) -> Iterator[Miss]:
    for result in results:
        question = result.question
        if (kind := _miss_kind(result)) is None:
            continue
        if question.is_judged:
            yield Miss(kind, result, _right_place(question, result.cited), _right_place(question, result.ranked))
        else:
            yield Miss(kind, result, None, None)


def _miss_kind(result: Result) -> MissKind | None:
    """An answer to a question that does not say what is right is no miss."""
    question = result.question
    if not question.answerable:
        return MissKind.ANSWERED if result.answered else None
    if not result.answered:
        return MissKind.REFUSED
    return MissKind.WRONG if question.is_judged and not result.is_right else None
