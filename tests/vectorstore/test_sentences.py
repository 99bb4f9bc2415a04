from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.texts import ANY_TEXT, PROPERTY, tiles
from vectorstore.sentences import LONGEST, split_sentences

BOUNDARIES = Path(__file__).parent / "boundaries"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def paragraphs_of(language: str) -> list[list[str]]:
    """The paragraphs of a boundary file, each a list of its sentences; both halves."""
    given_text = (BOUNDARIES / f"{language}.txt").read_text(encoding="utf-8")
    paragraphs = given_text.replace("# held back\n", "").split("\n\n")
    return [sentences for paragraph in paragraphs if (sentences := paragraph.strip().splitlines())]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_boundaries_are_found_in_news_of_each_language(language: str) -> None:
    right, missed, invented = 0, [], []
    for sentences in paragraphs_of(language):
        text = " ".join(sentences)
        expected = set(accumulate(len(sentence) + 1 for sentence in sentences[:-1]))
        found = {start for start, _ in split_sentences(text, 0, len(text))} - {0}
        right += len(expected & found)
        missed += [text[at - 30 : at + 20] for at in sorted(expected - found)]
        invented += [text[at - 30 : at + 20] for at in sorted(found - expected)]
    assert right + len(missed) >= 150
    assert 2 * right / (2 * right + len(missed) + len(invented)) >= 0.99, (missed, invented)


def test_a_date_or_an_ordinal_does_not_end_a_sentence() -> None:
    assert split("Raset gikk 19. februar. Ingen ble skadd.") == ["Raset gikk 19. februar.", "Ingen ble skadd."]
    assert split("Kong Olav 5. døde mellom 1. og 2. påskedag.") == ["Kong Olav 5. døde mellom 1. og 2. påskedag."]
    assert split("Laget ligger på 2. plass. 17. mai er fri.") == ["Laget ligger på 2. plass.", "17. mai er fri."]


def test_a_number_at_the_end_of_a_sentence_ends_it() -> None:
    assert split("Hun bor i Storgata 5. Han er født i 1990. Da var de 45. Ingen dro.") == [
        "Hun bor i Storgata 5.",
        "Han er født i 1990.",
        "Da var de 45.",
        "Ingen dro.",
    ]
    assert split("Det var i 1990. 17. mai var fri.") == ["Det var i 1990.", "17. mai var fri."]


def test_a_time_or_an_amount_is_one_piece() -> None:
    assert split("Toget gikk kl. 14.30. Ingen rakk det.") == ["Toget gikk kl. 14.30.", "Ingen rakk det."]
    assert split("Det gjelder ca. 45.000 kroner, dvs. 2.5 pst. Alt er betalt.") == [
        "Det gjelder ca. 45.000 kroner, dvs. 2.5 pst.",
        "Alt er betalt.",
    ]


def test_an_abbreviation_that_something_follows_does_not_end_a_sentence() -> None:
    for text in ("Han nevner f.eks. Oslo.", "Jf. Grunnloven § 112.", "Adm.dir. Knut Aas går.", "We met Mr. Berg and Dr. Lie."):
        assert split(text) == [text]


def test_an_abbreviation_that_may_end_a_sentence_ends_it_before_a_capital() -> None:
    assert split("De kjøpte garn, tau osv. Alt var dyrt.") == ["De kjøpte garn, tau osv.", "Alt var dyrt."]
    assert split("It ended at 5 p.m. The crowd left.") == ["It ended at 5 p.m.", "The crowd left."]
    assert split("It starts at 5 p.m. Monday.") == ["It starts at 5 p.m. Monday."]


def test_a_country_of_initials_ends_a_sentence_only_before_a_starter() -> None:
    assert split("She moved to the U.S. in May.") == ["She moved to the U.S. in May."]
    assert split("The U.S. Senate voted. It passed.") == ["The U.S. Senate voted.", "It passed."]
    assert split("She moved to the U.S. They stayed.") == ["She moved to the U.S.", "They stayed."]


