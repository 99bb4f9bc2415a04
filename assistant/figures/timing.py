"""The days over which a figure adds up, and the day as of which it holds, from the times that its sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.figures.types import Period
from vectorstore.facts.types import Time

Span = tuple[int, int]

_UNTIL = re.compile(
    r"(?<!\w)(?:as of|per|pr\.|by|until|till|up to|hittil|så langt|so far|fram til|frem til|til og med|inntil|ved utgangen av|at the end"
    r" of)(?:\s(?:utgangen|the end|slutten|now|nå|no)(?:\s(?:av|of))?)?\s*$",
    re.IGNORECASE,
)
_UNTIL_REACH = 30
_LONG = frozenset("week month quarter half season year decade period".split())
_MONTH = timedelta(31)


def as_of(
    text: str, times: Sequence[Time], speaker_spans: Sequence[Span], published: date | None, *, counts_now: bool = False
) -> date | None:
    """Return the day as of which a sentence's figures hold: one it names as such, or on which somebody says so, or that of the article.

    `counts_now` where the sentence says that the figure is the newest: a day in it is then the day of the count.
    """
    for time in times:
        if time.last and _is_of_count(text, time, speaker_spans, counts_now=counts_now):
            return min(time.last, published) if published else time.last
    return published


def period(
    text: str, times: Sequence[Time], speaker_spans: Sequence[Span], published: date | None, *, counts_now: bool = False
) -> Period | None:
    """Return the days over which a sentence's figures add up: since when, a month or year, or the day on which something happened."""
    meant = [
        time for time in times
        if (time.first or time.last)
        and not _is_of_count(text, time, speaker_spans, counts_now=counts_now)
        and not _is_ahead(time, published)
    ]  # fmt: skip
    if not meant:
        return None
    best = max(meant, key=_weight)
    return Period(best.first, None if "since" in best.rule.split() else best.last)


def _is_ahead(time: Time, published: date | None) -> bool:
    """Whether a day lies ahead: figures are of what has happened, so it is the day of something else, or read wrongly."""
    return time.granularity == "day" and published is not None and time.first is not None and time.first > published


def _weight(time: Time) -> tuple[bool, bool, bool]:
    """A span of time that is said to be one comes before a mere day."""
    rules = time.rule.split()
    return "since" in rules or "range" in rules, time.granularity in _LONG, time.first is not None


def _is_of_count(text: str, time: Time, speaker_spans: Sequence[Span], *, counts_now: bool) -> bool:
    is_day = time.granularity == "day" and "since" not in time.rule.split()
    return _is_until(text, time) or (is_day and (counts_now or _is_said_then(text, time, speaker_spans)))


def _is_until(text: str, time: Time) -> bool:
    is_bound = bool({"by", "until", "before"} & set(time.rule.split()))
    return is_bound or _UNTIL.search(text[max(0, time.start - _UNTIL_REACH) : time.start]) is not None


def _is_said_then(text: str, time: Time, speaker_spans: Sequence[Span]) -> bool:
    """Whether a single day stands right beside the speaker: "the ministry said on Friday"."""
    for start, end in speaker_spans:
        between = text[end : time.start] if time.start >= end else text[time.end : start]
        if len(between) <= _NEAR and not _NOT_SPEECH.search(between):
            return True
    return False


_NEAR = 22
_NOT_SPEECH = re.compile(r"[.,;:]|\d|\b(?:at|that|i|in|ved|etter|after)\s+(?!a statement)")


def overlap(one: Period, other: Period) -> bool | None:
    """Whether two periods are the same; None if that can't be told: one is a day of the other, or the night between two days."""
    if one == other:
        return True
    if one.last is None and other.last is None:
        return _same_start(one.first, other.first)
    if one.last is None or other.last is None:
        closed, running = (other, one) if one.last is None else (one, other)
        return _is_single(closed) and closed.first is not None and running.first is not None and abs(closed.first - running.first) <= _DAY
    return _same_closed(one, other)


_DAY = timedelta(1)
_WEEK = timedelta(7)


def _is_single(period_: Period) -> bool:
    return period_.first is not None and period_.last is not None and period_.last - period_.first <= _DAY


def _same_start(one: date | None, other: date | None) -> bool:
    """Whether both begin together; "since October" is the same as "since 17 October"."""
    if one is None or other is None:
        return one == other
    first, second = sorted((one, other))
    if first.day == 1 and (first.year, first.month) == (second.year, second.month):
        return True
    return ((first.month, first.day) == (1, 1) and first.year == second.year and second - first <= _WEEK) or second - first <= _DAY


def _same_closed(one: Period, other: Period) -> bool | None:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return one.last == other.last if one.last and other.last else one.first == other.first
    if abs(one.first - other.first) <= _DAY and abs(one.last - other.last) <= _DAY:
        return None if _is_single(one) and _is_single(other) else True
    inner, outer = sorted((one, other), key=_length)
    if inner.first is None or outer.first is None or inner.last is None or outer.last is None:
        return False
    is_inside = outer.first <= inner.first and inner.last <= outer.last and _is_single(inner)
    if is_inside and outer.last - outer.first <= _WEEK:
        return True
    return None if is_inside and outer.last - outer.first <= _MONTH else False


def _length(period_: Period) -> timedelta:
    return period_.last - period_.first if period_.first and period_.last else timedelta.max
