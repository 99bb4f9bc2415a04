from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.facts.scoring import score_numbers
from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.facts.numbers import read_numbers
from vectorstore.facts.types import Number, Qualifier

LANGUAGES = ("nb", "nn", "en")
PIECES = """
    1 12 1.000 45 3,5 % kr $ £ mellom og til - – to tre hundre tusen million mill. av over ca. flere dozens half a third en ett (
    ) § år people ½ ² İ
""".split()
ADVERSARIAL = [
    *("1.1.", "1", " ", "for ", "100 ", "1,000,", "1-", "to og ", "hundre", "million ", "en av ", "$", "over "),
    *("+47 ", "a.m. ", "(", "a-", "\n"),
]
NUMBERS_AND_UNITS = st.lists(st.sampled_from([*PIECES, " ", "\u00a0"]), max_size=20).map(" ".join)


def only(text: str, language: str) -> Number:
    (number,) = read_numbers(text, language)
    return number


def values(text: str, language: str) -> list[float | None]:
    return [number.value for number in read_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Det kom 45.000 gjester.", 45000), ("Det kom 45 000 gjester.", 45000), ("Det kom 45\u00a0000 gjester.", 45000),
        ("Det kom 1,5 tonn fisk.", 1.5), ("Det kom 1.234,5 liter vann.", 1234.5), ("Det kom 2½ liter vann.", 2.5),
        ("Det kom 2 1/2 liter vann.", 2.5),
    ],
)  # fmt: skip
def test_norwegian_digits_have_a_point_or_blank_for_thousands_and_a_comma_for_decimals(text: str, value: float) -> None:
    assert only(text, "nb").value == value


@pytest.mark.parametrize(
    ("text", "value"), [("There were 45,000 guests.", 45000), ("It weighs 1.5 tonnes.", 1.5), ("It cost $1,234.50.", 1234.5)]
)
def test_english_digits_have_a_comma_for_thousands_and_a_point_for_decimals(text: str, value: float) -> None:
    assert only(text, "en").value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Tjuefem elever kom.", "nb", 25), ("Fem og tjue elever kom.", "nb", 25), ("To hundre og femti elever kom.", "nb", 250),
        ("Førtifem tusen elever kom.", "nb", 45000), ("Ein og ein halv time gjekk.", "nn", 1.5), ("Halvannen time gikk.", "nb", 1.5),
        ("Halvtanna døgn gjekk.", "nn", 1.5), ("Eit dusin sauer kom.", "nn", 12), ("Et snes sauer kom.", "nb", 20),
        ("Forty-five pupils came.", "en", 45), ("Two hundred and fifty pupils came.", "en", 250), ("A thousand pupils came.", "en", 1000),
        ("Half a dozen pupils came.", "en", 6), ("Two and a half hours passed.", "en", 2.5), ("An hour and a half passed.", "en", 1.5),
    ],
)  # fmt: skip
def test_number_words_are_read(text: str, language: str, value: float) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Det kostet 2,3 millioner kroner.", "nb", 2.3e6), ("Det kosta 300 mill. kroner.", "nn", 3e8),
        ("Det kostet 4 mrd. kroner.", "nb", 4e9), ("Det kostet to billioner kroner.", "nb", 2e12),
        ("It cost two billion dollars.", "en", 2e9), ("It cost £5m.", "en", 5e6), ("It cost $1.5bn.", "en", 1.5e9),
        ("En halv million kroner er borte.", "nb", 5e5),
    ],
)  # fmt: skip
def test_scale_words_multiply(text: str, language: str, value: float) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Titalls hus brant.", "nb", 20, 90), ("Dozens of houses burned.", "en", 24, 99), ("Hundrevis av hus brant.", "nb", 200, 999),
        ("Fleire tusen hus brann.", "nn", 2000, 9999), ("Tens of thousands of houses burned.", "en", 20000, 99999),
        ("Hundretusener sto uten strøm.", "nb", 200000, 999999), ("Several hundred people came.", "en", 200, 999),
        ("Flere hundre millioner kroner er borte.", "nb", 2e8, 999999999),
    ],
)  # fmt: skip
def test_a_vague_amount_has_bounds_and_no_value(text: str, language: str, low: float, high: float) -> None:
    number = only(text, language)
    assert (number.value, number.low, number.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Mellom 20 og 30 personer kom.", "nb", 20, 30), ("Det kom 20–30 personar.", "nn", 20, 30),
        ("Det kom 20 til 30 personer.", "nb", 20, 30), ("Fem-seks personer kom.", "nb", 5, 6),
        ("Tre-fire hundre personer kom.", "nb", 300, 400), ("Det koster 2–3 millioner kroner.", "nb", 2e6, 3e6),
        ("Between five and six thousand people came.", "en", 5000, 6000), ("It cost between $2 million and $3 million.", "en", 2e6, 3e6),
        ("Two or three people came.", "en", 2, 3),
    ],
)  # fmt: skip
def test_a_range_has_bounds_and_no_value(text: str, language: str, low: float, high: float) -> None:
    number = only(text, language)
    assert (number.value, number.low, number.high, number.rule) == (None, low, high, "range")


