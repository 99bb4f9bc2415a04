"""One word -> what it may be: its readings, likeliest first, each with its glosses and how it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from vectorstore.glossary.entries import OWN, PREFIX, SUFFIX, Glossary
from vectorstore.glossary.inflection import DERIVED, candidates

_FUNCTION = ("prep", "conj", "pron", "det", "adv", "num")
_OTHERS = ("interj", "name")
_CONTENT = ("n", "v", "adj")
_FIRST = (OWN, "n", "adj", "num")
_ALWAYS_JOINED = ("ing", "het", "heit", "sjon", "dom", "skap")
_RIGHT = frozenset((*_CONTENT, OWN, SUFFIX))
_ADDS_NOTHING = "~"
"""The gloss of a suffix that English has no word for: ærlighet is "honest"."""
_LEAST_LEFT, _LEAST_RIGHT = 3, 3
_LEAST_NUMERAL = 5
"""Numerals that have a plural: tusener, millioner; but "tor" is no two."""
_LONGEST_COMPOUND = 60
_KEPT = 50_000


class How(StrEnum):
    """How a word's gloss was found."""

    OWN = "newsroom's own"
    PHRASE = "phrase"
    NAME = "name"
    LEMMA = "lemma"
    INFLECTED = "inflected"
    COMPOUND = "compound"
    NUMBER = "number"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form may be: its glosses, best first, and the lemma, or the parts of a compound, that they stand under."""

    glosses: tuple[str, ...]
    how: How
    pos: str
    lemmas: tuple[str, ...]


class Lookup:
    """Readings of words in lower case; each form is worked out once."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self.readings = lru_cache(_KEPT)(self._readings)

    def _readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a form, likeliest first; a compound only where there is no other; () if unknown.

        A form for which the lists name a reading has that first. Else the order is: the newsroom's own word, a
        function word, an irregular form, a lemma, an inflected form, its longest ending first.
        """
        listed = self._listed(form)
        if listed:
            return listed
        compound = self._compound(form)
        return (compound,) if compound else ()

    def _listed(self, form: str) -> tuple[Reading, ...]:
        found: dict[tuple[tuple[str, ...], str], Reading] = {}
        for reading in self._simple(form):
            found.setdefault((reading.lemmas, reading.pos), reading)
        preferred = self._glossary.preferred.get(form)
        if preferred is None:
            return tuple(found.values())
        return tuple(sorted(found.values(), key=lambda reading: reading.pos != OWN and (reading.lemmas[0], reading.pos) != preferred))

    def _simple(self, form: str) -> Iterator[Reading]:
        yield from self._as_lemma(form, How.OWN, (OWN,))
        yield from self._as_lemma(form, How.LEMMA, _FUNCTION)
        for lemma in self._glossary.irregular.get(form, ()):
            yield from self._as_lemma(lemma, How.INFLECTED, (OWN, "v", *_FUNCTION, "n", "adj"))
        yield from self._as_lemma(form, How.LEMMA, (*_CONTENT, *_OTHERS))
        yield from self._inflected(form)
        yield from self._with_irregular_end(form)

    def _as_lemma(self, lemma: str, how: How, order: Sequence[str]) -> Iterator[Reading]:
        entry = self._glossary.lemmas.get(lemma)
        if entry:
            for pos in order:
                if pos in entry:
                    yield Reading(_split(entry[pos]), How.OWN if pos == OWN else how, pos, (lemma,))

    def _inflected(self, form: str) -> Iterator[Reading]:
        lemmas = self._glossary.lemmas
        for lemma, pos in candidates(form):
            entry = lemmas.get(lemma)
            if entry:
                if pos == DERIVED:
                    kinds: tuple[str, ...] = ("v",)
                elif pos == "n" and len(lemma) >= _LEAST_NUMERAL:
                    kinds = (OWN, "n", "num")
                else:
                    kinds = (OWN, pos)
                for kind in kinds:
                    if kind in entry:
                        yield Reading(
                            _split(entry[kind]), How.OWN if kind == OWN else How.INFLECTED, "n" if pos == DERIVED else pos, (lemma,)
                        )

    def _with_irregular_end(self, form: str) -> Iterator[Reading]:
        """The genitive of an irregular form (nordmenns), and a listed compound whose end is one (politimenn, håndbøker)."""
        irregular = self._glossary.irregular
        for lemma in irregular.get(form.removesuffix("s"), ()) if form.endswith("s") else ():
            yield from self._as_lemma(lemma, How.INFLECTED, ("n",))
        for cut in range(_LEAST_LEFT, len(form) - _LEAST_RIGHT + 1):
            for lemma in irregular.get(form[cut:], ()):
                yield from self._as_lemma(form[:cut] + lemma, How.INFLECTED, (OWN, "n", "v", "adj"))

    # Compounds

    def _compound(self, form: str) -> Reading | None:
        """Two parts that are both known, joined by nothing, -s- or -e-; the split that bends the parts least.

        Of two such the one without a prefix: etterforskning-s-leder, not etter-forskningsleder. One with a word of the
        newsroom's own comes before all. The right part carries the inflection, so only a noun, adjective or verb may stand there.
        """
        if len(form) > _LONGEST_COMPOUND:
            return None
        best: tuple[tuple[bool, int, bool], Reading, Reading] | None = None
        for cut in range(1, len(form) - 1):
            if (right := self._right_part(form[cut:])) and (left := self._left_part(form[:cut], form[cut])):
                cost = How.OWN not in (left[1].how, right[1].how), left[0] + right[0], left[1].pos == PREFIX
                if best is None or cost < best[0]:
                    best = cost, left[1], right[1]
        if best is None:
            return None
        _, first, last = best
        gloss = first.glosses[0] if last.glosses == (_ADDS_NOTHING,) else f"{first.glosses[0]} {last.glosses[0]}"
        return Reading((gloss,), How.COMPOUND, last.pos, (*first.lemmas, *last.lemmas))

    def _right_part(self, part: str) -> tuple[int, Reading] | None:
        """The reading of a last part, and how far it is from a lemma; a short one must be a lemma itself, or a suffix."""
        if len(part) < _LEAST_RIGHT:
            suffix = next(self._as_lemma(part, How.LEMMA, (SUFFIX,)), None)
            return (0, suffix) if suffix else None
        for cost, found in (
            (0, self._as_lemma(part, How.LEMMA, (SUFFIX, OWN, *_CONTENT))),
            (1, iter(self._listed(part) if len(part) > _LEAST_RIGHT else ())),
        ):
            reading = next((reading for reading in found if reading.pos in _RIGHT), None)
            if reading:
                return cost, reading
        return None

    def _left_part(self, part: str, following: str) -> tuple[int, Reading] | None:
        """The reading of a first part and how much it is bent; `following` is the letter after it."""
        prefix = next(self._as_lemma(part, How.LEMMA, (PREFIX,)), None)
        if prefix:
            return 0, prefix
        if len(part) < _LEAST_LEFT:
            return None
        for cost, form, order in _left_variants(part, following):
            reading = next(self._as_lemma(form, How.LEMMA, order), None)
            if reading:
                return cost, reading
        if len(part) > 2 * _LEAST_LEFT and (compound := self._compound(part.removesuffix("s"))):
            return 3, compound
        return None


def _left_variants(left: str, following: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """What a first part may stand for: how much it is bent, the lemma, and which parts of speech that may be.

    As it is; without a joint -s- or -e-; a verb; the double consonant of which one fell out before a third (nattog); a
    verb without its -e. Words in -ing, -het, -sjon, -dom and -skap always have the -s-.
    """
    if not left.endswith(_ALWAYS_JOINED):
        yield 0, left, _FIRST
    if left[-1] in "se" and len(left) > _LEAST_LEFT:
        yield int(left[-1] == "e"), left[:-1], _FIRST
    yield 1, left, ("v",)
    if left[-1] == following and following not in "aeiouyæøå":
        yield 1, left + following, _FIRST
    yield 2, left + "e", ("n", "v")


def _split(glosses: str) -> tuple[str, ...]:
    return tuple(glosses.split("; "))
