"""Real SentenceTransformer models that are small enough to be made for a test: each word has a vector of 16 numbers."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from vectorstore import Article
from vectorstore.bilingual import TWINS
from vectorstore.embedding import Matrix
from vectorstore.glossary import glosser

SIZE = 16
SUITCASE_NB = "Fiskeren fant en koffert ved elva mandag."
SUITCASE_EN = "The fisherman found a suitcase by the river on Monday."
FARM_NB = "Bonden solgte gården og traktoren."
FARM_EN = "The farmer sold the farm and the tractor."
PAIRS = (
    *TWINS,
    (SUITCASE_NB, SUITCASE_EN),
    (FARM_NB, FARM_EN),
    ("Folk låste dørene.", "People locked their doors."),
    ("Bilene måtte snu.", "Cars had to turn."),
)
ARTICLES = (
    Article("koffert", f"{SUITCASE_NB} Folk låste dørene.", language="nb"),
    Article("farm", f"{FARM_EN} Cars had to turn.", language="en"),
)


def make_english(folder: Path, *, seed: int = 0) -> Path:
    """Save a model that knows English words only; another seed gives other weights."""
    return _save(folder, _english(seed))


def make_multilingual(folder: Path) -> Path:
    """Save a model in which each Norwegian word of PAIRS means its English sentence."""
    known = _english(0)
    norwegian: dict[str, Matrix] = {}
    for text, twin in PAIRS:
        meaning = 3 * sum(known[word] for word in _words(twin)) / len(_words(twin))
        for word in set(_words(text)):
            # A word of two sentences tells nothing of either.
            norwegian[word] = np.zeros(SIZE, np.float32) if word in norwegian else meaning
    return _save(folder, {**norwegian, **known})


def _english(seed: int) -> dict[str, Matrix]:
    """Words of the English sentences and of the glosses; words that begin alike, as farm and farmer, have one vector."""
    texts = [*(twin for _, twin in PAIRS), *(glosser().gloss_text(text) for text, _ in PAIRS), "query passage"]
    return {word: _vector(word[:3], seed) for text in texts for word in _words(text)}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _vector(text: str, seed: int) -> Matrix:
    return np.random.default_rng([zlib.crc32(text.encode()), seed]).normal(size=SIZE).astype(np.float32)


def _save(folder: Path, vectors: Mapping[str, Matrix]) -> Path:
    with warnings.catch_warnings(action="ignore"):
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import StaticEmbedding

        weights = np.stack([np.zeros(SIZE, np.float32), *vectors.values()])
        module = StaticEmbedding(_tokenizer(vectors), embedding_weights=weights)
        SentenceTransformer(modules=[module], device="cpu").save(str(folder), create_model_card=False)
    return folder


def _tokenizer(words: Iterable[str]) -> object:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(["[UNK]", *words])}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer
