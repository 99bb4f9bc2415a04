from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.killed_writer import AFTER, BEFORE, MANY
from tests.vectorstore.samples import (
    FERRY,
    SCHOOL,
    WOLVES,
    FailingEmbedder,
    broken,
    child,
    counts_of,
    expected,
    held,
    put,
    remove,
    sample,
    unique,
)
from vectorstore import Archive, Article, Doubtful, Report, Skipped
from vectorstore.archive import open_for_writing
from vectorstore.children import child_environment

MOMENTS = ("0.05", "0.2", "0.3", "0.4", "0.5", "0.65", "0.8", "0.95")


def kill(what: str, *arguments: str | Path) -> None:
    command = [sys.executable, "-m", "tests.vectorstore.killed_writer", what, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, env=child_environment(), timeout=120, check=False)
    assert result.returncode == 0, result.stderr


def endings(scenario: str, root: Path) -> list[Path]:
    """Archives whose writer was ended before its first step, before its second, and so on."""
    kill("steps", scenario, root)
    folders = sorted(folder for folder in root.iterdir() if folder.name != "seed")
    assert len(folders) >= 9
    return folders


def seen(folder: Path, question: str) -> list[tuple[str, int, str]]:
    """What a reader finds right now: article, version and text of each sentence."""
    with Archive.open(folder, WordEmbedder()) as archive:
        return [(hit.article.id, hit.article.version, hit.sentence.text) for hit in archive.search(question).hits]


def assert_whole(folder: Path, articles: Sequence[Article]) -> None:
    """Each of `articles` is live exactly once, is found, and both indexes hold what the catalog says."""
    with Archive.open(folder, WordEmbedder()) as archive:
        assert {article.id: article.text for article in archive.articles()} == {article.id: article.text for article in articles}
        assert (archive.counts().articles, archive.counts().pending) == (len(articles), 0)
        for article in (articles[0], articles[-1]):
            name = article.text.split()[article.text.split().index("Engineer") + 1]
            assert any(hit.article.id == article.id and hit.scores.cover > 0.5 for hit in archive.search(f"who is {name}").hits)
    assert held(folder) == expected(folder)


# What a run reports


def test_a_run_counts_what_it_read_and_what_came_of_it(tmp_path: Path) -> None:
    assert put(tmp_path, WOLVES, FERRY) == Report(read=2, added=2)
    changed = Article("ferry", "The ferry to Storvik sails again. Passengers cheered.")
    assert put(tmp_path, WOLVES, changed, SCHOOL) == Report(read=3, added=1, updated=1, unchanged=1)


def test_what_a_source_could_not_read_is_handed_on(tmp_path: Path) -> None:
    skipped, doubtful = Skipped("a.pdf", "unknown format"), Doubtful("b.txt", "3 bytes are not UTF-8")
    with open_for_writing(tmp_path, WordEmbedder()) as writer:
        report = writer.run([skipped, WOLVES, doubtful], lambda _: None)
    assert report == Report(read=1, added=1, skipped=[skipped], doubtful=[doubtful])


def test_progress_is_told_after_each_batch_and_at_the_end(tmp_path: Path) -> None:
    told: list[int] = []
    with open_for_writing(tmp_path, WordEmbedder()) as writer:
        writer.run([sample(number) for number in range(130)], lambda report: told.append(report.added))
    assert told == [64, 128, 130, 130]


def test_an_article_without_evidence_or_text_is_kept_and_breaks_nothing(tmp_path: Path) -> None:
    put(tmp_path, Article("empty", ""), Article("credit", "Foto: Ola Nordmann"), WOLVES)
    assert counts_of(tmp_path).articles == 3
    assert held(tmp_path) == expected(tmp_path)
    assert {article_id for article_id, _, _ in seen(tmp_path, "wolves")} == {"wolves"}


def test_every_batch_is_live_before_the_next_is_read(tmp_path: Path) -> None:
    with open_for_writing(tmp_path, WordEmbedder()) as writer:
        live: list[int] = []
        writer.run([sample(number) for number in range(100)], lambda _: live.append(counts_of(tmp_path).articles))
    assert live == [64, 100, 100]


