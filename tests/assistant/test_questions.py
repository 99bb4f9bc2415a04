from __future__ import annotations

import pytest

from assistant.questions import read_question
from assistant.types import Kind
from vectorstore import QueryUnusable

HOW_MANY, WHEN, WHERE, WHO, WHY, WHAT, STATEMENT = (
    *(Kind.HOW_MANY, Kind.WHEN, Kind.WHERE, Kind.WHO),
    *(Kind.WHY, Kind.WHAT, Kind.STATEMENT),
)

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
    ("Hva sa ordfører Gunnhild Aspenes om rapporten?", WHAT, "nb", ("gunnhild", "aspenes")),
    ("Hvordan gikk avstemningen i Skarvdal?", WHAT, "nb", ("skarvdal",)),
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
    ("Kva seier Sindre Øvrelid om raset?", WHAT, "nn", ("sindre", "øvrelid")),
    ("Korleis gjekk røystinga?", WHAT, "nn", ()),
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
    ("What did UNHCR's spokeswoman say about the camp?", WHAT, "en", ("unhcr",)),
    ("Did the army confirm the attack?", WHAT, "en", ()),
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
    assert read_question("Hva sa ordføreren da hun fikk vite hvor mange det var?").kind is WHAT
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


def test_a_question_mark_makes_no_statement() -> None:
    assert read_question("Politiet evakuerte 164 personer etter raset?").kind is WHAT
    assert read_question("Kommunen varslet naboene, og hvor mange var det?").kind is HOW_MANY


@pytest.mark.parametrize(
    "text",
    [
        "er havna i Storvik stengt",
        "ble skolen i Fjellså lagt ned",
        "vert skulen i Fjellså lagd ned",
        "finnes det flere rapporter om raset",
        "fortell om raset i Nordvåg",
        "fortel om raset i Nordvåg",
        "Vis alt om streiken på Storøya.",
        "did the army confirm the attack",
        "Tell me about the landslide in Nordvåg.",
        "Describe the landslide in Nordvåg.",
    ],
)
def test_what_asks_without_a_question_word_or_mark_is_no_statement(text: str) -> None:
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
