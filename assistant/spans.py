"""Question + cited sentence -> the words of the sentence that answer; None when unsure, because a wrong one misleads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from assistant.phrases import (
    SAID,
    Measure,
    Number,
    Place,
    Span,
    ages,
    description,
    names,
    numbers,
    places,
    reason,
    said,
    says,
    times,
)
from assistant.phrases.reading import WORD, Reading, alike, stems_of
from assistant.types import Kind, Question
from vectorstore.words import STOP_WORDS

_LONGEST = 14
_COVERED = 0.5
_MOST_RUNS, _BESIDE = 3, 2


def answer_span(question: Question, text: str, language: str) -> Span | None:
    """Return (start, end) of the words in a sentence ("nb", "nn", "en") that answer the question, or None when unsure."""
    finder = _FINDERS.get(_asked_for(question))
    return finder(Reading(question, text, language)) if finder else None


_QUOTE = re.compile(
    rf"^(?:hva|kva|what)\s(?:(?:did|does|do|has|have|had|har|hadde)\s)?(?:.*\s)?{SAID[:-1]}|say|claim|think|"
    rf"write|argue|answer|reply|believe|state)\b",
    re.I,
)
_CALLED = re.compile(
    r"^(?:hva|kva)\s(?:heter|het|heiter|heitte|kalles|kallast|kaltes|vert kalla)\b|^what\s(?:is|was|"
    r"are)\s.*\bcalled\b|\bname of\b|^hva er navnet",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(?:mann|kvinn|gutt|jent|person|leder|leiar|sjef|minister|direktør|prest|rektor|trener|trenar|ordfører|"
        r"ordførar|forfatter|statsråd|advokat|kone|kona|"
    r"sønn|datter|dotter|far|mor|bror|søster|man|woman|boy|girl|wife|husband|son|daughter|coach|mayor|author|director|leder)\w*", re.I,
)  # fmt: skip


def _asked_for(question: Question) -> str:
    """The kind of a question; one that asks what someone says is a kind of its own."""
    if question.kind is Kind.QUOTE or (question.kind is Kind.WHAT and _QUOTE.search(question.text)):
        return "quote"
    if question.kind in (Kind.WHAT, Kind.WHO) and _CALLED.search(question.text) and not _PEOPLE.search(question.text):
        return "called"
    return question.kind.value


# How many

_MEASURED = tuple(
    (re.compile(pattern, re.IGNORECASE), measures)
    for pattern, measures in (
        (r"\b(?:gammel|gamle|gamal|how old|alder|what age)\b", (Measure.AGE,)),
        (r"\b(?:hvor|kor) (?:lenge|lang tid)\b|\bhow (?:long did|long has|long have|long had|long will|much time)\b", (Measure.DURATION,)),
        (r"\bhow long\b", (Measure.DURATION, Measure.SIZE)),
        (r"\b(?:hvor|kor) ofte\b|\bhow often\b|\b(?:mange|many) (?:ganger|gonger|times)\b", (Measure.TIMES,)),
        (r"\b(?:prosent|andel|del av|percent\w*|share|proportion)\b", (Measure.SHARE,)),
        (
            r"\b(?:koste\w*|kosta\w*|penge\w*|pengar|kroner|beløp\w*|pris\w*|betal\w*|tjen\w*|lønn\w*|cost\w*|money|"
            r"pay|paid|price|earn\w*|worth)\b", (Measure.MONEY,)),
        (
            r"\b(?:hvor|kor|how) (?:langt?|høyt?|høgt?|far|tall|high|deep|dyp\w*|wide|bred\w*|tungt?|heavy|fort|fast|"
            r"varmt?|kaldt?)\b", (Measure.SIZE,)),
        (
            r"\b(?:mange|many) (?:år|dager|dagar|døgn|uker|veker|måneder|månader|timer|timar|minutter?|minutt|years|"
            r"days|weeks|months|hours|minutes)\b", (Measure.DURATION,)),
        (r"\b(?:hvor|kor) (?:stort?|store)\b|\bhow (?:big|large)\b|\b(?:hvor|kor) my(?:e|kje)\b|\bhow much\b",
         (Measure.MONEY, Measure.SHARE, Measure.SIZE, Measure.COUNT)),
        (r"\b(?:mange|many)\s(?:kilo|kilometer|meter|tonn|liter|mil|mål|kilometres|miles|tonnes|tons|metres|feet)\b", (Measure.SIZE,)),
        (r"", (Measure.COUNT,)),
    )
)  # fmt: skip
_COUNTED = re.compile(
    r"\b(?:mange|many|antall|antallet|tallet på|number of)\s+(?:av\s|of\s)?(?:de\s|"
    r"the\s)?(?:\w+(?:e)\s(?=\w+(?:er|ar|s)\b))?(?P<noun>[^\W\d_]+)",
    re.I,
)
_ANYONE = frozenset(
    "personer personar mennesker menneske folk people persons av of the er ble blei vart var were are is was "
    "har have did kom som died".split()
)
_VERB = re.compile(r".*(?:te|de|a|ed)")
_LONG = re.compile(
    r"(?:i|på|over|gjennom|for|siden|sidan|nearly|in)\s(?:over\s|nesten\s|nearly\s|about\s|more than\s|mer "
    r"enn\s)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:siden|sidan|since|fra|frå|from|til|until|i over)\b", re.IGNORECASE)


def _how_many(reading: Reading) -> Span | None:
    measures = next(measures for pattern, measures in _MEASURED if pattern.search(reading.question.text))
    if measures == (Measure.AGE,):
        return reading.best(((number.start, number.end), 1.0) for number in ages(reading.text))
    found = [number for number in numbers(reading.text, reading.language) if number.measure in measures]
    noun = _COUNTED.search(reading.question.text)
    sought = noun["noun"].lower() if noun and Measure.COUNT in measures else ""
    best = reading.best(((number.start, number.end), _unit_weight(reading, number, sought)) for number in found)
    return _lasting(reading, best) if Measure.DURATION in measures else best


def _unit_weight(reading: Reading, number: Number, sought: str) -> float:
    """How well what a number counts fits what is to be counted: another noun than the one sought is rarely the answer."""
    if not sought or sought in _ANYONE or _VERB.fullmatch(sought) or not number.unit or number.measure is not Measure.COUNT:
        return 1.0
    (unit,) = stems_of([number.unit], reading.language)
    (stem,) = stems_of([sought], reading.question.language)
    if alike(unit, stem):
        return 3.0
    return 0.3 if any(alike(stem, other) for other in stems_of((form for _, _, form in reading.words), reading.language)) else 0.7


def _lasting(reading: Reading, span: Span | None) -> Span | None:
    """A duration with its preposition; else since when."""
    if span and (before := _LONG.search(reading.text, 0, span[0])):
        return before.start(), span[1]
    return span or reading.best((time, 1.0) for time in times(reading.text) if _SINCE.match(reading.text, time[0]))


# When, where, why

_YEAR_ASKED = re.compile(r"\b(?:hvilket|kva|what|which) (?:år|year)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_WAY_ASKED = re.compile(
    r"\b(?:fra|frå|til|from|where to|kom|kommer|kjem|come|comes|came|reiste?|dro|drog|flyttet|flytta|flykt\w*|"
    r"went|go|moved?|fled|flee|sendt?)\b",
    re.I,
)


def _when(reading: Reading) -> Span | None:
    is_year = _YEAR_ASKED.search(reading.question.text)
    found = [span for span in times(reading.text) if not is_year or _YEAR.search(reading.text, *span)]
    return reading.best((span, 1.0) for span in found)


def _where(reading: Reading) -> Span | None:
    is_way = _WAY_ASKED.search(reading.question.text) is not None
    return reading.best(((place.start, place.end), _way_weight(place, is_asked=is_way)) for place in places(reading.text, reading.language))


def _way_weight(place: Place, *, is_asked: bool) -> float:
    if place.is_way:
        return 1.0 if is_asked else 0.3
    return 0.4 if is_asked else 1.0


def _why(reading: Reading) -> Span | None:
    span = reason(reading.text)
    return None if span is None or reading.is_asked(span) else span


# Who

_UNKNOWN = re.compile(
    r"\b(?:vet ikke|veit ikkje|ukjent|not known|unknown|ingen vet|ikke kjent|ikkje kjent|unclear|uklart)\b", re.IGNORECASE
)
_WHO_IS = re.compile(
    r"^(?i:hvem|kven|who|hva|kva|what)\s(?:er|var|is|was|are|"
    r"were)\s(?P<name>[A-ZÆØÅ][\w.’'-]*(?:\s[\w.’'-]+){0,5}?)\s*\??$"
)
_BY = re.compile(r"(?:\w(?:t|s|d|a|ne|en)\sav|\bby)\s(?:the\s)?$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?<!\w)(?:foran|over|mot|enn|etter|fra|frå|med|i|på|ved|til|hos|ahead of|against|than|after|from|with|in|"
    r"at|near|of|to|on)\s(?:the\s)?$",
    re.I,
)
_CLEFT = re.compile(r"(?:\bdet (?:er|var)|\bit (?:is|was)|\bbare|\bonly)\s$", re.IGNORECASE)
_HEARER = re.compile(r"\b(?:hvem|kven|who)\b.*\b(?:til|fra|frå|med|mot|to|from|with|against|på)\s*\?$|\bwhom\b", re.IGNORECASE)


_CREDIT = re.compile(rf"(?:{SAID}|ifølge|ifølgje|according\s+to)\s$", re.IGNORECASE)
_SAYS_ASKED = re.compile(rf"(?<!\w)(?:{SAID}|say|claim|think|believe|write|argue|påstår|ifølge)(?!\w)", re.IGNORECASE)
_OWNED = re.compile(r"\s[a-zæøå]")


def _who(reading: Reading) -> Span | None:
    if _UNKNOWN.search(reading.text):
        return None
    if match := _WHO_IS.match(reading.question.text):
        return description(reading.text, match["name"])
    return reading.best((name, _agent_weight(reading, name)) for name in names(reading.text))


def _agent_weight(reading: Reading, name: Span) -> float:
    """How likely a name does what is asked about: after "av" it does, after "foran" or as an owner another one does."""
    before, text, after = reading.text[: name[0]], reading.text[name[0] : name[1]], reading.text[name[1] :]
    if _follows(reading, name, 1):
        return 1.8
    if _CREDIT.search(before) and not _has_role(reading, name) and not _SAYS_ASKED.search(reading.question.text):
        return 0.1
    if _BY.search(before) or _CLEFT.search(before):
        return 2.5
    if _OTHER.search(before):
        return 2.0 if _HEARER.search(reading.question.text) else 0.15
    if (before.endswith("(") and text.isupper()) or (text.endswith("s") and _OWNED.match(after)):
        return 0.2
    return 0.35 if not before.strip(' –«“"') and " " not in text else 1.0


def _follows(reading: Reading, name: Span, words: int) -> bool:
    """Whether one of the question's words is among the next after a name."""
    following = [start for start, _, _ in reading.words if start >= name[1]][:words]
    return any(start in following for start, _, _ in reading.content)


