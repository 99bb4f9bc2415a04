"""The words that say where a sentence stands and what was searched; the same on every surface."""

from __future__ import annotations

from assistant.types import Answer, Citation, Searched, Window
from vectorstore import BlockKind

_LABELLED = (BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.CAPTION, BlockKind.CORRECTION)


def describe_source(citation: Citation) -> str:
    """Return title, publisher, date and place: "Ras i Nordvåg, NTB, 2025-03-04, ras-1#7"."""
    place = f"{citation.doc_id}#{citation.sentence}"
    kind = f"in the {citation.block}" if citation.block in _LABELLED else ""
    date = citation.published or "no date"
    return ", ".join(part for part in (citation.title, citation.publisher, date, place, kind) if part)


def describe_chain(citation: Citation) -> str:
    """Return by whom it came, "" if nobody is named: "said by FN > reported by Reuters > published by VG"."""
    links = [f"said by {citation.speaker}"] if citation.speaker else []
    links += [f"reported by {name}" for name in citation.reported_by]
    if links and citation.publisher:
        links.append(f"published by {citation.publisher}")
    return " > ".join(links)


HEDGED = "reported, not confirmed"
"""Said of a sentence that leaves open whether it is so."""


def describe_search(answer: Answer) -> str:
    """Return what was searched: how many articles, of which period and languages, with which words."""
    extent = answer.searched.extent
    period = f", {extent.first} to {extent.last}" if extent.first else ", none of them dated"
    languages = f" ({', '.join(extent.languages)})" if extent.languages else ""
    sought = ", ".join(answer.searched.queries)
    if answer.searched.in_english:
        sought += f"; in English: {', '.join(answer.searched.in_english)}"
    limits = describe_limits(answer.searched)
    return f"Searched {extent.articles} articles{period}{languages} for: {sought}." + (f" {limits}" if limits else "")


def describe_limits(searched: Searched) -> str:
    """Return which period and publisher were taken from which words of the question, "" if none."""
    parts = (f"Only articles published by {searched.source}." if searched.source else "", _describe_window(searched.window))
    return " ".join(part for part in parts if part)


def _describe_window(window: Window | None) -> str:
    if window is None:
        return ""
    period = f"{window.start} to {window.end}" if window.start and window.end else f"{window.start} or later"
    period = period if window.start else f"{window.end} or earlier"
    return f"“{window.text}” is read as {period}: articles of other dates are left out, those without a date are not."
