"""How well speakers and hedges are read in labelled sentences: F1 over a half of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vectorstore.facts.bodies import is_role
from vectorstore.facts.hedges import read_hedges
from vectorstore.facts.speakers import read_speech

FOLDER = Path(__file__).parent
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


def labelled(kind: str, half: str) -> Iterator[dict[str, Any]]:
    """The labelled texts of "development" or "held-back"."""
    with (FOLDER / f"{kind}-{half}.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def score_hedges(half: str) -> tuple[int, float]:
    """How many texts are labelled, and F1 of those that are hedged."""
    rows = [(bool(row["hedged"]), bool(read_hedges(row["text"], row["lang"]))) for row in labelled("hedges", half)]
    right = sum(wanted and found for wanted, found in rows)
    wrong = sum(wanted != found for wanted, found in rows)
    return len(rows), _f1(right, wrong)


def score_speakers(half: str) -> tuple[int, float]:
    """How many speakers are labelled, and F1 of their names, inferred ones apart from named ones."""
    labels = found = right = 0
    for row in labelled("speakers", half):
        wanted = [(plain_name(speaker["name"]), bool(speaker["inferred"])) for speaker in row["speakers"]]
        read = [(plain_name(speaker.name), speaker.inferred) for speaker in read_speech(row["text"], row["lang"]).speakers]
        labels += len(wanted)
        found += len(read)
        for one in read:
            if one in wanted:
                wanted.remove(one)
                right += 1
    return labels, _f1(right, labels + found - 2 * right)


def plain_name(name: str) -> str:
    """A name in small letters, without the titles before it and the genitive after it."""
    words = _POSSESSIVE.sub("", name).split()
    while len(words) > 1 and is_role(words[0].casefold()) and words[1][0].isupper():
        words = words[1:]
    return " ".join(words).casefold()


def _f1(right: int, wrong: int) -> float:
    """F1 of `right` hits and the sum of misses and inventions."""
    return 2 * right / (2 * right + wrong) if right or wrong else 1.0
