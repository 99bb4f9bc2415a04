"""How likely it is that the first sentence to cite answers the question."""

from __future__ import annotations

import math
from collections.abc import Mapping

from assistant.ranking.features import CROSS, weighed


def signs(features: Mapping[str, float]) -> dict[str, float]:
    """Return what speaks for a sentence as an answer, by name, from its features; the better of the two languages counts."""
    return {
        "bias": 1.0,
        "cover": max(features["cover"], features["english_cover"]),
        "around": max(features["around"], features["english_around"]),
        "vector": features["vector"],
        CROSS: features.get(CROSS, 0.0),
    }


def confidence(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the chance, 0 to 1, that a sentence with these features answers: a logistic regression."""
    return 1 / (1 + math.exp(-weighed(signs(features), weights)))
