"""The real command in processes of its own, as a reporter or a script runs it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import pytest

from assistant.demo import EXAMPLES, QUESTIONS

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
EVACUATED = "Hvor mange millimeter regn falt det i Nordvåg før raset?"
RAIN = "Det falt 92 millimeter regn i Nordvåg de tre siste døgnene før raset, viser tall fra Meteorologisk institutt."
UNKNOWN = "Hva sa statsministeren om brua i Drammen?"
HEAVY = {"torch", "transformers", "sentence_transformers", "langchain", "langchain_core", "langgraph", "onnx"}

WITHOUT_PRIVILEGE = """
import ctypes, os, sys
if os.geteuid() == 0:  # root may write anywhere unless it gives that up: CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert all(ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) == 0 for capability in (1, 2))
os.execv(sys.executable, [sys.executable, "-m", "assistant", *sys.argv[1:]])
"""
"""Run the command as a user to whom the permissions of files apply."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(example_folder: Path) -> dict[str, str]:
    """The environment of a child: this very checkout, and the archive of the example articles."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "BELEGG_ARCHIVE": str(example_folder)}


@pytest.fixture
def belegg(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run the command outside the repository; `stdin` is what is piped into it."""

    def run(*arguments: str | Path, stdin: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "assistant", *map(str, arguments)],
            input=stdin, capture_output=True, encoding="utf-8", cwd=tmp_path, env=environment | more, timeout=SECONDS, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    """Start the command with all its ends open."""

    def popen(*arguments: str | Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "assistant", *map(str, arguments)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=tmp_path, env=environment,
        )  # fmt: skip

    return popen


