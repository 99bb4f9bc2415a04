from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.looking import look_up
from vectorstore import Archive, Article, UnknownArticle

TEXT = "Ferja står i ro\n\nFerja til Storøya står i ro mandag. Mannskapet streiker.\n\nDel på Facebook"


@pytest.fixture
def archive(archive_of: Callable[..., Archive]) -> Archive:
    return archive_of(Article("ferje-1", TEXT, language="nb"), Article("sak#a", TEXT + " ", language="nb"))


def test_an_article_is_found_by_its_id(archive: Archive) -> None:
    row, sentence = look_up(archive, "ferje-1")
    assert (row.article.id, row.article.text, sentence) == ("ferje-1", TEXT, None)


def test_a_sentence_is_found_by_its_number(archive: Archive) -> None:
    row, sentence = look_up(archive, "ferje-1#3")
    assert sentence == 3
    assert row.sentences[sentence - 1].text == "Mannskapet streiker."


def test_what_is_never_cited_can_be_looked_at_all_the_same(archive: Archive) -> None:
    row, sentence = look_up(archive, "ferje-1#4")
    assert sentence == 4
    assert row.sentences[sentence - 1].text == "Del på Facebook"


def test_an_id_may_hold_the_sign(archive: Archive) -> None:
    assert look_up(archive, "sak#a")[0].article.id == "sak#a"
    row, sentence = look_up(archive, "sak#a#2")
    assert (row.article.id, sentence) == ("sak#a", 2)


def test_a_number_the_article_does_not_have_is_refused_and_the_range_is_named(archive: Archive) -> None:
    for number in ("0", "5", "99999999999999999999"):
        with pytest.raises(UnknownArticle, match=f"ferje-1 has no sentence {number}") as refused:
            look_up(archive, f"ferje-1#{number}")
        assert "1 to 4" in refused.value.hint


def test_an_unknown_id_is_refused_and_like_ones_are_named(archive: Archive) -> None:
    with pytest.raises(UnknownArticle, match="no article 'ferje'") as refused:
        look_up(archive, "ferje")
    assert "ferje-1" in refused.value.hint


def test_what_is_no_place_is_refused(archive: Archive) -> None:
    for place in ("", "#", "#1", "ferje-1#", "ferje-1#x", "ferje-1#-1", "ferje-1#1.0", "%", "ferje_1", "FERJE-1"):
        with pytest.raises(UnknownArticle):
            look_up(archive, place)


@pytest.mark.parametrize("number", ["²", "9" * 5000], ids=["superscript", "5000 digits"])
def test_digits_that_are_no_number_are_refused(archive: Archive, number: str) -> None:
    with pytest.raises(UnknownArticle):
        look_up(archive, f"ferje-1#{number}")


def test_an_id_may_end_in_the_sign_and_digits(archive_of: Callable[..., Archive]) -> None:
    assert look_up(archive_of(Article("sak#12", TEXT, language="nb")), "sak#12")[0].article.id == "sak#12"
