"""The words before a number that say it is not exact: "over", "om lag", "at least"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vectorstore.facts.calendar_words import UNITS, any_of
from vectorstore.facts.types import Qualifier

_NORWEGIAN: Mapping[Qualifier, str] = {
    Qualifier.OVER: """
        over, mer enn, meir enn, flere enn, fleire enn, drøyt, drøye, drøy, vel, godt over, langt over, litt over, like over, noe
        over, rett over, i overkant av, høyere enn, høgare enn, større enn, lenger enn, lengre enn, litt mer enn, litt meir enn, langt
        mer enn, langt flere enn
    """,
    Qualifier.ABOUT: """
        rundt, rundt om, om lag, omlag, omtrent, cirka, circa, ca., ca, kring, ikring, om kring, omkring, anslagsvis, et sted rundt, i
        størrelsesorden, rundt regnet, grovt regnet, noe sånt som, noko slikt som, anslåtte, så omtrent
    """,
    Qualifier.AT_LEAST: """
        minst, i det minste, ikke færre enn, ikkje færre enn, ikke mindre enn, ikkje mindre enn, minimum, ikke under, ikkje under,
        iallfall, i alle fall, hvert fall
    """,
    Qualifier.UP_TO: """
        opptil, opp til, opp mot, oppimot, opp imot, oppmot, inntil, maksimalt, maksimum, maks, høyst, høgst, på det meste, ikke mer
        enn, ikkje meir enn, ikke flere enn, ikkje fleire enn, ikke over, ikkje over, så mange som, så mye som, så mykje som, i
        høyden, i beste fall
    """,
    Qualifier.NEARLY: """
        nesten, nærmere, nærmare, nærare, nær, nærmest, nære, i underkant av, knapt, knappe, knapp, snaut, snaue, snautt, snau,
        bortimot, bort imot, tett på, tett oppunder, oppunder, like under, rett under, litt under, så godt som, tilnærmet, nær på, nær
        innpå, noe under, nesten opp mot
    """,
    Qualifier.UNDER: """
        under, færre enn, mindre enn, lavere enn, lågare enn, langt under, godt under, kortere enn, langt færre enn, langt mindre enn
    """,
}
_ENGLISH: Mapping[Qualifier, str] = {
    Qualifier.OVER: """
        over, more than, above, exceeding, in excess of, well over, just over, upwards of, upward of, north of, greater than, higher
        than, slightly more than, slightly over, little over, a little over, little more than, a little more than, well above, just
        above, far more than, well in excess of, much more than, longer than
    """,
    Qualifier.ABOUT: """
        around, about, some, roughly, approximately, approx., approx, circa, an estimated, estimated, in the region of, in the order
        of, on the order of, something like, somewhere around, at around, at about
    """,
    Qualifier.AT_LEAST: """
        at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of
    """,
    Qualifier.UP_TO: """
        up to, as many as, as much as, at most, a maximum of, maximum of, no more than, not more than, at the most, as high as
    """,
    Qualifier.NEARLY: """
        nearly, almost, close to, just under, approaching, just short of, nigh on, just below, a little under, slightly under, a
        little less than, slightly less than, just less than, slightly below, not quite
    """,
    Qualifier.UNDER: """
        under, fewer than, less than, below, well under, well below, far fewer than, far less than, lower than, shorter than
    """,
}
_INNER: Mapping[str, Qualifier] = {
    "about": Qualifier.ABOUT,
    "over": Qualifier.OVER,
    "least": Qualifier.AT_LEAST,
    **dict.fromkeys("drøy drøyt god godt good full".split(), Qualifier.OVER),
    **dict.fromkeys("knapp knapt snau snaut".split(), Qualifier.NEARLY),
}
_KINDS = {
    is_english: {" ".join(phrase.split()): kind for kind, phrases in table.items() for phrase in phrases.split(",")}
    for is_english, table in ((True, _ENGLISH), (False, _NORWEGIAN))
}
_PATTERN = {is_english: re.compile(rf"(?<![\w-])(?P<phrase>{any_of(kinds)}) $") for is_english, kinds in _KINDS.items()}
_REACH = 26
_AFTER: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(r" (?:eller|or|og) (?:flere|fleire|mer|meir|more|above)(?!\w)"), Qualifier.AT_LEAST),
    (re.compile(r" (?:or so|eller så|or thereabouts)(?!\w)"), Qualifier.ABOUT),
    (re.compile(r" (?:or fewer|or less|eller færre|eller mindre)(?!\w)"), Qualifier.UP_TO),
    (re.compile(r" or under(?!\w)"), Qualifier.UP_TO),
)
_TOPIC = re.compile(
    r"(?:\b(?:film|book|story|stories|play|series|documentary|novel|song|talk|talks|talking|talked|asked|know|knew|heard|worried"
    r"|information|complained"
    r"|complaints|concerns|questions|something|nothing|everything|report|reports) )$"
)
"""What "about" tells of, rather than how many."""
_GATHERED = re.compile(
    r"(?:\b(?:seg|satt|sat|sto|stod|sirklet|kretset|gikk|gjekk|danset|dansa|bygd|samlet|samla|gathered|huddled|stood|sat|built"
    r"|centred|centered|revolves|revolved|crowded"
    r"|wrapped|walked|circled|danced|gather|travelled|drove) )$"
)
"""What "rundt" and "around" tell the place of."""
_LASTS = re.compile(
    r"(?:\b(?:i|på|tok|tek|tar|varte|varer|varar|varde|vart|etter|brukt|brukte|for|ventet|venta|ventetid|med|gått|har|hatt|av|er|var"
    r"|satt|sat|sete|til|om|minst"
    r"|took|take|takes|taken|lasted|lasts|after|waited|spent|served|in|of|is|was|were|been|had|has|by|than|to|at|with|and|og|eller|or"
    r"|lived|worked|bodd|budd|jobbet"
    r"|mer|fått) )$"
)
"""What "over" a number of days follows where it says how long; else it says when ("over fire dager")."""
_SPANS_DAYS = frozenset(name for name, unit in UNITS.items() if unit in ("day", "week", "fortnight", "month", "year", "decade")) | {
    "dagars", "dagers", "weekends", "helger", "evenings", "nights", "kvelder", "kveldar", "netter",
}  # fmt: skip


def qualifier_before(plain: str, start: int, floor: int, unit: str, *, is_english: bool) -> tuple[int, Qualifier | None]:
    """Return where a number at `start` begins with the words that qualify it, and what they say; words before `floor` are another's."""
    before = plain[max(floor, start - _REACH) : start]
    match = _PATTERN[is_english].search(before)
    if not match:
        return start, None
    begins = start - len(before) + match.start()
    further = plain[max(floor, begins - _REACH) : begins]
    if match["phrase"] == "about" and _TOPIC.search(further):
        return start, None
    if match["phrase"] in ("around", "rundt", "kring", "ikring", "omkring") and _GATHERED.search(further):
        return start, None
    if match["phrase"] == "over" and unit.lower() in _SPANS_DAYS and not _LASTS.search(further):
        return start, None
    outer = _PATTERN[is_english].search(further)
    if outer:
        return begins - len(further) + outer.start(), _KINDS[is_english][outer["phrase"]]
    return begins, _KINDS[is_english][match["phrase"]]


def qualifier_inside(word: str) -> Qualifier | None:
    """Return what an adjective inside an amount says: "en drøy million"."""
    return _INNER.get(word)


def qualifier_after(plain: str, end: int) -> Qualifier | None:
    """Return what is said after a number: "200 or more", "200 eller flere"."""
    return next((kind for pattern, kind in _AFTER if pattern.match(plain, end)), None)
