from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.asking.naming import publishers_named
from assistant.questions import read_question
from assistant.types import Kind
from vectorstore import QueryUnusable

HOW_MANY, WHEN, WHERE, WHO, WHY, WHAT, STATEMENT = (
    *(Kind.HOW_MANY, Kind.WHEN, Kind.WHERE, Kind.WHO),
    *(Kind.WHY, Kind.WHAT, Kind.STATEMENT),
)
HOW, QUOTE, YES_NO = Kind.HOW, Kind.QUOTE, Kind.YES_NO

READINGS: tuple[tuple[str, Kind, str, tuple[str, ...]], ...] = (
    ("Hvem scoret i finalen?", WHO, "nb", ()),
    ("Hvem sin idé var sammenslåingen?", WHO, "nb", ()),
    ("Hvilken person ledet redningsarbeidet på Elvebakken?", WHO, "nb", ("elvebakken",)),
    ("Hva heter ordføreren i Nordvåg?", WHO, "nb", ("nordvåg",)),
    ("Når gikk raset?", WHEN, "nb", ()),
    ("Når fikk Marte Skaar den første meldingen?", WHEN, "nb", ("marte", "skaar")),
    ("Hvilket år ble skolen bygd?", WHEN, "nb", ()),
    ("Hvilken dato er begravelsen fra Storøy kirke?", WHEN, "nb", ("storøy",)),
    ("Hvor ligger Torvika?", WHERE, "nb", ("torvika",)),
    ("Hvilken kommune bygger sykehuset?", WHERE, "nb", ()),
    ("I hvilken by bor forfatteren av «Saltmåneder»?", WHERE, "nb", ("saltmåneder",)),
    ("Hvor mange ble evakuert?", HOW_MANY, "nb", ()),
    ("Hvor mye penger holder fylket tilbake?", HOW_MANY, "nb", ()),
    ("Hvor stort er raset ifølge NVE?", HOW_MANY, "nb", ("nve",)),
    ("Hvor gammel ble Aslaug Tindvær?", HOW_MANY, "nb", ("aslaug", "tindvær")),
    ("Hva koster sykehuset på Langmoen?", HOW_MANY, "nb", ("langmoen",)),
    ("Hvilket beløp krever de?", HOW_MANY, "nb", ()),
    ("Hva er antallet elever?", HOW_MANY, "nb", ()),
    ("Hvorfor ble streiken varslet?", WHY, "nb", ()),
    ("Hva er grunnen til at Sundferja ligger i ro?", WHY, "nb", ("sundferja",)),
    ("Hva er årsaken til raset?", WHY, "nb", ()),
    ("Hva sa ordfører Gunnhild Aspenes om rapporten?", QUOTE, "nb", ("gunnhild", "aspenes")),
    ("Hvordan gikk avstemningen i Skarvdal?", HOW, "nb", ("skarvdal",)),
    ("Hvorvidt er kommunen varslet?", WHAT, "nb", ()),
    ("rasfare", WHAT, "nb", ()),
    ("Kven seier at skulen blir lagd ned?", WHO, "nn", ()),
    ("Kven er leiar i Breidsund?", WHO, "nn", ("breidsund",)),
    ("Når vart ikkje skulen brukt?", WHEN, "nn", ()),
    ("Kva år blei skulen bygd?", WHEN, "nn", ()),
    ("Kva tid startar streiken på Storøya?", WHEN, "nn", ("storøya",)),
    ("Kvar ligg Ytre Fjellså skule?", WHERE, "nn", ("ytre", "fjellså")),
    ("Kor mykje sparer kommunen?", HOW_MANY, "nn", ()),
    ("Kor gamal var ho?", HOW_MANY, "nn", ()),
    ("Kvifor blir skulen lagd ned?", WHY, "nn", ()),
    ("Kva seier Sindre Øvrelid om raset?", QUOTE, "nn", ("sindre", "øvrelid")),
    ("Korleis gjekk røystinga?", HOW, "nn", ()),
    ("Who leads the union?", WHO, "en", ()),
    ("Whose money did Sundland county withhold?", WHO, "en", ("sundland",)),
    ("Which people were arrested in Dovrek?", WHO, "en", ("dovrek",)),
    ("When did the landslide hit Nordvåg?", WHEN, "en", ("nordvåg",)),
    ("What year was the school built?", WHEN, "en", ()),
    ("On which date was the vote?", WHEN, "en", ()),
    ("Where is the Torvika site?", WHERE, "en", ("torvika",)),
    ("In which city was the Coastal Lantern Prize given?", WHERE, "en", ("coastal", "lantern", "prize")),
    ("What country closed its border?", WHERE, "en", ()),
    ("How many people were displaced?", HOW_MANY, "en", ()),
    ("How much did the new hospital in Langmoen cost?", HOW_MANY, "en", ("langmoen",)),
    ("How old was the keeper, Aslaug Tindvær?", HOW_MANY, "en", ("aslaug", "tindvær")),
    ("What percentage of the money has arrived?", HOW_MANY, "en", ()),
    ("Why was the couple not in touch?", WHY, "en", ()),
    ("What caused the landslide?", WHY, "en", ()),
    ("What did UNHCR's spokeswoman say about the camp?", QUOTE, "en", ("unhcr",)),
    ("Did the army confirm the attack?", YES_NO, "en", ()),
)


