"""Where a text leaves open whether something is so: said to be, possible, likely, feared, suspected.

The hard ones are verbs with two meanings. "Skal ha" and a supine report what is said ("skal ha truet"), "skal" and a deed is a plan
("skal bygge"); "kan" may be a possibility, an ability or a permission. What follows the verb decides, then who its subject is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vectorstore.facts import hedge_words as words
from vectorstore.facts.bodies import is_plural as is_plural_role
from vectorstore.facts.bodies import is_role
from vectorstore.facts.given_names import pronoun_gender
from vectorstore.facts.speech_tokens import Quotes, Token, tokenize
from vectorstore.facts.types import Hedge
from vectorstore.folding import NUMBER_WORDS
from vectorstore.language import ENGLISH
from vectorstore.sentences import split_sentences

_NO_QUOTES = Quotes(())
_REACH = 12
_ADVERB_REACH = 4
_NEGATION_REACH = 4
_SUBJECT_REACH = 5
_NORWEGIAN_PHRASE = re.compile(rf"(?<!\w)(?:{words.NORWEGIAN_PHRASES})(?!\w)", re.IGNORECASE)
_ENGLISH_PHRASE = re.compile(rf"(?<!\w)(?:{words.ENGLISH_PHRASES})(?!\w)", re.IGNORECASE)
_SUPINE = re.compile(r"\w{2,}(?:et|[^aeiouyæøå\W]t|dd|a|[gvmlr]d)")
_PLURAL_PARTICIPLE = re.compile(
    r"\w{2,}(?:dde|nde|lde|rde|gde|vde)|drepne|tekne|funne|skoren|stolen|teken|skriven|funnen|broten|boren|drepen|slegen|driven|riven"
    r"|omkomne|brotne|stolne|skrivne|bitne"
)
_CLAUSE_ENDS = frozenset(". ; : ! ? som at fordi men når hvis dersom that which who because but".split())
_ENGLISH_ADVERB = re.compile(r"\w+ly|also|still|even|well|soon|now|yet|not")
_NOUN_AFTER_ALLEGED = frozenset("that the a an he she it they his her there on in this these i we".split())


def read_hedges(text: str, language: str) -> tuple[Hedge, ...]:
    """Return the hedges of a text of one or more sentences, in order and apart."""
    found: list[Hedge] = []
    for start, end in split_sentences(text, 0, len(text)):
        reader = _SentenceReader(text, tokenize(text, start, end, _NO_QUOTES))
        hedges = reader.english() if language == ENGLISH else reader.norwegian()
        for hedge in sorted(hedges, key=lambda hedge: (hedge.start, -hedge.end)):
            if not found or found[-1].end <= hedge.start:
                found.append(hedge)
    return tuple(found)


class _SentenceReader:
    """Reads the hedges of one sentence."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._forms = [token.form for token in tokens]
        self._names = {token.form for token in tokens if token.is_capital and pronoun_gender(token.form)}

    def norwegian(self) -> Iterator[Hedge]:
        """The hedges of a Norwegian sentence."""
        for at, form in enumerate(self._forms):
            if form in words.NORWEGIAN_ADVERBS and self._is_open(at):
                yield from self._kept(at, at, "word")
            elif form in ("skal", "skulle"):
                yield from self._skal(at)
            elif form in ("kan", "kunne"):
                yield from self._kan(at)
            elif form in words.CHARGED:
                yield from self._charged(at)
            elif form in ("fryktet", "frykta", "antatt", "trodd", "trudd", "antatte"):
                yield from self._held(at, words.FRYKTET_AFTER)
        yield from self._phrases(_NORWEGIAN_PHRASE)

    def english(self) -> Iterator[Hedge]:
        """The hedges of an English sentence."""
        for at, form in enumerate(self._forms):
            if form in words.ENGLISH_ADVERBS and self._is_open_english(at):
                yield from self._kept(at, at, "word")
            elif form in ("may", "might", "could"):
                yield from self._modal(at)
            elif form == "feared":
                yield from self._held(at, words.FEARED_AFTER)
            elif form == "suspect" and (self._form(at - 1) in _SUSPECTING or is_plural_role(self._form(at - 1))):
                yield from self._kept(at, at, "word")
        yield from self._phrases(_ENGLISH_PHRASE)

    def _form(self, at: int) -> str:
        return self._forms[at] if 0 <= at < len(self._forms) else ""

    def _kept(self, first: int, last: int, rule: str) -> Iterator[Hedge]:
        """The hedge over these tokens, unless it is denied or negated."""
        is_negatable = rule == "charge" or self._form(first) in words.NEGATABLE
        if self._is_denied(first) or (is_negatable and self._is_negated(first)):
            return
        start, end = self._tokens[first].start, self._tokens[last].end
        yield Hedge(self._text[start:end], start, end, rule)

    def _is_denied(self, at: int) -> bool:
        """Whether somebody denies the statement that the hedge stands in."""
        return any(
            form in words.DENIALS and self._form(place + 1) not in words.NEGATIONS and self._form(place - 1) not in words.NEGATIONS
            for place, form in enumerate(self._forms[:at])
        )

    def _is_negated(self, at: int) -> bool:
        """Whether the hedging word itself is negated: "ikke lenger mistenkt", "not likely"; "ingen ble trolig skadd" is a hedge."""
        for place in range(at - 1, max(-1, at - 1 - _NEGATION_REACH), -1):
            form = self._form(place)
            if form in _CLAUSE_ENDS or form == ",":
                return False
            if form in words.NEGATIONS:
                return True
        return False

    def _phrases(self, pattern: re.Pattern[str]) -> Iterator[Hedge]:
        if not self._tokens:
            return
        starts = {token.start: place for place, token in enumerate(self._tokens)}
        for match in pattern.finditer(self._text, self._tokens[0].start, self._tokens[-1].end):
            first = starts.get(match.start())
            if first is None or self._is_denied(first) or ("ikk" not in match[0] and "not" not in match[0] and self._is_negated(first)):
                continue
            yield Hedge(match[0], match.start(), match.end(), "phrase")

    def _is_open(self, at: int) -> bool:
        """Whether a word of the list hedges here: not "har påstått at"."""
        return self._form(at) != "påstått" or self._form(at - 1) not in ("har", "hadde", "ha", "også", "tidligere")

    def _is_open_english(self, at: int) -> bool:
        if self._form(at) == "alleged":
            return self._form(at + 1) not in _NOUN_AFTER_ALLEGED
        return True

    def _charged(self, at: int) -> Iterator[Hedge]:
        """"mistenkt for", "er siktet": a charge, not an aim ("siktet mot") or the person charged ("den mistenkte")."""
        is_passive = any(form in words.BE_FORMS for form in self._forms[max(0, at - _ADVERB_REACH) : at])
        if self._form(at + 1) == "for" or (is_passive and self._form(at + 1) not in ("på", "mot", "inn", "seg")):
            yield from self._kept(at, at, "charge")

    def _held(self, at: int, after: frozenset[str]) -> Iterator[Hedge]:
        """"er fryktet omkommet", "blir frykta at", "feared dead"."""
        if self._form(at + 1) in after:
            yield from self._kept(at, at, "held to be")

    # --- skal

    def _skal(self, at: int) -> Iterator[Hedge]:
        if self._is_first_word(at):
            return
        verb = self._perfect(at)
        if verb is not None:
            if (self._form(at) == "skal" and not self._has_deadline()) or (self._form(at) == "skulle" and self._is_reported(at)):
                yield from self._kept(at, at, "said to have")
            return
        if self._is_said_to_be(at):
            yield from self._kept(at, at, "said to be")

    def _is_first_word(self, at: int) -> bool:
        return not any(token.is_word for token in self._tokens[:at])

    def _clause(self, at: int) -> Iterator[int]:
        """The places after `at` up to the end of its clause."""
        for place in range(at + 1, min(at + _REACH, len(self._forms))):
            if self._forms[place] in _CLAUSE_ENDS:
                return
            yield place

    def _perfect(self, at: int) -> int | None:
        """The place of "ha" after the modal at `at` if a supine follows it."""
        for place in self._clause(at):
            if self._forms[place] == "å":
                return None
            if self._forms[place] == "ha":
                reach = range(place + 1, min(place + 1 + _ADVERB_REACH, len(self._forms)))
                return place if any(self._is_supine(after) for after in reach if self._is_reached(place, after)) else None
        return None

    def _is_reached(self, first: int, at: int) -> bool:
        """Whether only adverbs stand between."""
        return all(self._forms[place] in _BETWEEN for place in range(first + 1, at))

    def _is_supine(self, at: int) -> bool:
        form = self._forms[at]
        if form in words.STRONG_SUPINES:
            return True
        return form not in words.NOT_SUPINES and form not in _BETWEEN and _SUPINE.fullmatch(form) is not None

    def _has_deadline(self) -> bool:
        """Whether something is to be done by a day: "innen fredag", "før 1. mars"."""
        if any(form in ("innen", "innan", "senest", "seinast") for form in self._forms):
            return True
        return any(form == "før" and self._form(place + 1)[:1].isdigit() for place, form in enumerate(self._forms))

    def _is_reported(self, at: int) -> bool:
        """Whether "skulle ha" reports what was said rather than what should have been done: a source stands before it."""
        return any(form in words.SOURCE_CUES for form in self._forms[:at]) or any(form in ("ifølge", "ifølgje") for form in self._forms)

    def _is_said_to_be(self, at: int) -> bool:
        """Whether "skal" and a state report what is said."""
        place = next((place for place in self._clause(at) if self._forms[place] in _STATES_AND_BEING), None)
        if place is None or self._has_deadline() or any(form in words.PLANNED for form in self._forms):
            return False
        subject = self._subject_forms(at, place)
        if subject[-1:] and subject[-1] in words.FIRST_PERSONS:
            return False
        is_somebody = self._is_somebody(subject)
        has_source = any(form in words.SOURCE_CUES for form in self._forms)
        if self._forms[place] == "ha":
            return is_somebody and (has_source or self._form(place + 1) in words.HAVINGS)
        if self._forms[place] not in _BEING:
            is_impersonal = "det" in subject and self._forms[place] in words.IMPERSONAL
            return is_somebody or has_source or is_impersonal or any(form in words.MOVABLE for form in subject)
        return self._is_state_of_report(place + 1, is_somebody=is_somebody, has_source=has_source)

    def _is_state_of_report(self, at: int, *, is_somebody: bool, has_source: bool) -> bool:
        """Whether what follows "skal være" is a state that is reported rather than one that is demanded."""
        while self._form(at) in _BETWEEN:
            at += 1
        form = self._form(at)
        if form == "på" and self._form(at + 1) in words.WHEREABOUTS:
            return True
        if form in words.READY and not (has_source and is_somebody):
            return False
        is_participle = _SUPINE.fullmatch(form) or form in words.STRONG_SUPINES or _PLURAL_PARTICIPLE.fullmatch(form)
        if at < len(self._forms) and is_participle:
            return "når" not in self._forms[at:]
        return is_somebody or has_source

    def _subject_forms(self, at: int, verb: int) -> list[str]:
        """The words that may be the subject: those between modal and verb, or else those before the modal."""
        between = [self._forms[place] for place in range(at + 1, verb) if self._forms[place] not in _BETWEEN]
        return between or self._forms[max(0, at - 8) : at]

    def _is_somebody(self, subject: Sequence[str]) -> bool:
        if any(form in words.PEOPLE or form.endswith(("åringen", "åringene", "åringane")) for form in subject):
            return True
        if self._names and any(form in self._names for form in subject):
            return True
        return any(is_role(form) and form.endswith(("en", "a")) for form in subject)

    # --- kan

    def _kan(self, at: int) -> Iterator[Hedge]:
        if self._is_first_word(at) or self._is_habit():
            return
        if self._form(at + 1) in words.NEGATIONS:
            return
        if self._perfect(at) is not None:
            if self._form(at) == "kan" or self._form(at - 1) in ("at", "som") or "at" in self._forms[:at]:
                yield from self._kept(at, at, "possibility")
            return
        if any(self._forms[place] == "ha" and self._form(place + 1) in words.CONNECTIONS for place in self._clause(at)):
            yield from self._kept(at, at, "possibility")
            return
        place = self._infinitive(at)
        if place is not None and self._is_possibility(at, place):
            yield from self._kept(at, at, "possibility")

    def _is_habit(self) -> bool:
        """Whether the sentence tells of what happens again and again: "om våren kan elva stige"."""
        if any(form in words.HABITS for form in self._forms):
            return True
        if any(form == "om" and self._form(place + 1) in words.SEASONS for place, form in enumerate(self._forms)):
            return True
        return self._form(0) in ("om", "i") and any(form in words.HABITUAL_TIMES for form in self._forms[1:3])

    def _infinitive(self, at: int) -> int | None:
        """The verb of "kan": the first infinitive after it, past adverbs and a subject that stands between."""
        for place in self._clause(at):
            form = self._forms[place]
            if form in words.POSSIBLE or (form not in _BETWEEN and self._looks_infinitive(at, place)):
                return place
        return None

    def _looks_infinitive(self, at: int, place: int) -> bool:
        """Whether an unknown word right after the modal must be its verb."""
        return self._is_reached(at, place) and self._forms[place].endswith(("e", "a", "s", "å"))

    def _is_possibility(self, at: int, place: int) -> bool:
        form = self._forms[place]
        if form not in words.POSSIBLE:
            return False
        if self._form(at) == "kunne" and (form not in words.KUNNE or self._is_agent(self._subject_forms(at, place))):
            return False
        if form in ("være", "vere", "bli") and self._is_general(place + 1, grows=form == "bli"):
            return False
        return form not in words.AGENT_WITH_KAN or not self._is_agent(self._subject_forms(at, place))

    def _is_general(self, at: int, *, grows: bool) -> bool:
        """Whether "kan være vanskelig å", "kan bli to meter lang" says what something is like in general."""
        following = self._forms[at : at + _ADVERB_REACH]
        return "å" in following[:3] or bool(grows and following and self._is_amount(following[0]) and words.MEASURES & set(following[2:]))

    def _is_amount(self, form: str) -> bool:
        return form[:1].isdigit() or form in NUMBER_WORDS or form in ("over", "opptil", "nesten", "flere", "fleire")

    def _is_agent(self, subject: Sequence[str]) -> bool:
        """Whether the subject is somebody who may do things: a person or people."""
        pronouns = ("du", "vi", "jeg", "eg", "man", "dere", "dykk", "folk", "alle", "ein", "en")
        if self._is_somebody(subject) or any(form in pronouns for form in subject):
            return True
        return any(is_role(form) for form in subject)

    # --- English modals

    def _modal(self, at: int) -> Iterator[Hedge]:
        form, place = self._form(at), at + 1
        if self._tokens[at].is_capital and form == "may":
            return
        while _ENGLISH_ADVERB.fullmatch(self._form(place)) and self._form(place) != "not":
            place += 1
        verb = self._form(place)
        if not verb or not verb[0].isalpha() or verb in _NO_VERBS:
            return
        if form == "may":
            is_open = not self._is_permission(at, place)
        elif form == "might":
            is_open = self._form(at - 1) not in _BEFORE_NOUN
        else:
            is_open = self._could(at, place)
        if is_open:
            yield from self._kept(at, at, "possibility")

    def _is_permission(self, at: int, place: int) -> bool:
        verb = self._form(place)
        if verb == "not":
            return self._form(place + 1) in words.PERMITTED or self._form(place + 1) == "be"
        if verb == "be" and self._form(place + 1) in words.PERMITTED_PASSIVES:
            return True
        if verb not in words.PERMITTED:
            return False
        before, subject = self._form(at - 1), self._forms[max(0, at - _SUBJECT_REACH) : at]
        if before in ("you", "anyone", "everyone", "one") or "each" in subject or "any" in subject:
            return True
        people = next((place for place, form in enumerate(subject) if is_role(form) and is_plural_role(form)), None)
        if people is None and not before.endswith("s"):
            return False
        return not any(form in ("the", "its", "his", "these") for form in subject[:people])

    def _could(self, at: int, place: int) -> bool:
        verb = self._form(place)
        if verb == "not":
            return False
        if verb == "be" and self._form(place + 1) in words.ABLE_PASSIVES:
            return False
        before = self._form(at - 1)
        if verb == "have" and before in ("i", "we", "you"):
            return False
        is_somebody = before in words.ENGLISH_PEOPLE or is_role(before)
        if verb == "see":
            return not is_somebody and not before.endswith("ers")
        if verb in words.POSSIBLE_ENGLISH:
            return True
        return not is_somebody and verb not in words.ABLE_VERBS


_BEING = frozenset("være vere vera".split())
_STATES_AND_BEING = words.STATES | _BEING | {"ha"}
_BETWEEN = frozenset(
    """
    allerede allereie også òg tidligere tidlegare ikke ikkje aldri da då så selv sjølv igjen nå no blant annet senere seinare nylig nyleg
    både nesten flere fleire mellom anna dessuten derfor difor nettopp først fyrst fortsatt framleis fremdeles alt likevel dermed helt heilt
    kun bare berre seg
    """.split()
)
_SUSPECTING = frozenset("police they we i authorities officials".split())
_NO_VERBS = frozenset("and or of in on at to from by with for the a an as but nor".split())
_BEFORE_NOUN = frozenset("military political economic full their the his her its industrial naval all and financial with of".split())
