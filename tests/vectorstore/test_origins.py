from __future__ import annotations

import hashlib
import random
import time
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.origin_pairs import score_origins
from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.mentions import in_one_language, names_in, numbers_in
from vectorstore.origins import Origin, Sameness, containment, fingerprint, groups, likeness, origin_of, sameness
from vectorstore.types import Published
from vectorstore.wire_marks import agencies

BEAR = """Bjørn gikk inn i campingvogn
En binne brøt seg inn i en campingvogn ved Kvitjern natt til onsdag. Eieren sov i teltet ved siden av.
Viltansvarlig Ellen Brenna i Rustad kommune sier bjørnen tok 14 kilo grillmat og et brett brus.
– Den har lukket døra etter seg, forteller hun. Plassen har 85 oppstillingsplasser og er stengt ut uka.
Statens naturoppsyn har satt ut tre kameraer og ber folk holde hundene i bånd.
(©NTB)"""
BEAR_NN = """Bjørn gjekk inn i campingvogn
Ei binne braut seg inn i ei campingvogn ved Kvitjern natt til onsdag. Eigaren sov i teltet ved sida av.
Viltansvarleg Ellen Brenna i Rustad kommune seier bjørnen tok 14 kilo grillmat og eit brett brus.
– Han har lukka døra etter seg, fortel ho. Plassen har 85 oppstillingsplassar og er stengd ut veka.
Statens naturoppsyn har sett ut tre kamera og ber folk halde hundane i band.
(©NPK)"""
BEAR_WITNESS = """– Jeg trodde det var kona
Asbjørn Lie våknet av at noen romsterte i vogna klokka halv fire.
Først i går morges skjønte han at gjesten var en bjørn. Kjøleskapet var tomt, og det lå hår på dørkarmen.
Ellen Brenna i Rustad kommune måtte le da hun fikk se bildene fra Kvitjern. – 14 kilo pølser er en bra natt, sier hun.
Lie har campet her i 22 år og akter å bli."""
LOTTERY = """{day}ens tall er trukket
Vinnertallene i Fylkeslotto {day} ble {numbers}. Tilleggstallet ble {extra}.
{winners} spillere hadde alle rett og får {sum} kroner hver. De kommer fra {places}.
Premiene blir utbetalt i løpet av uka. Neste trekning er i Tromsø, opplyser Fylkeslotto.
(©NTB)"""
ORIGINS = st.builds(
    Origin,
    fingerprint=ANY_TEXT.map(fingerprint),
    agencies=st.lists(st.sampled_from(["NTB", "NPK", "AP"]), max_size=2, unique=True).map(tuple),
    names=st.frozensets(st.sampled_from(["oslo", "noreg", "norge", "berg", "lie"])),
    numbers=st.frozensets(st.sampled_from(["2", "14", "3.5", "1000"])),
    published=st.sampled_from(["", "2019", "2019-02", "2019-02-03", "2019-02-06"]).map(Published),
    language=st.sampled_from(["nb", "nn", "en", ""]),
)


def origin(text: str, *, byline: str = "", language: str = "nb", date: str = "2020-06-10") -> Origin:
    return origin_of(text, byline, language, Published(date))


def body(text: str, first: int, last: int) -> str:
    return "\n".join(text.splitlines()[first:last])


# Fingerprints


@PROPERTY
@given(ANY_TEXT)
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert likeness(fingerprint(text), fingerprint(text)) == 1
    assert containment(fingerprint(text), fingerprint(text)) in (0, 1)


