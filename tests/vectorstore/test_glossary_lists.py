from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from wordfreq import zipf_frequency

import vectorstore.glossary
from vectorstore.glossary import glosser, load_glossary, version
from vectorstore.glossary.entries import RULES, SPECIAL
from vectorstore.glossary.lookup import Lookup

FOLDER = Path(vectorstore.glossary.__file__).parent
LISTS = sorted(FOLDER.glob("*.tsv"))
TOPICS = [file for file in LISTS if file.stem not in SPECIAL]
PHRASES, NAMES, IRREGULAR, READINGS, AFFIXES = (FOLDER / f"{stem}.tsv" for stem in ("phrases", "names", "irregular", "readings", "affixes"))

PARTS_OF_SPEECH = {"n", "v", "adj", "adv", "prep", "conj", "pron", "det", "num", "interj", "name"}
KINDS_OF_PHRASE = {"fixed", "noun", "verb"}
KINDS_OF_NAME = {"country", "event", "language_or_adjective", "organisation", "people", "person", "place", "title"}
STANDARDS = {"nb", "nn", "both"}
COLUMNS = {"irregular": 3, "readings": 3}

LOAN_WORDS = {"bunad", "dugnad", "hulder", "joik", "ombud", "rigsdaler"}
"""Norwegian words that English texts use too, though too seldom for a list of English words."""


def rows_of(file: Path) -> list[list[str]]:
    return [row.split("\t") for row in file.read_text(encoding="utf-8").splitlines()]


def entries(*files: Path) -> Iterator[tuple[str, list[str], str, list[str]]]:
    """Bokmål, nynorsk forms, kind and glosses of every row."""
    for file in files:
        for bokmaal, nynorsk, kind, glosses in rows_of(file):
            yield bokmaal, nynorsk.split("; ") if nynorsk else [], kind, glosses.split("; ")


