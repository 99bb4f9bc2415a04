"""`belegg gloss`, `belegg reindex` and `--model`, run by the command's own `main`; where it matters, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assistant.commands import Result, Run, runner
from tests.vectorstore.small_models import FARM_EN, PAIRS, SUITCASE_NB, make_english, make_multilingual
from vectorstore import MiniLM

ROOT = Path(__file__).resolve().parents[2]
KNOWN = "questions know it from now on; `belegg reindex` brings it into the articles that are there already\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def belegg(archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], minilm: MiniLM) -> Run:
    return runner(archive, monkeypatch, capsys)


@pytest.fixture
def start(archive: Path, tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "BELEGG_ARCHIVE": str(archive)}

    def popen(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "assistant", *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=tmp_path, env=environment)

    return popen


def article(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path


# gloss


def test_gloss_shows_word_by_word_how_a_text_is_matched(belegg: Run) -> None:
    result = belegg("gloss", "Skolene i Xyzbygd streiker på grunn av lønna")
    assert (result.code, result.err) == (0, "")
    head, *rows = result.out.splitlines()
    assert head.split() == ["word", "matched", "as", "how", "also"]
    assert [row.split()[0] for row in rows] == ["Skolene", "i", "Xyzbygd", "streiker", "på", "lønna"]
    assert rows[0].split()[1:4] == ["school", "inflected:", "skole"]
    assert rows[4].split()[:6] == ["på", "grunn", "av", "because", "of", "phrase"]


def test_gloss_as_json_is_one_line(belegg: Run) -> None:
    result = belegg("gloss", "Kattevaktmøtet", "--json")
    assert (result.code, result.err, result.out.count("\n")) == (0, "", 1)
    (word,) = json.loads(result.out)["words"]
    assert (word["text"], word["how"], word["lemmas"][-1]) == ("Kattevaktmøtet", "compound", "møte")
    assert word["glosses"][0].endswith(" meeting")


def test_gloss_needs_no_archive_and_loads_no_model(belegg: Run, archive: Path) -> None:
    assert belegg("gloss", "skolen").code == 0
    assert not archive.exists()


def test_words_can_be_added_listed_replaced_and_taken_out(belegg: Run, archive: Path, tmp_path: Path) -> None:
    belegg("ingest", article(tmp_path, "ferje", "Ferja går igjen."))
    assert belegg("gloss", "--add", "dromsel", "sleeping lounge; saloon") == Result(0, "", KNOWN)
    assert belegg("gloss", "--add", "Krelen", "the Ringhouse") == Result(0, "", KNOWN)
    assert belegg("gloss") == Result(0, "dromsel\tsleeping lounge; saloon\nKrelen\tthe Ringhouse\n", "")
    assert belegg("gloss", "dromselen").out.splitlines()[1].split() == "dromselen sleeping lounge newsroom's own: dromsel saloon".split()
    assert belegg("gloss", "--add", "dromsel", "lounge").code == 0
    assert belegg("gloss", "--remove", "Krelen") == Result(0, "", KNOWN)
    assert belegg("gloss").out == (archive / "glossary.tsv").read_text(encoding="utf-8") == "dromsel\tlounge\n"


def test_there_is_nothing_to_add_to_without_an_archive(belegg: Run, archive: Path) -> None:
    result = belegg("gloss", "--add", "dromsel", "lounge")
    assert (result.code, result.err.splitlines()[0]) == (4, f"belegg: there is no archive in {archive}")
    assert not archive.exists()


@pytest.mark.parametrize("arguments", [("--add", "dromsel", " ; "), ("--add", "", "lounge"), ("--remove", "dromsel")])
def test_what_is_no_word_is_refused_in_one_line_with_a_hint(belegg: Run, arguments: tuple[str, ...], tmp_path: Path) -> None:
    belegg("ingest", article(tmp_path, "ferje", "Ferja går igjen."))
    result = belegg("gloss", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 2)
    assert result.err.startswith("belegg: ")
    assert belegg("gloss").out == ""


def test_a_bad_line_of_the_newsrooms_list_is_named_wherever_it_matters(belegg: Run, archive: Path, tmp_path: Path) -> None:
    ferry = article(tmp_path, "ferje", "Ferja går igjen.")
    belegg("ingest", ferry)
    (archive / "glossary.tsv").write_text("dromsel\tlounge\ndromsel lounge\n", encoding="utf-8")
    said = (
        f"belegg: {archive}/glossary.tsv:2 is not a line of a glossary: 'dromsel lounge'\n"
        "        write `term<TAB>gloss`, several glosses with `; ` between them\n"
    )
    for command in (("ask", "Når går ferja?"), ("ingest", ferry), ("reindex",), ("gloss",), ("gloss", "ferja")):
        assert belegg(*command) == Result(1, "", said)
    (archive / "glossary.tsv").write_text("dromsel\tlounge\n", encoding="utf-8")
    assert belegg("ask", "Når går ferja?").code == 0


def test_two_who_add_at_once_lose_no_word(belegg: Run, start: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    belegg("ingest", article(tmp_path, "ferje", "Ferja går igjen."))
    processes = [start("gloss", "--add", name, "word") for name in ("dromsel", "krell", "Vrengen")]
    assert [process.communicate(timeout=60) for process in processes] == [("", KNOWN)] * 3
    assert sorted(belegg("gloss").out.splitlines()) == ["Vrengen\tword", "dromsel\tword", "krell\tword"]


# reindex


def test_an_own_word_is_brought_into_old_articles_by_a_reindex(belegg: Run, tmp_path: Path) -> None:
    slept = article(tmp_path, "sov", "Passasjerene på ferja sov i dromselen.")
    belegg("ingest", slept, article(tmp_path, "skole", "Skolen i Vik er stengt."))
    belegg("gloss", "--add", "dromsel", "sleeping lounge")
    assert belegg("reindex") == Result(0, "", "2 articles compared: 0 cut anew, 1 matched anew, 1 sentences embedded again\n")
    assert belegg("reindex") == Result(0, "", "2 articles compared: 0 cut anew, 0 matched anew, 0 sentences embedded again\n")
    assert belegg("search", "lounge", "-k", "1").out.split()[1] == "sov#1"


def test_there_is_nothing_to_reindex_without_an_archive(belegg: Run, archive: Path) -> None:
    result = belegg("reindex")
    assert (result.code, result.err.splitlines()[0]) == (4, f"belegg: there is no archive in {archive}")
    assert not archive.exists()


@pytest.mark.parametrize(
    ("patched", "title"), [("vectorstore.glossary.version", "glossary"), ("vectorstore.stamp.segmenting.VERSION", "sentence splitter")]
)
def test_an_archive_made_by_an_earlier_belegg_names_reindex_and_exits_with_4(
    belegg: Run, patched: str, title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ferry = article(tmp_path, "ferje", "Ferja går igjen.")
    belegg("ingest", ferry)
    monkeypatch.setattr(patched, (lambda: "next") if title == "glossary" else "next")
    for command in (("ask", "Når går ferja?"), ("ingest", ferry), ("search", "ferja"), ("show", "ferje")):
        result = belegg(*command)
        assert (result.code, result.out, result.err.count("\n")) == (4, "", 2)
        assert result.err.startswith(f"belegg: the archive was made with {title} ")
        assert "`belegg reindex` brings the archive up to date" in result.err
    assert belegg("reindex").code == 0
    assert belegg("ask", "Når går ferja?").code == 0


# --model


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("models")
    make_english(root / "english-tiny")
    make_multilingual(root / "multilingual-tiny")
    return root


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    norwegian = [article(tmp_path, f"nb-{number}", text) for number, (text, _) in enumerate(PAIRS)]
    return [*norwegian, article(tmp_path, "en", FARM_EN)]


def test_an_archive_is_made_with_any_model_and_asked_without_naming_it(belegg: Run, models: Path, texts: list[Path]) -> None:
    made = belegg("--model", models / "english-tiny", "ingest", *texts)
    count = len(texts)
    assert (made.code, made.err) == (0, f"{count} articles read: {count} changed ({count} new, 0 updated), 0 unchanged; 0 skipped\n")
    found = belegg("search", "Which suitcase did the fisherman find?", "-k", "1")
    assert (found.code, found.err, found.out.rstrip().endswith(SUITCASE_NB)) == (0, "", True)
    other = belegg("--model", models / "multilingual-tiny", "search", "suitcase")
    assert (other.code, other.out) == (4, "")
    assert other.err.startswith("belegg: the archive was made with embedding model 'english-tiny@")
    assert "`belegg reindex` brings the archive up to date; with --model it goes over to that model\n" in other.err
    assert belegg("--model", models / "multilingual-tiny", "reindex").err == (
        f"{count} articles compared: 0 cut anew, 0 matched anew, {count} sentences embedded again\n"
    )
    for question in ("Which suitcase did the fisherman find?", "Hvem fant kofferten?"):
        assert belegg("search", question, "-k", "1").out.rstrip().endswith(SUITCASE_NB)
    assert belegg("--model", "default", "reindex").code == 0
    assert belegg("search", "suitcase", "-k", "1").code == 0


def test_a_model_that_is_not_there_exits_with_5_and_leaves_the_archive_alone(belegg: Run, tmp_path: Path) -> None:
    ferry = article(tmp_path, "ferje", "Ferja går igjen.")
    belegg("ingest", ferry)
    for source in (str(tmp_path / "missing"), "./missing", "~/no-such-model"):
        for command in (("ask", "Når går ferja?"), ("reindex",), ("ingest", ferry)):
            result = belegg("--model", source, *command)
            assert (result.code, result.out, result.err.count("\n")) == (5, "", 2)
            assert result.err.startswith("belegg: there is no folder ")
    assert belegg("ask", "Når går ferja?").code == 0


def test_an_unknown_name_exits_with_5(belegg: Run, tmp_path: Path) -> None:
    belegg("ingest", article(tmp_path, "ferje", "Ferja går igjen."))
    result = belegg("--model", "no-such-model-at-all", "reindex")
    assert (result.code, result.out, result.err.count("\n")) == (5, "", 2)
    assert result.err.startswith("belegg: there is no model 'no-such-model-at-all' on this machine")
    assert belegg("ask", "Når går ferja?").code == 0


def test_the_demo_is_not_made_with_the_model_of_the_users_archive(belegg: Run, models: Path, tmp_path: Path) -> None:
    belegg("--model", models / "english-tiny", "ingest", article(tmp_path, "ferje", "Ferja går igjen."))
    shown = belegg("demo")
    assert (shown.code, "Politiet opplyser lørdag at 164 personer er evakuert" in shown.out) == (0, True)
