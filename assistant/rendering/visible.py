"""Text from outside made harmless for a screen: hostile until escaped."""

from __future__ import annotations

from unicodedata import category

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_FIRST_TAG, _LAST_TAG = "\U000e0000", "\U000e007f"


def visible(text: str) -> str:
    """Return `text` without control, zero-width and direction-changing characters; line breaks and tabs stay.

    A scraped escape sequence could otherwise rewrite the screen, hide words, or forge a link.
    """
    if text.isprintable():
        return text
    return "".join(character for character in text if character in "\n\t" or not is_unseen(character))


def one_line(text: str) -> str:
    """Return what is visible of `text` with each run of white space as one blank, so that it can't begin a line of its own."""
    # White space first: some of it is unseen too, and the words beside it must not run together.
    return " ".join(visible(" ".join(text.split())).split())


def parted(text: str, span: tuple[int, int] | None) -> tuple[str, str, str]:
    """Return what `one_line` shows of `text` in three parts: before the span, the span, after it; the last two "" where there is none.

    The offsets of a span count the article's own characters, and some of those are not shown.
    """
    whole = one_line(text)
    if span is None:
        return whole, "", ""
    start = len(one_line(text[: span[0]] + "|")) - 1
    end = max(start, len(one_line(text[: span[1]])))
    return whole[:start], whole[start:end], whole[end:]


def is_unseen(character: str) -> bool:
    """Whether a character is a control, a format or separator sign, a lone surrogate, or a tag (Unicode categories)."""
    return category(character) in _UNSEEN or _FIRST_TAG <= character <= _LAST_TAG
