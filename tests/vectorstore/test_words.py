from __future__ import annotations

from hypothesis import given

from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.words import content_words, stems, words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def test_a_number_is_the_same_with_any_thousands_mark() -> None:
    spellings = ("45.000", "45 000", "45,000", "45\u00a0000", "45\u202f000", "45\u2009000", "45000")
    assert {spelling: forms(spelling) for spelling in spellings} == {spelling: ["45000"] for spelling in spellings}
    assert forms("1.234.567 og 12 000 000") == ["1234567", "og", "12000000"]


def test_a_decimal_keeps_its_point() -> None:
    assert forms("3,5 eller 3.5 kl. 14.30") == ["3.5", "eller", "3.5", "kl", "14.30"]


def test_two_numbers_side_by_side_stay_two() -> None:
    assert forms("i 2024 120 hus, 1990-2000") == ["i", "2024", "120", "hus", "1990", "2000"]
    assert forms("45 0000") == ["45", "0000"]


def test_a_number_with_thousands_marks_and_decimals_is_one_word() -> None:
    assert forms("1.234,56 kroner") == ["1234.56", "kroner"]


def test_case_does_not_matter() -> None:
    assert forms("ÅS og Ørsta") == forms("ås OG ØRSTA") == ["ås", "og", "ørsta"]


def test_case_does_not_matter_after_a_digit() -> None:
    assert forms("5G") == forms("5g") == ["5g"]


def test_a_genitive_is_cut_off_acronyms_and_english() -> None:
    assert forms("FNs NATOs FN's") == ["fn", "nato", "fn"]
    assert forms("Norway's Norway’s fishermen") == ["norway", "norway", "fishermen"]
    assert forms("Oslos NRK Nrk") == ["oslos", "nrk", "nrk"]


def test_an_acronym_that_is_spelled_like_a_function_word_is_none() -> None:
    assert forms("IS-kontrollerte byer er IS sine") == ["IS", "kontrollerte", "byer", "er", "IS", "sine"]
    assert [word.form for word in content_words(words("Is it IS fighters?"))] == ["IS", "fighters"]
    assert forms("HVEM ER IS?") == ["hvem", "er", "is"]


def test_an_apostrophe_inside_a_word_has_one_form() -> None:
    assert forms("rock’n’roll O'Brien") == ["rock'n'roll", "o'brien"]


def test_a_hyphenated_word_gives_its_parts() -> None:
    assert forms("IS-kontrollerte covid-19 sam_tale") == ["IS", "kontrollerte", "covid", "19", "sam", "tale"]


def test_a_soft_hyphen_leaves_a_word_whole() -> None:
    assert forms("kommune\u00adstyret") == ["kommunestyret"]


def test_a_letter_and_its_accent_are_composed() -> None:
    assert forms("e\u0301n A\u030as") == ["én", "ås"]


def test_a_word_without_end_is_cut() -> None:
    assert forms("x" * 1000) == ["x" * 64]


def test_a_word_of_digits_without_end_is_cut() -> None:
    assert forms("7" * 1000) == ["7" * 64]


def test_what_is_no_word_is_left_out() -> None:
    assert words("– … «» § % !\n") == []


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    found = words("Raset tok Kari og NATO i Lia 12. mai")
    assert [word.text for word in found if word.is_name] == ["Kari", "NATO", "Lia"]


def test_the_first_word_is_no_name_whatever_stands_before_it() -> None:
    for text in ("Kari kom", "– Kari kom", "«Kari kom", "“Kari kom", " - Kari kom"):
        assert [word.is_name for word in words(text)] == [False, False], text


def test_a_word_is_kept_as_it_stands_beside_its_form() -> None:
    assert [(word.text, word.form) for word in words("FNs 45.000")] == [("FNs", "fn"), ("45.000", "45000")]


def test_inflections_share_a_stem_in_their_own_language() -> None:
    assert set(stems(words("flyktning flyktningen flyktninger flyktningene"), "nb")) == {"flyktning"}
    assert set(stems(words("flyktning flyktningane flyktningar"), "nn")) == {"flyktning"}
    assert stems(words("running houses ferries ferry"), "en") == ["run", "hous", "ferri", "ferri"]


def test_a_stem_depends_on_the_language() -> None:
    assert stems(words("running kommunen"), "nb") == ["running", "kommun"]
    assert stems(words("running kommunen"), "en") == ["run", "kommunen"]


def test_a_name_has_the_stem_it_would_have_as_a_word() -> None:
    assert stems(words("Bruene og bruene, sa Bruene"), "nb")[0] == stems(words("bruene"), "nb")[0]
    assert len(set(stems(words("Hansen sa Hansen"), "nb"))) == 2


def test_function_words_of_any_language_say_nothing() -> None:
    assert [word.form for word in content_words(words("Hvor mange ble evakuert i Lia?"))] == ["evakuert", "lia"]
    assert [word.form for word in content_words(words("Kven er han, and what does the mayor say?"))] == ["mayor", "say"]


@PROPERTY
@given(text=ANY_TEXT)
def test_every_word_of_any_text_has_a_form_without_blanks_and_a_stem(text: str) -> None:
    found = words(text)
    assert all(word.form and word.form.split() == [word.form] for word in found)
    assert len(stems(found, "nb")) == len(stems(found, "en")) == len(found)


def test_a_long_run_of_names_takes_no_more_than_its_length() -> None:
    found = words("A " * 200_000)
    assert [word.is_name for word in (found[0], found[1], found[-1])] == [False, True, True]
