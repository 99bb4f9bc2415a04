"""The words and marks of a sentence with their offsets, and which of them stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-ZÆØÅ]\.){2,}|[A-ZÆØÅ]\.(?=\s?[A-ZÆØÅ])|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Prof|Rev|Chr|dr|prof|adm|ass|iflg)\."
    r"|['’]s\b|[^\W_]+(?:[-&/.@][^\W_]+|['’](?!s\b)[^\W_]+)*-?|\S"
)
_QUOTE_MARK = re.compile(r"[«»“”„\"]")
_DASHES = frozenset("–—-−")
_LABEL_REACH = 6
"""Tokens within which a colon makes what follows a dash a label ("- Les også:") instead of a quotation."""

_OPENS_AFTER = frozenset(" \t\u00a0\n([–—-:")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `form` is it in small letters, `is_quoted` whether it stands inside quotation marks."""

    text: str
    form: str
    start: int
    end: int
    is_quoted: bool

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_dash(self) -> bool:
        """Whether it is a dash standing alone."""
        return self.text in _DASHES

    @property
    def is_quote_mark(self) -> bool:
        """Whether it opens or closes a quotation."""
        return self.text in "«»“”„\""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations of one paragraph as offsets of their marks, in order."""

    spans: tuple[tuple[int, int], ...]

    def hold(self, offset: int) -> bool:
        """Whether `offset` lies between the marks of a quotation."""
        place = bisect_right(self.spans, (offset, offset)) - 1
        return place >= 0 and self.spans[place][0] < offset < self.spans[place][1]


def find_quotes(text: str, start: int, end: int) -> Quotes:
    """Return the quotations in `text[start:end]`; one that never closes counts only where it opens the range."""
    spans: list[tuple[int, int]] = []
    opened = -1
    for mark in _QUOTE_MARK.finditer(text, start, end):
        if opened < 0:
            if mark[0] in "«“„" or text[mark.start() - 1 : mark.start()] in _OPENS_AFTER or mark.start() == start:
                opened = mark.start()
        elif mark[0] in "»”\"" or (mark[0] == "“" and text[opened] == "„"):
            spans.append((opened, mark.start()))
            opened = -1
    if opened == start < end:
        spans.append((opened, end))
    return Quotes(tuple(spans))


def tokenize(text: str, start: int, end: int, quotes: Quotes) -> list[Token]:
    """Return the tokens of `text[start:end]`; a dot belongs to its word only in initials and short titles."""
    return [
        Token(match[0], match[0].casefold(), match.start(), match.end(), quotes.hold(match.start()))
        for match in _TOKEN.finditer(text, start, end)
    ]


def opens_with_dash(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins as Norwegian papers begin a quotation: with a dash and a word apart from it."""
    if len(tokens) <= 1 or not tokens[0].is_dash or tokens[1].start == tokens[0].end or tokens[1].is_dash:
        return False
    return all(token.text != ":" for token in tokens[:_LABEL_REACH])
