"""Reindexes that are made to end before their first step, their second and so on, as `killed_writer.py` does with ingests.

`python -m tests.vectorstore.killed_reindex SCENARIO FOLDER` does it in copies below FOLDER of an archive of ARTICLES, with two
articles to a batch. A reader's articles, questions and models for the tests stand here too.
"""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.fakes import DIMENSION, WordEmbedder
from tests.vectorstore.killed_writer import IMPORTED_LATE, end_at, fork, in_fork
from tests.vectorstore.samples import FERRY, SCHOOL, put
from vectorstore import Article, Embedder, reindexing
from vectorstore.embedding import Matrix, unit
from vectorstore.glossary.own import add_own, own_word

STEPS = frozenset(
    {
        "Catalog.mark", "Catalog.keep_forms", "Catalog.keep_renewed", "Catalog.forget_renewed", "Catalog.use_renewed",
        "WordEmbedder.embed_documents", "WordIndex.replace", "WordIndex.refill", "ChromaIndex.add", "ChromaIndex.discard",
    }
)  # fmt: skip

SLEEPERS = Article(
    "sleepers", "Passasjerene sov i dromselen på ferja. Kapteinen beklager det som skjedde. Ferja går igjen i morgen.", language="nb"
)
CLOSED = Article("closed", "Dromsler på tre ferjer er stengt. Arbeidet med dem tar tre uker. Rederiet venter på deler.", language="nb")
TITLED = Article("titled", "Båten fikk et nytt rom i går. Det koster mye å bruke det.", title="Åpner dromsel om bord", language="nb")
ARTICLES = (SLEEPERS, FERRY, CLOSED, SCHOOL, TITLED)
OWN = own_word("dromsel", "sleeping lounge")
"""A word that no glossary has; three of the articles have it, one of them in its title only."""


class LastLetters(WordEmbedder):
    """Another model: how often each letter ends a word. `name` and whether it reads Norwegian can be had otherwise."""

    dimension = 27

    def __init__(self, name: str = "last-letters", *, reads_norwegian: bool = False) -> None:
        super().__init__()
        self.name, self.reads_norwegian = name, reads_norwegian

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        rows = super().embed_documents([text.rstrip(".?")[::-1] for text in texts])
        return unit(rows[:, [*range(26), DIMENSION - 1]])


def reindex(folder: Path, embedder: Embedder | None = None) -> reindexing.Reindexed:
    return reindexing.reindex(folder, embedder or WordEmbedder(), lambda *_: None)


SCENARIOS: Mapping[str, Callable[[Path], object]] = {
    "own": reindex,
    "model": lambda folder: reindex(folder, LastLetters()),
}


def _seed(folder: Path, scenario: str) -> None:
    put(folder, *ARTICLES)
    if scenario == "own":
        add_own(folder, OWN)


def _steps(scenario: str, root: Path) -> None:
    in_fork(partial(_seed, root / "seed", scenario))
    for step in range(1, 100):
        folder = shutil.copytree(root / "seed", root / f"{step:02d}")
        _, status = os.waitpid(fork(partial(end_at, step, STEPS, partial(SCENARIOS[scenario], folder))), 0)
        if os.waitstatus_to_exitcode(status) == 0:
            shutil.rmtree(folder)
            break


if __name__ == "__main__":
    for module in IMPORTED_LATE:
        importlib.import_module(module)
    reindexing._BATCH = 2
    _steps(sys.argv[1], Path(sys.argv[2]))
