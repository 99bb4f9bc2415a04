"""The places that a sentence names, folded, in English and with the part of each that is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.figures.types import Place
from vectorstore.folding import MONTHS
from vectorstore.glossary import How, glosser
from vectorstore.language import ENGLISH
from vectorstore.words import STOP_WORDS

Span = tuple[int, int]

_POINTS: Mapping[str, str] = {
    **dict.fromkeys("north northern nord nordlig nordlige nordleg nordlege nordre nørdre".split(), "north"),
    **dict.fromkeys("south southern sør syd sørlig sørlige sørleg sørlege sydlig sydlige søre søndre søre".split(), "south"),
    **dict.fromkeys("east eastern øst aust østlig østlige austleg austlege østre austre øvstre".split(), "east"),
    **dict.fromkeys("west western vest vestlig vestlige vestleg vestlege vestre".split(), "west"),
    **dict.fromkeys(
        "northeast northeastern north-east north-eastern nordøst nordaust nordøstlig nordøstlige nordaustleg nordaustlege".split(),
        "northeast",
    ),
    **dict.fromkeys(
        "northwest northwestern north-west north-western nordvest nordvestlig nordvestlige nordvestleg nordvestlege".split(),
        "northwest",
    ),
    **dict.fromkeys(
        "southeast southeastern south-east south-eastern sørøst søraust sørøstlig sørøstlige søraustleg søraustlege".split(),
        "southeast",
    ),
    **dict.fromkeys(
        "southwest southwestern south-west south-western sørvest sørvestlig sørvestlige sørvestleg sørvestlege".split(),
        "southwest",
    ),
    **dict.fromkeys("central downtown sentral sentrale midt".split(), "centre"),
    **dict.fromkeys("inner indre".split(), "inner"),
    **dict.fromkeys("outer ytre".split(), "outer"),
    **dict.fromkeys("upper øvre".split(), "upper"),
    **dict.fromkeys("lower nedre".split(), "lower"),
    **dict.fromkeys("greater stor".split(), "greater"),
    **dict.fromkeys("gamle".split(), "old"),
}  # fmt: skip
_SIDES: Mapping[str, str] = {
    **{f"{form}{side}": part for form, part in {"vest": "west", "øst": "east", "aust": "east", "nord": "north", "sør": "south"}.items()
       for side in ("siden", "sida", "bredden", "breidda", "kanten", "delen", "enden", "bydelene")},
    **dict.fromkeys("sentrum sentrumet bykjernen bykjerna centre center heart".split(), "centre"),
    **dict.fromkeys("gamlebyen gamlebyn".split(), "old town"),
    **dict.fromkeys("utkanten outskirts suburbs suburb forstaden forstedene forstadene forstad".split(), "outskirts"),
    **dict.fromkeys("countryside landsbygda landsbygden omegn omland omlandet hinterland".split(), "countryside"),
    **dict.fromkeys("kysten coast".split(), "coast"),
}  # fmt: skip
LEVELS_BY_WORD: Mapping[str, str] = {
    **dict.fromkeys("fylke fylket county fylker".split(), "county"),
    **dict.fromkeys("kommune kommunen municipality borough".split(), "municipality"),
    **dict.fromkeys("provins provinsen province".split(), "province"),
    **dict.fromkeys("region regionen".split(), "region"),
    **dict.fromkeys("distrikt distriktet district bydel bydelen bydelar neighbourhood neighborhood".split(), "district"),
    **dict.fromkeys("landet country nationwide landsbasis nasjonalt nationally".split(), "country"),
    **dict.fromkeys("byen city town".split(), "city"),
    **dict.fromkeys("bygda landsbyen bygden village".split(), "village"),
    **dict.fromkeys("delstaten delstat state".split(), "state"),
    **dict.fromkeys("utlandet abroad overseas".split(), "abroad"),
    **dict.fromkeys("verden verda world worldwide globally globalt verdensbasis".split(), "world"),
}  # fmt: skip
WIDE = frozenset({"country", "world", "abroad"})
"""Levels above any place that a figure would be about."""
LEVELS = frozenset(LEVELS_BY_WORD.values())

_CAPITAL = r"[A-ZÆØÅÄÖÉÁŠČŽ][\w’']*(?:-[A-ZÆØÅÄÖ]?[\w’']+)*"
_POINT = "|".join(sorted(map(re.escape, _POINTS), key=len, reverse=True))
_SIDE = "|".join(sorted(map(re.escape, _SIDES), key=len, reverse=True))
_LEVEL = "|".join(sorted(map(re.escape, LEVELS_BY_WORD), key=len, reverse=True))
_NAME = rf"(?:[A-ZÆØÅ][a-zæøå]{{0,2}} i [A-ZÆØÅ]\w+|{_CAPITAL}(?: (?:(?:og|and|of|de|la|el|al) )?(?!{_LEVEL}\b){_CAPITAL}){{0,3}})"
_AREA = (
    r"(?:parts?|half|side|bank|end|shore|coast|districts?|neighbou?rhoods?|suburbs|outskirts|(?:by)?del(?:en|er|ene|ar|ane|tar)?|områd(?:e|et|ene|a|er)"
    r"|strøk(?:et|ene|a)?|kant(?:en)?|siden|sida|bredd(?:en|a)?|forsted(?:er|ene)|forstad(?:en)?)"
)
_WHOLE_AREA = (
    r"(?:city|town|village|port|island|province|county|region|state|suburb|neighbou?rhood|byen|landsbyen|bygda|øya|havnebyen|hamnebyen"
    r"|provinsen|fylket)"
)
_NEAR = (
    r"i|på|ved|fra|frå|utenfor|utanfor|nær|rundt|kring|omkring|innenfor|over|til|mot|langs|gjennom|hos|under|in|at|from|near|outside|around|off|across|to|into"
    r"|within|throughout|along|inside|leaving|fleeing|by"
)
_ARTICLE = (
    r"(?:(?:den|det|dei|de|the|hele|heile|all of|whole of|the whole of|whole|kommunen|byen|landsbyen|bygda|øya|fylket|provinsen|distriktet"
    r"|(?:city|town|village|island|province|state|municipality|county|district|port|camp) of) ){0,3}"
)
_PLACED = re.compile(
    rf"(?<!\w)(?P<lead>(?i:{_NEAR}))\s{_ARTICLE}"
    rf"(?:(?P<of>(?i:(?P<before>{_POINT})(?:\s{_AREA})?(?:\s(?:av|of|i|in|for))?|(?P<side>{_SIDE})(?:\s(?:av|of|i|in|på|to))?"
    rf"|{_AREA}\s(?:av|of)))\s(?:the\s|city of\s|byen\s)?)?"
    rf"(?P<name>{_NAME})(?:\s(?P<level>(?i:{_LEVEL}))\b)?(?:\s(?P<after>(?i:{_SIDE}|nord|sør|øst|aust|vest)(?!\s(?:for|i|av|of)\b))\b)?"
)
_DIRECTED = re.compile(
    rf"(?<!\w)(?P<before>(?i:{_POINT}))(?:\s(?:{_AREA}\s)?(?P<link>av|of|i|in)(?:\s(?:the|byen|city of))*)?\s(?P<name>{_NAME})"
)
_APPOSITION = re.compile(rf"(?<!\w)(?i:{_POINT})\s(?:\w+\s)?(?i:{_WHOLE_AREA})\s(?:(?:of|i)\s)?(?P<name>{_NAME})")
"""A place that is itself said to lie there: "the northern town of Bazran" is all of Bazran."""
_APPOSED = re.compile(rf"(?:(?i:{_NEAR})\s)?{_ARTICLE}(?i:{_POINT})\s(?:\w+\s)?(?i:{_WHOLE_AREA})\s(?:of|i)?")
_LEVELLED = re.compile(rf"(?<!\w)(?P<name>{_NAME})\s(?P<level>(?i:{_LEVEL}))\b")
_OWNED = re.compile(rf"(?<!\w)(?P<name>{_CAPITAL}?)(?:['’]s|s)\s(?P<before>(?i:{_POINT}))(?:\s{_AREA})?\b")
_JOINED = re.compile(
    r"(?<!\w)(?P<before>(?i:nord|sør|syd|øst|aust|vest|nordvest|nordøst|sørvest|sørøst|indre|ytre|midt|stor))-"
    r"(?P<name>[A-ZÆØÅ][\w’']+(?:-[A-ZÆØÅ]\w+)*)"
)
_COMMON = re.compile(
    rf"(?<!\w)(?i:i|in|på|across|over|throughout|hele|heile|the whole|whole)\s(?:(?:den|det|the|hele|heile|whole|entire)\s){{0,2}}"
    rf"(?:(?P<before>(?i:{_POINT}))\s)?(?P<level>{_LEVEL}|{_SIDE}|{_AREA})(?!\w)(?!\s(?:av|of|i)\s)"
    rf"|(?<!\w)(?P<alone>abroad|overseas|nationwide|worldwide|nationally|globally|landsdekkende|landsdekkande)(?!\w)"
)
_AND = re.compile(rf"\s*(?:,|og|and|samt)\s+(?:(?:i|in|på|fra|from|frå)\s)?(?P<name>{_CAPITAL}(?:\s{_CAPITAL})?)")


@dataclass(frozen=True, slots=True)
class Named:
    """A place at start:end of a sentence; `lead` is where its preposition begins."""

    lead: int
    start: int
    end: int
    place: Place
    written: str = ""
    """The name as it stands there, folded: some keep it in English too."""


def fold(name: str) -> str:
    """Return a name in small letters without marks above or through them, as English papers write it."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("æ", "ae").replace("’", "'"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).strip(" -'")


