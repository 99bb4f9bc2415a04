from __future__ import annotations

import math

import numpy as np
import pytest

from vectorstore.matching import Forms
from vectorstore.ranking import Candidates, Sought, inverse_frequencies, score_sentences
from vectorstore.records import SentenceRow
from vectorstore.types import BlockKind, Scores, Sentence

NOTHING = Sought({}, {})
QUESTION = np.array([1.0, 0.0], dtype=np.float32)


def row(
    own: str,
    *,
    english: str = "",
    article: int = 1,
    passage: int | None = 10,
    number: int = 1,
    vector: tuple[float, float] = (1.0, 0.0),
) -> SentenceRow:
    sentence = Sentence(number, 0, len(own), own, BlockKind.BODY, "nb")
    return SentenceRow(article, passage, sentence, Forms(own, english), np.array(vector, dtype=np.float16).tobytes())


def scores_of(rows: list[SentenceRow], own: Sought = NOTHING, english: Sought = NOTHING) -> list[Scores]:
    passages = frozenset(row.passage for row in rows if row.passage is not None)
    return [scores for _, scores in score_sentences(Candidates(rows, passages), own, english, QUESTION)]


def test_a_rare_stem_weighs_more_than_a_common_one() -> None:
    weights = inverse_frequencies({"rare": 1, "common": 4}, 10)
    assert weights["rare"] == pytest.approx(math.log(1 + 9.5 / 1.5))
    assert weights["common"] == pytest.approx(math.log(1 + 6.5 / 4.5))


def test_a_stem_that_stands_nowhere_weighs_most_and_one_that_stands_everywhere_weighs_something() -> None:
    weights = inverse_frequencies({"nowhere": 0, "everywhere": 10}, 10)
    assert weights["nowhere"] == pytest.approx(math.log(1 + 10.5 / 0.5))
    assert weights["everywhere"] == pytest.approx(math.log(1 + 0.5 / 10.5))
    assert weights["everywhere"] > 0


def test_no_stems_have_no_weights() -> None:
    assert inverse_frequencies({}, 10) == {}


def test_nothing_to_rank_gives_nothing() -> None:
    assert score_sentences(Candidates([], frozenset()), NOTHING, NOTHING, QUESTION) == []


def test_cover_is_the_share_of_the_question_weighed_by_rarity() -> None:
    sought = Sought({"ferge": 3.0, "streik": 1.0}, {})
    both, rare, common, none = scores_of(
        [row("streik ferge", article=1), row("ferge", article=2), row("streik", article=3), row("båt", article=4)], sought
    )
    assert [both.cover, rare.cover, common.cover, none.cover] == [1.0, 0.75, 0.25, 0.0]


def test_the_bigger_cover_wins_in_words_as_well() -> None:
    sought = Sought({"ferge": 3.0, "streik": 1.0}, {})
    rows = [row("streik ferge", article=1), row("ferge båt", article=2), row("streik båt", article=3)]
    both, rare, common = scores_of(rows, sought)
    assert both.words == pytest.approx(1.0)
    assert [rare.words, common.words] == pytest.approx([0.75, 0.25])


def test_a_word_said_twice_counts_for_less_than_twice() -> None:
    # Windows of equal length have a BM25 of weight * n * 2.2 / (n + 1.2): 1.375 for two, 1 for one.
    twice, once = scores_of([row("ferge ferge", article=1), row("ferge båt", article=2)], Sought({"ferge": 1.0}, {}))
    assert [twice.words, once.words] == pytest.approx([1.0, 1 / 1.375])


def test_a_word_in_a_longer_sentence_counts_for_less() -> None:
    # Mean length 2: relative lengths 0.5 and 1.5, norms 1.2 * (0.25 + 0.75 * length) = 0.75 and 1.65.
    short, long = scores_of([row("ferge", article=1), row("ferge båt sjø", article=2)], Sought({"ferge": 1.0}, {}))
    assert [short.words, long.words] == pytest.approx([1.0, (2.2 / 2.65) / (2.2 / 1.75)])


def test_a_neighbour_of_the_same_article_counts_around_a_sentence_and_not_in_it() -> None:
    sought = Sought({"ferge": 1.0}, {})
    before, middle, after, far = scores_of(
        [row("båt", number=1), row("ferge", number=2), row("båt", number=3), row("båt", number=4)], sought
    )
    assert [scores.around for scores in (before, middle, after, far)] == [1.0, 1.0, 1.0, 0.0]
    assert [scores.cover for scores in (before, middle, after, far)] == [0.0, 1.0, 0.0, 0.0]
    assert before.words > 0
    assert far.words == 0


