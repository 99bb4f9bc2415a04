"""What a question asks for, read from its words: language, kind, names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Kind, Question
from vectorstore.language import detect
from vectorstore.words import STOP_WORDS, words

_KINDS: Sequence[tuple[Kind, re.Pattern[str]]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.HOW_MANY,
            r"\b(?:hvor|kor) (?:mange|mye|mykje|stor|store|stort|høy|høyt|høg|høgt|lang|langt|lenge|gammel|gamal|ofte|dyr|tung|fort)\b"
            r"|\bhow (?:many|much|old|long|far|tall|high|large|big|often|fast|deep)\b"
            r"|\b(?:hvilket|hva slags) (?:beløp|antall)\b|\bantallet?\b|\bhva koste[rt]?\b|\bwhat (?:percentage|share|number|amount)\b",
        ),
        (
            Kind.WHEN,
            r"\b(?:når|kva tid|when)\b|\b(?:hvilket|hvilken|kva|what|which) (?:år|dato|dag|måned|århundre|year|date|day|month|century)\b",
        ),
        (Kind.WHO, r"\b(?:hvem|kven|who|whose|whom)\b|\b(?:hvilken|hvilke|which|what) (?:person|personer|people)\b|\bhva heter\b"),
        (Kind.WHY, r"\b(?:hvorfor|kvifor|why)\b|\bhva er (?:grunnen|årsaken)\b|\bwhat (?:reason|reasons|caused)\b"),
        (
            Kind.WHERE,
            r"\b(?:hvor|kvar|where)\b|\b(?:hvilken|hvilket|hvilke|what|which) "
            r"(?:by|land|kommune|fylke|sted|område|bydel|city|country|town|place|area|region)\b",
        ),
    )
)  # fmt: skip


def read_question(text: str) -> Question:
    """Read a question; one that fits no other kind asks what."""
    found = words(text)
    names = tuple(word.form for word in found if word.is_name and word.form not in STOP_WORDS)
    return Question(text, _language(text), _kind(text), frozenset(word.form for word in found), names)


def _language(text: str) -> str:
    return detect(text, default="nb")


def _kind(text: str) -> Kind:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), Kind.WHAT)
