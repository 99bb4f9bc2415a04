"""When an article was published, by what is given with it or stands at its top."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from vectorstore.blocks import split_blocks
from vectorstore.types import BlockKind, Published

_OSLO = ZoneInfo("Europe/Oslo")
_PARTIAL = re.compile(r"\d{4}(-\d{2}){0,2}")
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?![\d-])")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b")
_NAMED = re.compile(
    r"\b(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+((?:19|20)\d\d)\b|\b([a-z]{3,9})\.?\s+(\d{1,2}),\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12,
}  # fmt: skip
_TOP = 3000


def parse_published(given: str) -> Published:
    """Read an ISO date, partial date or date-time; a time with a zone gives its day in Oslo.

    Raises ValueError for anything else.
    """
    if _PARTIAL.fullmatch(given):
        return Published(given)
    moment = datetime.fromisoformat(given)
    try:
        local = moment.astimezone(_OSLO) if moment.tzinfo else moment
    except OverflowError as error:
        raise ValueError(f"{given!r} is out of the calendar in Oslo") from error
    return Published(local.date().isoformat())


def date_in(text: str) -> str:
    """Return the ISO date, perhaps partial, of the first date line near the top of `text`, or ""."""
    top = text[:_TOP]
    for block in split_blocks(top):
        if block.kind is BlockKind.DATELINE and (found := _date(top[block.start : block.end])):
            return found
    return ""


def _date(line: str) -> str:
    if iso := _ISO.search(line):
        return _valid("-".join(part for part in iso.groups() if part))
    if partial := re.search(r"\bdate ((?:19|20)\d\d)\b", line):
        return partial[1]
    if numeric := _NUMERIC.search(line):
        return _calendar(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    if named := _NAMED.search(line):
        day, month, year = (named[1], named[2], named[3]) if named[1] else (named[5], named[4], named[6])
        return _calendar(int(year), _MONTHS.get(month[:3].lower(), 0), int(day))
    return ""


def _calendar(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # a number that only looks like a date
        return ""


def _valid(iso: str) -> str:
    try:
        return Published(iso).date
    except ValueError:
        return ""
