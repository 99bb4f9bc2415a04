"""Text -> the words that are matched: folded, numbers in one form, stems by language.

Only matching sees these forms; what is shown and cited is always the article's own text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from vectorstore.language import ENGLISH, FUNCTION_WORDS

if TYPE_CHECKING:
    from Stemmer import Stemmer

_TOKEN = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:[.,]\d+(?![.,]?\d))?|\d+[.,]\d+|[^\W_]+(?:['’][^\W_]+)*")
_GROUP_MARKS = re.compile(r"[.,\u00a0\u202f\u2009 ]")
_ACRONYM_GENITIVE = re.compile(r"([A-ZÆØÅ]{2,})s")
_LONGEST = 64
_DIGITS_IN_GROUP = 3

VERSION = f"snowball-{metadata.version('PyStemmer').split('.')[0]}-2"
"""What the stems of an archive depend on: Snowball's third version changed Norwegian; the last number is of the folding here."""

STOP_WORDS = frozenset().union(*FUNCTION_WORDS.values())
"""Function words of all three languages: never searched for, whatever language the question is in."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, its folded form, and whether it is capitalised inside a sentence."""

    text: str
    form: str
    is_name: bool


def words(text: str) -> list[Word]:
    """Return the words of `text` in order, folded; a hyphenated word gives its parts.

    A number with thousands marks ("45.000", "45 000", "45,000") gives its digits and a decimal point. The first
    word is never taken for a name, because any first word may have a capital.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    tokens = _TOKEN.findall(composed)
    return [Word(token, _fold(token)[:_LONGEST], place > 0 and token[0].isupper()) for place, token in enumerate(tokens)]


def _fold(token: str) -> str:
    if token[0].isdigit():
        return _fold_number(token)
    genitive = _ACRONYM_GENITIVE.fullmatch(token)
    token = genitive[1] if genitive else token.replace("’", "'").removesuffix("'s")
    return token.lower()


def _fold_number(token: str) -> str:
    """Thousands without their marks, a decimal point where there are decimals."""
    whole, *thousands = _GROUP_MARKS.split(token)
    decimals = thousands.pop() if thousands and len(thousands[-1]) != _DIGITS_IN_GROUP else ""
    return ".".join(filter(None, ["".join([whole, *thousands]), decimals])).lower()


def stems(text_words: Iterable[Word], language: str) -> list[str]:
    """Return the stem of each word in `language` ("nb", "nn", "en").

    Names are stemmed like all else: a name that begins a sentence can't be told from another word, and
    the two places must match. Measured, leaving names alone changed no figure by more than 0.01.
    """
    stemmer = _stemmer("english" if language == ENGLISH else "norwegian")
    stemmed: list[str] = stemmer.stemWords([word.form for word in text_words])
    return stemmed


def content_words(text_words: Sequence[Word]) -> list[Word]:
    """Return the words that say what a question is about: those that are no function words."""
    return [word for word in text_words if word.form not in STOP_WORDS]


@cache
def _stemmer(algorithm: str) -> Stemmer:
    from Stemmer import Stemmer

    return Stemmer(algorithm)
