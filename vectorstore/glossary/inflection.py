"""Form -> candidate lemmas, by the endings of both written standards. Pure; the glossary decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_NOUN = {
    "": ("", "e"), "en": ("", "e"), "et": ("", "e"), "a": ("", "e"), "n": ("",), "t": ("",), "er": ("", "e"), "r": ("",),
    "ene": ("", "e"), "ar": ("", "e"), "ane": ("", "e"), "i": ("",), "ne": ("", "er"), "e": ("", "er"), "rne": ("r",),
    "ien": ("ie",), "ier": ("ium", "ie"), "iet": ("ium", "ie"), "iene": ("ium", "ie"), "eet": ("eum",), "eer": ("eum",),
    "eene": ("eum",), "ler": ("el",), "lene": ("el",), "lar": ("el",), "lane": ("el",), "rer": ("er",), "rene": ("er",),
    "ner": ("en",), "nene": ("en",), "la": ("el",), "ra": ("er",),
}  # fmt: skip
_VERB = {
    "": ("e",), "er": ("e",), "r": ("", "e"), "te": ("e", ""), "t": ("e", ""), "et": ("e",), "a": ("e",), "de": ("e", ""), "d": ("e",),
    "dde": ("",), "dd": ("",), "dt": ("",), "tt": ("",), "s": ("", "e"), "es": ("e",), "st": ("e", "s"), "ast": ("e",),
    "ende": ("e",), "ande": ("e",),
    "ar": ("e", "a"), "ede": ("e",), "tes": ("e",), "des": ("e",), "ddes": ("",), "ets": ("e",), "ete": ("e",), "ing": ("e",),
    "inga": ("e",), "ingen": ("e",), "inger": ("e",), "ingene": ("e",), "ingane": ("e",), "ingar": ("e",), "else": ("e",), "elsen": ("e",),
    "elser": ("e",), "elsene": ("e",), "ts": ("e",), "ens": ("e",),
}  # fmt: skip
_ADJECTIVE = {
    "": ("", "e"), "t": ("", "d"), "e": ("", "et"), "tt": ("", "d"), "ere": ("", "e"), "est": ("", "e"), "este": ("", "e"),
    "st": ("",), "ste": ("",), "are": ("", "e"), "ast": ("", "e"), "aste": ("", "e"), "le": ("el",), "re": ("er",), "ne": ("en",),
    "lere": ("el",), "rere": ("er",), "lest": ("el",), "rest": ("er",), "ede": ("et",), "te": ("t",), "et": ("",), "a": ("et",),
}  # fmt: skip

ENDINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"n": _NOUN, "v": _VERB, "adj": _ADJECTIVE}
"""By part of speech: an ending, and what the lemma has in its place."""

_LEAST_STEM = 2
_LONGEST_ENDING = 6


def candidates(form: str) -> Iterator[tuple[str, str]]:
    """Yield (lemma, part of speech) that `form` may be an inflection of, shortest ending first.

    A doubled consonant before an ending is also tried single (rommet, rom), and a genitive -s is cut off.
    """
    for cut in range(min(_LONGEST_ENDING, len(form) - _LEAST_STEM) + 1):
        stem, ending = form[: len(form) - cut], form[len(form) - cut :]
        for pos, endings in ENDINGS.items():
            for replacement in endings.get(ending, ()):
                yield stem + replacement, pos
                if cut and len(stem) > _LEAST_STEM and stem[-1] == stem[-2]:
                    yield stem[:-1] + replacement, pos
    if form.endswith("s") and len(form) > _LEAST_STEM + 1:
        yield from ((lemma, pos) for lemma, pos in candidates(form[:-1]) if pos == "n")
