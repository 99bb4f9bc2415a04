"""Evidence -> the text of an answer."""

from __future__ import annotations

from assistant.composing.extractive import compose

__all__ = ["compose"]
