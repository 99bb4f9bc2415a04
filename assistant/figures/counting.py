"""What a number of a sentence counts: its unit, what happened to it, what narrows it, and which part of the people it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.figures import phrases
from assistant.figures.attaching import Zone, events_of
from assistant.figures.english import Token, read_tokens, stems_of
from assistant.figures.event_words import PERSONAL, RESULTS, STATES
from assistant.figures.events import job_events
from assistant.figures.sentences import Sentence
from assistant.figures.types import EVERYONE, PART, Kind
from assistant.figures.units import Unit, is_doer, population_of, read_unit
from vectorstore.facts.types import Number
from vectorstore.words import STOP_WORDS

_LOOSE = frozenset({"civilian", "child", "woman", "youth", "elderly", "foreigner"})
"""Populations that may be named apart from the number: "civilian deaths". Others may be those who did it."""
_RESIDENTS = frozenset({"inhabit", "resid", "citizen"})
_DEAD = frozenset({"bodi", "corps"})
_VOTERS = frozenset({"voter"})
_ONE = 1.0
_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted; `narrowed` holds the substance of a measure, the whole of a share, or the first part of a compound."""

    unit: Unit
    events: frozenset[str]
    narrowed: frozenset[str]
    population: str


def read_counted(sentence: Sentence, number: Number, zone: Zone, before: Counted | None) -> Counted:
    """Return what a number counts; one that says nothing itself counts what the number `before` it does: "12 houses here and 30 there"."""
    unit = _unit(sentence, number)
    narrowed = frozenset(_narrowing(sentence, number, unit))
    told = _events(sentence, number, zone, unit, narrowed)
    if unit.kind is Kind.UNSTATED and not told and phrases.is_large(number.text):
        told = events_of(sentence.text, zone, sentence.told, Kind.MONEY)
        unit = Unit(Kind.MONEY) if told else unit
    population = _population(sentence, number, zone, unit)
    if unit.kind is Kind.UNSTATED and before is not None and not any(zone.holds(event.start) for event in sentence.told):
        unit, told = before.unit, told or before.events
    if unit.kind is Kind.UNSTATED and told & PERSONAL:
        unit = replace(unit, kind=Kind.PERSON, name="person")
    return Counted(unit, told, narrowed, population)


# The unit


def _unit(sentence: Sentence, number: Number) -> Unit:
    unit = _written_unit(sentence, number) if number.unit else _whole_unit(sentence, number)
    is_share = number.value is not None and 0 < number.value < _ONE and unit.kind not in (Kind.SIZE, Kind.MONEY, Kind.SHARE)
    return Unit(Kind.SHARE, "%", factor=_PERCENT) if is_share else unit


def _written_unit(sentence: Sentence, number: Number) -> Unit:
    """The unit by its word alone, else by what it means in the sentence, by what happened to it, or by its ending."""
    at = sentence.text.rfind(number.unit, number.start, number.end)
    measure = phrases.measured_in(sentence.text, at, number.unit)
    alone = read_tokens(number.unit, sentence.language)
    if measure != number.unit:
        return read_unit(measure, (stems_of(measure),))
    unit = read_unit(number.unit, alone[0].glosses if len(alone) == 1 else ())
    if unit.kind is not Kind.THING:
        return unit
    token = sentence.token_at(at)
    unit = read_unit(number.unit, token.glosses) if token else unit
    if unit.kind is Kind.THING and any(RESULTS.intersection(event.names) for event in sentence.told if event.start == at):
        return Unit(Kind.PERSON, "person")
    return Unit(Kind.PERSON, "person", unit.name) if unit.kind is Kind.THING and is_doer(unit.name) else unit


def _whole_unit(sentence: Sentence, number: Number) -> Unit:
    """The unit of what a number without any is of: "310 of the houses"."""
    word = phrases.base(sentence.text, number.end) or phrases.collective(sentence.text, number.start)
    whole = read_unit(word, sentence.readings(word, 0))
    return whole if whole.kind in (Kind.PERSON, Kind.HOME, Kind.ANIMAL, Kind.JOB) else Unit(Kind.UNSTATED)


def _narrowing(sentence: Sentence, number: Number, unit: Unit) -> Iterator[str]:
    if unit.kind not in (Kind.SIZE, Kind.SHARE):
        yield from unit.rest
        return
    is_of_noun = number.unit and number.unit not in ("%", "prosentpoeng")
    whole = (number.unit,) if is_of_noun else phrases.bases(sentence.text, number.end)
    for word in phrases.substance(sentence.text, number.end) if unit.kind is Kind.SIZE else whole:
        token = sentence.token_of(word, number.start)
        if token is None or token.is_small or token.is_name or word.lower() in STOP_WORDS:
            return
        if unit.kind is Kind.SIZE and any(event.start == token.start for event in sentence.told):
            return
        yield from _names_of(word, token) if unit.kind is Kind.SHARE else (stem for reading in token.glosses[:2] for stem in reading)


