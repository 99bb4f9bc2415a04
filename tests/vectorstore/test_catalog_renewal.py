"""What a catalog does for a reindex: other vectors beside those in use, other forms, and who was cut otherwise."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from tests.vectorstore.catalogs import keep, stage, unit_rows
from tests.vectorstore.samples import FERRY, SCHOOL, WOLVES, sample
from vectorstore import Article
from vectorstore.catalog import Catalog
from vectorstore.matching import Forms
from vectorstore.records import Embedded

NEW_WOLVES = Article("wolves", "Bears came down to the harbour of Kettleby on Sunday. They left.", language="en")


def renewed(catalog: Catalog, article: int, *, dimension: int = 32) -> list[Embedded]:
    """Vectors of another model for the passages of one article."""
    return [
        Embedded(passage.key, unit_rows(len(passage.sentences), seed=passage.key)[:, :dimension], "another")
        for passage in catalog.passages_of([article])
    ]


def vectors_in_use(catalog: Catalog, article: int) -> list[list[float]]:
    return [row.vector.tolist() for passage in catalog.passages_of([article]) for row in passage.sentences]


def rows_of(embedded: list[Embedded]) -> list[list[float]]:
    """Vectors as they come back from float16."""
    return [row.astype("float16").astype("float32").tolist() for found in embedded for row in found.vectors]


# Another model's vectors


def test_renewed_vectors_stand_beside_those_in_use_until_they_are_used(catalog: Catalog) -> None:
    (key,) = keep(catalog, sample(1))
    before, other = vectors_in_use(catalog, key), renewed(catalog, key)
    catalog.keep_renewed(other)
    assert vectors_in_use(catalog, key) == before
    catalog.use_renewed()
    assert vectors_in_use(catalog, key) == rows_of(other) != before
    assert {passage.embedded for passage in catalog.passages_of([key])} == {"another"}


def test_marks_and_a_dimension_of_its_own_come_with_the_other_model(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    catalog.keep_renewed(renewed(catalog, key, dimension=16))
    catalog.use_renewed(model="other-letters", dimension="16")
    assert (catalog.meta()["model"], catalog.dimension()) == ("other-letters", 16)
    assert [len(vector) for vector in vectors_in_use(catalog, key)] == [16, 16, 16]
    assert catalog.vectors()[1].shape == (1, 16)


def test_a_change_of_model_that_fails_changes_nothing(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    before, meta = vectors_in_use(catalog, key), catalog.meta()
    catalog.keep_renewed(renewed(catalog, key))
    with pytest.raises(UnicodeEncodeError):
        catalog.use_renewed(dimension="16", model="half a character: \udcc3")
    assert (vectors_in_use(catalog, key), catalog.meta()) == (before, meta)
    assert catalog.without_renewed(9) == []


def test_what_the_other_model_has_not_embedded_loses_its_vectors(catalog: Catalog) -> None:
    (old,) = keep(catalog, WOLVES)
    (new,) = keep(catalog, NEW_WOLVES)
    catalog.keep_renewed(renewed(catalog, new))
    catalog.use_renewed()
    assert set(map(len, vectors_in_use(catalog, new))) == {32}
    assert set(map(len, vectors_in_use(catalog, old))) == {0}
    assert {passage.embedded for passage in catalog.passages_of([old])} == {""}


def test_renewed_vectors_are_used_once(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    catalog.keep_renewed(renewed(catalog, key))
    catalog.use_renewed()
    assert catalog.without_renewed(9) == [key]


def test_renewed_vectors_that_come_again_replace_those_before(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    catalog.keep_renewed(renewed(catalog, key))
    other = [Embedded(found.passage, -found.vectors, "a third") for found in renewed(catalog, key)]
    catalog.keep_renewed(other)
    catalog.use_renewed()
    assert vectors_in_use(catalog, key) == rows_of(other)


def test_what_is_searched_or_soon_will_be_waits_for_renewed_vectors(catalog: Catalog) -> None:
    keep(catalog, WOLVES)
    (wolves,) = keep(catalog, NEW_WOLVES)
    (ferry, _) = keep(catalog, FERRY, SCHOOL)
    catalog.tombstone("school")
    pending, without_evidence = stage(catalog, sample(1), Article("credit", "Foto: Ola Nordmann"))
    assert catalog.passage_keys_of([without_evidence]) == []
    assert catalog.without_renewed(9) == [wolves, ferry, pending]
    assert catalog.without_renewed(2) == [wolves, ferry]


def test_an_article_waits_until_each_of_its_passages_is_renewed(catalog: Catalog) -> None:
    (key,) = keep(catalog, sample(1))
    first, second = renewed(catalog, key)
    catalog.keep_renewed([second])
    assert catalog.without_renewed(9) == [key]
    catalog.keep_renewed([first])
    assert catalog.without_renewed(9) == []


def test_forgotten_vectors_are_never_used(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    catalog.keep_renewed(renewed(catalog, key))
    catalog.forget_renewed()
    assert catalog.without_renewed(9) == [key]
    catalog.use_renewed()
    assert set(map(len, vectors_in_use(catalog, key))) == {0}


def test_purging_takes_renewed_vectors_too(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    catalog.keep_renewed(renewed(catalog, key))
    catalog.purge(catalog.tombstone("wolves"))
    with closing(sqlite3.connect(catalog.path)) as database:
        assert database.execute("SELECT count(*) FROM renewed").fetchone() == (0,)


# Other forms


def test_new_forms_of_sentences_and_titles_replace_those_before(catalog: Catalog) -> None:
    wolves, ferry = keep(catalog, WOLVES, FERRY)
    (passage,) = catalog.passages_of([wolves])
    kept, titles = catalog.passages_of([ferry]), catalog.titles_of([ferry])
    rows = [replace(row, forms=Forms(f"own {row.sentence.number}", "english")) for row in passage.sentences]
    catalog.keep_forms(rows, {wolves: Forms("title", "its english")}, [])
    (found,) = catalog.passages_of([wolves])
    assert found.forms == Forms("own 1 own 2 own 3", "english english english")
    assert (found.embedded, [row.blob for row in found.sentences]) == (passage.embedded, [row.blob for row in passage.sentences])
    assert catalog.titles_of([wolves]) == {wolves: Forms("title", "its english")}
    assert (catalog.passages_of([ferry]), catalog.titles_of([ferry])) == (kept, titles)


def test_new_vectors_are_kept_with_new_forms(catalog: Catalog) -> None:
    (key,) = keep(catalog, sample(1))
    first, second = vectors_in_use(catalog, key)[:3], renewed(catalog, key)[1]
    catalog.keep_forms([], {}, [second])
    assert vectors_in_use(catalog, key) == [*first, *rows_of([second])]
    assert [passage.embedded == "another" for passage in catalog.passages_of([key])] == [False, True]


def test_forms_are_kept_all_or_none(catalog: Catalog) -> None:
    (key,) = keep(catalog, WOLVES)
    before, titles = catalog.passages_of([key]), catalog.titles_of([key])

    def failing() -> Iterator[Embedded]:
        yield from renewed(catalog, key)
        raise RuntimeError("the model is gone")

    rows = [replace(row, forms=Forms("other", "other")) for row in before[0].sentences]
    with pytest.raises(RuntimeError):
        catalog.keep_forms(rows, {key: Forms("other", "other")}, failing())
    assert (catalog.passages_of([key]), catalog.titles_of([key])) == (before, titles)


# Another splitter


def test_articles_of_another_splitter_are_named_once_they_are_live(catalog: Catalog) -> None:
    keep(catalog, WOLVES)
    wolves, ferry = *keep(catalog, NEW_WOLVES), *keep(catalog, FERRY)
    stage(catalog, SCHOOL)
    assert catalog.cut_otherwise() == []
    cut_by_another_splitter(catalog)
    assert catalog.cut_otherwise() == [wolves, ferry]


def test_an_article_that_is_cut_anew_is_named_no_more(catalog: Catalog) -> None:
    keep(catalog, WOLVES)
    cut_by_another_splitter(catalog)
    keep(catalog, NEW_WOLVES)
    assert catalog.cut_otherwise() == []


def cut_by_another_splitter(catalog: Catalog) -> None:
    """Make the catalog one whose articles an earlier Belegg has cut."""
    with closing(sqlite3.connect(catalog.path)) as database, database:
        database.execute("UPDATE articles SET splitter = 'another'")
