"""Who is named at a place of a sentence: one noun phrase, read forwards from its first word.

No word is tagged beforehand. A phrase runs over articles, adjectives, titles and names until a small word, a verb that is known or a mark
ends it; what hangs on it by a preposition belongs to the name of an unnamed role ("en talsmann for FN") and to the phrase of a named one
("Kari Lunde i Vest politidistrikt").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vectorstore.facts.bodies import is_body, is_medium, is_organisation_tail, is_plural, is_role, is_statement
from vectorstore.facts.given_names import pronoun_gender
from vectorstore.facts.outlets import is_outlet, is_outlet_title, is_unnamed_outlet
from vectorstore.facts.phrase_cores import CoreReader, joins_one_name
from vectorstore.facts.phrase_words import PhraseWords
from vectorstore.facts.speech_tokens import Token
from vectorstore.facts.states import STATES
from vectorstore.folding import NUMBER_WORDS

_LONGEST_PARENTHESIS = 8
_MOST_PREPOSITIONS = 3

_DEFINITE = ("et", "en", "a", "ene", "ane")
_POSSESSIVES = frozenset("hans hennes hennar deres deira".split())
"""Owners behind a Norwegian noun: "advokaten hans"."""

_ONE = frozenset("en ein ei et én éin one".split())
_KNOWLEDGE = frozenset("kjennskap kjennskap innsikt tilgang tilknytning tilknyting kunnskap knowledge links access ties close".split())
_REDUCED = frozenset("familiar close involved briefed based present living loyal working trapped camped".split())
_AFTER_REDUCED = frozenset("with to in on by at near inside".split())
_RELATIONS = frozenset(
    """
    mor mora moren far faren foreldre foreldrene foreldra søster søsteren søstera bror broren kone kona mann mannen ektemannen sønn sønnen
    son sonen datter datteren dotter dottera venn vennen venner ven venen advokat advokaten forsvarer forsvareren slektninger slektningene
    pårørende pårørande naboen naboene naboane eieren eigaren enken enka samboeren sambuaren adviser aide envoy ambassador advisor assistant
    """.split()
)
_CAPITAL_TITLES = frozenset(
    """
    mayor minister president mr mrs ms miss dr sir lord lady dame king queen prince princess pope judge justice senator governor colonel
    captain general major sergeant lieutenant admiral commander inspector superintendent detective constable sheriff professor bishop
    archbishop cardinal chancellor premier secretary chairman chairwoman chair director chief spokesman spokeswoman spokesperson officer
    ambassador mr. mrs. ms. dr. gen. lt. col. sgt. capt. sen. rep. gov. prof. rev. di ds dci pc wpc cllr sgt capt lt col gen maj cpl brig
    insp supt det ceo pm mp representative congressman congresswoman imam rabbi father kong dronning prins prinsesse kronprins kronprinsesse
    editor commissioner ordfører statsminister utenriksminister
    """.split()
)


class Kind(StrEnum):
    """What a phrase names."""

    PERSON = "person"
    NAME = "name"
    BODY = "body"
    ROLE = "role"
    OUTLET = "outlet"
    PRONOUN = "pronoun"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last`, and among them `name_first` to `name_last`, the name without title; `last` is part of it.

    `is_genitive`: the name's last letter is the s of a Norwegian genitive ("FNs tall").
    """

    first: int
    last: int
    name_first: int
    name_last: int
    kind: Kind
    is_singular: bool = False
    of_statement: bool = False
    is_genitive: bool = False


