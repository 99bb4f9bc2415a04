"""What an archive is made with; two archives with different stamps can't be mixed."""

from __future__ import annotations

from collections.abc import Mapping

from vectorstore import glossary, segmenting, words
from vectorstore.embedding import Embedder
from vectorstore.errors import ArchiveMismatch
from vectorstore.tables import FORMAT

_NAMES = {
    "format": "catalog format",
    "model": "embedding model",
    "dimension": "vector dimension",
    "splitter": "sentence splitter",
    "stemmer": "stemmer",
    "glossary": "glossary",
}


def stamp_of(embedder: Embedder) -> dict[str, str]:
    """Return the stamp of an archive made now with `embedder`."""
    return {
        "format": FORMAT,
        "model": embedder.name,
        "dimension": str(embedder.dimension),
        "splitter": segmenting.VERSION,
        "stemmer": words.VERSION,
        "glossary": glossary.version(),
    }


def require_match(kept: Mapping[str, str], embedder: Embedder) -> None:
    """Raise ArchiveMismatch, naming the first difference, unless the archive was made the same way."""
    for name, value in stamp_of(embedder).items():
        if kept.get(name) != value:
            raise ArchiveMismatch(
                f"the archive was made with {_NAMES[name]} {kept.get(name, 'unknown')!r}, this Belegg has {value!r}",
                "ingest the articles into a new archive (--archive DIR), or use the Belegg that made this one",
            )
