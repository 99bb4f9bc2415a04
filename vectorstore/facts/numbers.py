"""Numbers in a news text: what they come to, how exact they are meant and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vectorstore.facts import number_context as context
from vectorstore.facts.calendar_words import any_of
from vectorstore.facts.date_senses import Source, source_of
from vectorstore.facts.dates import read_dates
from vectorstore.facts.number_words import NUMERAL_STARTS, Amount, between, number, scaled, with_more
from vectorstore.facts.qualifiers import qualifier_after, qualifier_before, qualifier_inside
from vectorstore.facts.shares import one_of, part, parts, share, written
from vectorstore.facts.types import Number
from vectorstore.facts.units import Unit, currency_before, unit_after
from vectorstore.facts.vague_amounts import VAGUE_STARTS, counted_by_article, vague
from vectorstore.language import FUNCTION_WORDS
from vectorstore.types import Published


def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return the counts and amounts of a text in reading order: no dates, clock times, ages, scores, ordinals or names."""
    source = source_of(text, language)
    times = [(time.start, time.end) for time in read_dates(text, language, Published())]
    return tuple(_numbers(source, sorted((*times, *context.spans(source.plain)))))


_TOKEN = re.compile(r"[^\W_]+")
_OTHER_STARTS = {True: ("half", "quarter"), False: ("halv", "helvt", "tredje", "fjerde", "femte")}
_STARTS = {
    is_english: re.compile(rf"[0-9½¼¾⅓⅔]|{any_of((*NUMERAL_STARTS[is_english], *VAGUE_STARTS[is_english], *_OTHER_STARTS[is_english]))}")
    for is_english in (True, False)
}


def _numbers(source: Source, shut: list[context.Span]) -> Iterator[Number]:
    """Read on from each number's end; what stands in a span that is shut is none."""
    at = floor = shut_at = 0
    for token in _TOKEN.finditer(source.plain):
        start = token.start()
        while shut_at < len(shut) and shut[shut_at][1] <= start:
            shut_at += 1
        if start < at or not _STARTS[source.is_english].match(source.plain, start):
            continue
        if shut_at < len(shut) and shut[shut_at][0] <= start:
            continue
        limit = shut[shut_at][0] if shut_at < len(shut) else len(source.plain)
        found, end = _number(source, start, (floor, limit))
        at = max(at, end)
        if found:
            floor = found.end
            yield found


def _number(source: Source, start: int, room: context.Span) -> tuple[Number | None, int]:
    """The number written at `start`, in the room it has, and where to read on; an amount that counts nothing is passed over whole."""
    plain, is_english, (floor, limit) = source.plain, source.is_english, room
    begins, currency = currency_before(plain, start, is_english=is_english)
    if begins < floor:
        begins, currency = start, ""
    first = _amount(plain, start, is_english=is_english, is_money=bool(currency))
    if first is None or first.end > limit:
        return None, start
    amount = _range(first, plain, start, begins, limit, is_english=is_english) or first
    if amount.rule == "score" or _is_part_of_more(plain, begins):
        return None, amount.end
    unit = _unit(source, amount, currency)
    if unit.end > limit:
        unit = Unit(amount.end, "")
    if _counts_nothing(source, start, amount, unit, currency):
        return None, amount.end
    return _qualified(source, max(begins, floor), amount, unit, floor), unit.end


def _amount(plain: str, start: int, *, is_english: bool, is_money: bool) -> Amount | None:
    """The amount written at `start`, shares and vague ones tried first: they begin with number words too."""
    whole = written(plain, start, is_english=is_english) or one_of(plain, start, is_english=is_english)
    whole = whole or part(plain, start, is_english=is_english) or vague(plain, start, is_english=is_english)
    if whole:
        return whole
    counted = counted_by_article(plain, start, is_english=is_english)
    plainly = counted or number(plain, start, is_english=is_english)
    if not plainly:
        return None
    several = None if counted else parts(plainly, plain, is_english=is_english) or share(plainly, plain, is_english=is_english)
    return several or with_more(scaled(plainly, plain, is_english=is_english, is_money=is_money), plain)


# Ranges

