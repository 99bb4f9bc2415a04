from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from assistant.evidence import REREAD, Evidence, weigh
from assistant.questions import read_question
from assistant.ranking.features import table_of, text_features
from tests.fakes import LengthReader
from vectorstore import Archive, Article, BlockKind, Found, Hit, Scores, Sentence
from vectorstore.archive import Query
from vectorstore.ranking import Sought

ALIKE = Scores(words=0.8, article=0.8, cover=0.5, around=0.5, english_words=0.8, english_article=0.8, english_cover=0.5, vector=0.5)
FAR_BELOW = Scores()


def hit(text: str, *, doc: str = "a", number: int = 1, kind: BlockKind = BlockKind.BODY, scores: Scores = ALIKE, score: float = 0.0) -> Hit:
    sentence = Sentence(number, 0, len(text), text, kind, "nb")
    return Hit(Article(doc, text), sentence, scores, score)


def found(question: str, *hits: Hit) -> Found:
    nothing = Sought({}, {})
    query = Query(question, "", (), (), frozenset(), nothing, nothing, np.zeros(1, dtype=np.float32))
    return Found(query, hits)


def first_for(question: str, *texts: str) -> str:
    hits = [hit(text, number=number) for number, text in enumerate(texts, start=1)]
    return weigh(read_question(question), found(question, *hits)).hits[0].sentence.text


def test_how_many_prefers_a_sentence_with_a_number_not_asked_with() -> None:
    plain, counted = "Mange ble hentet ut av husene tirsdag.", "Minst 120 ble hentet ut av husene."
    assert first_for("Hvor mange ble hentet ut?", plain, counted) == counted
    spelt = "Elleve ble hentet ut av husene tirsdag."
    assert first_for("How many were brought out?", plain, spelt) == spelt


def test_a_number_that_stands_in_the_question_does_not_answer_how_many() -> None:
    repeated, new = "Kommunen sa tallet for 2019 var ukjent.", "Kommunen sa tallet var 340 den gangen."
    assert first_for("Hvor mange var det i 2019?", repeated, new) == new


def test_when_prefers_a_sentence_with_a_time_not_asked_with() -> None:
    plain, dated = "Streiken startet etter at meklingen brøt sammen.", "Streiken startet etter brudd i meklingen mandag."
    assert first_for("Når startet streiken?", plain, dated) == dated
    yearly = "The strike began after talks failed in 2024."
    assert first_for("When did the strike begin?", "The strike began after talks failed in Hellvika.", yearly) == yearly


def test_why_prefers_a_sentence_with_a_reason() -> None:
    plain, reasoned = "Ferja ligger ved kai i Hellvika nå.", "Ferja ligger ved kai fordi mannskapet streiker."
    assert first_for("Hvorfor ligger ferja ved kai?", plain, reasoned) == reasoned
    english = "The ferry is idle because the crew is on strike."
    assert first_for("Why is the ferry idle?", "The ferry is idle and lies at the quay today.", english) == english


def test_where_prefers_a_sentence_with_a_name_not_asked_with() -> None:
    plain, placed = "Anlegget ligger ytterst mot havet og vinden.", "Anlegget ligger ytterst mot Torvika på Storøya."
    assert first_for("Hvor ligger anlegget?", plain, placed) == placed


def test_a_statement_prefers_the_sentence_in_its_own_words() -> None:
    reworded, own = "Evakueringen i Nordvåg gjaldt 164 innbyggere.", "Politiet evakuerte 164 personer i Nordvåg."
    assert first_for("Politiet har evakuert 164 personer i Nordvåg", reworded, own) == own


def test_each_question_has_the_weights_of_its_language_and_a_statement_its_own() -> None:
    questions = ("Hva er stengt?", "Kva er ikkje stengt?", "What is closed?")
    statements = ("Havna i Storvik er stengt.", "The harbour of Storvik is closed.")
    assert [table_of(read_question(text)) for text in questions] == ["no", "no", "en"]
    assert [table_of(read_question(text)) for text in statements] == ["statement", "statement"]


def exact(question: str, text: str) -> float:
    return text_features(read_question(question), hit(text))["exact"]


def test_exact_is_the_share_of_the_words_asked_with_that_stand_in_the_sentence_as_they_are() -> None:
    assert exact("Hvor ligger havna i Storvik?", "HAVNA ligger øst for Storvik.") == 1.0
    assert exact("Hvor ligger havna i Storvik?", "Storvik har to havner.") == pytest.approx(1 / 3)
    assert exact("Hvor ligger havna i Storvik?", "Byen har to havner.") == 0.0


def test_function_words_are_not_asked_with() -> None:
    assert exact("Hvor ligger den i byen?", "Den i Storvik er stengt.") == 0.0
    assert exact("Hvor er den?", "Hvor er den nå?") == 0.0


def test_what_the_archive_scores_higher_comes_first() -> None:
    low, high = hit("Byen har en havn.", doc="low", scores=FAR_BELOW), hit("Havna er stengt.", doc="high")
    evidence = weigh(read_question("Hva er stengt?"), found("Hva er stengt?", low, high))
    assert [each.article.id for each in evidence.hits] == ["high", "low"]
    assert evidence.hits[0].score > evidence.hits[1].score


def test_equal_hits_keep_one_order_however_they_come() -> None:
    first, second, third = hit("Ei ferje.", doc="a", number=2), hit("Ei hytte.", doc="a", number=3), hit("Ei brygge.", doc="b")
    question = read_question("Ferje?")
    forward, backward = found("Ferje?", first, second, third), found("Ferje?", third, second, first)
    assert weigh(question, forward).hits == weigh(question, backward).hits


