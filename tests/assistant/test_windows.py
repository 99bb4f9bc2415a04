from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.asking.windows import fits, read_window
from assistant.types import Window

TODAY = date(2017, 3, 10)
"""A Friday."""

YEAR_2016 = ("2016-01-01", "2016-12-31")

STATED: tuple[tuple[str, str, str, str], ...] = (
    # Years
    ("Hva skjedde i 2016?", *YEAR_2016, "i 2016"),
    ("Kven vann valet i 2013?", "2013-01-01", "2013-12-31", "i 2013"),
    ("Who won in 2015?", "2015-01-01", "2015-12-31", "in 2015"),
    ("Stortingsvalget 2013?", "2013-01-01", "2013-12-31", "2013"),
    ("who won american idol 2014", "2014-01-01", "2014-12-31", "2014"),
    ("Hva vedtok de i løpet av 2016?", *YEAR_2016, "i løpet av 2016"),
    ("What happened during 2016?", *YEAR_2016, "during 2016"),
    ("Hva skjedde året 1814?", "1814-01-01", "1814-12-31", "året 1814"),
    ("How did the panic of 1837 begin?", "1837-01-01", "1837-12-31", "of 1837"),
    ("Who ruled in 1066?", "1066-01-01", "1066-12-31", "in 1066"),
    # Before and after
    ("Hva ble bygd før 2015?", "", "2014-12-31", "før 2015"),
    ("What was built before 2015?", "", "2014-12-31", "before 2015"),
    ("What was agreed prior to March 2016?", "", "2016-02-29", "prior to March 2016"),
    ("Hvem ledet partiet siden 2010?", "2010-01-01", "", "siden 2010"),
    ("Kven har leidd laget sidan 2010?", "2010-01-01", "", "sidan 2010"),
    ("Who has led it since 2010?", "2010-01-01", "", "since 2010"),
    ("Hva har skjedd fra og med 2014?", "2014-01-01", "", "fra og med 2014"),
    ("Hva har hendt frå og med mai 2014?", "2014-05-01", "", "frå og med mai 2014"),
    ("Hva skjedde etter 2015?", "2016-01-01", "", "etter 2015"),
    ("What came after February 2016?", "2016-03-01", "", "after February 2016"),
    ("Hva gjaldt til og med 2015?", "", "2015-12-31", "til og med 2015"),
    ("Hvem var leder fram til 2012?", "", "2012-12-31", "fram til 2012"),
    ("Who led it until 2012?", "", "2012-12-31", "until 2012"),
    ("How much forest was lost by 1991?", "", "1991-12-31", "by 1991"),
    ("Hva er bygd siden 1990-tallet?", "1990-01-01", "", "siden 1990-tallet"),
    ("What has changed since the summer of 2016?", "2016-06-01", "", "since the summer of 2016"),
    # Ranges
    ("Hvem ledet mellom 2010 og 2012?", "2010-01-01", "2012-12-31", "mellom 2010 og 2012"),
    ("Who led between 2010 and 2012?", "2010-01-01", "2012-12-31", "between 2010 and 2012"),
    ("Kven leidde frå 2010 til 2012?", "2010-01-01", "2012-12-31", "frå 2010 til 2012"),
    ("Who led it from 2010 to 2012?", "2010-01-01", "2012-12-31", "from 2010 to 2012"),
    ("Hva skjedde i perioden 2010–2012?", "2010-01-01", "2012-12-31", "i perioden 2010–2012"),
    ("Hva skjedde i perioden 2010-2012?", "2010-01-01", "2012-12-31", "i perioden 2010-2012"),
    ("Hva kostet det i 2010 og 2011?", "2010-01-01", "2011-12-31", "i 2010 og 2011"),
    ("What did it cost in 2010 or 2011?", "2010-01-01", "2011-12-31", "in 2010 or 2011"),
    ("Hvem vant sesongen 2015/16?", "2015-01-01", "2016-12-31", "sesongen 2015/16"),
    ("Hva skjedde mellom mars og juni 2016?", "2016-03-01", "2016-06-30", "mellom mars og juni 2016"),
    ("What happened between November and February 2016?", "2015-11-01", "2016-02-29", "between November and February 2016"),
    ("Hva skjedde fra 19. februar til 3. mars 2016?", "2016-02-19", "2016-03-03", "fra 19. februar til 3. mars 2016"),
    ("Hva skjedde mellom 1. og 15. mars 2016?", "2016-03-01", "2016-03-15", "mellom 1. og 15. mars 2016"),
    # Months and days with their year
    ("Hva skjedde i mars 2016?", "2016-03-01", "2016-03-31", "i mars 2016"),
    ("Kva hende i juni 2015?", "2015-06-01", "2015-06-30", "i juni 2015"),
    ("What happened in May 2016?", "2016-05-01", "2016-05-31", "in May 2016"),
    ("what happened in may 2016", "2016-05-01", "2016-05-31", "in may 2016"),
    ("What was the price in March of 1974?", "1974-03-01", "1974-03-31", "in March of 1974"),
    ("What happened in Feb. 2016?", "2016-02-01", "2016-02-29", "in Feb. 2016"),
    ("Hva skjedde 19. februar 2016?", "2016-02-19", "2016-02-19", "19. februar 2016"),
    ("Hva skjedde den 19. februar 2016?", "2016-02-19", "2016-02-19", "den 19. februar 2016"),
    ("What happened on 19 February 2016?", "2016-02-19", "2016-02-19", "on 19 February 2016"),
    ("What happened on February 19, 2016?", "2016-02-19", "2016-02-19", "on February 19, 2016"),
    ("What happened on the 19th of February 2016?", "2016-02-19", "2016-02-19", "on the 19th of February 2016"),
    ("Hva skjedde 19.02.2016?", "2016-02-19", "2016-02-19", "19.02.2016"),
    ("Hva skjedde 19/2-16?", "2016-02-19", "2016-02-19", "19/2-16"),
    ("What happened on 2016-02-19?", "2016-02-19", "2016-02-19", "on 2016-02-19"),
    ("Hva skjedde etter 19. februar 2016?", "2016-02-20", "", "etter 19. februar 2016"),
    ("Kva skjedde før 3. mai 2016?", "", "2016-05-02", "før 3. mai 2016"),
    ("Hva skjedde i slutten av desember 2016?", "2016-12-21", "2016-12-31", "i slutten av desember 2016"),
    ("Hva skjedde i begynnelsen av mars 2016?", "2016-03-01", "2016-03-10", "i begynnelsen av mars 2016"),
    ("What happened in mid-March 2016?", "2016-03-11", "2016-03-20", "in mid-March 2016"),
    ("What happened in late February 2016?", "2016-02-21", "2016-02-29", "in late February 2016"),
    # Seasons, quarters, decades, centuries
    ("Hva skjedde sommeren 2016?", "2016-06-01", "2016-08-31", "sommeren 2016"),
    ("Kva hende hausten 2015?", "2015-09-01", "2015-11-30", "hausten 2015"),
    ("What happened in the spring of 2016?", "2016-03-01", "2016-05-31", "in the spring of 2016"),
    ("Hva skjedde vinteren 2016?", "2015-12-01", "2016-02-29", "vinteren 2016"),
    ("Hva skjedde vinteren 2015/16?", "2015-12-01", "2016-02-29", "vinteren 2015/16"),
    ("Hva tjente de i første kvartal 2016?", "2016-01-01", "2016-03-31", "i første kvartal 2016"),
    ("What did it earn in the third quarter of 2016?", "2016-07-01", "2016-09-30", "in the third quarter of 2016"),
    ("Hva tjente de i andre halvår 2016?", "2016-07-01", "2016-12-31", "i andre halvår 2016"),
    ("What happened in the 1990s?", "1990-01-01", "1999-12-31", "in the 1990s"),
    ("Hva skjedde på 1990-tallet?", "1990-01-01", "1999-12-31", "på 1990-tallet"),
    ("Kva hende på 1950-talet?", "1950-01-01", "1959-12-31", "på 1950-talet"),
    ("Hvem var stor på 80-tallet?", "1980-01-01", "1989-12-31", "på 80-tallet"),
    ("who sang it in the 80s", "1980-01-01", "1989-12-31", "in the 80s"),
    ("Who sang it in the nineties?", "1990-01-01", "1999-12-31", "in the nineties"),
    ("Hva kom på syttitallet?", "1970-01-01", "1979-12-31", "på syttitallet"),
    ("Hva skjedde på 1800-tallet?", "1800-01-01", "1899-12-31", "på 1800-tallet"),
    ("What happened in the 1800s?", "1800-01-01", "1899-12-31", "in the 1800s"),
    ("What happened in the 2000s?", "2000-01-01", "2009-12-31", "in the 2000s"),
    ("What was built in the 19th century?", "1800-01-01", "1899-12-31", "in the 19th century"),
    ("Hva ble bygd i det 19. århundre?", "1800-01-01", "1899-12-31", "i det 19. århundre"),
    ("What burned between the 1930s and 1940s?", "1930-01-01", "1949-12-31", "between the 1930s and 1940s"),
)

