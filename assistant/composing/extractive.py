"""The default answer: the archive's own sentences, word for word, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.spans import answer_span
from assistant.types import Citation, Claim, Figure, Question
from vectorstore.facts import SentenceFacts


def compose(question: Question, citations: Sequence[Citation], facts: Sequence[SentenceFacts]) -> tuple[str, tuple[Claim, ...]]:
    """Return the answer's text and one claim per citation; nothing is added to what the archive says.

    `facts` are what was read in each citation's sentence.
    """
    claims = tuple(_claim(question, citation, found) for citation, found in zip(citations, facts, strict=True))
    return " ".join(f"{claim.text} [{claim.citations[0]}]" for claim in claims), claims


def _claim(question: Question, citation: Citation, facts: SentenceFacts) -> Claim:
    # What a scrape has damaged may have lost the very words that answer.
    span = None if citation.damage else answer_span(question, citation.text, citation.language)
    return Claim(
        citation.text, (citation.number,), citation.speaker, citation.published or None, citation.hedged, _figure(facts, span), span
    )  # fmt: skip


def _figure(facts: SentenceFacts, span: tuple[int, int] | None) -> Figure | None:
    """The number in the words that answer, None where there is none or more than one."""
    if span is None:
        return None
    inside = [number for number in facts.numbers if number.start < span[1] and span[0] < number.end]
    if len(inside) != 1:
        return None
    (number,) = inside
    return Figure(number.value, number.low, number.high, number.unit, number.qualifier.value if number.qualifier else None)
