"""Times named in a news text -> first and last day, counted from the day it was published, never from today."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vectorstore.facts import days
from vectorstore.facts.date_modifiers import Interval, bounded, bounding
from vectorstore.facts.date_patterns import atoms
from vectorstore.facts.date_senses import Lead, Source, source_of
from vectorstore.facts.date_spans import Single, UnanchoredError, between, singles
from vectorstore.facts.days import Relative
from vectorstore.facts.types import Time
from vectorstore.types import Precision, Published


@dataclass(frozen=True, slots=True)
class _Span:
    """A time put together, before it is known when the text was published."""

    start: int
    end: int
    granularity: str
    rule: str
    bound: str
    read: Callable[[date | None], Interval]


def read_dates(text: str, language: str, published: Published) -> tuple[Time, ...]:
    """Return the times of a text in reading order; of a partial publication date the hull over all days that it may be."""
    source = source_of(text, language)
    anchors = _anchors(published)
    found = (_time(span, text, anchors) for span in _spans(singles(atoms(source), source), source))
    return tuple(time for time in found if time)


def _anchors(published: Published) -> tuple[date | None, ...]:
    """The first and last day on which the text may have been published; what is read for either grows with the day."""
    first = published.first_day
    if first is None:
        return (None,)
    if published.precision is Precision.YEAR:
        return days.years(first.year, first.year)
    if published.precision is Precision.MONTH:
        return days.days_of_month(first.year, first.month)
    return (first,)


def _time(span: _Span, text: str, anchors: Sequence[date | None]) -> Time | None:
    try:
        readings = [_interval(span, anchor) for anchor in anchors]
    except (ValueError, OverflowError):  # beyond the calendar
        return None
    first, last = readings[0][0], readings[-1][1]
    if first and last and first > last:
        return None
    return Time(text[span.start : span.end], span.start, span.end, first, last, span.granularity, span.rule)


def _interval(span: _Span, anchor: date | None) -> Interval:
    try:
        return bounded(span.bound, span.read(anchor), anchor)
    except UnanchoredError:
        return None, None


def _spans(found: Sequence[Single], source: Source) -> Iterator[_Span]:
    """Pair what belongs together ("fra mandag til onsdag") and take along what bounds each ("siden")."""
    at = floor = 0
    while at < len(found):
        first = found[at]
        second = found[at + 1] if at + 1 < len(found) else None
        if second and _is_range(first, second, source):
            start, floor = max(_range_start(first, source), floor), second.end
            yield _Span(start, second.end, "period", "range", "", between(first, second))
            at += 2
            continue
        at += 1
        span = _single(first, source, floor)
        if span:
            floor = span.end
            yield span


_TO = re.compile(r",? (?:til og med|t\.o\.m\.|fram til|frem til|til|to|through|until|till) (?:den |the )?| ?- ?|/")
_AND = re.compile(r" (?:og|and) (?:den |the )?")
_FROM = re.compile(r"(?<!\w)(?:fra|frå|from|mellom|between) (?:den |the )?$")
_BETWEEN = re.compile(r"(?<!\w)(?:mellom|between) (?:den |the )?$")
_REACH = 30


def _is_range(first: Single, second: Single, source: Source) -> bool:
    joint = source.plain[first.end : second.start]
    if joint == "/" and first.sense.granularity == "day":
        return False
    return bool(_TO.fullmatch(joint) or (_AND.fullmatch(joint) and _BETWEEN.search(_before(first, source))))


def _range_start(first: Single, source: Source) -> int:
    before = _before(first, source)
    lead = _FROM.search(before)
    return first.start - len(before) + lead.start() if lead else first.start


def _before(single: Single, source: Source) -> str:
    return source.plain[max(0, single.start - _REACH) : single.start]


def _single(single: Single, source: Source, floor: int) -> _Span | None:
    start, bound = _bound(single, source)
    if start < floor:  # the word is the end of the time before: "to år siden mandag"
        start, bound = single.start, ""
    before = _before(single, source)
    if not _is_one(single, bound, before, source):
        return None
    if single.sense.granularity == "season" and not bound and _TO_SEASON.search(before):
        single = replace(single, is_future=True)
    is_ahead = bound in _AHEAD or (not bound and _FORWARD.search(before)) or source.plain.startswith(_THIS, start)
    if single.is_future is None and is_ahead:
        single = replace(single, is_future=True)
    granularity = "period" if bound not in ("", "night", "from") or single.narrow else single.sense.granularity
    return _Span(start, single.end, granularity, f"{bound} {single.sense.rule}".strip(), bound, single.days)


_AHEAD = frozenset(("before", "after", "by"))
"""Bounds that are set for what is to come, where no verb says otherwise."""
_TO_SEASON = re.compile(r"(?<!\w)til $")
_FORWARD = re.compile(r"(?<!\w)(?:til|mot|foran|på|ahead of) $")
_THIS = ("this ", "denne ", "fra og med ", "frå og med ", "f.o.m. ", "as of ", "as from ", "starting ")
"""What a time begins with that is to come unless a verb says otherwise."""


def _bound(single: Single, source: Source) -> tuple[int, str]:
    """Where a time begins with what bounds it, and what kind of bound that is."""
    start, bound = bounding(source.plain, single.start)
    if bound == "before" and _END_OF.match(source.plain, single.start):
        return start, "by"
    if source.plain.startswith(_AT_THE_LATEST, start) and isinstance(single.sense.meaning, Relative):  # "senest i går"
        return single.start, ""
    if bound not in ("", "night") and _GENITIVE[source.is_english].search(source.plain, max(0, single.end - 3), single.end):
        return single.start, ""  # "after Monday's meeting"
    return start, bound


_END_OF = re.compile(r"(?:the )?end of|utgangen av|slutten av")
_AT_THE_LATEST = ("senest", "seinast")
_GENITIVE = {True: re.compile(r"'s$"), False: re.compile(r"(?:en|a)s$")}


def _is_one(single: Single, bound: str, before: str, source: Source) -> bool:
    """Whether it is a time at all: not any Monday, and led by what it needs."""
    lead, is_narrowed = single.sense.lead, single.narrow is not None
    if single.is_open and not is_narrowed and _NOT_ONE.search(before):
        return False
    if single.sense.rule.endswith("away") and _IT_IS.search(before):  # "det er ti år siden krigen"
        return False
    if lead is Lead.BOUND:
        return bool(bound)
    if lead is Lead.FUTURE:
        return bool(single.is_future)
    if lead is Lead.MODIFIER:
        return is_narrowed or bool(_IN_THE_COURSE.search(before))
    if lead is Lead.PREPOSITION:
        return is_narrowed or bool(bound) or bool(_LEADS[source.is_english].search(before))
    return True


_NOT_ONE = re.compile(
    r"(?<!\w)(?:hver|hvert|kvar|kvart|every|each|enhver|annenhver|annakvar|alle|per|pr\.|en|ein|a|one|samme|same|følgende|følgjande"
    r"|påfølgende|påfølgjande|following|black|bloody|blue|super|cyber|ash|sheffield) $"
)
"""What makes of a weekday or month any one, a name, or one that other sentences tell."""
_IT_IS = re.compile(r"(?<!\w)(?:er det|det er|var det|det var|it is|it's|it was|it has been)(?: nå| no| snart| over| nesten| now)? $")
_IN_THE_COURSE = re.compile(r"(?<!\w)(?:i løpet av|during|in the course of|throughout|hele|heile|all|gjennom) $")
_LEADS = {
    True: re.compile(
        r"(?<!\w)(?:in|of|since|from|to|until|till|through|during|before|after|by|and|or|between|for|throughout|over|on) (?:the )?$"
    ),
    False: re.compile(
        r"(?<!\w)(?:i løpet av|gjennom|hele|heile|etter|før|over|utover|fra|frå|til|siden|sidan|innen|innan|denne|mot|av|for|i|kommende"
        r"|komande|forrige|førre) $"
    ),
}