RELATIVE: tuple[tuple[str, str, str, str], ...] = (
    ("Hvor mange ble drept i fjor?", *YEAR_2016, "i fjor"),
    ("Kor mange omkom i fjor?", *YEAR_2016, "i fjor"),
    ("How many were killed last year?", *YEAR_2016, "last year"),
    ("How many were hurt in last year's attack?", *YEAR_2016, "in last year"),
    ("Hva skjedde forrige år?", *YEAR_2016, "forrige år"),
    ("Hva skjedde i forfjor?", "2015-01-01", "2015-12-31", "i forfjor"),
    ("Hva har skjedd i år?", "2017-01-01", "2017-12-31", "i år"),
    ("What has happened this year?", "2017-01-01", "2017-12-31", "this year"),
    ("Hva skjedde i oktober i fjor?", "2016-10-01", "2016-10-31", "i oktober i fjor"),
    ("What happened in October last year?", "2016-10-01", "2016-10-31", "in October last year"),
    ("Hva skjedde 19. januar i år?", "2017-01-19", "2017-01-19", "19. januar i år"),
    ("Hva skjedde i fjor sommer?", "2016-06-01", "2016-08-31", "i fjor sommer"),
    ("Kva hende i fjor haust?", "2016-09-01", "2016-11-30", "i fjor haust"),
    ("Hva skjedde sommeren i fjor?", "2016-06-01", "2016-08-31", "sommeren i fjor"),
    ("Hva skjedde i går?", "2017-03-09", "2017-03-09", "i går"),
    ("What happened yesterday?", "2017-03-09", "2017-03-09", "yesterday"),
    ("Hva skjedde i forgårs?", "2017-03-08", "2017-03-08", "i forgårs"),
    ("What happened the day before yesterday?", "2017-03-08", "2017-03-08", "the day before yesterday"),
    ("Hva brant i natt?", "2017-03-09", "2017-03-10", "i natt"),
    ("What burned last night?", "2017-03-09", "2017-03-10", "last night"),
    ("Hva skjedde i morges?", "2017-03-10", "2017-03-10", "i morges"),
    ("Hva skjedde forrige uke?", "2017-02-27", "2017-03-05", "forrige uke"),
    ("Hva skjedde i forrige uke?", "2017-02-27", "2017-03-05", "i forrige uke"),
    ("Kva hende førre veke?", "2017-02-27", "2017-03-05", "førre veke"),
    ("What happened last week?", "2017-02-27", "2017-03-05", "last week"),
    ("Hva har skjedd denne uka?", "2017-03-06", "2017-03-12", "denne uka"),
    ("where do they play this week", "2017-03-06", "2017-03-12", "this week"),
    ("Hva skjedde forrige måned?", "2017-02-01", "2017-02-28", "forrige måned"),
    ("Kva hende førre månad?", "2017-02-01", "2017-02-28", "førre månad"),
    ("What happened last month?", "2017-02-01", "2017-02-28", "last month"),
    ("Hva skjedde sist mandag?", "2017-03-06", "2017-03-06", "sist mandag"),
    ("Hva skjedde forrige fredag?", "2017-03-03", "2017-03-03", "forrige fredag"),
    ("What happened last Saturday?", "2017-03-04", "2017-03-04", "last Saturday"),
    ("Hva skjedde sist helg?", "2017-03-04", "2017-03-05", "sist helg"),
    ("Who won last weekend?", "2017-03-04", "2017-03-05", "last weekend"),
    ("Hva har skjedd de siste to årene?", "2015-03-10", "2017-03-10", "de siste to årene"),
    ("Kva har hendt dei siste to åra?", "2015-03-10", "2017-03-10", "dei siste to åra"),
    ("What has happened in the last two years?", "2015-03-10", "2017-03-10", "in the last two years"),
    ("What has happened over the past 3 months?", "2016-12-10", "2017-03-10", "the past 3 months"),
    ("Hva har skjedd siste 14 dager?", "2017-02-24", "2017-03-10", "siste 14 dager"),
    ("Hvem har hun spilt for det siste året?", "2016-03-10", "2017-03-10", "for det siste året"),
    ("Hva har skjedd det siste døgnet?", "2017-03-09", "2017-03-10", "det siste døgnet"),
    ("Hvor mange kom den siste uka?", "2017-03-03", "2017-03-10", "den siste uka"),
    ("What happened in the last 24 hours?", "2017-03-09", "2017-03-10", "in the last 24 hours"),
    ("Hva skjedde for to år siden?", "2015-01-01", "2015-12-31", "for to år siden"),
    ("Kva hende for tre veker sidan?", "2017-02-13", "2017-02-19", "for tre veker sidan"),
    ("What happened two years ago?", "2015-01-01", "2015-12-31", "two years ago"),
    ("What happened a week ago?", "2017-02-27", "2017-03-05", "a week ago"),
    ("Hva skjedde for fem dager siden?", "2017-03-05", "2017-03-05", "for fem dager siden"),
    ("What happened two months ago?", "2017-01-01", "2017-01-31", "two months ago"),
    ("Hvor mye har prisen steget siden i fjor?", "2016-01-01", "", "siden i fjor"),
    ("What has happened since yesterday?", "2017-03-09", "", "since yesterday"),
    ("What did they say before last week?", "", "2017-02-26", "before last week"),
    ("Hva kostet det i fjor og i år?", "2016-01-01", "2017-12-31", "i fjor og i år"),
)

