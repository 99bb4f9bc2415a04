"""What a question asks for, read from its words: language, kind, names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Kind, Question
from vectorstore import QueryUnusable
from vectorstore.archive import LONGEST_QUERY
from vectorstore.language import detect
from vectorstore.reading.decoding import clean
from vectorstore.words import STOP_WORDS, Word, words

_KINDS: Sequence[tuple[Kind, re.Pattern[str]]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.HOW_MANY,
            r"\b(?:hvor|kor) (?:mange|mye|mykje|stor|store|stort|høy|høyt|høg|høgt|lang|langt|lenge|gammel|gamal|ofte|dyr|tung|fort)\b"
            r"|\bhow (?:many|much|old|long|far|tall|high|large|big|often|fast|deep)\b"
            r"|\b(?:hvilket|hva slags|kva|kva slags) (?:beløp|antall|tal)\b"
            r"|\b(?:hva|kva) (?:er|var) antall?(?:et)?\b|\bantall?et\b"
            r"|\b(?:hva|kva) (?:koste[rt]?|kostar?)\b|\bwhat (?:percentage|share|number|amount)\b",
        ),
        (
            Kind.WHEN,
            r"\b(?:når|kva tid|when)\b"
            r"|\b(?:hvilket|hvilken|kva|what|which) (?:år|dato|dag|måned|månad|århundre|hundreår|year|date|day|month|century)\b",
        ),
        (
            Kind.WHO,
            r"\b(?:hvem|kven|who|whose|whom)\b|\b(?:hvilken|hvilke|kva|which|what) (?:person|personer|personar|people)\b"
            r"|\b(?:hva|kva) (?:heter|het|heiter|heitte)\b",
        ),
        (
            Kind.WHY,
            r"\b(?:hvorfor|kvifor|why)\b|\b(?:hva|kva) (?:er|var) (?:grunnen|årsaken|årsaka|orsaka)\b"
            r"|\bwhat (?:reason|reasons|caused)\b",
        ),
        (
            Kind.WHERE,
            r"\b(?:hvor|kvar|kor|where)\b|\b(?:hvilken|hvilket|hvilke|kva|what|which) "
            r"(?:by|land|kommune|fylke|sted|stad|område|bydel|city|country|town|place|area|region)\b",
        ),
        (Kind.WHAT, r"\b(?:hva|kva|what|hvilken|hvilket|hvilke|which|hvordan|korleis|how)\b"),
    )
)  # fmt: skip
"""Question words by kind; where two kinds begin at the same word, the first of them here is meant."""


_ASKING = frozenset(
    """
    er var har hadde kan kunne vil ville skal skulle må måtte bør burde ble blir blei vart får fikk fekk gjør gjorde
    vert gjer finnes finst fins fortell fortel si vis finn gi gje forklar beskriv
    is are was were has have had do does did can could will would shall should may might tell show list find give explain describe
    """.split()
)
"""Words that open a question, or ask for something, without a question word."""
_LEAST_STATEMENT = 4
_OPENING = 3
_QUOTED = re.compile(r"""["“«'‘](?:[^"”»]*["”»'’]?)[.,]?|[^"“«]*["”»'’]""")
_CLAUSE = re.compile(
    r"(?:når|kva tid|when|hvor|kvar|where|hvorfor|kvifor|why|hvordan|korleis|how) "
    r"(?:jeg|eg|du|han|hun|ho|vi|me|de|dei|man|det|den|i|you|he|she|we|they|it|this|that|the)\b",
    re.IGNORECASE,
)
"""A question has its verb after such a word, a clause its subject."""


def read_question(text: str) -> Question:
    """Read a question; one that fits no other kind asks what. Raises QueryUnusable if it is far too long."""
    _require_length(text)
    text = clean(text)
    found = words(text)
    names = tuple(word.form for word in found if word.is_name and word.form not in STOP_WORDS)
    return Question(text, _language(text), _kind(text, found), frozenset(word.form for word in found), names)


def _require_length(text: str) -> None:
    """Refuse a document before its words are read, which takes minutes for a megabyte."""
    if len(text) > LONGEST_QUERY:
        raise QueryUnusable(f"the question has {len(text)} characters; at most {LONGEST_QUERY} can be asked", "ask it in a sentence or two")


def _language(text: str) -> str:
    return detect(text, default="nb")


def _kind(text: str, found: Sequence[Word]) -> Kind:
    """The kind of the first question word: those that follow ask for nothing, as in "Who led it when it began?"."""
    matches = ((match.start(), place, kind) for place, (kind, pattern) in enumerate(_KINDS) if (match := pattern.search(text)))
    start, _, kind = min(matches, default=(len(text), 0, Kind.WHAT))
    return Kind.STATEMENT if _is_statement(text, found, start) else kind


def _is_statement(text: str, found: Sequence[Word], asked_at: int) -> bool:
    """Whether the text is a whole sentence that asks for nothing: few words are a query, however they are put.

    `asked_at` is where its first question word stands; far into a sentence it opens a clause, as it does after a
    comma or before a pronoun ("Når jeg snakker ..."). What stands in quotation marks is sought, even if it is a question.
    """
    if len(found) < _LEAST_STATEMENT:
        return False
    if _QUOTED.fullmatch(text.strip()):
        return True
    if "?" in text or found[0].form in _ASKING:
        return False
    before = text[:asked_at].rstrip()
    return len(before.split()) >= _OPENING or before.endswith(",") or _CLAUSE.match(text[asked_at:]) is not None
