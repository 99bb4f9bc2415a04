"""Whether a verb with its subject and what follows it says that somebody said something."""

from __future__ import annotations

from vectorstore.facts import attribution_words as words
from vectorstore.facts.bodies import is_body, is_role
from vectorstore.facts.noun_phrases import Kind, Phrase
from vectorstore.facts.outlets import is_unnamed_outlet
from vectorstore.facts.sentence_view import SentenceView

COMPLEMENT_REACH, NEAR_REACH = 12, 4
_BEFORE_NUMBERS = frozenset("minst over at more nearly about om rundt flere fleire up opptil".split())
_DEFINITE = ("en", "a", "et", "ane", "ene")


def is_speaker(view: SentenceView, phrase: Phrase, verb: int) -> bool:
    """Whether what the phrase names can be the speaker of the verb at `verb`."""
    if phrase.kind is Kind.STATEMENT:
        return False
    form = view.form(verb)
    if form in words.EVIDENCE and view.form(verb + 1) != "til":
        is_ruling = form in words.FINDINGS and phrase.kind in (Kind.ROLE, Kind.BODY) and view.form(verb + 1) in view.words.clause_openers
        return phrase.of_statement or is_ruling
    if phrase.kind is not Kind.BODY and not _may_be_common(view, phrase):
        return True
    if view.form(phrase.name_last) in words.THINGS:
        return False
    if phrase.kind is Kind.BODY and phrase.name_first == phrase.name_last and view.tokens[phrase.name_first].is_capital:
        return True
    places = range(phrase.name_first, phrase.name_last + 1)
    if any(view.tokens[place].is_capital for place in places if place != view.first_word):
        return True
    return form not in words.NEAR or has_head(view, phrase) or _may_be_common(view, phrase)


def has_head(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a noun for people or a body stands anywhere in the phrase."""
    return any(is_body(view.form(place)) or is_role(view.form(place)) for place in range(phrase.name_first, phrase.name_last + 1))


def _may_be_common(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a single unknown word may have its capital only from beginning the sentence."""
    return phrase.kind is Kind.NAME and phrase.name_first == phrase.name_last == view.first_word


def is_speech(view: SentenceView, verb: int, phrase: Phrase) -> bool:
    """Whether what follows makes the verb at `verb` with the subject `phrase` one of speech."""
    form, place = view.form(verb), verb + 1
    if form in words.CLAIMS and any(token.form in words.PRIZES for token in view.tokens[place : place + NEAR_REACH]):
        return False
    if phrase.kind is Kind.OUTLET and form not in words.NEAR and not _is_unnamed(view, phrase):
        return True
    if form in words.DISMISSES:
        return _denies_claim(view, place) or has_complement(view, place, form)
    if view.verbs.needs_body(form):
        is_of_body = phrase.kind is Kind.BODY or _is_unknown_name(view, phrase) or _confirms(view, verb, phrase)
        return is_of_body or _denies_claim(view, place) or _stands_last(view, phrase, place) or has_complement(view, place, form)
    if form in view.verbs.free or (phrase.of_statement and form in words.EVIDENCE):
        return True
    return _has_object(view, verb, phrase) or _stands_last(view, phrase, place) or has_complement(view, place, form)


def _is_unnamed(view: SentenceView, phrase: Phrase) -> bool:
    return is_unnamed_outlet([view.form(place) for place in range(phrase.name_first, phrase.name_last + 1)])


def _has_object(view: SentenceView, verb: int, phrase: Phrase) -> bool:
    """Whether an object follows with which a verb of several meanings is one of speech."""
    form, place = view.form(verb), verb + 1
    following = view.form(place)
    if view.verbs.takes_om(form) and following in ("om", "mot"):
        return not (_may_be_common(view, phrase) and view.form(phrase.name_last).endswith(_DEFINITE))
    if view.verbs.takes_number(form) and (following[:1].isdigit() or following in _BEFORE_NUMBERS):
        return True
    if form in words.REPORTING_FIRST_HAND and following.endswith("ing"):
        return True
    if form == "reported" and phrase.kind in (Kind.ROLE, Kind.BODY) and not phrase.is_singular and has_head(view, phrase):
        return following not in view.words.prepositions
    if form in words.CALLS:
        return _judges(view, verb)
    return form in words.WITH_LINK and _is_linked(view, place, words.WITH_LINK[form])


def _is_unknown_name(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a single name is nobody's: that of a company rather than a surname."""
    if phrase.kind is not Kind.NAME or phrase.name_first != phrase.name_last:
        return False
    name = view.tokens[phrase.name_first]
    is_common = _may_be_common(view, phrase) and name.form.endswith(_DEFINITE)
    is_headline = view.form(phrase.last + 2) in view.words.prepositions
    return not is_common and not is_headline and not view.is_person(name.text)


def _denies_claim(view: SentenceView, place: int) -> bool:
    """Whether what is denied or confirmed was said by others."""
    return any(token.form.startswith(words.SAID_BY_OTHERS) for token in view.tokens[place : place + NEAR_REACH])


def _confirms(view: SentenceView, verb: int, phrase: Phrase) -> bool:
    """Whether somebody who speaks for others confirms something that is not merely his own."""
    if view.form(verb) not in words.CONFIRMS or any(token.form in words.OWN for token in view.tokens[verb + 1 : verb + 1 + NEAR_REACH]):
        return False
    places = range(phrase.first, phrase.last + 1)
    return any(view.form(place).removesuffix("en").endswith(words.SPEAKING_FOR_OTHERS) for place in places)


def _stands_last(view: SentenceView, phrase: Phrase, place: int) -> bool:
    """Whether subject and verb follow what was said: "..., the brewery announced on Monday."."""
    is_after = view.is_after_break(phrase.first) and not view.tokens[phrase.first - 1].is_dash
    if not view.grammar.is_english or not (is_after or view.form(phrase.first - 1) == "as"):
        return False
    return place >= len(view.tokens) or not view.tokens[place].is_word or view.form(place) in view.words.stops


def _judges(view: SentenceView, verb: int) -> bool:
    """Whether "calls" or "describes" says what somebody thinks of something, not that a doctor was called."""
    wanted = words.CALLS[view.form(verb)]
    for token in view.tokens[verb + 2 : verb + 2 + 2 * NEAR_REACH]:
        if token.form in wanted or token.is_quote_mark or ("as" not in wanted and words.JUDGEMENT.fullmatch(token.form)):
            return True
        if not token.is_word:
            return False
    return False


def _is_linked(view: SentenceView, place: int, link: str) -> bool:
    """Whether the word that turns an object into a statement follows."""
    for token in view.tokens[place + 1 : place + COMPLEMENT_REACH]:
        if token.form == link:
            return True
        if not token.is_word:
            return False
    return False


def has_complement(view: SentenceView, place: int, verb: str) -> bool:
    """Whether a clause, a colon or a quotation follows before the next comma, or right behind it."""
    is_near = verb in words.NEAR
    if view.form(place) in view.words.pronouns and view.form(place + 1) in words.FINITE:
        return True
    for at in range(place, min(place + (NEAR_REACH if is_near else COMPLEMENT_REACH), len(view.tokens))):
        token = view.tokens[at]
        if token.form in view.words.clause_openers or token.is_quote_mark:
            return True
        if token.form in view.words.complementisers and not is_near:
            return True
        if token.form == ",":
            return view.form(at + 1) in view.words.clause_openers or view.is_quote_mark(at + 1)
        if token.form in ".;?!":
            return False
    return False
