from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.texts import PROPERTY
from vectorstore.passages import SIZE, make_passages
from vectorstore.types import EVIDENCE_KINDS, BlockKind, Sentence


def sentences_of(*kinds: BlockKind) -> list[Sentence]:
    return [Sentence(number, 10 * number, 10 * number + 2, f"S{number}", kind, "nb") for number, kind in enumerate(kinds, start=1)]


def numbers(sentences: list[Sentence], size: int = SIZE) -> list[list[int]]:
    return [[sentence.number for sentence in passage.sentences] for passage in make_passages(sentences, size=size)]


def test_a_passage_is_three_sentences_and_the_last_what_is_left() -> None:
    assert numbers(sentences_of(*[BlockKind.BODY] * 7)) == [[1, 2, 3], [4, 5, 6], [7]]


def test_the_size_can_be_chosen() -> None:
    assert numbers(sentences_of(*[BlockKind.BODY] * 5), size=2) == [[1, 2], [3, 4], [5]]


def test_what_is_no_evidence_stands_in_no_passage_and_splits_none() -> None:
    kinds = (BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.LEAD, BlockKind.TEASER, BlockKind.BODY, BlockKind.CAPTION)
    assert numbers(sentences_of(*kinds)) == [[1, 3, 5], [6]]


def test_an_article_without_evidence_has_no_passage() -> None:
    assert make_passages([]) == ()
    assert make_passages(sentences_of(BlockKind.TEASER, BlockKind.SUBHEAD, BlockKind.BOILERPLATE)) == ()


def test_a_passage_reads_as_its_sentences_with_blanks_between() -> None:
    (passage,) = make_passages(sentences_of(BlockKind.LEAD, BlockKind.BODY))
    assert passage.text == "S1 S2"


@PROPERTY
@given(kinds=st.lists(st.sampled_from(BlockKind), max_size=40), size=st.integers(1, 9))
def test_passages_hold_each_evidence_sentence_once_in_order(kinds: list[BlockKind], size: int) -> None:
    found = numbers(sentences_of(*kinds), size)
    assert list(chain(*found)) == [number for number, kind in enumerate(kinds, start=1) if kind in EVIDENCE_KINDS]
    assert all(len(passage) == size for passage in found[:-1])
    assert all(1 <= len(passage) <= size for passage in found)
