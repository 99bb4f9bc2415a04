"""A sentence's words with their offsets and the English stems that each may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vectorstore.glossary import Glosser, How, glosser
from vectorstore.language import ENGLISH
from vectorstore.words import STOP_WORDS, Word, stems, words

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_KEPT = 20_000
_MEANT = {"permitter": "furlough"}
"""Words of which the glossary's best reading is too wide here: who is sent home for a time is not dismissed."""
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or fixed phrase at start:end of the text; `glosses` are the English stems of its readings, best first."""

    start: int
    end: int
    text: str
    glosses: tuple[Stems, ...]
    is_listed: bool = False
    """Whether the glossary has it as a name."""

    @property
    def stems(self) -> Stems:
        """The stems of its best reading."""
        return self.glosses[0] if self.glosses else ()

    @property
    def is_name(self) -> bool:
        """Whether it has a capital; a sentence's first word has one too."""
        return self.text[:1].isupper()

    @property
    def is_small(self) -> bool:
        """Whether it is a function word; Noreg, by which nynorsk is known, is a name too."""
        return self.text.lower() in STOP_WORDS and not self.is_listed


def read_tokens(text: str, language: str, own: Glosser | None = None) -> tuple[Token, ...]:
    """Return the words of a text in order; `own` may know a newsroom's words too."""
    if language == ENGLISH:
        return tuple(Token(match.start(), match.end(), match[0], (stems_of(match[0]),)) for match in _WORD.finditer(text))
    return tuple(_glossed(text, own or glosser()))


def _glossed(text: str, glossary: Glosser) -> Iterator[Token]:
    cursor = 0
    for gloss in glossary.gloss(text):
        start = cursor
        for place, part in enumerate(gloss.text.split()):
            found = text.find(part, cursor)
            if found < 0:  # a soft hyphen or a letter in two signs: the next words are found again
                continue
            start = found if place == 0 else start
            cursor = found + len(part)
            if place and found > start + len(gloss.text) + 1:  # a particle that stands apart from its verb
                cursor = start + len(gloss.text.split()[0])
                break
        meant = next((english for beginning, english in _MEANT.items() if gloss.text.lower().startswith(beginning)), None)
        readings = (meant,) if meant else gloss.glosses
        yield Token(start, cursor, gloss.text, tuple(stems_of(reading) for reading in readings), gloss.how is How.NAME)


_APART = {
    **dict.fromkeys(("hospitalise", "hospitalised", "hospitalize", "hospitalized", "hospitalisation"), ("inpati",)),
    **dict.fromkeys(("building", "buildings"), ("edific",)),
    **dict.fromkeys(("fund", "funds"), ("moneypool",)),
    **dict.fromkeys(("totalled", "totaled"), ("destroy",)),
    **dict.fromkeys(("missing",), ("miss",)),
    "March": ("monthofmarch",),
    "layoff": ("layoff",),
    "layoffs": ("layoff",),
}
"""Words whose stem is that of another word with another meaning."""


@lru_cache(_KEPT)
def stems_of(english: str) -> Stems:
    """Return the English stems of a word or phrase; words of one stem and two meanings are kept apart."""
    if english in _APART:
        return _APART[english]
    parts = english.split()
    if len(parts) > 1:
        return tuple(stem for part in parts for stem in stems_of(part))
    return tuple(stems([Word(word.text, word.form, False) for word in words(english)], ENGLISH))


def within(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """Return the tokens that begin in a span."""
    return [token for token in tokens if start <= token.start < end]
