"""The word lists, read once into lookups."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SPECIAL = ("phrases", "names", "irregular")
"""Files whose columns differ: phrase, nynorsk, kind, glosses; name, nynorsk, kind, English; form, lemma, standard."""

RULES = "2"
"""Raised by hand whenever the code, not the lists, changes what a text is glossed to."""

_PART = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[^\w]+|_+")
_STOP = re.compile(r"[.,;:?!()]")

Phrases = Mapping[int, Mapping[tuple[str, ...], str]]
"""Phrases with one first word: by how many words follow, most first, what follows (`links`) and the glosses of the whole."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """All lookups: lemmas by form and part of speech, names as written, irregular forms, phrases by first word.

    Glosses are kept as they stand in the lists, "; " between them, best first.
    """

    lemmas: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    irregular: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Phrases]


_PARTS = {"people": "n", "title": "n", "language_or_adjective": "adj"}
"""Kinds of name that are written and inflected like common words."""


def pieces(text: str) -> list[str]:
    """Cut a text into words, numbers and what stands between them; nothing is left out."""
    return _PART.findall(text)


def links(text_pieces: Iterable[str]) -> list[str]:
    """Return the words in lower case, with "." in front where a full stop, comma or bracket stands before.

    So cut, a phrase of the lists is found in a text only with the same marks between its words.
    """
    found: list[str] = []
    before = ""
    for piece in text_pieces:
        if piece[0].isalnum():
            found.append(before + piece.lower())
            before = ""
        elif _STOP.search(piece):
            before = "."
    return found


@cache
def version() -> str:
    """Return what the glosses of an archive depend on: the rules' number and a hash of the lists."""
    digest = hashlib.sha256()
    for file in sorted(FOLDER.glob("*.tsv")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{RULES}-{digest.hexdigest()[:12]}"


@cache
def load_glossary(folder: Path = FOLDER) -> Glossary:
    """Read all lists of a folder; the same value for the same folder. Where two lists differ the first counts."""
    lemmas: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for form, pos, glosses in _entries(folder):
        if form[0].isupper():
            names.setdefault(form, glosses)
        else:
            lemmas.setdefault(form, {}).setdefault(pos, glosses)
    return Glossary(lemmas, names, _irregular(folder / "irregular.tsv"), _phrases(folder))


def _entries(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Form, part of speech and glosses of every single word, topics before names."""
    for file in sorted(folder.glob("*.tsv")):
        if file.stem not in SPECIAL:
            for bokmaal, nynorsk, pos, glosses in _rows(file):
                for form in _variants(bokmaal, nynorsk):
                    yield form, pos, glosses
    for bokmaal, nynorsk, kind, glosses in _rows(folder / "names.tsv"):
        for form in _variants(bokmaal, nynorsk):
            if " " not in form:
                yield form, _PARTS.get(kind, "name"), glosses


def _irregular(file: Path) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for form, lemma, _ in _rows(file):
        forms[form] = (*forms.get(form, ()), lemma)
    return forms


def _phrases(folder: Path) -> dict[str, Phrases]:
    """Phrases and names of several words by their first word.

    A nynorsk phrase stands under the bokmål verb too, because irregular forms lead there.
    """
    found: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    topics = [file for file in sorted(folder.glob("*.tsv")) if file.stem not in SPECIAL]
    for file in (folder / "phrases.tsv", folder / "names.tsv", *topics):
        for bokmaal, nynorsk, _, glosses in _rows(file):
            leading, *more = links(pieces(bokmaal))
            for form in _variants(bokmaal, nynorsk):
                first, *rest = links(pieces(form))
                for word in ({first, leading} if more else {first}) if rest else ():
                    found.setdefault(word, {}).setdefault(len(rest), {}).setdefault(tuple(rest), glosses)
    return {first: dict(sorted(by_length.items(), reverse=True)) for first, by_length in found.items()}


def _variants(bokmaal: str, nynorsk: str) -> list[str]:
    return [bokmaal, *nynorsk.split("; ")] if nynorsk else [bokmaal]


def _rows(file: Path) -> Iterator[list[str]]:
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")
