"""The Norwegian-English glossary: word lists by topic, and what reads them.

Each `.tsv` here has a line per lemma: bokmål, nynorsk where it differs ("; " between variants), part of
speech, one to three English glosses, best first. To mend a word, find it in its topic's file.
`phrases.tsv`, `names.tsv` and `irregular.tsv` have headers of their own in `entries.py`.
"""

from __future__ import annotations

from vectorstore.glossary.entries import Glossary, OwnWord, load_glossary, version
from vectorstore.glossary.glossing import Gloss, Glosser, glosser, glosser_with
from vectorstore.glossary.lookup import How

__all__ = ["Gloss", "Glossary", "Glosser", "How", "OwnWord", "glosser", "glosser_with", "load_glossary", "version"]
