from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from tests.vectorstore.catalogs import MATCHING, STAMP, keep, stage, unit_rows, with_forms
from tests.vectorstore.samples import AS_NOBODY, FERRY, SCHOOL, WOLVES, child, lock_up, sample
from vectorstore import ArchiveDamaged, Article, BlockKind, Status, StorageFailed
from vectorstore.catalog import Catalog
from vectorstore.records import Embedded
from vectorstore.segmenting import digest
from vectorstore.tables import FORMAT


def test_a_new_catalog_is_empty_whole_and_stamped(catalog: Catalog) -> None:
    assert catalog.meta() == {**STAMP, "format": FORMAT}
    counts = catalog.counts()
    assert (counts.articles, counts.pending, counts.superseded, counts.passages) == (0, 0, 0, 0)
    assert catalog.sentence_counts() == (0, 0)
    assert catalog.check() == ""
    assert catalog.extent() == (0, "", "", ())
    assert catalog.vectors()[0] == []
    assert catalog.find("wolves") is None


def test_a_mark_is_kept_and_replaced(catalog: Catalog) -> None:
    catalog.mark(indexing="yes")
    catalog.mark(indexing="")
    assert catalog.meta()["indexing"] == ""


def test_marks_are_kept_together(catalog: Catalog) -> None:
    catalog.mark(model="other-letters", dimension="31")
    assert catalog.meta() == {"model": "other-letters", "dimension": "31", "format": FORMAT}


def test_a_staged_article_is_pending_and_found_by_nothing(catalog: Catalog) -> None:
    assert len(stage(catalog, WOLVES)) == 1
    assert (catalog.counts().pending, catalog.counts().articles) == (1, 0)
    assert catalog.find("wolves") is None
    assert catalog.live_keys() == []
    assert catalog.passages_around([1]) == []
    assert catalog.digest_of("wolves") == digest(WOLVES)


def test_a_published_article_comes_back_as_it_was_given(catalog: Catalog) -> None:
    keep(catalog, WOLVES)
    found = catalog.find("wolves")
    assert found is not None
    kept = found.article
    assert (kept.text, kept.title) == (WOLVES.text, WOLVES.title)
    assert (kept.publisher, kept.published) == (WOLVES.publisher, WOLVES.published)
    assert (kept.version, kept.status, kept.language) == (1, Status.LIVE, "en")
    assert [sentence.text for sentence in found.sentences] == [
        "Wolves came down to the harbour of Kettleby on Sunday.", "They left before dawn.", "Nobody was hurt in the town."
    ]  # fmt: skip
    assert all(kept.text[sentence.start : sentence.end] == sentence.text for sentence in found.sentences)
    assert [(block.kind, block.start, block.end) for block in found.blocks] == [(found.blocks[0].kind, 0, len(WOLVES.text))]
    assert found.sentences[0].kind in (BlockKind.LEAD, BlockKind.BODY)


def test_offsets_count_characters_whatever_they_are(catalog: Catalog) -> None:
    text = "🐺 Ulvene kom ned til Kettlebø søndag. «Ingen ble skadd», sa lensmann Åse Øygard 👩‍👩‍👧. De dro før daggry."
    keep(catalog, Article("odd", text, language="nb"))
    found = catalog.find("odd")
    assert found is not None
    assert len(found.sentences) == 3
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found.sentences)


def test_a_sentence_is_its_span_of_the_text_even_behind_a_nul(catalog: Catalog) -> None:
    keep(catalog, Article("nul", "Wolves came to\x00 the harbour on Sunday. They left at dawn.", language="en"))
    found = catalog.find("nul")
    assert found is not None
    assert all(found.article.text[sentence.start : sentence.end] == sentence.text for sentence in found.sentences)


def test_a_new_version_supersedes_the_old_one(catalog: Catalog) -> None:
    (old,) = keep(catalog, WOLVES)
    (new,) = stage(catalog, Article("wolves", "Bears came down to the harbour."))
    assert catalog.publish([new]) == [old]
    found = catalog.find("wolves")
    assert found is not None
    assert (found.article.version, found.article.text) == (2, "Bears came down to the harbour.")
    assert (catalog.counts().articles, catalog.counts().superseded) == (1, 1)
    assert catalog.live_keys() == [new]
    assert list(catalog.live_articles([old, new])) == [new]


