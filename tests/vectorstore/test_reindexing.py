"""Bringing an archive up to date: what a reindex must give is what a fresh ingest gives, whatever came between."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.killed_reindex import ARTICLES, CLOSED, OWN, SLEEPERS, TITLED, LastLetters, reindex
from tests.vectorstore.samples import HOLD, broken, expected, held, holding, put, sample
from vectorstore import Archive, ArchiveLocked, ArchiveMismatch, ArchiveMissing, Article, Embedder, Scores, reindexing, segmenting
from vectorstore import catalog as catalogs
from vectorstore.catalog import Catalog
from vectorstore.children import child_environment
from vectorstore.glossary.own import add_own, remove_own
from vectorstore.reindexing import Reindexed
from vectorstore.stamp import require_match

LOUNGE = "Who slept in the lounge?"
QUESTIONS = (LOUNGE, "Hvem sov i dromselen?", "When is the school closed?", "ice on the ferry")
WITH_WORD = {"sleepers", "closed", "titled"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The folder of an archive of ARTICLES; each test has its own, because Chroma is opened by path."""
    put(tmp_path / "archive", *ARTICLES)
    return tmp_path / "archive"


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[..., Path]:
    """Ingest articles into a new archive, with a model and the own word or without."""

    def make(*articles: Article, embedder: Embedder | None = None, own: bool = True) -> Path:
        folder = tmp_path / f"fresh-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        if own:
            add_own(folder, OWN)
        put(folder, *(articles or ARTICLES), embedder=embedder)
        return folder

    return make


def meta_of(folder: Path) -> dict[str, str]:
    with closing(Catalog(folder / "catalog.sqlite", writable=False)) as catalog:
        return catalog.meta()


def model_of(folder: Path) -> Embedder:
    """The fake that the archive is stamped with."""
    name = meta_of(folder)["model"]
    return WordEmbedder() if name == WordEmbedder.name else LastLetters(name)


def kept(folder: Path) -> dict[tuple[str, int], tuple[object, ...]]:
    """All that a search compares, by article and sentence; a title stands as sentence 0."""
    with closing(Catalog(folder / "catalog.sqlite", writable=False)) as catalog:
        keys = catalog.live_keys()
        ids = {key: article.id for key, article in catalog.live_articles(keys).items()}
        found: dict[tuple[str, int], tuple[object, ...]] = {(ids[key], 0): (forms,) for key, forms in catalog.titles_of(keys).items()}
        for passage in catalog.passages_of(keys):
            for row in passage.sentences:
                sentence = row.sentence
                place = ids[row.article_key], sentence.number
                found[place] = (sentence.text, sentence.kind, sentence.language, row.forms, row.blob, passage.embedded)
    return found


def results(folder: Path) -> dict[tuple[str, str, str], Scores]:
    """What searches for QUESTIONS give, by question, article and sentence."""
    with Archive.open(folder, model_of(folder)) as archive:
        hits = [(question, hit) for question in QUESTIONS for hit in archive.search(question).hits]
    return {(question, hit.article.id, hit.sentence.text): hit.scores for question, hit in hits}


@dataclass(frozen=True)
class State:
    """All there is to an archive: its stamp, what is kept to be compared, and what searches give."""

    stamp: Mapping[str, str]
    kept: Mapping[tuple[str, int], tuple[object, ...]]
    results: Mapping[tuple[str, str, str], Scores]


def state(folder: Path) -> State:
    names = ("format", "model", "source", "dimension", "gloss", "splitter", "stemmer", "glossary")
    stamp = meta_of(folder)
    return State({name: stamp[name] for name in names}, kept(folder), results(folder))


