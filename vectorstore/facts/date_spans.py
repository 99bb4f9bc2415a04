"""Times put together of single ones: a weekday with its week or date, a month with its year, "fra mandag til onsdag"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vectorstore.facts.date_modifiers import narrowing
from vectorstore.facts.date_patterns import Atom
from vectorstore.facts.date_senses import Lead, Sense, Source
from vectorstore.facts.days import Days, Direction, Fixed, Meaning, Recurring, Relative
from vectorstore.facts.tense import Clauses


class UnanchoredError(Exception):
    """The days depend on a publication date, and there is none."""


@dataclass(frozen=True, slots=True)
class Single:
    """A single time with what narrows it ("slutten av"); `is_future` is its clause's tense, None where that is not told."""

    start: int
    end: int
    sense: Sense
    is_future: bool | None = None
    narrow: Callable[[Days, date | None], Days] | None = None

    def days(self, published: date | None) -> Days:
        """Return the days it means in a text of a day."""
        meaning = self.sense.meaning
        if isinstance(meaning, Fixed):
            return self._narrowed(meaning.days, published)
        if published is None:
            raise UnanchoredError
        if isinstance(meaning, Relative):
            return self._narrowed(meaning.count(published), published)
        return self._narrowed(meaning.find(published, meaning.direction or self._direction()), published)

    def beside(self, day: date, direction: Direction) -> Days:
        """Return the days that lie in a direction from a day that the text itself names."""
        if not isinstance(self.sense.meaning, Recurring):
            raise UnanchoredError
        return self._narrowed(self.sense.meaning.find(day, direction), None)

    @property
    def is_open(self) -> bool:
        """Whether it recurs, and nothing beside it says which one is meant."""
        return isinstance(self.sense.meaning, Recurring) and self.sense.meaning.direction is None

    @property
    def has_tense(self) -> bool:
        """Whether the tense of its clause has a say in what it means."""
        return self.is_open or self.sense.lead is Lead.FUTURE

    def _direction(self) -> Direction:
        if not self.is_future:
            return Direction.LATEST
        return Direction.AFTER if self.sense.rule == "weekday" else Direction.COMING  # the day itself would be "i dag"

    def _narrowed(self, found: Days, published: date | None) -> Days:
        return self.narrow(found, published) if self.narrow else found


def singles(found: list[Atom], source: Source) -> list[Single]:
    """Return the single times, those that are said in two pieces made one, each with its tense and what narrows it."""
    joined: list[Single] = []
    for atom in found:
        single = _with_what_narrows(Single(atom.start, atom.end, atom.sense), source)
        while joined and joined[-1].end > single.start:  # "de siste to ukene av mars" was two
            joined.pop()
        one = _as_one(joined[-1], single, source.plain[joined[-1].end : single.start]) if joined else None
        if one:
            joined.pop()
        joined.append(one or single)
    if not any(single.has_tense for single in joined):
        return joined
    clauses = Clauses(source.text, source.plain, is_english=source.is_english)
    return [replace(single, is_future=clauses.is_future(single.start, single.end)) if single.has_tense else single for single in joined]


def _with_what_narrows(single: Single, source: Source) -> Single:
    start, narrow = narrowing(source.plain, single.start, single.sense.granularity)
    return replace(single, start=start, narrow=narrow)


def _as_one(first: Single, second: Single, between: str) -> Single | None:
    """Two pieces of one time: weekday and date, weekday and week, month and year."""
    whole = replace(second, start=first.start)
    if first.narrow and second.narrow:
        return None
    if first.sense.rule == "weekday" and second.sense.granularity == "day":
        is_date = second.sense.rule.startswith(("date", "day and month", "feast", "days away"))
        return whole if is_date and re.fullmatch(r",? (?:den |the )?|,? ?\(", between) else None
    if first.sense.rule == "weekday" and second.sense.granularity == "week":
        return _weekday_of(first, second) if re.fullmatch(r",? (?:i |of |in )?", between) else None
    if second.sense.rule == "weekday" and first.sense.granularity == "week":
        return replace(_weekday_of(second, first), start=first.start, end=second.end) if re.fullmatch(r",? (?:on|på) ", between) else None
    if second.sense.rule == "years away" and first.is_open and isinstance(first.sense.meaning, Recurring):
        return _of_year(first, second) if re.fullmatch(r",? (?:i |of )?", between) else None
    return None


def _weekday_of(weekday: Single, week: Single) -> Single:
    """"mandag i forrige uke"."""
    assert isinstance(weekday.sense.meaning, Recurring)
    near = weekday.sense.meaning.near
    sense = _within(week.sense, lambda found: near(found[0], 0), "day", "weekday of week")
    return replace(week, start=weekday.start, sense=sense, narrow=None)


def _of_year(recurring: Single, year: Single) -> Single:
    """"mars for to år siden"."""
    assert isinstance(recurring.sense.meaning, Recurring)
    near, granularity = recurring.sense.meaning.near, recurring.sense.granularity
    sense = _within(year.sense, lambda found: near(found[0], 0), granularity, f"{recurring.sense.rule} of relative year")
    return Single(recurring.start, year.end, sense, narrow=recurring.narrow)


def _within(sense: Sense, inner: Callable[[Days], Days], granularity: str, rule: str) -> Sense:
    """The same meaning, but of it only some days."""
    meaning = sense.meaning
    found: Meaning
    if isinstance(meaning, Fixed):
        found = Fixed(inner(meaning.days))
    elif isinstance(meaning, Relative):
        counted = meaning.count
        found = Relative(lambda day: inner(counted(day)))
    else:
        near = meaning.near
        found = Recurring(lambda day, shift: inner(near(day, shift)), meaning.direction)
    return Sense(found, granularity, rule)


def between(first: Single, second: Single) -> Callable[[date | None], Days]:
    """Return what reads the days from one time to another; which one of what recurs is clear from the other."""

    def read(published: date | None) -> Days:
        if first.is_open and second.is_open and first.is_future:
            begins = first.days(published)
            return begins[0], second.beside(begins[0], Direction.COMING)[1]
        if second.is_open and not first.is_open:
            begins = first.days(published)
            return begins[0], second.beside(begins[0], Direction.COMING)[1]
        ends = second.days(published)
        return (first.beside(ends[0], Direction.LATEST) if first.is_open else first.days(published))[0], ends[1]

    return read
