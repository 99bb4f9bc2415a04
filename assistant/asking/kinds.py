"""What a question asks for, by its question words, or by the verb that opens it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.types import Kind
from vectorstore.words import Word

_SAYING = (
    r"(?:sa|sier|seier|mener|mente|meiner|meinte|uttaler|uttalte|skriver|skrev|skriv|skreiv|svarer|svarte|svarar|svara|hevder|hevdet|hevdar"
    r"|hevda|forteller|fortalte|fortel|fortalde|tror|trur|trodde|trudde|synes|syns|syntes|synest|opplyser|opplyste|melder|meldte|melde|forklarer|forklarte)"
)
_SAID = (
    r"(?:sagt|uttalt|ment|meint|svart|svara|fortalt|skrevet|skrive|hevdet|hevda|opplyst|si|seie|svare|mene|meine|fortelle|fortelje|uttale)"
)
_TOLD = (
    r"(?:say|said|tell|told|think|thought|claim|claimed|write|written|reply|replied|answer|answered|report|reported|argue|argued|comment)"
)
_NAMED_WORD = r"[^\s?!,;:]+"

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
            r"\b(?:hvorfor|kvifor|why|how come)\b|\b(?:hva|kva) (?:er|var) (?:grunnen|årsaken|årsaka|orsaka)\b"
            r"|\bwhat (?:reason|reasons|caused)\b",
        ),
        (
            Kind.WHERE,
            r"\b(?:hvor|kvar|kor|where)\b|\b(?:hvilken|hvilket|hvilke|kva|what|which) "
            r"(?:by|land|kommune|fylke|sted|stad|område|bydel|city|country|town|place|area|region)\b",
        ),
        (
            Kind.QUOTE,
            rf"\b(?:hva|kva) {_SAYING}\b"
            rf"|\b(?:hva|kva) (?:har|hadde|skal|vil|kan|skulle|ville) "
            rf"(?:{_NAMED_WORD} ){{1,6}}?{_SAID}\b"
            rf"|\bwhat (?:did|does|do|has|have|had|will|would) (?:{_NAMED_WORD} ){{1,8}}?(?<!to ){_TOLD}\b(?! to\b)",
        ),
        (Kind.HOW, r"\b(?:hvordan|hvorledes|korleis|how)\b|\b(?:på|in|i) (?:hvilken måte|kva måte|what way)\b"),
        (Kind.WHAT, r"\b(?:hva|kva|what|hvilken|hvilket|hvilke|which)\b"),
    )
)  # fmt: skip
"""Question words by kind; where two kinds begin at the same word, the first of them here is meant."""

_VERBS = frozenset(
    """
    er var har hadde kan kunne vil ville skal skulle må måtte bør burde ble blir blei vart får fikk fekk gjør gjorde
    vert gjer finnes fins finst gjelder gjeld
    is isn't are aren't was wasn't were weren't has hasn't have haven't had hadn't do don't does doesn't did didn't can can't could couldn't
    will won't would wouldn't shall should shouldn't may might
    """.split()
)
"""Verbs that open a question which yes or no would answer."""
_NAMES_TOO = frozenset({"may", "will"})
_ORDERS = frozenset("fortell fortel si vis finn gi gje forklar beskriv tell show list find give explain describe".split())
_STRONG = frozenset(
    """
    vant døde kom dro gikk gjekk sa så tok ga gav falt skrev holdt lot stod sto satt lå løp fløy drev stakk vet veit kjem brøt skjøt slapp
    sier seier ligger ligg går
    """.split()
)
_MAIN_VERB = re.compile(r"\w{2,}(?:te|de|dde|er|ar)")
_TITLES = re.compile(r".*(?:ministeren?|minister|ordfører|president|leder|formann|trener|direktør|talsmann|redaktør)")
_SUBJECTS = frozenset("han hun ho de dei det den vi du dere dykk noen nokon alle".split())
_LEADS = frozenset("og men så and but so".split())
_KNOWN = re.compile(
    r"\b(?:kjent|klart|vite|vet|veit|sagt|si|seie|opplyst|fortelle|fortelje|fortalt|forklare|know|known|clear|say|said|tell|told|explain)"
    r"(?: \w+)?,?$",
    re.IGNORECASE,
)
"""What stands before a question within a question: "Can you tell me who won?"."""

_LEAST_STATEMENT = 4
_OPENING = 3
_QUOTED = re.compile(r"""["“«'‘](?:[^"”»]*["”»'’]?)[.,]?|[^"“«]*["”»'’]""")
"""What stands in quotation marks is sought, even if it is a question."""
_CLAUSE = re.compile(
    r"(?:når|kva tid|when|hvor|kvar|where|hvorfor|kvifor|why|hvordan|korleis|how) "
    r"(?:jeg|eg|du|han|hun|ho|vi|me|de|dei|man|det|den|i|you|he|she|we|they|it|this|that|the)\b",
    re.IGNORECASE,
)
"""A question has its verb after such a word, a clause its subject."""


def kind_of(text: str, found: Sequence[Word]) -> Kind:
    """Return the kind of the first question word: those that follow ask for nothing, as in "Who led it when it began?"."""
    matches = ((match.start(), place, kind) for place, (kind, pattern) in enumerate(_KINDS) if (match := pattern.search(text)))
    start, _, kind = min(matches, default=(len(text), 0, Kind.WHAT))
    if _QUOTED.fullmatch(text.strip()) and len(found) >= _LEAST_STATEMENT:
        return Kind.STATEMENT
    if _is_yes_no(text, found, start):
        return Kind.YES_NO
    return Kind.STATEMENT if _is_statement(text, found, start) else kind


def _is_yes_no(text: str, found: Sequence[Word], asked_at: int) -> bool:
    """Whether a verb opens the text, and no question stands within it that is the one meant."""
    at = 1 if len(found) > 1 and found[0].form in _LEADS else 0
    if asked_at < len(text) and (not text[:asked_at].strip() or _KNOWN.search(text[:asked_at].rstrip())):
        return False
    if len(found) <= at + 1:
        return False
    first, second = found[at], found[at + 1]
    form, is_asked = first.form, text.rstrip().endswith("?")
    if form in _VERBS:
        return is_asked or form not in _NAMES_TOO
    is_verb = form in _STRONG or (_MAIN_VERB.fullmatch(form) is not None and not _TITLES.fullmatch(form))
    is_subject = second.text[0].isupper() or second.form in _SUBJECTS or second.form.endswith(("en", "et", "ene", "ane"))
    return is_asked and asked_at == len(text) and is_verb and is_subject


_TYPED = re.compile(r"[a-zæøå][^.!]*$")
"""Neither a capital nor a full stop: words typed into a search box, "price of the console when it came out"."""


def _is_statement(text: str, found: Sequence[Word], asked_at: int) -> bool:
    """Whether the text is a whole sentence that asks for nothing: few words are a query, however they are put.

    `asked_at` is where its first question word stands; far into a sentence it opens a clause, as it does after a
    comma or before a pronoun ("Når jeg snakker ...").
    """
    if "?" in text or len(found) < _LEAST_STATEMENT or found[0].form in _VERBS | _ORDERS or _TYPED.match(text):
        return False
    before = text[:asked_at].rstrip()
    return len(before.split()) >= _OPENING or before.endswith(",") or _CLAUSE.match(text[asked_at:]) is not None
