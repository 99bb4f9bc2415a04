"""Who says what an article says, and which agencies and outlets passed it on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from vectorstore.facts.attributions import Attribution, AttributionReader
from vectorstore.facts.noun_phrases import Kind, Phrase, PhraseReader
from vectorstore.facts.passing_on import find_outlets
from vectorstore.facts.persons import BODY, PLURAL, Known, People, gender_of
from vectorstore.facts.sentence_view import Grammar, SentenceView, grammar_of
from vectorstore.facts.speech_tokens import Quotes, Token, find_quotes, opens_with_dash, tokenize
from vectorstore.sentences import split_sentences

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom the text gives as the source of what `sentence_start` to `sentence_end` says.

    `name` is as written at `start` to `end`. Where it is `inferred`, those offsets hold the pronoun, or the dash of a quotation
    without any name. `full_name` is the fullest form of the name that the article had up to here.
    """

    name: str
    start: int
    end: int
    inferred: bool
    sentence_start: int
    sentence_end: int
    rule: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Report:
    """An agency or outlet that passed on what a sentence says."""

    name: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Speech:
    """The speakers of a text in order, and who passed on what."""

    speakers: tuple[Speaker, ...]
    reports: tuple[Report, ...]

    @property
    def reported_by(self) -> tuple[str, ...]:
        """The agencies and outlets in order, each once."""
        return tuple(dict.fromkeys(report.name for report in self.reports))

    def of_sentence(self, start: int, end: int) -> Speech:
        """What of it belongs to the sentence at these offsets; both lists stand in the order of their sentences."""
        return Speech(_overlapping(self.speakers, start, end), _overlapping(self.reports, start, end))


_Entry = TypeVar("_Entry", Speaker, Report)


def _overlapping(entries: Sequence[_Entry], start: int, end: int) -> tuple[_Entry, ...]:
    first = bisect_right(entries, start, key=lambda entry: entry.sentence_end)
    last = bisect_left(entries, end, key=lambda entry: entry.sentence_start)
    return tuple(entries[first:last])


def read_speech(text: str, language: str) -> Speech:
    """Return who says what in a text of one or more paragraphs, parted by line breaks."""
    paragraphs: list[list[Span]] = []
    previous = 0
    for span in split_sentences(text, 0, len(text)):
        if not paragraphs or any(mark in text[previous : span[0]] for mark in _LINE_BREAKS):
            paragraphs.append([])
        paragraphs[-1].append(span)
        previous = span[1]
    return read_article_speech(text, paragraphs, language)


def read_article_speech(text: str, paragraphs: Sequence[Sequence[Span]], language: str) -> Speech:
    """Return who says what in an article that is already cut up: for each paragraph the spans of its sentences."""
    reader = _ArticleReader(text, grammar_of(language))
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else ()
        reader.read(paragraph, following)
    return Speech(tuple(reader.speakers), tuple(reader.reports))


_SPEAKERLESS = frozenset("heter heiter het heitte lyder lydde står stod opplyses".split())
_NOBODY_SAYS = frozenset("det jeg eg".split())
_MIN_WORDS, _MAX_WORDS = 2, 4
_LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"


@dataclass(slots=True)
class _Sentence:
    """A sentence with its tokens, and what was found in it."""

    start: int
    end: int
    tokens: list[Token]
    speakers: list[Speaker]

    @property
    def opens_with_dash(self) -> bool:
        return opens_with_dash(self.tokens)

    @property
    def is_quotation(self) -> bool:
        """Whether nothing of it stands outside quotation marks."""
        return all(token.is_quoted or not token.is_word for token in self.tokens) and any(token.is_quoted for token in self.tokens)