def assert_alike(one: Mapping[tuple[str, str, str], Scores], other: Mapping[tuple[str, str, str], Scores]) -> None:
    """The same hits with the same scores; tantivy counts an article that was replaced until it merges, so those differ a little."""
    assert one.keys() == other.keys()
    for hit, scores in one.items():
        found, wanted = asdict(scores), asdict(other[hit])
        for name in ("article", "english_article"):
            assert found.pop(name) == pytest.approx(wanted.pop(name), abs=0.1), (hit, name)
        assert found == pytest.approx(wanted, abs=0.001), hit


def assert_same(folder: Path, other: Path | State) -> None:
    """Both archives answer alike, and from the same things kept; and the first is whole."""
    one, other = state(folder), other if isinstance(other, State) else state(other)
    assert (one.stamp, one.kept) == (other.stamp, other.kept)
    assert_alike(one.results, other.results)
    assert held(folder) == expected(folder)


def with_lounge(archive: Archive) -> set[str]:
    """The articles of which a sentence, or the text as a whole, has the own word's English."""
    return {hit.article.id for hit in archive.search("lounge").hits if hit.scores.english_cover or hit.scores.english_article}


def found(folder: Path) -> set[str]:
    with Archive.open(folder, model_of(folder)) as archive:
        return with_lounge(archive)


# Own words


def test_an_own_word_counts_in_the_next_question_to_an_open_archive(archive: Path) -> None:
    with Archive.open(archive, WordEmbedder()) as opened:
        asked = [opened.search("Hvem sov i dromselen?").query.english.rarity.keys()]
        add_own(archive, OWN)
        asked.append(opened.search("Hvem sov i dromselen?").query.english.rarity.keys())
        remove_own(archive, OWN.term)
        asked.append(opened.search("Hvem sov i dromselen?").query.english.rarity.keys())
    assert ["loung" in stems for stems in asked] == [False, True, False]


def test_an_own_word_counts_in_the_next_ingest_and_after_a_reindex_in_old_articles(archive: Path) -> None:
    add_own(archive, OWN)
    later = Article("later", "En ny dromsel åpner i mai. Den får plass til førti.", language="nb")
    with Archive.open(archive, WordEmbedder()) as opened:
        assert with_lounge(opened) == set()
        put(archive, later)
        assert with_lounge(opened) == {"later"}
        assert reindex(archive).matched == 3
        assert with_lounge(opened) == {"later", *WITH_WORD}


def test_a_reindex_touches_only_the_articles_with_the_word_and_a_second_one_none(archive: Path) -> None:
    embedder = WordEmbedder()
    add_own(archive, OWN)
    before = kept(archive)
    assert reindex(archive, embedder) == Reindexed(articles=5, cut=0, matched=3, embedded=len(embedder.embedded))
    after = kept(archive)
    assert {article for article, _ in before if any(before[at] != after[at] for at in before if at[0] == article)} == WITH_WORD
    # A passage is embedded as a whole, and of the third article only the title has the word.
    assert len(embedder.embedded) == 6
    assert reindex(archive, embedder) == Reindexed(articles=5, cut=0, matched=0, embedded=0)
    assert len(embedder.embedded) == 6


def test_a_reindex_gives_what_a_fresh_ingest_gives(archive: Path, fresh: Callable[..., Path]) -> None:
    add_own(archive, OWN)
    reindex(archive)
    assert_same(archive, fresh())
    remove_own(archive, OWN.term)
    assert reindex(archive).matched == 3
    assert_same(archive, fresh(own=False))


def test_progress_tells_what_is_done_to_how_many_of_how_many(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reindexing, "_BATCH", 2)
    told: list[tuple[str, int, int]] = []
    reindexing.reindex(archive, LastLetters(), lambda *what: told.append(what))
    batches = [(2, 5), (4, 5), (5, 5)]
    assert told == [("embedding", *done) for done in batches] + [("comparing", *done) for done in batches]


# Another model


