"""What stands before a word that may be noun or verb, and which of the two it therefore is."""

from __future__ import annotations

from dataclasses import dataclass

_SUBJECTS = frozenset(
    """
    jeg du han hun vi man dere de det dette den som eg ho me dei dykk ikke ikkje også aldri alltid nå no bare berre
    fortsatt framleis trolig truleg ofte selv sjølv alle begge mange
    """.split()
)
_BEFORE_INFINITIVE = frozenset(
    """
    å kan kunne skal skulle vil ville må måtte bør burde kunna skulla vilja lyt lar lot la få får fikk fekk
    """.split()
)
_BEFORE_PARTICIPLE = frozenset(
    """
    har hadde ha hatt er var være vere vært vore ble blir bli blitt vart blei vorte får fikk fått få fekk
    """.split()
)
_BEFORE_NOUN = frozenset(
    """
    en ei et ein eit ett én noen noe noko nokon nokre ingen inga hver kvar hvert hvilken hvilket hvilke denne disse desse
    to tre fire fem seks sju syv åtte ni ti flere fleire få færre flest andre første siste neste
    min mi mitt mine din di ditt dine sin si sitt sine vår vårt våre deres hans hennes dens dets
    av i på til for med om fra frå ved hos mot mellom under over etter før uten utan gjennom blant
    """.split()
)


@dataclass(frozen=True, slots=True)
class Before:
    """The word before: as written, and whether it is most likely a noun with its article, or an adjective."""

    word: str
    is_definite_noun: bool
    is_adjective: bool


def is_verb(form: str, before: Before, *, is_infinitive: bool, default: bool) -> bool:
    """Whether `form` is a verb after the word `before`; `default` where that does not tell.

    The rules follow Norwegian word order: a subject or a sentence adverb before a present or past form, "å" or a
    modal before an infinitive, "ha", "være" or "bli" before a participle; an article, a preposition, a
    number, an adjective or a possessive before a noun.
    """
    low = before.word.lower()
    is_name = before.word[:1].isupper()
    if low in _BEFORE_NOUN or low[:1].isdigit() or (is_name and low.endswith("s")):
        return False
    if low in _BEFORE_INFINITIVE and (is_infinitive or form.endswith(("e", "a", "s"))):
        return True
    if low in _BEFORE_PARTICIPLE:
        return form.endswith(("t", "d", "a"))
    is_subject = low in _SUBJECTS or is_name or before.is_definite_noun
    if is_subject:
        return not form.endswith("e") or default
    return default and not before.is_adjective
