from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.facts.scoring import score_dates
from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.facts.dates import read_dates
from vectorstore.facts.types import Time
from vectorstore.types import Published

WEDNESDAY = "2019-05-15"
LANGUAGES = ("nb", "nn", "en")
PIECES = """
    mandag søndag Monday on i fjor uke 42 3. mars March 5 2016 30.2.2016 31/2 fra til og between and siden før by the end of
    slutten av 1990s dag 1800-tallet in two weeks' time for år vår may May 0001-01-01 , - – / İ ²
""".split()
ADVERSARIAL = [
    *("1.1.", "1", " ", "for ", "mandag ", "3. mai ", "siden ", "i fjor ", "2015-", "1/1/", "de siste ", "March 3 and "),
    *("første uke i ", "\n"),
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join)


def days(found: Time) -> str:
    return f"{found.first or ''}..{found.last or ''}"


def only(text: str, language: str, published: str = WEDNESDAY) -> str:
    (found,) = read_dates(text, language, Published(published))
    return days(found)


def all_of(text: str, language: str, published: str = WEDNESDAY) -> list[str]:
    return [days(found) for found in read_dates(text, language, Published(published))]


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Det brant 7. mars 2004.", "nb", "2004-03-07..2004-03-07"), ("It burned on 7 March 2004.", "en", "2004-03-07..2004-03-07"),
        ("It burned on March 7, 2004.", "en", "2004-03-07..2004-03-07"), ("Det brant 07.03.2004.", "nb", "2004-03-07..2004-03-07"),
        ("Det brann 2004-03-07.", "nn", "2004-03-07..2004-03-07"), ("It burned on the 7th of March 2004.", "en", "2004-03-07..2004-03-07"),
        ("It burned on 3/7/2004.", "en", "2004-03-07..2004-03-07"), ("Det brant lørdag 14. mars 2009.", "nb", "2009-03-14..2009-03-14"),
        ("Det brant i mars 2004.", "nb", "2004-03-01..2004-03-31"), ("Det brant i 2004.", "nb", "2004-01-01..2004-12-31"),
        ("Det brann på 1990-talet.", "nn", "1990-01-01..1999-12-31"), ("It burned in the 1990s.", "en", "1990-01-01..1999-12-31"),
        ("Det brant på 1800-tallet.", "nb", "1800-01-01..1899-12-31"), ("It burned in the 19th century.", "en", "1800-01-01..1899-12-31"),
        ("Det brant sommeren 2004.", "nb", "2004-06-01..2004-08-31"), ("Det brant vinteren 2009/2010.", "nb", "2009-12-01..2010-02-28"),
        ("Det brant i andre kvartal 2004.", "nb", "2004-04-01..2004-06-30"),
        ("It burned in the first half of 2004.", "en", "2004-01-01..2004-06-30"),
        ("Det brant julaften 2004.", "nb", "2004-12-24..2004-12-24"), ("It burned on Good Friday 2019.", "en", "2019-04-19..2019-04-19"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("published", ["", WEDNESDAY])
def test_a_date_with_its_year_needs_no_publication_date(text: str, language: str, read: str, published: str) -> None:
    assert only(text, language, published) == read


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Det brant søndag.", "nb", "2019-05-12"), ("Det brann laurdag kveld.", "nn", "2019-05-11"),
        ("It burned on Wednesday.", "en", "2019-05-15"), ("Det brant sist onsdag.", "nb", "2019-05-08"),
        ("It burned last Wednesday.", "en", "2019-05-08"), ("Det brant natt til søndag.", "nb", "2019-05-12"),
        ("Det brant 19. februar.", "nb", "2019-02-19"), ("Det brant 19. juli.", "nb", "2018-07-19"),
        ("It burned on March 5.", "en", "2019-03-05"), ("Mannen skal ha truet naboen lørdag.", "nb", "2019-05-11"),
        ("Siste innføring er fra 5/3.", "nb", "2019-03-05"),
    ],
)  # fmt: skip
def test_a_day_without_year_is_the_last_one(text: str, language: str, day: str) -> None:
    assert only(text, language) == f"{day}..{day}"


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Rådet skal møtes søndag.", "nb", "2019-05-19..2019-05-19"), ("Kampen er på laurdag.", "nn", "2019-05-18..2019-05-18"),
        ("The council will meet on Sunday.", "en", "2019-05-19..2019-05-19"),
        ("The talks are due to open on Monday.", "en", "2019-05-20..2019-05-20"),
        ("Kommende onsdag åpner museet.", "nb", "2019-05-22..2019-05-22"), ("It opens next Wednesday.", "en", "2019-05-22..2019-05-22"),
        ("Linjen åpner igjen 1. juli.", "nb", "2019-07-01..2019-07-01"), ("Skulen opnar i april.", "nn", "2020-04-01..2020-04-30"),
        ("Til høsten starter skolen.", "nb", "2019-09-01..2019-11-30"),
        ("De kommer til å møtes til helgen.", "nb", "2019-05-18..2019-05-19"),
    ],
)  # fmt: skip
def test_what_is_to_come_is_the_next_one(text: str, language: str, read: str) -> None:
    assert only(text, language) == read


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Rådet vedtok mandag at skolen skal stenge fredag.", "nb", ["2019-05-13..2019-05-13", "2019-05-17..2019-05-17"]),
        ("He said on Monday that he would resign on Friday.", "en", ["2019-05-13..2019-05-13", "2019-05-17..2019-05-17"]),
        ("Mannen som ble drept fredag, skal begraves mandag.", "nb", ["2019-05-10..2019-05-10", "2019-05-20..2019-05-20"]),
    ],
)  # fmt: skip
def test_each_time_has_the_tense_of_its_own_clause(text: str, language: str, read: list[str]) -> None:
    assert all_of(text, language) == read


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("I går brant det.", "nb", "2019-05-14..2019-05-14"), ("I førgår brann det.", "nn", "2019-05-13..2019-05-13"),
        ("It burned last night.", "en", "2019-05-14..2019-05-14"), ("I natt brant det.", "nb", "2019-05-15..2019-05-15"),
        ("Det brant forrige uke.", "nb", "2019-05-06..2019-05-12"), ("It will burn next week.", "en", "2019-05-20..2019-05-26"),
        ("Det brann tidlegare denne veka.", "nn", "2019-05-13..2019-05-15"),
        ("It burned earlier this year.", "en", "2019-01-01..2019-05-15"), ("Det brant i fjor.", "nb", "2018-01-01..2018-12-31"),
        ("Det brann i oktober i fjor.", "nn", "2018-10-01..2018-10-31"), ("Det brant i fjor sommer.", "nb", "2018-06-01..2018-08-31"),
        ("Det brant i vinter.", "nb", "2018-12-01..2019-02-28"), ("Det brant for to uker siden.", "nb", "2019-04-29..2019-05-05"),
        ("It burned two months ago.", "en", "2019-03-01..2019-03-31"), ("Det brann for to år sidan.", "nn", "2017-01-01..2017-12-31"),
        ("It burned three days ago.", "en", "2019-05-12..2019-05-12"), ("Om to veker brenn det.", "nn", "2019-05-27..2019-06-02"),
        ("Det brant onsdag i forrige uke.", "nb", "2019-05-08..2019-05-08"),
        ("Det har brent de siste tre ukene.", "nb", "2019-04-24..2019-05-15"),
        ("It burned over the weekend.", "en", "2019-05-11..2019-05-12"), ("Det brant i uke 12.", "nb", "2019-03-18..2019-03-24"),
        ("Det brant sommeren for to år siden.", "nb", "2017-06-01..2017-08-31"),
    ],
)  # fmt: skip
def test_relative_times_are_counted_from_publication(text: str, language: str, read: str) -> None:
    assert only(text, language) == read


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Det brant i begynnelsen av mars.", "nb", "2019-03-01..2019-03-10"), ("It burned in mid-March.", "en", "2019-03-11..2019-03-20"),
        ("Det brann i slutten av februar 2016.", "nn", "2016-02-21..2016-02-29"),
        ("It burned in the last week of June 2016.", "en", "2016-06-24..2016-06-30"),
        ("Det brant første mandag i mars 2016.", "nb", "2016-03-07..2016-03-07"),
        ("It burned in the first three months of 2016.", "en", "2016-01-01..2016-03-31"),
        ("De første ti månedene i år brant det.", "nb", "2019-01-01..2019-10-31"),
    ],
)  # fmt: skip
def test_parts_of_months_and_years_are_read(text: str, language: str, read: str) -> None:
    assert only(text, language) == read


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Det har brent siden mandag.", "nb", "2019-05-13..2019-05-15"), ("It has burned since 2014.", "en", "2014-01-01..2019-05-15"),
        ("Det brant før 1990.", "nb", "..1989-12-31"), ("It must stop before Monday.", "en", "..2019-05-19"),
        ("Det brann etter 1997.", "nn", "1998-01-01.."), ("De må svare innen fredag.", "nb", "..2019-05-17"),
        ("It must end by the end of June.", "en", "..2019-06-30"), ("Siden nyttår har det brent.", "nb", "2019-01-01..2019-05-15"),
    ],
)  # fmt: skip
def test_bounds_are_open_to_one_side(text: str, language: str, read: str) -> None:
    assert only(text, language) == read


