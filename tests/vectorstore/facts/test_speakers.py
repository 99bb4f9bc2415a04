from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.facts.scoring_speech import score_speakers
from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.facts.speakers import Speaker, Speech, read_article_speech, read_speech
from vectorstore.sentences import split_sentences


def named(text: str, language: str = "nb") -> list[str]:
    return [speaker.name for speaker in read_speech(text, language).speakers if not speaker.inferred]


def inferred(text: str, language: str = "nb") -> list[str]:
    return [speaker.name for speaker in read_speech(text, language).speakers if speaker.inferred]


def test_labelled_speakers_are_found() -> None:
    count, f1 = score_speakers("development")
    assert count >= 120
    assert f1 >= 0.97


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("nb", "Ifølge politiet gikk skredet like etter midnatt.", "politiet"),
        ("nb", "Skredet gikk, ifølge ordfører Kari Lunde i Vik kommune, like etter midnatt.", "Kari Lunde"),
        ("nb", "Etter det politiet opplyser, var veien stengt.", "politiet"),
        ("nb", "Kystvakten opplyser at båten er funnet.", "Kystvakten"),
        ("nb", "I går sa Lunde at båten er funnet.", "Lunde"),
        ("nb", "Tidligere har FN anslått at 40 000 er på flukt.", "FN"),
        ("nb", "Båten er funnet, opplyser operasjonsleder Trond Eik i Vest politidistrikt.", "Trond Eik"),
        ("nb", "– Vi håper på en løsning, sier en talsmann for rederiet.", "en talsmann for rederiet"),
        ("nb", "«Dette er feil», skriver advokat Ida Moe i et brev.", "Ida Moe"),
        ("nb", "Kari Lunde, som er ordfører i Vik, sier at veien er stengt.", "Kari Lunde"),
        ("nb", "Ordføreren i Vik, Kari Lunde, sier at veien er stengt.", "Kari Lunde"),
        ("nb", "Veien er stengt, bekrefter ordføreren i Vik, Kari Lunde.", "Kari Lunde"),
        ("nb", "FNs talsmann avviser at lageret var tomt.", "FNs talsmann"),
        ("nb", "Ifølge en rapport fra Riksrevisjonen svikter kontrollen.", "Riksrevisjonen"),
        ("nb", "Ifølge FNs tall er 200 drept.", "FN"),
        ("nb", "Ingen er skadd, heter det i en melding fra redningssentralen.", "redningssentralen"),
        ("nb", "Politiet: Mann savnet i Vik", "Politiet"),
        ("nn", "Vegen er stengd, opplyser Vegtrafikksentralen.", "Vegtrafikksentralen"),
        ("nn", "Ifølgje lensmannen var det glatt.", "lensmannen"),
        ("nn", "Vik kommune sin talsperson, Eli Rønning, seier at vatnet må kokast.", "Eli Rønning"),
        ("nn", "– No er det nok, meiner leiaren i fiskarlaget, Arne Sandal.", "Arne Sandal"),
        ("en", "The bridge will stay closed, the council said on Monday.", "the council"),
        ("en", "“We lost everything,” said Amina Yusuf, a mother of three.", "Amina Yusuf"),
        ("en", "According to a spokesman for the hospital, both are stable.", "a spokesman for the hospital"),
        ("en", "The plant's owner, Northgate Chemicals, says its pipes are clean.", "Northgate Chemicals"),
        ("en", "Foreign Minister Anna Holm was quoted as saying that talks would resume.", "Anna Holm"),
        ("en", "Data from Statistics Norway show that prices rose.", "Statistics Norway"),
        ("en", "The Red Cross estimates that half the wells are dry.", "Red Cross"),
        ("en", "The law, Poole said, was too weak.", "Poole"),
    ],
)
def test_a_source_is_named_in_many_ways(language: str, text: str, speaker: str) -> None:
    assert named(text, language) == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("nb", "FN og Røde Kors opplyser at veien er stengt.", ["FN", "Røde Kors"]),
        ("nb", "Skatten skal ned, sier statsminister Jon Vik og finansminister Tone Dal.", ["Jon Vik", "Tone Dal"]),
        ("nb", "Helse- og omsorgsdepartementet opplyser at loven er endret.", ["Helse- og omsorgsdepartementet"]),
        ("nb", "Ifølge politiet deltok 300, mens arrangøren anslår det dobbelte.", ["politiet", "arrangøren"]),
        ("en", "Taxes would fall, Okoro and Lim said in a statement.", ["Okoro", "Lim"]),
        ("en", "The Ministry of Health and Care said the law had changed.", ["Ministry of Health and Care"]),
    ],
)
def test_several_speakers_are_told_apart(language: str, text: str, speakers: list[str]) -> None:
    assert named(text, language) == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Laget hevdet seg i toppen, og keeperen avviste to skudd."),
        ("nb", "Kommunen sier nei til planene."),
        ("nb", "Legen skrev ut en resept og ba pasienten komme tilbake."),
        ("nb", "Politiet vil ikke si noe om årsaken."),
        ("nb", "Hverken eieren eller kommunen vil si hva tomten kostet."),
        ("nb", "Skiltet sier at stien er stengt."),
        ("nb", "Ifølge planen åpner skolen i august."),
        ("nn", "Læraren fortalde eventyr for dei minste."),
        ("en", "The storm claimed three lives."),
        ("en", "Residents were told to leave."),
        ("en", "Everything went according to plan."),
        ("en", "The guards shouted at the crowd to move back."),
        ("en", "The neighbours called the police."),
    ],
)
def test_a_deed_makes_nobody_a_speaker(language: str, text: str) -> None:
    assert read_speech(text, language).speakers == ()