@PROPERTY
@given(ANY_TEXT, ANY_TEXT)
def test_likeness_is_the_same_in_either_order(one: str, other: str) -> None:
    first, second = fingerprint(one), fingerprint(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1
    assert containment(first, second) == containment(second, first)


def test_likeness_is_near_the_share_of_runs_in_both() -> None:
    numbered = [f"{number}" for number in range(1000, 1900)]
    one, other = fingerprint(" ".join(numbered[:600])), fingerprint(" ".join(numbered[300:]))
    assert likeness(one, other) == pytest.approx(1 / 3, abs=0.12)
    assert containment(one, other) == pytest.approx(1 / 2, abs=0.14)


def test_case_blanks_short_words_and_thousands_marks_do_not_count() -> None:
    one, other = "Byen  fikk 45.000 kroner i\nstøtte", "BYEN FIKK en 45 000 KRONER av støtte"
    assert likeness(fingerprint(one), fingerprint(other)) == 1


def test_both_standards_of_norwegian_give_much_the_same_fingerprint() -> None:
    assert likeness(fingerprint(BEAR), fingerprint(BEAR_NN)) > 0.25
    assert likeness(fingerprint(BEAR), fingerprint(BEAR_WITNESS)) < 0.1


def test_a_fingerprint_is_what_it_was_when_it_was_kept() -> None:
    """If this fails, raise `origins.VERSION`: kept fingerprints can't be compared with new ones any more."""
    made = fingerprint(BEAR)
    assert (made[0], len(made)) == (1, 525)
    assert hashlib.sha256(made).hexdigest()[:16] == "e537842e044b499c"


def test_a_fingerprint_of_another_version_is_refused() -> None:
    made = fingerprint(BEAR)
    for other in (b"\x00" + made[1:], made[:-4], b""):
        with pytest.raises(ValueError, match="another version"):
            likeness(made, other)


def test_a_thousand_fingerprints_are_made_in_seconds() -> None:
    choose = random.Random(7)
    vocabulary = ["".join(choose.choices("abdefgiklmnoprstuvæøå", k=choose.randint(2, 11))) for _ in range(4000)]
    texts = [" ".join(choose.choices(vocabulary, k=400)) for _ in range(1000)]
    fingerprint(BEAR)
    begun = time.process_time()
    for text in texts:
        fingerprint(text)
    assert time.process_time() - begun < 5


# Wire marks


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Veien er åpen.\n(©NTB)", ("NTB",)),
        ("Vegen er open. (©NPK)", ("NPK",)),
        ("Elleve er døde. (NTB-AFP)", ("NTB", "AFP")),
        ("Broen er stengt.\n/ritzau/", ("RITZAU",)),
        ("Broen er stengt. /ritzau/AFP", ("RITZAU", "AFP")),
        ("GÄVLE /TT/ Bocken brant", ("TT",)),
        ("Bocken brant. (TT)", ("TT",)),
        ("The vote is on Monday. (AP)", ("AP",)),
        ("The vote is on Monday.\nREUTERS/", ("REUTERS",)),
        ("Han er løslatt. © NTB", ("NTB",)),
        ("Ouagadougou, Dec 20, 2017 (AFP) - Gunmen fired", ("AFP",)),
        ("LIMA, Peru (AP) — Miners marched", ("AP",)),
        ("KYIV, Feb 3 (Reuters) - Shells fell", ("REUTERS",)),
        ("Berlin (dpa/afp) - Die Bahn", ("DPA", "AFP")),
        ("Oslo (NTB-Reuters): Oljen faller", ("NTB", "REUTERS")),
        ("Overskrift\nNTB-AFP-DPA\nEn mann er funnet", ("NTB", "AFP", "DPA")),
        ("Av Nynorsk Pressekontor\nEin mann er funnen", ("NPK",)),
        ("Slutt.\n(Lofotnytt/©NTB)", ("NTB",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("© Thomson Reuters 2019. All rights reserved.", ("REUTERS",)),
    ],
)
def test_a_wire_mark_names_its_agencies(text: str, named: tuple[str, ...]) -> None:
    assert agencies(text, "") == named


@pytest.mark.parametrize(
    "text",
    [
        "Foto: Amit Berg / AP / NTB",
        "Skipet lå skjevt. Foto: Amit Berg / AP / NTB",
        "Skipet lå skjevt. (Arne Vik / NTB)",
        "(AP Photo/Jane Doe)",
        "Smoke over the port. REUTERS/Omar Said",
        "Minst åtte er døde, melder Reuters.",
        "Det skriver AFP, som siterer politiet.",
        "Reuters: Ministeren går av",
        "Fra Moskva melder AFP, AP og Reuters",
        "Statsråd Per Hansen (AP) sier nei.",
        "Det mener Per Hansen (AP)",
        "Per Hansen (AP) - statsråd",
        "Avtalefestet pensjon (AFP) – hva er det?",
        "Norsk Telegrambyrå (NTB) kutter 20 stillinger",
        "Apen satt i treet. Ap sier nei",
    ],
)
def test_reports_photos_parties_and_pensions_are_no_wire_marks(text: str) -> None:
    assert agencies(text, "") == ()


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        ("NTB-AFP-DPA", ("NTB", "AFP", "DPA")),
        ("By CAROL WEISS, Associated Press", ("AP",)),
        ("Kari Lunde/NTB", ("NTB",)),
        ("Reuters Staff", ("REUTERS",)),
        ("Tekst: NTB Foto: Ola Vik / AFP", ("NTB",)),
        ("Ola Berg (tekst) og Kari Vik/NTB (foto)", ()),
        ("Foto: NTB scanpix", ()),
        ("Kari Lunde (Ap)", ()),
        ("", ()),
    ],
)
def test_a_byline_names_agencies(byline: str, named: tuple[str, ...]) -> None:
    assert agencies("En tekst.", byline) == named


