"""A sentence's names of people and organisations, with their titles and offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.phrases.expressions import Span, times
from vectorstore.folding import MONTHS
from vectorstore.words import STOP_WORDS

_CAPITAL = r"[A-ZÆØÅÖÄÉ](?:[\w’'&]|-(?=\w)|\.(?=[A-Z]))*(?:(?<=\b[A-ZÆØÅ])\.)?"
_LINK = r"(?:\s(?:av|of|de|da|van|von|der|den|bin|al|for|og|and|the|el|du|la|di)){1,2}\s(?=[A-ZÆØÅ])"
_NAME = re.compile(rf"(?<![\w])(?:[Tt]he\s(?=[A-Z]))?{_CAPITAL}(?:(?:{_LINK}|\s){_CAPITAL})*")
_TITLE = re.compile(
    r"(?<!\w)(?:(?:tidligere|daværende|fungerende|assisterende|adm\.|administrerende|former|then|acting)\s)?[a-zæøå-]*"
    r"(?:leder|leiar|sjef|minister|ministeren|direktør|direktøren|ordfører|ordføreren|ordførar|inspektør|"
    r"professor|forsker|forskar|advokat|rektor|"
    r"trener|trenar|mester|meister|representant|politiker|politikar|talsperson|talsmann|talskvinne|president|"
    r"arkitekt|lege|geolog|biskop|prest|kong|"
    r"kongen|dronning|prins|prinsesse|general|kaptein|redaktør|forfatter|forfattar|kunstner|kunstnar|"
    r"skuespiller|journalist|statsråd|statsråden|"
    r"dommer|dommar|nabo|naboen|bonde|lærer|lærar|rådmann|lensmann|mannen|kvinnen|selskapet|partiet|"
    r"organisasjonen|avisen|avisa|forbundet|gruppen|"
    r"gruppa|laget|klubben|firmaet|byrået|bedrifta|bedriften|spelemannen|spillemannen|komponist|komponisten|"
    r"spokesman|spokeswoman|spokesperson|"
    r"coach|director|minister|chairman|chief|mayor|senator|king|queen|writer|singer|actor|actress|professor|company)\s$"
)
_NOT_NAMES = frozenset(
    """
    mandag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag monday tuesday wednesday thursday friday saturday sunday i
    noen nokon ingen alle mange flere fleire begge slik dermed derfor difor likevel deretter samtidig dessuten bare berre nå no da då der
    her hans hennes deres gjennom blant ifølge ifølgje stedet resultatet saken tallet
    officials nobody nothing someone everyone built asked last yesterday today most both many few some
    """.split()
) | frozenset(MONTHS)
_QUOTED = re.compile(r"«[A-ZÆØÅ0-9][^»]{0,80}»|“[A-ZÆØÅ0-9][^”]{0,80}”|\"[A-ZÆØÅ0-9][^\"]{0,80}\"")


def names(text: str, *, quoted: bool = False) -> Iterator[Span]:
    """Yield the names in a text, each with the title before it; `quoted` adds titles of works in quotation marks.

    A sentence's first word may be a name: it is left out only where it is a function word.
    """
    marks = [(match.start(), match.end()) for match in _QUOTED.finditer(text)] if quoted else []
    yield from marks
    shut = [*times(text), *marks]
    for match in _NAME.finditer(text):
        start, end = _without_opening(match)
        is_shut = any(left <= start < right for left, right in shut)
        if start < end and not is_shut and text[start:end].lower() not in _NOT_NAMES | STOP_WORDS:
            title = _TITLE.search(text[:start])
            yield (title.start() if title else start), end


def _without_opening(match: re.Match[str]) -> Span:
    """The name without a function word that has its capital only from beginning the sentence."""
    first, _, rest = match[0].partition(" ")
    is_function = rest and first.lower() in _NOT_NAMES | STOP_WORDS and first.lower() != "the"
    return (match.end() - len(rest) if is_function else match.start()), match.end()