@pytest.mark.parametrize(
    ("language", "text", "speakers", "reported_by"),
    [
        ("nb", "Minst ti er døde, melder Reuters.", [], ("Reuters",)),
        ("nb", "Ap mener skatten må ned, skriver AP.", ["Ap"], ("AP",)),
        ("nb", "– Vi venter, sier Kari Lunde til Strandposten.", ["Kari Lunde"], ("Strandposten",)),
        ("nb", "Etter det NTB kjenner til, er saken henlagt.", [], ("NTB",)),
        ("nb", "Mannen er pågrepet, får NRK bekreftet av politiet.", ["politiet"], ("NRK",)),
        ("nn", "Det skriv nyheitsbyrået TT.", [], ("TT",)),
        ("en", "Two residents told the BBC that the army had left.", ["Two residents"], ("BBC",)),
        ("en", "The army left, Reuters reported, citing a security source.", ["a security source"], ("Reuters",)),
        ("en", "Jan Berg told the court that he was at home.", ["Jan Berg"], ()),
    ],
)
def test_agencies_and_outlets_pass_on_what_others_say(language: str, text: str, speakers: list[str], reported_by: tuple[str, ...]) -> None:
    speech = read_speech(text, language)
    assert [speaker.name for speaker in speech.speakers] == speakers
    assert speech.reported_by == reported_by


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("nb", "Arne Lie møtte pressen. Han sa at broen er trygg.", ["Arne Lie"]),
        ("nb", "Arne Lie kjente Mona Vik. – Vi var naboer, sier hun.", ["Mona Vik"]),
        ("nb", "Naboene er sinte. De forteller at ingen varslet dem.", ["Naboene"]),
        ("nn", "Turid Li er lærar. Ifølgje henne er skulen for liten.", ["Turid Li"]),
        ("en", "Nurse Emily Tran works nights. She says the ward is full.", ["Emily Tran"]),
    ],
)
def test_a_pronoun_means_who_was_named_before(language: str, text: str, speakers: list[str]) -> None:
    assert inferred(text, language) == speakers


def test_a_dash_without_a_name_belongs_to_who_was_named_before() -> None:
    text = "Synne Haug driver gården alene.\n– Jeg står opp klokka fem.\n– Det går bra, sier Haug."
    speakers = read_speech(text, "nb").speakers
    assert [(speaker.name, speaker.full_name, speaker.inferred) for speaker in speakers] == [
        ("Synne Haug", "Synne Haug", True),
        ("Haug", "Synne Haug", False),
    ]
    assert text[speakers[0].start : speakers[0].end] == "–"


