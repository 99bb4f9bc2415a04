"""Which sentence first: pure scoring of candidates from words and vectors.

Fusion is a weighted sum of scores brought to a common scale, never a fusion of ranks: an English model is
nearly blind in Norwegian, and ranks would give its guesses the same say as the words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vectorstore.embedding import Matrix
from vectorstore.language import ENGLISH
from vectorstore.records import SentenceRow
from vectorstore.types import BlockKind, Scores

_K1, _B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)."""

_HEADLINE, _CAPTION = -0.30, -0.15


@dataclass(frozen=True, slots=True)
class Weights:
    """What each score counts in the sum."""

    words: float
    article: float
    cover: float
    vector: float
    passage_vector: float


WEIGHTS: Mapping[str, Weights] = {
    ENGLISH: Weights(words=1.0, article=0.3, cover=0.5, vector=2.6, passage_vector=0.2),
    "": Weights(words=1.0, article=1.2, cover=0.6, vector=1.2, passage_vector=0.2),
}
"""By the question's language, "" for both kinds of Norwegian; `docs/quality.md` has the runs that chose them."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What one search found: sentences with their neighbours, and the scores of articles and passages."""

    rows: Sequence[SentenceRow]
    articles: Mapping[int, float]
    passages: frozenset[int]


def inverse_frequencies(frequencies: Mapping[str, int], total: int) -> dict[str, float]:
    """Return each stem's inverse document frequency among `total` passages, as BM25 defines it."""
    return {stem: math.log(1 + (total - count + 0.5) / (count + 0.5)) for stem, count in frequencies.items()}


def score_sentences(
    candidates: Candidates, rarity: Mapping[str, float], query: Matrix
) -> list[tuple[SentenceRow, Scores]]:
    """Return the candidate sentences with their scores; the best `words` and `article` are 1.

    `rarity` has the inverse frequency of each stem of the question, `query` its vector.
    """
    rows = candidates.rows
    chosen = [place for place, row in enumerate(rows) if row.passage in candidates.passages]
    if not chosen:
        return []
    stems = [row.stems.split() for row in rows]
    windows = [_window(rows, stems, place) for place in chosen]
    around = _scaled(_bm25_of(windows, rarity))
    whole = _scaled(np.array([candidates.articles.get(rows[place].article_key, 0.0) for place in chosen]))
    own = np.stack([rows[place].vector for place in chosen]) @ query
    passage = _passage_cosines([rows[place].passage or 0 for place in chosen], own)
    return [
        (
            rows[place],
            Scores(
                words=float(around[at]),
                article=float(whole[at]),
                cover=_cover(stems[place], rarity),
                around=_cover(windows[at], rarity),
                vector=float(own[at]),
                passage_vector=float(passage[at]),
            ),
        )
        for at, place in enumerate(chosen)
    ]


def fuse(scores: Scores, kind: BlockKind, language: str) -> float:
    """Return the weighted sum of a sentence's scores for a question in `language`."""
    weights = WEIGHTS.get(language, WEIGHTS[""])
    total = weights.words * scores.words + weights.article * scores.article + weights.cover * scores.cover
    total += weights.vector * scores.vector + weights.passage_vector * scores.passage_vector
    return total + {BlockKind.HEADLINE: _HEADLINE, BlockKind.CAPTION: _CAPTION}.get(kind, 0.0)


def _scaled(scores: Matrix) -> Matrix:
    top = float(scores.max(initial=0.0))
    return scores / top if top > 0 else scores


def _window(rows: Sequence[SentenceRow], stems: Sequence[list[str]], place: int) -> list[str]:
    """The stems of a sentence with the one before and the one after it.

    A sentence that answers often leaves the subject to its neighbour.
    """
    window = list(stems[place])
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(rows) and rows[beside].article_key == rows[place].article_key:
            window += stems[beside]
    return window


def _bm25_of(windows: Sequence[list[str]], rarity: Mapping[str, float]) -> Matrix:
    mean = sum(map(len, windows)) / len(windows) or 1.0
    return np.array([_bm25(Counter(window), len(window) / mean, rarity) for window in windows], dtype=np.float32)


def _bm25(counts: Counter[str], relative_length: float, rarity: Mapping[str, float]) -> float:
    norm = _K1 * (1 - _B + _B * relative_length)
    return sum(
        weight * counts[stem] * (_K1 + 1) / (counts[stem] + norm) for stem, weight in rarity.items() if stem in counts
    )


def _cover(stems: Sequence[str], rarity: Mapping[str, float]) -> float:
    """The share of the question's words, weighed by rarity, that stand among `stems`."""
    own = set(stems)
    return sum(weight for stem, weight in rarity.items() if stem in own) / (sum(rarity.values()) or 1.0)


def _passage_cosines(passages: Sequence[int], own: Matrix) -> Matrix:
    """Each sentence's passage by the mean cosine of its sentences; the passage's vector is their mean too."""
    keys, places = np.unique(np.array(passages), return_inverse=True)
    sums, counts = np.zeros(len(keys)), np.zeros(len(keys))
    np.add.at(sums, places, own)
    np.add.at(counts, places, 1)
    return (sums / counts)[places]