def test_a_question_is_read_for_kind_language_and_names() -> None:
    wrong = {
        text: (question.kind, question.language, question.names)
        for text, kind, language, names in READINGS
        if ((question := read_question(text)).kind, question.language, question.names) != (kind, language, names)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    [
        "Kor mange elevar har skulen?",
        "Kor mange kroner er prisen på?",
    ],
)
def test_a_question_that_begins_with_kor_is_nynorsk(text: str) -> None:
    assert read_question(text).language == "nn"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kor ligg skulen?", WHERE),
        ("Kva kostar skyssen?", HOW_MANY),
        ("Kva er årsaka til raset?", WHY),
        ("Kva er grunnen til nedlegginga?", WHY),
        ("Kva heiter ordføraren?", WHO),
    ],
)
def test_a_nynorsk_question_is_read_as_its_bokmaal_twin_is(text: str, kind: Kind) -> None:
    assert read_question(text).kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who was mayor when the landslide happened?", WHO),
        ("Where were people sent when the war began?", WHERE),
        ("Hvorfor svarte ingen når de ringte?", WHY),
    ],
)
def test_the_first_question_word_says_what_is_asked(text: str, kind: Kind) -> None:
    assert read_question(text).kind is kind


def test_the_forms_of_a_question_are_all_its_words_folded() -> None:
    assert read_question("Kor mange av dei 1 900 dyra er i Kaldvass?").forms == {
        "kor", "mange", "av", "dei", "1900", "dyra", "er", "i", "kaldvass",
    }  # fmt: skip


def test_a_capital_at_the_beginning_makes_no_name() -> None:
    assert read_question("Nordvåg").names == ()
    assert read_question("– «Nordvåg» sa de?").names == ()


def test_a_function_word_with_a_capital_is_no_name() -> None:
    assert read_question("What did I say, And To Whom?").names == ()


def test_the_text_of_a_question_is_kept_as_it_was_written() -> None:
    assert read_question("  HVEM  scoret?\n").text == "  HVEM  scoret?\n"


def test_what_was_asked_first_counts_and_not_a_clause_after_it() -> None:
    assert read_question("Hva sa ordføreren da hun fikk vite hvor mange det var?").kind is QUOTE
    assert read_question("What did they do when the war began?").kind is WHAT


