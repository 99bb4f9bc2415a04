from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.texts import PROPERTY
from vectorstore.folding import MONTHS, NUMBER_WORDS, SCALES, fold_date, fold_number, scaled
from vectorstore.words import words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


def numbers(text: str) -> list[str]:
    """The forms of a text but for its scale words, which stay beside what they multiply."""
    return [form for form in forms(text) if form not in SCALES]


SPELLINGS = {
    "45000": "45.000; 45 000; 45,000; 45\u00a0000; 45\u202f000; 45\u2009000; 45000; 45 tusen; 45 thousand; 45 TUSEN; førtifem tusen",
    "3500000": "3,5 millioner; 3.5 million; 3,5 millionar; 3,5 mill; 3.5 mln; 3.500.000; 3 500 000; 3,500,000",
    "1200000000": "1,2 mrd; 1.2 billion; 1,2 milliarder; 1,2 milliardar; 1.2 bn; 1.200.000.000; 1200 millioner",
    "500000": "fem hundre tusen; five hundred thousand; femhundre tusen; 500 tusen; 500.000; 500,000; 0,5 millioner",
    "200": "to hundre; two hundred; tohundre; 200",
    "1000000": "en million; ein million; a million; one million; 1 million; 1.000.000",
    "2000000000000": "2 billioner; 2 billionar; 2 trillion; to billioner",
    "12": "tolv; Tolv; twelve; 12; 12th",
    "45": "førtifem; forty-five; 45; 45th; 45TH",
    "27": "tjuesju; tjuesyv; twenty-seven; 27",
    "31000": "trettien tusen; thirty-one thousand; 31.000",
    "1234.56": "1.234,56; 1 234,56; 1,234.56; 1234,56",
}


@pytest.mark.parametrize("form", SPELLINGS)
def test_a_number_has_one_form_however_it_is_written(form: str) -> None:
    spellings = SPELLINGS[form].split("; ")
    assert {spelling: numbers(spelling) for spelling in spellings} == {spelling: [form] for spelling in spellings}


@pytest.mark.parametrize(
    "text",
    [
        *("19.02.2017", "19.2.2017", "19.02.17", "19.2.17", "2017-02-19", "19/02/2017", "19/2/2017", "19/2-17", "19/2-2017", "2/19/2017"),
        *("19. februar 2017", "19 feb. 2017", "19 February 2017", "February 19th, 2017", "Feb 19, 2017", "19th February 2017"),
        *("19. FEBRUAR 2017", "19.\u00a0februar 2017"),
    ],
)
def test_a_date_has_day_month_and_year_however_it_is_written(text: str) -> None:
    assert sorted(forms(text)) == ["19", "2017", "february"]


def test_a_month_has_one_name_in_all_languages() -> None:
    for names in ("januar january jan", "mars march", "mai may", "juni june jun", "september sept sep", "oktober october okt oct"):
        assert len({MONTHS[name] for name in names.split()}) == 1, names
    assert len(set(MONTHS.values())) == 12
    assert {forms(month.upper())[0] for month in MONTHS} == set(MONTHS.values())


def test_what_looks_like_a_date_or_number_and_is_none_keeps_its_parts() -> None:
    kept = {
        "14.30": ["14.30"],
        "1.2.3": ["1.2", "3"],
        "120 hus i 2024": ["120", "hus", "i", "2024"],
        "i 2024 120 hus": ["i", "2024", "120", "hus"],
        "2017-2019": ["2017", "2019"],
        "3-2": ["3", "2"],
        "1, 2, 3": ["1", "2", "3"],
        "10, 20 og 30": ["10", "20", "og", "30"],
        "45, 000": ["45", "000"],
        "45 0000": ["45", "0000"],
        "1. mai og 2. juni": ["1", "mai", "og", "2", "june"],
        "a party-one": ["a", "party", "one"],
    }
    assert {text: forms(text) for text in kept} == kept


def test_a_number_word_that_is_another_word_too_stays_one() -> None:
    kept = ("fire", "to", "tre", "ti", "ni", "en", "ei", "et", "a", "one", "null")
    assert {word: forms(word) for word in kept} == {word: [word] for word in kept}
    assert forms("to the fire") == ["to", "the", "fire"]


def test_a_number_word_multiplies_a_scale_word_though_it_is_another_word_too() -> None:
    assert numbers("fire tusen") == ["4000"]
    assert numbers("to millioner og ti tusen") == ["2000000", "og", "10000"]


def test_only_blanks_stand_between_a_number_and_its_scale_word() -> None:
    assert numbers("fem, tusen") == ["5"]
    assert numbers("45. Tusen takk") == ["45", "takk"]
    assert numbers("fem\ntusen") == ["5000"]


def test_a_scale_word_without_a_number_stays() -> None:
    assert forms("mange millioner, tusen takk") == ["mange", "millioner", "tusen", "takk"]


def test_billion_is_the_english_one_and_the_norwegian_one_is_counted_in_the_plural() -> None:
    assert (scaled("2", "billion"), scaled("2", "billioner")) == ("2000000000", "2000000000000")


def test_no_day_or_month_beyond_the_calendar_makes_a_date() -> None:
    impossible = ("32.01.2017", "00.01.2017", "13.13.2013", "1.0.2017", "2017-00-10", "2017-13-32")
    assert [fold_date(token) for token in impossible] == [None] * len(impossible)


def test_a_year_of_two_digits_lies_between_1950_and_2049() -> None:
    assert [(fold_date(f"1.2.{year}") or [])[-1] for year in ("49", "50", "99", "00", "07")] == ["2049", "1950", "1999", "2000", "2007"]


def test_the_day_comes_before_the_month_unless_there_is_no_such_month() -> None:
    assert fold_date("02/03/2017") == ["2", "march", "2017"]
    assert fold_date("3/25/2017") == ["25", "march", "2017"]


def test_an_english_ordinal_is_its_number() -> None:
    assert [fold_number(token) for token in ("1st", "2nd", "3RD", "21st", "100th")] == ["1", "2", "3", "21", "100"]
    assert forms("the 4th of July, 5G, 10k") == ["the", "4", "of", "july", "5g", "10k"]


def test_nothing_but_a_scale_word_multiplies() -> None:
    assert scaled("45", "kroner") is None
    assert scaled("mange", "tusen") is None
    assert scaled("1" * 40, "tusen") is None


@PROPERTY
@given(number=st.integers(min_value=0, max_value=10**12), mark=st.sampled_from([".", ",", " ", "\u00a0", "\u202f"]))
def test_thousands_marks_never_change_a_number(number: int, mark: str) -> None:
    assert forms(f"{number:,}".replace(",", mark)) == [str(number)]


@PROPERTY
@given(number=st.integers(min_value=1, max_value=10**6), scale=st.sampled_from(sorted(SCALES)))
def test_a_scale_word_multiplies_any_number(number: int, scale: str) -> None:
    assert forms(f"{number} {scale}") == [str(number * SCALES[scale]), scale]


def test_every_number_word_multiplies() -> None:
    wrong = [word for word, value in NUMBER_WORDS.items() if value and numbers(f"{word} tusen") != [str(value * 1000)]]
    assert wrong == []
