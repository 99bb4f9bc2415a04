"""Marks of lost text: what a scrape leaves behind when links, numbers or paragraphs fell out.

A sentence that carries such a mark must never be quoted as if it were whole.
"""

from __future__ import annotations

import re

from vectorstore.language import BOKMAAL, FUNCTION_WORDS, NYNORSK, detect

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
_GAP = re.compile(rf"(?:(?<=[a-zæøå])(?<!\bMc)(?<!\bMac)|(?<=\w,))(?=(?P<starter>{_GLUE_STARTERS})\b)")
_CAPITALISED_AT_END = re.compile(r"\b[A-ZÆØÅ][a-zæøå]+$")
_NAME_REACH = 40
_SHORT_STARTER = 2
_GLUED_WORDS = re.compile(
    r"\b(?:been|about|was|were|are|has|have|had|than|from|there|says|said)"
    r"(?:and|are|is|was|were|the|but|that|who|which|have|has|said|thought)\b",
    re.IGNORECASE,
)
_LOST_BEFORE_STOP = re.compile(r"\b(?:(?:to|at|of|than|with|from|by|over|only|just) about|the|og|eller|ved å)\s*[.!?][\"”»']?$")
_LOST_BEFORE_ENGLISH_STOP = re.compile(r"\b(?:an|and|or)\s*[.!?][\"”»']?$")
_LOST_OBJECT = re.compile(r"\b(?:is|are|was|were) also, (?:and|but|or|where|which|who|while|when|that)\b")
_STARTS_MID = re.compile(r"(?!\.\.)[,;:.)\]»”%](?!\w)|[,;](?=\w)")
_STOP_THEN_LOWER = re.compile(r"\]\.[a-zæøå]")
_OPENING = re.compile(r"[\"“«]|(?<![^\s(–-])[”»]")


def find_gap(text: str, start: int, end: int) -> int | None:
    """Return where a new sentence is glued on without its blank ("there wasBut the"), or None."""
    found = (gap for gap in _GAP.finditer(text, start + 1, end) if not _is_inside_name(text, gap))
    return next((gap.start() for gap in found), None)


def _is_inside_name(text: str, gap: re.Match[str]) -> bool:
    """Whether a short starter is the end of a name ("LinkedIn"): what it is glued to has a capital too."""
    before = text[max(0, gap.start() - _NAME_REACH) : gap.start()]
    return len(gap["starter"]) <= _SHORT_STARTER and _CAPITALISED_AT_END.search(before) is not None


def describe_damage(text: str, start: int, end: int, *, block: tuple[int, int]) -> str:
    """Return what is missing in the sentence `text[start:end]` of `block`, or "" if it looks whole."""
    sentence = text[start:end]
    if _STARTS_MID.match(sentence):
        return "the beginning is missing"
    if end < block[1] and _GAP.match(text, end):
        return "the end is missing"
    if _LOST_BEFORE_STOP.search(sentence) or _ends_on_english_link(sentence):
        return "a word is missing before the full stop"
    if _LOST_OBJECT.search(sentence):
        return "words are missing before a comma"
    if _GLUED_WORDS.search(sentence):
        return "words are missing where two were glued together"
    if _STOP_THEN_LOWER.search(sentence):
        return "the break between two sentences is missing"
    return _quote_damage(sentence) if (start, end) == block else ""


def _ends_on_english_link(sentence: str) -> bool:
    """Whether nothing follows an English article or conjunction; in Norwegian all three are words that may end a sentence."""
    return _LOST_BEFORE_ENGLISH_STOP.search(sentence) is not None and detect(sentence) not in (BOKMAAL, NYNORSK)


def _quote_damage(sentence: str) -> str:
    """A paragraph that closes a quote it never opened has lost the part that opened it.

    Much Norwegian text opens a quote with the sign that closes it.
    """
    is_lost_straight = sentence.endswith('"') and sentence.count('"') == 1
    is_lost_curved = sentence.endswith(("”", "»")) and not _OPENING.search(sentence[:-1])
    return "the beginning of the quote is missing" if is_lost_straight or is_lost_curved else ""
