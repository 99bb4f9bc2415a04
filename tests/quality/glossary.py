"""What the glossary brings, how much of a text it knows, and how fast it is: a part of `docs/quality.md`."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import vectorstore.own_matching
from tests.quality.features import Asked, QuestionSet, feature_names, gather, shares
from tests.quality.learn import learn
from vectorstore import MiniLM
from vectorstore.glossary import Glossary, Glosser, How, load_glossary
from vectorstore.segmenting import segment
from vectorstore.types import Article

FOLDS = 5
WORDS = ("words", "article", "cover", "around", "exact")
ENGLISH_WORDS = ("english_words", "english_article", "english_cover", "english_around", "kept")
VECTORS = ("vector", "passage_vector")


def ways(questions: QuestionSet, embedder: MiniLM, most: int) -> Iterator[tuple[str, float, float, float]]:
    """Each way of ranking, its weights learned and measured on other articles (five folds): first, in three, in ten."""
    names = feature_names()
    asked = list(gather(questions, embedder, most))
    yield "words as written", *crossed(asked, WORDS)
    yield "words as written and in English", *crossed(asked, (*WORDS, *ENGLISH_WORDS))
    yield "vectors of the English", *crossed(asked, VECTORS)
    yield "words and vectors", *crossed(asked, (*WORDS, *ENGLISH_WORDS, *VECTORS))
    yield "all: and what is asked for, and the kind of block", *crossed(asked, names)
    for title, keeps in (("all, without the glossary", lambda _: False), ("all, with half of the glossary", _in_first_half)):
        with using(only(load_glossary(), keeps)):
            yield title, *crossed(list(gather(questions, embedder, most)), names)


def only(glossary: Glossary, keeps: Callable[[str], bool]) -> Glossary:
    """A glossary with a part of its words, names and phrases."""
    return replace(
        glossary,
        lemmas={form: entry for form, entry in glossary.lemmas.items() if keeps(form)},
        names={form: glosses for form, glosses in glossary.names.items() if keeps(form)},
        phrases={form: rest for form, rest in glossary.phrases.items() if keeps(form)},
    )


def _in_first_half(form: str) -> bool:
    return hashlib.sha256(form.encode()).digest()[0] < 128


@contextmanager
def using(glossary: Glossary) -> Iterator[None]:
    """Make archives with another glossary meanwhile."""
    before = vectorstore.own_matching.glosser_of
    other = Glosser(glossary)
    vectorstore.own_matching.glosser_of = lambda _: other
    try:
        yield
    finally:
        vectorstore.own_matching.glosser_of = before


def crossed(asked: Sequence[Asked], kept: Sequence[str]) -> tuple[float, float, float]:
    """Shares of right sentences among the first, three and ten, by weights learned on the articles of other folds."""
    names = feature_names()
    columns = [place for place, name in enumerate(names) if name in kept]
    some = [replace(one, features=one.features[:, columns]) for one in asked]
    found: NDArray[np.float64] = np.zeros(3)
    for fold in range(FOLDS):
        weights = learn([(one, 1.0) for one in some if fold_of(one) != fold], np.zeros(len(columns)))
        unseen = [one for one in some if fold_of(one) == fold]
        found += np.array(shares(unseen, weights)) * len(unseen)
    first, three, ten = (float(share) for share in found / len(some))
    return first, three, ten


def fold_of(one: Asked) -> int:
    """The fold of a question's article, by a hash of its id."""
    return hashlib.sha256(one.article.encode()).digest()[0] % FOLDS


def coverage(questions: QuestionSet) -> tuple[int, dict[How, float]]:
    """Running words of a set's questions, and the share found in each way."""
    glosser = Glosser(load_glossary())
    counts = Counter(word.how for question in questions.questions() for word in glosser.gloss(question.text))
    total = sum(counts.values())
    return total, {how: counts[how] / total for how in How}


def speed(articles: Sequence[Article]) -> tuple[float, float]:
    """Words a second of glossing the sentences of articles, from nothing and once the words are known."""
    texts = [sentence.text for article in articles for sentence in segment(article).sentences]
    glosser = Glosser(load_glossary())
    rates = []
    for _ in range(2):
        started = time.perf_counter()
        count = sum(glosser.gloss_text(text).count(" ") + 1 for text in texts)
        rates.append(count / (time.perf_counter() - started))
    return rates[0], rates[1]


def read_articles(file: Path) -> list[Article]:
    """All articles of a file."""
    from vectorstore import Sources

    return [item for item in Sources([file]) if isinstance(item, Article)]