class _ArticleReader:
    """Reads an article paragraph by paragraph and remembers who was named."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.speakers: list[Speaker] = []
        self.reports: list[Report] = []
        self._text = text
        self._grammar = grammar
        self._people = People()

    def read(self, paragraph: Sequence[Span], following: Sequence[Span]) -> None:
        """Read one paragraph; `following` is the next one."""
        if not paragraph:
            return
        start, end = paragraph[0][0], paragraph[-1][1]
        quotes = find_quotes(self._text, start, end)
        before = self._people.last_person()
        reported = len(self.reports)
        sentences = [self._sentence(span, quotes) for span in paragraph]
        first = sentences[0]
        is_attributed = len(self.reports) > reported or any(sentence.speakers or self._has_tag(sentence) for sentence in sentences)
        if first.opens_with_dash and not is_attributed and before is not None and not self._is_question(sentences, following):
            dash = first.tokens[0]
            first.speakers.append(Speaker(before.name, dash.start, dash.end, True, start, end, "dash paragraph", before.name))
            self._people.focus(before.name, before.gender)
        self.speakers += _with_spans(sentences)

    def _has_tag(self, sentence: _Sentence) -> bool:
        """Whether a verb of speech follows a comma although it names nobody: ", heter det i en uttalelse"."""
        forms = [token.form for token in sentence.tokens]
        return any(
            form == "," and (verb in _SPEAKERLESS or self._grammar.verbs.is_finite(verb)) and following in _NOBODY_SAYS
            for form, verb, following in zip(forms, forms[1:], forms[2:], strict=False)
        )

    def _is_question(self, sentences: Sequence[_Sentence], following: Sequence[Span]) -> bool:
        """Whether a dash paragraph is what the reporter asked: a question that another dash paragraph answers."""
        ends_asking = self._text[sentences[-1].end - 1] == "?"
        return ends_asking and bool(following) and self._text[following[0][0]] in "–—-−"

    def _sentence(self, span: Span, quotes: Quotes) -> _Sentence:
        tokens = tokenize(self._text, *span, quotes)
        sentence = _Sentence(*span, tokens, [])
        view = SentenceView(tokens, self._grammar, self._people.knows)
        attributions = AttributionReader(view).read()
        mentions = self._mentions(tokens)
        for phrase in mentions:
            self._people.note(self._written(tokens, phrase), is_person=True)
        seen = 0
        for attribution in sorted(attributions, key=lambda attribution: attribution.phrase.name_first):
            while seen < len(mentions) and mentions[seen].name_last < attribution.phrase.first:
                self._mention(tokens, mentions[seen])
                seen += 1
            self._take(sentence, attribution)
        for phrase in mentions[seen:]:
            self._mention(tokens, phrase)
        self._report(sentence, view, attributions)
        self._focus(sentence, mentions)
        return sentence

    def _mentions(self, tokens: Sequence[Token]) -> list[Phrase]:
        """The persons named anywhere in a sentence."""
        phrases = PhraseReader(tokens, self._grammar.words)
        found: list[Phrase] = []
        at = 0
        while at < len(tokens):
            is_start = tokens[at].is_capital or (at + 1 < len(tokens) and tokens[at + 1].is_capital and tokens[at].is_word)
            phrase = phrases.read(at, attach=False) if is_start else None
            if phrase is not None and phrase.kind is Kind.PERSON:
                found.append(phrase)
            elif phrase is not None and phrase.kind is Kind.NAME:
                name = self._written(tokens, phrase)
                if self._people.knows(name):
                    found.append(phrase)
                elif _MIN_WORDS <= len(name.split()) <= _MAX_WORDS and not (at and tokens[at - 1].form in self._grammar.words.prepositions):
                    self._people.suspect(name)
            at = phrase.last + 1 if phrase is not None else at + 1
        return found

    def _written(self, tokens: Sequence[Token], phrase: Phrase) -> str:
        return self._text[tokens[phrase.name_first].start : tokens[phrase.name_last].end]

    def _mention(self, tokens: Sequence[Token], phrase: Phrase) -> None:
        name = self._people.full_name(self._written(tokens, phrase))
        self._people.mention(name, gender_of(name))

    def _take(self, sentence: _Sentence, attribution: Attribution) -> None:
        """Keep an attribution as a speaker, or as a report where an outlet is named."""
        phrase = attribution.phrase
        first, last = sentence.tokens[phrase.name_first], sentence.tokens[phrase.name_last]
        if phrase.kind is Kind.OUTLET:
            self._add_report(sentence, phrase)
            return
        if phrase.kind is Kind.PRONOUN:
            gender = self._grammar.words.pronouns[first.form]
            meant = self._people.meant(gender) or self._begun_with(sentence, phrase.first, gender)
            if meant is not None and not sentence.speakers:
                rule = "pronoun"
                sentence.speakers.append(Speaker(meant.name, first.start, last.end, True, sentence.start, sentence.end, rule, meant.name))
            return
        if phrase.kind is Kind.STATEMENT and attribution.rule != "ifølge":
            return
        start, end = first.start, last.end - phrase.is_genitive
        name = self._text[start:end]
        if any(speaker.name == name or (speaker.start, speaker.end) == (start, end) for speaker in sentence.speakers):
            return
        if phrase.kind in (Kind.PERSON, Kind.NAME):
            self._people.note(name, is_person=True)
        full = self._people.full_name(name)
        sentence.speakers.append(Speaker(name, start, end, False, sentence.start, sentence.end, attribution.rule, full))
        self._people.focus(full, self._gender(phrase, full))

    def _begun_with(self, sentence: _Sentence, at: int, gender: str) -> Known | None:
        """Somebody without a name with whom the sentence itself begins before token `at`: "Mannen løp, sier han"."""
        phrase = self._initial_role(sentence)
        if phrase is None or phrase.last >= at or sentence.tokens[phrase.last + 1].form == ",":
            return None
        is_fitting = gender in (BODY, PLURAL) or (phrase.kind is Kind.ROLE and phrase.is_singular)
        return Known(self._written(sentence.tokens, phrase), gender) if is_fitting else None

    def _gender(self, phrase: Phrase, name: str) -> str:
        if phrase.kind in (Kind.PERSON, Kind.NAME):
            return gender_of(name)
        if phrase.kind is Kind.BODY:
            return BODY
        return "" if phrase.is_singular else PLURAL

    def _report(self, sentence: _Sentence, view: SentenceView, attributions: Sequence[Attribution]) -> None:
        for phrase in find_outlets(view, attributions):
            self._add_report(sentence, phrase)

    def _add_report(self, sentence: _Sentence, phrase: Phrase) -> None:
        start, end = sentence.tokens[phrase.name_first].start, sentence.tokens[phrase.name_last].end
        self.reports.append(Report(self._text[start:end], start, end, sentence.start, sentence.end))

    def _focus(self, sentence: _Sentence, mentions: Sequence[Phrase]) -> None:
        """What the next sentence's pronoun will mean: the first speaker, else whom the sentence names first outside quotations."""
        if sentence.speakers:
            return
        for phrase in mentions:
            if not sentence.tokens[phrase.name_first].is_quoted and not sentence.opens_with_dash:
                name = self._people.full_name(self._written(sentence.tokens, phrase))
                self._people.focus(name, gender_of(name))
                return
        self._focus_on_role(sentence)

    def _focus_on_role(self, sentence: _Sentence) -> None:
        """People without a name whom the sentence begins with: "Naboene er rasende"."""
        phrase = self._initial_role(sentence)
        if phrase is not None:
            self._people.focus(self._written(sentence.tokens, phrase), self._gender(phrase, ""))

    def _initial_role(self, sentence: _Sentence) -> Phrase | None:
        if sentence.opens_with_dash or not sentence.tokens or sentence.tokens[0].is_quoted:
            return None
        phrase = PhraseReader(sentence.tokens, self._grammar.words).read(0)
        if phrase is None or phrase.name_last >= len(sentence.tokens) - 1:
            return None
        if phrase.kind is Kind.NAME and sentence.tokens[0].form.endswith(("ene", "ane")):
            return replace(phrase, name_last=phrase.last, kind=Kind.ROLE)
        return phrase if phrase.kind in (Kind.ROLE, Kind.BODY) else None


