"""The newsroom's own words: their file, and what they do to a gloss."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vectorstore import GlossaryUnusable, StorageFailed
from vectorstore.children import child_environment
from vectorstore.glossary import How, OwnWord, glosser, load_glossary
from vectorstore.glossary.own import OWN_WORDS, add_own, glosser_of, own_word, read_own, remove_own

# Their file


def write(folder: Path, text: str) -> Path:
    file = folder / OWN_WORDS
    file.write_text(text, encoding="utf-8")
    return file


def test_a_folder_without_the_file_has_no_own_words(tmp_path: Path) -> None:
    assert read_own(tmp_path) == read_own(tmp_path / "missing") == ()
    assert glosser_of(tmp_path) is glosser()


def test_lines_are_read_as_a_spreadsheet_or_an_editor_writes_them(tmp_path: Path) -> None:
    write(tmp_path, "\ufeff# our own\r\ndromsel\tsleeping lounge; saloon\r\n\r\n  Krelen \t the Ringhouse ; \r\ndromsel\tlounge\r\n")
    assert read_own(tmp_path) == (OwnWord("dromsel", "lounge"), OwnWord("Krelen", "the Ringhouse"))


@pytest.mark.parametrize(
    "line", ["dromsel", "dromsel\t", "\tlounge", "dromsel\tlounge\tn", "dromsel lounge", "-el\tlounge", "dromsel\t ; "]
)
def test_a_bad_line_is_named_with_what_to_write_and_nothing_is_lost(tmp_path: Path, line: str) -> None:
    file = write(tmp_path, f"# our own\nkrell\tcreek\n{line}\n")
    for attempt in (read_own, glosser_of, lambda folder: remove_own(folder, "krell")):
        with pytest.raises(GlossaryUnusable) as raised:
            attempt(tmp_path)
        assert str(raised.value) == f"{file}:3 is not a line of a glossary: {line!r}"
        assert raised.value.hint == "write `term<TAB>gloss`, several glosses with `; ` between them"
    add_own(tmp_path, own_word("vrengen", "the bend"))
    assert file.read_text(encoding="utf-8") == f"# our own\nkrell\tcreek\n{line}\nvrengen\tthe bend\n"


def test_a_file_that_is_not_utf_8_is_said_to_be_and_left_as_it_is(tmp_path: Path) -> None:
    raw = "bås\tstall\n".encode("latin-1")
    (tmp_path / OWN_WORDS).write_bytes(raw)
    for attempt in (read_own, lambda folder: add_own(folder, own_word("krell", "creek"))):
        with pytest.raises(GlossaryUnusable, match=r"glossary\.tsv can't be read: 'utf-8' codec") as raised:
            attempt(tmp_path)
        assert raised.value.hint == "save it as plain text in UTF-8"
    assert (tmp_path / OWN_WORDS).read_bytes() == raw


@pytest.mark.parametrize(("term", "glosses"), [("", "lounge"), (" ", "lounge"), ("#krell", "creek"), ("krell", ""), ("krell", " ; ")])
def test_what_is_no_entry_is_refused(term: str, glosses: str) -> None:
    with pytest.raises(GlossaryUnusable, match="is no entry of a glossary"):
        own_word(term, glosses)


def test_terms_and_glosses_are_kept_on_one_line_in_composed_letters() -> None:
    assert own_word(" bla\u030a \t skipet\n", "blue\nship ;  ; the  yacht") == OwnWord("blå skipet", "blue ship; the yacht")


def test_adding_a_term_again_replaces_it_and_keeps_comments_and_the_rest(tmp_path: Path) -> None:
    file = write(tmp_path, "# our own\nkrell\tcreek\ndromsel\tsaloon\n")
    add_own(tmp_path, own_word("krell", "brook"))
    assert file.read_text(encoding="utf-8") == "# our own\ndromsel\tsaloon\nkrell\tbrook\n"
    remove_own(tmp_path, " dromsel ")
    assert file.read_text(encoding="utf-8") == "# our own\nkrell\tbrook\n"


def test_only_a_term_that_is_there_can_be_taken_out(tmp_path: Path) -> None:
    add_own(tmp_path, own_word("krell", "creek"))
    with pytest.raises(GlossaryUnusable, match="'krel' is not among the newsroom's own words") as raised:
        remove_own(tmp_path, "krel")
    assert raised.value.hint == "`belegg gloss` lists them"


def test_a_file_that_can_not_be_written_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match=r"glossary\.tsv can't be written: "):
        add_own(tmp_path / "file", own_word("krell", "creek"))


ADDS = """
import sys
from pathlib import Path
from vectorstore.glossary.own import add_own, own_word
for number in range(40):
    add_own(Path(sys.argv[1]), own_word(f"{sys.argv[2]}{number}", "word"))
