"""Writers that are made to end, each in a fork of a process that has imported all a writer needs.

`python -m tests.vectorstore.killed_writer steps SCENARIO FOLDER` runs a scenario again and again, each time in an archive
of its own below FOLDER, and ends it before its first step, its second, and so on until one run gets through.
`... moments FOLDER FRACTION...` kills by SIGKILL a writer of 120 articles after that fraction of the time it needs.
"""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fakes import WordEmbedder
from tests.vectorstore.samples import put, remove, sample
from vectorstore.embedding import Matrix

STEPS = frozenset(
    {
        "Catalog.create", "Catalog.mark", "Catalog.stage", "Catalog.keep_vectors", "Catalog.publish", "Catalog.tombstone",
        "Catalog.purge", "Catalog.passage_keys_of", "WordEmbedder.embed_documents", "WordIndex.__init__", "WordIndex.replace",
        "ChromaIndex.__init__", "ChromaIndex.add", "ChromaIndex.remove", "Catalog.close",
    }
)  # fmt: skip
"""Calls that change something on disk, or that take long; the write path is these and reading."""

BEFORE = [sample(number) for number in (1, 2, 3)]
AFTER = [sample(1, "ferry"), sample(4)]
MANY = [sample(number) for number in range(120)]

SCENARIOS: Mapping[str, Callable[[Path], object]] = {
    "first": lambda folder: put(folder, *BEFORE),
    "update": lambda folder: put(folder, *AFTER),
    "remove": lambda folder: remove(folder, BEFORE[0].id),
}


IMPORTED_LATE = ("chromadb.api.rust", "filelock", "Stemmer", "tantivy")


class SlowEmbedder(WordEmbedder):
    """As slow as a small real model."""

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        time.sleep(0.15)
        return super().embed_documents(texts)


def _steps(scenario: str, root: Path) -> None:
    seed = root / "seed"
    if scenario != "first":
        in_fork(lambda: put(seed, *BEFORE))
    for step in range(1, 100):
        folder = root / f"{step:02d}"
        if seed.exists():
            shutil.copytree(seed, folder)
        _, status = os.waitpid(fork(partial(end_at, step, STEPS, partial(SCENARIOS[scenario], folder))), 0)
        if os.waitstatus_to_exitcode(status) == 0:
            shutil.rmtree(folder)
            break


def ends_before(name: str, work: Callable[[], object]) -> None:
    """Do `work` and end the process, as a kill would, before it calls the function of that qualified name."""
    end_at(1, frozenset({name}), work)


def end_at(step: int, steps: frozenset[str], work: Callable[[], object]) -> None:
    left = step

    def count(frame: FrameType, event: str, _: Any) -> None:
        nonlocal left
        if event == "call" and frame.f_code.co_qualname in steps:
            left -= 1
            if left == 0:
                os._exit(9)

    sys.setprofile(count)
    work()
    sys.setprofile(None)


def _moments(root: Path, fractions: Sequence[str]) -> None:
    seed = root / "seed"
    in_fork(lambda: put(seed, *MANY[:3]))
    timed = shutil.copytree(seed, root / "timed")
    start = time.monotonic()
    in_fork(lambda: put(timed, *MANY, embedder=SlowEmbedder()))
    needed = time.monotonic() - start
    shutil.rmtree(timed)
    for fraction in fractions:
        folder = shutil.copytree(seed, root / fraction)
        pid = fork(partial(put, folder, *MANY, embedder=SlowEmbedder()))
        time.sleep(needed * float(fraction))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    shutil.rmtree(seed)


def in_fork(work: Callable[[], object]) -> None:
    _, status = os.waitpid(fork(work), 0)
    assert status == 0


def fork(work: Callable[[], object]) -> int:
    """Do `work` in a fork: this process itself never starts a thread, so its forks are sound."""
    if pid := os.fork():
        return pid
    try:
        work()
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    for module in IMPORTED_LATE:
        importlib.import_module(module)
    if sys.argv[1] == "steps":
        _steps(sys.argv[2], Path(sys.argv[3]))
    else:
        _moments(Path(sys.argv[2]), sys.argv[3:])
