"""Amounts that an article or a plural counts: "hundrevis", "several thousand", "et dusin", "en halv million", "halvannet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vectorstore.facts.calendar_words import any_of
from vectorstore.facts.number_words import INNER, Amount, exact

_TENS, _DOZENS, _SCORES = 10, 12, 20
_ALONE: Mapping[bool, Mapping[int, str]] = {
    False: {
        _TENS: "titalls,titals", _DOZENS: "dusinvis", _SCORES: "snesevis", 100: "hundrevis,hundretalls,hundretals,hundrer,hundreder",
        10**3: "tusenvis,tusentalls,tusentals,tusener,tusenar", 10**4: "titusener,titusenar,titusenvis,titusentalls,titusentals",
        10**5: "hundretusener,hundretusenar,hundretusenvis,hundretusentalls,hundretusentals",
        10**6: "millioner,millionar", 10**8: "hundrevis av millioner,hundrevis av millionar", 10**9: "milliarder,milliardar",
        10**11: "hundrevis av milliarder,hundrevis av milliardar",
    },
    True: {
        _DOZENS: "dozens", _SCORES: "scores of", 100: "hundreds", 10**3: "thousands", 10**4: "tens of thousands",
        10**5: "hundreds of thousands", 10**6: "millions", 10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions",
        10**10: "tens of billions", 10**11: "hundreds of billions", 10**12: "trillions",
    },
}  # fmt: skip
_AFTER_SEVERAL: Mapping[bool, Mapping[int, str]] = {
    False: {
        _TENS: "titall", _DOZENS: "dusin", 100: "hundre", 10**3: "tusen", 10**4: "titusen,ti tusen", 10**5: "hundre tusen,hundretusen",
        10**6: "mill.,mill", 10**8: "hundre millioner,hundre millionar,hundre mill.", 10**9: "mrd.,mrd",
        10**11: "hundre milliarder,hundre milliardar,hundre mrd.",
    },
    True: {
        _DOZENS: "dozen", 100: "hundred", 10**3: "thousand", 10**5: "hundred thousand", 10**6: "million", 10**8: "hundred million",
        10**9: "billion", 10**11: "hundred billion",
    },
}  # fmt: skip
_SEVERAL = {False: ("flere", "fleire", "noen", "nokre", "mange", "atskillige"), True: ("several", "a few", "many", "quite a few")}
_MULTIPLIED = {10**3: "tusen", 10**6: "millioner,millionar", 10**9: "milliarder,milliardar"}


def _bounds(base: int) -> tuple[int, int]:
    """From twice the base to just below ten times it; "titalls" are 20 to 90, dozens and scores end at 99."""
    if base == _TENS:
        return 20, 90
    return 2 * base, 99 if base in (_DOZENS, _SCORES) else 10 * base - 1


def _forms(is_english: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    for base, words in _ALONE[is_english].items():
        yield from ((word, _bounds(base)) for word in words.split(","))
    for base, words in (*_ALONE[is_english].items(), *_AFTER_SEVERAL[is_english].items()):
        yield from ((f"{several} {word}", _bounds(base)) for several in _SEVERAL[is_english] for word in words.split(","))
    if not is_english:
        for factor, words in _MULTIPLIED.items():
            yield from ((f"titalls {word}", (20 * factor, 90 * factor)) for word in words.split(","))
            yield from ((f"flere titalls {word}", (20 * factor, 90 * factor)) for word in words.split(","))


_VAGUE = {is_english: dict(_forms(is_english)) for is_english in (True, False)}
_VAGUE_PATTERN = {is_english: re.compile(rf"(?:{any_of(forms)})(?!\w|-\w|\.\w)(?! takk)") for is_english, forms in _VAGUE.items()}


def vague(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read "hundrevis", "flere tusen", "tens of thousands"."""
    match = _VAGUE_PATTERN[is_english].match(plain, start)
    if not match:
        return None
    low, high = _VAGUE[is_english][match[0]]
    end = match.end() - 3 * match[0].endswith(" of")
    return Amount(end, None, low, high, "vague amount")


_ARTICLE = {
    False: re.compile(rf"(?:en|ein|et|eit) {INNER}(?=(?:million|milliard|billion|dusin|snes|mill\.?|mrd\.?)(?!\w|-\w))"),
    True: re.compile(rf"an? {INNER}(?=(?:million|billion|trillion|dozen)(?!\w|-\w))"),
}
_ABOUT = {
    False: re.compile(r"(?:et|eit) (?P<about>titall?|hundretall?|tusentall?)(?!\w|-\w)"),
    True: re.compile(r"(?P<about>(?!))"),
}
_PAIR = {
    False: re.compile(r"(?:et|eit) par (?=(?:hundre|tusen|millioner|millionar|milliarder|milliardar|dusin)(?!\w))"),
    True: re.compile(r"a couple of (?=(?:hundred|thousand|million|billion|dozen)(?!\w))"),
}
_HALF = {
    False: re.compile(rf"(?:en|ein|et|eit|ei) {INNER}halvt?(?!\w|-\w)"),
    True: re.compile(rf"{INNER}(?:half an?(?= )|a half(?=[ -](?:million|billion|dozen))|half[ -](?=(?:dozen|million|billion)))"),
}
_AND_A_HALF = {
    False: re.compile(
        r"(?:(?:en|ein|et|eit|ett|eitt|én|éin) og (?:en |ein |et |eit )?halvt?|halvann(?:en|et|a|an)|halvtann(?:a|an|et))(?!\w|-\w)"
    ),
    True: re.compile(
        r"(?:an?|one) (?P<unit>hour|day|week|month|year|decade|century|mile|second|minute|metre|meter|kilometre|kilometer) and a half(?!\w)"
    ),
}


def counted_by_article(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read "en" before "million" or "dusin", "en halv", "halvannen", "et titall", "a couple of" before "hundred"."""
    if match := _AND_A_HALF[is_english].match(plain, start):
        return exact(match.end(), 1.5, "half", unit=match["unit"] if is_english else "")
    if match := _HALF[is_english].match(plain, start):
        return exact(match.end() - match[0].endswith(("-", " ")), 0.5, "half", match["inner"] or "")
    if match := _ABOUT[is_english].match(plain, start):
        return exact(match.end(), {"ti": 10, "hu": 100, "tu": 1000}[match["about"][:2]], "words", "about")
    if match := _PAIR[is_english].match(plain, start):
        return exact(match.end() - 1, 2, "words")
    match = _ARTICLE[is_english].match(plain, start)
    return exact(match.end() - 1, 1, "words", match["inner"] or "") if match else None


VAGUE_STARTS = {is_english: frozenset(form.split()[0] for form in forms) for is_english, forms in _VAGUE.items()}
"""What a vague amount may begin with."""
