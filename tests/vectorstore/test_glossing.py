from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given

import vectorstore.glossary
from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.glossary import How, gloss, gloss_text, load_glossary, version
from vectorstore.glossary.entries import RULES

FOLDER = Path(vectorstore.glossary.__file__).parent
LISTS = sorted(FOLDER.glob("*.tsv"))
TOPICS = [file for file in LISTS if file.stem not in ("phrases", "names", "irregular")]

PARTS_OF_SPEECH = {"n", "v", "adj", "adv", "prep", "conj", "pron", "det", "num", "interj", "name"}
KINDS_OF_PHRASE = {"fixed", "noun", "verb"}
KINDS_OF_NAME = {"country", "event", "language_or_adjective", "organisation", "people", "person", "place", "title"}
STANDARDS = {"nb", "nn", "both"}


def best(text: str) -> dict[str, str]:
    """The best gloss of each word of a text."""
    return {word.text: word.glosses[0] for word in gloss(text)}


def each(words: str, english: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), english)


def how(text: str) -> list[How]:
    return [word.how for word in gloss(text)]


def rows_of(file: Path) -> list[list[str]]:
    return [row.split("\t") for row in file.read_text(encoding="utf-8").splitlines()]


def entries(*files: Path) -> Iterator[tuple[str, list[str], str, list[str]]]:
    """Bokmål, nynorsk forms, kind and glosses of every row."""
    for file in files:
        for bokmaal, nynorsk, kind, glosses in rows_of(file):
            yield bokmaal, nynorsk.split("; ") if nynorsk else [], kind, glosses.split("; ")


# Words


def test_a_noun_is_known_in_all_its_forms_in_both_standards() -> None:
    for forms, english in (
        ("flyktning flyktningen flyktninger flyktningene flyktningar flyktningane", "refugee"),
        ("jordskjelv jordskjelvet jordskjelvene jordskjelva", "earthquake"),
        ("barnehage barnehagen barnehager barnehagene barnehagar barnehagane", "kindergarten"),
        ("sykepleier sykepleieren sykepleierne sjukepleiar sjukepleiaren sjukepleiarane", "nurse"),
        ("museum museet museer museene", "museum"),
    ):
        assert best(forms) == each(forms, english)


def test_a_verb_is_known_in_all_its_forms_in_both_standards() -> None:
    for forms, english in (
        ("kaste kaster kastet kasta kastar", "throw"),
        ("snakke snakker snakket snakkar snakka", "talk"),
        ("stanse stanser stanset stansar stansa", "stop"),
        ("bekrefte bekrefter bekreftet bekreftar bekrefta", "confirm"),
    ):
        assert best(forms) == each(forms, english)


def test_an_adjective_is_known_in_all_its_forms_in_both_standards() -> None:
    for forms, english in (
        ("farlig farligere farligst farleg farlege farlegare farlegast", "dangerous"),
        ("stor stort store større størst", "large"),
        ("gammel gamle gammalt eldst", "old"),
    ):
        assert best(forms) == each(forms, english)


def test_irregular_forms_are_known() -> None:
    for forms, english in (
        ("sier sa sagt seier", "say"),
        ("skrive skrev skreiv skrevet", "write"),
        ("selge solgte solgt selde selt", "sell"),
        ("menn mennene", "man"),
        ("bøker bøkene", "book"),
        ("føtter", "foot"),
    ):
        assert best(forms) == each(forms, english)


def test_a_consonant_doubled_before_an_ending_is_single_in_the_list() -> None:
    assert best("slummen summen lammene") == {"slummen": "slum", "summen": "sum", "lammene": "lamb"}


def test_the_same_word_in_either_standard_has_the_same_gloss() -> None:
    pairs = ("ikke ikkje", "jeg eg", "hvem kven", "hjem heim", "kjærlighet kjærleik", "lørdag laurdag", "rederiet reiarlaget")
    assert {pair: len(set(best(pair).values())) for pair in pairs} == dict.fromkeys(pairs, 1)


def test_a_genitive_is_known() -> None:
    assert best("statsministerens brannvesenets Oslos Norges") == {
        "statsministerens": "prime minister",
        "brannvesenets": "fire department",
        "Oslos": "Oslo",
        "Norges": "Norway",
    }


def test_a_compound_that_is_not_listed_is_known_by_its_parts() -> None:
    compounds = {
        "kommunestyrevalget": "municipal council election",
        "sykehusledelsen": "hospital management",
        "skolebuss": "school bus",
        "vinterbeitet": "winter pasture",
        "reindriftsfamiliene": "reindeer herding family",
    }
    assert best(" ".join(compounds)) == compounds
    assert set(how(" ".join(compounds))) == {How.COMPOUND}


