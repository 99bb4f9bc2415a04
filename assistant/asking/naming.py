"""The names in a question: whole names, and words that may name a publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.types import SourceName
from vectorstore.words import STOP_WORDS

_CAPITAL = r"[A-ZÆØÅÄÖÉÜÁŠŽČĆ][\w’'&-]*(?:\.(?=[A-ZÆØÅ]))?"
_INSTITUTION = (
    r"(?:\w*(?:universitetet|høgskolen|høgskulen|høyskolen|sykehuset|sjukehuset"
    r"|tingretten|lagmannsretten|politidistrikt|domkirken|domkirka"
    r"|museet|teatret|teateret|operaen|bispedømme|fengsel))"
)
_PARTICLE = r"(?:of(?: the)?|von|van(?: der| den)?|der|de|da|di|du|la|le|del|dos|bin|bint|ibn|al|el|ben)"
_JOINED = r"Møre og Romsdal|Sogn og Fjordane|Troms og Finnmark|Bosnia og Hercegovina|Trinidad (?:og|and) Tobago|Bosnia and Herzegovina"
_RUN = re.compile(
    rf"(?<!\w)(?:{_JOINED}|(?=[A-ZÆØÅ])(?i:{_INSTITUTION}) i {_CAPITAL}(?: {_CAPITAL})*"
    rf"|{_CAPITAL}(?:(?: {_PARTICLE})? {_CAPITAL})*)(?!\w)",
)
_TITLES = frozenset(
    """
    ordfører ordføraren ordføreren statsminister statsministeren utenriksminister forsvarsminister finansminister justisminister
    president presidenten leder leiar direktør politimester biskop kong kongen dronning kronprins oberst professor
    mayor minister mr mrs ms dr sir lord king queen prince princess pope prime foreign judge senator colonel captain
    """.split()
)
_OPENERS = frozenset(
    """
    fortell fortel si vis finn gi gje forklar beskriv tell show list find give explain describe ifølge ifølgje og men hva hvem hvor hvorfor
    did does isn't aren't didn't doesn't siden sidan since during under brukte according per vant
    """.split()
)
"""Words that open a question and are no part of the name after them; function words besides."""
_CALENDAR = frozenset(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday christmas easter
    """.split()
)

_ATTRIBUTED = (
    r"ifølg(?:j)?e|i følg(?:j)?e|according to|as reported by|reported by|skriver|skriv|skrev|skreiv|melder|melde|meldte"
    r"|rapporterer|rapporterte|i (?:avisa|avisen|bladet|magasinet)|in the (?:newspaper|paper|magazine)"
)
_MENTION = re.compile(
    rf"\b(?:(?P<attributed>{_ATTRIBUTED})|i|in|på|on|hos|fra|frå|from|by|av|sa|sier|seier|did|does|has) (?:the )?"
    rf"(?:(?:avisa|avisen|nyhetsbyrået|nyheitsbyrået|newspaper|news agency) )?"
    rf"(?P<name>(?:[\w&'’.-]+ ){{0,4}}[\w&'’.-]*[\w])",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[\w&'’.-]*[\w]")
_DOMAIN = re.compile(r"(?:www\.)?(.+)\.(?:no|com|org|net|dk|se|co\.uk|uk)")
_NEVER = frozenset("fn un eu nato who is iom unhcr unicef usa us".split())
"""Bodies that speak, and are quoted in every paper: none restricts a search, whatever a publisher is called."""


def full_names(text: str) -> tuple[str, ...]:
    """Return the names of a text as written, several words as one, each once.

    A first word alone may have its capital from its place, so it is a name only as an acronym or where another name follows.
    """
    if text.isupper():
        return ()
    names = (_trimmed(match[0], is_first=not text[: match.start()].strip(" –-«»\"'“”")) for match in _RUN.finditer(text))
    return tuple(dict.fromkeys(name for name in names if name))


def _trimmed(run: str, *, is_first: bool) -> str:
    """A run of capitals without what is no name at its beginning: question words, titles, months."""
    parts = run.split()
    is_cut = False
    while parts and _is_no_name(parts[0]):
        parts, is_cut = parts[1:], True
    if not parts or (is_first and not is_cut and len(parts) == 1 and not _is_acronym(parts[0])):
        return ""
    return re.sub(r"['’]s$|['’]$", "", " ".join(parts))


def _is_no_name(word: str) -> bool:
    form = word.lower()
    if _is_acronym(word):
        return False
    return form in STOP_WORDS or form in _OPENERS or form.rsplit("-")[-1] in _TITLES or form in _CALENDAR or word[0].islower()


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def source_names(text: str) -> Iterator[SourceName]:
    """Yield what may name a publisher: "ifølge VG", "in Reuters"."""
    place = 0
    while match := _MENTION.search(text, place):
        place = match.start("name")
        written = match["name"]
        kept = _of_source(written, needs_capitals=match["attributed"] is None)
        words = publisher_words(kept)
        if words and not (len(words) == 1 and words[0] in _NEVER):
            yield SourceName(words, match["attributed"] is not None and (written[0].isupper() or text.islower()))


def _of_source(written: str, *, needs_capitals: bool) -> list[str]:
    """The words up to the first function word, or the first without a capital."""
    kept: list[str] = []
    for word in _TOKEN.findall(written):
        if not word[0].isupper() and (needs_capitals or word in STOP_WORDS):
            break
        kept.append(word)
    return kept


def publisher_words(name: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a publisher's name as they are compared: folded, without "the" and without a domain's end."""
    folded = (word.casefold() for word in name)
    plain = (domain[1] if (domain := _DOMAIN.fullmatch(word)) else word for word in folded)
    return tuple(word for word in plain if word != "the")


def publishers_named(sources: Iterable[SourceName], publishers: Iterable[str]) -> tuple[str, ...]:
    """Return the publishers that the first source which is any names; empty if none is."""
    read = ((publisher, publisher_words(_TOKEN.findall(publisher))) for publisher in dict.fromkeys(publishers))
    known = [(publisher, words) for publisher, words in read if words and not (len(words) == 1 and words[0] in _NEVER)]
    for source in sources:
        named = tuple(publisher for publisher, words in known if _names(source, words))
        exact = tuple(publisher for publisher, words in known if words == source.words)
        if named:
            return exact or named
    return ()


def _names(source: SourceName, publisher: tuple[str, ...]) -> bool:
    """Whether the words are the publisher's, or begin with them; where attributed, also whether they are a part of them."""
    if source.words == publisher or (source.is_attributed and source.words[: len(publisher)] == publisher):
        return True
    size = len(source.words)
    return source.is_attributed and any(publisher[at : at + size] == source.words for at in range(len(publisher) - size))