@pytest.mark.parametrize(
    "text",
    [
        "Politiet evakuerte 164 personer etter raset.",
        "Kommunestyret vedtok torsdag å leggje ned skulen",
        "The ferry to Storvik was cancelled because of ice.",
        "Politiet sier at de ikke vet hvor mange som er savnet.",
        "The mayor did not say when the bridge will open.",
        "Politiet vet ikke hvor mange de er.",
        "– Tre personer er savnet, sier politiet.",
    ],
)
def test_a_whole_sentence_that_asks_nothing_is_a_statement(text: str) -> None:
    assert read_question(text).kind is STATEMENT


@pytest.mark.parametrize("text", ["", "rasfare", "raset i Nordvåg", "ferry strike Storvik"])
def test_few_words_are_a_query(text: str) -> None:
    assert read_question(text).kind is WHAT


def test_words_typed_without_capital_and_full_stop_are_no_statement() -> None:
    assert read_question("prisen på kaffe da butikken i Hellvika åpnet").kind is not STATEMENT
    assert read_question("the harbour of Storvik was closed on Monday").kind is not STATEMENT
    assert read_question("the harbour of Storvik was closed on Monday.").kind is STATEMENT


def test_a_question_mark_makes_no_statement() -> None:
    assert read_question("Politiet evakuerte 164 personer etter raset?").kind is WHAT
    assert read_question("Kommunen varslet naboene, og hvor mange var det?").kind is HOW_MANY


@pytest.mark.parametrize(
    "text",
    [
        "fortell om raset i Nordvåg",
        "fortel om raset i Nordvåg",
        "Vis alt om streiken på Storøya.",
        "Tell me about the landslide in Nordvåg.",
        "Describe the landslide in Nordvåg.",
    ],
)
def test_an_order_asks_what(text: str) -> None:
    assert read_question(text).kind is WHAT


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("hvor mange ble evakuert i Nordvåg", HOW_MANY),
        ("kven skal leie den nye skulen", WHO),
        ("I hvilken by bor forfatteren av boka", WHERE),
        ("og når gikk raset i Nordvåg", WHEN),
        ("ifølge politiet hvor mange ble evakuert", HOW_MANY),
        ("why was the ferry to Storvik cancelled", WHY),
    ],
)
def test_a_question_word_that_opens_asks_without_a_question_mark(text: str, kind: Kind) -> None:
    assert read_question(text).kind is kind


def test_a_document_is_refused_before_it_is_read() -> None:
    with pytest.raises(QueryUnusable, match="at most 10000"):
        read_question("hvor mange " * 1_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "«Hvem har sagt dette før?",
        "Hvorfor skulle jeg ikke delta i det?»",
        "“Why am I only being told this now?”",
        "Når jeg snakker offentlig, får jeg stygge meldinger.",
        "Rønnevik, who led the search on Sunday, thanked the volunteers.",
    ],
)
def test_a_quote_or_a_clause_asks_for_nothing(text: str) -> None:
    assert read_question(text).kind is Kind.STATEMENT


def test_a_question_about_a_quoted_word_is_a_question() -> None:
    assert read_question('What does it mean that a currency may "float?"').kind is WHAT
    assert read_question("«Havbris» forliste, men når?").kind is Kind.WHEN


