"""Links to a sentence in a web page, by text fragment."""

from __future__ import annotations

from urllib.parse import quote

from assistant.rendering.visible import is_unseen
from assistant.types import Citation

_ENDS = 4


def article_link(citation: Citation) -> str:
    """Return the address of a citation's article, or "" if it is no web address.

    One with white space or an unseen character in it is none: what a browser makes of it can't be foreseen.
    """
    url = citation.url
    if any(character.isspace() or is_unseen(character) for character in url):
        return ""
    return url if url.startswith(("https://", "http://")) else ""


def sentence_link(citation: Citation) -> str:
    """Return a link that scrolls to the sentence (WICG text fragments), or "" without an address.

    A long sentence is named by its first and last words, as the specification advises.
    """
    url = article_link(citation)
    if not url or "#" in url:
        return url
    words = citation.text.split()
    if len(words) <= 2 * _ENDS:
        return f"{url}#:~:text={_encode(words)}"
    return f"{url}#:~:text={_encode(words[:_ENDS])},{_encode(words[-_ENDS:])}"


def _encode(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
