"""What is known of a sentence found for a question, by name, and its weighted sum."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache

from assistant.ranking.weights import NORWEGIAN, STATEMENT
from assistant.types import Kind, Question
from vectorstore import BlockKind, Hit, Scores
from vectorstore.language import ENGLISH
from vectorstore.words import STOP_WORDS, Word, words

_KEPT = 4096

CROSS = "cross"
"""What the cross-encoder says of a sentence that it has read together with the question."""

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


def table_of(question: Question) -> str:
    """Return the name of the weights that rank for a question."""
    if question.kind is Kind.STATEMENT:
        return STATEMENT
    return ENGLISH if question.language == ENGLISH else NORWEGIAN


def weighed(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the sum of the features, each times its weight; one without a weight counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def base_features(hit: Hit) -> dict[str, float]:
    """Return what the archive found, by name: the scores, the kind of block, how early the sentence stands, whether it is whole."""
    scores = {field.name: getattr(hit.scores, field.name) for field in fields(Scores)}
    sentence = hit.sentence
    return {
        **scores,
        "headline": float(sentence.kind is BlockKind.HEADLINE),
        "caption": float(sentence.kind is BlockKind.CAPTION),
        "early": 1.0 / sentence.number,
        "damaged": float(bool(sentence.damage)),
    }


def text_features(question: Question, hit: Hit) -> dict[str, float]:
    """Return what the sentence's words say for this kind of question, by name; costs more than the scores."""
    text = hit.sentence.text
    found = _words(text)
    forms = {word.form for word in found}
    is_question = text.rstrip('"”»').endswith("?")
    return {
        question.kind.weight: _fit(question, found, text),
        "exact": len(question.forms & forms - STOP_WORDS) / (len(question.forms - STOP_WORDS) or 1),
        "is_question": float(is_question),
        "same_question": hit.scores.kept * is_question,
        "brief": 1.0 / (1.0 + len(found)),
        "numbered": _share([form for form in question.forms if form[0].isdigit()], forms | _forms_around(hit)),
        "foreign": float((hit.sentence.language == ENGLISH) != (question.language == ENGLISH)),
    }


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


@lru_cache(_KEPT)
def _words(text: str) -> tuple[Word, ...]:
    """A sentence is a candidate, and the neighbour of two others: its words are read once."""
    return tuple(words(text))


def _forms_around(hit: Hit) -> set[str]:
    """What stands beside a sentence, in the title, and in the date: the year that it speaks of is often said there."""
    beside = (sentence.text for sentence in (hit.before, hit.after) if sentence)
    article = hit.article
    return {word.form for text in (*beside, article.title) for word in _words(text)} | {article.published.date[:4]}


def _share(asked: Sequence[str], known: Collection[str]) -> float:
    """The share of what is asked with that is known; 1 where nothing is."""
    return sum(form in known for form in asked) / len(asked) if asked else 1.0
