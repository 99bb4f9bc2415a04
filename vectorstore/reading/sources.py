"""Paths -> articles: which files are read, by which format, and which are skipped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from vectorstore.errors import SourceMissing
from vectorstore.reading import jsonl, text
from vectorstore.types import Article, Doubtful, Skipped

Item = Article | Skipped | Doubtful
"""What a source gives: an article, or a word on something that gave none."""

_Reader = Callable[[Path], Iterator[tuple[int, Item]]]

FORMATS: Mapping[str, _Reader] = {".txt": text.read, ".jsonl": jsonl.read}
"""Readers by file suffix; each yields (bytes read since the last item, item)."""


class Sources:
    """Some paths to ingest; iterate for their items, once or more.

    Raises SourceMissing at once if a path does not exist or a folder holds no file: a mistyped path must
    not look like an empty success.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._files = [file for path in paths for file in _files(path)]
        self._sizes = [_size(file) for file in self._files]
        self.total_bytes = sum(self._sizes)
        self.bytes_read = 0

    def __iter__(self) -> Iterator[Item]:
        """Yield items file by file, in the order of the paths and sorted inside a folder."""
        before = 0
        for file, size in zip(self._files, self._sizes, strict=True):
            self.bytes_read = before
            for count, item in _read(file):
                self.bytes_read += count
                yield item
            before += size
        self.bytes_read = before


def _files(path: Path) -> list[Path]:
    if not os.path.lexists(path):
        raise SourceMissing(f"there is no file or folder {str(path)!r}", "check the spelling")
    if not path.is_dir():
        return [path]
    found = sorted(_visible_files(path))
    if not found:
        raise SourceMissing(f"the folder {str(path)!r} holds no file", f"put {_known()} files in it")
    return found


def _visible_files(root: Path) -> Iterator[Path]:
    """Every file below a folder but those that are hidden or in a hidden folder."""
    for folder, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _refuse(error: OSError) -> None:
    raise SourceMissing(f"the folder {error.filename!r} can't be read: {error.strerror}", "check its permissions")


def _known() -> str:
    return " or ".join(sorted(FORMATS))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # a dangling link; reading it will say so
        return 0


def _read(file: Path) -> Iterator[tuple[int, Item]]:
    reader = FORMATS.get(file.suffix.lower())
    if reader is None:
        yield _size(file), Skipped(str(file), f"unknown format {file.suffix or '(no suffix)'}; {_known()} are read")
    elif file.exists() and not file.is_file():
        yield 0, Skipped(str(file), "not a regular file")
    else:
        try:
            yield from reader(file)
        except OSError as error:
            yield 0, Skipped(str(file), f"can't be read: {error.strerror or error}")
