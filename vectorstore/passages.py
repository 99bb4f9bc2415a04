"""Windows of consecutive evidence sentences: the unit that is searched."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore.types import Passage, Sentence

SIZE = 3
"""Sentences in a passage; `docs/quality.md` has the measurement that chose it."""


def make_passages(sentences: Sequence[Sentence], *, size: int = SIZE) -> tuple[Passage, ...]:
    """Return windows of `size` evidence sentences that together hold each exactly once.

    A last window shorter than `size` is kept as it is: a passage never crosses articles, and a
    sentence that is no evidence stands in none.
    """
    evidence = [sentence for sentence in sentences if sentence.is_evidence]
    return tuple(Passage(tuple(evidence[at : at + size])) for at in range(0, len(evidence), size))
