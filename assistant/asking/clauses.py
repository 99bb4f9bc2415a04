"""A question's parts: question phrase, verb, the rest; its names, times and sources. For Norwegian and English at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vectorstore.english import LEMMAS
from vectorstore.glossary import load_glossary
from vectorstore.glossary.lookup import Lookup
from vectorstore.words import STOP_WORDS

AUXILIARIES = frozenset(
    """
    er var har hadde kan kunne vil ville skal skulle må måtte bør burde ble blir blei vart vert får fikk fekk gjør gjorde gjer
    is are was were has have had does do did can could will would shall should might must
    """.split()
)
MODALS = frozenset("kan kunne vil ville skal skulle må måtte bør burde får fikk fekk".split())
SUPPORT = frozenset("do does did".split())
ASKING = frozenset(
    """
    hva hvem hvor hvorfor hvordan når hvilken hvilke hvilket kva kven kvar kor kvifor korleis
    what who whom whose when where why how which
    """.split()
)
PLACE_PREPOSITIONS = frozenset("i på fra frå til ved nær over in on at from to near into across".split())
PREPOSITIONS = PLACE_PREPOSITIONS | frozenset(
    """
    om av med for mot under etter før mellom hos hjå blant uten utan rundt
    of about with by against after before between among without
    """.split()
)
CLAUSE_WORDS = frozenset(
    """
    at som da når fordi hvis om før mens medan dersom og
    that when after before because while if whether who which and
    """.split()
)
"""Words that begin a clause inside a question, or join two things in it."""
ARTICLES = frozenset("the a an den det de dei en ein ei et eit this these denne dette disse desse their its his".split())
ORGANISATION = frozenset(
    """
    forbund forbundet kors cross il fk bk if as asa ap parti partiet party union council helse vind kommune fylkeskommune stadion
    police politi agency ministry institutt departementet direktorat universitet university bank club klubb avis råd frigjeringsråd
    frigjøringsråd
    """.split()
)

_DEGREES = frozenset(
    """
    mange mye mykje stor stort store høy høyt høg høgt lang langt lenge gammel gamal gammalt gammelt ofte dyr dyrt tung tungt
    fort bred bredt brei breitt dyp dypt djup djupt få many much long old far tall high large big often fast deep wide few tid slags
    """.split()
)
_TAKES_NOUN = frozenset("mange mye mykje få many much few slags what which hvilken hvilke hvilket kva".split())
_BEFORE_ASKING = frozenset("til fra frå med i på siden sidan for av hos from with by for to since at until of".split())
_MONTH = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|january|february|march|may|june|july|october|december)"
)
_DAY = r"(?:mandag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_UNIT = (
    r"(?:år|året|uke|uka|uken|veke|veka|måned|måneden|månad|månaden|natt|dag|dagen|sommer|sommaren|sommeren|vinter|vår|høst|haust|helg|helga|"
    r"year|month|week|night|day|summer|winter|spring|autumn|weekend|season|century)"
)
_SEASON = r"(?:vinter|vår|sommer|sommar|høst|haust|jul|påske)"
TIME = re.compile(
    rf"\b(?:(?:i|in|on|på|siden|sidan|since|etter|after|før|before|fra|frå|from|until|til|by|during) )?(?:"
    rf"(?:\d{{1,2}}\.? )?(?:of )?{_MONTH}(?: \d{{1,2}}\b)?,?(?: (?:i fjor|i år|last year|this year|\d{{4}}))?"
    rf"|(?:19|20)\d\d|{_DAY})\b"
    rf"|\b(?:i|siden|sidan|før|etter) (?:fjor(?: {_SEASON})?|forfjor|år|går|dag|morgon|morgen|natt|kveld|{_SEASON})\b"
    rf"|\b(?:(?:in|on|the|i|since|siden|sidan|det|den) )?(?:forrige|neste|sist|siste|førre|last|this|next|previous"
    rf"|denne|dette) {_UNIT}(?:en|a|et)?\b"
    rf"|\b(?:the )?{_UNIT} (?:før|etter|before|after)(?! \w)|\b(?:yesterday|today|tomorrow|nå i dag)\b"
    rf"|\b(?:\w+ {_UNIT}s? ago|for \w+ \w+ (?:siden|sidan))\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\b(?:ifølge|ifølgje|i følge|i følgje|according to)(?= \S)", re.IGNORECASE)
_SOURCE_WORDS = 5
_TITLE = re.compile(
    r"(?:(?:Prime |Foreign |Vice )?"
    r"(?:Mayor|President|Minister|Governor|King|Queen|Professor|Doctor|Dr|Mr|Mrs|Ms|Captain|General|Judge)\s)+(?=[A-ZÆØÅ])"
)
_NAME = re.compile(r"[A-ZÆØÅ][\w’'\-]*(?: (?:(?:for|of|de|van|von|bin|al) )?[A-ZÆØÅ][\w’'\-]*)*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A question taken apart: "Hvor mange" "boliger" "ble" "tatt av raset"; what it has not is empty."""

    asking: tuple[str, ...]
    noun: tuple[str, ...]
    verb: str
    rest: tuple[str, ...]

    def subject_matter(self) -> str:
        """What it is about: all but the question phrase and an auxiliary."""
        verb = () if self.verb.lower() in AUXILIARIES else (self.verb,)
        return " ".join(filter(None, (*self.noun, *verb, *self.rest)))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, where it stands, and the word before it, folded."""

    text: str
    start: int
    end: int
    before: str

    def kind(self) -> str:
        """One of "organisation", "place" and "person", or "" where neither its words nor its preposition tell."""
        parts = self.text.split()
        if any((len(part) > 1 and part.isupper()) or part.lower() in ORGANISATION | {"for", "of"} for part in parts):
            return "organisation"
        if self.before in PLACE_PREPOSITIONS:
            return "place"
        return "person" if len(parts) > 1 else ""


def bare(text: str) -> str:
    """A question without its closing marks."""
    return " ".join(text.split()).rstrip("?!. ")


def take_apart(text: str) -> Clause:
    """Take a question apart; where no question word opens it, its first word is the verb."""
    tokens = bare(text).split()
    at = _asking_end(tokens)
    end = at + _noun_length(tokens, at)
    verb = tokens[end] if end < len(tokens) else ""
    verb = verb if at or verb.isupper() else verb.lower()
    if verb.lower() in PREPOSITIONS | ARTICLES and at:
        return Clause(tuple(tokens[:at]), tuple(tokens[at:end]), "", tuple(tokens[end:]))
    return Clause(tuple(tokens[:at]), tuple(tokens[at:end]), verb, tuple(tokens[end + 1 :]))


def _asking_end(tokens: Sequence[str]) -> int:
    low = [token.lower() for token in tokens]
    at = 1 if len(low) > 1 and low[0] in _BEFORE_ASKING and low[1] in ASKING else 0
    if at == len(low) or low[at] not in ASKING:
        return 0
    at += 1
    return at + 1 if at < len(low) and low[at] in _DEGREES else at


def _noun_length(tokens: Sequence[str], at: int) -> int:
    """How many words after the question phrase are the noun that it counts or chooses."""
    if not at or at == len(tokens) or tokens[at - 1].lower() not in _TAKES_NOUN:
        return 0
    plain = tokens[at - 1].lower() in ("what", "kva")
    for length, token in enumerate(tokens[at : at + 6]):
        if token.lower() in AUXILIARIES or (is_verb(token) and (length or not may_be_noun(token) or at + 1 == len(tokens))):
            return length
        if plain and not length and is_verb(token):
            return 0
        if token.lower() in PREPOSITIONS and (not length or tokens[at + length : at + length + 2][-1].lower() not in _PLURALS):
            return length or 0
    return min(1, len(tokens) - at)


_PLURALS = frozenset("dem dei them de those these disse desse".split())


def is_verb(token: str) -> bool:
    """Whether a word may be a finite verb."""
    form = token.lower()
    if form in AUXILIARIES:
        return True
    if not form.isalpha() or form in STOP_WORDS or token[0].isupper():
        return form in ("sier", "seier", "sa", "said", "says", "fikk", "fekk", "gjekk", "gikk", "kom")
    if _lookup().readings(form):
        return any(reading.pos == "v" for reading in _lookup().readings(form))
    return form.endswith("ed") or (LEMMAS.get(form, form) != form and not form.endswith(("men", "ren", "ople")))


def may_be_noun(token: str) -> bool:
    """Whether a Norwegian word may be a noun; of English words nothing is known."""
    return any(reading.pos == "n" for reading in _lookup().readings(token.lower()))


def is_definite(token: str) -> bool:
    """Whether a word is a Norwegian noun in the definite form."""
    form = token.lower()
    if token[0].isupper() or not form.endswith(("en", "et", "a", "ene", "ane")):
        return False
    return any(reading.pos == "n" and form not in reading.lemmas for reading in _lookup().readings(form)[:2])


def is_plural(token: str) -> bool:
    """Whether a word looks like a plural, or names a group: "mannskapene", "crews", "police"."""
    form = token.lower()
    if form in ("politiet", "police", "people", "folk", "children", "union", "council", "government", "company", "forbundet", "styret"):
        return True
    if form.endswith(("ene", "ane", "apa", "erne", "borna", "barna")):
        return may_be_noun(form)
    return form.endswith(("er", "ar")) and may_be_noun(form) and not is_verb(form)


def is_english_plural(before: str, token: str) -> bool:
    """Whether a word looks like an English plural after "the"."""
    return before.lower() == "the" and token.endswith("s") and not token.endswith("ss")


def names(text: str, *, first: bool = False) -> list[Name]:
    """The names in a text, in order; its first word counts only where `first` says so, or another name follows it at once."""
    return list(_names(text, first=first))


def _names(text: str, *, first: bool) -> Iterator[Name]:
    opening = re.match(r"\W*", text)
    begin = opening.end() if opening else 0
    for match in _NAME.finditer(text):
        start, found = match.start(), match[0]
        head, _, tail = found.partition(" ")
        if start == begin and tail:
            if head.lower() in STOP_WORDS | AUXILIARIES | PREPOSITIONS or _is_common(head) or (" " in tail and may_be_noun(head)):
                start, found = start + len(head) + 1, tail
        elif start == begin and (not first or found.lower() in STOP_WORDS | PREPOSITIONS):
            continue
        title = _TITLE.match(found)
        start, found = start + (title.end() if title else 0), found[title.end() if title else 0 :]
        found = found.removesuffix("'s").removesuffix("’s")
        before = text[:start].split()
        yield Name(found, start, start + len(found), before[-1].lower() if before else "")


def _is_common(word: str) -> bool:
    return any(reading.pos in ("v", "prep", "conj", "pron", "det", "adv") for reading in _lookup().readings(word.lower())[:1])


def source_in(text: str) -> tuple[int, int] | None:
    """Where a text says according to whom: start and end."""
    mark = _SOURCE.search(text)
    if mark is None:
        return None
    end = mark.end()
    for place, word in enumerate(re.finditer(r"[^\s,?!]+", text[mark.end() :])):
        token, following = word[0], text[mark.end() + word.end() : mark.end() + word.end() + 2]
        is_link = token.lower() in ("for", "of", "og", "and") and following[1:].isupper()
        if place == _SOURCE_WORDS or (place and not is_link and _ends_source(token)):
            break
        end = mark.end() + word.end()
    return mark.start(), end


def _ends_source(token: str) -> bool:
    if token[0].isdigit() or token.lower() in PREPOSITIONS | CLAUSE_WORDS:
        return True
    return is_verb(token) and not may_be_noun(token)


@cache
def _lookup() -> Lookup:
    return Lookup(load_glossary())
