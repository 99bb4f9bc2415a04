"""How far the nouns, adjectives and names of one phrase run, without any tagging of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vectorstore.facts.bodies import is_body, is_organisation_tail, is_role, is_statement
from vectorstore.facts.given_names import pronoun_gender
from vectorstore.facts.phrase_words import TIMES, PhraseWords
from vectorstore.facts.speech_tokens import Token
from vectorstore.facts.states import STATES

_LONGEST_CORE = 12
_STATE = frozenset("statens norges noregs".split())
"""Genitives that begin the names of public bodies."""
_FOREIGN_ARTICLES = frozenset("der die das la le el".split())
_HAVE = frozenset("har hadde has had".split())
_LONGEST_OFFICE = 6
_WITH_NUMBER = re.compile(r"\d+-[^\W\d_][\w-]{2,}")
_SOURCES = frozenset(
    """
    naboar naboane kjeldene vitna kilder kjelder kilden kjelda vitner vitne personer personar naboer eksperter ekspertar kildene sources
    people
    """.split()
)
_DEFINITE = ("en", "et", "a", "ene", "ane")
_DEFINITE_NOUNS = ("en", "ene", "ane", "inga", "anda")
_VERBAL = ("ed", "ing", "ly")
_LOOSE = frozenset("familiar close present".split())
_ADJECTIVES = ("ste", "ske", "ige", "ende", "nye", "ere", "ande")
_OF_NATIONS = ("an", "ese", "ish", "li", "qi", "ni", "ch", "ss", "ek", "ai", "ern", "ic")
_BROADCAST = frozenset("news media television tv radio fjernsyn fjernsynet medier medium media".split())
_NUMBERED = frozenset("tv channel kanal radio france dagsnytt p".split())
_DEPARTMENTS = frozenset(
    """
    ministry department office agency committee institute centre center directorate association board council commission federation society
    university academy service fund bureau administration authority union minister secretary
    """.split()
)
_JOINED = frozenset(
    {("møre", "romsdal"), ("sogn", "fjordane"), ("troms", "finnmark"), ("trinidad", "tobago"), ("bosnia", "herzegovina")}
    | {("bosnia", "hercegovina"), ("more", "romsdal"), ("sør-øst", "politidistrikt")}
)


class CoreReader:
    """Finds how far the nouns, adjectives and names of a phrase run, before anything hangs on them by a preposition."""

    def __init__(self, tokens: Sequence[Token], words: PhraseWords) -> None:
        self.tokens = tokens
        self.words = words
        self.first_word = next((place for place, token in enumerate(tokens) if token.is_word), 0)

    def form(self, at: int) -> str:
        """The word at `at` in small letters, or "" outside the sentence."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def after_determiners(self, at: int) -> int:
        """The token after articles, numbers and "24 år gamle"."""
        while self.form(at) in self.words.determiners and at < len(self.tokens):
            at += 1
        has_age = self.form(at).isdigit() and self.form(at + 1) == "år" and self.form(at + 2) in ("gamle", "gammel", "gamal")
        return at + 3 if has_age else at

    def is_content(self, at: int) -> bool:
        """Whether a noun, an adjective or a name may stand at `at`: any word that is not known to be something else."""
        if at >= len(self.tokens):
            return False
        token = self.tokens[at]
        if not token.is_word:
            return _WITH_NUMBER.fullmatch(token.form) is not None or self.is_number_of_name(at)
        if token.form in ("'s", "’s"):
            return False
        if len(token.text) > 1 and token.text.isupper():
            return True
        return token.form not in self.words.stops or (token.is_capital and (self._is_name_part(at) or self.is_common(at)))

    def is_genitive(self, at: int) -> bool:
        """Whether the word at `at` makes an owner of the name before it: "'s", or "sin" in "Vik kommune sin talsperson"."""
        return self.form(at) in ("'s", "’s", "’", "'", "sin", "si", "sitt", "sine")

    def is_number_of_name(self, at: int) -> bool:
        """Whether a number belongs to the name before it: "TV 2", "Channel 4"."""
        return at > 0 and self.tokens[at].text.isdigit() and self.form(at - 1) in _NUMBERED

    def _is_name_part(self, at: int) -> bool:
        """Whether a small word has a capital because it is a name ("Per", "Are", "Noe"), not from beginning the sentence."""
        form = self.form(at)
        has_name_after = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
        if has_name_after and (pronoun_gender(form) or (at > 0 and form in _FOREIGN_ARTICLES)):
            return True
        if at == 0 or not self.tokens[at - 1].is_word:
            return False
        return len(form) > 1 and form not in self.words.determiners and form not in TIMES and self.tokens[at - 1].is_capital

    def end_of(self, at: int) -> int:
        """The token after the nouns, adjectives and names that stand from `at` on."""
        first = at
        while at < min(len(self.tokens), first + _LONGEST_CORE):
            if self.is_genitive(at) and at > first:
                if not self.is_content(at + 1):
                    break
            elif not self._continues(first, at):
                linked = self._linked(first, at)
                if linked == at:
                    break
                at = linked
                continue
            at += 1
        return at

    def _continues(self, first: int, at: int) -> bool:
        """Whether the word at `at` still belongs to the core that began at `first`."""
        if at >= len(self.tokens) or (at > first and self._is_learnt_by_outlet(at)):
            return False
        if at == first:
            return self.is_content(at) or (self.form(at) in self.words.earlier and self.is_content(at + 1))
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.is_capital and before.is_capital and not self.is_common(at - 1):
            return token.is_word
        if not self.is_content(at) or token.form in self.words.determiners:
            return False
        if token.is_capital or self.is_number_of_name(at) or self.is_genitive(at - 1):
            return True
        if before.is_capital and not self.is_common(at - 1):
            return self._follows_name(at)
        return self._follows_noun(at)

    def _is_learnt_by_outlet(self, at: int) -> bool:
        """Whether a clause without "som" begins: "kilder VG har snakket med"."""
        return self.tokens[at].is_capital and self.form(at - 1) in _SOURCES and self.form(at + 1) in _HAVE

    def _follows_name(self, at: int) -> bool:
        """Whether a small word behind a name goes on with it: "Vest politidistrikt", "Russiske myndigheter", "UN spokesman"."""
        token, before = self.tokens[at], self.tokens[at - 1]
        if is_organisation_tail(token.form) or self._noun_soon(at) or self._is_owned(at):
            return True
        if not self.words.joins_nouns and is_body(token.form) and not token.form.endswith(_DEFINITE):
            return True
        if pronoun_gender(before.form):
            return False
        if self.words.joins_nouns and before.text.endswith(_OF_NATIONS) and self.form(at - 2) in self.words.determiners:
            return True
        is_first = self.words.joins_nouns and at - 1 == self.first_word and not token.form.endswith("s")
        # "Russiske myndigheter" is one phrase; in "Kari Lunde leder redningen" a verb comes after a name of two words.
        is_adjective = before.form.endswith(("e", "sk", "ig")) and not (at > 1 and self.tokens[at - 2].is_capital)
        return (is_first or is_adjective) and (is_role(token.form) or is_body(token.form))

    def _follows_noun(self, at: int) -> bool:
        """Whether the small word at `at` goes on behind another: it does behind an adjective, and behind a noun if it is one itself."""
        token, before = self.tokens[at], self.tokens[at - 1]
        if not self.words.joins_nouns and before.form.endswith(_DEFINITE_NOUNS) and not before.is_capital:
            return False
        if _is_known_noun(before.form) or is_organisation_tail(before.form):
            is_compound = self.words.joins_nouns and is_body(before.form) and not token.form.endswith(_VERBAL) and token.form not in _LOOSE
            return before.form.endswith("s") or is_compound or _is_known_noun(token.form) or token.form in _BROADCAST
        return True

    def _is_owned(self, at: int) -> bool:
        """Whether the name before `at` is a Norwegian genitive: "FNs talsmann", "Lundes nærmeste medarbeider"."""
        before = self.form(at - 1)
        if self.words.joins_nouns or not before.endswith("s") or before.endswith("ss") or pronoun_gender(before):
            return False
        if before in _STATE or before[:-1] in STATES:
            return True
        place = at + 1 if self.form(at).endswith(_ADJECTIVES) and self.is_content(at + 1) else at
        return _is_known_noun(self.form(place))

    def _noun_soon(self, at: int) -> bool:
        """Whether a role or body follows an English name: "Vestfold police spokesman", "UN humanitarian chief"."""
        if not self.words.joins_nouns:
            return False
        before = self.tokens[at - 1].text
        is_single = at < 2 or not self.tokens[at - 2].is_capital
        reach = 3 if before.isupper() or (is_single and before.endswith(_OF_NATIONS)) else 1
        for place in range(at, min(at + reach, len(self.tokens))):
            if not self.is_content(place) or (self.tokens[place].is_capital and place > at):
                return False
            if _is_known_noun(self.form(place)) or self.form(place) in _BROADCAST:
                return True
        return False

    def is_common(self, at: int) -> bool:
        """Whether a capital is only there because the sentence begins: "Politiet", "Ordfører"."""
        form = self.form(at)
        return at == self.first_word and not pronoun_gender(form) and _is_known_noun(form)

    def _linked(self, first: int, at: int) -> int:
        """Past "of", "de" or "uten" to the capital behind it, or `at` where nothing is linked."""
        if at == first or not self.tokens[at - 1].is_capital or self.is_common(at - 1):
            return self._joined_departments(first, at)
        reach = at
        while reach < min(len(self.tokens), at + 2) and self.form(reach) in self.words.links:
            reach += 1
        if reach > at and reach < len(self.tokens) and self.tokens[reach].is_capital and self._may_link(first, at, reach):
            return reach
        if self.form(at) == "uten" and self.form(at + 1) == "grenser":
            return at + 2
        return self._joined_departments(first, at)

    def _may_link(self, first: int, at: int, reach: int) -> bool:
        """Whether "of", "for" and "and" join one name: not two persons, and "and" only inside a ministry's name."""
        form = self.form(at)
        if form == "and":
            return joins_one_name(self.tokens, at)
        if form in ("of", "for"):
            is_person = any(pronoun_gender(self.form(place)) for place in range(first, at))
            return not is_role(self.form(at - 1)) and not is_person and (at == first + 1 or is_body(self.form(at - 1)))
        if form == "the":
            return self.form(at - 1) == "save"
        return form != "av" and self.tokens[reach].is_capital

    def _joined_departments(self, first: int, at: int) -> int:
        """Past "og" in "Helse- og omsorgsdepartementet" and "Møre og Romsdal"."""
        return at + 1 if at > first and at + 1 < len(self.tokens) and joins_one_name(self.tokens, at) else at


def _is_known_noun(word: str) -> bool:
    return is_role(word) or is_body(word) or is_statement(word)


def joins_one_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether "og" or "and" at `at` stands inside one name: "Helse- og omsorgsdepartementet", "Ministry of Health and Care"."""
    if tokens[at].form not in ("og", "and") or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.text.endswith("-") or (before.form, after.form.removesuffix("s")) in _JOINED:
        return True
    if not (tokens[at].form == "and" and before.is_capital and after.is_capital):
        return False
    return any(token.form in _DEPARTMENTS and token.is_capital for token in tokens[max(0, at - _LONGEST_OFFICE) : at])
