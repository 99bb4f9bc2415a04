"""The words of the calendar in bokmål, nynorsk and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from vectorstore.facts.days import Direction
from vectorstore.folding import MONTHS as _MONTH_NAMES
from vectorstore.folding import NUMBER_WORDS

_Value = TypeVar("_Value")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first; a blank in one stands for any blank."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


def _table(rows: Mapping[_Value, str]) -> Mapping[str, _Value]:
    """Read one value and its forms, parted by commas, in each row."""
    return {form.strip(): value for value, forms in rows.items() for form in forms.split(",")}


COUNTS: Mapping[str, int] = {
    **{word: value for word, value in NUMBER_WORDS.items() if 0 < value <= 100},
    **_table({1: "et,én,éin,éi,eitt,ei,an,one", 2: "a couple of,couple of,par,et par,eit par", 100: "hundre,hundred,a hundred,ett hundre"}),
}
"""Words that count days, weeks and years in "for to uker siden", articles too."""

_MONTH_NUMBERS = {name: number for number, name in enumerate(dict.fromkeys(_MONTH_NAMES.values()), start=1)}
MONTHS: Mapping[str, int] = {**{form: _MONTH_NUMBERS[name] for form, name in _MONTH_NAMES.items()}, "mar": 3}
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep okt oct nov des dec".split())
"""Short names of months, which are one only beside a day or a year."""

WEEKDAYS: Mapping[str, int] = _table(
    {
        0: "mandag,måndag,monday", 1: "tirsdag,tysdag,tuesday", 2: "onsdag,wednesday", 3: "torsdag,thursday", 4: "fredag,friday",
        5: "lørdag,laurdag,saturday", 6: "søndag,sundag,sunday",
    }
)  # fmt: skip
SEASONS: Mapping[str, int] = _table(
    {
        3: "vår,våren,vårens,spring", 6: "sommer,sommeren,sommerens,sommar,sommaren,sommarens,summer",
        9: "høst,høsten,høstens,haust,hausten,haustens,autumn,fall", 12: "vinter,vinteren,vinterens,vintren,winter",
    }
)  # fmt: skip
"""The first of a season's three months."""

