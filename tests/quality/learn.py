"""Learn the weights of `assistant/weights.py` from question sets: `make weights SETS=folder`.

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

from assistant.weights import NORWEGIAN, WEIGHTS
from tests.quality.features import Asked, QuestionSet, feature_names, gather, shares
from vectorstore import MiniLM
from vectorstore.language import ENGLISH

STEPS, RATE, DECAY, TEMPERATURE = 400, 0.05, 0.002, 4.0
LEARNED_FROM = {
    NORWEGIAN: {"norquad": (1.0, 900), "ntrex-nb-en": (0.5, 250), "ntrex-nn-en": (0.5, 250)},
    ENGLISH: {"squad2": (1.0, 580), "clapnq": (3.0, 118), "xling": (5.0, 70), "ntrex-en-nb": (0.5, 250)},
}
"""Sets for each language of the question: how much a question counts, and how many are taken at most."""


def is_held_out(one: Asked) -> bool:
    """One article in five, by a hash of its id."""
    return hashlib.sha256(one.article.encode()).digest()[0] % 5 == 0


def learn(asked: Sequence[tuple[Asked, float]], start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights that make the right sentences likeliest, by Adam on the softmax likelihood."""
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    usable = [(one.features * TEMPERATURE, one.right, share) for one, share in asked if one.right.any()]
    for step in range(1, STEPS + 1):
        slope = DECAY * weights
        for features, right, share in usable:
            slope -= share * _slope(features, right, weights) / len(usable)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _slope(features: NDArray[np.float64], right: NDArray[np.bool_], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """How the log-likelihood of the right candidates grows with the weights."""
    scores = features @ weights
    odds = np.exp(scores - scores.max())
    among_right = np.where(right, odds, 0.0)
    return np.asarray((among_right / among_right.sum() - odds / odds.sum()) @ features)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, required=True)
    folder = parser.parse_args().sets
    cache = Path(os.environ.get("BELEGG_CACHE") or user_cache_path("belegg"))
    embedder = MiniLM(cache / "models")
    names = feature_names()
    for language, sets in LEARNED_FROM.items():
        gathered = {name: list(gather(QuestionSet(folder / name), embedder, most)) for name, (_, most) in sets.items()}
        seen = [(one, sets[name][0]) for name, some in gathered.items() for one in some if not is_held_out(one)]
        start = np.array([WEIGHTS[language].get(name, 0.0) for name in names])
        weights = learn(seen, start)
        print(f"{language}: {{" + ", ".join(f'"{n}": {w:.2f}' for n, w in zip(names, weights, strict=True) if abs(w) >= 0.005) + "}")
        for name, some in gathered.items():
            unseen = [one for one in some if is_held_out(one)]
            before, after = shares(unseen, start), shares(unseen, weights)
            print(f"  {name:12} unseen {len(unseen):4}: before {before[0]:.3f} {before[1]:.3f}, after {after[0]:.3f} {after[1]:.3f}")


if __name__ == "__main__":
    main()
