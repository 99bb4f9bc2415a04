"""What an archive is made with; two archives with different stamps can't be mixed."""

from __future__ import annotations

from collections.abc import Mapping

from vectorstore import facts, glossary, segmenting, words
from vectorstore.embedding import Embedder
from vectorstore.errors import ArchiveMismatch
from vectorstore.tables import FORMAT

_NAMES = {
    "format": "catalog format",
    "model": "embedding model",
    "splitter": "sentence splitter",
    "stemmer": "stemmer",
    "glossary": "glossary",
    "facts": "reader of facts",
}
"""What must be the same; dimension and gloss go with the model, and are read from the stamp."""


def stamp_of(embedder: Embedder) -> dict[str, str]:
    """Return the stamp of an archive made now with `embedder`."""
    return {
        **_versions(),
        "model": embedder.name,
        "source": embedder.source,
        "dimension": str(embedder.dimension),
        "gloss": "off" if embedder.reads_norwegian else "on",
    }


def require_match(kept: Mapping[str, str], embedder: Embedder) -> None:
    """Raise ArchiveMismatch, naming the first difference, unless the archive was made the same way."""
    now = {**_versions(), "model": embedder.name}
    for name, title in _NAMES.items():
        if kept.get(name) != now[name]:
            raise ArchiveMismatch(f"the archive was made with {title} {kept.get(name, 'unknown')!r}, this is {now[name]!r}", _hint(name))


def require_format(kept: Mapping[str, str]) -> None:
    """Raise ArchiveMismatch unless this Belegg can read the catalog at all."""
    if kept.get("format") != FORMAT:
        known = kept.get("format", "unknown")
        raise ArchiveMismatch(f"the archive has catalog format {known!r}, this Belegg has {FORMAT!r}", _hint("format"))


def _versions() -> dict[str, str]:
    return {
        "format": FORMAT,
        "splitter": segmenting.VERSION,
        "stemmer": words.VERSION,
        "glossary": glossary.version(),
        "facts": facts.VERSION,
    }


def _hint(name: str) -> str:
    if name == "format":
        return "ingest the articles into a new archive (--archive DIR), or use the Belegg that made this one"
    return "`belegg reindex` brings the archive up to date; " + (
        "with --model it goes over to that model" if name == "model" else "the articles need not be ingested again"
    )
