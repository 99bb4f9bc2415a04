from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tests.vectorstore.texts import ANY_TEXT, PROPERTY
from vectorstore.glossary import How, OwnWord, glosser, glosser_with


def best(text: str) -> dict[str, str]:
    """The best gloss of each word of a text."""
    return {word.text: word.glosses[0] for word in glosser().gloss(text)}


def each(words: str, english: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), english)


def gloss(text: str) -> str:
    return glosser().gloss_text(text)


def how(text: str) -> list[How]:
    return [word.how for word in glosser().gloss(text)]


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


def test_a_consonant_is_respelled_before_an_ending() -> None:
    assert best("aktuelt glemte vakre midler sedler enkle rommet kjelene") == {
        "aktuelt": "current",
        "glemte": "forget",
        "vakre": "beautiful",
        "midler": "funds",
        "sedler": "banknote",
        "enkle": "simple",
        "rommet": "room",
        "kjelene": "pot",
    }


def test_a_listed_compound_is_known_with_an_irregular_end() -> None:
    assert best("politimenn politimennene brannmennene håndbøker tillitsmenn nordmenns") == {
        "politimenn": "policeman",
        "politimennene": "policeman",
        "brannmennene": "firefighter",
        "håndbøker": "handbook",
        "tillitsmenn": "union representative",
        "nordmenns": "Norwegian",
    }


def test_nynorsk_forms_are_known() -> None:
    assert gloss("Eg veit ikkje kva som hende med dei") == "I know not what as happen with they"
    assert gloss("Kvifor kjem ho frå byen førre veke?") == "why come she from city last week"
    for forms, english in (
        ("veke veka veker vekene", "week"),
        ("veg vegen vegane", "road"),
        ("jente jenta jenter jentene", "girl"),
        ("raud raudt raude raudare", "red"),
        ("skriv skreiv skrive skrivast", "write"),
        ("byggje byggjer bygde byggjast", "build"),
        ("heite heiter heitte", "be called"),
    ):
        assert best(forms) == each(forms, english)


def test_a_form_of_several_words_is_read_as_the_likeliest() -> None:
    assert best("vil sedler regjeringen smittede") == {
        "vil": "will",
        "sedler": "banknote",
        "regjeringen": "government",
        "smittede": "infected",
    }


def test_the_newsrooms_own_word_comes_before_the_likeliest_reading() -> None:
    own = glosser_with((OwnWord("smittede", "contact case"),))
    assert [(word.glosses[0], word.how) for word in own.gloss("smittede")] == [("contact case", How.OWN)]


# Compounds


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
    assert [(word.glosses[0], word.how) for word in glosser().gloss("fiskebåt jordskjelv")] == [
        ("fishing boat", How.LEMMA),
        ("earthquake", How.LEMMA),
    ]


def test_of_three_equal_consonants_between_two_parts_one_falls_out() -> None:
    assert best("nettest busskort trafikkork") == {
        "nettest": "internet test",
        "busskort": "bus card",
        "trafikkork": "traffic jam",
    }


def test_a_joint_s_stands_between_two_parts() -> None:
    compounds = {
        "forsyningskjede": "supply chain",
        "forsyningsskip": "supply ship",
        "vurderingsfeil": "assessment error",
        "sesjonssal": "session hall",
        "tilnærmingsforsøk": "approach attempt",
    }
    assert best(" ".join(compounds)) == compounds


def test_a_compound_of_a_compound_keeps_its_parts_together() -> None:
    assert best("etterforskningsleder vindkraftmotstander") == {
        "etterforskningsleder": "investigation leader",
        "vindkraftmotstander": "wind power opponent",
    }


def test_a_prefix_or_suffix_has_its_own_meaning() -> None:
    affixed = {
        "høytemperatur": "high temperature",
        "elferje": "electric ferry",
        "makspris": "maximum price",
        "stressløs": "stress less",
        "bilkø": "car queue",
        "uærlighet": "dishonest",
    }
    assert best(" ".join(affixed)) == affixed
    assert set(how(" ".join(affixed))) == {How.COMPOUND}


