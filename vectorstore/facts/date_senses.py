"""What each kind of time means: from a match of its pattern to fixed, relative or recurring days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from vectorstore.facts import calendar_words as words
from vectorstore.facts import days
from vectorstore.facts.calendar_names import is_named_month, is_named_weekday
from vectorstore.facts.days import Days, Direction, Fixed, Meaning, Recurring, Relative
from vectorstore.facts.plain import plain
from vectorstore.facts.years import is_year
from vectorstore.folding import fold_date
from vectorstore.language import ENGLISH, FUNCTION_WORDS


class Lead(Enum):
    """What must stand before a time for it to be one."""

    ANYTHING = auto()
    PREPOSITION = auto()
    MODIFIER = auto()
    BOUND = auto()
    FUTURE = auto()


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means; `lead` is what it needs before it."""

    meaning: Meaning
    granularity: str
    rule: str
    lead: Lead = Lead.ANYTHING


@dataclass(frozen=True, slots=True)
class Source:
    """A text, the same in small letters, and whether it is English."""

    text: str
    plain: str
    is_english: bool


Reader = Callable[[re.Match[str], Source], Sense | None]


def source_of(text: str, language: str) -> Source:
    """Return a text ready to be read."""
    return Source(text, plain(text), language == ENGLISH)


# Days and weeks


def weekday(match: re.Match[str], source: Source) -> Sense | None:
    """A weekday, with the word that says which one where there is one."""
    start = match.start("weekday")
    is_name = is_named_weekday(source.text, start, match.end(), is_first=start == match.start(), is_english=source.is_english)
    is_told = match[0].endswith("en") and source.plain.startswith((" etter", " før"), match.end())  # "mandagen etter at ..."
    if is_name or is_told or (source.is_english and match[0].endswith("days")):  # "on Mondays"
        return None
    number = words.WEEKDAYS[match["weekday"]]
    near = days.weekly(lambda day: days.one_day(days.week(day)[0] + timedelta(number)))
    return Sense(Recurring(near, _which(match)), "day", "weekday")


def day_from_now(match: re.Match[str], _: Source) -> Sense:
    """"i går", "tomorrow"."""
    shift = timedelta(words.DAYS_FROM_NOW[match["said"]])
    return Sense(Relative(lambda day: days.one_day(day + shift)), "day", "day from now")


def weekend(match: re.Match[str], _: Source) -> Sense:
    """A Saturday and Sunday."""
    return Sense(Recurring(days.weekly(days.weekend), _which(match)), "period", "weekend")


def week_number(match: re.Match[str], _: Source) -> Sense:
    """"uke 42"."""
    number = int(match["number"])

    def days_in(year: int) -> Days:
        return days.week(date.fromisocalendar(year, number, 1))

    return _of_year(match, days_in, "week", "week number")


def new_year(_: re.Match[str], __: Source) -> Sense:
    """The first day of a year, where something is before or after it."""
    return Sense(Recurring(days.yearly(lambda year: days.one_day(date(year, 1, 1)))), "day", "new year", Lead.BOUND)


def feast(match: re.Match[str], _: Source) -> Sense:
    """A feast with a date of its own, or one that moves with Easter."""
    name = match["said"]
    if name in words.EASTER_FEASTS:
        shift = timedelta(words.EASTER_FEASTS[name])
        return _of_year(match, lambda year: days.one_day(days.easter(year) + shift), "day", "feast")
    month, day = words.FEASTS[name]
    return _of_year(match, lambda year: days.one_day(date(year, month, day)), "day", "feast")


# Dates


def day_of_month(match: re.Match[str], source: Source) -> Sense | None:
    """"19. februar", "3.-6. juni 2017", "første mai"."""
    if match["month"] in ("may", "march") and not source.text[match.start("month")].isupper():  # "3 may be"
        return None
    month, first = words.MONTHS[match["month"]], _day_number(match["day"])
    last = int(match.groupdict().get("until") or first)

    def days_in(year: int) -> Days:
        return date(year, month, first), date(year, month, last)

    return _of_year(match, days_in, "day" if first == last else "period", "date")


