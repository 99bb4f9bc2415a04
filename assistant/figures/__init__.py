"""Figures in news text: what each counts, of whom, where and when, who says so, and how two of them relate.

`read_figures` reads a sentence, `relation` compares two figures, `relation_of_sentences` those of two sentences that are most about
the same thing, `groups` many. The words behind it are in `events.py` (what happens to people and things), `units.py` and `places.py`.
"""

from __future__ import annotations

from assistant.figures.comparing import difference, relation, relation_of_sentences
from assistant.figures.grouping import groups
from assistant.figures.reading import read_figures
from assistant.figures.types import EVERYONE, Difference, Group, Kind, Period, Place, Qualifier, Relation, StatedFigure

__all__ = [
    "EVERYONE", "Difference", "Group", "Kind", "Period", "Place", "Qualifier", "Relation", "StatedFigure",
    "difference", "groups", "read_figures", "relation", "relation_of_sentences",
]  # fmt: skip
