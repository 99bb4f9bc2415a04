"""Any sentence-transformers model, shown with real ones that are made here."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests.vectorstore.samples import child, put
from tests.vectorstore.small_models import ARTICLES, FARM_EN, SIZE, SUITCASE_EN, SUITCASE_NB, make_english, make_multilingual
from vectorstore import Archive, ArchiveMismatch, Hit, MiniLM, ModelUnavailable
from vectorstore.archive import open_catalog
from vectorstore.checkup import check
from vectorstore.models import embedder_for
from vectorstore.reindexing import Reindexed, reindex
from vectorstore.transformers import SentenceModel

ENGLISH, MULTILINGUAL = "english-tiny", "multilingual-tiny"
GLOSS = {ENGLISH: "on", MULTILINGUAL: "off"}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both models. Never write to it."""
    root = tmp_path_factory.mktemp("models")
    make_english(root / ENGLISH)
    make_multilingual(root / MULTILINGUAL)
    return root


def best(archive: Archive, question: str, article_id: str) -> Hit:
    """The sentence of one article that is nearest to the question by its vector."""
    return max((hit for hit in archive.search(question).hits if hit.article.id == article_id), key=lambda hit: hit.scores.vector)


def meta_of(folder: Path) -> dict[str, str]:
    with closing(open_catalog(folder)) as catalog:
        return catalog.meta()


# A model by itself


def test_vectors_are_unit_rows_of_the_models_own_size(models: Path) -> None:
    model = SentenceModel(str(models / ENGLISH))
    vectors = model.embed_documents([SUITCASE_EN, FARM_EN, "xyzzy"])
    assert (vectors.shape, vectors.dtype, model.dimension) == ((3, SIZE), np.float32, SIZE)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 0], abs=1e-5)
    assert model.embed_query(SUITCASE_EN) == pytest.approx(vectors[0], abs=1e-6)
    assert model.embed_documents([]).shape == (0, SIZE)


def test_whether_it_reads_norwegian_is_measured(models: Path) -> None:
    assert not SentenceModel(str(models / ENGLISH)).reads_norwegian
    assert SentenceModel(str(models / MULTILINGUAL)).reads_norwegian


def test_models_of_the_e5_family_are_given_their_prefixes(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / ENGLISH, tmp_path / "some-e5-tiny")
    plain, family = SentenceModel(str(models / ENGLISH)), SentenceModel(str(tmp_path / "some-e5-tiny"))
    assert family.embed_query(SUITCASE_EN) == pytest.approx(plain.embed_query(f"query {SUITCASE_EN}"), abs=1e-6)
    assert family.embed_documents([SUITCASE_EN])[0] == pytest.approx(plain.embed_query(f"passage {SUITCASE_EN}"), abs=1e-6)


def test_a_folder_is_the_same_model_wherever_it_stands_and_another_when_retrained(models: Path, tmp_path: Path) -> None:
    original = SentenceModel(str(models / ENGLISH))
    copy = tmp_path / "copy" / ENGLISH
    shutil.copytree(models / ENGLISH, copy)
    (copy / ".DS_Store").write_text("what a file manager leaves")
    retrained = make_english(tmp_path / "retrained" / ENGLISH, seed=1)
    assert original.name.startswith(f"{ENGLISH}@")
    assert SentenceModel(str(copy)).name == original.name
    assert SentenceModel(str(retrained)).name.startswith(f"{ENGLISH}@")
    assert SentenceModel(str(retrained)).name != original.name


def test_a_change_in_the_midst_of_large_weights_makes_another_model(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(bytes(20_000_000))
    before = SentenceModel(str(tmp_path)).name
    with weights.open("r+b") as stream:
        stream.seek(9_000_000)
        stream.write(b"\1" * 400_000)
    assert SentenceModel(str(tmp_path)).name != before


def test_a_folder_that_holds_no_model_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelUnavailable, match=r"^the model '.*' can't be loaded: .+$") as raised:
        SentenceModel(str(tmp_path)).embed_query("river")
    assert "\n" not in str(raised.value)
    assert "folder of a sentence-transformers model" in raised.value.hint


NAMES = """
import os, time
os.environ.pop("HF_HUB_OFFLINE", None)  # as it is in a user's process
from vectorstore import ModelUnavailable
from vectorstore.transformers import SentenceModel
for name in ("someone/tiny", "small", "no-such-model-at-all", "someone/else", "no: name"):
    start = time.monotonic()
    try:
        print(name, SentenceModel(name).embed_query("river").shape)
    except ModelUnavailable as error:
        print(error, time.monotonic() - start < 5)
"""