def _has_role(reading: Reading, name: Span) -> bool:
    """Whether a name bears the title that the question names: within it, or set off by a comma behind it."""
    is_title = any(name[0] <= start < name[1] for start, _, _ in reading.content)
    return is_title or (reading.text[name[1] :].startswith(",") and _follows(reading, name, 4))


# What is said, what it is called, what

_SPEAKER = re.compile(r"\s(?:om|about|to|på|til|on|regarding)\s", re.IGNORECASE)


def _quote(reading: Reading) -> Span | None:
    """What is said, where the sentence says that it is said by someone the question names."""
    if not says(reading.text):
        return None
    span = said(reading.text)
    if span is None or (not reading.content and reading.question.language == reading.language):
        return None
    return span


_CALLED_IS = re.compile(
    r"\b(?:heter|het|heiter|heitte|kalles|kalt|kalla|kallast|called|named|known as|navnet|namnet|"
    r"døpt)\s(?P<name>[«“\"]?[A-ZÆØÅ«“\"][^,.;]*)"
)


def _called(reading: Reading) -> Span | None:
    if match := _CALLED_IS.search(reading.text):
        return match.start("name"), match.end("name")
    return reading.best((name, _agent_weight(reading, name)) for name in names(reading.text, quoted=True))


_WHICH_NAME = re.compile(
    r"\b(?:hvilke[nt]?|kva|what|which) (?:\w+ )?(?:parti|lag|avis|selskap|firma|organisasjon|forening|klubb|"
        r"bedrift|butikk|film|bok|skole|skule|universitet|"
    r"gruppe|bank|band|team|party|company|newspaper|organi[sz]ation|club|school|university|group|magazine|"
        r"agency|firm|film|book|show|river|language)(?:er|ar|et|en|s)?\b",
    re.IGNORECASE,
)  # fmt: skip


