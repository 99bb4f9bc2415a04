"""The newsroom's own words: `glossary.tsv` in the archive's folder, a term and its English glosses on each line."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from vectorstore.errors import GlossaryUnusable
from vectorstore.glossary.entries import OwnWord
from vectorstore.glossary.glossing import Glosser, glosser_with
from vectorstore.locking import changing

OWN_WORDS = "glossary.tsv"
"""The file's name in an archive's folder."""

_LINE = "`term<TAB>gloss`, several glosses with `; ` between them"


def read_own(folder: Path) -> tuple[OwnWord, ...]:
    """Return the own words of the archive in `folder`, () if it has none; raises GlossaryUnusable.

    Empty lines and those that begin with # are left out. Of two lines for one term the last counts.
    """
    file = folder / OWN_WORDS
    return tuple({word.term: word for word in _words(file, _lines(file))}.values())


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise GlossaryUnusable(f"{file} can't be read: {error}", "save it as plain text in UTF-8") from error


def _words(file: Path, lines: Iterable[str]) -> Iterator[OwnWord]:
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            try:
                yield own_word(*line.split("\t"))
            except (TypeError, GlossaryUnusable) as error:
                raise GlossaryUnusable(f"{file}:{number} is not a line of a glossary: {line[:60]!r}", f"write {_LINE}") from error


def _term(text: str) -> str:
    """A term as texts are read: composed letters, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def glosser_of(folder: Path) -> Glosser:
    """Return the glosser with the own words of the archive in `folder`, which need not be there; raises GlossaryUnusable."""
    return glosser_with(read_own(folder))


def own_word(term: str, glosses: str) -> OwnWord:
    """Return a term and its glosses ("; " between them) as an own word; raises GlossaryUnusable."""
    given = [gloss.strip() for gloss in glosses.split(";")]
    term = _term(term)
    if not term or not term[0].isalnum() or not any(given):
        raise GlossaryUnusable(f"{term!r} = {glosses!r} is no entry of a glossary", "give a word or phrase, and its English")
    return OwnWord(term, "; ".join(" ".join(gloss.split()) for gloss in given if gloss))


def add_own(folder: Path, word: OwnWord) -> None:
    """Put a word into the own words of the archive in `folder`, in the place of an earlier line for the term."""
    _change(folder, word.term, [f"{word.term}\t{word.glosses}"])


def remove_own(folder: Path, term: str) -> None:
    """Take a term out; raises GlossaryUnusable if it is not there."""
    term = _term(term)
    if not any(word.term == term for word in read_own(folder)):
        raise GlossaryUnusable(f"{term!r} is not among the newsroom's own words", "`belegg gloss` lists them")
    _change(folder, term, [])


def _change(folder: Path, term: str, lines: list[str]) -> None:
    """Write the file anew without the lines of `term` and with `lines`; it changes whole or not at all."""
    file = folder / OWN_WORDS
    with changing(file):
        kept = [line for line in _lines(file) if _term(line.split("\t")[0]) != term]
        unfinished = file.with_suffix(".unfinished")
        unfinished.write_text("\n".join([*kept, *lines, ""]), encoding="utf-8")
        unfinished.replace(file)
