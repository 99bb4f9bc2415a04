"""What is read at ingest, kept in the catalog and found again with a hit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.samples import put
from vectorstore import Archive, ArchiveMismatch, Article, Published
from vectorstore.facts import SentenceFacts
from vectorstore.facts.keeping import unpacked
from vectorstore.facts.reading import facts_of_article
from vectorstore.reindexing import reindex
from vectorstore.segmenting import segment

SLIDE = Article(
    "slide",
    "Kari Lunde styrte redningen i Hellvika.\n"
    "– Vi har evakuert over 120 personer siden mandag, sier hun til NTB.\n"
    "To menn skal ha blitt tatt av raset.\n"
    "Rådhuset er åpent.",
    publisher="Hellvika Avis",
    published=Published("2024-10-09"),
    language="nb",
)


def facts_of(archive: Archive, text: str) -> SentenceFacts:
    """What is kept of the sentence with that text, found by its own words."""
    (hit,) = [hit for hit in archive.search(text).hits if hit.sentence.text.startswith(text)]
    return archive.facts(hit)


def test_numbers_times_speakers_and_outlets_of_a_sentence_are_kept_with_their_places(archive_of: Callable[..., Archive]) -> None:
    found = facts_of(archive_of(SLIDE), "– Vi har evakuert")
    (number,) = found.numbers
    assert (number.text, number.value, number.qualifier, number.unit) == ("over 120 personer", 120, "over", "personer")
    assert [(time.first.isoformat(), time.last.isoformat()) for time in found.dates if time.first and time.last] == [
        ("2024-10-07", "2024-10-09")
    ]
    assert [(source.full_name, source.inferred) for source in found.sources] == [("Kari Lunde", True)]
    assert found.reported_by == ("NTB",)
    assert found.hedges == ()


def test_a_hedge_is_kept_and_a_sentence_without_facts_has_none(archive_of: Callable[..., Archive]) -> None:
    archive = archive_of(SLIDE)
    assert facts_of(archive, "To menn skal ha").hedges
    assert facts_of(archive, "Rådhuset er") == SentenceFacts()


def test_what_is_kept_is_what_was_read() -> None:
    cut = segment(SLIDE)
    kept = dict(facts_of_article(cut.article, cut.blocks, cut.sentences))
    for sentence in cut.sentences:
        facts = unpacked(kept.get(sentence.number, ""), sentence.text)
        for fact in (*facts.numbers, *facts.dates, *facts.hedges):
            assert sentence.text[fact.start : fact.end] == fact.text


def test_a_corrected_article_is_read_anew(archive_of: Callable[..., Archive], tmp_path: Path) -> None:
    archive = archive_of(SLIDE)
    corrected = SLIDE.text.replace("120", "140")
    put(tmp_path / "archive", Article("slide", corrected, published=SLIDE.published, language="nb"))
    assert [number.value for number in facts_of(archive, "– Vi har evakuert").numbers] == [140]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An archive made before facts were read."""
    put(tmp_path / "older", SLIDE)
    with closing(sqlite3.connect(tmp_path / "older" / "catalog.sqlite")) as db:
        db.execute("DROP TABLE facts")
        db.execute("DELETE FROM meta WHERE name = 'facts'")
        db.commit()
    return tmp_path / "older"


def test_an_archive_made_before_facts_were_read_says_what_to_do(older: Path) -> None:
    with pytest.raises(ArchiveMismatch, match="reader of facts 'unknown'") as refused:
        Archive.open(older, WordEmbedder())
    assert "belegg reindex" in refused.value.hint


def test_a_reindex_reads_the_facts_of_an_older_archive(older: Path) -> None:
    reindex(older, WordEmbedder(), lambda *_: None)
    with Archive.open(older, WordEmbedder()) as archive:
        assert facts_of(archive, "– Vi har evakuert").numbers
