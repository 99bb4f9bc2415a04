"""A sentence read beside the question it is to answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from assistant.phrases.expressions import Span
from assistant.types import Question
from vectorstore.words import STOP_WORDS, Word, stems

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FUNCTION_WEIGHT, _CONTENT_WEIGHT = 0.15, 1.0
_COMMA_GAP = 3.0
_CLEAR = 1.5
_UNLIKELY = 0.4


@dataclass(frozen=True)
class Reading:
    """A sentence beside the question it is to answer; `asked` are its words that the question has, with a weight each."""

    question: Question
    text: str
    language: str

    @cached_property
    def words(self) -> list[tuple[int, int, str]]:
        """The words with their offsets, in small letters."""
        return [(match.start(), match.end(), match[0].lower()) for match in WORD.finditer(self.text)]

    @cached_property
    def asked(self) -> list[tuple[int, int, float]]:
        """The words that the question has too, with their offsets and weights."""
        sought = stems_of((word.lower() for word in WORD.findall(self.question.text)), self.question.language)
        found = stems_of((form for _, _, form in self.words), self.language)
        return [
            (start, end, _FUNCTION_WEIGHT if form in STOP_WORDS else _CONTENT_WEIGHT)
            for (start, end, form), stem in zip(self.words, found, strict=True)
            if any(alike(stem, other) for other in sought)
        ]

    @cached_property
    def content(self) -> list[tuple[int, int, float]]:
        """Those of them that are no function words."""
        return [word for word in self.asked if word[2] == _CONTENT_WEIGHT]

    def is_asked(self, span: Span) -> bool:
        """Whether all that a span says is in the question already."""
        inside = [(start, end) for start, end, form in self.words if span[0] <= start and end <= span[1] and form not in STOP_WORDS]
        asked = {(start, end) for start, end, _ in self.asked}
        return bool(inside) and all(word in asked for word in inside)

    def nearness(self, span: Span) -> float:
        """How near the question's words stand to a span; a comma or a conjunction between counts as three words more."""
        return sum(weight / (1 + self._gap(span, (start, end))) for start, end, weight in self.asked if not (span[0] <= start < span[1]))

    def _gap(self, span: Span, word: Span) -> float:
        between = self.text[span[1] : word[0]] if word[0] >= span[1] else self.text[word[1] : span[0]]
        breaks = len(re.findall(r"[,;–:(]|\b(?:og|mens|men|and|but|while)\b", between))
        return len(between.split()) + _COMMA_GAP * breaks

    def best(self, candidates: Iterable[tuple[Span, float]]) -> Span | None:
        """The span that is nearest to the question's words, times its weight; None where two are alike, or nothing says which."""
        fit = [(span, weight) for span, weight in candidates if weight and not self.is_asked(span)]
        ranked = sorted(((self.nearness(span) * weight, weight, span) for span, weight in fit), reverse=True)
        is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > _CLEAR * ranked[1][0])
        return ranked[0][2] if is_clear and ranked[0][1] >= _UNLIKELY else None


def stems_of(forms: Iterable[str], language: str) -> list[str]:
    """Return the stem of each form in `language`."""
    return stems([Word(form, form, False) for form in forms], language)


def alike(stem: str, other: str) -> bool:
    """Whether two stems are one word, an irregular ending or a compound's first part aside."""
    if stem == other:
        return True
    shorter, longer = sorted((stem, other), key=len)
    return len(shorter) >= 5 and (longer.startswith(shorter) or longer.endswith(shorter))
