from __future__ import annotations

import pytest

from tests.fakes import WordEmbedder
from vectorstore import ArchiveMismatch
from vectorstore.stamp import require_format, require_match, stamp_of


class Multilingual(WordEmbedder):
    name, source, reads_norwegian = "many-letters", "/models/many-letters", True


def test_a_stamp_says_what_model_it_was_how_to_load_it_and_what_it_was_given() -> None:
    default, other = stamp_of(WordEmbedder()), stamp_of(Multilingual())
    assert {name: default[name] for name in ("model", "source", "dimension", "gloss")} == {
        "model": "first-letters", "source": "", "dimension": "32", "gloss": "on"
    }  # fmt: skip
    assert {name: other[name] for name in ("model", "source", "dimension", "gloss")} == {
        "model": "many-letters", "source": "/models/many-letters", "dimension": "32", "gloss": "off"
    }  # fmt: skip


def test_a_stamp_matches_what_made_it() -> None:
    require_match(stamp_of(WordEmbedder()), WordEmbedder())
    require_format(stamp_of(WordEmbedder()))


@pytest.mark.parametrize(
    ("name", "title", "hint"),
    [
        ("format", "catalog format", "new archive"),
        ("model", "embedding model", "--model"),
        ("splitter", "sentence splitter", "need not be ingested again"),
        ("stemmer", "stemmer", "need not be ingested again"),
        ("glossary", "glossary", "need not be ingested again"),
    ],
)
def test_a_difference_is_named_with_what_to_do(name: str, title: str, hint: str) -> None:
    kept = stamp_of(WordEmbedder()) | {name: "another"}
    with pytest.raises(ArchiveMismatch, match=f"with {title} 'another'") as caught:
        require_match(kept, WordEmbedder())
    assert hint in caught.value.hint
    del kept[name]
    with pytest.raises(ArchiveMismatch, match=f"with {title} 'unknown'"):
        require_match(kept, WordEmbedder())


def test_where_the_same_model_was_loaded_from_makes_no_difference() -> None:
    require_match(stamp_of(WordEmbedder()) | {"source": "/elsewhere"}, WordEmbedder())


@pytest.mark.parametrize(("kept", "said"), [({"format": "1"}, "'1'"), ({}, "'unknown'")])
def test_a_catalog_of_another_format_can_not_be_read_at_all(kept: dict[str, str], said: str) -> None:
    with pytest.raises(ArchiveMismatch, match=f"catalog format {said}") as caught:
        require_format(kept)
    assert "new archive" in caught.value.hint
