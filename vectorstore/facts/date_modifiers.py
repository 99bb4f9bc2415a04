"""The words before a time that change its days: "slutten av", "tidligere", "de første ti dagene av", "siden", "før"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from vectorstore.facts import calendar_words as words
from vectorstore.facts import days
from vectorstore.facts.calendar_words import any_of
from vectorstore.facts.days import Days

Interval = tuple[date | None, date | None]
Narrowing = Callable[[Days, date | None], Days]

_REACH = 60
"""How far before a time its modifiers are looked for."""
_DAY = timedelta(1)
_SATURDAY = 5
_FIRST_THIRD, _SECOND_THIRD = 10, 20

_EARLY = (
    r"begynnelsen (?:av|på)|byrjinga (?:av|på)|starten (?:av|på)|inngangen til|tidlig (?:i |på )?|tidleg (?:i |på )?|primo|early (?:in )?"
    r"|(?:the )?(?:start|beginning) of"
)
_MIDDLE = r"midten av|midt (?:i|på)|midtveis i|medio|mid|(?:the )?middle of|midway through"
_LATE = r"slutten av|utgangen av|sent (?:i|på)|seint (?:i|på)|ultimo|late (?:in )?|(?:the )?(?:end|close) of"
_THIRD = re.compile(
    rf"(?:i |ved |mot |in |at )?(?:the )?\b(?:(?P<early>{_EARLY})|(?P<middle>{_MIDDLE})|(?P<late>{_LATE}))(?: |(?<= )|-)(?:the )?$"
)
_HALF = re.compile(
    r"(?:the )?\b(?:(?P<first>første|fyrste|first)|(?P<second>andre|siste|second|latter|last)) (?:halvdel|halvdelen|half) (?:av"
    r"|of) (?:the )?$"
)
_SO_FAR = re.compile(r"\b(?:tidligere|tidlegare|hittil|så langt|earlier|so far)(?: i| in| på)?(?: the)? $")
_STILL = re.compile(r"\b(?:(?:senere|seinere|seinare|resten av|later|(?:the )?rest of|the remainder of)(?: i| in)?(?: the)?|ut) $")
_EDGE = re.compile(
    rf"(?:(?:de|dei|den|det|the) )?\b(?P<place>{any_of(words.PLACES)}) (?:(?P<count>[0-9]{{1,3}}"
    rf"|{any_of(words.COUNTS)}) )?(?P<unit>{any_of(words.UNITS)})"
    r"(?: (?:av|i|of|in)(?: the)?)? $"
)
_WEEKDAY = re.compile(
    rf"(?:(?:den|the) )?\b(?P<place>{any_of(words.PLACES)}) (?:(?P<weekday>{any_of(words.WEEKDAYS)})(?:en)?|helg|helga|helgen|weekend)"
    r" (?:av|i|of|in) (?:the )?$"
)


def narrowing(plain: str, start: int, granularity: str) -> tuple[int, Narrowing | None]:
    """Return where a time begins when the words before it that narrow it are taken along, and what they make of its days."""
    before = plain[max(0, start - _REACH) : start]
    for pattern, narrow_by in _NARROWINGS:
        match = pattern.search(before)
        narrow = narrow_by(match, granularity) if match else None
        if match and narrow:
            return start - len(before) + match.start(), narrow
    return start, None


def _third(match: re.Match[str], granularity: str) -> Narrowing | None:
    """Ten days of a month, a month of a season, months of a year, years of a decade."""
    place = ("early", "middle", "late").index(match.lastgroup or "early")
    if granularity == "month":
        return lambda found, _: _days_of_third(found, place)
    if granularity == "season":
        return lambda found, _: days.months_of_year(found[0].year, found[0].month + place, found[0].month + place)
    if granularity == "year":
        return lambda found, _: days.months_of_year(found[0].year, 4 * place + 1, 4 * place + 4)
    if granularity == "decade":
        return lambda found, _: days.years(found[0].year + (0, 4, 6)[place], found[0].year + (3, 5, 9)[place])
    if granularity == "week":
        return lambda found, _: (found[0] + (0, 2, 4)[place] * _DAY, found[0] + (1, 3, 6)[place] * _DAY)
    return None


def _days_of_third(found: Days, place: int) -> Days:
    first = found[0] + _FIRST_THIRD * place * _DAY
    return first, found[1] if place == 2 else first + (_FIRST_THIRD - 1) * _DAY


def _half(match: re.Match[str], granularity: str) -> Narrowing | None:
    """Half the months of a year, the years of a decade, or the days of anything else."""
    is_first = match["first"] is not None
    if granularity == "year":
        return lambda found, _: days.months_of_year(found[0].year, 1 if is_first else 7, 6 if is_first else 12)
    if granularity == "decade":
        return lambda found, _: days.years(found[0].year + 5 * (not is_first), found[0].year + 4 + 5 * (not is_first))
    if granularity == "month":
        return lambda found, _: (found[0], found[0] + 14 * _DAY) if is_first else (found[0] + 15 * _DAY, found[1])
    return None


def _so_far(_: re.Match[str], granularity: str) -> Narrowing:
    return lambda found, published: (found[0], min(found[1], published)) if published and published >= found[0] else found


def _still(_: re.Match[str], granularity: str) -> Narrowing | None:
    if granularity == "day":  # "går ut 31. mai"
        return None
    return lambda found, published: (max(found[0], published), found[1]) if published and published <= found[1] else found


def _edge(match: re.Match[str], granularity: str) -> Narrowing | None:
    """So many days, weeks or months at the beginning or end; or the second, third ... one."""
    unit, place = words.UNITS[match["unit"]], words.PLACES[match["place"]]
    number = (int(match["count"]) if match["count"].isdecimal() else words.COUNTS[match["count"]]) if match["count"] else 1
    if granularity not in ("month", "season", "year", "decade", "period") or (place > 0 and match["count"]):
        return None
    if unit in words.DAYS_IN:
        length = number * words.DAYS_IN[unit] * _DAY
        if place < 0:
            return lambda found, _: (found[1] - length + _DAY, found[1])
        return lambda found, _: (found[0] + place * length, found[0] + (place + 1) * length - _DAY)
    if unit not in words.MONTHS_IN or granularity == "month":
        return None
    months = number * words.MONTHS_IN[unit]
    if place < 0:
        return lambda found, _: (days.back(found[1] + _DAY, months), found[1])
    return lambda found, _: (days.back(found[0], -place * months), days.back(found[0], -(place + 1) * months) - _DAY)


def _weekday(match: re.Match[str], granularity: str) -> Narrowing | None:
    """"første mandag i mars", "siste helg i mars"."""
    if granularity != "month":
        return None
    place = words.PLACES[match["place"]]
    if not match["weekday"]:
        return lambda found, _: days.weekend(days.weekday_of_month(found[0].year, found[0].month, _SATURDAY, place)[0])
    weekday = words.WEEKDAYS[match["weekday"]]
    return lambda found, _: days.weekday_of_month(found[0].year, found[0].month, weekday, place)


_NARROWINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], Narrowing | None]], ...] = (
    (_HALF, _half), (_EDGE, _edge), (_WEEKDAY, _weekday), (_SO_FAR, _so_far), (_STILL, _still), (_THIRD, _third),
)  # fmt: skip


# What a time bounds

_BOUNDS: tuple[tuple[str, str], ...] = (
    ("night", r"(?:\bnatt(?:a|en)? (?:til|mot)|\bnight to|\bovernight (?:to|into|on)) (?:den )?$"),
    ("since", r"\b(?:helt siden|heilt sidan|siden|sidan|ever since|since)(?: den| the| at least)? $"),
    ("before", r"\b(?:før|before|prior to)(?: den| the)? $"),
    ("after", r"\b(?:etter|after)(?: den| the)? $"),
    ("by", r"\b(?:innen|innan|no later than|not later than|senest|seinast|by)(?: den| the)? $"),
    ("by", r"\b(?:fram til|frem til|fram mot|until|till|up until|up to)(?: den| the)? $"),
    ("from", r"\b(?:fra og med|frå og med|f\.o\.m\.|as of|as from|starting|from|fra|frå)(?: den| the)? $"),
)
_BOUND = re.compile("|".join(f"(?P<{name}{number}>{pattern})" for number, (name, pattern) in enumerate(_BOUNDS)))


def bounding(plain: str, start: int) -> tuple[int, str]:
    """Return where a time begins with the word before it that makes it a bound, and what kind of bound; "" if there is none."""
    before = plain[max(0, start - _REACH) : start]
    match = _BOUND.search(before)
    if not match or not match.lastgroup:
        return start, ""
    return start - len(before) + match.start(), match.lastgroup.rstrip("0123456789")


def bounded(kind: str, found: Interval, published: date | None) -> Interval:
    """Return the days that a bound leaves open."""
    first, last = found
    if kind == "since":
        return first, published
    if kind == "before":
        return None, first - _DAY if first else None
    if kind == "after":
        return (last + _DAY if last else None), None
    if kind == "by":
        return None, last
    return found
