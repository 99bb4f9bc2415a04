"""Which words of a sentence belong to which of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.figures.event_words import ROLES, WEAK
from assistant.figures.events import Told
from assistant.figures.types import Kind

Span = tuple[int, int]

_BREAK = re.compile(r"[,;:–—]|(?<!\w)(?:og|and|mens|medan|while|whereas|men|but|samt)(?!\w)", re.IGNORECASE)
_JOINS = re.compile(r"\s*(?:(?:eller|or|og|and)\s*)(?:(?:blitt|vart|ble|were|was|been)\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?<!\w)(?:da|då|when|after|etter|som|who|which|that|fordi|because|idet|while|mens|medan|as|following|before|før|hvor|der|where)(?!\w)",
    re.IGNORECASE,
)
_FARTHER = 40
"""A clause between a number and an event counts as so many characters more."""
_BEFORE = 8
"""What stands before a number is a little farther from it than what follows."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The stretch of a sentence that belongs to one number: start:end, the number itself at number_start:number_end."""

    start: int
    end: int
    number_start: int
    number_end: int

    def holds(self, start: int) -> bool:
        """Whether a word that begins there is in the zone."""
        return self.start <= start < self.end


def zones(text: str, numbers: Sequence[Span]) -> tuple[Zone, ...]:
    """Part a sentence among its numbers: at the last mark or conjunction between two of them, or else what stands between is of both."""
    ends = [len(text)] * len(numbers)
    starts = [0] * len(numbers)
    for place, (one, other) in enumerate(pairwise(numbers)):
        breaks = list(_BREAK.finditer(text, one[1], other[0]))
        ends[place] = breaks[-1].start() if breaks else other[0]
        starts[place + 1] = breaks[-1].end() if breaks else one[1]
    return tuple(Zone(start, end, *number) for start, end, number in zip(starts, ends, numbers, strict=True))


def events_of(text: str, zone: Zone, told: Sequence[Told], kind: Kind) -> frozenset[str]:
    """Return what happened to what a number counts: the nearest event in its zone, one that is joined to it, else the nearest anywhere."""
    fitting = [(event, name) for event in told if (name := event.fitting(kind))]
    inside = [(event, name) for event, name in fitting if zone.holds(event.start)]
    strong = [(event, name) for event, name in inside if not (name in WEAK or (name in ROLES and _is_in_number(zone, event)))]
    inside = strong or inside
    if not (inside or fitting):
        return frozenset()
    nearest, name = min(inside or fitting, key=lambda pair: _distance(text, zone, pair[0]))
    joined = {
        other for event, other in inside
        if (event.start >= nearest.end and _JOINS.fullmatch(text, nearest.end, event.start))
        or (event.end <= nearest.start and _JOINS.fullmatch(text, event.end, nearest.start))
    }  # fmt: skip
    return frozenset({name, *joined})


def _is_in_number(zone: Zone, event: Told) -> bool:
    return zone.number_start <= event.start < zone.number_end


def _distance(text: str, zone: Zone, event: Told) -> int:
    """How far an event stands from a number; a clause that begins between counts as much more."""
    if event.start >= zone.number_start:
        between = text[zone.number_end : max(event.start, zone.number_end)]
        return len(between) + _FARTHER * len(_CLAUSE.findall(between))
    between = text[event.end : zone.number_start]
    return _BEFORE + len(between) + _FARTHER * len(_CLAUSE.findall(between))
