"""How well numbers and times are read, counted on labelled sentences: how many there are, and F1."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from vectorstore.facts.dates import read_dates
from vectorstore.facts.numbers import read_numbers
from vectorstore.facts.types import Number, Time
from vectorstore.types import Published

HERE = Path(__file__).parent
_CLOSE = 1e-4

Label = dict[str, Any]


def score_numbers(half: str) -> tuple[int, float]:
    """Return how many numbers are labelled in "development" or "held-back" sentences, and the F1 of reading them."""
    return _score(half, "numbers", lambda case: read_numbers(case["text"], case["lang"]), is_number)


def score_dates(half: str) -> tuple[int, float]:
    """Return how many times are labelled in "development" or "held-back" sentences, and the F1 of reading them."""
    return _score(half, "dates", lambda case: read_dates(case["text"], case["lang"], Published(case["date"] or "")), is_time)


def cases(half: str, kind: str) -> list[Label]:
    lines = (HERE / f"{kind}-{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def is_number(found: Number, label: Label) -> bool:
    """Whether the spans overlap and value, low, high, qualifier and unit are the same."""
    return (
        _overlaps(found, label)
        and (found.value is None) == (label["value"] is None)
        and (found.value is None or _is_close(found.value, label["value"]))
        and _is_close(found.low, label["low"])
        and _is_close(found.high, label["high"])
        and found.qualifier == label["qualifier"]
        and found.unit.casefold() == (label["unit"] or "").casefold()
    )


def is_time(found: Time, label: Label) -> bool:
    """Whether the spans overlap and the first and last day are the same."""
    days = [day and day.isoformat() for day in (found.first, found.last)]
    return _overlaps(found, label) and days == [label["from"], label["to"]]


def _score(half: str, kind: str, read: Callable[[Label], Sequence[Any]], is_right: Callable[[Any, Label], bool]) -> tuple[int, float]:
    labelled = found = right = 0
    for case in cases(half, kind):
        read_here = read(case)
        labelled += len(case[kind])
        found += len(read_here)
        right += _matches(read_here, case[kind], is_right)
    return labelled, 2 * right / max(labelled + found, 1)


def _matches(found: Iterable[Any], labels: Sequence[Label], is_right: Callable[[Any, Label], bool]) -> int:
    """How many of the labels are found; each label and each find counts once."""
    left = list(labels)
    for one in found:
        label = next((label for label in left if is_right(one, label)), None)
        if label is not None:
            left.remove(label)
    return len(labels) - len(left)


def _overlaps(found: Number | Time, label: Label) -> bool:
    return bool(found.start < label["end"] and label["start"] < found.end)


def _is_close(first: float, second: float) -> bool:
    return math.isclose(first, second, rel_tol=_CLOSE)