def test_a_word_with_a_part_that_is_unknown_stays_whole() -> None:
    words = "nemat memat kvxzhus huskvxz blarghbåt rådkvxz kvxzløs"
    assert best(words) == {word: word for word in words.split()}
    assert set(how(words)) == {How.UNKNOWN}


def test_an_ending_that_is_a_word_makes_no_compound_of_a_listed_word() -> None:
    assert best("barnemat uenig") == {"barnemat": "baby food", "uenig": "disagreeing"}


def test_the_other_meanings_follow_the_best_one() -> None:
    (word,) = glosser().gloss("aksje")
    assert word.glosses == ("share", "stock")


def test_a_word_without_end_is_not_taken_apart() -> None:
    assert how("skole" * 400) == [How.UNKNOWN]


def test_an_unknown_word_is_kept() -> None:
    assert [(word.glosses, word.how) for word in glosser().gloss("blarghen kvxz")] == [
        (("blarghen",), How.UNKNOWN),
        (("kvxz",), How.UNKNOWN),
    ]


def test_a_number_is_kept() -> None:
    assert [(word.glosses, word.how) for word in glosser().gloss("45.000 3,5 14.30 1997")] == [
        ((number,), How.NUMBER) for number in ("45.000", "3,5", "14.30", "1997")
    ]


def test_a_number_in_words_is_glossed() -> None:
    assert gloss("tolv tjue hundre tusen") == "twelve twenty hundred thousand"


def test_what_is_no_word_is_left_out() -> None:
    assert glosser().gloss("") == glosser().gloss(" – … «»!\n") == []
    assert gloss("– Ikke «kast», sykepleier!") == "not throw nurse"


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
        first, _ = glosser().gloss(f"{name} kom.")
        assert (first.glosses, first.how) == ((name,), How.NAME)


def test_a_given_name_at_the_start_of_a_sentence_is_no_inflected_word() -> None:
    assert gloss("Kåre Berg kom. Bjarne Lie gikk. Tore Eide sang.") == "Kåre Berg come Bjarne Lie go Tore Eide sing"
    assert gloss("Hansen møtte hans far. Skjelbreid lo. Haugland sov.") == "Hansen meet his father Skjelbreid laugh Haugland sleep"


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
    assert [(word.glosses[0], word.how) for word in glosser().gloss("Han leser Flyktningene")][2] == ("Flyktningene", How.NAME)


def test_capitals_throughout_do_not_make_a_name() -> None:
    assert gloss("Nå: POLITIET ADVARER") == "now police warn"


def test_the_part_of_a_word_after_a_hyphen_begins_no_sentence() -> None:
    assert [(word.text, word.how) for word in glosser().gloss("pro-Flyktningene")][-1] == ("Flyktningene", How.NAME)


# Phrases


def test_a_phrase_is_glossed_as_a_whole() -> None:
    assert [(word.text, word.glosses[0], word.how) for word in glosser().gloss("stengt i fjor på grunn av regn")] == [
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

NORWEGIAN = st.lists(
    st.sampled_from("Han ga la De fabrikken ikke opp ned så gikk Kåre Berg i fjor på grunn av nattog blargh 45.000 FN . , –".split()),
    max_size=15,
).map(" ".join)


def composed(text: str) -> str:
    """A text as it is read: letters and their accents as one, without soft hyphens."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


@PROPERTY
@given(text=ANY_TEXT | NORWEGIAN)
def test_any_text_is_glossed_and_no_gloss_is_empty(text: str) -> None:
    found = glosser().gloss(text)
    assert all(word.text and word.glosses and all(word.glosses) for word in found)
    assert gloss(text) == " ".join(word.glosses[0] for word in found)
    assert sorted(filter(str.isalnum, "".join(word.text for word in found))) == sorted(filter(str.isalnum, composed(text)))


@PROPERTY
@given(text=ANY_TEXT | NORWEGIAN)
def test_the_words_of_any_text_are_found_in_their_order(text: str) -> None:
    place, composed_text = 0, composed(text)
    for word in glosser().gloss(text):
        first, *_ = word.text.split()
        place = composed_text.index(first, place) + len(first)
