"""Labelled text: a sentence a line, a blank line between paragraphs; "# held back" stands between the two halves."""

from __future__ import annotations

from pathlib import Path

from vectorstore.sentences import split_sentences

HALVES = ("development", "held back")


def score_boundaries(language: str, half: str) -> tuple[int, float]:
    """Return how many boundaries a half has, and the splitter's F1 on them."""
    text = Path(__file__).with_name(f"{language}.txt").read_text(encoding="utf-8")
    right = missed = wrong = 0
    for paragraph in text.split("# held back")[HALVES.index(half)].strip().split("\n\n"):
        gold, found = _both(paragraph.splitlines())
        right += len(gold & found)
        missed += len(gold - found)
        wrong += len(found - gold)
    return right + missed, 2 * right / (2 * right + missed + wrong)


def _both(sentences: list[str]) -> tuple[set[int], set[int]]:
    """Offsets at which a sentence begins, as labelled and as found; the first is none."""
    text = " ".join(sentences)
    gold = {len(" ".join(sentences[:count])) + 1 for count in range(1, len(sentences))}
    return gold, {start for start, _ in split_sentences(text, 0, len(text))} - {0}
