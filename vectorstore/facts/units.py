"""What a number counts: the sign, measure or noun that follows it, as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vectorstore.facts.calendar_words import any_of
from vectorstore.facts.unit_words import (
    ADVERBS,
    ENGLISH_NOMINAL,
    ENGLISH_NOT_PLURAL,
    ENGLISH_PLURAL_MODIFIERS,
    ENGLISH_PLURALS,
    ENGLISH_SKIPPED,
    ENGLISH_STOPS,
    NOMINAL,
    NORWEGIAN_NOUNS,
    NORWEGIAN_ONE,
    NORWEGIAN_STOPS,
    NORWEGIAN_VERBS,
    NOUNS_IN_A,
    PERSONS,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that ends at `end` of its text; "" where nothing is counted by name. `is_sure` if it can only be one."""

    end: int
    name: str
    is_sure: bool = False


_CURRENCY_SIGN = {"$": ("dollar", "dollars"), "£": ("pund", "pounds"), "€": ("euro", "euro")}
_BEFORE = re.compile(r"(?:(?:us|a|c|au|nz|hk|s)?(?P<sign>[$£€]) ?|(?P<code>kr\.?|nok|usd|eur|sek|dkk|gbp|rs|chf) )$")
_PERCENT = re.compile(r" ?%(?!\w)| ?(?:prosent|pst\.?|per ?cent|pct\.?|percent)(?!\w|-\w)")
_POINTS = re.compile(r" ?(?P<name>prosentpoeng|percentage points?)(?!\w)")
_KRONER = re.compile(
    r" ?(?:(?:norske?|svenske?|danske?|islandske?|tsjekkiske?|norwegian|swedish|danish) )?(?:kroner?|kr(?!\.[a-zæøå])\.?(?=$|\W))(?!\w|-\w)"
)
_SYMBOLS = """
    km/t km/h km² m² m³ km2 m2 m3 m/s °c °f ° kwh mwh gwh twh kw mw gw mph moh moh. km cm mm dm kg hg mg ml cl dl ha daa da hk hp gb
    tb mb db mbit/s hz khz mhz ghz pp m g l
""".split()
_SYMBOL = re.compile(rf" ?(?:sq\.? |cu\.? )?(?P<name>{any_of(_SYMBOLS)}|(?<=[0-9])[cfp])(?!\w|-\w)")


def currency_before(plain: str, start: int, *, is_english: bool) -> tuple[int, str]:
    """Return where a currency written before plain[start:] begins and its unit: "kr 500", "£5m"; "" if there is none."""
    before = plain[max(0, start - 6) : start]
    match = _BEFORE.search(before)
    if not match or (match.start() and before[match.start() - 1].isalnum()):
        return start, ""
    begins = start - len(before) + match.start()
    if match["sign"]:
        return begins, _CURRENCY_SIGN[match["sign"]][is_english]
    return begins, "kr" if match["code"].startswith("kr") else match["code"].upper()


def unit_after(text: str, plain: str, end: int, *, is_english: bool, is_one: bool) -> Unit:
    """Return what is counted by a number that ends at `end`; `is_one` if the noun is in the singular."""
    if match := _POINTS.match(plain, end):
        return Unit(match.end(), match["name"], True)
    if match := _PERCENT.match(plain, end):
        return Unit(match.end(), "%", True)
    if match := _KRONER.match(plain, end):
        return Unit(match.end(), "kr", True)
    if match := _SYMBOL.match(plain, end):
        return Unit(match.end(), text[match.start("name") : match.end()], True)
    follow = list(_words(text, plain, end))
    is_definite = bool(_THE.search(plain[max(0, end - 20) : end]))
    if is_english:
        return _english(follow, end, is_one=is_one, is_definite=is_definite)
    return _norwegian(follow, end, is_one=is_one, is_definite=is_definite)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    low: str
    end: int
    is_possessive: bool

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper()


_WORD = re.compile(r" (?P<word>[^\W\d_][\w/]*(?:-\w+|'(?!s\b)\w+)*)(?P<genitive>'s?)?")
_MOST_WORDS = 5


def _words(text: str, plain: str, end: int) -> Iterator[_Word]:
    """The words that follow in the same phrase."""
    for _ in range(_MOST_WORDS):
        match = _WORD.match(plain, end)
        if not match:
            return
        end = match.end("word")
        yield _Word(text[match.start("word") : end], match["word"], end, match["genitive"] == "'s")
        end = match.end()
        if plain[end : end + 1] != " ":
            return


_THE = re.compile(
    r"(?<!\w)(?:the|all|its|these|those|de|dei|disse|desse|alle|hans|hennes|hennar|deres|deira|sine|mine|våre) [\w,.-]+(?: million"
    r"| thousand| tusen)?$"
)
_ARE = frozenset("were are was is have had remain remained of".split())


