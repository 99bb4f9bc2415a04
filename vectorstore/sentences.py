"""Sentence spans in Norwegian (bokmål, nynorsk) and English news, and marks for lost text.

A candidate is a run of . ! ? … with the closing quotes and brackets after it. It ends a sentence when
a capital, a digit, an opening quote or a dash follows and the word before it is no abbreviation,
initial or ordinal. Lower case after it never starts a sentence, which alone saves "19. februar".
A line break always ends one. The rules and the abbreviation classes are this project's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vectorstore.damage import STARTERS, find_gap

LONGEST = 1500
"""Characters after which a run without any sentence end is cut at a blank; a defence against one-line files."""

_CLOSERS = r"\"”»’')\]"
_OPENERS = r"\"“”«‘'(\[–—\-"
_CANDIDATE = re.compile(rf"(?<![.!?…])[.!?…]+[{_CLOSERS}]*(?=\s|[A-ZÆØÅ]|$)")
_NEXT = re.compile(rf"\s*(?:[{_OPENERS}]\s*)*")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_NEXT_WORD = re.compile(r"\w+")
_NUMBER_AND_STOP = re.compile(r"\d{1,2}\.(?:\s+(?:og|and|til|–|-)\b|\s+[a-zæøå])")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ][.\-])*[A-ZÆØÅ]|(?:[A-Za-zÆØÅæøå]\.)+[A-Za-zÆØÅæøå]")
_CAPITAL_THEN_LOWER = re.compile(r"\w+,?\s+[a-zæøå]")
_WORD_REACH = 40

_NEVER_ENDS = frozenset(
    """
    bl.a f.eks m.a t.d ca kl nr jf jfr kap pkt art tlf inkl ekskl hhv dvs d.v.s ev evt el f.o.m t.o.m
    fom tom chr dr prof adm.dir adm red anm ifm iht i.h.t f.v t.v t.h forts s.k såk sml
    pga p.g.a mht m.h.t vha v.h.a mtp m.t.p ang vedr gj.sn gjsn bla feks eks dir stud cand prop innst
    mr mrs ms messrs gen lt col sgt sen rep gov hon capt cmdr maj pres rev vs e.g i.e eg ie approx
    sec dept est fig viz cf para paras pp vol
    """.split()
)
"""Abbreviations that something always follows."""

_ENDS_BEFORE_CAPITAL = frozenset("osv o.s.v m.m mm mfl m.fl o.l ol m.v mv etc f.kr e.kr kr mill mrd pst vgs sr jr d.e d.y a.m p.m".split())
"""Abbreviations after which a capital starts a sentence; units, times and "and so on"."""

_ENDS_BEFORE_STARTER = frozenset(
    """
    st kgl avd ass str u.s u.n u.k e.u d.c ph.d jan feb mar apr jun jul aug sep
    sept oct okt nov dec des mt ave blvd rd
    """.split()
)
"""Abbreviations that a name may follow: only a word that no name begins with starts a sentence."""

_COMPANY_TAILS = frozenset("inc ltd co corp bros".split())
"""After these a title may follow in capitals ("Acme Inc. Chief Executive"), so two words decide."""

_TIME_TAILS = frozenset("monday tuesday wednesday thursday friday saturday sunday est edt gmt utc cet bst pst pdt et pt ct".split())
_REFERENCE_LETTERS = frozenset("bcdfpsv")
_SPEECH_VERBS = "said asked shouted told cried replied added wrote yelled insisted sier sa spurte ropte svarte".split()
_NAME_SAYS = re.compile(rf"(?:[A-ZÆØÅ][\w.\-]*\s+){{1,4}}(?:{'|'.join(_SPEECH_VERBS)})\b")


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in `text[start:end]`, in order, without outer blanks.

    Every character of the range that is not white space stands in exactly one span.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, start, end):
        cuts = [line.start(), *_cuts(text, line.start(), line.end()), line.end()]
        for first, last in pairwise(cuts):
            spans.extend(_trimmed(text, first, last))
    return spans


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets inside one line at which a new sentence begins."""
    previous = start
    for cut in sorted({*_ends(text, start, end), *_gaps(text, start, end)}):
        yield from _forced(text, previous, cut)
        yield cut
        previous = cut
    yield from _forced(text, previous, end)