YEAR_NOT_STATED: tuple[tuple[str, str, str, str], ...] = (
    ("Hva skjedde i mars?", "2017-03-01", "2017-03-31", "i mars"),
    ("Kva hende i april?", "2016-04-01", "2016-04-30", "i april"),
    ("How many fled in December?", "2016-12-01", "2016-12-31", "in December"),
    ("What has happened since February?", "2017-02-01", "", "since February"),
    ("Hvor mange har flyktet siden oktober?", "2016-10-01", "", "siden oktober"),
    ("Kor mange har flykta sidan oktober?", "2016-10-01", "", "sidan oktober"),
    ("How many have escaped since last October?", "2016-10-01", "", "since last October"),
    ("What happened last March?", "2016-03-01", "2016-03-31", "last March"),
    ("Hva skjedde etter 19. februar?", "2017-02-20", "", "etter 19. februar"),
    ("What happened after 19 February?", "2017-02-20", "", "after 19 February"),
    ("Hva skjedde før mars?", "", "2017-02-28", "før mars"),
    ("Hvem talte 17. mai?", "2016-05-17", "2016-05-17", "17. mai"),
    ("What happened on March 9?", "2017-03-09", "2017-03-09", "on March 9"),
    ("What happened on March 11?", "2016-03-11", "2016-03-11", "on March 11"),
    ("Hva skjedde 29. februar?", "2016-02-29", "2016-02-29", "29. februar"),
    ("Hva skjedde i slutten av desember?", "2016-12-21", "2016-12-31", "i slutten av desember"),
    ("What happened in early March?", "2017-03-01", "2017-03-10", "in early March"),
    ("Hva skjedde fra oktober til januar?", "2016-10-01", "2017-01-31", "fra oktober til januar"),
    ("What happened between March and June?", "2016-03-01", "2016-06-30", "between March and June"),
    ("Hva skjedde i sommer?", "2016-06-01", "2016-08-31", "i sommer"),
    ("What happened last summer?", "2016-06-01", "2016-08-31", "last summer"),
    ("Hva skjedde i vår?", "2017-03-01", "2017-05-31", "i vår"),
)

