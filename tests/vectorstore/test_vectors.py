from __future__ import annotations

import numpy as np
import pytest

from tests.fakes import DIMENSION, WordEmbedder
from vectorstore import BlockKind, MiniLM, Sentence
from vectorstore.glossary import OwnWord, glosser, glosser_with
from vectorstore.matching import Forms, Matching
from vectorstore.records import SentenceRow, StagedPassage
from vectorstore.vectors import digest_of, embed_passages, embedded_texts

GLOSSED = Matching(glosser())
AS_IT_IS = Matching(glosser(), embeds_gloss=False)


def passage(*texts: str, key: int = 1, language: str = "en") -> StagedPassage:
    sentences = [Sentence(number, 0, len(text), text, BlockKind.BODY, language) for number, text in enumerate(texts, start=1)]
    return StagedPassage(key, 1, tuple(SentenceRow(1, key, sentence, Forms("", ""), b"") for sentence in sentences))


# What is embedded


def test_english_is_embedded_as_it_is() -> None:
    wolves = passage("Wolves came down to the harbour.", "They left.")
    assert embedded_texts(wolves, GLOSSED) == embedded_texts(wolves, AS_IT_IS) == ["Wolves came down to the harbour.", "They left."]


def test_norwegian_is_embedded_in_english_unless_the_model_reads_norwegian() -> None:
    school = passage("Skolen stenger.", language="nb")
    assert embedded_texts(school, GLOSSED) == [glosser().gloss_text("Skolen stenger.")] != ["Skolen stenger."]
    assert embedded_texts(school, AS_IT_IS) == ["Skolen stenger."]


def test_each_sentence_is_embedded_by_its_own_language() -> None:
    (norwegian,), (english,) = passage("Skolen stenger.", language="nn").sentences, passage("Men so good.").sentences
    both = StagedPassage(1, 1, (norwegian, english))
    assert embedded_texts(both, GLOSSED) == [glosser().gloss_text("Skolen stenger."), "Men so good."]


# Its vectors


def test_each_sentence_of_each_passage_is_embedded_by_itself_in_order() -> None:
    embedder = WordEmbedder()
    first, second = embed_passages([passage("a b", "b", "c", key=7), passage("d", key=8)], embedder, GLOSSED)
    assert (first.passage, second.passage) == (7, 8)
    assert (first.vectors.shape, second.vectors.shape) == ((3, DIMENSION), (1, DIMENSION))
    assert first.vectors[0, :3] == pytest.approx([2**-0.5, 2**-0.5, 0])
    assert [row.argmax() for row in (*first.vectors[1:], *second.vectors)] == [1, 2, 3]
    assert embedder.embedded == ["a b", "b", "c", "d"]


def test_no_passages_have_no_vectors() -> None:
    assert embed_passages([], WordEmbedder(), GLOSSED) == []


def test_neighbours_have_no_say_in_the_vector_of_a_sentence(minilm: MiniLM) -> None:
    (alone,) = embed_passages([passage("It was cancelled.")], minilm, GLOSSED)
    (beside,) = embed_passages([passage("The ferry waited.", "It was cancelled.", "Ice lay on the fjord.")], minilm, GLOSSED)
    assert alone.vectors[0] @ beside.vectors[1] > 0.97  # 8-bit activations are scaled by the whole batch, so never quite 1


def test_a_norwegian_sentence_lies_near_to_its_english_twin(minilm: MiniLM) -> None:
    (norwegian,) = embed_passages([passage("Skolen stenger.", "Ulvene kom tilbake.", language="nb")], minilm, GLOSSED)
    (english,) = embed_passages([passage("The school closes.", "The wolves came back.")], minilm, GLOSSED)
    assert np.argmax(norwegian.vectors @ english.vectors.T, axis=1).tolist() == [0, 1]


# Whether they are still the right ones


def test_vectors_carry_the_digest_of_what_was_embedded() -> None:
    wolves, school = passage("Wolves came.", "They left."), passage("Skolen stenger.", language="nb")
    found = embed_passages([wolves, school], WordEmbedder(), GLOSSED)
    assert [each.digest for each in found] == [digest_of(embedded_texts(each, GLOSSED)) for each in (wolves, school)]
    assert found[0].digest != found[1].digest


def test_a_word_of_the_newsrooms_own_makes_only_the_vectors_of_its_sentences_out_of_date() -> None:
    own = Matching(glosser_with([OwnWord("skolen", "the academy")]))
    school, ferry = passage("Skolen stenger.", language="nb"), passage("Ferja går.", language="nb")
    before = [each.digest for each in embed_passages([school, ferry], WordEmbedder(), GLOSSED)]
    assert [digest_of(embedded_texts(each, own)) == kept for each, kept in zip((school, ferry), before, strict=True)] == [False, True]


def test_a_digest_tells_texts_apart_that_are_divided_otherwise() -> None:
    assert len({digest_of(texts) for texts in (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], [])}) == 5
    assert digest_of(["ab", "c"]) == digest_of(("ab", "c"))
