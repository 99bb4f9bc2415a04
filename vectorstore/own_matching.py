"""An archive's own way of matching: the glossary with the newsroom's own words, read anew when they change."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vectorstore.catalog import Catalog
from vectorstore.glossary.own import OWN_WORDS, glosser_of
from vectorstore.matching import Matching


def matching_of(folder: Path, meta: Mapping[str, str]) -> Matching:
    """Return how texts of the archive in `folder`, with these marks, are matched; raises GlossaryUnusable."""
    return Matching(glosser_of(folder), embeds_gloss=meta.get("gloss") != "off")


class OwnMatching:
    """The matching of an open archive; own words that were changed meanwhile count from the next question on."""

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self._folder, self._catalog = folder, catalog
        self._seen = (0, 0, 0)
        self._matching: Matching | None = None

    @property
    def now(self) -> Matching:
        """How the archive matches at this moment."""
        seen = self._changed()
        if self._matching is None or seen != self._seen:
            self._seen, self._matching = seen, matching_of(self._folder, self._catalog.meta())
        return self._matching

    def _changed(self) -> tuple[int, int, int]:
        with suppress(FileNotFoundError):
            status = (self._folder / OWN_WORDS).stat()
            return status.st_ino, status.st_mtime_ns, status.st_size
        return 0, 0, 0
