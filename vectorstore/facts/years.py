"""Whether four digits are a year: by the word before them and what they would count."""

from __future__ import annotations

import re

from vectorstore.language import FUNCTION_WORDS

_FIRST_ALONE, _FIRST = 1800, 1000
_LED = re.compile(
    r"(?:\b(?:i|in|siden|sidan|since|fra|frå|from|til|to|until|till|før|before|etter|after|innen|innan|by|of|av|året|år|årene|åra"
    r"|year|years|mellom"
    r"|between|during|through|late|early|mid|sesongen|season|våren|sommeren|sommaren|høsten|hausten|vinteren|spring|summer|autumn|winter"
    r"|ol|vm|em|circa|ca\.|medio|primo|ultimo|som i|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember),? "
    r"|(?:1[0-9]|20)[0-9]{2}(?:,| og| and| eller| or| til| to| mot) |mid-|\()$"
)
_FOR = re.compile(r"(?<!\w)for $")
_REPORTED = frozenset(range(1980, 2040)) - {2000}
"""Years that figures are told for; "for 2000" may be a price."""
_DETERMINED = re.compile(r"\b(?:the|its|his|her|their|our|a) $")
_CLOCK = re.compile(r"(?:\bkl\.? ?|\bklokk(?:a|en) |\bat |\bnr\.? |\bno\. |\+[0-9]+ |[0-9] |[-/.,:§#$£€+]|\w)$")
_MEASURE = re.compile(
    r" ?(?:%|prosent|percent|per cent|kr\b|kroner?|dollars?|euros?|pounds?|pund|millioner|millionar|million|milliarder|milliardar"
    r"|billion|tusen"
    r"|(?:kilo|centi|milli|kvadrat|kubikk)?(?:meter|metres?|meters)\b|km|kg|kilo|gram|tonn|tonnes?|tons?|liter|litres?|mil\b|miles"
    r"|mål\b|dekar|hektar"
    r"|hectares|acres|feet|grader|degrees|personer|personar|mennesker|menneske\b|people|persons|innbygger|innbyggj|elever|elevar"
    r"|plasser|plassar|timer|timar|hours"
    r"|dager|dagar|days|stemmer|røyster|votes|ganger|gonger|times\b|mw|gwh|twh|kwh|hk\b|hp\b|stykk|eksemplar|copies|seter?\b|seats)"
)
_COUNTED = re.compile(r" (?P<word>[^\W\d_]+)")
_FUNCTION = {
    True: FUNCTION_WORDS["en"],
    False: FUNCTION_WORDS["nb"] | FUNCTION_WORDS["nn"],
}


def is_year(plain: str, start: int, end: int, *, is_english: bool) -> bool:
    """Whether plain[start:end], four digits from 1000 to 2099, are a year."""
    before = plain[max(0, start - 14) : start]
    if _CLOCK.search(before) and not _LED.search(before):
        return False
    if _MEASURE.match(plain, end):
        return False
    year = int(plain[start:end])
    if _FOR.search(before) and year in _REPORTED:
        return True
    is_modern = year >= _FIRST_ALONE
    if _LED.search(before):
        return is_modern or not _counts(plain, end, is_english=is_english)
    if not is_modern:
        return False
    return (is_english and bool(_DETERMINED.search(before))) or not _counts(plain, end, is_english=is_english)


def _counts(plain: str, end: int, *, is_english: bool) -> bool:
    """Whether a word follows that digits would count."""
    follows = _COUNTED.match(plain, end)
    return follows is not None and follows["word"] not in _FUNCTION[is_english]
