from __future__ import annotations

from pathlib import Path

import pytest

from tests.vectorstore.samples import child
from vectorstore.errors import StorageFailed
from vectorstore.lexical import View, WordIndex
from vectorstore.matching import Forms
from vectorstore.records import SentenceRow, StagedPassage
from vectorstore.types import BlockKind, Sentence

OWN, ENGLISH = View.OWN, View.ENGLISH
TITLES = {1: Forms("titl", "titl"), 2: Forms("head", "head")}


def passage(key: int, own: str, *, english: str = "", article: int = 1) -> StagedPassage:
    sentence = Sentence(1, 0, len(own), own, BlockKind.BODY, "nb")
    return StagedPassage(key, article, (SentenceRow(article, key, sentence, Forms(own, english), None),))


def filled(folder: Path) -> WordIndex:
    index = WordIndex(folder / "words")
    passages = [passage(10, "ferg streik", english="ferri strike"), passage(11, "ferg is", english="ferri ice")]
    index.replace([], [*passages, passage(20, "skol is is", english="school ice ice", article=2)], TITLES)
    return index


def test_passages_are_found_by_a_stem_of_their_own_language(tmp_path: Path) -> None:
    index = filled(tmp_path)
    assert set(index.passages(OWN, ["ferg"], 10)) == {10, 11}
    assert set(index.passages(OWN, ["skol", "streik"], 10)) == {10, 20}
    assert index.passages(OWN, ["ferri"], 10) == {}


def test_passages_are_found_by_an_english_stem_apart(tmp_path: Path) -> None:
    index = filled(tmp_path)
    assert set(index.passages(ENGLISH, ["ferri"], 10)) == {10, 11}
    assert index.passages(ENGLISH, ["ferg"], 10) == {}


def test_a_passage_with_more_of_the_stems_comes_first_and_the_limit_keeps_the_best(tmp_path: Path) -> None:
    index = filled(tmp_path)
    assert next(iter(index.passages(OWN, ["ferg", "is"], 10))) == 11
    assert list(index.passages(OWN, ["ferg", "is"], 1)) == [11]
    assert all(score > 0 for score in index.passages(OWN, ["ferg", "is"], 10).values())


def test_articles_are_found_by_their_passages_and_titles(tmp_path: Path) -> None:
    index = filled(tmp_path)
    assert set(index.articles(OWN, ["streik"], 10)) == {1}
    assert set(index.articles(OWN, ["is"], 10)) == {1, 2}
    assert set(index.articles(OWN, ["head"], 10)) == {2}
    assert index.passages(OWN, ["head"], 10) == {}


def test_a_title_says_more_of_an_article_than_its_text(tmp_path: Path) -> None:
    index = WordIndex(tmp_path / "words")
    titles = {1: Forms("ferg", ""), 2: Forms("storm", "")}
    index.replace([], [passage(10, "storm natt"), passage(20, "ferg natt", article=2)], titles)
    assert list(index.articles(OWN, ["ferg"], 2)) == [1, 2]
    assert list(index.articles(OWN, ["storm"], 2)) == [2, 1]


def test_frequencies_count_passages_once_whatever_they_repeat(tmp_path: Path) -> None:
    assert filled(tmp_path).frequencies(OWN, ["is", "ferg", "skol", "zzz"]) == {"is": 2, "ferg": 2, "skol": 1, "zzz": 0}
    assert filled(tmp_path).frequencies(OWN, []) == {}


def test_it_counts_passages_and_articles(tmp_path: Path) -> None:
    assert filled(tmp_path).count() == 5
    assert WordIndex(tmp_path / "empty").count() == 0


def test_no_stems_find_nothing(tmp_path: Path) -> None:
    assert filled(tmp_path).passages(OWN, [], 10) == {}
    assert WordIndex(tmp_path / "empty").passages(OWN, ["ferg"], 10) == {}


def test_no_character_of_a_stem_means_anything_to_the_index(tmp_path: Path) -> None:
    index = filled(tmp_path)
    odd = ["*", '"ferg', "own:ferg", "ferg~", "-is", "(", "AND", "ferg^9", "'; DROP TABLE", "\x00", "🐺"]
    assert index.passages(OWN, odd, 10) == {}


def test_a_removed_article_is_found_no_more(tmp_path: Path) -> None:
    index = filled(tmp_path)
    index.replace([1], [], {})
    assert index.passages(OWN, ["ferg"], 10) == {}
    assert index.articles(OWN, ["ferg", "titl"], 10) == {}
    assert index.count() == 2
    assert set(index.passages(OWN, ["is"], 10)) == {20}


