"""Facts as the catalog keeps them: a line of JSON per sentence."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from vectorstore.facts.types import Hedge, Number, Qualifier, SentenceFacts, Source, Time


def packed(facts: SentenceFacts) -> str:
    """Return the facts of a sentence as text, "" if there are none."""
    fields = _packed(facts)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) if fields else ""


def unpacked(kept: str, text: str) -> SentenceFacts:
    """Return the facts of a sentence with that text from what the catalog keeps, "" for none."""
    fields: Mapping[str, Any] = json.loads(kept) if kept else {}
    return SentenceFacts(
        tuple(Number(text[start:end], start, end, *_number(rest)) for start, end, *rest in fields.get("n", ())),
        tuple(Time(text[start:end], start, end, _day(first), _day(last), *rest) for start, end, first, last, *rest in fields.get("d", ())),
        tuple(Source(*source) for source in fields.get("s", ())),
        tuple(fields.get("r", ())),
        tuple(Hedge(text[start:end], start, end, rule) for start, end, rule in fields.get("h", ())),
    )


def _packed(facts: SentenceFacts) -> dict[str, Any]:
    """The facts as lists, what is empty left out."""
    fields = {
        "n": [(n.start, n.end, n.value, n.low, n.high, n.qualifier, n.unit, n.rule) for n in facts.numbers],
        "d": [(d.start, d.end, _iso(d.first), _iso(d.last), d.granularity, d.rule) for d in facts.dates],
        "s": [(s.name, s.full_name, s.inferred, s.rule) for s in facts.sources],
        "r": list(facts.reported_by),
        "h": [(h.start, h.end, h.rule) for h in facts.hedges],
    }
    return {name: values for name, values in fields.items() if values}


def _number(fields: Sequence[Any]) -> tuple[Any, ...]:
    value, low, high, qualifier, unit, rule = fields
    return value, low, high, Qualifier(qualifier) if qualifier else None, unit, rule


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
