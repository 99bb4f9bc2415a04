"""Text -> the words that are matched: folded, numbers in one form, stems by language.

Only matching sees these forms; what is shown and cited is always the article's own text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING

from vectorstore.english import LEMMAS
from vectorstore.folding import ALONE, DATE, MONTHS, NUMBER, NUMBER_WORDS, SCALES, fold_date, fold_number, scaled
from vectorstore.language import ENGLISH, FUNCTION_WORDS

if TYPE_CHECKING:
    from Stemmer import Stemmer

_TOKEN = re.compile(rf"(?P<date>{DATE})|{NUMBER}|[^\W_]+(?:['’][^\W_]+)*", re.IGNORECASE)
_ACRONYM_GENITIVE = re.compile(r"([A-ZÆØÅ]{2,})s")
_LONGEST = 64

VERSION = f"snowball-{metadata.version('PyStemmer').split('.')[0]}-5"
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

    A number with thousands marks ("45.000", "45 000", "45,000") gives its digits and a decimal point, with a scale word
    ("45 tusen", "3.5 million") what they multiply to, and a number word its digits where it means nothing else. A
    date in digits gives day, month and year. An acronym that is spelled like a function word keeps its capitals: IS is a party
    to a war, "is" says nothing. The first word is never taken for a name, because any first word
    may have a capital.
    """
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "")
    found: list[Word] = []
    joined: list[bool] = []
    end = 0
    for match in _TOKEN.finditer(composed):
        token = match[0]
        date = fold_date(token) if match["date"] else None
        if date:
            found.extend(Word(token, part, False) for part in date)
        else:
            found.append(Word(token, _fold(token)[:_LONGEST], bool(found) and token[0].isupper()))
        joined += [False] * (len(found) - len(joined) - 1) + [composed[end : match.start()].isspace()]
        end = match.end()
    return _with_numbers(_with_acronyms(found), joined)


def _with_acronyms(found: list[Word]) -> list[Word]:
    """Leave the capitals of a word that alone has them and would be a function word without."""
    is_upper = [False, *(len(word.text) > 1 and word.text.isupper() for word in found), False]
    return [
        replace(word, form=word.text) if is_upper[at] and word.form in STOP_WORDS and not (is_upper[at - 1] or is_upper[at + 1]) else word
        for at, word in enumerate(found, start=1)
    ]


def _with_numbers(found: list[Word], joined: Sequence[bool]) -> list[Word]:
    """Multiply what stands before a scale word, only blanks between, and write number words in digits."""
    for place, word in enumerate(found):
        if word.form in SCALES and joined[place]:
            # "fem hundre tusen": the first two have made 500 already.
            is_second = joined[place - 1] and found[place - 1].form in SCALES and found[place - 2].form.isdigit()
            at = place - 2 if is_second else place - 1
            if product := scaled(found[at].form, word.form):
                found[at] = replace(found[at], form=product)
    return [replace(word, form=str(NUMBER_WORDS[word.form])) if word.form in ALONE else word for word in found]


def _fold(token: str) -> str:
    if token[0].isdigit():
        return fold_number(token)
    genitive = _ACRONYM_GENITIVE.fullmatch(token)
    token = genitive[1] if genitive else token.replace("’", "'").removesuffix("'s")
    form = token.lower()
    return form if token == "may" else MONTHS.get(form, form)


def stems(text_words: Iterable[Word], language: str) -> list[str]:
    """Return the stem of each word in `language` ("nb", "nn", "en"); of an irregular English form, that of its lemma.

    Names are stemmed like all else: a name that begins a sentence can't be told from another word, and
    the two places must match. `matching.py` keeps the word itself beside its stem.
    """
    forms = [word.form for word in text_words]
    if language == ENGLISH:
        forms = [LEMMAS.get(form, form) for form in forms]
    stemmed: list[str] = _stemmer("english" if language == ENGLISH else "norwegian").stemWords(forms)
    return stemmed


def content_words(text_words: Sequence[Word]) -> list[Word]:
    """Return the words that say what a question is about: those that are no function words."""
    return [word for word in text_words if word.form not in STOP_WORDS]


@cache
def stop_stems() -> frozenset[str]:
    """Return the English stems of all function words."""
    return frozenset(_stemmer("english").stemWords([LEMMAS.get(word, word) for word in sorted(STOP_WORDS)]))


@cache
def _stemmer(algorithm: str) -> Stemmer:
    from Stemmer import Stemmer

    return Stemmer(algorithm)
