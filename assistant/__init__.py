"""The conversation: a question in, a cited answer out."""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
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

_HOMES = {
    "Answer": "types",
    "Assistant": "answering",
    "AssistantError": "errors",
    "BatchLineInvalid": "errors",
    "Citation": "types",
    "Claim": "types",
    "Conflict": "types",
    "ConflictRow": "types",
    "Figure": "types",
    "HistoryUnusable": "errors",
    "Kind": "types",
    "Outcome": "types",
    "Question": "types",
    "Searched": "types",
    "Settings": "settings",
    "SettingsInvalid": "errors",
    "load_settings": "settings",
}

if not typing.TYPE_CHECKING:  # to mypy a module with __getattr__ has every name there is

    def __getattr__(name: str) -> object:
        """Import a name's module when the name is first asked for (PEP 562), so that `belegg --help` waits for none of them."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
