"""Where the chat's lines come from. The only file that imports prompt_toolkit."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path


def line_reader(history: Path) -> Callable[[], str]:
    """Return a function that reads a line: with editing and history on a terminal, plain when piped."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _read_piped
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    history.parent.mkdir(parents=True, exist_ok=True)
    session: PromptSession[str] = PromptSession(history=FileHistory(str(history)))
    return lambda: session.prompt("? ")


def _read_piped() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line
