from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.samples import HOLD, FailingEmbedder, broken, child, counts_of, expected, held, holding, put, sample
from vectorstore import Archive, ArchiveMissing
from vectorstore.checkup import Finding, check, repair
from vectorstore.chroma import ChromaIndex
from vectorstore.ingesting import VECTORS, WORDS
from vectorstore.lexical import WordIndex

Damage = Callable[[Path], None]


def overwrite(*files: Path) -> None:
    for file in files:
        file.write_bytes(b"\x5a" * file.stat().st_size)


def lose_both(folder: Path) -> None:
    shutil.rmtree(folder / WORDS)
    shutil.rmtree(folder / VECTORS)


def garble_both(folder: Path) -> None:
    overwrite(folder / WORDS / "meta.json", folder / VECTORS / "chroma.sqlite3")


def lose_one_of_each(folder: Path) -> None:
    WordIndex(folder / WORDS).replace([1], [], {})
    with closing(ChromaIndex(folder / VECTORS)) as index:
        index.remove([1])


def assert_mended(folder: Path) -> None:
    """Repair, which must not embed what has a vector, and look again."""
    embedder = WordEmbedder()
    repair(folder, embedder)
    assert embedder.embedded == []
    assert broken(folder) == []
    assert held(folder) == expected(folder) == (6, 3)
    with Archive.open(folder, WordEmbedder()) as archive:
        assert {hit.article.id for hit in archive.search("wolves").hits if hit.scores.cover > 0} == {"wolves"}


def test_a_whole_archive_has_nothing_broken(folder: Path) -> None:
    findings = {finding.name: finding for finding in check(folder, WordEmbedder())}
    assert [finding for finding in findings.values() if finding.is_broken] == []
    assert findings["articles"].detail == "3 live, 0 earlier versions, 9 sentences"
    assert findings["writer"].detail == "nobody is writing, nothing was left half done"
    assert findings["word index"].detail.startswith("6 entries")
    assert findings["vector index"].detail.startswith("3 entries")
    assert findings["dates"].detail.startswith("0 articles")
    assert findings["damaged text"].detail.startswith("0 sentences")


def test_to_look_changes_nothing(folder: Path) -> None:
    kept = [file for file in folder.rglob("*") if file.is_file() and VECTORS not in file.parts]
    before = {file: file.read_bytes() for file in kept}
    check(folder, WordEmbedder())
    assert before == {file: file.read_bytes() for file in kept}


def test_a_folder_without_an_archive_is_a_finding_and_can_not_be_repaired(tmp_path: Path) -> None:
    (found,) = check(tmp_path, WordEmbedder())
    assert (found.name, found.is_broken, "belegg ingest" in found.detail) == ("archive", True, True)
    with pytest.raises(ArchiveMissing):
        repair(tmp_path, WordEmbedder())


@pytest.mark.parametrize(
    ("damage", "words", "vectors"),
    [
        (lose_both, "missing", "missing"),
        (garble_both, "can't be used", "can't be read"),
        (lose_one_of_each, "4 entries, the catalog has 6", "2 entries, the catalog has 3"),
    ],
)
def test_what_is_wrong_with_both_indexes_is_found_and_mended(folder: Path, damage: Damage, words: str, vectors: str) -> None:
    damage(folder)
    findings = broken(folder)
    assert [finding.name for finding in findings] == ["word index", "vector index"]
    assert words in findings[0].detail
    assert vectors in findings[1].detail
    assert all("--fix" in finding.detail for finding in findings)
    assert_mended(folder)


def test_a_garbled_file_of_the_word_index_is_found_and_mended(folder: Path) -> None:
    overwrite(*(folder / WORDS).glob("*.idx"))
    assert [finding.name for finding in broken(folder)] == ["word index"]
    repair(folder, WordEmbedder())
    assert held(folder) == expected(folder)


def test_bytes_overwritten_inside_the_word_index_are_found(folder: Path) -> None:
    for file in (folder / WORDS).glob("*.term"):
        with file.open("r+b") as stream:
            stream.seek(0)
            stream.write(b"\xff" * (file.stat().st_size * 3 // 4))
    assert [finding.name for finding in broken(folder)] == ["word index"]


def test_bytes_overwritten_inside_the_vector_index_are_found_even_if_chroma_panics(folder: Path) -> None:
    with (folder / VECTORS / "chroma.sqlite3").open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xff" * 8192)
    assert [finding.name for finding in broken(folder)] == ["vector index"]
    repair(folder, WordEmbedder())
    assert held(folder) == expected(folder)


def test_pending_articles_are_found_and_finished_with_their_own_vectors_only(folder: Path) -> None:
    with pytest.raises(RuntimeError):
        put(folder, sample(1), embedder=FailingEmbedder())
    (found,) = broken(folder)
    assert (found.name, "1 articles are not yet searched" in found.detail) == ("writer", True)
    embedder = WordEmbedder()
    repair(folder, embedder)
    assert len(embedder.embedded) == 4
    assert broken(folder) == []
    assert counts_of(folder).articles == 4


def test_a_garbled_catalog_is_found(folder: Path) -> None:
    with (folder / "catalog.sqlite").open("r+b") as stream:
        stream.seek(8192)
        stream.write(b"\xff" * 4096)
    first = check(folder, WordEmbedder())[0]
    assert first.name in ("archive", "catalog")
    assert first.is_broken


def test_an_archive_of_another_model_is_a_finding(folder: Path) -> None:
    class OtherEmbedder(WordEmbedder):
        name = "other-letters"

    (found,) = [finding for finding in check(folder, OtherEmbedder()) if finding.is_broken]
    assert "other-letters" in found.detail


def test_a_writer_at_work_is_no_damage(folder: Path) -> None:
    with holding(HOLD, folder) as holder:
        findings = check(folder, WordEmbedder())
        holder.kill()
    assert [finding for finding in findings if finding.is_broken] == []
    assert next(finding.detail for finding in findings if finding.name == "writer").startswith("another process is writing now")


@pytest.mark.parametrize("at", [0, 20_480])
def test_repair_in_a_process_that_met_a_damaged_vector_index_mends_it_too(folder: Path, at: int) -> None:
    with (folder / VECTORS / "chroma.sqlite3").open("r+b") as stream:
        stream.seek(at)
        stream.write(b"\xff" * 8192)
    with Archive.open(folder, WordEmbedder()) as archive:
        assert archive.search("wolves").hits
    repair(folder, WordEmbedder())
    assert held(folder) == expected(folder)


def test_repair_in_a_process_that_had_the_archive_open_mends_it_too(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as archive:
        assert archive.search("wolves").hits
    assert_mended(folder)


def test_an_open_reader_outlives_a_repair(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as archive:
        before = archive.search("wolves").hits
        code = "from tests.fakes import *; from vectorstore.checkup import repair; repair(Path(sys.argv[1]), WordEmbedder())"
        result = child(code, folder)
        assert result.returncode == 0, result.stderr
        assert archive.search("wolves").hits == before


def test_repairing_what_is_whole_leaves_it_whole(folder: Path) -> None:
    repair(folder, WordEmbedder())
    assert_mended(folder)


def test_a_finding_is_not_broken_unless_said() -> None:
    assert not Finding("dates", "2 articles lack a date").is_broken


def test_an_ingest_over_a_damaged_vector_index_makes_it_anew(folder: Path) -> None:
    overwrite(folder / VECTORS / "chroma.sqlite3")
    put(folder, sample(77))
    assert broken(folder) == []
    assert held(folder) == expected(folder)
