"""Answer -> Markdown, for notes and `/save`."""

from __future__ import annotations

import re

from assistant.rendering.source import describe_search, describe_source
from assistant.rendering.visible import one_line
from assistant.types import Answer, Citation, Outcome

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!&])")
_LIST_MARK = re.compile(r"^(\d*)([-+.)])")


def answer_markdown(answer: Answer) -> str:
    """Return the question as a heading, the answer, and its citations as a numbered list."""
    lines = [f"## {_escape(answer.question)}", ""]
    if answer.status is Outcome.NOT_FOUND:
        lines += [_escape(f"{answer.text} {describe_search(answer)}"), "", "Nearest, not an answer:" if answer.nearest else ""]
    else:
        lines += [" ".join(f"{_escape(claim.text)} {_marks(claim.citations)}" for claim in answer.claims), ""]
    return "\n".join([*lines, *map(_source, answer.shown), ""])


def _marks(numbers: tuple[int, ...]) -> str:
    return " ".join(f"\\[{number}\\]" for number in numbers)


def _source(citation: Citation) -> str:
    damage = f" (damaged: {citation.damage})" if citation.damage else ""
    return f"{citation.number}. “{_escape(citation.text)}”{damage} — {_escape(describe_source(citation))}"


def _escape(text: str) -> str:
    return _LIST_MARK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line(text)))
