from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures import (
    EVERYONE,
    Difference,
    Kind,
    Period,
    Place,
    Qualifier,
    Relation,
    StatedFigure,
    difference,
    groups,
    read_figures,
    relation,
    relation_of_sentences,
)
from assistant.figures.speakers import fold_speaker
from tests.assistant.figures.scoring import score_figures
from vectorstore.types import Published

DAY = "2017-03-06"
Said = tuple[str, str, str | None]


def figures(text: str, language: str = "nb", day: str = DAY, speaker: str | None = None) -> tuple[StatedFigure, ...]:
    return read_figures(text, language, Published(day), speaker)


def only(text: str, language: str = "nb", day: str = DAY, speaker: str | None = None) -> StatedFigure:
    (figure,) = figures(text, language, day, speaker)
    return figure


def compared(one: tuple[str, str], other: tuple[str, str], days: tuple[str, str] = (DAY, DAY), speakers: Said | None = None) -> Relation:
    first, second = (speakers[0], speakers[1]) if speakers else (None, None)
    return relation_of_sentences(figures(one[1], one[0], days[0], first), figures(other[1], other[0], days[1], second))


def test_the_labelled_pairs_are_compared() -> None:
    count, accuracy = score_figures("development")
    assert count >= 50
    assert accuracy >= 0.95


# What a figure counts


@pytest.mark.parametrize(
    ("text", "language", "events"),
    [
        ("Minst 12 personer ble drept og 30 såret i eksplosjonen.", "nb", [{"kill"}, {"wound"}]),
        ("Tolv menneske miste livet, medan 30 er sakna.", "nn", [{"kill"}, {"miss"}]),
        ("The blast killed 12 people and wounded at least 30.", "en", [{"kill"}, {"wound"}]),
        ("Selskapet sier opp 120 ansatte.", "nb", [{"layoff"}]),
        ("The yard is to shed 120 jobs.", "en", [{"layoff"}]),
        ("2.600 husstandar sit utan straum.", "nn", [{"outage"}]),
        ("Skadene er beregnet til 12 millioner kroner.", "nb", [{"damage"}]),
        ("40 people were killed or wounded.", "en", [{"kill", "wound"}]),
        ("12 houses burned down in Vik and 30 in Nes.", "en", [{"destroy"}, {"destroy"}]),
    ],
)
def test_each_number_has_its_own_event(text: str, language: str, events: list[set[str]]) -> None:
    assert [figure.events for figure in figures(text, language)] == events


@pytest.mark.parametrize(
    ("text", "language", "population"),
    [
        ("12 personer ble drept.", "nb", EVERYONE),
        ("12 sivile ble drept.", "nb", "civilian"),
        ("12 soldatar vart drepne.", "nn", "soldier"),
        ("12 militants were killed.", "en", "fighter"),
        ("The civilian death toll has passed 40,000.", "en", "civilian"),
        ("12 av dem var barn.", "nb", "child"),
        ("Blant kvinner er 3.000 arbeidsledige.", "nb", "woman"),
    ],
)
def test_the_part_of_the_people_is_read(text: str, language: str, population: str) -> None:
    assert only(text, language).population == population


def test_what_a_number_is_compared_with_is_no_figure() -> None:
    assert [figure.value for figure in figures("Dødstallet i Vik er nå 15, opp fra 12.")] == [15]


def test_a_step_is_no_total() -> None:
    assert only("Ledigheten økte med 300 personer.").is_change
    assert not only("Ledigheten er på 300 personer.").is_change


def test_measures_are_brought_to_one() -> None:
    litres, cubic = only("500.000 liter olje rant ut ved Marnes."), only("500 cubic metres of oil leaked at Marnes.", "en")
    assert (litres.noun, litres.factor * 500_000) == (cubic.noun, cubic.factor * 500)
    assert relation(litres, cubic) is Relation.AGREE


def test_offsets_are_of_the_text() -> None:
    text = "Det brenner i Vik. Minst 12 personer er skadd."
    figure = only(text)
    assert text[figure.start : figure.end] == "Minst 12 personer"
    assert figure.sentence == "Minst 12 personer er skadd."


# Where, when, who


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("45.000 har flyktet fra det vestlige Mosul.", "nb"),
        ("45.000 har flykta frå Vest-Mosul.", "nn"),
        ("45.000 har flyktet fra de vestlige bydelene i Mosul.", "nb"),
        ("45,000 have fled western Mosul.", "en"),
        ("45,000 have fled from the western part of Mosul.", "en"),
        ("45,000 have fled Mosul's western districts.", "en"),
    ],
)
def test_a_part_of_a_place_is_one_in_every_language(text: str, language: str) -> None:
    assert only(text, language).places == {Place("mosul", "west")}


def test_a_town_that_lies_in_the_north_is_no_part() -> None:
    assert only("12 people died in the northern town of Bazran.", "en").places == {Place("bazran")}