def _with_spans(sentences: Sequence[_Sentence]) -> list[Speaker]:
    """The speakers of a paragraph, each with the run of sentences that its quotation fills."""
    found: list[Speaker] = []
    for place, sentence in enumerate(sentences):
        first, last = place, place
        while first > 0 and _runs_on(sentences, first):
            first -= 1
        while last + 1 < len(sentences) and not sentences[last + 1].speakers and _adds(sentences[last + 1]):
            last += 1
        for speaker in sentence.speakers:
            start, end = min(sentences[first].start, speaker.sentence_start), max(sentences[last].end, speaker.sentence_end)
            found.append(replace(speaker, sentence_start=start, sentence_end=end))
    return found


def _runs_on(sentences: Sequence[_Sentence], place: int) -> bool:
    """Whether the sentence before `place` is part of the same quotation, which is attributed later."""
    before, here = sentences[place - 1], sentences[place]
    if before.speakers or here.opens_with_dash:
        return False
    return before.is_quotation or before.opens_with_dash or (place > 1 and _runs_on_from_dash(sentences, place - 1))


def _runs_on_from_dash(sentences: Sequence[_Sentence], place: int) -> bool:
    while place > 0 and not sentences[place].opens_with_dash and not sentences[place].speakers:
        place -= 1
    return sentences[place].opens_with_dash and not sentences[place].speakers


def _adds(sentence: _Sentence) -> bool:
    return sentence.opens_with_dash or sentence.is_quotation
