"""What each feature of a sentence counts, by the language of the question.

Learned on the development sets by `make weights`, which prints this table; a weighted sum, so that a
reader can see why a sentence came first. Names are those of `Scores`, of the kinds of question, and of
`evidence.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from vectorstore.language import ENGLISH

NORWEGIAN = "no"

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    NORWEGIAN: {
        "around": 0.49, "article": 0.20, "brief": -0.34, "caption": -0.47, "cover": 0.02,
        "english_around": 0.52, "english_article": 0.41, "english_cover": 0.93, "english_words": 0.16, "headline": -0.42,
        "how_many": 0.61, "is_question": 0.07, "passage_vector": -0.59, "vector": 2.33, "what": -0.23,
        "when": 0.36, "where": 0.24, "who": 0.41, "why": 0.44, "words": 0.14,
    },
    ENGLISH: {
        "around": 0.68, "article": 0.81, "brief": 0.44, "caption": -0.13, "cover": 0.01,
        "english_around": 0.61, "english_cover": 1.02, "english_words": 0.75, "headline": -0.28, "how_many": 0.71,
        "is_question": -0.02, "passage_vector": -1.22, "vector": 3.49, "what": 0.01, "when": 0.66,
        "where": 0.27, "who": 0.28, "why": 0.49, "words": -0.88,
    },
}  # fmt: skip
