"""Is the archive whole? Findings, read-only; and the repair, which makes both indexes anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vectorstore.archive import open_catalog, open_for_writing
from vectorstore.catalog import Catalog
from vectorstore.embedding import Embedder
from vectorstore.errors import ArchiveError
from vectorstore.ingesting import VECTORS, WORDS, is_dirty
from vectorstore.lexical import View, WordIndex
from vectorstore.locking import is_being_written
from vectorstore.probing import probe
from vectorstore.stamp import require_match

_PROBES = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `is_broken` means that answers suffer and something must be done."""

    name: str
    detail: str
    is_broken: bool = False


def check(folder: Path, embedder: Embedder) -> list[Finding]:
    """Return what was found, the catalog first; later checks need the earlier ones to hold."""
    try:
        catalog = open_catalog(folder)
    except ArchiveError as error:
        return [Finding("archive", f"{error}; {error.hint}", is_broken=True)]
    try:
        return list(_findings(folder, catalog, embedder))
    except ArchiveError as error:
        return [Finding("catalog", f"{error}; {error.hint}", is_broken=True)]
    finally:
        catalog.close()


def repair(folder: Path, embedder: Embedder) -> None:
    """Throw both indexes away and make them from the catalog, without embedding anything again."""
    open_catalog(folder).close()
    with open_for_writing(folder, embedder, from_scratch=True):
        pass


def _findings(folder: Path, catalog: Catalog, embedder: Embedder) -> Iterator[Finding]:
    damage = catalog.check()
    yield Finding("catalog", damage or f"whole, {catalog.path}", is_broken=bool(damage))
    require_match(catalog.meta(), embedder)
    counts = catalog.counts()
    sentences, damaged = catalog.sentence_counts()
    yield Finding("articles", f"{counts.articles} live, {counts.superseded} earlier versions, {sentences} sentences")
    if is_being_written(folder):
        # Chroma's files must not be opened beside a writer, and counts in flight say nothing.
        yield Finding("writer", "another process is writing now; the indexes were not looked at")
    else:
        yield _unfinished(catalog)
        yield _words(folder, catalog, counts.articles + counts.passages)
        yield _vectors(folder, counts.passages)
    yield Finding("dates", f"{catalog.without('published')} articles lack a date")
    yield Finding("languages", f"{catalog.without('language')} articles lack a language")
    yield Finding("damaged text", f"{damaged} sentences are marked as damaged")


def _unfinished(catalog: Catalog) -> Finding:
    pending = catalog.counts().pending
    if pending or is_dirty(catalog):
        detail = f"an ingest was cut off, {pending} articles are not yet searched; the next ingest or --fix finishes it"
        return Finding("writer", detail, is_broken=True)
    return Finding("writer", "nobody is writing, nothing was left half done")


def _words(folder: Path, catalog: Catalog, expected: int) -> Finding:
    if not WordIndex.exists(folder / WORDS):
        return Finding("word index", "missing; --fix makes it anew", is_broken=True)
    try:
        index = WordIndex(folder / WORDS)
        held = index.count()
        if lost := _lost_passages(index, catalog):
            return Finding("word index", f"{lost} of its passages can't be found by their own words; --fix makes it anew", is_broken=True)
    except ArchiveError as error:
        return Finding("word index", f"{error}; --fix makes it anew", is_broken=True)
    return _compared("word index", held, expected)


def _lost_passages(index: WordIndex, catalog: Catalog) -> int:
    """How many of some passages, evenly from the whole archive, are not found by their own words."""
    keys = catalog.live_keys()
    some = catalog.passages_of(keys[:: max(1, len(keys) // _PROBES)])
    return sum(not index.passages(View.OWN, passage.forms.own.split(), 1) for passage in some if passage.forms.own)


def _vectors(folder: Path, expected: int) -> Finding:
    if not (folder / VECTORS).is_dir():
        return Finding("vector index", "missing; --fix makes it anew", is_broken=True)
    held = probe(folder / VECTORS)
    if isinstance(held, str):
        return Finding("vector index", f"can't be read ({held}); --fix makes it anew", is_broken=True)
    return _compared("vector index", held, expected)


def _compared(name: str, held: int, expected: int) -> Finding:
    if held == expected:
        return Finding(name, f"{held} entries, as the catalog has")
    return Finding(name, f"{held} entries, the catalog has {expected}; --fix makes it anew", is_broken=True)
