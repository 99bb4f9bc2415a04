from __future__ import annotations

import dataclasses
import datetime

import pytest

from vectorstore import types
from vectorstore.types import EVIDENCE_KINDS, Article, BlockKind, Passage, Precision, Published, Sentence


def test_a_date_is_as_precise_as_its_parts() -> None:
    assert [Published(date).precision for date in ("2017-03-06", "2017-03", "2017", "")] == [
        Precision.DAY,
        Precision.MONTH,
        Precision.YEAR,
        Precision.UNKNOWN,
    ]


def test_the_first_day_is_the_earliest_it_may_be() -> None:
    assert [Published(date).first_day for date in ("2017-03-06", "2017-03", "2017", "")] == [
        datetime.date(2017, 3, 6),
        datetime.date(2017, 3, 1),
        datetime.date(2017, 1, 1),
        None,
    ]


def refuses(date: str) -> bool:
    try:
        Published(date)
    except ValueError:
        return True
    return False


def test_what_is_no_partial_iso_date_is_refused() -> None:
    nonsense = (
        *("i går", "2017-13", "2017-00", "2017-02-30", "2017-3-6", "17", "20170306", "06.03.2017", "2017-", "2017-03-", "-", "--"),
        *("0000", " 2017", "2017 ", "2017-03-06T10:00", "2017-03-06-01", "٢٠١٧", "2017-W10"),
    )
    assert [date for date in nonsense if not refuses(date)] == []


def test_a_week_date_is_refused() -> None:
    assert refuses("2017-W10-1")


def test_every_noun_is_frozen() -> None:
    nouns = [noun for noun in vars(types).values() if isinstance(noun, type) and dataclasses.is_dataclass(noun)]
    assert {Article, Published, Sentence, Passage, types.Block, types.Hit, types.Skipped, types.Doubtful} <= set(nouns)
    assert [noun for noun in nouns if "__setattr__" not in vars(noun)] == []


def test_a_value_can_not_be_changed() -> None:
    article = Article("lona", "Bruene er stengt.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.text = "Bruene er åpne."  # type: ignore[misc]


def test_marking_a_language_makes_a_new_article() -> None:
    article = Article("lona", "Bruene er stengt.", title="Lona")
    assert article.with_language("nb") == Article("lona", "Bruene er stengt.", title="Lona", language="nb")
    assert article.language == ""


def test_only_what_the_paper_vouches_for_is_evidence() -> None:
    assert {kind for kind in BlockKind if Sentence(1, 0, 1, "A", kind, "nb").is_evidence} == EVIDENCE_KINDS
    assert set(BlockKind) - EVIDENCE_KINDS == {
        BlockKind.SUBHEAD,
        BlockKind.CREDIT,
        BlockKind.TEASER,
        BlockKind.BOILERPLATE,
        BlockKind.DATELINE,
    }


def test_a_passage_joins_its_sentences_with_blanks() -> None:
    first, second = Sentence(1, 0, 4, "Nei.", BlockKind.BODY, "nb"), Sentence(2, 9, 12, "Jo.", BlockKind.BODY, "nb")
    assert Passage((first, second)).text == "Nei. Jo."
    assert Passage(()).text == ""
