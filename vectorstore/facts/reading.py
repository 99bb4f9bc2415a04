"""All that is read in a text at once, or in an article's sentences.

Numbers, times and hedges are read sentence by sentence; who speaks is read through the whole article, because a pronoun or a
dash has its name further up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vectorstore.facts.dates import read_dates
from vectorstore.facts.hedges import read_hedges
from vectorstore.facts.keeping import packed
from vectorstore.facts.numbers import read_numbers
from vectorstore.facts.speakers import Speech, read_article_speech, read_speech
from vectorstore.facts.types import Hedge, Number, SentenceFacts, Source, Time
from vectorstore.types import Article, Block, Published, Sentence


@dataclass(frozen=True, slots=True)
class Facts:
    """What is read in a text; offsets count in that text."""

    numbers: tuple[Number, ...]
    dates: tuple[Time, ...]
    speech: Speech
    hedges: tuple[Hedge, ...]


def read_facts(text: str, language: str, published: Published) -> Facts:
    """Read a text printed on that day, of one or more paragraphs parted by line breaks."""
    return Facts(
        read_numbers(text, language),
        read_dates(text, language, published),
        read_speech(text, language),
        read_hedges(text, language),
    )


def facts_of_article(article: Article, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> Iterator[tuple[int, str]]:
    """Yield number and facts of each sentence that has any, as text for the catalog."""
    paragraphs = [list(spans) for _, spans in groupby(((s.start, s.end) for s in sentences), key=lambda span: _block_of(span, blocks))]
    speech = read_article_speech(article.text, paragraphs, article.language)
    for sentence in sentences:
        if sentence.is_evidence and (found := packed(_read(sentence, article, speech))):
            yield sentence.number, found


def _block_of(span: tuple[int, int], blocks: Sequence[Block]) -> int:
    return next((place for place, block in enumerate(blocks) if block.start <= span[0] < block.end), -1)


def _read(sentence: Sentence, article: Article, speech: Speech) -> SentenceFacts:
    text, language = sentence.text, sentence.language
    mine = speech.of_sentence(sentence.start, sentence.end)
    return SentenceFacts(
        read_numbers(text, language),
        read_dates(text, language, article.published),
        tuple(dict.fromkeys(Source(one.name, one.full_name, one.inferred, one.rule) for one in mine.speakers)),
        mine.reported_by,
        read_hedges(text, language),
    )
