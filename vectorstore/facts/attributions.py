"""Who says what a sentence says: the constructions in which Norwegian and English news name a source.

Words inside quotation marks and after a dash that opens a quotation name nobody; what tells of them comes behind ("..., sier Lunde").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vectorstore.facts import attribution_words as words
from vectorstore.facts.bodies import is_medium
from vectorstore.facts.noun_phrases import Kind, Phrase
from vectorstore.facts.sentence_view import SentenceView
from vectorstore.facts.speech_rules import has_complement, has_head, is_speaker, is_speech
from vectorstore.facts.speech_tokens import opens_with_dash
from vectorstore.facts.subjects import phrase_ending_at, subject_of

_LIST_MARKS = frozenset([",", ".", ":", "–", "til", "to", "i", "in"])
_OWNERS = frozenset("its his her their hans hennes hennar deres deira".split())
_SUBORDINATORS = frozenset("at som å og men ikke ikkje".split())
_PRO_OBJECTS = frozenset("det dette slik så sånn".split())
_ENDS = frozenset(",;:()?!…–—")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A phrase that names a source, the token that makes it one, and the rule by which it was found."""

    phrase: Phrase
    at: int
    rule: str


class AttributionReader:
    """Reads the attributions of one sentence."""

    def __init__(self, view: SentenceView) -> None:
        self._view = view
        self._tokens = view.tokens
        self._words = view.words
        self._verbs = view.verbs
        self._phrases = view.phrases
        self._form = view.form
        self._is_quoting = opens_with_dash(view.tokens)

    def read(self) -> list[Attribution]:
        """Return the attributions of the sentence, in the order of the words that make them."""
        found: list[Attribution] = []
        for at, token in enumerate(self._tokens):
            if token.is_quoted or not token.is_word:
                continue
            for attribution in [*self._at(at)] or [*self._coordinated(at, found)]:
                if not self._is_reported_speech(attribution, found):
                    found.append(attribution)
                self._is_quoting = False
        return [attribution for attribution in found if len(found) == 1 or not self._is_told_before(attribution)]

    def _is_told_before(self, attribution: Attribution) -> bool:
        """Whether it is itself part of what somebody says now: "staff had warned of it, according to the union"."""
        return attribution.rule == "says" and self._form(attribution.at - 1) in ("had", "hadde")

    def _is_reported_speech(self, attribution: Attribution, found: list[Attribution]) -> bool:
        """Whether it stands inside what another says: "she said soldiers had told them"; a comma would part them."""
        if attribution.rule not in ("says", "inverted") or not found or found[-1].at == attribution.at:
            return False
        between = self._tokens[found[-1].at + 1 : max(attribution.phrase.first, attribution.at)]
        return all(token.is_word for token in between) and found[-1].phrase.last < attribution.phrase.first

    def _coordinated(self, at: int, found: list[Attribution]) -> Iterator[Attribution]:
        """The subject with which the sentence begins, for a second verb of it: "the mayor opened the bridge and said"."""
        if found or self._is_quoting or self._form(at - 1) not in self._words.conjunctions or not self._verbs.is_finite(self._form(at)):
            return
        phrase = self._phrases.read(self._view.first_word)
        if phrase is None or self._tokens[phrase.first].is_quoted or phrase.last + 1 >= at - 1:
            return
        phrase = self._with_apposition(phrase)
        is_known = phrase.kind in (Kind.PERSON, Kind.PRONOUN, Kind.ROLE) or has_head(self._view, phrase)
        if is_known and self._form(at) in self._verbs.free and not self._verbs.is_deed(self._form(at), self._form(at + 1)):
            yield Attribution(phrase, at, "says")

    def _at(self, at: int) -> Iterator[Attribution]:
        """The attributions that the token at `at` makes."""
        form = self._form(at)
        if self._is_quoting or (form in self._verbs.tags and not self._verbs.is_any(form)):
            if form in words.S_PASSIVE and self._view.is_after_break(at):
                yield from self._passive(at)
            if self._verbs.is_tag(form):
                yield from self._spread(self._tag(at) or self._tag_before(at), at, "inverted")
            if self._is_quoting:
                return
        elif self._verbs.is_any(form):
            yield from self._of_verb(at)
        yield from self._of_fixed_words(at)

    # --- verbs

    def _of_verb(self, at: int) -> Iterator[Attribution]:
        form = self._form(at)
        is_passive = self._view.grammar.is_english and (self._form(at - 1) in words.PASSIVE or self._form(at - 1) == "to")
        if is_passive or self._verbs.is_deed(form, self._form(at + 1)) or self._is_command(at):
            return
        subject = subject_of(self._view, at)
        if subject is None:
            if self._verbs.is_finite(form):
                yield from self._spread(self._tag(at) if self._view.is_after_break(at) else self._second(at), at, "inverted")
            return
        second = self._second(at) if self._is_doubtful(subject.phrase) else None
        if second is not None and (second.kind in (Kind.PRONOUN, Kind.PERSON) or self._view.is_person(self._tokens[second.name_last].text)):
            yield from self._spread(second, at, "inverted")
            return
        if subject.phrase is None or subject.is_negated or not (self._verbs.is_finite(form) or subject.has_auxiliary):
            return
        if is_speaker(self._view, subject.phrase, at) and is_speech(self._view, at, subject.phrase):
            yield from self._spread(self._as_outlet(subject.phrase, at), at, "says", backwards=True)

    def _as_outlet(self, phrase: Phrase, at: int) -> Phrase:
        """The phrase as an outlet if it reports and names its source: "NME reported, quoting its manager"."""
        is_reporting = self._form(at) in words.REPORTS and any(token.form in words.CITING for token in self._tokens[at:])
        return replace(phrase, kind=Kind.OUTLET) if is_reporting and phrase.kind in (Kind.NAME, Kind.BODY) else phrase

    def _is_doubtful(self, phrase: Phrase | None) -> bool:
        """Whether a Norwegian sentence may begin with an adverb that has a capital like a name: "Etterpå sa han"."""
        if phrase is None or self._view.grammar.is_english or phrase.kind is not Kind.NAME:
            return False
        is_alone = phrase.first == phrase.last == self._view.first_word
        return is_alone and not self._view.is_person(self._tokens[phrase.first].text)

    def _is_command(self, at: int) -> bool:
        """Whether somebody is told to do something: "told residents to stay"."""
        if self._form(at) not in ("told", "tells", "tell"):
            return False
        hearer = self._phrases.read(at + 1)
        after = at + 1 if hearer is None else hearer.last + 1
        return self._form(after) in ("to", "which", "who")

    def _tag_before(self, at: int) -> Phrase | None:
        """The phrase before an English verb that follows what was said: "..., Tam joked"."""
        subject = subject_of(self._view, at) if self._view.grammar.is_english else None
        phrase = None if subject is None else subject.phrase
        return phrase if phrase is not None and self._view.is_after_break(phrase.first) and is_speaker(self._view, phrase, at) else None

    def _tag(self, at: int) -> Phrase | None:
        """The phrase after a verb that itself follows what was said: "..., sier Lunde"."""
        return self._following(at) if self._view.is_after_break(at) and self._form(at) != "told" else None

    def _following(self, at: int) -> Phrase | None:
        """The subject that stands right after the verb, past adverbs."""
        place = self._past_both(at + 1)
        while self._form(place) in self._words.adverbs and self._form(place) not in self._words.negations:
            place += 1
        phrase = self._phrases.read(place)
        if phrase is None or not is_speaker(self._view, phrase, at):
            return None
        after = self._form(phrase.last + 1)
        return None if after in words.FINITE or self._verbs.is_deed(self._form(at), after) else self._with_apposition(phrase)

    def _past_both(self, at: int) -> int:
        return at + 1 if self._form(at) in ("både", "both") else at

    def _with_apposition(self, phrase: Phrase) -> Phrase:
        """The name behind a role and a comma instead of the role: "sier ordføreren i Vik, Kari Lunde"."""
        is_role = phrase.kind is Kind.ROLE and phrase.is_singular
        is_owned = phrase.kind is Kind.BODY and self._form(phrase.name_first) in _OWNERS
        is_unknown = phrase.kind is Kind.BODY and not has_head(self._view, phrase)
        if not (is_role or is_owned or is_unknown) or self._form(phrase.last + 1) != ",":
            return phrase
        inner = self._phrases.read(phrase.last + 2)
        if inner is None or inner.kind not in (Kind.PERSON, Kind.NAME) or inner.first != inner.name_first:
            return phrase
        if is_unknown and not is_owned and inner.kind is Kind.NAME:
            return phrase
        after = inner.last + 1
        return inner if after >= len(self._tokens) or self._form(after) in _LIST_MARKS else phrase

    def _is_verb(self, at: int) -> bool:
        return self._verbs.is_finite(self._form(at)) or self._form(at) in words.FINITE

    def _second(self, at: int) -> Phrase | None:
        """The subject after the verb of a Norwegian clause that something else begins: "I går sa Lunde at"."""
        if self._view.grammar.is_english:
            return self._following(at) if at == self._view.first_word and self._form(at) in ("said", "says") else None
        if at == self._view.first_word or self._form(at - 1) in _SUBORDINATORS:
            return None
        phrase = self._following(at)
        if phrase is None:
            return None
        form = self._form(at)
        if form in self._verbs.free or self._form(at - 1) in _PRO_OBJECTS:
            return phrase
        if self._verbs.takes_om(form) and self._form(phrase.last + 1) in ("om", "mot"):
            return phrase
        return phrase if has_complement(self._view, phrase.last + 1, form) else None

    # --- coordination

    def _spread(self, phrase: Phrase | None, at: int, rule: str, *, backwards: bool = False) -> Iterator[Attribution]:
        """The phrase and those joined to it by "og" or "and"."""
        if phrase is None:
            return
        if backwards and self._form(phrase.first - 1) in self._words.conjunctions:
            yield from (Attribution(other, at, rule) for other in reversed(self._listed_before(phrase.first - 2)))
        yield Attribution(phrase, at, rule)
        if not backwards and self._form(phrase.last + 1) in self._words.conjunctions:
            other = self._phrases.read(phrase.last + 2)
            if other is not None and self._is_joinable(other) and not self._is_verb(other.last + 1):
                yield Attribution(other, at, rule)

    def _listed_before(self, end: int) -> list[Phrase]:
        """The phrases of a list that ends at `end`, the last first: "Norge, Sverige og Danmark"."""
        found: list[Phrase] = []
        other = phrase_ending_at(self._view, end)
        while other is not None and self._is_joinable(other) and (not found or other.kind is not Kind.ROLE):
            found.append(other)
            is_list = self._form(other.first - 1) == "," and other.first == other.name_first
            other = phrase_ending_at(self._view, other.first - 2) if is_list and other.first > 1 else None
        return found

    def _is_joinable(self, phrase: Phrase) -> bool:
        if any(self._tokens[place].is_capital for place in range(phrase.name_first, phrase.name_last + 1)):
            return phrase.kind is not Kind.STATEMENT
        if phrase.kind in (Kind.PERSON, Kind.NAME, Kind.OUTLET):
            return True
        return phrase.kind in (Kind.BODY, Kind.ROLE) and has_head(self._view, phrase)

    # --- fixed words

    def _of_fixed_words(self, at: int) -> Iterator[Attribution]:
        yield from self._according(at)
        yield from self._passive(at)
        yield from self._quoted(at)
        yield from self._citing(at)
        yield from self._in_view(at)
        yield from self._colon(at)

    def _according(self, at: int) -> Iterator[Attribution]:
        """"ifølge X", "according to X", "etter det X opplyser"."""
        form, following = self._form(at), self._form(at + 1)
        if form in ("ifølge", "ifølgje", "iflg."):
            place = at + 1
        elif (form == "i" and following in ("følge", "følgje")) or (form == "according" and following == "to"):
            place = at + 2
        elif form == "etter" and following in ("det", "hva", "kva"):
            yield from self._after_what(at + 2)
            return
        else:
            return
        if self._form(place) in ("det", "hva", "kva", "what") and self._phrases.read(place + 1) and not self._phrases.read(place):
            place += 1
        phrase = self._phrases.read(self._past_both(place))
        if phrase is not None and self._form(phrase.name_last) not in words.PLANS and self._form(phrase.name_first) not in words.PLANS:
            yield from self._spread(self._with_apposition(phrase), at, "ifølge")

    def _after_what(self, place: int) -> Iterator[Attribution]:
        """"etter det politiet opplyser", "etter det NRK erfarer"."""
        phrase = self._phrases.read(place)
        if phrase is None:
            return
        verb = phrase.last + 1
        while self._form(verb) in self._words.adverbs or self._form(verb) in self._words.auxiliaries:
            verb += 1
        if self._verbs.is_any(self._form(verb)) or self._form(verb) in words.LEARNING:
            yield from self._spread(phrase, place, "ifølge")

    def _passive(self, at: int) -> Iterator[Attribution]:
        """"opplyses det fra X", "confirmed by X", "heter det i en melding fra X"."""
        form = self._form(at)
        if form in words.S_PASSIVE and not self._view.grammar.is_english:
            reach = 8 if self._form(at + 1) == "det" or self._form(at - 1) == "det" else 3
        elif form in self._verbs.supines and form not in words.NOT_SAYING:
            reach = 2
        else:
            return
        for place in range(at + 1, min(at + 1 + reach, len(self._tokens))):
            if self._form(place) in (",", ".", "at", "that"):
                return
            if self._form(place) in ("av", "by", "fra", "frå", "hos"):
                if is_medium(self._form(place + 1)) or (form == "said" and self._form(at - 1) not in words.BE):
                    return
                phrase = self._phrases.read(place + 1)
                if phrase is not None and is_speaker(self._view, phrase, at) and phrase.kind is not Kind.PRONOUN:
                    yield from self._spread(self._with_apposition(phrase), at, "passive")
                return

    def _quoted(self, at: int) -> Iterator[Attribution]:
        """"X was quoted as saying", "X blir sitert på"."""
        if self._form(at) not in ("quoted", "cited", "sitert", "referert", "quotes", "cites"):
            return
        if self._form(at - 1) not in words.BE:
            yield from self._quoting(at)
            return
        phrase = phrase_ending_at(self._view, at - 2)
        if phrase is not None and phrase.kind is not Kind.STATEMENT:
            yield from self._spread(phrase, at, "quoted", backwards=True)

    def _quoting(self, at: int) -> Iterator[Attribution]:
        """"AFP quoted an aide as saying": the outlet and whom it quotes."""
        subject, phrase = subject_of(self._view, at), self._phrases.read(at + 1)
        if phrase is None or phrase.kind in (Kind.STATEMENT, Kind.OUTLET):
            return
        if subject is not None and subject.phrase is not None and subject.phrase.kind is Kind.OUTLET:
            yield Attribution(subject.phrase, at, "says")
        elif self._form(phrase.last + 1) != "as":
            return
        yield from self._spread(phrase, at, "quoted")

    def _citing(self, at: int) -> Iterator[Attribution]:
        """"citing X", "med henvisning til X"."""
        form = self._form(at)
        if form in words.CITING:
            place = at + 1
        elif form in ("henvisning", "tilvising", "referanse") and self._form(at + 1) == "til" and self._form(at - 1) == "med":
            place = at + 2
        else:
            return
        phrase = self._phrases.read(place)
        if phrase is not None and phrase.kind is not Kind.STATEMENT:
            yield from self._spread(phrase, at, "citing")

    def _in_view(self, at: int) -> Iterator[Attribution]:
        """"etter Lundes mening", "in the ministry's view"."""
        if self._form(at) not in ("etter", "in") or self._form(at - 1) in self._words.determiners:
            return
        for place in range(at + 2, min(at + 7, len(self._tokens))):
            if self._form(place) in ("mening", "meining", "oppfatning", "oppfatting", "vurdering", "syn", "view", "opinion", "words"):
                phrase = self._phrases.read(at + 1)
                if phrase is not None and phrase.last >= place and phrase.kind is not Kind.STATEMENT:
                    yield Attribution(phrase, at, "view")
                return
            if self._tokens[place].form in _ENDS:
                return

    def _colon(self, at: int) -> Iterator[Attribution]:
        """"Politiet: Mann skutt", "Kari Lunde: – Vi gir oss ikke"."""
        if at != self._view.first_word:
            return
        phrase = self._phrases.read(at)
        if phrase is None or self._form(phrase.last + 1) != ":" or phrase.last + 3 >= len(self._tokens):
            return
        opens_quote = self._tokens[phrase.last + 2].is_dash or self._tokens[phrase.last + 2].is_quote_mark
        is_known = phrase.kind is Kind.PERSON or self._tokens[phrase.name_first].form in words.KNOWN_BEFORE_COLON
        if is_known or (opens_quote and phrase.kind in (Kind.NAME, Kind.BODY, Kind.ROLE)):
            yield from self._spread(phrase, phrase.last + 1, "colon", backwards=True)