_NAMES = (How.NAME, How.OWN, How.PHRASE)


@lru_cache(20_000)
def english_name(name: str, language: str) -> str:
    """Return a name as it is folded for comparison, in English where the glossary knows it, without the genitive."""
    bare = re.sub(r"['’]s?$", "", name)
    if language != ENGLISH:
        bare = " ".join(gloss.glosses[0] if gloss.how in _NAMES else gloss.text for gloss in glosser().gloss(bare))
    return fold(re.sub(r"^the ", "", bare, flags=re.IGNORECASE))


def read_places(text: str, language: str, shut: Sequence[Span]) -> tuple[Named, ...]:
    """Return the places of a sentence in order; `shut` holds the spans of who speaks and of times, which are none."""
    found: list[Named] = []
    for named in sorted(_all(text, language), key=lambda named: (named.start, -named.end)):
        is_shut = any(start < named.end and named.start < end for start, end in shut)
        if not is_shut and not (found and named.start < found[-1].end):
            found.append(named)
    return tuple(found)


def _all(text: str, language: str) -> Iterator[Named]:
    for pattern in (_JOINED, _PLACED, _DIRECTED, _OWNED, _LEVELLED):
        for match in pattern.finditer(text):
            if not _APPOSED.match(match[0]):
                yield from _named(match, language)
    for match in _APPOSITION.finditer(text):
        yield from _named(match, language)
    for match in _COMMON.finditer(text):
        level = (match["level"] or match["alone"]).lower()
        part = _POINTS.get((match["before"] or "").lower(), "")
        word = LEVELS_BY_WORD.get(level) or _SIDES.get(level) or ""
        if part or word:
            yield Named(match.start(), match.end() - len(level), match.end(), Place("", part or word))


