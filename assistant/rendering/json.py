"""Answer -> the JSON that other programs rely on (schema belegg.answer/1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from assistant.types import SCHEMA, Answer, Citation
from vectorstore import Hit


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
    return _line(fields)


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
    return _line({**({} if question_id is None else {"id": question_id}), "hits": found})


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
    }


def _line(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False)
