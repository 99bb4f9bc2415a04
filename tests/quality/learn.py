"""Learn the weights of `assistant/ranking/weights.py` from question sets: `make weights SETS=folder`.

A softmax over each question's candidates, fitted by gradient descent: the right sentences' share of it is
made as large as it can be. Questions are split by article, so that no article is on both sides, and
what is printed beside the table is measured on the articles left out.
"""

from __future__ import annotations

import argparse
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from assistant.ranking.weights import NORWEGIAN, STATEMENT, WEIGHTS
from tests.quality.features import Asked, QuestionSet, feature_names, gather, shares
from vectorstore import MiniLM
from vectorstore.language import ENGLISH

STEPS, RATE, DECAY, TEMPERATURE = 400, 0.05, 0.002, 4.0
LEARNED_FROM = {
    NORWEGIAN: {"norquad": (1.0, 1885), "ntrex-nb-en": (1.0, 809), "ntrex-nn-en": (1.0, 809)},
    ENGLISH: {"squad2": (1.0, 580), "clapnq": (3.0, 118), "xling": (5.0, 70), "ntrex-en-nb": (1.0, 809)},
    STATEMENT: {"ntrex-nb-en": (1.0, 809), "ntrex-en-nb": (1.0, 809), "ntrex-nn-en": (1.0, 809)},
}
"""Sets for each table of weights: how much a question counts, and how many are taken at most."""


def is_held_out(one: Asked) -> bool:
    """One article in five, by a hash of its id."""
    return hashlib.sha256(one.article.encode()).digest()[0] % 5 == 0


def learn(asked: Sequence[tuple[Asked, float]], start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights that make the right sentences likeliest, by Adam on the softmax likelihood."""
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    usable = [(one, share) for one, share in asked if one.right.any()]
    features, is_right, is_any = _stacked([one for one, _ in usable])
    counts = np.array([share for _, share in usable]) / len(usable)
    for step in range(1, STEPS + 1):
        slope = DECAY * weights - _slope(features, is_right, is_any, counts, weights)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _stacked(asked: Sequence[Asked]) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Features, shape (questions, candidates, names), which candidates are right, and which there are: questions have unequally many."""
    most = max(len(one.right) for one in asked)
    features = np.zeros((len(asked), most, asked[0].features.shape[1]))
    is_right, is_any = np.zeros((2, len(asked), most), dtype=bool)
    for place, one in enumerate(asked):
        count = len(one.right)
        features[place, :count], is_right[place, :count], is_any[place, :count] = one.features * TEMPERATURE, one.right, True
    return features, is_right, is_any


def _slope(
    features: NDArray[np.float64],
    is_right: NDArray[np.bool_],
    is_any: NDArray[np.bool_],
    counts: NDArray[np.float64],
    weights: NDArray[np.float64],
) -> NDArray[np.float64]:
    """How the log-likelihood of the right candidates, each question counting as `counts` says, grows with the weights."""
    scores = np.where(is_any, features @ weights, -np.inf)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    among_right = np.where(is_right, odds, 0.0)
    difference = among_right / among_right.sum(axis=1, keepdims=True) - odds / odds.sum(axis=1, keepdims=True)
    return np.asarray(np.einsum("qc,qcf->f", difference * counts[:, None], features))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, required=True)
    folder = parser.parse_args().sets
    cache = Path(os.environ.get("BELEGG_CACHE") or user_cache_path("belegg"))
    embedder = MiniLM(cache / "models")
    names = feature_names()
    for table, sets in LEARNED_FROM.items():
        gathered = {name: list(gather(QuestionSet(folder / name), embedder, most)) for name, (_, most) in sets.items()}
        seen = [(one, sets[name][0]) for name, some in gathered.items() for one in some if one.table == table and not is_held_out(one)]
        start = np.array([WEIGHTS[table].get(name, 0.0) for name in names])
        weights = learn(seen, start)
        print(f"{table}: {{" + ", ".join(f'"{n}": {w:.2f}' for n, w in zip(names, weights, strict=True) if abs(w) >= 0.005) + "}")
        for name, some in gathered.items():
            unseen = [one for one in some if one.table == table and is_held_out(one)]
            before, after = shares(unseen, start), shares(unseen, weights)
            print(f"  {name:12} unseen {len(unseen):4}: before {before[0]:.3f} {before[1]:.3f}, after {after[0]:.3f} {after[1]:.3f}")


if __name__ == "__main__":
    main()
