"""The nouns of figures: a number with all that says what it holds for, how two of them relate, and those that belong together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

EVERYONE = "all"
"""The population of a figure that names no part of the people."""

PART = "part"
"""The population of a figure that is only of some of those whom the sentence counts."""


class Qualifier(StrEnum):
    """How a number is to be taken; the values are those of `vectorstore.facts`."""

    OVER = "over"
    ABOUT = "about"
    AT_LEAST = "at least"
    UP_TO = "up to"
    NEARLY = "nearly"
    UNDER = "under"


class Kind(StrEnum):
    """What sort of thing a figure counts or measures."""

    PERSON = "person"
    ANIMAL = "animal"
    HOME = "home"
    JOB = "job"
    MONEY = "money"
    SHARE = "share"
    SIZE = "size"
    THING = "thing"
    UNSTATED = "unstated"


class Relation(StrEnum):
    """How two figures relate."""

    AGREE = "agree"
    UPDATE = "update"
    CONFLICT = "conflict"
    NOT_COMPARABLE = "not comparable"
    UNSURE = "unsure"


class Difference(StrEnum):
    """What keeps two figures from being comparable."""

    UNIT = "unit"
    POPULATION = "population"
    PLACE = "place"
    PERIOD = "period"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place, folded and in English; `part` is the part of it that is meant ("west", "centre"), "" for all of it.

    A place that is no name ("the county") has only a part.
    """

    name: str
    part: str = ""

    def __str__(self) -> str:
        """The part and the name, as one would say it."""
        return f"{self.part} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Period:
    """The days over which a figure adds up; None where that end is open or not known."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A number as a sentence states it, with what it counts, of whom, where, over which days and as of which day, and who says so.

    `value`, `low`, `high` and `unit` are as read from the text. `counted` holds English stems: the `events` that happened to what is
    counted ("kill", "evacuate"), the noun and what narrows it. `start`:`end` is in the text given, `sentence` the sentence of it.
    """

    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier | None
    unit: str | None
    counted: frozenset[str]
    population: str
    places: frozenset[Place]
    period: Period | None
    as_of: date | None
    speaker: str | None
    start: int
    end: int
    sentence: str
    events: frozenset[str] = frozenset()
    kind: Kind = Kind.UNSTATED
    noun: str = ""
    """The measure or noun in English, as far as a number of it can be compared with one of another."""
    factor: float = 1.0
    """What the number is multiplied by to be in the measure that `noun` names."""
    narrowed: frozenset[str] = frozenset()
    """What narrows the noun: the substance of tonnes, the first part of a compound, the whole of a share."""
    names: frozenset[str] = frozenset()
    """All names in the sentence but those of who speaks, folded; places too."""
    seat: frozenset[str] = frozenset()
    """Names of places that only tell where the speaker sits."""
    topic: frozenset[str] = frozenset()
    """English stems of what else the sentence speaks of."""
    subject: frozenset[str] = frozenset()
    """The likeliest of those stems, without names and those of the number's own words."""
    rate: str = ""
    """"year" where the number is of each year, and so on."""
    is_change: bool = False
    """Whether it tells how much more or less than before."""
    is_whole: bool = False
    """Whether the sentence says that all of its place is meant."""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures on the same thing, newest first, and how they relate.

    `differences` says of other groups, by their place in the list, what sets this one apart from them.
    """

    figures: tuple[StatedFigure, ...]
    relation: Relation
    differences: tuple[tuple[int, Difference], ...] = ()