KINDS: dict[Kind, tuple[str, ...]] = {
    YES_NO: (
        "Har IS brukt kjemiske våpen?", "Er det åpnet sak mot ordføreren?", "Ble skolen i Fjellså lagt ned?", "Var Hala Jaber i Erbil?",
        "Har politiet pågrepet noen?", "Finnes det flere rapporter om raset?", "Skal kommunen bygge ny skole?", "Kan sykehuset legges ned?",
        "er havna i Storvik stengt", "ble skolen i Fjellså lagt ned", "finnes det flere rapporter om raset", "Og har IS brukt gass?",
        "Brukte IS kjemiske våpen?", "Vant hun valget?", "Stemte partiet for budsjettet?", "Mener ordføreren at brua er trygg?",
        "Er det mange som har flyktet?", "Vert skulen i Fjellså lagd ned?", "vert skulen i Fjellså lagd ned", "Har dei funne dei sakna?",
        "Finst det ein rapport om raset?", "Fekk kommunen pengane?", "Did the council reject the plan?", "did the army confirm the attack",
        "Is the road to Velisk closed?", "Were the couple warned before the landslide?", "Has the Red Cross registered anyone?",
        "Can the hospital be saved?", "Will Trump resign?", "Didn’t they know?", "Did they win when they played at home?",
    ),
    QUOTE: (
        "Hva sa Hala Jaber om Mosul?", "Hva sier ordføreren om skolen?", "Hva mener Trygve Slagsvold Vedum?", "hva mener rødt om eøs",
        "Hva har statsministeren sagt om brua?", "Hva skriver Aftenposten om saken?", "Hva svarte politiet?", "Hva uttalte Lavrov?",
        "Hva skal Trump ha sagt til Comey?", "Kva seier Øvrelid til avisa?", "Kva meiner ordføraren om vindkraft?", "Kva sa ho om raset?",
        "Kva har fylket svart?", "Ifølge NTB, hva sa ministeren?", "What did Jaber say about Mosul?", "What does the union say?",
        "What has the minister said about the bridge?", "What did the mayor of Skarvdal tell reporters?", "what did police say",
        "What do experts think about the plan?",
    ),
    HOW: (
        "Hvordan gikk valget?", "Hvordan brukte IS droner?", "Korleis gjekk det med ferja?", "hvorledes døde han", "How did peace start?",
        "how do you become governor", "How is the camp run?", "På hvilken måte ble han drept?", "In what way did it change?",
    ),
    HOW_MANY: ("How many fled?", "How much did it cost?", "Kor mykje kosta brua?", "Hvor ofte går ferja?"),
    WHY: ("How come the ferry stopped?", "Hvorfor gikk raset?", "Kvifor streikar dei?"),
    WHO: ("Hvem sa at det lå lik i gatene?", "Kven har sagt dette?", "Er det kjent hvem som døde?", "Can you tell me who won?"),
    WHEN: ("Vet politiet når det skjedde?", "Did they say when it will open?", "Når sa han det?"),
    WHAT: (
        "Hvilken fangst fikk de?", "What is said to be the cause?", "What does the engine seek to answer?", "Nordvåg?",
        "Hva betyr ordet?", "Hva menes med det?", "IS har brukt hva?", "Ordfører Aspenes i Skarvdal?",
        "may 2017 attack mosul", "will smith",
    ),
}  # fmt: skip


def test_each_question_is_of_its_kind() -> None:
    wrong = {text: read.value for kind, texts in KINDS.items() for text in texts if (read := read_question(text).kind) is not kind}
    assert wrong == {}
    assert sum(map(len, KINDS.values())) >= 60


def test_kinds_without_a_weight_of_their_own_count_as_what() -> None:
    assert {kind for kind in Kind if kind.weight != kind.value} == {HOW, QUOTE, YES_NO}
    assert {kind.weight for kind in (HOW, QUOTE, YES_NO)} == {WHAT.value}


# Names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hva sier Hala Jaber om Mosul?", ("Hala Jaber", "Mosul")),
        ("Hala Jaber sa hva om Mosul?", ("Hala Jaber", "Mosul")),
        ("Hvor mange studenter har Universitetet i Oslo?", ("Universitetet i Oslo",)),
        ("Hva gjør Norsk Folkehjelp i Mosul?", ("Norsk Folkehjelp", "Mosul")),
        ("Hva sa Jaber i Mosul?", ("Jaber", "Mosul")),
        ("Did the University of Oslo close?", ("University of Oslo",)),
        ("Hva kostar sjukehuset i Møre og Romsdal?", ("Møre og Romsdal",)),
        ("Hva mener ordfører Gunnhild Aspenes?", ("Gunnhild Aspenes",)),
        ("What did President Donald Trump say in March?", ("Donald Trump",)),
        ("Who is Salman bin Abdulaziz?", ("Salman bin Abdulaziz",)),
        ("Fortell om Jan van der Berg", ("Jan van der Berg",)),
        ("Hva mener Sp-leder Trygve Slagsvold Vedum?", ("Trygve Slagsvold Vedum",)),
        ("Where is Jaber's camp, and is Jaber there?", ("Jaber",)),
        ("IS har brukt hva?", ("IS",)),
        ("Har IS brukt gass?", ("IS",)),
        ("Nordvåg", ()),
        ("HVEM SCORET I FINALEN?", ()),
        ("rasfare", ()),
    ],
)
def test_a_name_of_several_words_is_one(text: str, names: tuple[str, ...]) -> None:
    assert read_question(text).full_names == names


