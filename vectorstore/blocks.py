"""Article text as scraped -> Blocks: headline, lead, body, and all that must never be cited.

A line is the unit, because line breaks are the only structure that survives a scrape. Each line is
given one kind by the first rule that fits it, in the order of `_RULES`; then a caption's credit and
the date in front of a lead are cut off as blocks of their own. The rules read one line and its
neighbours, never the whole page, so one odd line can't change the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from vectorstore.language import detect_block
from vectorstore.types import Block, BlockKind

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_DATE_IN_FRONT = re.compile(r"\s*date\s+(?P<date>(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?![\d-])\s*")
_DATE_LABEL = re.compile(
    r"(?:(?:sist|først|fyrst) )?(?:publisert|oppdatert|endret|endra)\b|(?:(?:first|last) )?(?:published|updated|posted)\b", re.IGNORECASE
)
_DATE_WORDS = frozenset(
    """
    publisert oppdatert endret endra published updated posted sist først fyrst first last og and
    jan feb mar apr jun jul aug sep sept okt oct nov des dec januar februar mars april mai juni juli august september oktober
    november desember january february march may june july october december
    mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
    kl klokka klokken den for mindre enn siden sidan i dag går at on today yesterday ago less than
    minutt minutter minuttar time timer timar min minute minutes hour hours st nd rd th t z am pm a p m gmt utc cet cest est edt bst
    """.split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CREDIT = re.compile(
    r"(?!.*,\s(?:sier|seier|said)\b)(?:\(?©|\(c\)|foto\s*:|photo(?:graph)?\s*:|video\s*:|illustrasjon\s*:|grafikk\s*:|arkivfoto\s*:|tekst\s*:|bilde\s*:)"
    r".{0,120}|\(?(?:©\s?)?(?:ntb|npk|afp|ap|reuters|tt|ritzau)(?:[-/ ](?:ntb|npk|afp|ap|reuters|tt|dpa|scanpix))*\)?|/ritzau/",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"\s(?=\(?(?:foto|photo|arkivfoto|illustrasjon|video)\s*:\s*[^.!?]{0,100}(?:\.\s?[^.!?]{0,20})?$|©\s[^.!?]{0,80}$|\(©\s?\w+\)\s*$)",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ\d «»\"\-]{2,40}:\s+(?=\S)")
_TEASER_LABEL = re.compile(
    r"(?:[-–—>→*•]+\s*)?(?:les også|les mer|les alt|les hele|les òg|les meir|sjå også|se også|hør også|se video|se bilder|"
    r"read (?:more|also|next)|also read|see also|watch|related|more on this|relatert|mer om|flere saker)\b(?P<colon>\s*:)?",
    re.IGNORECASE,
)
_TEASER_ARROW = re.compile(r"(?:>>?|→|»|►|▶)\s*\S")
_CORRECTION = re.compile(
    r"(?:rettelse|retting|korreksjon|presisering|beklager|correction|clarification|corrected)\s*[:(].*"
    r"|(?:rettelse|retting|correction) \d.*",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:saken|artikkelen|saka|teksten|historien|video(?:en)?)\s+(?:fortsetter|held fram|fortset|forts\.?)"
    r"(?:\s+(?:(?:under|etter)\s+[\w\-]{1,30}(?:en|et|a|ne)|under|nedenfor|nedanfor))?[.:…]?"
    r"|(?:story|article)\s+continues(?:\s+(?:below|after|under)\b.{0,40})?[.:…]?|\[?\(?(?:annonse|annonsørinnhold|advertisement|reklame|sponset)\)?\]?:?"
    r"|(?:del|dela|share|tips|følg oss|follow us)\s+(?:denne|på|on|saken|artikkelen|this|via|oss)\b.{0,60}(?<!\.)"
    r"|(?:vis|se|les)\s+(?:mer|flere|færre|alle)\.?|show (?:more|less)|hopp til (?:innhold|hovedinnhold).{0,40}"
    r"|skip to (?:main )?content.{0,40}"
    r"|denne (?:artikkelen|saken) er (?:over|mer enn) .{1,20} gammel.{0,80}|kjære leser\b.{0,60}|nyhetstips\b.{0,60}|tips oss\b.{0,80}"
    r"|(?:abonner|kjøp abonnement|logg inn|log in|sign up|subscribe|bli abonnent)\b.{0,80}|(?:meny|menu|søk|search|kommentarer?|comments?)"
    r"|this (?:story|article) (?:was|has been) (?:updated|published)\b.{0,120}|all rights reserved.{0,80}|(?:copyright|©)\s+\d{4}.{0,80}"
    r"|vi bruker (?:cookies|informasjonskapsler).{0,200}"
    r"|(?:faksimile|skjermdump|utklipp)\b.{0,60}|læs mere.{0,80}|fold sammen",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—]\s*(?=\S)")
_PLACE_LABEL = re.compile(r"(?!(?:FOTO|ARKIVFOTO|BILDE|PHOTO|VIDEO|ILLUSTRASJON|GRAFIKK|TEKST):)[A-ZÆØÅ]+(?:-[A-ZÆØÅ]+)*:")
_FULL_STOP_AT_END = re.compile(r"[.…][\"”»’')\]]*$")
_WE_OR_I = re.compile(
    r"\b(?:[Vv]i|[Jj]eg|[Ee]g|[Ww]e)\b|(?<=\w )I\b"
    r"|\bI(?=['’]|\s(?:am|was|have|had|do|did|will|would|can|could|think|know)\b)"
)
_ENDS_LIKE_SENTENCE = re.compile(r"[.!?…:;,][\"”»’')\]]*$")
_ENDS_WITH_QUESTION = re.compile(r"[?!]$")
_SPEECH = re.compile(
    r"\b(?:sier|sa|seier|forteller|fortel|opplyser|mener|meiner|skriver|svarer|spør|forklarer"
    r"|legger til|ifølge|said|says|told|according)\b",
    re.IGNORECASE,
)
_DATE_LINE_LIMIT = 60
_TEASER_LIMIT = 300
_BARE_TEASER_LIMIT = 120
_TEASER_WORDS = 12
_CAPTION_LIMIT = 200
_HEADLINE_LIMIT = 180
_OPEN_QUOTE = re.compile(r'["“«][^"”»]*$')
_SUBHEAD_LIMIT = 80
_QUESTION_SUBHEAD_LIMIT = 50


@dataclass(frozen=True, slots=True)
class _Line:
    """One line that is not blank, with what its kind depends on."""

    text: str
    start: int
    is_first: bool
    is_last: bool
    is_title: bool
    next_length: int


def front_date(text: str) -> str:
    """Return the (partial) ISO date that the scrape put in front of the text, or ""."""
    found = _DATE_IN_FRONT.match(text)
    return found["date"] if found else ""


def split_blocks(text: str, *, title: str = "", language: str = "") -> tuple[Block, ...]:
    """Return the blocks of `text` in reading order; what lies between them is white space.

    `title` is the title given beside the text, if any; a first line equal to it is the headline.
    `language` is the article's; a block clearly in another one is marked with its own.
    """
    typed = _mark_repeats(text, _mark_lead(list(_typed_spans(text, title.strip()))))
    return tuple(Block(kind, start, end, detect_block(text[start:end], language)) for kind, start, end in typed)


_Span = tuple[BlockKind, int, int]


def _typed_spans(text: str, title: str) -> Iterator[_Span]:
    front = _DATE_IN_FRONT.match(text)
    begin = 0
    if front:
        yield BlockKind.DATELINE, *_trim(text, 0, front.end())
        begin = front.end()
    previous = BlockKind.DATELINE
    for line in _lines(text, begin, title):
        kind = _kind_of(line)
        if kind is previous is BlockKind.SUBHEAD:  # two in a row: the second is a paragraph without its stop
            kind = BlockKind.BODY
        yield from _split_credit(line, kind)
        previous = kind


def _lines(text: str, begin: int, title: str) -> Iterator[_Line]:
    spans = [_trim(text, *found.span()) for found in _LINE.finditer(text, begin)]
    spans = [(start, end) for start, end in spans if start < end]
    for place, (start, end) in enumerate(spans):
        following = spans[place + 1] if place + 1 < len(spans) else (0, 0)
        yield _Line(
            text=text[start:end],
            start=start,
            is_first=place == 0,
            is_last=place + 1 == len(spans),
            is_title=bool(title) and text[start:end] == title,
            next_length=following[1] - following[0],
        )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _kind_of(line: _Line) -> BlockKind:
    for kind, fits in _RULES:
        if fits(line):
            return kind
    return BlockKind.BODY


def _is_headline(line: _Line) -> bool:
    if line.is_title:
        return True
    return line.is_first and not line.is_last and len(line.text) <= _HEADLINE_LIMIT and not re.search(r"[.…,;:][\"”»’')\]]*$", line.text)


def _is_date_line(line: _Line) -> bool:
    """A label with a date or time behind it and no other word, which a sentence about something published has."""
    label = _DATE_LABEL.match(line.text) if len(line.text) <= _DATE_LINE_LIMIT else None
    if label is None:
        return False
    rest = line.text[label.end() :]
    return any(map(str.isdigit, rest)) and all(word.lower() in _DATE_WORDS for word in _LETTERS.findall(rest))


def _is_boilerplate(line: _Line) -> bool:
    return _BOILERPLATE.fullmatch(line.text) is not None and not _SPEECH.search(line.text)


def _is_teaser(line: _Line) -> bool:
    """A labelled link, an arrow, or a dash line that is a title."""
    if len(line.text) > _TEASER_LIMIT:
        return False
    return _TEASER_ARROW.match(line.text) is not None or _is_labelled_link(line.text) or _is_dashed_title(line.text)


def _is_labelled_link(line: str) -> bool:
    """A link label with its colon, or without one in front of a few words: a sentence may begin with them too."""
    label = _TEASER_LABEL.match(line)
    if label is None or label["colon"]:
        return label is not None
    return len(line) < _BARE_TEASER_LIMIT and not _FULL_STOP_AT_END.search(line) and not _SPEECH.search(line)


def _is_dashed_title(line: str) -> bool:
    """A dash line without full stop in which nobody speaks.

    A quote ends like a sentence, names its speaker, says "I" or "we", or is long; a link to another article
    does none of it, unless its title itself quotes someone ("Berg: Vi var ikke varslet").
    """
    if not _DASH.match(line) or len(line) > _HEADLINE_LIMIT or len(line.split()) - 1 > _TEASER_WORDS:
        return False
    return not (_ENDS_LIKE_SENTENCE.search(line) or _SPEECH.search(line) or _WE_OR_I.search(line.partition(":")[0]))


def _is_caption(line: _Line) -> bool:
    if _credit_start(line.text) is not None:
        return True
    return _CAPTION_LABEL.match(line.text) is not None and not _is_from_a_place(line.text)


def _is_from_a_place(line: str) -> bool:
    """A paragraph behind the place it was sent from ("OSLO: Statsministeren sier ..."), which looks like a caption."""
    label = _PLACE_LABEL.match(line)
    return label is not None and (len(line) > _CAPTION_LIMIT or _SPEECH.search(line, label.end()) is not None)


def _is_subhead(line: _Line) -> bool:
    """A short line between paragraphs that does not end like a sentence, or a short bare question.

    A quote that begins in it and goes on in the next line makes it a part of that paragraph.
    """
    if line.is_first or _DASH.match(line.text) or _OPEN_QUOTE.match(line.text) or line.next_length <= len(line.text):
        return False
    if _ENDS_WITH_QUESTION.search(line.text):
        return len(line.text) <= _QUESTION_SUBHEAD_LIMIT
    return len(line.text) <= _SUBHEAD_LIMIT and not _ENDS_LIKE_SENTENCE.search(line.text)


def _matches(pattern: re.Pattern[str]) -> Callable[[_Line], bool]:
    return lambda line: pattern.fullmatch(line.text) is not None


_RULES: Sequence[tuple[BlockKind, Callable[[_Line], bool]]] = (
    (BlockKind.CORRECTION, _matches(_CORRECTION)),
    (BlockKind.DATELINE, _is_date_line),
    (BlockKind.BOILERPLATE, _is_boilerplate),
    (BlockKind.CREDIT, _matches(_CREDIT)),
    (BlockKind.TEASER, _is_teaser),
    (BlockKind.HEADLINE, _is_headline),
    (BlockKind.CAPTION, _is_caption),
    (BlockKind.SUBHEAD, _is_subhead),
)


def _credit_start(line: str) -> int | None:
    """Where the credit at the end of a line begins, if there is text before it."""
    found = _CREDIT_AT_END.search(line)
    return found.end() if found else None


def _split_credit(line: _Line, kind: BlockKind) -> Iterator[_Span]:
    """The line as a block, its credit at the end as another."""
    end = line.start + len(line.text)
    at = _credit_start(line.text) if kind in (BlockKind.CAPTION, BlockKind.BODY) else None
    if at is None:
        yield kind, line.start, end
        return
    yield kind, line.start, line.start + len(line.text[:at].rstrip())
    yield BlockKind.CREDIT, line.start + at, end


def _mark_lead(spans: list[_Span]) -> list[_Span]:
    """Make the first body paragraph the lead."""
    for place, (kind, start, end) in enumerate(spans):
        if kind is BlockKind.BODY:
            spans[place] = (BlockKind.LEAD, start, end)
            break
    return spans


def _mark_repeats(text: str, spans: list[_Span]) -> list[_Span]:
    """Make the second of two equal neighbours boilerplate: scrapes often hold a caption twice.

    A credit does not part neighbours, because it was cut off the first of them.
    """
    for place in range(1, len(spans)):
        kind, first, last = spans[place]
        reach = 2 if spans[place - 1][0] is BlockKind.CREDIT else 1
        earlier = (text[start:end] for _, start, end in spans[max(0, place - reach) : place])
        if kind is not BlockKind.HEADLINE and text[first:last] in earlier:
            spans[place] = (BlockKind.BOILERPLATE, first, last)
    return spans
