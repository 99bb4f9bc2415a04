from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Outcome
from tests.fakes import WordEmbedder
from vectorstore import EVIDENCE_KINDS, Archive, Article, BlockKind, Found, MiniLM, QueryUnusable
from vectorstore.archive import open_for_writing

ANSWERED: tuple[tuple[str, str, str], ...] = (
    (
        "Hvor mange millimeter regn falt det i Nordvåg før raset?",
        "ras-i-nordvaag-2",
        "Det falt 92 millimeter regn i Nordvåg de tre siste døgnene før raset, viser tall fra Meteorologisk institutt.",
    ),
    (
        "Hvor mange husstander i Hellvika må koke drikkevannet?",
        "kokevarsel-hellvika",
        "3.200 husstander i Hellvika må koke drikkevannet til minst mandag, "
        "etter at det ble funnet E. coli-bakterier i vannet fra Tverrvatnet vannverk.",
    ),
    (
        "Hva vedtok kommunestyret i Skarvdal om vindkraftverk på Kaldvassfjellet torsdag kveld?",
        "vindkraft-kaldvassfjellet",
        "Kommunestyret i Skarvdal vedtok torsdag kveld med 14 mot 11 stemmer å gå videre med planene "
        "om et vindkraftverk på Kaldvassfjellet.",
    ),
    (
        "Når forliste skøyta «Havbris» utenfor Skarvøya?",
        "portrett-aslaug-tindvaer",
        "Natt til 18. januar 1976 forliste skøyta «Havbris» utenfor Skarvøya.",
    ),
    (
        "Når fikk politiet den første meldingen?",
        "ras-i-nordvaag-1",
        "Politiet fikk den første meldingen klokka 04.17.",
    ),
    (
        "Når vedtok kommunestyret i Breidsund å leggje ned Ytre Fjellså skule?",
        "skulenedlegging-fjellsaa",
        "Kommunestyret i Breidsund vedtok torsdag 30. januar å leggje ned Ytre Fjellså skule frå hausten.",
    ),
    (
        "Kor mange elevar skal flyttast til Breidsund skule?",
        "skulenedlegging-fjellsaa",
        "Dei 31 elevane skal flyttast til Breidsund skule, som ligg 24 kilometer unna.",
    ),
    (
        "Kva kan ha utløyst raset, ifølgje Øvrelid?",
        "nordvaag-npk",
        "– Erosjon i elva kan ha utløyst raset, men det er for tidleg å slå fast noko, seier Øvrelid.",
    ),
    (
        "How many evacuees has the Red Cross registered in Nordvåg?",
        "nordvaag-landslide",
        "The Red Cross has registered 150 evacuees at a school and a hotel in Nordvåg, said Anders Tveiten, who leads the local branch.",
    ),
    (
        "How many wounded people had the clinic in Dovrek treated?",
        "karvania-camp-attack",
        "Bridges for Relief said its clinic in Dovrek had treated 37 wounded people by Saturday noon.",
    ),
    (
        "By how many votes did the council in Skarvdal reject the wind farm?",
        "kaldvassfjellet-wind-vote",
        "The municipal council in Skarvdal, Norway, has rejected a smaller version of a wind farm on the mountain "
        "Kaldvassfjellet by 13 votes to 12, nine months after it agreed to take the project forward.",
    ),
    (
        "Who won the 2024 Coastal Lantern Prize?",
        "book-prize-haarklau",
        "The Norwegian writer Sunniva Hårklau has won the 2024 Coastal Lantern Prize for «Saltmåneder» (Salt Months), "
        "a novel about the families left waiting when a trawler fails to return.",
    ),
    (
        "How many households in Hellvika must boil their drinking water?",
        "kokevarsel-hellvika",
        "3.200 husstander i Hellvika må koke drikkevannet til minst mandag, "
        "etter at det ble funnet E. coli-bakterier i vannet fra Tverrvatnet vannverk.",
    ),
    (
        "By how many votes did the board of Helse Sundland decide to merge the hospitals in Hellvika and Vestmyra?",
        "sykehus-langmoen",
        "Styret i Helse Sundland vedtok torsdag med åtte mot tre stemmer å slå sammen sykehusene i Hellvika og Vestmyra.",
    ),
    (
        "Hvor mange dollar har UNHCR bedt giverne om?",
        "karvania-displaced-january",
        "UNHCR has asked donors for 140 million dollars and has so far received 31 per cent of it.",
    ),
)

