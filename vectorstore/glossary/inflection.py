"""Form -> candidate lemmas, by the endings of both written standards. Pure; the glossary decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_NOUN = {
    "": ("",), "en": ("e", ""), "et": ("", "e"), "a": ("", "e"), "n": ("",), "t": ("",), "er": ("e", ""), "r": ("",),
    "ene": ("e", ""), "ar": ("e", ""), "ane": ("e", ""), "ne": ("", "er"), "e": ("", "er"), "rne": ("r",),
    "ien": ("ie",), "ier": ("ium", "ie"), "iet": ("ium", "ie"), "iene": ("ium", "ie"), "eet": ("eum",), "eer": ("eum",),
    "eene": ("eum",), "ler": ("el",), "lene": ("el",), "lar": ("el",), "lane": ("el",), "rer": ("er",), "rene": ("er",),
    "ner": ("en",), "nene": ("en",), "la": ("el",), "ra": ("er",), "re": ("er",),
}  # fmt: skip
_VERB = {
    "": ("e",), "er": ("e",), "r": ("", "e"), "te": ("e", ""), "t": ("e", ""), "et": ("e",), "a": ("e",), "de": ("e", ""), "d": ("e",),
    "dde": ("",), "dd": ("",), "dt": ("",), "tt": ("",), "s": ("", "e"), "es": ("e",), "st": ("e", "s"), "ast": ("e",),
    "ende": ("e",), "ande": ("e",),
    "ar": ("e", "a"), "ede": ("e",), "tes": ("e",), "des": ("e",), "ddes": ("",), "ete": ("e",), "est": ("e",),
}  # fmt: skip
_ADJECTIVE = {
    "": ("",), "t": ("", "d"), "e": ("", "et"), "tt": ("", "d"), "ere": ("", "e"), "est": ("", "e"), "este": ("", "e"),
    "st": ("",), "ste": ("",), "are": ("", "e"), "ast": ("", "e"), "aste": ("", "e"), "le": ("el",), "re": ("er",), "ne": ("en",),
    "lere": ("el",), "rere": ("er",), "lest": ("el",), "rest": ("er",), "leste": ("el",), "reste": ("er",),
    "ede": ("et",), "te": ("t",), "et": ("",), "a": ("et",),
}  # fmt: skip

_DERIVED = ("ing", "inga", "ingen", "inger", "ingene", "ingane", "ingar", "else", "elsen", "elser", "elsene")
"""Nouns made of verbs, with their own endings: the verb stands for one that is not listed itself."""

ENDINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"n": _NOUN, "adj": _ADJECTIVE, "v": _VERB}
"""By part of speech: an ending, and what the lemma has in its place, the likelier first (damer: dame before dam)."""

DERIVED = "derived"
"""In the place of a part of speech: the lemma is the verb that this noun was made of."""

_UNDOUBLED = {"mm": ("n", "adj"), "tt": ("v",)}
"""Consonants that are doubled before an ending and single in the lemma: rommet, rom; no word ends in -mm."""
_CONSONANTS = frozenset("bdfgklmnprstv")
_FALLING_OUT = ("el", "er", "en")
_LEAST_STEM = 2
_LONGEST_ENDING = 6
_REPLACED = {
    ending: tuple((pos, replacement) for pos, endings in ENDINGS.items() for replacement in endings.get(ending, ()))
    for ending in {ending for endings in ENDINGS.values() for ending in endings}
}


def candidates(form: str) -> Iterator[tuple[str, str]]:
    """Yield (lemma, part of speech) that `form` may be an inflection of, longest ending first.

    A doubled m or t before an ending is also tried single (rommet, rom), a genitive -s is cut off, and what
    is left at last is the verb that a noun was made of.
    """
    yield from _bases(form)
    nominative = form.removesuffix("s")
    if len(nominative) < len(form) and len(nominative) > _LEAST_STEM:
        yield from ((lemma, pos) for lemma, pos in _bases(nominative) if pos == "n")
    for ending in _DERIVED:
        if nominative.endswith(ending) and len(nominative) - len(ending) > _LEAST_STEM:
            yield nominative.removesuffix(ending) + "e", DERIVED


def _bases(form: str) -> Iterator[tuple[str, str]]:
    for cut in range(min(_LONGEST_ENDING, len(form) - _LEAST_STEM), -1, -1):
        stem, ending = form[: len(form) - cut], form[len(form) - cut :]
        endings = _REPLACED.get(ending)
        if endings:
            yield from ((stem + replacement, pos) for pos, replacement in endings)
            if cut and len(stem) > _LEAST_STEM:
                yield from _respelled(stem, ending, endings)


def _respelled(stem: str, ending: str, endings: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Lemmas whose last consonant is spelled otherwise before the ending.

    Single in the lemma (rommet, rom); doubled in it before a consonant (aktuelt, aktuell; glemte, glemme) or before
    an -e- that falls out (vakre, vakker; midler, middel).
    """
    last = stem[-1]
    if stem[-2:] in _UNDOUBLED:
        kinds = _UNDOUBLED[stem[-2:]]
        yield from ((stem[:-1] + replacement, pos) for pos, replacement in endings if pos in kinds and (pos == "v" or not replacement))
    if last in _CONSONANTS and last != stem[-2]:
        for pos, replacement in endings:
            if replacement in _FALLING_OUT or (ending[0] in "td" and pos != "n"):
                yield stem + last + replacement, pos