# Killed


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Archives whose writer was killed at varied moments while it took in MANY."""
    root = tmp_path_factory.mktemp("killed")
    kill("moments", root, *MOMENTS)
    return [root / moment for moment in MOMENTS]


def test_an_archive_killed_at_any_moment_can_be_searched_and_the_next_run_makes_it_whole(killed: list[Path]) -> None:
    states = set()
    for folder in killed:
        counts = counts_of(folder)
        states.add((counts.articles, counts.pending))
        assert {article_id for article_id, _, _ in seen(folder, f"Engineer {unique(1)}")} >= {"sample-001"}, folder.name
        report = put(folder, *MANY)
        assert (report.read, report.updated, report.skipped) == (120, 0, []), folder.name
        assert_whole(folder, MANY)
        with Archive.open(folder, WordEmbedder()) as archive:
            assert {article.version for article in archive.articles()} == {1}, folder.name
    assert len(states) > 2  # or the moments were not varied
    assert [found for folder in killed[::4] for found in broken(folder)] == []


def test_a_first_ingest_ended_between_any_two_steps_is_made_whole_by_the_next(tmp_path: Path) -> None:
    for folder in endings("first", tmp_path):
        put(folder, *BEFORE)
        assert_whole(folder, BEFORE)


def test_an_update_ended_between_any_two_steps_shows_one_version_and_is_made_whole_by_the_next(tmp_path: Path) -> None:
    after = [AFTER[0], BEFORE[1], BEFORE[2], AFTER[1]]
    for folder in endings("update", tmp_path):
        found = seen(folder, "The council met Engineer")
        assert {article_id for article_id, _, _ in found} >= {"sample-001", "sample-002", "sample-003"}, folder.name
        assert len({version for article_id, version, _ in found if article_id == "sample-001"}) == 1, folder.name
        put(folder, *AFTER)
        assert_whole(folder, after)
        assert counts_of(folder).superseded == 1, folder.name


def test_a_removal_ended_between_any_two_steps_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    for folder in endings("remove", tmp_path):
        was_removed = "sample-001" not in {article_id for article_id, _, _ in seen(folder, "The council met Engineer")}
        if was_removed:
            put(folder)
        else:
            remove(folder, "sample-001")
        assert_whole(folder, BEFORE[1:])
        assert not [file for file in folder.glob("catalog*") if unique(1).encode() in file.read_bytes()], folder.name


@pytest.mark.parametrize("end", ["os._exit(9)", "raise RuntimeError"])
def test_what_was_embedded_before_a_crash_is_not_embedded_again(tmp_path: Path, end: str) -> None:
    assert child(_END_AT_SECOND_BATCH.replace("END", end), tmp_path).returncode in (1, 9)
    assert (counts_of(tmp_path).articles, counts_of(tmp_path).pending) == (64, 36)
    assert {article_id for article_id, _, _ in seen(tmp_path, f"Engineer {unique(10)}")} >= {"sample-010"}
    second = WordEmbedder()
    report = put(tmp_path, *MANY[:100], embedder=second)
    missing = {sentence for article in MANY[64:100] for sentence in article.text.split(". ")}
    embedded = " ".join(second.embedded)
    assert unique(64) in embedded
    assert unique(63) not in embedded
    assert len(second.embedded) == 36 * 4
    assert len(missing) > 36
    assert (report.read, report.unchanged) == (100, 100)
    assert_whole(tmp_path, MANY[:100])


def test_vectors_that_were_kept_before_a_crash_are_not_computed_again(folder: Path) -> None:
    assert child(_END_BEFORE_INDEXING, folder).returncode == 9
    assert counts_of(folder).pending == 1
    second = WordEmbedder()
    put(folder, sample(1), embedder=second)
    assert second.embedded == []
    assert counts_of(folder).articles == 4
    assert held(folder) == expected(folder)


def test_a_run_that_failed_is_finished_by_the_next_in_the_same_process(tmp_path: Path) -> None:
    put(tmp_path, sample(0))
    with pytest.raises(RuntimeError):
        put(tmp_path, sample(1), embedder=FailingEmbedder())
    assert {article_id for article_id, _, _ in seen(tmp_path, "Engineer")} == {"sample-000"}
    assert put(tmp_path, sample(1)).unchanged == 1
    assert_whole(tmp_path, [sample(0), sample(1)])


def test_articles_left_pending_go_live_with_the_next_run_even_if_it_brings_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        put(tmp_path, sample(0), sample(1), embedder=FailingEmbedder())
    assert counts_of(tmp_path).pending == 2
    assert put(tmp_path) == Report()
    assert_whole(tmp_path, [sample(0), sample(1)])


def test_a_writer_that_failed_once_may_run_again(tmp_path: Path) -> None:
    with open_for_writing(tmp_path, FailingEmbedder()) as writer:
        with pytest.raises(RuntimeError):
            writer.run([sample(0)], lambda _: None)
        writer.run([sample(0), sample(1)], lambda _: None)
    assert_whole(tmp_path, [sample(0), sample(1)])


def test_a_full_disk_ends_a_run_and_the_next_one_finishes_it(folder: Path) -> None:
    result = child(_FULL_DISK, folder)
    assert result.stdout.startswith("StorageFailed"), result.stderr
    assert {article_id for article_id, _, _ in seen(folder, "Kettleby wolves")} >= {"wolves"}
    put(folder, *MANY)
    assert counts_of(folder).articles == 123
    assert counts_of(folder).pending == 0
    assert held(folder) == expected(folder)


def test_a_disk_too_full_for_a_first_ingest_leaves_nothing_in_the_way_of_the_next(tmp_path: Path) -> None:
    assert child(_FULL_DISK.replace("120_000", "8_000"), tmp_path).stdout.startswith("StorageFailed")
    put(tmp_path, *MANY[:5])
    assert_whole(tmp_path, MANY[:5])


_END_AT_SECOND_BATCH = """
import os
from tests.fakes import WordEmbedder
from tests.vectorstore.killed_writer import MANY
from tests.vectorstore.samples import put
class EndingEmbedder(WordEmbedder):
    calls = 0
    def embed_documents(self, texts):
        self.calls += 1
        if self.calls == 2:
            END
        return super().embed_documents(texts)
put(Path(sys.argv[1]), *MANY[:100], embedder=EndingEmbedder())
"""

_END_BEFORE_INDEXING = """
import chromadb.api.rust
from tests.vectorstore.killed_writer import ends_before
from tests.vectorstore.samples import put, sample
ends_before("WordIndex.replace", lambda: put(Path(sys.argv[1]), sample(1)))
"""

_FULL_DISK = """
import resource, signal
from tests.vectorstore.killed_writer import MANY
from tests.vectorstore.samples import put
from vectorstore.errors import ArchiveError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))
try:
    put(Path(sys.argv[1]), *MANY)
    print("all of it")
except ArchiveError as error:
    print(type(error).__name__)
"""