def repeated(keys: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [key for key, times in Counter(keys).items() if times > 1]


# Lines


def test_every_row_has_its_columns() -> None:
    assert {file.stem: {len(row) for row in rows_of(file)} for file in LISTS} == {file.stem: {COLUMNS.get(file.stem, 4)} for file in LISTS}
    assert len(TOPICS) >= 15


def test_lists_are_plain_text() -> None:
    for file in LISTS:
        raw = file.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf"), file.name
        assert b"\r" not in raw, file.name
        assert raw.endswith(b"\n"), file.name
        assert not raw.endswith(b"\n\n"), file.name
        assert unicodedata.is_normalized("NFC", raw.decode()), file.name


def test_every_list_is_in_alphabetical_order() -> None:
    for file in LISTS:
        forms = [row[0].lower() for row in rows_of(file)]
        assert [pair for pair in pairwise(forms) if pair[0] > pair[1]] == [], file.name


def test_no_cell_has_stray_blanks_or_marks() -> None:
    for file in LISTS:
        cells = [cell for row in rows_of(file) for cell in row]
        assert [cell for cell in cells if cell != " ".join(cell.split())] == [], file.name
        assert [cell for cell in cells if any(unicodedata.category(letter).startswith("C") for letter in cell)] == [], file.name
        assert [cell for cell in cells if re.search(r"^;|;$|;(?! )|; ;| ;", cell)] == [], file.name


def test_only_the_nynorsk_column_may_be_empty() -> None:
    for file in LISTS:
        columns = [place for place in range(COLUMNS.get(file.stem, 4)) if (file.stem in COLUMNS or place != 1)]
        assert [row for row in rows_of(file) if not all(row[place] for place in columns)] == [], file.name


def test_every_kind_is_known() -> None:
    assert {kind for _, _, kind, _ in entries(*(file for file in TOPICS if file != AFFIXES))} <= PARTS_OF_SPEECH
    assert {kind for _, _, kind, _ in entries(AFFIXES)} == {"prefix", "suffix"}
    assert {kind for _, _, kind, _ in entries(PHRASES)} <= KINDS_OF_PHRASE
    assert {kind for _, _, kind, _ in entries(NAMES)} <= KINDS_OF_NAME
    assert {standard for _, _, standard in rows_of(IRREGULAR)} <= STANDARDS
    assert {kind for _, _, kind in rows_of(READINGS)} <= PARTS_OF_SPEECH


def test_every_entry_has_one_to_three_glosses_and_none_twice() -> None:
    for bokmaal, _, kind, glosses in entries(*TOPICS, PHRASES, NAMES):
        assert 1 <= len(glosses) <= 3, (bokmaal, kind)
        assert len(set(glosses)) == len(glosses), (bokmaal, kind)


def test_nynorsk_is_given_only_where_it_differs() -> None:
    for bokmaal, nynorsk, kind, _ in entries(*TOPICS):
        assert bokmaal not in nynorsk, (bokmaal, kind)
        assert len(set(nynorsk)) == len(nynorsk), (bokmaal, kind)


def test_a_prefix_or_suffix_is_one_word_in_lower_case() -> None:
    for bokmaal, nynorsk, kind, glosses in entries(AFFIXES):
        assert all(form.isalpha() and form == form.lower() for form in (bokmaal, *nynorsk)), bokmaal
        assert kind == "suffix" or "~" not in glosses, bokmaal


# Duplicates and cycles


def test_no_word_is_listed_twice_in_all_topics() -> None:
    assert repeated((bokmaal, kind) for bokmaal, _, kind, _ in entries(*TOPICS)) == []


def test_no_phrase_name_irregular_form_or_reading_is_listed_twice() -> None:
    assert repeated((bokmaal,) for bokmaal, *_ in entries(PHRASES)) == []
    assert repeated((bokmaal,) for bokmaal, *_ in entries(NAMES)) == []
    assert repeated((form, lemma) for form, lemma, _ in rows_of(IRREGULAR)) == []
    assert repeated((form,) for form, *_ in rows_of(READINGS)) == []


def test_no_two_words_are_the_nynorsk_of_each_other() -> None:
    nynorsk_of = {(bokmaal, kind): nynorsk for bokmaal, nynorsk, kind, _ in entries(*TOPICS)}
    pairs = [
        (bokmaal, form) for (bokmaal, kind), forms in nynorsk_of.items() for form in forms if bokmaal in nynorsk_of.get((form, kind), ())
    ]
    assert pairs == []


def test_an_irregular_form_leads_to_an_entry_and_never_back() -> None:
    lemmas_of: dict[str, set[str]] = {}
    for form, lemma, _ in rows_of(IRREGULAR):
        lemmas_of.setdefault(form, set()).add(lemma)
    entries_of = load_glossary().lemmas
    assert [(form, lemma) for form, lemmas in lemmas_of.items() for lemma in lemmas if lemma not in entries_of] == []
    assert [(form, lemma) for form, lemmas in lemmas_of.items() for lemma in lemmas if form in lemmas_of.get(lemma, ())] == []


def test_an_irregular_form_is_one_word_in_lower_case_other_than_its_lemma() -> None:
    for form, lemma, _ in rows_of(IRREGULAR):
        assert form == form.lower() != lemma, form
        assert form.split() == [form], form


def test_an_irregular_form_is_read_as_its_lemma() -> None:
    readings = Lookup(load_glossary()).readings
    lost = [(form, lemma) for form, lemma, _ in rows_of(IRREGULAR) if not any(lemma in reading.lemmas for reading in readings(form))]
    assert lost == []


def test_a_preferred_reading_is_among_the_readings_and_would_not_come_first_by_itself() -> None:
    glossary = load_glossary()
    with_preferred, without = Lookup(glossary), Lookup(replace(glossary, preferred={}))
    for form, lemma, kind in rows_of(READINGS):
        first, *_ = with_preferred.readings(form)
        assert (first.lemmas, first.pos) == ((lemma,), kind), form
        assert without.readings(form)[0] != first, f"{form}: the line changes nothing"


# Glosses


def test_every_word_of_a_gloss_is_an_english_word() -> None:
    glosses = [
        (term, word)
        for term, _, kind, glosses in entries(*TOPICS, PHRASES)
        if kind != "name"
        for gloss in glosses
        for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", gloss)
    ]
    unknown = {(term, word) for term, word in glosses if word[0].islower() and not zipf_frequency(word, "en")}
    assert {(term, word) for term, word in unknown if word not in LOAN_WORDS} == set()
    assert {word for _, word in unknown} == LOAN_WORDS


def test_a_gloss_begins_and_ends_with_a_letter_or_digit() -> None:
    edges = [
        (term, gloss)
        for term, _, kind, glosses in entries(*TOPICS, PHRASES, NAMES)
        for gloss in glosses
        if not (gloss[0].isalnum() and (gloss[-1].isalnum() or gloss[-1] in ".)'")) and (kind, gloss) != ("suffix", "~")
    ]
    assert edges == []


# All of them


def test_the_lists_are_long_enough() -> None:
    assert len({(bokmaal, kind) for bokmaal, _, kind, _ in entries(*TOPICS) if kind != "name"}) >= 12_000
    assert len(rows_of(PHRASES)) >= 600
    assert len(rows_of(NAMES)) >= 400


def test_the_lists_are_read_once() -> None:
    assert load_glossary() is load_glossary()


def test_every_listed_phrase_and_name_is_found() -> None:
    listed = [
        form
        for bokmaal, nynorsk, _, _ in entries(*(file for file in TOPICS if file != AFFIXES), PHRASES, NAMES)
        for form in (bokmaal, *nynorsk)
    ]
    assert [form for form in listed if len(glosser().gloss(form)) != 1] == []


def test_the_version_is_a_hash_of_the_lists() -> None:
    assert version() == version()
    assert version().startswith(f"{RULES}-")


# Strong and other irregular verbs: infinitive, past and participle in bokmål, past in nynorsk

STRONG_VERBS = """
be ba bedt bad
binde bandt bundet batt
bite bet bitt beit
bli ble blitt vart
brekke brakk brukket brakk
brenne brant brent brann
bringe brakte brakt brakte
bryte brøt brutt braut
by bød bydd baud
bære bar båret bar
dra dro dratt drog
drikke drakk drukket drakk
drive drev drevet dreiv
falle falt falt fall
finne fant funnet fann
fly fløy fløyet flaug
flyte fløt flytt flaut
forby forbød forbudt forbaud
forlate forlot forlatt forlét
forstå forsto forstått forstod
forsvinne forsvant forsvunnet forsvann
fortelle fortalte fortalt fortalde
fryse frøs frosset fraus
få fikk fått fekk
følge fulgte fulgt følgde
gi ga gitt gav
gidde gadd giddet gadd
gjelde gjaldt gjeldt galdt
gjøre gjorde gjort gjorde
gli gled glidd glei
gni gned gnidd gnei
grave grov gravd grov
gripe grep grepet greip
gråte gråt grått gret
gyte gjøt gytt gaut
gå gikk gått gjekk
ha hadde hatt hadde
henge hang hengt hang
hete het hett heitte
hjelpe hjalp hjulpet hjelpte
hogge hogde hogd hogg
holde holdt holdt heldt
klinge klang klinget klang
klype kløp kløpet klaup
knekke knakk knekt knakk
komme kom kommet kom
krype krøp krøpet kraup
la lot latt lét
le lo ledd lo
legge la lagt la
lide led lidd leid
ligge lå ligget låg
lyde lød lydt lydde
lyve løy løyet laug
nyse nøs nyst naus
nyte nøt nytt naut
pipe pep pepet peip
rekke rakk rukket rakk
ri red ridd rei
rive rev revet reiv
ryke røk røket rauk
se så sett såg
selge solgte solgt selde
sette satte satt sette
si sa sagt sa
sitte satt sittet sat
skjære skar skåret skar
skjelve skalv skjelvet skalv
skrike skrek skreket skreik
skrive skrev skrevet skreiv
skryte skrøt skrytt skraut
skvette skvatt skvettet skvatt
skyte skjøt skutt skaut
skyve skjøv skjøvet skauv
slippe slapp sluppet slapp
slite slet slitt sleit
slå slo slått slo
smelle smalt smelt small
smøre smurte smurt smurde
snyte snøt snytt snaut
sove sov sovet sov
spinne spant spunnet spann
sprekke sprakk sprukket sprakk
springe sprang sprunget sprang
spørre spurte spurt spurde
stige steg steget steig
stikke stakk stukket stakk
stinke stank stinket stank
stjele stjal stjålet stal
strekke strakte strukket strekte
stryke strøk strøket strauk
stå sto stått stod
sverge sverget sverget svor
svi sved svidd svei
svike svek sveket sveik
svinge svingte svingt svinga
synge sang sunget song
synke sank sunket sokk
ta tok tatt tok
telle talte talt talde
treffe traff truffet trefte
trekke trakk trukket trekte
tvinge tvang tvunget tvang
velge valgte valgt valde
vike vek veket veik
vinne vant vunnet vann
vite visste visst visste
vokse vokste vokst voks
vri vred vridd vrei
være var vært var
ødelegge ødela ødelagt øydela
""".strip().splitlines()


@pytest.mark.parametrize("forms", STRONG_VERBS)
def test_every_form_of_an_irregular_verb_is_read_as_that_verb(forms: str) -> None:
    infinitive, *others = forms.split()
    readings = Lookup(load_glossary()).readings
    lost = [form for form in others if (infinitive, "v") not in [(*reading.lemmas, reading.pos) for reading in readings(form)]]
    assert lost == []