NEVER_EVIDENCE = (
    "Ordføreren: Vi var ikke varslet",
    "Så mye regnet det i helgen",
    "Ekteparet var på hytta: – Vi visste ingenting",
    "Ferja må gå, men ikke for enhver pris",
    "Slik gikk det i ferjestreiken i 2018",
    "Øya som ventar",
    "Varsi: Vi er ikke imot strøm",
    "Slik røysta kvar representant",
    "Slik kan det nye sykehuset bli",
    "Spillerbørs: Finalehelten får full pott",
    "Dette er krigen i Karvania",
    "Read more: Counting the displaced in Karvania",
    "Foto: Kari Strand / NTB",
    "Photo: Pavel Dorin / Reuters",
    "Foto: Mikkel Aune / Sundlandsposten",
    "(©NTB)",
    "Saken fortsetter under bildet.",
    "Saka held fram under biletet.",
    "Story continues below",
    "Annonse",
    "Del på Facebook",
    "Publisert: 06.05.2024 kl. 09.20",
)
"""Teasers, credits and boilerplate that stand word for word in the example articles."""


@pytest.fixture
def assistant(example_archive: Archive) -> Assistant:
    return Assistant(example_archive)


@pytest.fixture(scope="module")
def answers(example_folder: Path, minilm: MiniLM) -> list[Answer]:
    """The answers to all questions above, those that quote what is no evidence with threshold 0."""
    with Archive.open(example_folder, minilm) as archive:
        calm, eager = Assistant(archive), Assistant(archive, threshold=0)
        return [*(calm.ask(question) for question, _, _ in ANSWERED), *map(eager.ask, NEVER_EVIDENCE)]


