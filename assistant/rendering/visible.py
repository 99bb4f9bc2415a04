"""Article text made harmless for a terminal: hostile until escaped."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def visible(text: str) -> str:
    """Return `text` without control, zero-width and direction-changing characters.

    A scraped escape sequence could otherwise rewrite the screen, hide words, or forge a link.
    """
    return _UNSEEN.sub("", text)