def test_the_digest_of_what_is_not_there_is_empty(catalog: Catalog) -> None:
    assert catalog.digest_of("nothing") == ""


def test_counts_are_of_live_articles_only(catalog: Catalog) -> None:
    keep(catalog, sample(1), sample(2))
    stage(catalog, sample(3))
    counts = catalog.counts()
    assert (counts.articles, counts.pending, counts.passages) == (2, 1, 4)
    assert catalog.passage_count() == 4
    assert catalog.sentence_counts() == (8, 0)


def test_vectors_come_back_within_a_thousandth(catalog: Catalog) -> None:
    keys = stage(catalog, WOLVES)
    (passage,) = catalog.passages_of(keys)
    rows = unit_rows(3)
    catalog.keep_vectors([Embedded(passage.key, rows, "what was embedded")])
    (kept,) = catalog.passages_of(keys)
    assert kept.embedded == "what was embedded"
    cosines = [float(row.vector @ given) for row, given in zip(kept.sentences, rows, strict=True)]
    assert cosines == pytest.approx([1, 1, 1], abs=0.001)
    assert catalog.vectors()[0] == []
    catalog.publish(keys)
    assert catalog.vectors()[0] == [passage.key]


def test_the_vector_of_a_passage_is_the_unit_mean_of_its_sentences(catalog: Catalog) -> None:
    keys = stage(catalog, sample(1))
    first, second = (passage.key for passage in catalog.passages_of(keys))
    rows = unit_rows(4)
    catalog.keep_vectors([Embedded(first, rows[:3], "a"), Embedded(second, rows[3:], "b")])
    kept, matrix = catalog.vectors_of(keys)
    mean = rows[:3].mean(axis=0)
    assert kept == [first, second]
    assert matrix.shape == (2, 32)
    assert matrix[0] == pytest.approx(mean / np.linalg.norm(mean), abs=0.001)
    assert matrix[1] == pytest.approx(rows[3], abs=0.001)


def test_what_was_not_embedded_has_no_vectors(catalog: Catalog) -> None:
    keys = stage(catalog, sample(1))
    first, second = catalog.passages_of(keys)
    assert first.embedded == ""
    assert {row.vector.size for row in first.sentences} == {0}
    catalog.keep_vectors([Embedded(second.key, unit_rows(1), "b")])
    assert catalog.vectors_of(keys)[0] == [second.key]
    assert [row.vector.size for row in catalog.passages_of(keys)[0].sentences] == [0, 0, 0]


def test_passages_come_with_their_neighbours_of_live_articles(catalog: Catalog) -> None:
    keep(catalog, sample(1))
    stage(catalog, sample(2))
    rows = catalog.passages_around([1])
    assert [(row.passage, row.sentence.number) for row in rows] == [(1, 1), (1, 2), (1, 3), (2, 4)]
    assert {row.passage for row in catalog.passages_around([2])} == {1, 2}
    assert catalog.passages_around([]) == []


def test_more_keys_than_one_statement_takes_are_all_looked_up(catalog: Catalog) -> None:
    keys = keep(catalog, *(sample(number) for number in range(3)))
    assert set(catalog.live_articles([*keys, *range(100, 2000)])) == set(keys)


def test_a_tombstone_is_found_by_nothing_at_once(catalog: Catalog) -> None:
    keys = keep(catalog, WOLVES, FERRY)
    assert catalog.tombstone("wolves") == keys[:1]
    assert catalog.find("wolves") is None
    assert catalog.live_keys() == keys[1:]
    assert catalog.removed() == keys[:1]
    assert {row.article_key for row in catalog.passages_around([1, 2])} == {keys[1]}
    assert catalog.tombstone("nothing") == []