@pytest.mark.parametrize(("question", "doc_id", "sentence"), ANSWERED, ids=[question for question, _, _ in ANSWERED])
def test_a_question_is_answered_by_the_sentence_that_answers_it(assistant: Assistant, question: str, doc_id: str, sentence: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Outcome.ANSWERED
    assert (answer.citations[0].doc_id, answer.citations[0].text) == (doc_id, sentence)
    assert answer.text.startswith(f"{sentence} [1]")
    assert answer.nearest == ()


def test_a_citation_is_exactly_the_span_of_the_article_that_the_catalog_keeps(answers: list[Answer], example_archive: Archive) -> None:
    cited = [citation for answer in answers for citation in answer.shown]
    assert len(cited) > 20
    for citation in cited:
        row = example_archive.article(citation.doc_id)
        assert row.article.text[citation.start : citation.end] == citation.text
        assert row.article.version == citation.version
        assert row.sentences[citation.sentence - 1].text == citation.text
        assert (row.article.title, row.article.publisher, row.article.url) == (citation.title, citation.publisher, citation.url)


def test_a_cited_sentence_stands_between_the_evidence_beside_it(answers: list[Answer], example_archive: Archive) -> None:
    for answer in answers:
        for citation in answer.shown:
            evidence = ["", *(each.text for each in example_archive.article(citation.doc_id).sentences if each.is_evidence), ""]
            windows = [tuple(evidence[at - 1 : at + 2]) for at in range(1, len(evidence) - 1)]
            assert (citation.before, citation.text, citation.after) in windows


def test_each_claim_is_one_cited_sentence_and_carries_its_number_and_date(answers: list[Answer]) -> None:
    for answer in answers:
        assert [(claim.text, claim.citations) for claim in answer.claims] == [(each.text, (each.number,)) for each in answer.citations]
        assert [claim.as_of for claim in answer.claims] == [each.published or None for each in answer.citations]
        assert answer.text == " ".join(f"{each.text} [{each.number}]" for each in answer.citations)


def test_at_most_three_sentences_are_cited_numbered_from_one_and_none_twice(answers: list[Answer]) -> None:
    for answer in answers:
        assert [each.number for each in answer.citations] == list(range(1, len(answer.citations) + 1))
        assert 1 <= len(answer.citations) <= 3
        assert len({each.text for each in answer.citations}) == len(answer.citations)


def test_confidence_is_a_share(answers: list[Answer]) -> None:
    assert all(0 <= answer.confidence <= 1 for answer in answers)


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    for question, _, _ in ANSWERED[:3]:
        assert assistant.ask(question) == assistant.ask(question)


def test_teasers_credits_and_boilerplate_are_never_cited(answers: list[Answer], example_archive: Archive) -> None:
    texts = [article.text for article in example_archive.articles()]
    for quoted, answer in zip(NEVER_EVIDENCE, answers[len(ANSWERED) :], strict=True):
        assert any(quoted in text for text in texts), quoted
        assert {citation.block for citation in answer.citations} <= EVIDENCE_KINDS, quoted
        shown = [text for each in answer.citations for text in (each.before, each.text, each.after)]
        assert [text for text in shown if quoted in text] == []


def test_a_search_finds_only_evidence_and_each_sentence_once(assistant: Assistant) -> None:
    hits = assistant.search("Del på Facebook: raset i Nordvåg, foto Kari Strand / NTB", 100)
    assert len(hits) > 10
    assert {hit.sentence.kind for hit in hits} <= EVIDENCE_KINDS
    assert len({(hit.article.id, hit.sentence.number) for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_search_returns_no_more_than_asked_for(assistant: Assistant) -> None:
    assert len(assistant.search("raset i Nordvåg", 4)) == 4


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("Hva sa statsministeren om brua i Drammen?", "nb", "Drammen er ikke nevnt i arkivet."),
        ("Kva seier ikkje statsråden om brua i Drammen?", "nn", "Drammen er ikkje nemnd i arkivet."),
        ("How many people were hurt in the fire in Springfield?", "en", "Springfield is not mentioned in the archive."),
        ("Did Angela Merkel visit Springfield?", "en", "Angela Merkel and Springfield are not mentioned in the archive."),
        ("Hva koster en billett til månen?", "nb", "Arkivet svarer ikke på dette."),
    ],
)
def test_what_the_archive_does_not_know_is_not_found_with_the_nearest_and_what_was_searched(
    assistant: Assistant, question: str, language: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.language, answer.text) == (Outcome.NOT_FOUND, language, said)
    assert (answer.citations, answer.claims, answer.conflicts) == ((), (), ())
    assert [each.number for each in answer.nearest] == [1, 2, 3]
    assert answer.shown == answer.nearest
    extent = answer.searched.extent
    assert (extent.articles, extent.first, extent.last, extent.languages) == (24, "2024-01-25", "2025-06-10", ("en", "nb", "nn"))
    assert {"drammen", "springfield", "månen"} & set(answer.searched.queries)
    assert not {"om", "i", "the", "in"} & set(answer.searched.queries)


def test_threshold_0_answers_always_and_threshold_1_never(example_archive: Archive) -> None:
    questions = ["Hva sa statsministeren om brua i Drammen?", "og i på", *(question for question, _, _ in ANSWERED[:4])]
    eager, strict = Assistant(example_archive, threshold=0), Assistant(example_archive, threshold=1)
    assert {eager.ask(question).status for question in questions} == {Outcome.ANSWERED}
    assert {strict.ask(question).status for question in questions} == {Outcome.NOT_FOUND}


def test_an_empty_archive_answers_nothing_whatever_the_threshold(archive_of: Callable[..., Archive]) -> None:
    answer = Assistant(archive_of(), threshold=0).ask("Hva er stengt?")
    assert (answer.status, answer.citations) == (Outcome.NOT_FOUND, ())


def test_a_damaged_sentence_carries_what_it_lost(example_archive: Archive) -> None:
    answer = Assistant(example_archive, threshold=0).ask("Since when has the road from Velisk been closed to civilian traffic?")
    (citation,) = [each for each in answer.citations if "road from Velisk" in each.text]
    assert citation.text == ", as the road from Velisk has been closed to civilian traffic since Thursday."
    assert citation.damage == "the beginning is missing"


def test_whole_sentences_carry_no_damage(assistant: Assistant) -> None:
    assert {assistant.ask(question).citations[0].damage for question, _, _ in ANSWERED} == {""}


def test_a_caption_is_cited_as_a_caption(example_archive: Archive) -> None:
    answer = Assistant(example_archive, threshold=0).ask("Hvem henter vann ved rådhuset i Hellvika torsdag kveld?")
    (citation,) = [each for each in answer.citations if each.text.startswith("KØ:")]
    assert (citation.block, citation.text) == (
        BlockKind.CAPTION,
        "KØ: Innbyggere henter vann ved rådhuset i Hellvika torsdag kveld.",
    )


def test_the_correction_is_evidence(example_archive: Archive) -> None:
    answer = Assistant(example_archive, threshold=0).ask("Hva skrev vi i en tidligere versjon av saken at kokevarselet gjaldt?")
    assert BlockKind.CORRECTION in {each.block for each in answer.citations}


@pytest.mark.parametrize("text", ["", "   \n", "???", "– … «»", "x " * 6000])
def test_a_question_that_cannot_be_asked_is_refused_or_answered_by_saying_why(example_archive: Archive, text: str) -> None:
    assistant = Assistant(example_archive)
    with pytest.raises(QueryUnusable) as refused:
        assistant.ask(text)
    answer = assistant.ask_anything(text)
    assert (answer.status, answer.confidence, answer.text) == (Outcome.NOT_FOUND, 0.0, str(refused.value))
    assert (answer.shown, answer.searched.extent.articles) == ((), 24)
    assert len(answer.question) <= 500


def test_a_question_in_capitals_or_with_odd_blanks_gets_the_same_sentence(assistant: Assistant) -> None:
    plain = assistant.ask("Når fikk politiet den første meldingen?").citations[0].text
    assert assistant.ask("  når \t fikk  politiet\nden første meldingen ??").citations[0].text == plain


def test_query_syntax_means_nothing(assistant: Assistant) -> None:
    for text in ('"Nordvåg" AND (raset) NEAR/2 *', "Nordvåg' ; DROP TABLE articles; --", "[Nordvåg]{2} \\ ^~ raset:*"):
        assert any("Nordvåg" in hit.sentence.text for hit in assistant.search(text, 10)), text


def test_a_removed_article_is_cited_no_more_by_an_archive_that_is_open(archive_of: Callable[..., Archive], embedder: WordEmbedder) -> None:
    archive = archive_of(
        Article("old", "Havna i Storvik er stengt siden mandag.", language="nb"),
        Article("new", "Brua i Storvik er åpen igjen fra tirsdag.", language="nb"),
    )
    assistant = Assistant(archive, threshold=0)
    assert assistant.ask("Når er havna i Storvik stengt?").citations[0].doc_id == "old"
    with open_for_writing(archive.folder, embedder) as writer:
        writer.remove("old")
    answer = assistant.ask("Når er havna i Storvik stengt?")
    assert {each.doc_id for each in answer.shown} == {"new"}
    assert answer.searched.extent.articles == 1


def test_a_corrected_article_is_cited_in_its_new_version(archive_of: Callable[..., Archive], embedder: WordEmbedder) -> None:
    archive = archive_of(Article("vote", "Skarvdal sa ja med 14 mot 11 stemmer.", language="nb"))
    assistant = Assistant(archive, threshold=0)
    with open_for_writing(archive.folder, embedder) as writer:
        writer.run([Article("vote", "Skarvdal sa nei med 13 mot 12 stemmer.", language="nb")], lambda _: None)
    (citation,) = assistant.ask("Hvor mange stemmer fikk Skarvdal?").citations
    assert (citation.text, citation.version) == ("Skarvdal sa nei med 13 mot 12 stemmer.", 2)


@pytest.mark.parametrize("text", [None, "Brua er åpen. Havna er åpen. Ferja går."], ids=["removed", "changed"])
def test_an_article_that_changes_between_search_and_citing_is_cited_as_it_was_found(
    archive_of: Callable[..., Archive], embedder: WordEmbedder, text: str | None
) -> None:
    archive = archive_of(Article("a", "Brua er åpen. Havna i Storvik er stengt. Ferja går.", language="nb"))
    search = archive.search

    def search_then_change(asked: str, *, language: str = "") -> Found:
        found = search(asked, language=language)
        with open_for_writing(archive.folder, embedder) as writer:
            writer.remove("a") if text is None else writer.run([Article("a", text, language="nb")], lambda _: None)
        return found

    archive.search = search_then_change  # type: ignore[method-assign]
    citation = Assistant(archive, threshold=0).ask("Er havna i Storvik stengt?").citations[0]
    assert (citation.text, citation.before, citation.after) == ("Havna i Storvik er stengt.", "Brua er åpen.", "Ferja går.")
