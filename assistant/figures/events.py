"""Where a sentence tells of an event: words and phrases of `event_words.py`, met through their English stems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.figures.english import Stems, Token, stems_of
from assistant.figures.event_words import COMES, EVENTS, GOES
from assistant.figures.types import Kind

_REACH = 3
"""So many words may stand between the parts of a phrase: "cut some 300 jobs"."""
_READINGS = 2
"""So many readings of a word are considered; the third is a rare one."""
_STOPS = frozenset(",;:.–—()")
_ANY_NAME = stems_of("namedplace")[0]
_PARTICLES = frozenset("from of to off down up out in on at by for with away over into about".split())


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a sentence tells of at start:end; `names` has all that its words may mean, likeliest first."""

    start: int
    end: int
    names: tuple[str, ...]

    def fitting(self, kind: Kind) -> str | None:
        """The first of its meanings that can happen to what the figure counts."""
        return next((name for name in self.names if kind in EVENTS[name][0]), None)


def _by_first_stem() -> Mapping[str, tuple[tuple[Stems, str], ...]]:
    table: dict[str, list[tuple[Stems, str]]] = {}
    for name, (_, phrases) in EVENTS.items():
        for phrase in phrases.split(","):
            stems = stems_of(phrase.strip())
            table.setdefault(stems[0], []).append((stems, name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


_PHRASES = _by_first_stem()
_GO, _COME = (frozenset(stem for word in words for stem in stems_of(word)) for words in (GOES, COMES))


def events(text: str, tokens: Sequence[Token]) -> tuple[Told, ...]:
    """Return the events of a sentence in order; within a longer phrase no shorter one is told."""
    found: list[Told] = []
    covered = -1
    for at, token in enumerate(tokens):
        if token.start < covered:
            continue
        names, end, is_phrase = _names_at(text, tokens, at)
        if names:
            found.append(Told(token.start, tokens[end].end, names))
            covered = tokens[end].end if is_phrase else covered
    return tuple(found)


def job_events(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Yield where jobs go or come, in words that mean something else of other things: "300 jobs will go", "45 nye stillinger"."""
    for token in tokens:
        stems = {stem for reading in token.glosses[:_READINGS] for stem in reading}
        if stems & _GO:
            yield token.start, "layoff"
        elif stems & _COME:
            yield token.start, "hire"


def _names_at(text: str, tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...], int, bool]:
    """The events that begin at a word, the place of the longest's last word, and whether it is of several words."""
    names: dict[str, None] = {}
    last, longest = at, 1
    for reading in tokens[at].glosses[:_READINGS]:
        for offset, stem in enumerate(reading):
            for phrase, name in _PHRASES.get(stem, ()):
                end = _match(text, tokens, at, reading[offset:], phrase) if len(phrase) >= longest else None
                if end is None:
                    continue
                if len(phrase) > longest:
                    names, last, longest = {}, end, len(phrase)
                names.setdefault(name)
    names.pop("", None)
    return tuple(names), last, longest > 1


def _match(text: str, tokens: Sequence[Token], at: int, reading: Stems, phrase: Stems) -> int | None:
    """The place of the last word of a phrase that begins with a reading of the word at `at`.

    In a compound only its head tells what happens: a rescue leader rescues nobody here.
    """
    have = _common(reading, phrase)
    if have == len(phrase):
        return at if all(stem in _PARTICLES for stem in reading[have:]) else None
    return _match_rest(text, tokens, at + 1, phrase[have:]) if have == len(reading) else None


def _common(one: Stems, other: Stems) -> int:
    """How many stems two begin with alike."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _match_rest(text: str, tokens: Sequence[Token], place: int, wanted: Stems) -> int | None:
    """The place of the last wanted word; a few others may stand between, but no mark."""
    found = gap = 0
    while place < len(tokens) and gap <= _REACH:
        if _STOPS.intersection(text[tokens[place - 1].end : tokens[place].start]):
            return None
        if wanted[found] == _ANY_NAME:
            return _name_at(tokens, place)
        if any(stem == wanted[found] for reading in tokens[place].glosses[:_READINGS] for stem in reading):
            found, gap = found + 1, 0
            if found == len(wanted):
                return place
        else:
            gap += 1
        place += 1
    return None


def _name_at(tokens: Sequence[Token], place: int) -> int | None:
    """The place of a name that stands here or after one word that is no small one: "left western Mosul", not "left 12 in Mosul"."""
    if tokens[place].is_name:
        return place
    follows = place + 1 < len(tokens) and tokens[place + 1].is_name
    return place + 1 if follows and not tokens[place].is_small else None
