"""What each feature of a sentence counts, by the language of the question; a statement has weights of its own.

Learned on the development sets by `make weights`, which prints this table; a weighted sum, so that a
reader can see why a sentence came first. Names are those of `Scores`, of the kinds of question, and of
`evidence.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from vectorstore.language import ENGLISH

NORWEGIAN, STATEMENT = "no", "statement"

WEIGHTS: Mapping[str, Mapping[str, float]] = {
    NORWEGIAN: {
        "around": 0.66, "article": 0.34, "brief": -0.65, "caption": -0.41, "cover": 0.31, "english_around": 1.07, "english_article": 0.58,
        "english_cover": 0.23, "english_words": -0.37, "exact": 0.25, "headline": -1.05, "how_many": 0.59, "is_question": -0.67,
        "kept": 0.72, "passage_vector": 0.44, "vector": 0.46, "what": -0.04, "when": 0.50, "where": 0.31, "who": 0.51, "why": 0.50,
        "words": 0.08,
    },
    ENGLISH: {
        "around": 1.20, "article": 0.92, "brief": 1.10, "caption": -0.21, "cover": 1.53, "english_around": 0.46, "english_article": -0.02,
        "english_cover": 0.08, "english_words": 1.12, "exact": -0.76, "headline": -0.89, "how_many": 0.76, "is_question": -0.41,
        "kept": 0.18, "passage_vector": -0.23, "vector": 2.56, "what": 0.09, "when": 0.87, "where": 0.26, "who": 0.38, "why": 0.47,
        "words": -1.28,
    },
    STATEMENT: {
        "around": 0.14, "article": -0.12, "brief": 0.60, "cover": 0.25, "english_around": -0.81, "english_article": 0.08,
        "english_cover": 0.80, "english_words": 0.73, "exact": 0.47, "headline": -0.25, "is_question": -0.37, "kept": 1.23,
        "passage_vector": 0.47, "vector": 4.19, "words": 0.36,
    },
}  # fmt: skip
