"""Labelled pairs of articles, and how often the code is right about whether a pair is one source."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vectorstore.origins import Origin, Sameness, origin_of, sameness
from vectorstore.types import Published

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles' origins and what they are to each other."""

    id: str
    one: Origin
    other: Origin
    same: Sameness


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over one half: pairs right about one source or not, pairs with the very kind, and what went wrong."""

    pairs: int = 0
    one_source: int = 0
    kind: int = 0
    joined_wrongly: int = 0
    parted_wrongly: int = 0
    wrong: Mapping[str, Sameness] = field(default_factory=dict)
    kinds: Mapping[tuple[Sameness, Sameness], int] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [
            f"one source or not: {self.one_source} of {self.pairs}, joined wrongly {self.joined_wrongly}, "
            f"parted wrongly {self.parted_wrongly}; kind: {self.kind} of {self.pairs}",
            *(f"  {labelled} read as {read}: {count}" for (labelled, read), count in sorted(self.kinds.items())),
            *(f"  wrong: {pair} read as {read}" for pair, read in self.wrong.items()),
        ]
        return "\n".join(lines)


def pairs(half: str) -> list[Pair]:
    """Return the pairs of a half, "development" or "held-back"."""
    rows = (json.loads(line) for line in (FOLDER / f"origins-{half}.jsonl").read_text(encoding="utf-8").splitlines())
    return [Pair(row["id"], _origin(row["one"]), _origin(row["other"]), Sameness(row["same"])) for row in rows]


def _origin(text: Mapping[str, str]) -> Origin:
    return origin_of(text["text"], text["byline"], text["lang"], Published(text["date"]))


def score_origins(half: str) -> Score:
    """Score one half, and print it."""
    alone = Sameness.INDEPENDENT
    read = [(pair, sameness(pair.one, pair.other)) for pair in pairs(half)]
    right = [(pair.same is alone) is (found is alone) for pair, found in read]
    score = Score(
        pairs=len(read),
        one_source=sum(right),
        kind=sum(pair.same is found for pair, found in read),
        joined_wrongly=sum(pair.same is alone and found is not alone for pair, found in read),
        parted_wrongly=sum(pair.same is not alone and found is alone for pair, found in read),
        wrong={pair.id: found for (pair, found), is_right in zip(read, right, strict=True) if not is_right},
        kinds=Counter((pair.same, found) for pair, found in read),
    )
    sys.stdout.write(f"{half}: {score}\n")
    return score


if __name__ == "__main__":
    for name in sys.argv[1:] or ["development"]:
        score_origins(name)