class PhraseReader:
    """Reads phrases of one sentence.

    `ties_to`: whether "til" ties something to a role ("treneren til Tuva"), which it can't behind a verb ("sier treneren til Tuva").
    """

    def __init__(self, tokens: Sequence[Token], words: PhraseWords, *, ties_to: bool = False) -> None:
        self._tokens = tokens
        self._core = CoreReader(tokens, words)
        self._ties_to = ties_to
        self._words = words

    def read(self, at: int, *, attach: bool = True) -> Phrase | None:
        """Return the phrase that begins at token `at`, as long as it can be, or None if none begins there."""
        if not 0 <= at < len(self._tokens):
            return None
        if self._is_pronoun(at):
            return Phrase(at, at, at, at, Kind.PRONOUN)
        if self._core.form(at) in ("both", "både") and self._core.form(at + 1) in self._words.determiners:
            at += 1
        core = self._core.after_determiners(at)
        end = self._core.end_of(core)
        if end == core:
            return self._determiner_alone(at, core) if core > at else None
        phrase = self._named(self._without_relative(at, core, end), core, end)
        if self._core.form(end) in _POSSESSIVES and phrase.kind in (Kind.ROLE, Kind.BODY):
            phrase = replace(phrase, last=end, name_last=end)
        phrase = replace(phrase, last=self._after_parenthesis(phrase.last + 1) - 1)
        return self._attached(phrase) if attach else phrase

    def _is_pronoun(self, at: int) -> bool:
        form = self._core.form(at)
        if form not in self._words.pronouns or (len(form) > 1 and self._tokens[at].text.isupper()):
            return False
        following = at + 1
        return form not in self._words.determiners or not self._core.is_content(following)

    def _without_relative(self, first: int, core: int, end: int) -> int:
        """Where the phrase begins: not at the "det" of "det politiet opplyser", which no adjective parts from the definite noun."""
        is_alone = core == first + 1 and end == core + 1 and self._core.form(first) in ("det", "den", "dei", "de")
        return core if is_alone and self._core.form(core).endswith(_DEFINITE) else first

    def _determiner_alone(self, first: int, end: int) -> Phrase | None:
        """A phrase such as "flere i nabolaget", which has no noun."""
        form = self._core.form(end - 1)
        is_of_several = self._core.form(end) in ("av", "of") and not self._is_numeral(end + 1)
        if form not in self._words.alone and not is_of_several:
            return None
        return self._attached(Phrase(first, end - 1, first, end - 1, Kind.ROLE, is_singular=is_of_several and form in _ONE))

    def _is_numeral(self, at: int) -> bool:
        return self._core.form(at)[:1].isdigit() or self._core.form(at) in NUMBER_WORDS

    def _after_parenthesis(self, at: int) -> int:
        """Past "(45)" or "(Ap)"."""
        if self._core.form(at) != "(":
            return at
        for place in range(at + 1, min(at + _LONGEST_PARENTHESIS, len(self._tokens))):
            if self._core.form(place) == ")":
                return place + 1
        return at

    def _named(self, first: int, core: int, end: int) -> Phrase:
        """Tell name from title in the core `core` to `end`."""
        title = self._last_title(core, end)
        words = [self._tokens[place] for place in range(core, end)]
        forms = [word.form for word in words]
        named = self._named_outlet(first, core, end)
        if named is not None:
            return named
        if is_unnamed_outlet(forms):
            is_voice_of_state = any(form.startswith("stat") for form in forms)
            return Phrase(first, end - 1, core, end - 1, Kind.BODY if is_voice_of_state else Kind.OUTLET)
        if title == end - 1:
            head = self._core.form(title)
            if is_statement(head):
                return self._of_statement(first, core, end)
            if words[0].is_capital and not self._core.is_common(core) and is_outlet([word.text for word in words]):
                return Phrase(first, end - 1, core, end - 1, Kind.OUTLET)
            kind = Kind.ROLE if is_role(head) else Kind.BODY
            return Phrase(first, end - 1, first, end - 1, kind, is_singular=is_role(head) and not is_plural(head))
        name_first = core if title is None else title + 1
        kind = self._kind_of(name_first, end, title)
        is_acronym = name_first == end - 1 and self._tokens[name_first].text.isupper()
        if kind is Kind.BODY and title is not None and self._core.is_genitive(title) and not is_acronym:
            name_first = core
        if kind is Kind.OUTLET and name_first == core == first + 1 and first != self._core.first_word and self._tokens[first].text == "The":
            name_first = first
        return Phrase(first, end - 1, name_first, end - 1, kind)

    def _named_outlet(self, first: int, core: int, end: int) -> Phrase | None:
        """An outlet whose name stands before its noun: "the AFP news agency"."""
        last = core
        while last + 1 < end and self._tokens[last + 1].is_capital:
            last += 1
        names = [token.text for token in self._tokens[core : last + 1]]
        is_before_noun = last < end - 1 and is_outlet_title(self._core.form(end - 1), self._core.form(end - 2))
        return Phrase(first, end - 1, core, last, Kind.OUTLET) if is_before_noun and is_outlet(names) else None

    def _last_title(self, core: int, end: int) -> int | None:
        """The last word in the core that is no name, or None."""
        for place in range(end - 1, core - 1, -1):
            token = self._tokens[place]
            if self._core.is_genitive(place):
                return place
            if not token.is_capital:
                is_link = core < place < end - 1 and (token.form in self._words.links or joins_one_name(self._tokens, place))
                if is_link or self._core.is_number_of_name(place):
                    continue
                return place
            if self._is_capital_title(core, place):
                return place
        return self._before_given_name(core, end)

    def _before_given_name(self, core: int, end: int) -> int | None:
        """The last word before a given name that has its capital from beginning the sentence, or from being a title."""
        for place in range(core + 1, end - 1):
            if pronoun_gender(self._core.form(place)):
                is_initial = self._tokens[place - 1].text.endswith(".")
                return None if is_initial or pronoun_gender(self._core.form(place - 1)) else place - 1
            if self._core.form(place) in self._words.links:
                return None
        return None

    def _is_capital_title(self, core: int, place: int) -> bool:
        form = self._core.form(place)
        if self._core.is_common(place):
            return True
        if "-" in form:
            tail = form.rsplit("-", 1)[-1]
            return bool(tail) and (is_role(tail) or is_body(tail))
        if place > core and pronoun_gender(self._core.form(core)):
            return False
        return form in _CAPITAL_TITLES

    def _kind_of(self, first: int, end: int, title: int | None) -> Kind:
        """What the name `first` to `end` is, by the title before it and its own words."""
        words = [self._tokens[place] for place in range(first, end)]
        if title is not None:
            form = self._core.form(title)
            if is_outlet_title(form, self._core.form(title - 1)) and not (is_role(form) and "-" not in form):
                return Kind.OUTLET
            if is_role(form):
                return Kind.PERSON
        if is_outlet([word.text for word in words]):
            return Kind.OUTLET
        if len(words) == 1 and words[0].form in STATES:
            return Kind.BODY
        if pronoun_gender(words[0].form) and (len(words) > 1 or title is not None):
            return Kind.PERSON
        if title is not None and is_body(self._core.form(title)):
            return Kind.BODY
        is_acronym = len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1
        if is_acronym or any(is_body(word.form) or is_organisation_tail(word.form) for word in words):
            return Kind.BODY
        return Kind.NAME

    def _of_statement(self, first: int, core: int, end: int) -> Phrase:
        """A paper somebody wrote: its author is named by a genitive before it or a preposition after it."""
        owner = self._owner(core, end)
        if owner is not None:
            has_article = owner.name_first == core and not self._tokens[core].is_capital
            return replace(owner, first=first, last=end - 1, name_first=first if has_article else owner.name_first, of_statement=True)
        return Phrase(first, end - 1, first, end - 1, Kind.STATEMENT)

    def _owner(self, core: int, end: int) -> Phrase | None:
        """The name in the genitive that begins the core: "FNs tall", "the ministry's figures"."""
        for place in range(core, end - 1):
            if self._core.is_genitive(place + 1):
                inner = PhraseReader(self._tokens[: place + 1], self._words).read(core, attach=False)
                return inner if inner is not None and inner.last == place else None
            token = self._tokens[place]
            if token.form.endswith("s") and (token.is_capital or is_body(token.form) or is_role(token.form)):
                inner = PhraseReader(self._tokens[: place + 1], self._words).read(core, attach=False)
                return replace(inner, is_genitive=True) if inner is not None and inner.last == place else None
        token = self._tokens[core]
        is_body_of_english = self._words.joins_nouns and end == core + 2 and is_body(token.form) and token.form != "court"
        if is_body_of_english or (token.is_capital and token.text.isupper() and len(token.text) > 1):
            return Phrase(core, core, core, core, Kind.BODY)
        return None

    def _attached(self, phrase: Phrase) -> Phrase:
        """The phrase with what hangs on it by prepositions."""
        end, name_end = phrase.last + 1, phrase.name_last
        for _ in range(_MOST_PREPOSITIONS):
            if (self._core.form(end), self._core.form(end + 1)) == ("om", "bord"):
                end += 2
            if self._core.form(end) in _REDUCED and self._core.form(end + 1) in _AFTER_REDUCED:
                end += 1
            elif not self._may_attach(phrase, end) or self._is_time_or_medium(end):
                break
            inner = self.read(end + 1, attach=False)
            if inner is None or not self._is_tied(inner, end):
                break
            if phrase.kind is Kind.STATEMENT and self._core.form(end) in self._words.sources:
                return replace(inner, first=phrase.first, of_statement=True)
            if phrase.is_singular and self._is_named_behind(inner):
                return replace(inner, first=phrase.first)
            end, name_end = inner.last + 1, inner.name_last
        is_named = phrase.kind in (Kind.PERSON, Kind.NAME, Kind.OUTLET)
        return replace(phrase, last=end - 1, name_last=phrase.name_last if is_named else name_end)

    def _is_named_behind(self, inner: Phrase) -> bool:
        """Whether the bearer of a role is named right behind its body: "leder i Vik Høyre Kari Lunde"."""
        return inner.kind is Kind.PERSON and inner.name_first > inner.first and self._tokens[inner.name_first - 1].is_capital

    def _is_tied(self, inner: Phrase, preposition: int) -> bool:
        """Whether what follows a preposition belongs to the phrase before it: a pronoun only in "one of them", no outlet behind "til"."""
        form = self._core.form(preposition)
        if inner.kind is Kind.PRONOUN:
            return form in ("of", "av")
        return inner.kind is not Kind.OUTLET or form not in ("til", "to")

    def _may_attach(self, phrase: Phrase, at: int) -> bool:
        """Whether the preposition at `at` ties something to the phrase; "til" only to kin and the like ("moren til gutten")."""
        form = self._core.form(at)
        if form in ("til", "to"):
            is_known = self._core.form(at - 1) in _KNOWLEDGE or self._ties_to
            return phrase.kind is Kind.ROLE and (is_known or self._core.form(phrase.name_last) in _RELATIONS)
        if phrase.kind is Kind.STATEMENT and form in self._words.sources:
            return True
        return form in self._words.attaching

    def _is_time_or_medium(self, preposition: int) -> bool:
        """Whether the preposition begins when, where or how something was said, which is no part of who said it."""
        at = self._core.after_determiners(preposition + 1)
        end = min(at + 3, len(self._tokens))
        if at < len(self._tokens) and (not self._core.is_content(at) or is_medium(self._core.form(at))):
            return True
        for place in range(at, end):
            if not self._core.is_content(place):
                break
            if is_medium(self._core.form(place)):
                return True
        return False
