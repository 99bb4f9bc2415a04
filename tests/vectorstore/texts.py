"""Texts that hypothesis invents for whatever cuts a text up, and what must hold for any cut."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import settings
from hypothesis import strategies as st

PROPERTY = settings(max_examples=80, deadline=None)
"""How hard a property is tried: enough to find what is wrong, few enough for a shared machine."""

_PIECES = (
    *("\n", "\r", "\r\n", "\u2028", "\u2029", "\x0b", "\x85", "\x1c", " ", "  ", "\u00a0", "\u00ad", "\ufeff"),
    *(".", "!", "?", "…", ",", '"', "“", "”", "«", "»", "(", ")", "– ", "- ", ">> ", "…”"),
    *("Hei", "vi", "The", "But", "A", "é", "19", "kl.", "f.eks.", "U.S.", "mill.", "was", "and"),
    *("Les også: ", "Foto: ", "© ", "FLOM: ", "NTB", "Annonse", "Rettelse: ", "Publisert: 8.10.2024", "date 2024-11 "),
)

ANY_TEXT: st.SearchStrategy[str] = st.text() | st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=30).map("".join)
"""Any text at all, half of them rich in line breaks, quotes, full stops and what the rules look for."""


def tiles(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the spans stand in order, apart and without outer blanks, and leave only blanks of the text out."""
    bounds = [0, *(offset for span in spans for offset in span), len(text)]
    left_out = "".join(text[end:start] for end, start in zip(bounds[::2], bounds[1::2], strict=True))
    pieces = [text[start:end] for start, end in spans]
    return bounds == sorted(bounds) and not left_out.strip() and all(piece and piece == piece.strip() for piece in pieces)
