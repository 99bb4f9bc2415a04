"""A sentence's clauses that give a reason, repeat what someone said, or say what something is; with their offsets."""

from __future__ import annotations

import re

from assistant.phrases.expressions import Span

SAID = (
    r"(?:sier|sa|seier|sagt|skriver|skriv|skrev|mener|meiner|mente|meinte|svarer|svarar|svarte|svara|opplyser|"
    r"opplyste|forteller|fortel|fortalte|"
    r"hevder|hevdar|hevda|hevdet|forklarer|forklarar|forklarte|varsler|varslar|uttaler|uttalar|uttalte|tror|"
    r"trur|påstår|lover|lovar|lovet|understreker|"
    r"legger til|poengterer|kommenterer|fastslår|fastslo|understrekar|meldte|melder|melde|vurderer|påpeker|innrømmer|bekrefter|bekreftet|"
    r"konkluderer|konkluderte|says?|said|told|writes?|wrote|claims?|claimed|argues?|argued|believes?|believed|"
    r"adds?|added|answers?|answered|"
    r"replied|stated?|states|announced|warns?|warned|explained|thinks?|thought|insisted|denied|suggested|promised|reported|reports)"
)
_SAID = re.compile(rf"(?<!\w){SAID}(?!\w)", re.IGNORECASE)

_REASONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\w)(?P<why>fordi|på grunn av|pga\.?|av di|som følge av|som følgje av|grunnet|grunna|ettersom|av "
            r"frykt for|takket være|takka vere|"
        r"because|due to|owing to|as a result of|thanks to|for fear of|on account of)(?!\w)",
        r"(?:skyldes|skuldast|kjem av|kommer av|skyldtes|forårsaket av|forårsaka av|utløst av|utløyst av|caused by|triggered by)\s+",
        r"(?:årsaken|årsaka|orsaka|grunnen|reason|cause)\s+(?:[^.,;]{0,60}?\s)?(?:er|var|is|was)\s+",
        r"(?<!\w)(?P<why>for å|for at|slik at|etter at|in order to|so that|to (?=avoid|prevent|protect|make|help|"
            r"keep|stop|allow|reduce|save)|"
        r"after(?=\s+[a-z]+\s+[a-z]+))(?!\w)",
        r"^(?P<why>siden|sidan|da|since|etter|after)(?!\w)(?=[^,]+,)|,\s(?P<late>siden|sidan|since|for)(?=\s+[a-zæøå]+\s)",
    )
)  # fmt: skip
_ATTRIBUTION = re.compile(
    rf"[”“»\"]?,?\s[”“»\"]?(?:{SAID}(?!\w)|ifølge|ifølgje|i følge|according\sto)|[”“»\"]?,\s(?:[^\s,]+\s){{1,4}}{SAID}[^,]*$", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(r",\s(?:og|men|mens|medan|and|but|while)\s|;|\s–\s|:\s", re.IGNORECASE)
_QUOTED = re.compile(r"«([^»]+)»|“([^”]+)”|\"([^\"]+)\"|”([^”]+)”")
_DASHED = re.compile(r"^[–—-]\s+(.+)$", re.DOTALL)
_REPORTED = re.compile(rf"(?<!\w){SAID}(?:\s[^,.]{{1,60}}?)??\s(?P<clause>(?:at|that)\s.+)", re.IGNORECASE | re.DOTALL)
_BARE_REPORT = re.compile(
    r"(?<!\w)(?:said|says|claimed|believed|argued|thinks)\s(?P<clause>(?:it|he|she|they|the|there|its|his|her|"
    r"their|we|[A-Z]\w+)\s.+)",
    re.DOTALL,
)
_ENDS = " .,;:!?–”»\"'“"
_LEAST_QUOTED = 3


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without blanks and closing marks around it; None if nothing is left."""
    while end > start and text[end - 1] in _ENDS and not text[start:end].endswith(".m."):
        end -= 1
    while start < end and text[start] in " ,–":
        start += 1
    return (start, end) if start < end else None


def reason(text: str) -> Span | None:
    """Return the clause that gives a reason, with the word that opens it; without it after "skyldes", "caused by" and "årsaken er"."""
    for pattern in _REASONS:
        if match := pattern.search(text):
            opening = [match.start(name) for name, found in match.groupdict().items() if found]
            start = opening[0] if opening else match.end()
            return trimmed(text, start, _clause_end(text, start, is_first=start == 0))
    return None


def _clause_end(text: str, start: int, *, is_first: bool) -> int:
    """Where the clause that begins at `start` ends; one that begins the sentence ends at its comma."""
    if is_first and "," in text:
        return text.index(",")
    stops = (pattern.search(text, start + 1) for pattern in (_ATTRIBUTION, _NEXT_CLAUSE))
    return min((stop.start() for stop in stops if stop), default=len(text))


def says(text: str) -> bool:
    """Whether a text reports speech: it has a verb of saying, or opens with a dash."""
    return _SAID.search(text) is not None or _DASHED.match(text) is not None


def said(text: str) -> Span | None:
    """Return what is quoted or reported in a sentence: the longest quotation, the speech after a dash, or a clause with "at" or "that"."""
    if dashed := _DASHED.match(text):
        stop = _ATTRIBUTION.search(text, dashed.start(1))
        return trimmed(text, dashed.start(1), stop.start() if stop else len(text))
    if not _SAID.search(text):
        return None
    quoted = max(_QUOTED.finditer(text), key=lambda match: len(match[0]), default=None)
    if quoted and len(quoted[0].split()) >= _LEAST_QUOTED:
        return trimmed(text, quoted.start() + 1, quoted.end() - 1)
    reported = _REPORTED.search(text) or _BARE_REPORT.search(text)
    if not reported:
        return None
    start = reported.start("clause")
    return trimmed(text, start, _clause_end(text, start, is_first=False))


_STOP = (
    r"(?=[,.;:!?]|\s–|\s(?:som|hvor|der|og har|og ble|og blei|og var|og er|og kom|and has|and was|who|which|"
    r"that|when|da|men|but|i\s\d+\s\w+)\s|$)"
)
_BEGINS = r"(?=[a-zæøåé«])"


def description(text: str, name: str) -> Span | None:
    """Return what a sentence says that `name` is: after "er", "var", "is", or set off by commas or a bracket beside it."""
    who = re.escape(name) + r"(?:\s\(\d{1,3}\))?"
    no_state = r"(?!på\s|i\s|in\s|on\s|at\s|ikke\s|ikkje\s|not\s|\w+(?:t|d|ed)\s(?:av|by|i|in)\s)"
    for pattern in (
        rf"{who}\s(?:er|var|is|was|are|were)\s(?:(?:også|òg|also)\s)?(?P<is>{_BEGINS}{no_state}.+?){_STOP}",
        rf"{who}\s?,\s(?P<is>{_BEGINS}(?!som|og|men|who|and|but|{SAID}|ble|var|er|was|is)[^,.;]+?)(?=[,;.]|$)",
        rf"{who}\s\((?P<is>{_BEGINS}[^)]+)\)",
    ):
        if match := re.search(pattern, text):
            return trimmed(text, match.start("is"), match.end("is"))
    return None