def test_a_compound_that_is_listed_is_not_taken_apart() -> None:
    assert [(word.glosses[0], word.how) for word in gloss("fiskebåt jordskjelv")] == [
        ("fishing boat", How.LEMMA),
        ("earthquake", How.LEMMA),
    ]


def test_the_other_meanings_follow_the_best_one() -> None:
    (word,) = gloss("aksje")
    assert word.glosses == ("share", "stock")


def test_a_word_without_end_is_not_taken_apart() -> None:
    assert how("skole" * 400) == [How.UNKNOWN]


def test_an_unknown_word_is_kept() -> None:
    assert [(word.glosses, word.how) for word in gloss("blarghen kvxz")] == [
        (("blarghen",), How.UNKNOWN),
        (("kvxz",), How.UNKNOWN),
    ]


def test_a_number_is_kept() -> None:
    assert [(word.glosses, word.how) for word in gloss("45.000 3,5 14.30 1997")] == [
        ((number,), How.NUMBER) for number in ("45.000", "3,5", "14.30", "1997")
    ]


def test_a_number_in_words_is_glossed() -> None:
    assert gloss_text("tolv tjue hundre tusen") == "twelve twenty hundred thousand"


def test_what_is_no_word_is_left_out() -> None:
    assert gloss("") == gloss(" – … «»!\n") == []
    assert gloss_text("– Ikke «kast», sykepleier!") == "not throw nurse"


# Names


def test_a_name_is_left_alone_though_it_looks_like_a_word() -> None:
    assert best("ordfører Hansen møtte Berg, Stein Lie og Bjørn Moen") == {
        "ordfører": "mayor",
        "Hansen": "Hansen",
        "møtte": "meet",
        "Berg": "Berg",
        "Stein": "Stein",
        "Lie": "Lie",
        "og": "and",
        "Bjørn": "Bjørn",
        "Moen": "Moen",
    }


def test_a_name_is_left_alone_at_the_start_of_a_sentence() -> None:
    for name in ("Hansen", "Berg", "Bjørn", "Bergen", "Oslo", "Xyzzorp"):
        first, _ = gloss(f"{name} kom.")
        assert (first.glosses, first.how) == ((name,), How.NAME)


def test_a_place_has_its_english_name() -> None:
    places = {"Norge": "Norway", "Noreg": "Norway", "Tyskland": "Germany", "Hviterussland": "Belarus", "Bergen": "Bergen"}
    assert best(" ".join(places)) == places


def test_an_institution_has_its_english_name() -> None:
    assert best("Røde Kors, FN, Høyre og Arbeiderpartiet") == {
        "Røde Kors": "Red Cross",
        "FN": "UN",
        "Høyre": "Conservative Party",
        "og": "and",
        "Arbeiderpartiet": "Labour Party",
    }


def test_a_common_word_may_have_a_capital_where_a_sentence_or_quote_begins() -> None:
    for text in ("Flyktningene kom.", "Nei. Flyktningene kom.", "– Flyktningene kom.", "Hun sa: «Flyktningene kom»"):
        assert best(text)["Flyktningene"] == "refugee", text


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    assert [(word.glosses[0], word.how) for word in gloss("Han leser Flyktningene")][2] == ("Flyktningene", How.NAME)


def test_capitals_throughout_do_not_make_a_name() -> None:
    assert gloss_text("Nå: POLITIET ADVARER") == "now police warn"


def test_the_part_of_a_word_after_a_hyphen_begins_no_sentence() -> None:
    assert [(word.text, word.how) for word in gloss("pro-Flyktningene")][-1] == ("Flyktningene", How.NAME)


# Phrases


def test_a_phrase_is_glossed_as_a_whole() -> None:
    assert [(word.text, word.glosses[0], word.how) for word in gloss("stengt i fjor på grunn av regn")] == [
        ("stengt", "closed", How.LEMMA),
        ("i fjor", "last year", How.PHRASE),
        ("på grunn av", "because of", How.PHRASE),
        ("regn", "rain", How.LEMMA),
    ]


def test_the_verb_of_a_phrase_may_be_inflected() -> None:
    for text in ("legge ned", "legger ned", "la ned", "leggje ned"):
        assert best(text) == {text: "close down"}


def test_a_phrase_may_begin_with_a_capital() -> None:
    assert best("På grunn av regn") == {"På grunn av": "because of", "regn": "rain"}