def test_what_is_after_a_days_meeting_is_not_after_the_day() -> None:
    assert only("After Monday's meeting they left.", "en") == "2019-05-13..2019-05-13"


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("Messen varte 3.–6. juni 2016.", "nb", "2016-06-03..2016-06-06"),
        ("It ran from March 3 to March 6, 2016.", "en", "2016-03-03..2016-03-06"), ("It ran on June 3-6.", "en", "2018-06-03..2018-06-06"),
        ("Han satt fra 28. mai til 2. juni 2016.", "nb", "2016-05-28..2016-06-02"),
        ("Det brant fra mandag til onsdag.", "nb", "2019-05-13..2019-05-15"),
        ("They will strike from Friday to Sunday.", "en", "2019-05-17..2019-05-19"),
        ("Mellom 1940 og 1945 var det krig.", "nb", "1940-01-01..1945-12-31"), ("Det var krig 1940–45.", "nb", "1940-01-01..1945-12-31"),
        ("Det brant 16., 17. og 18. mai 2016.", "nb", "2016-05-16..2016-05-18"),
        ("Det brant fra oktober til mars 2017.", "nb", "2016-10-01..2017-03-31"),
    ],
)  # fmt: skip
def test_ranges_are_one_interval(text: str, language: str, read: str) -> None:
    assert only(text, language) == read


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Han satt i tre timer.", "nb"), ("Saka er i vår region.", "nn"), ("It may rain.", "en"), ("Romsonden så Mars.", "nb"),
        ("Det kom 2000 tilskuere.", "nb"), ("Det kostet 2014 kroner.", "nb"), ("Det skjedde kl. 20.15.", "nb"), ("Laget vant 5-3.", "nb"),
        ("Hver mandag møtes de.", "nb"), ("Every Monday they meet.", "en"), ("En søndag gikk det galt.", "nb"),
        ("April Dawson came.", "en"), ("He is in his 40s.", "en"), ("Mannen er i 50-årene.", "nb"), ("She reads The Sunday Times.", "en"),
        ("Det er ti år siden krigen.", "nb"),
    ],
)  # fmt: skip
def test_what_places_nothing_in_time_is_no_time(text: str, language: str) -> None:
    assert read_dates(text, language, Published(WEDNESDAY)) == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Det brant i går.", ".."), ("Det brant 19. februar.", ".."), ("Det har brent siden 2014.", "2014-01-01.."),
        ("Det brant før 1990.", "..1989-12-31"),
    ],
)  # fmt: skip
def test_without_a_publication_date_only_what_the_text_says_is_known(text: str, read: str) -> None:
    assert only(text, "nb", "") == read


