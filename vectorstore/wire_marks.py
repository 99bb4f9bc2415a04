"""Which news agencies a text is from, by the marks that they and the papers leave: "(©NTB)", "/ritzau/", "LIMA, Peru (AP) —".

A mark is known by where it stands: alone on its line, behind a sentence's stop, or in a dateline. "melder Reuters" inside a
sentence says whose report it is, a photo credit whose picture; neither says where the text is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vectorstore.folding import MONTHS

_LONG_NAMES: Mapping[str, str] = {
    "Norsk Telegrambyrå": "NTB", "Nynorsk Pressekontor": "NPK", "Avisenes Nyhetsbyrå": "ANB", "The Associated Press": "AP",
    "Associated Press": "AP", "Agence France-Presse": "AFP", "Thomson Reuters": "REUTERS", "Reuters Staff": "REUTERS",
    "Ritzaus Bureau": "RITZAU", "Tidningarnas Telegrambyrå": "TT", "Deutsche Presse-Agentur": "DPA", "Press Association": "PA",
    "PA Media": "PA", "United Press International": "UPI", "Press Trust of India": "PTI", "Anadolu Agency": "ANADOLU", "Itar-Tass": "TASS",
    "ITAR-TASS": "TASS",
}  # fmt: skip
_UPPER = """
    NTB NPK ANB AFP AP TT DPA ANSA EFE UPI PTI STT ANP PA TASS KYODO YONHAP BELGA XINHUA INTERFAX BLOOMBERG RITZAU REUTERS ANADOLU
    """.split()
_OTHER_CASE = "Reuters Ritzau ritzau dpa afp Xinhua Interfax Tass Kyodo Yonhap Belga Bloomberg Anadolu".split()
_SHORT: Mapping[str, str] = {**_LONG_NAMES, **{name: name.upper() for name in (*_UPPER, *_OTHER_CASE)}}
_PARTY_OR_PENSION = frozenset({"AP", "AFP", "PA", "TT"})
"""Short names that stand in brackets behind people and things too: a party, a pension."""

_NAME = "|".join(re.escape(name) for name in sorted(_SHORT, key=len, reverse=True))
_BETWEEN = r"\s?[-–/,&]\s?|\s(?:og|and|und)\s"
_LIST = rf"(?:{_NAME})(?:(?:{_BETWEEN})(?:{_NAME})){{0,5}}"
_FIND = re.compile(rf"(?<!\w)(?:{_NAME})(?!\w)")
_PARTS = re.compile(r"(?:" + _BETWEEN + r")+")

_PHOTO = re.compile(
    r"\(?(?:\b[^\W\d]*foto(?:graf)?\w?|\bphoto(?:graph)?s?|\bpictures?|\bbilde\w?|\bbilete|\billustrasjon|\bgrafikk|\bvideo|\bcredit|\bfaksimile)"
    r"(?:\s*:|\s+by\b|\s*/)[^()\n]{0,160}?(?=\)|$|\b(?:tekst|text)\s*:)\)?",
    re.IGNORECASE,
)
_PHOTO_BEHIND = re.compile(r"[^,;|()]{0,80}\((?:foto|photo|video|bilde)\w?\)", re.IGNORECASE)
_PICTURES = re.compile(r"(?:NTB|AP|TT|AFP)[\s/]+(?:scanpix|photo|images|nyhetsbild\w{0,3})", re.IGNORECASE)

_AT_END = re.compile(r"(?P<stop>^|[.!?…:»\"”’'])\s*\((?P<inside>[^()]{1,60})\)\s*\.?$")
_UNSTOPPED = re.compile(rf"\w\s\((?P<inside>©?\s?{_LIST})\)$")
_BARE_AT_END = re.compile(rf"[.!?…»\"”]\s+(?P<inside>©?\s?{_LIST})/?$")
_SLASHES = re.compile(rf"(?:^|\s)\(?/(?P<inside>{_LIST})/(?:{_NAME})?/?\)?(?=\s*$|\.?\s+[-–—]?\s?[A-ZÆØÅ])")
_COPYRIGHT = re.compile(rf"(?:©|\(c\)|\bcopyright)\s{{0,2}}(?:\d{{4}}\s)?(?P<inside>{_LIST})(?!\w)", re.IGNORECASE)
_DATELINE = re.compile(rf"(?P<place>[^()]{{0,80}}?)\s?\((?P<inside>©?{_LIST})\)\s?(?P<dash>[-–—_:.]?)")
_PLACE_WORD = re.compile(rf"[A-ZÆØÅ\d]\S*|(?:{'|'.join(MONTHS)})[.,]*|de|la|al|del|den|in|og|[-–—/]")
_LABEL = re.compile(r"(?:av|by|tekst|text|kilde|kjelde|source)\b\s*:?\s*", re.IGNORECASE)
_CONTRIBUTED = re.compile(rf"(?P<inside>{_LIST})\b[^.]{{0,80}}\bcontributed (?:to|reporting)")
_REST = re.compile(r"[©.\s]|\(c\)|\b\d{4}\b")

_EDGE = 200
"""How much of a long line's beginning and end is read: marks stand nowhere else."""
_LONGEST_BYLINE, _LONGEST_LABELLED = 300, 80
_PLACE_WORDS = 7