def test_names_are_compared_in_english_and_without_their_marks() -> None:
    assert only("12 døde i Noreg.", "nn").places == only("12 died in Norway.", "en").places
    assert only("12 døde i Tromsø.").places == only("12 died in Tromso.", "en").places


def test_where_the_speaker_sits_is_no_place_of_the_figure() -> None:
    figure = only("12 er skadd, sier ordfører Kari Lunde i Nesdal.")
    assert not figure.places
    assert figure.seat == {"nesdal"}


def test_a_period_and_a_day_of_the_count_are_told_apart() -> None:
    since = only("45.000 har flyktet siden 19. februar.")
    assert since.period == Period(date(2017, 2, 19), None)
    assert since.as_of == date(2017, 3, 6)
    assert only("The ministry said on Saturday that 12 had died.", "en").as_of == date(2017, 3, 4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("FN", "nb"), ("SN", "nn")),
        (("FN", "nb"), ("the UN", "en")),
        (("FN", "nb"), ("United Nations", "en")),
        (("politiet", "nb"), ("Police", "en")),
    ],
)
def test_a_body_is_one_speaker_in_every_language(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert fold_speaker(*one) == fold_speaker(*other)


# How two relate


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("nb", "45.000 har flyktet fra Nesdal."), ("en", "Nearly 45,000 people have fled Nesdal.")),
        (("nn", "Nesten 45.000 har rømt frå Nesdal."), ("en", "44,870 people have fled Nesdal.")),
        (("nb", "Over 200 ble evakuert i Nesdal."), ("nn", "214 vart evakuerte i Nesdal.")),
        (("nb", "Minst 12 personer omkom i Nesdal."), ("nb", "14 personer mistet livet i Nesdal.")),
        (("en", "Dozens were injured in Nesdal."), ("nb", "45 personer ble skadet i Nesdal.")),
        (("en", "Two in five homes in Nesdal were flooded."), ("nb", "40 prosent av husene i Nesdal ble oversvømt.")),
        (("nb", "Om lag 300 måtte forlate hjemmene sine i Nesdal."), ("nb", "290 innbyggere er evakuert fra Nesdal.")),
    ],
)
def test_figures_that_allow_the_same_value_agree(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert compared(one, other) is Relation.AGREE


def test_the_same_speaker_on_another_day_updates() -> None:
    days = ("2017-03-06", "2017-03-09")
    pair = ("nb", "Fem personer er savnet i Nesdal."), ("nn", "No er to personar sakna i Nesdal.")
    assert compared(*pair, days, ("politiet", "politiet", None)) is Relation.UPDATE
    assert compared(*pair, days, ("politiet", "kommunen", None)) is Relation.CONFLICT


def test_different_speakers_who_can_not_both_be_right_conflict() -> None:
    one, other = ("nb", "60 opprørere ble drept ved Nesdal."), ("en", "Nine rebels were killed at Nesdal.")
    assert compared(one, other, speakers=("hæren", "the rebels", None)) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("4.460 mennesker er døde i Vilara.", "4.460 mennesker er evakuert i Vilara.", Difference.UNIT),
        ("40.000 mennesker er drept i Gaza.", "40.000 sivile er drept i Gaza.", Difference.POPULATION),
        ("45.000 mennesker har flyktet fra Vest-Mosul.", "206.000 mennesker har flyktet fra Mosul.", Difference.PLACE),
        ("12 hus i Nesdal brant ned.", "30 hus i Lundvik brant ned.", Difference.PLACE),
        ("I Nesdal er 40 ansatte sagt opp.", "På landsbasis er 900 ansatte sagt opp.", Difference.PLACE),
        ("12 prosent av de ansatte i Nesdal må gå.", "85 ansatte i Nesdal må gå.", Difference.UNIT),
        ("1.200 søkte asyl i Norge i mars 2016.", "700 søkte asyl i Norge i april 2016.", Difference.PERIOD),
        ("4.300 er drept i Tamur siden oktober.", "1.900 er drept i Tamur siden februar.", Difference.PERIOD),
        ("Ferja i Nesdal koster 50 millioner kroner i året.", "Ferja i Nesdal koster 200 millioner kroner.", Difference.UNIT),
        ("Det ble fisket 300 tonn torsk i Nesdal.", "Det ble fisket 120 tonn hyse i Nesdal.", Difference.UNIT),
    ],
)
def test_figures_of_something_else_are_not_comparable(one: str, other: str, what: Difference) -> None:
    first, second = only(one), only(other)
    assert difference(first, second) is what
    assert relation(first, second) is Relation.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14 hus er skadd av stormen.", "I Nesdal er 35 hus skadd av stormen."),
        ("Tallet er nå 45.", "45 personer er savnet i Nesdal."),
        ("2.000 er rammet av kuttene.", "1.200 ansatte i Nesdal mister jobben."),
        ("Ingen vet hvor mange.", "45 personer er savnet i Nesdal."),
    ],
)
def test_what_is_not_stated_leaves_it_unsure(one: str, other: str) -> None:
    assert relation_of_sentences(figures(one), figures(other)) is Relation.UNSURE


