"""What a figure's noun says: the sort of thing, the part of the people, and the measure it is given in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.figures.english import Stems, stems_of
from assistant.figures.types import EVERYONE, Kind


def _table(rows: Mapping[str, str]) -> Mapping[Stems, str]:
    """The value of each row by the stems of each of its words, which stand parted by commas."""
    return {stems_of(word.strip()): value for value, words in rows.items() for word in words.split(",")}


_EVERYONE = (
    "person, human, people, individual, life, human life, soul, resident, inhabitant, citizen, local, dweller, population, human being, "
    "victim, casualty, adult, member, head, fatality, dead, case, evacuee, displaced, displaced person, refugee, unemployed, jobless, "
    "injured, wounded, survivor, body, death, arrest, arrestee, detainee, job seeker, missing, deceased, internal expel, injury, layoff, "
    "redundancy, striker, demonstrator, protester, marcher, participant, attendee, applicant, infected, visitor, coronavirus infected, "
    "infection case, infection, homeless, vacant, dead body, sick, ill"
)  # fmt: skip
"""Nouns of people that leave open which, or say no more of them than what happened to them."""

_POPULATIONS = _table(
    {
        "child": "child, kid, minor, baby, infant, toddler, childhood, schoolchild, boy, girl, underage",
        "pupil": "pupil, student",
        "woman": "woman, female",
        "man": "man, male",
        "youth": "youth, teenager, adolescent, young people, youngster",
        "elderly": "elderly, elderly person, pensioner, old people, senior",
        "civilian": "civilian, civil, noncombatant",
        "soldier": "soldier, troop, serviceman, servicewoman, recruit, military personnel, officer, conscript",
        "fighter": "fighter, militant, rebel, insurgent, terrorist, jihadist, gunman, combatant, militiaman, extremist, warrior, islamist, "
        "guerrilla",
        "police": "police officer, policeman, police, policewoman",
        "aid worker": "aid worker, relief worker, emergency aid worker, humanitarian worker, humanitarian, help worker",
        "health worker": "health worker, nurse, doctor, medic, health personnel, paramedic",
        "rescuer": "rescuer, rescue worker, firefighter, fireman, rescue crew, rescuer creator, fire people",
        "journalist": "journalist, reporter, media worker, photographer",
        "patient": "patient",
        "tourist": "tourist, holidaymaker, foreign tourist",
        "passenger": "passenger, traveller, commuter",
        "crew": "crew, crew member, sailor, seaman, crewman",
        "employee": "employee, worker, staff, labourer, employed, workman, permanent employee, civil servant",
        "teacher": "teacher",
        "family": "family",
        "migrant": "migrant, immigrant, asylum seeker",
        "prisoner": "prisoner, inmate, hostage, convict",
        "voter": "voter, eligible voter, elector, eligible to vote",
        "foreigner": "foreigner, foreign, foreign national",
        "farmer": "farmer",
        "fisher": "fisherman, fisher",
        "volunteer": "volunteer",
        "miner": "miner",
        "driver": "driver, motorist",
        "guest": "guest, spectator, audience",
        "pilgrim": "pilgrim",
    }
)
"""Parts of the people, by the words that name them."""

POPULATIONS = frozenset(_POPULATIONS.values())

ASSUMED: Mapping[str, frozenset[str]] = {
    "layoff": frozenset({"employee"}),
    "furlough": frozenset({"employee"}),
    "hire": frozenset({"employee"}),
    "strike": frozenset({"employee"}),
    "on strike": frozenset({"employee"}),
    "employ": frozenset({"employee"}),
    "turnout": frozenset({"voter"}),
    "vote": frozenset({"voter"}),
    "hospital": frozenset({"patient"}),
    "infect": frozenset({"patient"}),
    "flee": frozenset({"migrant"}),
    "attend": frozenset({"guest"}),
}
"""Populations that an event is of anyway: employees are laid off, voters turn out. Naming them narrows nothing."""

SOFT = frozenset({"passenger", "tourist", "guest", "fisher", "pilgrim", "miner", "crew", "migrant"})
"""Parts of the people that are all who were there: passengers who are missing are the missing people."""

_HOMES = _table(
    {
        "home": "home, house, dwelling, residence, household, flat, apartment, housing, homestead, housing unit",
        "customer": "customer, subscriber, consumer",
        "cabin": "cabin, cottage, hut",
        "building": "building, property, structure",
        "farm": "farm",
        "shop": "shop, business, company, firm",
        "village": "village",
    }
)  # fmt: skip
_JOBS = _table({"job": "job, position, workplace, post, role, man-year, full-time equivalent"})
_ANIMALS = _table(
    {
        "salmon": "salmon, farmed salmon",
        "animal": "animal, livestock, domestic animal",
        **{
            name: name
            for name in (
                "fish cod trout mackerel herring haddock capelin saithe halibut whale seal crab prawn sheep lamb reindeer cattle cow pig "
                "goat hen chicken horse dog bird wolf bear elk deer mink"
            ).split()
        },
    }
)
FISH = frozenset("fish salmon cod trout mackerel herring haddock capelin saithe halibut".split())

_MEASURES: Mapping[str, Mapping[str, float]] = {
    "kilogram": {"tonne": 1000.0, "ton": 1000.0, "kilo": 1.0, "kilogram": 1.0, "kg": 1.0, "gram": 0.001},
    "litre": {"litre": 1.0, "liter": 1.0, "cubic metre": 1000.0, "cubic meter": 1000.0, "m3": 1000.0},
    "metre": {
        "metre": 1.0, "meter": 1.0, "m": 1.0, "kilometre": 1000.0, "kilometer": 1000.0, "km": 1000.0, "mile": 1609.344, "centimetre": 0.01,
        "centimeter": 0.01, "millimetre": 0.001, "millimeter": 0.001,
    },
    "square metre": {
        "square metre": 1.0, "square meter": 1.0, "decare": 1000.0, "hectare": 10_000.0, "acre": 4046.86, "square kilometre": 1e6,
        "square kilometer": 1e6,
    },
    "barrel": {"barrel": 1.0},
    "watt": {"megawatt": 1e6, "mw": 1e6, "kilowatt": 1e3},
    "watt hour": {"gigawatt hour": 1e9, "gwh": 1e9, "twh": 1e12, "kwh": 1e3},
    "hour": {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0},
    "month": {"month": 1.0, "year": 12.0},
}  # fmt: skip
"""Measures by the one in which they are compared, and how much of that each is."""
_SIZES = {stems_of(unit): (measure, factor) for measure, units in _MEASURES.items() for unit, factor in units.items()}
_OWN_SIZES = {"mil": ("metre", 10_000.0), "mål": ("square metre", 1000.0), "dekar": ("square metre", 1000.0)}
"""Norwegian measures that look like another word in English, or like none."""

_MONEY: Mapping[str, str] = {
    **dict.fromkeys("kr nok kroner krone kronor".split(), "krone"),
    **dict.fromkeys("dollar dollars usd $".split(), "dollar"),
    **dict.fromkeys("euro euros eur €".split(), "euro"),
    **dict.fromkeys("pund pound pounds gbp £".split(), "pound"),
    **dict.fromkeys("yen rubler rubles roubles rubel yuan rupees rupi rupier franc franken francs sek dkk".split(), "other money"),
}
_SHARES: Mapping[str, str] = {
    **dict.fromkeys(("%", "prosent", "percent", "per cent"), "%"),
    **dict.fromkeys(("prosentpoeng", "percentage points", "percentage point"), "points"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """What a noun says: the sort of thing, its name in English, the people it names, and what a number of it is multiplied by."""

    kind: Kind
    name: str = ""
    population: str = EVERYONE
    factor: float = 1.0
    rest: Stems = ()
    """The words before the noun in a compound: "hospital" of "hospital bed"."""


_PEOPLE_WORDS = frozenset(stems_of(word.strip()) for word in _EVERYONE.split(","))


def read_unit(written: str | None, readings: tuple[Stems, ...]) -> Unit:
    """Return what a unit says; `readings` are the English stems it may stand for, best first."""
    if not written:
        return Unit(Kind.UNSTATED)
    form = written.lower().strip(" .")
    if form in _SHARES:
        return Unit(Kind.SHARE, _SHARES[form])
    if form in _MONEY:
        return Unit(Kind.MONEY, _MONEY[form])
    if form in _OWN_SIZES:
        return Unit(Kind.SIZE, *_sized(_OWN_SIZES[form]))
    found = [unit for reading in readings for unit in _of_stems(reading)] or [unit for reading in readings for unit in _of_end(reading)]
    if found:
        return found[0]
    first = readings[0] if readings else stems_of(form)
    return Unit(Kind.THING, first[-1] if first else form, rest=first[:-1])


def _sized(measure: tuple[str, float]) -> tuple[str, str, float]:
    return measure[0], EVERYONE, measure[1]


def _of_stems(reading: Stems) -> Iterator[Unit]:
    """What a whole reading names; or its last word, which carries a compound."""
    for first in range(len(reading)):
        tail, rest = reading[first:], reading[:first]
        if tail in _PEOPLE_WORDS:
            yield Unit(Kind.PERSON, "person", rest=rest)
        if tail in _POPULATIONS:
            yield Unit(Kind.PERSON, "person", _POPULATIONS[tail], rest=rest)
        if tail in _JOBS:
            yield Unit(Kind.JOB, _JOBS[tail], rest=rest)
        if tail in _HOMES:
            yield Unit(Kind.HOME, _HOMES[tail], rest=rest)
        if tail in _ANIMALS:
            yield Unit(Kind.ANIMAL, _ANIMALS[tail], rest=rest)
        if tail in _SIZES:
            name, factor = _SIZES[tail]
            yield Unit(Kind.SIZE, name, EVERYONE, factor, rest)


def _of_end(reading: Stems) -> Iterator[Unit]:
    """What the end of a word names that English writes as one: schoolgirl, farmhouse."""
    word = reading[-1] if reading else ""
    for cut in range(_LEAST_FIRST, len(word) - _LEAST_LAST + 1):
        yield from (unit for unit in _of_stems((word[cut:],)) if unit.kind is not Kind.SIZE)


_LEAST_FIRST, _LEAST_LAST = 3, 4


def population_of(reading: Stems) -> str | None:
    """The part of the people that a word names, if it names one."""
    return next((_POPULATIONS[reading[first:]] for first in range(len(reading)) if reading[first:] in _POPULATIONS), None)


def is_people(reading: Stems) -> bool:
    """Whether a word names people without saying which."""
    return reading in _PEOPLE_WORDS


_DOERS = ("er", "or", "ist", "ian", "ant", "eer", "ee", "man")
_NO_DOERS = frozenset(
    "trailer tanker freighter container river water shelter computer helicopter letter order paper tower corner chamber number barrier "
    "liter meter".split()
)


def is_doer(stem: str) -> bool:
    """Whether a noun that no list has looks like one of people: skier, cyclist, climber."""
    return stem.endswith(_DOERS) and stem not in _NO_DOERS