UNITS: Mapping[str, str] = _table(
    {
        "hour": "time,timer,timene,timar,timane,hour,hours",
        "day": "dag,dagen,dager,dagene,dagar,dagane,døgn,døgnet,døgnene,døgna,day,days",
        "week": "uke,uka,uken,uker,ukene,veke,veka,veken,veker,vekene,vekone,week,weeks",
        "fortnight": "fortnight,fortnights",
        "month": "måned,måneden,måneder,månedene,månad,månaden,månader,månadene,månadane,month,months",
        "quarter": "kvartal,kvartalet,quarter",
        "half": "halvår,halvåret,halvåra",
        "year": "år,året,årene,åra,year,years",
        "decade": "tiår,tiåret,tiårene,tiåra,decade,decades",
    }
)
MONTHS_IN: Mapping[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
DAYS_IN: Mapping[str, int] = {"day": 1, "week": 7, "fortnight": 14}

YEARS_FROM_NOW: Mapping[str, int] = _table(
    {
        -2: "i forfjor,i førfjor,i forifjor,the year before last",
        -1: "i fjor,ifjor,last year,forrige år,førre år,førre året,forrige året,fjoråret",
        0: "i år,iår,this year,inneværende år,inneverande år,dette året,the current year",
        1: "neste år,next year,kommende år,komande år,the coming year",
    }
)
DAYS_FROM_NOW: Mapping[str, int] = _table(
    {
        -2: "i forgårs,forgårs,i førgår,førgår,i forgårdags,i førgårs,the day before yesterday",
        -1: "i går,igår,gårsdagen,gårsdagens,yesterday,last night,last evening",
        0: "i dag,idag,i kveld,ikveld,i natt,inatt,i morges,imorges,i morgues,i formiddag,i føremiddag,i ettermiddag,today,tonight,"
        "this morning,this afternoon,this evening",
        1: "i morgen,imorgen,i morgon,imorgon,i morgonkveld,morgendagen,morgendagens,morgondagen,morgondagens,tomorrow",
        2: "i overmorgen,overmorgen,i overmorgon,overmorgon,the day after tomorrow",
    }
)
WHICH: Mapping[str, Direction | None] = _table(
    {
        Direction.BEFORE: "sist,siste,sista,forrige,førre,last",
        Direction.AFTER: "neste,next,kommende,komande,førstkommende,fyrstkomande,førstkomande,coming",
        None: "denne,dette,this,inneværende,inneverande,den",
    }
)
"""Words before a weekday, month or season that say which one; None leaves it to the tense."""
PERIODS_AWAY: Mapping[str, int] = _table(
    {
        -1: "sist,forrige,førre,last,previous",
        0: "denne,dette,this,inneværende,inneverande,current",
        1: "neste,next,kommende,komande,coming",
    }
)
"""Words before a week, month or year: the one before the present one, itself, or the one after it."""
PLACES: Mapping[str, int] = _table(
    {
        0: "første,fyrste,first,1.,1st,q1", 1: "andre,second,2.,2nd,q2", 2: "tredje,third,3.,3rd,q3", 3: "fjerde,fourth,4.,4th,q4",
        -1: "siste,sista,last,final",
    }
)  # fmt: skip
"""Ordinals of weekdays, weeks, quarters and halves, from 0; the last is -1."""

DECADE_WORDS: Mapping[str, int] = _table(
    {
        10: "ti", 20: "twenties,tjue", 30: "thirties,tretti", 40: "forties,førti", 50: "fifties,femti", 60: "sixties,seksti",
        70: "seventies,sytti", 80: "eighties,åtti", 90: "nineties,nitti",
    }
)  # fmt: skip
FEASTS: Mapping[str, tuple[int, int]] = _table(
    {
        (1, 1): "første nyttårsdag,fyrste nyttårsdag,1. nyttårsdag,nyttårsdag,new year's day",
        (6, 23): "sankthansaften,st. hansaften,sankthansaftan,jonsokaftan",
        (12, 23): "lillejulaften,veslejulaftan",
        (12, 24): "julaften,julaftan,julekvelden,christmas eve",
        (12, 25): "første juledag,fyrste juledag,1. juledag,christmas day",
        (12, 26): "andre juledag,annen juledag,2. juledag,boxing day",
        (12, 31): "nyttårsaften,nyttårsaftan,new year's eve",
    }
)
EASTER_FEASTS: Mapping[str, int] = _table(
    {
        -7: "palmesøndag,palmesundag,palm sunday", -3: "skjærtorsdag,skjertorsdag,maundy thursday", -2: "langfredag,good friday",
        -1: "påskeaften,påskeaftan", 0: "første påskedag,fyrste påskedag,1. påskedag,easter sunday",
        1: "andre påskedag,annen påskedag,2. påskedag,easter monday",
        39: "kristi himmelfartsdag,ascension day", 48: "pinseaften,pinseaftan",
        49: "første pinsedag,fyrste pinsedag,1. pinsedag,pentecost,whit sunday",
        50: "andre pinsedag,annen pinsedag,2. pinsedag,whit monday",
    }
)  # fmt: skip
"""Feasts by their distance from Easter Sunday, in days."""
PARTS_OF_YEARS: Mapping[str, int] = _table(
    {6: "et halvt,eit halvt,half a", 18: "halvannet,halvanna,halvtanna,halvannan,one and a half,et og et halvt,eitt og eit halvt"}
)
"""Parts of years, in months."""
ORDINALS: Mapping[str, int] = _table(
    {
        1: "første,fyrste,first", 2: "andre,annen,second", 3: "tredje,third", 4: "fjerde,fourth", 5: "femte,fifth", 6: "sjette,sixth",
        7: "sjuende,syvende,sjuande,seventh", 8: "åttende,åttande,eighth", 9: "niende,niande,ninth", 10: "tiende,tiande,tenth",
        11: "ellevte,eleventh", 12: "tolvte,twelfth", 13: "trettende,trettande,thirteenth", 14: "fjortende,fjortande,fourteenth",
        15: "femtende,femtande,fifteenth", 16: "sekstende,sekstande,sixteenth", 17: "syttende,syttande,seventeenth",
        18: "attende,attande,eighteenth", 19: "nittende,nittande,nineteenth", 20: "tjuende,tjuande,twentieth",
    }
)  # fmt: skip
"""Ordinals of days in words."""
