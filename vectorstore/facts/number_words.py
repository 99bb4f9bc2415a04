"""Amounts as they are written, in digits or words, exact, vague or as a share, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from vectorstore.facts.calendar_words import any_of
from vectorstore.folding import NUMBER_WORDS, SCALES


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that ends at `end` of its text; `value` is None where it is vague.

    `qualifier` and `unit` are words inside it ("en drøy million", "an hour and a half"); a share counts nothing itself.
    `factor` is what scale words multiply it by.
    """

    end: int
    value: float | None
    low: float
    high: float
    rule: str
    qualifier: str = ""
    unit: str = ""
    factor: float = 1
    is_share: bool = False


def exact(end: int, value: float, rule: str, qualifier: str = "", unit: str = "") -> Amount:
    """Return an amount that is one number."""
    return Amount(end, value, value, value, rule, qualifier, unit)


def between(first: Amount, last: Amount, rule: str) -> Amount:
    """Return the range from one amount to another."""
    return replace(last, value=None, low=first.low, high=last.high, rule=rule, qualifier=first.qualifier)


INNER = r"(?:(?P<inner>drøy|drøyt|god|godt|knapp|knapt|snau|snaut|good|full) )?"
"""A pattern of the adjective that qualifies an amount from inside: "en drøy million"."""

# Words

_ENGLISH = re.compile(
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:-\w+)?"
)
_ARTICLES = frozenset("a en et ei ein eit".split())
_STRESSED = {"én": 1, "éi": 1, "éin": 1, "ett": 1, "eitt": 1, "éitt": 1, "ètt": 1}
_WORDS: Mapping[bool, Mapping[str, int]] = {
    is_english: {
        **{word: value for word, value in NUMBER_WORDS.items() if word not in _ARTICLES and bool(_ENGLISH.fullmatch(word)) == is_english},
        **({} if is_english else _STRESSED),
    }
    for is_english in (True, False)
}
"""Number words below 1000 of each language; in Norwegian the indefinite article is none."""
_LONG_SCALES = {"billion": 10**12, "billioner": 10**12, "billionar": 10**12, "trillion": 10**18, "trillioner": 10**18, "trillionar": 10**18}
_SCALES: Mapping[bool, Mapping[str, int]] = {
    True: {
        **{word: factor for word, factor in SCALES.items() if word not in ("mill", "mrd")},
        "m": 10**6, "k": 1000, "tn": 10**12, "dozen": 12,
    },
    False: {**SCALES, **_LONG_SCALES, "mia": 10**9, "dusin": 12, "snes": 20},
}
"""Words that multiply the number before them; a Norwegian billion is an English trillion."""


def _numeral(language: bool) -> re.Pattern[str]:
    return re.compile(_english_numeral() if language else _norwegian_numeral())


def _norwegian_numeral() -> str:
    """Up to 999 999: "tjuefem", "fem og tjue", "to hundre og femti", "førtifem tusen", "to og en halv"."""
    words = _WORDS[False]
    unit = any_of([word for word, value in words.items() if 0 < value < 10] + ["en", "ein"])
    teen = any_of(word for word, value in words.items() if 10 <= value < 20)
    tens = any_of(word for word, value in words.items() if 20 <= value < 100 and value % 10 == 0)
    small = rf"(?:(?:{tens})(?:(?:[ -]?og[ -]?|-)?(?:{unit}))?|{teen}|(?:{unit})[ -]?og[ -]?(?:{tens})|{unit}|null)"
    hundreds = rf"(?:(?:(?:{teen}|{unit}|et|eit) ?)?hundre(?: ?og ?{small}|{small})?)"
    thousands = rf"(?:(?:(?:{hundreds}|{small}|et|eit) ?)?tusen(?: ?og ?{small}| {hundreds}|{hundreds})?)"
    return rf"(?:{thousands}|{hundreds}|(?!(?:en|ein)(?!\w)){small})(?!\w| takk)"


def _english_numeral() -> str:
    """Up to 999 999: "forty-five", "two hundred and fifty", "a thousand", "two and a half"."""
    words = _WORDS[True]
    unit = any_of(word for word, value in words.items() if 0 < value < 10)
    teen = any_of(word for word, value in words.items() if 10 <= value < 20)
    tens = any_of(word for word, value in words.items() if 20 <= value < 100 and value % 10 == 0)
    small = rf"(?:(?:{tens})(?:[ -](?:{unit}))?|{teen}|{unit}|zero)"
    hundreds = rf"(?:(?:{teen}|{unit}|a)[ -]hundred(?:(?: and)? {small})?)"
    thousands = rf"(?:(?:{hundreds}|{small}|a)[ -]thousand(?:(?: and)? {hundreds}| and {small})?)"
    return rf"(?:{thousands}|{hundreds}|{small})(?!\w)"


_NUMERALS = {is_english: _numeral(is_english) for is_english in (True, False)}
_PIECE = {
    True: re.compile(rf"(?<!\w)(?:{any_of([*_WORDS[True], 'hundred', 'thousand'])})(?!\w)"),
    False: re.compile(rf"et(?=tusen)|{any_of([*_WORDS[False], *_ARTICLES, 'hundre', 'tusen'])}"),
}
_HALF = {True: re.compile(r" and a half(?!\w)"), False: re.compile(r" og (?:en |ein |et |eit )?halvt?(?!\w)")}


