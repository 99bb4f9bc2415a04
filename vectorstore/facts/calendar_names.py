"""Weekdays and months that are names: "Friday Okafor", "by April Dawson", "boka «Fredag på hjernen»"."""

from __future__ import annotations

import re

from vectorstore.facts.calendar_words import MONTHS, any_of

_BACK = 8
_OPENS = re.compile(r"(?:^|[.!?:\n] ?|[–—-] ?|[«\"“(])$")
_TITLE = re.compile(r"(?<!\bsa)(?<!sier)(?<!seier)(?<!said)(?<!says)(?<!asked)(?<!added)[^\W\d_] [«\"“]$")
"""What opens a title rather than speech."""
_CAPITAL = re.compile(rf" (?!(?:{any_of(month.title() for month in MONTHS)}|I)\b)[A-ZÆØÅ]")
_BEFORE_WEEKDAY = re.compile(r"\b(?:on|last|next|late|early|since|that) $", re.IGNORECASE)
_BEFORE_MONTH = re.compile(r"\b(?:in|since|until|till|during) $", re.IGNORECASE)


def is_named_weekday(text: str, start: int, end: int, *, is_first: bool, is_english: bool) -> bool:
    """Whether the weekday at text[start:end] is a name; `is_first` if no word of the time stands before it."""
    before = text[max(0, start - _BACK) : start]
    if not text[start].isupper():
        return is_english
    if is_first and _TITLE.search(before):
        return True
    if is_english:
        return bool(_CAPITAL.match(text, end)) and not _BEFORE_WEEKDAY.search(before)
    return is_first and (not _OPENS.search(before) or bool(_CAPITAL.match(text, end)))


def is_named_month(text: str, start: int, end: int) -> bool:
    """Whether the English month at text[start:end] is somebody's name."""
    return bool(_CAPITAL.match(text, end)) and not _BEFORE_MONTH.search(text[max(0, start - _BACK) : start])
