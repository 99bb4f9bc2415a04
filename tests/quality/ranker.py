"""Train all that ranks and judges: `make ranker SETS=folder`, some hours on two cores.

The cross-encoder is trained three times on two thirds of the articles, and scores the third it has not seen; from these scores the
joined weights and the confidence are learned, and from them come the figures, each question answered by what was learned
from other articles. Then the cross-encoder that is shipped is trained on all. What is done is kept in `--work`, and a
run that was cut short goes on from there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from assistant.evidence import DEFAULT_THRESHOLD, REREAD
from assistant.ranking.crossencoder import MODEL
from assistant.ranking.weights import FAST, READ, WEIGHTS
from tests.quality.features import Asked, QuestionSet, feature_names, gather
from tests.quality.joining import SIGNS, all_learned, confidence_of, crossed_figures, firsts, fitted, names, refusals, with_scores
from vectorstore import MiniLM

FOLDS = 3
FIGURES = Path(__file__).with_name("crossed.json")
"""What the ranker reached on articles it had not seen, when it was last trained; `make quality` shows it."""
LEARNED_FROM: Mapping[str, float] = {"norquad": 1.0, "squad2": 1.0, "clapnq": 1.5, "xling": 0.5, "unanswerable": 1.0}
"""The question sets, and how much one question of each counts."""

T = TypeVar("T")
Sets = Mapping[str, Sequence[Asked]]
Scores = Mapping[str, Sequence[NDArray[np.float32]]]
"""By set, and in the order of its questions."""


def fold_of(one: Asked) -> int:
    """The third of the articles that a question belongs to, by a hash of the article's id."""
    return hashlib.sha256(one.article.encode()).digest()[1] % FOLDS


def gathered(folder: Path, embedder: MiniLM, work: Path) -> Sets:
    """All questions of the sets with their candidates."""

    def all_of(name: str) -> Sequence[Asked]:
        return list(gather(QuestionSet(folder / name), embedder, 10**6, with_unanswerable=True))

    return {name: kept(work / f"asked-{name}.pickle", partial(all_of, name)) for name in LEARNED_FROM}


def crossed(sets: Sets, work: Path) -> Scores:
    """Each question's scores by the network that has not seen its article."""
    scores = {name: [np.zeros(0, dtype=np.float32)] * len(asked) for name, asked in sets.items()}
    for fold in range(FOLDS):
        for (name, place), found in kept(work / f"fold-{fold}.pickle", partial(_scored, sets, fold)).items():
            scores[name][place] = found
    return scores


def _scored(sets: Sets, fold: int) -> dict[tuple[str, int], NDArray[np.float32]]:
    """The scores of a third of the questions, by set and place in it."""
    from tests.quality.crossencoder import scores_of, train

    print(f"fold {fold}", flush=True)
    net = train([(one, LEARNED_FROM[name]) for name, asked in sets.items() for one in asked if fold_of(one) != fold])
    places = [(name, place) for name, asked in sets.items() for place, one in enumerate(asked) if fold_of(one) == fold]
    return dict(zip(places, scores_of(net, [sets[name][place] for name, place in places], REREAD), strict=True))


def kept(path: Path, make: Callable[[], T]) -> T:
    """What was made before and is kept in a file, or else is made and kept now."""
    if not path.exists():
        made = make()
        path.with_suffix(".part").write_bytes(pickle.dumps(made))
        path.with_suffix(".part").rename(path)
    value: T = pickle.loads(path.read_bytes())
    return value


def ship(sets: Sets, work: Path) -> None:
    """Train on all and write the model that is shipped."""
    from tests.quality.crossencoder import export, train

    print("all", flush=True)
    export(kept(work / "all.pickle", lambda: train([(one, LEARNED_FROM[name]) for name, asked in sets.items() for one in asked])), MODEL)


def report(sets: Sets, scores: Scores) -> None:
    """Write the crossed figures, and print the tables of `assistant/ranking/weights.py`."""
    read = {name: [with_scores(one, found) for one, found in zip(some, scores[name], strict=True)] for name, some in sets.items()}
    folds = {name: [fold_of(one) for one in some] for name, some in sets.items()}
    figures = crossed_figures(read, folds, DEFAULT_THRESHOLD)
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    weights = all_learned(read)
    for table, learned_weights in weights.items():
        print(f"{table}: {_rounded(dict(zip(names(learned_weights), learned_weights.tolist(), strict=True)))}")
    fast = {table: np.array([WEIGHTS[table].get(name, 0.0) for name in feature_names()]) for table in weights}
    for way, asked, by in ((READ, read, weights), (FAST, sets, fast)):
        rows = firsts(asked, by)
        fit = fitted(rows, SIGNS[way])
        print(f"{way}: {_rounded(fit)}; {refusals(((row, confidence_of(row, fit)) for row in rows), DEFAULT_THRESHOLD)}")


def _rounded(weights: Mapping[str, float]) -> str:
    return "{" + ", ".join(f'"{name}": {weight:.2f}' for name, weight in weights.items() if abs(weight) >= 0.005) + "}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    embedder = MiniLM(Path(os.environ.get("BELEGG_CACHE") or user_cache_path("belegg")) / "models")
    sets = gathered(given.sets, embedder, given.work)
    report(sets, crossed(sets, given.work))
    ship(sets, given.work)


if __name__ == "__main__":
    main()
