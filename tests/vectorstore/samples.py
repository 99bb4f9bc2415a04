"""Small articles, an archive made in a process of its own, and what the doctor says of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.fakes import WordEmbedder
from vectorstore import Article, Published, Report
from vectorstore.archive import open_for_writing
from vectorstore.catalog import Catalog
from vectorstore.checkup import Finding, check
from vectorstore.children import child_environment
from vectorstore.chroma import ChromaIndex
from vectorstore.embedding import Embedder, Matrix
from vectorstore.ingesting import VECTORS, WORDS
from vectorstore.lexical import WordIndex
from vectorstore.records import Counts

WOLVES = Article(
    "wolves",
    "Wolves came down to the harbour of Kettleby on Sunday. They left before dawn. Nobody was hurt in the town.",
    title="Wolves in the harbour",
    publisher="The Skerry Dispatch",
    published=Published("2025-03-09"),
    language="en",
)
FERRY = Article(
    "ferry",
    "The ferry to Storvik was cancelled because of ice. Passengers slept in the school. The captain apologised on Monday.",
    title="Ferry cancelled",
    publisher="Fjordbladet",
    published=Published("2024-01"),
    language="en",
)
SCHOOL = Article(
    "school",
    "Rådmannen vil legge ned skolen i Fjellså. Foreldrene protesterer mot forslaget. Vedtaket kommer i mai.",
    title="Vil legge ned skolen",
    publisher="Fjordbladet",
    published=Published("2023"),
    language="nb",
)


class FailingEmbedder(WordEmbedder):
    """Fails at its n-th call."""

    def __init__(self, call: int = 1) -> None:
        super().__init__()
        self._left = call

    def embed_documents(self, texts: Sequence[str]) -> Matrix:
        self._left -= 1
        if not self._left:
            raise RuntimeError("the model is gone")
        return super().embed_documents(texts)


def sample(number: int, subject: str = "harbour") -> Article:
    """An article of four sentences, so of two passages, with one word that no other sample has."""
    text = (
        f"The council met about the {subject} again. Engineer {unique(number)} presented plan {number} to the members. "
        f"The mayor was pleased with it. Work on the {subject} begins in the spring."
    )
    return Article(f"sample-{number:03d}", text, title=f"Meeting {number}", language="en")


def unique(number: int) -> str:
    """The word that only `sample(number)` has."""
    return "Q" + "".join("bcdfghjklm"[int(digit)] + "a" for digit in f"{number:03d}") + "x"


def put(folder: Path, *articles: Article, embedder: Embedder | None = None) -> Report:
    """Ingest `articles` into the archive in `folder`."""
    with open_for_writing(folder, embedder or WordEmbedder()) as writer:
        return writer.run(articles, lambda _: None)


def remove(folder: Path, article_id: str) -> int:
    with open_for_writing(folder, WordEmbedder()) as writer:
        return writer.remove(article_id)


def broken(folder: Path) -> list[Finding]:
    """What the doctor finds broken."""
    return [finding for finding in check(folder, WordEmbedder()) if finding.is_broken]


def held(folder: Path) -> tuple[int, int]:
    """How many entries the word index and the vector index hold."""
    with closing(ChromaIndex(folder / VECTORS)) as vectors:
        return WordIndex(folder / WORDS).count(), vectors.count()


def expected(folder: Path) -> tuple[int, int]:
    """How many the catalog says they hold."""
    counts = counts_of(folder)
    return counts.articles + counts.passages, counts.passages


def counts_of(folder: Path) -> Counts:
    with closing(Catalog(folder / "catalog.sqlite", writable=False)) as catalog:
        return catalog.counts()


def child(code: str, *arguments: str | Path, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    """Run Python code, `sys` and `Path` imported, in a process of its own."""
    command = [sys.executable, "-c", _PREAMBLE + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=child_environment(), timeout=timeout, check=False)


def holding(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Start Python code that prints a line once it has come to its point; return when it has."""
    command = [sys.executable, "-c", _PREAMBLE + code, *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=child_environment())
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def made_elsewhere(folder: Path) -> Path:
    """Make an archive of WOLVES, FERRY and SCHOOL in another process, so that this one never opened its Chroma."""
    result = child("from tests.vectorstore.samples import *; put(Path(sys.argv[1]), WOLVES, FERRY, SCHOOL)", folder)
    assert result.returncode == 0, result.stderr
    return folder


_PREAMBLE = "import sys\nfrom pathlib import Path\n"

HOLD = """
from vectorstore.locking import writing
with writing(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.read()
"""
"""Python code for a child that holds the write lock until it is told to end."""

AS_NOBODY = """
import os, secrets, tempfile
from tests.vectorstore.samples import *
from vectorstore import Archive, ArchiveError, StorageFailed
def become_nobody():
    "Import all there is to import, then give up the right to write everywhere."
    with tempfile.TemporaryDirectory() as scratch:
        put(Path(scratch, "archive"), FERRY)
        with Archive.open(Path(scratch, "archive"), WordEmbedder()) as archive:
            archive.search("ferry")
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
def attempt(work):
    try:
        print("done", work())
    except ArchiveError as error:
        print(type(error).__name__, error.hint)
"""
"""Python code for a child that may not write to what `lock_up` locked."""


def lock_up(folder: Path) -> None:
    """Let everybody read `folder` and nobody write to it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
