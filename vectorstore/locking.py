"""One writer per archive: an operating system lock, with the holder's name beside it.

The only file that imports filelock. The lock goes with the process that holds it, however it ends.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from vectorstore.errors import ArchiveLocked, StorageFailed

_PATIENCE, _PATIENCE_FOR_A_FILE = 0.5, 5.0


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the archive's write lock, or raise ArchiveLocked within a second, naming who holds it."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "writer.lock")
    try:
        # Not at once: a reader that looks whether somebody writes holds the lock for a moment.
        lock.acquire(timeout=_PATIENCE, poll_interval=0.02)
    except Timeout as error:
        raise ArchiveLocked(
            f"another process is writing to this archive: {_holder(folder)}", "wait until it is done, then try again"
        ) from error
    except OSError as error:
        raise StorageFailed(
            f"the archive folder {folder} can't be written to: {error.strerror}", "check free space and permissions"
        ) from error
    try:
        _name_holder(folder)
        yield
    finally:
        lock.release()


@contextmanager
def changing(file: Path) -> Iterator[None]:
    """Hold a lock of one file's own, for a change that must not wait for a writer of the archive; raises StorageFailed."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(file.with_name(file.name + ".lock"), timeout=_PATIENCE_FOR_A_FILE):
            yield
    except (Timeout, OSError) as error:
        reason = "another process holds it" if isinstance(error, Timeout) else error.strerror
        raise StorageFailed(f"{file} can't be written: {reason}", "check free space and permissions, then try again") from error


def is_being_written(folder: Path) -> bool:
    """Whether some process holds the write lock now."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / "writer.lock")
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # a folder that can't be written to has no writer
        return False


def _name_holder(folder: Path) -> None:
    holder = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    with suppress(OSError):  # the lock is what counts; a name is only for the other's message
        (folder / "writer.json").write_text(json.dumps(holder), encoding="utf-8")


def _holder(folder: Path) -> str:
    try:
        holder = json.loads((folder / "writer.json").read_text(encoding="utf-8"))
        return f"process {holder['pid']} on {holder['host']}, since {holder['since']}"
    except (OSError, ValueError, KeyError, TypeError):  # it may be writing its name this very moment
        return "its name is not known yet"
