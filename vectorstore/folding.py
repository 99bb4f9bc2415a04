"""Numbers and dates in one normal form, so that "45 tusen" finds "45.000" and "19.02.2017" finds "19 February 2017".

Only matching sees these forms. What a number counts and which days a date means is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

_ENGLISH_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_ENGLISH_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS_AND_ONES = rf"\b(?:{'|'.join(_ENGLISH_TENS)})-(?:{'|'.join(_ENGLISH_UNITS[1:10])})\b"
_SPACES = "\u00a0\u202f\u2009 "
DATE = r"(?<![\d.,/-])(?:\d{4}-\d\d?-\d\d?|\d\d?\.\d\d?\.(?:\d{4}|\d\d)|\d\d?/\d\d?[/-](?:\d{4}|\d\d))(?![\d/-])"
"""A date in digits: 2017-02-19, 19.02.2017, 19.2.17, 19/2/2017, 19/2-17."""
NUMBER = rf"\d{{1,3}}(?:[.,{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+(?![.,]?\d))?|\d+[.,]\d+|\d+(?:st|nd|rd|th)\b|{_TENS_AND_ONES}"
"""A number with marks in it, an English ordinal, or English tens and ones (forty-five)."""

_GROUP_MARKS = re.compile(rf"[.,{_SPACES}]")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_YEAR_FIRST = re.compile(r"\d{4}-")
_DIGITS_IN_GROUP = 3
_MONTHS = "january february march april mai june july august september october november december".split()
_LONGEST_DAY, _PIVOT = 31, 50

MONTHS: Mapping[str, str] = {
    form: month
    for month, forms in zip(
        _MONTHS,
        (
            "januar jan", "februar feb", "mars", "apr", "may", "juni jun", "juli jul", "aug", "sept sep", "oktober okt oct", "nov",
            "desember des dec",
        ),
        strict=True,
    )
    for form in (month, *forms.split())
}  # fmt: skip
"""Names of months in all three languages, whole and short, and the one that stands for them; "may" in small letters is a verb."""

_NORWEGIAN_UNITS = "null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten".split()
_NORWEGIAN_TENS = {"tjue": 20, "tretti": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70, "åtti": 80, "nitti": 90}


def _number_words() -> Iterator[tuple[str, int]]:
    yield from ((word, value) for value, word in enumerate(_NORWEGIAN_UNITS))
    yield from ((word, value) for value, word in enumerate(_ENGLISH_UNITS))
    yield from {**_NORWEGIAN_TENS, **_ENGLISH_TENS, "syv": 7, "tredve": 30, "tyve": 20, "ett": 1, "ein": 1, "eit": 1, "a": 1}.items()
    for tens, value in _ENGLISH_TENS.items():
        yield from ((f"{tens}-{unit}", value + ones) for ones, unit in enumerate(_ENGLISH_UNITS[1:10], start=1))
    yield from ((f"{unit}hundre", 100 * ones) for ones, unit in enumerate(_NORWEGIAN_UNITS[1:10], start=1))
    for tens, value in _NORWEGIAN_TENS.items():
        yield from ((tens + unit, value + ones) for ones, unit in enumerate(_NORWEGIAN_UNITS[1:10], start=1))
        yield tens + "syv", value + 7


NUMBER_WORDS: Mapping[str, int] = dict(_number_words())
"""Number words of all three languages. One of them alone is folded only where it means nothing else (`ALONE`)."""

ALONE = frozenset(word for word, value in NUMBER_WORDS.items() if value > 1) - {"to", "tre", "fire", "ti", "ni"}
"""Number words that are no other word in any of the languages; "fire" burns, "to" leads, and "tre" is a tree."""

SCALES: Mapping[str, int] = {
    **dict.fromkeys("hundre hundred".split(), 100),
    **dict.fromkeys("tusen thousand".split(), 1000),
    **dict.fromkeys("million millioner millionar millions mill mln".split(), 10**6),
    **dict.fromkeys("milliard milliarder milliardar mrd billion billions bn".split(), 10**9),
    **dict.fromkeys("billioner billionar trillion trillions".split(), 10**12),
}
"""Words that multiply the number before them. "billion" is the English one: Norwegian counts its own in the plural."""


def fold_number(token: str) -> str:
    """Return a number's digits without thousands marks, with a decimal point where there are decimals."""
    ordinal = _ORDINAL.fullmatch(token.lower())
    if ordinal:
        return ordinal[1]
    whole, *thousands = _GROUP_MARKS.split(token)
    decimals = thousands.pop() if thousands and len(thousands[-1]) != _DIGITS_IN_GROUP else ""
    return ".".join(filter(None, ["".join([whole, *thousands]), decimals])).lower()


def fold_date(token: str) -> list[str] | None:
    """Return day, month's name and year of a date in digits, as they are written out; None if it is no date."""
    numbers = [int(number) for number in re.split(r"[-./]", token)]
    day, month, year = reversed(numbers) if _YEAR_FIRST.match(token) else numbers
    if month > len(_MONTHS) >= day:  # the American order
        day, month = month, day
    if not (1 <= day <= _LONGEST_DAY and 1 <= month <= len(_MONTHS)):
        return None
    century = 0 if year >= 100 else 1900 if year >= _PIVOT else 2000
    return [str(day), _MONTHS[month - 1], str(century + year)]


def scaled(number: str, scale: str) -> str | None:
    """Return the digits of a number (digits, a number word or another scale word) times a scale word; None if they are not that."""
    factor = SCALES.get(scale)
    if factor is None:
        return None
    in_words = NUMBER_WORDS.get(number) or SCALES.get(number)
    if in_words:
        return str(in_words * factor)
    if not re.fullmatch(r"\d{1,15}(?:\.\d{1,6})?", number):
        return None
    product = Decimal(number) * factor
    return str(int(product)) if product == int(product) else str(product)
