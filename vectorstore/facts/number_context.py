"""What is written with digits or number words and counts nothing: clock times, ages, scores, ordinals, numbers of streets and phones."""

from __future__ import annotations

import re

from vectorstore.facts.calendar_words import any_of

Span = tuple[int, int]

_HOURS = """
    ett eitt to tre fire fem seks sju syv åtte ni ti elleve tolv one two three four five six seven eight nine ten eleven twelve
""".split()
_HOUR = rf"(?:{any_of(_HOURS)})(?!\w)"
_DIGITAL = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_ALONE = r"(?<![\w.,])"
_CLOCKS = (
    rf"\b(?:kl\.?|klokk(?:a|en)|clock) ?[0-9]{{1,4}}(?:[.:][0-9]{{2}})?(?: ?(?:-|til|og|to|and|mot) ?(?:kl\.? ?|klokk(?:a"
    rf"|en) )?{_DIGITAL})?(?![0-9])",
    r"\b(?:klokk(?:a|en)|kl\.?) (?:\w+ (?:over|på|før|etter) )?(?:halv )?[a-zæøå]+",
    rf"{_ALONE}{_DIGITAL}(?: ?- ?{_DIGITAL})? ?(?:[ap]\.m\.|[ap]m\b|o'clock\b|-ti(?:den|da|a)\b)",
    rf"\bat (?:about |around )?(?:{_HOUR}|[0-9]{{1,2}}(?![\w.,]))(?= (?:in the (?:morning|afternoon|evening)|at night|tonight|sharp"
    rf"|on [a-z]+day)\b)",
    rf"{_ALONE}{_DIGITAL}(?: to | and ){_DIGITAL} ?(?:[ap]\.m\.|[ap]m\b)",
    rf"{_ALONE}[0-2]?[0-9]:[0-5][0-9](?::[0-9]{{2}})?(?![\w:])",
    rf"\b{_HOUR} o'clock\b|\bhalf[ -]past {_HOUR}|\b(?:a )?quarter (?:past|to) {_HOUR}|\b(?:five|ten|twenty"
    rf"|twenty-five) (?:minutes )?past {_HOUR}",
    rf"\b(?:kvart|fem|ti|tjue) (?:over|på) (?:halv )?{_HOUR}(?! [a-zæøå]+(?:er|ar)\b)|\bhalv {_HOUR}",
)
_PHONES = (
    rf"{_ALONE}(?:\+[0-9]{{2,3}} ?)?[0-9]{{2}}(?: [0-9]{{2}}){{3}}(?![\w.,]?[0-9])",  # 22 47 81 36
    rf"{_ALONE}(?:\+[0-9]{{2,3}} ?)?[0-9]{{3}} [0-9]{{2}} [0-9]{{3}}(?![\w.,]?[0-9])",  # 900 12 345
    r"(?<!\w)\+[0-9]{1,3}(?: ?[0-9]{2,4}){2,5}",
    rf"{_ALONE}(?<![0-9] )0[0-9]{{2,5}}(?: [0-9]{{3,6}}){{0,2}}(?![\w.,]?[0-9])",  # 02800, 020 7946 0123
    rf"{_ALONE}[0-9]{{3}}-[0-9]{{3}}-[0-9]{{4}}(?![\w-])|{_ALONE}(?<!-)555-[0-9]{{4}}(?![\w-])",
)
_CODES = (
    r"\b(?:https?://|www\.)\S+",
    rf"{_ALONE}[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{2,}}(?![0-9])(?<!\.[0-9]{{3}})",  # 7.2.4
    r"(?<!\w)§+ ?[0-9]+(?:[-.,][0-9]+)*(?: ?[a-z]\b)?(?: (?:og|and|til|to) (?:§ ?)?[0-9]+(?:-[0-9]+)*)?",
    r"\b[a-zæøå]+-[0-9]+(?:-[0-9]+)*\b|\b[0-9]+(?:-[0-9]+){2,}\b|\b24/7\b",
)
_PIECES = re.compile("|".join((*_CODES, *_PHONES, *_CLOCKS)))

