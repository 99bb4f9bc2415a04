"""The proper names and numbers of a text: what stays the same when a story is told in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from vectorstore.folding import MONTHS
from vectorstore.glossary.entries import Line, load_glossary, read_line
from vectorstore.language import FUNCTION_WORDS
from vectorstore.words import words

_TITLES = frozenset("mr mrs ms dr gov sen rep lt col sgt gen st prof".split())
"""What is written with a full stop before a name."""
_CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday may".split()) | MONTHS.keys()
_AGENCIES = frozenset("ntb npk afp ap reuters dpa tt ritzau associated press".split())
_NO_NAMES = frozenset().union(_TITLES, _CALENDAR, _AGENCIES, *FUNCTION_WORDS.values())
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHORTEST_WITH_GENITIVE = 4


def names_in(text: str) -> frozenset[str]:
    """Return the words of proper names in lower case; a sentence's first word is one only before another or where it recurs inside."""
    found: set[str] = set()
    openings: set[str] = set()
    for line in text.splitlines():
        read = read_line(line)
        for place, word in enumerate(read.words):
            if not word[0].isupper():
                continue
            (openings if _is_opening(read, place) else found).add(_folded(word))
    inside = {_nominative(name) for name in found}
    named = found | {name for name in openings if _nominative(name) in inside}
    return frozenset(name for name in named if len(name) > 1 and name not in _NO_NAMES)


def _is_opening(read: Line, place: int) -> bool:
    """Whether a word's capital may be that of its sentence."""
    if place not in read.starts or (place and read.words[place - 1].lower() in _TITLES):
        return False
    following = "" if place + 1 in read.starts else "".join(read.words[place + 1 : place + 2])
    return not following[:1].isupper()


def _folded(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def _nominative(name: str) -> str:
    return name[:-1] if name.endswith("s") and len(name) >= _SHORTEST_WITH_GENITIVE else name


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of a text other than 0 and 1, without thousands marks, as `words` folds them."""
    forms = {word.form for word in words(text)}
    return frozenset(form for form in forms if _NUMBER.fullmatch(form)) - {"0", "1"}


def in_one_language(names: Iterable[str]) -> frozenset[str]:
    """Return names without genitive, in English where the word lists have them: "noregs" and "norway" are one."""
    return frozenset(part for name in names for part in _keys(name))


@lru_cache(maxsize=50_000)
def _keys(name: str) -> tuple[str, ...]:
    known = _english_names()
    english = known.get(name) or known.get(_nominative(name)) or name
    return tuple(_nominative(part) for part in english.split())


@cache
def _english_names() -> dict[str, str]:
    """The first English gloss of each name of the lists, all in lower case and without brackets."""
    glosses = ((name.lower(), glosses.split("; ")[0].split(" (")[0].lower()) for name, glosses in load_glossary().names.items())
    return dict(glosses)
