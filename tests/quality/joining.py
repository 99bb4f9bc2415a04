"""Learn, from scores of the cross-encoder for questions it has not seen, the joined weights and the confidence: a part of `make ranker`.

Figures are crossed: each third of the articles is answered by what was learned from the other two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.evaluation import area_under_curve
from assistant.ranking.confidence import signs
from assistant.ranking.crossencoder import SCALE
from assistant.ranking.features import CROSS
from assistant.ranking.weights import FAST, NORWEGIAN, READ, STATEMENT, WEIGHTS
from tests.quality.features import Asked, feature_names, shares
from tests.quality.learn import learn
from vectorstore.language import ENGLISH

RANKED = {"norquad": 1.0, "xling": 2.0, "squad2": 1.0, "clapnq": 3.0}
"""How much a question counts in learning the joined weights."""
JUDGED = {"norquad": 0.2, "unanswerable": 6.0, "squad2": 0.4, "clapnq": 1.5}
"""How much it counts in fitting the confidence: as many answerable as not, of either language."""
SIGNS = {FAST: ("cover", "around", "vector"), READ: ("cover", "around", "vector", CROSS)}

TABLES = (NORWEGIAN, ENGLISH)

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """The first sentence to cite: what speaks for it, whether the question has an answer, whether this is it."""

    set: str
    type: str
    signs: Mapping[str, float]
    answerable: bool
    right: bool
    is_known: bool


def names(weights: Vector) -> tuple[str, ...]:
    """What each weight is for: the features, and the score of the cross-encoder where there is one more."""
    return (*feature_names(), CROSS)[: len(weights)]


def with_scores(one: Asked, scores: NDArray[np.float32]) -> Asked:
    """A question with only the candidates that were read, and their scores as a last feature."""
    count = len(scores)
    return replace(one, features=np.hstack([one.features[:count], scores[:, None] / SCALE]), right=one.right[:count])


def learned(asked: Mapping[str, Sequence[Asked]], table: str) -> Vector:
    """Weights of one table from the questions of all sets that have it."""
    usable = [(one, count) for name, count in RANKED.items() for one in asked[name] if one.table == table and one.right.any()]
    return learn(usable, np.zeros(usable[0][0].features.shape[1]))


def all_learned(asked: Mapping[str, Sequence[Asked]]) -> dict[str, Vector]:
    """The joined weights by table; those of statements, which are not read, stay as they are."""
    joined = {table: learned(asked, table) for table in TABLES}
    plain = [WEIGHTS[STATEMENT].get(name, 0.0) for name in names(joined[NORWEGIAN])]
    return {**joined, STATEMENT: np.array(plain)}


def firsts(asked: Mapping[str, Sequence[Asked]], weights: Mapping[str, Vector]) -> list[Judged]:
    """The first sentence to cite of each question for which anything was found, by the weights of its table."""
    return [_first(name, one, weights[one.table]) for name, some in asked.items() for one in some if len(one.features)]


def _first(name: str, one: Asked, weights: Vector) -> Judged:
    order = np.argsort(-(one.features @ weights), kind="stable")
    columns = names(weights)
    is_headline = one.features[:, columns.index("headline")] > 0
    first = next((place for place in order if not is_headline[place]), order[0])
    found = dict(zip(columns, one.features[first].tolist(), strict=True))
    return Judged(name, one.type, signs(found), one.answerable, bool(one.right[first]), one.is_known)


def fitted(rows: Sequence[Judged], columns: Sequence[str]) -> dict[str, float]:
    """The logistic regression of whether a question has an answer; one with an unknown name is refused without it."""
    known = [row for row in rows if row.is_known and row.set in JUDGED]
    features = np.array([[row.signs[column] for column in columns] for row in known])
    counts = np.array([JUDGED[row.set] for row in known])
    model = LogisticRegression(C=10).fit(features, [row.answerable for row in known], sample_weight=counts)
    return {"bias": float(model.intercept_[0]), **dict(zip(columns, map(float, model.coef_[0]), strict=True))}


def confidence_of(row: Judged, weights: Mapping[str, float]) -> float:
    return 1 / (1 + float(np.exp(-sum(weights.get(name, 0.0) * value for name, value in row.signs.items())))) if row.is_known else 0.0


def crossed_figures(asked: Mapping[str, Sequence[Asked]], folds: Mapping[str, Sequence[int]], threshold: float) -> dict[str, object]:
    """Shares by set and third, and how well the confidence parts the answerable from the rest, all from what was learned elsewhere."""
    found: dict[str, list[list[float]]] = {name: [] for name in RANKED}
    rows: list[list[Judged]] = []
    for fold in sorted({fold for some in folds.values() for fold in some}):
        seen, unseen = ({name: _of(asked[name], folds[name], fold, same=same) for name in asked} for same in (False, True))
        weights = all_learned(seen)
        rows.append(firsts(unseen, weights))
        for name, shown in found.items():
            each = np.array([shares([one], weights[one.table]) for one in unseen[name] if one.answerable])
            shown.append([len(each), *each.mean(axis=0).tolist()])
    return {"shares": found, **refusals(_crossed_confidences(rows), threshold)}


def _of(some: Sequence[Asked], folds: Sequence[int], fold: int, *, same: bool) -> list[Asked]:
    return [one for one, of in zip(some, folds, strict=True) if (of == fold) is same]


def _crossed_confidences(rows: Sequence[Sequence[Judged]]) -> Iterator[tuple[Judged, float]]:
    for fold, mine in enumerate(rows):
        weights = fitted([row for other, some in enumerate(rows) if other != fold for row in some], SIGNS[READ])
        yield from ((row, confidence_of(row, weights)) for row in mine)


def refusals(confidences: Iterable[tuple[Judged, float]], threshold: float) -> dict[str, float]:
    """The areas under the curve, and the shares that are answered and refused at a threshold."""
    rows = list(confidences)

    def of(*sets: str, kind: str = "", answerable: bool) -> list[float]:
        return [value for row, value in rows if row.set in sets and row.answerable is answerable and kind in row.type]

    def area(*sets: str) -> float:
        return area_under_curve(of(*sets, answerable=True), of(*sets, answerable=False)) or 0.0

    def refused(values: Sequence[float]) -> float:
        return float(np.mean([value < threshold for value in values]))

    return {
        "area norquad": area("norquad", "unanswerable"),
        "area clapnq": area("clapnq"),
        "area squad2": area("squad2"),
        "norquad answered": 1 - refused(of("norquad", answerable=True)),
        "off-archive refused": refused(of("unanswerable", kind="off_archive", answerable=False)),
        "near misses refused": refused(of("unanswerable", kind="near_miss", answerable=False)),
    }
