"""Answer -> the JSON that other programs rely on (schema belegg.answer/1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from assistant.rendering.visible import is_unseen
from assistant.types import SCHEMA, Answer, Citation, Claim, Conflict, ConflictRow, Figure, Outcome, Searched, Window
from vectorstore import BlockKind, Extent, Hit


def answer_json(answer: Answer, *, question_id: str | None = None) -> str:
    """Return one line of JSON; `question_id` is the id of a batch's line."""
    fields = {
        **({} if question_id is None else {"id": question_id}),
        "schema": SCHEMA,
        "question": answer.question,
        "language": answer.language,
        "status": answer.status.value,
        "confidence": round(answer.confidence, 4),
        "text": answer.text,
        "claims": [asdict(claim) for claim in answer.claims],
        "citations": [_citation(citation) for citation in answer.citations],
        "conflicts": [asdict(conflict) for conflict in answer.conflicts],
        "searched": _searched(answer),
        "nearest": [_citation(citation) for citation in answer.nearest],
    }
    return json_line(fields)


def hits_json(hits: Iterable[Hit], *, question_id: str | None = None) -> str:
    """Return one line of JSON with the hits of a search."""
    found = [
        {
            "doc_id": hit.article.id,
            "sentence": hit.sentence.number,
            "start": hit.sentence.start,
            "end": hit.sentence.end,
            "text": hit.sentence.text,
            "score": round(hit.score, 4),
        }
        for hit in hits
    ]
    return json_line({**({} if question_id is None else {"id": question_id}), "hits": found})


def _citation(citation: Citation) -> dict[str, Any]:
    fields = asdict(citation)
    fields["block"] = citation.block.value
    fields["damaged"] = bool(citation.damage)
    fields["published"] = citation.published or None
    fields["url"] = citation.url or None
    return fields


def _searched(answer: Answer) -> dict[str, Any]:
    extent = answer.searched.extent
    return {
        "articles": extent.articles,
        "from": extent.first or None,
        "to": extent.last or None,
        "languages": list(extent.languages),
        "queries": list(answer.searched.queries),
        "window": _window(answer.searched.window),
        "source": answer.searched.source or None,
        "unknown": list(answer.searched.unknown),
        "in_english": list(answer.searched.in_english),
    }


def _window(window: Window | None) -> dict[str, Any] | None:
    if window is None:
        return None
    return {
        "from": window.start or None,
        "to": window.end or None,
        "text": window.text,
        "is_relative": window.is_relative,
        "is_about_publication": window.is_about_publication,
        "year_stated": window.year_stated,
        "filters": window.filters,
    }


def json_line(fields: Mapping[str, Any]) -> str:
    """Return one line of JSON in which every unseen character is escaped: lossless, and harmless on a screen."""
    line = json.dumps(fields, ensure_ascii=False)
    if line.isprintable():
        return line
    return "".join(json.dumps(character)[1:-1] if is_unseen(character) else character for character in line)


def read_answer(line: str) -> Answer:
    """Return the answer that `answer_json` wrote; raises ValueError, KeyError or TypeError if the line holds none."""
    fields = json.loads(line)
    return Answer(
        question=fields["question"],
        language=fields["language"],
        status=Outcome(fields["status"]),
        confidence=fields["confidence"],
        text=fields["text"],
        searched=_read_searched(fields["searched"]),
        claims=tuple(map(_read_claim, fields["claims"])),
        citations=tuple(map(_read_citation, fields["citations"])),
        conflicts=tuple(map(_read_conflict, fields["conflicts"])),
        nearest=tuple(map(_read_citation, fields["nearest"])),
    )


def _read_searched(fields: Mapping[str, Any]) -> Searched:
    """What was searched; the later fields are missing in an answer kept from before there were any."""
    extent = Extent(fields["articles"], fields["from"] or "", fields["to"] or "", tuple(fields["languages"]))
    names = (tuple(fields.get(name, ())) for name in ("unknown", "in_english"))
    return Searched(extent, tuple(fields["queries"]), _read_window(fields.get("window")), fields.get("source") or "", *names)


def _read_window(fields: Mapping[str, Any] | None) -> Window | None:
    if fields is None:
        return None
    marks = {name: fields[name] for name in ("is_relative", "is_about_publication", "year_stated")}
    return Window(fields["from"] or "", fields["to"] or "", fields["text"], **marks)


def _read_claim(fields: Mapping[str, Any]) -> Claim:
    figure, span = fields["figure"], fields.get("span")
    known = {"citations": tuple(fields["citations"]), "figure": Figure(**figure) if figure else None, "span": tuple(span) if span else None}
    return Claim(**{**fields, **known})


def _read_citation(fields: Mapping[str, Any]) -> Citation:
    given = {name: value for name, value in fields.items() if name != "damaged"}
    reported_by = tuple(fields.get("reported_by", ()))
    known = {"published": fields["published"] or "", "url": fields["url"] or "", "reported_by": reported_by}
    return Citation(**{**given, **known, "block": BlockKind(fields["block"])})


def _read_conflict(fields: Mapping[str, Any]) -> Conflict:
    return Conflict(fields["about"], tuple(ConflictRow(**row) for row in fields["rows"]))