_PERSONS = any_of(
    """
    mann mannen kvinne kvinna kvinnen kvinner gutt gutten gut guten jente jenta jenten gutter gutar jenter menn all barn barna born
    fleste flesta flest ungdom ungdommer ungdommar unge eldre personer personar person folk alle dem dei de voksne vaksne medlemmer
    pasienter pasientar spillere elever elevar sjåfør sjåføren fører føreren førar føraren syklist syklisten passasjer passasjeren
    elev eleven pasient pasienten spiller spilleren spelar spelaren søstre søsken brødre sønner søner døtre children child people
    anyone everyone those persons women men adults teenagers pupils girls boys man woman boy girl kids players
    """.split()
)
_AGE_AFTER = re.compile(
    r"(?:[ -](?:år|years?|months?|månader|måneder|weeks?|uker|veker|days?))?[ -](?:gammel|gamal|gamle|gammelt|gamalt|old)(?!\w)"
    r"|[ -]?(?:åring|årig|year-old|years-old|years? of age)|-year|[ -]års (?:alder|dag|fødselsdag|bursdag|jubileum)|-års"
)
_AGE_WORDS = any_of(
    word.replace("_", " ")
    for word in """
    aged ages age age_of age_group ages_of age_is age_was median_age_of average_age_of alder_av alder_på alderen alderen_på
    alderen_er i_alderen snittalder_på gjennomsnittsalder_på gjennomsnittsalderen_er fylte fyller fylt fylle turned turns turning
    turn
    """.split()
)
_AGE_BEFORE = re.compile(
    rf"\b(?:{_AGE_WORDS})(?: mellom| between| from| over| under| fra| frå)? (?:[0-9]{{1,3}}(?: and | og | to | til |, |-))?$"
)
_YEARS_OF_AGE = re.compile(
    r"(?:, [0-9]{1,2}){0,4}(?: (?:og|and) [0-9]{1,2})? (?:år|years)"
    r"(?!\w| (?:siden|sidan|ago|i|in|etter|senere|seinere|seinare|tidligere|tidlegare|før|med|har|gikk|gjekk)(?!\w))"
)
_PERSONS_OF = re.compile(
    rf"\b(?:{_PERSONS}),?(?: som er| i alderen| på| er| var| who are| are)?(?: over| under| mellom| between| opp til| up to| fra)?"
    r"(?: [0-9]{1,2},){0,4}(?: \w+ (?:og|and))? $"
)
_LIMIT = re.compile(r"(?:[0-9]|\b(?:er|var|dem|som|fylt|ikke|ikkje|are|is|were|them|who)) (?:over|under) $")
_LIMITS = frozenset("12 13 14 15 16 17 18 20 21 23 25 30 50 60 62 65 67 70 75 80".split())
"""Ages that rules and figures are made for."""
_PERSONS_UNDER = re.compile(rf"\b(?:{_PERSONS}) (?:under|over|aged|below|above) $")
_PERSON_OF = re.compile(
    r"\b\w*(?:mann|mannen|kvinne|kvinna|kvinnen|gutt|gutten|gut|guten|jente|jenta|sønn|sønnen|son|sonen|datter|dattera|datteren"
    r"|dotter|dottera) på $"
)
_IS = re.compile(r"\b\w+ (?:er|var|blir) $")
_IS_YEARS = re.compile(r" år(?=[.,;)]|$| og | da | då | når )")
_LENGTH = re.compile(
    r"\b(?:\w*straff\w*|dom|dommen|\w*frist\w*|\w*tid\w*|periode\w*|\w*avtale\w*|kontrakt\w*|ramm[ea]\w*|varighet\w*|gjennomsnittet"
    r"|det) (?:er|var|blir) $"
)
_BECOMES = re.compile(
    r"\b(?:han|hun|ho|jeg|eg|she|he|i|som|who|mannen|kvinna|kvinnen|jenta|jenten|gutten|guten)"
    r" (?:er|var|ble|blei|vart|blir|is|was|will be|rundet|runda|passerte|døde|died at) $"
)
_BECOMES_END = re.compile(r"(?: år)?(?=[.,;)]|$| og | and | da | då | når | when | i dag)")
_IN_BRACKETS = re.compile(
    r"(?:(?<=\()|(?<=\([0-9][0-9] og )|(?<=\([0-9][0-9] and )|(?<=\([0-9][0-9], ))[0-9]{1,3}(?=[),]| og [0-9]{1,3}\)"
    r"| and [0-9]{1,3}\))"
)
_BETWEEN_COMMAS = re.compile(
    r"(?:(?<=[\w)], )|(?<=[a-zæøå], [0-9] and )|(?<=[a-zæøå], [0-9][0-9] and )|(?<=[a-zæøå], [0-9] og )|(?<=[a-zæøå], [0-9][0-9] og ))"
    r"[0-9]{1,3}(?=,(?![0-9])| and [0-9]| og [0-9]|\.$|\. )"
)

