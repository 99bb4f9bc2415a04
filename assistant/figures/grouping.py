"""Many figures -> those on the same thing together, and what sets the others apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from assistant.figures.comparing import difference, relation
from assistant.figures.types import Difference, Group, Relation, StatedFigure

_JOINS = (Relation.CONFLICT, Relation.UPDATE, Relation.AGREE)
"""Relations of figures on the same thing; the first that any two of a group have is that of the group."""


def groups(figures: Sequence[StatedFigure]) -> tuple[Group, ...]:
    """Return the figures in groups on the same thing, the group with the newest figure first, each newest first.

    A figure joins the group with the most figures that it can be compared with, if it can't be told apart from any of it.
    """
    parted: list[list[StatedFigure]] = []
    for figure in sorted(figures, key=_newest):
        fitting = [(joined, members) for members in parted if (joined := _joined(figure, members))]
        if fitting:
            max(fitting, key=lambda pair: pair[0])[1].append(figure)
        else:
            parted.append([figure])
    return tuple(Group(tuple(members), _relation(members), _differences(place, parted)) for place, members in enumerate(parted))


def _newest(figure: StatedFigure) -> int:
    return -(figure.as_of or date.min).toordinal()


def _joined(figure: StatedFigure, members: Sequence[StatedFigure]) -> int:
    """How many members a figure can be compared with; 0 if any is of something else."""
    relations = [relation(figure, member) for member in members]
    return 0 if Relation.NOT_COMPARABLE in relations else sum(found in _JOINS for found in relations)


def _relation(members: Sequence[StatedFigure]) -> Relation:
    found = {relation(one, other) for one, other in combinations(members, 2)}
    return next((joins for joins in _JOINS if joins in found), Relation.AGREE)


def _differences(place: int, parted: Sequence[Sequence[StatedFigure]]) -> tuple[tuple[int, Difference], ...]:
    """What sets a group apart from each other group, by their newest figures."""
    found = ((at, difference(parted[place][0], members[0])) for at, members in enumerate(parted) if at != place)
    return tuple((at, apart) for at, apart in found if apart)
