"""Norwegian text -> English, word by word, so that both languages can be matched in one.

It is no translation: word order and grammar stay Norwegian, which neither an embedding of content words nor a
word index minds much. What is found nowhere stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from vectorstore.glossary.context import Before, is_verb
from vectorstore.glossary.entries import Glossary, Line, OwnWord, load_glossary, read_line
from vectorstore.glossary.inflection import candidates
from vectorstore.glossary.lookup import How, Lookup, Reading

_LEAST_SHOUTED = 4
_KEPT = 50_000
_PARTICLES = frozenset("opp ned ut inn bort fram frem tilbake sammen saman attende hjem heim".split())
_FARTHEST_PARTICLE = 3
_AUXILIARIES = frozenset("være ha bli få kunne skulle ville måtte burde vere verta kunna skulla vilja".split())
"""Verbs that stand anywhere in a sentence: the word before tells nothing."""
_DEFINITE = ("en", "et", "ene", "ane", "a")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word or phrase of the text, its glosses, best first, how they were found and under which lemmas they stand."""

    text: str
    glosses: tuple[str, ...]
    how: How
    lemmas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Choice:
    """The likeliest gloss of a form; and, where it may be noun or verb, both."""

    first: Gloss
    pos: str = ""
    noun: Gloss | None = None
    verb: Gloss | None = None

    def before(self) -> Before:
        """What this word, which is no name, says of the next one."""
        word = self.first.text
        is_definite = self.pos == "n" and self.first.how is not How.LEMMA and word.endswith(_DEFINITE)
        return Before(word, is_definite, self.pos == "adj")


class Glosser:
    """Glosses texts with one glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._lookup = Lookup(glossary)
        self._choice = lru_cache(_KEPT)(self._worked_out)
        self._first_words = lru_cache(_KEPT)(self._verbs_of)

    def gloss(self, text: str) -> list[Gloss]:
        """Return the glosses of a Norwegian text's words, in order; what is no word is left out."""
        return list(self._glosses(read_line(text)))

    def gloss_text(self, text: str) -> str:
        """Return a Norwegian text with each word replaced by its best gloss."""
        return " ".join([found.glosses[0] for found in self._glosses(read_line(text))])

    def _glosses(self, line: Line) -> Iterator[Gloss]:
        taken: set[int] = set()
        for at, word in enumerate(line.words):
            if at in taken:
                continue
            phrase = self._phrase(line, at) if self._first_words(word.lower()) else None
            if phrase and taken.isdisjoint(phrase[0]):
                places, glosses = phrase
                taken.update(places)
                yield Gloss(" ".join(line.words[place] for place in places), glosses, How.PHRASE)
            else:
                yield self._word(line, at)

    # Words

    def _word(self, line: Line, at: int) -> Gloss:
        choice = self._choice(line.words[at], at in line.starts)
        if choice.pos in ("n", "v") and self._opens_name(line, at, choice):
            return Gloss(line.words[at], (line.words[at],), How.NAME)
        if choice.noun is None or choice.verb is None:
            return choice.first
        default = choice.first is choice.verb
        if at in line.starts:
            return choice.first
        before = self._choice(line.words[at - 1], at - 1 in line.starts).before()
        form = line.words[at].lower()
        is_infinitive = choice.verb.lemmas == (form,)
        return choice.verb if is_verb(form, before, is_infinitive=is_infinitive, default=default) else choice.noun

    def _opens_name(self, line: Line, at: int, choice: _Choice) -> bool:
        """Whether a word at a sentence start is a given name that is spelled like an inflected word: "Kåre Berg", "Hanna Lie"."""
        if at not in line.starts or at + 1 == len(line.words) or choice.first.text[0].islower():
            return False
        after = line.words[at + 1]
        is_joined = after[0].isupper() and not line.links[at + 1].startswith(".") and at + 1 not in line.starts
        return is_joined and choice.first.text.endswith(("a", "e", "i")) and (choice.pos == "v" or choice.first.how is How.INFLECTED)

    def _worked_out(self, word: str, is_start: bool) -> _Choice:
        """A name if listed; a common word in lower case, at a sentence start or in capitals throughout; else left alone."""
        if word[0].isdigit():
            return _Choice(Gloss(word, (word,), How.NUMBER))
        if not word[0].isupper():
            return self._common(word, word) or _Choice(Gloss(word, (word,), How.UNKNOWN))
        for form in (word, word.removesuffix("s")):
            if form in self._glossary.names:
                return _Choice(Gloss(word, tuple(self._glossary.names[form].split("; ")), How.NAME, (form,)))
        is_shouted = word.isupper() and len(word) >= _LEAST_SHOUTED
        common = self._common(word, word.lower()) if is_start or is_shouted else None
        return common or _Choice(Gloss(word, (word,), How.NAME))

    def _common(self, word: str, form: str) -> _Choice | None:
        readings = self._lookup.readings(form)
        if not readings:
            return None
        first = readings[0]
        noun, verb = (next((reading for reading in readings if reading.pos == pos), None) for pos in ("n", "v"))
        if first.pos not in ("n", "v") or noun is None or verb is None or first.lemmas[0] in _AUXILIARIES:
            return _Choice(_gloss_of(word, first), first.pos)
        by_noun, by_verb = _gloss_of(word, noun), _gloss_of(word, verb)
        return _Choice(by_noun if first is noun else by_verb, first.pos, by_noun, by_verb)

    # Phrases

    def _phrase(self, line: Line, at: int) -> tuple[tuple[int, ...], tuple[str, ...]] | None:
        """The places and the glosses of the longest phrase that begins here, or of a verb whose particle stands apart.

        Its first word may be inflected.
        """
        for first in self._first_words(line.words[at].lower()):
            phrases = self._glossary.phrases[first]
            for count, by_rest in phrases.items():
                if found := by_rest.get(tuple(line.links[at + 1 : at + 1 + count])):
                    return tuple(range(at, at + 1 + count)), tuple(found.split("; "))
            if not self._may_be_verb(line, at):
                continue
            for place in range(at + 2, min(at + 1 + _FARTHEST_PARTICLE, len(line.words))):
                if line.links[place - 1].startswith("."):
                    break
                if line.links[place] in _PARTICLES and (found := phrases.get(1, {}).get((line.links[place],))):
                    return (at, place), tuple(found.split("; "))
        return None

    def _may_be_verb(self, line: Line, at: int) -> bool:
        """Whether a word is read as a verb anywhere: "så" in "så gikk han opp" is none, though "se" has the form."""
        choice = self._choice(line.words[at], at in line.starts)
        return choice.pos == "v" or choice.verb is not None

    def _verbs_of(self, form: str) -> tuple[str, ...]:
        """A form and the verbs it may be an inflection of, as far as a phrase begins with them."""
        verbs = (lemma for lemma, pos in candidates(form) if pos == "v")
        lemmas = [form, *self._glossary.irregular.get(form, ()), *verbs]
        return tuple(lemma for lemma in dict.fromkeys(lemmas) if lemma in self._glossary.phrases)


def _gloss_of(word: str, reading: Reading) -> Gloss:
    return Gloss(word, reading.glosses, reading.how, reading.lemmas)


@cache
def glosser() -> Glosser:
    """Return the glosser of Belegg's own lists."""
    return Glosser(load_glossary())


def glosser_with(own: Iterable[OwnWord]) -> Glosser:
    """Return a glosser that knows a newsroom's own words too."""
    rows = tuple(own)
    return Glosser(load_glossary().with_own(rows)) if rows else glosser()
