"""The time window that a question names ("siden oktober", "mellom 2010 og 2012"), and how an article's date fits it.

Days count from a day that is passed in. A lone weekday is no window, nor is "today": they tell of an event and of
"nowadays" as often. "I oktober" without a year is the last one that has begun, and the window says that the year was
not stated.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from assistant.asking.times import Days, Time, Yearly, latest, times
from assistant.types import Window

_DAY = timedelta(1)
_REACH = 60
"""Characters before a time in which its preposition can stand."""
_LEAST = 12
"""Characters of a window that hold its preposition."""

_PARTS_OF = r"(?:begynnelsen|starten|slutten|midten|byrjinga|(?:the )?(?:start|beginning|middle|end)) (?:av|of) |early |late |mid-?"
_FILLERS = rf"(?:(?:the|den|det|i|in|on|på|året|år|the year|year|årene|åra|perioden|{_PARTS_OF}) ?){{0,2}}"
_WITHIN_A_YEAR = (
    r"i|in|during|throughout|fra|frå|from|of|av|i løpet av|året|året|years?|årene|åra|perioden|the year|sesongen|season|between|mellom"
    r"|og|and|eller|or"
)
_PREPOSITION = re.compile(
    rf"(?<![\w-])(?:(?P<since>ever since|helt siden|siden|sidan|since|fra og med|frå og med)|(?P<after>etter|after)"
    rf"|(?P<before>før|before|prior to)"
    rf"|(?P<until>til og med|fram til|frem til|inntil|innen|until|till|til|up to|by)"
    rf"|(?P<between>mellom|between)"
    rf"|(?P<within>i løpet av|{_WITHIN_A_YEAR}|within|under|on|den|på|om|for)) {_FILLERS}$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r",? (?:og|and|eller|or|til og med|til|to|until|through) (?:i |in |the |den |the end of |slutten av )?| ?[–—-] ?", re.IGNORECASE
)
_TEXT_ENDS = re.compile(r"\s*(?:[?.!,;:)»”\"]|$)")
_COUNTED = re.compile(
    r"\s*(?:mennesker?|menneske|personer|personar|people|persons|soldater|soldiers|kroner|kr|dollars?|euros?|pounds|år|åra|years?"
    r"|dager|dagar|days"
    r"|ganger|gonger|times|m|km|meter|metres?|meters?|feet|foot|miles?|mil|kilometer|tonn|tons?|tonnes|liter"
    r"|prosent|per ?cent|%|stemmer|votes"
    r"|innbyggere|inhabitants|timer|hours|words|ord|stykker|elever|ansatte|jobs|seats|kvadratmeter|megawatt|mw)\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\b(?:artikl\w+|artikkel\w*|reportasjer?|oppslag|avisoppslag|nyhetssaker|nyheitssaker|saker|sakene|sakane|articles?|stories|coverage|clippings)"
    r"(?: \w+){0,3} (?:fra|frå|from|i|in|published|publisert|skrevet|skrive|written|since|siden|sidan|etter|after|før|before)\b"
    r"|\b(?:ble|blei|vart|er|var|was|were) (?:skrevet|skrive|publisert|trykt|written|published|printed) (?:i \w+ )?(?:om|about)\b",
    re.IGNORECASE,
)


def read_window(text: str, today: date) -> Window | None:
    """Return the window that a question names; of several the first that filters, else the first.

    None if it names none, or one that is wholly to come or takes in all that has been.
    """
    day = today.isoformat()
    windows = [window for window in _windows(text, today) if (window.start <= day if window.start else window.end < day)]
    return next((window for window in windows if window.filters), windows[0] if windows else None)


def fits(window: Window, published: str) -> float | None:
    """Return 1 if an article of that (partial) date lies in the window, 0 if not, None if it is undated; "2017-03" is all of March."""
    try:
        first, last = _hull(published)
    except ValueError:
        return None
    return float(first <= (window.end or first) and last >= window.start)


def overlaps(window: Window, first: str, last: str) -> bool:
    """Return whether anything published from `first` to `last`, (partial) ISO dates, can lie in the window."""
    try:
        return _hull(first)[0] <= (window.end or "9999") and _hull(last)[1] >= window.start
    except ValueError:
        return False


def _hull(published: str) -> tuple[str, str]:
    """The first and last day that a (partial) ISO date may be; raises ValueError if it is none."""
    parts = [int(part) for part in published[:10].split("-")]
    year, month, day = parts + [0] * (3 - len(parts))
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    return first.isoformat(), date(year, last_month, day or calendar.monthrange(year, last_month)[1]).isoformat()


def _windows(text: str, today: date) -> Iterator[Window]:
    found = [time for time in times(text, today) if not time.is_loose or _is_time(text, time, _before(text, time))]
    place = 0
    while place < len(found):
        time = found[place]
        preposition = _before(text, time)
        role = preposition.lastgroup or "" if preposition else ""
        begin = preposition.start() + max(0, time.begin - _REACH) if preposition else time.begin
        joined = found[place + 1] if place + 1 < len(found) and role not in ("since", "after", "before", "until") else None
        if joined and _JOIN.fullmatch(text, time.end, joined.begin):
            yield _window(text, begin, _joined(time, joined, today), "within", today)
            place += 2
        else:
            yield _window(text, begin, time, role, today)
            place += 1


def _before(text: str, time: Time) -> re.Match[str] | None:
    """Return the preposition of a time, matched in the characters just before it."""
    return _PREPOSITION.search(text[max(0, time.begin - _REACH) : time.begin])


def _is_time(text: str, time: Time, preposition: re.Match[str] | None) -> bool:
    """Whether a bare month or year is one: "i 2016", "valget 2017?", but not "under 2000 soldater" or "a long march"."""
    is_year = text[time.begin].isdigit()
    if is_year and _COUNTED.match(text, time.end):
        return False
    if is_year and (_TEXT_ENDS.match(text, time.end) or _JOIN.match(text, time.end)):
        return preposition is None or not re.match("under|om|for ", preposition[0], re.IGNORECASE)
    if preposition is None or preposition["within"] is None:
        return preposition is not None
    return re.match(rf"(?:{_WITHIN_A_YEAR}) ", preposition[0], re.IGNORECASE) is not None


def _joined(first: Time, second: Time, today: date) -> Time:
    """Two times with "og" or "til" between them as one; the first takes the year from the second where it has none of its own."""
    days = (first.first, first.last)
    if first.yearly:
        days = _latest_before(first.yearly, second.first, days)
    begins, ends = min(days[0], second.first), max(days[1], second.last)
    return Time(first.begin, second.end, begins, ends, first.is_relative or second.is_relative, second.yearly)


def _latest_before(yearly: Yearly, until: date, otherwise: Days) -> Days:
    try:
        return latest(yearly, until)
    except ValueError:
        return otherwise


def _window(text: str, begin: int, time: Time, role: str, today: date) -> Window:
    start, end = time.first.isoformat(), time.last.isoformat()
    if role == "since":
        end = ""
    elif role == "after":
        start, end = (time.last + _DAY).isoformat(), ""
    elif role == "before":
        start, end = "", (time.first - _DAY).isoformat()
    elif role == "until":
        start = ""
    return Window(
        start, end, text[begin : time.end], is_relative=time.is_relative, year_stated=time.yearly is None,
        is_about_publication=_is_printed(text, begin),
    )  # fmt: skip


def _is_printed(text: str, begin: int) -> bool:
    """Whether the words before the window tie it to articles: "artikler fra 2016", "what was written about X in 2016"."""
    return _PRINTED.search(text[: begin + _LEAST]) is not None
