from __future__ import annotations

import types

import pytest

import assistant
import assistant.composing
import assistant.rendering
import vectorstore
import vectorstore.glossary
import vectorstore.reading


@pytest.mark.parametrize(
    "package", [assistant, assistant.composing, assistant.rendering, vectorstore, vectorstore.glossary, vectorstore.reading]
)
def test_a_package_exports_exactly_what_it_says(package: types.ModuleType) -> None:
    assert len(package.__all__) == len(set(package.__all__))
    assert all(hasattr(package, name) for name in package.__all__)
    public = {name for name, value in vars(package).items() if not name.startswith("_") and not isinstance(value, types.ModuleType)}
    assert public - {"annotations"} == set(package.__all__)
