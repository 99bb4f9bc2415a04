"""Who stands before a speech verb as its subject."""

from __future__ import annotations

from dataclasses import dataclass

from vectorstore.facts.attribution_words import APPOSITIONS, OPINIONS, TIMES_TOLD, UNITS_OF_TIME
from vectorstore.facts.bodies import is_body, is_medium, is_role
from vectorstore.facts.noun_phrases import Kind, Phrase, PhraseReader
from vectorstore.facts.phrase_cores import joins_one_name
from vectorstore.facts.phrase_words import GENITIVES, TIMES
from vectorstore.facts.sentence_view import SentenceView

_SUBJECT_REACH = 25
_PARENTHESIS_REACH = 40
_ADVERBIAL_REACH = 3
_MOST_COMMAS = 4
_NOBODY = frozenset("no neither ingen inga hverken verken korkje".split())
_NOBODY_REACH = 4
_ENDS = frozenset(",;:!?…–—")
_OBJECTS = frozenset("det dette that this".split())
_RELATIVES = frozenset("som who which".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """A phrase before a verb, and what stands about the two; without a phrase it is no source ("jeg")."""

    phrase: Phrase | None
    has_auxiliary: bool = False
    is_negated: bool = False


def subject_of(view: SentenceView, verb: int) -> Subject | None:
    """Return what stands before the verb at `verb` as its subject, or None if nothing does."""
    place, has_auxiliary, is_negated = _before_adverbs(view, verb)
    if place < 0:
        return None
    is_acronym = view.tokens[place].text.isupper() and len(view.tokens[place].text) > 1
    if view.form(place) in view.words.other_pronouns and view.form(place) not in _OBJECTS and not is_acronym:
        return Subject(None)
    if view.tokens[place].text in _RELATIVES:
        phrase = phrase_ending_at(view, place - 2 if view.form(place - 1) == "," else place - 1)
    else:
        phrase = _before_parenthesis(view, place) if view.form(place) == "," else phrase_ending_at(view, place)
    if phrase is None:
        return None
    if _is_nobody(view, phrase.first):
        return Subject(None)
    return Subject(phrase, has_auxiliary or view.form(phrase.first - 1) in view.words.auxiliaries, is_negated)


def _is_nobody(view: SentenceView, at: int) -> bool:
    """Whether "no" or "hverken" stands at the beginning of a subject or before a part of it."""
    for place in range(at, max(-1, at - _NOBODY_REACH), -1):
        if view.form(place) in _NOBODY:
            return True
        if not view.tokens[place].is_word:
            return False
    return False


def _before_adverbs(view: SentenceView, verb: int) -> tuple[int, bool, bool]:
    """The place before the verb's adverbs and auxiliaries, whether an auxiliary was among them, and whether the verb is negated."""
    place, has_auxiliary = verb - 1, False
    is_negated = view.form(verb + 1) in view.words.negations and view.form(verb) not in OPINIONS
    if view.form(place) in ("å", "to"):
        place -= 1
    while place >= 0:
        form, is_told = view.form(place), place > 1 and view.tokens[place].text in TIMES_TOLD
        is_adverb = form in view.words.adverbs or (view.grammar.is_english and form.endswith("ly") and not is_body(form))
        if not (is_adverb or form in view.words.auxiliaries or is_told):
            break
        has_auxiliary |= form in view.words.auxiliaries
        is_negated |= form in view.words.negations
        place -= 2 if is_told else 1
    before = _before_adverbial(view, place)
    if before is None:
        return place, has_auxiliary, is_negated
    is_after_auxiliary = view.form(before) in view.words.auxiliaries
    return (before - 1 if is_after_auxiliary else before), has_auxiliary or is_after_auxiliary, is_negated


def _before_adverbial(view: SentenceView, end: int) -> int | None:
    """The place before "i avhør" or "on Tuesday" where it ends at `end` between a subject and its verb; Norwegian needs "har" before it."""
    if end < 1 or not (is_medium(view.form(end)) or view.form(end) in TIMES):
        return None
    first = end
    while first > max(0, end - _ADVERBIAL_REACH) and view.form(first) not in view.words.prepositions:
        first -= 1
    if view.form(first) not in view.words.prepositions or first == 0 or view.form(first - 1) == ",":
        return None
    return first - 1 if view.grammar.is_english or view.form(first - 1) in view.words.auxiliaries else None


def phrase_ending_at(view: SentenceView, end: int) -> Phrase | None:
    """Return the longest phrase whose last token is `end`, unless it hangs on a preposition."""
    if end < 0 or view.tokens[end].text in UNITS_OF_TIME:
        return None
    phrases = PhraseReader(view.tokens[: end + 1], view.words, ties_to=True)
    start = end
    while start > max(0, end - _SUBJECT_REACH) and not _is_boundary(view, start - 1):
        start -= 1
    for first in range(start, end + 1):
        before = view.form(first - 1)
        if before in view.words.determiners or before in GENITIVES or view.tokens[first].is_quoted:
            continue
        phrase = phrases.read(first)
        if phrase is None or phrase.last != end:
            continue
        if view.grammar.is_english and _is_mere_participle(view, phrase):
            continue
        if before not in view.words.prepositions or before == "as":
            return phrase
        if not view.grammar.is_english:
            return None
    return None


def _is_mere_participle(view: SentenceView, phrase: Phrase) -> bool:
    """Whether what looks like a noun is an English past tense: "rejected both estimates"."""
    first = view.tokens[phrase.first]
    return not first.is_capital and first.form.endswith("ed") and not is_role(first.form) and not is_body(first.form)


def _is_boundary(view: SentenceView, at: int) -> bool:
    token = view.tokens[at]
    if token.form in view.words.boundaries and (token.form, view.form(at + 1)) != ("om", "bord"):
        is_name = token.is_capital and at > 0 and (view.tokens[at + 1].is_capital or view.tokens[at - 1].is_capital or token.text.isupper())
        return not is_name and not joins_one_name(view.tokens, at)
    if token.form in view.words.breaking:
        return not token.is_capital
    return token.form in _ENDS or token.is_quote_mark


def _before_parenthesis(view: SentenceView, comma: int) -> Phrase | None:
    """The subject before what stands between two commas, or the name that stands there: "ordføreren, Kari Lunde, sier".

    What stands there may have commas of its own, so the subject with which the sentence begins is tried before a nearer one.
    """
    low = max(0, comma - _PARENTHESIS_REACH)
    openings = [place for place in range(comma - 1, low, -1) if view.form(place) == ","][:_MOST_COMMAS]
    for opening in reversed(openings):
        phrase = _before_comma(view, opening, comma)
        if phrase is not None and (opening == openings[0] or phrase.first <= view.first_word):
            return phrase
    return None


def _before_comma(view: SentenceView, opening: int, comma: int) -> Phrase | None:
    """The subject that the commas at `opening` and `comma` part from its verb."""
    subject = phrase_ending_at(view, opening - 1)
    if subject is None or not (subject.first <= view.first_word or _is_boundary(view, subject.first - 1)):
        return None
    inner = view.phrases.read(opening + 1)
    is_whole = inner is not None and inner.last == comma - 1
    if is_whole and subject.kind is Kind.PERSON:
        return subject
    is_common = subject.name_first == subject.name_last == view.first_word and subject.last > subject.name_last
    if inner is not None and is_whole and inner.kind in (Kind.PERSON, Kind.NAME) and (subject.kind in (Kind.ROLE, Kind.BODY) or is_common):
        return inner
    return subject if _is_apposition(view, opening + 1) else None


def _is_apposition(view: SentenceView, at: int) -> bool:
    """Whether a relative clause, an age, a title or an English participle begins at `at`."""
    form = view.form(at)
    if form in APPOSITIONS or form[:1].isdigit() or is_role(form) or is_role(view.form(at + 1)):
        return True
    return view.grammar.is_english and form.endswith(("ed", "ing"))
