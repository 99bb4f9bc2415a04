"""Times named in a question ("19. februar", "last week", "1990-tallet") -> first and last day, counted from a day that is passed in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vectorstore.folding import DATE, MONTHS, NUMBER_WORDS, fold_date

Days = tuple[date, date]
Yearly = Callable[[int], Days]


@dataclass(frozen=True, slots=True)
class Time:
    """A time named in a text, at begin:end of it, and its first and last day.

    `is_relative` where its words count from today. `yearly` is given where the year is not said: the days in any year.
    `is_loose` marks a bare month or year, which is one only where a preposition or the end of the text says so.
    """

    begin: int
    end: int
    first: date
    last: date
    is_relative: bool = False
    yearly: Yearly | None = None
    is_loose: bool = False


_Reading = tuple[Days, bool, Yearly | None, bool] | None
_NUMBERS: Mapping[str, int] = {
    **{word: value for word, value in NUMBER_WORDS.items() if 0 < value <= 100}, "et": 1, "én": 1, "an": 1, "hundre": 100, "hundred": 100,
}  # fmt: skip
_MONTH_NUMBERS = {name: number for number, name in enumerate(dict.fromkeys(MONTHS.values()), start=1)}
_MONTH_OF: Mapping[str, int] = {**{form: _MONTH_NUMBERS[name] for form, name in MONTHS.items()}, "mar": 3}
_WHOLE_MONTHS = frozenset({*_MONTH_NUMBERS, *"januar februar mars may juni juli oktober desember".split()})
_WEEKDAYS: Mapping[str, int] = {
    name: day
    for day, names in enumerate(
        "mandag måndag monday,tirsdag tysdag tuesday,onsdag wednesday,torsdag thursday,fredag friday,lørdag laurdag saturday,"
        "søndag sundag sunday".split(",")
    )
    for name in names.split()
}
_SEASONS: Mapping[str, int] = {
    name: first
    for first, names in {
        3: "vår våren spring",
        6: "sommer sommeren sommar sommaren summer",
        9: "høst høsten haust hausten autumn fall",
        12: "vinter vinteren winter",
    }.items()
    for name in names.split()
}
"""The first of a season's three months; a winter bears the year of its end."""
_UNITS: Mapping[str, str] = {
    name: unit
    for unit, names in {
        "hour": "timer timene timar timane hours",
        "day": "dag dager dagene dagar dagane døgn døgnet døgnene døgna day days",
        "week": "uke uka uken uker ukene veke veka veker vekene week weeks",
        "month": "måned måneden måneder månedene månad månaden månader månadene månadane month months",
        "year": "år året årene åra year years",
        "decade": "tiår tiåret tiårene tiåra decade decades",
    }.items()
    for name in names.split()
}
_LENGTHS = {"hour": timedelta(hours=1), "day": timedelta(1), "week": timedelta(7)}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_YEARS_AGO: Mapping[str, int] = {
    "i forfjor": 2, "i førfjor": 2, "the year before last": 2, "i fjor": 1, "ifjor": 1, "last year": 1, "forrige år": 1, "førre året": 1,
    "forrige året": 1, "fjoråret": 1, "i år": 0, "iår": 0, "this year": 0, "inneværende år": 0, "dette året": 0,
}  # fmt: skip
_DECADE_WORDS: Mapping[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
    "tjue": 2, "tretti": 3, "førti": 4, "femti": 5, "seksti": 6, "sytti": 7, "åtti": 8, "nitti": 9,
}  # fmt: skip
_PARTS: Mapping[str, int] = {
    **dict.fromkeys("begynnelsen starten byrjinga beginning start early tidlig tidleg".split(), 1),
    **dict.fromkeys("midten middle mid".split(), 11),
    **dict.fromkeys("slutten utgangen end late sent seint".split(), 21),
}
"""The day on which the beginning, middle or end of a month begins."""
_ORDINALS: Mapping[str, int] = {
    **dict.fromkeys("første fyrste first q1 1.".split(), 0), **dict.fromkeys("andre second q2 2.".split(), 1),
    **dict.fromkeys("tredje third q3 3.".split(), 2), **dict.fromkeys("fjerde fourth q4 4.".split(), 3),
}  # fmt: skip


