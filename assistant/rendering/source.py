"""The words that say where a sentence stands and what was searched; the same on every surface."""

from __future__ import annotations

from assistant.types import Answer, Citation
from vectorstore import BlockKind

_LABELLED = (BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.CAPTION, BlockKind.CORRECTION)


def describe_source(citation: Citation) -> str:
    """Return title, publisher, date and place: "Ras i Nordvåg, NTB, 2025-03-04, ras-1#7"."""
    place = f"{citation.doc_id}#{citation.sentence}"
    kind = f"in the {citation.block}" if citation.block in _LABELLED else ""
    date = citation.published or "no date"
    return ", ".join(part for part in (citation.title, citation.publisher, date, place, kind) if part)


def describe_search(answer: Answer) -> str:
    """Return what was searched: how many articles, of which period and languages, with which words."""
    extent = answer.searched.extent
    period = f", {extent.first} to {extent.last}" if extent.first else ", none of them dated"
    languages = f" ({', '.join(extent.languages)})" if extent.languages else ""
    sought = ", ".join(answer.searched.queries)
    return f"Searched {extent.articles} articles{period}{languages} for: {sought}."
