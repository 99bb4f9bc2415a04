"""Article -> its blocks and numbered sentences, in one pass over the text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import product
from textwrap import shorten

from vectorstore.blocks import split_blocks
from vectorstore.damage import describe_damage
from vectorstore.language import detect
from vectorstore.passages import make_passages
from vectorstore.sentences import split_sentences
from vectorstore.types import Article, Block, BlockKind, Passage, Sentence

VERSION = "3"
"""Raised whenever the same text would be cut in another way: an archive is stamped with it."""

_TITLE_LENGTH = 90
_DOTS = " …"


@dataclass(frozen=True, slots=True)
class Segmented:
    """An article with its language decided and its text cut up.

    `digest` is a hash of all that was given: equal digests mean that nothing changed.
    """

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    digest: str


def digest(article: Article) -> str:
    """Return a hash of all that an ingest gives of an article."""
    parts = (article.title, article.publisher, article.byline, article.published.date, article.language, article.url, article.text)
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


def as_given(article: Article, given: str) -> Article:
    """Return a segmented article as it was given: without the title or language that was read from its text.

    `given` is the digest of what was given.
    """
    for title, language in product(dict.fromkeys((article.title, "")), dict.fromkeys((article.language, ""))):
        found = replace(article, title=title, language=language)
        if digest(found) == given:
            return found
    return article


def segment(article: Article) -> Segmented:
    """Cut `article` into blocks, sentences and passages; a language or title given with it is kept."""
    known = article.with_language(article.language or detect(article.text))
    blocks = split_blocks(known.text, title=known.title, language=known.language)
    sentences = tuple(_number(known.text, blocks))
    titled = replace(known, title=known.title or _title(sentences))
    return Segmented(titled, blocks, sentences, make_passages(sentences), digest(article))


def _title(sentences: tuple[Sentence, ...]) -> str:
    """The headline, or for want of one the beginning of the first sentence that is evidence."""
    for sentence in sorted(sentences, key=lambda sentence: sentence.kind is not BlockKind.HEADLINE):
        if sentence.is_evidence:
            return _shortened(sentence.text)
    return ""


def _shortened(text: str) -> str:
    """As many whole words as a title holds, or the beginning of a first word that is longer than that."""
    room = _TITLE_LENGTH - len(_DOTS)
    if len(text) > _TITLE_LENGTH and len(text.split(maxsplit=1)[0]) > room:
        return text[:room] + _DOTS
    return shorten(text, _TITLE_LENGTH, placeholder=_DOTS)


def _number(text: str, blocks: tuple[Block, ...]) -> list[Sentence]:
    sentences: list[Sentence] = []
    for block in blocks:
        for start, end in split_sentences(text, block.start, block.end):
            damage = describe_damage(text, start, end, block=(block.start, block.end))
            sentences.append(Sentence(len(sentences) + 1, start, end, text[start:end], block.kind, block.language, damage))
    return sentences
