from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.samples import FERRY, SCHOOL, WOLVES, child, put, remove, sample, unique
from vectorstore import (
    Archive,
    ArchiveDamaged,
    ArchiveMismatch,
    ArchiveMissing,
    ArchiveUnusable,
    Article,
    Extent,
    Found,
    QueryUnusable,
    UnknownArticle,
)
from vectorstore.catalog import Catalog
from vectorstore.chroma import ChromaIndex
from vectorstore.embedding import Matrix
from vectorstore.ingesting import VECTORS, WORDS
from vectorstore.lexical import View, WordIndex

Build = Callable[..., Archive]


class OtherEmbedder(WordEmbedder):
    """The same vectors under another name."""

    name = "other-letters"


def covering(found: Found) -> list[str]:
    """The sentences that hold a word of the question."""
    return [hit.sentence.text for hit in found.hits if hit.scores.cover + hit.scores.english_cover > 0]


def best(found: Found) -> str:
    """The id of the article whose sentence fits best, by words in English and by meaning."""
    return max(found.hits, key=lambda hit: hit.scores.english_around + hit.scores.vector + hit.scores.passage_vector).article.id


# Searching


def test_a_search_finds_the_sentences_that_hold_the_words(archive_of: Build) -> None:
    found = archive_of(WOLVES, FERRY, SCHOOL).search("Where were the passengers?")
    assert covering(found) == ["Passengers slept in the school."]
    (hit,) = [hit for hit in found.hits if hit.scores.cover > 0]
    assert (hit.article.id, hit.article.title, hit.article.version, hit.sentence.number) == ("ferry", "Ferry cancelled", 1, 2)
    assert hit.article.text[hit.sentence.start : hit.sentence.end] == hit.sentence.text


def test_hits_come_in_reading_order_each_sentence_once(archive_of: Build) -> None:
    found = archive_of(*(sample(number) for number in range(10))).search("council harbour")
    keys = [(hit.article.id, hit.sentence.number) for hit in found.hits]
    assert keys == sorted(set(keys))
    assert len(keys) == 40


def test_each_hit_comes_with_the_evidence_before_and_after_it_in_its_article(example_archive: Archive) -> None:
    hits = example_archive.search("Hvor mange ble evakuert i Nordvåg?").hits
    assert len(hits) > 50
    for hit in hits:
        evidence = [sentence for sentence in example_archive.article(hit.article.id).sentences if sentence.is_evidence]
        place = evidence.index(hit.sentence)
        assert hit.before == (evidence[place - 1] if place else None)
        assert hit.after == (evidence[place + 1] if place + 1 < len(evidence) else None)


def test_every_score_is_within_its_bounds(archive_of: Build) -> None:
    found = archive_of(WOLVES, FERRY, SCHOOL).search("Did wolves sleep in the school in Kettleby?")
    for hit in found.hits:
        scores = hit.scores
        shares = (scores.words, scores.article, scores.cover, scores.around)
        english = (scores.english_words, scores.english_article, scores.english_cover, scores.english_around)
        assert all(0 <= share <= 1.0001 for share in (*shares, *english, scores.kept))
        assert all(-1.001 <= cosine <= 1.001 for cosine in (scores.vector, scores.passage_vector))
    assert max(hit.scores.words for hit in found.hits) == pytest.approx(1)


def test_a_norwegian_question_finds_norwegian_inflections(archive_of: Build) -> None:
    archive = archive_of(WOLVES, FERRY, SCHOOL)
    assert "Rådmannen vil legge ned skolen i Fjellså." in covering(archive.search("Hvilke skoler blir lagt ned?"))


def test_a_search_hands_on_a_bounded_number_of_passages(archive_of: Build) -> None:
    archive = archive_of(*(sample(number) for number in range(200)))
    found = archive.search("council harbour plan")
    assert archive.counts().passages == 400
    assert 60 <= len({(hit.article.id, hit.sentence.number > 3) for hit in found.hits}) <= 160
    assert archive.search(unique(150)).hits


def test_the_one_article_that_has_a_word_is_found_among_many(archive_of: Build) -> None:
    archive = archive_of(*(sample(number) for number in range(200)))
    assert covering(archive.search(f"Who is {unique(150)}?")) == [sample(150).text.split(". ")[1] + "."]