_LEADS = {False: re.compile(r"(?<!\w)mellom $"), True: re.compile(r"(?<!\w)between $")}
_FROM = re.compile(r"(?<!\w)(?:fra|frå|from) $")
_SAME_UNIT = r"(?: ?%| prosent| pst\.?| per ?cent| kroner| kr\.?)?"
_UNIT_BETWEEN = re.compile(_SAME_UNIT.removesuffix("?"))
_AND = {False: re.compile(rf"{_SAME_UNIT} og "), True: re.compile(rf"{_SAME_UNIT} and ")}
_TO = {
    False: re.compile(r"(?P<dash>(?: ?%)? ?- ?)| (?:til|eller) "),
    True: re.compile(r"(?P<dash>(?: ?%)? ?- ?)| (?:to|or) "),
}
_CURRENCY = re.compile(r"(?:(?:us|a|c)?[$£€]|kr\.? |nok )?")
_MOST_FOLD = 20
"""How many times the first the second number of "to" and "til" may be; beyond that something fell by one to the other."""


def _range(first: Amount, plain: str, start: int, begins: int, limit: int, *, is_english: bool) -> Amount | None:
    """"20-30", "mellom 20 og 30"; a score is given back as one, so that it is passed over."""
    before = plain[max(0, begins - 9) : begins]
    is_between = bool(_LEADS[is_english].search(before))
    joint = (_AND if is_between else _TO)[is_english].match(plain, first.end)
    if not joint or first.value is None or first.is_share:
        return None
    is_dash = not is_between and joint["dash"] is not None
    is_spaced = is_dash and joint[0].startswith(" ") and joint[0].endswith(" ")
    if not is_dash and not is_between and _FROM.search(before):  # "økte fra 20 til 30"
        return None
    sign = _CURRENCY.match(plain, joint.end())
    at = sign.end() if sign else joint.end()
    second = _amount(plain, at, is_english=is_english, is_money=at > joint.end()) if at < limit else None
    if second is None or second.value is None or second.end > limit:
        return None
    has_sign = at > joint.end()
    if _UNIT_BETWEEN.match(plain, first.end) and (has_sign or not _UNIT_BETWEEN.match(plain, second.end)):  # "3 prosent til 4120"
        return None
    if has_sign and begins == start:
        return None
    first = _of_same_scale(first, second)
    if not (is_between or is_dash) and second.low > _MOST_FOLD * first.low:  # "fell by 12,000 to 1.3 million"
        return None
    if first.low < second.low:
        return between(first, second, "dash" if is_dash else "range")
    return replace(second, rule="score") if is_dash and not is_spaced else None


def _of_same_scale(first: Amount, second: Amount) -> Amount:
    """"2-3 millioner", "tre-fire hundre": what multiplies the second multiplies the first too."""
    if first.value is None or second.value is None or first.factor > 1:
        return first
    factors = (second.factor,) if second.factor > 1 else _ROUND if second.rule == "words" else ()
    for factor in factors:
        value = first.value * factor
        if value < second.value and (second.factor > 1 or second.value % factor == 0):
            return replace(first, value=value, low=value, high=value)
    return first


_ROUND = (100_000, 1000, 100)


# What is counted


def _unit(source: Source, amount: Amount, currency: str) -> Unit:
    if currency or amount.unit:
        return Unit(amount.end, currency or amount.unit, True)
    if amount.is_share:
        return Unit(amount.end, "")
    is_one = amount.value is not None and (amount.value in (0.5, 1) or amount.rule == "half") and amount.factor == 1
    after = _after_of(source, amount)
    unit = unit_after(source.text, source.plain, after, is_english=source.is_english, is_one=is_one)
    is_loose = amount.rule == "vague amount" and source.is_english and after == amount.end and not unit.is_sure  # "left thousands homeless"
    return Unit(amount.end, "") if is_loose or not unit.name else unit


_OF = re.compile(r" (?:av|of)(?: de| dei| the)?(?= )")


def _after_of(source: Source, amount: Amount) -> int:
    """Where the noun begins after "hundrevis av"."""
    of = _OF.match(source.plain, amount.end) if amount.rule == "vague amount" else None
    return of.end() if of else amount.end


_JOINED = re.compile(r"[\w.,:/§#@&*=-]$")
_GOES_ON = re.compile(r"\w|[.,:/][0-9]|-\w|-(?= )|['’]s?\b|\^|\([0-9]")
_YEARS = range(1900, 2100)
_WOOD = re.compile(r"(?<!\w)(?:av|i|et|eit|på|med|ved|opp i|dette|det|of) $")


def _is_part_of_more(plain: str, begins: int) -> bool:
    """Whether the number goes on to the left: "MH-17", "1:10"."""
    before = plain[max(0, begins - 2) : begins]
    return bool(_JOINED.search(before)) and before not in (" -", "-")


