"""Which language a text is written in: Norwegian bokmål, nynorsk or English, by its function words.

Function words decide it because they are frequent, short and differ between the two written
standards of Norwegian; they are more reliable here than the general detectors, which confuse bokmål
with Danish and nynorsk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

BOKMAAL, NYNORSK, ENGLISH = "nb", "nn", "en"

_NORWEGIAN = """
    alle alt andre at av bak ble bli blir både da de den der det din du eller er etter for før ha
    han har her i inn jo kan kunne man med men min minst mot må ned nå når og om opp over på ser
    si siden sin sitt skal skulle slik som så til ti under ut var ved vi vil ville vår år åtte
    mange hadde sa kom får enn første siste nye mellom
""".split()
_BOKMAAL = """
    ikke jeg meg deg seg hva hvem hvor hvordan hvorfor hvilken hvilke hvilket hver hvert hverandre en
    et fra noe noen hun henne hennes dem deres være vært gjøre gjør gjorde gikk mens bare mye mer
    uten sier disse selv flere flest vet kommer forteller ifølge allerede dere
    ennå også hvis samme både sammen fikk måtte
""".split()
_NYNORSK = """
    ikkje eg kva kven kvar kor korleis kvifor kvarandre ein eit ei frå noko nokon nokre ho hennar dei
    deira vere vera vore vart vorte blei verte gjere gjer gjekk medan berre mykje meir utan seier
    desse sjølv fleire flest veit kjem sidan fortel ifølgje òg allereie dykk dykkar difor
    korkje enno seinare tidlegare dersom saman hjå åt noreg fyrste
""".split()
_ENGLISH = """
    a about after all also an and any are as at be because been before being but by can could did do
    does during each for from had has have he her him his how i if in into is it its may more most
    my no not of off on one only or other our out over said says she should since so some such than
    that the their them then there these they this those through to two under until up was we were
    what when where which while who whom whose why will with would you your
""".split()

FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    BOKMAAL: frozenset(_NORWEGIAN + _BOKMAAL),
    NYNORSK: frozenset(_NORWEGIAN + _NYNORSK),
    ENGLISH: frozenset(_ENGLISH),
}
"""Function words by language code, lower case."""

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_BLOCK_MARGIN = 2
_NYNORSK_MARKS = FUNCTION_WORDS[NYNORSK] - FUNCTION_WORDS[BOKMAAL]
_BOKMAAL_MARKS = FUNCTION_WORDS[BOKMAAL] - FUNCTION_WORDS[NYNORSK]
_NORWEGIAN_WORDS = FUNCTION_WORDS[BOKMAAL] | FUNCTION_WORDS[NYNORSK]


def detect(text: str, *, default: str = "") -> str:
    """Return "nb", "nn" or "en" for `text`, or `default` if no function word decides it.

    At most the first 20 000 characters are read.
    """
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    english = sum(word in FUNCTION_WORDS[ENGLISH] for word in words)
    nynorsk = sum(word in _NYNORSK_MARKS for word in words)
    bokmaal = sum(word in _BOKMAAL_MARKS for word in words)
    norwegian = sum(word in _NORWEGIAN_WORDS for word in words)
    if english == norwegian:
        return default
    if english > norwegian:
        return ENGLISH
    if nynorsk == bokmaal and default in (BOKMAAL, NYNORSK):
        return default
    return NYNORSK if nynorsk > bokmaal else BOKMAAL


def detect_block(text: str, article_language: str) -> str:
    """Return the language of one block; the article's own unless the block clearly differs.

    A single quoted word or name must not turn a short paragraph into another language, so another
    language has to lead by more than two function words.
    """
    found = detect(text, default=article_language)
    if found == article_language:
        return article_language
    words = [word.lower() for word in _WORD.findall(text)]
    lead = sum(w in FUNCTION_WORDS[found] for w in words) - sum(w in FUNCTION_WORDS.get(article_language, frozenset()) for w in words)
    return found if lead > _BLOCK_MARGIN else article_language