def test_equal_runs_give_equal_results(tmp_path: Path, archive_of: Build) -> None:
    articles = [WOLVES, FERRY, SCHOOL, *(sample(number) for number in range(15))]  # few enough for all to be weighed
    first = archive_of(*articles).search("Who met about the harbour on Monday?")
    assert first.hits == archive_of().search("Who met about the harbour on Monday?").hits
    put(tmp_path / "again", *articles)
    with Archive.open(tmp_path / "again", WordEmbedder()) as again:
        second = again.search("Who met about the harbour on Monday?")
    assert [(hit.article.id, hit.sentence, hit.scores) for hit in first.hits] == [
        (hit.article.id, hit.sentence, hit.scores) for hit in second.hits
    ]


def test_chroma_and_the_catalogs_own_vectors_answer_alike(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as archive:
        by_chroma = archive.search("Passengers on the ferry").hits
    shutil.rmtree(folder / VECTORS)
    with Archive.open(folder, WordEmbedder()) as archive:
        by_catalog = archive.search("Passengers on the ferry").hits
    assert by_chroma == by_catalog


def test_a_question_is_understood_in_its_language(archive_of: Build) -> None:
    archive = archive_of(WOLVES)
    assert archive.search("What happened in the town?").query.language == "en"
    assert archive.search("Hva skjedde i byen?").query.language == "nb"
    assert archive.search("Kva skjedde ikkje?").query.language == "nn"
    assert archive.search("Kettleby").query.language == "nb"
    assert archive.search("Kettleby", language="en").query.language == "en"


def test_a_question_is_sought_by_its_words_and_by_their_english(archive_of: Build) -> None:
    query = archive_of(WOLVES).search("Hvor mange ulver er sett ved skolen?").query
    assert query.words == ("ulver", "sett", "skolen")
    assert {"wolf", "school"} <= set(query.in_english)
    assert archive_of(WOLVES).search("How many wolves?").query.in_english == ()


def test_names_that_stand_nowhere_are_named(archive_of: Build) -> None:
    archive = archive_of(WOLVES, FERRY)
    assert archive.search("Did wolves come to Kettleby or to Atlantis?").query.unknown == {"atlantis"}
    assert archive.search("Did wolves come to Kettleby?").query.unknown == set()


def test_an_empty_archive_is_searched_and_finds_nothing(archive_of: Build) -> None:
    archive = archive_of()
    assert archive.search("Did wolves come to Kettleby?").hits == ()
    assert archive.extent() == Extent(0, "", "", ())


@pytest.mark.parametrize("reads_norwegian", [False, True])
def test_a_model_is_given_norwegian_as_it_reads_it_of_articles_and_questions_alike(tmp_path: Path, reads_norwegian: bool) -> None:
    embedder = WordEmbedder()
    embedder.reads_norwegian = reads_norwegian
    put(tmp_path, SCHOOL, embedder=embedder)
    with Archive.open(tmp_path, embedder) as archive:
        hits = archive.search("Rådmannen vil legge ned skolen i Fjellså.").hits
    assert any("Foreldrene" in text for text in embedder.embedded) == reads_norwegian
    assert hits[0].scores.vector == pytest.approx(1, abs=0.001)
    assert embedder.embedded[0] == embedder.embedded[-1]


# In two languages, with the real model


def test_an_english_question_finds_norwegian_text(example_archive: Archive) -> None:
    assert best(example_archive.search("Which residents must boil their drinking water?")) == "kokevarsel-hellvika"
    assert best(example_archive.search("Are the two hospitals going to be merged?")) == "sykehus-langmoen"


def test_a_norwegian_question_finds_english_text(example_archive: Archive) -> None:
    assert best(example_archive.search("Hvilken sykdom ble påvist på oppdrettsanlegget for laks?")) == "salmon-disease-storoya"
    assert best(example_archive.search("Hvem vant prisen for romanen om en tapt tråler?")) == "book-prize-haarklau"


def test_bokmaal_finds_nynorsk(example_archive: Archive) -> None:
    assert best(example_archive.search("Hvorfor skal skolen i Fjellså legges ned?")) == "skulenedlegging-fjellsaa"


def test_the_real_model_too_takes_any_question(example_archive: Archive) -> None:
    for question in ("hva 🐺", "ulv " * 2500, "٣٤٥", "ﷺ ulv", "ulv\x00\x1b[31m"):
        assert example_archive.search(question).query.text == question


def test_a_question_with_half_a_character_is_taken_too(example_archive: Archive) -> None:
    assert example_archive.search("Hvem vant romanprisen \udcc3?").hits


# Living: removed, updated, unchanged


def test_a_removed_article_is_found_by_nothing_at_once(tmp_path: Path, archive_of: Build) -> None:
    reader = archive_of(WOLVES, FERRY)
    assert remove(tmp_path / "archive", "wolves") == 1
    assert {hit.article.id for hit in reader.search("Wolves in Kettleby").hits} == {"ferry"}
    with pytest.raises(UnknownArticle):
        reader.article("wolves")
    assert [article.id for article in reader.articles()] == ["ferry"]
    assert reader.extent() == Extent(1, "2024-01", "2024-01", ("en",))
    with Archive.open(tmp_path / "archive", WordEmbedder()) as fresh:
        assert {hit.article.id for hit in fresh.search("Wolves in Kettleby").hits} == {"ferry"}


def test_a_removed_article_is_gone_from_catalog_word_index_and_vector_index(tmp_path: Path, archive_of: Build) -> None:
    archive = archive_of(WOLVES, FERRY)
    archive.close()
    folder = tmp_path / "archive"
    remove(folder, "wolves")
    assert not [file for file in folder.glob("catalog*") if b"Kettleby" in file.read_bytes()]
    words, vectors = WordIndex(folder / WORDS), ChromaIndex(folder / VECTORS)
    assert words.passages(View.OWN, ["kettlebi"], 10) == words.articles(View.OWN, ["kettlebi"], 10) == {}
    assert (words.count(), vectors.count()) == (2, 1)


def test_the_name_of_a_removed_article_is_known_no_more(tmp_path: Path, archive_of: Build) -> None:
    reader = archive_of(WOLVES, FERRY)
    assert reader.search("the town Kettleby").query.unknown == set()
    remove(tmp_path / "archive", "wolves")
    assert reader.search("the town Kettleby").query.unknown == {"kettleby"}


def test_all_versions_of_an_article_are_removed(tmp_path: Path) -> None:
    put(tmp_path, WOLVES)
    put(tmp_path, Article("wolves", "Bears came down to the harbour of Kettleby on Sunday."))
    assert remove(tmp_path, "wolves") == 2
    with Archive.open(tmp_path, WordEmbedder()) as archive:
        assert (archive.counts().articles, archive.counts().superseded) == (0, 0)


def test_removing_an_article_that_is_not_there_says_so(tmp_path: Path) -> None:
    put(tmp_path, WOLVES)
    with pytest.raises(UnknownArticle, match="'nothing'"):
        remove(tmp_path, "nothing")


def test_a_removed_article_may_come_again(tmp_path: Path) -> None:
    put(tmp_path, WOLVES)
    remove(tmp_path, "wolves")
    assert put(tmp_path, WOLVES).added == 1
    with Archive.open(tmp_path, WordEmbedder()) as archive:
        assert archive.article("wolves").article.version == 1
        assert "Nobody was hurt in the town." in covering(archive.search("Was nobody hurt?"))


def test_an_update_is_version_two_and_only_that_is_found(tmp_path: Path, archive_of: Build) -> None:
    reader = archive_of(WOLVES)
    changed = Article("wolves", "Bears came down to the harbour of Kettleby on Sunday. They stayed.", language="en")
    report = put(tmp_path / "archive", changed)
    assert (report.read, report.added, report.updated, report.unchanged) == (1, 0, 1, 0)
    found = reader.search("Wolves or bears in Kettleby")
    assert {(hit.article.version, hit.sentence.text) for hit in found.hits} == {
        (2, "Bears came down to the harbour of Kettleby on Sunday."), (2, "They stayed.")
    }  # fmt: skip
    assert reader.article("wolves").article.version == 2
    assert (reader.counts().articles, reader.counts().superseded) == (1, 1)
    words = WordIndex(tmp_path / "archive" / WORDS)
    assert words.passages(View.OWN, ["wolv"], 10) == {}
    assert words.count() == 2


def test_a_changed_date_alone_is_an_update(tmp_path: Path) -> None:
    put(tmp_path, WOLVES)
    assert put(tmp_path, Article(WOLVES.id, WOLVES.text, WOLVES.title, WOLVES.publisher, language="en")).updated == 1


def test_the_same_articles_again_change_nothing(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as archive:
        before = archive.articles(), archive.counts(), archive.search("Passengers slept").hits
    embedder = WordEmbedder()
    report = put(folder, WOLVES, FERRY, SCHOOL, embedder=embedder)
    assert (report.read, report.added, report.updated, report.unchanged, report.skipped) == (3, 0, 0, 3, [])
    assert embedder.embedded == []
    with Archive.open(folder, WordEmbedder()) as archive:
        assert before == (archive.articles(), archive.counts(), archive.search("Passengers slept").hits)


def test_the_same_id_with_another_text_in_one_run_keeps_the_first_and_says_so(tmp_path: Path, archive_of: Build) -> None:
    report = put(tmp_path / "archive", WOLVES, FERRY, Article("wolves", "Bears came down to the harbour."))
    assert (report.read, report.added, report.updated, report.unchanged) == (3, 2, 0, 0)
    assert [(skipped.source, "another text" in skipped.reason) for skipped in report.skipped] == [("wolves", True)]
    assert archive_of().article("wolves").article.text == WOLVES.text


def test_the_same_article_twice_in_one_run_is_taken_once(tmp_path: Path, archive_of: Build) -> None:
    report = put(tmp_path / "archive", WOLVES, FERRY, WOLVES)
    assert (report.read, report.added, report.updated, report.unchanged, report.skipped) == (3, 2, 0, 1, [])
    assert {(article.id, article.version) for article in archive_of().articles()} == {("ferry", 1), ("wolves", 1)}
    assert len(archive_of().search("Wolves in Kettleby").hits) == 6


def test_the_same_two_texts_of_one_id_again_change_nothing(tmp_path: Path, archive_of: Build) -> None:
    other = Article("wolves", "Bears came down to the harbour.")
    put(tmp_path / "archive", WOLVES, other)
    report = put(tmp_path / "archive", WOLVES, other)
    assert (report.read, report.added, report.updated, report.unchanged, len(report.skipped)) == (2, 0, 0, 1, 1)
    assert archive_of().article("wolves").article.version == 1


# Odd questions


@pytest.mark.parametrize(
    "question",
    [
        'own:wolves AND (harbour OR *) NOT "town"~2 ^9', "'; DROP TABLE articles; --", '" OR 1=1 --', "wolves%_\\", "{}[]() wolves",
        "🐺 wolves 🐺", "the and of", "og i på", "WOLVES", "wolves " * 1400, " ".join(f"w{number}" for number in range(1700)),
        "|| wolves", "wolves\x00harbour", "ﬃ ² ½", "x",
    ],
)  # fmt: skip
def test_any_question_with_a_word_is_searched(archive_of: Build, question: str) -> None:
    archive = archive_of(WOLVES)
    assert {hit.article.id for hit in archive.search(question[:10_000]).hits} == {"wolves"}
    assert archive.counts().articles == 1


def test_one_very_long_word_is_searched_too(archive_of: Build) -> None:
    assert archive_of(WOLVES).search("sjøløve" * 400).hits


def test_an_article_with_one_very_long_word_is_taken_in(archive_of: Build) -> None:
    text = "Ulvene kom til byen søndag. " + "sjøløve" * 400 + " sa han. De dro igjen."
    archive = archive_of(Article("long", text, language="nb"))
    assert archive.counts().articles == 1


@pytest.mark.parametrize("question", ["", "   ", "\n\t", "?", "🐺🐺", "-+!^[]{}", "…", "_"])
def test_a_question_without_a_word_is_refused(archive_of: Build, question: str) -> None:
    with pytest.raises(QueryUnusable, match="no word"):
        archive_of(WOLVES).search(question)


def test_a_question_that_is_too_long_is_refused(archive_of: Build) -> None:
    archive = archive_of(WOLVES)
    assert archive.search("a" * 10_000)
    with pytest.raises(QueryUnusable, match="10001"):
        archive.search("a" * 10_001)


def test_an_unknown_article_is_reported_with_ids_that_are_near(archive_of: Build) -> None:
    archive = archive_of(sample(7), sample(8), WOLVES)
    with pytest.raises(UnknownArticle, match="'sample'") as caught:
        archive.article("sample")
    assert "sample-007" in caught.value.hint
    assert "sample-008" in caught.value.hint
    assert "wolves" not in caught.value.hint
    with pytest.raises(UnknownArticle) as caught:
        archive.article("%")
    assert "belegg sources" in caught.value.hint


def test_an_unknown_article_with_half_a_character_in_its_id_is_reported(archive_of: Build) -> None:
    with pytest.raises(UnknownArticle):
        archive_of(WOLVES).article("wolves\udcc3")


# Opening


def test_a_folder_that_is_missing_or_empty_has_no_archive(tmp_path: Path) -> None:
    for folder in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(ArchiveMissing) as caught:
            Archive.open(folder, WordEmbedder())
        assert "belegg ingest" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_an_archive_of_another_model_is_refused_to_readers_and_writers(folder: Path) -> None:
    for work in (lambda: Archive.open(folder, OtherEmbedder()), lambda: put(folder, sample(1), embedder=OtherEmbedder())):
        with pytest.raises(ArchiveMismatch, match=r"'first-letters'.*'other-letters'"):
            work()
    with Archive.open(folder, WordEmbedder()) as archive:
        assert archive.counts().articles == 3


def test_an_embedder_of_the_same_name_and_another_dimension_is_refused_when_it_is_asked(folder: Path) -> None:
    class Narrow(WordEmbedder):
        def embed_query(self, text: str) -> Matrix:
            return super().embed_query(text)[:16]

    with Archive.open(folder, Narrow()) as archive, pytest.raises(ArchiveMismatch, match=r"vectors have 32 numbers.* 16") as caught:
        archive.search("Did wolves come?")
    assert "belegg reindex" in caught.value.hint


def test_an_archive_of_another_format_is_refused_to_readers_and_writers(folder: Path) -> None:
    catalog = Catalog(folder / "catalog.sqlite", writable=True)
    catalog.mark(format="0")
    catalog.close()
    for work in (lambda: Archive.open(folder, WordEmbedder()), lambda: put(folder, sample(1))):
        with pytest.raises(ArchiveMismatch, match="catalog format '0'"):
            work()


def test_a_damaged_catalog_is_refused_to_readers_and_writers_and_left_as_it_is(folder: Path) -> None:
    with (folder / "catalog.sqlite").open("r+b") as stream:
        stream.seek(20)
        stream.write(b"\xff" * 500)
    before = (folder / "catalog.sqlite").read_bytes()
    for work in (lambda: Archive.open(folder, WordEmbedder()), lambda: put(folder, sample(1))):
        with pytest.raises(ArchiveDamaged, match=r"catalog\.sqlite") as caught:
            work()
        assert "backup" in caught.value.hint
    assert (folder / "catalog.sqlite").read_bytes() == before


def test_a_missing_word_index_is_reported_with_what_to_do(folder: Path) -> None:
    shutil.rmtree(folder / WORDS)
    with pytest.raises(ArchiveUnusable, match="word index") as caught:
        Archive.open(folder, WordEmbedder())
    assert "doctor --fix" in caught.value.hint


@pytest.mark.parametrize("at", [0, 20_480, 65_536])
def test_a_damaged_vector_index_is_done_without(folder: Path, at: int) -> None:
    with (folder / VECTORS / "chroma.sqlite3").open("r+b") as stream:
        stream.seek(at)
        stream.write(b"\xff" * 8192)
    with Archive.open(folder, WordEmbedder()) as archive:
        assert covering(archive.search("Where were the passengers?")) == ["Passengers slept in the school."]


def test_a_vector_index_that_makes_chroma_panic_is_done_without(folder: Path) -> None:
    with (folder / VECTORS / "chroma.sqlite3").open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * 8192)
    assert child(_SEARCH, folder).stdout == "3\n"


def test_a_reader_that_is_open_sees_a_new_article_without_reopening(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as reader:
        assert reader.search("Engineer").hits
        assert covering(reader.search("Engineer")) == []
        assert child("from tests.vectorstore.samples import *; put(Path(sys.argv[1]), sample(1))", folder).returncode == 0
        assert covering(reader.search("Engineer")) == [sample(1).text.split(". ")[1] + "."]
        assert reader.counts().articles == 4
        put(folder, sample(2))
        assert len(covering(reader.search("Engineer"))) == 2


def test_many_readers_may_be_open_at_once(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as one, Archive.open(folder, WordEmbedder()) as two:
        assert one.search("Passengers").hits == two.search("Passengers").hits
        assert child(_SEARCH, folder).stdout == "3\n"


def test_the_archive_says_what_it_holds(archive_of: Build) -> None:
    archive = archive_of(WOLVES, FERRY, SCHOOL)
    assert archive.extent() == Extent(3, "2023", "2025-03-09", ("en", "nb"))
    assert [(row.publisher, row.articles) for row in archive.sources()] == [
        ("Fjordbladet", 1), ("Fjordbladet", 1), ("The Skerry Dispatch", 1)
    ]  # fmt: skip


def test_articles_come_by_id(archive_of: Build) -> None:
    assert [article.id for article in archive_of(WOLVES, FERRY, SCHOOL).articles()] == ["ferry", "school", "wolves"]


_SEARCH = """
from tests.fakes import WordEmbedder
from vectorstore import Archive
with Archive.open(Path(sys.argv[1]), WordEmbedder()) as archive:
    archive.search("Passengers")
    print(archive.counts().articles)
"""