def test_of_several_figures_those_on_the_same_thing_are_compared() -> None:
    one = figures("I Nesdal ble 12 drept og 30 såret.", speaker="politiet")
    other = figures("31 people were wounded in Nesdal.", "en", speaker="the hospital")
    assert relation_of_sentences(one, other) is Relation.CONFLICT


# Many


def test_figures_are_grouped_by_what_they_are_about_newest_first() -> None:
    told = [
        *figures("FN: 45.000 har flyktet fra Vest-Mosul.", day="2017-03-06", speaker="FN"),
        *figures("The UN says 60,000 people have fled west Mosul.", "en", "2017-03-12", "the UN"),
        *figures("206.000 har flyktet fra Mosul.", day="2017-03-06", speaker="FN"),
        *figures("12 sivile er drept i Vest-Mosul.", day="2017-03-05"),
    ]
    fled, all_of_it, killed = groups(told)
    assert [figure.value for figure in fled.figures] == [60_000, 45_000]
    assert fled.relation is Relation.UPDATE
    assert [figure.value for figure in all_of_it.figures] == [206_000]
    assert [figure.value for figure in killed.figures] == [12]
    assert fled.differences == ((1, Difference.PLACE), (2, Difference.UNIT))
    assert groups([]) == ()


# Whatever there is

_DAYS = st.none() | st.dates(date(2010, 1, 1), date(2020, 12, 31))
_NUMBERS = st.none() | st.floats(allow_nan=True, allow_infinity=True) | st.integers(-5, 2000).map(float)
_WORDS = st.frozensets(st.sampled_from("mosul nesdal lundvik flood school bridg".split()), max_size=3)
_FIGURES = st.builds(
    StatedFigure,
    value=_NUMBERS, low=_NUMBERS, high=_NUMBERS,
    qualifier=st.none() | st.sampled_from(Qualifier),
    unit=st.none(),
    counted=st.just(frozenset()),
    population=st.sampled_from(["", EVERYONE, "civilian", "child", "passenger", "skier", "employee"]),
    places=st.frozensets(
        st.builds(Place, st.sampled_from(["", "mosul", "nesdal", "storgata"]), st.sampled_from(["", "west", "county"])), max_size=2
    ),
    period=st.none() | st.builds(Period, _DAYS, _DAYS),
    as_of=_DAYS,
    speaker=st.none() | st.sampled_from(["un", "polic", "polic spokesman", "union polic"]),
    start=st.just(0), end=st.just(0), sentence=st.just(""),
    events=st.frozensets(st.sampled_from("kill wound flee leave layoff vote turnout cost".split()), max_size=2),
    kind=st.sampled_from(Kind),
    noun=st.sampled_from(["", "person", "krone", "%", "job", "fish", "salmon", "vote"]),
    factor=st.sampled_from([1.0, 100.0, 1000.0]),
    narrowed=_WORDS, names=_WORDS, seat=_WORDS, topic=_WORDS, subject=_WORDS,
    rate=st.sampled_from(["", "year"]), is_change=st.booleans(), is_whole=st.booleans(),
)  # fmt: skip


@given(_FIGURES, _FIGURES)
def test_a_relation_is_the_same_either_way_round(one: StatedFigure, other: StatedFigure) -> None:
    assert relation(one, other) is relation(other, one)
    assert difference(one, other) is difference(other, one)


@given(_FIGURES)
def test_a_figure_never_contradicts_itself(figure: StatedFigure) -> None:
    assert relation(figure, figure) in (Relation.AGREE, Relation.UNSURE)


@given(st.lists(_FIGURES, max_size=6))
def test_grouping_loses_nothing(told: list[StatedFigure]) -> None:
    plain = [replace(figure, value=1.0, low=1.0, high=1.0) for figure in told]
    assert sorted(map(repr, plain)) == sorted(repr(figure) for group in groups(plain) for figure in group.figures)


@given(st.text(max_size=200), st.sampled_from(["nb", "nn", "en", ""]), st.sampled_from(["", "2017", "2017-03", DAY]))
def test_any_text_can_be_read(text: str, language: str, day: str) -> None:
    for figure in figures(text, language, day):
        assert 0 <= figure.start < figure.end <= len(text)


@pytest.mark.parametrize("sign", ["12 ", "A ", "i Aa ", "drept ", "vest i ", "12 hus i Aa og ", "av de ", "«A ", "Aa-"])
def test_a_long_paragraph_takes_no_long_time(sign: str) -> None:
    figures("12 personer ble drept " + sign * (6000 // len(sign)))