def test_purging_deletes_all_versions_to_the_last_byte(catalog: Catalog) -> None:
    keep(catalog, Article("secret", "Xylophonist Zebedee was named as a suspect. He denies it."), FERRY)
    keep(catalog, Article("secret", "The Xylophonist Zebedee was cleared. He is glad."))
    keys = catalog.tombstone("secret")
    assert len(keys) == 2
    catalog.purge(keys)
    assert catalog.removed() == []
    assert catalog.passage_keys_of(keys) == []
    assert catalog.passages_of(keys) == []
    assert catalog.check() == ""
    assert [file.name for file in catalog.path.parent.iterdir() if b"Zebedee" in file.read_bytes()] == []
    assert catalog.find("ferry") is not None


def test_keys_of_passages_are_never_given_twice(catalog: Catalog) -> None:
    keys = keep(catalog, WOLVES)
    before = catalog.passage_keys_of(keys)
    catalog.purge(catalog.tombstone("wolves"))
    assert not set(catalog.passage_keys_of(keep(catalog, WOLVES))) & set(before)


def test_ids_that_begin_alike_come_before_those_that_hold_it(catalog: Catalog) -> None:
    articles = (Article(name, "Wolves came to the town. They left.") for name in ("a-ferry", "ferry-1", "ferry-2", "school"))
    keep(catalog, *articles)
    assert catalog.ids_like("ferry", 3) == ["ferry-1", "ferry-2", "a-ferry"]
    assert catalog.ids_like("ferry", 1) == ["ferry-1"]
    assert catalog.ids_like("nothing", 3) == []


def test_wildcards_in_an_id_mean_themselves(catalog: Catalog) -> None:
    names = ("50%-off", "50_off", "50xoff", "back\\slash")
    keep(catalog, *(Article(name, "Wolves came to the town. They left.") for name in names))
    assert catalog.ids_like("50%", 5) == ["50%-off"]
    assert catalog.ids_like("50_", 5) == ["50_off"]
    assert catalog.ids_like("back\\", 5) == ["back\\slash"]
    assert catalog.ids_like("%", 5) == ["50%-off"]


def test_the_extent_and_sources_are_of_live_articles(catalog: Catalog) -> None:
    keep(catalog, WOLVES, FERRY, SCHOOL, Article("undated", "The town slept. Nobody came.", publisher="Fjordbladet", language="en"))
    assert catalog.extent() == (4, "2023", "2025-03-09", ("en", "nb"))
    rows = [(row.publisher, row.language, row.articles, row.first, row.last, row.undated) for row in catalog.sources()]
    assert rows == [
        ("Fjordbladet", "en", 2, "2024-01", "2024-01", 1),
        ("Fjordbladet", "nb", 1, "2023", "2023", 0),
        ("The Skerry Dispatch", "en", 1, "2025-03-09", "2025-03-09", 0),
    ]
    assert (catalog.without("published"), catalog.without("language")) == (1, 0)
    catalog.tombstone("school")
    assert catalog.extent() == (3, "2024-01", "2025-03-09", ("en",))


def test_titles_come_in_the_forms_they_were_staged_with(catalog: Catalog) -> None:
    keys = keep(catalog, WOLVES, SCHOOL)
    assert catalog.titles_of(keys) == {
        keys[0]: MATCHING.forms("Wolves in the harbour", "en"),
        keys[1]: MATCHING.forms("Vil legge ned skolen", "nb"),
    }


def test_the_data_version_changes_when_another_connection_writes(catalog: Catalog) -> None:
    reader = Catalog(catalog.path, writable=False)
    before = reader.data_version()
    assert reader.data_version() == before
    catalog.mark(indexing="yes")
    assert reader.data_version() != before
    reader.close()


def test_a_failed_staging_keeps_none_of_it(catalog: Catalog) -> None:
    cut, title, matched = with_forms(WOLVES)
    with pytest.raises(ValueError, match="zip"):
        catalog.stage([with_forms(FERRY), (cut, title, matched[:-1])])
    assert catalog.pending() == []
    keep(catalog, SCHOOL)
    assert catalog.counts().articles == 1