def test_a_dash_with_nobody_before_it_belongs_to_nobody() -> None:
    assert read_speech("– Vinteren er den verste på tretti år\nDet sier reineier Nils Sara.", "nb").speakers[0].name == "Nils Sara"
    assert inferred("– Ingen vet noe.") == []


def test_what_the_reporter_asks_belongs_to_nobody() -> None:
    assert inferred("Borghild Ness fyller år.\n– Hvor gammel blir du?\n– Jeg blir hundre.") == ["Borghild Ness"]


def test_a_statement_without_a_speaker_is_not_given_to_who_was_named_before() -> None:
    assert inferred("Kari Lunde er ordfører.\n– Vi beklager, heter det i en uttalelse.") == []


def test_a_quotation_of_several_sentences_belongs_to_its_speaker() -> None:
    text = "– Vi er lei oss. Det skulle ikke skjedd, sier Kari Lunde. – Vi rydder opp. Møtet varte i to timer."
    speech = read_speech(text, "nb")
    quoted = [bool(speech.of_sentence(start, end).speakers) for start, end in split_sentences(text, 0, len(text))]
    assert quoted == [True, True, True, False]


def test_a_source_belongs_to_its_own_sentence() -> None:
    text = "Ifølge politiet er ti skadd. Veien er stengt. Det melder NTB."
    speech = read_speech(text, "nb")
    parts = [speech.of_sentence(start, end) for start, end in split_sentences(text, 0, len(text))]
    assert [[speaker.name for speaker in part.speakers] for part in parts] == [["politiet"], [], []]
    assert [part.reported_by for part in parts] == [(), (), ("NTB",)]


def test_a_whole_article_is_read_like_its_paragraphs() -> None:
    text = "Kari Lunde er ordfører. Hun sier at veien er stengt.\n– Vi venter på geologen."
    paragraphs = [split_sentences(text, 0, text.index("\n")), split_sentences(text, text.index("\n"), len(text))]
    assert read_article_speech(text, paragraphs, "nb") == read_speech(text, "nb")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@PROPERTY
@given(data=st.data())
def test_every_span_lies_in_the_text_and_holds_the_name(language: str, data: st.DataObject) -> None:
    text = data.draw(ANY_TEXT | st.lists(st.sampled_from(_PIECES)).map("".join))
    speech = read_speech(text, language)
    for speaker in speech.speakers:
        assert 0 <= speaker.sentence_start <= speaker.start < speaker.end <= speaker.sentence_end <= len(text)
        assert speaker.inferred or text[speaker.start : speaker.end] == speaker.name
    for report in speech.reports:
        assert report.sentence_start <= report.start < report.end <= report.sentence_end
        assert text[report.start : report.end] == report.name
    assert _in_order(speech)


def _in_order(speech: Speech) -> bool:
    """What looking up a sentence relies on."""
    starts = [speaker.sentence_start for speaker in speech.speakers]
    ends = [speaker.sentence_end for speaker in speech.speakers]
    return starts == sorted(starts) and ends == sorted(ends)


_PIECES = (
    *("Kari Lunde", "Lunde", "politiet", "en talsmann for FN", "Reuters", "hun", "she", "the ministry", "FNs tall", "Vik kommune sin"),
    *(" sier ", " said ", ", sier ", ", said ", " told ", " ifølge ", " according to ", " at ", " that ", " og ", " and ", " til ", " av "),
    *("– ", "\n– ", "\n", ". ", ", ", "«", "»", "“", "”", '"', ": ", "? ", " (", ") ", "'s ", "er stengt", "har ", "was "),
)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        *("sier Lunde, ", "told NRK ", "Kari ", "– a\n", '"«', "ifølge ", "according to ", "A."),
        *("(", "Kari og ", "a", "the man said ", ", ", "a's "),
    ],
)
def test_a_hostile_text_is_read_in_time(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = time.perf_counter()
    read_speech(text, language)
    assert time.perf_counter() - begun < 2


def test_a_speaker_is_a_value() -> None:
    speaker = read_speech("Politiet opplyser at veien er stengt.", "nb").speakers[0]
    assert speaker == Speaker("Politiet", 0, 8, False, 0, 37, "says", "Politiet")
