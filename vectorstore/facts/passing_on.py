"""The agencies and outlets that passed on what a sentence says, where they are not its grammatical speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vectorstore.facts.attributions import Attribution
from vectorstore.facts.bodies import is_role
from vectorstore.facts.given_names import pronoun_gender
from vectorstore.facts.noun_phrases import Kind, Phrase
from vectorstore.facts.outlets import is_unnamed_outlet
from vectorstore.facts.sentence_view import SentenceView

_TO = frozenset("til to overfor".split())
_WITH = frozenset("med with by av i in på on for".split())
_TALKS = frozenset(
    """
    intervju interview intervjuet samtale samtalen interviewed intervjua sitert quoted cited gjengitt attgjeve referert kontaktet omtalt
    reported opplyst meldt speaking
    """.split()
)
_LEARNS = frozenset("erfarer erfarte får fikk fekk kjenner fått learned learnt understands understand has".split())
_LEARNT = frozenset("opplyst bekreftet bekrefta vite greie til erfarer learned learnt understands".split())
_LONGEST_NAME = 3


def find_outlets(view: SentenceView, attributions: Sequence[Attribution]) -> Iterator[Phrase]:
    """Yield the outlets of a sentence that something was said to, or that learnt it."""
    ends = {attribution.phrase.last for attribution in attributions}
    for at, token in enumerate(view.tokens):
        if token.is_quoted:
            continue
        before = view.form(at - 1)
        if token.form in ("told", "tells"):
            yield from _heard(view, at + 1)
        elif token.form in _TO and attributions:
            yield from _heard(view, at + 1, is_sure=at - 1 in ends or view.verbs.is_any(before))
        elif token.form in _WITH and (before in _TALKS or (attributions and at == view.first_word)):
            yield from _heard(view, at + 1, is_sure=False)
        elif token.form in _LEARNS:
            yield from _learnt(view, at)


def _heard(view: SentenceView, at: int, *, is_sure: bool = True) -> Iterator[Phrase]:
    """The outlets at `at`; an unknown name counts where nothing but an outlet would stand."""
    phrase = view.phrases.read(at, attach=False)
    if phrase is None:
        return
    if _is_outlet(view, phrase) or (is_sure and _may_be_outlet(view, phrase)):
        yield phrase
    if view.form(phrase.last + 1) in ("og", "and"):
        other = view.phrases.read(phrase.last + 2, attach=False)
        if other is not None and other.kind is Kind.OUTLET:
            yield other


def _is_outlet(view: SentenceView, phrase: Phrase) -> bool:
    written = [view.form(place) for place in range(phrase.name_first, phrase.name_last + 1)]
    return phrase.kind is Kind.OUTLET or is_unnamed_outlet(written)


def _may_be_outlet(view: SentenceView, phrase: Phrase) -> bool:
    """Whether it is one name that is nobody's."""
    token = view.tokens[phrase.name_first]
    is_single = phrase.kind is Kind.NAME and phrase.name_first == phrase.name_last
    return is_single and not (view.is_person(token.text) or pronoun_gender(token.form) or is_role(token.form))


def _learnt(view: SentenceView, at: int) -> Iterator[Phrase]:
    """"NRK erfarer", "VG får opplyst", "etter det NTB kjenner til", "har VG fått opplyst"."""
    within = view.phrases.read(at + 1, attach=False)
    if within is not None and within.kind is Kind.OUTLET and view.form(within.last + 1) in _LEARNT:
        yield within
        return
    if not {token.form for token in view.tokens[at : at + _LONGEST_NAME]} & _LEARNT:
        return
    for first in range(max(0, at - _LONGEST_NAME), at):
        phrase = view.phrases.read(first, attach=False)
        if phrase is not None and phrase.kind is Kind.OUTLET and phrase.last in (at - 1, at - 2):
            yield phrase
            return
