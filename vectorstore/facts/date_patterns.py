"""The single times of a text ("mandag", "19. februar", "for to uker siden"): the pattern of each kind, found by the word it begins with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vectorstore.facts import calendar_words as words
from vectorstore.facts import date_senses as senses
from vectorstore.facts.calendar_words import any_of
from vectorstore.facts.date_senses import Reader, Sense, Source
from vectorstore.folding import DATE


@dataclass(frozen=True, slots=True)
class Atom:
    """A single time at start:end of its text."""

    start: int
    end: int
    sense: Sense


def atoms(source: Source) -> list[Atom]:
    """Return the single times of a text in order; of those that begin together the longest."""
    found: list[Atom] = []
    for token in _TOKEN.finditer(source.plain):
        if found and token.start() < found[-1].end:
            continue
        read = [atom for pattern, reader in _RULES.get(_key(token[0]), ()) if (atom := _atom(pattern, reader, source, token.start()))]
        if read:
            found.append(max(read, key=lambda atom: atom.end))
    return found


def _atom(pattern: re.Pattern[str], reader: Reader, source: Source, start: int) -> Atom | None:
    match = pattern.match(source.plain, start)
    if not match:
        return None
    try:
        sense = reader(match, source)
    except (ValueError, OverflowError):  # 31 February
        return None
    return Atom(start, match.end(), sense) if sense else None


_TOKEN = re.compile(r"\w+")
_KEY = 3
"""Patterns are tried where the first letters of a word are those of one of their first words; digits are all one key."""
_DIGITS = ("0",)
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![\w/]|[.,:][0-9]|-\w)"
_YEAR_SAID = rf"(?:(?:,? |,? of | i |, i | av | in )(?P<year>{_YEAR}|(?:{any_of(words.YEARS_FROM_NOW)})(?!\w)))"
_MONTH = rf"(?P<month>{any_of(words.MONTHS)})(?!\w|-\w)(?:(?<!\w[a-z]{{4}})\.(?!$|\n| [^0-9]))?"
_UNIT = rf"(?P<unit>{any_of(words.UNITS)})(?:s|'s)?(?!\w)"
_WHOLE_UNIT = rf"(?P<unit>{any_of(words.UNITS)})(?!\w|')"
_COUNT = rf"(?P<count>[0-9]{{1,3}}|{any_of([*words.COUNTS, *words.PARTS_OF_YEARS])})"
_MARK = r"(?:\.|st|nd|rd|th)?"
_DAY = r"(?<![.,:/-])(?P<day>[0-9]{1,2})"
_SERIES = r"(?:,? og | and |, |,? eller | or | til og med | til | to | through | ?- ?)"
_ABOUT = (
    r"(?:(?:nesten|over|rundt|omtrent|om lag|cirka|ca\.?|drøyt|knapt|snaut|bare|berre|mer enn|meir enn|minst|nøyaktig|akkurat|snart"
    r"|vel|godt over"
    r"|about|around|nearly|almost|more than|just over|just|some|roughly|less than|exactly|only|barely|well over|at least) )?"
)
_PARTS_OF_DAY = "morges morgen morgon formiddag føremiddag ettermiddag kveld natt midnatt morning afternoon evening night".split()
_PART_OF_DAY = rf"(?:{any_of(_PARTS_OF_DAY)})(?:en|a)?(?!\w)"
_WEEKDAY = rf"(?P<weekday>{any_of(words.WEEKDAYS)})"
_LATER = rf"(?: (?:tidlig |tidleg |sent |seint |early |late )?{_PART_OF_DAY})"
_END_OF_DAY = rf"(?:ens?|s?{_PART_OF_DAY}|'s|s)?(?!\w|-(?!{any_of(words.WEEKDAYS)})\w){_LATER}?"
_SEASON = rf"(?P<season>{any_of(words.SEASONS)})(?!\w|-\w)"
_WITH_SEASON = "holiday vacation break season term game olympic month school camp sale house job solstice festival".split()
_WHOLE_SEASON = rf"(?!\w|-\w| (?:of|in) | [0-9]| (?:{any_of(_WITH_SEASON)}))"


_Rule = tuple[str, Iterable[str], str, Reader]
"""The words that a time may begin with, the name of their group, the pattern that follows them, and what reads the match."""


def _day_rules() -> Iterator[_Rule]:
    yield "weekday", words.WEEKDAYS, _END_OF_DAY, senses.weekday
    yield "which", words.WHICH, rf" (?:coming )?{_WEEKDAY}{_END_OF_DAY}", senses.weekday
    yield "said", words.DAYS_FROM_NOW, rf"(?:s|'s)?(?!\w|-\w)(?:{_LATER}| tidlig| tidleg)?", senses.day_from_now
    yield "said", ("helga", "helgen", "helgas", "helgens", "the weekend", "i helg"), r"(?!\w|-\w)", senses.weekend
    yield "which", words.WHICH, r" (?:coming |past )?(?:helg|helga|helgen|weekend|weekenden)(?!\w|-\w)", senses.weekend
    yield "said", ("uke", "veke", "week"), rf" (?P<number>[1-5]?[0-9])(?!\w|[.,:-][0-9]){_YEAR_SAID}?", senses.week_number
    yield "said", ("nyttår", "new year", "årsskiftet"), r"(?!\w|-\w|'s eve|'s day)", senses.new_year
    yield "said", (*words.FEASTS, *words.EASTER_FEASTS), rf"(?!\w|-\w){_YEAR_SAID}?", senses.feast


def _date_rules() -> Iterator[_Rule]:
    day = r"(?<![.,:/-])(?P<day>[0-9]{1,2})"
    until = r"(?P<until>[0-9]{1,2})"
    yield "", _DIGITS, DATE, senses.date_in_digits
    yield (
        "", _DIGITS,
        r"(?<![.,:/-])(?P<first>[0-9]{1,2})(?P<mark>[/.])(?P<second>[0-9]{1,2})(?:(?<=\.[0-9])\.|(?<=\.[0-9][0-9])\.)?(?![\w/]"
        r"|[.,:-][0-9])",
        senses.day_and_month,
    )  # fmt: skip
    yield "", _DIGITS, rf"{day}{_MARK} ?(?:of |day of )?{_MONTH}{_YEAR_SAID}?", senses.day_of_month
    days = rf"{day}{_MARK}(?:, [0-9]{{1,2}}{_MARK}){{0,6}}{_SERIES}{until}{_MARK}"
    yield "", _DIGITS, rf"{days} ?(?:of )?{_MONTH}{_YEAR_SAID}?", senses.day_of_month
    yield "day", words.ORDINALS, rf" (?:of )?{_MONTH}{_YEAR_SAID}?", senses.day_of_month
    yield (
        "month", words.MONTHS,
        r"\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?!\w|[.:,][0-9]| ?%)"
        rf"(?:{_SERIES}{until}(?:st|nd|rd|th)?(?!\w|[.:,][0-9]| ?%| [a-z]+s\b))?{_YEAR_SAID}?",
        senses.month_and_day,
    )  # fmt: skip
    yield "month", words.MONTHS, rf"(?!\w|-\w)(?: måned| månad)?(?:\.(?=,? [0-9]))?{_YEAR_SAID}?", senses.month
    yield "which", words.WHICH, rf" {_MONTH}(?! [0-9])", senses.which_month


def _season_rules() -> Iterator[_Rule]:
    determined = [name for name in words.SEASONS if re.fullmatch(r".+ens?", name)]
    from_to = r"(?: of| in| i)? (?P<year>(?:1[0-9]|20)[0-9]{2})[/-](?P<until>(?:20)?[0-9]{2})(?![\w/-])"
    yield "season", words.SEASONS, _YEAR_SAID, senses.season
    yield "season", words.SEASONS, from_to, senses.season
    yield "year", words.YEARS_FROM_NOW, rf"(?:'?s)? {_SEASON}", senses.season
    yield "which", ("i", *words.WHICH), rf" {_SEASON}", senses.which_season
    yield "season", determined, r"(?!\w|-\w)", senses.bare_season
    yield "", ("the",), rf" (?P<season>spring|summer|autumn|fall|winter){_WHOLE_SEASON}", senses.bare_season


def _year_rules() -> Iterator[_Rule]:
    kinds = r"(?P<kind>kvartal|quarter|halvår)(?:et)?"
    full, whole = r"(?:1[0-9]|20)[0-9]{2}", r"(?![\w/]|-[0-9]|[.,:][0-9])"
    decades = [word for word in words.DECADE_WORDS if not word.endswith("ies")]
    yield "place", words.PLACES, rf" {kinds}{_YEAR_SAID}?(?!\w)", senses.part_of_year
    yield "place", words.PLACES, rf" (?P<kind>half){_YEAR_SAID}(?!\w)", senses.part_of_year
    yield "place", ("q1", "q2", "q3", "q4"), rf"(?P<kind>){_YEAR_SAID}?(?!\w)", senses.part_of_year
    yield "", _DIGITS, _YEAR, senses.year
    yield "said", words.YEARS_FROM_NOW, r"(?:s|'s)?(?!\w|-\w)(?! etter år| (?:1[0-9]|20)[0-9]{2})", senses.year_from_now
    yield "", _DIGITS, rf"(?<![.,:/-])(?P<first>{full})[/-](?P<last>{full}|[0-9]{{2}}){whole}", senses.span_of_years
    yield "", _DIGITS, r"(?P<full>(?:1[0-9]|20)[0-9]0)(?P<mark>'?s\b|-?tallet|-?talet|-?årene|-?åra)(?!\w)", senses.decade
    yield "", _DIGITS, r"(?P<tens>[1-9]0)(?P<mark>'?s\b|-tallet|-talet)(?!\w)", senses.short_decade
    yield "word", decades, r"(?P<mark>-?tallet|-?talet|-?årene|-?åra)(?!\w)", senses.short_decade
    yield "word", (word for word in words.DECADE_WORDS if word.endswith("ies")), r"(?P<mark>(?<=s))(?!\w)", senses.short_decade
    yield "", _DIGITS, r"(?P<number>[1-9]|1[0-9]|2[01])(?:\.|st|nd|rd|th)[ -](?:århundret?|hundreåret?|century)(?!\w)", senses.century


def _counted_rules() -> Iterator[_Rule]:
    counts = (*words.COUNTS, *words.PARTS_OF_YEARS)
    which = r"(?P<which>siste|sista|last|past|previous|foregående|føregåande|neste|next|coming|kommende|komande)"
    whole = r"(?! (?:of|av|før|before|etter|after) )"
    several = rf" (?P<count>[0-9]{{1,3}}|{any_of(words.COUNTS)}) {_UNIT}{whole}"
    yield "away", words.PERIODS_AWAY, rf" {_UNIT}(?!-\w)", senses.period
    yield "", ("the",), r" (?P<unit>week|month) before last(?!\w)", senses.before_last
    yield "unit", (name for name in words.UNITS if re.fullmatch(r".+(?:en|et|a)", name)), r"(?!\w|-\w)", senses.own_period
    yield "", ("the",), r" (?P<unit>week|month|year|decade|quarter)(?!\w|-\w)", senses.own_period
    yield "", ("for",), rf" {_ABOUT}{_COUNT} {_UNIT} (?:siden|sidan)(?!\w)", senses.ago
    yield "count", counts, rf" {_UNIT} (?:siden|sidan|ago|tilbake|back)(?!\w)", senses.ago
    yield "", _DIGITS, rf"{_COUNT} {_UNIT} (?:siden|sidan|ago)(?!\w)", senses.ago
    yield "", ("om",), rf" {_ABOUT}{_COUNT} {_WHOLE_UNIT}", senses.ahead
    yield "", ("in",), rf" {_ABOUT}{_COUNT} {_UNIT}(?:' time| time| from now)", senses.ahead
    yield "", ("in",), rf" {_ABOUT}{_COUNT} {_WHOLE_UNIT}(?!' time| time)", senses.maybe_ahead
    yield "count", counts, rf" {_UNIT} from now(?!\w)", senses.ahead
    yield "", ("de", "dei", "det", "den", "the", "these"), rf" {which}{several}", senses.rolling
    yield "which", ("siste", "sista", "last", "past", "neste", "next", "coming", "kommende", "komande"), several, senses.rolling
    yield "", ("de", "dei", "the"), rf" {_COUNT} {which} {_UNIT}{whole}", senses.rolling
    yield "", ("det", "den", "the"), rf" {which} {_UNIT}{whole}", senses.rolling
    yield "which", ("past",), rf" {_UNIT}{whole}", senses.rolling


def _key(word: str) -> str:
    return _DIGITS[0] if word[0].isdigit() else word[:_KEY]


def _by_first_word() -> Mapping[str, Sequence[tuple[re.Pattern[str], Reader]]]:
    table: dict[str, list[tuple[re.Pattern[str], Reader]]] = defaultdict(list)
    for name, first, rest, reader in (*_day_rules(), *_date_rules(), *_season_rules(), *_year_rules(), *_counted_rules()):
        begins = tuple(first)
        lead = "" if begins == _DIGITS else rf"(?P<{name}>{any_of(begins)})" if name else rf"(?:{any_of(begins)})"
        pattern = re.compile(lead + rest)
        for key in {_key(_TOKEN.findall(word)[0]) for word in begins}:
            table[key].append((pattern, reader))
    return table


_RULES = _by_first_word()