NONE = (
    "", "?", "rasfare", "Hvem er hun?",
    "Hva gjorde de 2000 soldatene?", "Falt det under 2000 soldater?", "Hvor er toppen i 2000 meters høyde?", "Kostet det over 2000 kroner?",
    "Hvem bodde der i 2000 år?", "Who ran in 1500 metres?", "Hva er i vår interesse?", "Is the rover on Mars?",
    "Who led the long march in Oslo?", "What may happen?", "3 may be enough?", "Hva heter byen i dag?", "What is it called today?",
    "Hva vedtok de torsdag kveld?", "What happened on Monday?", "Hvilket verft bygde skipene i Jan Mayen-klassen?", "Hva skjer i 2031?",
    "What will happen by 2040?", "Hva skjedde 31. februar?", "Hva skjedde 31.13.2016?", "Har det vært slik i årevis?",
    "more than two years ago", "Hvor lenge siden er det?", "Etter hvor lang tid?", "Hvem er best i andre omgang?", "E6 og § 12",
)  # fmt: skip


def read(text: str) -> tuple[str, str, str, bool, bool] | None:
    window = read_window(text, TODAY)
    return window and (window.start, window.end, window.text, window.is_relative, window.year_stated)


def test_a_window_whose_year_is_said_is_read_as_these_days_and_leaves_nothing_out() -> None:
    wrong = {text: read(text) for text, *days in STATED if read(text) != (*days, False, True)}
    assert wrong == {}
    assert not any(window.filters for text, *_ in STATED if (window := read_window(text, TODAY)))


