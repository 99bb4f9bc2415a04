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
        "around": 0.74, "article": 0.40, "brief": -0.59, "caption": -0.41, "cover": 0.26, "english_around": 0.99, "english_article": 0.46,
        "english_cover": 0.24, "english_words": -0.27, "exact": 0.24, "headline": -0.88, "how_many": 0.61, "is_question": 0.13,
        "kept": 0.73, "passage_vector": 0.46, "same_question": 0.32, "vector": 0.53, "what": -0.05, "when": 0.49, "where": 0.30,
        "who": 0.52, "why": 0.48, "words": -0.01,
    },
    ENGLISH: {
        "around": 1.09, "article": 0.93, "brief": 1.33, "caption": -0.22, "cover": 1.47, "english_around": 0.48, "english_article": -0.07,
        "english_cover": 0.16, "english_words": 1.11, "exact": -0.80, "headline": -0.54, "how_many": 0.77, "is_question": 0.05,
        "kept": 0.13, "passage_vector": -0.24, "same_question": 0.73, "vector": 2.66, "what": 0.07, "when": 0.86, "where": 0.26,
        "who": 0.38, "why": 0.45, "words": -1.25,
    },
    STATEMENT: {
        "around": 0.15, "article": 0.13, "brief": 0.62, "cover": 0.30, "english_around": -0.69, "english_article": 0.05,
        "english_cover": 0.75, "english_words": 0.67, "exact": 0.53, "headline": -0.25, "is_question": 0.45, "kept": 1.20,
        "passage_vector": 0.43, "same_question": -0.66, "vector": 4.31, "words": 0.23,
    },
}  # fmt: skip

JOINED: Mapping[str, Mapping[str, float]] = {
    NORWEGIAN: {
        "around": 0.50, "article": 0.28, "brief": 0.38, "caption": -0.33, "cover": 0.24, "damaged": -0.17, "early": -0.06,
        "english_around": 0.33, "english_article": 0.46, "english_cover": 0.06, "english_words": -0.24, "exact": 0.18, "foreign": -0.10,
        "headline": -0.75, "how_many": 0.47, "is_question": 0.13, "kept": 0.23, "numbered": 0.29, "passage_vector": 0.45,
        "same_question": 0.64, "vector": 0.03, "what": -0.02, "when": 0.49, "where": 0.25, "who": 0.44, "why": 0.42, "words": 0.12,
        "cross": 0.59,
    },
    ENGLISH: {
        "around": 0.68, "article": 0.58, "brief": -0.21, "caption": -0.19, "cover": 1.07, "damaged": -0.01, "early": -0.17,
        "english_around": -0.04, "english_article": 0.13, "english_cover": -0.10, "english_words": 0.83, "exact": -0.60, "foreign": -0.43,
        "headline": -0.50, "how_many": 0.78, "is_question": 0.05, "kept": 0.07, "numbered": 0.29, "passage_vector": -0.33,
        "same_question": 1.46, "vector": 1.42, "what": 0.01, "when": 0.57, "where": 0.25, "who": 0.13, "why": 0.30, "words": -0.70,
        "cross": 0.59,
    },
}  # fmt: skip
"""The same where the cross-encoder has read the candidates; by `make ranker`. A statement is not read.

`is_question` and `same_question` are those of the table above, the latter doubled: `make ranker` learns from questions alone, and a
question may seek its twin in the other language too.
"""

FAST, READ = "features alone", "with the cross-encoder"
CONFIDENCE: Mapping[str, Mapping[str, float]] = {
    FAST: {"bias": -2.95, "cover": 0.58, "around": 2.30, "vector": 2.43},
    READ: {"bias": -1.49, "cover": -0.32, "around": 1.26, "vector": 1.39, "cross": 1.11},
}
"""What speaks for the first sentence as an answer, in a logistic regression; by `make ranker`."""
