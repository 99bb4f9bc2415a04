"""Names of those who speak, folded so that one body is one in every language."""

from __future__ import annotations

from functools import lru_cache

from assistant.figures.english import read_tokens, stems_of
from assistant.figures.places import fold
from vectorstore.facts.bodies import is_body, is_role
from vectorstore.language import ENGLISH
from vectorstore.words import STOP_WORDS, stop_stems

_TITLES = frozenset(
    "spokesman spokeswoman spokesperson talk offici sourc repres head chief leader director minist mayor mr mrs ms dr manag the a".split()
)
_SMALL = stop_stems() - {"who", "it"}
_SAME = {"ministri": "minist", "depart": "servic", "brigad": "servic", "agenc": "servic", "author": "servic", "organis": "organiz"}
"""Words for one sort of body, of which the glossary takes one and an English paper another."""
_KNOWN = {frozenset({"unit", "nation"}): "un", frozenset({"servic", "welfar"}): "nav", frozenset({"health", "organiz", "world"}): "who"}
_BODIES = frozenset("union organiz group worker associ parti compani feder employe employ owner board opposit".split())
"""Words that make another body of a name: the workers' union of a council is not the council."""
_MARKS = str.maketrans("", "", "«»“”\"'’().,")


@lru_cache(20_000)
def fold_speaker(name: str | None, language: str) -> str | None:
    """Return a speaker's name in English and small letters; FN, SN and "the UN" are one."""
    if not name or not name.strip():
        return None
    bare = name.translate(_MARKS).strip() or name
    text = bare if language == ENGLISH else bare[:1].upper() + bare[1:]
    found: dict[str, None] = {}
    for token in read_tokens(text, language):
        if token.text.lower() in STOP_WORDS and not (token.text.isupper() and len(token.text) > 1):
            continue
        is_own = bare[:1].isupper() and token.start == 0 and " " not in token.text and len(token.stems) > 1 and not _is_known(token.text)
        found.update(dict.fromkeys(map(fold, stems_of(token.text) if is_own else token.stems)))
    stems = [_SAME.get(stem, stem) for stem in found if stem not in _SMALL]
    for words, known in _KNOWN.items():
        if words <= set(stems):
            stems = [known, *(stem for stem in stems if stem not in words)]
    return " ".join(dict.fromkeys(stems)) or fold(name)


def _is_known(word: str) -> bool:
    """Whether a compound is what a body or a person is, not a firm's name: Forsvarsdepartementet, not Fjordlaks."""
    return word.endswith(("et", "en", "a", "ne")) and (is_body(word.lower()) or is_role(word.lower()))


def same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two folded names are of one speaker: all words of the shorter stand in the longer, or all but what they are."""
    if one is None or other is None:
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    first, second = sorted((frozenset(one.split()), frozenset(other.split())), key=len)
    return (first <= second and not (second - first) & _BODIES) or (bool(first - _TITLES) and first - _TITLES == second - _TITLES)
