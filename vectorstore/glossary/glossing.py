"""Norwegian text -> English, word by word, so that both languages can be matched in one.

A word is looked up as a phrase, an irregular form, a lemma, an inflection, a compound, in that order; what
is found nowhere stays as it is. It is no translation: word order and grammar stay Norwegian, which
neither an embedding of content words nor a word index minds much.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from vectorstore.glossary.entries import Glossary, links, load_glossary, pieces
from vectorstore.glossary.inflection import candidates

_ORDER = ("v", "n", "adj", "adv", "prep", "conj", "pron", "det", "num", "interj", "name")
_OPENS = frozenset('.!?–—-:«"“')
_CONTENT = ("n", "adj", "v")
_FUNCTION = ("prep", "conj", "pron", "det", "adv", "num")
_LEAST_LEFT, _LEAST_RIGHT = 3, 3
_LONGEST_COMPOUND = 60
_KEPT = 50_000


class How(StrEnum):
    """How a word's gloss was found."""

    PHRASE = "phrase"
    NAME = "name"
    LEMMA = "lemma"
    INFLECTED = "inflected"
    COMPOUND = "compound"
    NUMBER = "number"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word or phrase of the text, its glosses, best first, and how they were found."""

    text: str
    glosses: tuple[str, ...]
    how: How


def gloss(text: str) -> list[Gloss]:
    """Return the glosses of a Norwegian text's words, in order; what is no word is left out."""
    text_pieces = pieces(text)
    parts = [part for part in text_pieces if part[0].isalnum()]
    linked = links(text_pieces)
    starts = _sentence_starts(text_pieces)
    found: list[Gloss] = []
    at = 0
    while at < len(parts):
        length, glosses = _phrase(parts[at].lower(), linked, at)
        if length:
            found.append(Gloss(" ".join(parts[at : at + length]), _split(glosses), How.PHRASE))
        else:
            found.append(_word(parts[at], at in starts))
        at += length or 1
    return found


def gloss_text(text: str) -> str:
    """Return a Norwegian text with each word replaced by its best gloss."""
    return " ".join(word.glosses[0] for word in gloss(text))


def _sentence_starts(text_pieces: Sequence[str]) -> frozenset[int]:
    """Places, counted in words, of words that begin a sentence or a quote: their capital says nothing."""
    starts, count, is_open = set(), 0, True
    for piece in text_pieces:
        if piece[0].isalnum():
            if is_open:
                starts.add(count)
            count, is_open = count + 1, False
        elif piece != "-" and piece.rstrip()[-1:] in _OPENS:
            is_open = True
    return frozenset(starts)


def _phrase(form: str, linked: Sequence[str], at: int) -> tuple[int, str]:
    """The length in words and the glosses of the longest phrase that begins here; (0, "") if none does.

    Its first word, `form`, may be inflected.
    """
    phrases = load_glossary().phrases
    for first in _first_words(form):
        for count, by_rest in phrases[first].items():
            if found := by_rest.get(tuple(linked[at + 1 : at + 1 + count])):
                return count + 1, found
    return 0, ""


@lru_cache(_KEPT)
def _first_words(form: str) -> tuple[str, ...]:
    """A form and the verbs it may be an inflection of, as far as a phrase begins with them."""
    glossary = load_glossary()
    lemmas = [form, *glossary.irregular.get(form, ()), *(lemma for lemma, pos in candidates(form) if pos == "v")]
    return tuple(lemma for lemma in dict.fromkeys(lemmas) if lemma in glossary.phrases)


@lru_cache(_KEPT)
def _word(part: str, is_start: bool) -> Gloss:
    if part[0].isdigit():
        return Gloss(part, (part,), How.NUMBER)
    if part[0].isupper():
        return _capitalised(part, is_start)
    return _lower(part)


def _capitalised(part: str, is_start: bool) -> Gloss:
    """A name if listed; a common word at a sentence start or in capitals throughout; else left alone."""
    names = load_glossary().names
    for form in (part, part.removesuffix("s")):
        if form in names:
            return Gloss(part, _split(names[form]), How.NAME)
    lower = _lower(part.lower())
    is_shouted = part.isupper() and len(part) > _LEAST_LEFT
    if (is_start or is_shouted) and lower.how is not How.UNKNOWN:
        return Gloss(part, lower.glosses, lower.how)
    return Gloss(part, (part,), How.NAME)


@lru_cache(_KEPT)
def _lower(form: str) -> Gloss:
    """A word in lower case, by each way in turn."""
    glossary = load_glossary()
    for how, found in (
        (How.LEMMA, _function_word(glossary, form)),
        (How.INFLECTED, _irregular(glossary, form)),
        (How.LEMMA, _lemma(glossary, form)),
        (How.INFLECTED, _inflected(glossary, form)),
        (How.COMPOUND, _compound(glossary, form)),
    ):
        if found:
            return Gloss(form, _split(found), how)
    return Gloss(form, (form,), How.UNKNOWN)


def _split(glosses: str) -> tuple[str, ...]:
    return tuple(glosses.split("; "))


def _function_word(glossary: Glossary, form: str) -> str:
    return _first_of(glossary, form, _FUNCTION)


def _lemma(glossary: Glossary, form: str) -> str:
    return _first_of(glossary, form, _ORDER)


def _content_lemma(glossary: Glossary, form: str) -> str:
    return _first_of(glossary, form, _CONTENT)


def _first_of(glossary: Glossary, form: str, order: Sequence[str]) -> str:
    """The glosses of a form by the first part of speech of `order` it has, or ""."""
    entry = glossary.lemmas.get(form)
    return next((entry[pos] for pos in order if pos in entry), "") if entry else ""


def _irregular(glossary: Glossary, form: str) -> str:
    return next(filter(None, (_lemma(glossary, lemma) for lemma in glossary.irregular.get(form, ()))), "")


def _inflected(glossary: Glossary, form: str) -> str:
    for lemma, pos in candidates(form):
        entry = glossary.lemmas.get(lemma)
        if entry and (found := entry.get(pos) or (pos == "n" and entry.get("num"))):
            return found
    return ""


def _compound(glossary: Glossary, form: str) -> str:
    """The gloss of two parts that are both known, joined by nothing, -s- or -e-; the longest right part wins.

    The right part carries the inflection, so only a noun, adjective or verb may stand there.
    """
    if len(form) > _LONGEST_COMPOUND:
        return ""
    for cut in range(_LEAST_LEFT, len(form) - _LEAST_RIGHT + 1):
        left, right = form[:cut], form[cut:]
        if (last := _right_part(glossary, right)) and (first := _left_part(glossary, left)):
            return f"{first} {last}"
    return ""


def _right_part(glossary: Glossary, part: str) -> str:
    found = _content_lemma(glossary, part)
    if not found and len(part) > _LEAST_RIGHT:
        found = _irregular(glossary, part) or _inflected(glossary, part)
    return _split(found)[0]


def _left_part(glossary: Glossary, left: str) -> str:
    """The gloss of a first part; a joint -s- or -e- is cut off, and a verb may stand without its -e."""
    for part in _left_variants(left):
        if found := _content_lemma(glossary, part):
            return _split(found)[0]
    return _compound(glossary, left.removesuffix("s")) if len(left) > 2 * _LEAST_LEFT else ""


def _left_variants(left: str) -> Iterator[str]:
    yield left
    if left[-1] in "se" and len(left) > _LEAST_LEFT:
        yield left[:-1]
    yield left + "e"
