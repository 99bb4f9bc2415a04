"""The word lists, read once into lookups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SPECIAL = ("phrases", "names", "irregular")
"""Files whose columns differ: phrase, nynorsk, kind, glosses; name, nynorsk, kind, English; form, lemma, standard."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A lemma with its parts of speech and their glosses, best first."""

    lemma: str
    glosses: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase after its first word: what has to follow, word for word, and the gloss of the whole."""

    rest: tuple[str, ...]
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """All lookups: lemmas by lower-case form, names as written, irregular forms, phrases by first word."""

    lemmas: Mapping[str, Entry]
    names: Mapping[str, tuple[str, ...]]
    irregular: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]


@cache
def load_glossary(folder: Path = FOLDER) -> Glossary:
    """Read all lists of a folder; the same value for the same folder."""
    lemmas: dict[str, dict[str, tuple[str, ...]]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for file in sorted(folder.glob("*.tsv")):
        if file.stem not in SPECIAL:
            for bokmaal, nynorsk, pos, glosses in _rows(file):
                for form in _variants(bokmaal, nynorsk):
                    _keep(form, pos, _split(glosses), lemmas, names)
    for bokmaal, nynorsk, _, glosses in _rows(folder / "names.tsv"):
        for form in _variants(bokmaal, nynorsk):
            if " " not in form:
                _keep(form, "name", _split(glosses), lemmas, names)
    return Glossary(
        {form: Entry(form, glosses) for form, glosses in lemmas.items()},
        names,
        _irregular(folder / "irregular.tsv"),
        _phrases(folder),
    )


def _keep(
    form: str,
    pos: str,
    glosses: tuple[str, ...],
    lemmas: dict[str, dict[str, tuple[str, ...]]],
    names: dict[str, tuple[str, ...]],
) -> None:
    """File a form under names if it is written with a capital, else under lemmas; the first list wins."""
    if form[0].isupper():
        names.setdefault(form, glosses)
    else:
        lemmas.setdefault(form, {}).setdefault(pos, glosses)


def _irregular(file: Path) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for form, lemma, _ in _rows(file):
        forms[form] = (*forms.get(form, ()), lemma)
    return forms


def _phrases(folder: Path) -> dict[str, tuple[Phrase, ...]]:
    """Phrases and names of several words by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for file in (folder / "phrases.tsv", folder / "names.tsv"):
        for bokmaal, nynorsk, _, glosses in _rows(file):
            for form in _variants(bokmaal, nynorsk):
                first, *rest = form.lower().split()
                if rest:
                    found.setdefault(first, []).append(Phrase(tuple(rest), _split(glosses)))
    return {first: tuple(sorted(all_of, key=lambda phrase: -len(phrase.rest))) for first, all_of in found.items()}


def _variants(bokmaal: str, nynorsk: str) -> list[str]:
    return [bokmaal, *(form for form in nynorsk.split("; ") if form)]


def _split(glosses: str) -> tuple[str, ...]:
    return tuple(glosses.split("; "))


def _rows(file: Path) -> Iterator[list[str]]:
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")
