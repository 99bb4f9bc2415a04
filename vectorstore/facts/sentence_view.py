"""One sentence as its readers see it: tokens, their forms, the phrases in it and the grammar of its language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vectorstore.facts import phrase_words, speech_verbs
from vectorstore.facts.noun_phrases import PhraseReader
from vectorstore.facts.phrase_words import PhraseWords
from vectorstore.facts.speech_tokens import Token
from vectorstore.facts.speech_verbs import SpeechVerbs
from vectorstore.language import ENGLISH


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words that one language attributes with."""

    words: PhraseWords
    verbs: SpeechVerbs
    is_english: bool


def grammar_of(language: str) -> Grammar:
    """Return the grammar for a language code; all but English are read as Norwegian."""
    if language == ENGLISH:
        return Grammar(phrase_words.ENGLISH, speech_verbs.ENGLISH, True)
    return Grammar(phrase_words.NORWEGIAN, speech_verbs.NORWEGIAN, False)


class SentenceView:
    """A sentence; `is_person` says of a name whether the article has named somebody so before."""

    def __init__(self, tokens: Sequence[Token], grammar: Grammar, is_person: Callable[[str], bool]) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.words = grammar.words
        self.verbs = grammar.verbs
        self.is_person = is_person
        self.phrases = PhraseReader(tokens, grammar.words)
        self.first_word = next((place for place, token in enumerate(tokens) if token.is_word), 0)

    def form(self, at: int) -> str:
        """The word at `at` in small letters, or "" outside the sentence."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def is_quote_mark(self, at: int) -> bool:
        """Whether a quotation opens or closes at `at`."""
        return 0 <= at < len(self.tokens) and self.tokens[at].is_quote_mark

    def is_after_break(self, at: int) -> bool:
        """Whether a comma, a dash or the end of a quotation stands before `at`."""
        before = self.tokens[at - 1] if at else None
        return before is not None and (before.text in ",?!…" or before.is_quote_mark or before.is_dash)
