from __future__ import annotations

from vectorstore.language import detect, detect_block

BOKMAAL = "Jeg vet ikke hva de gjør, sier hun."
NYNORSK = "Eg veit ikkje kva dei gjer, seier ho."
ENGLISH = "They said that they would have been there before the others."


def test_each_language_is_told_by_its_function_words() -> None:
    assert (detect(BOKMAAL), detect(NYNORSK), detect(ENGLISH)) == ("nb", "nn", "en")


def test_a_short_question_is_enough() -> None:
    assert [detect(question) for question in ("Hvem bombet Mosul?", "Kven bomba Mosul?", "Who bombed Mosul?")] == ["nb", "nn", "en"]


def test_capitals_do_not_hide_a_language() -> None:
    assert (detect(BOKMAAL.upper()), detect(NYNORSK.upper()), detect(ENGLISH.upper())) == ("nb", "nn", "en")


def test_a_text_without_function_words_has_the_default() -> None:
    for text in ("", "   ", "45.000", "Oslo, Bergen", "Kommunestyret vedtok budsjettet torsdag."):
        assert detect(text) == ""
        assert detect(text, default="nn") == "nn"


def test_norwegian_that_may_be_either_standard_has_the_default_or_is_bokmaal() -> None:
    assert detect("Vi vil ha det slik.") == "nb"
    assert detect("Vi vil ha det slik.", default="nn") == "nn"
    assert detect("Vi vil ha det slik.", default="en") == "nb"


def test_marks_of_one_standard_beat_the_default() -> None:
    assert detect(NYNORSK, default="nb") == "nn"
    assert detect(BOKMAAL, default="nn") == "nb"


def test_only_the_beginning_of_a_long_text_decides() -> None:
    beginning = f"{ENGLISH} " * 400
    assert len(beginning) > 20_000
    assert detect(beginning + f"{BOKMAAL} " * 2000) == "en"
    assert detect("7" * 20_000 + f" {BOKMAAL}", default="") == ""


def test_a_block_keeps_the_language_of_its_article_unless_it_clearly_differs() -> None:
    assert detect_block("Hun sa «it is what it is» og gikk.", "nb") == "nb"
    assert detect_block("Ikkje noko.", "nb") == "nb"
    assert detect_block("Fred i Lia", "en") == "en"


def test_a_block_clearly_in_another_language_has_its_own() -> None:
    assert detect_block(ENGLISH, "nb") == "en"
    assert detect_block(NYNORSK, "nb") == "nn"
    assert detect_block(BOKMAAL, "en") == "nb"


def test_a_block_of_an_article_in_a_language_unknown_here_is_left_in_it() -> None:
    assert detect_block("Tere hommikust", "et") == "et"