@pytest.mark.parametrize(
    ("text", "published", "read"),
    [
        ("Det brant i går.", "2017-03", "2017-02-28..2017-03-30"), ("Det brant søndag.", "2017-03", "2017-02-26..2017-03-26"),
        ("Det brant 19. februar.", "2017", "2016-02-19..2017-02-19"), ("Det brant i fjor.", "2017", "2016-01-01..2016-12-31"),
        ("Det brant 7. mars 2004.", "2017", "2004-03-07..2004-03-07"),
    ],
)  # fmt: skip
def test_a_partial_publication_date_gives_the_hull_over_its_days(text: str, published: str, read: str) -> None:
    assert only(text, "nb", published) == read


def test_the_span_takes_along_what_changes_the_days() -> None:
    texts = {"Det har regnet siden slutten av mars.": "siden slutten av mars", "Det regnet natt til søndag.": "natt til søndag"}
    found = {text: [found.text for found in read_dates(text, "nb", Published(WEDNESDAY))] for text in texts}
    assert found == {text: [span] for text, span in texts.items()}


def test_a_word_belongs_to_one_time_only() -> None:
    texts = [found.text for found in read_dates("Det brant for to år siden mandag.", "nb", Published(WEDNESDAY))]
    assert texts == ["for to år siden", "mandag"]


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("Det brant mandag.", "day"), ("Det brant forrige uke.", "week"), ("Det brant i mars.", "month"),
        ("Det brant i vinter.", "season"), ("Det brant i fjor.", "year"), ("Det brant på 1990-tallet.", "decade"),
        ("Det brant siden mandag.", "period"),
    ],
)  # fmt: skip
def test_the_granularity_is_how_long_the_time_is(text: str, granularity: str) -> None:
    (found,) = read_dates(text, "nb", Published(WEDNESDAY))
    assert found.granularity == granularity


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=ANY_TEXT | WORDS, published=st.sampled_from(["", "2017", "2017-03", "2017-03-06", "0001-01-01", "9999-12-31", "2016-02-29"]))
@PROPERTY
def test_spans_are_in_order_and_hold_what_they_say(language: str, text: str, published: str) -> None:
    found = read_dates(text, language, Published(published))
    bounds = [0, *(offset for one in found for offset in (one.start, one.end)), len(text)]
    assert bounds == sorted(bounds)
    assert all(one.text and text[one.start : one.end] == one.text for one in found)
    assert all(one.first <= one.last for one in found if one.first and one.last)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_a_text_of_100_kb_is_read_in_under_two_seconds(language: str, piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    begins = time.process_time()
    read_dates(text, language, Published(WEDNESDAY))
    assert time.process_time() - begins < 2


def test_development_sentences_are_read() -> None:
    labelled, score = score_dates("development")
    assert labelled >= 200
    assert score >= 0.93
