"""Bringing an archive up to date with another model, glossary, splitter or stemmer, or with the newsroom's own words.

Each step leaves the archive usable and can be taken up again after a kill. Another model's vectors are gathered
beside those in use and take their place all at once; meanwhile questions are answered as before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vectorstore.archive import CATALOG, open_catalog
from vectorstore.catalog import Catalog
from vectorstore.embedding import Embedder
from vectorstore.ingesting import Ingest
from vectorstore.locking import writing
from vectorstore.own_matching import matching_of
from vectorstore.stamp import require_format, stamp_of
from vectorstore.vectors import embed_passages

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Reindexed:
    """What a reindex did: articles in all, those cut or matched anew, and sentences embedded again."""

    articles: int
    cut: int
    matched: int
    embedded: int


Progress = Callable[[str, int, int], None]
"""Called after each batch with what is being done, how many articles are, and of how many."""


def reindex(folder: Path, embedder: Embedder, progress: Progress) -> Reindexed:
    """Make the archive in `folder` what an ingest of all its articles with `embedder` would give now.

    Articles that nothing changes for are left alone. Raises ArchiveMissing, ArchiveMismatch if the catalog's format is
    another, ArchiveLocked.
    """
    open_catalog(folder).close()
    with writing(folder), closing(Catalog(folder / CATALOG, writable=True)) as catalog:
        require_format(catalog.meta())
        return _Reindex(folder, catalog, embedder, progress).run()


class _Reindex:
    def __init__(self, folder: Path, catalog: Catalog, embedder: Embedder, progress: Progress) -> None:
        self._folder, self._catalog, self._embedder, self._progress = folder, catalog, embedder, progress

    def run(self) -> Reindexed:
        target, kept = stamp_of(self._embedder), self._catalog.meta()
        renewed = self._change_model(target) if any(kept.get(name) != target[name] for name in ("model", "gloss")) else 0
        matching = matching_of(self._folder, target)
        with closing(Ingest(self._folder, self._catalog, self._embedder, matching)) as writer:
            cut = self._catalog.cut_otherwise()
            for keys in self._batches("cutting anew", cut):
                writer.cut_anew(keys)
            live = self._catalog.live_keys()
            if kept.get("facts") != target["facts"]:
                for keys in self._batches("reading", live):
                    writer.read_anew(keys)
            counts = [writer.match_anew(keys) for keys in self._batches("comparing", live)]
        self._catalog.mark(**target, indexing="")
        matched, embedded = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
        return Reindexed(len(live), len(cut), matched, renewed + embedded)

    def _batches(self, doing: str, keys: Sequence[int]) -> Iterator[Sequence[int]]:
        for at in range(0, len(keys), _BATCH):
            yield keys[at : at + _BATCH]
            self._progress(doing, min(at + _BATCH, len(keys)), len(keys))

    # Another model

    def _change_model(self, target: Mapping[str, str]) -> int:
        """Embed every article with the new model; returns how many sentences were.

        With its new marks the catalog counts as dirty, so that the next writer makes the vector index anew.
        """
        self._take_up(target)
        matching = matching_of(self._folder, target)
        total, count = len(self._catalog.live_keys()), 0
        while keys := self._catalog.without_renewed(_BATCH):
            embedded = embed_passages(self._catalog.passages_of(keys), self._embedder, matching)
            self._catalog.keep_renewed(embedded)
            count += sum(len(found.vectors) for found in embedded)
            self._progress("embedding", total - len(self._catalog.without_renewed(total)), total)
        vectors = {name: target[name] for name in ("model", "source", "dimension", "gloss")}
        self._catalog.use_renewed(**vectors, renewing="", indexing="yes")
        return count

    def _take_up(self, target: Mapping[str, str]) -> None:
        """Go on with what an earlier run of the same model left; throw away what another left."""
        if self._catalog.meta().get("renewing") != target["model"]:
            self._catalog.forget_renewed()
            self._catalog.mark(renewing=target["model"])