"""


def test_two_who_add_at_once_lose_no_word(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", ADDS, str(tmp_path), name] for name in ("eple", "pære")]
    processes = [subprocess.Popen(command, env=child_environment()) for command in commands]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    assert {word.term for word in read_own(tmp_path)} == {f"{name}{number}" for name in ("eple", "pære") for number in range(40)}


# What they do


def glossed(folder: Path, text: str) -> list[tuple[str, str, How]]:
    return [(word.text, word.glosses[0], word.how) for word in glosser_of(folder).gloss(text)]


def test_a_word_is_inflected_and_compounded_as_any(tmp_path: Path) -> None:
    add_own(tmp_path, own_word("dromsel", "lounge; saloon"))
    found = glosser_of(tmp_path).gloss("Dromselen har dromsler og dromselens dromseldør er skipsdromsel")
    assert [(word.glosses[0], word.how) for word in found if word.text.lower().startswith("dromsel")] == [
        ("lounge", How.OWN), ("lounge", How.OWN), ("lounge door", How.COMPOUND)
    ]  # fmt: skip
    assert found[0].glosses == ("lounge", "saloon")
    assert (found[-1].glosses, found[-1].lemmas) == (("ship lounge",), ("skip", "dromsel"))
    assert glosser().gloss_text("dromselen") == "dromselen"


def test_a_compound_with_an_own_word_comes_before_one_without(tmp_path: Path) -> None:
    (without,) = glosser().gloss("kvistbygrensa")
    assert without.lemmas[0] == "kvist"
    add_own(tmp_path, own_word("kvistby", "Twigtown"))
    (found,) = glosser_of(tmp_path).gloss("kvistbygrensa")
    assert (found.glosses[0].split()[0], found.lemmas) == ("Twigtown", ("kvistby", "grense"))


def test_a_name_is_found_in_the_genitive_and_not_in_lower_case(tmp_path: Path) -> None:
    add_own(tmp_path, own_word("Krelen", "the Ringhouse"))
    assert glossed(tmp_path, "Krelens tak, krelen")[0] == ("Krelens", "the Ringhouse", How.NAME)
    assert glossed(tmp_path, "Krelens tak, krelen")[-1] == ("krelen", "krelen", How.UNKNOWN)


def test_a_phrase_is_found_with_its_verb_inflected_and_in_capitals_at_the_start(tmp_path: Path) -> None:
    add_own(tmp_path, own_word("legge på krella", "shelve for good"))
    assert ("la på krella", "shelve for good", How.PHRASE) in glossed(tmp_path, "Rådet la på krella alle planer.")
    assert glossed(tmp_path, "Legge på krella?") == [("Legge på krella", "shelve for good", How.PHRASE)]


def test_a_name_of_several_words_comes_before_its_parts(tmp_path: Path) -> None:
    add_own(tmp_path, own_word("Den gule byen", "the prison district"))
    assert ("Den gule byen", "the prison district", How.PHRASE) in glossed(tmp_path, "Han bor i Den gule byen nå.")


def test_an_own_word_comes_before_the_lists_and_before_their_likeliest_reading(tmp_path: Path) -> None:
    preferred = next(form for form in load_glossary().preferred if form.isalpha() and load_glossary().preferred[form][0] != form)
    for term in (preferred, "skole", "ikke"):
        add_own(tmp_path, own_word(term, f"our {term}"))
        assert glossed(tmp_path, f"han {term}")[-1] == (term, f"our {term}", How.OWN)


def test_a_phrase_of_the_lists_gives_way_to_the_same_of_the_newsroom(tmp_path: Path) -> None:
    assert ("på grunn av", How.PHRASE) in [(word.text, word.how) for word in glosser().gloss("stengt på grunn av is")]
    add_own(tmp_path, own_word("på grunn av", "thanks to"))
    assert ("på grunn av", "thanks to", How.PHRASE) in glossed(tmp_path, "stengt på grunn av is")


@pytest.mark.parametrize("text", ["ba\u030aten", "bå\u00adten"])
def test_letters_in_two_parts_and_soft_hyphens_hide_no_word(text: str) -> None:
    assert glosser().gloss_text(text) == "boat"


def test_the_lists_themselves_are_left_alone(tmp_path: Path) -> None:
    before = glosser().gloss_text("skolen legger ned på grunn av skolevei")
    for term in ("skole", "på grunn av", "Skole"):
        add_own(tmp_path, own_word(term, "elsewhere"))
    assert "elsewhere" in glosser_of(tmp_path).gloss_text("skole")
    assert glosser().gloss_text("skolen legger ned på grunn av skolevei") == before