def _any(words: Mapping[str, int] | Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_YEAR = r"(?<![\d.,:/])(?<!\D-)(?:1\d|20)\d\d(?!\d|[.,:]\d|['’]?s\b|-tal|-år)"
_YEAR_SAID = rf"(?P<year>{_YEAR}|{_any(_YEARS_AGO)})"
_MONTH = rf"(?P<month>{_any(_MONTH_OF)})"
_DAY = r"(?<![\d.,:/-])(?P<day>\d{1,2})"
_OF = r"(?:,? |,? of | i |, i )"
_NUMBER = rf"(?P<number>\d{{1,3}}|{_any(_NUMBERS)})"
_UNIT = rf"(?P<unit>{_any(_UNITS)})"
_LAST = "siste|sist|forrige|førre|last"


def times(text: str, today: date) -> list[Time]:
    """Return the times that `text` names, in order; of those that overlap the one that begins first, and of these the longest."""
    matches = ((match, read) for pattern, read in _PATTERNS for match in pattern.finditer(text))
    found: list[Time] = []
    for match, read in sorted(matches, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if found and match.start() < found[-1].end:
            continue
        reading = _read(match, read, today)
        if reading:
            (first, last), is_relative, yearly, is_loose = reading
            found.append(Time(match.start(), match.end(), first, last, is_relative, yearly, is_loose))
    return found


def latest(yearly: Yearly, until: date) -> Days:
    """Return the days of the last year in which they have begun by `until`; of a leap day, the last leap year."""
    for year in range(until.year + 1, until.year - 9, -1):
        try:
            days = yearly(year)
        except ValueError:
            continue
        if days[0] <= until:
            return days
    raise ValueError("these days are in no year")


def _read(match: re.Match[str], read: Callable[[re.Match[str], date], _Reading], today: date) -> _Reading:
    """What a match says; None if there are no such days: 31 February, or a year before the first."""
    try:
        return read(match, today)
    except (ValueError, OverflowError):
        return None


# Days


def _month(year: int, month: int, first: int = 1, last: int = 31) -> Days:
    final = calendar.monthrange(year, month)[1]
    return date(year, month, first), date(year, month, min(last, final))


def _years(first: int, last: int) -> Days:
    return date(first, 1, 1), date(last, 12, 31)


def _season(year: int, month: int) -> Days:
    begins = date(year - (month == 12), month, 1)
    return begins, _month(year, month % 12 + 2)[1]


def _week(day: date) -> Days:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def _back(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


# What each pattern says


def _in_year(match: re.Match[str], today: date, yearly: Yearly, *, is_loose: bool = False) -> _Reading:
    """Days of the year that is said, or else of the last year that has them."""
    year = match.groupdict().get("year")
    if not year:
        return latest(yearly, today), False, yearly, is_loose
    years_ago = _YEARS_AGO.get(year.lower())
    return yearly(int(year) if years_ago is None else today.year - years_ago), years_ago is not None, None, False


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBERS[text.lower()]


def _date_in_digits(match: re.Match[str], _: date) -> _Reading:
    parts = fold_date(match[0])
    if parts is None:
        return None
    day = date(int(parts[2]), _MONTH_OF[parts[1]], int(parts[0]))
    return (day, day), False, None, False


def _day(match: re.Match[str], today: date) -> _Reading:
    if match["month"] == "may" and not match["year"]:  # "3 may be"
        return None
    month, first = _MONTH_OF[match["month"].lower()], int(match["day"])
    last = int(match.groupdict().get("until") or first)

    def yearly(year: int) -> Days:
        return date(year, month, first), date(year, month, last)

    return _in_year(match, today, yearly)


def _part(match: re.Match[str], today: date) -> _Reading:
    month, first = _MONTH_OF[match["month"].lower()], _PARTS[match["part"].lower()]
    return _in_year(match, today, lambda year: _month(year, month, first, first + 9 if first < 21 else 31))


def _whole_month(match: re.Match[str], today: date) -> _Reading:
    written = match["month"]
    if not match.groupdict().get("year") and (written in ("may", "Mars") or written.lower() not in _WHOLE_MONTHS):
        return None  # the verb, the planet, a short form that may be a name
    month = _MONTH_OF[written.lower()]
    return _in_year(match, today, lambda year: _month(year, month), is_loose=True)


def _last_month(match: re.Match[str], today: date) -> _Reading:
    if match["month"].lower() not in _WHOLE_MONTHS:
        return None
    month = _MONTH_OF[match["month"].lower()]
    return latest(lambda year: _month(year, month), today.replace(day=1) - timedelta(1)), False, lambda year: _month(year, month), False


def _season_of(match: re.Match[str], today: date) -> _Reading:
    month = _SEASONS[match["season"].lower()]
    if match.groupdict().get("next"):
        return _season(int(match["year"]) + (month == 12), month), False, None, False
    return _in_year(match, today, lambda year: _season(year, month))


def _part_of_year(match: re.Match[str], today: date) -> _Reading:
    months = 6 if match["part"].lower() in ("halvår", "half") else 3
    month = _ORDINALS[match["ordinal"].lower()] * months + 1
    return _in_year(match, today, lambda year: (date(year, month, 1), _month(year, month + months - 1)[1]))


def _decade(match: re.Match[str], today: date) -> _Reading:
    """A decade; "1800-tallet" and "1800s" are the century. Of "90-tallet" the last one that has begun."""
    if match["full"]:
        first = int(match["full"])
        is_century = first % 100 == 0 and (first < 2000 or match["mark"].startswith("-"))
        return _years(first, first + (99 if is_century else 9)), False, None, False
    tens = 10 * (int(match["tens"]) if match["tens"] else _DECADE_WORDS[match["word"].lower()])
    century = today.year // 100 * 100
    first = century + tens if century + tens <= today.year else century - 100 + tens
    return _years(first, first + 9), False, None, False


def _century(match: re.Match[str], _: date) -> _Reading:
    first = (int(match["number"]) - 1) * 100
    return _years(max(first, 1), first + 99), False, None, False


def _two_years(match: re.Match[str], _: date) -> _Reading:
    first = int(match["year"])
    last = first // 100 * 100 + int(match["next"])
    return (_years(first, last), False, None, False) if last > first else None


def _year(match: re.Match[str], _: date) -> _Reading:
    return _years(int(match[0]), int(match[0])), False, None, True


def _relative_year(match: re.Match[str], today: date) -> _Reading:
    year = today.year - _YEARS_AGO[match["year"].lower()]
    return _years(year, year), True, None, False


def _relative_day(match: re.Match[str], today: date) -> _Reading:
    """A night is of two days: papers are dated by either."""
    first, last = {"before": (2, 2), "night": (1, 0), "yesterday": (1, 1)}.get(match.lastgroup or "", (0, 0))
    return (today - timedelta(first), today - timedelta(last)), True, None, False


def _relative_unit(match: re.Match[str], today: date) -> _Reading:
    """Return this or the last week, month or decade, as the calendar has it."""
    is_last = match["which"].lower() in _LAST.split("|")
    unit = _UNITS[match["unit"].lower()]
    if unit == "week":
        return _week(today - timedelta(7 * is_last)), True, None, False
    if unit == "month":
        begins = _back(today.replace(day=1), int(is_last))
        return _month(begins.year, begins.month), True, None, False
    first = today.year // 10 * 10 - 10 * is_last
    return _years(first, first + 9), True, None, False


def _last_weekday(match: re.Match[str], today: date) -> _Reading:
    behind = (today.weekday() - _WEEKDAYS[match["weekday"].lower()]) % 7 or 7
    day = today - timedelta(behind)
    return (day, day), True, None, False


def _last_weekend(_: re.Match[str], today: date) -> _Reading:
    sunday = today - timedelta(today.weekday() + 1)
    return (sunday - timedelta(1), sunday), True, None, False


def _rolling(match: re.Match[str], today: date) -> _Reading:
    number = _number(match["number"]) if match.groupdict().get("number") else 1
    unit = _UNITS[match["unit"].lower()]
    if unit in _LENGTHS:
        return (today - number * _LENGTHS[unit], today), True, None, False
    return (_back(today, number * _MONTHS_IN[unit]), today), True, None, False


def _ago(match: re.Match[str], today: date) -> _Reading:
    """So many weeks ago is that whole week of the calendar, and likewise for months and years."""
    number, unit = _number(match["number"]), _UNITS[match["unit"].lower()]
    if unit == "week":
        return _week(today - number * _LENGTHS[unit]), True, None, False
    if unit in _LENGTHS:
        return (today - number * _LENGTHS[unit], today - number * _LENGTHS[unit]), True, None, False
    then = _back(today, number * _MONTHS_IN[unit])
    return (_month(then.year, then.month) if unit == "month" else _years(then.year, then.year)), True, None, False


_NEXT_YEAR = r"[/–-](?P<next>(?:20)?\d\d)(?!\d)"
_ABOUT = r"(?<!over )(?<!than )(?<!nearly )(?<!almost )(?<!some )(?<!about )"


def _patterns() -> Iterator[tuple[str, Callable[[re.Match[str], date], _Reading]]]:
    yield DATE, _date_in_digits
    yield rf"{_DAY}\.? ?(?:og|til|and|to|–|-) ?(?P<until>\d{{1,2}})\.? {_MONTH}\b\.?(?:{_OF}{_YEAR_SAID})?", _day
    yield rf"{_DAY}(?:\.|st|nd|rd|th)? ?(?:of )?{_MONTH}\b\.?(?:{_OF}{_YEAR_SAID})?", _day
    yield rf"\b{_MONTH}\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.:]\d| ?%)(?:{_OF}{_YEAR_SAID})?", _day
    yield rf"\b(?:the )?(?P<part>{_any(_PARTS)})(?: of | av | i |-| ){_MONTH}\b\.?(?:{_OF}{_YEAR_SAID})?", _part
    yield rf"\b{_MONTH}\b\.?{_OF}{_YEAR_SAID}", _whole_month
    yield rf"\b(?:{_LAST}) {_MONTH}\b(?! \d)", _last_month
    yield rf"\b{_MONTH}\b", _whole_month
    yield rf"\b(?:the |i )?(?P<season>{_any(_SEASONS)})(?: of | in | i | )(?P<year>{_YEAR}){_NEXT_YEAR}", _season_of
    yield rf"\b(?:the |i )?(?P<season>{_any(_SEASONS)})(?: of | in | i | ){_YEAR_SAID}", _season_of
    yield rf"\b(?P<year>i fjor) (?P<season>{_any(_SEASONS)})\b", _season_of
    yield rf"\b(?:{_LAST}|i|this|denne) (?P<season>(?!vår\b)(?:{_any(_SEASONS)})\b|vår(?= ?[?.!,]|$))", _season_of
    yield (
        rf"\b(?:the )?(?P<ordinal>{_any(_ORDINALS)})(?: (?P<part>kvartal|quarter|halvår|half))(?: of | i | av | |, ){_YEAR_SAID}",
        _part_of_year,
    )
    yield (
        r"\b(?:the )?(?:(?P<full>(?:1\d|20)\d0)|(?<!\d)['’]?(?P<tens>[1-9])0|(?P<word>tjue|tretti|førti|femti|seksti|sytti|åtti|nitti"
        r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b))(?P<mark>['’]?s\b|-?tallet\b|-?talet\b|-?åra\b|-?årene\b|(?<=ties))",
        _decade,
    )
    yield r"(?<!\d)(?P<number>\d{1,2})(?:\.|st|nd|rd|th)[ -](?:århundret?|hundreåret?|century)\b", _century
    yield rf"(?P<year>{_YEAR})[/–-](?P<next>\d\d)(?![\d-])", _two_years
    yield _YEAR, _year
    yield rf"\b(?P<year>{_any(_YEARS_AGO)})\b(?! etter år)", _relative_year
    yield (
        r"\b(?:(?P<before>i ?forgårs|i førgår|the day before yesterday)|(?P<night>i natt|last night)"
        r"|(?P<yesterday>i ?går|yesterday)"
        r"|(?P<today>i ?morges|this morning))\b",
        _relative_day,
    )
    yield (
        r"(?<!den )(?<!det )(?<!the )\b(?P<which>sist|forrige|førre|last|denne|dette|this) "
        r"(?P<unit>uken?|uka|veken?|veka|week|måned(?:en)?|månad(?:en)?|month|tiår(?:et)?|decade)\b",
        _relative_unit,
    )
    yield rf"\b(?:{_LAST}) (?P<weekday>{_any(_WEEKDAYS)})\b", _last_weekday
    yield r"\b(?:sist|forrige|førre|last) (?:helg|helga|helgen|weekend)\b", _last_weekend
    yield rf"\b(?:(?:de|dei|det|den|the) )?(?:siste|last|past|previous) {_NUMBER} {_UNIT}\b(?! (?:of|av)\b)", _rolling
    yield (
        r"\b(?:(?:det|den) siste|siste|the (?:last|past)|past) (?P<unit>uken?|uka|veke|veka|week|måned(?:en)?|månad(?:en)?|month|år|året"
        r"|year|døgn|døgnet|tiåret?|decade)\b(?! (?:of|av|i|in|før|before)\b)",
        _rolling,
    )
    yield rf"\bfor {_NUMBER} {_UNIT} (?:siden|sidan)\b", _ago
    yield rf"{_ABOUT}\b{_NUMBER} {_UNIT} ago\b", _ago


_PATTERNS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Reading]]] = tuple(
    (re.compile(pattern, re.IGNORECASE), read) for pattern, read in _patterns()
)
