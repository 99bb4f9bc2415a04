"""How well pairs of sentences are compared, counted on labelled ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.figures import Relation, read_figures, relation_of_sentences
from vectorstore.types import Published

PAIRS = Path(__file__).parent.parent.parent / "vectorstore" / "facts"


def score_figures(half: str) -> tuple[int, float]:
    """Return how many pairs "development" or "held-back" has, and the share of them whose relation is found."""
    lines = (PAIRS / f"figures-{half}.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    right = sum(compared(pair) == pair["group"] for pair in pairs)
    return len(pairs), right / max(len(pairs), 1)


def compared(pair: dict[str, Any]) -> Relation:
    one, other = (
        read_figures(sentence["text"], sentence["lang"], Published(sentence["date"] or ""), sentence["speaker"])
        for sentence in pair["sentences"]
    )
    return relation_of_sentences(one, other)
