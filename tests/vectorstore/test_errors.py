from __future__ import annotations

import inspect
from typing import Any

from vectorstore import errors
from vectorstore.errors import ArchiveError, ArchiveLocked, StorageFailed

CLASSES: dict[str, Any] = {name: found for name, found in vars(errors).items() if inspect.isclass(found)}


def drawn() -> dict[str, str]:
    """Each class in the module docstring's tree with the one it hangs on, read off the column it is drawn in."""
    above: list[tuple[int, str]] = []
    parents: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        name = next((word for word in line.split() if word in CLASSES), "")
        if not name:
            continue
        column = line.index(name)
        above = [(at, parent) for at, parent in above if at < column]
        parents[name] = above[-1][1] if above else ""
        above.append((column, name))
    return parents


def test_every_class_is_drawn_in_the_docstring() -> None:
    assert set(drawn()) == set(CLASSES)


def test_the_tree_is_drawn_as_it_is() -> None:
    parents = {name: found.__bases__[0].__name__ for name, found in CLASSES.items() if found is not ArchiveError}
    assert drawn() == {"ArchiveError": "", **parents}


def test_every_class_can_be_caught_as_archive_error() -> None:
    assert all(issubclass(found, ArchiveError) for found in CLASSES.values())


def test_every_class_says_in_one_sentence_what_it_is() -> None:
    assert all((found.__doc__ or "").strip().endswith(".") for found in CLASSES.values())


def test_an_error_carries_its_message_and_a_hint() -> None:
    error = errors.UnknownArticle("no article 'a'", "did you mean b?")
    assert (str(error), error.hint) == ("no article 'a'", "did you mean b?")
    assert ArchiveError("alone").hint == ""


def test_only_a_lock_and_a_failing_disk_are_worth_another_try() -> None:
    assert {found for found in CLASSES.values() if found.retryable} == {ArchiveLocked, StorageFailed}
