"""Hits -> evidence: the sentences that answer, best first, and whether they are enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.ranking.confidence import confidence
from assistant.ranking.features import CROSS, base_features, table_of, text_features, weighed
from assistant.ranking.weights import CONFIDENCE, FAST, JOINED, READ, WEIGHTS
from assistant.types import Kind, Question
from vectorstore import BlockKind, Found, Hit
from vectorstore.words import STOP_WORDS, words

DEFAULT_THRESHOLD, FAST_THRESHOLD = 0.24, 0.38
"""Least confidence with which a question is answered, with a reader and without; a setting.

Nineteen in twenty questions that the archive answers in their own language lie above the first, and four in five of those that
it answers in the other; the second refuses as much of what the archive is silent on.
"""

REREAD = 20
"""Candidates that are read together with the question: 99 in 100 of the sentences that come first stand among them."""

_LIKELY = 80
_ANSWERS = 3
_MARGIN = 1.0
"""How far below the first a sentence may score to be cited beside it: a fiftieth of its odds."""
_ALIKE = 0.25
_UNDATED = "9999"


class Reader(Protocol):
    """What reads a question and its candidates together."""

    def scores(self, question: Question, hits: Sequence[Hit]) -> Iterable[float]:
        """Return one score per hit, the higher the likelier its sentence answers."""


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
        hits = [hit for hit in self.hits if not _is_headline(hit)] or self.hits
        return tuple(hit for hit in hits[:most] if hit.score >= hits[0].score - _MARGIN)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hit with all that is known of it."""

    hit: Hit
    features: Mapping[str, float]

    def scored(self, score: float) -> _Candidate:
        return replace(self, hit=replace(self.hit, score=score))


def weigh(question: Question, found: Found, reader: Reader | None = None) -> Evidence:
    """Rank the hits for the question, show each text once, and judge whether the first to cite is enough.

    Without a reader the features alone rank. What asks nothing is never read with its candidates: its twin says the same in other
    words, which the features were learned to find.
    """
    table = table_of(question)
    candidates = list(_without_copies(sorted(_likely(question, found, WEIGHTS[table]), key=_best_first)))
    if reader is not None and _asks(question) and candidates:
        candidates = _reread(question, candidates, reader, JOINED[table])
    return Evidence(tuple(candidate.hit for candidate in candidates), _confidence(question, candidates, found))


def _asks(question: Question) -> bool:
    """Whether it is no statement, by its kind or by how it ends."""
    return question.kind is not Kind.STATEMENT and not question.text.rstrip("\"”» ").endswith((".", "!"))


def _likely(question: Question, found: Found, weights: Mapping[str, float]) -> Iterator[_Candidate]:
    """The hits that the archive's own scores make likely; only their words are looked at, which costs more."""
    known = [_Candidate(hit, base_features(hit)) for hit in found.hits]
    scored = sorted((one.scored(weighed(one.features, weights)) for one in known), key=_best_first)
    for one in scored[:_LIKELY]:
        features = {**one.features, **text_features(question, one.hit)}
        yield _Candidate(replace(one.hit, score=weighed(features, weights)), features)


def _reread(question: Question, candidates: Sequence[_Candidate], reader: Reader, weights: Mapping[str, float]) -> list[_Candidate]:
    """Rank the likeliest again by what the reader adds; the others follow in the order they had."""
    first, rest = candidates[:REREAD], candidates[REREAD:]
    scores = reader.scores(question, [one.hit for one in first])
    read = [replace(one, features={**one.features, CROSS: float(score)}) for one, score in zip(first, scores, strict=True)]
    again = sorted((one.scored(weighed(one.features, weights)) for one in read), key=_best_first)
    drop = rest[0].hit.score - again[-1].hit.score if rest else 0.0
    return [*again, *(one.scored(one.hit.score - drop) for one in rest)]


def _is_headline(hit: Hit) -> bool:
    return hit.sentence.kind is BlockKind.HEADLINE


def _best_first(candidate: _Candidate) -> tuple[float, str, int]:
    """Equal scores keep one order, so that a question gets the same answer every time."""
    hit = candidate.hit
    return -hit.score, hit.article.id, hit.sentence.number


def _without_copies(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The same sentence printed twice is shown once: the better one; of those that fit alike, the one printed first."""
    copies: dict[str, list[_Candidate]] = {}
    for one in candidates:
        copies.setdefault(" ".join(word.form for word in words(one.hit.sentence.text)), []).append(one)
    for best, *others in copies.values():
        alike = [best, *(one for one in others if one.hit.score >= best.hit.score - _ALIKE)]
        yield min(alike, key=_printed).scored(best.hit.score)


def _printed(candidate: _Candidate) -> tuple[str, str, int]:
    hit = candidate.hit
    return hit.article.published.date or _UNDATED, hit.article.id, hit.sentence.number


def _confidence(question: Question, candidates: Sequence[_Candidate], found: Found) -> float:
    """The chance that the first hit to cite answers.

    A name that the archive has nowhere makes an answer impossible, whatever else fits; function words alone
    ask for nothing.
    """
    if not candidates or question.forms <= STOP_WORDS or any(name in found.query.unknown for name in question.names):
        return 0.0
    first = next((one for one in candidates if not _is_headline(one.hit)), candidates[0])
    return confidence(first.features, CONFIDENCE[READ if CROSS in first.features else FAST])
