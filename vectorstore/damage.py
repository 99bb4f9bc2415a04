"""Marks of lost text: what a scrape leaves behind when links, numbers or paragraphs fell out.

A sentence that carries such a mark must never be quoted as if it were whole.
"""

from __future__ import annotations

import re

from vectorstore.language import FUNCTION_WORDS

STARTERS = frozenset().union(*FUNCTION_WORDS.values()) - {"no"} | frozenset(
    """
    dermed deretter derfor likevel samtidig dessuten imidlertid senere tidligere nylig ingen kanskje
    blant ifølge søndag mandag tirsdag onsdag torsdag fredag lørdag deretter hittil totalt
    seinare deretter difor likevel dessutan ifølgje måndag tysdag laurdag sundag
    however although meanwhile instead yet still later earlier many several none nobody everyone
    neste første forrige flere mange alle fyrste førre fleire
    despite according another among police officials monday tuesday wednesday thursday friday saturday
    sunday nor
    """.split()
)
"""Lower-case words that begin sentences and no name: the sign that a capital starts a new one."""

_GLUE_STARTERS = "|".join(
    sorted(
        """
        But The There Although And In It He She They We This That These Those More With When While As
        At After If For On However Some Many Men Det Den De Og Vi Han Hun Ho Dei Da Etter Det Dette
        """.split(),
        key=lambda word: -len(word),
    )
)
_GAP = re.compile(rf"(?<=[a-zæøå])(?<!\bMc)(?<!\bMac)(?=(?:{_GLUE_STARTERS})\b)|(?<=\w,)(?=(?:{_GLUE_STARTERS})\b)")
_GLUED_WORDS = re.compile(
    r"\b(?:been|about|was|were|are|has|have|had|than|from|there|says|said)"
    r"(?:and|are|is|was|were|the|but|that|who|which|have|has|said|thought)\b",
    re.IGNORECASE,
)
_LOST_BEFORE_STOP = re.compile(r"\b(?:(?:to|at|of|than|with|from|by|over|only|just) about|the|an|and|or|og|eller|ved å)\s*[.!?][\"”»']?$")
_LOST_OBJECT = re.compile(r"\b(?:is|are|was|were) also, |\bcould, and\b")
_STARTS_MID = re.compile(r"[,;:.)\]»”%](?!\w)|[,;](?=\w)")
_ENDS_WHOLE = re.compile(r"[.!?…:][\"”»’')\]]*$")
_STOP_THEN_LOWER = re.compile(r"\]\.[a-zæøå]")
_OPENING = re.compile(r"[\"“«]")


def find_gap(text: str, start: int, end: int) -> int | None:
    """Return where a new sentence is glued on without its blank ("there wasBut the"), or None."""
    found = _GAP.search(text, start + 1, end)
    return found.start() if found else None


def describe_damage(text: str, start: int, end: int, *, block: tuple[int, int]) -> str:
    """Return what is missing in the sentence `text[start:end]` of `block`, or "" if it looks whole."""
    sentence = text[start:end]
    if _STARTS_MID.match(sentence):
        return "the beginning is missing"
    if end < block[1] and _GAP.match(text, end):
        return "the end is missing"
    if _LOST_BEFORE_STOP.search(sentence):
        return "a word is missing before the full stop"
    if _LOST_OBJECT.search(sentence):
        return "words are missing before a comma"
    if _GLUED_WORDS.search(sentence):
        return "words are missing where two were glued together"
    if _STOP_THEN_LOWER.search(sentence):
        return "the break between two sentences is missing"
    return _quote_damage(sentence) if (start, end) == block else ""


def _quote_damage(sentence: str) -> str:
    """A paragraph that closes a quote it never opened has lost the part that opened it."""
    if sentence.endswith('"') and sentence.count('"') == 1:
        return "the beginning of the quote is missing"
    if sentence.endswith(("”", "»")) and not _OPENING.search(sentence):
        return "the beginning of the quote is missing"
    return ""