def month_and_day(match: re.Match[str], source: Source) -> Sense | None:
    """"March 5"; but "since March 12 people have died"."""
    before = source.plain[max(0, match.start() - 7) : match.start()]
    is_count = re.search(r"\bin $", before) or (_IN_MONTH.search(before) and _PEOPLE.match(source.plain, match.end()))
    return day_of_month(match, source) if source.is_english and not is_count else None


def date_in_digits(match: re.Match[str], source: Source) -> Sense | None:
    """A whole date; with slashes in English the month comes first if it can."""
    token = match[0]
    american = _AMERICAN.fullmatch(token) if source.is_english else None
    parts = fold_date(f"{american[2]}/{american[1]}/{american[3]}" if american else token)
    if parts is None:
        return None
    return Sense(Fixed(days.one_day(date(int(parts[2]), words.MONTHS[parts[1]], int(parts[0])))), "day", "date in digits")


def day_and_month(match: re.Match[str], source: Source) -> Sense | None:
    """"5/6", and "5.6." beside a weekday; the day first, in English the month."""
    is_named = bool(_NAMED.search(source.plain[max(0, match.start() - 14) : match.start()]))
    if not is_named and (match["mark"] == "." or match[0] in _NO_DATES or _NOUN.match(source.plain, match.end())):
        return None
    day, month = int(match["first"]), int(match["second"])
    if month > 12 or (source.is_english and day <= 12):
        day, month = month, day
    date(_LEAP_YEAR, month, day)  # refuses what is no day
    return Sense(Recurring(days.yearly(lambda year: days.one_day(date(year, month, day)))), "day", "day and month in digits")


def month(match: re.Match[str], source: Source) -> Sense | None:
    """A whole month; a capital tells the English one from a verb, and the Norwegian one from a name."""
    name, has_year = match["month"], bool(match["year"])
    if not has_year and (name in words.SHORT_MONTHS or source.text[match.start("month")].isupper() != source.is_english):
        return None
    if source.is_english and not has_year and is_named_month(source.text, match.start("month"), match.end()):
        return None
    number = words.MONTHS[name]
    sense = _of_year(match, lambda year: days.days_of_month(year, number), "month", "month")
    return Sense(sense.meaning, "month", sense.rule, Lead.PREPOSITION) if source.is_english and not has_year else sense


def which_month(match: re.Match[str], source: Source) -> Sense | None:
    """"neste mars", "last October"."""
    name = match["month"]
    if name in words.SHORT_MONTHS or (name in ("may", "march") and not source.text[match.start("month")].isupper()):
        return None
    number = words.MONTHS[name]
    return Sense(Recurring(days.yearly(lambda year: days.days_of_month(year, number)), _which(match)), "month", "month")


# Seasons and parts of years


def season(match: re.Match[str], _: Source) -> Sense:
    """A season with its year: "sommeren 2015", "i fjor høst", "vinteren 2016/17"."""
    number = words.SEASONS[match["season"]]
    if match.groupdict().get("until"):
        return Sense(Fixed(days.season(int(match["year"]) + (number == 12), number)), "season", "season of year")
    return _of_year(match, lambda year: days.season(year, number), "season", "season")


def which_season(match: re.Match[str], source: Source) -> Sense | None:
    """"i vinter", "last summer"; but "i vår by" is ours."""
    if match["season"] == "vår" and not _NO_NOUN.match(source.plain, match.end()):
        return None
    number = words.SEASONS[match["season"]]
    return Sense(Recurring(days.yearly(lambda year: days.season(year, number)), _which(match)), "season", "season")


def bare_season(match: re.Match[str], _: Source) -> Sense:
    """"sommeren", "the summer"."""
    number = words.SEASONS[match["season"]]
    return Sense(Recurring(days.yearly(lambda year: days.season(year, number))), "season", "season", Lead.PREPOSITION)


def part_of_year(match: re.Match[str], _: Source) -> Sense:
    """A quarter or a half."""
    length = 6 if match["kind"] in ("halvår", "half") else 3
    first = words.PLACES[match["place"]] * length + 1
    return _of_year(match, lambda year: days.months_of_year(year, first, first + length - 1), "period", "part of year")


# Years and longer