def test_the_words_of_a_phrase_apart_are_no_phrase() -> None:
    assert How.PHRASE not in how("grunn på av")


def test_a_phrase_does_not_run_over_a_full_stop_or_comma() -> None:
    assert How.PHRASE not in how("Hun kom. Ut gikk Kari.")
    assert How.PHRASE not in how("Da han gikk, av alle ting, ble det stille.")


# Any text


@PROPERTY
@given(text=ANY_TEXT)
def test_any_text_is_glossed_word_by_word_in_order(text: str) -> None:
    found = gloss(text)
    assert all(word.text and word.glosses and all(word.glosses) for word in found)
    assert gloss_text(text) == " ".join(word.glosses[0] for word in found)
    assert "".join(filter(str.isalnum, "".join(word.text for word in found))) == "".join(filter(str.isalnum, text))


# The lists themselves


def test_every_row_has_its_columns() -> None:
    assert {file.stem: {len(row) for row in rows_of(file)} for file in LISTS} == {
        file.stem: {3 if file.stem == "irregular" else 4} for file in LISTS
    }
    assert len(TOPICS) >= 15


def test_lists_are_plain_text() -> None:
    for file in LISTS:
        raw = file.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf"), file.name
        assert b"\r" not in raw, file.name
        assert raw.endswith(b"\n"), file.name
        assert not raw.endswith(b"\n\n"), file.name
        assert unicodedata.is_normalized("NFC", raw.decode()), file.name


def test_no_cell_has_stray_blanks() -> None:
    for file in LISTS:
        stray = [row for row in rows_of(file) for cell in row if cell != " ".join(cell.split())]
        assert stray == [], file.name


def test_every_kind_is_known() -> None:
    assert {kind for _, _, kind, _ in entries(*TOPICS)} <= PARTS_OF_SPEECH
    assert {kind for _, _, kind, _ in entries(FOLDER / "phrases.tsv")} <= KINDS_OF_PHRASE
    assert {kind for _, _, kind, _ in entries(FOLDER / "names.tsv")} <= KINDS_OF_NAME
    assert {standard for _, _, standard in rows_of(FOLDER / "irregular.tsv")} <= STANDARDS


def test_every_entry_has_one_to_three_glosses_and_none_twice() -> None:
    for bokmaal, _, kind, glosses in entries(*TOPICS, FOLDER / "phrases.tsv", FOLDER / "names.tsv"):
        assert 1 <= len(glosses) <= 3, (bokmaal, kind)
        assert len(set(glosses)) == len(glosses), (bokmaal, kind)
        assert not any(";" in english or not english for english in glosses), (bokmaal, kind)


def test_nynorsk_is_given_only_where_it_differs() -> None:
    for bokmaal, nynorsk, kind, _ in entries(*TOPICS):
        assert bokmaal not in nynorsk, (bokmaal, kind)
        assert len(set(nynorsk)) == len(nynorsk), (bokmaal, kind)
        assert not any(";" in form or not form for form in nynorsk), (bokmaal, kind)


def test_no_word_is_listed_twice() -> None:
    counted = Counter((bokmaal, kind) for bokmaal, _, kind, _ in entries(*TOPICS))
    assert [entry for entry, times in counted.items() if times > 1] == []


def test_no_phrase_name_or_irregular_form_is_listed_twice() -> None:
    for file in (FOLDER / "phrases.tsv", FOLDER / "names.tsv"):
        counted = Counter((bokmaal, kind) for bokmaal, _, kind, _ in entries(file))
        assert [entry for entry, times in counted.items() if times > 1] == []
    forms = Counter((form, lemma) for form, lemma, _ in rows_of(FOLDER / "irregular.tsv"))
    assert [form for form, times in forms.items() if times > 1] == []


def test_an_irregular_form_is_one_word_in_lower_case_other_than_its_lemma() -> None:
    for form, lemma, _ in rows_of(FOLDER / "irregular.tsv"):
        assert form == form.lower() != lemma, form
        assert form.split() == [form], form


def test_the_lists_are_read_once() -> None:
    assert load_glossary() is load_glossary()
    assert len(load_glossary().lemmas) > 15_000


def test_every_listed_phrase_and_name_is_found() -> None:
    rows = entries(*TOPICS, FOLDER / "phrases.tsv", FOLDER / "names.tsv")
    listed = [form for bokmaal, nynorsk, _, _ in rows for form in (bokmaal, *nynorsk)]
    assert [form for form in listed if len(gloss(form)) != 1] == []


def test_the_version_is_a_hash_of_the_lists() -> None:
    assert version() == version()
    assert version().startswith(f"{RULES}-")