def _counts_nothing(source: Source, start: int, amount: Amount, unit: Unit, currency: str) -> bool:
    plain, is_bare = source.plain, not unit.name
    is_word = not plain[start].isdigit()
    if unit.end == amount.end and _GOES_ON.match(plain, amount.end):
        return True
    if context.is_label(plain, start, is_sure=unit.is_sure) or context.is_age(plain, start, amount.end, is_bare=is_bare):
        return True
    if is_word:
        return _is_no_one(plain, start, amount.end) or (is_bare and _is_other_word(source, start, amount))
    if context.is_address(source.text, amount.end):
        return True
    if currency or amount.factor > 1 or amount.rule in ("range", "share"):
        return False
    if is_bare and amount.rule == "dash":  # a score
        return qualifier_before(plain, start, 0, "", is_english=source.is_english)[1] is None
    if context.is_ordinal(source.text, amount.end, is_english=source.is_english):
        return True
    if is_bare and amount.value in _YEARS and plain[start : amount.end].isdecimal():
        return True
    return not unit.is_sure and plain[start : amount.end].isdecimal() and _is_of_name(source, start)


def _is_other_word(source: Source, start: int, amount: Amount) -> bool:
    """Whether a word that counts nothing by name is no number at all: "tre" is a tree, "one" is anyone."""
    word = source.plain[start : amount.end]
    if amount.rule == "half" and amount.factor == 1:
        return True
    before = source.plain[max(0, start - 12) : start]
    if word == "tre":
        return bool(_WOOD.search(before))
    if word not in ("one", "ett", "eitt", "null", "zero", "tusen"):
        return False
    _, qualifier = qualifier_before(source.plain, start, 0, "", is_english=source.is_english)
    return qualifier is None and not (word == "one" and _ONE_DID.match(source.plain, amount.end))


_ONE_DID = re.compile(r" (?:was|were|died|is|killed|injured|wounded|seriously|critically|fatally|has been|had been)(?!\w)")


def _is_no_one(plain: str, start: int, end: int) -> bool:
    return plain[start:end] == "one" and bool(_NO_ONE.search(plain[max(0, start - 9) : start]))


_NO_ONE = re.compile(r"(?<!\w)(?:no|any|every|some|each|this|that|the|which|another) $")
_CAPITAL = re.compile(r"(?:^|(?P<opens>[.!?:\n«“\"–-] ?))?(?P<name>[^\W\d_][\w-]*) $")


def _is_of_name(source: Source, start: int) -> bool:
    """Whether digits follow a name inside a sentence: "Boeing 737"."""
    before = source.text[max(0, start - 24) : start]
    match = _CAPITAL.search(before)
    if not match or match["opens"] or match.start("name") == 0:
        return False
    is_name = match["name"][0].isupper() and match["name"].lower() not in _FUNCTION
    return is_name and not _LISTED.search(before[: match.start("name")])  # "Sverige sendte 300 soldater, Norge 200"


_LISTED = re.compile(r"(?:,| og| and| mens| medan| while) $")


_FUNCTION = frozenset().union(*FUNCTION_WORDS.values())


# The whole

_BELOW_ZERO = re.compile(r"(?<!\w)(?:(?P<word>minus )|(?<![^ ])-)$")
_DEGREES = re.compile(r"grad|°|degree|c$")



def _qualified(source: Source, begins: int, amount: Amount, unit: Unit, floor: int) -> Number:
    """The number with the words before it that qualify it, as far as they stand after `floor`."""
    plain, is_english = source.plain, source.is_english
    lead = _LEADS[is_english].search(plain[max(floor, begins - 9) : begins]) if amount.rule == "range" else None  # "mellom"
    begins -= len(lead[0]) if lead else 0
    below = _BELOW_ZERO.search(plain[max(floor, begins - 7) : begins])
    if below and amount.value is not None and (below["word"] or _DEGREES.match(unit.name.lower())):
        begins -= len(below[0])
        amount = replace(amount, value=-amount.value, low=-amount.high, high=-amount.low)
    start, qualifier = qualifier_before(plain, begins, floor, unit.name, is_english=is_english)
    qualifier = qualifier or qualifier_inside(amount.qualifier) or qualifier_after(plain, unit.end)
    rule = "range" if amount.rule == "dash" else amount.rule
    return Number(source.text[start : unit.end], start, unit.end, amount.value, amount.low, amount.high, qualifier, unit.name, rule)
