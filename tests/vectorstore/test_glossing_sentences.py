"""Glosses that depend on the words around: noun or verb, particles apart, and whole sentences of news."""

from __future__ import annotations

import pytest

from vectorstore.glossary import How, glosser

# Noun or verb


@pytest.mark.parametrize(
    "text",
    [
        "politiet bruker=use",
        "en bruker=user",
        "å møte=meet",
        "et møte=meeting",
        "de leder=lead",
        "to ledere=leader",
        "en leder=leader",
        "hun leder=lead",
        "de fanger=catch",
        "en fange=prisoner",
        "et fall=fall",
        "mange søker=apply",
        "en søker=applicant",
        "han slår et slag=battle",
        "banken banker=knock",
        "i et løp=race",
        "de løper=run",
        "en god tro=faith",
        "Kari bruker=use",
        "har bygget=build",
        "det nye bygget=building",
        "politiet angrep=attack",
        "et angrep=attack",
    ],
)
def test_the_word_before_tells_a_noun_from_a_verb(text: str) -> None:
    norwegian, english = text.split("=")
    *_, last = glosser().gloss(norwegian)
    assert last.glosses[0] == english


# Particles


@pytest.mark.parametrize(
    ("text", "glossed"),
    [
        ("han ga ikke opp", "he give up not"),
        ("ho gav ikkje opp", "she give up not"),
        ("de la fabrikken ned", "they close down factory"),
        ("partiet la planen fram for styret", "party present plan for board"),
        ("regjeringen trakk forslaget tilbake", "government withdraw proposal"),
        ("hun tok bildet ned fra veggen", "she take down picture from wall"),
    ],
)
def test_a_particle_may_stand_apart_from_its_verb(text: str, glossed: str) -> None:
    assert glosser().gloss_text(text) == glossed


def test_a_particle_beyond_a_comma_or_far_off_belongs_to_no_verb() -> None:
    assert glosser().gloss_text("de la fabrikken, ned") == "they put factory down"
    assert How.PHRASE not in [word.how for word in glosser().gloss("de la den store fabrikken ned")]


def test_a_particle_belongs_to_one_verb_and_to_no_other_word() -> None:
    assert glosser().gloss_text("Så gikk han opp") == "so rise he"
    assert glosser().gloss_text("Det er så mange ut") == "it be so many out"


# Sentences of news, ours: a change of rules or lists shows up here

NEWS = {
    "Fergen mellom Bodø og Moskenes ble innstilt på grunn av sterk vind.": (
        "ferry between Bodø and Moskenes become suspend because of strong wind"
    ),
    "Kommunestyret vedtok å legge ned to av de fem skolene.": "municipal council adopt to close down two of they five school",
    "Politiet etterlyser vitner til knivstikkingen i Storgata.": "police call for witness to stabbing in Storgata",
    "Statsministeren ga ikke opp håpet om en avtale med Sverige.": "prime minister give up not hope about a agreement with Sweden",
    "Tre politimenn ble skadd da demonstrantene kastet stein.": "three policeman become injured when protester throw stone",
    "Brannen brøt ut på kjøkkenet og spredte seg raskt til nabohuset.": (
        "fire break out on kitchen and spread quickly to neighbouring house"
    ),
    "Sykepleierne krever høyere lønn og mer fritid.": "nurse demand higher salary and more leisure",
    "FN advarer om at flyktningleirene mangler rent vann.": "UN warn about that refugee camp lack clean water",
    "Regjeringen la fram statsbudsjettet for 2024 på mandag.": "government present state budget for 2024 on Monday",
    "Skredet tok med seg et hus og sperret fylkesveien.": "landslide bring along a house and block county road",
    "En fisker ble reddet av et redningshelikopter i går kveld.": "a fisherman become save of a rescue helicopter last night",
    "Laksen rømte fra oppdrettsanlegget etter stormen.": "salmon escape from fish farm after storm",
    "Prisene på strøm har aldri vært høyere, sier økonomen.": "price on electricity have never be higher say economist",
    "Bruken av antibiotika gikk ned med 12 prosent i fjor.": "use of antibiotic fall with 12 percent last year",
    "Mannen nekter straffskyld for drapet på ekskona.": "man plead not guilty for murder on former wife",
    "Rektoren møtte foreldrene til et hastemøte på skolen.": "principal meet parent to a emergency meeting at school",
    "Legene fryktet at viruset skulle spre seg til sykehjemmet.": "doctor fear that virus will spread to nursing home",
    "Bøndene slapp ut kyrne tidligere enn vanlig.": "farmer release cow earlier than usual",
    "Lærerne gikk ut i streik for første gang på ti år.": "teacher go on strike for first time in ten year",
    "Gruveselskapet sa opp halvparten av de ansatte.": "mine company dismiss half of the employees",
    "Kåre Berg leder utvalget som skal granske ulykken.": "Kåre Berg lead committee as will investigate accident",
    "Ho skreiv ei bok om krigen i heimbygda.": "she write a book about war in home village",
    "Fiskarane fekk ikkje levert fangsten på grunn av streiken.": "fisherman get not deliver catch because of strike",
    "Kommunen vil byggje ein ny barnehage ved elva.": "municipality will build a new kindergarten at river",
    "Politiet leitar etter ei jente som forsvann i helga.": "police search for a girl as disappear this weekend",
    "Straumen var borte i fleire timar etter uvêret.": "electricity be away for several hours after storm",
    "Dei tilsette er redde for å miste jobben.": "the employees be afraid of to lose one's job",
    "Noreg tok imot fleire flyktningar førre år enn nokon gong.": "Norway receive many refugee previous year than ever",
    "Elevane las bøker høgt for dei eldre på sjukeheimen.": "pupil read book high for they old on nursing home",
    "Ordføraren seier at vegen skal opne att om to veker.": "mayor say that road will reopen in two weeks",
}


@pytest.mark.parametrize("sentence", NEWS)
def test_a_sentence_of_news_is_glossed(sentence: str) -> None:
    assert glosser().gloss_text(sentence) == NEWS[sentence]
