"""Two figures -> how they relate: whether they are about the same thing, and whether both can be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from assistant.figures.english import stems_of
from assistant.figures.event_words import ALIKE
from assistant.figures.intervals import interval
from assistant.figures.places import LEVELS, WIDE
from assistant.figures.speakers import same_speaker
from assistant.figures.timing import overlap
from assistant.figures.types import EVERYONE, Difference, Kind, Place, Qualifier, Relation, StatedFigure
from assistant.figures.units import ASSUMED, FISH, POPULATIONS, SOFT, is_doer

_LOOSELY_ALIKE = frozenset({frozenset({"vote", "turnout"})})
"""Events that are one in counts, not in shares: votes cast, and turnout."""
_COUNTED_TOGETHER = {frozenset({Kind.JOB, Kind.PERSON}): frozenset({"layoff", "furlough", "hire", "employ"})}
_FAR = 45
"""So many days apart, counts of the same thing by different people are of different times."""
_STEM = 5
"""Names that begin with so many of the same letters are one: Tverrfjord, Tverrfjordtunnelen."""
_PLAIN = frozenset(
    stem
    for word in (
        "say tell report new old now still more less have be get go come take make give put number total figure at about percent krone "
        "million billion thousand year month day last kroner people person human according estimate cost price sum amount think remember "
        "calculate reckon"
    ).split()
    for stem in stems_of(word)
)
"""Words that two sentences may share without speaking of the same."""
_LITTLE = 0.15
"""The share of what two sentences speak of that must be alike to tie figures that agree, where no name does."""
_WORLDS = 1000
"""So many times more or less is no other sum for the same thing."""
_NO_CHANCE = 20
"""From so many on it is no chance if two figures of one place agree, though it is not understood what one of them tells of."""


def relation(one: StatedFigure, other: StatedFigure) -> Relation:
    """Return how two figures relate."""
    if _is_vague(one) or _is_vague(other):
        return Relation.UNSURE
    if difference(one, other):
        return Relation.NOT_COMPARABLE
    fits = _fit(one, other)
    if fits is False and _are_worlds_apart(one, other):
        return Relation.NOT_COMPARABLE
    if fits is None or _is_unknown(one, other) or not (_same_place(one, other) or (fits and _is_near(one, other))):
        return Relation.UNSURE
    same = same_speaker(one.speaker, other.speaker)
    is_later = one.as_of is not None and other.as_of is not None and one.as_of != other.as_of
    if fits:
        return Relation.UPDATE if same and is_later and _has_moved(one, other) else Relation.AGREE
    if is_later and (same or (one.speaker is None and other.speaker is None)):
        return Relation.UPDATE
    return Relation.CONFLICT


def relation_of_sentences(one: Sequence[StatedFigure], other: Sequence[StatedFigure]) -> Relation:
    """Return how the two figures of two sentences relate that are most about the same thing; unsure if a sentence has none."""
    if not one or not other:
        return Relation.UNSURE
    first, second = max(product(one, other), key=lambda pair: (_likeness(*pair), -one.index(pair[0]) - other.index(pair[1])))
    return relation(first, second)


def difference(one: StatedFigure, other: StatedFigure) -> Difference | None:
    """Return what keeps two figures from being comparable, as far as both state it."""
    if _differ_in_unit(one, other):
        return Difference.UNIT
    if _differ_in_population(one, other):
        return Difference.POPULATION
    if _differ_in_place(one, other):
        return Difference.PLACE
    if _differ_in_time(one, other):
        return Difference.PERIOD
    return None


# What is counted


def _is_vague(figure: StatedFigure) -> bool:
    """Whether a figure does not say what it counts."""
    return figure.kind is Kind.UNSTATED


def _is_unknown(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether people are counted to whom something happened in one, and in the other it is not understood what, and nothing else ties them.

    Or whether a part of the people is counted in one, and in the other it is not said who.
    """
    if one.kind is Kind.PERSON and bool(one.events) != bool(other.events):
        is_tied = one.population == other.population not in ("", EVERYONE) or _share(_subject(one), _subject(other))
        is_tied = is_tied and not (one.as_of == other.as_of and same_speaker(one.speaker, other.speaker))
        return not (is_tied or (_fit(one, other) and min(one.low or 0, other.low or 0) >= _NO_CHANCE))
    named = one.population or other.population
    return not _fit(one, other) and not (one.population and other.population) and named not in ("", EVERYONE) and not _is_soft(named)


