"""Which model an archive is used with; nothing of it is loaded here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes import WordEmbedder
from tests.vectorstore.samples import FERRY, child, put
from vectorstore import MiniLM, ModelUnavailable
from vectorstore.models import DEFAULT, embedder_for
from vectorstore.transformers import SentenceModel


class Elsewhere(WordEmbedder):
    """A fake that is stamped as a model of a name."""

    source = "someone/some-model"


def test_a_new_archive_is_made_with_the_default_model(tmp_path: Path) -> None:
    assert isinstance(embedder_for(tmp_path / "missing", tmp_path), MiniLM)


def test_an_archive_of_the_default_model_is_used_with_it(tmp_path: Path) -> None:
    put(tmp_path / "archive", FERRY)
    assert isinstance(embedder_for(tmp_path / "archive", tmp_path), MiniLM)


def test_the_stamp_knows_what_loads_the_archives_model(tmp_path: Path) -> None:
    put(tmp_path / "archive", FERRY, embedder=Elsewhere())
    model = embedder_for(tmp_path / "archive", tmp_path)
    assert (type(model), model.source, model.name) == (SentenceModel, "someone/some-model", "someone/some-model")


def test_a_model_that_is_named_comes_before_the_archives_own(tmp_path: Path) -> None:
    put(tmp_path / "archive", FERRY, embedder=Elsewhere())
    assert embedder_for(tmp_path / "archive", tmp_path, "another").name == "another"
    assert isinstance(embedder_for(tmp_path / "archive", tmp_path, DEFAULT), MiniLM)


@pytest.mark.parametrize("source", ["/no/such/model", "./model", "../model", "~/no-such-model-of-mine"])
def test_a_path_that_leads_nowhere_is_no_model(source: str, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=f"^there is no folder '{source}' with a model in it$") as raised:
        embedder_for(tmp_path, tmp_path, source)
    assert "`hf download NAME`" in raised.value.hint


def test_naming_a_model_imports_nothing_heavy(tmp_path: Path) -> None:
    code = """
from vectorstore.models import embedder_for
print(embedder_for(Path(sys.argv[1]), Path(sys.argv[1]), "someone/some-model").name)
print(embedder_for(Path(sys.argv[1]), Path(sys.argv[1]), sys.argv[1]).name.split("@")[0] == Path(sys.argv[1]).name)
print({"torch", "transformers", "sentence_transformers", "onnxruntime"} & set(sys.modules))
"""
    result = child(code, tmp_path)
    assert (result.stdout, result.stderr) == ("someone/some-model\nTrue\nset()\n", "")