def test_a_window_that_counts_from_today_leaves_other_dates_out() -> None:
    wrong = {text: read(text) for text, *days in RELATIVE if read(text) != (*days, True, True)}
    assert wrong == {}
    assert all(window.filters for text, *_ in RELATIVE if (window := read_window(text, TODAY)))


def test_a_window_without_a_year_is_the_last_that_has_begun_and_says_so() -> None:
    wrong = {text: read(text) for text, *days in YEAR_NOT_STATED if read(text) != (*days, False, False)}
    assert wrong == {}
    assert not any(window.filters for text, *_ in YEAR_NOT_STATED if (window := read_window(text, TODAY)))


def test_the_tables_hold_at_least_120_windows() -> None:
    assert len(STATED) + len(RELATIVE) + len(YEAR_NOT_STATED) >= 120


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_time_has_no_window(text: str) -> None:
    assert read_window(text, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Finn artikler fra 2016 om raset",
        "Hvilke saker publisert i 2016 nevner raset?",
        "Show articles published in 2016 on the landslide",
        "stories from 2016",
        "What was written about the landslide in 2016?",
        "Hva ble skrevet om raset i 2016?",
    ],
)
def test_words_on_articles_make_the_window_one_of_publication(text: str) -> None:
    window = read_window(text, TODAY)
    assert window is not None
    assert (window.start, window.end) == YEAR_2016
    assert (window.is_about_publication, window.filters) == (True, True)


@pytest.mark.parametrize("text", ["Hva handlet saken i 2016 om?", "Who wrote the novel in 2016?", "Hva sto i rapporten fra 2016?"])
def test_other_words_do_not(text: str) -> None:
    window = read_window(text, TODAY)
    assert window is not None
    assert not window.filters


def test_of_two_windows_the_one_that_leaves_articles_out_is_meant() -> None:
    assert read("Hva skrev de i fjor om valget i 2013?") == (*YEAR_2016, "i fjor", True, True)
    assert read("Hva ble sagt om valget i 2013 i fjor?") == (*YEAR_2016, "i fjor", True, True)
    assert read("Hva skjedde i 2013 da loven fra 2009 ble endret?") == ("2013-01-01", "2013-12-31", "i 2013", False, True)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2016-02-28", 0.0),
        ("2016-03-01", 1.0),
        ("2016-06-30", 1.0),
        ("2016-07-01", 0.0),
        ("2016-03", 1.0),
        ("2016-02", 0.0),
        ("2016", 1.0),
        ("2015", 0.0),
        ("", None),
        ("unknown", None),
        ("2016-06-30T20:15:00+02:00", 1.0),
    ],
)
def test_an_article_fits_if_its_date_may_lie_in_the_window(published: str, expected: float | None) -> None:
    assert fits(Window("2016-03-01", "2016-06-30", "mellom mars og juni 2016"), published) == expected


def test_an_open_window_is_open() -> None:
    since, until = Window("2016-03-01", "", "siden mars"), Window("", "2016-03-01", "til 1. mars")
    assert [fits(since, day) for day in ("2016-02-29", "2016-03", "2030-01-01")] == [0.0, 1.0, 1.0]
    assert [fits(until, day) for day in ("1900", "2016-03", "2016-03-02")] == [1.0, 1.0, 0.0]


PIECES = st.sampled_from(
    "siden etter før mellom og fra til i fjor 2016 19. februar 31. mars i fjor the last two years ago 1990-tallet 90s 0 00 999 – - / . , ? "
    "artikler fra "
    "week uke the summer of vinteren 2016/17 29/2-17 hundre siste for sidan may May Mars jan. av 20. århundre 0. century".split()
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map(" ".join)), st.dates())
def test_any_text_on_any_day_gives_a_window_in_order_or_none(text: str, today: date) -> None:
    window = read_window(text, today)
    if window:
        assert window.text in text
        assert window.start or window.end
        assert not (window.start and window.end) or window.start <= window.end
        for end in filter(None, (window.start, window.end)):
            date.fromisoformat(end)


@given(st.text(), st.sampled_from(["", "2016", "2016-03", "2016-03-06"]))
def test_any_date_fits_or_not_or_is_none(published: str, known: str) -> None:
    window = Window("2016-03-01", "", "siden mars")
    assert fits(window, published) in (0.0, 1.0, None)
    assert fits(window, known) in (0.0, 1.0, None)
