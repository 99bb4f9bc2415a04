"""A question and a candidate read together: a cross-encoder over the English of both.

Fine-tuned from the packaged MiniLM by `make ranker` (`docs/architecture.md`), run as an int8 ONNX file. It sees what no
sum of scores does: which word of the sentence stands in which relation to which word of the question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore.inference import Network, Vocabulary, batches, padded

if TYPE_CHECKING:
    from assistant.types import Question
    from vectorstore import Hit

MODEL = Path(__file__).with_name("crossencoder.onnx")
LENGTHS = (32, 56, 40)
"""Tokens of question, sentence and context that are read; what is longer is cut."""

SCALE = 4.0
"""What logits are divided by, to be of the size of the other features: mostly between -2 and 2."""

_CLS, _SEP = 101, 102
"""The marks around texts in BERT's uncased vocabulary, which the packaged model has."""
_BATCH_TOKENS = 1536

Ids = Sequence[int]


class CrossEncoder:
    """Scores candidates for a question; `english` brings a text of a language into English."""

    def __init__(self, english: Callable[[str, str], str]) -> None:
        self._english = english
        self._vocabulary = Vocabulary(max(LENGTHS))

    def scores(self, question: Question, hits: Sequence[Hit]) -> NDArray[np.float32]:
        """Return one score per hit, shape (len(hits),): the higher, the likelier its sentence answers. Raises ModelUnavailable."""
        asked = self._english(question.text, question.language)
        pairs = self._pairs(asked, [self.texts(hit) for hit in hits])
        scores = np.zeros(len(pairs), dtype=np.float32)
        for batch in batches([len(ids) for ids, _ in pairs], _BATCH_TOKENS):
            ids, mask = padded([pairs[place][0] for place in batch])
            types, _ = padded([pairs[place][1] for place in batch])
            scores[batch] = self._network.run(input_ids=ids, token_type_ids=types, attention_mask=mask)
        return scores / SCALE

    def texts(self, hit: Hit) -> tuple[str, str]:
        """Return the English of a hit's sentence, and of where it stands: the title, and the sentence before."""
        before = self._english(hit.before.text, hit.before.language) if hit.before else ""
        title = self._english(hit.article.title, hit.article.language)
        return self._english(hit.sentence.text, hit.sentence.language), f"{title}. {before}".strip()

    def _pairs(self, question: str, candidates: Sequence[tuple[str, str]]) -> list[tuple[list[int], list[int]]]:
        (asked,) = self._vocabulary.ids([question])
        texts = [text for pair in candidates for text in pair]
        tokens = self._vocabulary.ids(texts)
        return [laid(asked, sentence, context) for sentence, context in zip(tokens[::2], tokens[1::2], strict=True)]

    @cached_property
    def _network(self) -> Network:
        return Network(MODEL, "install belegg again, or do without: --fast")


def laid(question: Ids, sentence: Ids, context: Ids) -> tuple[list[int], list[int]]:
    """Return the ids of question, sentence and context one after the other, and which of them are the question's (0) or not (1).

    Of each no more is kept than `LENGTHS` says.
    """
    question, sentence, context = (ids[:most] for ids, most in zip((question, sentence, context), LENGTHS, strict=True))
    ids = [_CLS, *question, _SEP, *sentence, _SEP, *context, _SEP]
    asked = len(question) + 2
    return ids, [0] * asked + [1] * (len(ids) - asked)