def test_a_file_that_is_no_catalog_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "catalog.sqlite").write_bytes(b"This is no database. " * 1000)
    other = Catalog(tmp_path / "catalog.sqlite", writable=False)
    with pytest.raises(ArchiveDamaged, match=r"catalog\.sqlite") as caught:
        other.meta()
    assert "backup" in caught.value.hint
    other.close()


def test_a_catalog_cut_off_while_it_was_made_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "catalog.unfinished").write_bytes(b"half a database")
    made = Catalog.create(tmp_path / "catalog.sqlite", STAMP)
    assert made.meta() == {**STAMP, "format": FORMAT}
    made.close()
    assert [file.name for file in tmp_path.iterdir()] == ["catalog.sqlite"]


@pytest.mark.parametrize("at", [100, 4096, 16_384])
def test_overwritten_pages_are_damage(tmp_path: Path, at: int) -> None:
    made = Catalog.create(tmp_path / "catalog.sqlite", STAMP)
    keep(made, *(sample(number) for number in range(40)))
    made.close()
    with made.path.open("r+b") as stream:
        stream.seek(at)
        stream.write(b"\xaa" * 4096)
    assert damage_of(made.path)


def damage_of(path: Path) -> str:
    """What a reader is told, whether it can open the catalog or not."""
    try:
        catalog = Catalog(path, writable=False)
    except ArchiveDamaged as error:
        return str(error)
    try:
        return catalog.check()
    except ArchiveDamaged as error:
        return str(error)
    finally:
        catalog.close()


def test_a_text_whose_bytes_are_garbled_is_damage(tmp_path: Path) -> None:
    made = Catalog.create(tmp_path / "catalog.sqlite", STAMP)
    keep(made, WOLVES)
    made.close()
    raw = made.path.read_bytes()
    made.path.write_bytes(raw.replace(b"Wolves came down", b"\xff" * 16))
    reader = Catalog(made.path, writable=False)
    with pytest.raises(ArchiveDamaged):
        reader.find("wolves")
    reader.close()


@pytest.mark.parametrize("statement", ["PRAGMA journal_mode = WAL", "CREATE TABLE other (name TEXT)"])
def test_a_database_that_is_no_catalog_is_an_archive_error(tmp_path: Path, statement: str) -> None:
    with sqlite3.connect(tmp_path / "catalog.sqlite") as database:
        database.execute(statement)
    database.close()
    other = Catalog(tmp_path / "catalog.sqlite", writable=False)
    with pytest.raises(ArchiveDamaged):
        other.meta()
    other.close()


def test_a_catalog_in_a_folder_that_is_not_there_is_a_storage_failure(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        Catalog(tmp_path / "nowhere" / "catalog.sqlite", writable=True)


def test_a_full_disk_is_a_storage_failure_and_what_was_published_before_stays(tmp_path: Path) -> None:
    result = child(_FULL_DISK, tmp_path / "catalog.sqlite")
    staged = int(result.stdout)
    kept = Catalog(tmp_path / "catalog.sqlite", writable=True)
    assert kept.check() == ""
    assert kept.find("wolves") is not None
    assert (kept.counts().articles, kept.counts().pending) == (1, staged)
    keep(kept, FERRY)
    assert kept.find("ferry") is not None
    kept.close()


def test_a_catalog_that_may_not_be_written_to_is_a_storage_failure(public_folder: Path) -> None:
    made = Catalog.create(public_folder / "catalog.sqlite", STAMP)
    keep(made, WOLVES)
    made.close()
    lock_up(public_folder)
    code = "become_nobody(); attempt(lambda: Catalog(Path(sys.argv[1]), writable=True).mark(a='b'))"
    result = child(AS_NOBODY + code, made.path)
    assert result.stdout.startswith("StorageFailed check who owns"), result.stderr


_FULL_DISK = """
import resource, signal
from tests.vectorstore.samples import WOLVES, sample
from tests.vectorstore.catalogs import STAMP, keep, stage
from vectorstore.catalog import Catalog
from vectorstore.errors import StorageFailed
catalog = Catalog.create(Path(sys.argv[1]), STAMP)
keep(catalog, WOLVES)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
for number in range(1000):
    try:
        stage(catalog, sample(number))
    except StorageFailed:
        print(number)
        break
"""