def test_putting_the_same_in_again_changes_nothing(tmp_path: Path) -> None:
    index = filled(tmp_path)
    before = index.passages(OWN, ["ferg", "is"], 10)
    filled(tmp_path)
    index.reload()
    assert index.count() == 5
    assert index.passages(OWN, ["ferg", "is"], 10) == before


def test_the_stems_of_a_removed_article_are_counted_no_more(tmp_path: Path) -> None:
    index = filled(tmp_path)
    index.replace([1], [], {})
    assert index.frequencies(OWN, ["ferg", "is"]) == {"ferg": 0, "is": 1}


def test_everything_can_be_taken_out(tmp_path: Path) -> None:
    index = filled(tmp_path)
    index.refill([])
    assert index.count() == 0
    assert index.passages(OWN, ["is"], 10) == {}
    filled(tmp_path)
    index.reload()
    assert index.count() == 5


def test_removing_what_is_not_there_is_no_error(tmp_path: Path) -> None:
    index = filled(tmp_path)
    index.replace([999], [], {})
    assert index.count() == 5


def test_a_second_reader_sees_a_commit_once_it_reloads(tmp_path: Path) -> None:
    index = filled(tmp_path)
    reader = WordIndex(tmp_path / "words")
    index.replace([], [passage(30, "sykehus", article=3)], {3: Forms("sykehus", "hospital")})
    reader.reload()
    assert set(reader.passages(OWN, ["sykehus"], 10)) == {30}


def test_an_index_exists_once_made_and_not_once_discarded(tmp_path: Path) -> None:
    folder = tmp_path / "words"
    assert not WordIndex.exists(folder)
    filled(tmp_path)
    assert WordIndex.exists(folder)
    WordIndex.discard(folder)
    assert not WordIndex.exists(folder)
    WordIndex.discard(folder)


def test_a_folder_that_is_a_file_is_a_storage_failure(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("not a folder")
    with pytest.raises(StorageFailed, match="word index"):
        WordIndex(tmp_path / "words")


@pytest.mark.parametrize("pattern", ["meta.json", ".managed.json", "*.term", "*.idx", "*.fast", "*.fieldnorm", "*.store"])
def test_a_file_that_is_overwritten_is_a_storage_failure(tmp_path: Path, pattern: str) -> None:
    filled(tmp_path)
    for file in (tmp_path / "words").glob(pattern):
        file.write_bytes(b"\x5a" * file.stat().st_size)
    with pytest.raises(StorageFailed, match="word index"):
        WordIndex(tmp_path / "words").passages(OWN, ["ferg"], 10)


def test_bytes_overwritten_inside_a_file_are_a_storage_failure_and_no_panic(tmp_path: Path) -> None:
    index = WordIndex(tmp_path / "words")
    index.replace([], [passage(key, "ferg streik", article=key) for key in range(1, 501)], {})
    for file in (tmp_path / "words").glob("*.idx"):
        size = file.stat().st_size
        with file.open("r+b") as stream:
            stream.seek(size // 20)
            stream.write(b"\xff" * (size * 3 // 4))
    result = child(_SEARCH, tmp_path / "words")
    assert result.stdout == "StorageFailed\n"


def test_a_full_disk_is_a_storage_failure_and_what_was_committed_stays(tmp_path: Path) -> None:
    filled(tmp_path)
    result = child(_FULL_DISK, tmp_path / "words")
    assert result.stdout == "StorageFailed\n", result.stderr
    assert set(WordIndex(tmp_path / "words").passages(OWN, ["ferg"], 10)) == {10, 11}
    assert WordIndex(tmp_path / "words").passages(OWN, ["uniqu"], 10) == {}


_SEARCH = """
from vectorstore.errors import StorageFailed
from vectorstore.lexical import View, WordIndex
try:
    WordIndex(Path(sys.argv[1])).passages(View.OWN, ["ferg"], 10)
    print("found something")
except StorageFailed:
    print("StorageFailed")
"""

_FULL_DISK = """
import resource, signal
from tests.vectorstore.test_lexical import passage
from vectorstore.errors import StorageFailed
from vectorstore.lexical import WordIndex
index = WordIndex(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))
try:
    index.replace([], [passage(key, f"uniqu w{key}", article=key) for key in range(100, 900)], {})
    print("committed")
except StorageFailed:
    print("StorageFailed")
"""