@pytest.fixture
def copy(example_folder: Path, tmp_path: Path) -> Path:
    """An archive of the example articles that may be written to."""
    return Path(shutil.copytree(example_folder, tmp_path / "copy"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A file of two articles."""
    lines = [
        {"id": "havn", "source": "Storvik Blad", "published": "2024-05-06", "text": "Havna i Storvik er stengt."},
        {"id": "bru", "title": "Brua", "text": "Brua i Storvik ble åpnet tirsdag."},
    ]
    path = tmp_path / "small.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


# What each command does


def test_ingest_reports_on_standard_error_and_a_second_time_changes_nothing(belegg: Run, small: Path, tmp_path: Path) -> None:
    first = belegg("--archive", tmp_path / "new" / "archive", "ingest", small)
    assert (first.returncode, first.stdout) == (0, "")
    assert first.stderr == "2 articles read: 2 changed (2 new, 0 updated), 0 unchanged; 0 skipped\n"
    second = belegg("--archive", tmp_path / "new" / "archive", "ingest", small)
    assert (second.returncode, second.stdout) == (0, "")
    assert second.stderr == "2 articles read: 0 changed (0 new, 0 updated), 2 unchanged; 0 skipped\n"


def test_ask_prints_the_answer_with_its_source_and_nothing_else(belegg: Run) -> None:
    result = belegg("ask", EVACUATED)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{RAIN} [1]")
    assert re.search(r"^\[1\] .+, 2024-10-08, ras-i-nordvaag-2#\d+$", result.stdout, re.MULTILINE)
    assert f"  > {RAIN}\n" in result.stdout
    assert "\x1b" not in result.stdout


def test_ask_as_json_is_one_line_of_the_contract(belegg: Run) -> None:
    result = belegg("ask", EVACUATED, "--json")
    assert (result.returncode, result.stderr, result.stdout.count("\n")) == (0, "", 1)
    answer = json.loads(result.stdout)
    assert (answer["schema"], answer["status"], answer["question"]) == ("belegg.answer/1", "answered", EVACUATED)
    assert (answer["citations"][0]["doc_id"], answer["citations"][0]["text"]) == ("ras-i-nordvaag-2", RAIN)


def test_a_question_can_come_from_standard_input(belegg: Run) -> None:
    result = belegg("ask", "-", "--json", stdin=f"\n{EVACUATED}\n")
    assert result.returncode == 0
    assert json.loads(result.stdout)["question"] == EVACUATED


def test_what_is_not_in_the_archive_exits_with_3(belegg: Run) -> None:
    result = belegg("ask", UNKNOWN)
    assert (result.returncode, result.stderr) == (3, "")
    assert result.stdout.startswith("Drammen er ikke nevnt i arkivet.\nSearched 24 articles, 2024-01-25 to 2025-06-10 (en, nb, nn) for: ")


def test_the_cross_encoder_is_done_without_when_asked_to(belegg: Run) -> None:
    thorough, fast = (json.loads(belegg(*flags, "ask", EVACUATED, "--json").stdout) for flags in ((), ("--fast",)))
    by_setting = json.loads(belegg("ask", EVACUATED, "--json", BELEGG_FAST="true").stdout)
    assert fast == by_setting
    assert fast["confidence"] != thorough["confidence"]
    assert fast["status"] == thorough["status"] == "answered"


def test_the_threshold_comes_from_the_flag_before_the_environment(belegg: Run) -> None:
    assert belegg("ask", EVACUATED, "--threshold", "1", BELEGG_THRESHOLD="0").returncode == 3


def test_a_batch_from_a_file_is_answered_line_by_line_with_its_ids(belegg: Run, tmp_path: Path) -> None:
    asked = [("z", EVACUATED), ("a", ""), ("m", UNKNOWN), ("z", EVACUATED)]
    lines = [json.dumps({"id": name, "question": question}) for name, question in asked]
    (tmp_path / "asked.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = belegg("ask", "--batch", "asked.jsonl")
    assert (result.returncode, result.stderr) == (0, "")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(answer["id"], answer["question"]) for answer in answers] == asked
    assert [answer["status"] for answer in answers] == ["answered", "not_found", "not_found", "answered"]


def test_a_search_batch_comes_from_standard_input(belegg: Run) -> None:
    lines = "".join(json.dumps({"id": name, "question": EVACUATED}) + "\n" for name in ("b", "a"))
    result = belegg("search", "--batch", "-", "-k", "2", stdin=lines)
    assert (result.returncode, result.stderr) == (0, "")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in found] == ["b", "a"]
    assert [len(line["hits"]) for line in found] == [2, 2]
    assert found[0]["hits"][0].keys() >= {"doc_id", "sentence", "start", "end", "text", "score"}
    assert found[0]["hits"][0]["text"] == RAIN


def test_search_lists_as_many_sentences_as_asked_for(belegg: Run) -> None:
    result = belegg("search", EVACUATED, "-k", "3")
    assert (result.returncode, result.stderr) == (0, "")
    assert len(result.stdout.splitlines()) == 3
    assert RAIN in result.stdout.splitlines()[0]


def test_show_marks_the_sentence(belegg: Run) -> None:
    result = belegg("show", "ras-i-nordvaag-1#6")
    assert (result.returncode, result.stderr) == (0, "")
    assert "6 >> Politiet fikk den første meldingen klokka 04.17." in result.stdout
    assert result.stdout.count(">>") == 1
    assert "[teaser] " in result.stdout


def test_remove_takes_an_article_out_at_once(belegg: Run, copy: Path) -> None:
    result = belegg("--archive", copy, "remove", "ras-i-nordvaag-2")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "removed ras-i-nordvaag-2 (1 version)\n")
    assert belegg("--archive", copy, "show", "ras-i-nordvaag-2").returncode == 1
    assert "ras-i-nordvaag-2" not in belegg("--archive", copy, "search", EVACUATED, "-k", "100").stdout


def test_the_doctor_finds_an_archive_whole_after_an_article_was_removed(belegg: Run, copy: Path) -> None:
    assert belegg("--archive", copy, "remove", "ras-i-nordvaag-2").returncode == 0
    result = belegg("--archive", copy, "doctor")
    assert (result.returncode, re.findall(r"^BROKEN.*$", result.stdout, re.MULTILINE)) == (0, [])


def test_sources_says_what_the_archive_holds(belegg: Run) -> None:
    result = belegg("sources")
    assert (result.returncode, result.stderr) == (0, "")
    assert [line.split() for line in result.stdout.splitlines() if "Skerry" in line] == [
        ["The", "Skerry", "Dispatch", "en", "6", "2024-05-23", "2025-05-21", "1"]
    ]
    by_article = belegg("sources", "--articles").stdout.splitlines()
    assert len(by_article) == 24
    assert "cupfinalen-nordvaag  2024-09-22  nb  Nordvåg er cupmester etter ekstraomganger" in by_article


def test_the_doctor_finds_a_good_archive_whole(belegg: Run) -> None:
    result = belegg("doctor", "--json")
    assert (result.returncode, result.stderr) == (0, "")
    findings = json.loads(result.stdout)
    assert findings["ok"] is True
    assert {"model", "catalog", "articles", "word index", "vector index"} <= {finding["name"] for finding in findings["findings"]}


def test_the_doctor_finds_what_is_broken_and_mends_it(belegg: Run, copy: Path) -> None:
    shutil.rmtree(copy / "words")
    assert belegg("--archive", copy, "ask", EVACUATED).returncode == 4
    result = belegg("--archive", copy, "doctor")
    assert (result.returncode, result.stderr) == (4, "")
    assert re.findall(r"^BROKEN +(word index) ", result.stdout, re.MULTILINE) == ["word index"]
    assert belegg("--archive", copy, "doctor", "--fix").returncode == 0
    assert belegg("--archive", copy, "ask", EVACUATED).stdout.startswith(RAIN)


def test_a_chat_can_be_piped(belegg: Run) -> None:
    result = belegg("chat", stdin=f"{EVACUATED}\n/show 1\n/nothing\n/exit\n{UNKNOWN}\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"24 articles. Ask, or /help.\n{RAIN} [1]")
    assert f">> {RAIN}" in result.stdout
    assert result.stdout.endswith("there is no command /nothing; /help lists them\n")
    again = belegg("chat", "--continue")
    assert again.stdout == f"24 articles. Ask, or /help.\nearlier: {EVACUATED}\n"


def test_the_demo_runs_from_an_empty_machine(belegg: Run, tmp_path: Path) -> None:
    result = belegg("--archive", tmp_path / "none", "demo")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("24 articles read: 24 changed (24 new, 0 updated), 0 unchanged; 0 skipped\n")
    assert re.findall(r"^\? (.*)$", result.stdout, re.MULTILINE) == list(QUESTIONS)
    assert "164 personer er evakuert" in result.stdout
    assert not (tmp_path / "none").exists()


def test_the_command_says_its_version(belegg: Run) -> None:
    result = belegg("--version")
    assert (result.returncode, result.stdout) == (0, f"belegg {version('belegg')}\n")


# Bad input: one clear line, the right exit code, never a traceback


BAD: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("missing path", ("ingest", "missing/file.txt"), "", 1, "there is no file or folder 'missing/file.txt'"),
    ("empty folder", ("--archive", "new", "ingest", "empty"), "", 1, "the folder 'empty' holds no file"),
    ("no archive to ask", ("--archive", "none", "ask", "Hva er stengt?"), "", 4, "there is no archive in none"),
    ("no archive to show", ("--archive", "none", "show", "ras"), "", 4, "there is no archive in none"),
    ("no archive to remove from", ("--archive", "none", "remove", "ras"), "", 4, "there is no archive in none"),
    ("no archive to chat with", ("--archive", "none", "chat"), "", 4, "there is no archive in none"),
    ("no archive to mend", ("--archive", "none", "doctor", "--fix"), "", 4, "there is no archive in none"),
    ("a file as archive", ("--archive", "file", "ingest", "file"), "", 1, "the archive folder file can't be made"),
    ("empty question", ("ask", ""), "", 2, "the question is empty"),
    ("blank question", ("ask", "-"), " \n\n", 2, "the question is empty"),
    ("question without a word", ("ask", "?!* \" ( ) {} [] \\ ' ; -- ~ ^"), "", 2, "the question has no word to search for"),
    ("question of a megabyte", ("ask", "-"), "hvor mange " * 100_000, 2, "at most 10000 can be asked"),
    ("unknown id", ("show", "ras-i-nordvaag"), "", 1, "no article 'ras-i-nordvaag' in the archive"),
    ("unknown id to remove", ("--archive", "copy", "remove", "nobody"), "", 1, "no article 'nobody' in the archive"),
    ("sentence beyond the last", ("show", "ras-i-nordvaag-1#999"), "", 1, "ras-i-nordvaag-1 has no sentence 999"),
    ("unknown option", ("ask", "--loud", "Hva?"), "", 2, "No such option: --loud"),
    ("unknown command", ("answer", "Hva?"), "", 2, "No such command 'answer'"),
    ("no hits asked for", ("search", "raset", "-k", "0"), "", 2, "'-k'"),
    ("bad threshold", ("ask", "--threshold", "7", "Hva er stengt?"), "", 1, "the threshold is 7"),
    ("batch that is missing", ("ask", "--batch", "missing.jsonl"), "", 1, "missing.jsonl can't be read"),
)  # fmt: skip


@pytest.mark.parametrize(("arguments", "stdin", "code", "said"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_input_gives_one_clear_line_and_the_right_exit_code(
    belegg: Run, tmp_path: Path, example_folder: Path, arguments: tuple[str, ...], stdin: str, code: int, said: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"")
    if "copy" in arguments:
        shutil.copytree(example_folder, tmp_path / "copy")
    result = belegg(*arguments, stdin=stdin)
    assert (result.returncode, result.stdout) == (code, "")
    (line,) = [line for line in result.stderr.splitlines() if said in line]
    assert re.match(r"belegg: |Error: ", line)
    assert len(result.stderr) < 1000
    assert "Traceback" not in result.stderr


def test_files_that_are_no_articles_are_named_and_make_no_success(belegg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "article.pdf").write_bytes(b"%PDF-1.7")
    result = belegg("--archive", "new", "ingest", "empty.txt", "binary.txt", "article.pdf")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "skipped empty.txt: empty",
        "skipped binary.txt: binary, not text",
        "skipped article.pdf: unknown format .pdf; .jsonl or .txt are read",
        "0 articles read: 0 changed (0 new, 0 updated), 0 unchanged; 3 skipped",
    ]


def test_a_bad_line_among_good_ones_is_named_and_the_rest_is_taken_in(belegg: Run, tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "Havna i Storvik er stengt."}',
        '{"id": "b", "text": "Havna',
        '{"id": "c", "text": 7}',
        '{"id": "d", "text": "Brua i Storvik er åpen.", "published": "i går"}',
        '{"id": "e", "text": "Ferja går igjen fra tirsdag."}',
    ]
    (tmp_path / "mixed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = belegg("--archive", "new", "ingest", "mixed.jsonl")
    assert (result.returncode, result.stdout) == (0, "")
    said = result.stderr.splitlines()
    assert [line.split(":")[:2] for line in said[:-1]] == [["skipped mixed.jsonl", number] for number in ("2", "3", "4")]
    assert said[-1] == "2 articles read: 2 changed (2 new, 0 updated), 0 unchanged; 3 skipped"
    assert [line.split()[0] for line in belegg("--archive", "new", "sources", "--articles").stdout.splitlines()] == ["a", "e"]


def test_of_two_texts_with_one_id_the_first_is_kept_and_the_other_named(belegg: Run, tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "Byen har 40 innbyggere."}', '{"id": "a", "text": "Byen har 50 innbyggere."}']
    (tmp_path / "twice.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = belegg("--archive", "new", "ingest", "twice.jsonl")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr.splitlines()[0].startswith("skipped a: the same id came earlier in this run")
    assert "1 >> Byen har 40 innbyggere." in belegg("--archive", "new", "show", "a#1").stdout


def test_an_archive_of_another_model_is_refused_and_left_as_it_is(belegg: Run, copy: Path, small: Path) -> None:
    with closing(sqlite3.connect(copy / "catalog.sqlite")) as db:
        db.execute("UPDATE meta SET value = 'another-model' WHERE name = 'model'")
        db.commit()
    for command in (("ask", EVACUATED), ("ingest", small)):
        result = belegg("--archive", copy, *command)
        assert (result.returncode, result.stdout) == (4, "")
        assert result.stderr.startswith("belegg: the archive was made with embedding model 'another-model'")
        assert "Traceback" not in result.stderr
    with closing(sqlite3.connect(copy / "catalog.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (24,)


def test_a_damaged_catalog_is_named(belegg: Run, copy: Path) -> None:
    (copy / "catalog.sqlite").write_bytes(b"no database at all" * 1000)
    result = belegg("--archive", copy, "sources")
    assert (result.returncode, result.stdout) == (4, "")
    assert re.match(r"belegg: .*catalog\.sqlite is damaged", result.stderr)
    assert "Traceback" not in result.stderr


def test_a_model_that_cannot_be_loaded_exits_with_5(belegg: Run, tmp_path: Path) -> None:
    (model,) = (Path(os.environ["BELEGG_CACHE"]) / "models").glob("*.onnx")
    (tmp_path / "cache" / "models").mkdir(parents=True)
    (tmp_path / "cache" / "models" / model.name).write_bytes(b"no model")
    result = belegg("ask", EVACUATED, BELEGG_CACHE=str(tmp_path / "cache"))
    assert (result.returncode, result.stdout) == (5, "")
    assert result.stderr.startswith("belegg: the model file ")
    assert "Traceback" not in result.stderr


def test_query_syntax_is_searched_for_as_words(belegg: Run) -> None:
    result = belegg("ask", "\" * ( AND NEAR {} [] \\ ' ; --")
    assert (result.returncode, result.stderr) == (3, "")
    assert "for: near." in result.stdout


def test_a_question_of_function_words_alone_is_not_answered(belegg: Run) -> None:
    result = belegg("ask", "og i på det")
    assert (result.returncode, result.stderr) == (3, "")


def test_a_bad_line_ends_a_batch_after_those_before_it_were_answered(belegg: Run) -> None:
    good = json.dumps({"id": "a", "question": EVACUATED})
    result = belegg("ask", "--batch", "-", stdin=f"{good}\n[]\n{good}\n")
    assert result.returncode == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a"]
    assert result.stderr.startswith("belegg: standard input:2 is not ")
    assert "Traceback" not in result.stderr


def test_a_bad_settings_file_is_named(belegg: Run) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "belegg" / "config.toml"
    config.parent.mkdir(parents=True)
    for text, said in (("archive = nowhere", "can't be read"), ('archiv = "x"', "unknown setting 'archiv'")):
        config.write_text(text, encoding="utf-8")
        result = belegg("sources")
        assert (result.returncode, result.stdout) == (1, "")
        assert re.match(rf"belegg: .*{said}", result.stderr)
        assert "Traceback" not in result.stderr


def unprivileged(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_PRIVILEGE, *arguments],
        capture_output=True, encoding="utf-8", cwd=folder, env=environment, timeout=SECONDS, check=False,
    )  # fmt: skip


def test_an_archive_that_cannot_be_made_is_said(environment: dict[str, str], tmp_path: Path, small: Path) -> None:
    (tmp_path / "sealed").mkdir(mode=0o555)
    result = unprivileged(environment, tmp_path, "--archive", "sealed/archive", "ingest", str(small))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("belegg: the archive folder sealed/archive can't be made: Permission denied")
    assert "Traceback" not in result.stderr


def test_an_archive_folder_that_cannot_be_written_to_is_said(environment: dict[str, str], tmp_path: Path, small: Path) -> None:
    (tmp_path / "sealed").mkdir(mode=0o555)
    result = unprivileged(environment, tmp_path, "--archive", "sealed", "ingest", str(small))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("belegg: ")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("variable", ["XDG_CONFIG_HOME", "BELEGG_CACHE"])
def test_a_folder_of_ones_own_that_cannot_be_entered_is_said(environment: dict[str, str], tmp_path: Path, variable: str) -> None:
    (tmp_path / "sealed").mkdir(mode=0o000)
    result = unprivileged(environment | {variable: str(tmp_path / "sealed")}, tmp_path, "ask", EVACUATED)
    assert result.returncode in (1, 5)
    assert result.stderr.startswith("belegg: ")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("ask", "How many people were \udcff evacuated?"), ""),
        (("ask", "--batch", "-"), '{"id": "a", "question": "Hvor mange \\ud800 ble evakuert?"}\n'),
    ],
    ids=["argument", "batch"],
)
def test_a_character_that_is_none_gives_no_traceback(belegg: Run, arguments: tuple[str, ...], stdin: str) -> None:
    result = belegg(*arguments, stdin=stdin)
    assert result.returncode in (0, 3)
    assert "Traceback" not in result.stderr


def test_bytes_that_are_no_utf_8_on_standard_input_give_no_traceback(environment: dict[str, str], tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "assistant", "chat"],
        input=b"Hvor mange er \xe5tte?\n/exit\n", capture_output=True, cwd=tmp_path, timeout=SECONDS, check=False,
        env=environment | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8:strict"},
    )  # fmt: skip
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr


def test_a_batch_on_standard_input_may_begin_with_a_byte_order_mark(belegg: Run) -> None:
    assert belegg("ask", "--batch", "-", stdin='\ufeff{"id": "a", "question": ""}\n').returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_under_the_output_gives_no_traceback(environment: dict[str, str], tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [sys.executable, "-m", "assistant", "show", "ras-i-nordvaag-1"],
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", cwd=tmp_path, env=environment, timeout=SECONDS, check=False,
        )  # fmt: skip
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


# Interruptions


def test_ctrl_c_at_a_batch_that_waits_for_more_exits_with_130(start: Callable[..., subprocess.Popen[str]]) -> None:
    with start("ask", "--batch", "-") as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdin.write(json.dumps({"id": "a", "question": EVACUATED}) + "\n")
        child.stdin.flush()
        assert json.loads(child.stdout.readline())["id"] == "a"
        child.send_signal(signal.SIGINT)
        assert child.wait(SECONDS) == 130
        assert (child.stdout.read(), child.stderr.read()) == ("", "")


def test_ctrl_c_while_the_command_starts_exits_with_130(environment: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "assistant", "ask", EVACUATED]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8", cwd=tmp_path, env=environment
    ) as child:
        assert child.stderr is not None
        while "assistant.errors" not in child.stderr.readline():
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        said = child.stderr.read()
        assert child.wait(SECONDS) == 130
    assert "Traceback" not in said


def test_output_into_a_pipe_that_closes_gives_no_traceback(start: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "question": EVACUATED}) for number in range(100)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for command in (("ask", "--batch", "many.jsonl"), ("sources", "--articles")):
        with start(*command) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            if "--batch" in command:
                assert json.loads(child.stdout.readline())["id"] == "0"
            child.stdout.close()
            assert child.wait(SECONDS) in (0, 1)
            assert child.stderr.read() == ""


# What is imported


def imported(environment: dict[str, str], folder: Path, *arguments: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "assistant", *arguments],
        capture_output=True, encoding="utf-8", cwd=folder, env=environment, timeout=SECONDS, check=True,
    )  # fmt: skip
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in result.stderr.splitlines() if line.startswith("import time:")}


def test_help_imports_nothing_heavy(environment: dict[str, str], tmp_path: Path) -> None:
    found = imported(environment, tmp_path, "--help")
    assert "typer" in found
    assert found & (HEAVY | {"chromadb", "onnxruntime", "tokenizers", "prompt_toolkit"}) == set()


def test_an_answer_needs_neither_torch_nor_langchain(environment: dict[str, str], tmp_path: Path) -> None:
    found = imported(environment, tmp_path, "ask", EVACUATED)
    assert {"onnxruntime", "chromadb"} <= found
    assert found & HEAVY == set()


def test_the_example_articles_are_in_the_package() -> None:
    assert {file.suffix for file in EXAMPLES.iterdir()} == {".txt", ".jsonl"}
