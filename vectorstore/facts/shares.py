"""Shares as they are said: "halvparten", "en tredel", "two thirds", "to av fem"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from vectorstore.facts.calendar_words import any_of
from vectorstore.facts.number_words import INNER, Amount, exact, number

_PARTS: Mapping[bool, Mapping[int, str]] = {
    False: {
        3: "tredel,tredjedel,tridel,tredjepart", 4: "firedel,fjerdedel,fjerdepart", 5: "femdel,femtedel", 6: "seksdel,sjettedel,sjettdel",
        7: "sjudel,sjuendedel,syvendedel,sjuandedel", 8: "åttedel,åttendedel,åttandedel", 9: "nidel,niendedel,niandedel",
        10: "tidel,tiendedel,tiandedel", 20: "tjuedel", 100: "hundredel,hundrededel", 1000: "tusendel,tusendedel",
    },
    True: {
        3: "third", 4: "quarter,fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth", 12: "twelfth",
        20: "twentieth", 100: "hundredth", 1000: "thousandth",
    },
}  # fmt: skip
_DENOMINATORS = {
    is_english: {word: value for value, words in parts.items() for word in words.split(",")} for is_english, parts in _PARTS.items()
}
_ONE = {False: rf"(?:en|ein|ei|et|eit|én|éin|ett|eitt) {INNER}", True: rf"(?:a|an|one)[ -]{INNER}"}
_PART = {
    False: rf"(?P<part>{any_of(_DENOMINATORS[False])})(?P<many>er|ar|ene|ane|en)?(?!\w|-\w)",
    True: rf"(?P<part>{any_of(_DENOMINATORS[True])})(?P<many>s)?(?!\w|-\w)",
}
_ONE_PART = {is_english: re.compile(_ONE[is_english] + pattern) for is_english, pattern in _PART.items()}
_BARE_PART = {is_english: re.compile(pattern) for is_english, pattern in _PART.items()}
_DEFINITE_PART = re.compile(rf"(?P<part>{any_of(_DENOMINATORS[False])})en(?!\w|-\w)")
_DECIMALS = 4

_NO_NOUN = re.compile(
    r" (?:of|in|and|or|to|from|on|since|last|this|as|at|by|were|was|are|is|have|had|has|said|say|did|do|compared|higher|lower|more"
    r"|less)(?!\w)|[^\w -]|$"
)
"""What follows "a third" that is a part, rather than one after the second."""
_HALF = {
    False: re.compile(r"(?:halvparten|halvdelen|helvta|helvten)(?!\w)"),
    True: re.compile(
        r"(?:one )?half(?= (?:of|the|its|their|his|her|our|those|these|that|all|as|say|said|were|are|have|had)(?!\w)|[^\w -]|$)"
    ),
}
_OTHER_HALF = re.compile(r"(?:first|second|other|better|last|latter|opening|final|later|and a|a|past|per) $")


def part(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read "halvparten", "en tredel", "a quarter"."""
    half = _HALF[is_english].match(plain, start)
    if half and not _OTHER_HALF.search(plain[max(0, start - 10) : start]):
        return replace(exact(half.end(), 0.5, "fraction"), is_share=True)
    match = _ONE_PART[is_english].match(plain, start)
    if match and not (is_english and (match["many"] or not _NO_NOUN.match(plain, match.end()))):
        return _fraction(1, match, match["inner"] or "", is_english=is_english)
    definite = None if is_english else _DEFINITE_PART.match(plain, start)
    return _fraction(1, definite, "", is_english=False) if definite else None


def parts(amount: Amount, plain: str, *, is_english: bool) -> Amount | None:
    """Read on after "to" in "to tredeler"."""
    if amount.value is None or amount.value != int(amount.value) or plain[amount.end : amount.end + 1] not in (" ", "-"):
        return None
    match = _BARE_PART[is_english].match(plain, amount.end + 1)
    if not match or (is_english and bool(match["many"]) == (amount.value == 1)):
        return None
    return _fraction(amount.value, match, "", is_english=is_english)


def _fraction(numerator: float, match: re.Match[str], inner: str, *, is_english: bool) -> Amount:
    value = round(numerator / _DENOMINATORS[is_english][match["part"]], _DECIMALS)
    return replace(exact(match.end(), value, "fraction", inner), is_share=True)


_OF = {False: re.compile(r" av (?P<of>)"), True: re.compile(r" (?P<of>out of|of|in) (?:every )?")}
_WHOLES = frozenset((*range(2, 11), 12, 20, 100, 1000))
"""What shares are said to be of; of any other number the two are counted apart ("29 av 62")."""
_PERIOD = re.compile(
    r" (?:\w+ )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|games?|matches|starts|attempts"
    r"|rounds?)(?!\w)"
)


def share(amount: Amount, plain: str, *, is_english: bool) -> Amount | None:
    """Read on after "to" in "to av fem"."""
    match = _OF[is_english].match(plain, amount.end)
    if not match or amount.value is None:
        return None
    whole = number(plain, match.end(), is_english=is_english)
    if not whole or whole.value is None or whole.value not in _WHOLES or not 0 < amount.value < whole.value:
        return None
    if match["of"] == "in" and _PERIOD.match(plain, whole.end):  # "three in ten days"
        return None
    return exact(whole.end, round(amount.value / whole.value, _DECIMALS), "share")


_ONE_OF = {False: re.compile(r"(?:en|ein|ei|et|eit|én|éin|ett|eitt)(?= av )"), True: re.compile(r"one(?= (?:out of|of|in) (?:every )?)")}


def one_of(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read "en av tre", where the article counts."""
    match = _ONE_OF[is_english].match(plain, start)
    return share(exact(match.end(), 1, "share"), plain, is_english=is_english) if match else None


_WRITTEN = re.compile(r"(?P<upper>[1-9])/(?P<lower>[2-9]|10)(?![\w/]|[.,][0-9])")
_PREFERRED = {False: re.compile(r" (?:av |flertall|fleirtal|del|mil|liter|time|dl)"), True: re.compile(r" (?:of |majority|cup|mile)")}


def written(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read "2/3 av"."""
    match = _WRITTEN.match(plain, start)
    if not match or not _PREFERRED[is_english].match(plain, match.end()) or match["upper"] >= match["lower"]:
        return None
    return replace(exact(match.end(), round(int(match["upper"]) / int(match["lower"]), _DECIMALS), "fraction"), is_share=True)