def test_an_archive_goes_over_to_another_model_and_back(archive: Path, fresh: Callable[..., Path]) -> None:
    add_own(archive, OWN)
    other, before = LastLetters(), fresh()
    report = reindex(archive, other)
    assert (report.articles, report.embedded, len(other.embedded)) == (5, 14, 14)
    assert meta_of(archive)["dimension"] == "27"
    assert_same(archive, fresh(embedder=LastLetters()))
    assert reindex(archive, other) == Reindexed(5, 0, 0, 0)
    with pytest.raises(ArchiveMismatch, match="made with embedding model 'last-letters', this is 'first-letters'"):
        Archive.open(archive, WordEmbedder())
    assert reindex(archive, WordEmbedder()).embedded == 14
    assert_same(archive, before)


def test_a_model_that_reads_norwegian_is_given_the_text_and_the_words_keep_their_english(archive: Path, fresh: Callable[..., Path]) -> None:
    reader = LastLetters("reader", reads_norwegian=True)
    reindex(archive, reader)
    assert meta_of(archive)["gloss"] == "off"
    assert "Passasjerene sov i dromselen på ferja"[::-1] in reader.embedded
    add_own(archive, OWN)
    # The word changes forms, not what is embedded.
    assert reindex(archive, reader) == Reindexed(5, 0, 3, 0)
    assert_same(archive, fresh(embedder=LastLetters("reader", reads_norwegian=True)))
    assert found(archive) == WITH_WORD


def test_a_model_found_to_read_norwegian_by_now_is_given_the_text(archive: Path, fresh: Callable[..., Path]) -> None:
    reindex(archive, LastLetters())
    assert reindex(archive, LastLetters(reads_norwegian=True)).embedded == 14
    assert_same(archive, fresh(embedder=LastLetters(reads_norwegian=True), own=False))


def test_a_model_that_was_moved_is_found_at_its_new_place(archive: Path) -> None:
    moved = WordEmbedder()
    moved.source = "/new/place"
    assert reindex(archive, moved) == Reindexed(5, 0, 0, 0)
    assert meta_of(archive)["source"] == "/new/place"


GATHERING = """
from tests.vectorstore.killed_reindex import LastLetters, reindexing
def wait(doing, done, total):
    if (doing, done) == ("embedding", 2):
        print("ready", flush=True)
        sys.stdin.read()
reindexing._BATCH = 2
reindexing.reindex(Path(sys.argv[1]), LastLetters(), wait)
"""


def test_questions_are_answered_by_the_old_model_while_vectors_of_another_are_gathered(folder: Path) -> None:
    with Archive.open(folder, WordEmbedder()) as opened:
        before = [hit.sentence.text for hit in opened.search("wolves in the harbour").hits]
        process = holding(GATHERING, folder)
        assert [hit.sentence.text for hit in opened.search("wolves in the harbour").hits] == before
        with Archive.open(folder, WordEmbedder()) as late:
            assert [hit.sentence.text for hit in late.search("wolves in the harbour").hits] == before
        process.communicate(timeout=60)
        assert process.returncode == 0
        with pytest.raises(ArchiveMismatch, match="made with embedding model 'last-letters'"):
            opened.search("wolves in the harbour")
    assert results(folder)


class Ends(LastLetters):
    """Fails at its second call."""

    def embed_documents(self, texts: object) -> np.ndarray:
        if self.embedded:
            raise RuntimeError("the model is gone")
        return super().embed_documents(texts)  # type: ignore[arg-type]


