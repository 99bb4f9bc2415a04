"""A text as it is searched for facts: small letters, one kind of blank, dash and apostrophe, every offset kept."""

from __future__ import annotations

_SAME = str.maketrans({**dict.fromkeys("\u00a0\u202f\u2009\t", " "), **dict.fromkeys("–—−‑", "-"), **dict.fromkeys("’‘ʼ", "'")})


def plain(text: str) -> str:
    """Return the text in small letters; a letter that is two letters then stays as it is."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return low.translate(_SAME)
