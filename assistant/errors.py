"""What can go wrong in a conversation, as one tree; the archive's own errors pass through as they are.

AssistantError
├── SettingsInvalid       a setting is unknown or has a value it can't have
├── BatchLineInvalid      a line of a batch file is not a question
└── HistoryUnusable       the file of conversations can't be read or written
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of the tree: `str(error)` is one line that says what is wrong, `hint` what to do."""

    retryable = False

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class SettingsInvalid(AssistantError):
    """A setting is unknown or has a value it can't have."""


class BatchLineInvalid(AssistantError):
    """A line of a batch file is not a question; the message names file and line."""


class HistoryUnusable(AssistantError):
    """The file of conversations can't be read or written."""