def _differ_in_unit(one: StatedFigure, other: StatedFigure) -> bool:
    if one.is_change != other.is_change or one.rate != other.rate:
        return True
    if not _alike_events(one, other) or _differ_in_subject(one, other):
        return True
    if one.kind is not other.kind:
        together = _COUNTED_TOGETHER.get(frozenset({one.kind, other.kind}), frozenset())
        return not (one.events & other.events & together or _are_votes(one, other))
    if one.kind is not Kind.PERSON and one.noun != other.noun and one.noun and other.noun and not _are_votes(one, other):
        return not ({one.noun, other.noun} <= FISH and "fish" in (one.noun, other.noun))
    return _differ_in_what_narrows(one, other)


def _differ_in_subject(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether two sentences of one place speak of nothing alike, or of votes for others.

    That is asked of money, and of shares and people of which it is not understood what happened: of all else the number's own noun says it.
    """
    if one.events & other.events & {"vote", "support"}:
        return all(_has_own_name(*pair) for pair in ((one, other), (other, one)))
    is_known = (one.events and other.events and _alike_events(one, other)) or one.narrowed & other.narrowed
    if not (one.kind is Kind.MONEY or (not is_known and (one.kind is Kind.SHARE or (one.kind is Kind.PERSON and not _fit(one, other))))):
        return False
    first, second = _subject(one), _subject(other)
    return bool(first and second and one.names and other.names) and not (_share(first, second | other.topic) or _share(second, one.topic))


def _has_own_name(one: StatedFigure, other: StatedFigure) -> bool:
    own = one.names - {place.name for place in one.places}
    return any(not _share([name], other.names | other.topic) for name in own)


def _subject(figure: StatedFigure) -> frozenset[str]:
    """What else than names, what is counted and plain words a sentence speaks of."""
    return figure.subject - figure.names - figure.counted - _PLAIN


def _are_votes(one: StatedFigure, other: StatedFigure) -> bool:
    return all(figure.events & {"vote", "turnout"} for figure in (one, other)) and Kind.SHARE not in (one.kind, other.kind)


def _alike_events(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether what happened may be one; "killed or wounded" is something else than "killed"."""
    if not one.events or not other.events:
        return True
    if one.events & other.events:
        return len(one.events) == len(other.events) or one.kind is not Kind.PERSON
    pairs = {frozenset(pair) for pair in product(one.events, other.events)}
    if pairs & ALIKE:
        return True
    return bool(pairs & _LOOSELY_ALIKE) and Kind.SHARE not in (one.kind, other.kind)


def _differ_in_what_narrows(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether tonnes are of other substances, shares of other wholes, beds of other wards."""
    if one.narrowed and other.narrowed:
        return not any(_is_one_name(first, second) for first, second in product(one.narrowed, other.narrowed))
    narrowed, figure = (one.narrowed, other) if one.narrowed else (other.narrowed, one)
    if one.kind in (Kind.SIZE, Kind.SHARE, Kind.PERSON) or not narrowed:
        return False
    return not _fit(one, other) and not _share(narrowed, figure.topic | figure.counted)


def _differ_in_population(one: StatedFigure, other: StatedFigure) -> bool:
    if one.population == other.population or not (one.population and other.population):
        return False
    if one.kind not in (Kind.PERSON, Kind.UNSTATED):
        return False
    assumed = frozenset().union(*(ASSUMED.get(event, frozenset()) for event in one.events | other.events), {EVERYONE})
    if EVERYONE in (one.population, other.population) and any(_is_soft(figure.population) for figure in (one, other)):
        return False
    return not {one.population, other.population} <= assumed


def _is_soft(population: str) -> bool:
    """Whether the noun only says in what part people were there."""
    return population in SOFT or (population != EVERYONE and is_doer(population) and population not in POPULATIONS)


# Where


def _is_one_name(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _STEM and longer.startswith(shorter))


def _share(names: Iterable[str], others: Iterable[str]) -> bool:
    others = tuple(others)
    return any(_is_one_name(name, other) for name in names for other in others if name and other)


def _same_place(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether something that both name ties them to one place, body or event, or neither is tied to any."""
    if _share(one.names, other.names) or _share(one.names, other.topic) or _share(other.names, one.topic):
        return True
    if _share(one.names | one.seat, other.names | other.seat):
        return True
    return not (one.names or other.names or one.places or other.places) and bool(_common_topic(one, other))


def _common_topic(one: StatedFigure, other: StatedFigure) -> frozenset[str]:
    return (one.topic & other.topic) - one.counted - other.counted


def _differ_in_place(one: StatedFigure, other: StatedFigure) -> bool:
    if _parts_differ(one.places, other.places):
        return True
    first, second = _named(one.places), _named(other.places)
    if (_is_wide(one) and second) or (_is_wide(other) and first):
        return True
    if not first or not second:
        return False
    if _is_inside(first, second, other) or _is_inside(second, first, one):
        return True
    return not (_share(first, {*second, *other.names, *other.topic}) or _share(second, one.names | one.topic))


def _named(places: Iterable[Place]) -> list[str]:
    return [place.name for place in places if place.name]


def _is_inside(inner: list[str], outer: list[str], figure: StatedFigure) -> bool:
    """Whether places are named of which one lies in those of a figure that is of all of them, or is a street there."""
    own = [name for name in inner if not _share([name], outer)]
    return len(own) < len(inner) and ((bool(own) and figure.is_whole) or any(name.endswith(_STREETS) for name in own))


_STREETS = ("gata", "gaten", "gate", "veien", "vegen", "street", "road", "avenue")


def _is_wide(figure: StatedFigure) -> bool:
    """Whether the whole country is meant, and no place is named."""
    return bool(figure.places) and all(not place.name and place.part in WIDE for place in figure.places)


def _parts_differ(one: frozenset[Place], other: frozenset[Place]) -> bool:
    """Whether another part is meant of a place that both name, or of one that neither names."""
    return any(
        _is_one_name(first.name, second.name) and _is_other_part(first, second) and not _has(other, first) and not _has(one, second)
        for first, second in product(one, other)
    )


def _is_other_part(one: Place, other: Place) -> bool:
    """Whether two parts differ; "Nordfylke" may be said for "Nordfylke county"."""
    is_same_level = bool(one.name) and (one.part in LEVELS or other.part in LEVELS) and not (one.part and other.part)
    return one.part != other.part and not is_same_level


def _has(places: frozenset[Place], wanted: Place) -> bool:
    return any(place.part == wanted.part and _is_one_name(place.name, wanted.name) for place in places)


# When


def _differ_in_time(one: StatedFigure, other: StatedFigure) -> bool:
    if one.period and other.period:
        same = overlap(one.period, other.period)
        return same is False or (same is None and not _fit(one, other))
    if one.as_of is None or other.as_of is None or same_speaker(one.speaker, other.speaker):
        return False
    return abs((one.as_of - other.as_of).days) > _FAR and not _fit(one, other)


# Values


def _fit(one: StatedFigure, other: StatedFigure) -> bool | None:
    first, second = interval(one), interval(other)
    return first.meets(second) if first and second else None


def _are_worlds_apart(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether two sums of money are so far from one another that they can't be of one thing: a bridge and its toll."""
    sums = sorted(figure.low or 0.0 for figure in (one, other))
    return one.kind is Kind.MONEY and 0 < sums[0] * _WORLDS < sums[1]


def _has_moved(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether "at least 12" has become 14, or an exact number another one."""
    if one.value is None or other.value is None or Qualifier.AT_LEAST not in (one.qualifier, other.qualifier):
        return False
    return one.value * one.factor != other.value * other.factor


def _is_near(one: StatedFigure, other: StatedFigure) -> bool:
    """Whether two figures that agree are tied by enough of what their sentences speak of."""
    common = _common_topic(one, other)
    return len(common) > _LITTLE * min(len(one.topic), len(other.topic))


_EVENT, _KIND, _NOUN, _POPULATION, _PLACE, _DURATION, _CHANGE = 4.0, 3.0, 1.0, 1.0, 1.0, 4.0, 1.0


def _likeness(one: StatedFigure, other: StatedFigure) -> float:
    """How much two figures are about the same thing, to choose among those of two sentences; their values say nothing of it."""
    likeness = 0.0
    if one.events and other.events:
        likeness += _EVENT * (1 if one.events & other.events else 0.5 if _alike_events(one, other) else -0.5)
    likeness += _KIND * (one.kind is other.kind and one.kind is not Kind.UNSTATED)
    likeness += _NOUN * (one.noun == other.noun) + _POPULATION * (one.population == other.population)
    likeness += _PLACE * bool(one.places & other.places) - _CHANGE * (one.is_change or other.is_change)
    return likeness - _DURATION * sum(figure.noun in ("hour", "month") for figure in (one, other))