def _what(reading: Reading) -> Span | None:
    if match := _WHO_IS.match(reading.question.text):
        return description(reading.text, match["name"].strip('«»“”" '))
    if _WHICH_NAME.search(reading.question.text):
        return reading.best((name, _agent_weight(reading, name)) for name in names(reading.text, quoted=True))
    return _new_words(reading)


_BREAK = re.compile(r"[,;:–()]|\s(?:og|men|mens|som|fordi|and|but|while|which|who|because)\s|[.!?]+\s*$")
_OPENS_NOUN = frozenset("en et ei ein eit a an the å to at that sin sitt sine de dei det den their its his her".split())


def _new_words(reading: Reading) -> Span | None:
    """The one run of new words beside the question's, where most of the question is in the sentence."""
    sought = {word for word in WORD.findall(reading.question.text.lower()) if word not in STOP_WORDS}
    if not reading.content or len(reading.content) < _COVERED * len(sought):
        return None
    runs = _runs(reading)
    if len(runs) > _MOST_RUNS:
        return None
    return reading.best((run, 1.0) for run in runs if _is_noun_phrase(reading, run) and _is_beside(reading, run))


def _runs(reading: Reading) -> list[Span]:
    """The stretches between the question's words, punctuation, conjunctions and times, function words before them left out."""
    cuts = [(start, end) for start, end, _ in reading.content]
    cuts += [(match.start(), match.end()) for match in _BREAK.finditer(reading.text)] + times(reading.text)
    runs, at = [], 0
    for start, end in [*sorted(cuts), (len(reading.text), len(reading.text))]:
        if start > at and (run := _without_function_words(reading, at, start)):
            runs.append(run)
        at = max(at, end)
    return runs