def _names_of(word: str, token: Token) -> Iterator[str]:
    """What a share is of, as far as homes, people and the like are known by one name; else the stems."""
    whole = read_unit(word, token.glosses)
    if whole.kind in (Kind.HOME, Kind.JOB, Kind.ANIMAL):
        yield whole.name
    elif whole.kind is Kind.PERSON:
        yield whole.population
    else:
        yield from (stem for reading in token.glosses[:2] for stem in reading)


# What happened


def _events(sentence: Sentence, number: Number, zone: Zone, unit: Unit, narrowed: frozenset[str]) -> frozenset[str]:
    told = [event for event in sentence.told if not _is_adjective(event.start, number) or (PERSONAL | STATES).intersection(event.names)]
    found = events_of(sentence.text, zone, told, unit.kind)
    if unit.kind is Kind.SHARE and ("vote" in found or narrowed & _VOTERS):
        # A share of the voters voted, or a share of the votes was somebody's.
        found = found - {"vote", "attend"} | {"support" if "vote" in narrowed else "turnout"}
    if "on strike" in found:
        found = found - {"on strike"} | {"strike"}
    if unit.population == "employee":  # that much is said by the noun itself
        found -= {"employ"}
    return found or _job_events(sentence, zone, unit) or _presence(sentence, number, unit)


def _is_adjective(start: int, number: Number) -> bool:
    return number.start <= start < number.end


def _job_events(sentence: Sentence, zone: Zone, unit: Unit) -> frozenset[str]:
    word = phrases.base(sentence.text, zone.number_end)
    is_of_employees = any(population_of(reading) == "employee" for reading in sentence.readings(word, zone.number_end))
    if not (unit.kind is Kind.JOB or unit.population == "employee" or is_of_employees):
        return frozenset()
    told = [(abs(start - zone.number_start), name) for start, name in job_events(sentence.tokens) if zone.holds(start)]
    return frozenset({min(told)[1]}) if told else frozenset()


def _presence(sentence: Sentence, number: Number, unit: Unit) -> frozenset[str]:
    """Where it is only said that there are people: they are dead, work or live there, or are on board."""
    if unit.population in ("passenger", "crew"):
        return frozenset({"aboard"})
    alone = read_tokens(number.unit, sentence.language) if number.unit else ()
    named = frozenset(stem for token in alone for reading in token.glosses for stem in reading)
    if unit.kind is Kind.PERSON and named & _DEAD:
        return frozenset({"kill"})
    if unit.kind is not Kind.PERSON or not phrases.has(sentence.text, number.start):
        return frozenset()
    if unit.population == "employee":
        return frozenset({"employ"})
    return frozenset({"live"}) if named & _RESIDENTS else frozenset()


# Of whom


def _population(sentence: Sentence, number: Number, zone: Zone, unit: Unit) -> str:
    """What the noun names, what follows "of them", or what stands beside it; "" where there is no noun."""
    if unit.kind not in (Kind.PERSON, Kind.UNSTATED, Kind.THING):
        return EVERYONE
    if unit.population != EVERYONE:
        return unit.population
    of_them = phrases.of_them(sentence.text, number.end, zone.end)
    some = [found for word in of_them for reading in sentence.readings(word, number.end) if (found := population_of(reading))]
    if some:
        return some[0]
    if phrases.is_part(sentence.text, number.end) and _tells(sentence, phrases.base(sentence.text, number.end), number.end):
        return PART
    among = [population_of(reading) for word in phrases.among(sentence.text) for reading in sentence.readings(word, 0)]
    near = [found for token in _near(sentence, zone) if (found := population_of(token.stems)) in _LOOSE]
    return next(filter(None, [*among, *near]), EVERYONE if number.unit else "")


def _tells(sentence: Sentence, word: str, after: int) -> bool:
    """Whether a noun says what happened to those it names: the dead, the injured."""
    token = sentence.token_of(word, after)
    return token is not None and any(event.start == token.start for event in sentence.told)


def _near(sentence: Sentence, zone: Zone) -> Iterator[Token]:
    """Words inside the number's own phrase and right beside an event of its zone."""
    told = [event for event in sentence.told if zone.holds(event.start)]
    for token in sentence.tokens:
        is_beside = any(0 <= event.start - token.end <= 1 or 0 <= token.start - event.end <= 1 for event in told)
        if is_beside or zone.number_start <= token.start <= zone.number_end + 1:
            yield token
