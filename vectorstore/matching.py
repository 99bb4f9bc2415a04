"""The forms in which a text is matched: its stems as written, and its English.

English text is its own English; Norwegian is glossed word by word. Both languages therefore meet in the
English stems and in the vectors, and a question in one finds the sentence in the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from vectorstore.glossary import gloss_text
from vectorstore.language import ENGLISH
from vectorstore.words import content_words, stems, words


@dataclass(frozen=True, slots=True)
class Forms:
    """A text's stems in its own language and its English stems, each joined by blanks."""

    own: str
    english: str


def english(text: str, language: str) -> str:
    """Return the text to embed and to take English stems of."""
    return text if language == ENGLISH else gloss_text(text)


def forms(text: str, language: str) -> Forms:
    """Return the forms of a sentence or title that is indexed."""
    own = " ".join(stems(words(text), language))
    if language == ENGLISH:
        return Forms(own, own)
    return Forms(own, " ".join(stems(words(gloss_text(text)), ENGLISH)))


def asked_forms(text: str, language: str) -> tuple[list[str], list[str]]:
    """Return the stems to search for, own and English: those of content words, or of all if there is none."""
    return _asked(text, language), _asked(english(text, language), ENGLISH)


def _asked(text: str, language: str) -> list[str]:
    found = words(text)
    return list(dict.fromkeys(stems(content_words(found) or found, language)))