def test_initials_of_a_name_do_not_end_a_sentence() -> None:
    for text in ("Bildet ble tatt av J. K. Nordvik.", "George W. Bush spoke.", "Her er A. Hansen.", "Øystein Å. Berg kom."):
        assert split(text) == [text]


def test_a_company_is_followed_by_its_people() -> None:
    assert split("Acme Inc. Chief Executive Bo Li left.") == ["Acme Inc. Chief Executive Bo Li left."]
    assert split("She works for Acme Inc. The firm is old.") == ["She works for Acme Inc.", "The firm is old."]


def test_who_says_it_belongs_to_the_quote() -> None:
    assert split("«Kom inn!» ropte hun. Han gikk.") == ["«Kom inn!» ropte hun.", "Han gikk."]
    assert split("“Who is there?” Mary Berg said. He left.") == ["“Who is there?” Mary Berg said.", "He left."]
    assert split("– Kom inn! sier hun.") == ["– Kom inn! sier hun."]


def test_a_closed_quote_ends_a_sentence() -> None:
    assert split("Han sa: «Nei.» Så gikk han.") == ["Han sa: «Nei.»", "Så gikk han."]
    assert split('She said "No." "Yes," he said.') == ['She said "No."', '"Yes," he said.']
    assert split("Hun ble. (Han gikk.) De kom.") == ["Hun ble.", "(Han gikk.)", "De kom."]


def test_a_dash_quote_begins_a_sentence() -> None:
    assert split("– Vi venter. – Hvor lenge? – Til i morgen, sier Berg.") == [
        "– Vi venter.",
        "– Hvor lenge?",
        "– Til i morgen, sier Berg.",
    ]


def test_a_lost_blank_is_no_lost_boundary() -> None:
    assert split("That is what he told RT.More than 20 died.") == ["That is what he told RT.", "More than 20 died."]
    assert split('He left."We stay," she said.') == ["He left.", '"We stay," she said.']
    assert split("There wasBut the agency said no.") == ["There was", "But the agency said no."]


def test_an_address_is_one_piece() -> None:
    assert split("Se nrk.no, U.S.Steel og a.Bok@nord.no for mer.") == ["Se nrk.no, U.S.Steel og a.Bok@nord.no for mer."]


def test_lower_case_never_begins_a_sentence() -> None:
    assert split("Vi venter... og venter. Ja … kanskje!») det er") == ["Vi venter... og venter.", "Ja … kanskje!») det er"]


def test_a_line_break_always_ends_a_sentence() -> None:
    for mark in ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"):
        assert split(f"Det er ca.{mark}45 av dem og{mark}{mark}flere") == ["Det er ca.", "45 av dem og", "flere"], repr(mark)


def test_a_run_without_end_is_cut_at_a_blank() -> None:
    pieces = split("ord " * 1000)
    assert "".join(f"{piece} " for piece in pieces) == "ord " * 1000
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= LONGEST


def test_a_run_without_any_blank_is_cut_all_the_same() -> None:
    assert [len(piece) for piece in split("x" * (2 * LONGEST + 7))] == [LONGEST, LONGEST, 7]


def test_only_the_range_asked_for_is_cut() -> None:
    text = "Utenfor. Hun kom. Han gikk. Utenfor."
    start, end = text.index("Hun"), text.index(" Utenfor")
    assert [text[first:last] for first, last in split_sentences(text, start, end)] == ["Hun kom.", "Han gikk."]


@PROPERTY
@given(text=ANY_TEXT)
def test_sentences_never_overlap_and_leave_only_blanks_out(text: str) -> None:
    assert tiles(text, split_sentences(text, 0, len(text)))


@PROPERTY
@given(text=ANY_TEXT, data=st.data())
def test_sentences_of_a_range_keep_inside_it_and_leave_only_blanks_out(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = split_sentences(text, start, end)
    assert tiles(text[start:end], [(first - start, last - start) for first, last in spans])


def test_runs_of_dots_and_quotes_take_no_more_than_their_length() -> None:
    assert len(split("." * 300_000)) == 300_000 // LONGEST
    assert split('a."A ' * 100_000)[:3] == ["a.", '"A a."A a.', '"A a."A a.']