# Sources

PUBLISHERS = (
    "Nordvåg Avis", "VG", "Reuters",
    "Aftenposten.no", "The Skerry Dispatch", "NTB", "NRK Nordland", "NRK Troms", "UN News", "FN", "Time", "",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "publishers"),
    [
        ("Hvor mange ble drept ifølge VG i 2016?", ("VG",)),
        ("Hvor mange ble ifølge VG drept?", ("VG",)),
        ("ifølge vg hvor mange ble drept", ("VG",)),
        ("According to Reuters, how many fled?", ("Reuters",)),
        ("What happened in Reuters last week?", ("Reuters",)),
        ("Hva sto i Aftenposten om raset?", ("Aftenposten.no",)),
        ("Hva skriver NTB om Donald Trump?", ("NTB",)),
        ("Kva skriv NTB om raset?", ("NTB",)),
        ("Hvem vant ifølge Skerry Dispatch?", ("The Skerry Dispatch",)),
        ("according to the skerry dispatch, who won?", ("The Skerry Dispatch",)),
        ("Hvem vant ifølge NRK?", ("NRK Nordland", "NRK Troms")),
        ("Hva skjedde ifølge Nordvåg Avis?", ("Nordvåg Avis",)),
        ("Hva sto i avisa Nordvåg Avis?", ("Nordvåg Avis",)),
        ("What did Reuters report about Mosul?", ("Reuters",)),
        ("Ifølge FN, hvor mange har flyktet?", ()),
        ("How many were killed, according to the UN?", ()),
        ("Hva skjedde i Nordvåg?", ()),
        ("Hva skjedde ifølge Nordvåg kommune?", ()),
        ("What did Nordvåg do?", ()),
        ("What happened in Time Square?", ()),
        ("Did they arrive in time?", ()),
        ("Hvor mange ifølge Hala Jaber?", ()),
        ("Hvem er redaktør for VG?", ()),
        ("Politiet fant tre personer i raset, skriver NTB.", ()),
    ],
)
def test_a_publisher_that_is_named_as_the_source_restricts(text: str, publishers: tuple[str, ...]) -> None:
    assert publishers_named(read_question(text).sources, PUBLISHERS) == publishers


# The window of a question (its table is in test_windows.py)


def test_the_window_of_a_question_counts_from_the_day_passed_in() -> None:
    window = read_question("Hva skjedde i fjor?", today=datetime.date(2017, 3, 10)).window
    assert window is not None
    assert (window.start, window.end, window.text) == ("2016-01-01", "2016-12-31", "i fjor")
    assert read_question("Hva skjedde i fjor?").window is not None


def test_a_statement_has_no_window_of_its_own() -> None:
    assert read_question("Kommunestyret vedtok i fjor å legge ned skolen.").window is None


@given(st.one_of(st.text(), st.text(alphabet="AaÅ iofæ.?'’«»–-&19 ")))
def test_any_text_is_read(text: str) -> None:
    question = read_question(text, today=datetime.date(2017, 3, 10))
    assert all(name.split()[0] in question.text for name in question.full_names)
    publishers_named(question.sources, [text, "VG", "The"])