def agencies(text: str, byline: str) -> tuple[str, ...]:
    """Return the short names of the agencies that wire marks and the byline name, in that order, each once: ("NTB", "AFP")."""
    found = list(_of_byline(byline[:_LONGEST_BYLINE]))
    for line in text.splitlines():
        found.extend(_of_line(line.strip()))
    return tuple(dict.fromkeys(found))


def _of_byline(byline: str) -> Iterator[str]:
    yield from _named(_PICTURES.sub(" ", _PHOTO.sub(" ", _PHOTO_BEHIND.sub(" ", byline))))


def _named(text: str) -> Iterator[str]:
    return (_SHORT[name] for name in _FIND.findall(text))


def _of_line(line: str) -> Iterator[str]:
    if not line:
        return
    head = _PHOTO.sub(" ", line[:_EDGE]).strip()
    tail = head if len(line) <= _EDGE else _PHOTO.sub(" ", line[-_EDGE:]).strip()
    yield from _of_head(head, is_whole=len(line) <= _EDGE)
    yield from _of_tail(tail)


def _of_head(head: str, *, is_whole: bool) -> Iterator[str]:
    """Marks of a line's beginning: a dateline, a byline, or nothing but agencies."""
    dateline = _DATELINE.match(head)
    if dateline and _is_dateline(dateline["place"].strip(" :,–—-"), dateline["inside"], dateline["dash"]):
        yield from _named(dateline["inside"])
    if is_whole:
        label = _LABEL.match(head) if len(head) <= _LONGEST_LABELLED else None
        parts = [part for part in _PARTS.split(_REST.sub(" ", head[label.end() if label else 0 :]).strip(" /")) if part]
        if (any if label else all)(part.strip() in _SHORT for part in parts):
            yield from (_SHORT[part.strip()] for part in parts if part.strip() in _SHORT)


def _is_dateline(place: str, inside: str, dash: str) -> bool:
    """Whether a place, a date or nothing stands before the brackets, and not a person or what the short name is short for."""
    words = place.split()
    if _FIND.search(place) or len(words) > _PLACE_WORDS or not all(map(_PLACE_WORD.fullmatch, words)):
        return False
    is_marked = not place or words[0].isupper() or "," in place or any(map(str.isdigit, place))
    return is_marked or (bool(dash) and dash != "." and inside not in _PARTY_OR_PENSION - {"AFP"})


def _of_tail(tail: str) -> Iterator[str]:
    """Marks of a line's end, and what may stand anywhere near it."""
    at_end = _AT_END.search(tail)
    if at_end:
        yield from _in_brackets(at_end["inside"], is_alone=not at_end.start())
    elif (unstopped := _UNSTOPPED.search(tail)) and unstopped["inside"] not in _PARTY_OR_PENSION:
        yield from _named(unstopped["inside"])
    for pattern in (_BARE_AT_END, _SLASHES, _COPYRIGHT, _CONTRIBUTED):
        if found := pattern.search(tail):
            yield from _named(found[0])


def _in_brackets(inside: str, *, is_alone: bool) -> Iterator[str]:
    """Agencies among the parts of "Lofotnytt/©NTB"; a person's name beside one makes it a photo credit unless it stands alone."""
    parts = [_REST.sub(" ", part).strip() for part in _PARTS.split(inside)]
    if is_alone or "©" in inside or all(part in _SHORT for part in parts):
        yield from (_SHORT[part] for part in parts if part in _SHORT)