def test_a_sentence_of_another_article_is_no_neighbour() -> None:
    alone, _ = scores_of([row("båt", article=1), row("ferge", article=2)], Sought({"ferge": 1.0}, {}))
    assert (alone.around, alone.words) == (0.0, 0.0)


def test_a_neighbour_that_is_not_itself_a_candidate_still_counts() -> None:
    rows = [row("ferge", passage=9, number=1), row("båt", passage=10, number=2)]
    (found,) = score_sentences(Candidates(rows, frozenset({10})), Sought({"ferge": 1.0}, {}), NOTHING, QUESTION)
    assert found[0].sentence.number == 2
    assert found[1].around == 1.0


def test_a_sentence_in_no_passage_is_never_ranked() -> None:
    assert scores_of([row("ferge", passage=None)], Sought({"ferge": 1.0}, {})) == []


def test_the_scores_of_articles_are_scaled_to_the_best() -> None:
    best, half, none = scores_of([row("a", article=1), row("b", article=2), row("c", article=3)], Sought({}, {1: 8.0, 2: 4.0}))
    assert [best.article, half.article, none.article] == [1.0, 0.5, 0.0]


def test_the_english_view_is_scored_apart_from_the_own() -> None:
    own, english = Sought({"ferge": 1.0}, {1: 3.0}), Sought({"ferry": 2.0}, {2: 5.0})
    first, second = scores_of([row("ferge", english="boat", article=1), row("båt", english="ferry", article=2)], own, english)
    assert (first.words, first.article, first.cover, first.around) == (1.0, 1.0, 1.0, 1.0)
    assert (first.english_words, first.english_article, first.english_cover, first.english_around) == (0.0, 0.0, 0.0, 0.0)
    assert (second.words, second.article, second.cover, second.around) == (0.0, 0.0, 0.0, 0.0)
    assert (second.english_words, second.english_article, second.english_cover, second.english_around) == (1.0, 1.0, 1.0, 1.0)


def kept_of(*english: str, question: str) -> list[float]:
    """How much of each sentence, in English stems, a question of equally rare stems has."""
    rows = [row("skip", english=stems, article=number) for number, stems in enumerate(english)]
    return [scores.kept for scores in scores_of(rows, english=Sought(dict.fromkeys(question.split(), 1.0), {}))]


def test_kept_is_the_share_of_the_sentence_that_the_question_has_too() -> None:
    sentences = ("ferri strike", "ferri strike monday harbour", "boat", "")
    assert kept_of(*sentences, question="ferri strike town") == [1.0, 0.5, 0.0, 0.0]


def test_function_words_and_repetitions_neither_keep_nor_lose() -> None:
    assert kept_of("the ferri of the strike", "ferri ferri ferri strike", question="the ferri of") == [0.5, 0.5]
    assert kept_of("it be the", question="it be the") == [0.0]


def test_what_is_kept_is_kept_in_english_and_not_in_the_neighbours() -> None:
    rows = [row("ferge", english="boat", number=1), row("båt", english="ferri", number=2)]
    assert [scores.kept for scores in scores_of(rows, Sought({"ferge": 1.0}, {}), Sought({"ferri": 1.0}, {}))] == [0.0, 1.0]


def test_vectors_are_compared_by_cosine_and_a_passage_has_the_mean_of_its_sentences() -> None:
    beside = row("b", passage=10, number=2, vector=(0.0, 1.0))
    same, across, elsewhere = scores_of([row("a", passage=10), beside, row("c", article=2, passage=20, vector=(-1.0, 0.0))])
    assert [same.vector, across.vector, elsewhere.vector] == pytest.approx([1.0, 0.0, -1.0])
    assert [same.passage_vector, across.passage_vector, elsewhere.passage_vector] == pytest.approx([0.5, 0.5, -1.0])


def test_a_question_of_no_known_word_scores_nothing_and_does_not_fail() -> None:
    (scores,) = scores_of([row("ferge")], Sought({"zzz": 4.0}, {}))
    assert (scores.words, scores.cover, scores.around) == (0.0, 0.0, 0.0)
    (scores,) = scores_of([row("")], Sought({"ferge": 1.0}, {}))
    assert (scores.words, scores.cover) == (0.0, 0.0)
