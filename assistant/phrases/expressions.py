"""A sentence's numbers, times and places, found as expressions with their offsets: the pieces that short answers are cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vectorstore.folding import MONTHS, NUMBER_WORDS, SCALES
from vectorstore.language import ENGLISH
from vectorstore.words import STOP_WORDS

Span = tuple[int, int]


class Measure(StrEnum):
    """What a number measures, by its unit."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    SIZE = "size"
    DURATION = "duration"
    TIMES = "times"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its qualifier and unit; `unit` is the word that it counts, "" if that is left out."""

    start: int
    end: int
    measure: Measure
    unit: str


def _any(words: str) -> str:
    """A pattern of whole expressions, the longest first; underscores stand for blanks."""
    return "|".join(sorted((re.escape(word).replace("_", r"\s+") for word in words.split()), key=len, reverse=True))


# Times

_WEEKDAY = r"(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)dag(?:en|ens|ar|er)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
_MONTH = "|".join(
    sorted((re.escape(month) for month in (*MONTHS, "mai", "may") if len(month) > 3 or month in ("mai", "may")), key=len, reverse=True)
)
_SHORT_MONTH = r"(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des|dec)\b\.?"
_YEAR = (
    r"(?:1[0-9]|20)\d\d(?:\s[fe]\.\s?Kr\.|\s(?:BC|AD)\b)?(?!\d|[.,]\d|-\d|\s\d{3}\b|\s?(?:%|kroner|meter|kilo|"
    r"MW|km|euro|dollar|tonn|prosent|percent|metres))"
    r"|\d{1,4}\s(?:[fe]\.\s?Kr\.|BC\b|AD\b|BCE\b)"
)
_PART = (
    r"morgen|morgon|morgenen|morgonen|formiddag(?:en)?|ettermiddag(?:en)?|kveld(?:en)?|natt(?:a|en)?|midnatt|"
    r"morning|afternoon|evening|night|noon|midnight"
)
_SEASON = (
    r"vår(?:en)?|sommer(?:en)?|sommar(?:en)?|høst(?:en)?|haust(?:en)?|vinter(?:en)?|jul(?:a|en)|påske(?:n|a)?|pinse(?:n|a)?|nyttår|"
    r"årsskiftet|spring|summer|autumn|winter|Christmas|Easter|New\s+Year"
)
_CLOCK = (
    r"\d{1,2}-t(?:iden|ida)|(?:klokka|klokken|kl\.?)\s*\d{1,2}(?:[.:]?\d\d)?(?!\d)|"
    r"\d{1,2}(?:[.:]\d\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|\d{1,2}:\d\d(?!\d)"
)
_PERIOD_WORD = (
    r"(?:sekund|minutt|time|dag|døgn|uke|veke|helg|måned|månad|år|tiår|hundreår|århundre|sesong|second|minute|hour|day|week|weekend|"
    r"month|year|decade|century|season)"
)
_PERIOD = rf"{_PERIOD_WORD}(?:er|ar|ene|ane|en|et|r|n|s|a)?"
_LATEST = (
    r"(?:forrige|førre|neste|sist|siste|sista|denne|dette|kommende|komande|samme|same|følgende|påfølgende|last|"
    r"next|this|that|the\s+following|"
    r"the\s+same|the\s+next|the\s+previous)"
)
_SEVERAL = r"(?:\d+|[a-zæøå]+(?:-[a-z]+)?)"
_DATE = (
    rf"\d{{4}}-\d\d?-\d\d?|\d{{1,2}}[./]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}\.?(?:\s?(?:–|-|og|"
    rf"til)\s?\d{{1,2}}\.?)?\s(?:{_MONTH}|{_SHORT_MONTH})(?:\s\d{{3}}(?!\d|[.,]\d|\s\w))?(?!\w)"
    rf"|(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d|[.,]\d)|the\s\d{{1,2}}(?:st|nd|rd|th)(?:\sof\s(?:{_MONTH}))?(?!\s\w)"
)
_RELATIVE = (
    rf"i\s+(?:går|dag|morgen|morgon|fjor|år|kveld|natt|ettermiddag|formiddag|forgårs|sommer|sommar|høst|haust|vinter|vår|helga|helgen)"
    rf"|(?:for|by)\s+(?:(?:rundt|omtrent|om\s+lag|over|mer\s+enn|"
    rf"snart)\s+)?{_SEVERAL}\s+(?:\w+\s+)?{_PERIOD}\s+(?:siden|sidan)|{_SEVERAL}\s+{_PERIOD}\s+(?:ago|later|"
    rf"earlier|senere|seinare|seinere|tidligere)"
    rf"|{_LATEST}\s+(?:{_WEEKDAY}|{_MONTH}|{_PERIOD}|{_SEASON}|{_PART})(?!\w)|yesterday|today|tonight|tomorrow|nylig|nyleg|recently"
    rf"|(?:helga|helgen|uka|uken|måneden|året|the\s+weekend)(?:\s+etter)?(?!\w)"
)
_ERA = (
    r"(?:de\s+siste\s+|the\s+)?(?:early\s+|late\s+)?(?:\d{2,4}-(?:talet|tallet|åra|årene)|\d{4}s|\d{1,2}(?:th|"
    r"st|nd|rd)\scentury|\d{1,2}\.\s?(?:århundre|hundreår))"
)
_ATOM = rf"(?:{_DATE}|{_CLOCK}|{_ERA}|{_RELATIVE}|(?:{_WEEKDAY}|{_MONTH}|{_SEASON}|{_PART})(?!\w)|{_YEAR})"
_GLUE = (
    rf",?\s+(?!{_SEVERAL}\s+{_PERIOD}\s+(?:senere|seinare|seinere|tidligere|later|earlier))(?:(?:den|i|på|om|of|"
    rf"in|at|on|the|klokka|til|to|and|og|–|ved)\s+){{0,2}}|\s?[–-]\s?|/"
)
_LEAD = (
    r"(?:(?:like|kort|rett|kort\s+tid|shortly|just|soon|early|late|tidlig|tidleg|seint|sent|first|først)\s+)?"
    r"(?:(?:i\s+løpet\s+av|mot\s+slutten\s+av|(?:i|på)\s+(?:begynnelsen|slutten|starten|midten|byrjinga)\s+av|"
    r"ved\s+utgangen\s+av|in\s+the\s+"
    r"(?:spring|summer|autumn|fall|winter|end|middle|beginning)\s+of|at\s+the\s+(?:end|beginning|start)\s+of|by\s+the\s+end\s+of|"
    r"siden|sidan|innen|innan|før|etter|fra(?:\s+og\s+med)?|frå|mellom|natt\s+til|natta\s+til|natten\s+til|"
    r"midt|i|på|om|den|ved|rundt|omkring|cirka|ca\.|kring|"
    r"til|during|between|since|until|till|before|after|from|around|about|by|in|on|at)\s+)?(?:(?:den|det|the|de|"
    r"dei|about|around|early|late|mid)\s+)?"
)
_TIME = re.compile(rf"(?<![\w.,-]){_LEAD}{_ATOM}(?:(?:{_GLUE}){_ATOM})*(?![\w-])", re.IGNORECASE)
_THAT = re.compile(r"^at\s(?!noon|midnight|night|\d|the\s|about|around|Christmas|Easter)")
_AMBIGUOUS = re.compile(r"(?:natt|jula?|vår|of|mars|sist|season|spring|second|minute|night|fall)", re.IGNORECASE)


def times(text: str) -> list[Span]:
    """Return the date and clock expressions of a text, each with the preposition that belongs to it."""
    found = (match for match in _TIME.finditer(text) if not _AMBIGUOUS.fullmatch(match[0]) and match[0] != "may")
    # The Norwegian "at" opens a clause: "sier at mandag blir ..."
    return [(match.end() - len(_THAT.sub("", match[0])), match.end()) for match in found]


# Numbers

_DIGITS = r"\d{1,3}(?:[.,\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_ARTICLES = frozenset("en ein et eit ett ei a one null zero".split())
_ONLY_ENGLISH = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety".split()
)
_SCALE = "|".join(sorted(map(re.escape, {*SCALES, "mill.", "mrd.", "trillioner"}), key=len, reverse=True))
_ENGLISH_WORD = "|".join(
    sorted(
        (re.escape(word) for word in NUMBER_WORDS if word.split("-")[0] in _ONLY_ENGLISH and word not in _ARTICLES), key=len, reverse=True
    )
)
_NORWEGIAN_WORD = "|".join(
    sorted((word for word in NUMBER_WORDS if word.split("-")[0] not in _ONLY_ENGLISH and word not in _ARTICLES), key=len, reverse=True)
)
_VAGUE = (
    r"(?:flere|fleire|hundre|ti|several)?\s?(?:titalls|hundrevis|tusenvis|titusener|hundretusener|hundrevis)|halvparten|halvannen|"
    r"en\s+(?:tredel|firedel|femdel|tredjedel|fjerdedel|femtedel|halv)|ein\s+(?:tredel|firedel|femdel)|et\s+(?:titall|dusin)|"
    r"(?:flere|fleire)\s+(?:hundre|tusen)|dozens|scores|hundreds|thousands|half|a\s+(?:third|quarter|fifth|"
    r"dozen)|two\s+dozen|one\s+in\s+\w+"
)
_QUALIFIER = _any(
    "minst over mer_enn meir_enn opptil opp_mot opp_til nærmere nærmare nesten rundt om_lag omtrent cirka ca. "
    "circa drøyt drøye knapt knappe "
    "vel snaut i_underkant_av i_overkant_av mindre_enn færre_enn under maksimalt minimum kring bare berre kun "
    "hele heile alle de dei de_siste "
    "at_least more_than fewer_than less_than up_to about around some nearly almost roughly approximately over as_many_as only just_over "
    "just_under under all the an_estimated til_sammen totalt"
)
_UNITS: dict[Measure, str] = {
    Measure.MONEY: r"kroner?|kr\b\.?|krone|øre|dollar(?:s)?|euros?|pounds?|pund|NOK|USD|EUR|yen|mark|rubler|riksdaler",
    Measure.SHARE: r"prosent(?:poeng)?|pst\b\.?|per\s?cent|percent|%|percentage\s+points?|av\s+(?:ti|fem|tre|fire|hundre)",
    Measure.SIZE: (
        r"(?:kvadrat|kubikk)?(?:kilo|centi|milli|deci)?meter|(?:square\s+|cubic\s+)?(?:kilo|centi|milli)?met(?:re|"
            r"er)s?|km(?:/t|²|2)?|cm|mm|m²|moh\.?|"
        r"mil|mål|dekar|hektar|hectares?|acres?|(?:square\s+)?miles?|feet|foot|inches|kilo(?:gram|s)?|kg|gram|"
            r"tonn?|tons?|tonnes?|liter|litres?|liters?|"
        r"grader|degrees|knop|knots|megawatt|MW|kilowatt|(?:kilo|giga|tera)watt-?timer?|GWh|TWh|kWh|fat|barrels|m"
    ),
    Measure.DURATION: rf"{_PERIOD}",
    Measure.TIMES: r"ganger|gonger|times",
}  # fmt: skip
_UNIT = {measure: re.compile(rf"(?:\s|-(?!\d))?(?:{pattern})(?!\w)", re.IGNORECASE) for measure, pattern in _UNITS.items()}
_CURRENCY = r"(?:(?:US|A|C)?\$|£|€|kr\s|NOK\s|USD\s)?"
_COUNTED = re.compile(r"\s([^\W\d_]+(?:-[^\W\d_]+)*)")
_PLACED = re.compile(
    r"(?:\b[A-ZÆØÅ][\w-]*\s|§\s?|\b(?:side|kapittel|artikkel|nummer|paragraf|rom|linje|bane|fylkesvei|"
    r"fylkesveg|riksvei|page|section|chapter|article|"
    r"number|flight|room|line|route|highway|match|gate|gata|veien|vegen|vei|veg)\s|[\w][./:-]|[(])$"
)
_SCORE = re.compile(
    r"\d{1,2}\s?[–-]\s?\d{1,2}(?![\d.,])(?!\s(?!i\b|på\b|over\b|mot\b|etter\b|on\b|in\b|at\b|against\b|to\b|"
    r"for\b|and\b|og\b|av\b|\w+dag\b)[a-zæøå])"
)
_ORDINAL_AFTER = re.compile(r"\.\s+[a-zæøå]|(?:st|nd|rd|th)\b|-(?:tall|tal|åring|årig|års|års|year|åra|åre)|[:/]\d|-[A-Za-zÆØÅæøå]")
_VERB_LIKE = {True: re.compile(r".*(?:ed)$"), False: re.compile(r".*(?:te|de|et|es)$")}
_ADJECTIVE_LIKE = re.compile(r"(?!.*(?:ene|ane|ere|te)$).{2,}(?:e|ed|ing|al|ese|ian|ous|ern)$|new|old|big|small|young|other|andre|nye")
_NOT_COUNTED = STOP_WORDS | frozenset(
    "stemte røysta imot against ahead voted ble blei vart was were is are er har hadde died døde killed drept drepne".split()
)
_AGE = re.compile(
    r"(?<=[A-Za-zÆØÅæøå]\s\()\d{1,3}(?=\))|(?<=[a-zæøå],\s)\d{1,3}(?=,)|\b\d{1,3}-year-old\b|\baged\s\d{1,3}\b|"
    r"\b\d{1,3}-åring(?:en|a|ar|er)?\b"
    r"|\b\d{1,3}\s?år(?:\sgammel|\sgamal|\sgamle)?(?=\s*(?:[.,;:–)]|$|og\b|da\b|då\b|når\b|gammel|gamal|gamle))"
    r"|(?<=i\s)\d0-åra\b|(?<=i\s)\d0-årene\b|\b(?<=age\sof\s)\d{1,3}|\b[\w-]+\syears\sold|"
    r"(?<=alder\sav\s)\d{1,3}(?:\sår)?|(?<=\bwas\s)\d{1,3}(?=[.,]|\swhen|$)"
)


def ages(text: str) -> list[Number]:
    """Return what says how old someone is: "63 år", "(71)", "34-year-old"."""
    return [Number(match.start(), match.end(), Measure.AGE, "") for match in _AGE.finditer(text)]


def numbers(text: str, language: str) -> list[Number]:
    """Return the numbers of a text that count or measure: no date, clock time, score, ordinal, age in brackets or address."""
    word = _ENGLISH_WORD if language == ENGLISH else _NORWEGIAN_WORD
    one = rf"(?:{_DIGITS}|(?:{word})(?!\w))"
    amount = rf"{_CURRENCY}{one}"
    between = rf"(?:mellom|between)\s+{amount}\s(?:og|and)\s{amount}"
    spread = rf"{amount}(?:\s(?:til|to)\s(?={_CURRENCY}\d){amount}|\s?[–-]\s?(?:{_DIGITS}))?"
    value = rf"(?:{_VAGUE})(?!\w)|(?:{between}|{spread})(?:[\s-](?:{_SCALE})(?!\w))*"
    pattern = rf"(?:(?:{_QUALIFIER})\s+)*(?P<value>{value})"
    found = re.finditer(rf"(?<![\w.,$£€-]){pattern}", text, re.IGNORECASE)
    shut = [*times(text), *((match.start(), match.end()) for match in _SCORE.finditer(text))]
    return [number for match in found if (number := _number(match, text, shut, is_english=language == ENGLISH))]


def _number(match: re.Match[str], text: str, shut: Sequence[Span], *, is_english: bool) -> Number | None:
    """The number that was matched, None if it dates, orders or labels; the unit decides where a time overlaps it ("2000 elever")."""
    value_start, end = match.start("value"), match.end()
    if any(start < end and value_start < stop for start, stop in shut) or _ORDINAL_AFTER.match(text, end):
        return None
    if value_start == match.start() and _PLACED.search(text[:value_start]) and value_start:
        return None
    if re.search(r"\b(?:et|eit|ett)\s$", text[:value_start]):  # "eit tre" is a tree
        return None
    if re.search(r"[$£€]|kr\s|NOK|USD", match["value"]):
        return Number(match.start(), end, Measure.MONEY, "")
    for measure, unit in _UNIT.items():
        if after := unit.match(text, end):
            return Number(match.start(), after.end(), measure, after[0].strip(" -").lower())
    start = match.start()
    end, unit_word = _with_counted(text, end, is_english=is_english)
    return Number(start, end, Measure.COUNT, unit_word)


def _with_counted(text: str, end: int, *, is_english: bool) -> tuple[int, str]:
    """The end of what a number counts, an adjective before it taken along, and that word; itself and "" where a verb follows."""
    verb_like = _VERB_LIKE[is_english]
    first = _COUNTED.match(text, end)
    if not first or first[1].lower() in _NOT_COUNTED or first[1][0].isupper():
        return end, ""
    if _ADJECTIVE_LIKE.fullmatch(first[1]):
        second = _COUNTED.match(text, first.end())
        if second and second[1].lower() not in _NOT_COUNTED and second[1][0].islower() and not verb_like.fullmatch(second[1]):
            return second.end(), second[1].lower()
    if verb_like.fullmatch(first[1]):
        return end, ""
    return first.end(), first[1].lower()


# Places

_AT = {
    False: _any(
        "i på ved utenfor utanfor nær like_ved langs innenfor inne_i nord_for sør_for øst_for vest_for mellom hos "
        "under bak foran oppe_på nede_i"
    ),
    True: _any("in at near outside inside on along off north_of south_of east_of west_of between around close_to next_to"),
}
_FROM_TO = {False: "fra|frå|til|mot", True: "from|to|into|towards|toward"}
_NAME = (
    r"[A-ZÆØÅ][\w’'-]*(?:\s(?:[A-ZÆØÅ][\w’'-]*|skole|skule|kommune|fylke|kirke|kyrkje|sykehus|sjukehus|fyr|"
    r"stasjon|teater|gård|gard|sentrum|kai))*"
)
_LOWER = r"[a-zæøåé][\w’'-]*"
_SITE = (
    r"[a-zæøå]*(?:hus|skole|skule|kirke|kyrkje|gate|gat|vei|veg|bru|kai|elv|fjell|by|bygd|skog|sal|hall|park|"
    r"stasjon|havn|hamn|grense|grens|"
    r"strand|øy|dal|gård|gard|leir|fengsel|senter|sentrum|museum|museet|hotell|plass|bane|butikk|banken|hav|"
    r"sjø|sjøen|havet|bunn|botn|fjord|vann|vatn|bakke|"
    r"slott|tårn|bygg|bygning|anlegg|verft|barnehage|distrikt|fylke|kommune|land|kyst|område)(?:et|en|a|ene|ane|n)"
)
_BEFORE_PREPOSITION = rf"(?=\s*(?:[.,;]|$|\b(?:{_AT[True]}|on|after|of)\b))"
_NOUN = (
    rf"(?:{_NAME}|{_SITE}(?!\w)|(?:den|det|dei|de|en|et|ein|eit|ei)\s(?:{_LOWER}\s)?{_SITE}(?!\w)"
    rf"|(?:the|a|an)\s(?:{_LOWER}\s){{0,2}}(?:{_NAME}|{_LOWER}{_BEFORE_PREPOSITION}))"
)
_OF = rf"(?:\s(?:of|av)\s(?:the\s)?(?:{_LOWER}\s)?{_NOUN}(?:\s{_LOWER}(?=[.,]|\son|$))?)?"


def _place_pattern(*, is_english: bool) -> re.Pattern[str]:
    at, way = _AT[is_english], _FROM_TO[is_english]
    return re.compile(
        rf"(?<!\w)(?:(?P<way>(?i:{way}))|(?i:{at}))\s(?:both\s|både\s)?{_NOUN}{_OF}(?:\s(?:{at}|til|to|og|"
        rf"and)\s{_NOUN}{_OF})*"
    )


_PLACE = {is_english: _place_pattern(is_english=is_english) for is_english in (False, True)}


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its preposition; `is_way` if that says from where or where to."""

    start: int
    end: int
    is_way: bool


def places(text: str, language: str) -> Iterator[Place]:
    """Yield what says where: a preposition of place and a name or a site, and those that follow it at once; no times."""
    shut = times(text)
    for match in _PLACE[language == ENGLISH].finditer(text):
        end = min((start for start, _ in shut if match.start() < start < match.end()), default=match.end())
        if not any(start <= match.start() < stop for start, stop in shut):
            trimmed = text[match.start() : end].rstrip(" ,")
            yield Place(match.start(), match.start() + len(trimmed), match["way"] is not None)
