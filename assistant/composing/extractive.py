"""The default answer: the archive's own sentences, word for word, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Citation, Claim


def compose(citations: Sequence[Citation]) -> tuple[str, tuple[Claim, ...]]:
    """Return the answer's text and one claim per citation; nothing is added to what the archive says."""
    claims = tuple(Claim(citation.text, (citation.number,), citation.speaker, citation.published or None) for citation in citations)
    return " ".join(f"{claim.text} [{claim.citations[0]}]" for claim in claims), claims
