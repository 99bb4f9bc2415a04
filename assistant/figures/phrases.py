"""Small words around a number that change what it says: per year, so many more, compared with, of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_RATES: Mapping[str, str] = {
    "year": r"(?:i|om|per|pr\.?|hvert|kvart|a|each|every) (?:året|år|year)|årlig|årleg|årlege|årlige|annual(?:ly)?|yearly|per annum",
    "month": r"(?:i|per|pr\.?|hver|kvar|a|each|every) (?:måneden|månaden|måned|månad|month)|månedlig|månadleg|monthly",
    "week": r"(?:i|per|pr\.?|hver|kvar|a|each|every) (?:uken|uka|veka|uke|veke|week)|ukentlig|weekly",
    "day": r"(?:om|per|pr\.?|hver|kvar|a|each|every) (?:dagen|dag|day)|i døgnet|per døgn|daglig|dagleg|daily",
    "hour": r"(?:i|per|pr\.?|hver|kvar|an|each|every) (?:timen|time|hour)|hourly",
}
_RATE = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _RATES.items())})(?!\w)", re.IGNORECASE)
_MORE_BEFORE = re.compile(
    r"(?<!\w)(?:med|by|another|ytterligere|ytterlegare|a further|further|additional|nye|new|ekstra|an extra|an additional)\s*$",
    re.IGNORECASE,
)
_ROSE_BEFORE = re.compile(
    r"(?<!\w)(?:øk\w*|auk\w*|stig\w*|steg\w*|gått|gikk|gjekk|fal\w*|fell\w*|rose|ris\w*|increas\w*|up|down|drop\w*|grew|grow\w*|sunk\w*|synk\w*|vokst?e?"
    r"|vaks\w*|vekst|opp|ned|redus\w*|reduc\w*|cut)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_MORE_AFTER = re.compile(
    r"\s*(?:\w+\s+)?(?:flere|fleire|færre|mer|meir|mindre|more|fewer|less|higher|lower)(?!\w)(?! (?:er|are|were|ble|vart) )", re.IGNORECASE
)
_NEW = re.compile(
    r"(?<=\w )(?:nye|new|flere|fleire|more|additional|further|ytterligere|ytterlegare)\s(?!than|enn|hundre|tusen|million)", re.IGNORECASE
)
_LARGE = re.compile(r"(?:million|milliard|mill\.|mrd|billion)", re.IGNORECASE)
_COUPLE = re.compile(r"(?<!\w)(?:et par|eit par|a couple|some couple)(?!\w)", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?<!\w)(?:(?:up|down|opp|ned|rose|risen|increased|økt|auka|steget|stige|fallen|fell) (?:from|fra|frå)|compared (?:with|to)"
    r"|sammenlign(?:et|a) med|samanlikna med|mot|against|ikke|ikkje|not|and not|instead of|i stedet for|i staden for|from|fra|frå)\s*$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:\w+\s+){0,2}?(?:til|to)\s", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s*(?:av|of|blant|among) (?!(?:dem|dei|disse|desse|them|these|whom|those)(?: (?:er|var|is|are|were|was)\s|[,;]))"
    r"(?:de|dei|the|those) (?P<noun>[^\W\d]+)",
    re.IGNORECASE,
)
_COPULA = re.compile(r"(?<!\w)(?:er|var|is|are|were|was)\s(?:\w+\s)?(?P<word>[^\W\d]+)", re.IGNORECASE)
_THEM = re.compile(r"\s*(?:av|of|blant|among) (?:dem|dei|disse|desse|them|these|whom|those),?\s+(?P<word>[^\W\d]+)", re.IGNORECASE)
_AMONG = re.compile(r"(?<!\w)(?:blant|among|hos) (?:de |dei |the )?(?P<word>[^\W\d]+)", re.IGNORECASE)
_OF = re.compile(
    r"\s*(?:av|of)\s(?:(?:de|dei|den|det|the|all|alle|its|sine|those|those who|[^\W\d]+['’]s|\d[\d.,]*)\s){0,4}"
    r"(?P<word>[^\W\d]+(?:-[^\W\d]+)?)(?: (?P<next>[^\W\d]+))?",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(r"(?<!\w)(?P<word>[^\W\d]+) (?:på|of)\s$", re.IGNORECASE)
_SUBSTANCE = re.compile(r"\s*(?:(?:of|med)\s)?(?P<word>[^\W\d]+)(?:\s(?P<next>[^\W\d]+))?", re.IGNORECASE)
_HAS = re.compile(
    r"(?<!\w)(?:har|hadde|has|have|had|with|sysselsetter|sysselset)\s(?:(?:minst|om|lag|over|rundt|about|some|nearly|nesten|kring)\s){0,2}$",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"(?<!\w)(?:cubic|square|kvadrat|kubikk)\s$", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?<!\w)(?:hele|heile|whole|entire|all of|whole of|all|across|throughout|totalt i|til sammen i|in total in)"
    r"\s(?:(?:of|the|in|kommunen|byen|fylket)\s){0,3}$",
    re.IGNORECASE,
)
_NOW = {
    False: re.compile(
        r"(?<!\w)(?:nå|no|steget|stige|økt|auka|oppjustert|så langt|hittil|til nå|til no|foreløpig|førebels|endte|enda)(?!\w)",
        re.IGNORECASE,
    ),
    True: re.compile(r"(?<!\w)(?:now|risen|rose|revised|so far|updated|climbed|to date|put the)(?!\w)", re.IGNORECASE),
}
_REACH = 45


def rate(zone: str) -> str:
    """Return the time that a number is of each: "year" in "50 million a year"; "" if none is."""
    match = _RATE.search(zone)
    return match.lastgroup or "" if match else ""


def is_change(text: str, start: int, end: int) -> bool:
    """Whether the number at start:end tells how much more or less there is than before."""
    before = text[max(0, start - _REACH) : start]
    step = _MORE_BEFORE.search(before)
    if step:
        return step[0].split()[0].lower() not in ("med", "by") or _ROSE_BEFORE.search(before[: step.start()]) is not None
    return _MORE_AFTER.match(text, end) is not None


def is_new(number: str) -> bool:
    """Whether a number counts new cases: "45 new infections"."""
    return _NEW.search(number) is not None


def is_large(number: str) -> bool:
    """Whether a number is of millions: money, where nothing is counted by name."""
    return _LARGE.search(number) is not None


def is_couple(number: str) -> bool:
    """Whether a number is "a couple of" hundreds, which is about two."""
    return _COUPLE.search(number) is not None


def is_earlier(text: str, start: int, end: int) -> bool:
    """Whether the number is one that another is compared with: "up from 12", "from 12 to 15"."""
    match = _EARLIER.search(text[max(0, start - _REACH) : start])
    if not match:
        return False
    return match[0].strip().lower() not in ("from", "fra", "frå", "mot", "against") or _TO.match(text, end) is not None


def of_them(text: str, end: int, zone_end: int) -> tuple[str, ...]:
    """Return the words that say who they are of whom a number counts some: "12 of them children", "three of the dead were children"."""
    them = _THEM.match(text, end)
    if not is_part(text, end) and not them:
        return ()
    copula = _COPULA.search(text, end, zone_end)
    return tuple(match["word"] for match in (them, copula) if match)


def is_part(text: str, end: int) -> bool:
    """Whether a number counts some of those who were named: "three of the dead"."""
    match = _OF_THEM.match(text, end)
    return match is not None and (match["noun"] is not None)


def among(text: str) -> tuple[str, ...]:
    """Return whom the whole sentence is about: "among women", before anything else."""
    return tuple(match["word"] for match in _AMONG.finditer(text) if match.start() < _OPENING)


_OPENING = 3


def base(text: str, end: int) -> str:
    """Return the noun that a share is of."""
    return next(iter(bases(text, end)), "")


def bases(text: str, end: int) -> tuple[str, ...]:
    """Return the noun that a share is of, and the word behind it, which may be the noun: "of the grain crop"."""
    match = _OF.match(text, end)
    return tuple(word for word in match.groups() if word) if match else ()


def collective(text: str, start: int) -> str:
    """Return the noun of which a number tells the size: "a crew of 48"."""
    match = _COLLECTIVE.search(text[max(0, start - _REACH) : start])
    return match["word"] if match else ""


def substance(text: str, end: int) -> tuple[str, ...]:
    """Return the words right behind a measure: oil in "30 tonnes of oil", crude and oil in "30 tonnes of crude oil"."""
    match = _SUBSTANCE.match(text, end)
    return tuple(word for word in match.groups() if word) if match else ()


def has(text: str, start: int) -> bool:
    """Whether the number that begins there is of what somebody has."""
    return _HAS.search(text[max(0, start - _REACH) : start]) is not None


def measured_in(text: str, start: int, unit: str) -> str:
    """Return a unit with the word before it that makes another measure of it: cubic metres."""
    match = _MEASURE.search(text[max(0, start - _REACH) : start])
    return match[0] + unit if match else unit


def is_whole(text: str, start: int) -> bool:
    """Whether a place that begins there is said to be meant as a whole."""
    return _WHOLE.search(text[max(0, start - _REACH) : start]) is not None


def tells_present(text: str, *, is_english: bool) -> bool:
    """Whether a sentence says that its figure is the newest: a day in it is then the day of the count."""
    return _NOW[is_english].search(text) is not None
