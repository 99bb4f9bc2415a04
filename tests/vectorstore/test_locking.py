from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.samples import AS_NOBODY, HOLD, WOLVES, child, held, holding, lock_up, put
from vectorstore import Archive, ArchiveLocked
from vectorstore.archive import open_for_writing
from vectorstore.locking import is_being_written, writing

ASK = """
from vectorstore.locking import is_being_written
is_being_written(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    is_being_written(Path(sys.argv[1]))
"""


def test_a_second_writer_is_refused_within_a_second_and_told_who_writes(folder: Path) -> None:
    with holding(HOLD, folder) as holder:
        started = time.monotonic()
        with pytest.raises(ArchiveLocked) as caught, open_for_writing(folder, WordEmbedder()):
            pass
        assert time.monotonic() - started < 1
        assert f"process {holder.pid} " in str(caught.value)
        assert caught.value.retryable
        holder.kill()


def test_the_lock_goes_with_a_holder_that_is_killed(tmp_path: Path) -> None:
    with holding(HOLD, tmp_path) as holder:
        assert is_being_written(tmp_path)
        holder.kill()
        holder.wait()
        assert not is_being_written(tmp_path)
        with writing(tmp_path):
            assert is_being_written(tmp_path)


def test_the_lock_goes_with_a_holder_that_ends(tmp_path: Path) -> None:
    with holding(HOLD, tmp_path) as holder:
        holder.communicate("")
        assert holder.returncode == 0
    with writing(tmp_path):
        pass


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), writing(tmp_path):
        raise RuntimeError
    assert not is_being_written(tmp_path)


def test_a_second_writer_in_the_same_process_is_refused_too(tmp_path: Path) -> None:
    with writing(tmp_path), pytest.raises(ArchiveLocked), writing(tmp_path):
        pass


def test_readers_work_while_a_writer_holds_the_lock(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as before, holding(HOLD, folder) as holder:
        assert before.search("Kettleby wolves").hits
        with Archive.open(folder, WordEmbedder()) as archive:
            assert {hit.article.id for hit in archive.search("Kettleby wolves").hits} >= {"wolves"}
            assert archive.article("ferry").article.version == 1
        holder.kill()


def test_a_reader_does_not_open_chroma_while_a_writer_holds_the_lock(folder: Path) -> None:
    (folder / "vectors" / "chroma.sqlite3").write_bytes(b"\x00" * 4096)  # to open it would change it
    with holding(HOLD, folder) as holder, Archive.open(folder, WordEmbedder()) as archive:
        assert archive.search("Kettleby wolves").hits
        assert (folder / "vectors" / "chroma.sqlite3").read_bytes() == b"\x00" * 4096
        holder.kill()


@pytest.mark.parametrize("name", ["", "{}", '"half'])
def test_a_holder_whose_name_cannot_be_read_still_holds_the_lock(tmp_path: Path, name: str) -> None:
    with writing(tmp_path):
        (tmp_path / "writer.json").write_text(name)
        with pytest.raises(ArchiveLocked, match="not known"), writing(tmp_path):
            pass


def test_a_writer_is_never_refused_because_a_reader_asks_who_writes(tmp_path: Path) -> None:
    with holding(ASK, tmp_path) as reader:
        try:
            for _ in range(200):
                with writing(tmp_path):
                    pass
        finally:
            reader.kill()


def test_a_writer_in_a_folder_it_may_not_write_to_gets_a_storage_failure(public_folder: Path) -> None:
    put(public_folder / "archive", WOLVES)
    lock_up(public_folder)
    result = child(AS_NOBODY + "become_nobody(); attempt(lambda: put(Path(sys.argv[1]), FERRY))", public_folder / "archive")
    assert result.stdout.startswith("StorageFailed"), result.stderr


def test_a_folder_that_nobody_may_write_to_has_no_writer_and_takes_no_archive(public_folder: Path) -> None:
    lock_up(public_folder)
    code = """
from vectorstore.locking import is_being_written
become_nobody()
print(is_being_written(Path(sys.argv[1])))
attempt(lambda: put(Path(sys.argv[1]) / "archive", FERRY))
"""
    result = child(AS_NOBODY + code, public_folder)
    assert result.stdout.startswith("False\nStorageFailed choose another"), result.stderr


def test_a_disk_too_full_to_name_the_holder_is_a_storage_failure(folder: Path) -> None:
    result = child(_FULL_DISK, folder)
    assert held(folder) == (6, 3)
    assert result.stdout.startswith("StorageFailed"), result.stderr


_FULL_DISK = (
    AS_NOBODY
    + """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
attempt(lambda: put(Path(sys.argv[1]), FERRY))
"""
)
