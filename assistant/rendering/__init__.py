"""Answer -> what a reader or a program sees."""

from __future__ import annotations

from assistant.rendering.json import answer_json, hits_json
from assistant.rendering.markdown import answer_markdown
from assistant.rendering.visible import one_line, visible

__all__ = ["answer_json", "answer_markdown", "hits_json", "one_line", "visible"]
