"""A sentence with all that its figures share: words, events, times, places and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.figures.english import Stems, Token, read_tokens, stems_of
from assistant.figures.events import Told, events
from assistant.figures.phrases import tells_present
from assistant.figures.places import Named, Span, english_name, fold, read_places
from assistant.figures.speakers import fold_speaker
from vectorstore.facts.bodies import is_body, is_role
from vectorstore.facts.dates import read_dates
from vectorstore.facts.speakers import read_speech
from vectorstore.facts.types import Time
from vectorstore.folding import NUMBER_WORDS
from vectorstore.language import ENGLISH
from vectorstore.types import Published

_NEXT = 2
"""So many characters part a speaker from the place that he speaks at or for."""
_OPENS = re.compile(r"(?:^|[.:!?]|^[–—-])\s*[«\"“]?\s*$")
_LONGEST_OPENING = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is read of a sentence once for all its figures; `seats` are places that only say where the speaker sits."""

    text: str
    language: str
    published: Published
    tokens: tuple[Token, ...]
    told: tuple[Told, ...]
    times: tuple[Time, ...]
    said_by: tuple[Span, ...]
    speaker: str | None
    places: tuple[Named, ...]
    seats: tuple[Named, ...]
    names: frozenset[str]
    content: tuple[Token, ...]
    topic: frozenset[str]
    counts_now: bool

    def token_of(self, word: str, after: int) -> Token | None:
        """Return the first token that holds a word, from an offset on."""
        at = self.text.find(word, after) if word else -1
        return self.token_at(at) if at >= 0 else None

    def token_at(self, at: int) -> Token | None:
        """Return the token that holds an offset."""
        return next((token for token in self.tokens if token.start <= at < token.end), None)

    def readings(self, word: str, after: int) -> tuple[Stems, ...]:
        """Return the English stems that a word may stand for."""
        token = self.token_of(word, after)
        return token.glosses if token else ()


def read_sentence(text: str, language: str, published: Published, speaker: str | None) -> Sentence:
    """Read a sentence; `speaker` is who says it, None to read that from it."""
    tokens = read_tokens(text, language)
    times = read_dates(text, language, published)
    speech = read_speech(text, language)
    speakers = [said for said in speech.speakers if _may_speak(said.name)]
    spans = [(said.start, said.end) for said in speakers]
    spans += [match.span() for match in re.finditer(re.escape(speaker), text, re.IGNORECASE)] if speaker else []
    elsewhere = [*((report.start, report.end) for report in speech.reports), *((time.start, time.end) for time in times)]
    seats = tuple(named for named in read_places(text, language, elsewhere) if _is_seat(named, spans))
    places = tuple(named for named in read_places(text, language, [*spans, *elsewhere]) if named not in seats)
    shut = [*spans, *elsewhere, *((named.lead, named.end) for named in seats)]
    content = tuple(token for token in tokens if not token.is_small and not token.text[0].isdigit() and not _inside(token.start, shut))
    return Sentence(
        text, language, published, tokens,
        told=tuple(told for told in events(text, tokens) if not _inside(told.start, spans)),
        times=times, said_by=tuple(spans),
        speaker=fold_speaker(speaker or next((said.full_name for said in speakers), None), language),
        places=places, seats=seats,
        names=frozenset(name for token in content for name in _names(token, text, language)),
        content=content,
        topic=frozenset(fold(stem) for token in content for reading in token.glosses[:2] for stem in reading),
        counts_now=tells_present(text, is_english=language == ENGLISH),
    )  # fmt: skip


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _may_speak(name: str) -> bool:
    """Whether what was read as a speaker can be one: a name, a body, or what a person is."""
    return any(word[:1].isupper() or is_body(word.lower()) or is_role(word.lower()) for word in name.split())


def _is_seat(named: Named, speakers: Sequence[Span]) -> bool:
    """Whether a place stands in the name of who speaks or right behind it."""
    return any(0 <= named.lead - end <= _NEXT or (start <= named.lead and named.end <= end) for start, end in speakers)


def _names(token: Token, text: str, language: str) -> Iterator[str]:
    """A name as written and in English; a capital at a beginning makes one only where the glossary knows no such word."""
    if not token.is_name or token.text.lower() in NUMBER_WORDS:
        return
    opens = _OPENS.search(text[max(0, token.start - _LONGEST_OPENING) : token.start]) if token.start else True
    if opens and (language == ENGLISH or not (token.is_listed or token.stems == stems_of(token.text))):
        return
    yield fold(token.text)
    yield english_name(token.text, language)
