"""Exit codes of the command, fixed: scripts rely on them."""

from __future__ import annotations

ANSWERED, ERROR, USAGE, NOT_FOUND, NO_ARCHIVE, NO_MODEL, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


def exit_code(error: Exception) -> int:
    """Return the exit code of an expected error."""
    from vectorstore import ArchiveMissing, ArchiveUnusable, ModelUnavailable, QueryUnusable

    codes: tuple[tuple[type[Exception], int], ...] = (
        (ArchiveMissing, NO_ARCHIVE),
        (ArchiveUnusable, NO_ARCHIVE),
        (ModelUnavailable, NO_MODEL),
        (QueryUnusable, USAGE),
    )
    return next((code for kind, code in codes if isinstance(error, kind)), ERROR)