def _gaps(text: str, start: int, end: int) -> Iterator[int]:
    """Where a lost piece has glued the start of a new sentence to the end of another."""
    position = find_gap(text, start, end)
    while position is not None:
        yield position
        position = find_gap(text, position, end)


def _forced(text: str, start: int, end: int) -> Iterator[int]:
    """Cuts at blanks inside a run that is longer than any sentence."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        start = blank if blank > start else start + LONGEST
        yield start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    quotes, counted = 0, start
    for mark in _CANDIDATE.finditer(text, start, end):
        quotes += text.count('"', counted, mark.end() - 1)
        counted = mark.end() - 1
        cut = _before_glued_quote(text, mark.end(), is_quoting=quotes % 2 == 1)
        if cut < end and _is_end(text, start, mark.start(), cut):
            yield cut


def _before_glued_quote(text: str, mark_end: int, *, is_quoting: bool) -> int:
    """Leave a straight quote that opens the next sentence to it, where the blank between was lost.

    Only the count of quotes before it in the paragraph tells an opening from a closing one.
    """
    is_glued = text[mark_end - 1] == '"' and text[mark_end : mark_end + 1].isupper()
    return mark_end - 1 if is_glued and not is_quoting else mark_end


def _is_end(text: str, line_start: int, mark_start: int, mark_end: int) -> bool:
    """Whether the terminator at [mark_start:mark_end] ends a sentence, by what stands around it."""
    following = _NEXT.match(text, mark_end)
    assert following is not None  # the pattern matches the empty string
    at = following.end()
    if not text[at : at + 1] or not _begins(text[at]):
        return False
    word = _word_before(text, line_start, mark_start)
    if not text[mark_end].isspace() and following.end() == mark_end:
        return _is_glued_end(word, text, at)
    marks = text[mark_start:mark_end]
    if marks[0] in "!?" and marks[-1] not in "!?":
        return _NAME_SAYS.match(text, at) is None
    if marks.rstrip("\"”»’')]") != ".":
        return True
    return _stop_ends(word, text, at, closed=len(marks) > 1)


def _begins(character: str) -> bool:
    return character.isupper() or character.isdigit()


def _word_before(text: str, line_start: int, mark_start: int) -> str:
    """The word that the terminator follows, without opening quotes and brackets."""
    low = max(line_start, mark_start - _WORD_REACH)
    piece = text[low:mark_start]
    parts = piece.split()
    word = parts[-1] if parts and not piece[-1:].isspace() else ""
    return word.lstrip("\"“”«‘'([–—-")


def _is_glued_end(word: str, text: str, at: int) -> bool:
    """A full stop with a capital right behind it: the blank was lost, unless it is a name or address."""
    if not text[at].isupper() or not text[at + 1 : at + 2].islower():
        return False
    plain = word.rstrip("\"”»’')]")
    return len(plain) > 1 and "." not in plain and "@" not in plain and plain.lower() not in _NEVER_ENDS


def _stop_ends(word: str, text: str, at: int, *, closed: bool) -> bool:
    """Whether a single full stop after `word` ends the sentence; the next one would begin at `at`."""
    key = word.lower()
    if key in _NEVER_ENDS:
        return False
    if text[at].isdigit() and (key == "no" or key in _REFERENCE_LETTERS or key in _ENDS_BEFORE_CAPITAL):
        return False
    if key in _ENDS_BEFORE_CAPITAL and word[0].islower():
        return _is_no_tail(text, at)
    if key in _COMPANY_TAILS:
        return _CAPITAL_THEN_LOWER.match(text, at) is not None
    if key in _ENDS_BEFORE_STARTER or key in _ENDS_BEFORE_CAPITAL or _INITIALS.fullmatch(word):
        return _starts_like_a_sentence(text, at)
    if word.isdigit() and not closed:
        return len(word) > 3 or not _NUMBER_AND_STOP.match(text, at)
    return True


def _is_no_tail(text: str, at: int) -> bool:
    """Whether the word at `at` is neither a currency code nor a weekday or time zone ("5 p.m. Monday")."""
    word = _NEXT_WORD.match(text, at)
    return word is None or not (word.group().lower() in _TIME_TAILS or word.group() in ("NOK", "USD", "EUR"))


def _starts_like_a_sentence(text: str, at: int) -> bool:
    """Whether the word at `at` is a function word such as "Det" or "The", which no name begins with."""
    word = _NEXT_WORD.match(text, at)
    return word is not None and word.group().lower() in STARTERS
