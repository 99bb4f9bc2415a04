from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.texts import ANY_TEXT, PROPERTY, tiles
from vectorstore.segmenting import digest, segment
from vectorstore.types import Article, BlockKind, Published

TEXT = """date 2024-11
Stenger bruene over Lona

Kommunen stenger begge bruene i natt. Ingen vet når de åpnes.

Les også: Slik blir været

– Vi har ikke noe valg, sier ordfører Berg.
"""


def test_every_sentence_has_its_number_its_kind_and_its_place() -> None:
    cut = segment(Article("lona", TEXT))
    assert [(sentence.number, sentence.kind, sentence.text) for sentence in cut.sentences] == [
        (1, BlockKind.DATELINE, "date 2024-11"),
        (2, BlockKind.HEADLINE, "Stenger bruene over Lona"),
        (3, BlockKind.LEAD, "Kommunen stenger begge bruene i natt."),
        (4, BlockKind.LEAD, "Ingen vet når de åpnes."),
        (5, BlockKind.TEASER, "Les også: Slik blir været"),
        (6, BlockKind.BODY, "– Vi har ikke noe valg, sier ordfører Berg."),
    ]


def test_passages_are_made_of_evidence_alone() -> None:
    cut = segment(Article("lona", TEXT))
    assert [[sentence.number for sentence in passage.sentences] for passage in cut.passages] == [[2, 3, 4], [6]]


def test_the_language_is_found_when_none_is_given() -> None:
    cut = segment(Article("lona", TEXT))
    assert cut.article.language == "nb"
    assert {sentence.language for sentence in cut.sentences} == {"nb"}


def test_a_language_given_is_kept() -> None:
    cut = segment(Article("lona", "Vi vil ha det slik.", language="nn"))
    assert cut.article.language == cut.sentences[0].language == "nn"


def test_a_sentence_in_another_language_has_its_own() -> None:
    quote = "“They said that they would have been there before the others,” he said."
    assert [sentence.language for sentence in segment(Article("lona", TEXT + quote)).sentences][-2:] == ["nb", "en"]


def test_a_title_given_is_kept() -> None:
    assert segment(Article("lona", TEXT, title="Stengte bruer")).article.title == "Stengte bruer"


def test_the_headline_is_the_title_for_want_of_one() -> None:
    assert segment(Article("lona", TEXT)).article.title == "Stenger bruene over Lona"


def test_the_first_evidence_is_the_title_for_want_of_a_headline() -> None:
    assert segment(Article("lona", "Annonse\nBruene er stengt. Ingen vet hvorfor.\n")).article.title == "Bruene er stengt."


def test_a_long_first_sentence_makes_a_title_of_whole_words() -> None:
    title = segment(Article("lona", "Bruene over Lona er stengt " * 10)).article.title
    assert title.endswith(" …")
    assert len(title) <= 90
    assert ("Bruene over Lona er stengt " * 10).startswith(title.removesuffix(" …") + " ")


def test_a_first_word_without_end_makes_a_title_that_begins_with_it() -> None:
    assert segment(Article("lona", "x" * 91)).article.title.startswith("x")


def test_an_article_without_evidence_has_no_title() -> None:
    cut = segment(Article("lona", "Annonse\nLes også: Slik blir været"))
    assert (cut.article.title, cut.passages) == ("", ())


def test_a_blank_text_is_cut_into_nothing() -> None:
    cut = segment(Article("lona", " \n\u2028 "))
    assert (cut.blocks, cut.sentences, cut.passages, cut.article.title) == ((), (), (), "")


def test_the_text_and_all_else_given_stay_as_they_are() -> None:
    article = Article("lona", TEXT, "Tittel", "Lia Blad", "Kari Strand", Published("2024-11"), "nb", "https://example.org/lona")
    assert segment(article).article == article


def test_a_digest_changes_with_whatever_is_given() -> None:
    article = Article("lona", TEXT, "Tittel", "Lia Blad", "Kari Strand", Published("2024-11"), "nb", "https://example.org/lona")
    changed = [
        replace(article, text=TEXT + " "),
        replace(article, title="Titler"),
        replace(article, publisher="Lona Blad"),
        replace(article, byline=""),
        replace(article, published=Published("2024-11-01")),
        replace(article, language="nn"),
        replace(article, url=""),
        replace(article, title="", publisher="TittelLia Blad"),
    ]
    assert len({digest(article), *map(digest, changed)}) == len(changed) + 1


def test_a_digest_is_of_what_was_given_not_of_what_was_found() -> None:
    article = Article("lona", TEXT)
    assert segment(article).digest == digest(article) == digest(replace(article, version=2))
    assert segment(article).digest != digest(segment(article).article)


@PROPERTY
@given(text=ANY_TEXT, title=ANY_TEXT, language=st.sampled_from(["", "nb", "nn", "en", "et"]))
def test_any_text_is_cut_without_losing_its_place(text: str, title: str, language: str) -> None:
    cut = segment(Article("any", text, title=title, language=language))
    assert cut.article.text == text
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in cut.sentences)
    assert [sentence.number for sentence in cut.sentences] == list(range(1, len(cut.sentences) + 1))
    assert tiles(text, [(sentence.start, sentence.end) for sentence in cut.sentences])


@PROPERTY
@given(text=ANY_TEXT)
def test_a_sentence_of_any_text_lies_in_one_block_of_its_kind(text: str) -> None:
    cut = segment(Article("any", text))
    homes = [
        [block.kind for block in cut.blocks if block.start <= sentence.start and sentence.end <= block.end] for sentence in cut.sentences
    ]
    assert homes == [[sentence.kind] for sentence in cut.sentences]