@pytest.fixture
def half_way(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with another model's vectors of two of its articles."""
    monkeypatch.setattr(reindexing, "_BATCH", 2)
    with pytest.raises(RuntimeError, match="the model is gone"):
        reindex(archive, Ends())
    return archive


def test_an_ingest_between_two_halves_of_a_change_of_model_is_part_of_it(half_way: Path, fresh: Callable[..., Path]) -> None:
    changed = Article(SLEEPERS.id, "Passasjerene sov på kaia. Det var kaldt.", language="nb")
    put(half_way, changed, sample(1))
    other = LastLetters()
    report = reindex(half_way, other)
    assert report.embedded == len(other.embedded) == 14 - 6 + 2 + 4
    assert_same(half_way, fresh(changed, *ARTICLES[1:], sample(1), embedder=LastLetters(), own=False))


def test_another_model_than_the_half_gathered_one_begins_anew(half_way: Path, fresh: Callable[..., Path]) -> None:
    third = LastLetters("third")
    assert reindex(half_way, third).embedded == len(third.embedded) == 14
    assert_same(half_way, fresh(embedder=LastLetters("third"), own=False))


def test_a_half_gathered_model_can_be_left_at_that(half_way: Path, fresh: Callable[..., Path]) -> None:
    assert reindex(half_way) == Reindexed(5, 0, 0, 0)
    assert_same(half_way, fresh(own=False))


# Other rules


RENEWED: Mapping[str, Callable[[pytest.MonkeyPatch], None]] = {
    "embedding model": lambda patch: patch.setattr(WordEmbedder, "name", "retrained"),
    "sentence splitter": lambda patch: (patch.setattr(segmenting, "VERSION", "next"), patch.setattr(catalogs, "SPLITTER", "next"))[0],
    "stemmer": lambda patch: patch.setattr("vectorstore.words.VERSION", "next"),
    "glossary": lambda patch: patch.setattr("vectorstore.glossary.version", lambda: "next"),
}


@pytest.mark.parametrize("title", RENEWED)
def test_an_archive_made_otherwise_says_so_in_one_line_and_a_reindex_mends_it(
    title: str, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(archive)
    RENEWED[title](monkeypatch)
    with pytest.raises(ArchiveMismatch, match=f"^the archive was made with {title} '.*', this is '.*'$") as raised:
        Archive.open(archive, WordEmbedder())
    assert "`belegg reindex` brings the archive up to date" in raised.value.hint
    with pytest.raises(ArchiveMismatch, match=f"made with {title}"):
        put(archive, sample(1))
    reindex(archive)
    require_match(meta_of(archive), WordEmbedder())
    assert kept(archive) == before
    assert broken(archive) == []


def test_a_catalog_of_another_format_can_not_be_reindexed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vectorstore.stamp.FORMAT", "next")
    with pytest.raises(ArchiveMismatch, match="catalog format '2', this Belegg has 'next'") as raised:
        reindex(archive)
    assert "ingest the articles into a new archive" in raised.value.hint


@pytest.fixture
def other_splitter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Switch to a splitter that takes each block for one sentence."""

    def switch() -> None:
        RENEWED["sentence splitter"](monkeypatch)
        monkeypatch.setattr(segmenting, "split_sentences", lambda text, start, end: [(start, end)])

    yield switch


BARE = Article("bare", "Ferja står\n\nFerja til Storvik sto mandag. Isen la seg om natta.\n\nFerja går igjen. Ingen kom til skade.")
"""An article given without title and language."""


def test_another_splitter_cuts_each_article_anew_as_a_new_version(
    tmp_path: Path, other_splitter: Callable[[], None], fresh: Callable[..., Path]
) -> None:
    folder, articles = tmp_path / "archive", (*ARTICLES, BARE)
    put(folder, *articles)
    sentences = len(kept(folder))
    other_splitter()
    report = reindex(folder)
    assert (report.articles, report.cut, report.matched) == (6, 6, 0)
    assert len(kept(folder)) < sentences
    assert_same(folder, fresh(*articles, own=False))
    with Archive.open(folder, WordEmbedder()) as opened:
        assert {article.version for article in opened.articles()} == {2}
        assert opened.counts().superseded == 6
    assert reindex(folder) == Reindexed(6, 0, 0, 0)
    given = put(folder, *articles)
    assert (given.read, given.unchanged, given.added, given.updated) == (6, 6, 0, 0)


def test_other_splitter_own_word_and_model_at_once(archive: Path, other_splitter: Callable[[], None], fresh: Callable[..., Path]) -> None:
    other_splitter()
    add_own(archive, OWN)
    reindex(archive, LastLetters())
    assert_same(archive, fresh(embedder=LastLetters()))


# What can't be reindexed, and what is empty


def test_there_is_nothing_to_reindex_without_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        reindex(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_beside_another_writer_nothing_is_reindexed(archive: Path) -> None:
    process = holding(HOLD, archive)
    with pytest.raises(ArchiveLocked, match=str(process.pid)):
        reindex(archive)
    process.communicate(timeout=60)


def test_an_empty_archive_goes_over_to_another_model(tmp_path: Path) -> None:
    put(tmp_path / "archive")
    assert reindex(tmp_path / "archive", LastLetters()) == Reindexed(0, 0, 0, 0)
    put(tmp_path / "archive", SLEEPERS, CLOSED, TITLED, embedder=LastLetters())
    assert broken(tmp_path / "archive")[1:] == []


# Killed


def endings(scenario: str, root: Path) -> list[Path]:
    """Archives whose reindex was ended before its first step, before its second, and so on."""
    command = [sys.executable, "-m", "tests.vectorstore.killed_reindex", scenario, str(root)]
    result = subprocess.run(command, capture_output=True, text=True, env=child_environment(), timeout=120, check=False)
    assert result.returncode == 0, result.stderr
    folders = sorted(folder for folder in root.iterdir() if folder.name != "seed")
    assert len(folders) >= 12
    return folders


def top(archive: Archive) -> list[str]:
    """For each question the sentence that covers it best, questions about the own word apart."""
    return [max(archive.search(text).hits, key=lambda hit: hit.scores.cover).sentence.text for text in QUESTIONS[2:]]


def sentences_kept(folder: Path, whole: Mapping[tuple[str, int], tuple[object, ...]]) -> int:
    """How many sentences have the vectors already that they are to have."""
    return sum(1 for place, row in kept(folder).items() if place[1] and row[4:] == whole[place][4:])


def sentences_gathered(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "catalog.sqlite")) as database:
        ((count,),) = database.execute("SELECT count(*) FROM sentences JOIN renewed USING (passage)").fetchall()
    return int(count)


def test_own_words_killed_at_any_step_leave_an_archive_that_answers_and_the_next_run_goes_on(
    tmp_path: Path, fresh: Callable[..., Path]
) -> None:
    whole = state(fresh())
    with Archive.open(fresh(own=False), WordEmbedder()) as archive:
        before = top(archive)
    left = set()
    for folder in endings("own", tmp_path / "killed"):
        with Archive.open(folder, WordEmbedder()) as archive:
            assert with_lounge(archive) <= WITH_WORD, folder.name
            assert top(archive) == before, folder.name
        right, embedder = sentences_kept(folder, whole.kept), WordEmbedder()
        left.add(14 - right)
        assert reindex(folder, embedder).embedded == len(embedder.embedded) == 14 - right, folder.name
        assert_same(folder, whole)
    assert left == {6, 3, 0}


def test_a_change_of_model_killed_at_any_step_answers_by_one_of_both_and_the_next_run_goes_on(
    tmp_path: Path, fresh: Callable[..., Path]
) -> None:
    new = state(fresh(embedder=LastLetters(), own=False))
    answers = {"first-letters": results(fresh(own=False)), "last-letters": new.results}
    left = []
    for folder in endings("model", tmp_path / "killed"):
        name = meta_of(folder)["model"]
        assert_alike(results(folder), answers[name])
        left.append(14 - sentences_gathered(folder) if name == "first-letters" else 0)
        other = LastLetters()
        assert reindex(folder, other).embedded == len(other.embedded) == left[-1], folder.name
        assert_same(folder, new)
    assert left == sorted(left, reverse=True)
    assert {14, 8, 2, 0} == set(left)
