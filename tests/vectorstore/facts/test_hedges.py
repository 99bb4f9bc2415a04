from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.facts.scoring_speech import score_hedges
from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.facts.hedges import read_hedges


def hedges(text: str, language: str) -> list[str]:
    return [hedge.text for hedge in read_hedges(text, language)]


def test_labelled_hedges_are_found() -> None:
    count, f1 = score_hedges("development")
    assert count >= 120
    assert f1 >= 0.97


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Mannen skal ha truet naboen."),
        ("nb", "Ifølge vitner skal mannen ha ropt før han skjøt."),
        ("nb", "Kari skal være skadd."),
        ("nb", "Skipet skal ligge ved kai i Malta."),
        ("nb", "Det skal dreie seg om to menn."),
        ("nb", "I bygda ble det sagt at sjefen skulle ha solgt alt."),
        ("nn", "Båten skal ha gått på grunn."),
        ("nn", "Dokumenta skal vere brende."),
    ],
)
def test_skal_may_report_what_is_said(language: str, text: str) -> None:
    assert len(hedges(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Regjeringa skal bygge ny vei."),
        ("nb", "Kampen skal spilles på søndag."),
        ("nb", "Alle elever skal ha gratis skolemat."),
        ("nb", "Leverandøren skal ha betalt innen 30 dager."),
        ("nb", "Den dømte skal betale for å ha ødelagt bilen."),
        ("nb", "Søknaden skal være sendt før 1. mars."),
        ("nb", "Det nye sykehuset skal ligge på Sandnes."),
        ("nb", "Hallen skulle ha stått ferdig i fjor, men taket mangler."),
        ("nb", "Skal du bade, bør du sjekke strømmen."),
        ("nn", "Skulen skal vere ferdig til hausten."),
    ],
)
def test_skal_may_be_a_plan_or_a_duty(language: str, text: str) -> None:
    assert hedges(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Brannen kan ha startet på kjøkkenet."),
        ("nb", "Årsaken kan være en lekkasje."),
        ("nb", "Veien kan bli stengt i natt."),
        ("nb", "Nær 400 kan miste jobben."),
        ("nn", "Fleire kan vere drepne."),
        ("en", "The pilot may have lost consciousness."),
        ("en", "Rain might delay the match."),
        ("en", "The dam could burst at any moment."),
    ],
)
def test_a_modal_may_leave_something_open(language: str, text: str) -> None:
    assert len(hedges(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Hun kan svømme."),
        ("nb", "Passasjerene kan ha med én koffert."),
        ("nb", "Naboene kunne høre smellet."),
        ("nb", "Om våren kan elva stige to meter."),
        ("nb", "Politiet kan bekrefte dødsfallet."),
        ("nn", "Gjestene kan ha med eigen mat."),
        ("en", "She could see the fire."),
        ("en", "Visitors may bring their own food."),
        ("en", "Unemployment fell in May."),
        ("en", "They pushed with all their might."),
    ],
)
def test_a_modal_may_be_an_ability_or_a_permission(language: str, text: str) -> None:
    assert hedges(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "hedge"),
    [
        ("nb", "Mannen er trolig død.", "trolig"),
        ("nb", "Fem fryktes omkommet.", "fryktes"),
        ("nb", "Gjerningsmannen antas å ha flyktet.", "antas"),
        ("nb", "Kvinnen er siktet for drap.", "siktet"),
        ("nb", "Den påståtte avtalen ble aldri vist.", "påståtte"),
        ("nb", "Det kan ikke utelukkes at brannen er påsatt.", "kan ikke utelukkes"),
        ("nn", "Det blir frykta at olja når land.", "frykta at"),
        ("nn", "Ein trur at elden starta i pipa.", "Ein trur"),
        ("en", "Dozens are feared dead.", "feared"),
        ("en", "The leader is believed to be abroad.", "believed to"),
        ("en", "The alleged thief is 14.", "alleged"),
        ("en", "No one was reportedly hurt.", "reportedly"),
    ],
)
def test_a_word_leaves_something_open(language: str, text: str, hedge: str) -> None:
    assert hedges(text, language) == [hedge]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Fagforeningen hevder at avtalen er brutt."),
        ("nb", "Treneren tror laget vinner."),
        ("nb", "Klubben avviser at spillerne skal ha fått betalt."),
        ("nb", "Mannen er ikke lenger mistenkt."),
        ("nb", "Løperen siktet mot gull."),
        ("nb", "Det var en utrolig dag."),
        ("en", "The union claims that warnings were ignored."),
        ("en", "The club denied that its captain may be sold."),
        ("en", "She has a fear of heights."),
        ("en", "The heir apparent is six."),
        ("en", "He is no longer suspected of anything."),
    ],
)
def test_a_claim_a_denial_and_a_word_of_another_meaning_are_no_hedges(language: str, text: str) -> None:
    assert hedges(text, language) == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@PROPERTY
@given(data=st.data())
def test_every_span_lies_in_the_text_and_holds_the_words(language: str, data: st.DataObject) -> None:
    text = data.draw(ANY_TEXT | st.lists(st.sampled_from(_PIECES)).map(" ".join))
    found = read_hedges(text, language)
    assert all(text[hedge.start : hedge.end] == hedge.text and hedge.text for hedge in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


_PIECES = (
    *("Mannen", "skal", "skulle", "ha", "være", "kan", "kunne", "truet", "bli", "trolig", "ikke", "siktet", "for", "avviser", "at", "å"),
    *("The man", "may", "might", "could", "have", "be", "feared", "dead", "not", "denied", "likely", "suspected", "of", "believed to"),
    *(".", ",", "\n", "innen"),
)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(
    "piece", ["skal ha ", "kan også ", "may could ", "skal a et ", "x", "trolig. ", "ikke siktet ", "a-", "er fryktet "]
)
def test_a_hostile_text_is_read_in_time(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.perf_counter()
    read_hedges(text, language)
    assert time.perf_counter() - begun < 2
