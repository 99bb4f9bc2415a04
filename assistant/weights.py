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
        "words": 0.7, "article": 0.8, "cover": 0.3, "english_words": 0.4, "english_article": 0.4, "english_cover": 0.3,
        "vector": 1.8, "passage_vector": 0.2, "headline": -0.4, "caption": -0.2, "is_question": -0.2,
        "how_many": 0.45, "when": 0.6, "who": 0.3, "where": 0.35, "why": 0.3, "what": 0.15,
    },
    ENGLISH: {
        "english_words": 1.0, "english_article": 0.3, "english_cover": 0.5, "vector": 2.6, "passage_vector": 0.2,
        "headline": -0.4, "caption": -0.2, "is_question": -0.2,
        "how_many": 0.2, "when": 0.4, "who": 0.1, "where": 0.35, "why": 0.3, "what": 0.15,
    },
}  # fmt: skip
