"""Intervals of days, and what a time means before it is known when its text was published: fixed, relative to then, or recurring."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

Days = tuple[date, date]

_DAYS_IN_WEEK, _MONTHS_IN_YEAR, _DECEMBER = 7, 12, 12
_NEAREST_YEARS = range(-1, 10)
"""Years to try for what is not in every year: leap days are up to eight years apart."""


class Direction(Enum):
    """Which one is meant of what comes again and again."""

    LATEST = auto()
    """The last one that has begun."""
    BEFORE = auto()
    """The last one that is over."""
    AFTER = auto()
    """The next one that has not begun."""
    COMING = auto()
    """The next one that is not over."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that do not depend on when the text was published."""

    days: Days


@dataclass(frozen=True, slots=True)
class Relative:
    """Days counted from the publication day."""

    count: Callable[[date], Days]


@dataclass(frozen=True, slots=True)
class Recurring:
    """Days that come again: `near` gives those of a day's own period (week, year) or of one so many periods away from it."""

    near: Callable[[date, int], Days]
    direction: Direction | None = None

    def find(self, day: date, direction: Direction) -> Days:
        """Return the occurrence that lies in a direction from a day; ValueError if the calendar has none."""
        accepts = _ACCEPTS[direction]
        sign = -1 if direction in (Direction.LATEST, Direction.BEFORE) else 1
        for shift in _NEAREST_YEARS:
            try:
                days = self.near(day, sign * shift)
            except ValueError:
                continue
            if accepts(days, day):
                return days
        raise ValueError("these days never come")


Meaning = Fixed | Relative | Recurring

_ACCEPTS: dict[Direction, Callable[[Days, date], bool]] = {
    Direction.LATEST: lambda days, day: days[0] <= day,
    Direction.BEFORE: lambda days, day: days[1] < day,
    Direction.AFTER: lambda days, day: days[0] > day,
    Direction.COMING: lambda days, day: days[1] >= day,
}


def one_day(day: date) -> Days:
    """Return a day as an interval."""
    return day, day


def days_of_month(year: int, month: int, first: int = 1, last: int = 31) -> Days:
    """Return days of a month, which may be counted past its end ("month 13" is the next January)."""
    further, month = divmod(month - 1, _MONTHS_IN_YEAR)
    year, month = year + further, month + 1
    return date(year, month, first), date(year, month, min(last, calendar.monthrange(year, month)[1]))


def month_of(day: date) -> Days:
    """Return the month of a day."""
    return days_of_month(day.year, day.month)


def months_of_year(year: int, first: int, last: int) -> Days:
    """Return whole months; they may be counted past the year's end or back before its beginning."""
    return days_of_month(year, first)[0], days_of_month(year, last)[1]


def years(first: int, last: int) -> Days:
    """Return whole years."""
    return date(first, 1, 1), date(last, 12, 31)


def season(year: int, month: int) -> Days:
    """Return the season that begins in a month; a winter bears the year of its end."""
    begins = year - (month == _DECEMBER)
    return months_of_year(begins, month, month + 2)


def week(day: date) -> Days:
    """Return the week of a day, Monday to Sunday."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def weekend(day: date) -> Days:
    """Return the Saturday and Sunday of a day's week."""
    saturday, sunday = week(day)[1] - timedelta(1), week(day)[1]
    return saturday, sunday


def back(day: date, months: int) -> date:
    """Return the same day of an earlier month, or the last one it has."""
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 - months, _MONTHS_IN_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekday_of_month(year: int, month: int, weekday: int, place: int) -> Days:
    """Return the first (0), second ... or last (-1) such weekday of a month."""
    first, last = days_of_month(year, month)
    if place < 0:
        return one_day(last - timedelta((last.weekday() - weekday) % _DAYS_IN_WEEK))
    return one_day(first + timedelta((weekday - first.weekday()) % _DAYS_IN_WEEK + _DAYS_IN_WEEK * place))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def yearly(days_in: Callable[[int], Days]) -> Callable[[date, int], Days]:
    """Make what is known of a year recurring."""
    return lambda day, shift: days_in(day.year + shift)


def weekly(days_in: Callable[[date], Days]) -> Callable[[date, int], Days]:
    """Make what is known of a week (by any day of it) recurring."""
    return lambda day, shift: days_in(day + timedelta(_DAYS_IN_WEEK * shift))