def in_words(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read a numeral in words."""
    match = _NUMERALS[is_english].match(plain, start)
    if not match:
        return None
    value, end = float(_value(match[0], is_english=is_english)), match.end()
    half = _HALF[is_english].match(plain, end)
    return exact(half.end() if half else end, value + 0.5 * bool(half), "words")


def _value(numeral: str, *, is_english: bool) -> int:
    total = current = 0
    for piece in _PIECE[is_english].findall(numeral):
        if piece in ("tusen", "thousand"):
            total, current = total + (current or 1) * 1000, 0
        elif piece in ("hundre", "hundred"):
            current = (current or 1) * 100
        else:
            current += _WORDS[is_english].get(piece, 1)
    return total + current


# Digits

_DIGITS = {
    False: re.compile(
        r"[0-9]{1,3}(?P<mark>[. ])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,4}(?![0-9])(?:,[0-9]{1,6})?"
        r"|[0-9]{1,15}(?:,[0-9]{1,6})?(?![0-9])"
    ),
    True: re.compile(
        r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])(?:\.[0-9]{1,6})?|[0-9]{1,3}(?: [0-9]{3}){1,5}(?![0-9])"
        r"|[0-9]{1,15}(?:\.[0-9]{1,6})?(?![0-9])"
    ),
}
_POINTED = re.compile(r"[0-9]{1,3}\.[0-9]{1,2}(?= ?(?:%|prosent|mill|mrd|kilo|meter|kg|km|grader|sekund|poeng))")
"""Decimals with a point in Norwegian, where something measured follows; else it is a clock time or a section."""
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.3333, "⅔": 0.6667}
_WRITTEN_AFTER = re.compile(r" (?P<upper>[1-9])/(?P<lower>[2-9])(?![\w/])")
_VULGAR_AFTER = re.compile(rf" ?(?P<part>[{''.join(_VULGAR)}])")


def in_digits(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read digits with the marks of the language: 45.000 and 1,5 in Norwegian, 45,000 and 1.5 in English."""
    if part := _VULGAR.get(plain[start : start + 1]):
        return exact(start + 1, part, "digits")
    pointed = None if is_english else _POINTED.match(plain, start)
    if pointed:
        return exact(pointed.end(), float(pointed[0]), "digits")
    match = _DIGITS[is_english].match(plain, start)
    if not match:
        return None
    digits = match[0].replace(" ", "")
    digits = digits.replace(",", "") if is_english else digits.replace(".", "").replace(",", ".")
    value, end = float(digits), match.end()
    further = _VULGAR_AFTER.match(plain, end)
    written = _WRITTEN_AFTER.match(plain, end)
    if written and written["upper"] < written["lower"]:
        return exact(written.end(), value + int(written["upper"]) / int(written["lower"]), "digits")
    half = _HALF[is_english].match(plain, end)
    if further:
        return exact(further.end(), value + _VULGAR[further["part"]], "digits")
    return exact(half.end() if half else end, value + 0.5 * bool(half), "digits")


# Scales

_MANY = re.compile(
    r" (?!was\b|is\b|as\b|has\b|hurdles\b|this\b|its\b|finals\b|races\b|across\b|relays\b)(?:[a-z]{3,}s|people|kroner|kronor|euro"
    r"|children)(?!\w)"
)
"""What "m" and "k" before it count: "3m voters", but "100m final"."""
_SCALE = {is_english: re.compile(rf"[ -]?(?P<scale>{any_of(_SCALES[is_english])})(?!\w|-(?!plus|odd)\w)") for is_english in (True, False)}


def scaled(amount: Amount, plain: str, *, is_english: bool, is_money: bool) -> Amount:
    """Multiply by the scale words that follow: "2,3 millioner", "£5m"; "m" are metres where no money is."""
    for _ in range(_MOST_SCALES):
        product = _product(amount, plain, is_english=is_english, is_money=is_money)
        if product is None:
            break
        amount = product
    return amount


_MOST_SCALES = 3
""""200 tusen millioner"."""


def _product(amount: Amount, plain: str, *, is_english: bool, is_money: bool) -> Amount | None:
    match = _SCALE[is_english].match(plain, amount.end)
    if not match or amount.value is None:
        return None
    if match["scale"] in ("m", "k") and not (is_money or _MANY.match(plain, match.end())):
        return None
    factor = _SCALES[is_english][match["scale"]]
    end = match.end() + (plain.startswith(".", match.end()) and match["scale"] in ("mill", "mrd", "mln", "mia"))
    half = _HALF[is_english].match(plain, end)  # "a million and a half"
    value = round(amount.value * factor + factor / 2 * bool(half), 6)
    return replace(exact(half.end() if half else end, value, amount.rule, amount.qualifier), factor=amount.factor * factor)


def number(plain: str, start: int, *, is_english: bool) -> Amount | None:
    """Read a number in digits or words, without what multiplies it."""
    return in_digits(plain, start, is_english=is_english) or in_words(plain, start, is_english=is_english)


_MORE = re.compile(
    r"(?P<about>-odd(?= )| or so(?!\w)| eller så(?!\w))|(?P<over>\+|-plus)(?=[ .,;)]|$)"
    r"|(?P<least> (?:or more|eller flere|eller fleire|eller mer|eller meir)(?!\w))"
)


def with_more(amount: Amount, plain: str) -> Amount:
    """Take along what stands between an amount and its unit: "60-odd members", "200+", "20 or more people"."""
    more = _MORE.match(plain, amount.end)
    return replace(amount, end=more.end(), qualifier=more.lastgroup or "") if more else amount


NUMERAL_STARTS = {
    True: frozenset((*_WORDS[True], "a", "an")),
    False: frozenset((*_WORDS[False], "hundre", "tusen", "ein", "en", "et", "eit", "ei")),
}
"""What a numeral may begin with, articles too."""