def test_a_name_is_looked_up_on_this_machine_only(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline, the hub would be asked for more than a minute; online, it would hear of every question."""
    for name in ("someone--tiny", "sentence-transformers--small"):
        repository = tmp_path / "hub" / f"models--{name}"
        shutil.copytree(models / ENGLISH, repository / "snapshots" / "0123456789abcdef")
        (repository / "refs").mkdir()
        (repository / "refs" / "main").write_text("0123456789abcdef")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    result = child(NAMES, timeout=50)
    assert result.stderr == ""
    found = [f"{name} ({SIZE},)" for name in ("someone/tiny", "small")]
    missing = [f"there is no model {name!r} on this machine True" for name in ("no-such-model-at-all", "someone/else", "no: name")]
    assert result.stdout.splitlines() == found + missing


# An archive of it


@pytest.mark.parametrize("name", [ENGLISH, MULTILINGUAL])
def test_an_archive_of_any_model_is_stamped_and_finds_in_both_languages(name: str, models: Path, tmp_path: Path) -> None:
    model = SentenceModel(str(models / name))
    put(tmp_path, *ARTICLES, embedder=model)
    stamp = meta_of(tmp_path)
    assert (stamp["model"], stamp["source"]) == (model.name, str(models / name))
    assert (stamp["dimension"], stamp["gloss"]) == (str(SIZE), GLOSS[name])
    later = embedder_for(tmp_path, tmp_path)
    with Archive.open(tmp_path, later) as archive:
        suitcase = best(archive, "Which suitcase did the fisherman find?", "koffert")
        farm = best(archive, "Hvem solgte gården og traktoren?", "farm")
    assert (suitcase.sentence.text, farm.sentence.text) == (SUITCASE_NB, FARM_EN)
    # The word index has the English either way.
    assert suitcase.scores.english_cover > 0.5
    assert farm.scores.english_cover > 0.5
    assert [finding for finding in check(tmp_path, later) if finding.is_broken] == []


def test_a_model_that_reads_norwegian_is_given_the_text_as_it_is(models: Path, tmp_path: Path) -> None:
    for name in GLOSS:
        model = SentenceModel(str(models / name))
        put(tmp_path / name, *ARTICLES, embedder=model)
        with Archive.open(tmp_path / name, model) as archive:
            (row,) = [row for row in archive.catalog.passages_around([1]) if row.sentence.text == SUITCASE_NB]
        as_it_is = model.embed_documents([SUITCASE_NB])[0]
        assert (float(row.vector @ as_it_is) > 0.99) == (GLOSS[name] == "off")


def test_a_retrained_model_is_a_mismatch_that_a_reindex_mends(models: Path, tmp_path: Path) -> None:
    folder, trained = tmp_path / "archive", tmp_path / "trained"
    shutil.copytree(models / ENGLISH, trained)
    put(folder, *ARTICLES, embedder=SentenceModel(str(trained)))
    make_english(trained, seed=1)
    model = embedder_for(folder, tmp_path)
    with pytest.raises(ArchiveMismatch, match="made with embedding model 'trained@") as raised:
        Archive.open(folder, model)
    assert "`belegg reindex` brings the archive up to date" in raised.value.hint
    assert reindex(folder, model, lambda *_: None) == Reindexed(articles=2, cut=0, matched=0, embedded=4)
    with Archive.open(folder, embedder_for(folder, tmp_path)) as archive:
        assert best(archive, "a suitcase by the river", "koffert").sentence.text == SUITCASE_NB


def test_an_archive_goes_from_the_default_model_to_others_and_back(models: Path, minilm: MiniLM, tmp_path: Path) -> None:
    put(tmp_path, *ARTICLES, embedder=minilm)
    before = meta_of(tmp_path)
    for name in (MULTILINGUAL, ENGLISH):
        assert reindex(tmp_path, SentenceModel(str(models / name)), lambda *_: None).embedded == 4
        assert (meta_of(tmp_path)["dimension"], meta_of(tmp_path)["gloss"]) == (str(SIZE), GLOSS[name])
    assert reindex(tmp_path, minilm, lambda *_: None).embedded == 4
    after = meta_of(tmp_path)
    assert {name: after[name] for name in before} == before
    with Archive.open(tmp_path, minilm) as archive:
        assert best(archive, "a suitcase by the river", "koffert").sentence.text == SUITCASE_NB


def test_a_model_whose_folder_is_gone_is_said_to_be_missing(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / ENGLISH, tmp_path / "gone")
    put(tmp_path / "archive", *ARTICLES, embedder=SentenceModel(str(tmp_path / "gone")))
    shutil.rmtree(tmp_path / "gone")
    with pytest.raises(ModelUnavailable, match="there is no folder"):
        embedder_for(tmp_path / "archive", tmp_path)
