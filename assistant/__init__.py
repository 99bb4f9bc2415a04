"""The conversation: a question in, a cited answer out."""

from __future__ import annotations

from assistant.answering import Assistant
from assistant.errors import AssistantError, BatchLineInvalid, HistoryUnusable, SettingsInvalid
from assistant.settings import Settings, load_settings
from assistant.types import Answer, Citation, Claim, Conflict, ConflictRow, Figure, Kind, Outcome, Question, Searched

__all__ = [
    "Answer",
    "Assistant",
    "AssistantError",
    "BatchLineInvalid",
    "Citation",
    "Claim",
    "Conflict",
    "ConflictRow",
    "Figure",
    "HistoryUnusable",
    "Kind",
    "Outcome",
    "Question",
    "Searched",
    "Settings",
    "SettingsInvalid",
    "load_settings",
]
