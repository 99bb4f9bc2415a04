"""Files and folders -> a stream of articles, with what was skipped and why."""

from __future__ import annotations

from vectorstore.reading.sources import Item, Sources

__all__ = ["Item", "Sources"]