def test_a_sentence_printed_twice_is_shown_once_and_the_better_one_stays() -> None:
    better = hit("Havna i Storvik er stengt.", doc="original")
    worse = hit("– Havna i Storvik er stengt!", doc="copy", scores=FAR_BELOW)
    other = hit("Havna i Storvik er åpen.", doc="other", scores=FAR_BELOW)
    evidence = weigh(read_question("Er havna stengt?"), found("Er havna stengt?", worse, better, other))
    assert {each.article.id for each in evidence.hits} == {"original", "other"}


def test_a_headline_is_not_cited_where_the_body_says_something() -> None:
    headline = hit("Havna stengt", doc="a", kind=BlockKind.HEADLINE, score=9.0)
    body = hit("Havna er stengt siden mandag.", doc="a", number=2, score=1.0)
    assert Evidence((headline, body), 0.9).answers() == (body,)


def test_a_headline_is_cited_where_there_is_nothing_else() -> None:
    headline = hit("Havna stengt", kind=BlockKind.HEADLINE, score=9.0)
    assert Evidence((headline,), 0.9).answers() == (headline,)


def test_only_hits_that_come_near_to_the_first_are_cited() -> None:
    first, near, far = hit("A.", score=5.0), hit("B.", number=2, score=4.9), hit("C.", number=3, score=0.1)
    assert Evidence((first, near, far), 0.9).answers() == (first, near)


def test_no_more_than_asked_for_are_cited() -> None:
    hits = tuple(hit(f"Setning {number}.", number=number, score=5.0) for number in range(1, 9))
    assert Evidence(hits, 0.9).answers() == hits[:3]
    assert Evidence(hits, 0.9).answers(most=1) == hits[:1]


def test_nothing_found_is_no_evidence_and_no_confidence() -> None:
    evidence = weigh(read_question("Hva er stengt?"), found("Hva er stengt?"))
    assert (evidence.hits, evidence.confidence, evidence.answers()) == ((), 0.0, ())


def test_confidence_grows_with_what_the_sentence_covers() -> None:
    question = read_question("Hva er stengt?")
    whole = Scores(words=1, article=1, cover=1, around=1, english_words=1, english_article=1, english_cover=1, english_around=1, vector=0.9)
    strong = weigh(question, found("Hva er stengt?", hit("Havna er stengt.", scores=whole)))
    weak = weigh(question, found("Hva er stengt?", hit("Havna er stengt.", scores=FAR_BELOW)))
    assert 0 <= weak.confidence < strong.confidence <= 1


def test_a_name_that_the_archive_has_nowhere_leaves_no_confidence(archive_of: Callable[..., Archive]) -> None:
    archive = archive_of(Article("a", "Statsminister Solheim åpnet brua i Storvik mandag.", language="nb"))

    def confidence(text: str) -> float:
        question = read_question(text)
        return weigh(question, archive.search(text, language=question.language)).confidence

    assert confidence("Når åpnet statsminister Solheim brua i Storvik?") > 0
    assert confidence("Når åpnet statsminister Solheim brua i Drammen?") == 0
    assert confidence("Når åpnet statsminister Berglund brua i Storvik?") == 0


def test_a_name_in_its_genitive_is_known_to_the_archive(archive_of: Callable[..., Archive]) -> None:
    archive = archive_of(Article("a", "Ordføreren i Storvik åpnet brua mandag.", language="nb"))
    question = read_question("Når åpnet Storviks ordfører brua?")
    assert weigh(question, archive.search(question.text, language="nb")).confidence > 0


def test_confidence_is_that_of_the_sentence_to_cite_and_not_of_a_headline_before_it() -> None:
    question = read_question("Er havna stengt?")
    headline = hit("Havna stengt fra mandag", kind=BlockKind.HEADLINE)
    body = hit("Ferja går som vanlig.", number=2, scores=FAR_BELOW)
    with_headline = weigh(question, found(question.text, headline, body))
    assert with_headline.hits[0].sentence.kind is BlockKind.HEADLINE
    assert with_headline.confidence == weigh(question, found(question.text, body)).confidence


def test_a_reader_ranks_the_likeliest_again_and_the_others_follow_in_their_order() -> None:
    question, reader = read_question("Hva er stengt?"), LengthReader()
    hits = [hit(f"Havn {number} er stengt{' igjen' * number}.", number=number) for number in range(1, REREAD + 6)]
    plain = weigh(question, found(question.text, *hits)).hits
    read = weigh(question, found(question.text, *hits), reader).hits
    assert reader.read == [each.sentence.text for each in plain[:REREAD]]
    assert read[0].sentence.text == max(reader.read, key=len)
    assert [each.sentence for each in read[REREAD:]] == [each.sentence for each in plain[REREAD:]]
    scores = [each.score for each in read]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("text", ["Havna i Storvik er stengt siden mandag.", "De mobbet meg!", "«De bare leker.»"])
def test_what_asks_nothing_is_not_read_with_its_candidates(text: str) -> None:
    reader = LengthReader()
    weigh(read_question(text), found(text, hit("Havna er stengt."), hit("Ei ferje går.", number=2)), reader)
    assert reader.read == []


def test_with_a_reader_nothing_found_is_no_evidence_either() -> None:
    assert weigh(read_question("Hva er stengt?"), found("Hva er stengt?"), LengthReader()).hits == ()
