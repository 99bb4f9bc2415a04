"""Who said it, who passed it on, and whether it is confirmed: in the answer and on every surface."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from assistant import Answer, Assistant
from assistant.rendering import answer_json, answer_markdown
from assistant.rendering.json import read_answer
from assistant.rendering.terminal import Terminal
from vectorstore import Archive, Article, Published

SLIDE = Article(
    "slide",
    "Raset gikk natt til tirsdag. Kari Lunde leder redningen i Hellvika.\n"
    "– Vi har evakuert over 120 personer fra Elvebakken, sier hun til NTB.\n"
    "To menn skal ha blitt tatt av raset på Elvebakken.",
    title="Ras på Elvebakken", publisher="Hellvika Avis", published=Published("2024-10-09"), language="nb",
)  # fmt: skip


@pytest.fixture
def ask(archive_of: Callable[..., Archive]) -> Callable[[str], Answer]:
    return Assistant(archive_of(SLIDE), threshold=0).ask


def surfaces(answer: Answer) -> list[str]:
    out = io.StringIO()
    Terminal(out).answer(answer)
    return [out.getvalue(), answer_markdown(answer)]


def test_a_citation_names_speaker_outlet_and_publisher_apart(ask: Callable[[str], Answer]) -> None:
    citation = ask("Hvor mange er evakuert fra Elvebakken?").citations[0]
    assert (citation.speaker, citation.reported_by, citation.publisher) == ("Kari Lunde", ("NTB",), "Hellvika Avis")


def test_every_surface_shows_the_chain_from_speaker_to_publisher(ask: Callable[[str], Answer]) -> None:
    for shown in surfaces(ask("Hvor mange er evakuert fra Elvebakken?")):
        assert "said by Kari Lunde" in shown
        assert "reported by NTB" in shown
        assert "published by Hellvika Avis" in shown


def test_a_claim_has_its_speaker_and_the_figure_that_answers(ask: Callable[[str], Answer]) -> None:
    claim = ask("Hvor mange er evakuert fra Elvebakken?").claims[0]
    assert claim.speaker == "Kari Lunde"
    assert claim.figure is not None
    assert (claim.figure.value, claim.figure.qualifier, claim.figure.unit) == (120, "over", "personer")


def test_what_is_reported_and_not_confirmed_is_marked_on_every_surface(ask: Callable[[str], Answer]) -> None:
    answer = ask("Hvem skal ha blitt tatt av raset på Elvebakken?")
    assert answer.claims[0].hedged
    assert answer.citations[0].hedged
    assert all("reported, not confirmed" in shown for shown in surfaces(answer))


def test_plain_fact_is_not_marked(ask: Callable[[str], Answer]) -> None:
    answer = ask("Hvor mange er evakuert fra Elvebakken?")
    assert not answer.claims[0].hedged


def test_the_json_has_it_all_and_is_read_back(ask: Callable[[str], Answer]) -> None:
    answer = ask("Hvor mange er evakuert fra Elvebakken?")
    citation = json.loads(answer_json(answer))["citations"][0]
    assert (citation["speaker"], citation["reported_by"], citation["hedged"]) == ("Kari Lunde", ["NTB"], False)
    assert read_answer(answer_json(answer)).citations[0].reported_by == ("NTB",)
