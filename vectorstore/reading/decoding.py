"""Bytes of unknown encoding -> text, or the reason why they are none."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff\x00]")
_MOST_CONTROLS = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and a doubt about it, or an empty text and the `reason` why there is none."""

    text: str = ""
    reason: str = ""
    doubt: str = ""


def decode(raw: bytes, *, least_letters: float = 0.5) -> Decoded:
    """Read UTF-8 (with or without BOM), UTF-16 with BOM, or Windows-1252, of which Latin-1 is a part.

    A file that is UTF-8 but for a few bytes stays UTF-8, with those bytes shown as U+FFFD: read as
    Latin-1 every æ, ø and å of it would be wrong. Text of which less than `least_letters` is letters
    is taken for garbage.
    """
    found = _decode(raw)
    if found.reason:
        return found
    return _accept(found, least_letters)


def _decode(raw: bytes) -> Decoded:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _doubted(raw.decode("utf-16", errors="replace"), "UTF-16")
    if b"\x00" in raw:
        return Decoded(reason="binary, not text")
    try:
        return Decoded(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _decode_damaged(raw)


def _doubted(text: str, encoding: str) -> Decoded:
    """The text as decoded, with a doubt if some of its bytes were none of that encoding."""
    lost = text.count("\ufffd")
    return Decoded(text, doubt=f"{lost} bytes are not {encoding} and are shown as \ufffd" if lost else "")


def _decode_damaged(raw: bytes) -> Decoded:
    text = raw.decode("utf-8-sig", errors="replace")
    lost = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) > 2 * lost:  # more letters of UTF-8 than bytes lost
        return _doubted(text, "UTF-8")
    try:
        return Decoded(raw.decode("cp1252"))
    except UnicodeDecodeError:
        return Decoded(reason="neither UTF-8 nor Latin-1 text")


def _accept(found: Decoded, least_letters: float) -> Decoded:
    """Refuse what no newsroom would call text."""
    visible = "".join(found.text.split())
    if not visible:
        return Decoded(reason="empty")
    if len(_CONTROL.findall(found.text)) > _MOST_CONTROLS * len(found.text):
        return Decoded(reason="binary, not text")
    if sum(character.isalpha() for character in visible) < least_letters * len(visible):
        return Decoded(reason="hardly any letters in it; not an article")
    return replace(found, text=clean(found.text))


def clean(text: str) -> str:
    """Return `text` as it can be kept: lone surrogates and NUL, which SQLite can't hold, become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)
