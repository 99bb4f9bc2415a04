"""A sentence -> its figures: each number with what it counts, of whom, where, over which days and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.figures import phrases
from assistant.figures.attaching import Zone, zones
from assistant.figures.counting import Counted, read_counted
from assistant.figures.places import Named, fold
from assistant.figures.sentences import Sentence, read_sentence
from assistant.figures.timing import as_of, period
from assistant.figures.types import Kind, Period, Qualifier, StatedFigure
from vectorstore.facts.numbers import read_numbers
from vectorstore.facts.types import Number
from vectorstore.sentences import split_sentences
from vectorstore.types import Published
from vectorstore.words import stop_stems

_POINTS = ("prosentpoeng", "percentage points", "percentage point")


def read_figures(text: str, language: str, published: Published, speaker: str | None) -> tuple[StatedFigure, ...]:
    """Return the figures of a text in order; `speaker` is who says it all, None to read that from each sentence."""
    found: list[StatedFigure] = []
    for start, end in split_sentences(text, 0, len(text)):
        numbers = read_numbers(text[start:end], language)
        if numbers:
            found.extend(_figures(read_sentence(text[start:end], language, published, speaker), numbers, start))
    return tuple(found)


def _figures(sentence: Sentence, numbers: Sequence[Number], offset: int) -> Iterator[StatedFigure]:
    """The figures of a sentence but for those that it only compares with: "up from 12"."""
    kept = [number for number in numbers if not phrases.is_earlier(sentence.text, number.start, number.end)] or numbers
    counted: Counted | None = None
    for number, zone in zip(kept, zones(sentence.text, [(number.start, number.end) for number in kept]), strict=True):
        counted = read_counted(sentence, number, zone, counted)
        yield _figure(sentence, number, zone, counted, offset)


def _figure(sentence: Sentence, number: Number, zone: Zone, counted: Counted, offset: int) -> StatedFigure:
    unit, text = counted.unit, sentence.text
    places = _places(sentence, zone)
    return StatedFigure(
        number.value, number.low, number.high, _qualifier(number), number.unit or None,
        counted=counted.events | counted.narrowed | ({unit.name} if unit.name else set()),
        population=counted.population,
        places=frozenset(named.place for named in places),
        period=_period(sentence, zone),
        as_of=as_of(text, sentence.times, sentence.said_by, sentence.published.first_day, counts_now=sentence.counts_now),
        speaker=sentence.speaker, start=offset + number.start, end=offset + number.end, sentence=text,
        events=counted.events, kind=unit.kind, noun=unit.name, factor=unit.factor, narrowed=counted.narrowed,
        names=sentence.names | {name for named in places for name in (named.place.name, named.written) if name},
        seat=frozenset(named.place.name for named in sentence.seats),
        topic=sentence.topic, subject=_subject(sentence, number),
        rate=phrases.rate(text[number.start : zone.end]),
        is_change=_is_change(sentence, number, unit.kind) and "hire" not in counted.events,
        is_whole=any(phrases.is_whole(text, named.start) for named in places),
    )  # fmt: skip


def _qualifier(number: Number) -> Qualifier | None:
    if number.qualifier:
        return Qualifier(number.qualifier)
    return Qualifier.ABOUT if phrases.is_couple(number.text) else None


def _is_change(sentence: Sentence, number: Number, kind: Kind) -> bool:
    is_new = kind is Kind.PERSON and phrases.is_new(number.text)
    return is_new or number.unit in _POINTS or phrases.is_change(sentence.text, number.start, number.end)


def _places(sentence: Sentence, zone: Zone) -> list[Named]:
    """The places in a number's own zone, or all where none with a name is."""
    inside = [named for named in sentence.places if zone.holds(named.start)]
    return inside if any(named.place.name for named in inside) else list(sentence.places)


def _period(sentence: Sentence, zone: Zone) -> Period | None:
    """The period in a number's own zone, or else any of the sentence."""
    inside = [time for time in sentence.times if zone.holds(time.start)]
    own, any_ = (
        period(sentence.text, times, sentence.said_by, sentence.published.first_day, counts_now=sentence.counts_now)
        for times in (inside, sentence.times)
    )
    return own or any_


def _subject(sentence: Sentence, number: Number) -> frozenset[str]:
    """Stems of what a sentence speaks of but for names, events and the number's own words."""
    return frozenset(
        fold(stem)
        for token in sentence.content
        if not number.start <= token.start < number.end
        and not (token.is_name and (token.start or token.is_listed))
        and not any(told.start <= token.start < told.end for told in sentence.told)
        for stem in token.stems
        if stem not in stop_stems()
    )