def _without_function_words(reading: Reading, start: int, end: int) -> Span | None:
    inside = [word for word in reading.words if start <= word[0] and word[1] <= end]
    while inside and (inside[0][2] in STOP_WORDS and inside[0][2] not in _OPENS_NOUN):
        inside = inside[1:]
    while inside and inside[-1][2] in STOP_WORDS:
        inside = inside[:-1]
    return (inside[0][0], inside[-1][1]) if inside else None


def _is_beside(reading: Reading, run: Span) -> bool:
    """Whether one of the question's words stands right before a run, as its verb does."""
    before = max((end for _, end, _ in reading.content if end <= run[0]), default=None)
    return before is not None and len(reading.text[before : run[0]].split()) <= _BESIDE


def _is_noun_phrase(reading: Reading, run: Span) -> bool:
    inside = reading.text[run[0] : run[1]]
    return len(inside.split()) <= _LONGEST and not re.search(rf"(?<!\w){SAID}(?!\w)", inside, re.IGNORECASE)


_FINDERS: Mapping[str, Callable[[Reading], Span | None]] = {
    "how_many": _how_many,
    "when": _when,
    "where": _where,
    "why": _why,
    "who": _who,
    "quote": _quote,
    "called": _called,
    "what": _what,
}
"""How each kind of question is answered; the kinds that are not here (yes or no, how, a statement) have no short answer."""
