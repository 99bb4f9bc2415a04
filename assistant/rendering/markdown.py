"""Answer -> Markdown, for notes and `/save`."""

from __future__ import annotations

import re

from assistant.rendering.source import HEDGED, describe_chain, describe_limits, describe_search, describe_source
from assistant.rendering.visible import one_line, parted
from assistant.types import Answer, Citation, Outcome

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!&])")
_LIST_MARK = re.compile(r"^(\d*)([-+.)])")


def answer_markdown(answer: Answer) -> str:
    """Return the question as a heading, the answer, and its citations as a numbered list."""
    lines = [f"## {_escape(answer.question)}", ""]
    if answer.status is Outcome.NOT_FOUND:
        lines += [_escape(f"{answer.text} {describe_search(answer)}"), "", "Nearest, not an answer:" if answer.nearest else ""]
    else:
        if limits := describe_limits(answer.searched):
            lines += [_escape(limits), ""]
        lines += [" ".join(f"{_escape(claim.text)} {_marks(claim.citations)}" for claim in answer.claims), ""]
    return "\n".join([*lines, *(_source(citation, answer.spans.get(citation.number)) for citation in answer.shown), ""])


def _marks(numbers: tuple[int, ...]) -> str:
    return " ".join(f"\\[{number}\\]" for number in numbers)


def _source(citation: Citation, span: tuple[int, int] | None) -> str:
    damage = f" (damaged: {citation.damage})" if citation.damage else ""
    hedge = f" ({HEDGED})" if citation.hedged else ""
    places = [_escape(words) for words in (describe_chain(citation), describe_source(citation)) if words]
    return f"{citation.number}. “{_marked(citation.text, span)}”{damage}{hedge} — {'; '.join(places)}"


def _marked(text: str, span: tuple[int, int] | None) -> str:
    """The text, escaped part by part, with the words of its span in bold."""
    before, inside, after = (_SPECIAL.sub(r"\\\1", part) for part in parted(text, span))
    return f"{before}**{inside}**{after}" if inside else _escape(text)


def _escape(text: str) -> str:
    return _LIST_MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line(text)))