@pytest.mark.parametrize("piece", ["(AP ", "Foto: ", "© ", "A ", "NTB-", "/NTB", "(", "A, ", "foto\n", "Per (NTB)\n"])
def test_marks_of_a_huge_text_are_read_at_once(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.process_time()
    agencies(text, text)
    assert time.process_time() - begun < 1


@PROPERTY
@given(ANY_TEXT, ANY_TEXT)
def test_any_text_has_agencies_each_once(text: str, byline: str) -> None:
    found = agencies(text, byline)
    assert len(set(found)) == len(found)
    assert all(name.isupper() for name in found)


# Names and numbers


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    assert names_in("Bilen sto i Nesvik. Nesvik ligger ved sjøen. Kari Lunde eier den.") == {"nesvik", "kari", "lunde"}
    assert names_in("On Monday the U.N. said Sweden's Mr. Berg left. It rained.") == {"sweden", "berg"}


def test_names_are_the_same_in_three_languages() -> None:
    written = [names_in(text) for text in ("Han kom til Norges kyst", "Han kom til Noregs kyst", "He came to Norway's coast")]
    assert {in_one_language(names) for names in written} == {frozenset({"norway"})}


def test_numbers_are_folded() -> None:
    assert numbers_in("45.000 kroner, 2,5 prosent, tolv hus, 0,4 mil, ett år") == {"45000", "2.5", "12", "0.4"}


# Sameness


def test_an_exact_copy_has_other_credits_and_links_only() -> None:
    copy = "Publisert: 10.06.2020 kl. 08.00\n" + BEAR.replace("(©NTB)", "Les også: Ulven kom tilbake\n© NTB")
    assert sameness(origin(BEAR), origin(copy, date="2020-07-30")) is Sameness.EXACT_COPY


def test_a_copy_with_another_headline_and_without_its_end_is_a_near_copy() -> None:
    copy = "Grillmat fristet bjørn\n" + body(BEAR, 1, 4)
    assert sameness(origin(BEAR, byline="NTB"), origin(copy)) is Sameness.NEAR_COPY


def test_a_corrected_copy_is_a_near_copy() -> None:
    corrected = "Rettelse: Det var 16 kilo, ikke 14.\n" + BEAR.replace("14 kilo", "16 kilo")
    assert sameness(origin(BEAR), origin(corrected)) is Sameness.NEAR_COPY


def test_a_wire_story_with_the_paper_s_own_paragraphs_is_the_same_wire_story() -> None:
    local = """Rustadvogn ødelagt
Tore Rustad driver kiosken ved vannet og har aldri sett maken. Nå vurderer han å gå over til vegetarmat på menyen.
Han har solgt is til turistene på stranda siden barna var små, og håper at sesongen kan reddes når skiltene er på plass.
"""
    edited = origin(local + body(BEAR, 1, 3) + "\n(NTB)", byline="Mona Haug")
    assert sameness(origin(BEAR), edited) is Sameness.SAME_WIRE_STORY


def test_a_story_in_the_other_standard_is_a_translation() -> None:
    assert sameness(origin(BEAR), origin(BEAR_NN, language="nn")) is Sameness.TRANSLATION
    assert sameness(origin(body(BEAR, 0, 5)), origin(body(BEAR_NN, 0, 5), language="nn")) is Sameness.TRANSLATION


ENGLISH_QUAKE = """Oruro, Bolivia, May 4, 2021 (AFP) - Eleven miners were trapped 320 metres down, said police chief Marco Vargas.
The San Pedro mine near Oruro employs 640 people. Rescuer Ana Rojas said a new shaft would take 36 hours to drill."""
NORWEGIAN_QUAKE = """Gruvearbeidere sperret inne
Elleve gruvearbeidere er fanget 320 meter under bakken i Bolivia, opplyser politisjef Marco Vargas tirsdag.
Det jobber 640 mennesker i gruven San Pedro utenfor Oruro. Redningsleder Ana Rojas sier det tar 36 timer å bore en ny sjakt."""


def test_names_and_numbers_join_an_agency_s_story_with_its_translation() -> None:
    english = origin(ENGLISH_QUAKE, language="en", date="2021-05-04")
    norwegian = origin(NORWEGIAN_QUAKE, byline="NTB-AFP", date="2021-05-05")
    assert sameness(english, norwegian) is Sameness.TRANSLATION
    for other in (
        replace(norwegian, agencies=("NTB", "REUTERS")),
        replace(norwegian, published=Published("2021-05-20")),
        replace(norwegian, published=Published("")),
        replace(norwegian, numbers=frozenset({"9", "15", "44"})),
        replace(norwegian, names=frozenset({"peru", "cusco", "luis"})),
    ):
        assert sameness(english, other) is Sameness.INDEPENDENT


def test_another_reporter_on_the_same_matter_is_independent() -> None:
    assert sameness(origin(BEAR), origin(BEAR_WITNESS)) is Sameness.INDEPENDENT
    assert sameness(origin(BEAR_NN, language="nn"), origin(BEAR_WITNESS)) is Sameness.INDEPENDENT


def test_two_fillings_of_one_form_are_independent() -> None:
    saturday = LOTTERY.format(
        day="Lørdag", numbers="3, 8, 14, 21, 27, 30 og 33", extra="12", winners="To", sum="2.410.555", places="Voss og Hamar"
    )
    wednesday = LOTTERY.format(
        day="Onsdag", numbers="1, 5, 9, 19, 22, 25 og 31", extra="7", winners="Fire", sum="980.120", places="Moss, Ålesund og Bodø"
    )
    assert containment(fingerprint(saturday), fingerprint(wednesday)) > 0.3
    assert sameness(origin(saturday, date="2020-06-13"), origin(wednesday, date="2020-06-10")) is Sameness.INDEPENDENT
    assert sameness(origin(saturday), origin(wednesday)) is Sameness.INDEPENDENT


def test_one_agency_s_other_story_of_the_day_is_independent() -> None:
    other = """Ny rektor i Rustad
Kommunestyret i Rustad ansatte onsdag Gro Haugen som rektor ved ungdomsskolen. Hun var én av 14 søkere.
(©NTB)"""
    assert sameness(origin(BEAR, byline="NTB"), origin(other, byline="NTB")) is Sameness.INDEPENDENT


def test_a_few_words_that_recur_are_one_source_only_for_days() -> None:
    note = "Saken oppdateres."
    assert sameness(origin(note), origin(note, date="2020-06-11")) is Sameness.EXACT_COPY
    assert sameness(origin(note), origin(note, date="2020-08-11")) is Sameness.INDEPENDENT


def test_texts_without_words_are_no_source() -> None:
    assert sameness(origin(""), origin("Foto: NTB")) is Sameness.INDEPENDENT


@PROPERTY
@given(ORIGINS, ORIGINS)
def test_sameness_is_the_same_in_either_order(one: Origin, other: Origin) -> None:
    assert sameness(one, other) is sameness(other, one)


@PROPERTY
@given(ORIGINS)
def test_an_origin_is_kept_whole(made: Origin) -> None:
    assert Origin.from_json(made.to_json()) == made


def test_an_origin_of_another_version_is_refused() -> None:
    made = origin(BEAR)
    with pytest.raises(ValueError, match="another version"):
        Origin.from_json(replace(made, fingerprint=b"\x00" + made.fingerprint[1:]).to_json())


# Groups


def test_groups_join_in_any_order_and_begin_with_the_oldest() -> None:
    made = {
        "wire": origin(BEAR, date="2020-06-10"),
        "nynorsk": origin(BEAR_NN, language="nn", date="2020-06-11"),
        "cut": origin(body(BEAR, 0, 3), date="2020-06"),
        "witness": origin(BEAR_WITNESS, date="2020-06-10"),
        "undated": origin(BEAR, date=""),
    }
    for order in permutations(made):
        found = {tuple(order[place] for place in group) for group in groups([made[name] for name in order])}
        assert found == {("cut", "wire", "nynorsk", "undated"), ("witness",)}


def test_a_chain_joins_what_is_not_alike_itself() -> None:
    lines = [f"Setning {number} handler om {number + 1000} båter fra {number + 5000} havner." for number in range(40)]
    texts = ["\n".join(lines[first : first + 12]) for first in (0, 6, 12)]
    chain = [origin(text) for text in texts]
    assert sameness(chain[0], chain[2]) is Sameness.INDEPENDENT
    assert groups(chain) == ((0, 1, 2),)
    assert groups(chain[::2]) == ((0,), (1,))


@PROPERTY
@given(st.lists(ORIGINS, max_size=6))
def test_every_place_is_in_one_group(made: list[Origin]) -> None:
    found = groups(made)
    assert sorted(place for group in found for place in group) == list(range(len(made)))


# Labelled pairs


@pytest.mark.parametrize(("half", "least"), [("development", 0.97), ("held-back", 0.9)])
def test_labelled_pairs_are_told_apart(half: str, least: float) -> None:
    score = score_origins(half)
    assert score.one_source >= least * score.pairs
