"""Which sentence first: pure scoring of candidates from words and vectors.

Fusion is a weighted sum of scores brought to a common scale, never a fusion of ranks: ranks would give the
worse half the same say as the better one (`docs/quality.md` has both).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vectorstore.embedding import Matrix
from vectorstore.records import SentenceRow
from vectorstore.types import Scores
from vectorstore.words import stop_stems

_K1, _B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)."""


@dataclass(frozen=True, slots=True)
class Sought:
    """One view of a query: how rare each of its stems is, and how well whole articles fit."""

    rarity: Mapping[str, float]
    articles: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences with their neighbours, in reading order, and the passages of them that are to be ranked."""

    rows: Sequence[SentenceRow]
    passages: frozenset[int]


@dataclass(frozen=True, slots=True)
class _View:
    """The scores of all candidates in one view, each of shape (candidates,)."""

    words: Matrix
    article: Matrix
    cover: Matrix
    around: Matrix


def inverse_frequencies(frequencies: Mapping[str, int], total: int) -> dict[str, float]:
    """Return each stem's inverse document frequency among `total` documents, as BM25 defines it."""
    return {stem: math.log(1 + (total - count + 0.5) / (count + 0.5)) for stem, count in frequencies.items()}


def score_sentences(candidates: Candidates, own: Sought, english: Sought, query: Matrix) -> list[tuple[SentenceRow, Scores]]:
    """Return the candidate sentences with their scores; `query` is the question's vector."""
    rows = candidates.rows
    chosen = [place for place, row in enumerate(rows) if row.passage in candidates.passages]
    if not chosen:
        return []
    mine = _view(rows, chosen, [row.forms.own.split() for row in rows], own)
    english_stems = [row.forms.english.split() for row in rows]
    theirs = _view(rows, chosen, english_stems, english)
    vector = np.stack([rows[place].vector for place in chosen]) @ query
    passage = _passage_cosines([rows[place].passage or 0 for place in chosen], vector)
    columns = (
        mine.words,
        mine.article,
        mine.cover,
        mine.around,
        theirs.words,
        theirs.article,
        theirs.cover,
        theirs.around,
        np.array([_kept(english_stems[place], english.rarity) for place in chosen]),
        vector,
        passage,
    )
    return [(rows[place], Scores(*map(float, scores))) for place, *scores in zip(chosen, *columns, strict=True)]


def _view(rows: Sequence[SentenceRow], chosen: Sequence[int], stems: Sequence[list[str]], sought: Sought) -> _View:
    windows = [_window(rows, stems, place) for place in chosen]
    return _View(
        words=_scaled(_bm25_of(windows, sought.rarity)),
        article=_scaled(np.array([sought.articles.get(rows[place].article_key, 0.0) for place in chosen])),
        cover=np.array([_cover(stems[place], sought.rarity) for place in chosen]),
        around=np.array([_cover(window, sought.rarity) for window in windows]),
    )


def _window(rows: Sequence[SentenceRow], stems: Sequence[list[str]], place: int) -> list[str]:
    """The stems of a sentence with the one before and the one after it.

    A sentence that answers often leaves the subject to its neighbour.
    """
    window = list(stems[place])
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(rows) and rows[beside].article_key == rows[place].article_key:
            window += stems[beside]
    return window


def _scaled(scores: Matrix) -> Matrix:
    top = float(scores.max(initial=0.0))
    return scores / top if top > 0 else scores


def _bm25_of(windows: Sequence[list[str]], rarity: Mapping[str, float]) -> Matrix:
    mean = sum(map(len, windows)) / len(windows) or 1.0
    return np.array([_bm25(Counter(window), len(window) / mean, rarity) for window in windows], dtype=np.float32)


def _bm25(counts: Counter[str], relative_length: float, rarity: Mapping[str, float]) -> float:
    norm = _K1 * (1 - _B + _B * relative_length)
    return sum(weight * counts[stem] * (_K1 + 1) / (counts[stem] + norm) for stem, weight in rarity.items() if stem in counts)


def _cover(stems: Sequence[str], rarity: Mapping[str, float]) -> float:
    """The share of the question's words, weighed by rarity, that stand among `stems`."""
    found = set(stems)
    return sum(weight for stem, weight in rarity.items() if stem in found) / (sum(rarity.values()) or 1.0)


def _kept(stems: Sequence[str], rarity: Mapping[str, float]) -> float:
    """The share of a sentence's content words that stand in the question."""
    content = set(stems) - stop_stems()
    return len(content & rarity.keys()) / (len(content) or 1)


def _passage_cosines(passages: Sequence[int], own: Matrix) -> Matrix:
    """Each sentence's passage by the mean cosine of its sentences, which together make the passage's vector."""
    keys, places = np.unique(np.array(passages), return_inverse=True)
    sums, counts = np.zeros(len(keys)), np.zeros(len(keys))
    np.add.at(sums, places, own)
    np.add.at(counts, places, 1)
    return np.asarray((sums / counts)[places])