def _named(match: re.Match[str], language: str) -> Iterator[Named]:
    groups = match.groupdict()
    name, lead = match["name"], match.start()
    start = match.start("name")
    if (groups.get("before") or "") and groups.get("of"):
        start = match.start("of")
    elif groups.get("before"):
        start = match.start("before")
    side = groups.get("side") or groups.get("after") or ""
    part = _POINTS.get((groups.get("before") or "").lower(), "") or _SIDES.get(side.lower(), "") or _POINTS.get(side.lower(), "")
    joined = _JOINED.fullmatch(name)
    if joined:
        part, name = _POINTS[joined["before"].lower()], joined["name"]
    head, _, tail = name.partition("-")
    if head.lower() in _POINTS and tail[:1].isupper():
        part, name = _POINTS[head.lower()], tail
    elif tail and tail[0].islower():
        name = head
    first, _, rest = name.partition(" ")
    if first.lower() in STOP_WORDS and rest:
        name, start = rest, match.end("name") - len(rest)
        first, _, rest = name.partition(" ")
    if first.lower() in _POINTS and rest:
        part, name = part or _POINTS[first.lower()], rest
    if not _is_place(name):
        return
    level = LEVELS_BY_WORD.get((groups.get("level") or "").lower(), "")
    folded = english_name(name, language)
    folded, part = _with_known_point(folded, part)
    if folded:
        yield Named(lead, start, match.end(), Place(folded, part or level), fold(re.sub(r"['’]s?$", "", name)))


def _with_known_point(folded: str, part: str) -> tuple[str, str]:
    """Take the direction off a name that the glossary gave one: "Western Norway" is the west of Norway."""
    first, _, rest = folded.partition(" ")
    if rest and not part and first in _POINTS and rest not in _WHOLE_NAMES:
        return rest, _POINTS[first]
    return folded, part


_WHOLE_NAMES = frozenset(
    "africa korea sudan sahara bank ossetia dakota carolina timor macedonia ireland virginia sea pole island islands america".split()
)
"""What is one name together with its direction."""
_NO_PLACES = frozenset(
    """
    fn sn un eu nav nato ntb afp ap reuters who unhcr unicef ssb nho lo ap frp krf sv sp hrw msf ocha is isil isis nrk tv vg bbc cnn rt
    mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag monday tuesday wednesday thursday friday saturday sunday
    jul påske pinse christmas easter covid corona ramadan
    """.split()
) | frozenset(MONTHS)


def _is_place(name: str) -> bool:
    low = name.lower()
    return low not in _NO_PLACES and (low not in STOP_WORDS or low == "noreg") and len(name) > 1
