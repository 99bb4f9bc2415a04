"""The forms in which a text is matched: its words and stems as written, its English, and what of it is embedded.

English text is its own English; Norwegian is glossed word by word. Both languages therefore meet in the
English stems and in the vectors, and a question in one finds the sentence in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vectorstore.glossary import Glosser
from vectorstore.language import ENGLISH
from vectorstore.words import Word, content_words, stems, words


@dataclass(frozen=True, slots=True)
class Forms:
    """A text's words and stems in its own language, and its English stems, each joined by blanks."""

    own: str
    english: str


class Matching:
    """Brings texts and questions of one archive into the forms that are compared.

    `embeds_gloss` says whether the model is given the English of a Norwegian text, or, if it reads Norwegian itself,
    the text as it is. The word index has the English either way.
    """

    def __init__(self, glosser: Glosser, *, embeds_gloss: bool = True) -> None:
        self._glosser = glosser
        self._embeds_gloss = embeds_gloss

    def embedded(self, text: str, language: str) -> str:
        """Return what is embedded of a text."""
        return self.english(text, language) if self._embeds_gloss else text

    def english(self, text: str, language: str) -> str:
        """Return a text's English: itself, or its gloss."""
        return text if language == ENGLISH else self._glosser.gloss_text(text)

    def forms(self, text: str, language: str) -> Forms:
        """Return the forms of a sentence or title that is indexed."""
        found = words(self.english(text, language)) if language != ENGLISH else words(text)
        return Forms(" ".join(_own(words(text), language)), " ".join(stems(found, ENGLISH)))

    def asked(self, text: str, language: str) -> tuple[list[str], list[str]]:
        """Return the forms to search for, own and English: those of content words, or of all if there is none."""
        own, english = _asked(words(text)), _asked(words(self.english(text, language)))
        return list(dict.fromkeys(_own(own, language))), list(dict.fromkeys(stems(english, ENGLISH)))


def _own(found: Sequence[Word], language: str) -> Iterator[str]:
    """Each word's stem, and the word itself where that is another: what stands there word for word counts twice.

    A name is thereby found as it is spelled too, Hansen before Hans.
    """
    for word, stem in zip(found, stems(found, language), strict=True):
        yield stem
        if stem != word.form:
            yield word.form


def _asked(found: Sequence[Word]) -> Sequence[Word]:
    return content_words(found) or found