def _english(words: list[_Word], end: int, *, is_one: bool, is_definite: bool) -> Unit:
    """The first plural noun of the phrase; of one thing the last word of it."""
    if is_one:
        return _english_one(words, end)
    nominal: _Word | None = None
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        if word.low in ENGLISH_STOPS:
            break
        if _is_plural(word.low) and not word.is_possessive:
            is_before_noun = word.is_name or word.low in ENGLISH_PLURAL_MODIFIERS or word.low in ENGLISH_PLURALS
            if not (is_before_noun and following and following.low not in ENGLISH_STOPS and _is_plural(following.low)):
                return Unit(word.end, word.text, True)
        elif _stands_alone(word, following, is_definite=is_definite):
            nominal = word
    return Unit(nominal.end, nominal.text) if nominal else Unit(end, "")


def _stands_alone(word: _Word, following: _Word | None, *, is_definite: bool) -> bool:
    """Whether an adjective or a name stands for people: "the 12 wounded", "5,000 Rohingya"."""
    if word.low in ENGLISH_NOMINAL:
        return is_definite or word.low == "dead" or bool(following and following.low in _ARE)
    return word.is_name and following is None


def _english_one(words: list[_Word], end: int) -> Unit:
    noun: _Word | None = None
    for place, word in enumerate(words):
        is_last = place == len(words) - 1 or words[place + 1].low in ENGLISH_STOPS
        if word.low in ENGLISH_STOPS or word.low.endswith("ly") or (word.low.endswith("ed") and (noun or is_last)):
            break
        if not word.is_possessive and word.low not in ENGLISH_SKIPPED:
            noun = word
    return Unit(noun.end, noun.text) if noun else Unit(end, "")


def _is_plural(word: str) -> bool:
    if word in ENGLISH_PLURALS:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "ous", "'s")) and word not in ENGLISH_NOT_PLURAL


def _norwegian(words: list[_Word], end: int, *, is_one: bool, is_definite: bool) -> Unit:
    """The first noun of the phrase; an adjective stands for people where none follows."""
    nominal: _Word | None = None
    for place, word in enumerate(words):
        following = words[place + 1].low if place + 1 < len(words) else ""
        if word.low in ADVERBS:
            continue
        if _is_outside(word, following):
            break
        if _is_adjective(word.low, is_one=is_one) or _is_before_noun(word.low, following):
            nominal = word
            continue
        is_participle = word.low.endswith("a") and not (is_definite or is_one or word.low.endswith(NOUNS_IN_A))  # "elleve nedrøysta"
        is_after_people = nominal is not None and nominal.low in NOMINAL and not PERSONS.fullmatch(word.low)
        if is_participle or is_after_people or _is_verb(word.low, is_one=is_one):
            break
        return Unit(word.end, word.text, word.low.endswith(("er", "ar", "ene", "ane")))
    return Unit(nominal.end, nominal.text) if nominal else Unit(end, "")


def _is_outside(word: _Word, following: str) -> bool:
    """Whether a word is no part of the phrase any more: a function word, a name, the verb of "seks døde i brannen"."""
    is_name = word.is_name and "-" not in word.low and not _is_acronym(word)
    return is_name or word.low in NORWEGIAN_STOPS or (word.low in _DIED and following in _DIED_OF)


def _is_before_noun(word: str, following: str) -> bool:
    """Whether the word after it shows a word to be an adjective: "vinterfôra sauer", "yngste barna"."""
    is_superlative = word.endswith("ste") and bool(following) and following not in NORWEGIAN_STOPS
    return is_superlative or (word.endswith("a") and _is_plural_noun(following))


def _is_acronym(word: _Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _is_plural_noun(word: str) -> bool:
    return word.endswith(("ar", "er", "or")) and word not in NORWEGIAN_VERBS and word not in NORWEGIAN_STOPS


def _is_adjective(word: str, *, is_one: bool) -> bool:
    if is_one:
        return word in NORWEGIAN_ONE or word.endswith(("sk", "ig", "leg"))
    if word in NOMINAL:
        return True
    if word in NORWEGIAN_NOUNS or word in NORWEGIAN_VERBS or word.endswith(("ere", "ene", "ane", *_NEUTER)):
        return False
    return word.endswith("e") and not (word.endswith(("te", "de")) and not word.endswith(("erte", "ende", "ande")))


def _is_verb(word: str, *, is_one: bool) -> bool:
    if is_one or word in NORWEGIAN_NOUNS or word.endswith(_NEUTER):
        return word in NORWEGIAN_VERBS
    return word in NORWEGIAN_VERBS or word.endswith(_VERB_ENDS)


_DIED = frozenset(("døde", "døydde", "daude"))
_DIED_OF = frozenset("i av da då under på etter ved som mens medan før".split())
"""What tells "seks døde i brannen" from "seks døde og ni skadde"."""
_VERB_ENDS = tuple("""
    et ert te de ført lagt satt sett gjort tatt sagt valgt solgt født sendt brukt stengt kjøpt drept skutt påbegynt dømt løst
""".split())
_NEUTER = ("else", "menneske", "område", "møte", "bilete", "foreldre", "prosjekt", "minutt")
"""Ends of nouns that look like adjectives or verbs."""