_THINGS = """
    oppgang leilighet trikk war force nr nr. no. nos. numbers section sections paragraf paragrafen kapitlet articles pages rom room
    bane linje buss bus line route routes highway interstate motorway junction exit riksvegen riksveien fylkesvegen fylkesveien
    europavegen europaveien rv rv. fv fv. ev. e flight group trinn grade grades level nivå bind volume episode heat punkt item pkt
    pkt. vedlegg appendix tabell table figur figure type versjon version kanal channel modell model spor track street gate platform
    plattform utgave sone zone kategori category pulje etappe stage sal hall auditorium reaktor reactor bygg building blokk block
    plass seat row book scene vers verse psalm salme skritt league unit terminal post avdeling department distrikt rule order clause
    schedule annex protocol resolution resolusjon amendment proposition regel direktiv district ward sector sektor formel formula
    agenda radio tv area pier apollo boeing airbus windows iphone covid opus op. symfoni symphony prosjekt lane
"""
_STEPS = """
    nummer number kapittel chapter artikkel article side page del part sesong season runde round fase phase steg step akt act dag
    day topp top division divisjon
"""
_STRICT = re.compile(
    r"(?:\b(?:nr\.?|no\.|nos\.|\w*nummer|numbers?|sections?|paragraf|paragrafen|kapittel|chapter|artikkel|articles?|route|highway"
    r"|rv\.?|fv\.?|e|flight|war|phase|type|category) |[#§] ?)$"
)
"""What numbers even where a noun follows."""
_THING = re.compile(
    rf"(?:\b(?:{any_of((*_THINGS.split(), *_STEPS.split()))}|\w*(?:nummer|gruppe|klasse|nummeret er|veg|vei|vegen|veien|gate|gata"
    rf"|gaten|alléen|alleen|plassen|torget|svingen|stien|number is)) |[#§] ?)$"
)
_PHONE = re.compile(
    r"\b(?:tlf\.?|telefon|telefonen|phone|telephone|ring|ringe|ringte|ringer|ringde|rang|call|called|calling|dial|dialled|dialed|sms"
    r"|text) $"
)
_STREET = re.compile(
    r" (?:[A-Z][\w'’-]* ){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Square|Place|Way|Court|Crescent|Terrace|Row|Gardens|Boulevard"
    r"|St\b|Rd\b|Ave\b)"
)
_ORDINAL = re.compile(r"\.(?:-[0-9]| [a-zæøå]|,| ?-)")
_REACH = 40


def spans(plain: str) -> list[Span]:
    """Return where phone numbers, clock times and the like stand."""
    return [match.span() for match in _PIECES.finditer(plain)]


def is_age(plain: str, start: int, end: int, *, is_bare: bool) -> bool:
    """Whether a number is how old somebody is; `is_bare` if no noun follows it."""
    before = plain[max(0, start - _REACH) : start]
    if _AGE_AFTER.match(plain, end) or _AGE_BEFORE.search(before):
        return True
    if _IN_BRACKETS.match(plain, start) or _BETWEEN_COMMAS.match(plain, start):
        return True
    are_years = bool(_YEARS_OF_AGE.match(plain, end))
    if are_years and _PERSONS_OF.search(before):
        return True
    if plain[start:end] in _LIMITS and (is_bare or are_years) and _LIMIT.search(before):
        return True
    if is_bare and (_PERSONS_UNDER.search(before) or _PERSON_OF.search(before)):
        return True
    if _IS_YEARS.match(plain, end) and _IS.search(before) and not _LENGTH.search(before):
        return True
    return bool(_BECOMES_END.match(plain, end) and _BECOMES.search(before))


def is_label(plain: str, start: int, *, is_sure: bool) -> bool:
    """Whether a number names a street, page, round ... rather than counts; `is_sure` if a noun follows that it may well count."""
    before = plain[max(0, start - _REACH) : start]
    labels = _STRICT if is_sure else _THING
    return bool(labels.search(before) or _PHONE.search(before))


def is_address(text: str, end: int) -> bool:
    """Whether a number is of a house: "14 Mill Lane"."""
    return bool(_STREET.match(text, end))


def is_ordinal(text: str, end: int, *, is_english: bool) -> bool:
    """Whether a full stop after digits is of an ordinal ("3. plass")."""
    return not is_english and bool(_ORDINAL.match(text, end))