def test_what_rises_from_one_number_to_another_is_no_range() -> None:
    assert values("Andelen økte fra 20 til 30 prosent.", "nb") == [20, 30]
    assert values("Prisen steg med 5 kroner til 62 kroner.", "nb") == [5, 62]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Halvparten av elevene kom.", "nb", 0.5), ("En tredel av elevene kom.", "nb", 0.3333),
        ("To tredelar av elevane kom.", "nn", 0.6667), ("To av fem elever kom.", "nb", 0.4), ("Én av tre elever kom.", "nb", 0.3333),
        ("One in five pupils came.", "en", 0.2), ("Four out of five pupils came.", "en", 0.8),
        ("A quarter of the pupils came.", "en", 0.25), ("Two-thirds of the pupils came.", "en", 0.6667),
    ],
)  # fmt: skip
def test_a_share_is_a_fraction(text: str, language: str, value: float) -> None:
    assert only(text, language).value == value


def test_parts_of_a_whole_that_is_no_round_number_are_counted_apart() -> None:
    assert values("29 av 62 passasjerer er funnet.", "nb") == [29, 62]
    assert values("To av de fem siktede møtte.", "nb") == [2, 5]


@pytest.mark.parametrize(
    ("text", "language", "qualifier"),
    [
        ("Over 200 kom.", "nb", Qualifier.OVER), ("Drøyt 200 kom.", "nb", Qualifier.OVER), ("More than 200 came.", "en", Qualifier.OVER),
        ("Om lag 200 kom.", "nn", Qualifier.ABOUT), ("Some 200 came.", "en", Qualifier.ABOUT),
        ("An estimated 200 came.", "en", Qualifier.ABOUT), ("Minst 200 kom.", "nb", Qualifier.AT_LEAST),
        ("Ikkje færre enn 200 kom.", "nn", Qualifier.AT_LEAST), ("200 or more people came.", "en", Qualifier.AT_LEAST),
        ("Opptil 200 kom.", "nb", Qualifier.UP_TO), ("As many as 200 came.", "en", Qualifier.UP_TO),
        ("At most 200 came.", "en", Qualifier.UP_TO), ("Nærare 200 kom.", "nn", Qualifier.NEARLY),
        ("I underkant av 200 kom.", "nb", Qualifier.NEARLY), ("Just under 200 came.", "en", Qualifier.NEARLY),
        ("Færre enn 200 kom.", "nb", Qualifier.UNDER), ("Less than 200 came.", "en", Qualifier.UNDER),
        ("En drøy million kom.", "nb", Qualifier.OVER), ("200 kom.", "nb", None),
    ],
)  # fmt: skip
def test_a_qualifier_is_read_and_leaves_the_value_as_it_is(text: str, language: str, qualifier: Qualifier | None) -> None:
    number = only(text, language)
    assert number.qualifier == qualifier
    assert number.value == number.low == number.high


