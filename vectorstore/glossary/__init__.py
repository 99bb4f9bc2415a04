"""The Norwegian-English glossary: word lists by topic, and what reads them.

Each `.tsv` here has a line per lemma: bokmål, nynorsk where it differs ("; " between variants), part of
speech, one to three English glosses, best first. To mend a word, find it in its topic's file.
`phrases.tsv`, `names.tsv` and `irregular.tsv` have headers of their own in `entries.py`.
"""

from __future__ import annotations

from vectorstore.glossary.entries import Glossary, load_glossary
from vectorstore.glossary.glossing import Gloss, How, gloss, gloss_text

VERSION = "1"
"""Raised whenever the lists or the rules change what a text is glossed to: an archive is stamped with it."""

__all__ = ["VERSION", "Gloss", "Glossary", "How", "gloss", "gloss_text", "load_glossary"]
