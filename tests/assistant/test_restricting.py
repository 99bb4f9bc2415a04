from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant import Answer, Assistant, Outcome, Searched
from assistant.rendering import answer_json, answer_markdown
from assistant.rendering.json import read_answer
from assistant.rendering.source import describe_limits, describe_search
from assistant.rendering.terminal import Terminal
from assistant.types import Window
from vectorstore import Archive, Article, Extent, Published

YARD = (
    Article("old", "Storvik verft sa opp 40 ansatte.", publisher="VG", published=Published("2015-05-02"), language="nb"),
    Article("last-year", "Storvik verft sa opp 30 ansatte.", publisher="Nordvåg Avis", published=Published("2016-11"), language="nb"),
    Article("new", "Storvik verft sa opp 20 ansatte.", publisher="Reuters", published=Published("2017-03-06"), language="nb"),
    Article("undated", "Storvik verft sa opp 10 ansatte.", publisher="VG", language="nb"),
)
FLED = "Hvor mange ansatte sa Storvik verft opp"


@pytest.fixture
def cited(archive_of: Callable[..., Archive]) -> Callable[[str], set[str]]:
    """The articles that an answer cites on 10 March 2017, whatever its confidence."""
    assistant = Assistant(archive_of(*YARD), threshold=0, today=lambda: date(2017, 3, 10))
    return lambda question: {citation.doc_id for citation in assistant.ask(question).citations}


@pytest.fixture
def assistant(archive_of: Callable[..., Archive]) -> Assistant:
    return Assistant(archive_of(*YARD), today=lambda: date(2017, 3, 10))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("i fjor?", {"last-year", "undated"}),
        ("forrige måned?", {"undated"}),
        ("de siste to årene?", {"old", "last-year", "new", "undated"}),
        ("denne uka?", {"new", "undated"}),
        ("ifølge VG?", {"old", "undated"}),
        ("ifølge Reuters i fjor?", set()),
        ("ifølge VG i fjor?", {"undated"}),
    ],
)
def test_articles_of_other_dates_and_publishers_are_not_cited(cited: Callable[[str], set[str]], asked: str, expected: set[str]) -> None:
    assert cited(f"{FLED} {asked}") <= expected
    assert bool(cited(f"{FLED} {asked}")) == bool(expected)


@pytest.mark.parametrize("asked", ["i 2016?", "siden oktober?", "før 2016?", "i Nordvåg?", "ifølge FN?", "?"])
def test_a_window_that_only_weighs_and_a_source_that_is_none_leave_everything(assistant: Assistant, asked: str) -> None:
    plain = assistant.archive.search(f"{FLED} {asked}", language="nb")
    answer = Assistant(assistant.archive, threshold=0, today=lambda: date(2017, 3, 10)).ask(f"{FLED} {asked}")
    assert len(plain.hits) == len(YARD)
    assert len(answer.citations) == 3
    assert answer.searched.source == ""


def test_a_period_that_no_article_is_of_rules_nothing_out(archive_of: Callable[..., Archive]) -> None:
    answer = Assistant(archive_of(*YARD), threshold=0, today=lambda: date(2026, 3, 10)).ask(f"{FLED} siden oktober i fjor?")
    assert len(answer.citations) == 3
    assert answer.searched.window is None


def test_the_answer_says_which_period_and_publisher_were_searched(assistant: Assistant) -> None:
    searched = assistant.ask(f"{FLED} i fjor, ifølge VG?").searched
    assert searched.window == Window("2016-01-01", "2016-12-31", "i fjor", is_relative=True)
    assert searched.source == "VG"


def test_a_source_that_no_article_mentions_is_no_unknown_name(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor mange ansatte sa Storvik verft opp, ifølge Reuters?")
    assert (answer.status, answer.citations[0].doc_id) == (Outcome.ANSWERED, "new")


def test_a_search_is_not_restricted_for_it_cannot_say_so(assistant: Assistant) -> None:
    assert len(assistant.search(f"{FLED} i fjor, ifølge VG?", 10)) == len(YARD)


# How it is said

SAID = Answer(
    question="Hva?", language="nb", status=Outcome.ANSWERED, confidence=0.5, text="Ja. [1]",
    searched=Searched(Extent(4, "2015", "2017", ("nb",)), ("verft",), Window("2016-01-01", "2016-12-31", "i fjor", is_relative=True), "VG"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("searched", "said"),
    [
        (
            SAID.searched,
            "Only articles published by VG. “i fjor” is read as 2016-01-01 to 2016-12-31: articles of other dates are left out, "
            "those without a date are not.",
        ),
    ],
)
def test_a_period_is_said_with_the_words_it_was_taken_from(searched: Searched, said: str) -> None:
    assert describe_limits(searched) == said
    assert describe_search(replace(SAID, searched=searched)).endswith(said)


@pytest.mark.parametrize("status", [Outcome.ANSWERED, Outcome.NOT_FOUND])
def test_the_terminal_and_markdown_say_it_with_every_answer(status: Outcome) -> None:
    out = io.StringIO()
    answer = replace(SAID, status=status)
    Terminal(out).answer(answer)
    assert "“i fjor” is read as 2016-01-01 to 2016-12-31" in out.getvalue()
    assert "“i fjor” is read as 2016" in answer_markdown(answer)


def test_the_json_has_the_window_and_the_source_and_is_read_back() -> None:
    line = answer_json(SAID)
    searched = json.loads(line)["searched"]
    assert searched["source"] == "VG"
    assert searched["window"] == {
        "from": "2016-01-01", "to": "2016-12-31", "text": "i fjor", "is_relative": True, "is_about_publication": False,
        "year_stated": True, "filters": True,
    }  # fmt: skip
    assert read_answer(line) == SAID


def test_an_answer_kept_from_before_there_were_windows_is_read() -> None:
    fields = json.loads(answer_json(SAID))
    del fields["searched"]["window"], fields["searched"]["source"]
    assert read_answer(json.dumps(fields)).searched == Searched(SAID.searched.extent, ("verft",))
