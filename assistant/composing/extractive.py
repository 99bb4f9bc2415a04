"""The default answer: the archive's own sentences, word for word, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.spans import answer_span
from assistant.types import Citation, Claim, Question


def compose(question: Question, citations: Sequence[Citation]) -> tuple[str, tuple[Claim, ...]]:
    """Return the answer's text and one claim per citation; nothing is added to what the archive says."""
    claims = tuple(_claim(question, citation) for citation in citations)
    return " ".join(f"{claim.text} [{claim.citations[0]}]" for claim in claims), claims


def _claim(question: Question, citation: Citation) -> Claim:
    # What a scrape has damaged may have lost the very words that answer.
    span = None if citation.damage else answer_span(question, citation.text, citation.language)
    return Claim(citation.text, (citation.number,), citation.speaker, citation.published or None, span=span)