def test_days_that_something_goes_on_over_are_not_more_than_those_days() -> None:
    assert only("Festivalen går over fire dager.", "nb").qualifier is None
    assert only("Det tok over fire dager.", "nb").qualifier is Qualifier.OVER


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Det kom 45 svært unge menn.", "nb", "menn"), ("To hundre norske soldater reiste.", "nb", "soldater"),
        ("Minst 12 sivile er drept.", "nb", "sivile"), ("Det bur 45 fastbuande der.", "nn", "fastbuande"),
        ("Han fikk fire ukers varetekt.", "nb", "ukers"), ("Det kom 200 FN-soldater.", "nb", "FN-soldater"),
        ("Hundrevis av mennesker kom.", "nb", "mennesker"), ("To av fem elever kom.", "nb", "elever"), ("Tre omkom.", "nb", ""),
        ("Fem av dem kom.", "nb", ""), ("Det kom 12 andre tilsette.", "nn", "tilsette"), ("Halvparten av elevene kom.", "nb", ""),
        ("Three heavily armed men came.", "en", "men"), ("Ten Norwegian police officers came.", "en", "officers"),
        ("Up to 300 Palestinians came.", "en", "Palestinians"), ("Three were killed.", "en", ""),
        ("One young girl was killed.", "en", "girl"), ("It rose by 2 percentage points.", "en", "percentage points"),
    ],
)  # fmt: skip
def test_the_unit_is_the_noun_that_is_counted(text: str, language: str, unit: str) -> None:
    assert only(text, language).unit == unit


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Det er 12 %.", "nb", "%"), ("Det er 12 prosent.", "nb", "%"), ("Det er 12 pst.", "nn", "%"), ("It is 12 per cent.", "en", "%"),
        ("Det koster kr 500.", "nb", "kr"), ("Det koster 500 kr.", "nb", "kr"), ("Det kostar 500 kroner.", "nn", "kr"),
        ("It is 500 kroner.", "en", "kr"), ("Det koster $500.", "nb", "dollar"), ("It is $500.", "en", "dollars"),
        ("It is £500.", "en", "pounds"), ("It is €500.", "en", "euro"), ("Det økte 2 prosentpoeng.", "nb", "prosentpoeng"),
        ("Han kjørte i 128 km/t.", "nb", "km/t"), ("Det var 500 svenske kroner.", "nb", "kr"),
    ],
)  # fmt: skip
def test_signs_of_percent_and_money_have_one_form(text: str, language: str, unit: str) -> None:
    assert only(text, language).unit == unit


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Det skjedde 19. februar 2017.", "nb"), ("I 2016 flyttet han.", "nb"), ("På 1990-tallet flyttet han.", "nb"),
        ("For to uker siden kom han.", "nb"), ("Det skjedde klokka 14.30.", "nb"), ("Det startar kl. 10.", "nn"),
        ("It opens at 7.45 p.m.", "en"), ("They met at half past six.", "en"), ("En 43 år gammel mann kom.", "nb"),
        ("17-åringen kom.", "nb"), ("Ola Nordmann (45) kom.", "nb"), ("The captain, 33, came.", "en"), ("En mann på 61 år kom.", "nb"),
        ("Barn under 12 år kom.", "nb"), ("Han fylte 30.", "nn"), ("Two-year-old twins came.", "en"), ("Laget vant 3–1.", "nb"),
        ("Laget tapte 1-2, men smilte.", "nb"), ("Det skjedde for 3. gang i 12. etasje.", "nb"), ("It was the 21st time.", "en"),
        ("Ring 22 47 81 36.", "nb"), ("Ring 02800.", "nb"), ("Call 555-0123.", "en"), ("Se § 12 og kapittel 3.", "nb"),
        ("Versjon 2.1.4 kom.", "nb"), ("Bilen kjørte av E6 ved Kirkegata 7.", "nb"), ("It was a Boeing 737.", "en"),
        ("Han bor i Mill Lane.", "en"), ("Covid-19 kom.", "nb"), ("En mann og ei kvinne så et tre.", "nb"),
        ("Mange kom, flere gikk.", "nb"), ("A man and no one else came.", "en"), ("12-kilometersløypa er klar.", "nb"),
        ("It was a three-day trip.", "en"), ("The 14 Mill Lane fire is out.", "en"), ("Stolen er laget av tre.", "nb"),
    ],
)  # fmt: skip
def test_what_counts_nothing_is_no_number(text: str, language: str) -> None:
    assert read_numbers(text, language) == ()


def test_a_year_before_a_number_stays_out_of_it() -> None:
    number = only("Blant søkerne fikk i 2018 340 familier avslag.", "nb")
    assert (number.text, number.value) == ("340 familier", 340)


def test_below_zero_is_below_zero() -> None:
    assert only("Det var minus 25 grader.", "nb").value == -25
    assert only("It was -5 degrees.", "en").value == -5


def test_the_span_reaches_from_the_qualifier_to_the_unit() -> None:
    number = only("Nå mangler over 45 000 mennesker vann.", "nb")
    assert number == Number("over 45 000 mennesker", 11, 32, 45000, 45000, 45000, Qualifier.OVER, "mennesker", "digits")


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=ANY_TEXT | NUMBERS_AND_UNITS)
@PROPERTY
def test_spans_are_in_order_and_hold_what_they_say(language: str, text: str) -> None:
    numbers = read_numbers(text, language)
    bounds = [0, *(offset for number in numbers for offset in (number.start, number.end)), len(text)]
    assert bounds == sorted(bounds)
    assert all(number.text and text[number.start : number.end] == number.text for number in numbers)
    assert all(number.low <= number.high for number in numbers)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_a_text_of_100_kb_is_read_in_under_two_seconds(language: str, piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    begins = time.process_time()
    read_numbers(text, language)
    assert time.process_time() - begins < 2


def test_development_sentences_are_read() -> None:
    labelled, score = score_numbers("development")
    assert labelled >= 300
    assert score >= 0.97
