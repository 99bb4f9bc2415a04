"""The values that a figure allows, and whether two figures can both be right."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.figures.types import Kind, Qualifier, StatedFigure

ABOVE = 1.25
"""How far above "over 200" and "at least 200" is still meant: papers give the nearest round number, and 250 would be "some 250"."""
ABOVE_AT_LEAST = 2.0
"""Small counts grow by one or two before "at least" is counted anew: "at least three" is not refuted by five."""
BELOW = 0.75
"""How far below "under 100" and "up to 100" is meant, for the same reason."""
NEARLY = 0.9
"""How far below "nearly 500,000" is meant: 440,000 would be "over 400,000"."""
ABOUT = 0.1
"""How far to either side "about 100" is meant."""
ROUNDED = 0.012
"""How far a round number may be from the exact one that it stands for: 45,000 for 44,870, but not for 44,000."""
ROUND_FROM = 1000
"""Smaller counts are given exactly: twenty dead are not twenty-one."""
FRACTION = 2.0
"""Points of a per cent within which a third, or two in five, is meant."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from low to high."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether any value is in both."""
        return self.low <= other.high and other.low <= self.high


def interval(figure: StatedFigure) -> Interval | None:
    """Return the values that a figure allows, in its measure; None if it gives none."""
    low, high = figure.low, figure.high
    if figure.value is not None:
        low = high = figure.value
    if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
        return None
    slack = _slack(figure)
    return Interval(*sorted(bound * figure.factor for bound in _qualified(low - slack, high + slack, figure.qualifier)))


def _qualified(low: float, high: float, qualifier: Qualifier | None) -> tuple[float, float]:
    match qualifier:
        case Qualifier.OVER:
            return low, high * ABOVE
        case Qualifier.AT_LEAST:
            return low, max(high * ABOVE, high + ABOVE_AT_LEAST)
        case Qualifier.UP_TO | Qualifier.UNDER:
            return low * BELOW, high
        case Qualifier.NEARLY:
            return low * NEARLY, high
        case Qualifier.ABOUT:
            return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _slack(figure: StatedFigure) -> float:
    """How much rounding may have taken from a number: half of its last digit that is not zero, as far as that is little."""
    if figure.value is None or figure.value <= 0:
        return 0.0
    if figure.kind is Kind.SHARE:
        return FRACTION / figure.factor if figure.factor > 1 else _half_digit(figure.value)
    if figure.value * (1.0 if figure.kind is not Kind.SIZE else figure.factor) < ROUND_FROM:
        return 0.0
    return min(_half_digit(figure.value), ROUNDED * figure.value)


def _half_digit(value: float) -> float:
    """Half of the last digit that is not zero: 500 of 45,000, 0.05 of 27.4."""
    digits = f"{value:.3f}".rstrip("0")
    whole, _, decimals = digits.partition(".")
    if decimals:
        return 0.5 * 10.0 ** -len(decimals)
    return 0.5 * 10.0 ** (len(whole) - len(whole.rstrip("0")))
