"""The word lists, read once into lookups."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

FOLDER = Path(__file__).parent
SPECIAL = ("phrases", "names", "irregular", "readings")
"""Files whose columns differ.

phrases: phrase, nynorsk, kind, glosses; names: name, nynorsk, kind, English; irregular: form, lemma, standard;
readings: form, and the lemma and part of speech that it most often is.
"""

PREFIX, SUFFIX = "prefix", "suffix"
"""Parts of speech of what stands only in front of other words (gjen-, u-), or means something else there (høy-), or only behind (-het)."""

OWN = "own"
"""The part of speech of the newsroom's own words: they are inflected and compounded as any, and come before all else."""

RULES = "3"
"""Raised by hand whenever the code, not the lists, changes what a text is glossed to."""

_PART = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[^\w]+|_+")
_STOP = re.compile(r"[.,;:?!()]")
_OPENS = frozenset('.!?–—-:«"“')


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A line of a newsroom's own list: a word, name or phrase, and its glosses, best first, "; " between them."""

    term: str
    glosses: str


Phrases = Mapping[int, Mapping[tuple[str, ...], str]]
"""Phrases with one first word: by how many words follow, most first, what follows (`links`) and the glosses of the whole."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """All lookups: lemmas by form and part of speech, names as written, irregular forms, phrases by first word.

    Glosses are kept as they stand in the lists, "; " between them, best first. `preferred` has the reading, lemma
    and part of speech, of forms of which the likeliest is not the one that the rules would come to first.
    """

    lemmas: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    irregular: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, Phrases]
    preferred: Mapping[str, tuple[str, str]]

    def with_own(self, rows: Iterable[OwnWord]) -> Glossary:
        """Return this glossary with the newsroom's own words, which come before the lists' ones."""
        lemmas = {form: dict(entry) for form, entry in self.lemmas.items()}
        names, phrases = dict(self.names), {first: dict(rest) for first, rest in self.phrases.items()}
        for row in rows:
            first, *rest = read_line(row.term).links
            if rest:
                by_length = {**phrases.get(first, {}), len(rest): {**phrases.get(first, {}).get(len(rest), {}), tuple(rest): row.glosses}}
                phrases[first] = dict(sorted(by_length.items(), reverse=True))
            elif row.term[0].isupper():
                names[row.term] = row.glosses
            else:
                lemmas.setdefault(row.term, {})[OWN] = row.glosses
        return Glossary(lemmas, names, self.irregular, phrases, self.preferred)


_PARTS = {"people": "n", "title": "n", "language_or_adjective": "adj"}
"""Kinds of name that are written and inflected like common words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text's words; their `links`; and the places of those that begin a sentence or quote: their capital says nothing.

    A link is the word in lower case, with "." in front where a full stop, comma or bracket stands before. So
    cut, a phrase of the lists is found in a text only with the same marks between its words.
    """

    words: list[str]
    links: list[str]
    starts: frozenset[int]


def read_line(text: str) -> Line:
    """Cut a text into words and numbers."""
    found: list[str] = []
    linked: list[str] = []
    starts: list[int] = []
    before, is_open = "", True
    for piece in _PART.findall(unicodedata.normalize("NFC", text).replace("\u00ad", "")):
        if piece[0].isalnum():
            if is_open:
                starts.append(len(found))
            found.append(piece)
            linked.append(before + piece.lower())
            before, is_open = "", False
        elif piece != " ":
            if _STOP.search(piece):
                before = "."
            if piece != "-" and piece.rstrip()[-1:] in _OPENS:
                is_open = True
    return Line(found, linked, frozenset(starts))


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
    preferred = {form: (lemma, pos) for form, lemma, pos in _rows(folder / "readings.tsv")}
    return Glossary(lemmas, names, _irregular(folder / "irregular.tsv"), _phrases(folder), preferred)


def _entries(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Form, part of speech and glosses of every single word: topics before names, and bokmål before nynorsk.

    A nynorsk variant is often another word in bokmål (om, sal, finne), whose own line must count.
    """
    topics = [row for file in sorted(folder.glob("*.tsv")) if file.stem not in SPECIAL for row in _rows(file)]
    names = [(bokmaal, nynorsk, _PARTS.get(kind, "name"), glosses) for bokmaal, nynorsk, kind, glosses in _rows(folder / "names.tsv")]
    for rows in (topics, names):
        # An abbreviation is met without its full stop, which is no part of a word.
        yield from ((bokmaal.rstrip("."), pos, glosses) for bokmaal, _, pos, glosses in rows if " " not in bokmaal)
        variants = [
            (form, bokmaal, pos, glosses)
            for bokmaal, nynorsk, pos, glosses in rows
            for form in nynorsk.split("; ")
            if form and " " not in form
        ]
        yield from ((form, pos, glosses) for form, _, pos, glosses in sorted(variants, key=_unlikeness))


def _unlikeness(variant: tuple[str, str, str, str]) -> int:
    """How far a nynorsk form is from its bokmål one: "gjere" stands for "gjøre" sooner than for "begå"."""
    form, bokmaal, *_ = variant
    return max(len(form), len(bokmaal)) - _shared(form, bokmaal) - _shared(form[::-1], bokmaal[::-1])


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


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
            leading, *more = [bokmaal] if bokmaal.isalpha() else read_line(bokmaal).links
            for form in _variants(bokmaal, nynorsk):
                if form.isalpha():
                    continue
                first, *rest = read_line(form).links
                for word in ({first, leading} if more else {first}) if rest else ():
                    found.setdefault(word, {}).setdefault(len(rest), {}).setdefault(tuple(rest), glosses)
    return {first: dict(sorted(by_length.items(), reverse=True)) for first, by_length in found.items()}


def _variants(bokmaal: str, nynorsk: str) -> list[str]:
    return [bokmaal, *nynorsk.split("; ")] if nynorsk else [bokmaal]


def _rows(file: Path) -> Iterator[list[str]]:
    if file.exists():
        for line in file.read_text(encoding="utf-8").splitlines():
            yield line.split("\t")
