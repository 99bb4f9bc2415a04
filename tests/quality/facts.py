"""How well numbers, dates, speakers and hedges are read: a part of `docs/quality.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.vectorstore.facts.scoring import score_dates, score_numbers
from tests.vectorstore.facts.scoring_speech import score_hedges, score_speakers

TARGETS = {"numbers": 0.97, "dates": 0.93, "speakers": 0.88, "hedges": 0.92}
SCORES = {"numbers": score_numbers, "dates": score_dates, "speakers": score_speakers, "hedges": score_hedges}


def reading() -> Iterator[Sequence[object]]:
    """Rows: what is read, the target, and labels and F1 of each half."""
    for name, score in SCORES.items():
        yield name, TARGETS[name], *score("development"), *score("held-back")
