"""The phrases of a sentence that can answer, with their offsets: numbers, times, places, names, reasons, speech."""

from __future__ import annotations

from assistant.phrases.clauses import SAID, description, reason, said, says, trimmed
from assistant.phrases.expressions import Measure, Number, Place, Span, ages, numbers, places, times
from assistant.phrases.names import names

__all__ = [
    "SAID", "Measure", "Number", "Place", "Span", "ages", "description", "names", "numbers",
    "places", "reason", "said", "says", "times", "trimmed",
]  # fmt: skip
