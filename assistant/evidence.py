"""Hits -> evidence: the sentences that answer, best first, and whether they are enough."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from assistant.types import Kind, Question
from assistant.weights import NORWEGIAN, STATEMENT, WEIGHTS
from vectorstore import BlockKind, Found, Hit, Scores
from vectorstore.language import ENGLISH
from vectorstore.words import STOP_WORDS, Word, words

_NUMBER_WORDS = frozenset(
    """
    en ein to tre fire fem seks sju syv åtte ni ti elleve tolv tjue tredve tretti førti femti hundre tusen
    million millioner milliard milliarder halvparten dusin titalls hundrevis tusenvis
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    thousand billion half dozens hundreds thousands
    """.split()
)
_TIME_WORDS = frozenset(
    """
    januar februar mars april mai juni juli august september oktober november desember mandag måndag tirsdag
    tysdag onsdag torsdag fredag lørdag laurdag søndag sundag fjor går morgen kveld natt uke uken veke sommeren
    høsten våren vinteren helgen january february march may june july october december monday tuesday wednesday
    thursday friday saturday sunday yesterday morning evening night week century
    """.split()
)
_REASON = re.compile(
    r"\b(?:fordi|grunn|grunnet|årsaken|skyldes|derfor|ettersom|siden|because|due to|owing|reason|since|caused|therefore)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

DEFAULT_THRESHOLD = 0.25
"""Least confidence with which a question is answered; a setting."""

_LIKELY = 80
_ANSWERS = 3
_MARGIN = 0.75
_ALIKE = 0.25
_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question: hits, best first, and the confidence that the first to cite answers it."""

    hits: tuple[Hit, ...]
    confidence: float

    def answers(self, most: int = _ANSWERS) -> tuple[Hit, ...]:
        """Return one to `most` hits to cite: the first, and those whose score comes near to its.

        A headline is cited only where nothing else was found: alone it proves nothing that the body does
        not say.
        """
        hits = _citable(self.hits)
        return tuple(hit for hit in hits[:most] if hit.score >= hits[0].score - _MARGIN)


def weigh(question: Question, found: Found) -> Evidence:
    """Rank the hits for the question, show each text once, and judge whether the first to cite is enough."""
    weights = WEIGHTS[table_of(question)]
    likely = sorted((replace(hit, score=_sum(base_features(hit), weights)) for hit in found.hits), key=_best_first)[:_LIKELY]
    scored = [replace(hit, score=hit.score + _sum(text_features(question, hit), weights)) for hit in likely]
    hits = tuple(_without_copies(sorted(scored, key=_best_first)))
    return Evidence(hits, _confidence(question, hits, found))


def table_of(question: Question) -> str:
    """Return the name of the weights that rank for a question."""
    if question.kind is Kind.STATEMENT:
        return STATEMENT
    return ENGLISH if question.language == ENGLISH else NORWEGIAN


def _citable(hits: Sequence[Hit]) -> Sequence[Hit]:
    return [hit for hit in hits if hit.sentence.kind is not BlockKind.HEADLINE] or hits


def base_features(hit: Hit) -> dict[str, float]:
    """Return what the archive found, by name: the scores, and the kind of block."""
    scores = {field.name: getattr(hit.scores, field.name) for field in fields(Scores)}
    kind = hit.sentence.kind
    return {**scores, "headline": float(kind is BlockKind.HEADLINE), "caption": float(kind is BlockKind.CAPTION)}


def text_features(question: Question, hit: Hit) -> dict[str, float]:
    """Return what the sentence's words say for this kind of question, by name; costs more than the scores."""
    text = hit.sentence.text
    found = words(text)
    forms = {word.form for word in found}
    is_question = text.rstrip('"”»').endswith("?")
    return {
        question.kind.weight: _fit(question, found, text),
        "exact": len(question.forms & forms - STOP_WORDS) / (len(question.forms - STOP_WORDS) or 1),
        "is_question": float(is_question),
        "same_question": hit.scores.kept * is_question,
        "brief": 1.0 / (1.0 + len(found)),
    }


def _sum(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _best_first(hit: Hit) -> tuple[float, str, int]:
    """Equal scores keep one order, so that a question gets the same answer every time."""
    return -hit.score, hit.article.id, hit.sentence.number


def _fit(question: Question, found: Sequence[Word], text: str) -> float:
    """How well a sentence fits the kind of question, 0 to 1: it must bring something not asked with."""
    new = [word for word in found if word.form not in question.forms]
    if question.kind is Kind.HOW_MANY:
        return float(any(word.form[0].isdigit() or word.form in _NUMBER_WORDS for word in new))
    if question.kind is Kind.WHEN:
        return float(any(_YEAR.fullmatch(word.form) or word.form in _TIME_WORDS for word in new))
    if question.kind is Kind.WHY:
        return float(_REASON.search(text) is not None)
    names = sum(word.is_name and word.form not in STOP_WORDS for word in new)
    return min(names, 2) / 2


def _without_copies(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The same sentence printed twice is shown once: the better one; of those that fit alike, the one printed first."""
    copies: dict[str, list[Hit]] = {}
    for hit in hits:
        copies.setdefault(" ".join(word.form for word in words(hit.sentence.text)), []).append(hit)
    for best, *others in copies.values():
        alike = [best, *(hit for hit in others if hit.score >= best.score - _ALIKE)]
        yield replace(min(alike, key=_printed), score=best.score)


def _printed(hit: Hit) -> tuple[str, str, int]:
    return hit.article.published.date or _UNDATED, hit.article.id, hit.sentence.number


_BIAS, _COVER, _AROUND, _VECTOR = -2.5, 0.7, 2.0, 1.6
"""Fitted by logistic regression on 350 answerable and 380 unanswerable questions of three development sets."""


def _confidence(question: Question, hits: Sequence[Hit], found: Found) -> float:
    """The chance that the first hit to cite answers: how much of the question its sentence and neighbours cover.

    A name that the archive has nowhere makes an answer impossible, whatever else fits; function words alone
    ask for nothing.
    """
    if not hits or question.forms <= STOP_WORDS or any(name in found.query.unknown for name in question.names):
        return 0.0
    scores = _citable(hits)[0].scores
    total = (
        _BIAS
        + _COVER * max(scores.cover, scores.english_cover)
        + _AROUND * max(scores.around, scores.english_around)
        + _VECTOR * scores.vector
    )
    return 1 / (1 + math.exp(-total))