def year(match: re.Match[str], source: Source) -> Sense | None:
    """Four digits that are a year."""
    if not is_year(source.plain, match.start(), match.end(), is_english=source.is_english):
        return None
    number = int(match[0])
    return Sense(Fixed(days.years(number, number)), "year", "year")


def year_from_now(match: re.Match[str], _: Source) -> Sense:
    """"i fjor", "next year"."""
    shift = words.YEARS_FROM_NOW[match["said"]]
    return Sense(Relative(lambda day: days.years(day.year + shift, day.year + shift)), "year", "year from now")


def span_of_years(match: re.Match[str], _: Source) -> Sense | None:
    """"2010-2015", "2016/17"."""
    first, last = int(match["first"]), match["last"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return Sense(Fixed(days.years(first, until)), "period", "years") if until > first else None


def decade(match: re.Match[str], _: Source) -> Sense:
    """A decade; "1800-tallet" and "1800s" are the century."""
    first = int(match["full"])
    is_century = first % 100 == 0 and (first < 2000 or match["mark"].startswith("-"))
    return Sense(Fixed(days.years(first, first + (99 if is_century else 9))), "period" if is_century else "decade", "decade")


def short_decade(match: re.Match[str], source: Source) -> Sense | None:
    """"90-tallet", "the nineties"; but "in his 40s" is an age."""
    tens = int(match["tens"]) if match.groupdict().get("tens") else words.DECADE_WORDS[match["word"]]
    before = source.plain[max(0, match.start() - 16) : match.start()]
    if match["mark"] == "s" and not re.search(r"(?:\bthe |')(?:early[ -]|mid[ -]|late[ -])?'?$", before):
        return None
    if tens < 30:  # which century is a matter of when it is said
        return Sense(Relative(lambda day: days.years(*_latest_decade(day.year, tens))), "decade", "decade")
    return Sense(Fixed(days.years(1900 + tens, 1909 + tens)), "decade", "decade")


def century(match: re.Match[str], _: Source) -> Sense:
    """"the 19th century"."""
    first = (int(match["number"]) - 1) * 100
    return Sense(Fixed(days.years(max(first, 1), first + 99)), "period", "century")


# Counted from now


def period(match: re.Match[str], _: Source) -> Sense | None:
    """The calendar's own week, month ...: "forrige uke", "next month"."""
    return _away(words.UNITS[match["unit"]], words.PERIODS_AWAY[match["away"]], Lead.ANYTHING)


def before_last(match: re.Match[str], _: Source) -> Sense | None:
    """"the week before last"."""
    return _away(words.UNITS[match["unit"]], -2, Lead.ANYTHING)


def own_period(match: re.Match[str], _: Source) -> Sense | None:
    """"uka", "the year": the present one, after "tidligere i" and the like."""
    return _away(words.UNITS[match["unit"]], 0, Lead.MODIFIER)


def ago(match: re.Match[str], _: Source) -> Sense | None:
    """So many weeks ago is that whole week of the calendar, and likewise for months and years."""
    return _counted(match, -1)


def ahead(match: re.Match[str], _: Source) -> Sense | None:
    """"om to uker"."""
    return _counted(match, 1)


def maybe_ahead(match: re.Match[str], _: Source) -> Sense | None:
    """"in two weeks", where a verb says that it is to come; else that is how long something took."""
    sense = _counted(match, 1)
    return Sense(sense.meaning, sense.granularity, sense.rule, Lead.FUTURE) if sense else None


def rolling(match: re.Match[str], _: Source) -> Sense | None:
    """So many days, weeks or months up to the publication day, or from it."""
    unit = words.UNITS[match["unit"]]
    number = count(match.groupdict().get("count") or "one")
    is_ahead = words.WHICH.get(match["which"]) is Direction.AFTER
    if unit == "hour":
        unit, number = "day", -(-number // 24)
    if unit in words.DAYS_IN:
        length = timedelta(words.DAYS_IN[unit] * number)
        return Sense(Relative(lambda day: (day, day + length) if is_ahead else (day - length, day)), "period", "rolling")
    months = words.MONTHS_IN[unit] * number
    return Sense(Relative(lambda day: (day, days.back(day, -months)) if is_ahead else (days.back(day, months), day)), "period", "rolling")


def count(said: str) -> int:
    """Return a number of days, weeks ... in digits or words."""
    return int(said) if said.isdecimal() else words.COUNTS[said]


# What these share

_NAMED = re.compile(rf"(?:{words.any_of(words.WEEKDAYS)}|\bden|\bdato)(?: den)?,? $")
_IN_MONTH = re.compile(r"(?:^|\b)(?:in|since|by|until|after|before|last|this|from) $")
_PEOPLE = re.compile(r" (?:people|children|men|women|persons|[a-z]{3,}s)\b")
_AMERICAN = re.compile(r"(0?[1-9]|1[0-2])/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
_NO_DATES = frozenset("24/7 9/11 1/2 1/3 2/3 1/4 3/4 1/5 1/10".split())
"""A service, an attack and fractions."""
_NOUN = re.compile(rf" (?!(?:{words.any_of(frozenset().union(*FUNCTION_WORDS.values()))})\b)[^\W\d_]")
_LEAP_YEAR = 2000
_NO_NOUN = re.compile(
    r" ?(?:[.,;:?!)\"»-]|$|\n)| (?:ble|blei|blir|vart|vert|var|er|har|hadde|skal|skulle|vil|ville|kan|kunne|må|måtte|kom|kommer|kjem"
    r"|fikk|får|gikk|går"
    r"|sa|sier|seier|og|men|som|da|då|når|at|for|med|på|av|til|etter|før|i|ved|mot|over|under|enn|\w+(?:te|de|et|er|ar))\b"
)
"""What follows the season "vår", rather than what is ours."""


def _which(match: re.Match[str]) -> Direction | None:
    return words.WHICH.get(match.groupdict().get("which") or "")


def _of_year(match: re.Match[str], days_in: Callable[[int], Days], granularity: str, rule: str) -> Sense:
    """Days of the year that is said, or of whichever the text's date makes it."""
    said = match.groupdict().get("year")
    if not said:
        return Sense(Recurring(days.yearly(days_in)), granularity, rule)
    if said in words.YEARS_FROM_NOW:
        shift = words.YEARS_FROM_NOW[said]
        return Sense(Relative(lambda day: days_in(day.year + shift)), granularity, f"{rule} of relative year")
    return Sense(Fixed(days_in(int(said))), granularity, f"{rule} of year")


def _day_number(said: str) -> int:
    return int(said) if said.isdecimal() else words.ORDINALS[said]


def _latest_decade(year: int, tens: int) -> tuple[int, int]:
    first = year // 100 * 100 + tens
    first -= 100 * (first > year)
    return first, first + 9


def _away(unit: str, shift: int, lead: Lead) -> Sense | None:
    """The week, month ... so many away from the publication day's."""
    if unit == "week":
        return Sense(Relative(lambda day: days.week(day + timedelta(7 * shift))), unit, "week from now", lead)
    if unit not in words.MONTHS_IN:
        return None
    length = words.MONTHS_IN[unit]

    def counted(day: date) -> Days:
        first = ((day.year * 12 + day.month - 1) // length + shift) * length
        return days.months_of_year(first // 12, first % 12 + 1, first % 12 + length)

    return Sense(Relative(counted), unit if unit in ("month", "year", "decade") else "period", f"{unit} from now", lead)


def _counted(match: re.Match[str], sign: int) -> Sense | None:
    unit = words.UNITS[match["unit"]]
    if unit == "hour":
        return None
    said = match["count"]
    if said in words.PARTS_OF_YEARS:
        if unit != "year":
            return None
        unit, number = "month", words.PARTS_OF_YEARS[said]
    else:
        number = count(said)
    if unit in words.DAYS_IN:
        shift = timedelta(words.DAYS_IN[unit] * number * sign)
        whole = days.one_day if unit == "day" else days.week
        return Sense(Relative(lambda day: whole(day + shift)), "day" if unit == "day" else "week", f"{unit}s away")
    months = words.MONTHS_IN[unit] * number * -sign
    if unit in ("year", "decade"):
        return Sense(Relative(lambda day: days.years(*[days.back(day, months).year] * 2)), "year", "years away")
    return Sense(Relative(lambda day: days.month_of(days.back(day, months))), "month", "months away")
