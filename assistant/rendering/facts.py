"""What was read in a text, as JSON and as lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.rendering.json import json_line
from assistant.rendering.visible import one_line
from vectorstore.facts import Number, Time
from vectorstore.facts.reading import Facts


def facts_json(facts: Facts, *, text_id: str | None = None) -> str:
    """Return one line of JSON; `text_id` is the id of a batch's line."""
    return json_line({**({} if text_id is None else {"id": text_id}), **facts_fields(facts)})


def facts_fields(facts: Facts) -> dict[str, Any]:
    """Return what was read by name; intervals are ISO and inclusive."""
    return {
        "numbers": [_number(number) for number in facts.numbers],
        "dates": [_time(time) for time in facts.dates],
        "speakers": [
            {"name": one.name, "full_name": one.full_name, "inferred": one.inferred, "start": one.start, "end": one.end, "rule": one.rule}
            for one in facts.speech.speakers
        ],
        "reported_by": list(facts.speech.reported_by),
        "hedged": bool(facts.hedges),
        "hedges": [{"text": hedge.text, "start": hedge.start, "end": hedge.end, "rule": hedge.rule} for hedge in facts.hedges],
    }


def fact_rows(facts: Facts) -> Iterator[tuple[str, str, str, str]]:
    """Yield rows: what it is, the words, what is read, the rule that read it."""
    for number in facts.numbers:
        yield "number", one_line(number.text), describe_number(number), number.rule
    for time in facts.dates:
        yield "date", one_line(time.text), describe_time(time), time.rule
    for speaker in facts.speech.speakers:
        yield "speaker", one_line(speaker.name), "named before" if speaker.inferred else "", speaker.rule
    for name in facts.speech.reported_by:
        yield "reported by", one_line(name), "", ""
    for hedge in facts.hedges:
        yield "hedge", one_line(hedge.text), "reported, not confirmed", hedge.rule


def describe_number(number: Number) -> str:
    """Return a number as it was read: "at least 120 personer", "20 to 90"."""
    value = f"{number.value:g}" if number.value is not None and abs(number.value) < 1e6 else _plain(number.value)
    amount = value if number.value is not None else f"{_plain(number.low)} to {_plain(number.high)}"
    return " ".join(part for part in (number.qualifier or "", amount, one_line(number.unit)) if part)


def describe_time(time: Time) -> str:
    """Return the interval of a time expression: "2017-02-19", "2017-02-19 to 2017-03-06", "year not stated"."""
    if time.first is None and time.last is None:
        return "not stated when"
    if time.first == time.last:
        return _iso(time.first) or ""
    return f"{_iso(time.first) or 'open'} to {_iso(time.last) or 'open'}"


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:,.4f}".rstrip("0").rstrip(".").replace(",", " ")


def _number(number: Number) -> dict[str, Any]:
    return {
        "text": number.text, "start": number.start, "end": number.end, "value": number.value, "low": number.low, "high": number.high,
        "qualifier": number.qualifier.value if number.qualifier else None, "unit": number.unit or None, "rule": number.rule,
    }  # fmt: skip


def _time(time: Time) -> dict[str, Any]:
    return {
        "text": time.text, "start": time.start, "end": time.end, "from": _iso(time.first), "to": _iso(time.last),
        "granularity": time.granularity, "rule": time.rule,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
