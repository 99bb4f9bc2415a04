from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.questions import read_question
from assistant.ranking import CrossEncoder, crossencoder
from assistant.ranking.crossencoder import LENGTHS, laid
from vectorstore import Article, Hit, ModelUnavailable, Sentence
from vectorstore.glossary import glosser
from vectorstore.inference import Vocabulary
from vectorstore.language import ENGLISH


def english(text: str, language: str) -> str:
    return text if language == ENGLISH else glosser().gloss_text(text)


def hit(text: str, language: str, *, title: str = "", before: str = "") -> Hit:
    def sentence(words: str) -> Sentence:
        return Sentence(1, 0, len(words), words, "body", language)  # type: ignore[arg-type]

    article = Article("a", text, title=title, language=language)
    return Hit(article, sentence(text), before=sentence(before) if before else None)


def best(question: str, language: str, *texts: str) -> str:
    scores = CrossEncoder(english).scores(read_question(question), [hit(text, language) for text in texts])
    assert scores.shape == (len(texts),)
    return texts[int(np.argmax(scores))]


def test_question_sentence_and_context_stand_one_after_the_other_and_the_question_is_marked() -> None:
    assert laid([7, 8], [9], [5]) == ([101, 7, 8, 102, 9, 102, 5, 102], [0, 0, 0, 0, 1, 1, 1, 1])


def test_the_marks_are_those_of_the_packaged_vocabulary() -> None:
    assert Vocabulary(8).ids([""], marked=True) == [[101, 102]]


def test_of_each_text_no_more_is_read_than_its_length() -> None:
    ids, marks = laid([7] * 99, [9] * 99, [5] * 99)
    assert (ids.count(7), ids.count(9), ids.count(5)) == LENGTHS
    assert len(ids) == len(marks)


def test_the_context_is_the_title_and_the_sentence_before_in_english() -> None:
    found = hit("Havna er stengt.", "nb", title="Stengt havn", before="Stormen kom mandag.")
    sentence, context = CrossEncoder(english).texts(found)
    assert "closed" in sentence
    assert context == f"{english('Stengt havn', 'nb')}. {english('Stormen kom mandag.', 'nb')}"


@pytest.mark.parametrize(
    ("question", "language", "right", "wrong"),
    [
        (
            "Who opened the bridge?",
            "en",
            "The bridge was opened by Mayor Ada Holm on Monday.",
            "The bridge is 300 metres long and has two lanes.",
        ),
        ("Hvem åpnet brua?", "nb", "Ordfører Kari Lunde åpnet brua mandag.", "Brua er 300 meter lang og har to felt."),
        ("Hvor lang er brua?", "nb", "Brua er 300 meter lang og har to felt.", "Ordfører Kari Lunde åpnet brua mandag."),
        ("Why was the school closed?", "nb", "Skolen ble stengt fordi taket lekket.", "Skolen i Hellvika har 240 elever."),
        ("Kvifor er skulen stengd?", "nn", "Skulen er stengd fordi taket lek.", "Skulen i Hellvika har 240 elevar."),
    ],
)
def test_the_sentence_that_answers_scores_higher_than_one_on_the_same_matter(question: str, language: str, right: str, wrong: str) -> None:
    assert best(question, language, wrong, right) == right


def test_no_candidates_have_no_scores() -> None:
    assert CrossEncoder(english).scores(read_question("Hvem?"), []).shape == (0,)


def test_a_missing_model_is_said_in_one_line_with_a_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(crossencoder, "MODEL", tmp_path / "gone.onnx")
    with pytest.raises(ModelUnavailable, match=r"gone\.onnx can't be loaded") as refused:
        CrossEncoder(english).scores(read_question("Hvem?"), [hit("Kari.", "nb")])
    assert "--fast" in refused.value.hint
